"""Colours of a table sheet that follow its cells: the marks, the traffic lights, year slots past the Renstra period."""

from __future__ import annotations

from dataclasses import replace

import openpyxl
import pytest
from buku_md import skema_uji

from lkjip_xl.lembar import gaya
from lkjip_xl.lembar.isian import bangun_lembar

ADA_SKALA = (
    "IF(COLUMNS(SkalaKategori)>3,SUMPRODUCT(ISNUMBER(INDEX(SkalaKategori,0,1))"
    '*(INDEX(SkalaKategori,0,MIN(4,COLUMNS(SkalaKategori)))="")),COUNT(INDEX(SkalaKategori,0,1)))'
)  # bands of the scale without a name
ADA_BAKU = "SUMPRODUCT(ISNUMBER(INDEX(SkalaBaku,0,1))*(INDEX(SkalaBaku,0,4)=SkalaCapaian))"  # of the chosen one
LETAK_BAKU = "MATCH(SkalaCapaian,INDEX(SkalaBaku,0,4),0)"


def warna(id_lembar: str, *, berdesimal: bool = False) -> dict[str, list[tuple[str, str]]]:
    """Colour and condition of every rule of a sheet with three ready-made rows, by range, the first to hold first.

    berdesimal: those that show numbers with other decimals as well, else those that do not.
    """
    ws = openpyxl.Workbook().active
    s = replace(skema_uji().lembar[id_lembar], baris=3)
    ws.title = s.lembar
    bangun_lembar(ws, s)
    return {
        str(r.sqref): [
            (a.dxf.fill.bgColor.rgb[2:], a.formula[0])
            for a in r.rules
            if a.dxf.fill is not None and (a.dxf.numFmt is not None) == berdesimal
        ]
        for r in ws.conditional_formatting
    }


@pytest.mark.parametrize(
    ("lembar", "kolom", "desimal"),
    [
        ("pengukuran", "capaian", "DesimalCapaian"),
        ("anggaran", "capaian", "DesimalCapaian"),
        ("anggaran", "serapan", "DesimalSerapan"),
    ],
)
def test_lampu_hijau_merah_kuning(lembar, kolom, desimal) -> None:
    """At or above the highest bound green, below the lowest red, every other number amber; none without a scale."""
    huruf = openpyxl.utils.get_column_letter(list(skema_uji().lembar[lembar].kolom).index(kolom) + 1)
    nilai = f"ROUND({huruf}8,{desimal})"
    pita, baku = (
        [f'IF(INDEX({x},{n},2)=">",{nilai}>INDEX({x},{n},1),{nilai}>=INDEX({x},{n},1))' for n in letak]
        for x, letak in (
            ("SkalaKategori", ("1", ADA_SKALA)),
            ("SkalaBaku", (LETAK_BAKU, f"{LETAK_BAKU}+{ADA_BAKU}-1")),
        )
    )
    syarat = [
        (gaya.HIJAU, pita[0], baku[0]),
        (gaya.MERAH_MUDA, f"NOT({pita[1]})", f"NOT({baku[1]})"),
        (gaya.KUNING_TUA, "TRUE", "TRUE"),
    ]
    isi = [(w, f"IF({ADA_BAKU}>0,{b},IF({ADA_SKALA}>0,{s},FALSE))") for w, s, b in syarat]
    if lembar == "pengukuran":  # an indicator with a scale of its own is not coloured
        sendiri = list(skema_uji().lembar[lembar].kolom).index("skala_kategori") + 1
        isi = [(w, f'IF({openpyxl.utils.get_column_letter(sendiri)}8="",{s},FALSE)') for w, s in isi]
    harap = [(w, f"IF(ISNUMBER({huruf}8),{s},FALSE)") for w, s in isi]
    rentang = f"{huruf}8:{huruf}10"
    assert warna(lembar)[rentang] == harap
    # LibreOffice gives a cell the look of one rule: each colour once more with each other number of decimals
    berdesimal = warna(lembar, berdesimal=True)[rentang]
    assert [w for w, _ in berdesimal] == [w for w, _ in harap] * 6
    assert all(f.endswith(f",{h},FALSE)") for (_, f), (_, h) in zip(berdesimal, harap * 6, strict=True))


def test_tahun_di_luar_renstra_diredupkan() -> None:
    """Every year column of the Renstra, no other column."""
    aturan = warna("renstra")
    kolom = list(skema_uji().lembar["renstra"].kolom)
    huruf = [openpyxl.utils.get_column_letter(kolom.index(f"target_{n}") + 1) for n in range(1, 7)]
    abu = {r: a for r, a in aturan.items() if a and a[0][0] == gaya.ABU_SEDANG}
    assert abu == {f"{h}8:{h}10": [(gaya.ABU_SEDANG, f'{h}$6="–"')] for h in huruf}


def test_tanda_temuan_lebih_dahulu() -> None:
    """Errors before warnings, over the whole table."""
    tanda = next(iter(warna("pengukuran").values()))
    assert [w for w, _ in tanda] == [gaya.MERAH, gaya.JINGGA]
    assert ['"Kesalahan")>0' in tanda[0][1], '"Peringatan")>0' in tanda[1][1]] == [True, True]
