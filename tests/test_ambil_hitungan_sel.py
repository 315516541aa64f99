"""Numerator and denominator printed in the cell of a result, or of the formula beside it."""

from __future__ import annotations

import pytest
from dinas_pangan import buku
from rencana_ambil import isi
from tabel_asing import sel_baris, tabel_asing

from lkjip_xl.bentuk.hitungan_sel import baca_hitungan, per_hitungan
from lkjip_xl.rencana import Nasib, Rencana, rencanakan
from lkjip_xl.sumber import urai_sumber
from lkjip_xl.sumber.model import Kisi, SelAsing, Sumber


def _ambil(*baris: str) -> Rencana:
    t = tabel_asing("Capaian Kinerja Tahun 2024", "\n".join(baris))
    return rencanakan(buku(), [t], kisi=t.kisi)


KOMPONEN = ("pembilang", "penyebut", "pengali", "realisasi")


@pytest.mark.parametrize(
    ("sel", "harap"),
    [
        ("(35 : 40) x 100% = 87,5", (35.0, 40.0, 100.0, 87.5)),
        ("35/40 x 100% = 87,5%", (35.0, 40.0, 100.0, 87.5)),
        ("35 / 40 = 87,50 %", (35.0, 40.0, 100.0, 87.5)),
        ("35 dibagi 40 x 100", (35.0, 40.0, 100.0, 87.5)),
    ],
)
def test_hitungan_di_kolom_realisasi(sel: str, harap: tuple[float, ...]) -> None:
    r = _ambil("Indikator | Satuan | Target | Realisasi", f"Cakupan air | % | 80 | {sel}", "Mutu | % | 70 | 71")
    assert isi(r, "pengukuran", *KOMPONEN) == [harap, (None, None, None, 71.0)]
    assert [s.nasib for s in r.sel if s.teks in (sel, "35", "40")] and not [f for f in r.temuan if f.kode == "AN-01"]


@pytest.mark.parametrize("sel", ["35/40 x 100% = 97,5%", "35/40", "1 : 20", "85 / 82,55"])
def test_yang_tidak_terbukti_dibiarkan(sel: str) -> None:
    """A result that does not follow, or two figures without a factor or result, are no components."""
    r = _ambil("Indikator | Satuan | Target | Realisasi", f"Cakupan air | % | 80 | {sel}", "Mutu | % | 70 | 71")
    assert isi(r, "pengukuran", "pembilang", "penyebut")[0] == (None, None)


def test_hitungan_di_samping_realisasinya() -> None:
    """Used where it gives the realisasi of its row; else told."""
    r = _ambil("Indikator | Satuan | Target | Realisasi | Perhitungan", "Cakupan air | % | 80 | 87,5 | (35 : 40) x 100%", "Cakupan lain | % | 80 | 85 | (35 : 40) x 100%")  # fmt: skip
    assert isi(r, "pengukuran", *KOMPONEN) == [(35.0, 40.0, 100.0, 87.5), (None, None, None, 85.0)]
    assert [s.nasib for s in r.sel if s.teks == "(35 : 40) x 100%"] == [Nasib.TIDAK]


def test_realisasi_tahun_lain_bukan_komponen_tahun_ini() -> None:
    r = _ambil("Indikator | Satuan | Target 2024 | Realisasi 2023", "Cakupan air | % | 80 | (35 : 40) x 100% = 87,5")
    assert all(x == (None, None) for x in isi(r, "pengukuran", "pembilang", "penyebut"))
    assert isi(r, "riwayat", "realisasi_1") == [(87.5,)]


RUMUS = "Jumlah anak yang bersekolah = {}\n-------------------- x 100 %\nJumlah anak usia sekolah = {}"


def _kisi(*baris: list[str]) -> Rencana:
    kisi = Kisi("a.docx", "", 1, sel_baris(*baris), (), atas=("Indikator Kinerja Kunci Tahun 2024",))
    return rencanakan(buku(), urai_sumber(Sumber("a.docx", [kisi])))


def test_rumus_dengan_angkanya_di_samping_capaian() -> None:
    """What the components give is the realisasi, whatever its header; a capaian without them stays as it is."""
    r = _kisi(
        ["No", "IKK", "Rumus/Persamaan", "Capaian Kinerja"],
        ["1", "Angka partisipasi SMP", RUMUS.format("4337", "31500"), "14%"],
        ["2", "Angka partisipasi SD", RUMUS.format("13.837", ""), "ada"],
        ["3", "Angka putus sekolah", RUMUS.format("0", "16,030"), ""],
        ["4", "Angka melek huruf", RUMUS.format("", ""), "0%"],
    )
    assert isi(r, "pengukuran", "indikator", "pembilang", "penyebut")[:1] == [
        ("Angka partisipasi SMP", 4337.0, 31500.0)
    ]
    menurut = {x[0]: x[1:] for x in isi(r, "pengukuran", "indikator", *KOMPONEN)}
    assert menurut["Angka partisipasi SMP"][3] == 14.0
    assert menurut["Angka putus sekolah"][:3] == (0.0, 16030.0, 100.0)
    assert all(menurut.get(x, (None,))[0] is None for x in ("Angka partisipasi SD", "Angka melek huruf"))
    assert {s.nasib for s in r.sel if s.teks in ("ada", "0%")} == {Nasib.TIDAK}


@pytest.mark.parametrize(
    ("rumus", "format_", "ada"),
    [("=35/40*100", "0.00", True), ("35/40*100", "0.00", True), ("=35/40", "0%", True), ("=2741/1000", "0.00", False), ("=A1/B1*100", "0.00", False)],
)  # fmt: skip
def test_rumus_sel_excel(rumus: str, format_: str, *, ada: bool) -> None:
    """What a formula divides and multiplies; a change of unit is none."""
    assert (baca_hitungan(SelAsing("87,5", 0.875 if "%" in format_ else 87.5, format_, rumus=rumus)) is not None) is ada


def test_komponen_yang_tercetak_tidak_diganti() -> None:
    t = tabel_asing("X", "Indikator | Pembilang | Penyebut | Realisasi\nCakupan | 35 | 40 | (35 : 40) x 100% = 87,5")
    assert per_hitungan(t) is t
