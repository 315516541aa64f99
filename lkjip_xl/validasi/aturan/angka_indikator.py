"""The figures of one indicator wherever they were typed: this year's, those of other years, targets of the documents."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from lkjip_xl.inti.kunci import kunci_teks
from lkjip_xl.skema.perlu import perlu
from lkjip_xl.validasi.aturan.pelapor import Pelapor
from lkjip_xl.validasi.aturan.penelusur import Rujukan

# where one indicator's level stands: sheet, columns
JEJAK_NILAI = (
    ("pengukuran", ("target", "realisasi")),
    ("riwayat", ("target_1", "realisasi_1", "target_2", "realisasi_2", "target_3", "realisasi_3")),
    ("renstra", tuple(f"target_{k}" for k in range(1, 7))),
    ("pk", ("target",)),
)
BACA_JEJAK = perlu(
    pengukuran="?kode ?target ?realisasi",
    riwayat="?kode ?target_1-3 ?realisasi_1-3",
    renstra="?kode ?target_1-6",
    pk="?kode ?target",
)

AngkaIndikator = dict[str, list[tuple[Rujukan, float]]]


def angka_indikator(lapor: Pelapor) -> AngkaIndikator:
    """Positive figures by kode that were typed, with realisasi worked out from components."""
    semua: AngkaIndikator = defaultdict(list)
    for r, kode, x in _angka(lapor):
        semua[kode].append((r, x))
    return semua


def _angka(lapor: Pelapor) -> Iterator[tuple[Rujukan, str, float]]:
    for lembar, kolom in JEJAK_NILAI:
        if not lapor.buku[lembar].ada:
            continue
        for b, isi in lapor.jejak.baris(lembar).items():
            if not isi["kode"]:
                continue
            for k in kolom:
                x = isi[k]
                if not isinstance(x, float) or x <= 0:
                    continue
                r = Rujukan(lembar, b, k)
                warisan = lapor.buku[lembar].skema.kolom[k].rumus and not lapor.jejak.diketik(r) and k != "realisasi"
                if not warisan and not lapor.jejak.ternoda(r):
                    yield r, kunci_teks(isi["kode"]), x
