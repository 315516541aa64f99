"""Reading a damaged workbook: every trouble has its code and cell, and everything else is still read."""

from __future__ import annotations

import io
import re

import openpyxl
import pytest
from banyak import satu_cepat
from buku_pendek import contoh

from lkjip_xl import perintah
from lkjip_xl.buku.galat import GalatBerkas
from lkjip_xl.buku.paket import Paket
from lkjip_xl.buku.tulis import Tulis, tulis_sel
from lkjip_xl.inti.alamat import sel as alamat
from lkjip_xl.inti.fungsi import Galat
from lkjip_xl.inti.temuan import Tingkat
from lkjip_xl.rapikan import usulan
from lkjip_xl.skema.cek import DARI_SKEMA
from lkjip_xl.skema.versi import nama_baris
from lkjip_xl.tabel.model import Asal, BukuKerja
from lkjip_xl.tabel.muat import muat_buku
from lkjip_xl.validasi.periksa import periksa

SKEMA = perintah.skema()
KOLOM = {s.id: {k: i for i, k in enumerate(s.kolom, 1)} for s in SKEMA.lembar.values()}


@pytest.fixture
def ubah(tmp_path):
    """Change the Magetan example with openpyxl and read it: `ubah(lambda wb: …)` → BukuKerja."""

    def jalankan(perubahan):
        wb = openpyxl.load_workbook(io.BytesIO(contoh()), keep_vba=True)
        perubahan(wb)
        berkas = tmp_path / "ubah.xlsm"
        wb.save(berkas)
        wb.vba_archive.close()  # openpyxl leaves it open for writing
        return muat_buku(berkas, SKEMA)

    return jalankan


def diisi(lembar: str, isi: dict[tuple[int, int], object]) -> BukuKerja:
    """The example with other content in cells of a sheet, by row and column: quicker than openpyxl, which writes every sheet anew."""
    paket = Paket.dari_bytes(contoh(), "ubah.xlsm")
    tulis_sel(paket, {lembar: {alamat(*x): v if isinstance(v, Tulis) else Tulis(v) for x, v in isi.items()}})
    bagian = paket.lembar()[lembar].part
    belum = re.sub(rb"(<f>1/0</f>)<v(/>|></v>)", rb"\1", paket.baca(bagian))  # a formula nobody has computed
    paket.ganti(bagian, belum)
    return muat_buku(Paket.dari_bytes(paket.ke_bytes(), "ubah.xlsm"), SKEMA)


def berlembar(*, hapus: str = "", nama: tuple[str, str] | None = None, sembunyi: str = "") -> BukuKerja:
    """The example without a sheet, with one of another name, with one hidden."""
    paket = Paket.dari_bytes(contoh(), "ubah.xlsm")
    buku = paket.baca(paket.bagian_buku).decode()
    nomor = list(paket.lembar()).index(hapus) if hapus else len(paket.lembar())

    def milik(m: re.Match[str]) -> str:
        """Names of one sheet go with it, those of later sheets count one less."""
        i = int(m[2])
        return "" if i == nomor else f"{m[1]}{i - (i > nomor)}{m[3]}"

    buku = re.sub(r'(<definedName [^>]*localSheetId=")(\d+)("[^>]*>[^<]*</definedName>)', milik, buku)
    for lama in filter(None, (hapus, sembunyi, *(nama or ())[:1])):
        (asal,) = re.findall(rf'<sheet [^>]*name="{lama}"[^>]*/>', buku)
        baru = "" if lama == hapus else asal.replace(f'"{lama}"', f'"{nama[1] if nama else lama}"')
        buku = buku.replace(asal, baru.replace("<sheet ", '<sheet state="hidden" ') if lama == sembunyi else baru)
    paket.ganti(paket.bagian_buku, buku.encode())
    return muat_buku(Paket.dari_bytes(paket.ke_bytes(), "ubah.xlsm"), SKEMA)


def berversi(versi: str) -> Paket:
    """The example, which says that it is of that template."""
    paket = Paket.dari_bytes(contoh(), "ubah.xlsm")
    lama = paket.baca(paket.bagian_buku)
    baru, n = re.subn(rb'(name="VersiTemplat"[^>]*>)[^<]*', lambda m: m[1] + versi.encode(), lama)
    assert n == 1
    paket.ganti(paket.bagian_buku, baru)
    return paket


def kode(buku):
    return [(t.kode, t.lembar, t.sel) for t in buku.temuan]


def test_tanpa_perubahan_bersih(ubah):
    buku = ubah(lambda wb: None)
    assert buku.temuan == []
    assert [r["kategori"] for _, r in buku["pengukuran"].rekaman()] == [
        "Sangat Berhasil",
        "Sangat Berhasil",
        "Berhasil",
        "Sangat Berhasil",
    ]


def test_lembar_hilang_dan_berganti_nama():
    buku = berlembar(hapus="Belanja", nama=("Pengukuran", "Pengukuran Kinerja"))
    assert kode(buku) == [("LB-01", "Pengukuran", ""), ("LB-01", "Belanja", "")]
    assert "Pengukuran Kinerja" in buku.temuan[0].pesan
    assert not buku["belanja"].ada and not buku["belanja"].baris
    assert len(buku["anggaran"].baris) == 23


@pytest.mark.parametrize(
    ("hapus", "tambah", "tingkat"),
    [
        ("Belanja", "", Tingkat.PERINGATAN),  # no report needs it, and it is nowhere
        pytest.param(
            "Belanja", "Milik Saya", Tingkat.KESALAHAN, marks=pytest.mark.lengkap
        ),  # its figures may stand there
        ("Pengukuran", "", Tingkat.KESALAHAN),
    ],
)
def test_berat_lembar_yang_hilang(ubah, hapus: str, tambah: str, tingkat: Tingkat) -> None:
    def perubahan(wb):
        del wb[hapus]
        wb.create_sheet(tambah)

    buku = ubah(perubahan) if tambah else berlembar(hapus=hapus)
    assert [(x.kode, x.lembar, x.tingkat) for x in buku.temuan if x.kode == "LB-01"] == [("LB-01", hapus, tingkat)]


def test_lembar_yang_hilang_bukan_lembar_lain_milik_program():
    buku = berlembar(hapus="Pengaturan")
    hilang = next(x for x in buku.temuan if x.kode == "LB-01")
    assert hilang.lembar == "Pengaturan" and not [n for n in buku.lain if f'"{n}"' in hilang.pesan]


def test_nilai_di_kolom_bantu_tersembunyi_tidak_mengisi_baris():
    """A sheet whose formulas became values keeps figures in hidden columns of blank rows."""
    bantu = [k for k, x in SKEMA.lembar["pengukuran"].kolom.items() if x.tersembunyi]
    assert bantu
    buku = diisi("Pengukuran", {(60, KOLOM["pengukuran"][k]): 2.0 for k in bantu})
    assert 60 not in buku["pengukuran"].baris
    assert 60 in diisi("Pengukuran", {(60, KOLOM["pengukuran"]["capaian"]): 2.0})["pengukuran"].baris


@pytest.mark.lengkap
def test_huruf_besar_dan_spasi_nama_lembar_tidak_masalah():
    buku = berlembar(nama=("Rencana Aksi", "RENCANA  AKSI"))
    assert buku.temuan == [] and buku["rencana_aksi"].ada


@pytest.mark.lengkap
def test_kolom_berganti_nama():
    buku = diisi("Pengukuran", {(6, KOLOM["pengukuran"]["realisasi"]): "Realisasi akhir"})
    sel = f"{openpyxl.utils.get_column_letter(KOLOM['pengukuran']['realisasi'])}6"
    assert ("LB-02", "Pengukuran", sel) in kode(buku)
    assert [r["target"] for _, r in buku["pengukuran"].rekaman()] == [75.0, 35.35, 90.1, 85.5]


@pytest.mark.parametrize(
    ("kepala", "letak"),
    [
        ({(6, 6): "Target capaian kinerja sebelum"}, {"target_sebelum": 6, "lokasi_sebelum": 8}),
        ({(6, 6): "Kolom lama"}, {"target_sebelum": None, "lokasi_sebelum": 8}),
        ({(5, 6): "Lokasi", (5, 8): "Target"}, {"target_sebelum": 8, "lokasi_sebelum": 6, "target_sesudah": 9}),
    ],
)
def test_kepala_di_bawah_kelompok_lain_bukan_kolomnya(kepala, letak):
    """ "Sebelum" stands below Target and below Lokasi: one never takes the place of the other."""
    t = diisi("Renja", kepala)["renja"]
    assert {n: t.letak.get(n) for n in letak} == letak


def test_kolom_dan_baris_sisipan_tetap_terbaca(ubah):
    def perubahan(wb):
        ws = wb["LHE Rekomendasi"]  # openpyxl moves cells, not formulas: a sheet without any
        ws["A8"], ws["C8"], ws["E8"] = 2023, "Perbaiki cascading", "selesai"
        ws.sheet_state = "visible"
        ws.insert_cols(1)
        ws.insert_rows(1, 2)

    buku = ubah(perubahan)
    assert kode(buku) == []
    t = buku["lhe_rekomendasi"]
    assert t.baris == [10] and t.letak["rekomendasi"] == 4
    assert [t.nilai(10, k) for k in ("tahun", "rekomendasi", "status")] == [2023.0, "Perbaiki cascading", "selesai"]


def test_isi_sel_yang_salah():
    k = KOLOM["anggaran"]
    uang = {
        8: "1.168.800.00",
        9: Tulis(None, rumus="1/0"),
        10: "Rp 2.564.060.001,-",
        14: 12.5,
        15: "1.500,75",
    }
    lain = {(11, k["level"]): "kegiatn", (13, k["level"]): "kegiatan ", (12, k["target"]): Tulis(0.75, format="0%")}
    buku = diisi("Anggaran", {(b, k["realisasi_rp"]): x for b, x in uang.items()} | lain)
    sel = {b: buku["anggaran"].alamat(b, "realisasi_rp") for b in (8, 9, 10)}
    assert set(kode(buku)) == {
        ("AN-01", "Anggaran", sel[8]),
        ("AN-09", "Anggaran", sel[9]),
        ("AN-04", "Anggaran", sel[10]),
        ("AN-12", "Anggaran", buku["anggaran"].alamat(13, "level")),
        ("AN-05", "Anggaran", buku["anggaran"].alamat(12, "target")),
    }
    # choices and whole numbers are a matter of the schema's own checks
    t, laporan = buku["anggaran"], periksa(buku)
    dari_skema = {(x.kode, x.sel): x.nilai for x in laporan.temuan if x.kode in DARI_SKEMA}
    assert dari_skema == {
        ("LB-06", t.alamat(11, "level")): "kegiatn",
        ("AN-07", t.alamat(14, "realisasi_rp")): 12.5,
        ("AN-07", t.alamat(15, "realisasi_rp")): "1.500,75",
    }
    assert {("Anggaran", sel[8]), ("Anggaran", sel[9])} <= buku.dilewati
    assert buku["anggaran"].nilai(10, "realisasi_rp") == 2564060001.0
    assert buku["anggaran"].nilai(12, "target") == 75.0


@pytest.mark.parametrize(
    "isi", satu_cepat(["2.07\u00a001", "2.07  01", "2.07 01\u200b", "2.07\n01", " 2.07 01", "2.07 01"])
)
def test_kode_yang_tampak_sama_tetapi_lain_bagi_excel(isi):
    """MATCH does not find it, the rules do: the cell is reported, and with the plain kode nothing is."""
    buku = diisi("Anggaran", {(8, KOLOM["anggaran"]["kode"]): isi})
    harap = [] if isi == "2.07 01" else [("AN-12", "Anggaran", buku["anggaran"].alamat(8, "kode"))]
    assert kode(buku) == harap
    assert buku.indeks.baris("anggaran", "kode", "2.07 01") == 8


def test_sel_galat():
    buku = diisi("Pengukuran", {(8, KOLOM["pengukuran"]["realisasi"]): Galat.REF})
    assert [k[0] for k in kode(buku)] == ["AN-03"]
    assert buku["pengukuran"].nilai(8, "capaian") is Galat.REF


def test_rumus_ditimpa_diganti_dihapus():
    k = KOLOM["pengukuran"]
    t = diisi("Pengukuran", {(8, k["capaian"]): 102.65, (9, k["capaian"]): None, (10, k["target"]): 90.1})["pengukuran"]
    assert (t.asal(8, "capaian"), t.asal(9, "capaian"), t.asal(10, "target")) == (Asal.TIMPA, Asal.KOSONG, Asal.TIMPA)
    assert t.asal(11, "capaian") is Asal.RUMUS
    assert t.nilai(8, "capaian") == 102.65
    assert t.harap(8, "capaian") == pytest.approx(102.65333333333333)
    assert t.nilai(9, "capaian") is None


@pytest.mark.lengkap
def test_rumus_templat_yang_ditulis_lain_tetap_dikenal(ubah):
    k = KOLOM["pengukuran"]

    def perubahan(wb):
        sel = wb["Pengukuran"].cell(8, k["capaian"])
        sel.value = sel.value.replace("CAPAIAN(", "@Capaian( ")

    assert ubah(perubahan)["pengukuran"].asal(8, "capaian") is Asal.RUMUS


@pytest.mark.lengkap
def test_sel_isi_digabung(ubah):
    assert kode(ubah(lambda wb: wb["Pengukuran"].merge_cells("R8:R9"))) == [("LB-08", "Pengukuran", "R8")]


@pytest.mark.parametrize(("tulisan", "ragu"), [("92.825", True), ("92.825,5", False), ("92", False)])
def test_cara_tulis_kolom_menentukan_yang_meragukan(tulisan, ragu):
    """Among percentages with a decimal comma 92.825 may be 92,825: said with both readings, never decided."""
    volume = enumerate(("94,87", "88,87", "90,15", "77,41", tulisan), 8)
    buku = diisi("Anggaran", {(b, KOLOM["anggaran"]["volume"]): x for b, x in volume})
    sel = buku["anggaran"].alamat(12, "volume")
    milik = [(t.kode, t.pesan) for t in buku.temuan if t.sel == sel]
    assert [kode for kode, _ in milik] == ["AN-13" if ragu else "AN-04"]
    if ragu:
        assert "92.825" in milik[0][1] and "92,825" in milik[0][1]
        assert buku["anggaran"].nilai(12, "volume") == 92825.0
        assert [u.menjadi for u in usulan(buku) if u.sel == sel and not u.pasti] == [92.825]


@pytest.mark.parametrize("rusak", satu_cepat([True, False]))
def test_kepala_tabel_rusak(rusak):
    """One header left is none; with all but one the table is still found."""
    hapus = range(1, 5) if rusak else (5,)
    ada = [k for k, lembar, _ in kode(diisi("LHE Nilai", {(6, k): None for k in hapus})) if lembar == "LHE Nilai"]
    assert ("LB-09" in ada) is rusak and ("LB-02" in ada) is not rusak


@pytest.mark.lengkap
def test_kolom_tambahan_hanya_dicatat():
    buku = diisi("LHE Nilai", {(9, 12): "catatan sendiri"})
    assert kode(buku) == [("LB-11", "LHE Nilai", "L9")]


@pytest.mark.lengkap
def test_lembar_tersembunyi_tetap_dibaca_dan_dicatat():
    buku = berlembar(sembunyi="Aset")
    assert kode(buku) == [("LB-13", "Aset", "")]
    assert len(buku["aset"].baris) == 7


def test_bukan_buku_kami(tmp_path):
    wb = openpyxl.Workbook()
    wb.save(tmp_path / "lain.xlsx")
    with pytest.raises(GalatBerkas) as galat:
        muat_buku(tmp_path / "lain.xlsx", SKEMA)
    assert galat.value.kode == "BK-21"


def test_templat_lebih_baru():
    with pytest.raises(GalatBerkas) as galat:
        muat_buku(berversi("99"), SKEMA)
    assert galat.value.kode == "BK-20"


@pytest.mark.parametrize("versi", satu_cepat(["²", "1" * 5000, "-1", "x"]))
def test_versi_yang_bukan_bilangan(versi):
    with pytest.raises(GalatBerkas) as galat:
        muat_buku(berversi(versi), SKEMA)
    assert (galat.value.kode, len(galat.value.isi["versi"]) <= 20) == ("BK-20", True)


@pytest.mark.lengkap
def test_baris_siap_yang_bukan_bilangan(ubah):
    def rusak(wb):
        wb.defined_names.add(openpyxl.workbook.defined_name.DefinedName(nama_baris("anggaran"), attr_text="²"))

    assert ubah(rusak)["anggaran"].skema.baris == SKEMA.lembar["anggaran"].baris
