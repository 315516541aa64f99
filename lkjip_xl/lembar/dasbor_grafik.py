"""The native charts of Dasbor: series over fixed cells with stored values, dark and light greys, axes named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from openpyxl.chart import BarChart, LineChart, ScatterChart
from openpyxl.chart.axis import ChartLines
from openpyxl.chart.data_source import (
    AxDataSource,
    NumData,
    NumDataSource,
    NumRef,
    NumVal,
    StrData,
    StrRef,
    StrVal,
)
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.marker import Marker
from openpyxl.chart.series import Series, SeriesLabel, XYSeries
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.title import title_maker
from openpyxl.drawing.colors import ColorChoice
from openpyxl.drawing.fill import PatternFillProperties
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.spreadsheet_drawing import AnchorMarker, TwoCellAnchor
from openpyxl.worksheet.worksheet import Worksheet

from lkjip_xl.inti.alamat import kutip
from lkjip_xl.lembar import gaya
from lkjip_xl.ringkasan.grafik import BAGIAN, BATANG, GARIS, SEBAR

KOLOM_DATA, KOLOM_GRAFIK, LEBAR_GRAFIK = 4, 8, 10
GELAP, TERANG, ABU = gaya.BIRU_TUA, gaya.PUTIH, gaya.ABU_TUA
ACUAN = 100
FORMAT_NILAI, FORMAT_CACAH = gaya.format_angka("persen", 2), gaya.RIBUAN

# of a point its label stands on, in turn: neighbours are often alike
SISI: tuple[Literal["t", "r", "b", "l"], ...] = ("t", "r", "b", "l")

Isi = tuple[str, str, float | None, float | None]


@dataclass(frozen=True, slots=True)
class Letak:
    """Rows of a block on the sheet: its title, first and last row of data."""

    judul: int
    awal: int
    akhir: int


@dataclass(frozen=True, slots=True)
class _Sumber:
    """References to the columns of a block; the stored values are those of the rows that are shown."""

    lembar: str
    letak: Letak
    isi: Sequence[Isi]
    bentuk: str

    def acuan(self, kolom: int, baris: int | None = None) -> str:
        huruf = "ABCD"[kolom]
        awal, akhir = (baris, baris) if baris else (self.letak.awal, self.letak.akhir)
        return f"{kutip(self.lembar)}!${huruf}${awal}" + (f":${huruf}${akhir}" if akhir != awal else "")

    def teks(self, kolom: int, baris: int | None = None) -> StrRef:
        isi = self._pilih(baris)
        pt = [StrVal(idx=i, v=str(x[kolom])) for i, x in enumerate(isi)]
        return StrRef(f=self.acuan(kolom, baris), strCache=StrData(ptCount=len(isi), pt=pt))

    def angka(self, kolom: int, baris: int | None = None) -> NumRef:
        isi = self._pilih(baris)
        pt = [NumVal(idx=i, v=repr(float(n))) for i, x in enumerate(isi) if (n := x[kolom]) is not None]
        return NumRef(f=self.acuan(kolom, baris), numCache=NumData(formatCode=self.bentuk, ptCount=len(isi), pt=pt))

    def kepala(self, kolom: int, teks: str) -> SeriesLabel:
        f = self.acuan(kolom, self.letak.awal - 1)
        pt = [StrVal(idx=0, v=teks)] if self.isi else []
        return SeriesLabel(strRef=StrRef(f=f, strCache=StrData(ptCount=len(pt), pt=pt)))

    def _pilih(self, baris: int | None) -> Sequence[Isi]:
        if baris is None:
            return self.isi
        return self.isi[baris - self.letak.awal : baris - self.letak.awal + 1]


def bentuk_angka(jenis: str) -> str:
    """Number format of the figures of a block: whole for counts, else two decimals."""
    return FORMAT_CACAH if jenis == BAGIAN else FORMAT_NILAI


def pasang_grafik(ws: Worksheet, jenis: str, letak: Letak, sumbu: tuple[str, str], isi: Sequence[Isi]) -> None:
    """Put the chart of a block beside its rows; it shrinks and grows with the rows that are shown."""
    s = _Sumber(ws.title, letak, isi, bentuk_angka(jenis))
    if jenis == SEBAR:
        bagan = _sebar(s, sumbu)
    elif jenis == GARIS:
        bagan = _garis(s, sumbu)
    else:
        bagan = _batang(s, sumbu, acuan=jenis == BATANG)
    bagan.legend = None
    bagan.title = None
    bagan.roundedCorners = False
    bagan.visible_cells_only = True
    bagan.anchor = TwoCellAnchor(  # pyright: ignore[reportAttributeAccessIssue]  the stubs know only the name of a cell
        editAs="twoCell",
        _from=AnchorMarker(col=KOLOM_DATA, colOff=60000, row=letak.awal - 2, rowOff=0),
        to=AnchorMarker(col=KOLOM_DATA + KOLOM_GRAFIK, row=letak.akhir, rowOff=0),
    )
    ws.add_chart(bagan)


def _batang(s: _Sumber, sumbu: tuple[str, str], *, acuan: bool) -> BarChart:
    """Horizontal bars from the top; below 100 hatched, a line at every hundred."""
    bagan = BarChart()
    bagan.type, bagan.grouping, bagan.overlap, bagan.gapWidth = "bar", "clustered", 100, 45
    bagan.series.append(_seri(s, 2, "100 atau lebih" if acuan else "Indikator", _isian(polos=True)))
    if acuan:
        bagan.series.append(_seri(s, 3, "Di bawah 100", _isian(polos=False)))
    bagan.x_axis.scaling.orientation = "maxMin"
    _sumbu(bagan.x_axis, sumbu[0])
    _sumbu(bagan.y_axis, sumbu[1], garis="sysDash" if acuan else None)
    bagan.y_axis.scaling.min = 0 if not any((x or 0) < 0 for b in s.isi for x in b[2:]) else None
    bagan.y_axis.majorUnit = ACUAN if acuan else None
    bagan.y_axis.crosses = "max"  # the first bar is at the top, so the far end is the bottom
    return bagan


def _garis(s: _Sumber, sumbu: tuple[str, str]) -> LineChart:
    bagan = LineChart()
    seri = _seri(s, 2, "Realisasi", GraphicalProperties(ln=LineProperties(solidFill=GELAP, w=22000)), nilai="t")
    seri.marker, seri.smooth = _penanda(), False
    bagan.series.append(seri)
    _sumbu(bagan.x_axis, sumbu[0])
    _sumbu(bagan.y_axis, sumbu[1], garis="sysDot")
    bagan.y_axis.number_format = s.bentuk
    return bagan


def _sebar(s: _Sumber, sumbu: tuple[str, str]) -> ScatterChart:
    """A series per point, so that each is labelled with its kode; the axes cross at 100, which makes the quadrants."""
    bagan = ScatterChart()
    bagan.style, bagan.scatterStyle = None, "lineMarker"
    for baris in range(s.letak.awal, s.letak.akhir + 1):
        bagan.series.append(_titik(s, baris))
    bagan.series.append(_silang(len(bagan.series)))
    for sb, teks in ((bagan.x_axis, sumbu[0]), (bagan.y_axis, sumbu[1])):
        _sumbu(sb, teks)
        sb.majorGridlines = None
        sb.crosses, sb.crossesAt = None, ACUAN
        sb.tickLblPos = "low"
    return bagan


def _titik(s: _Sumber, baris: int) -> XYSeries:
    seri = XYSeries(idx=baris - s.letak.awal, order=baris - s.letak.awal)
    seri.tx = SeriesLabel(strRef=s.teks(0, baris))
    seri.xVal = AxDataSource(numRef=s.angka(2, baris))
    seri.yVal = NumDataSource(numRef=s.angka(3, baris))
    seri.marker = _penanda()
    seri.spPr = GraphicalProperties(ln=LineProperties(noFill=True))
    seri.dLbls = DataLabelList(
        showSerName=True, showVal=False, showLegendKey=False, showCatName=False, showPercent=False, showBubbleSize=False,
        dLblPos=SISI[(baris - s.letak.awal) % len(SISI)],
    )  # fmt: skip
    return seri


def _silang(nomor: int) -> XYSeries:
    """An unseen point at 100, so that both lines of the quadrants are always in view."""
    pusat = NumData(ptCount=1, pt=[NumVal(idx=0, v=str(ACUAN))])
    seri = XYSeries(idx=nomor, order=nomor)
    seri.xVal, seri.yVal = AxDataSource(numLit=pusat), NumDataSource(numLit=pusat)
    seri.marker = Marker(symbol="none")
    seri.spPr = GraphicalProperties(ln=LineProperties(noFill=True))
    return seri


def _seri(s: _Sumber, kolom: int, nama: str, rupa: GraphicalProperties, nilai: Literal["t"] | None = None) -> Series:
    """A series with its values written out, above the points (t) or where the chart puts them."""
    seri = Series(idx=kolom - 2, order=kolom - 2)
    seri.tx = s.kepala(kolom, nama)
    seri.cat = AxDataSource(strRef=s.teks(0))
    seri.val = NumDataSource(numRef=s.angka(kolom))
    seri.spPr = rupa
    seri.dLbls = DataLabelList(
        showVal=True, showSerName=False, showLegendKey=False, showCatName=False, showPercent=False, showBubbleSize=False,
        dLblPos=nilai, numFmt=s.bentuk,
    )  # fmt: skip
    return seri


def _isian(*, polos: bool) -> GraphicalProperties:
    garis = LineProperties(solidFill=GELAP, w=9525)
    if polos:
        return GraphicalProperties(solidFill=GELAP, ln=garis)
    gelap, terang = ColorChoice(), ColorChoice()
    gelap.srgbClr, terang.srgbClr = GELAP, TERANG
    return GraphicalProperties(pattFill=PatternFillProperties(prst="wdUpDiag", fgClr=gelap, bgClr=terang), ln=garis)


def _penanda() -> Marker:
    return Marker(
        symbol="circle", size=7, spPr=GraphicalProperties(solidFill=GELAP, ln=LineProperties(solidFill=GELAP))
    )


def _sumbu(sumbu, judul: str, garis: Literal["sysDash", "sysDot"] | None = None) -> None:
    teks = title_maker(judul)
    teks.overlay = False
    sumbu.title = teks
    sumbu.delete = False
    sumbu.number_format = FORMAT_CACAH
    sumbu.majorGridlines = None
    if garis:
        sumbu.majorGridlines = ChartLines(
            spPr=GraphicalProperties(ln=LineProperties(solidFill=ABU, prstDash=garis, w=12700))
        )
