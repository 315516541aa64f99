"""Words of rise and fall in a sentence against its own figures: "menurun dari 121 menjadi 134"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lkjip_xl.inti.bacaan import Bacaan
from lkjip_xl.inti.kunci import kunci_teks
from lkjip_xl.inti.rumus import bulat
from lkjip_xl.inti.satuan import BESARAN
from lkjip_xl.validasi.aturan.angka_kalimat import ANGKA, PERSEN, SERATUS, Hitungan, angka, sesuai
from lkjip_xl.validasi.aturan.selang import Selang, hasil_tertulis, jangkauan

NAIK, TURUN = "meningkat", "menurun"
_NAIK = r"meningkat(?:kan|nya)?|naik(?:nya)?|menaikkan|bertambah(?:nya)?|peningkatan|kenaikan|melonjak"
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
    rf"(?P<x>{ANGKA})(?P<benda>(?:\s+[^\W\d_][\w/-]*){{0,3}}),?\s+(?:atau\s+|yang\s+|telah\s+)*(?P<kata>{KATA_ARAH})\s+{_SEBESAR}(?P<p>{ANGKA})\s*{PERSEN}"
    rf"\s+(?:dari|dibanding(?:kan)?(?:\s+dengan)?|terhadap)(?:\s+(?:realisasi|capaian|jumlah|pada|di))*(?:\s+tahun\s+(?:\d{{4}}|lalu|sebelumnya))?\s+(?:(?:yang|yaitu|adalah|mencapai|dengan|jumlah)\s+)*{_SEBESAR}(?P<y>{ANGKA})(?P<sisa>.*)",
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


def kata_naik(kata: str) -> bool:
    """Does a word of rise or fall tell a rise?"""
    return re.fullmatch(_NAIK, kata, re.IGNORECASE) is not None


def perubahan_keliru(kalimat: str) -> Iterator[Hitungan]:
    """Rises and falls that a sentence words or counts otherwise than its own two figures.

    >>> [(h.tulisan, h.hasil) for h in perubahan_keliru("Kecelakaan menurun dari 121 menjadi 134 kejadian")]
    [('menurun', 'meningkat')]
    >>> [h.hasil for h in perubahan_keliru("sebanyak 5.711 izin, meningkat 7,82 persen dibandingkan tahun 2022 sebanyak 5.275 izin")]
    [8.27]
    >>> list(perubahan_keliru("Peringkat naik dari 5 menjadi 3")), list(perubahan_keliru("naik dari 20 menjadi 25 (25%)"))
    ([], [])
    """
    m = _DARI.search(kalimat)
    if m is not None and not _ADA_ARAH.search(m["antara"] + m["tengah"]):
        yield from _dari_menjadi(kalimat, m)
        return
    m = _DIBANDING.search(kalimat)
    if m is None:
        return
    x, y, p = angka(m["x"]), angka(m["y"]), angka(m["p"])
    persenan = _PERSENAN.match(m["benda"]) or _PERSENAN.match(m["sisa"])
    if x is None or y is None or p is None or persenan or "," in m["x"] + m["y"]:
        return
    yield from _persen(_selang(y, None), _selang(x, None), p, m["p"], f"({m['x']} − {m['y']}) / {m['y']} × 100")


def _dari_menjadi(kalimat: str, m: re.Match[str]) -> Iterator[Hitungan]:
    x, y = angka(m["x"]), angka(m["y"])
    satu, dua = m["kx"], m["ky"]
    persen = [bool(_PERSENAN.match(m[k])) for k in ("tengah", "sisa")]
    if x is None or y is None or (persen[0] and not persen[1]) or bool(satu) != bool(dua):
        return  # two units, or one that only the second figure names
    awal, akhir = _selang(x, satu), _selang(y, dua)
    naik = kata_naik(m["kata"])
    lain = _BUKAN.search(kalimat[: m.start()]) or TERBALIK.search(kalimat[: m.start("x")]) or _WAKTU.match(m["sisa"])
    if akhir.atas < awal.bawah if naik else akhir.bawah > awal.atas:
        if not lain:
            yield Hitungan(kunci_teks(m["kata"]), f"dari {m['x']} menjadi {m['y']}", TURUN if naik else NAIK)
        return
    sisa = _UBAH.match(m["sisa"])
    if sisa is not None and (p := angka(sisa["p"])) is not None and not any(persen):
        yield from _persen(awal, akhir, p, sisa["p"], f"({m['y']} − {m['x']}) / {m['x']} × 100")


def _persen(awal: Selang, akhir: Selang, p: Bacaan, tulisan: str, hitungan: str) -> Iterator[Hitungan]:
    """A percentage of change that is neither that, nor one figure in percent of the other."""
    if awal.bawah <= 0 or akhir.bawah <= 0:
        return
    boleh = (lambda a, b: abs(b - a) / a * SERATUS, lambda a, b: b / a * SERATUS, lambda a, b: a / b * SERATUS,
             lambda a, b: abs(b - a) / b * SERATUS)  # fmt: skip
    hasil = [s for f in boleh if (s := jangkauan(f, [awal, akhir])) is not None]
    if hasil and not any(sesuai(s, p) for s in hasil):
        yield Hitungan(tulisan, hitungan, bulat((hasil[0].bawah + hasil[0].atas) / 2, p.desimal or 0))


def _selang(b: Bacaan, kali: str | None) -> Selang:
    s = hasil_tertulis(b.nilai or 0.0, b.desimal) if b.desimal or kali else Selang(b.nilai or 0.0, b.nilai or 0.0)
    n = BESARAN[kunci_teks(kali)] if kali else 1.0
    return Selang(s.bawah * n, s.atas * n)
