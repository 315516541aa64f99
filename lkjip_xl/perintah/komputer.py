"""Is this PC ready, and what can be put right on it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lkjip_xl.pemasangan import Cek


def periksa_pasang(buku: Sequence[Path] = ()) -> list[Cek]:
    """Checks of this PC and of the workbooks to be opened on it; nothing is changed."""
    from lkjip_xl import pemasangan

    return pemasangan.periksa_pasang(pemasangan.sistem_ini(), [str(b.absolute()) for b in buku])


def dapat_diperbaiki(daftar: Sequence[Cek]) -> list[Cek]:
    """Those problems that pasang puts right."""
    from lkjip_xl.pemasangan.perbaiki import dapat_diperbaiki as dapat

    return [c for c in daftar if dapat(c)]


def pasang(daftar: Sequence[Cek]) -> list[Cek]:
    """Put right what can be put right without the user; raises GalatBerkas (BK-13) where Windows refuses."""
    from lkjip_xl import pemasangan
    from lkjip_xl.buku.galat import GalatBerkas

    try:
        return pemasangan.perbaiki(pemasangan.sistem_ini(), daftar)
    except OSError as e:
        raise GalatBerkas("BK-13", berkas="Pengaturan Windows", sebab=str(e)) from None


def pasang_siaga(pakai: bool) -> None:
    """Let the one that waits for the buttons start at every sign-in, or not any more (a running one is told to end).

    Raises GalatBerkas: BK-85 outside Windows, BK-13 where Windows refuses.
    """
    from lkjip_xl import pemasangan
    from lkjip_xl.buku.galat import GalatBerkas

    s = pemasangan.sistem_ini()
    if not s.windows:
        raise GalatBerkas("BK-85")
    try:
        (pemasangan.pasang_siaga if pakai else pemasangan.copot_siaga)(s)
    except OSError as e:
        raise GalatBerkas("BK-13", berkas="Pengaturan Windows", sebab=str(e)) from None


def cek_json(daftar: Sequence[Cek]) -> str:
    """The checks as JSON."""
    return json.dumps(
        [
            {"nama": c.nama, "keadaan": c.keadaan.value, "keterangan": c.keterangan, "kode": c.temuan.kode if c.temuan else "",
             "saran": c.temuan.saran if c.temuan else ""}
            for c in daftar
        ],
        ensure_ascii=False, indent=1,
    )  # fmt: skip


def kode_cek(daftar: Sequence[Cek]) -> int:
    """Exit code of the checks: 0 all well, 1 something to do or not checkable, 2 something that prevents work."""
    keadaan = {c.keadaan.value for c in daftar}
    return 2 if "gagal" in keadaan else int(bool(keadaan - {"baik"}))
