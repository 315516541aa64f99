"""The worksheet functions as defined names of the workbook: LAMBDAs made from the very texts of the native formulas.

They compute in Excel 365 and 2024, on the web, on Mac and tablets, without macros or Python. A parameter is written
`_xlpm.name`, an optional one is declared `_xlop.name`; newer functions carry `_xlfn.`. As in native formulas a text that says
a number gives #VALUE!; of texts in place of a target "90–100" and "≥ 80" are read. ANGKA and TERBILANG have no such form.
"""

from __future__ import annotations

from collections.abc import Mapping

from lkjip_xl.edar.asli import (
    KATA_ARAH,
    KATA_CARA,
    PENULIS,
    bentuk_asli,
    capaian_batas,
    capaian_rentang,
    nomor_kata,
    sel_kata,
)
from lkjip_xl.edar.kategori import baris_memuat, bila_terbaca
from lkjip_xl.edar.potongan import SALAH, Nomor, periksa_galat, sel_kosong
from lkjip_xl.inti.pilihan import Arah, Cara
from lkjip_xl.inti.tabel_fungsi import TABEL, Argumen

BARIS_SKALA = 40  # rows of a scale that KATEGORI reads; more than a template has

_LAMBDA, _LET, _ABAI, _NILAI = "_xlfn.LAMBDA", "_xlfn.LET", "_xlfn.ISOMITTED", "_xlfn.NUMBERVALUE"
_P, _OP = "_xlpm.", "_xlop."
_KOSONG = '""'
_TIDAK, _RENTANG = list(Cara).index(Cara.TIDAK) + 1, list(Arah).index(Arah.RENTANG) + 1
# what a bound begins with, without spaces, what begins like another one first: 1 ≥, 2 ≤, 3 >, 4 <
_TANDA = {
    ">=": 1, "=>": 1, "≥": 1, "<=": 2, "=<": 2, "≤": 2, ">": 3, "<": 4,
    "minimal": 1, "minimum": 1, "min.": 1, "min": 1, "maksimal": 2, "maksimum": 2, "maks.": 2, "maks": 2,
    "maximal": 2, "maximum": 2, "max.": 2, "max": 2, "palingsedikit": 1, "palingkurang": 1, "palingcepat": 1,
    "palingbanyak": 2, "palinglama": 2, "sekurang-kurangnya": 1, "sekurangkurangnya": 1, "sekurangnya": 1,
    "lebihdari": 3, "diatas": 3, "kurangdari": 4, "dibawah": 4,
}  # fmt: skip


def nama_lambda() -> dict[str, str]:
    """Text of each function's defined name, without "=".

    >>> nama_lambda()["PREDIKAT_SAKIP"][:44]
    '_xlfn.LAMBDA(_xlpm.nilai,_xlfn.LET(_xlpm.n_,'
    """
    return {nama: _satu(nama) for nama in TABEL if nama in _ISI or nama in PENULIS}


def _satu(nama: str) -> str:
    argumen = TABEL[nama].argumen
    ikat: dict[str, str] = {}
    isi = [_ikat(a, ikat) for a in argumen]
    tunggal = list(ikat)
    badan = _ISI[nama](isi, ikat) if nama in _ISI else bentuk_asli(nama, isi)
    for x in tunggal:  # what is asked of an argument again and again is asked once
        for akhiran, tanya in (("hampa", sel_kosong(x)), ("kata", sel_kata(x))):
            if badan.count(tanya) > 1:
                ikat[x + akhiran] = tanya
                badan = badan.replace(tanya, x + akhiran)
    parameter = ",".join((_P if a.wajib else _OP) + _nama(a) for a in argumen)
    return f"{_LAMBDA}({parameter},{_dengan(ikat, badan)})"


def _nama(a: Argumen) -> str:
    return a.vba or a.nama


def _ikat(a: Argumen, ikat: dict[str, str]) -> str:
    """How the body names an argument: a range as it is, a single cell with blank and left out as an empty text."""
    p = _P + _nama(a)
    if a.rentang:
        return p
    ringkas = f"{_P}{''.join(k[0] for k in _nama(a).split('_'))}_"
    isi = f'IF({p}="","",{p})'
    ikat[ringkas] = isi if a.wajib else f'IF({_ABAI}({p}),"",{isi})'
    return ringkas


def _dengan(ikat: Mapping[str, str], badan: str) -> str:
    return f"{_LET}({','.join(f'{n},{isi}' for n, isi in ikat.items())},{badan})" if ikat else badan


def _capaian(isi: list[str], ikat: dict[str, str]) -> str:
    """CAPAIAN reads a target that is text when it is called: a bound, or the two ends of a range."""
    t, r, arah, batas, bawah, cara = isi
    na, nc, teks, tanda, jenis, sisa, n, a, b = (
        f"{_P}{x}" for x in ("no_arah", "no_cara", "teks", "tanda", "jenis", "sisa", "angka", "awal", "akhir")
    )
    ikat[na] = _tanpa_galat(nomor_kata(arah, KATA_ARAH))  # an unknown word: an error where it is used, and not before
    ikat[nc] = _tanpa_galat(nomor_kata(cara, KATA_CARA)) if cara != _KOSONG else str(_TIDAK)
    rapi = f"LOWER({t})"
    for buang in (" ", "\u00a0", "%", "persen", "rp.", "rp"):
        rapi = f'SUBSTITUTE({rapi},"{buang}","")'
    ikat[teks] = f'IF(ISTEXT({t}),{rapi},"")'
    ikat[tanda] = _awalan_batas(teks)
    ikat[sisa] = f"MID({teks},1+MOD({tanda},100),99)"
    ikat[n] = _angka(sisa)
    jarak = f'SUBSTITUTE(SUBSTITUTE(SUBSTITUTE({teks},"—","–"),"s.d.","–"),"-","–")'
    letak = f'FIND("–",{jarak},2)'  # a sign in front is none
    ikat[a], ikat[b] = _tanpa_galat(f"LEFT({jarak},{letak}-1)"), _tanpa_galat(f"MID({jarak},{letak}+1,99)")
    ikat[f"{a}_"], ikat[f"{b}_"] = _angka(a), _angka(b)
    pilih = [Nomor(na), batas, bawah, Nomor(nc)]
    ikat[jenis] = f"INT({tanda}/100)"
    penuh = f"CHOOSE({jenis},{r}>={n},{r}<={n},{r}>{n},{r}<{n})"
    berbatas = capaian_batas("", r, *pilih, n=n, lebih=f"MOD({jenis},2)=1", penuh=penuh)
    rentang = capaian_rentang("", r, *pilih, a=f"{a}_", b=f"{b}_")
    biasa = bentuk_asli("CAPAIAN", [t, r, *pilih])
    # a bound whose number is not read here, where it would count: never a blank instead of it
    berangka = f'ISNUMBER(FIND(LEFT({sisa}&"x"),"0123456789"))'
    biasa = f"IF(AND({tanda}>0,{nc}<>{_TIDAK},{berangka}),{SALAH},{biasa})"
    biasa = f"IF(AND({na}={_RENTANG},ISNUMBER({a}_),ISNUMBER({b}_)),{rentang},{biasa})"
    return periksa_galat((t, r, arah, cara), f"IF(AND({tanda}>0,ISNUMBER({n})),{berbatas},{biasa})")


def _awalan_batas(teks: str) -> str:
    """Kind of the bound a text begins with (times 100) and the length of the word; 0 for none."""
    hasil = "0"
    for kata, jenis in reversed(_TANDA.items()):
        hasil = f'IF(LEFT({teks},{len(kata)})="{kata}",{100 * jenis + len(kata)},{hasil})'
    return hasil


def _angka(x: str) -> str:
    """The number a text says with a comma and without groups of thousands; an empty text for anything else."""
    nilai = _tanpa_galat(f'{_NILAI}({x},",",".")')
    return f'IF(OR({x}="",ISNUMBER(FIND(".",{x}))),"",{nilai})'


def _tanpa_galat(x: str) -> str:
    return f'IFERROR({x},"")'


def _kemajuan(isi: list[str], ikat: dict[str, str]) -> str:
    realisasi, target, arah = isi
    return _capaian([target, realisasi, arah, _KOSONG, _KOSONG, _KOSONG], ikat)


def _kategori(isi: list[str], ikat: dict[str, str]) -> str:
    c, skala, d, nama = isi
    nilai, cocok, i = f"{_P}nilai", f"{_P}cocok", f"{_P}i"
    ikat[nilai] = f"IF(ISNUMBER({c}),ROUND({c},IF(ISNUMBER({d}),{d},2)),0)"
    sel = [f"INDEX({skala},{i},{k})" for k in (1, 2, 3, 4)]
    empat, tiga = baris_memuat(nilai, sel, nama), baris_memuat(nilai, sel[:3], nama)
    milik = f'IF(COLUMNS({skala})>3,{empat},IF(TRIM({nama})="",{tiga}))'
    ikat[cocok] = f"{_LAMBDA}({i},IF({i}<=ROWS({skala}),{milik}))"
    hasil = f'IF(ROWS({skala})>{BARIS_SKALA},#N/A,"")'
    for b in range(BARIS_SKALA, 0, -1):
        hasil = f"IF({cocok}({b}),TRIM(INDEX({skala},{b},3)),{hasil})"
    return bila_terbaca(c, skala, d, nama, f"IF(COLUMNS({skala})<3,{SALAH},{hasil})")


_ISI = {"CAPAIAN": _capaian, "KEMAJUAN": _kemajuan, "KATEGORI": _kategori}
