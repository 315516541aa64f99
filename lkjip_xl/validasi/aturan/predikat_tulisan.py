"""Predicates and conversions that a sentence puts beside a figure: "72,15 (BB)", "86,25 (Baik)", "3,45 atau setara 86,25"."""

from __future__ import annotations

import re

from lkjip_xl.inti.kunci import kunci_teks
from lkjip_xl.inti.rumus import bulat
from lkjip_xl.inti.skala import predikat_sakip
from lkjip_xl.skema.perlu import perlu
from lkjip_xl.tabel.model import BukuKerja
from lkjip_xl.validasi.aturan.angka_kalimat import ANGKA, TAHUN_KALIMAT, angka, semua_angka
from lkjip_xl.validasi.aturan.angka_naskah import BACA_SEMUA_TULISAN, BERKODE, semua_kalimat
from lkjip_xl.validasi.aturan.pelapor import Pelapor
from lkjip_xl.validasi.aturan.penelusur import Rujukan
from lkjip_xl.validasi.aturan.registri import aturan
from lkjip_xl.validasi.aturan.selang import Selang, cetak

SELISIH = 0.01  # what lies right on a bound is read either way
SKALA_EMPAT, KALI = (1.0, 4.0), 25.0
_SAKIP = re.compile(
    r"\b(?:sakip|akip|lke|lhe|akuntabilitas\s+kinerja|reformasi\s+birokrasi|indeks\s+rb)\b", re.IGNORECASE
)
_IKM = re.compile(r"\b(?:ikm|skm|nrr|kepuasan\s+(?:masyarakat|pelanggan|pengguna))\b", re.IGNORECASE)
_PENGHUBUNG = r"(?:\s*[,(]?\s*(?:(?:dengan|atau|dan|memperoleh|mendapat|meraih|termasuk|masuk|berada|dalam|pada|tahun|mutu|pelayanan|unit|kinerja)\s+)*(?:berpredikat|predikat|berkategori|kategori|peringkat|nilai|mutu)\s*|\s*\(\s*)"
_HURUF = r"[\"“”'(]?(?P<h>AA|BB|CC|A|B|C|D)(?![\w+-])[\"“”')]*"
_BESERTA = re.compile(
    rf"(?P<x>{ANGKA})(?!\s*(?:%|persen)){_PENGHUBUNG}{_HURUF}(?:\s*[(,/]?\s*[\"“]?(?P<kata>[A-Z][a-z]+(?:\s+[A-Z][a-z]+)?)[\"”]?\)?)?"
)
_DI_DEPAN = re.compile(
    rf"\b(?:predikat|kategori)\s+{_HURUF}(?:\s*[(/]\s*(?P<kata>[A-Z][a-z]+(?:\s+[A-Z][a-z]+)?)\)?)?\s+(?:dengan\s+)?(?:nilai|skor)\s+(?:sebesar\s+)?(?P<x>{ANGKA})"
)
_PASANGAN = re.compile(
    rf"(?:predikat|kategori)\s+{_HURUF}\s*(?:[(/]\s*|atau\s+|dengan\s+(?:kategori|predikat)\s+)[\"“]?(?P<kata>[A-Z][a-z]+(?:\s+[A-Z][a-z]+)?)"
)
# the words of the letters: of the scale in force, and of the one before it
_KATA_SAKIP = {
    "AA": {"sangat memuaskan", "memuaskan", "istimewa"}, "A": {"memuaskan", "sangat baik"}, "BB": {"sangat baik"}, "B": {"baik"},
    "CC": {"cukup", "cukup baik", "cukup memadai"}, "C": {"kurang", "agak kurang"}, "D": {"sangat kurang", "kurang"},
}  # fmt: skip
_SEMUA_KATA = frozenset(x for semua in _KATA_SAKIP.values() for x in semua)
_KATA_IKM = {"A": {"sangat baik"}, "B": {"baik"}, "C": {"kurang baik", "cukup baik", "cukup"}, "D": {"tidak baik"}}
# lower bounds of the quality of service, of the survey's rule in force and of the one before it
_MUTU = (
    ((88.31, "A"), (76.61, "B"), (65.0, "C"), (25.0, "D")),
    ((81.26, "A"), (62.51, "B"), (43.76, "C"), (25.0, "D")),
)
_KONVERSI = re.compile(
    r"(?<![\w.,])(?P<a>[1-4],\d+)(?P<antara>[^\d;]{0,60}?(?:\(\s*skala\s+(?:1\s*[-–]\s*)?4\s*\)[^\d;]{0,40}?)?)"
    r"(?P<sebut>\b(?:setara|dikonversi\w*|konversi\w*|menjadi|atau)\b|[x×]\s*25\s*=?|=|\()(?:\s*(?:dengan|menjadi|setelah|dikonversi|sebesar|nilai|adalah|ke|interval|skala|[x×]\s*25\s*=?)\s*)*\s*(?P<b>\d{2,3}(?:,\d+)?)(?![\d.]*\s*(?:%|persen|poin|orang|responden|unsur|unit))",
    re.IGNORECASE,
)


@aturan(
    kode=("LH-02", "KW-33"),
    baca=BACA_SEMUA_TULISAN | perlu(indikator="?kode ?indikator"),
    seluruh=True,
)
def predikat_dalam_tulisan(buku: BukuKerja, lapor: Pelapor) -> None:
    """Predikat SAKIP dan mutu pelayanan yang ditulis di samping nilainya, dan konversi indeks skala 4, sesuai dengan nilai itu."""
    nama = (
        {kunci_teks(i["kode"]): str(i["indikator"] or "") for i in lapor.jejak.baris("indikator").values()}
        if buku["indikator"].ada
        else {}
    )
    for r, isi, kalimat in semua_kalimat(buku):
        tentang = f"{kalimat} {nama.get(kunci_teks(isi.get('kode')), '')}" if r.lembar in BERKODE else kalimat
        if _SAKIP.search(tentang) and not _IKM.search(tentang):
            _sakip(lapor, r, kalimat)
        elif _IKM.search(tentang) and not _SAKIP.search(tentang):
            _mutu(lapor, r, kalimat)
            _konversi(lapor, r, kalimat)


def _nilai(m: re.Match[str]) -> float | None:
    b = None if TAHUN_KALIMAT.fullmatch(m["x"]) else angka(m["x"])
    x = b.nilai if b is not None else None
    return x if x is not None and 0 < x <= 100 else None


def _sakip(lapor: Pelapor, r: Rujukan, kalimat: str) -> None:
    for m in (*_BESERTA.finditer(kalimat), *_DI_DEPAN.finditer(kalimat)):
        x, huruf = _nilai(m), m["h"]
        if x is None or x < 10:
            continue
        if huruf not in {predikat_sakip(min(100.0, max(0.0, x + s))) for s in (-SELISIH, 0.0, SELISIH)}:
            lapor("LH-02", r, nilai=huruf, seharusnya=predikat_sakip(x), angka=x, tandai=False)
            return
    for m in (*_BESERTA.finditer(kalimat), *_PASANGAN.finditer(kalimat)):
        kata = kunci_teks(m["kata"])
        if kata in _SEMUA_KATA and kata not in _KATA_SAKIP[m["h"]]:
            lapor(
                "KW-33",
                r,
                nilai=m["kata"],
                seharusnya=sorted(_KATA_SAKIP[m["h"]])[-1].title(),
                hitungan=f"predikat {m['h']}",
                tandai=False,
            )
            return


def _mutu(lapor: Pelapor, r: Rujukan, kalimat: str) -> None:
    for m in _BESERTA.finditer(kalimat):
        x = _nilai(m)
        if x is None or m["h"] not in _KATA_IKM:
            continue
        nilai = x * KALI if x <= SKALA_EMPAT[1] else x
        boleh = [next((h for batas, h in skala if nilai + SELISIH >= batas), "D") for skala in _MUTU]
        if m["h"] not in boleh and nilai >= KALI:
            lapor("LH-02", r, nilai=m["h"], seharusnya=boleh[0], angka=x, tandai=False)
            return


def _konversi(lapor: Pelapor, r: Rujukan, kalimat: str) -> None:
    """An index of the scale of four and what it is on that of a hundred."""
    m = _KONVERSI.search(kalimat)
    kecil = [
        x
        for x in semua_angka(kalimat)
        if (b := angka(x)) is not None and SKALA_EMPAT[0] <= (b.nilai or 0) <= SKALA_EMPAT[1] and "," in x
    ]
    if m is None or len(kecil) != 1:
        return
    a, b = angka(m["a"]), angka(m["b"])
    if a is None or b is None or a.nilai is None or b.nilai is None or not KALI <= b.nilai <= 100:
        return
    lengkap = re.search(r"setara|konversi|25", m[0][len(m["a"]) : m.start("b") - m.start()]) is not None
    s = cetak(a.nilai, a.desimal)
    hasil = Selang(s.bawah * KALI, s.atas * KALI)
    if lengkap and not hasil.bertemu(cetak(b.nilai, b.desimal)):
        lapor(
            "KW-33",
            r,
            nilai=m["b"],
            seharusnya=bulat(a.nilai * KALI, max(b.desimal or 0, 2)),
            hitungan=f"{m['a']} × 25",
            tandai=False,
        )
