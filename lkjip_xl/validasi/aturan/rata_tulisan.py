"""The mean of capaian that a text states, and the category it puts a capaian into, against Pengukuran and the scale."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lkjip_xl.inti.kunci import kunci_teks
from lkjip_xl.inti.rumus import bulat
from lkjip_xl.ringkasan.desimal import desimal_setelan
from lkjip_xl.ringkasan.efisiensi import rata_tampil
from lkjip_xl.ringkasan.indikator import Indikator, daftar_indikator
from lkjip_xl.skema.perlu import perlu
from lkjip_xl.tabel.hitung_buku import PERLU_BAKU
from lkjip_xl.tabel.model import BukuKerja
from lkjip_xl.validasi.aturan.angka_kalimat import ANGKA, PERSEN, SERATUS, angka
from lkjip_xl.validasi.aturan.angka_naskah import BACA_TULISAN, kalimat_tulisan
from lkjip_xl.validasi.aturan.banyak_indikator import SELURUH, rapi, tentang_lain
from lkjip_xl.validasi.aturan.bawah_tabel import rata_lazim
from lkjip_xl.validasi.aturan.pelapor import Pelapor
from lkjip_xl.validasi.aturan.penelusur import Rujukan
from lkjip_xl.validasi.aturan.pokok_kalimat import pasti
from lkjip_xl.validasi.aturan.registri import aturan
from lkjip_xl.validasi.aturan.rincian_jumlah import tercetak
from lkjip_xl.validasi.aturan.selang import tertulis_dari

SEDIKITNYA = 2  # indicators that have a mean
_RATA = re.compile(
    rf"\b(?:rata-?\s?rata\s+(?:(?:nilai|persentase|tingkat|pencapaian|realisasi)\s+)?capaian|capaian(?:\s+kinerja)?\s+(?:secara\s+)?rata-?\s?rata)\b"
    rf"(?P<antara>(?:[^\d,;%]|\btahun\s+\d{{4}}\b|\b\d{{1,3}}(?=\s+indikator)){{0,120}}?)\(?(?<![\d.,])(?P<x>{ANGKA})\s*{PERSEN}(?!\s*poin)",
    re.IGNORECASE,
)
_CAPAIAN = re.compile(
    rf"\bcapaian(?:nya)?(?:\s+(?:kinerja|indikator|sasaran|utama|ini|tersebut|rata-?\s?rata|rata-?ratanya|keseluruhan))*\s+(?:(?:yaitu|adalah|sebesar|mencapai)\s+)*(?P<x>{ANGKA})\s*{PERSEN}(?!\s*poin)",
    re.IGNORECASE,
)
_SEBUT = r"(?:berkategori|kategori|berkriteria|kriteria|berpredikat|predikat)"
# other means than that of the agency's own capaian
_LAIN = re.compile(
    r"\b(?:nasional|provinsi|anggaran|keuangan|fisik|serapan|kemajuan|renstra|spm|sdgs?|seluruh opd|perangkat daerah se|output|keluaran|unit kerja|target)\b"
)

_BATAS = re.compile(
    r"\b(?:di\s?atas|di\s?bawah|lebih|kurang|minimal|paling|antara|naik|turun|meningkat|menurun|bertambah|selisih|sekitar|hampir)\b",
    re.I,
)


@aturan(
    kode=("KW-32", "KW-35"),
    lembar=("pengukuran", "indikator"),
    baca=PERLU_BAKU
    | BACA_TULISAN
    | perlu(
        indikator="kode jenjang indikator ?satuan ?arah ?iku ?pernyataan =pernyataan_lengkap ?sifat ?desimal",
        pengukuran="kode =capaian ?target ?realisasi",
        skala="?kategori ?skala ?batas ?tanda",
        pengaturan="tahun ?desimal_capaian ?desimal_rata ?instansi",
    ),
    seluruh=True,
)
def rata_capaian_dalam_tulisan(buku: BukuKerja, lapor: Pelapor) -> None:
    """Rata-rata capaian yang disebut tulisan adalah rata-rata capaian di Pengukuran, dan kategorinya menurut Skala Kategori."""
    tulisan = [(r, x) for r, _, x in kalimat_tulisan(buku) if "capaian" in kunci_teks(x)]
    semua = _terukur(buku, lapor) if tulisan else []
    for r, kalimat in tulisan:
        m = _RATA.search(kalimat)
        if m is not None and semua and not tentang_lain(buku, kalimat, rapi(kalimat)):
            _rata(lapor, r, m, kalimat, semua)
        for sebut in list(_CAPAIAN.finditer(kalimat)) or [x for x in (m,) if x]:
            _kategori(lapor, r, sebut, kalimat)


def _terukur(buku: BukuKerja, lapor: Pelapor) -> list[Indikator]:
    """The measured indicators; none where one of them has no capaian, or one that is in doubt."""
    ragu = {kunci_teks(isi["kode"]) for b, isi in lapor.jejak.baris("pengukuran").items() if not pasti(lapor, b)}
    semua = list(daftar_indikator(buku))
    bersih = all(isinstance(i.capaian, (int, float)) and i.kunci not in ragu for i in semua)
    return semua if bersih and len(semua) >= SEDIKITNYA else []


def _rata(lapor: Pelapor, r: Rujukan, m: re.Match[str], kalimat: str, semua: Sequence[Indikator]) -> None:
    b = angka(m["x"])
    if b is None or b.nilai is None or _LAIN.search(kunci_teks(kalimat[: m.end()])) or _BATAS.search(m["antara"]):
        return
    banyak = SELURUH.search(rapi(kalimat))
    if banyak and int(banyak[1]) not in {len(k) for k in _kelompok(semua)}:
        return
    x, d = b.nilai, b.desimal or 0
    isi = {
        n: tercetak(bulat(float(c), i.desimal), i.desimal)
        for n, i in enumerate(semua)
        if isinstance(c := i.capaian, (int, float))
    }
    milik = dict(enumerate(semua))
    # one sasaran's mean, one indicator's capaian, or any mean a report makes of them
    if any(tertulis_dari(y, x, d) for k in _kelompok(semua) if isinstance(y := rata_tampil(k), float)):
        return
    if any(tertulis_dari(float(i.capaian), x, d) for i in semua if isinstance(i.capaian, (int, float))):
        return
    if rata_lazim(isi, milik, tercetak(x, d), len(semua)):
        return
    harap = rata_tampil([i for i in semua if i.jenjang == "sasaran"] or semua)
    if isinstance(harap, float):
        lapor("KW-32", r, nilai=m["x"].rstrip(".,"), seharusnya=bulat(harap, max(d, desimal_setelan(lapor.buku, "DesimalRata"))),
              kata="rata-rata capaian", sumber=f"lembar {lapor.buku['pengukuran'].lembar}", tandai=False)  # fmt: skip


def _kelompok(semua: Sequence[Indikator]) -> Iterator[list[Indikator]]:
    """All indicators, those of one level, of one sasaran, and of each the main ones."""
    sebagian = [list(semua), [i for i in semua if i.jenjang in ("tujuan", "sasaran")]]
    sebagian += [[i for i in semua if i.jenjang == j] for j in dict.fromkeys(i.jenjang for i in semua)]
    sebagian += [[i for i in semua if i.sasaran == s] for s in dict.fromkeys(i.sasaran for i in semua)]
    yield from (k for s in sebagian for k in (s, [i for i in s if i.iku]) if k)


def _kategori(lapor: Pelapor, r: Rujukan, m: re.Match[str], kalimat: str) -> None:
    """A capaian and the one category right behind it, which no scale of the workbook gives it."""
    b, skala = angka(m["x"]), [s for s in lapor.buku.semua_skala.values() if s]
    nama = {kunci_teks(p.kategori): p.kategori for s in skala for p in s if p.kategori}
    if b is None or b.nilai is None or not nama or b.nilai > SERATUS * 10:
        return
    pilihan = "|".join(re.escape(k) for k in sorted(nama, key=len, reverse=True))
    ekor = kunci_teks(kalimat[m.end() :])
    ada = re.match(
        rf"[^\d;%]{{0,60}}?\b{_SEBUT}(?:\s+(?:capaian|kinerja|keberhasilan|penilaian))*\s+[\"“'(]?(?P<k>{pilihan})\b(?!\s+(?:[a-z]+\s+)?(?:menjadi|ke)\b)",
        ekor,
    )
    if ada is None or re.search(r"\b(?:dari|bukan|tidak|belum)\b", ekor[: ada.start("k")]):
        return
    boleh = [k for s in skala if (k := s.kategori(b.nilai, b.desimal or 0)) is not None]
    if boleh and ada["k"] not in {kunci_teks(k) for k in boleh}:
        lapor("KW-35", r, nilai=nama[ada["k"]], seharusnya=boleh[0], dasar=f"capaian {m['x'].rstrip('.,')}",
              sumber=f"lembar {lapor.buku['skala'].lembar}", tandai=False)  # fmt: skip
