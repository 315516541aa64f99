"""What a save in LibreOffice takes from a workbook comes back with the next command that writes it."""

from __future__ import annotations

from pathlib import Path

import pytest
from buku_pendek import kosong

from lkjip_xl import perintah
from lkjip_xl.buku.paket import Paket
from lkjip_xl.buku.xmlaman import q, rangkai
from lkjip_xl.excel.pulihkan import rusak
from lkjip_xl.lembar.petunjuk import LEMBAR


def _tersimpan() -> bytes:
    """As LibreOffice leaves it: no code name, no reference to the buttons."""
    paket = Paket.dari_bytes(kosong(), "b.xlsm")
    akar = paket.xml(paket.bagian_buku)
    akar.find(q("workbookPr")).attrib.pop("codeName")
    paket.ganti(paket.bagian_buku, rangkai(akar))
    bagian = paket.lembar()[LEMBAR].part
    lembar = paket.xml(bagian)
    lembar.remove(lembar.find(q("legacyDrawing")))
    paket.ganti(bagian, rangkai(lembar))
    return paket.ke_bytes()


def _bertombol(berkas: Path) -> bool:
    paket = Paket.buka(berkas)
    return paket.xml(paket.lembar()[LEMBAR].part).find(q("legacyDrawing")) is not None and not rusak(paket)


@pytest.mark.parametrize("jalankan", [perintah.ringkas, lambda b: perintah.validasi(b, tulis=True)])
def test_tombol_kembali_dengan_perintah_berikutnya(jalankan, tmp_path: Path) -> None:
    (buku := tmp_path / "b.xlsm").write_bytes(_tersimpan())
    assert not _bertombol(buku)
    assert "BK-42" in [t.kode for t in jalankan(buku).tambahan]
    assert _bertombol(buku)
    assert "BK-42" not in [t.kode for t in jalankan(buku).tambahan]
