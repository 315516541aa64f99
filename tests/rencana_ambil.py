"""What a plan of a taking-over says, for its tests: captions, columns that are certain, contents of a sheet."""

from __future__ import annotations

from lkjip_xl.rencana import Rencana, Yakin

UKUR = "Tabel 3.1 Capaian Kinerja Tahun 2024"
UANG = "Tabel 3.9 Realisasi Anggaran Tahun 2024"


def kolom(r: Rencana, n: int = 0) -> dict[str, str]:
    """Sheet and column by header, of columns that are certain."""
    semua = r.tabel[n].kolom.values()
    return {k.judul: f"{k.lembar}.{k.kolom}" for k in semua if k.yakin is Yakin.PASTI and k.lembar}


def isi(r: Rencana, lembar: str, *kolom: str) -> list[tuple]:
    """What the sheet holds in these columns after the plan."""
    return [tuple(x[k] for k in kolom) for _, x in r.buku[lembar].rekaman()]


def nasib(r: Rencana, teks: str) -> list[str]:
    """What became of the cells of the source that hold this text."""
    return [s.nasib.value for s in r.sel if s.teks == teks]


def kolom_ditanya(r: Rencana) -> list[str]:
    """Headers of the columns that the user is asked about."""
    return [p.bagian for p in r.pertanyaan if p.jenis == "kolom"]
