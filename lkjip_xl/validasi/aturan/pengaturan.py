"""Rules of the settings: the Renstra period, the report year, the category scale."""

from __future__ import annotations

from dataclasses import replace

from lkjip_xl.inti.kunci import kunci_teks
from lkjip_xl.inti.skala import Skala
from lkjip_xl.ringkasan.desimal import desimal_setelan
from lkjip_xl.skema.perlu import perlu
from lkjip_xl.tabel.hitung_buku import PERLU_BAKU
from lkjip_xl.tabel.model import BukuKerja, Nilai
from lkjip_xl.validasi.aturan.nama import tidak_dikenal
from lkjip_xl.validasi.aturan.pelapor import Pelapor
from lkjip_xl.validasi.aturan.penelusur import Rujukan
from lkjip_xl.validasi.aturan.registri import aturan

KODE_SKALA = {
    "urutan": "SK-01",
    "batas_ganda": "SK-02",
    "batas_akhir": "SK-03",
    "tanda": "SK-04",
    "kategori_ganda": "SK-05",
}


@aturan(
    kode=tuple(sorted(KODE_SKALA.values())),
    lembar=("skala",),
    baca=PERLU_BAKU | perlu(skala="batas tanda kategori ?skala"),
)
def skala_kategori(buku: BukuKerja, lapor: Pelapor) -> None:
    """Skala kategori urut dari tertinggi, tanpa batas ganda, dan kategori terakhir tanpa batas bawah."""
    for nama, skala in buku.semua_skala.items():
        for masalah in skala.masalah():
            kolom = {"tanda": "tanda", "kategori_ganda": "kategori"}.get(masalah, "batas")
            baris = min(_baris_skala(lapor, nama), default=None)
            if baris is not None:
                lapor(KODE_SKALA[masalah], Rujukan("skala", baris, kolom))


def _baris_skala(lapor: Pelapor, nama: str) -> dict[int, dict[str, Nilai]]:
    """Rows of one scale."""
    return {b: r for b, r in lapor.jejak.baris("skala").items() if kunci_teks(r["skala"]) == nama}


@aturan(
    kode=("SK-06",),
    lembar=("skala",),
    baca=PERLU_BAKU | perlu(skala="batas tanda kategori ?teks ?skala", pengaturan="?desimal_capaian"),
)
def skala_bersambung(buku: BukuKerja, lapor: Pelapor) -> None:
    """Rumusan skala yang tercetak bersambung: tanpa celah dan tanpa tumpang tindih; bila tidak, disebut satu kali."""
    for nama, pita in buku.semua_skala.items():
        isi = {b: r for b, r in _baris_skala(lapor, nama).items() if kunci_teks(r["kategori"])}
        if pita.masalah() or [r["kategori"] for r in isi.values()] != [p.kategori for p in pita]:
            continue
        skala = Skala(replace(p, teks=str(r["teks"] or "")) for p, r in zip(pita, isi.values(), strict=True))
        pasangan = skala.tak_bersambung(desimal_setelan(buku, "DesimalCapaian"))
        if pasangan:
            daftar = "; ".join(f"{bawah.teks} dan {atas.teks or atas.kategori}" for atas, bawah in pasangan)
            lapor("SK-06", Rujukan("skala", next(iter(isi)), "teks"), daftar=daftar)


@aturan(
    kode=("SK-08",),
    baca=perlu(
        skala="?skala",
        skala_baku="?skala",
        indikator="?skala_kategori",
        pengaturan="?skala_capaian ?skala_sasaran ?skala_serapan",
    ),
)
def skala_dipilih_ada(buku: BukuKerja, lapor: Pelapor) -> None:
    """Skala yang dipilih di Indikator atau Pengaturan ada di lembar Skala Kategori atau Skala Baku."""
    dipilih = [("indikator", "skala_kategori"), ("pengaturan", "skala_sasaran"), ("pengaturan", "skala_serapan")]
    for r, maksud in tidak_dikenal(lapor, (("skala", "skala"), ("skala_baku", "skala")), dipilih):
        lapor("SK-08", r, usul=maksud)
    for r, maksud in tidak_dikenal(lapor, (("skala_baku", "skala"),), [("pengaturan", "skala_capaian")]):
        lapor("SK-08", r, usul=maksud)


@aturan(
    kode=("SK-31",),
    lembar=("skala",),
    baca=perlu(skala="kategori ?skala", skala_baku="?skala", pengaturan="?skala_capaian"),
)
def skala_sendiri_tak_dipakai(buku: BukuKerja, lapor: Pelapor) -> None:
    """Skala sendiri tanpa nama tidak berlaku selama Pengaturan memilih skala dari Skala Baku; itu disebut satu kali."""
    pilihan = buku.setelan.get("SkalaCapaian")
    sendiri = [b for b, r in _baris_skala(lapor, "").items() if kunci_teks(r["kategori"])]
    dikenal = {kunci_teks(r["skala"]) for _, r in buku["skala_baku"].rekaman()}
    if sendiri and pilihan is not None and kunci_teks(pilihan) in dikenal:
        lapor("SK-31", Rujukan("skala", sendiri[0], "kategori"), jumlah=len(sendiri), pilihan=str(pilihan))
