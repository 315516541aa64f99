"""Native formula text of each worksheet function; arguments are formula texts, missing ones "".

Only functions every spreadsheet program has since Excel 2010: no LET, LAMBDA or XLOOKUP. A text that says a number
is not read here (it gives #VALUE!): whoever writes the copy turns such cells into numbers first. ANGKA and TERBILANG
have no native form. RATA_CAPAIAN needs array evaluation (`PERLU_LARIK`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from lkjip_xl.edar.kategori import UkuranTabel, kategori, ukuran_tertulis
from lkjip_xl.edar.potongan import BAGI_NOL, SALAH, Nomor, desimal, periksa_galat, sel_kosong, tetap
from lkjip_xl.inti.argumen import kosong
from lkjip_xl.inti.bacaan import TANDA_KOSONG
from lkjip_xl.inti.pilihan import (
    Arah,
    Cara,
    Metode,
    baca_arah,
    baca_cara,
    baca_metode,
    sinonim,
)
from lkjip_xl.inti.rumus import LEBIH, BatasTarget, RentangTarget
from lkjip_xl.inti.tabel_fungsi import TABEL

NILAI_SAJA = frozenset({"ANGKA", "TERBILANG"})
PERLU_LARIK = frozenset({"RATA_CAPAIAN"})

_UTUH = re.compile(r'[\w.$!:\']+|"(?:[^"]|"")*"|\{[^{}"]*\}')
_TANDA = {"≥": ">=", "≤": "<="}
KATA_KOSONG = ("", *(x for x in TANDA_KOSONG if x[:1].isalpha()))  # the first choice is that of a blank
KATA_ARAH = tuple((*(KATA_KOSONG if a is Arah.NAIK else ()), *sinonim(a)) for a in Arah)
KATA_METODE = tuple((*(KATA_KOSONG if m is Metode.SELISIH else ()), *sinonim(m)) for m in Metode)
KATA_CARA = tuple((*(KATA_KOSONG if c is Cara.TIDAK else ()), *sinonim(c)) for c in Cara)
_NOMOR_ARAH = {a: i for i, a in enumerate(Arah)}
_NOMOR_METODE = {m: i for i, m in enumerate(Metode)}
_NOMOR_CARA = {c: i for i, c in enumerate(Cara)}


def bentuk_asli(
    nama: str,
    argumen: Sequence[str],
    target: RentangTarget | BatasTarget | None = None,
    skala: UkuranTabel | None = None,
) -> str:
    """Native formula of one call; target = what a text such as "90–100" or "≥ 80" in its place says; skala = size of the
    table of categories where its reference does not tell it.

    >>> bentuk_asli("PREDIKAT_SAKIP", ["D8"])[:28]
    'IF(ISNUMBER(FIND("|"&UPPER(S'
    """
    bersih = [a if isinstance(a, Nomor) else a.strip() for a in argumen]
    if nama == "KEMAJUAN":
        nama, bersih = "CAPAIAN", [*bersih[1::-1], *bersih[2:]]
    penulis, f = PENULIS[nama], TABEL[nama]
    if not f.sedikitnya <= len(bersih) <= f.sebanyaknya:
        return f"IF(TRUE,{SALAH})"
    isi = [_pagar(a) if a else '""' for a in bersih] + [""] * (f.sebanyaknya - len(bersih))
    if nama == "KATEGORI" and skala is not None:
        c, tabel, d, nama_skala = isi
        return kategori(c, tabel, d, nama_skala, skala)
    if target is None:
        return penulis(*isi)
    t, r, arah, batas, bawah, cara = isi  # only CAPAIAN takes such a target
    if isinstance(target, BatasTarget):
        n, lebih = f"{target.nilai:.15g}", target.tanda in LEBIH
        penuh = f"{r}{_TANDA.get(target.tanda, target.tanda)}{n}"
        return capaian_batas(t, r, arah, batas, bawah, cara, n=n, lebih=lebih, penuh=penuh)
    a, b = (f"{x:.15g}" for x in target)
    return capaian_rentang(t, r, arah, batas, bawah, cara, a=a, b=b)


def _pagar(teks: str) -> str:
    return teks if _UTUH.fullmatch(teks) else f"({teks})"


def sel_kata(x: str) -> str:
    """Whether a cell holds a word, a bound or a ratio instead of a number; FALSE for an error."""
    awal = f'UPPER(TRIM(SUBSTITUTE({x},"\u00a0"," ")))'
    huruf = f'ISNUMBER(FIND(LEFT({awal}),"ABCDEFGHIJKLMNOPQRSTUVWXYZ<>=≥≤"))'
    return f'AND(ISTEXT({x}),OR(ISNUMBER(FIND(":",{x})),AND({huruf},ISERROR(FIND("RP",LEFT({awal},2))))))'


def _nomor(x: str, kata: Sequence[Sequence[str]], baca: Callable[[str], object], nomor: dict) -> int | str | None:
    """Which choice an argument names: a number from 0, formula text that gives it from 1, None for an unknown word."""
    if not x:
        return 0
    if isinstance(x, Nomor):
        return str(x)
    teks = tetap(x)
    if teks is not None:
        try:
            return 0 if kosong(teks) else nomor[baca(teks)]
        except ValueError:
            return None
    return nomor_kata(x, kata)


def nomor_kata(x: str, kata: Sequence[Sequence[str]]) -> str:
    """Which group of words a text belongs to, from 1; #VALUE! or #N/A for none."""
    kunci = f"LOWER({x})"
    for buang in (" ", "\u00a0", "-", "–", "—"):
        kunci = f'SUBSTITUTE({kunci},"{buang}","")'
    awal, daftar = [], "|"
    for k in kata:
        awal.append(str(len(daftar)))
        daftar += "|".join(k) + "|"
    potong = "&".join(f'"{daftar[i : i + 200]}"' for i in range(0, len(daftar), 200))
    return f'MATCH(FIND("|"&{kunci}&"|",{potong}),{{{",".join(awal)}}},1)'


def _pilih(nomor: int | str | None, cabang: Sequence[str]) -> str:
    if nomor is None:
        return SALAH
    return cabang[nomor] if isinstance(nomor, int) else f"CHOOSE({nomor},{','.join(cabang)})"


def _dibatasi(hasil: str, batas: str, bawah: str) -> str:
    if bawah and bawah != '""':
        lantai = f"MAX({hasil},IF(ISNUMBER({bawah}),{bawah},-9E+307))"
        hasil = f"IF(OR({sel_kosong(bawah)},ISNUMBER({bawah})),{lantai},{SALAH})"
    if batas and batas != '""':
        puncak = f"MIN({hasil},IF(ISNUMBER({batas}),{batas},9E+307))"
        hasil = f"IF(OR({sel_kosong(batas)},AND(ISNUMBER({batas}),N({batas})>0)),{puncak},{SALAH})"
    return hasil


def _bila_terpenuhi(syarat: str, biasa: str, cara: str) -> str:
    """biasa, or 100 and 0 where the way is to count whether the target is met."""
    nomor = _nomor(cara, KATA_CARA, baca_cara, _NOMOR_CARA)
    if isinstance(nomor, int):
        return f"IF({syarat},100,0)" if nomor == _NOMOR_CARA[Cara.TERPENUHI] else biasa
    ya = ",".join(str(int(c is Cara.TERPENUHI)) for c in Cara)
    return SALAH if nomor is None else f"IF(CHOOSE({nomor},{ya}),IF({syarat},100,0),{biasa})"


def _capaian(t: str, r: str, arah: str, batas: str, bawah: str, cara: str) -> str:
    nomor = _nomor(arah, KATA_ARAH, baca_arah, _NOMOR_ARAH)
    naik, turun = f"{r}/{t}*100", f"(2*{t}-{r})/{t}*100"
    rasio = f"IF({r}>0,{t}/{r}*100,{BAGI_NOL})"
    pilih = _pilih(nomor, (naik, turun, rasio, f"IF({r}>{t},{turun},{naik})"))
    nol = f"IF(AND({t}=0,{r}=0),100,{BAGI_NOL})"
    if nomor is None:
        nol = SALAH
    elif isinstance(nomor, str):
        nol = f"0*{nomor}+{nol}"  # an unknown word counts before an undefined result
    syarat = _pilih(nomor, (f"{r}>={t}", f"{r}<={t}", f"{r}<={t}", f"{r}={t}"))
    hasil = _dibatasi(_bila_terpenuhi(syarat, f"IF({t}>0,{pilih},{nol})", cara), batas, bawah)
    inti = f"IF(AND(ISNUMBER({t}),ISNUMBER({r})),{hasil},{SALAH})"
    return periksa_galat(
        (t, r, arah, batas, bawah, cara),
        f'IF(OR({sel_kosong(t)},{sel_kosong(r)},{sel_kata(t)},{sel_kata(r)}),"",{inti})',
    )


def capaian_batas(
    t: str, r: str, arah: str, batas: str, bawah: str, cara: str, *, n: str, lebih: bool | str, penuh: str
) -> str:
    """CAPAIAN of a target written "≥ 80": n its number, lebih whether more is better, penuh the condition that it is met.

    Each is formula text, or known now and then no longer asked for in the formula.
    """
    nomor_arah = _nomor(arah, KATA_ARAH, baca_arah, _NOMOR_ARAH)
    nol = _bila(_banding(n, "=", "0"), f"IF({r}=0,100,{BAGI_NOL})", BAGI_NOL)
    positif = _banding(n, ">", "0")
    naik = _bila(positif, f"{r}/{n}*100", nol)
    turun = _bila(positif, f"(2*{n}-{r})/{n}*100", nol)
    rasio = _bila(positif, f"IF({r}>0,{n}/{r}*100,{BAGI_NOL})", nol)
    naik, turun, rasio = (_dibatasi(x, batas, bawah) for x in (naik, turun, rasio))
    biasa = _bila(lebih, _pilih(nomor_arah, (naik, '""', '""', '""')), _pilih(nomor_arah, ('""', turun, rasio, '""')))
    tercapai = _dibatasi(f"IF({penuh},100,0)", batas, bawah)
    if nomor_arah is None:
        tercapai = SALAH
    elif isinstance(nomor_arah, str):
        tercapai = f"0*{nomor_arah}+{tercapai}"
    hasil = _pilih(_nomor(cara, KATA_CARA, baca_cara, _NOMOR_CARA), ('""', biasa, tercapai, tercapai))
    inti = f"IF(ISNUMBER({r}),{hasil},{SALAH})"
    return periksa_galat((t, r, arah, batas, bawah, cara), f'IF(OR({sel_kosong(r)},{sel_kata(r)}),"",{inti})')


def capaian_rentang(t: str, r: str, arah: str, batas: str, bawah: str, cara: str, *, a: str, b: str) -> str:
    """CAPAIAN of a target written "a–b"; the bounds are constants or formula text."""
    di_atas, di_bawah = (f"(2*{b}-{r})/{b}*100", f"{r}/{a}*100")
    hasil = f"IF({r}>{b},{di_atas},IF({r}<{a},{di_bawah},100))"
    hasil = _bila(_banding(a, "<", "0"), BAGI_NOL, hasil)
    hasil = _bila(_banding(a, ">", b), SALAH, _bila_terpenuhi(f"AND({r}>={a},{r}<={b})", hasil, cara))
    pilih = _pilih(_nomor(arah, KATA_ARAH, baca_arah, _NOMOR_ARAH), (SALAH, SALAH, SALAH, hasil))
    inti = f"IF(ISNUMBER({r}),{_dibatasi(pilih, batas, bawah)},{SALAH})"
    return periksa_galat((t, r, arah, batas, bawah, cara), f'IF(OR({sel_kosong(r)},{sel_kata(r)}),"",{inti})')


def _banding(a: str, tanda: str, b: str) -> bool | str:
    """A comparison: decided now between two constants, else formula text."""
    try:
        x, y = float(a), float(b)
    except ValueError:
        return f"{a}{tanda}{b}"
    return {"=": x == y, ">": x > y, "<": x < y}[tanda]


def _bila(syarat: bool | str, ya: str, tidak: str) -> str:
    if isinstance(syarat, str):
        return f"IF({syarat},{ya},{tidak})"
    return ya if syarat else tidak


def _kategori(c: str, skala: str, d: str, nama: str) -> str:
    return kategori(c, skala, d, nama, ukuran_tertulis(skala))


def _serapan(p: str, r: str) -> str:
    terbaca = f"AND(OR(ISNUMBER({p}),{sel_kosong(p)}),OR(ISNUMBER({r}),{sel_kosong(r)}))"
    ada = f'IF({sel_kosong(r)},"",{r}/{p}*100)'
    return periksa_galat((p, r), f'IF({terbaca},IF(N({p})>0,{ada},IF(AND(N({p})=0,N({r})=0),"",{BAGI_NOL})),{SALAH})')


def _metode(c: str, s: str, m: str, tertimbang: str) -> str:
    nomor = _nomor(m, KATA_METODE, baca_metode, _NOMOR_METODE)
    nilai = f"(50+MAX(-20,MIN(20,(1-{s}/{c})*100))/20*50)"
    return _pilih(
        nomor, (f"{c}-{s}", f"{c}/{s}*100", f"(1-{s}/{c})*100", tertimbang, f"{c}/{s}-1", nilai, '""', f"100-{s}")
    )


def _efisiensi(c: str, s: str, m: str) -> str:
    inti = f"IF(AND(ISNUMBER({c}),ISNUMBER({s})),{_metode(c, s, m, SALAH)},{SALAH})"
    return periksa_galat((c, s, m), f'IF(OR({sel_kosong(c)},{sel_kosong(s)}),"",{inti})')


def _teks_asing(x: str) -> str:
    """How many cells of a range are neither number nor blank."""
    return f"SUMPRODUCT((1-ISNUMBER({x}))*(1-{sel_kosong(x)}))"


def _efisiensi_total(c: str, p: str, r: str, m: str) -> str:
    sp, sr = f"SUM({p})", f"SUM({r})"
    biasa = _metode(f"AVERAGE({c})", f"({sr}/{sp}*100)", m, "0")
    kosong_ = f"OR(COUNT({c})=0,AND({sp}=0,{sr}=0),AND({sp}>0,COUNT({r})=0))"
    biasa = f'IF({kosong_},"",IF({sp}>0,{biasa},{BAGI_NOL}))'
    volume = f"SUMPRODUCT({c},{p})"
    pasang = f"SUMPRODUCT(ISNUMBER({c})*ISNUMBER({p}))"
    belanja = f"SUMPRODUCT(--ISNUMBER({c}),--ISNUMBER({p}),{r})"
    ukuran = [f"ROWS({x})*COLUMNS({x})" for x in (c, p, r)]
    bobot = (
        f"IF(AND({ukuran[0]}={ukuran[1]},{ukuran[1]}={ukuran[2]}),"
        f'IF({pasang}=0,"",({volume}-100*{belanja})/{volume}*100),{SALAH})'
    )
    nomor = _nomor(m, KATA_METODE, baca_metode, _NOMOR_METODE)
    if isinstance(nomor, str):
        inti = f"IF({nomor}=4,{bobot},{biasa})"
    else:
        inti = bobot if nomor == 3 else SALAH if nomor is None else biasa
    asing = "+".join(_teks_asing(x) for x in (c, p, r))
    jumlah = f"SUM({c},{p},{r})"
    hasil = f"IF(ISNUMBER({jumlah}),IF({asing}>0,{SALAH},{inti}),{jumlah})"
    return f"IF(ISERROR({m}),{m},{hasil})" if m and tetap(m) is None else hasil


def _rata_capaian(x: str, d: str, b: str) -> str:
    angka = f"IF(ISNUMBER({x}),{x},0)"
    rata = f"SUMPRODUCT(ROUND({angka},{desimal(d)}))/COUNT({x})"
    if b and b != '""':
        potong = f"IF({angka}>{b},{b},{angka})"
        rata_b = f"SUMPRODUCT(ROUND({potong},{desimal(d)}))/COUNT({x})"
        rata = f"IF({sel_kosong(b)},{rata},IF(ISNUMBER({b}),IF({b}>0,{rata_b},{SALAH}),{SALAH}))"
    hasil = f'IF({_teks_asing(x)}>0,{SALAH},IF(COUNT({x})=0,"",{rata}))'
    return f"IF(ISNUMBER(SUM({x})),{hasil},SUM({x}))"


def _predikat(n: str) -> str:
    r = f"ROUND({n},2)"
    kata = f'LOOKUP({r}-0.005,{{-1,30,50,60,70,80,90}},{{"D","C","CC","B","BB","A","AA"}})'
    return f'IF({sel_kosong(n)},"",IF(ISNUMBER({n}),IF(AND({r}>=0,{r}<=100),{kata},{SALAH}),{n}+{SALAH}))'


def _rupiah(n: str) -> str:
    teks = f'IF(ROUND({n},0)<0,"-","")&"Rp "&SUBSTITUTE(FIXED(ROUND(ABS({n}),0),0),",",".")'
    return f'IF({sel_kosong(n)},"",IF(ISNUMBER({n}),{teks},{n}+{SALAH}))'


PENULIS: dict[str, Callable[..., str]] = {
    "CAPAIAN": _capaian, "KATEGORI": _kategori, "SERAPAN": _serapan, "EFISIENSI": _efisiensi, "EFISIENSI_TOTAL": _efisiensi_total,
    "RATA_CAPAIAN": _rata_capaian, "PREDIKAT_SAKIP": _predikat, "RUPIAH": _rupiah,
}  # fmt: skip
