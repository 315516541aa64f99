"""The public library: the commands on paths and bytes, workbooks and findings as DataFrames, its page and examples."""

from __future__ import annotations

import doctest
import inspect
import io
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest
from buku_pendek import contoh

import lkjip_xl as lk
from lkjip_xl import api, perintah
from lkjip_xl.api.halaman import tulis_halaman
from lkjip_xl.buku.galat import GalatBerkas
from lkjip_xl.inti.fungsi import Galat

AKAR = Path(__file__).parents[1]
CONTOH = AKAR / "workbooks" / "contoh" / perintah.CONTOH["magetan-2024"]


@pytest.fixture
def folder(tmp_path, monkeypatch) -> Path:
    (tmp_path / "Magetan.xlsm").write_bytes(contoh())
    isi = "Capaian Kinerja Tahun 2024\n\nIndikator Kinerja;Target;Realisasi\nPersentase penyerapan tenaga kerja;75;76,99\n"
    (tmp_path / "capaian.csv").write_text(isi, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _contoh() -> list[doctest.DocTest]:
    pencari = doctest.DocTestFinder(recurse=False)
    benda = [(n, inspect.unwrap(getattr(api, n))) for n in api.__all__]
    return [t for n, x in benda for t in pencari.find(x, n, globs={"lk": lk, "pd": pd, n: x}) if t.examples]


@pytest.mark.lengkap
@pytest.mark.parametrize("contoh", _contoh(), ids=lambda t: t.name)
def test_contoh(folder, contoh):
    hasil = doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE).run(contoh)
    assert hasil.attempted and not hasil.failed


def test_setiap_fungsi_punya_contoh():
    fungsi = {n for n in api.__all__ if inspect.isfunction(getattr(api, n))}
    assert fungsi <= {t.name for t in _contoh()}


def test_halaman_terbaru():
    path, isi = tulis_halaman(AKAR)
    assert path.read_bytes() == isi


def _lain(kode: str) -> str:
    return subprocess.run([sys.executable, "-c", kode], capture_output=True, text=True, check=True).stdout.strip()


def test_impor_tetap_ringan():
    """Neither the package nor the engine of the worksheet functions pays for the library."""
    kode = "import sys, lkjip_xl, lkjip_xl.inti.fungsi\nprint([m for m in ('pandas','lxml','yaml','lkjip_xl.api') if m in sys.modules])"
    assert _lain(kode) == "[]"
    assert set(lk.__all__) == set(api.__all__) <= set(dir(lk))
    with pytest.raises(AttributeError):
        lk.tidak_ada  # noqa: B018


def test_bertipe_bagi_pemakainya():
    """The marker that tells type checkers of users to read our annotations lies in the package, so it is in the wheel."""
    assert (AKAR / "lkjip_xl" / "py.typed").is_file()


@pytest.mark.lengkap
def test_nama_perintah_yang_juga_paket():
    """Whoever imports a subpackage first, the command stays callable and the subpackage itself."""
    for lebih_dulu in ("", "import lkjip_xl.validasi.periksa, lkjip_xl.isi.isi, lkjip_xl.tabel.muat\n"):
        kode = (
            f"{lebih_dulu}import lkjip_xl as lk, inspect\nfrom lkjip_xl import validasi\nimport lkjip_xl.validasi.periksa as p\n"
            "print(all(callable(getattr(lk, n)) for n in lk.__all__), 'buku' in inspect.signature(validasi).parameters, lk.validasi.periksa is p)"
        )
        assert _lain(kode) == "True True True"


@pytest.mark.lengkap
def test_bita_masuk_bita_keluar():
    """A workbook given as bytes or a stream is not touched on any disk; the changed one comes back."""
    semula = contoh()
    for sumber in (semula, io.BytesIO(semula)):
        hasil = lk.ringkas(sumber)
        assert hasil.berkas is None and hasil.data is not None and not hasil.cadangan
        assert lk.buka(hasil.data).setelan["TahunLaporan"] == 2024
    kosong = lk.buat(isian={"tahun": 2025}).data
    tertulis = lk.validasi(kosong, tulis=True)
    assert tertulis.data is not None and tertulis.data != kosong
    assert lk.validasi(semula).data is None


@pytest.mark.lengkap
def test_jalan_diubah_di_tempat(folder):
    semula = (folder / "Magetan.xlsm").read_bytes()
    paket = lk.buka(semula)["pengukuran"].tabel
    hasil = lk.isi("Magetan.xlsm", {"pengukuran": pd.DataFrame({"kode": [_kode(paket)], "catatan": ["baru"]})})
    assert hasil.data is None and hasil.berkas == Path("Magetan.xlsm")
    assert [p.read_bytes() for p in hasil.cadangan] == [semula]
    assert "baru" in lk.buka("Magetan.xlsm")["pengukuran"].ke_dataframe()["catatan"].tolist()


def _kode(t) -> str:
    return next(r["kode"] for _, r in t.rekaman())


@pytest.mark.lengkap
def test_angka_tetap_angka_lewat_dataframe():
    """A number of exactly three decimals is no thousand, and a whole one keeps no decimal."""
    kode = _kode(lk.buka(CONTOH)["pengukuran"].tabel)
    df = pd.DataFrame({"kode": [kode], "realisasi": [1.762]})
    baru = lk.buka(lk.isi(contoh(), {"pengukuran": df}).data)["pengukuran"].ke_dataframe()
    assert baru.loc[baru["kode"] == kode, "realisasi"].tolist() == [1.762]


def test_lembar_sebagai_dataframe():
    buku = lk.buka(CONTOH)
    t = buku["Anggaran"].tabel
    df = buku["Anggaran"].ke_dataframe()
    assert list(df.index) == t.baris and list(df.columns) == list(t.skema.kolom)
    for k in ("pagu", "realisasi_rp", "serapan"):
        assert df[k].dtype == float
        assert df[k].sum() == sum(r[k] for _, r in t.rekaman() if isinstance(r[k], float))
    kepala = buku["Anggaran"].ke_dataframe(judul=True).columns
    assert len(kepala) == len(df.columns) and "pagu" not in kepala
    setelan = buku["Pengaturan"].ke_dataframe()
    assert dict(zip(setelan["pengaturan"], setelan["nilai"], strict=True))["tahun"] == 2024
    with pytest.raises(KeyError):
        buku["Tidak Ada"]


def test_buku_menyebut_dirinya():
    """A year is no decimal, and what is not filled in leaves nothing behind."""
    assert repr(lk.buka(AKAR / "workbooks" / perintah.TEMPLAT)) == "<Buku LKjIP-Kosong.xlsm: 2025>"
    assert repr(lk.buka(CONTOH)) == "<Buku LKjIP-Magetan-2024.xlsm: 2024 Dinas Tenaga Kerja>"


def test_skema_menyebut_dirinya_singkat():
    """Not what dataclasses say: 200 thousand characters in a notebook."""
    sk = lk.skema()
    assert repr(sk) == f"<Skema: {len(sk.lembar)} lembar>"
    assert repr(sk.lembar["aset"]) == f"<SkemaLembar Aset: {len(sk.lembar['aset'].kolom)} kolom>"


def test_tabel_sebagai_dataframe():
    semua = lk.tabel(CONTOH)
    assert list(semua) == [t.lembar for t in semua.values()]
    for t in semua.values():
        df = t.ke_dataframe()
        assert len(df) == sum(b.gaya != "kelompok" for b in t.baris)
        for k in t.kolom:
            if k.tipe in ("angka", "persen", "rupiah") and not any(
                isinstance(x, str) for b in t.baris for x in (b.nilai.get(k.nama),)
            ):
                assert df[k.nama].dtype == float, (t.lembar, k.nama)
        assert t.judul in t._repr_html_() and df.attrs["sumber"] == t.sumber
    anggaran = semua["Realisasi Anggaran"]
    df = anggaran.ke_dataframe()
    assert df.loc[df["gaya"] == "jumlah", "pagu"].tolist() == [
        b.nilai["pagu"] for b in anggaran.baris if b.gaya == "jumlah"
    ]


def test_galat_menjadi_nan_dan_disebut():
    from lkjip_xl.api.bingkai import bingkai

    df = bingkai(["a", "b", "c"], [[1.0, "BB", None], [Galat.DIV0, 2.0, None]], [8, 9], angka=["c"])
    assert df["a"].dtype == float and df["a"].isna().tolist() == [False, True]
    assert df["b"].tolist() == ["BB", 2.0] and df["c"].dtype == float
    assert list(df.attrs["galat"]) == [(9, "a")]


@pytest.mark.lengkap
def test_temuan_sebagai_dataframe(tmp_path):
    rusak = lk.isi(contoh(), {"pengukuran": pd.DataFrame({"kode": [_kode(lk.buka(CONTOH)["pengukuran"].tabel)], "realisasi": ["1.168.800.00"]})})  # fmt: skip
    temuan = lk.validasi(rusak.data)
    df = temuan.ke_dataframe()
    assert list(zip(df["kode"], df["sel"], strict=True)) == temuan.ratakan("kode", "sel")
    assert len(df) == len(temuan) == len(temuan.temuan)
    html = temuan._repr_html_()
    assert all(t.kode in html for t in temuan.temuan)
    assert "<script" not in lk.HasilPeriksa(berkas="<script>")._repr_html_()
    assert bool(lk.HasilPeriksa())


@pytest.mark.lengkap
def test_laporan_ditolak_bila_ada_kesalahan(folder):
    kode = _kode(lk.buka(CONTOH)["pengukuran"].tabel)
    rusak = lk.isi(contoh(), {"pengukuran": pd.DataFrame({"kode": [kode], "realisasi": ["1.168.800.00"]})})
    with pytest.raises(lk.LaporanDitolak) as galat:
        lk.laporan(rusak.data, "x.docx")
    assert galat.value.kesalahan > 0 and not (folder / "x.docx").exists()
    assert lk.laporan(rusak.data, draf=True).data[:2] == b"PK"


def test_galat_membawa_kalimatnya(folder):
    with pytest.raises(lk.GalatBerkas) as galat:
        lk.validasi("tidak-ada.xlsm")
    assert galat.value.kode == "BK-01" and len(galat.value.__notes__) == 1
    with pytest.raises(lk.GalatBerkas) as galat:
        lk.validasi(b"bukan buku\0")
    assert galat.value.kode == "BK-02"
    with pytest.raises(TypeError):
        lk.validasi(io.StringIO("teks"))  # pyright: ignore[reportArgumentType]  the mistake under test


def test_pilihan_yang_bertentangan(folder):
    with pytest.raises(ValueError):
        lk.rapikan("Magetan.xlsm", terapkan="pasti", urungkan="semua")
    with pytest.raises(ValueError):
        lk.tahun_baru((folder / "Magetan.xlsm").read_bytes(), bekukan=True)


@pytest.mark.parametrize("isi, kode", [(b"kode;nilai\n", "BK-02"), (b"", "BK-02"), (b"%PDF-1.7", "BK-02"), (b"PK\x03\x04", "BK-06"), (bytes.fromhex("D0CF11E0A1B11AE1"), "BK-03")])  # fmt: skip
@pytest.mark.parametrize("fungsi", [lk.validasi, lk.ringkas, lk.edar])
def test_bytes_that_are_no_workbook_are_refused_under_the_name_of_one(
    fungsi: Callable[..., object], isi: bytes, kode: str
) -> None:
    with pytest.raises(GalatBerkas) as galat:
        fungsi(isi)
    assert galat.value.kode == kode
    assert galat.value.isi["berkas"] == "buku.xlsx"
