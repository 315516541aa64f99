"""The report as a page and as JSON: complete, harmless whatever staff typed, and as its schema says."""

from __future__ import annotations

import json
import re
from itertools import groupby

import pytest
from buku_md import periksa_md
from jalan_lkjip import CONTOH, lkjip
from jsonschema import Draft202012Validator
from laporan_contoh import AKAR
from lxml import html

from lkjip_xl.inti.temuan import HasilPeriksa, Temuan, Tingkat
from lkjip_xl.validasi.halaman import halaman_temuan

SKEMA_JSON = json.loads((AKAR / "schemas/laporan.schema.json").read_text("utf-8"))
JAHAT = '<script>alert("x")</script> & \'"'
SALAH = f"""
| Indikator | kode | jenjang | indikator | satuan | arah | sifat |
| | S1.1 | sasaran | {JAHAT} | % | turun | akhir |

| Pengukuran | kode | target | realisasi | capaian |
| | S1.1 | 4,77 | 5,46 | 114,47 |
| | {JAHAT} | 25.000.0000 | x | #REF! |
"""


def baris(halaman: str) -> list:
    return html.fromstring(halaman.encode()).xpath("//tbody/tr")


def test_semua_temuan_ada_menurut_lembar() -> None:
    laporan = periksa_md(SALAH)
    halaman = halaman_temuan(laporan, "Dinas X — 2025")
    pohon = html.fromstring(halaman.encode())
    kode = [x.xpath("string(.//span[@class='kode'][last()])").strip() for x in baris(halaman)]
    assert kode == [t.kode for t in laporan.temuan] and len(kode) >= 4
    lembar = [nama for nama, _ in groupby(t.lembar for t in laporan.temuan)]  # by severity first, so one may come again
    assert [h.text for h in pohon.xpath("//h2")] == lembar
    assert "114,47" in halaman and "85,53" in halaman and "Dinas X — 2025" in halaman


def test_isi_sel_hanya_teks() -> None:
    t = Temuan(
        "AN-01", Tingkat.KESALAHAN, JAHAT, JAHAT, JAHAT, JAHAT, JAHAT, JAHAT, JAHAT, sel_terkait=((JAHAT, "A1"),)
    )
    halaman = halaman_temuan(HasilPeriksa([t], [(JAHAT, JAHAT)], JAHAT), JAHAT)
    assert "<script" not in halaman and html.fromstring(halaman.encode()).xpath("//script") == []
    assert JAHAT in baris(halaman)[0].text_content()


def test_tanpa_jaringan_dan_bersih() -> None:
    halaman = halaman_temuan(HasilPeriksa(berkas="a.xlsm"))
    assert not re.search(r"https?://|src=|@import|url\(", halaman) and baris(halaman) == []


@pytest.mark.parametrize(
    "teks", [SALAH, "| Pengukuran | kode |\n| | X |", "| Anggaran | level | nama |\n| | program | A |"]
)
def test_json_menurut_skemanya(teks: str) -> None:
    Draft202012Validator(SKEMA_JSON).validate(json.loads(periksa_md(teks).ke_json()))


def test_skema_json_menolak_bentuk_lain() -> None:
    Draft202012Validator.check_schema(SKEMA_JSON)
    isi = json.loads(periksa_md(SALAH).ke_json())
    for rusak in (isi | {"versi": 2}, isi | {"lain": 1}, {k: v for k, v in isi.items() if k != "gagal"}):
        assert not Draft202012Validator(SKEMA_JSON).is_valid(rusak)
    isi["temuan"][0]["tingkat"] = "Parah"
    assert not Draft202012Validator(SKEMA_JSON).is_valid(isi)


@pytest.mark.lengkap
def test_perintah_menulis_keduanya(tmp_path) -> None:
    h, j = tmp_path / "h.html", tmp_path / "t.json"
    hasil = lkjip("validasi", CONTOH, "--html", h, "--json", j)
    assert hasil.returncode == 0
    isi = json.loads(j.read_text("utf-8"))
    Draft202012Validator(SKEMA_JSON).validate(isi)
    assert len(baris(h.read_text("utf-8"))) == len(isi["temuan"])
    assert lkjip("validasi", CONTOH, "--html", tmp_path / "tidak" / "ada.html").returncode == 4
    hasil = lkjip(
        "cocokkan",
        CONTOH,
        "Pengukuran",
        AKAR / "tests/data/magetan-2024/salinan/pengukuran_lampiran.csv",
        "--json",
        "-",
    )
    assert hasil.returncode == 2
    Draft202012Validator(SKEMA_JSON).validate(json.loads(hasil.stdout))
