"""Agencies at the edge of what a report must bear: one indicator, sixty, no history, nothing measured, long names."""

from __future__ import annotations

from random import Random

from agensi import Naskah, agensi

PANJANG = " di wilayah kerja perangkat daerah beserta kecamatan dan kelurahan yang berada di bawah koordinasinya"


def _satu() -> Naskah:
    return agensi(Random(3), indikator=1, simpul=12, ragam=False)


def _enam_puluh() -> Naskah:
    return agensi(Random(5), indikator=60, ragam=False)


def _tanpa_riwayat() -> Naskah:
    return agensi(Random(7), indikator=6, simpul=20, ragam="tahun_lalu_tidak_ada")


def _tanpa_realisasi() -> Naskah:
    n = agensi(Random(11), indikator=10, simpul=20, ragam=False)
    ukur = [
        {k: x for k, x in b.items() if not k.startswith(("realisasi", "capaian", "kategori", "tw", "pem", "peny"))}
        for b in n["pengukuran"]
    ]
    return {i: b for i, b in n.items() if i not in ("pengukuran", "triwulan")} | {"pengukuran": ukur}


def _nama_panjang() -> Naskah:
    n = agensi(Random(13), indikator=8, simpul=20, ragam=False)
    for lembar in ("indikator", "anggaran", "penunjang", "pk_program", "renja", "tc27"):
        for b in n.get(lembar, ()):
            b.update({k: b[k] + PANJANG for k in ("nama", "indikator", "pernyataan") if b.get(k)})
    return n


TEPI = {
    "satu": _satu,
    "enam-puluh": _enam_puluh,
    "tanpa-riwayat": _tanpa_riwayat,
    "tanpa-realisasi": _tanpa_realisasi,
    "nama-panjang": _nama_panjang,
}
