"""Reconcile an outside table with a sheet of the workbook: everything that differs becomes a finding."""

from __future__ import annotations

from dataclasses import replace

from lkjip_xl.buku.galat import GalatBerkas
from lkjip_xl.cocokkan.pelapor import PelaporBeda
from lkjip_xl.cocokkan.sama import Penyama
from lkjip_xl.cocokkan.sisi import daftar_lembar, nama_dan_kepala, perlu_lembar, sisi_lembar
from lkjip_xl.cocokkan.tabel_luar import urai_menurut
from lkjip_xl.inti.kemiripan import PANJANG_MAKS
from lkjip_xl.inti.kunci import kunci_excel
from lkjip_xl.inti.temuan import HasilPeriksa
from lkjip_xl.padan.model import Tujuan
from lkjip_xl.padan.nama import baku_kepala, baku_nama
from lkjip_xl.padan.padan import Padan, padankan
from lkjip_xl.skema.kata import dengan_kata
from lkjip_xl.skema.pesan import buat_temuan
from lkjip_xl.sumber.model import Kisi, TabelAsing
from lkjip_xl.tabel.hilang import periksa_kolom
from lkjip_xl.tabel.model import BukuKerja


@dengan_kata
def cocokkan(buku: BukuKerja, lembar: str, luar: Kisi, *, berkas: str = "buku ini") -> HasilPeriksa:
    """Findings of reconciling an outside table with a sheet; raises GalatBerkas (BK-15) for an unknown sheet.

    BK-80 where the workbook, named `berkas`, lacks a column the sheet cannot be read without.
    """
    nama = _nama_lembar(buku, lembar)
    kurang = periksa_kolom(buku, perlu_lembar(buku, nama), "BK-80", berkas=berkas, hasil="Perbandingan")
    sisi = sisi_lembar(buku, nama)
    tabel, penyama = urai_menurut(luar, sisi), Penyama()
    p = _padankan(tabel, sisi, penyama)
    if not p.baris.pasangan:
        usul = _lembar_mirip(buku, nama, luar)
        return HasilPeriksa([buat_temuan("CK-08", lembar=nama, berkas=luar.berkas, usul=usul)], berkas=luar.berkas)
    pelapor = PelaporBeda(buku, p, penyama, luar.berkas)
    laporan = HasilPeriksa([*kurang, *pelapor.temuan()], berkas=luar.berkas)
    h = pelapor.hitungan
    kesimpulan = buat_temuan(
        "CK-11", lembar=nama, banyak=h.semua, sama=h.sama, beda=h.beda, lain=sum(h.lain.values()), rinci=h.rinci()
    )
    return replace(laporan.lipat().urut([nama]), tambahan=[kesimpulan], hitungan=h.ke_json())


def _padankan(tabel: TabelAsing, sisi: Tujuan, penyama: Penyama) -> Padan:
    """Table and sheet side by side; of a sheet with versions the one the table agrees with most, where it names none."""
    p = padankan(tabel, sisi, penyama.sama, penyama.pembaca)
    versi = {b.versi for b in sisi.baris}
    if "versi" in p.teks.values() or len(versi) < 2:
        return p
    per_versi = [replace(sisi, baris=[b for b in sisi.baris if b.versi == v]) for v in versi]
    semua = [padankan(tabel, s, penyama.sama, penyama.pembaca) for s in per_versi]
    return max(semua, key=lambda x: (_sama(x, penyama), len(x.baris.pasangan)))


def _sama(p: Padan, penyama: Penyama) -> int:
    kolom = p.menurut_nomor
    return sum(
        k in o.isi and penyama.sama(kolom[k], o.isi[k], t, p.tujuan.kolom[n])
        for o, t, _ in p.baris.pasangan
        for k, n in p.kolom.items()
    )


def _nama_lembar(buku: BukuKerja, lembar: str) -> str:
    from rapidfuzz import fuzz, process

    semua = {kunci_excel(n): n for n in daftar_lembar(buku)}
    if kunci_excel(lembar) in semua:
        return semua[kunci_excel(lembar)]
    dekat = process.extractOne(lembar[:PANJANG_MAKS], list(semua.values()), scorer=fuzz.WRatio, score_cutoff=60)
    raise GalatBerkas("BK-22", lembar=lembar, usul=f' Maksud Anda "{dekat[0]}"?' if dekat else "")


def _lembar_mirip(buku: BukuKerja, nama: str, luar: Kisi) -> str:
    """The sheet that names most of what the table names, then most of its headers, as a question."""
    isi = {baku_nama(s.teks) for s in luar.sel.values()} - {""}
    kepala = {baku_kepala(s.teks) for (b, _), s in luar.sel.items() if b <= 20}
    skor = {}
    for n in daftar_lembar(buku):
        if n != nama:
            milik, judul = nama_dan_kepala(buku, n)
            if sama := len(isi & milik):
                skor[n] = sama, len(kepala & judul)
    terbaik = max(skor, key=lambda n: skor[n], default=None)
    return f' Maksud Anda lembar "{terbaik}"?' if terbaik else ""
