"""What the sheet Strategi dan Dukungan says of each tujuan and sasaran: mission served, strategies, support from others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lkjip_xl.inti.kunci import kunci_teks
from lkjip_xl.ringkasan.alokasi import alokasi
from lkjip_xl.ringkasan.iku_berlaku import penanggung_jawab
from lkjip_xl.ringkasan.indikator import Indikator, kamus_indikator
from lkjip_xl.ringkasan.kepala import sumber
from lkjip_xl.ringkasan.model import BarisRingkas, KolomRingkas, TabelRingkas, gabung_sama, kolom_berisi
from lkjip_xl.ringkasan.perakit import LEBAR_SASARAN
from lkjip_xl.tabel.hierarki import teratas
from lkjip_xl.tabel.model import BukuKerja, Nilai
from lkjip_xl.tabel.per_buku import per_buku

LEMBAR = "strategi"
STRATEGI = (("strategi", "Strategi", 44), ("kebijakan", "Arah Kebijakan", 44))
PELAKSANA = (("program", "Program", 40), ("penanggung_jawab", "Penanggung Jawab", 26))
DUKUNGAN = (("pihak", "Bidang / Perangkat Daerah Lain", 34), ("dukungan", "Bentuk Dukungan", 48))


def misi(buku: BukuKerja, x: Indikator) -> str | None:
    """The missions a tujuan or sasaran serves, as typed for it; None where none are."""
    semua = dict.fromkeys(
        m for r in _menurut_sasaran(buku).get(kunci_teks(x.sasaran), ()) if isinstance(m := r["misi"], str)
    )
    return "; ".join(semua) or None


def tabel_strategi(buku: BukuKerja) -> TabelRingkas | None:
    """Strategies of each sasaran with their policies, the programmes behind it and who answers for it; None where the
    sheet has neither strategy nor policy."""
    ada_program = any(_program(buku, kunci) for kunci in _menurut_sasaran(buku))
    judul = "Strategi, Arah Kebijakan, dan Program" if ada_program else "Strategi dan Arah Kebijakan"
    return _tabel(buku, judul, STRATEGI, PELAKSANA)


def tabel_dukungan(buku: BukuKerja) -> TabelRingkas | None:
    """Who else supports each sasaran, and how; None where the sheet names nobody."""
    return _tabel(buku, "Dukungan Lintas Bidang dan Perangkat Daerah", DUKUNGAN)


def _tabel(
    buku: BukuKerja, judul: str, isi: Sequence[tuple[str, str, int]], lebih: Sequence[tuple[str, str, int]] = ()
) -> TabelRingkas | None:
    """lebih: further columns, of which each sasaran has one cell."""
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
            milik_sasaran = {k: PELAKSANA_DARI[k](buku, sasaran) for k, *_ in lebih}
            baris.append(BarisRingkas({"sasaran": r["sasaran"], utama: lalu, rinci: r[rinci]} | milik_sasaran))
            kunci.append(sasaran)
            sama.append(None if lalu is None else (sasaran, lalu))
    if not baris:
        return None
    kolom = (
        KolomRingkas("sasaran", "Tujuan / Sasaran", lebar=LEBAR_SASARAN, tetap=True),
        *(KolomRingkas(k, j, lebar=lebar) for k, j, lebar in (*isi, *lebih)),
    )
    terpakai = kolom_berisi(kolom, baris)
    nama = {k.nama for k in terpakai}
    gabung = gabung_sama(baris, ["sasaran", *(k for k, *_ in lebih if k in nama)], kunci)
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


def _program(buku: BukuKerja, sasaran: str) -> str | None:
    """The programmes mapped to a sasaran, the highest rows only."""
    a = alokasi(buku)
    nama = dict.fromkeys(
        str(x) for b in teratas(a.induk, a.milik_sasaran(sasaran)) if (x := a.baris[b]["nama"]) is not None
    )
    return "\n".join(nama) or None


def _penanggung_jawab(buku: BukuKerja, sasaran: str) -> str | None:
    """Who answers for the indicators of a sasaran."""
    jawab = penanggung_jawab(buku)
    milik = (k for k, x in kamus_indikator(buku).items() if kunci_teks(x.sasaran) == sasaran)
    return "\n".join(dict.fromkeys(jawab[k] for k in milik if k in jawab)) or None


PELAKSANA_DARI = {"program": _program, "penanggung_jawab": _penanggung_jawab}
