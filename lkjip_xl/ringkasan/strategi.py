"""What the sheet Strategi dan Dukungan says of each tujuan and sasaran: mission served, strategies, support from others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lkjip_xl.inti.kunci import kunci_teks
from lkjip_xl.ringkasan.indikator import Indikator, kamus_indikator
from lkjip_xl.ringkasan.kepala import sumber
from lkjip_xl.ringkasan.model import BarisRingkas, KolomRingkas, TabelRingkas, gabung_sama, kolom_berisi
from lkjip_xl.ringkasan.susunan import LEBAR_SASARAN
from lkjip_xl.tabel.model import BukuKerja, Nilai
from lkjip_xl.tabel.per_buku import per_buku

LEMBAR = "strategi"
STRATEGI = (("strategi", "Strategi", 44), ("kebijakan", "Arah Kebijakan", 44))
DUKUNGAN = (("pihak", "Bidang / Perangkat Daerah Lain", 34), ("dukungan", "Bentuk Dukungan", 48))


def misi(buku: BukuKerja, x: Indikator) -> str | None:
    """The missions a tujuan or sasaran serves, as typed for it; None where none are."""
    semua = dict.fromkeys(
        m for r in _menurut_sasaran(buku).get(kunci_teks(x.sasaran), ()) if isinstance(m := r["misi"], str)
    )
    return "; ".join(semua) or None


def tabel_strategi(buku: BukuKerja) -> TabelRingkas | None:
    """Strategies of each sasaran with their policies; None where the sheet has neither."""
    return _tabel(buku, "Strategi dan Arah Kebijakan", STRATEGI)


def tabel_dukungan(buku: BukuKerja) -> TabelRingkas | None:
    """Who else supports each sasaran, and how; None where the sheet names nobody."""
    return _tabel(buku, "Dukungan Lintas Bidang dan Perangkat Daerah", DUKUNGAN)


def _tabel(buku: BukuKerja, judul: str, isi: Sequence[tuple[str, str, int]]) -> TabelRingkas | None:
    baris: list[BarisRingkas] = []
    kunci: list[str] = []
    sama: list[object] = []
    utama, rinci = (k for k, *_ in isi)
    for sasaran, milik in _menurut_sasaran(buku).items():
        lalu: Nilai = None
        for r in milik:
            if r[utama] is None and r[rinci] is None:
                continue
            lalu = r[utama] if r[utama] is not None else lalu  # a further policy of the strategy above
            baris.append(BarisRingkas({"sasaran": r["sasaran"], utama: lalu, rinci: r[rinci]}))
            kunci.append(sasaran)
            sama.append(None if lalu is None else (sasaran, lalu))
    if not baris:
        return None
    kolom = (
        KolomRingkas("sasaran", "Tujuan / Sasaran", lebar=LEBAR_SASARAN, tetap=True),
        *(KolomRingkas(k, j, lebar=lebar) for k, j, lebar in isi),
    )
    terpakai = kolom_berisi(kolom, baris)
    gabung = gabung_sama(baris, ["sasaran"], kunci)
    if any(k.nama == utama for k in terpakai):
        gabung += gabung_sama(baris, [utama], sama)
    return TabelRingkas(
        lembar=buku[LEMBAR].lembar, nomor="", judul=judul, sumber=sumber(buku, LEMBAR), satuan="sebagaimana kepala kolom",
        catatan=(), kolom=terpakai, baris=tuple(baris), gabung=tuple(gabung),
    )  # fmt: skip


@per_buku
def _menurut_sasaran(buku: BukuKerja) -> Mapping[str, list[dict[str, Nilai]]]:
    """Rows of the sheet by the key of the sasaran they are about, in the order of the sheet, with its statement."""
    kamus = kamus_indikator(buku)
    pernyataan: dict[str, Nilai] = {}
    for x in kamus.values():
        pernyataan.setdefault(kunci_teks(x.sasaran), x.pernyataan or x.nama or x.sasaran)
    hasil: dict[str, list[dict[str, Nilai]]] = {}
    for _, r in buku[LEMBAR].rekaman() if LEMBAR in buku.tabel else ():
        if not isinstance(r["kode"], str):
            continue
        x = kamus.get(kunci_teks(r["kode"]))
        kunci = kunci_teks(x.sasaran if x is not None else r["kode"])
        isi = {k: r[k] for k in ("misi", *(k for k, *_ in (*STRATEGI, *DUKUNGAN)))}
        hasil.setdefault(kunci, []).append({"sasaran": pernyataan.get(kunci, r["kode"])} | isi)
    return hasil
