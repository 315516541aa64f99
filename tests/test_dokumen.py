"""What the documents for programmers say exists: modules, files, layers, the worked example, the pins of the tools."""

from __future__ import annotations

import importlib
import re
import tomllib
from pathlib import Path

import pandas as pd
import pytest
import yaml

import lkjip_xl as lk
from lkjip_xl.perintah import CONTOH, skema
from lkjip_xl.tabel.muat import muat_buku
from lkjip_xl.word import susun_naskah
from lkjip_xl.word.naskah import Paragraf

AKAR = Path(__file__).parents[1]
ARSITEKTUR = (AKAR / "docs" / "arsitektur.md").read_text(encoding="utf-8")
SUMBANGAN = (AKAR / "CONTRIBUTING.md").read_text(encoding="utf-8")
KONVENSI = (AKAR / "docs" / "konvensi.md").read_text(encoding="utf-8")
PROYEK = tomllib.loads((AKAR / "pyproject.toml").read_text(encoding="utf-8"))
MAGETAN = AKAR / "workbooks" / "contoh" / CONTOH["magetan-2024"]
HALAMAN = pytest.mark.parametrize(
    "teks", [ARSITEKTUR, SUMBANGAN, KONVENSI], ids=["arsitektur", "sumbangan", "konvensi"]
)


def _tanpa_blok(teks: str) -> str:
    return re.sub(r"^```.*?^```$", "", teks, flags=re.M | re.S)


def _benda(nama: str) -> object:
    """What a dotted name stands for: a module, or something in one."""
    try:
        return importlib.import_module(nama)
    except ModuleNotFoundError:
        modul, _, isi = nama.rpartition(".")
        return getattr(_benda(modul), isi)


@HALAMAN
def test_modul_yang_disebut_ada(teks):
    for nama in set(re.findall(r"`(lkjip_xl(?:\.\w+)+)`", _tanpa_blok(teks))):
        assert _benda(nama) is not None, nama


@HALAMAN
def test_berkas_yang_disebut_ada(teks):
    pola = r"`((?:lkjip_xl|schemas|tests|docs|workbooks)/[\w./-]+|README\.md|CHANGELOG\.md|pyproject\.toml)`"
    for nama in set(re.findall(pola, _tanpa_blok(teks))):
        if "vN" not in nama:  # stands for any version
            assert (AKAR / nama).exists(), nama


def test_konvensi_menyebut_sel_dan_pilihan_yang_ada():
    """Every `Lembar › Judul` is a column or setting of the schemas; every setting of how figures are computed is told."""
    sk = skema()
    disebut = {tuple(x.split(" › ")) for x in re.findall(r"`([^`]+ › [^`]+)`", KONVENSI)}
    for lembar, judul in disebut:
        s = sk.menurut_lembar(lembar)
        assert s is not None and judul in {k.judul for k in s.kolom.values()}, (lembar, judul)
    hitungan = {k.judul for k in sk.lembar["pengaturan"].kolom.values() if k.tipe == "pilihan"}
    assert {("Pengaturan", j) for j in hitungan} <= disebut
    for kolom in ("metode_efisiensi", "letak_batas", "kemajuan_jumlah", "susunan_bab_tiga"):
        assert all(p in KONVENSI for p in sk.lembar["pengaturan"].kolom[kolom].pilihan)


def test_lapisan_seperti_di_kontrak():
    gambar = re.search(r"```mermaid\n(.*?)```", ARSITEKTUR, re.S)
    assert gambar
    simpul = dict(re.findall(r'(\w+)\["([^"]+)"\]', gambar[1]))
    anak_panah = re.findall(r'(\w+)(?:\["[^"]+"\])? --> (\w+)', gambar[1])
    urut = [anak_panah[0][0], *(b for _, b in anak_panah)]
    assert [b for _, b in anak_panah[:-1]] == [a for a, _ in anak_panah[1:]]
    assert [simpul[n] for n in urut] == PROYEK["tool"]["importlinter"]["contracts"][0]["layers"]


def test_contoh_dari_sel_ke_kalimat():
    """The figures, addresses and the sentence of the example are those of the committed workbook."""
    buku = lk.buka(MAGETAN)
    t = buku["Pengukuran"].tabel
    baris = next(b for b, r in t.rekaman() if r["kode"] == "S1.1")
    assert [t.alamat(baris, k) for k in ("target", "realisasi", "capaian", "kategori")] == ["F8", "N8", "P8", "Q8"]
    assert [t.asal(baris, k) for k in ("target", "realisasi")] == ["rumus", "timpa"]
    assert (t.nilai(baris, "target"), t.nilai(baris, "realisasi")) == (75, 76.99)
    naskah = susun_naskah(muat_buku(MAGETAN, skema()))
    kutipan = re.search(r"^> (.+)$", ARSITEKTUR, re.M)
    assert kutipan and kutipan[1] in [x.teks for x in naskah.balok if isinstance(x, Paragraf)]


@pytest.mark.lengkap
def test_contoh_temuan():
    semula = lk.validasi(MAGETAN).ratakan("kode")
    diketik = lk.isi(MAGETAN.read_bytes(), {"pengukuran": pd.DataFrame({"kode": ["S1.1"], "target": [76.0]})})
    bidang = ("kode", "tingkat", "lembar", "sel", "nilai", "seharusnya", "sel_terkait")
    temuan = [t for t in lk.validasi(diketik.data).ratakan(*bidang) if t[0] == "PK-01"]
    assert temuan == [("PK-01", "Kesalahan", "Pengukuran", "F8", 76, 75, (("PK", "F13"),))]
    assert ("PK-01",) not in semula
    with pytest.raises(lk.LaporanDitolak):
        lk.laporan(diketik.data)


def test_istilah_dipakai():
    """Every term of the glossary is a word of the code or the schemas; none stands there twice."""
    tabel = SUMBANGAN.split("## Glossary")[1]
    istilah = [
        x.strip() for b in re.findall(r"^\| ([^|]+) \|", tabel, re.M)[1:] for x in b.split(",") if not x.startswith("-")
    ]
    assert len(istilah) == len(set(istilah)) > 80
    berkas = [*(AKAR / "lkjip_xl").rglob("*.py"), *(AKAR / "schemas").glob("*.yaml")]
    kata = set(re.findall(r"[a-z]+", " ".join(p.read_text(encoding="utf-8") for p in berkas).casefold()))
    assert not [x for x in istilah if not set(x.casefold().split()) <= kata]


def test_alat_pra_commit():
    """The hooks run the project's own tools, so their versions are those of the extra `lint`."""
    isi = yaml.safe_load((AKAR / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    hook = {h["id"]: h for r in isi["repos"] for h in r["hooks"]}
    assert {r["repo"] for r in isi["repos"]} == {"local"}
    assert {"ruff-check", "ruff-format", "tipe", "arah-impor", "skema"} == set(hook)
    for h in hook.values():
        assert h["language"] == "system" and h["entry"].startswith(".venv/bin/")
        for nama in re.findall(r"tests/\w+\.py", h["entry"]):
            assert (AKAR / nama).exists()
