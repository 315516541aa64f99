"""A workbook in use brought to today's template."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from lkjip_xl.inti.pemungut import tanpa_pemungut
from lkjip_xl.perintah.buku import AKHIRAN_BUKU, tulis_ringkasan
from lkjip_xl.perintah.skema_dipakai import skema
from lkjip_xl.perintah.tanda_tangan import tanda_tangan_hilang
from lkjip_xl.skema.kata import dengan_kata

if TYPE_CHECKING:
    from lkjip_xl.buku.paket import Paket
    from lkjip_xl.buku.simpan import Lapor
    from lkjip_xl.inti.temuan import Temuan
    from lkjip_xl.perbarui import HasilPerbarui
    from lkjip_xl.skema.model import Skema

_NAMA_TEMPLAT = re.compile(r" - templat \d{1,9}( \(\d{1,9}\))?$")


@tanpa_pemungut()
@dengan_kata
def perbarui(
    buku: Path,
    *,
    lihat: bool = False,
    baris: Mapping[str, int] | None = None,
    pulihkan_rumus: bool = False,
    sk: Skema | None = None,
    lapor: Lapor | None = None,
    kabar: list[Temuan] | None = None,
) -> HasilPerbarui:
    """Bring a workbook to today's template, or with `lihat` only say what that would change; nothing half done.

    baris: ready-made rows wanted by sheet name; pulihkan_rumus: formulas return where a constant was typed over one;
    kabar takes what the user had put on sheets that were written anew. Raises GalatBerkas (BK-15, BK-17).
    """
    from lkjip_xl.buku.paket import Paket
    from lkjip_xl.buku.sesi import sunting

    sk = sk or skema()
    if lihat:
        return _perbarui(Paket.buka(buku), sk, baris, pulihkan_rumus)[0]
    with sunting(buku, "perbarui", lapor) as s:
        hasil, tambahan = _perbarui(s.paket, sk, baris, pulihkan_rumus)
        if hasil.berubah:
            s.simpan()
            if kabar is not None:
                kabar += [*tambahan, *tanda_tangan_hilang(s.paket)]
    return hasil


@dataclass(frozen=True, slots=True)
class HasilPindah:
    """Where the new workbook is (None: nothing to do), and what moving changed."""

    berkas: Path | None
    perbarui: HasilPerbarui


def pindah_templat(paket: Paket, asal: Path, *, sk: Skema | None = None, seperti: Path | None = None) -> HasilPindah:
    """Write the workbook in `paket`, brought to today's template, beside `asal` under a name no file bears; nothing else changes.

    seperti: the file of the workbook, whose rights the new one gets. The list of changes stands on a sheet of the new
    workbook. Raises GalatBerkas (BK-17, BK-19, BK-40) and then writes nothing.
    """
    from lkjip_xl.buku.galat import GalatBerkas
    from lkjip_xl.buku.simpan import simpan_baru

    hasil, tambahan = _perbarui(paket, sk or skema(), None, False)
    if not hasil.perlu:
        return HasilPindah(None, hasil)
    _catat_perubahan(paket, hasil, tambahan)
    data = paket.ke_bytes()
    tujuan = nama_templat(asal, hasil.ke_versi)
    simpan_baru(tujuan, data, GalatBerkas("BK-19", berkas=str(tujuan), timpa=""), seperti=seperti)
    return HasilPindah(tujuan, hasil)


def nama_templat(asal: Path, versi: int) -> Path:
    """A free name beside a workbook that tells its template; never the name of the workbook itself, which may be open.

    >>> nama_templat(Path("/x/LKjIP - templat 1 (2).xlsm"), 2).name
    'LKjIP - templat 2.xlsm'
    """
    from lkjip_xl.buku.berkas import nama_bebas

    badan = _NAMA_TEMPLAT.sub("", asal.stem)
    return nama_bebas(asal.with_name(f"{badan} - templat {versi}{AKHIRAN_BUKU}"), asal.name)


def _catat_perubahan(paket: Paket, hasil: HasilPerbarui, tambahan: list[Temuan]) -> None:
    from openpyxl import Workbook

    from lkjip_xl.milik.ganti import perbarui_lembar
    from lkjip_xl.perbarui import bangun_perubahan

    wb = Workbook()
    wb.remove(wb.worksheets[0])
    bangun_perubahan(wb.create_sheet(), hasil, [*tambahan, *tanda_tangan_hilang(paket)])
    perbarui_lembar(paket, wb)


def _perbarui(
    paket: Paket, sk: Skema, baris: Mapping[str, int] | None, pulihkan_rumus: bool
) -> tuple[HasilPerbarui, list[Temuan]]:
    """The changes, and what was moved on the summary sheets, which follow the new template where there is anything to do."""
    from lkjip_xl.perbarui import perbarui_dan_muat
    from lkjip_xl.tabel.terakhir import catat_terakhir

    hasil, kerja = perbarui_dan_muat(paket, sk, baris=baris, pulihkan_rumus=pulihkan_rumus)
    if not hasil.berubah:
        return hasil, []
    tambahan = [*hasil.tambahan, *tulis_ringkasan(paket, kerja)[1]]
    catat_terakhir(paket, f"Templat terbaru ({hasil.ke_versi}) dipakai; {hasil.sel} sel isian terbawa.")
    return hasil, tambahan


def perbarui_json(hasil: HasilPerbarui) -> str:
    """The list of changes as JSON."""
    isi = {
        "berubah": hasil.berubah,
        "sel": hasil.sel,
        "versi": [hasil.dari_versi, hasil.ke_versi],
        "perubahan": [asdict(p) | {"jenis": p.jenis.value} for p in hasil.urut()],
    }
    return json.dumps(isi, ensure_ascii=False, indent=1)
