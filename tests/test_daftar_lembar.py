"""The checklist of the guide and the two views: what Python stores is what the formulas show, what holds something is never hidden."""

from __future__ import annotations

import io

import buku_pendek
import openpyxl
import pytest
from masa_depan import kecil

from lkjip_xl import perintah
from lkjip_xl.buku.baca import baca_buku
from lkjip_xl.buku.paket import Paket
from lkjip_xl.buku.tampilan import lembar_tersembunyi, sembunyikan
from lkjip_xl.buku.tulis import Tulis, tulis_sel
from lkjip_xl.lembar.petunjuk_daftar import letak_daftar
from lkjip_xl.skema.model import RINGKAS
from lkjip_xl.skema.ungkapan import PANJANG_MAKS
from lkjip_xl.tabel.daftar_lembar import KOLOM, TINGKAT, semua_baris, tersembunyi_awal
from lkjip_xl.tabel.muat import muat_buku
from lkjip_xl.tabel.tembolok import isi_tembolok

SKEMA = perintah.skema()
PETUNJUK = "Petunjuk"


def daftar(paket: Paket) -> dict[str, dict[str, object]]:
    """The rows of the checklist as they stand in the file."""
    letak = letak_daftar(SKEMA)
    sel = baca_buku(paket, hanya=[PETUNJUK]).lembar[PETUNJUK].sel
    baris = {}
    for i in range(letak.banyak):
        isi = {k: sel.get((letak.baris + i, letak.kolom + n)) for n, k in enumerate(KOLOM)}
        baris[isi["lembar"].nilai] = {k: s.nilai if s else None for k, s in isi.items()}
    return baris


def langkah(paket: Paket) -> tuple[object, object]:
    letak = letak_daftar(SKEMA)
    sel = baca_buku(paket, hanya=[PETUNJUK]).lembar[PETUNJUK].sel
    return tuple(sel[letak.baris - n, letak.kolom].nilai for n in (2, 1))


def test_cacah_tiap_lembar():
    paket = Paket.dari_bytes(buku_pendek.contoh())
    awal = daftar(paket)
    assert awal["Pengukuran"]["kurang"] == 0.0 < awal["Pengukuran"]["baris"]
    buku = muat_buku(paket, SKEMA)
    sel = buku["pengukuran"].alamat(8, "realisasi"), buku["pk"].alamat(8, "versi")
    tulis_sel(paket, {"Pengukuran": {sel[0]: Tulis(None)}, "PK": {sel[1]: Tulis(None)}})
    isi_tembolok(paket, SKEMA)
    kini = daftar(paket)
    assert (kini["Pengukuran"]["kurang"], kini["PK"]["kurang"]) == (1.0, 1.0)
    assert kini["PK"]["baris"] == awal["PK"]["baris"]


def test_langkah_berikutnya_menurut_isi():
    paket = Paket.dari_bytes(buku_pendek.kosong())
    assert langkah(paket)[0] == "Pengaturan"
    paket = Paket.dari_bytes(buku_pendek.contoh())
    ke, kalimat = langkah(paket)
    assert ke not in {"Indikator", "Pengukuran", "Anggaran"} and kalimat


def test_isian_bawaan_bukan_isi():
    """What the template itself puts into a sheet does not keep it in sight; one letter changed does."""
    paket = Paket.dari_bytes(buku_pendek.kosong())
    assert {n for n, b in daftar(paket).items() if b["isi"]} <= {"Pengaturan"}
    buku = muat_buku(paket, SKEMA)
    tulis_sel(paket, {"Satuan": {buku["satuan"].alamat(8, "satuan"): Tulis("persentase")}})
    isi_tembolok(paket, SKEMA)
    assert daftar(paket)["Satuan"]["isi"] > 0


@pytest.mark.lengkap
@pytest.mark.lo
def test_rumus_sama_dengan_python(libreoffice, tmp_path):
    """Every cell of the guide, computed by LibreOffice, shows what Python stored."""
    paket = Paket.dari_bytes(buku_pendek.contoh())
    buku = muat_buku(paket, SKEMA)
    tulis_sel(paket, {
        "Pengukuran": {buku["pengukuran"].alamat(9, "realisasi"): Tulis(None), buku["pengukuran"].alamat(10, "target"): Tulis("-")},
        "Satuan": {buku["satuan"].alamat(9, "satuan"): Tulis("x")},
        "PK": {buku["pk"].alamat(9, "kode"): Tulis(None)},
    })  # fmt: skip
    isi_tembolok(paket, SKEMA)
    (path := tmp_path / "buku.xlsm").write_bytes(paket.ke_bytes())
    isi = libreoffice.hitung(path, lembar=[PETUNJUK])[PETUNJUK]
    beda = {}
    for (b, k), s in baca_buku(paket, hanya=[PETUNJUK]).lembar[PETUNJUK].sel.items():
        alamat = f"{openpyxl.utils.get_column_letter(k)}{b}"
        if s.rumus and isi[alamat]["v"] != (s.nilai if s.nilai is not None else ""):
            beda[alamat] = (isi[alamat]["v"], s.nilai)
    assert beda == {}


@pytest.mark.parametrize("b", semua_baris(SKEMA), ids=lambda b: b.lembar)
def test_menurut_batas_excel(b):
    for teks in b.rumus.values():
        assert len(teks) < PANJANG_MAKS and "_xl" not in teks


# -- the two views -----------------------------------------------------------------------------------------------------


@pytest.mark.lengkap
def test_buku_baru_ringkas(tmp_path):
    for tampilan, sembunyi in (("ringkas", set(tersembunyi_awal(SKEMA))), ("lengkap", set())):
        paket = Paket.buka(perintah.buat(tmp_path / f"{tampilan}.xlsm", tampilan=tampilan))
        assert set(lembar_tersembunyi(paket)) == sembunyi
    assert {s.lembar for s in SKEMA.lembar.values() if s.tampilan == RINGKAS}.isdisjoint(tersembunyi_awal(SKEMA))


@pytest.mark.lengkap
def test_lembar_yang_diisi_tampil(tmp_path):
    berkas = perintah.buat(tmp_path / "b.xlsm", isian={"tahun": 2025})
    (dari := tmp_path / "csv").mkdir()
    (dari / "belanja.csv").write_text("tahun,jenis,anggaran,realisasi\n2025,Belanja Operasi,100,90\n", encoding="utf-8")
    perintah.isi(berkas, dari)
    awal = set(tersembunyi_awal(SKEMA))
    assert set(lembar_tersembunyi(Paket.buka(berkas))) == awal - {"Belanja"}
    perintah.ringkas(berkas)
    assert "Capaian Kinerja" in lembar_tersembunyi(Paket.buka(berkas)), "a result without a row stays where it was"


def test_hasil_pemeriksaan_menampilkan_yang_ditunjuknya(tmp_path):
    paket = Paket.dari_bytes(buku_pendek.kosong(2025))
    buku = muat_buku(paket, SKEMA)
    tulis_sel(paket, {"Aset": {buku["aset"].alamat(8, "saldo_awal"): Tulis("12.00.0")}})
    sembunyikan(paket, ["Aset", "Pegawai"])
    (berkas := tmp_path / "b.xlsm").write_bytes(paket.ke_bytes())
    laporan = perintah.validasi(berkas, tulis=True)
    assert any(t.lembar == "Aset" for t in laporan.temuan)
    paket = Paket.buka(berkas)
    assert lembar_tersembunyi(paket) == ["Pegawai"]
    isi = daftar(paket)
    for kolom, tingkat in TINGKAT.items():
        assert isi["Hasil Validasi"][kolom] == float(laporan.jumlah()[tingkat])
        assert isi["Aset"][kolom] == float(sum(t.tingkat is tingkat and t.lembar == "Aset" for t in laporan.temuan))


@pytest.mark.lengkap
def test_tahun_baru_memakai_tampilan_tahun_lalu(tmp_path):
    lama, sk = tmp_path / "lama.xlsm", kecil(SKEMA)
    for tampilan in ("ringkas", "lengkap"):
        perintah.buat(lama, isian={"tahun": 2025}, tampilan=tampilan, timpa=True, sk=sk)
        perintah.tahun_baru(lama, baru := tmp_path / f"{tampilan}.xlsm", sk=sk)
        assert bool(lembar_tersembunyi(Paket.buka(baru))) == (tampilan == "ringkas")


def test_tab_berwarna_menurut_kelompok():
    wb = openpyxl.load_workbook(io.BytesIO(buku_pendek.kosong()))
    warna = {}
    for s in SKEMA.lembar.values():
        warna.setdefault(s.kelompok, set()).add(wb[s.lembar].sheet_properties.tabColor.rgb)
    assert all(len(x) == 1 and next(iter(x)).startswith("FF") for x in warna.values())
    assert len({next(iter(x)) for x in warna.values()}) == len(warna)
