"""The parts of a sheet whose columns or rows move: cells, widths, merged cells, rules, notes, pictures, tables."""

from __future__ import annotations

from lkjip_xl.buku.pindah import Pindah
from lkjip_xl.buku.xmlaman import Elemen, bilangan, induk_dari, lepas_sifat, q, rusak, sifat, wajib
from lkjip_xl.inti.alamat import huruf, kawasan, pecah, sel
from lkjip_xl.inti.angka import cacah

_C, _ROW, _COLS, _COL = q("c"), q("row"), q("cols"), q("col")
_GAMBAR = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
# elements whose range is in `ref` or `sqref`, several ranges between spaces
_BERENTANG = {
    "mergeCell": "ref", "conditionalFormatting": "sqref", "dataValidation": "sqref", "hyperlink": "ref",
    "protectedRange": "sqref", "ignoredError": "sqref", "sortState": "ref", "sortCondition": "ref", "selection": "sqref",
    "cellWatch": "r", "inputCells": "r", "f": "ref", "location": "ref",
}  # fmt: skip
_HABIS_BUANG = frozenset({"mergeCell", "conditionalFormatting", "dataValidation", "hyperlink", "protectedRange", "ignoredError",
                          "cellWatch", "inputCells"})  # fmt: skip
_TITIK = ("activeCell", "topLeftCell")


def geser_isi(akar: Elemen, p: Pindah, daerah: tuple[int, int, int, int] | None = None) -> list[tuple[str, str]]:
    """Move everything of a sheet part; returns (place, what) for what could not go along.

    daerah: rows and columns its cells then take, where they are not in the tree.
    """
    masalah: list[tuple[str, str]] = []
    _geser_saringan(akar, p)
    _geser_sel(akar, p)
    _geser_lebar(akar, p)
    for e in list(akar.iter("{*}*")):
        nama = e.tag.rpartition("}")[2]
        if nama in _BERENTANG and e.get(_BERENTANG[nama]):
            _geser_atribut(e, nama, p, masalah)
        elif nama == "sqref" and e.text:  # x14 rules and sparklines
            e.text = _rentang(e.text, p)[0] or e.text
        elif nama == "brk":
            sumbu = p.kolom if induk_dari(e).tag == q("colBreaks") else p.baris
            baru = sumbu(bilangan(e, "id") + 1)
            e.set("id", str((baru or 1) - 1))
        for t in _TITIK:
            if titik := e.get(t):
                e.set(t, _rentang(titik, p)[0] or "A1")
    geser_gambar(akar, p)
    _hitung_ulang_ukuran(akar, daerah)
    return masalah


def _geser_atribut(e: Elemen, nama: str, p: Pindah, masalah: list[tuple[str, str]]) -> None:
    atribut = _BERENTANG[nama]
    lama = wajib(e, atribut)
    baru, utuh = _rentang(lama, p, pecahkan=nama not in {"mergeCell", "sortState", "f", "location"})
    if nama == "mergeCell" and not utuh:
        masalah.append((lama, "sel gabungan dilepas"))
        baru = ""
    if not baru:
        if nama in _HABIS_BUANG:
            induk = induk_dari(e)
            induk.remove(e)
            if induk.get("count"):
                induk.set("count", str(len(induk)))
            if not len(induk) and induk.tag != q("sheetData"):
                induk_dari(induk).remove(induk)
            return
        baru = "A1"
    e.set(atribut, baru)


def _rentang(teks: str, p: Pindah, *, pecahkan: bool = True) -> tuple[str, bool]:
    """Ranges after the move, and whether they hold exactly what they held; pecahkan: split rather than cover more."""
    hasil: list[str] = []
    utuh = True
    for bagian in teks.split():
        b1, k1, b2, k2 = kawasan(bagian)
        baru = p.kawasan(b1, k1, b2, k2)
        if baru is None:
            utuh = False
            continue
        if baru[4] or not pecahkan:
            utuh &= baru[4]
            hasil.append(_tulis(*baru[:4]))
            continue
        kolom = sorted(x for k in range(k1, k2 + 1) if (x := p.kolom(k)) is not None)
        baris = sorted(x for b in range(b1, b2 + 1) if (x := p.baris(b)) is not None)
        hasil += [_tulis(ba, ka, bz, kz) for ka, kz in _deret(kolom) for ba, bz in _deret(baris)]
    return " ".join(hasil), utuh


def _deret(urut: list[int]) -> list[tuple[int, int]]:
    hasil: list[list[int]] = []
    for k in urut:
        if hasil and hasil[-1][1] == k - 1:
            hasil[-1][1] = k
        else:
            hasil.append([k, k])
    return [(a, z) for a, z in hasil]


def _tulis(b1: int, k1: int, b2: int, k2: int) -> str:
    awal, akhir = sel(b1, k1), sel(b2, k2)
    return awal if awal == akhir else f"{awal}:{akhir}"


def _geser_sel(akar: Elemen, p: Pindah) -> None:
    data = akar.find(q("sheetData"))
    if data is None:
        return
    b = 0
    urut: dict[int, Elemen] = {}
    for baris in list(data.iterchildren(_ROW)):
        b = bilangan(baris, "r", b + 1)
        baru = p.baris(b)
        if baru is None:
            data.remove(baris)
            continue
        urut[baru] = baris
        baris.set("r", str(baru))
        lepas_sifat(baris, "spans")
        isi: dict[int, Elemen] = {}
        k = 0
        for c in list(baris.iterchildren(_C)):
            k = pecah(r)[1] if (r := c.get("r")) else k + 1
            baris.remove(c)
            tujuan = p.kolom(k)
            if tujuan is not None:
                c.set("r", f"{huruf(tujuan)}{baru}")
                isi[tujuan] = c
        for i, (_, c) in enumerate(sorted(isi.items())):
            baris.insert(i, c)
    if list(urut) != sorted(urut):
        for _, baris in sorted(urut.items()):
            data.append(baris)


def _geser_lebar(akar: Elemen, p: Pindah) -> None:
    """Column records, taken apart where their columns part ways and joined again where they are alike."""
    cols = akar.find(_COLS)
    if cols is None:
        return
    rekaman: list[tuple[int, int, dict[str, str]]] = []
    for e in list(cols.iterchildren(_COL)):
        a, z = bilangan(e, "min"), bilangan(e, "max")
        lain = {n: v for n, v in sifat(e).items() if n not in {"min", "max"}}
        rekaman += [(t, t, lain) for k in range(a, min(z, p.lama) + 1) if (t := p.kolom(k)) is not None]
        awal, akhir = p.kolom(max(a, p.lama + 1)), p.kolom(z)
        if z > p.lama and awal is not None and akhir is not None:
            rekaman.append((awal, akhir, lain))
        cols.remove(e)
    for a, z, lain in sorted(rekaman, key=lambda r: r[0]):
        e = cols.makeelement(_COL, {"min": str(a), "max": str(z)} | lain)
        cols.append(e)
    if not len(cols):
        akar.remove(cols)


def _geser_saringan(akar: Elemen, p: Pindah) -> None:
    """Filters name their columns by position inside the filtered range."""
    for e in akar.iter(q("autoFilter")):
        ref = e.get("ref")
        if not ref:
            continue
        _, k1, _, _ = kawasan(ref)
        baru, _ = _rentang(ref, p, pecahkan=False)
        if not baru:
            induk_dari(e).remove(e)
            return
        awal = kawasan(baru)[1]
        for f in list(e.iterchildren(q("filterColumn"))):
            tujuan = p.kolom(k1 + bilangan(f, "colId"))
            if tujuan is None:
                e.remove(f)
            else:
                f.set("colId", str(tujuan - awal))
        e.set("ref", baru)


def _hitung_ulang_ukuran(akar: Elemen, daerah: tuple[int, int, int, int] | None) -> None:
    """The used range the part announces: some readers trust it."""
    e = akar.find(q("dimension"))
    if e is None:
        return
    titik = [pecah(wajib(c, "r")) for c in akar.iter(_C)]
    if titik:
        baris, kolom = [b for b, _ in titik], [k for _, k in titik]
        daerah = min(baris), min(kolom), max(baris), max(kolom)
    if daerah is not None:
        e.set("ref", _tulis(*daerah))


def geser_komentar(akar: Elemen, p: Pindah) -> bool:
    """Notes and threaded comments: each belongs to one cell."""
    berubah = False
    for e in list(akar.iter("{*}comment", "{*}threadedComment")):
        baru = _rentang(wajib(e, "ref"), p)[0]
        if baru:
            e.set("ref", baru)
        else:
            induk_dari(e).remove(e)
        berubah = True
    return berubah


def geser_gambar(akar: Elemen, p: Pindah) -> bool:
    """Anchors of pictures, charts and controls: columns and rows counted from 0."""
    berubah = False
    for ujung in akar.iter("{*}from", "{*}to"):
        for e in ujung.iterchildren():
            nama = e.tag.rpartition("}")[2] if isinstance(e.tag, str) else ""
            if nama == "col":
                e.text = str((p.kolom(_cacah(e) + 1) or 1) - 1)
            elif nama == "row":
                e.text = str((p.baris(_cacah(e) + 1) or 1) - 1)
            else:
                continue
            berubah = True
    return berubah


def _cacah(e: Elemen, teks: str | None = None) -> int:
    """The count in an element's text (or in a piece of it); BK-06 where it is none."""
    n = cacah(((e.text or "") if teks is None else teks).strip())
    if n is None:
        raise rusak(e)
    return n


def geser_vml(akar: Elemen, p: Pindah) -> bool:
    """Notes and buttons of the old drawing format: anchor "column, offset, row, offset, column, …", cell of a note."""
    berubah = False
    for e in akar.iter("{urn:schemas-microsoft-com:office:excel}*"):
        nama = e.tag.rpartition("}")[2]
        if nama == "Anchor" and e.text:
            n = [_cacah(e, x) for x in e.text.split(",")]
            if len(n) != 8:
                raise rusak(e)
            for i in (0, 4):
                n[i] = (p.kolom(n[i] + 1) or 1) - 1
                n[i + 2] = (p.baris(n[i + 2] + 1) or 1) - 1
            e.text = ", ".join(map(str, n))
        elif nama == "Row" and e.text:
            e.text = str((p.baris(_cacah(e) + 1) or 1) - 1)
        elif nama == "Column" and e.text:
            e.text = str((p.kolom(_cacah(e) + 1) or 1) - 1)
        else:
            continue
        berubah = True
    return berubah


def geser_tabel(akar: Elemen, p: Pindah) -> str | None:
    """A table part: None where the part is no table, "" where it moved as a whole, else its name: it cannot."""
    if akar.tag != q("table"):
        return None
    _b1, k1, _b2, k2 = kawasan(wajib(akar, "ref"))
    baru = [x for k in range(k1, k2 + 1) if (x := p.kolom(k)) is not None]
    if len(baru) <= k2 - k1 or baru != list(range(baru[0], baru[0] + len(baru))):
        return akar.get("displayName") or akar.get("name") or "?"
    for e in akar.iter(q("table"), q("autoFilter"), q("sortState"), q("sortCondition")):
        if ref := e.get("ref"):
            e.set("ref", _rentang(ref, p, pecahkan=False)[0])
    return ""
