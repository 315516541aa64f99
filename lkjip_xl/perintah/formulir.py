"""Forms for the bidang of an agency: made from a workbook, written beside it."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from lkjip_xl.perintah.skema_dipakai import skema
from lkjip_xl.skema.kata import dengan_kata

if TYPE_CHECKING:
    from lkjip_xl.buku.simpan import Lapor
    from lkjip_xl.formulir import HasilTerbit
    from lkjip_xl.skema.model import Skema

FOLDER_FORMULIR = "Formulir"


@dengan_kata
def susun_formulir(buku: Path, *, batas: str = "", sk: Skema | None = None) -> HasilTerbit:
    """Make the form of every bidang in memory; raises GalatBerkas (FO-01, FO-13)."""
    from lkjip_xl.formulir import terbitkan
    from lkjip_xl.tabel.muat import muat_buku

    return terbitkan(muat_buku(buku, sk or skema()), berkas=buku.name, batas=batas)


@dengan_kata
def formulir(
    buku: Path, ke: Path | None = None, *, batas: str = "", timpa: bool = False, sk: Skema | None = None,
    lapor: Lapor | None = None,
) -> HasilTerbit:  # fmt: skip
    """Write the form of every bidang into a folder (Formulir beside the workbook); all of them, or none where one must not be.

    batas: until when they are to come back. Raises GalatBerkas (FO-01, FO-12, FO-13, BK-35).
    """
    hasil = susun_formulir(buku, batas=batas, sk=sk)
    tulis_formulir(hasil, buku, ke or folder_formulir(buku), timpa=timpa, lapor=lapor)
    return hasil


def tulis_formulir(
    hasil: HasilTerbit, buku: Path, folder: Path, *, timpa: bool = False, lapor: Lapor | None = None
) -> None:
    """Write forms made from a workbook into a folder, as `formulir` does."""
    from lkjip_xl.buku.keluaran import Keluaran, buat_folder, periksa_bersama
    from lkjip_xl.formulir import FORMULIR, tolak_terisi

    buat_folder(folder)
    keluaran = [Keluaran(folder / nama, FORMULIR, [buku], timpa) for nama in hasil.formulir]
    for k in keluaran if not timpa else ():
        tolak_terisi(k.tujuan)
    periksa_bersama(keluaran)
    for k, f in zip(keluaran, hasil.formulir.values(), strict=True):
        simpanan = k.tulis_data(f.data)
        if lapor is not None:
            lapor(simpanan)


def folder_formulir(buku: Path) -> Path:
    """Where the forms of a workbook are written unless the user says otherwise."""
    return buku.parent / FOLDER_FORMULIR


def kode_formulir(hasil: HasilTerbit) -> int:
    """Exit code: 0 everything has somebody who answers for it, 1 something has not."""
    return int(bool(hasil.temuan))


def formulir_json(hasil: HasilTerbit) -> str:
    """The forms with what is in them, and the findings."""
    daftar = [
        {"berkas": nama, "bidang": f.bidang or None, "lembar": f.lembar, "indikator": f.indikator, "program": f.program}
        for nama, f in hasil.formulir.items()
    ]
    return json.dumps(
        {"formulir": daftar, "temuan": [asdict(t) for t in hasil.temuan]}, ensure_ascii=False, indent=1, default=str
    )
