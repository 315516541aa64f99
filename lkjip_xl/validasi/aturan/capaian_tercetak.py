"""Results as printed: a dash where a figure can be worked out, a capaian only rounding could reach, a share turned over."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product
from math import log
from statistics import median

from lkjip_xl.inti.bacaan import Status, baca
from lkjip_xl.inti.kunci import PERSEN, kunci_nama, kunci_satuan, kunci_teks
from lkjip_xl.inti.rumus import bulat
from lkjip_xl.inti.temuan import Tingkat
from lkjip_xl.skema.perlu import perlu
from lkjip_xl.skema.ungkapan import KolomBaris, urai
from lkjip_xl.tabel.model import BukuKerja, Nilai
from lkjip_xl.validasi.aturan.angka_indikator import BACA_JEJAK, angka_indikator
from lkjip_xl.validasi.aturan.pelapor import Pelapor
from lkjip_xl.validasi.aturan.penelusur import Rujukan
from lkjip_xl.validasi.aturan.registri import aturan

KOMPONEN = ("pembilang", "penyebut", "pengali")
SEPERDUAPULUH = 0.05  # a capaian farther than this part of its value from the plain formula is said
SATU_POIN = 1.0  # less than this is no finding however small the capaian
SERATUS = 100.0
LIPAT_SKALA = 2.0  # a result of another scale is near a hundred times its target
NYATA = log(1.2)  # a share this far from its target and other years is odd …
DEKAT = 0.5  # … and turned over it must be at least twice as near
_BOLEH_LEBIH = re.compile(
    r"\b(?:pertumbuhan|laju|peningkatan|kenaikan|penurunan|pertambahan|perubahan|rasio|terhadap target|dari target|capaian target|realisasi)\b"
)


def _tabel_capaian(buku: BukuKerja) -> Iterator[tuple[str, str, str, str]]:
    """Sheets with a capaian: sheet, its column, target and realisasi."""
    for lembar in ("pengukuran", "anggaran"):
        if buku[lembar].ada:
            yield lembar, "capaian", "target", "realisasi"
    if buku["riwayat"].ada:
        yield from (("riwayat", f"capaian_{k}", f"target_{k}", f"realisasi_{k}") for k in (1, 2, 3))


@aturan(
    kode=("PG-11", "KW-03"),
    baca=perlu(
        pengukuran="?capaian ?target ?realisasi",
        anggaran="?capaian ?target ?realisasi",
        riwayat="?capaian_1-3 ?target_1-3 ?realisasi_1-3",
    ),
)
def capaian_bukan_strip(buku: BukuKerja, lapor: Pelapor) -> None:
    """Capaian tidak ditulis "-" bila target dan realisasinya berupa angka."""
    for lembar, capaian, target, realisasi in _tabel_capaian(buku):
        t = buku[lembar]
        for b, isi in lapor.jejak.baris(lembar).items():
            teks = t.bukan_angka(b, capaian)
            r = Rujukan(lembar, b, capaian)
            if not teks or baca(teks).status is not Status.KOSONG or lapor.jejak.sumber_ternoda(r):
                continue
            harap = t.harap(b, capaian)
            if isinstance(harap, float) and isi[target] is not None and isi[realisasi] is not None:
                terkait = [Rujukan(lembar, b, k) for k in (realisasi, target)]
                # of nought by nought no figure need follow, and an issued document stays
                ringan = lembar == "riwayat" or isi[target] == 0 == isi[realisasi]
                tingkat = Tingkat.CATATAN if ringan else None
                if (usul := _skala_lain(isi[realisasi], isi[target])) is not None:  # no capaian follows from these
                    lapor(
                        "KW-03", terkait[0], seharusnya=usul, terkait=[terkait[1], r], lain=isi[target], tingkat=tingkat
                    )
                    continue
                lapor("PG-11", r, nilai=teks, seharusnya=bulat(harap, 2), terkait=terkait, tingkat=tingkat)


def _skala_lain(realisasi: Nilai, target: Nilai) -> float | None:
    """A result in the scale of its target where one of the two is of a hundred and the other of one."""
    if not isinstance(realisasi, float) or not isinstance(target, float) or not 0 < min(realisasi, target) <= 1:
        return None
    kali = max(realisasi, target) / min(realisasi, target)
    if not SERATUS / LIPAT_SKALA <= kali <= SERATUS * LIPAT_SKALA:
        return None
    return float(f"{(realisasi / SERATUS if realisasi > target else realisasi * SERATUS):.12g}")


@aturan(
    kode=("PG-12",),
    baca=perlu(
        pengukuran="?capaian ?target ?realisasi ?arah ?batas ?cara ?capaian_poin",
        anggaran="?capaian",
        riwayat="?capaian_1-3 ?arah ?batas ?cara ?capaian_poin_1-3",
    ),
)
def capaian_menurut_angka_tercetak(buku: BukuKerja, lapor: Pelapor) -> None:
    """Capaian yang hanya cocok karena angka tercetak mungkin dibulatkan, dan jauh dari hitungannya, disebut."""
    for lembar, capaian, target, realisasi in _tabel_capaian(buku):
        for r in lapor.banding.ketikan(lembar, capaian):
            hasil, x = lapor.banding.periksa(r), lapor.jejak.nilai(r)
            if hasil is None or not hasil.sesuai or not isinstance(x, float) or lapor.pernah(r):
                continue
            dekat = [y for y in _polos(lapor, r) if abs(x - y) <= max(SEPERDUAPULUH * abs(y), SATU_POIN)]
            harap = lapor.jejak.buku[lembar].harap(r.baris, capaian)
            if not dekat and isinstance(harap, float):
                terkait = [Rujukan(lembar, r.baris, k) for k in (realisasi, target)]
                tingkat = Tingkat.CATATAN if lembar == "riwayat" else None
                lapor("PG-12", r, seharusnya=hasil.harap, terkait=terkait, tingkat=tingkat)


def _polos(lapor: Pelapor, r: Rujukan) -> Iterator[float]:
    """What the formula gives from the figures as they stand, and from what those typed over formulas should be."""
    t = lapor.buku[r.lembar]
    rumus, nama = urai(t.skema.kolom[r.kolom].rumus), lapor.banding.masukan(r)
    isi = {n: lapor.jejak.hitung(KolomBaris(n), r) for n in nama}  # a bound or a word as it stands
    pilihan = [{isi[n], t.harap(r.baris, n)} if t.berumus(r.baris, n) else {isi[n]} for n in nama]
    for p in product(*pilihan):
        x = lapor.jejak.hitung(rumus, r, dict(zip(nama, p, strict=True)))
        if isinstance(x, float):
            yield x


@aturan(
    kode=("PG-10",),
    lembar=("pengukuran", "indikator"),
    baca=perlu(indikator="kode indikator satuan", pengukuran="kode realisasi pembilang penyebut pengali ?target")
    | BACA_JEJAK,
)
def komponen_tidak_tertukar(buku: BukuKerja, lapor: Pelapor) -> None:
    """Pembilang dan penyebut suatu persentase tidak tertukar, dilihat dari target dan tahun lain."""
    semua = angka_indikator(lapor)
    for b, isi in lapor.jejak.baris("pengukuran").items():
        r, kode = Rujukan("pengukuran", b, "realisasi"), kunci_teks(isi["kode"])
        atas, bawah, kali = (isi[k] for k in KOMPONEN)
        if lapor.jejak.diketik(r) or lapor.ragu(r) or kali != SERATUS:
            continue
        if not isinstance(atas, float) or not isinstance(bawah, float) or atas <= 0 or bawah <= 0:
            continue
        nama, satuan = (buku.indeks.ambil("indikator", "kode", isi["kode"], k) for k in ("indikator", "satuan"))
        if kunci_satuan(satuan) != PERSEN or _BOLEH_LEBIH.search(kunci_nama(nama)):
            continue
        lain = [y for s, y in semua.get(kode, []) if s != r]
        if isinstance(isi["target"], float) and isi["target"] > 0:
            lain.append(isi["target"])
        if _terbalik(atas / bawah * SERATUS, bawah / atas * SERATUS, lain):
            terkait = [Rujukan("pengukuran", b, k) for k in KOMPONEN]
            lapor("PG-10", r, nilai=bulat(atas / bawah * SERATUS, 2), terkait=terkait, seharusnya=bulat(bawah / atas * SERATUS, 2), pembilang=atas, penyebut=bawah,
                  lain=median(lain))  # fmt: skip


def _terbalik(x: float, balik: float, lain: list[float]) -> bool:
    """Is a share far from all it is compared with, which agrees with it turned over?"""
    if not lain:
        return False
    tengah = median(lain)
    jauh, dekat = abs(log(x / tengah)), abs(log(balik / tengah))
    wajar = x <= SERATUS or max(lain) <= SERATUS
    return wajar and jauh >= NYATA and dekat <= DEKAT * jauh and all(abs(log(y / tengah)) < jauh for y in lain)
