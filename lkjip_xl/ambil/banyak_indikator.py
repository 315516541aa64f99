"""Tables that hold several indicators in the form of a table about one: a year a row below each name, or a name a column."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lkjip_xl.ambil.satu_indikator import ANGKA_SATU, SEBUTAN, TAHUN_SATU, satu_indikator
from lkjip_xl.inti.kunci import kunci_judul, rapikan_spasi
from lkjip_xl.padan.ragam_kepala import pokok_kepala
from lkjip_xl.sumber.model import BarisAsing, KolomAsing, TabelAsing

NAMA_MIN = 8  # letters of a header that is the name of an indicator
INDIKATOR, NILAI = "indikator", "Nilai"


def per_indikator(t: TabelAsing) -> list[TabelAsing]:
    """The table as one for each of its indicators where it is of that form, else the table itself."""
    bagian = [*_bertahun(t)] or [*_berputar(t)]
    return bagian if len(bagian) > 1 and all(satu_indikator(x, {}) is not None for x in bagian) else [t]


def _berkolom(t: TabelAsing) -> list[tuple[KolomAsing, str]]:
    """Filled columns but running numbers, with the words that tell each."""
    semua = [(k, pokok_kepala(k.jalur[-1]) if k.jalur else "") for k in t.kolom]
    return [(k, h) for k, h in semua if h not in ("no", "nomor") and any(k.nomor in b.sel for b in t.data())]


def _bertahun(t: TabelAsing) -> Iterator[TabelAsing]:
    """Indikator | Tahun | Target | Realisasi: the rows below each name, up to the next one."""
    kolom = _berkolom(t)
    nama = next((k for k, h in kolom if h == INDIKATOR), None)
    tahun = next((k for k, _ in kolom if k.jalur and kunci_judul(k.jalur[-1]) == "tahun"), None)
    lain = {h for k, h in kolom if k not in (nama, tahun)}
    if nama is None or tahun is None or not lain <= ANGKA_SATU | {"satuan"}:
        return
    bagian: list[tuple[str, list[BarisAsing]]] = []
    for b in t.data():
        s, th = b.sel.get(nama.nomor), b.sel.get(tahun.nomor)
        if th is None or TAHUN_SATU.fullmatch(kunci_judul(th.teks)) is None or (s is None and not bagian):
            return
        if s is not None and (not bagian or rapikan_spasi(s.teks) != bagian[-1][0]):
            bagian.append((rapikan_spasi(s.teks), []))
        bagian[-1][1].append(b)
    sisa = tuple(k for k, h in kolom if k is not nama and h != "satuan")
    for n, baris in bagian:
        isi = (replace(b, sel={k: s for k, s in b.sel.items() if any(x.nomor == k for x in sisa)}) for b in baris)
        yield replace(t, kolom=sisa, baris=tuple(isi), indikator=n)


def _berputar(t: TabelAsing) -> Iterator[TabelAsing]:
    """Uraian | name | name, with rows Target, Realisasi: a column each."""
    kolom = _berkolom(t)
    if len(kolom) < 3 or kolom[0][1] not in SEBUTAN:
        return
    awal, lain = kolom[0][0], [k for k, _ in kolom[1:]]
    baris = [b for b in t.baris if b.jenis in ("data", "rata") and awal.nomor in b.sel]
    label = {pokok_kepala(TAHUN_SATU.sub("", kunci_judul(b.sel[awal.nomor].teks))) for b in baris}
    if not {"target", "realisasi"} <= label or any(
        len(k.judul) < NAMA_MIN or h in SEBUTAN | ANGKA_SATU or TAHUN_SATU.fullmatch(kunci_judul(k.judul)) for k, h in kolom[1:]
    ):  # fmt: skip
        return
    for k in lain:
        isi = (
            replace(b, jenis="data", sel={n: s for n, s in b.sel.items() if n in (awal.nomor, k.nomor)}) for b in baris
        )
        yield replace(t, kolom=(awal, replace(k, jalur=(NILAI,))), baris=tuple(isi), indikator=rapikan_spasi(k.judul))
