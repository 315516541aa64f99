"""Widths of columns as earlier templates had them: whoever kept one gets today's, a width of the user's own stays."""

from __future__ import annotations

from collections.abc import Mapping

from lkjip_xl.perbarui.letak import Letak

# by sheet and column, from the first version on; today's are in the schemas
DAHULU: Mapping[str, Mapping[str, tuple[float, ...]]] = {
    "daftar_tabel": {"tampil": (9,)},
    "renstra": {"sasaran": (36, 24), "indikator": (40, 36)},
    "tc27": {"tujuan": (24,), "sasaran": (24,), "nama": (44,), "indikator": (38,), "satuan": (12,)},
    "renja": {"kode": (18,), "level": (14, 12), "nama": (46, 41)},
    "pk_program": {"versi": (11,), "kode": (16,), "level": (13,), "nama": (48, 33)},
    "triwulan": {"satuan": (12,)},
    "pengukuran": {
        "sasaran": (34, 24),
        "indikator": (40, 36),
        "satuan": (13, 11),
        "arah": (10,),
        "target": (11,),
        "pembilang": (17,),
        "sementara": (11,),
        "kategori": (16,),
    },
    "anggaran": {
        "no": (8,),
        "kode": (17,),
        "level": (13,),
        "nama": (48, 37),
        "satuan": (12,),
        "satuan_volume": (14,),
    },
    "aset": {"nama": (50,)},
}


def lebar_dahulu(letak: Letak) -> dict[int, tuple[float, ...]]:
    """Former widths of the columns of a sheet by number; none of what its schema no longer knows."""
    milik = DAHULU.get(letak.skema.id, {})
    return {letak.kolom[n]: lebar for n, lebar in milik.items() if n in letak.kolom}
