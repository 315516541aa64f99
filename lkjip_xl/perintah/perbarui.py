"""A workbook in use brought to today's template."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from lkjip_xl.perintah.buku import tulis_ringkasan
from lkjip_xl.perintah.skema_dipakai import skema
from lkjip_xl.perintah.tanda_tangan import tanda_tangan_hilang
from lkjip_xl.skema.kata import dengan_kata

if TYPE_CHECKING:
    from lkjip_xl.buku.paket import Paket
    from lkjip_xl.buku.simpan import Lapor
    from lkjip_xl.inti.temuan import Temuan
    from lkjip_xl.perbarui import HasilPerbarui
    from lkjip_xl.skema.model import Skema


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


def _perbarui(
    paket: Paket, sk: Skema, baris: Mapping[str, int] | None, pulihkan_rumus: bool
) -> tuple[HasilPerbarui, list[Temuan]]:
    """The changes, and what was moved on the summary sheets, which follow the new template where there is anything to do."""
    from lkjip_xl.perbarui import perbarui_buku
    from lkjip_xl.tabel.muat import muat_buku

    hasil = perbarui_buku(paket, sk, baris=baris, pulihkan_rumus=pulihkan_rumus)
    return hasil, tulis_ringkasan(paket, muat_buku(paket, sk))[1] if hasil.berubah else []


def perbarui_json(hasil: HasilPerbarui) -> str:
    """The list of changes as JSON."""
    isi = {
        "berubah": hasil.berubah,
        "sel": hasil.sel,
        "versi": [hasil.dari_versi, hasil.ke_versi],
        "perubahan": [asdict(p) | {"jenis": p.jenis.value} for p in hasil.urut()],
    }
    return json.dumps(isi, ensure_ascii=False, indent=1)
