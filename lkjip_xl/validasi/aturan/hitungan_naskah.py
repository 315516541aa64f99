"""Arithmetic inside one sentence: a part of a whole with its percentage, money with its share, a rest."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lkjip_xl.inti.angka import tulis
from lkjip_xl.inti.kunci import kunci_teks
from lkjip_xl.inti.periode import ANGKA_TAHUN
from lkjip_xl.inti.rumus import bulat
from lkjip_xl.inti.salah_ketik import Sebab, bacaan_lain
from lkjip_xl.inti.satuan import BESARAN
from lkjip_xl.tabel.model import BukuKerja
from lkjip_xl.validasi.aturan.angka_kalimat import (
    ANGKA,
    BUKAN_SERAPAN,
    PERSEN,
    PERSENAN,
    SERATUS,
    TERSERAP,
    Hitungan,
    angka,
    cacah,
    semua_angka,
    sesuai,
)
from lkjip_xl.validasi.aturan.angka_naskah import BACA_SEMUA_TULISAN, semua_kalimat
from lkjip_xl.validasi.aturan.arah_tulisan import KATA_ARAH, perubahan_keliru
from lkjip_xl.validasi.aturan.bagian_tulisan import bagian_keliru
from lkjip_xl.validasi.aturan.pelapor import Pelapor
from lkjip_xl.validasi.aturan.poin_tulisan import poin_keliru
from lkjip_xl.validasi.aturan.registri import aturan
from lkjip_xl.validasi.aturan.selang import Selang, cetak, jangkauan, titik

SEDIKITNYA = 2  # figures of a sentence that can contradict each other
_BENDA = rf"(?:\s+(?!dari\b|atau\b|dan\b|\d)[^\W\d_][\w/-]*|(?<=\btahun)\s+{ANGKA_TAHUN}){{0,6}}?"
_PERSEN = rf"(?:\s*\(\s*(?:atau\s+|sebesar\s+)?|,?\s+atau\s+(?:sebesar\s+|sebanyak\s+)?)(?P<p>{ANGKA})\s*{PERSEN}"
_BAGIAN = (
    re.compile(rf"(?P<x>{ANGKA}){_BENDA}\s+dari\s+(?:total\s+|jumlah\s+|sebanyak\s+|keseluruhan\s+)?(?P<y>{ANGKA}){_BENDA}{_PERSEN}", re.I),
    re.compile(rf"\bdari\s+(?:total\s+|jumlah\s+|sebanyak\s+|keseluruhan\s+)?(?P<y>{ANGKA}){_BENDA}[\s,]+(?:[^\W\d_]+\s+){{0,3}}?(?P<x>{ANGKA}){_BENDA}{_PERSEN}", re.I),
    re.compile(rf"(?P<p>{ANGKA})\s*{PERSEN}\s*\(\s*(?P<x>{ANGKA}){_BENDA}\s+dari\s+(?:total\s+|jumlah\s+|sebanyak\s+|keseluruhan\s+)?(?P<y>{ANGKA}){_BENDA}\s*\)", re.I),
)  # fmt: skip
_SISA = re.compile(rf"\bdari\s+(?:total\s+|jumlah\s+|sebanyak\s+)?(?P<y>{ANGKA})(?P<isi>.*?)\bsisanya\s+(?:sebanyak\s+|sejumlah\s+|yaitu\s+)?(?P<s>{ANGKA})", re.I)  # fmt: skip
# what makes a percentage one of something else than the part of the whole
_LAIN = re.compile(
    r"\b(?:target\w*|ditargetkan|naik|turun|meningkat|menurun|kenaikan|penurunan|bertambah|berkurang|menjadi|poin|dibanding\w*|tahun lalu|triwulan|semester|kali)\b",
    re.I,
)
_RP = re.compile(rf"\bRp\.?\s*(?P<a>\d[\d.]*(?:,\d+)?)(?:,-)?\s*(?P<kali>{'|'.join(sorted(BESARAN, key=len, reverse=True))})?\b", re.I)  # fmt: skip
_BAGIAN_RP = re.compile(rf"(?:\(|\batau\b|\bsebesar\b|\bmencapai\b|\bserap\w*|\bpersentase\b)\s*(?:sebesar\s+|adalah\s+)?(?P<p>{ANGKA})\s*{PERSEN}", re.I)  # fmt: skip
_SEBUT_SISA = re.compile(r"\b(?:sisa|selisih|kurang)\w*(?:\s+[^\W\d_]+){0,4}\s*$", re.I)
_BUKAN_SISA = re.compile(r"\b(?:semula|silpa|tunggakan|pergeseran)\b", re.I)
_BUKAN_SERAPAN = re.compile(rf"\b(?:{KATA_ARAH}|{BUKAN_SERAPAN})\b", re.I)


def hitungan_keliru(kalimat: str) -> Iterator[Hitungan]:
    """Parts, money and rests of a sentence that do not give the result printed beside them.

    >>> [(h.tulisan, h.hasil) for h in hitungan_keliru("Dari 97 usulan hanya 83 usulan yang diakomodir (39,18%)")]
    [('39,18', 85.57)]
    >>> [h.hasil for h in hitungan_keliru("Dari 2.210 temuan, 1.914 selesai, sisanya 286 dalam proses")]
    [296.0]
    >>> list(hitungan_keliru("12 dari 15 desa (80%)")), list(hitungan_keliru("naik 5 dari 20 kasus (80%)"))
    ([], [])
    """
    if len(semua_angka(kalimat)) < SEDIKITNYA:
        return
    kecil = kunci_teks(kalimat)  # a word without which a pattern finds nothing is looked for first
    if "%" in kecil or "persen" in kecil:
        yield from _bagian(kalimat)
    if "sisanya" in kecil:
        yield from _sisanya(kalimat)
    if "rp" in kecil:
        yield from _uang(kalimat)
        yield from _sisa_uang(kalimat)
    yield from perubahan_keliru(kalimat)
    yield from bagian_keliru(kalimat)
    yield from poin_keliru(kalimat)


def _bagian(kalimat: str) -> Iterator[Hitungan]:
    for pola in _BAGIAN:
        for m in pola.finditer(kalimat):
            if _LAIN.search(kalimat[: m.end()]):
                return
            x, y, p = cacah(m["x"]), cacah(m["y"]), angka(m["p"])
            if x is None or y is None or p is None or not 0 < x <= y or y < 2:
                continue
            hasil = x / y * SERATUS
            if not sesuai(titik(hasil), p):
                yield Hitungan(m["p"], f"{tulis(x)} / {tulis(y)} × 100", bulat(hasil, p.desimal or 0))
            return


def _sisanya(kalimat: str) -> Iterator[Hitungan]:
    m = _SISA.search(kalimat)
    if m is None or _LAIN.search(kalimat) or "%" in m["isi"] or "persen" in kunci_teks(m["isi"]):
        return
    y, s = cacah(m["y"]), cacah(m["s"])
    isi = [cacah(x) for x in re.findall(ANGKA, m["isi"])]
    bagian = [x for x in isi if x is not None]
    if y is None or s is None or not bagian or len(bagian) < len(isi) or sum(bagian) > y or re.match(r"\s*(?:%|persen)", kalimat[m.end() :]):  # fmt: skip
        return
    if s != y - sum(bagian):
        yield Hitungan(m["s"], " − ".join(map(tulis, (y, *bagian))), y - sum(bagian))


def _uang(kalimat: str) -> Iterator[Hitungan]:
    """Two amounts and their one percentage, in a sentence on spending."""
    persen = PERSENAN.findall(kalimat)
    uang = [x for m in _RP.finditer(kalimat) if (x := _rupiah(m)) is not None]
    m = _BAGIAN_RP.search(kalimat)
    if len(uang) != 2 or len(persen) != 1 or m is None or not TERSERAP.search(kalimat) or _BUKAN_SERAPAN.search(kalimat):  # fmt: skip
        return
    (a, tulis_a), (b, tulis_b) = sorted(uang, key=lambda x: x[0].bawah)
    p, hasil = angka(m["p"]), jangkauan(lambda x, y: x / y * SERATUS, [a, b])
    if p is None or hasil is None or a.bawah <= 0 or sesuai(hasil, p):
        return
    lewat = jangkauan(lambda x, y: y / x * SERATUS, [a, b])  # more than the target, which a capaian then tells
    if lewat is not None and sesuai(lewat, p):
        return
    yield Hitungan(m["p"], f"{tulis_a} / {tulis_b} × 100", bulat((hasil.bawah + hasil.atas) / 2, p.desimal or 0))


def _sisa_uang(kalimat: str) -> Iterator[Hitungan]:
    """Two amounts in full and the rest between them, which one slip tells from what is printed."""
    uang = [(m, s) for m in _RP.finditer(kalimat) if (s := _rupiah(m)) is not None]
    if len(uang) != 3 or any(m["kali"] for m, _ in uang) or _BUKAN_SISA.search(kalimat):
        return
    sisa = [i for i in range(3) if _SEBUT_SISA.search(kalimat[: uang[i][0].start()])]
    if len(sisa) != 1:
        return
    x = uang[sisa[0]][1][0].bawah
    b, a = sorted(s.bawah for i, (_, (s, _)) in enumerate(uang) if i != sisa[0])
    if x > 0 and a - b != x and a - b in {y for s, y in bacaan_lain(x, 0) if s is not Sebab.KOMA}:
        yield Hitungan(uang[sisa[0]][1][1], f"{tulis(a)} − {tulis(b)}", a - b)


def _rupiah(m: re.Match[str]) -> tuple[Selang, str] | None:
    b = angka(m["a"].rstrip(".,"))
    if b is None or b.nilai is None:
        return None
    kali = BESARAN[kunci_teks(m["kali"])] if m["kali"] else 1.0
    s = cetak(b.nilai, b.desimal or 0) if m["kali"] else titik(b.nilai)
    return Selang(s.bawah * kali, s.atas * kali), m[0].strip()


@aturan(
    kode=("KW-33",),
    baca=BACA_SEMUA_TULISAN,
    seluruh=True,
)
def hitungan_dalam_tulisan(buku: BukuKerja, lapor: Pelapor) -> None:
    """Bagian dari keseluruhan, serapan rupiah dan sisa yang disebut sebuah kalimat sesuai dengan persentase atau sisa di kalimat itu."""
    for r, _, kalimat in semua_kalimat(buku):
        for h in hitungan_keliru(kalimat):
            lapor("KW-33", r, nilai=h.tulisan, seharusnya=h.hasil, hitungan=h.hitungan, tandai=False)
