"""The same money in several documents: only a contradiction with the budget version that is reported is an error.

Renja is a plan set before the budget; a PK may be written from the DPA and the budget moved afterwards. Which document
the figures of Anggaran follow says `Dasar pagu` in Pengaturan.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, product

from lkjip_xl.inti.kunci import kunci_teks
from lkjip_xl.inti.temuan import Tingkat
from lkjip_xl.skema.perlu import perlu
from lkjip_xl.tabel.model import BukuKerja
from lkjip_xl.validasi.aturan.butir_rupiah import SETENGAH_RUPIAH
from lkjip_xl.validasi.aturan.pelapor import Pelapor
from lkjip_xl.validasi.aturan.penelusur import Rujukan
from lkjip_xl.validasi.aturan.registri import aturan

DPA, PERGESERAN, DPPA = "dpa", "dpa pergeseran", "dppa"
LAIN, TANPA_PERUBAHAN = "AG-11", "AG-13"


@dataclass(frozen=True, slots=True)
class Acuan:
    """A document a figure is held against: the helper column that brings its figure, the code and severity of a difference."""

    kolom: str
    kode: str
    tingkat: Tingkat | None = None


@dataclass(frozen=True, slots=True)
class Beda:
    """A typed figure that differs from a document: its cell, the document's figure and cell."""

    r: Rujukan
    nilai: float
    acuan: Acuan
    seharusnya: float
    sumber: Rujukan


@aturan(
    kode=("AG-08", LAIN, "AG-12", TANPA_PERUBAHAN),
    baca=perlu(
        pk_program="?anggaran ?versi ?renja_setelah ?renja_sebelum",
        anggaran="?pagu ?pagu_pk ?pagu_renja ?pagu_murni",
        pengaturan="?dasar_pagu",
    ),
)
def pagu_menurut_dokumen(buku: BukuKerja, lapor: Pelapor) -> None:
    """Pagu Anggaran sama dengan PK Program menurut Dasar pagu; beda dari Renja atau PK versi lain hanya dicatat."""
    renja = {"murni": (Acuan("renja_sebelum", LAIN),), "perubahan": (Acuan("renja_setelah", LAIN),)}
    for versi, acuan in renja.items():
        pilih = [b for b, isi in _baris(lapor, "pk_program") if isi.get("versi") == versi]
        _laporkan(lapor, list(_beda(lapor, "pk_program", "anggaran", pilih, acuan)))
    pilih = [b for b, _ in _baris(lapor, "anggaran")]
    _laporkan(lapor, list(_beda(lapor, "anggaran", "pagu", pilih, acuan_anggaran(buku))))


def acuan_anggaran(buku: BukuKerja) -> Sequence[Acuan]:
    """The documents the sheet Anggaran is held against, the first that has the row speaks."""
    dasar, perubahan = kunci_teks(buku.setelan.get("DasarPagu")), _ada_perubahan(buku)
    if dasar == DPA:
        return Acuan("pagu_murni", "AG-08"), Acuan("pagu_renja", LAIN)
    if not perubahan:  # the budget may have moved since the PK was signed
        return Acuan("pagu_murni", TANPA_PERUBAHAN), Acuan("pagu_renja", LAIN)
    tingkat = Tingkat.PERINGATAN if dasar == PERGESERAN else None  # the PK may follow the change, not the shift
    return Acuan("pagu_pk", "AG-08", tingkat), Acuan("pagu_murni", LAIN), Acuan("pagu_renja", LAIN)


def _ada_perubahan(buku: BukuKerja) -> bool:
    t = buku["pk_program"]
    return t.ada and any(
        isi.get("versi") == "perubahan" and isinstance(isi.get("anggaran"), float) for isi in t.per_baris().values()
    )


def _baris(lapor: Pelapor, lembar: str) -> Iterator[tuple[int, dict]]:
    if lapor.buku[lembar].ada:
        yield from lapor.jejak.baris(lembar).items()


def _beda(lapor: Pelapor, lembar: str, kolom: str, baris: Sequence[int], acuan: Sequence[Acuan]) -> Iterator[Beda]:
    j = lapor.jejak
    for b in baris:
        r = Rujukan(lembar, b, kolom)
        x = j.nilai(r)
        if kolom not in lapor.buku[lembar].skema.kolom or not j.diketik(r) or not isinstance(x, float) or j.ternoda(r):
            continue
        lapor.terjawab(r)
        for a in acuan:
            bantu = Rujukan(lembar, b, a.kolom)
            y, sumber = j.nilai(bantu), j.sumber(bantu)
            if isinstance(y, float) and sumber and not any(j.ternoda(s) for s in sumber):
                if abs(x - y) > SETENGAH_RUPIAH:
                    yield Beda(r, x, a, y, sumber[0])
                break


def _laporkan(lapor: Pelapor, semua: Sequence[Beda]) -> None:
    tertukar: set[Rujukan] = set()
    for p, q in pasangan_tertukar(semua):
        tertukar |= {p.r, q.r}
        lapor(
            "AG-12",
            p.r,
            seharusnya=p.seharusnya,
            terkait=[q.r, p.sumber, q.sumber],
            # against the budget version that is reported it stays what one such figure would be
            tingkat=Tingkat.KESALAHAN if p.acuan == Acuan(p.acuan.kolom, "AG-08") else None,
            lain=lapor.sebut(q.r),
            nilai_lain=q.nilai,
            sumber=lapor.sebut(p.sumber),
            sumber_lain=lapor.sebut(q.sumber),
            koreksi={q.r: q.seharusnya},
        )
    for b in semua:
        if b.r not in tertukar:
            lapor(
                b.acuan.kode,
                b.r,
                seharusnya=b.seharusnya,
                terkait=[b.sumber],
                tingkat=b.acuan.tingkat,
                tandai=b.acuan.kode == "AG-08",
                sumber=lapor.sebut(b.sumber),
            )


def pasangan_tertukar(semua: Sequence[Beda]) -> Iterator[tuple[Beda, Beda]]:
    """Rows each of which carries the other's figure, each row once, with the first such one below it."""
    letak: dict[tuple[Acuan, int, int], deque[int]] = defaultdict(deque)
    for i, b in enumerate(semua):
        letak[b.acuan, round(b.nilai), round(b.seharusnya)].append(i)
    sudah: set[int] = set()
    for i, p in enumerate(semua):
        if i in sudah:
            continue
        calon = []
        for x, y in product(_bulatan(p.seharusnya), _bulatan(p.nilai)):
            antre = letak.get((p.acuan, x, y), deque())
            while antre and (antre[0] <= i or antre[0] in sudah):
                antre.popleft()
            calon += [*islice((j for j in antre if j not in sudah and saling_membawa(p, semua[j])), 1)]
        if calon:
            sudah |= {i, min(calon)}
            yield p, semua[min(calon)]


def _bulatan(x: float) -> set[int]:
    """The whole rupiah a figure as near as that may round to."""
    return {round(x - SETENGAH_RUPIAH), round(x + SETENGAH_RUPIAH)}


def saling_membawa(p: Beda, q: Beda) -> bool:
    """Does each of two rows carry the figure that the document has for the other?"""
    return abs(p.nilai - q.seharusnya) <= SETENGAH_RUPIAH and abs(q.nilai - p.seharusnya) <= SETENGAH_RUPIAH
