"""One thing written in several ways is one thing: for every rule that joins sheets, for the summaries, for the index.

Nobody else makes keys: a module that compares texts in its own way is found and must say why.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from banyak import tiap
from buku_md import buku_md, semua

from lkjip_xl.inti.fungsi import Galat
from lkjip_xl.inti.kunci import kunci_excel, kunci_nama, kunci_teks, ruas
from lkjip_xl.ringkasan import RINGKASAN
from lkjip_xl.ringkasan.indikator import daftar_indikator
from lkjip_xl.tabel.model import BukuKerja
from lkjip_xl.validasi.aturan.pelapor import TahunLalu
from lkjip_xl.validasi.aturan.penelusur import Penelusur
from lkjip_xl.validasi.periksa import periksa

BAKU = "T Sa1.1"
TULISAN = ["t sA1.1", "T\u00a0Sa1.1", "T  Sa1.1", "T \u2007 SA1.1"]
TAK_TAMPAK = "T Sa1.1\u200b"  # Excel's MATCH does not find it, people see no difference

AWAL = f"""
| Pengaturan | tahun | renstra_awal | renstra_akhir |
|            | 2024  | 2024         | 2026          |

| Satuan | satuan |
|        | orang per tahun |
|        | indeks |

| Indikator | kode | jenjang | indikator | satuan | arah | sifat | iku |
|           | {BAKU} | sasaran | Indeks Damai | indeks | naik | akhir | ya |
|           | P9.1 | program | Hasil lain | indeks | naik | akhir | |

"""
RENSTRA = "| Renstra | kode | target_1 | target_2 | target_3 |\n| | K | 70 | 75 | 80 |\n\n"
UKUR = "| Pengukuran | kode | target | realisasi | capaian |\n| | K | 70 | 70 | |\n\n"
PROGRAM = "| {} | {}level | nama | {} |\n| | {}program | Layanan  Ibu dan Anak | {} |\n\n"
ANGGARAN = "| Anggaran | kode | level | nama | pagu |\n| | 2.07.01 | program | Layanan Ibu Anak | 20 |\n\n"

# where K is the kode in another writing (N a name), the contradiction is still found
BERTENTANGAN = {
    "PK-01": "| PK | versi | kode | target |\n| | murni | K | 71 |\n\n" + UKUR.replace("K", BAKU),
    "PK-02": RENSTRA.replace("K", BAKU) + "| PK | versi | kode | target |\n| | murni | K | 71 |",
    "RA-02": RENSTRA.replace("K", BAKU) + "| Rencana Aksi | kode | tw4 | total |\n| | K | 74 | 74 |",
    "TW-01": "| PK | versi | kode | target | tw1 | tw2 | tw3 | tw4 |\n| | murni | K | 75 | 20 | 40 | 60 | 70 |",
    "TW-02": "| Pengukuran | kode | realisasi | tw1 | tw2 | tw3 | tw4 |\n| | K | 75 | 20 | 40 | 60 | 70 |",
    "RN-01": "| Renstra | kode | target_1 | target_2 | target_3 |\n| | K | 85 | 75 | 80 |",
    "IK-02": "| IKU | versi | kode |\n| | sesudah | P9.1 |\n| | sesudah | K |\n\n",
    "PG-01": "| Pengukuran | kode | target | realisasi | capaian |\n| | K | 70 | 70 | 98 |",
    "SU-11": "| Pengukuran | kode | target | realisasi | sumber_data |\n| | K | 80 | 70 | BPS |\n\n"
    f"| Analisis | kode | penghambat |\n| | {BAKU} | b |",
    "KW-04": "| Riwayat | kode | target_1 | realisasi_1 | realisasi_2 |\n| | K | 75 | 76 | 74 |\n\n"
    f"| Pengukuran | kode | target | realisasi |\n| | {BAKU} | 77 | 780 |",
    "LB-07": "| Penunjang | kode | nama |\n| | K | x |\n| | T 9 | x |",
}
# where only the writing differs, nothing is missing; with another kode it is
TIDAK_HILANG = {
    "LB-07": "| Pengukuran | kode | target |\n| | K | 75 |",
    "PK-03": f"| PK | versi | kode | target |\n| | murni | {BAKU} | 70 |\n\n" + UKUR,
    "PK-04": "| PK | versi | kode | target |\n| | murni | K | 70 |\n\n" + UKUR.replace("K", BAKU),
    "IK-01": "| IKU | versi | kode |\n| | sesudah | K |",
    "SU-08": ANGGARAN + "| Penunjang | kode | level | nama |\n| | K | program | Layanan Ibu Anak |",
    "SU-10": UKUR.replace("K", BAKU) + "| Analisis | kode | pendorong |\n| | K | a |",
}
# names: the same programme, indicator or unit in two sheets
NAMA = "Layanan Ibu Anak"
NAMA_LAIN = ["LAYANAN ibu anak", "Layanan\u00a0Ibu  Anak", "Layanan  Ibu Anak"]
BERTENTANGAN_NAMA = {
    "AG-08": f"| PK Program | versi | level | nama | anggaran |\n| | perubahan | program | {NAMA} | 20 |\n\n"
    "| Anggaran | level | nama | pagu |\n| | program | N | 21 |",
    "PR-03": f"| Renja | level | nama | target_sesudah |\n| | program | {NAMA} | 20 |\n\n"
    "| PK Program | versi | level | nama | target |\n| | perubahan | program | N | 21 |",
    "SU-07": f"| Renja | level | nama | indikator | satuan |\n| | program | A | {NAMA} | orang per tahun |\n\n"
    "| Anggaran | level | nama | indikator | satuan |\n| | program | A | N | indeks |",
    "SU-12": f"| Indikator | kode | jenjang | indikator | satuan |\n| | S1.1 | sasaran | {NAMA} | indeks |\n"
    "| | S1.2 | sasaran | N | indeks |",
    "BL-02": f"| Belanja | tahun | jenis | induk | anggaran |\n| | 2024 | {NAMA} | | 10 |\n| | 2024 | Pegawai | N | 8 |",
    "AG-09": f"| Anggaran | level | nama | pagu |\n| | program | {NAMA} | 1 |\n| | program | N | 2 |",
}
TIDAK_HILANG_NAMA = {
    "PN-01": ANGGARAN + "| Penunjang | kode | level | nama |\n" + f"| | {BAKU} | program | N |",
    "PN-02": ANGGARAN + f"| Penunjang | kode | kode_program | nama |\n| | {BAKU} | 2.07.01 | N |",
    "SU-05": ANGGARAN + "| Renja | level | nama |\n| | program | N |",
}
PAKAI_KODE = [(k, t, x) for k, t in BERTENTANGAN.items() for x in TULISAN]


def isi(teks: str, ganti: str, kode: str) -> list[tuple[str, str]]:
    awal = "" if "| Indikator |" in teks else AWAL
    if kode == "IK-02":
        awal = awal.replace("| akhir | ya |", "| akhir | tidak |").replace("| akhir | |", "| akhir | ya |")
    return semua(awal + teks.replace("| K |", f"| {ganti} |").replace("| N |", f"| {ganti} |"), kode)


@pytest.mark.parametrize(("kode", "teks", "tulisan"), tiap(3, PAKAI_KODE))
def test_pertentangan_ditemukan_di_balik_tulisan_lain(kode: str, teks: str, tulisan: str) -> None:
    assert isi(teks, tulisan, kode) == isi(teks, BAKU, kode) != []


@pytest.mark.parametrize("kode", ["RA-02", "IK-02", "SU-11", "KW-04"])
def test_pertentangan_di_balik_huruf_tak_tampak(kode: str) -> None:
    """Rules that look for themselves, not through a cell's formula."""
    assert isi(BERTENTANGAN[kode], TAK_TAMPAK, kode) == isi(BERTENTANGAN[kode], BAKU, kode)


@pytest.mark.parametrize(("kode", "teks"), TIDAK_HILANG.items())
def test_yang_ditulis_lain_tidak_hilang(kode: str, teks: str) -> None:
    assert [isi(teks, x, kode) for x in (BAKU, *TULISAN, TAK_TAMPAK)] == [[]] * (len(TULISAN) + 2)
    assert isi(teks, "X 9.9", kode) != []


@pytest.mark.parametrize(
    ("kode", "teks", "tulisan"), [(k, t, x) for k, t in BERTENTANGAN_NAMA.items() for x in NAMA_LAIN]
)
def test_nama_yang_ditulis_lain(kode: str, teks: str, tulisan: str) -> None:
    assert isi(teks, tulisan, kode) == isi(teks, NAMA, kode) != []


@pytest.mark.parametrize(("kode", "teks"), TIDAK_HILANG_NAMA.items())
def test_nama_yang_ditulis_lain_tidak_hilang(kode: str, teks: str) -> None:
    assert [isi(teks, x, kode) for x in (NAMA, *NAMA_LAIN)] == [[]] * (len(NAMA_LAIN) + 1)
    assert isi(teks, "Layanan Ibu Anaks", kode) != []


@pytest.mark.parametrize("satuan", ["Orang  per tahun", "orang\u00a0per tahun", "orangpertahun", "dus"])
def test_satuan_terdaftar(satuan: str) -> None:
    teks = AWAL.replace("| Indeks Damai | indeks |", f"| Indeks Damai | {satuan} |")
    assert bool(semua(teks, "ST-01")) == (satuan in ("orangpertahun", "dus"))


@pytest.mark.parametrize("tulisan", [BAKU, *TULISAN, TAK_TAMPAK])
def test_tahun_lalu_ditulis_lain(tulisan: str) -> None:
    riwayat = f"| Riwayat | kode | target_1 | realisasi_1 |\n| | {tulisan} | 69 | |\n\n"
    riwayat += f"| Renstra | kode | target_1 | target_2 |\n| | {tulisan} | 71 | 75 |"
    lalu = AWAL + UKUR.replace("K", BAKU) + RENSTRA.replace("K", BAKU)
    kini = buku_md(AWAL.replace("| 2024  | 2024 ", "| 2025  | 2024 ") + riwayat)
    hasil = periksa(kini, lalu=TahunLalu("lalu.xlsm", Penelusur(buku_md(lalu))))
    assert {t.kode for t in hasil.temuan if t.kode.startswith("TL")} == {"TL-01", "TL-04", "TL-06"}


# -- summaries ------------------------------------------------------------------------------------------------

RINGKAS = (
    AWAL
    + RENSTRA
    + UKUR.replace("K", BAKU)
    + ANGGARAN
    + "| Riwayat | kode | target_1 | realisasi_1 |\n| | K | 60 | 65 |\n\n"
    "| Pembanding | kode | jenis | nilai |\n| | K | provinsi | 60 |\n\n"
    "| Analisis | kode | pendorong |\n| | K | a |\n\n"
    "| Penunjang | kode | level | nama |\n| | K | program | N |\n\n"
    "| PK | versi | kode | target |\n| | murni | K | 70,0 |"
)


@pytest.mark.parametrize("lembar", RINGKASAN)
@pytest.mark.parametrize("tulisan", tiap(2, [*TULISAN, TAK_TAMPAK]))
def test_ringkasan_tidak_bergantung_pada_tulisan(lembar: str, tulisan: str) -> None:
    def buku(kode: str, nama: str) -> BukuKerja:
        return buku_md(RINGKAS.replace("| K |", f"| {kode} |").replace("| N |", f"| {nama} |"))

    asal, lain = RINGKASAN[lembar](buku(BAKU, NAMA)), RINGKASAN[lembar](buku(tulisan, NAMA_LAIN[0]))
    nama = lambda t: [{k: kunci_teks(x) for k, x in b.nilai.items()} for b in t.baris]  # noqa: E731
    assert nama(lain) == nama(asal)


def test_satu_sasaran_yang_ditulis_dua_cara() -> None:
    teks = "| Indikator | kode | jenjang | indikator |\n| | S1.1 | sasaran | A |\n| | s1.2 | sasaran | B |\n\n"
    teks += "| Pengukuran | kode | target |\n| | s1.1 | 1 |\n| | S1.2 | 1 |"
    assert {x.sasaran for x in daftar_indikator(buku_md(teks))} == {"S1"}


# -- index ----------------------------------------------------------------------------------------------------


def test_indeks() -> None:
    teks = "| PK | versi | kode | target |\n| | murni | S1.1 | 1 |\n| | murni | s1.1 | 2 |\n| | murni | S 2 | 3 |\n"
    x = buku_md(teks + "| | murni | | 4 |\n| | murni | #REF! | 5 |").indeks
    assert x.semua("pk", "kode", "S1.1 ") == (8, 9) and x.baris("pk", "kode", "s1.1") == 8
    assert x.satu("pk", "kode", "S1.1") is None and x.satu("pk", "kode", "s\u00a02") == 10
    assert x.ambil("pk", "kode", "S1.1", "target") == 1 and x.ambil("pk", "kode", "X", "target") is None
    for kosong in (None, "", " ", Galat.REF, "X"):
        assert x.semua("pk", "kode", kosong) == ()
    assert x.baris("pk", "kode", "s-2", ruas) == 10 and set(x.menurut("pk", "kode")) == {"s1.1", "s 2"}


def test_indeks_tanpa_lembar_atau_kolom() -> None:
    x = buku_md("| PK | versi | kode |\n| | murni | S1.1 |", tanpa=("renstra",)).indeks
    assert x.baris("renstra", "kode", "S1.1") is None and x.baris("pk", "tiada", "S1.1") is None


def test_yang_sama_menurut_excel() -> None:
    assert kunci_excel("S1.1") == kunci_excel("s1.1") != kunci_excel("s1.1 ") != kunci_excel("s1.1\u00a0")
    assert kunci_teks("S1.1") != kunci_teks("S1-1") and kunci_nama("S1.1") == kunci_nama("S1-1")


@pytest.mark.parametrize(("tulisan", "menurut_excel"), [(BAKU.upper(), True), (TAK_TAMPAK, False)])
def test_rumus_sel_mencari_seperti_excel(tulisan: str, menurut_excel: bool) -> None:
    """The formula of a cell forgives letter case alone; the index forgives what people do not see."""
    buku = buku_md(AWAL + UKUR.replace("K", tulisan))
    assert (buku["pengukuran"].nilai(8, "indikator") == "Indeks Damai") == menurut_excel
    assert buku.indeks.ambil("indikator", "kode", tulisan, "indikator") == "Indeks Damai"


# -- nobody else makes keys -----------------------------------------------------------------------------------

PAKET = Path(__file__).parents[1] / "lkjip_xl"
_EXCEL = "the formulas themselves: what Excel compares, evaluated"
_CETAK = "what is printed, not compared"
_SISTEM = "names of files, folders and registry keys"
_BACA = "reads a text, and keeps nothing of it as a key"
SENDIRI = {  # module, or function of one: why it does so itself
    "rencana/bawaan.py::pernyataan_judul": _CETAK,
    "bentuk/butir.py::butir": _CETAK,
    "rencana/calon.py::bersih": _CETAK,
    "bentuk/waktu_kepala.py::tanpa_triwulan": _CETAK,
    "lite/folder.py::_syarat": "names of packages",
    "padan/ragam_kepala.py::tanpa_kurung": _CETAK,
    "ringkasan/kolom_tercetak.py::_tanpa_tahun": _CETAK,
    "ringkasan/kolom_tercetak.py::baca_permintaan": _CETAK,
    "sumber/rupa.py::tanpa_renggang": _CETAK,
    "edar/rumus_sel.py::_asing": _EXCEL,
    "edar/rumus_sel.py::_satu": _EXCEL,
    "edar/rumus_sel.py::sebut_nama": _EXCEL,
    "sumber/__init__.py::baca_sumber": _SISTEM,
    "sumber/folder.py::isi_folder": _SISTEM,
    "sumber/csv.py::_sebutan": _BACA,
    "sumber/html.py::_isian": _BACA,
    "sumber/html_gaya.py::_format": _BACA,
    "sumber/jenis.py::_zip": _SISTEM,
    "sumber/lain.py::baca_lain": _SISTEM,
    "sumber/pdf_kata.py::satu": _BACA,
    "sumber/pdf_kata.py::sambung_kata": _BACA,
    "sumber/rapi.py::rapi": _BACA,
    "sumber/rupa.py::nomor_kolom": _BACA,
    "sumber/satuan_kepala.py::_baca": _BACA,
    "sumber/word_teks.py::_simbol": _BACA,
    "sumber/word_xml.py::nyala": _BACA,
    "tabel/sidik.py::_sidik": "two prints of one cell must be the same letters",
    "api/halaman.py::halaman_api": _CETAK,
    "inti/bacaan.py": _BACA,
    "inti/nama_kapital.py": _CETAK,
    "inti/temuan.py::kalimat": _CETAK,
    "isi/baca.py": _SISTEM,
    "lembar/hasil.py::_ringkas": _CETAK,
    "milik/catatan.py::_rata": _CETAK,
    "pemasangan/cek.py": _SISTEM,
    "pemasangan/perbaiki.py": _SISTEM,
    "perintah/buku.py": _SISTEM,
    "perintah/ambil.py::tulis_ambil": _SISTEM,
    "perintah/laporan.py": _SISTEM,
    "rekap/cari.py::_jelajah": _SISTEM,
    "rekap/klaster.py::cari_jauh": _SISTEM,
    "rekap/paket_daerah.py::__init__": _SISTEM,
    "skema/bangun.py": "two headers of one sheet must differ as Excel sees them",
    "skema/fungsi_sel.py": _EXCEL,
    "skema/kata_arah.py::pokok": _BACA,
    "skema/pesan.py::_isi": _CETAK,
    "tabel/rumus_templat.py::rata": "formulas as text",
    "excel/mesin.py::arti_makro": "macros as text",
    "inti/bacaan_kolom.py": _BACA,
    "inti/bentuk_lain.py": _BACA,
    "inti/satuan.py": "the spellings of one unit",
    "word/sumber_daya.py::_kalimat_pegawai": _CETAK,
    "word/gambar_luar.py::baca_folder": _SISTEM,
    "word/perbandingan.py::_pembanding": _CETAK,
    "word/sidik_blok.py::ringkas": "a fingerprint in small letters",
}


def _mungkin(teks: str) -> bool:
    """Only such a module can hold what _pembuat_kunci looks for; the others need not be parsed."""
    return any(x in teks for x in ("casefold", "lower", r"\W", r"^\w")) or ("join" in teks and "split" in teks)


def _panggilan(x: ast.AST, nama: str) -> bool:
    return isinstance(x, ast.Call) and isinstance(x.func, ast.Attribute) and x.func.attr == nama


def _pembuat_kunci(pohon: ast.AST, fungsi: str = "") -> Iterator[str]:
    """Names of the functions that fold letter case, squeeze spaces or drop punctuation."""
    for x in ast.iter_child_nodes(pohon):
        dalam = x.name if isinstance(x, (ast.FunctionDef, ast.ClassDef)) else fungsi
        lipat = isinstance(x, ast.Attribute) and x.attr in ("casefold", "lower")
        rapat = _panggilan(x, "join") and any(_panggilan(a, "split") and not a.args for a in x.args)
        pola = isinstance(x, ast.Constant) and x.value in (r"\W+", r"[\W_]+", r"[^\w]+")
        if lipat or rapat or pola:
            yield dalam
        yield from _pembuat_kunci(x, dalam)


def test_hanya_satu_modul_membuat_kunci() -> None:
    ada = set()
    for berkas in sorted(PAKET.rglob("*.py")):
        modul = berkas.relative_to(PAKET).as_posix()
        if modul == "inti/kunci.py" or modul.startswith("buku/"):
            continue
        if _mungkin(teks := berkas.read_text(encoding="utf-8")):
            ada |= {f"{modul}::{f}" for f in _pembuat_kunci(ast.parse(teks))}
    terpakai = {x: [n for n in SENDIRI if n in (x, x.split("::")[0])] for x in ada}
    assert [x for x, n in terpakai.items() if not n] == []
    assert set(SENDIRI) == {n[0] for n in terpakai.values()}


@pytest.mark.parametrize(
    "baris", ["x.casefold()", "map(str.lower, y)", '" ".join(x.split())', 're.sub(r"[\\W_]+", " ", x)', '"".join(x.split())']
)  # fmt: skip
def test_pembuat_kunci_terlihat(baris: str) -> None:
    assert _mungkin(baris) and list(_pembuat_kunci(ast.parse(f"def kunci(x):\n    return {baris}")))[:1] == ["kunci"]
    assert list(_pembuat_kunci(ast.parse('def f(x):\n    return kunci_teks(x), ", ".join(x.split(";"))'))) == []
