"""Which columns rules, summaries, report and commands read: what they declare is what they read, and one may be missing."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from functools import reduce
from operator import or_
from pathlib import Path
from unittest import mock

import pytest
import skema_acak
from buku_md import buku_md, skema_uji
from buku_penuh import buku_lain, buku_penuh
from catat_baca import Catatan, buku_tercatat, pencatatan, segarkan
from tanpa_kolom import dengan_skema, pendek, semua_kolom, skema_tanpa, skema_tindihan, tanpa_kolom

from lkjip_xl.buku.galat import GalatBerkas
from lkjip_xl.cocokkan.sisi import perlu_lembar, sisi_lembar
from lkjip_xl.lembar.buku_ringkasan import bangun_buku
from lkjip_xl.lembar.dasbor import data_dasbor
from lkjip_xl.ringkasan import RINGKASAN, buat_semua, dibuat_dari, periksa_masukan
from lkjip_xl.ringkasan.masukan import PERLU, SEMUA_PERLU
from lkjip_xl.skema.perlu import KunciKolom, Perlu, punya
from lkjip_xl.tabel.hilang import menurut_rumus, periksa_kolom, sebut_kolom
from lkjip_xl.tabel.model import BukuKerja
from lkjip_xl.tahun_baru import buku_baru, kinerja
from lkjip_xl.tahun_baru.buku_baru import isi_tahun_baru
from lkjip_xl.validasi.aturan.pelapor import Pelapor, TahunLalu
from lkjip_xl.validasi.aturan.penelusur import Penelusur
from lkjip_xl.validasi.aturan.registri import Aturan, daftar
from lkjip_xl.validasi.periksa import periksa
from lkjip_xl.word import gambar, susun_naskah
from lkjip_xl.word.masukan import PERLU_BAB, periksa_laporan

SINI = Path(__file__).parent
KOLOM = semua_kolom(skema_uji())
DICETAK_UTUH = {"pegawai", "aset", "renstra", "iku", "renja", "pk", "pk_program", "belanja", "lhe_nilai", "lhe_rekomendasi",
                "rencana_aksi", "pengukuran", "tc27", "tabel_bebas"}  # fmt: skip
MENURUT_RINGKASAN = ("ringkasan_menurut_isian", "kolom_tercetak")  # read whatever the summaries read
MENURUT_SKEMA = {kode for a in daftar() if a.seluruh for kode in a.kode}


# -- what is declared is what is read -----------------------------------------------------------------------------------


def _buku_uji(pola: str) -> Iterator[BukuKerja]:
    """Two full workbooks, and those that stand in the tests of the rules or summaries."""
    yield from (buku_penuh(), buku_lain())
    for p in sorted(SINI.glob(pola)):
        for x in ast.walk(ast.parse(p.read_text(encoding="utf-8"))):
            teks = x.value if isinstance(x, ast.Constant) and isinstance(x.value, str) else ""
            if teks.lstrip().startswith("| ") and teks.count("\n") > 1:
                with suppress(ValueError, AssertionError):  # some are only part of a workbook
                    yield buku_md(teks)


def _keluarga(k: KunciKolom) -> KunciKolom:
    """target_3 is read like target_1: which year it is depends on the workbook."""
    return k[0], re.sub(r"\d$", "", k[1])


def _banding(nama: str, perlu: Perlu, dibaca: set[KunciKolom]) -> list[str]:
    sk = skema_uji()
    dibaca = {k for k in dibaca if punya(sk, *k)}
    keluarga = {_keluarga(k) for k in dibaca}
    return [
        *(f"{nama}: {k} dibaca, tidak dinyatakan" for k in sorted(dibaca - set(perlu))),
        *(f"{nama}: {k} dinyatakan, tidak dibaca" for k in sorted(perlu) if _keluarga(k) not in keluarga),
    ]


@pytest.fixture(scope="module")
def dibaca() -> dict[str, set[KunciKolom]]:
    """Columns read in all test workbooks, by rule, summary, chapter and command."""
    hasil: dict[str, set[KunciKolom]] = defaultdict(set)
    c = Catatan()
    with pencatatan(c):
        for buku in _buku_uji("test_aturan_*.py"):
            lalu = buku_tercatat(_tahun_lalu(buku), c)
            kini, dulu = buku_tercatat(buku, c), TahunLalu("lalu.xlsm", Penelusur(lalu))
            for a in daftar():
                if not a.seluruh and a.nama not in MENURUT_RINGKASAN:
                    c.kolom = hasil[a.nama]
                    segarkan(kini)
                    segarkan(lalu)
                    a.jalankan(kini, Pelapor(kini, dulu))  # each alone: one keeps silent where another has spoken
            c.kolom = set()
        for buku in _buku_uji("test_ringkasan_*.py"):
            b = buku_tercatat(buku, c)
            for nama, buat in RINGKASAN.items():
                c.kolom = hasil[nama]
                segarkan(b)
                buat(b)
            c.kolom = hasil["Dasbor"]
            segarkan(b)
            data_dasbor(b)
        c.kolom = hasil["tahun_baru"]
        for b in (buku_tercatat(x(), c) for x in (buku_penuh, buku_lain)):
            for buat, _, _ in buku_baru.DIPINDAH.values():  # sheets carried over whole are read as the schema has them
                buat(b, buku_baru.tahun_lama(b, "x"))
        assert list(buku_baru.periode_renstra(b, 2030))
    with pencatatan(c), _tanpa_gambar():
        b = buku_tercatat(buku_penuh(), c)
        c.kolom = hasil["laporan"]
        susun_naskah(b)
    return hasil


def _tahun_lalu(buku: BukuKerja) -> BukuKerja:
    setelan = buku.setelan | {"TahunLaporan": 2024.0}
    return replace(buku, setelan=setelan)


def test_aturan_menyatakan_yang_dibacanya(dibaca):
    assert [
        x for a in daftar() if not a.seluruh and a.nama in dibaca for x in _banding(a.nama, a.baca, dibaca[a.nama])
    ] == []


def test_ringkasan_menyatakan_yang_dibacanya(dibaca):
    assert [x for nama, p in PERLU.items() for x in _banding(nama, p, dibaca[nama])] == []


def test_tahun_baru_menyatakan_yang_dibacanya(dibaca):
    assert _banding("tahun_baru", kinerja.PERLU, dibaca["tahun_baru"]) == []


def test_laporan_menyatakan_yang_dibacanya(dibaca):
    """Input sheets printed whole are read as the schema has them."""
    perlu = reduce(or_, [SEMUA_PERLU, *PERLU_BAB.values()])
    asing = {k for k in dibaca["laporan"] - set(perlu) if k[0] not in DICETAK_UTUH and punya(skema_uji(), *k)}
    assert asing == set()
    assert [k for p in PERLU_BAB.values() for k in p if k not in dibaca["laporan"]] == []


# -- a schema without a column ------------------------------------------------------------------------------------------


def _tanpa_gambar():
    """The data of every chart, no picture."""

    def data(b, lembar):
        if lembar != "Perbandingan Tahun":
            gambar.DATA_LEMBAR[lembar](b.buku)
        return iter(())

    return mock.patch.object(gambar, "gambar_lembar", data)


Temu = tuple[str, str, str, str]  # code, sheet, header, row


def _temuan(buku: BukuKerja, aturan: Iterable[Aturan]) -> set[Temu]:
    """What rules that read columns by name find; each alone, for one keeps silent where another has spoken."""
    semua = []
    for a in aturan:
        lapor = Pelapor(buku)
        a.jalankan(buku, lapor)
        semua += lapor.temuan
    return {(t.kode, t.lembar, t.kolom, re.sub(r"\D", "", t.sel)) for t in semua if t.kode not in MENURUT_SKEMA}


@pytest.fixture(scope="module")
def dasar() -> set[Temu]:
    return _temuan(buku_penuh(), [a for a in daftar() if a.nama != "sesuai_skema"])


@pytest.mark.lengkap
def test_skema_tanpa_satu_kolom(dasar):
    """Checks, summaries, charts, report and next year's workbook live without any one column; nothing false is said."""
    salah: list[str] = []
    sk, penuh = pendek(skema_uji()), buku_penuh()
    with _tanpa_gambar():
        for n, (lembar, kolom) in enumerate(KOLOM):
            baru, berubah = skema_tanpa(sk, lembar, kolom)
            buku = dengan_skema(penuh, baru)
            aturan = [a for a in daftar() if (a.seluruh and n % 4 == 0) or berubah & set(a.baca)]
            temuan = _temuan(buku, [a for a in aturan if a.nama != "sesuai_skema"])  # that one has its own test below
            if len(berubah) == 1:  # else formulas give way to typed cells, too
                salah += [f"{lembar}.{kolom}: {t}" for t in temuan - dasar]
            h = periksa(buku, [a for a in aturan if a.dibuang(buku.skema)])
            assert [t.kode for t in h.temuan] == (["SK-30"] if any(a.dibuang(buku.skema) for a in aturan) else [])
            dibuat = {x for x in RINGKASAN if dibuat_dari(buku, x)}
            for x in sorted(x for x in dibuat if berubah & set(PERLU[x]))[n % 4 :: 4]:
                RINGKASAN[x](buku)
            if {x for x in RINGKASAN if (b := PERLU[x].kolom.get((lembar, kolom))) and b.skema} & dibuat:
                salah.append(f"{lembar}.{kolom}: {dibuat}")
            if n % 4 == 0 or (lembar, kolom) in kinerja.PERLU:
                isi_tahun_baru(buku, 2025, "x")
            if n % 12 == 4:
                data_dasbor(buku)
                susun_naskah(buku, h)
    assert salah == []


@pytest.mark.lengkap
def test_tindihan_tanpa_kolom_dari_berkas(tmp_path):
    """The same through files, with the checks of the schemas, on a sample; the sheets say why they are not made."""
    with skema_acak.cepat(), _tanpa_gambar():
        for lembar, kolom in [*KOLOM[3::40], ("pengukuran", "target"), ("indikator", "arah")]:
            buku = dengan_skema(buku_penuh(), skema_tindihan(tmp_path / "s", lembar, kolom))
            h = periksa(buku)
            assert h.gagal == [] and "KU-01" not in {t.kode for t in h.temuan}, (lembar, kolom)
    sk, _ = skema_tanpa(skema_uji(), "pengukuran", "target")
    wb = bangun_buku(dengan_skema(buku_penuh(), sk))
    assert "Target" in wb["Capaian Kinerja"]["A4"].value and wb["Capaian Kinerja"].max_row == 4  # the link back
    assert "Target" in wb["Dasbor"]["A4"].value and wb["Realisasi Anggaran"].max_row > 3


# -- a workbook without a column ----------------------------------------------------------------------------------------

PERINTAH: dict[str, Callable[[BukuKerja], object]] = {
    "ringkas": lambda b: periksa_masukan(b, "x"),
    "laporan": lambda b: periksa_laporan(b, "x"),
    "tahun_baru": lambda b: isi_tahun_baru(b, 2025, "x") and [],
    "edar": lambda b: periksa_kolom(b, menurut_rumus(b, b.tabel), "BK-80", berkas="x", hasil="Salinan"),
}


@pytest.mark.lengkap
def test_buku_tanpa_satu_kolom():
    """Each command works, or refuses and names just that column; figures never change without a word."""
    penuh = buku_penuh()
    semula = {t.lembar: t for t in buat_semua(penuh)}
    salah: list[str] = []
    for lembar, kolom in KOLOM:
        n = KOLOM.index((lembar, kolom))
        buku = tanpa_kolom(penuh, lembar, kolom, hitung=n % 8 == 0)
        nama = sebut_kolom(buku, [(lembar, kolom)])[0]
        hasil = {}
        perintah = PERINTAH | {
            f"cocokkan {i}": lambda b, i=i: periksa_kolom(b, perlu_lembar(b, b[i].lembar), "BK-80", berkas="x", hasil="P")
            for i in {lembar, "pengukuran"} if buku[i].skema.susunan == "tabel"
        }  # fmt: skip
        for p, jalan in perintah.items():
            try:
                hasil[p] = [t.pesan for t in jalan(buku)]
            except GalatBerkas as e:
                hasil[p] = None
                if e.kode not in ("BK-24", "BK-80") or e.isi["daftar"] != nama:
                    salah.append(f"{p} {lembar}.{kolom}: {e.kode} {e.isi}")
            if hasil[p] and any(nama not in x for x in hasil[p]):
                salah.append(f"{p} {lembar}.{kolom}: {hasil[p]}")
        if n % 8 == 0:
            baru = {t.lembar: t for t in buat_semua(buku)}
            if hasil["ringkas"] == [] and baru != semula:
                salah.append(f"ringkas {lembar}.{kolom}: angka berubah diam-diam")
            if buku[lembar].skema.susunan == "tabel":
                sisi_lembar(buku, buku[lembar].lembar)
            h = periksa(buku, [a for a in daftar() if a.nama != "sesuai_skema"])
            salah += [f"{lembar}.{kolom}: {x}" for x in h.gagal]
    assert salah == []


def test_yang_tidak_wajib_dikosongkan_dan_disebut():
    """A column only an optional part reads: a note names it, the rest is made; without anything missing nothing is said."""
    penuh = buku_penuh()
    assert periksa_masukan(penuh, "x") == periksa_laporan(penuh, "x") == []
    catatan = periksa_masukan(tanpa_kolom(penuh, "pengukuran", "sumber_data"), "x")
    assert [t.kode for t in catatan] == ["BK-81"] and "Sumber" in catatan[0].pesan


def test_kolom_templat_baru_tidak_menghalangi():
    """What only a newer template has is not there yet, never missing."""
    penuh = buku_penuh()
    buku = tanpa_kolom(penuh, "pengukuran", "target", hitung=False)
    t = buku["pengukuran"]
    baru = replace(buku, tabel=buku.tabel | {"pengukuran": replace(t, belum_ada=frozenset({"target"}))})
    assert periksa_masukan(baru, "x") == []
    with pytest.raises(GalatBerkas) as galat:
        periksa_masukan(buku, "x")
    assert galat.value.kode == "BK-24"


def test_tahun_renstra_yang_dipakai_saja():
    """Of the year columns of the Renstra only that of the report year is indispensable."""
    penuh = buku_lain()
    periksa_masukan(tanpa_kolom(penuh, "renstra", "target_4", hitung=False), "x")
    with pytest.raises(GalatBerkas) as galat:
        periksa_masukan(tanpa_kolom(penuh, "renstra", "target_2", hitung=False), "x")
    assert galat.value.isi["daftar"] == "Renstra Target 2025"
