"""The text of twelve invented reports, by a writer who had not seen the rules, against their workbooks: nothing false, no less found."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

import pytest
from banyak import tiap

from lkjip_xl import perintah
from lkjip_xl.cocokkan import cocokkan_dokumen
from lkjip_xl.inti.kunci import rapikan_spasi
from lkjip_xl.inti.temuan import Tingkat
from lkjip_xl.skema.sumberdaya import folder_buku
from lkjip_xl.sumber.model import Alinea, Sumber
from lkjip_xl.tabel.muat import muat_buku

NARASI = Path(__file__).parent / "data/narasi"
DITEMUKAN = {
    "r01": ["K1", "K2", "K4", "K5"],
    "r03": ["K3", "K4"],
    "r04": ["K1"],
    "r05": ["K4"],
    "r07": ["K3"],
    "r08": ["K1"],
    "r10": ["K5"],
    "r11": ["K1"],
}
"""What the rules find of the 37 contradictions; that others are only among the figures nobody has (CK-34) is no reason to be content."""
AWAL = 45  # letters by which a key line names its paragraph


def _alinea(folder: Path) -> tuple[Alinea, ...]:
    baris = (folder / "laporan.txt").read_text("utf-8").splitlines()
    return tuple(Alinea("", f"paragraf {i}", x) for i, x in enumerate(baris, 1))


def _kunci(folder: Path, alinea: tuple[Alinea, ...]) -> dict[str, str]:
    """The paragraph of every planted contradiction; a numbered item is named without its number."""
    with (folder / "kunci.csv").open(encoding="utf-8", newline="") as f:
        isi = [(k["id"], rapikan_spasi(k["paragraf"])[:AWAL]) for k in csv.DictReader(f)]
    return {id_: next(a.sel for a in alinea if awal in rapikan_spasi(a.teks)) for id_, awal in isi}


@pytest.mark.parametrize("nama", tiap(3, sorted(p.name for p in NARASI.iterdir() if p.is_dir())))
def test_tulisan_laporan(nama: str, tmp_path: Path) -> None:
    buku = tmp_path / f"{nama}.xlsm"
    shutil.copy(folder_buku() / "LKjIP-Kosong.xlsm", buku)
    tabel = tmp_path / "tabel"
    shutil.copytree(NARASI / nama, tabel, ignore=shutil.ignore_patterns("kunci.csv", "laporan.txt"))
    perintah.isi(buku, tabel)
    alinea = _alinea(NARASI / nama)
    kunci = _kunci(NARASI / nama, alinea)
    h = cocokkan_dokumen(muat_buku(buku, perintah.skema()), Sumber("laporan.docx", [], [], alinea))
    temuan = [t for t in h.temuan if t.tingkat is not Tingkat.CATATAN and t.sel.startswith("paragraf")]
    kena = {i for i, tempat in kunci.items() for t in temuan if tempat in t.sel.split(", ")}
    assert [(t.kode, t.sel) for t in temuan if not {*t.sel.split(", ")} & {*kunci.values()}] == []
    assert sorted(kena) == DITEMUKAN.get(nama, [])
    (asing,) = [t for t in h.temuan if t.kode == "CK-34"] or [None]
    assert asing is None or len(asing.pesan) < 3000
