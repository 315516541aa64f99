"""What every test needs and none changes is made once per process: schemas, blank workbooks, parsed and checked sheets.

The messages, the presets, the look of merged cells, the charts of reports, the headers of columns, the template an old workbook
is compared with and the compressed texts of macros, too. All twelve are functions of their arguments (test_templat builds the template in two other processes); schemas and cells
are frozen, bytes cannot change. Schemas of any other folder, and those laid over the shipped ones, are read every time.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from copy import copy, deepcopy
from dataclasses import fields
from functools import cache, lru_cache, partial, wraps
from pathlib import Path
from weakref import WeakKeyDictionary

import pandas as pd
from openpyxl import Workbook
from openpyxl.worksheet.merge import MergedCellRange
from pyopenvba import vba
from satu_jalan import bersama

from lkjip_xl.buku import baca as modul_baca
from lkjip_xl.buku.format_angka import FormatAngka
from lkjip_xl.buku.paket import Paket
from lkjip_xl.buku.urai_lembar import PenguraiLembar
from lkjip_xl.lembar import bangun as modul_bangun
from lkjip_xl.rencana import kenali as modul_kenali
from lkjip_xl.rencana.calon import Calon
from lkjip_xl.skema import muat as modul_muat
from lkjip_xl.skema import preset as modul_preset
from lkjip_xl.skema import uji as modul_uji
from lkjip_xl.skema.model import LENGKAP, Skema, SkemaLembar
from lkjip_xl.skema.pesan import BERKAS, Pesan
from lkjip_xl.skema.sumberdaya import folder_skema
from lkjip_xl.tabel.model import Nilai

_Tepi = tuple[bool, bool, bool, bool]
_TERGABUNG: WeakKeyDictionary[Workbook, dict[tuple[object, ...], dict[_Tepi, object]]] = WeakKeyDictionary()


def pasang() -> None:
    """Put the twelve in the place of the program's own; call it before any other module takes them by name."""
    modul_muat.muat_skema = _muat_sekali(modul_muat.muat_skema)
    modul_muat.baca_katalog = _katalog_sekali(modul_muat.baca_katalog)
    modul_preset.baca_preset = _preset_sekali(modul_preset.baca_preset)
    modul_bangun.bangun = _bangun_sekali(modul_bangun.bangun)
    modul_bangun.bangun_paket = _paket_sekali(modul_bangun.bangun_paket)
    for nama in (
        "_encode_lz",
        "_decompress",
    ):  # a project is written in several steps, each of which packs every module anew
        if hasattr(vba, nama):
            setattr(vba, nama, _mampat_sekali(getattr(vba, nama)))
    modul_baca.PenguraiLembar = PenguraiSekali
    modul_uji.periksa_lembar = _periksa_sekali(modul_uji.periksa_lembar)
    MergedCellRange.format = _rupa_sekali(MergedCellRange.format)
    from lkjip_xl.word import lukisan as modul_lukisan  # takes the others by name

    modul_lukisan.lukis = _lukis_sekali(modul_lukisan.lukis)
    modul_kenali.calon_kolom = _calon_sekali(modul_kenali.calon_kolom)


class PenguraiSekali(PenguraiLembar):
    """Parses the same bytes with the same texts and formats once: the examples are read hundreds of times."""

    def __init__(self, teks: Sequence[str], gaya: Sequence[FormatAngka], *lain: object) -> None:
        super().__init__(teks, gaya, *lain)
        self.asal = tuple(teks), tuple(gaya), *lain

    def urai(self, data: bytes) -> None:
        p = _urai(data, *self.asal)
        self.sel, self.gabung = dict(p.sel), list(p.gabung)
        self.baris_tersembunyi, self.kolom_tersembunyi = set(p.baris_tersembunyi), list(p.kolom_tersembunyi)


@lru_cache(maxsize=128)
def _urai(data: bytes, *asal: object) -> PenguraiLembar:
    pengurai = PenguraiLembar(*asal)
    pengurai.urai(data)
    return pengurai


def _muat_sekali(asli):
    bawaan = folder_skema().resolve()
    sekali = cache(lambda _sidik: asli(bawaan))

    @wraps(asli)
    def muat_skema(folder: Path | str, tindih: Path | str | None = None) -> Skema:
        if tindih is not None or Path(folder).resolve() != bawaan:
            return asli(folder, tindih)
        return sekali(_waktu(bawaan))

    return muat_skema


def _katalog_sekali(asli):
    """Tests of broken schemas work on copies, whose messages are nearly always the shipped ones."""
    bawaan = folder_skema() / BERKAS
    sekali = cache(lambda _isi: asli(bawaan.parent))

    @wraps(asli)
    def baca_katalog(folder: Path, tindih: Path | None = None) -> dict[str, Pesan]:
        isi = bawaan.read_bytes()
        if tindih is None and (folder / BERKAS).is_file() and (folder / BERKAS).read_bytes() == isi:
            return dict(sekali(isi))
        return asli(folder, tindih)

    return baca_katalog


def _calon_sekali(asli):
    """A program does so once per workbook, and tests of documents have hundreds of small ones with the same settings."""
    jadi: dict[object, tuple[Skema, list[Calon]]] = {}

    @wraps(asli)
    def calon_kolom(skema: Skema, lembar: SkemaLembar, setelan: Mapping[str, Nilai]) -> list[Calon]:
        kunci = id(skema), id(lembar), *setelan.items()
        if kunci not in jadi:
            jadi[kunci] = skema, asli(skema, lembar, setelan)  # the schema is kept, so that no other gets its id
        return list(jadi[kunci][1])

    return calon_kolom


def _waktu(folder: Path) -> tuple[tuple[str, int], ...]:
    return tuple((p.name, p.stat().st_mtime_ns) for p in sorted(folder.iterdir()))


def _preset_sekali(asli):
    bawaan = folder_skema().resolve()
    jadi: dict[object, tuple[object, dict[str, modul_preset.Preset]]] = {}

    @wraps(asli)
    def baca_preset(
        folder: Path, tindih: Path | None, lembar: Mapping[str, SkemaLembar]
    ) -> dict[str, modul_preset.Preset]:
        if tindih is not None or Path(folder).resolve() != bawaan:
            return asli(folder, tindih, lembar)
        kunci = _waktu(bawaan / modul_preset.FOLDER), tuple(map(id, lembar.values()))
        if kunci not in jadi:
            jadi[kunci] = tuple(lembar.values()), asli(folder, tindih, lembar)
        return dict(jadi[kunci][1])

    return baca_preset


def _periksa_sekali(asli):
    """pandera looks at a sheet's content once: most sheets of a test's workbook are as the template has them."""
    jadi: OrderedDict[object, tuple[SkemaLembar, tuple[modul_uji.Pelanggaran, ...]]] = OrderedDict()

    @wraps(asli)
    def periksa_lembar(s: SkemaLembar, data: pd.DataFrame) -> list[modul_uji.Pelanggaran]:
        kunci = id(s), repr((list(data), list(data.index), data.values.tolist()))
        if kunci not in jadi:
            jadi[kunci] = s, tuple(asli(s, data))
            if len(jadi) > 512:
                jadi.popitem(last=False)
        jadi.move_to_end(kunci)
        return list(jadi[kunci][1])

    return periksa_lembar


def _rupa_sekali(asli):
    """openpyxl, half of whose reading it is, works out the look of cells that are merged once for all that are alike."""

    @wraps(asli)
    def format(self: MergedCellRange) -> None:
        kiri, atas, kanan, bawah = self.bounds
        tepi = {(b, k): (b == atas, b == bawah, k == kiri, k == kanan) for b, k in self.cells}
        assert self.ws.parent is not None
        jadi = _TERGABUNG.setdefault(self.ws.parent, {}).setdefault(tuple(self.start_cell._style or ()), {})
        if not jadi.keys() >= {*tepi.values()}:
            asli(self)
            jadi |= {x: copy(self.ws._cells[letak]._style) for letak, x in tepi.items()}
            return
        for letak, x in tepi.items():
            self.ws._cells[letak]._style = copy(jadi[x])

    return format


def _lukis_sekali(asli):
    """Most reports of the tests show the same figures: a chart is drawn once a run from what it is drawn from."""
    jadi: dict[str, object] = {}

    @wraps(asli)
    def lukis(r):
        assert isinstance(r.lukis, partial)
        kunci = repr((r.lukis.func.__qualname__, r.lukis.args, r.judul, r.alt))
        assert " at 0x" not in kunci  # an address says nothing in another process
        if kunci not in jadi:
            jadi[kunci] = bersama(kunci, lambda: asli(r))
        return jadi[kunci]

    return lukis


def _bangun_sekali(asli):
    jadi: dict[object, tuple[Skema, bytes]] = {}  # the schemas, too: what is kept alive keeps its id

    @wraps(asli)
    def bangun(skema: Skema, isian: Mapping[str, object] | None = None, *, tampilan: str = LENGKAP) -> bytes:
        kunci = _sidik(skema), tuple((isian or {}).items()), tampilan
        if kunci not in jadi:
            jadi[kunci] = skema, asli(skema, isian, tampilan=tampilan)
        return jadi[kunci][1]

    return bangun


def _paket_sekali(asli):
    """`perbarui` builds the template of a workbook's size anew each time, and tests bring the same workbooks to it."""
    jadi: OrderedDict[object, tuple[Skema, Paket]] = OrderedDict()

    @wraps(asli)
    def bangun_paket(skema: Skema, isian: Mapping[str, object] | None = None) -> Paket:
        kunci = _sidik(skema), tuple((isian or {}).items())
        if kunci not in jadi:
            jadi[kunci] = skema, asli(skema, isian)
            if len(jadi) > 8:  # megabytes each
                jadi.popitem(last=False)
        jadi.move_to_end(kunci)
        return deepcopy(jadi[kunci][1])  # to be worked on; its parts are bytes, which are not copied

    return bangun_paket


def _mampat_sekali(asli):
    sekali = lru_cache(maxsize=1024)(asli)

    @wraps(asli)
    def mampat(data: bytes, **kata: object):
        return sekali(bytes(data), **kata)

    return mampat


def _sidik(skema: Skema) -> tuple[object, ...]:
    """The same for two schemas of the same parts: `replace` with other rows shares everything else."""
    bagian = [getattr(s, f.name) for s in skema.lembar.values() for f in fields(s)]
    return id(skema.kata), *(x if isinstance(x, str | int) else id(x) for x in bagian)
