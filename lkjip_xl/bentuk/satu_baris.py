"""One row of figures below a caption that names its indicator ("Capaian Indikator Kinerja Nilai SAKIP Tahun 2024")."""

from __future__ import annotations

from dataclasses import replace

from lkjip_xl.bentuk.satu_indikator import nama_judul, nama_utuh
from lkjip_xl.padan.ragam_kepala import pokok_kepala
from lkjip_xl.sumber.model import TabelAsing
from lkjip_xl.sumber.rupa import berkata

_ANGKA = frozenset({"target", "realisasi", "capaian", "persen", "asumsi"})
_KATA = frozenset({"kategori", "predikat", "keterangan", "kriteria", "satuan"})


def bercaption(t: TabelAsing, dikenal: dict[str, str]) -> TabelAsing | None:
    """The table with the indicator its caption names; None where a column may name what the row is about, or nothing does."""
    data = t.dalam()
    if t.indikator or len(data) != 1 or len(t.kisi) != 1:
        return None
    kepala = {k.nomor: {*pokok_kepala(k.jalur[-1]).split()} if k.jalur else set() for k in t.kolom}
    kata = {n for n, s in data[0].sel.items() if berkata(s)}
    polos = all(x & _ANGKA or x <= _KATA for x in kepala.values()) and all(kepala.get(n, set()) & _KATA for n in kata)
    if not polos or not {"target", "realisasi"} <= set().union(*kepala.values()):
        return None
    nama = nama_utuh(t, nama_judul(t, dikenal))
    return replace(t, indikator=nama, baris=(replace(data[0], jenis="data"),)) if nama else None
