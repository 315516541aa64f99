"""Reconcile an outside table with a sheet of the workbook: everything that differs becomes a finding."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from lkjip_xl.buku.galat import GalatBerkas
from lkjip_xl.cocokkan.bertempat import PembandingTempat
from lkjip_xl.cocokkan.hitungan import Alasan, Hitungan
from lkjip_xl.cocokkan.luar import Pilihan, pilih, tabel_luar, tanpa_pilihan
from lkjip_xl.cocokkan.pelapor import PelaporBeda
from lkjip_xl.cocokkan.sama import Penyama
from lkjip_xl.cocokkan.sisi import daftar_lembar, nama_dan_kepala, perlu_lembar, sisi_lembar
from lkjip_xl.inti.kemiripan import PANJANG_MAKS
from lkjip_xl.inti.kunci import kunci_excel
from lkjip_xl.inti.temuan import HasilPeriksa, Temuan
from lkjip_xl.padan.nama import kepala_setara, nama_setara
from lkjip_xl.rencana import rencanakan
from lkjip_xl.rencana.model import Tempatan
from lkjip_xl.skema.kata import dengan_kata
from lkjip_xl.skema.pesan import buat_temuan, temuan_dari
from lkjip_xl.sumber.model import Sumber, TabelAsing
from lkjip_xl.sumber.tanda import sambungan, tanda_atas
from lkjip_xl.tabel.hilang import periksa_kolom
from lkjip_xl.tabel.model import BukuKerja

BARIS_KEPALA = 20  # rows that may be headers, for telling which sheet a file resembles
SEBUT_MAKS, JUDUL_MAKS = 10, 80


@dengan_kata
def cocokkan(buku: BukuKerja, lembar: str, luar: Sumber, *, berkas: str = "buku ini") -> HasilPeriksa:
    """Findings of reconciling an outside file with a sheet; raises GalatBerkas (BK-22) for an unknown sheet.

    Of several tables in the file those that fit the sheet are compared, those of another form (a cascade, a cross table, one table
    an indicator) cell by cell where `ambil` would put them; the others are named. BK-80 where the workbook,
    named `berkas`, lacks a column the sheet cannot be read without.
    """
    nama = _nama_lembar(buku, lembar)
    kurang = periksa_kolom(buku, perlu_lembar(buku, nama), "BK-80", berkas=berkas, hasil="Perbandingan")
    penyama = Penyama()
    catatan = list(catatan_berkas(luar))
    tujuan, milik = sisi_lembar(buku, nama), next((t.skema.id for t in buku.tabel.values() if t.lembar == nama), "")
    tabel = tabel_luar(luar, tujuan)
    # a document: which of its tables is the sheet's is told by all of them
    bertempat = _di_lembar(buku, milik, tabel) if len(tabel) > 1 else []
    pilihan = tanpa_pilihan(luar, tabel) if bertempat else pilih(luar, tabel, tujuan, penyama)
    h, isi = Hitungan(), []
    if pilihan.padan is not None:
        catatan += _cara_baca(pilihan.padan.tabel)
        pelapor = PelaporBeda(buku, pilihan.padan, penyama, luar.berkas)
        isi, h = pelapor.temuan(), pelapor.hitungan
    if len(tabel) == 1:
        bertempat = _di_lembar(buku, milik, pilihan.lain)
    isi += _bentuk_lain(buku, pilihan, bertempat, h, luar.berkas)
    if pilihan.padan is None and not h.isi:
        usul = _lembar_mirip(buku, nama, luar)
        asing = buat_temuan("CK-08", lembar=nama, berkas=luar.berkas, usul=usul)
        return HasilPeriksa([*catatan, asing], berkas=luar.berkas)
    laporan = HasilPeriksa([*kurang, *catatan, *isi], berkas=luar.berkas).lipat().urut([nama])
    return replace(laporan, tambahan=[kesimpulan(nama, h)], hitungan=h.ke_json())


def kesimpulan(lembar: str, h: Hitungan) -> Temuan:
    """How many cells were compared, and why the others were not."""
    return buat_temuan(
        "CK-11", lembar=lembar, banyak=h.semua, sama=h.sama, beda=h.beda, lain=h.sisa,
        rinci=h.rinci(), luar=h.rinci(luar=True),
    )  # fmt: skip


def catatan_berkas(luar: Sumber) -> Iterator[Temuan]:
    """What is said once about the file."""
    return (temuan_dari(kode, isi, luar.berkas) for kode, isi in luar.catatan)


def _cara_baca(tabel: TabelAsing) -> Iterator[Temuan]:
    """What the compared table holds that no figure says."""
    return (temuan_dari(kode, isi) for kode, isi in chain(tanda_atas(tabel.kisi, "CK-17"), sambungan(tabel)))


def _di_lembar(buku: BukuKerja, lembar: str, tabel: Sequence[TabelAsing]) -> list[Tempatan]:
    """The cells of these tables that have their place on a sheet."""
    rencana = rencanakan(buku, tabel) if lembar and tabel else None
    return [x for x in rencana.tempat if x.letak[0] == lembar] if rencana is not None else []


def _bentuk_lain(
    buku: BukuKerja, pilihan: Pilihan, semua: list[Tempatan], h: Hitungan, berkas: str
) -> Iterator[Temuan]:
    """The file's other tables: their cells that are of this sheet, the others named once; and what was not looked at at all."""
    h.lewat(Alasan.LUAR_TABEL, pilihan.di_luar)
    pembanding = PembandingTempat(buku, berkas)
    yield from pembanding.temuan(semua)
    h.tambah(pembanding.hitungan)
    h.lewat(Alasan.TABEL_LAIN, sum(len(b.sel) for t in pilihan.lain for b in t.baris) - len(semua))
    dipakai = {id(k) for x in semua for k in x.titik.peta.tabel.kisi}
    if lain := [t for t in pilihan.lain if not any(id(k) in dipakai for k in t.kisi)]:
        yield buat_temuan("SB-16", lembar=berkas, berkas=berkas, banyak=len(lain), daftar=daftar_tabel(lain))


def daftar_tabel(semua: Sequence[TabelAsing]) -> str:
    """Tables by their titles, or where they begin; many of them cut short."""
    sebut = [_sebut_tabel(t) for t in semua[:SEBUT_MAKS]]
    return "; ".join([*sebut, *(["…"] if len(semua) > SEBUT_MAKS else [])])


def _sebut_tabel(t: TabelAsing) -> str:
    """A table by its title, and where it begins."""
    baris = next((b for b, _ in (x[1:] for x in (*t.sel_judul, *t.sel_kepala))), t.baris[0].nomor if t.baris else 1)
    kisi = t.kisi[0]
    tempat = " ".join(x for x in (kisi.tempat, f"baris {baris}" if kisi.beralamat else f"tabel {kisi.nomor}") if x)
    judul = t.judul.replace("\n", " ")
    return f"{judul[:JUDUL_MAKS].strip()} ({tempat})" if judul else tempat


def _nama_lembar(buku: BukuKerja, lembar: str) -> str:
    from rapidfuzz import fuzz, process

    semua = {kunci_excel(n): n for n in daftar_lembar(buku)}
    if kunci_excel(lembar) in semua:
        return semua[kunci_excel(lembar)]
    dekat = process.extractOne(lembar[:PANJANG_MAKS], list(semua.values()), scorer=fuzz.WRatio, score_cutoff=60)
    raise GalatBerkas("BK-22", lembar=lembar, usul=f' Maksud Anda "{dekat[0]}"?' if dekat else "")


def _lembar_mirip(buku: BukuKerja, nama: str, luar: Sumber) -> str:
    """The sheet that names most of what the file names, then most of its headers, as a question."""
    isi = {nama_setara(s.teks) for k in luar.kisi for s in k.sel.values()} - {""}
    kepala = {kepala_setara(s.teks) for k in luar.kisi for (b, _), s in k.sel.items() if b <= BARIS_KEPALA}
    skor = {}
    for n in daftar_lembar(buku):
        if n != nama:
            milik, judul = nama_dan_kepala(buku, n)
            if sama := len(isi & milik):
                skor[n] = sama, len(kepala & judul)
    terbaik = max(skor, key=lambda n: skor[n], default=None)
    return f' Maksud Anda lembar "{terbaik}"?' if terbaik else ""
