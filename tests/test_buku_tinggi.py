"""Rows get their heights in the bytes of a plain part as they would in its tree; what is high enough is not written again."""

import re

import pytest
from buku_pendek import contoh

from lkjip_xl.buku.paket import Paket
from lkjip_xl.buku.tinggi_baris import beri_tinggi
from lkjip_xl.buku.xmlaman import kanonik, urai

LEMBAR = "Anggaran"
TINGGI = {6: 29.0, 7: 15.5, 8: 409.0, 9: 29.0, 10: 15.5, 999: 15.5}
SIFAT = {  # attributes of rows 6 to 10 as others write them; no height, a height, one of the user's, a value that reads like one
    6: b' spans="1:3"',
    7: b' ht="42.75" hidden="1"',
    8: b' ht="60" customHeight="1"',
    9: b' customHeight="true" spans="1:3" ht="61"',
    10: b' spans=" ht=" thickBot="1" ht="9"',
}


def paket() -> tuple[Paket, str]:
    p = Paket.dari_bytes(contoh())
    bagian = p.lembar()[LEMBAR].part
    data = p.baca(bagian)
    for n, sifat in SIFAT.items():
        data, k = re.subn(rb'<row r="%d"[^<>]*?(/?>)' % n, rb'<row r="%d"%b\1' % (n, sifat), data, count=1)
        assert k == 1
    p.ganti(bagian, data)
    return p, bagian


def tinggi(p: Paket, bagian: str) -> dict[str, str | None]:
    return {str(e.get("r")): e.get("ht") for e in urai(p.baca(bagian), bagian).iter("{*}row")}


@pytest.mark.parametrize("lain", [b"", b"<!-- x -->"])
def test_tinggi_di_byte_sama_seperti_di_pohon(lain: bytes) -> None:
    p, bagian = paket()
    semula = tinggi(p, bagian)
    q, _ = paket()
    q.ganti(bagian, q.baca(bagian).replace(b"<sheetData>", b"<sheetData>" + (lain or b"<!-- y -->"), 1))
    p.ganti(bagian, p.baca(bagian).replace(b"<sheetData>", b"<sheetData>" + lain, 1))
    beri_tinggi(p, bagian, TINGGI)
    beri_tinggi(q, bagian, TINGGI)
    baru = tinggi(p, bagian)
    assert [baru[str(n)] for n in SIFAT] == ["29", "15.5", "60", "61", "15.5"]
    assert {n: x for n, x in baru.items() if int(n) not in SIFAT} == {
        n: x for n, x in semula.items() if int(n) not in SIFAT
    }
    polos = [re.sub(rb"<!-- . -->", b"", x.baca(bagian)) for x in (p, q)]
    assert kanonik(urai(polos[0], bagian)) == kanonik(urai(polos[1], bagian))


@pytest.mark.parametrize("lain", [b"", b"<!-- x -->"])
def test_yang_sudah_cukup_tinggi_tidak_ditulis_lagi(lain: bytes) -> None:
    p, bagian = paket()
    p.ganti(bagian, p.baca(bagian).replace(b"<sheetData>", b"<sheetData>" + lain, 1))
    beri_tinggi(p, bagian, TINGGI)
    data = p.baca(bagian)
    beri_tinggi(p, bagian, TINGGI)
    assert p.baca(bagian) is data
