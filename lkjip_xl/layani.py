"""What a button asks of `lkjip`: a folder with a copy of the open workbook and a request; the answer goes beside them.

The macro waits for the file of the answer, so it always comes, whole, whatever goes wrong. Nothing else is written.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from openpyxl import Workbook

    from lkjip_xl.skema.model import Skema
    from lkjip_xl.tabel.model import BukuKerja

BUKU, PERMINTAAN, MULAI, HASIL = "buku.xlsm", "permintaan.txt", "mulai.txt", "hasil.txt"
KEPALA_PERMINTAAN = "lkjip-permintaan 1"


def layani(folder: Path, *, sk: Skema | None = None) -> bool:
    """Answer the request in `folder`; returns whether it could be fulfilled. Raises GalatBerkas (BK-01) without one."""
    from lkjip_xl.buku.galat import GalatBerkas

    if not (folder / PERMINTAAN).is_file():
        raise GalatBerkas("BK-01", berkas=str(folder / PERMINTAAN))
    (folder / MULAI).touch()
    berhasil, jawaban = _jawab(folder, sk)
    sementara = folder / f"{HASIL}.baru"
    sementara.write_bytes(jawaban.encode("ascii"))
    os.replace(sementara, folder / HASIL)  # the macro must never see half an answer
    return berhasil


def _jawab(folder: Path, sk: Skema | None) -> tuple[bool, str]:
    from lkjip_xl.buku.galat import GalatBerkas
    from lkjip_xl.excel.protokol import pesan
    from lkjip_xl.pesan import pesan_berkas
    from lkjip_xl.skema.muat import GalatSkema

    try:
        minta = _baca_permintaan(folder / PERMINTAAN)
        kalimat, wb = _kerjakan(folder / BUKU, minta, sk)
        return True, pesan("selesai", kalimat, wb.worksheets)
    except GalatBerkas as e:
        return False, pesan("gagal", pesan_berkas(e.kode, **e.isi))
    except GalatSkema as e:
        return False, pesan("gagal", str(e))
    except Exception as e:  # our own failure; without an answer the macro would wait for nothing
        return False, pesan("gagal", pesan_berkas("KU-01", aturan=type(e).__name__, sebab=str(e)))


def _baca_permintaan(path: Path) -> dict[str, str]:
    from lkjip_xl.excel.protokol import baca_lolos

    kepala, *baris = path.read_text(encoding="ascii").splitlines()
    if kepala != KEPALA_PERMINTAAN:
        raise ValueError(f"permintaan tidak dikenal: {kepala!r}")
    return {kunci: baca_lolos(isi) for kunci, _, isi in (b.partition("=") for b in baris)}


def _kerjakan(berkas: Path, minta: Mapping[str, str], sk: Skema | None) -> tuple[str, Workbook]:
    from lkjip_xl import perintah
    from lkjip_xl.buku.berkas import baca_byte
    from lkjip_xl.buku.paket import Paket
    from lkjip_xl.tabel.muat import muat_buku

    paket = Paket.dari_bytes(baca_byte(berkas), minta.get("berkas") or berkas.name)  # messages name the user's file
    return kerjakan(minta["perintah"], muat_buku(paket, sk or perintah.skema()), minta.get("lembar", ""))


def kerjakan(perintah: str, buku: BukuKerja, lembar: str = "") -> tuple[str, Workbook]:
    """Closing sentence and sheets to paint for a button; lembar: the one sheet to check, "" = all."""
    return _PERINTAH[perintah](buku, lembar)


def _validasi(buku: BukuKerja, lembar: str) -> tuple[str, Workbook]:
    """Findings of the whole workbook, or those of one sheet."""
    import openpyxl

    from lkjip_xl.periksa import periksa
    from lkjip_xl.templat.hasil import bangun_hasil

    laporan = periksa(buku)
    if lembar:
        laporan = replace(laporan, temuan=[t for t in laporan.temuan if t.lembar == lembar])
    wb = openpyxl.Workbook()
    bangun_hasil(wb.active, laporan)
    if lembar:
        wb.active["A2"] = f"Lembar {lembar} saja: {wb.active['A2'].value}"
    return (f"Lembar {lembar}: " if lembar else "") + laporan.kalimat(), wb


def _ringkas(buku: BukuKerja, _lembar: str) -> tuple[str, Workbook]:
    from lkjip_xl.ringkasan import bangun_buku

    wb = bangun_buku(buku)
    return f"{len(wb.sheetnames)} lembar ringkasan diperbarui.", wb


_PERINTAH: dict[str, Callable[[BukuKerja, str], tuple[str, Workbook]]] = {"validasi": _validasi, "ringkas": _ringkas}
