"""Figures of a sentence that name their year, stand behind a name, or tell the points between two years: slips of the figures the workbook has."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from lkjip_xl.inti.angka import tulis
from lkjip_xl.inti.bacaan import Bacaan
from lkjip_xl.inti.kunci import kunci_teks
from lkjip_xl.inti.rumus import bulat
from lkjip_xl.inti.salah_ketik import Sebab, bacaan_lain
from lkjip_xl.skema.perlu import perlu
from lkjip_xl.tabel.model import BukuKerja
from lkjip_xl.validasi.aturan.angka_kalimat import ANGKA, PERSEN, angka, semua_angka
from lkjip_xl.validasi.aturan.angka_naskah import (
    BACA_TULISAN,
    angka_milik,
    kalimat_indikator,
)
from lkjip_xl.validasi.aturan.arah_tulisan import KATA_ARAH
from lkjip_xl.validasi.aturan.pelapor import Pelapor
from lkjip_xl.validasi.aturan.penelusur import Rujukan
from lkjip_xl.validasi.aturan.registri import aturan
from lkjip_xl.validasi.aturan.selang import tertulis_dari

SAKSI = 2  # figures of one indicator in a sentence that names none
DIGIT = 3  # of a figure that one slip does not make any other
SETAHUN_LAIN = ("realisasi_1", "realisasi_2", "realisasi_3")
_TAHUN = re.compile(
    rf"\btahun\s+(?P<tahun>\d{{4}})\s*(?:\(\s*|(?:(?:yang|yaitu|adalah|sebesar|sebanyak|sejumlah|mencapai|hanya)\s+)+)(?P<x>{ANGKA})(?!\s*(?:poin|kali|:|/))",
    re.IGNORECASE,
)
_PADA_TAHUN = re.compile(
    rf"(?P<x>{ANGKA})(?:\s*{PERSEN}|\s+(?!{KATA_ARAH}|menjadi\b|dan\b|dari\b)[^\W\d_]+){{0,2}}?\s*(?:pada|di|\()\s*tahun\s+(?P<tahun>\d{{4}})",
    re.IGNORECASE,
)
_POIN = re.compile(rf"\b{KATA_ARAH}\s+(?:sebesar\s+|sebanyak\s+)?(?P<x>{ANGKA})\s*(?:{PERSEN}\s*)?poin\b", re.IGNORECASE)  # fmt: skip
_BELAKANG = rf"\s*(?:(?:tercapai|yaitu|sebesar|mencapai|adalah|dengan|capaian\w*)\s+){{0,3}}\(?\s*(?P<x>{ANGKA})\s*{PERSEN}(?!\s*poin)"

Milik = Sequence[tuple[Rujukan, float]]


@dataclass(frozen=True, slots=True)
class Kalimat:
    """A sentence with its cell and the figures of the one indicator it is about."""

    r: Rujukan
    teks: str
    milik: Milik


@aturan(
    kode=("KW-32", "KW-33"),
    lembar=("indikator", "pengukuran"),
    baca=BACA_TULISAN
    | perlu(
        indikator="kode indikator",
        pengukuran="kode ?target ?realisasi ?capaian ?pembilang ?penyebut",
        riwayat="?kode ?realisasi_1-3",
        pengaturan="tahun",
    ),
    seluruh=True,
)
def angka_bertahun_dalam_tulisan(buku: BukuKerja, lapor: Pelapor) -> None:
    """Angka suatu tahun, selisih poin, dan capaian di belakang nama indikator yang disebut tulisan ada di buku kerja."""
    tahun = buku.setelan.get("TahunLaporan")
    tulisan = kalimat_indikator(buku)
    if not tulisan or not isinstance(tahun, float):
        return
    semua = angka_milik(buku)
    asli = {
        kunci_teks(i["kode"]): str(i["indikator"]) for i in lapor.jejak.baris("indikator").values() if i["indikator"]
    }
    milik = _milik(semua)
    for t in tulisan:
        for k, n in asli.items() if t.kode == "?" else ():
            _di_belakang(lapor, Kalimat(t.r, t.teks, semua.get(k, ())), n)
        kode = t.kode or _bersaksi(t.teks, milik)
        if kode in semua:
            k = Kalimat(t.r, t.teks, semua[kode])
            _setahun(lapor, k, int(tahun))
            _tahun_lain(lapor, k, int(tahun))
            _poin(lapor, k)


def _milik(semua: Mapping[str, Milik]) -> Mapping[float, set[str]]:
    """The indicators each figure is of."""
    hasil: dict[float, set[str]] = defaultdict(set)
    for k, isi in semua.items():
        for _, x in isi:
            hasil[x].add(k)
    return hasil


def _bersaksi(kalimat: str, milik: Mapping[float, set[str]]) -> str:
    """The one indicator two figures of a sentence are of, "" where there is none or are several."""
    ada = {
        x
        for teks in semua_angka(kalimat)
        if len(_digit(teks)) >= DIGIT and (b := angka(teks)) is not None and (x := b.nilai)
    }
    saksi = Counter(k for x in ada for k in milik.get(x, ()))
    cocok = [k for k, n in saksi.items() if n >= SAKSI]
    return cocok[0] if len(cocok) == 1 else ""


def _setahun(lapor: Pelapor, k: Kalimat, kini: int) -> None:
    for m in _TAHUN.finditer(k.teks):
        lalu = kini - int(m["tahun"])
        kolom = ("realisasi", *SETAHUN_LAIN)[lalu] if 0 <= lalu <= len(SETAHUN_LAIN) else None
        sana = next(((s, y) for s, y in k.milik if s.kolom == kolom and s.lembar in ("pengukuran", "riwayat")), None)
        if sana is not None:
            _terselip(lapor, k, m["x"], [sana], (Sebab.BERTUKAR, Sebab.LAIN))


def _tahun_lain(lapor: Pelapor, k: Kalimat, kini: int) -> None:
    """A figure with its year that is the result of another year, and no figure of the one named."""
    ada = (*_PADA_TAHUN.finditer(k.teks), *_TAHUN.finditer(k.teks))
    if not ada:
        return
    hasil = {
        _tahun_sel(s, kini): (s, y)
        for s, y in k.milik
        if s.lembar in ("pengukuran", "riwayat") and s.kolom in ("realisasi", *SETAHUN_LAIN)
    }
    for m in ada:
        b, tahun = angka(m["x"]), int(m["tahun"])
        if b is None or len(_digit(m["x"])) < DIGIT or tahun not in hasil:
            continue
        setahun = [y for s, y in k.milik if _tahun_sel(s, kini) == tahun or s.lembar not in ("pengukuran", "riwayat")]
        lain = [s for t, (s, y) in hasil.items() if t != tahun and tertulis_dari(y, b.nilai or 0.0, b.desimal)]
        sana, harap = hasil[tahun]
        if lain and not _dikenal(b, setahun) and not lapor.ragu(sana, *lain):
            lapor("KW-32", k.r, nilai=m["x"], seharusnya=bulat(harap, b.desimal or 0), terkait=[sana, *lain], kata=f"tahun {tahun}",
                  sumber=lapor.sebut(sana), tandai=False)  # fmt: skip
            return


def _tahun_sel(r: Rujukan, kini: int) -> int | None:
    """The year a cell of Pengukuran or Riwayat is of."""
    akhir = r.kolom.rpartition("_")[2]
    return (
        kini - int(akhir) if r.lembar == "riwayat" and akhir.isdigit() else kini if r.lembar == "pengukuran" else None
    )


def _di_belakang(lapor: Pelapor, k: Kalimat, nama: str) -> None:
    ada = kunci_teks(nama) in kunci_teks(k.teks)
    m = re.search(re.escape(nama) + _BELAKANG, k.teks, re.IGNORECASE) if ada else None
    calon = [(s, y) for s, y in k.milik if s.lembar == "pengukuran" and s.kolom in ("capaian", "realisasi")]
    if m is not None:
        _terselip(lapor, k, m["x"], calon, (Sebab.BERTUKAR,))


def _terselip(lapor: Pelapor, k: Kalimat, teks: str, calon: Milik, sebab: Collection[Sebab]) -> None:
    """A figure no cell of the indicator has, one slip away from that of a cell."""
    b = angka(teks)
    if b is None or len(_digit(teks)) < DIGIT or _dikenal(b, (y for _, y in k.milik)):
        return
    for s, y in calon:
        if (
            not lapor.ragu(s)
            and _selip(b, y, sebab)
            and not any(tertulis_dari(y, c.nilai or 0.0, c.desimal) for c in _angka(k.teks))
        ):
            lapor("KW-32", k.r, nilai=teks, seharusnya=bulat(y, b.desimal or 0), terkait=[s], kata=s.kolom.partition("_")[0],
                  sumber=lapor.sebut(s), tandai=False)  # fmt: skip
            return


def _poin(lapor: Pelapor, k: Kalimat) -> None:
    """Points between this year and the last that only a slip tells from those of the workbook."""
    poin = list(_POIN.finditer(k.teks))
    if not poin:
        return
    kini = next(((s, y) for s, y in k.milik if s.lembar == "pengukuran" and s.kolom == "realisasi"), None)
    lalu = next(((s, y) for s, y in k.milik if s.lembar == "riwayat" and s.kolom == SETAHUN_LAIN[0]), None)
    if kini is None or lalu is None or lapor.ragu(kini[0], lalu[0]):
        return
    beda = abs(kini[1] - lalu[1])
    dikenal = {y for _, y in k.milik} | {b.nilai or 0.0 for b in _angka(k.teks)}
    semua = [abs(x - y) for x, y in combinations(dikenal, 2)]
    for m in poin:
        b = angka(m["x"])
        if b is None or len(_digit(m["x"])) < DIGIT or _dikenal(b, semua):
            continue
        if _selip(b, beda, (Sebab.BERTUKAR, Sebab.LAIN)):
            lapor("KW-33", k.r, nilai=m["x"], seharusnya=bulat(beda, b.desimal or 0), terkait=[kini[0], lalu[0]],
                  hitungan=f"{tulis(kini[1])} − {tulis(lalu[1])}", tandai=False)  # fmt: skip


def _angka(teks: str) -> Iterator[Bacaan]:
    return (b for x in semua_angka(teks) if (b := angka(x)) is not None)


def _digit(teks: str) -> str:
    return re.sub(r"\D", "", teks)


def _selip(b: Bacaan, y: float, sebab: Collection[Sebab]) -> bool:
    x = b.nilai or 0.0
    return x > 0 and any(s in sebab and tertulis_dari(y, z, b.desimal) for s, z in bacaan_lain(x, b.desimal))


def _dikenal(b: Bacaan, semua: Iterator[float] | Sequence[float]) -> bool:
    return any(tertulis_dari(y, b.nilai or 0.0, b.desimal) for y in semua)
