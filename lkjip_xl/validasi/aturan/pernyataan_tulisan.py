"""What a sentence says became of one indicator, without a figure: target reached or not, better or worse than last year."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lkjip_xl.inti.angka import tulis
from lkjip_xl.inti.fungsi import CAPAIAN
from lkjip_xl.inti.kunci import kunci_satuan, rapikan_spasi
from lkjip_xl.inti.periode import ANGKA_TAHUN
from lkjip_xl.inti.rumus import bulat
from lkjip_xl.inti.salah_ketik import Sebab, bacaan_lain
from lkjip_xl.ringkasan.indikator import TERCAPAI
from lkjip_xl.skema.perlu import perlu
from lkjip_xl.tabel.model import BukuKerja, Nilai
from lkjip_xl.validasi.aturan.angka_bertahun import SETAHUN_LAIN
from lkjip_xl.validasi.aturan.angka_kalimat import TAHUN_KALIMAT, angka
from lkjip_xl.validasi.aturan.angka_naskah import angka_milik
from lkjip_xl.validasi.aturan.arah_tulisan import KATA_ARAH, NAIK, TURUN, kata_naik
from lkjip_xl.validasi.aturan.banyak_indikator import BELUM, LAMPAU, LULUS
from lkjip_xl.validasi.aturan.pelapor import Pelapor
from lkjip_xl.validasi.aturan.penelusur import Rujukan
from lkjip_xl.validasi.aturan.pokok_kalimat import BACA_POKOK, Pernyataan, pernyataan
from lkjip_xl.validasi.aturan.registri import aturan
from lkjip_xl.validasi.aturan.selang import tertulis_dari

_TIDAK = r"(?:tidak|belum|gagal|tak|kurang)\s+(?:dapat\s+|berhasil\s+|bisa\s+|sepenuhnya\s+)?"
_SAMPAI = re.compile(
    rf"\b(?P<tidak>{_TIDAK})?(?:(?P<lampau>melampaui|melebihi)|(?:mencapai|memenuhi)(?:\s+(?:atau|dan|bahkan)\s+(?P<juga>melampaui|melebihi))?)"
    rf"\s+(?:dari\s+|angka\s+|nilai\s+)?target(?P<ekor>.*)",
    re.IGNORECASE,
)
_TERCAPAI = re.compile(
    rf"\b(?P<tidak>{_TIDAK})?(?:tercapai|terpenuhi|(?P<lampau>terlampaui))\b(?P<ekor>.*)", re.IGNORECASE
)
_BAWAH = re.compile(
    r"\b(?P<kata>(?:di bawah|kurang dari|lebih rendah dari(?:pada)?)\s+target)(?P<ekor>.*)", re.IGNORECASE
)
# a target of somebody else or of another year, a share of it, how far it was reached, a category beside it
_EKOR_LAIN = re.compile(
    r"^\s+(?:(?:sebesar|sebanyak|hanya|baru|sekitar)\s+)?\d{1,2}(?:[.,]\d+)?\s*(?:%|persen\b)"
    r"|^\s+(?:tahun\s+(?!ini)(?!\d{4})|jangka|nasional|provinsi|minimal|akhir|awal|semula|sebelum|sebesar\s+\d+\s+persen\s+dari|individu|dunia|global)|\bkategori\b|\bkriteria\b"
    r"|\bpredikat\b|\bsebagian\b|\?",
    re.IGNORECASE,
)
_DARI_TAHUN = re.compile(
    rf"\b(?P<tidak>tidak\s+|belum\s+)?(?:mengalami\s+)?(?P<kata>{KATA_ARAH})\b(?P<antara>[^,;]{{0,40}}?)\b(?:dibanding(?:kan)?(?:\s+dengan)?|dari(?:pada)?|terhadap)"
    r"\s+(?:(?:realisasi|capaian|kinerja|nilai|kondisi|pada|di)\s+)*tahun\s+(?P<tahun>\d{4}|lalu|sebelumnya)\b(?!\s+(?:ke|menjadi))",
    re.IGNORECASE,
)
_CAPAIAN = re.compile(r"\b(?:capaian|kinerja)\w*\b", re.IGNORECASE)
_PERTAMA = re.compile(
    rf"(?P<x>(?<![\w.,/-])(?!{ANGKA_TAHUN}\b)\d{{2,}}(?:[.,]\d+)+|(?<![\w.,/-])(?!{ANGKA_TAHUN}\b)\d{{3,}}|(?<![\w.,/-])\d\d(?=\s+(?P<benda>[^\W\d_]+)))(?![\d/-])"
)  # two digits only of what the indicator counts
_TARGET = re.compile(r"\btarget|\bditarget", re.IGNORECASE)


@aturan(kode=("KW-35",), lembar=("indikator", "pengukuran"), baca=BACA_POKOK, seluruh=True)
def target_tercapai_dalam_tulisan(buku: BukuKerja, lapor: Pelapor) -> None:
    """Target yang disebut tulisan tercapai, terlampaui, atau tidak tercapai memang demikian menurut Pengukuran."""
    tahun = buku.setelan.get("TahunLaporan")
    for p in pernyataan(buku, lapor):
        if any(float(x) != tahun for x in TAHUN_KALIMAT.findall(p.teks)):
            continue
        ada = list(_sebut_target(p))
        capaian = _capaian(p)
        if len({kata for _, kata in ada}) != 1 or capaian is None:
            continue
        tulisan, kata = ada[0]
        boleh = _hasil(p, capaian)
        if kata in boleh:
            continue
        hasil = boleh[-1]
        _lapor(lapor, p, tulisan, hasil, f"realisasi {_angka(p.milik.realisasi)} dari target {_angka(p.milik.target)}",
               [p.sel("realisasi")])  # fmt: skip


def _sebut_target(p: Pernyataan) -> Iterator[tuple[str, str]]:
    """What a sentence says of the indicator's target, as it is written and as one of three outcomes."""
    for m in (*_SAMPAI.finditer(p.teks), *_TERCAPAI.finditer(p.teks)):
        if p.menyoal(m.start()) and not _EKOR_LAIN.search(m["ekor"]):
            yield m[0][: m.start("ekor") - m.start()], BELUM if m["tidak"] else LAMPAU if m["lampau"] else LULUS
    for m in _BAWAH.finditer(p.teks):
        if p.milik.arah == "naik" and p.menyoal(m.start()) and not _EKOR_LAIN.search(m["ekor"]):
            yield m["kata"], BELUM


def _angka(x: Nilai) -> str:
    return tulis(x) if isinstance(x, float) else str(x)


def _hasil(p: Pernyataan, capaian: float) -> tuple[str, ...]:
    """What may be said of a capaian as shown; what rounding made 100 may be told any way."""
    if p.milik.realisasi == p.milik.target:
        return (LULUS,)
    if capaian == TERCAPAI:
        return (BELUM, LULUS, LAMPAU)
    return (BELUM,) if capaian < TERCAPAI else (LULUS, LAMPAU)


def _capaian(p: Pernyataan) -> float | None:
    """The indicator's capaian as shown, without any cap."""
    c = CAPAIAN(p.milik.target, p.milik.realisasi, p.milik.arah)
    return bulat(c, p.milik.desimal) if isinstance(c, (int, float)) else None


@aturan(
    kode=("KW-35",),
    lembar=("indikator", "pengukuran", "riwayat"),
    baca=BACA_POKOK | perlu(riwayat="kode ?realisasi_1-3 ?capaian_1-3"),
    seluruh=True,
)
def arah_dalam_tulisan(buku: BukuKerja, lapor: Pelapor) -> None:
    """Naik atau turun dari tahun sebelumnya yang disebut tulisan searah dengan realisasi kedua tahun."""
    tahun = buku.setelan.get("TahunLaporan")
    for p in pernyataan(buku, lapor):
        m = _DARI_TAHUN.search(p.teks)
        letak = buku.indeks.baris("riwayat", "kode", p.milik.kode)
        if m is None or m["tidak"] or letak is None or not isinstance(tahun, float) or not p.menyoal(m.start()):
            continue
        lalu = int(tahun) - int(m["tahun"]) if m["tahun"].isdigit() else 1
        if not 1 <= lalu <= len(SETAHUN_LAIN) or any(float(x) not in (tahun, tahun - lalu) for x in TAHUN_KALIMAT.findall(p.teks)):  # fmt: skip
            continue
        sana = Rujukan("riwayat", letak, SETAHUN_LAIN[lalu - 1])
        y, x = lapor.jejak.nilai(sana), p.milik.realisasi
        if not isinstance(y, float) or not isinstance(x, float) or x == y or lapor.ragu(sana):
            continue
        naik = kata_naik(m["kata"])
        beda = [x - y]
        if _CAPAIAN.search(p.teks[: m.end()]):
            dulu = lapor.jejak.nilai(Rujukan("riwayat", letak, f"capaian_{lalu}"))
            if not isinstance(dulu, float) or not isinstance(p.milik.capaian, float):
                continue
            beda.append(p.milik.capaian - dulu)
        if all((b > 0) != naik and b for b in beda):
            _lapor(lapor, p, m["kata"], NAIK if x > y else TURUN, f"realisasi {tulis(y)} lalu {tulis(x)}", [p.sel("realisasi"), sana])  # fmt: skip


def _lapor(lapor: Pelapor, p: Pernyataan, tulisan: str, harap: str, dasar: str, terkait: list[Rujukan]) -> None:
    lapor("KW-35", p.r, nilai=rapikan_spasi(tulisan), seharusnya=harap, terkait=terkait, dasar=dasar, sumber=lapor.sebut(terkait[0]),
          tandai=False)  # fmt: skip


@aturan(kode=("KW-32",), lembar=("indikator", "pengukuran"), baca=BACA_POKOK, seluruh=True)
def angka_pokok_dalam_tulisan(buku: BukuKerja, lapor: Pelapor) -> None:
    """Angka tepat di belakang nama indikatornya adalah realisasinya, bila hanya dua angka yang bertukar tempat membedakannya."""
    tahun = buku.setelan.get("TahunLaporan")
    milik = angka_milik(buku)
    for p in pernyataan(buku, lapor):
        m = _PERTAMA.search(p.teks)
        b = angka(m["x"]) if m is not None else None
        if m is not None and m["benda"] and kunci_satuan(m["benda"]) != kunci_satuan(p.milik.satuan):
            continue
        if m is None or b is None or b.nilai is None or b.nilai <= 0 or _TARGET.search(p.teks[: m.start("x")]):
            continue
        if not p.menyoal(m.start("x")) or any(float(x) != tahun for x in TAHUN_KALIMAT.findall(p.teks[: m.start("x")])):
            continue
        x = p.milik.realisasi
        tukar = [y for sebab, y in bacaan_lain(b.nilai, b.desimal) if sebab is Sebab.BERTUKAR]
        if not isinstance(x, float) or not any(tertulis_dari(x, y, b.desimal) for y in tukar):
            continue
        dikenal = any(tertulis_dari(y, b.nilai, b.desimal) for _, y in milik.get(p.milik.kunci, ()))
        alamat = lapor.jejak.alamat(p.r)
        if not dikenal and not any(t.kode == "KW-32" and (t.lembar, t.sel) == alamat for t in lapor.temuan):
            lapor("KW-32", p.r, nilai=m["x"].rstrip(".,"), seharusnya=x, terkait=[p.sel("realisasi")], kata="realisasi",
                  sumber=lapor.sebut(p.sel("realisasi")), tandai=False)  # fmt: skip
