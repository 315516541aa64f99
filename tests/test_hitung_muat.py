"""A workbook asks to be calculated at opening only where the stored value of some cell is not known."""

from __future__ import annotations

from pathlib import Path

import pytest
from banyak import tiap
from buku_pendek import contoh, kosong
from jalan_lkjip import lkjip
from openpyxl import Workbook

from lkjip_xl import perintah
from lkjip_xl.buku.buku_xml import KALKULASI, BukuXml
from lkjip_xl.buku.cangkok import cangkok
from lkjip_xl.buku.hitung_muat import Berubah, minta_bila_dirujuk
from lkjip_xl.buku.paket import Paket
from lkjip_xl.buku.tulis import Tulis, tulis_sel
from lkjip_xl.buku.xmlaman import rangkai
from lkjip_xl.edar.salinan import edarkan
from lkjip_xl.tabel.tembolok import isi_tembolok, sel_petunjuk

SK = perintah.skema()
CATATAN = "Catatan Saya"


def kalkulasi(paket: Paket) -> tuple[str | None, bool]:
    """Version of the Excel that computed the values, and whether everything is to be computed at opening."""
    e = next(x for x in paket.xml(paket.bagian_buku) if x.tag.endswith("}calcPr"))
    return e.get("calcId"), e.get("fullCalcOnLoad") == "1"


TENANG = (KALKULASI, False)


@pytest.mark.parametrize("data", [kosong, contoh])
def test_yang_kita_buat_tidak_dihitung_ulang(data):
    """Blank, and filled, summed up and checked: every formula cell has its value, so Excel need not calculate."""
    paket = Paket.dari_bytes(data(), "x.xlsm")
    assert kalkulasi(paket) == TENANG
    for nama, info in paket.lembar().items():
        for c in paket.xml(info.part).iter("{*}c"):
            if c.find("{*}f") is not None:
                assert c.find("{*}v") is not None, (nama, c.get("r"))


@pytest.mark.parametrize(
    "perintah_lkjip",
    [("formulir", "B", "--ke", "F"), ("ambil", "B", "--tulis-ke", "F/K.xlsx", "--sebagai", "lra"), ("rekap", "B", "-o", "F/K.xlsx")],
    ids=lambda p: p[0],
)  # fmt: skip
def test_berkas_tanpa_rumus_tidak_dihitung_ulang(perintah_lkjip, tmp_path):
    """Nor does Excel ask to save a form, a table for another system or a rekap that was only looked at."""
    (tmp_path / "B").mkdir()
    (tmp_path / "F").mkdir()
    (buku := tmp_path / "B" / "b.xlsm").write_bytes(contoh())
    asal = buku.parent if perintah_lkjip[0] == "rekap" else buku
    hasil = lkjip(
        *(str(asal) if x == "B" else x.replace("F", str(tmp_path / "F"), x[:1] == "F") for x in perintah_lkjip)
    )
    berkas = list((tmp_path / "F").glob("*.xlsx"))
    assert hasil.returncode in (0, 1) and berkas and {kalkulasi(Paket.buka(p)) for p in berkas} == {TENANG}


def milik(rumus: str, nilai: object = 1.0, lembar: str = CATATAN) -> Paket:
    """An example as Excel has saved it, with a formula of the user's on a sheet of his own."""
    paket = Paket.dari_bytes(contoh(), "x.xlsm")
    wb = Workbook()
    wb.worksheets[0].title = CATATAN
    cangkok(paket, wb)
    tulis_sel(paket, {lembar: {"B2" if lembar == CATATAN else "Z90": Tulis(nilai, rumus=rumus)}})
    buku = BukuXml(paket)
    buku.atur_hitung(False)
    buku.atur_nama({"NamaSaya": "Pengukuran!$N$8", "NamaLain": "Pegawai!$A$1"})
    buku.simpan()
    return Paket.dari_bytes(paket.ke_bytes(), "x.xlsm")


@pytest.mark.parametrize(
    ("rumus", "tahu"),
    tiap(
        3,
        [
            ("Pengukuran!N8*2", False),  # the cell that changes
            ("SUM(Pengukuran!$N$8:N12)", False),
            ("SUM(Pengukuran!N:N)", False),
            ("pengukuran!P8+0", False),  # our formula that reads it
            ("NamaSaya*2", False),
            ("NamaSiapa*2", False),  # a name nobody knows
            ("INDIRECT(B1)", False),
            ("SUM(Pengukuran:Anggaran!N8)", False),
            ("SUM(Tabel1[Isi])", False),
            ("Pengukuran!N9*2", True),
            ("Pengukuran!P9+SUM(Pengukuran!N10:N12)", True),
            ("NamaLain&1", True),
            ("[1]Pengukuran!N8*2", True),
            ("1+1", True),
            ("B3&C4", True),
        ],
    ),
)
def test_rumus_milik_pengguna(rumus, tahu):
    paket = milik(rumus)
    tulis_sel(paket, {"Pengukuran": {"N8": Tulis(12.5)}})
    assert kalkulasi(paket)[1]
    isi_tembolok(paket, SK)
    assert kalkulasi(paket) == (KALKULASI, not tahu)


def _nama(paket: Paket, baru: dict[str, str]) -> Paket:
    buku = BukuXml(paket)
    buku.atur_nama(baru)
    buku.simpan()
    return Paket.dari_bytes(paket.ke_bytes(), "x.xlsm")


@pytest.mark.parametrize(("dasar", "tahu"), [("Pengukuran!$N$9", True), ("Pengukuran!$N$8", False)])
def test_nama_yang_bercabang(dasar, tahu):
    """Each of eight names names the next sixty times: looked up one by one that is 60 to the eighth."""
    cabang = {f"Cabang{i}": "+".join([f"Cabang{i + 1}"] * 60) for i in range(6)} | {"Cabang6": dasar}
    paket = _nama(milik("Cabang0"), cabang)
    tulis_sel(paket, {"Pengukuran": {"N8": Tulis(12.5)}})
    isi_tembolok(paket, SK)
    assert kalkulasi(paket) == (KALKULASI, not tahu)


@pytest.mark.parametrize(
    ("acuan", "kena"),
    [((1, 1, 4, 9), False), ((1, 1, 5, 2), True), ((5, 2, 5, 2), True), ((6, 1, 8, 16384), False), ((9, 3, 9, 3), True), ((1, 3, 8, 9), False)],
)  # fmt: skip
def test_sel_berubah_dalam_kawasan(acuan, kena):
    assert Berubah({(5, 2), (9, 3), (9, 2)}).di(*acuan) is kena
    assert not Berubah(()).di(1, 1, 10, 10)


@pytest.mark.parametrize(
    ("rumus", "kena"), [("1+NamaKu", True), ("namaku*2", True), ("NamaKu2+1", False), ("XNamaKu", False)]
)
def test_nama_yang_membaca_lembar_baru(rumus, kena):
    """A name that leads to a sheet written anew, as a whole word in a formula of the user's."""
    paket = _nama(milik(rumus), {"NamaKu": "'xlwings.conf'!$A$1", "NamaKu2": "PK!$A$1", "XNamaKu": "PK!$A$1"})
    minta_bila_dirujuk(paket, ["xlwings.conf"])
    assert kalkulasi(paket)[1] is kena


def test_rumus_tanpa_nilai_tidak_diketahui():
    paket = milik("1+1")
    akar = paket.xml(part := paket.lembar()[CATATAN].part)
    for v in list(akar.iter("{*}v")):
        v.getparent().remove(v)
    paket.ganti(part, rangkai(akar))
    isi_tembolok(paket, SK)
    assert kalkulasi(paket)[1]


def test_buku_yang_belum_dihitung_tetap_dihitung():
    """Whoever saved it wanted it calculated; what the user's formula shows is nobody's result."""
    paket = milik("1+1")
    buku = BukuXml(paket)
    buku.hitung_ulang()
    buku.simpan()
    paket = Paket.dari_bytes(paket.ke_bytes(), "x.xlsm")
    isi_tembolok(paket, SK)
    assert kalkulasi(paket)[1]


@pytest.mark.parametrize(
    ("rumus", "lembar", "dihitung"),
    [
        ("'Capaian Kinerja'!F9", CATATAN, True),
        pytest.param("'Hasil Validasi'!A7", CATATAN, True, marks=pytest.mark.lengkap),
        pytest.param("SUM(F9:F12)", "Capaian Kinerja", True, marks=pytest.mark.lengkap),  # beside our table
        ("Pengukuran!N8*2", CATATAN, False),
    ],
)
def test_ringkasan_baru_menghitung_yang_membacanya(tmp_path, rumus, lembar, dihitung):
    berkas = Path(tmp_path / "x.xlsm")
    berkas.write_bytes(milik(rumus, lembar=lembar).ke_bytes())
    perintah.ringkas(berkas)
    perintah.validasi(berkas, tulis=True)
    assert kalkulasi(Paket.buka(berkas))[1] is dihitung


@pytest.mark.parametrize(
    ("isi", "dihitung"),
    [
        (Tulis("Simpulan! lihat Simpulan!A9"), False),  # a text is no formula
        (Tulis(1, rumus="Pengukuran!A8"), False),
        (Tulis(1, rumus="'Simpulan'!A9"), True),
        (Tulis(1, rumus='INDIRECT("Simpulan"&CHAR(33)&"A9")'), True),  # makes its reference itself
        (Tulis(1, rumus="LembarKu"), True),
        (Tulis(1, rumus="lembarku*2"), True),  # names know no capitals
        (Tulis("LembarKu – Simpulan"), False),
    ],
)
def test_rumus_yang_menyebut_lembar(isi, dihitung):
    """Only a formula that can read the sheet asks for a calculation, wherever else its name stands."""
    paket = milik("Pengukuran!N8*2")
    akar = paket.xml(paket.bagian_buku)
    nama = next(akar.iter("{*}definedName"))
    nama.addprevious(kita := nama.makeelement(nama.tag, {"name": "LembarKu"}))
    kita.text = "Simpulan!$A$9"
    paket.ganti(paket.bagian_buku, rangkai(akar))
    tulis_sel(paket, {CATATAN: {"J9": isi}}, hitung_ulang=False)
    (buku := BukuXml(paket)).atur_hitung(False)
    buku.simpan()
    minta_bila_dirujuk(paket, ["Simpulan"], sel_petunjuk(paket, SK))
    assert kalkulasi(paket)[1] is dihitung


@pytest.mark.parametrize(("rumus", "dihitung"), tiap(2, [("SUM(Petunjuk!$Z$9:$Z$40)", True), ("Pegawai!A8", False)]))
def test_hitungan_petunjuk_yang_dibaca_pengguna(tmp_path, rumus, dihitung):
    """The guide's own cells get their new values; a formula of the user's that reads them does not."""
    paket = milik(rumus)
    tulis_sel(paket, {"Pengukuran": {"N8": Tulis(None)}, "PK": {"B8": Tulis(None)}}, hitung_ulang=False)
    (berkas := tmp_path / "x.xlsm").write_bytes(paket.ke_bytes())
    perintah.validasi(berkas, tulis=True)
    assert kalkulasi(Paket.buka(berkas))[1] is dihitung


@pytest.mark.lengkap
@pytest.mark.parametrize("nilai_saja", [False, True])
def test_salinan_edar_tidak_dihitung_ulang(nilai_saja):
    paket = Paket.dari_bytes(contoh(), "x.xlsm")
    edarkan(paket, SK, nilai_saja=nilai_saja)
    assert kalkulasi(paket) == TENANG


def test_isi_dari_csv(tmp_path):
    """The whole command: inputs come in, every computed value is stored, nothing has to be calculated."""
    (tmp_path / "csv").mkdir()
    (tmp_path / "csv" / "pengukuran.csv").write_text("kode,realisasi\nS1.1,80\n", encoding="utf-8")
    berkas = tmp_path / "x.xlsm"
    berkas.write_bytes(contoh())
    perintah.isi(berkas, tmp_path / "csv")
    assert kalkulasi(Paket.buka(berkas)) == TENANG
