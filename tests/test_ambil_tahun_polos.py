"""Years down a table of one indicator under a bare header."""

from __future__ import annotations

import pytest
from buku_md import buku_md

from lkjip_xl.rencana import Rencana, Yakin, rencanakan
from lkjip_xl.sumber import urai_sumber
from lkjip_xl.sumber.model import Kisi, SelAsing, Sumber
from lkjip_xl.tabel.model import BukuKerja

NAMA = "Cakupan peserta KB aktif"


def _buku(nama: str = "") -> BukuKerja:
    baris = f"| | S1.1 | sasaran | KB naik | {nama} | % | naik |" if nama else ""
    return buku_md(f"""
| Pengaturan | tahun | renstra_awal | renstra_akhir |
| | 2024 | 2021 | 2026 |

| Indikator | kode | jenjang | pernyataan | indikator | satuan | arah |
{baris}
""")


def _ambil(
    caption: str, kepala: str, *baris: str, nama: str = "", atas: tuple[str, ...] = (), ya: bool = False
) -> Rencana:
    isi = {
        (b, k): SelAsing(x.strip())
        for b, r in enumerate((kepala, *baris), 1)
        for k, x in enumerate(r.split("|"), 1)
        if x.strip()
    }
    t = urai_sumber(Sumber("a.docx", [Kisi("a.docx", "", 1, isi, (), atas=(*atas, caption))]))
    r = rencanakan(_buku(nama), t)
    return rencanakan(_buku(nama), t, {p.id: True for p in r.pertanyaan}) if ya else r


def _isi(r: Rencana) -> list[tuple]:
    ukur = [x["realisasi"] for _, x in r.buku["pengukuran"].rekaman() if x["realisasi"] is not None]
    lalu = [
        (x["realisasi_1"], x["realisasi_2"]) for _, x in r.buku["riwayat"].rekaman() if x["realisasi_1"] is not None
    ]
    return [(a, *b) for a, b in zip(ukur, lalu, strict=True)]


TAHUN = ("2022 | 70,1", "2023 | 71,2", "2024 | 72,3")
JUMLAH = ("2022 | 5.100 | 70,1", "2023 | 5.200 | 71,2", "2024 | 5.300 | 72,3")


@pytest.mark.parametrize("kepala", ["Persentase", "Persentase (%)", "Nilai", "Cakupan", "Realisasi"])
def test_indikator_dikenal_di_judulnya(kepala: str) -> None:
    r = _ambil("Tabel 2.1 Cakupan Peserta KB Aktif Tahun 2022-2024", f"Tahun | {kepala}", *TAHUN, nama=NAMA)
    assert r.tabel[0].yakin is Yakin.PASTI and _isi(r) == [(72.3, 71.2, 70.1)]


@pytest.mark.parametrize(
    ("nama", "kepala", "baris"),
    [(NAMA, "Tahun | Jumlah | Persentase", JUMLAH), ("Jumlah peserta KB aktif", "Tahun | Jumlah | Persentase", JUMLAH)],
)
def test_jumlah_dan_persentase_menurut_nama_indikatornya(nama: str, kepala: str, baris: tuple[str, ...]) -> None:
    r = _ambil(f"Tabel 2.1 {nama.title()} Tahun 2022-2024", kepala, *baris, nama=nama)
    assert _isi(r) == [(72.3, 71.2, 70.1) if nama == NAMA else (5300.0, 5200.0, 5100.0)]


@pytest.mark.parametrize(
    ("nama", "kepala"),
    [("Jumlah peserta KB aktif", "Persentase"), (NAMA, "Jumlah"), (NAMA, "Target")],
)
def test_kepala_yang_bukan_ukurannya_dibiarkan(nama: str, kepala: str) -> None:
    r = _ambil(f"Tabel 2.1 {nama.title()} Tahun 2022-2024", f"Tahun | {kepala}", *TAHUN, nama=nama)
    assert _isi(r) == []


@pytest.mark.parametrize(
    "caption", ["Target Cakupan Peserta KB Aktif", "Proyeksi Cakupan Peserta KB Aktif Tahun 2022-2024"]
)
def test_judul_rencana_bukan_hasil(caption: str) -> None:
    assert _isi(_ambil(caption, "Tahun | Persentase", *TAHUN, nama=NAMA)) == []


def test_capaian_realisasi_hanya_bila_angkanya_terlalu_besar() -> None:
    """4.700 is no percentage; 72,3 may be one: asked."""
    besar = _ambil("Produksi Padi Tahun 2022-2024", "Tahun | Capaian", "2022 | 4.500", "2023 | 4.600", "2024 | 4.700", nama="Produksi padi")  # fmt: skip
    assert _isi(besar) == [(4700.0, 4600.0, 4500.0)]
    kecil = _ambil("Tabel 2.1 Cakupan Peserta KB Aktif Tahun 2022-2024", "Tahun | Capaian", *TAHUN, nama=NAMA)
    assert _isi(kecil) == [] and [p.jenis for p in kecil.pertanyaan] == ["tabel"]
    ya = _ambil("Tabel 2.1 Cakupan Peserta KB Aktif Tahun 2022-2024", "Tahun | Capaian", *TAHUN, nama=NAMA, ya=True)
    assert _isi(ya) == [(72.3, 71.2, 70.1)]


KOMPONEN = (
    "1 | 2022 | 64.017 | 49.645 | 77,55",
    "2 | 2023 | 65.018 | 50.805 | 78.14",
    "3 | 2024 | 67.386 | 54.035 | 80,19",
)
KEPALA = "No | Tahun | Jumlah PUS | Peserta KB Aktif | Persentase"


def test_komponen_di_sampingnya() -> None:
    """The share that two others give in every row is the result, these are its components in the year of the report."""
    r = _ambil("Tabel 2.1 Cakupan Peserta KB Aktif Tahun 2022-2024", KEPALA, *KOMPONEN, nama=NAMA)
    assert r.tabel[0].yakin is Yakin.PASTI and _isi(r) == [(80.19, 78.14, 77.55)]
    assert [(x["pembilang"], x["penyebut"]) for _, x in r.buku["pengukuran"].rekaman()] == [(54035.0, 67386.0)]
    salah = [x.replace("78.14", "70.14") for x in KOMPONEN]
    assert _isi(_ambil("Tabel 2.1 Cakupan Peserta KB Aktif Tahun 2022-2024", KEPALA, *salah, nama=NAMA)) == []


def test_nama_yang_belum_dikenal_ditanyakan() -> None:
    """Named by the header the caption repeats: one question; none where other indicators are known."""
    caption = "Tabel 2.103. Peserta KB Aktif Provinsi V Tahun 2022 – 2024"
    r = _ambil(caption, KEPALA, *KOMPONEN)
    assert r.tabel[0].yakin is Yakin.RAGU and [p.jenis for p in r.pertanyaan] == ["tabel"]
    ya = _ambil(caption, KEPALA, *KOMPONEN, ya=True)
    assert _isi(ya) == [(80.19, 78.14, 77.55)]
    assert [x["indikator"] for _, x in ya.buku["indikator"].rekaman()] == ["Peserta KB Aktif"]
    assert _ambil(caption, KEPALA, *KOMPONEN, nama="Produksi padi").tabel[0].lembar == ""


def test_nama_di_atas_judulnya() -> None:
    r = _ambil("Tabel 2.1 Perkembangan Tahun 2022-2024", "Tahun | Persentase", *TAHUN, atas=("Indikator Kinerja: Cakupan Peserta KB Aktif",))  # fmt: skip
    assert _isi(r) == [(72.3, 71.2, 70.1)]
