"""Words of rise and fall in a sentence against its own figures: "menurun dari 121 menjadi 134"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from lkjip_xl.inti.angka import tulis
from lkjip_xl.inti.bacaan import Bacaan
from lkjip_xl.inti.kunci import kunci_teks
from lkjip_xl.inti.rumus import bulat
from lkjip_xl.inti.satuan import BESARAN
from lkjip_xl.validasi.aturan.angka_kalimat import ANGKA, PERSEN, SERATUS, Hitungan, angka, cacah, semua_angka, sesuai
from lkjip_xl.validasi.aturan.selang import Selang, hasil_tertulis, jangkauan, titik

NAIK, TURUN = "meningkat", "menurun"
_NAIK = r"meningkat(?:kan|nya)?|naik(?:nya)?|menaikkan|bertambah(?:nya)?|peningkatan|kenaikan|melonjak|tumbuh"
_TURUN = r"menurun(?:kan|nya)?|turun(?:nya)?|berkurang(?:nya)?|penurunan|menyusut|merosot"
KATA_ARAH = rf"(?:{_NAIK}|{_TURUN})"
_KALI = rf"(?:\s*(?P<{{}}>{'|'.join(sorted(BESARAN, key=len, reverse=True))})\b)?"
_RP = r"(?:Rp\.?\s*)?"
_SEBESAR = r"(?:(?:sebesar|sebanyak|sejumlah|sekitar|yaitu|hanya)\s+)?"
_DARI = re.compile(
    rf"\b(?P<kata>{KATA_ARAH})\b(?P<antara>.{{0,60}}?)\bdari\s+{_SEBESAR}{_RP}(?P<x>{ANGKA}){_KALI.format('kx')}"
    rf"(?P<tengah>.{{0,70}}?)\bmenjadi\s+{_SEBESAR}{_RP}(?P<y>{ANGKA}){_KALI.format('ky')}(?P<sisa>.*)",
    re.IGNORECASE,
)
_UBAH = re.compile(
    rf"^(?:\s+(?!{KATA_ARAH}|dari\b|tahun\b)[^\W\d_][\w/-]*){{0,4}}?(?:\s+(?:pada\s+)?tahun\s+\d{{4}})?(?:,?\s+atau|,|\s*\()\s*(?:{KATA_ARAH}\s+)?{_SEBESAR}(?P<p>{ANGKA})\s*{PERSEN}",
    re.IGNORECASE,
)
_DIBANDING = re.compile(
    rf"(?P<x>{ANGKA}){_KALI.format('kx')}(?P<benda>(?:\s+[^\W\d_][\w/-]*){{0,3}}),?\s+(?:atau\s+|yang\s+|telah\s+)*(?P<kata>{KATA_ARAH})\s+{_SEBESAR}(?P<p>{ANGKA})\s*{PERSEN}"
    rf"\s+(?:dari|dibanding(?:kan)?(?:\s+dengan)?|terhadap)(?:\s+(?:realisasi|capaian|jumlah|pada|di))*(?:\s+tahun\s+(?:\d{{4}}|lalu|sebelumnya))?\s+(?:(?:yang|yaitu|adalah|mencapai|dengan|jumlah)\s+)*{_SEBESAR}{_RP}(?P<y>{ANGKA}){_KALI.format('ky')}(?P<sisa>.*)",
    re.IGNORECASE,
)
_BEDA_PERSEN = re.compile(
    rf"\b(?P<kata>{KATA_ARAH})\s+{_SEBESAR}(?P<d>{ANGKA})(?:\s+[^\W\d_][\w/-]*){{1,3}}?(?:,?\s+atau\s+|\s*\(){_SEBESAR}(?P<p>{ANGKA})\s*{PERSEN}",
    re.IGNORECASE,
)
_SEMULA = re.compile(
    rf"{_RP}(?P<x>{ANGKA})(?:\s+(?!{KATA_ARAH})[^\W\d_][\w/-]*){{0,3}},\s+(?P<kata>{KATA_ARAH})\s+{_SEBESAR}{_RP}(?P<d>{ANGKA})(?:\s+[^\W\d_][\w/-]*){{0,3}}?\s+dari"
    rf"(?:\s+[^\W\d_][\w/-]*){{0,4}}?\s+{_RP}(?P<y>{ANGKA})(?!\s*{PERSEN})",
    re.IGNORECASE,
)
_ADA_ARAH = re.compile(rf"\b{KATA_ARAH}\b", re.IGNORECASE)
_BUKAN = re.compile(r"\b(?:tidak|belum|bukan|tanpa|tak)\s+(?:\w+\s+)?$", re.IGNORECASE)
# where less is more, or the figures are places
TERBALIK = re.compile(
    r"\b(?:peringkat|ranking|rangking|rank|urutan|posisi|target\w*|kinerja|kualitas|mutu|pelayanan|kecepatan|efisiensi|efektivitas|keberhasilan|kelas|tipe)\b",
    re.IGNORECASE,
)
_PERSENAN = re.compile(rf"^\s*{PERSEN}", re.IGNORECASE)
_WAKTU = re.compile(r"^\s*(?:hari|jam|menit|detik|bulan|minggu)\b", re.IGNORECASE)
_LAMA = re.compile(rf"^\s*{_SEBESAR}(?P<d>{ANGKA}){_WAKTU.pattern[1:]}", re.IGNORECASE)


def kata_naik(kata: str) -> bool:
    """Does a word of rise or fall tell a rise?"""
    return re.fullmatch(_NAIK, kata, re.IGNORECASE) is not None


def perubahan_keliru(kalimat: str) -> Iterator[Hitungan]:
    """Rises and falls that a sentence words or counts otherwise than its own two figures.

    >>> [(h.tulisan, h.hasil) for h in perubahan_keliru("Kecelakaan menurun dari 121 menjadi 134 kejadian")]
    [('menurun', 'meningkat')]
    >>> [h.hasil for h in perubahan_keliru("sebanyak 5.711 izin, meningkat 7,82 persen dibandingkan tahun 2022 sebanyak 5.275 izin")]
    [8.27]
    >>> [h.hasil for h in perubahan_keliru("634 kasus, turun 37 kasus atau 5,15 persen dari 671 kasus")]
    [5.51]
    >>> [h.hasil for h in perubahan_keliru("124 LHP; dibanding tahun 2020 (118 LHP) bertambah 8 LHP atau 5,08 %")]
    [6.0]
    >>> [h.hasil for h in perubahan_keliru("pagu Rp 90.000, bertambah Rp 10.000 dari pagu murni Rp 100.000")]
    ['menurun']
    >>> [h.hasil for h in perubahan_keliru("Waktu tunggu naik 11,5 menit dari 61 menit menjadi 49,5 menit")]
    ['menurun']
    >>> list(perubahan_keliru("Pelayanan meningkat dari 61 menit menjadi 49,5 menit"))
    []
    >>> list(perubahan_keliru("Peringkat naik dari 5 menjadi 3")), list(perubahan_keliru("naik dari 20 menjadi 25 (25%)"))
    ([], [])
    """
    yield from _beda_dan_persen(kalimat)
    yield from _dari_semula(kalimat)
    m = _DARI.search(kalimat)
    if m is not None and not _ADA_ARAH.search(m["antara"] + m["tengah"]):
        yield from _dari_menjadi(kalimat, m)
        return
    m = _DIBANDING.search(kalimat)
    if m is None:
        return
    x, y, p = angka(m["x"]), angka(m["y"]), angka(m["p"])
    persenan = _PERSENAN.match(m["benda"]) or _PERSENAN.match(m["sisa"])
    besar = bool(m["kx"]) and bool(m["ky"])
    if x is None or y is None or p is None or persenan or bool(m["kx"]) != bool(m["ky"]):
        return
    if "," in m["x"] + m["y"] and not besar:
        return
    yield from _persen(_selang(y, m["ky"]), _selang(x, m["kx"]), p, m["p"], f"({m['x']} − {m['y']}) / {m['y']} × 100")


def _beda_dan_persen(kalimat: str) -> Iterator[Hitungan]:
    """ "turun 37 kasus atau 5,51 persen": two figures of the sentence of which one is right of both and the other is not."""
    semua = list(_BEDA_PERSEN.finditer(kalimat))
    if len(semua) != 1:
        return
    m = semua[0]
    d, p = cacah(m["d"]), angka(m["p"])
    lain = [x for teks in semua_angka(kalimat[: m.start("d")] + " " + kalimat[m.end("p") :]) if (x := cacah(teks))]
    pasangan = [(x, y) for x, y in combinations(dict.fromkeys(lain), 2)]
    if d is None or p is None or not pasangan:
        return
    hitung = [(abs(x - y), y, *sorted((x, y))) for a, b in pasangan for x, y in ((a, b), (b, a))]
    benar = [sesuai(titik(b / dasar * SERATUS), p) for b, dasar, *_ in hitung]
    if any(b == d and cocok for (b, *_), cocok in zip(hitung, benar, strict=True)):
        return
    for (beda, dasar, kecil, besar), cocok in zip(hitung, benar, strict=True):
        if cocok:
            yield Hitungan(m["d"], f"{tulis(besar)} − {tulis(kecil)}", beda)
            return
        naik = kata_naik(m["kata"])
        if beda == d and dasar == (kecil if naik else besar):
            yield Hitungan(m["p"], f"{tulis(d)} / {tulis(dasar)} × 100", bulat(d / dasar * SERATUS, p.desimal or 0))
            return


def _dari_semula(kalimat: str) -> Iterator[Hitungan]:
    """ "Rp90 …, bertambah Rp10 dari … Rp100": the word against two amounts and their exact difference."""
    for m in _SEMULA.finditer(kalimat):
        kini, d, semula = cacah(m["x"]), cacah(m["d"]), cacah(m["y"])
        if None in (kini, d, semula) or not d or TERBALIK.search(kalimat[: m.start("d")]):
            continue
        naik = kata_naik(m["kata"])
        if kini == (semula or 0.0) + (-d if naik else d):
            yield Hitungan(kunci_teks(m["kata"]), f"{m['x']} dari {m['y']}", TURUN if naik else NAIK)


def _dari_menjadi(kalimat: str, m: re.Match[str]) -> Iterator[Hitungan]:
    x, y = angka(m["x"]), angka(m["y"])
    satu, dua = m["kx"], m["ky"]
    persen = [bool(_PERSENAN.match(m[k])) for k in ("tengah", "sisa")]
    if x is None or y is None or (persen[0] and not persen[1]) or bool(satu) != bool(dua):
        return  # two units, or one that only the second figure names
    awal, akhir = _selang(x, satu), _selang(y, dua)
    naik = kata_naik(m["kata"])
    # less time may be told as a rise, of what is better; "naik 11,5 menit" is told of the time itself
    waktu = _WAKTU.match(m["sisa"]) and not _sebesar_itu(m["antara"], awal, akhir)
    lain = _BUKAN.search(kalimat[: m.start()]) or TERBALIK.search(kalimat[: m.start("x")]) or waktu
    if akhir.atas < awal.bawah if naik else akhir.bawah > awal.atas:
        if not lain:
            yield Hitungan(kunci_teks(m["kata"]), f"dari {m['x']} menjadi {m['y']}", TURUN if naik else NAIK)
        return
    sisa = _UBAH.match(m["sisa"])
    if sisa is not None and (p := angka(sisa["p"])) is not None and not any(persen):
        yield from _persen(awal, akhir, p, sisa["p"], f"({m['y']} − {m['x']}) / {m['x']} × 100")


def _sebesar_itu(antara: str, awal: Selang, akhir: Selang) -> bool:
    """Does the word of rise or fall have a figure of time behind it, the difference of the two?"""
    m = _LAMA.match(antara)
    b = angka(m["d"]) if m is not None else None
    beda = sorted((abs(akhir.atas - awal.bawah), abs(akhir.bawah - awal.atas)))
    return b is not None and Selang(*beda).bertemu(hasil_tertulis(b.nilai or 0.0, b.desimal))


def _persen(awal: Selang, akhir: Selang, p: Bacaan, tulisan: str, hitungan: str) -> Iterator[Hitungan]:
    """A percentage of change that is neither that, nor one figure in percent of the other."""
    if awal.bawah <= 0 or akhir.bawah <= 0:
        return
    boleh = (lambda a, b: abs(b - a) / a * SERATUS, lambda a, b: b / a * SERATUS, lambda a, b: a / b * SERATUS)
    hasil = [s for f in boleh if (s := jangkauan(f, [awal, akhir])) is not None]
    if hasil and not any(sesuai(s, p) for s in hasil):
        yield Hitungan(tulisan, hitungan, bulat((hasil[0].bawah + hasil[0].atas) / 2, p.desimal or 0))


def _selang(b: Bacaan, kali: str | None) -> Selang:
    s = hasil_tertulis(b.nilai or 0.0, b.desimal) if b.desimal or kali else Selang(b.nilai or 0.0, b.nilai or 0.0)
    n = BESARAN[kunci_teks(kali)] if kali else 1.0
    return Selang(s.bawah * n, s.atas * n)
