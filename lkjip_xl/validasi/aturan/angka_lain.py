"""Another known figure that explains a wrong result: last year's realisasi, another document's target, another method."""

from __future__ import annotations

from collections.abc import Iterator

from lkjip_xl.inti.fungsi import EFISIENSI
from lkjip_xl.inti.pilihan import Metode
from lkjip_xl.tabel.model import Nilai
from lkjip_xl.validasi.aturan.pelapor import Pelapor
from lkjip_xl.validasi.aturan.penelusur import Rujukan
from lkjip_xl.validasi.aturan.selang import hasil_tertulis, titik

METODE = tuple(m.value for m in (Metode.SELISIH, Metode.RASIO, Metode.PMK214, Metode.INDEKS, Metode.NILAI, Metode.SISA))


def cocok_lain(lapor: Pelapor, r: Rujukan) -> Rujukan | None:
    """The cell whose figure, in the place of this row's target or realisasi, gives the typed capaian; None if none does.

    Only cells of the same indicator count, and only when they hold another figure than the row itself.
    """
    isi = lapor.jejak.baris(r.lembar)[r.baris]
    for kolom, calon in _calon(lapor, r.lembar, isi.get("kode")):
        x = lapor.jejak.nilai(calon)
        if isinstance(x, float) and x != isi.get(kolom) and lapor.banding.cocok_bila(r, {kolom: x}):
            return calon
    return None


def metode_lain(lapor: Pelapor, r: Rujukan, capaian: Nilai, serapan: Nilai) -> str | None:
    """The method other than the one set that gives the typed efficiency from this capaian and serapan."""
    tertulis = lapor.jejak.nilai(r)
    if not (isinstance(tertulis, float) and isinstance(capaian, float) and isinstance(serapan, float)):
        return None
    selang = hasil_tertulis(tertulis, lapor.buku[r.lembar].desimal(r.baris, r.kolom))
    for m in METODE:
        hasil = EFISIENSI(capaian, serapan, m)
        if m != lapor.buku.setelan.get("MetodeEfisiensi") and isinstance(hasil, float) and titik(hasil).bertemu(selang):
            return m
    return None


def _calon(lapor: Pelapor, lembar: str, kode: object) -> Iterator[tuple[str, Rujukan]]:
    """Cells of the indicator that hold a target or a realisasi, with the column they would stand in for."""
    if lembar != "pengukuran" or not kode:
        return
    for sumber, kolom, milik in (
        *(("riwayat", f"realisasi_{k}", "realisasi") for k in (1, 2, 3)),
        ("pk", "target", "target"),
        *(("renstra", f"target_{k}", "target") for k in range(1, 7)),
        ("renstra", "target_akhir", "target"),
    ):
        if lapor.buku[sumber].ada:
            for b in lapor.buku.indeks.semua(sumber, "kode", kode):
                yield milik, Rujukan(sumber, b, kolom)
