"""Long sheets go through their bytes: the same, cell by cell, as through the tree of all their cells; and what is checked on the way."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from buku_pendek import kosong, skema_contoh

from lkjip_xl.buku import geser as modul_geser
from lkjip_xl.buku import periksa_hasil, semula
from lkjip_xl.buku.baca import Sel, baca_buku
from lkjip_xl.buku.geser import geser
from lkjip_xl.buku.paket import Paket
from lkjip_xl.buku.pindah import Pindah
from lkjip_xl.buku.tulis import Tulis, tulis_sel
from lkjip_xl.perbarui import perbarui_buku
from lkjip_xl.perbarui.badan_byte import BadanByte

LEMBAR = "PK"
GESER = [
    Pindah(LEMBAR, (1, None, 2, 4, 3), 4, sisip=((1, 1),)),
    Pindah(LEMBAR, (2, 1), 2, sisip=((12, 3),)),
    Pindah(LEMBAR, (1, 3), 3),
    Pindah(LEMBAR, sisip=((1, -1),)),
]


def _bagian(p: Paket, lembar: str = LEMBAR) -> str:
    return p.lembar()[lembar].part


def _rumus_acak(b: int, r: random.Random) -> str:
    """Formulas that name their row, others, constants that look like it, texts, and ranges that are torn apart."""
    return r.choice(
        [
            f"A{b}*2", f"1+{b}", f"A{b}*{b}", f"A{b}*{b - 1}", f"SUM($A$8:A{b})", f"B{b - 1}+D{b}", f"$C{b}&amp;\"{b}\"",
            f"SUM(B{b}:D{b})", f"IF(A{b}&lt;{b},C{b + 1},Indikator!B{b})", f"INDIRECT(\"PK!A{b}\")",
        ]
    )  # fmt: skip


def _buku(benih: int) -> Paket:
    """A workbook whose sheets hold random rows and formulas."""
    p, r = Paket.dari_bytes(kosong()), random.Random(benih)
    for lembar in (LEMBAR, "Indikator"):
        data = p.baca(_bagian(p, lembar)).decode()
        baris = []
        for b in range(8, 60):
            if r.random() < 0.1:
                continue
            sel = [
                f'<c r="{k}{b}" s="{r.randrange(1, 9)}">'
                + (f"<f>{_rumus_acak(b, r)}</f>" if r.random() < 0.6 else "")
                + f"<v>{b}</v></c>"
                for k in "ABCDEFGZ"
                if r.random() < 0.8
            ]
            baris.append(f'<row r="{b}" spans="1:9" ht="20">{"".join(sel)}</row>' if sel else f'<row r="{b}"/>')
        awal, akhir = data.index('<row r="8"'), data.index("</sheetData>")
        p.ganti(_bagian(p, lembar), (data[:awal] + "".join(baris) + data[akhir:]).encode())
    return p


@pytest.mark.parametrize("pindah", GESER)
@pytest.mark.parametrize("benih", range(2))
def test_geser_sama_seperti_pada_pohon(monkeypatch: pytest.MonkeyPatch, pindah: Pindah, benih: int) -> None:
    hasil = []
    for dapat in (True, False):
        monkeypatch.setattr(modul_geser.BarisByte, "dapat", staticmethod(lambda _, dapat=dapat: dapat))
        p = _buku(benih)
        tak_ikut = geser(p, [pindah])
        hasil.append(({n: p.baca(n) for n in p.daftar()}, tak_ikut))
    assert hasil[0] == hasil[1]


def _lapis(milik: bytes, templat: bytes, **lain: object) -> tuple[bytes | None, list[str]]:
    badan = BadanByte(**{
        "kolom": (1, 2, 3), "baru": (), "rumus": {3: ""}, "dibiarkan": (), "lazim": {1: "0"}, "awal": 8, "gaya": lambda s: s,
    } | lain)  # fmt: skip
    return badan.lapis(milik, templat), badan.dapat


_TEMPLAT = b"".join(
    b'<row r="%d"><c r="A%d" s="5"/><c r="B%d" s="6"/><c r="C%d" s="7"><f>A%d&amp;"x"</f></c></row>' % ((b,) * 5)
    for b in (9, 10, 11)
)


def test_rumus_yang_sama_tertulis_lain_tinggal() -> None:
    """An entity where none is needed is the same text; a formula of several cells is another, whatever it says."""
    isi = b'<row r="9"><c r="A9"/><c r="B9"/><c r="C9" s="2">%b<v>1</v></c></row>'
    sama = isi % b"<f>A9&amp;&quot;x&quot;</f>"
    assert _lapis(sama, _TEMPLAT[: _TEMPLAT.index(b'<row r="10"')]) == (
        sama.replace(b'<c r="A9"/>', b'<c r="A9" s="5"/>'),
        [],
    )
    assert _lapis(isi % b'<f t="array" ref="C9">A9&amp;"x"</f>', _TEMPLAT)[1][0] == "C9"


def test_baris_kolom_dan_isi_sendiri_tetap() -> None:
    milik = b'<row r="8" ht="9"><c r="Q8"><v>1</v></c></row><row r="10"><c r="B10" s="3"><v>4</v></c><c r="C10"><v>7</v></c><c r="D10"><v>5</v></c></row>'
    data, dapat = _lapis(milik, _TEMPLAT, dibiarkan=("C10",))
    assert data is not None and dapat == ["C9", "C11"]
    assert data.startswith(b'<row r="8" ht="9"><c r="Q8"><v>1</v></c></row><row r="9">')
    assert (
        b'<c r="A10" s="5"/><c r="B10" s="3"><v>4</v></c><c r="C10"><v>7</v></c><c r="D10"><v>5</v></c></row>' in data
    )


def test_sel_yang_tidak_berurut_diserahkan_kepada_pohon() -> None:
    milik = b'<row r="9"><c r="B9"><v>1</v></c><c r="A9"><v>2</v></c></row>'
    assert _lapis(milik, _TEMPLAT) == (None, [])
    assert _lapis(b"", _TEMPLAT.replace(b'<row r="9"', b'<row r="7"'))[0] is None


def test_bagian_besar_yang_diganti_dibongkar_lagi(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a part was can be asked for however often it was replaced; it takes no memory meanwhile."""
    monkeypatch.setattr(semula, "BESAR", 10)
    p = Paket.dari_bytes(kosong())
    bagian = _bagian(p)
    dulu, kini = p.baca(bagian), p.kini()
    p.ganti(bagian, dulu + b" ")
    assert p.asal(bagian) == dulu == kini[bagian] and p.berubah() == [bagian]
    assert p._awal._isi[bagian] is None is kini._isi[bagian]
    assert p.semula().baca(bagian) == dulu and kini.sama(bagian, dulu) and not kini.sama(bagian, dulu + b" ")
    p.ganti(bagian, b"".join([dulu]))
    assert p.berubah() == []
    p.ganti(bagian, lain := dulu.replace(b"PERJANJIAN", b"PERJANJIAM"))
    antara = p.kini()
    p.ganti(bagian, dulu)
    assert antara[bagian] == lain and antara.sama(bagian, lain) and not antara.sama(bagian, dulu)


def test_yang_terbaca_tidak_dibaca_lagi_saat_disimpan(monkeypatch: pytest.MonkeyPatch) -> None:
    dibaca: list[str] = []
    asli: Callable = periksa_hasil.baca_lembar
    monkeypatch.setattr(periksa_hasil, "baca_lembar", lambda p, i, *x: dibaca.append(i.name) or asli(p, i, *x))
    p = Paket.dari_bytes(kosong())
    tulis_sel(p, {LEMBAR: {"A8": Tulis("x"), "B8": Tulis(2.5)}})
    lembar = baca_buku(p, tanpa_rumus=True).lembar[LEMBAR]
    for sel in (lembar.sel | {(8, 2): lembar.sel[8, 2]._replace(nilai=3.5)}, {}):
        with pytest.raises(periksa_hasil.HasilRusak):
            periksa_hasil.sudah_terbaca(p, type(lembar)(LEMBAR, "visible", sel, []))
    periksa_hasil.sudah_terbaca(p, lembar)
    p.ke_bytes()
    assert dibaca == []
    tulis_sel(p, {LEMBAR: {"A9": Tulis("y")}})
    p.ke_bytes()
    assert dibaca == [LEMBAR]


def test_perbarui_membaca_tiap_lembar_isian_sekali_sebelum_dan_dua_kali_sesudahnya(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Typed and raw from one reading before; typed for its values and raw for the proof afterwards, and not again for saving."""
    from lkjip_xl.buku import baca

    dibaca: list[str] = []
    asli = baca.baca_lembar
    monkeypatch.setattr(baca, "baca_lembar", lambda p, i, *x: dibaca.append((p.nama, i.name)) or asli(p, i, *x))
    p = Paket.dari_bytes(kosong(), "milik.xlsm")
    tulis_sel(p, {LEMBAR: {"D9": Tulis("milik sendiri")}})
    perbarui_buku(p, skema_contoh())
    assert dibaca.count(("milik.xlsm", LEMBAR)) == 3


def test_lembar_yang_dilepas_tidak_kembali_kosong() -> None:
    """Cells that were taken over from another reading are gone when they are let go: never an empty sheet."""
    buku = baca_buku(Paket.dari_bytes(kosong()), hanya=[])
    lain = baca_buku(Paket.dari_bytes(kosong()), hanya=[LEMBAR]).lembar[LEMBAR]
    buku.lembar.ingat(lain)
    assert isinstance(next(iter(buku.lembar[LEMBAR].sel.values())), Sel)
    buku.lembar.lupakan(LEMBAR)
    with pytest.raises(RuntimeError):
        _ = buku.lembar[LEMBAR]
