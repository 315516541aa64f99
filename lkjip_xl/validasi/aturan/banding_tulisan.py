"""Words and figures on the nation, the province or another region in a sentence, against Pembanding."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lkjip_xl.inti.angka import tulis
from lkjip_xl.inti.kunci import kunci_nama, kunci_teks, rapikan_spasi
from lkjip_xl.inti.pilihan import Arah, arah_sel
from lkjip_xl.inti.rumus import bulat
from lkjip_xl.skema.perlu import perlu
from lkjip_xl.tabel.model import BukuKerja
from lkjip_xl.validasi.aturan.angka_kalimat import ANGKA, PERSEN, TAHUN_KALIMAT, angka, semua_angka
from lkjip_xl.validasi.aturan.angka_naskah import SETINGKAT, angka_milik
from lkjip_xl.validasi.aturan.pelapor import Pelapor
from lkjip_xl.validasi.aturan.penelusur import Rujukan
from lkjip_xl.validasi.aturan.pokok_kalimat import BACA_POKOK, Pernyataan, pernyataan
from lkjip_xl.validasi.aturan.registri import aturan
from lkjip_xl.validasi.aturan.selang import tertulis_dari

ATAS, BAWAH = "di atas", "di bawah"
JENIS = ("nasional", "provinsi")
_DARI = r"(?:\s+(?:dari(?:pada)?|dibanding(?:kan)?(?:\s+dengan)?|jika dibanding(?:kan)?(?:\s+dengan)?))?"
_BANDING = re.compile(
    rf"\b(?P<tidak>(?:tidak|belum|bukan|tak)\s+(?:berada\s+|dapat\s+|mampu\s+)?)?"
    rf"(?P<kata>di\s?atas|lebih (?:tinggi|besar|banyak){_DARI}|melampaui|melebihi|di\s?bawah|lebih (?:rendah|kecil|sedikit){_DARI}|lebih (?:baik|bagus|buruk){_DARI})"
    r"\s+(?:(?:angka|rata-?\s?rata|realisasi|capaian|nilai|standar|kondisi|tingkat|target|secara|pada|di)\s+)*(?P<siapa>.*)",
    re.IGNORECASE,
)
_SEBUT = re.compile(
    rf"\b(?:angka|rata-?\s?rata|realisasi|capaian|nilai)\s+(?P<siapa>.+?)\s+(?:(?:pada\s+)?tahun\s+(?P<tahun>\d{{4}})\s+)?(?:yang\s+)?\(?(?:sebesar|yaitu|adalah|mencapai|sebanyak|hanya)?\s*(?P<x>{ANGKA})(?!\s*(?:poin|kali|:|/))",
    re.IGNORECASE,
)
_SATUAN = re.compile(r"\s*[^\W\d_]+")
_POIN = re.compile(rf"\s*(?:{PERSEN}\s*)?poin\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Lain:
    """One comparator of an indicator: its cell, its figure, and its names."""

    sel: Rujukan
    nilai: float
    jenis: str
    nama: str
    tahun: float | None


@aturan(
    kode=("KW-32", "KW-35"),
    lembar=("indikator", "pengukuran", "pembanding"),
    baca=BACA_POKOK | perlu(pembanding="kode jenis ?nama ?tahun nilai"),
    seluruh=True,
)
def pembanding_dalam_tulisan(buku: BukuKerja, lapor: Pelapor) -> None:
    """Lebih tinggi atau lebih rendah dari pembanding, dan angka pembanding, yang disebut tulisan sesuai dengan lembar Pembanding."""
    milik: dict[str, list[Lain]] = {}
    for b, isi in lapor.jejak.baris("pembanding").items():
        r, x = Rujukan("pembanding", b, "nilai"), isi["nilai"]
        if isinstance(x, float) and not lapor.ragu(r):
            tahun = isi.get("tahun")
            lain = Lain(r, x, kunci_teks(isi["jenis"]), kunci_nama(isi.get("nama")), tahun if isinstance(tahun, float) else None)  # fmt: skip
            milik.setdefault(kunci_teks(isi["kode"]), []).append(lain)
    semua = angka_milik(buku) if milik else {}
    for p in pernyataan(buku, lapor) if milik else ():
        lain = milik.get(p.milik.kunci, [])
        if lain:
            _arah(lapor, p, lain)
            _angka(lapor, p, lain, [y for _, y in semua.get(p.milik.kunci, ())])


def _arah(lapor: Pelapor, p: Pernyataan, semua: Sequence[Lain]) -> None:
    m = _BANDING.search(p.teks)
    x = p.milik.realisasi
    if m is None or m["tidak"] or not isinstance(x, float) or not p.menyoal(m.start()):
        return
    lain = list(_dimaksud(m["siapa"], semua))
    arah = _maksud(kunci_teks(m["kata"]), p)
    if not lain or arah is None:
        return
    # a sentence may hold the capaian against that of the others
    awal = TAHUN_KALIMAT.sub(" ", p.teks[: m.start()])
    tertulis = {b.nilai for teks in semua_angka(awal) if (b := angka(teks)) is not None and b.nilai is not None}
    if tertulis and not any(tertulis_dari(x, y, None) or abs(x - y) < 1e-9 for y in tertulis):
        return
    if all(y.nilai != x and (x > y.nilai) != (arah == ATAS) for y in lain):
        y = lain[0]
        lapor("KW-35", p.r, nilai=rapikan_spasi(m["kata"]), seharusnya=BAWAH if arah == ATAS else ATAS, terkait=[p.sel("realisasi"), y.sel],
              dasar=f"realisasi {tulis(x)}, {y.nama or y.jenis} {tulis(y.nilai)}", sumber=lapor.sebut(y.sel), tandai=False)  # fmt: skip


def _maksud(kata: str, p: Pernyataan) -> str | None:
    """Above or below, as the words say it of figures; None where they may be said of the quality."""
    turun = arah_sel(p.milik.arah or None) is not Arah.NAIK
    if "baik" in kata or "bagus" in kata or "buruk" in kata:
        return BAWAH if turun != ("buruk" in kata) else ATAS
    atas = kata.startswith(("di atas", "diatas", "melampaui", "melebihi")) or any(
        k in kata for k in ("tinggi", "besar", "banyak")
    )
    if turun and not any(k in kata for k in ("tinggi", "rendah", "besar", "kecil", "banyak", "sedikit")):
        return None
    return ATAS if atas else BAWAH


def _dimaksud(siapa: str, semua: Sequence[Lain]) -> Iterator[Lain]:
    """The comparators a sentence names right behind its words: by their own name, else by their kind."""
    teks = f" {kunci_nama(siapa)} "
    bernama = [y for y in semua if y.nama and teks.startswith(f" {y.nama} ")]
    if bernama:
        yield from bernama
        return
    jenis = next((j for j in JENIS if teks.startswith(f" {j} ")), None)
    yield from (y for y in semua if y.jenis == jenis)


def _angka(lapor: Pelapor, p: Pernyataan, semua: Sequence[Lain], ada: Sequence[float]) -> None:
    for m in _SEBUT.finditer(p.teks):
        lain = [y for y in _dimaksud(m["siapa"], semua) if kunci_nama(m["siapa"]) in (y.nama, y.jenis)]
        if m["tahun"]:
            lain = [y for y in lain if y.tahun in (None, float(m["tahun"]))]
        b = angka(m["x"])
        satuan = _SATUAN.match(p.teks, m.end())
        if p.asing(p.teks[: m.start()].rpartition(",")[2]) or (satuan and p.asing(satuan[0])):
            continue
        if len(lain) != 1 or b is None or b.nilai is None or _POIN.match(p.teks, m.end()):
            continue
        y, d = lain[0], b.desimal
        if any(tertulis_dari(z, b.nilai, d) for z in ada) or not y.nilai / SETINGKAT <= b.nilai <= y.nilai * SETINGKAT:
            continue
        lapor("KW-32", p.r, nilai=m["x"].rstrip(".,"), seharusnya=bulat(y.nilai, max(d or 0, 2)), terkait=[y.sel], kata=y.nama or y.jenis,
              sumber=lapor.sebut(y.sel), tandai=False)  # fmt: skip
