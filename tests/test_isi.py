"""Filling from CSV: rows find their place, everything is written as it was meant, nothing is lost."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl
import pytest
from banyak import satu_cepat
from buku_pendek import contoh, kosong
from hitungan import hitungan_sama

from lkjip_xl import perintah
from lkjip_xl.buku.baca import baca_buku
from lkjip_xl.buku.galat import GalatBerkas
from lkjip_xl.buku.paket import Paket
from lkjip_xl.buku.tulis import Tulis, tulis_sel
from lkjip_xl.inti.alamat import pecah
from lkjip_xl.inti.temuan import Tingkat
from lkjip_xl.isi import muat_csv
from lkjip_xl.lembar.bangun import bangun
from lkjip_xl.ringkasan.indikator import daftar_indikator
from lkjip_xl.ringkasan.perbandingan_tahun import perbandingan_tahun
from lkjip_xl.tabel.daftar_nilai import sel_daftar
from lkjip_xl.tabel.muat import muat_buku
from lkjip_xl.tabel.terakhir import terakhir

SKEMA = perintah.skema()
AKAR = Path(__file__).parents[1]


@pytest.fixture
def buku(tmp_path) -> Path:
    berkas = tmp_path / "buku dengan spasi & 'kutip'.xlsm"
    berkas.write_bytes(kosong(2024))
    return berkas


def folder(tmp_path: Path, **isi: str) -> Path:
    tujuan = tmp_path / "csv"
    tujuan.mkdir(exist_ok=True)
    for nama, teks in isi.items():
        (tujuan / f"{nama}.csv").write_text(teks, encoding="utf-8")
    return tujuan


INDIKATOR = "kode,jenjang,pernyataan,indikator,satuan,arah,sifat\n"
INDIKATOR += "S1.1,sasaran,Sasaran satu,Persentase penyerapan tenaga kerja,%,naik,akhir\n"
INDIKATOR += "S2.1,sasaran,Sasaran dua,Tingkat pengangguran,%,turun,akhir\n"


def test_kode_dan_nama(buku, tmp_path):
    sumber = folder(
        tmp_path,
        indikator=INDIKATOR,
        pengukuran='kode,indikator,target,realisasi\nS2.1,,"4,77","5,46 %"\n,PERSENTASE  penyerapan tenaga-kerja,75,"76,99%"\n',
    )
    hasil = perintah.isi(buku, sumber, sk=SKEMA)
    assert [(p.lembar, p.baris, p.cara) for p in hasil.penempatan if p.lembar == "Pengukuran"] == [
        ("Pengukuran", 8, "baru"),
        ("Pengukuran", 9, "baru"),
    ]
    assert [(t.kode, t.sel) for t in hasil.temuan] == [("CS-08", "A9")]
    data = muat_buku(buku, SKEMA)["pengukuran"].bingkai()
    assert list(data["kode"]) == ["S2.1", "S1.1"]
    assert list(data["capaian"]) == pytest.approx([85.53459119496855, 102.65333333333333])
    assert json.loads(perintah.penempatan_json(hasil))[-1]["berkas"] == "pengukuran.csv"


@pytest.mark.lengkap
def test_isi_kedua_memperbarui_baris_yang_sama(buku, tmp_path):
    sumber = folder(tmp_path, indikator=INDIKATOR, pengukuran="kode,realisasi\nS1.1,70\nS2.1,5\n")
    assert perintah.isi(buku, sumber, sk=SKEMA).diganti == []
    sumber = folder(tmp_path, pengukuran="kode,realisasi\nS2.1,6\n")
    hasil = perintah.isi(buku, sumber, sk=SKEMA)
    tempat = [(p.baris, p.cara) for p in hasil.penempatan if p.lembar == "Pengukuran"]
    assert tempat == [(9, "kunci")] and hasil.diganti == ["Pengukuran!N9"]
    assert [r["realisasi"] for _, r in muat_buku(buku, SKEMA)["pengukuran"].rekaman()] == [70.0, 6.0]


@pytest.mark.lengkap
@pytest.mark.parametrize("laporan", satu_cepat(perintah.CONTOH))
def test_isi_kedua_tidak_menambah_baris(laporan, tmp_path):
    """A row whose key is a year or a number finds itself again, in every sheet."""
    berkas = tmp_path / "b.xlsm"
    berkas.write_bytes((AKAR / "workbooks/contoh" / perintah.CONTOH[laporan]).read_bytes())
    sebelum = {i: list(t.baris) for i, t in muat_buku(berkas, SKEMA).tabel.items()}
    hasil = perintah.isi(berkas, AKAR / "workbooks/contoh" / laporan, sk=SKEMA)
    assert [(p.lembar, p.baris) for p in hasil.penempatan if p.cara == "baru"] == []
    assert {i: list(t.baris) for i, t in muat_buku(berkas, SKEMA).tabel.items()} == sebelum


def test_nama_tak_dikenal_dan_ganda(buku, tmp_path):
    ganda = INDIKATOR + "S3.1,sasaran,Tiga,Tingkat pengangguran,%,turun,akhir\n"
    sumber = folder(tmp_path, indikator=ganda, pengukuran="indikator,realisasi\nTidak ada,1\nTingkat pengangguran,2\n")
    hasil = perintah.isi(buku, sumber, sk=SKEMA)
    assert [t.kode for t in hasil.temuan] == ["CS-10", "CS-09"]
    data = muat_buku(buku, SKEMA)["pengukuran"].bingkai()
    assert list(data["realisasi"]) == [1.0, 2.0]  # nothing is lost: the values stand there, the kode is missing
    assert list(data["indikator"]) == ["Tidak ada", "Tingkat pengangguran"]  # and no figure without its name


@pytest.mark.lengkap
def test_satuan_tercetak_yang_bertentangan_tetap_tampak(buku, tmp_path):
    """A unit that contradicts the row's is never dropped: the cell keeps it, and validation says so as after typing."""
    ukur = 'kode,target,realisasi\nS1.1,75 %,4 Dokumen\nS2.1,"4,77","5,46 persen"\n'
    hasil = perintah.isi(buku, folder(tmp_path, indikator=INDIKATOR, pengukuran=ukur), sk=SKEMA)
    assert hasil.temuan == []
    sel = baca_buku(buku).lembar["Pengukuran"].sel
    letak = muat_buku(buku, SKEMA)["pengukuran"].letak
    assert [sel[(b, letak[k])].nilai for b in (8, 9) for k in ("target", "realisasi")] == [
        75.0,
        "4 Dokumen",
        4.77,
        5.46,
    ]
    temuan = [t for t in perintah.validasi(buku, sk=SKEMA).temuan if t.kode == "AN-10"]
    assert [(t.lembar, t.sel, t.tingkat) for t in temuan] == [
        ("Pengukuran", muat_buku(buku, SKEMA)["pengukuran"].alamat(8, "realisasi"), Tingkat.PERINGATAN)
    ]


def test_tahun_di_kepala_menurut_buku(buku, tmp_path):
    """The years of the workbook name the year columns where no settings come along."""
    perintah.isi(
        buku, folder(tmp_path, pengaturan="pengaturan,nilai\nrenstra_awal,2024\nrenstra_akhir,2028\n"), sk=SKEMA
    )
    (tmp_path / "csv" / "pengaturan.csv").unlink()
    hasil = perintah.isi(buku, folder(tmp_path, indikator=INDIKATOR, renstra="kode,Target 2025\nS1.1,76\n"), sk=SKEMA)
    assert hasil.temuan == [] and muat_buku(buku, SKEMA)["renstra"].isi(8)["target_2"] == 76.0


def test_kelipatan_di_satuan_lain_tetap_tampak(buku, tmp_path):
    """ "4 ribu" of persons and "1 jam" of minutes are not 4 and 1 in silence."""
    isi = INDIKATOR + "S3.1,sasaran,Tiga,Waktu tanggap,menit,turun,akhir\nS4.1,sasaran,Empat,Lulusan,orang,naik,akhir\n"
    ukur = "kode,target,realisasi\nS3.1,30,1 jam\nS4.1,5000,4 ribu\n"
    perintah.isi(buku, folder(tmp_path, indikator=isi, pengukuran=ukur), sk=SKEMA)
    t = muat_buku(buku, SKEMA)["pengukuran"]
    sel = [x.sel for x in perintah.validasi(buku, sk=SKEMA).temuan if x.kode == "AN-10"]
    assert sel == [t.alamat(8, "realisasi"), t.alamat(9, "realisasi")]


def test_tulisan_tercetak_dibandingkan_dengan_indikator(buku, tmp_path):
    """What a row repeats of Indikator is held against it: spelling, another indicator's name, another unit."""
    ukur = "kode,indikator,satuan,realisasi\nS1.1,Persentase penyerapan tenaga kerja,persen,1\n"
    pk = "kode,versi,indikator,satuan,target\nS1.1,murni,Tingkat pengangguran,dokumen,1\nS2.1,murni,Tingkat penganguran,Prosen,2\n"
    hasil = perintah.isi(buku, folder(tmp_path, indikator=INDIKATOR, pengukuran=ukur, pk=pk), sk=SKEMA)
    t = muat_buku(buku, SKEMA)["pk"]
    assert [(x.kode, x.sel) for x in hasil.temuan] == [
        ("CS-13", t.alamat(8, "indikator")),
        ("CS-14", t.alamat(8, "satuan")),
        ("CS-12", t.alamat(9, "indikator")),
    ]


def test_satuan_tercetak_yang_kosong_di_indikator(buku, tmp_path):
    """A unit that Indikator does not have is not dropped: named where a column prints it, shown where the cell does."""
    tanpa = INDIKATOR.replace(",%,", ",,")
    assert tanpa != INDIKATOR
    ukur = "kode,satuan,target,realisasi\nS1.1,persen,75 kasus,76\nS2.1,-,4,5\n"
    hasil = perintah.isi(buku, folder(tmp_path, indikator=tanpa, pengukuran=ukur), sk=SKEMA)
    t = muat_buku(buku, SKEMA)["pengukuran"]
    assert [(x.kode, x.sel) for x in hasil.temuan] == [("CS-43", t.alamat(8, "satuan"))]
    b = t.sel[8, "target"].bacaan
    assert b is not None and (t.nilai(8, "target"), b.satuan) == (75.0, "kasus")


def test_kolom_ganda(buku, tmp_path):
    """One field in two columns: equal contents are one, different ones are both named and neither is taken."""
    uang = "level,nama,pagu,realisasi_rp,realisasi_rp\nprogram,Program A,10,3298398093,1\nprogram,Program B,20,7,7\n"
    hasil = perintah.isi(buku, folder(tmp_path, anggaran=uang), sk=SKEMA)
    assert [(t.kode, t.lembar, t.sel) for t in hasil.temuan] == [("CS-15", "anggaran.csv", "2")]
    isi = [r for _, r in muat_buku(buku, SKEMA)["anggaran"].rekaman()]
    assert [(r["pagu"], r["realisasi_rp"]) for r in isi] == [(10.0, None), (20.0, 7.0)]


def test_tahun_yang_tidak_dimuat_bukan_salah_tulis(buku, tmp_path):
    """A fourth earlier year is no slip of the third: no other year is proposed for it."""
    for kepala, usul in (("realisasi_4", False), ("realisasi_2", True), ("realisas_3", True)):
        sumber = folder(tmp_path, indikator=INDIKATOR, riwayat=f"kode,realisasi_1,{kepala}\nS1.1,80,81\n")
        pesan = [t.pesan for t in perintah.isi(buku, sumber, sk=SKEMA).temuan if t.kode == "CS-04"]
        assert len(pesan) == (kepala != "realisasi_2")
        assert all(("realisasi_3" in x) is usul for x in pesan)


def test_berkas_dan_kolom_tak_dikenal(buku, tmp_path):
    sumber = folder(tmp_path, indikatr=INDIKATOR, pengukuran="kode,realisai\nS1.1,1\n")
    kode = [t.kode for t in perintah.isi(buku, sumber, sk=SKEMA).temuan]
    assert kode == ["CS-03", "CS-04"]


@pytest.mark.parametrize(("isi", "kode"), [({}, "CS-02"), (None, "CS-01")])
def test_folder_kosong_atau_hilang(buku, tmp_path, isi, kode):
    sebelum = buku.read_bytes()
    sumber = folder(tmp_path, **isi) if isi is not None else tmp_path / "tidak ada"
    with pytest.raises(GalatBerkas) as galat:
        perintah.isi(buku, sumber, sk=SKEMA)
    assert galat.value.kode == kode
    assert buku.read_bytes() == sebelum


def test_csv_excel_indonesia(buku, tmp_path):
    """Semicolons, byte-order mark, Indonesian numbers, year headers."""
    teks = "\ufeffKode;target_2024;Target 2025\nS1.1;75,5;1.762\n"
    sumber = folder(tmp_path, pengaturan="pengaturan,nilai\ntahun,2024\nrenstra_awal,2024\nrenstra_akhir,2026\n")
    (sumber / "renstra.csv").write_text(teks, encoding="utf-8")
    perintah.isi(buku, sumber, sk=SKEMA)
    data = muat_buku(buku, SKEMA)["renstra"].bingkai()
    assert data.loc[8, ["target_1", "target_2"]].tolist() == [75.5, 1762.0]


def test_rumus_dari_csv_menjadi_teks(buku, tmp_path):
    sumber = folder(tmp_path, indikator=INDIKATOR + 'S3.1,sasaran,"=HYPERLINK(""http://x"")",@SUM(A1),%,naik,akhir\n')
    hasil = perintah.isi(buku, sumber, sk=SKEMA)
    assert [t.kode for t in hasil.temuan] == ["CS-11", "CS-11"]
    sel = baca_buku(buku).lembar["Indikator"].sel
    assert sel[(10, 4)].rumus is None and sel[(10, 4)].nilai == '=HYPERLINK("http://x")'


def test_angka_rusak_ditulis_apa_adanya(buku, tmp_path):
    sumber = folder(tmp_path, anggaran="level,nama,pagu\nprogram,Program A,1.168.800.00\n")
    hasil = perintah.isi(buku, sumber, sk=SKEMA)
    assert [t.kode for t in hasil.temuan] == ["AN-01"]
    lembar = baca_buku(buku).lembar["Anggaran"]
    kolom = list(SKEMA.lembar["anggaran"].kolom).index("pagu") + 1
    assert lembar.sel[(8, kolom)].nilai == "1.168.800.00"


def test_desimal_tercetak_tetap_tampak(buku, tmp_path):
    sumber = folder(tmp_path, indikator=INDIKATOR, pengukuran='kode,target,realisasi\nS1.1,"90,10","90,0"\n')
    perintah.isi(buku, sumber, sk=SKEMA)
    t = muat_buku(buku, SKEMA)["pengukuran"]
    assert (t.desimal(8, "target"), t.desimal(8, "realisasi")) == (2, 1)


def test_baris_setinggi_teksnya_juga_huruf_kapital(buku, tmp_path):
    """Capitals are wider: what fits into one line in small letters takes two."""
    nama = "Program Pelatihan Kerja dan Produktivitas Tenaga Kerja"
    sumber = folder(tmp_path, penunjang=f"kode,level,nama\nS1.1,program,{nama}\nS1.1,program,{nama.upper()}\n")
    perintah.isi(buku, sumber, sk=SKEMA)
    ws = openpyxl.load_workbook(buku)["Penunjang"]
    assert ws.row_dimensions[8].height < 20 < ws.row_dimensions[9].height


def test_hanya_sel_yang_disebut_berubah(buku, tmp_path):
    sumber = folder(tmp_path, indikator=INDIKATOR)
    sebelum = {n: dict(x.sel) for n, x in baca_buku(buku).lembar.items()}
    perintah.isi(buku, sumber, sk=SKEMA)
    sesudah = baca_buku(buku).lembar
    hidup = sel_daftar(Paket.buka(buku), muat_buku(buku, SKEMA))  # the checklist counts what came in
    for alamat, nilai in (hidup | {"C5": terakhir(Paket.buka(buku))}).items():  # and the line beside it says so
        tempat = pecah(alamat)
        sebelum["Petunjuk"][tempat] = sebelum["Petunjuk"][tempat]._replace(nilai=nilai)
    for nama, lembar in sesudah.items():
        if nama != "Indikator":
            assert lembar.sel == sebelum[nama], nama


@pytest.mark.lengkap
@pytest.mark.parametrize("laporan", satu_cepat(perintah.CONTOH))
def test_buku_dan_csv_memberi_data_yang_sama(buku, laporan):
    sumber = AKAR / "tests" / "data" / laporan / "tercetak"
    buku.write_bytes(bangun(SKEMA, {"tahun": 2024}))  # room for every row of a whole report
    perintah.isi(buku, sumber, sk=SKEMA)
    dari_buku, dari_csv = muat_buku(buku, SKEMA), muat_csv(sumber, SKEMA)
    for i in SKEMA.lembar:
        assert dari_buku[i].bingkai().equals(dari_csv[i].bingkai()), i


@pytest.mark.lengkap
@pytest.mark.lo
@pytest.mark.parametrize("laporan", satu_cepat(perintah.CONTOH))
def test_contoh_dihitung_sama_oleh_libreoffice(laporan, libreoffice):
    hitungan_sama(AKAR / "workbooks" / "contoh" / perintah.CONTOH[laporan], libreoffice)


def test_tiap_sel_terisi_terhitung(buku, tmp_path):
    f = folder(
        tmp_path,
        indikator="kode,indikator,satuan,warna\nS1.1,Angka A,%,merah\nS1.2,Angka B,%,\n",
        pengukuran="kode,indikator,target,realisasi,target\nS1.1,Angka A,80,75,81\nS1.2,Angka B,60,61,60,lebih\n",
    )
    h = perintah.isi(buku, f, sk=SKEMA)
    assert (h.sel, h.sama, len(h.tercetak), dict(+h.dibuang)) == (11, 1, 2, {"CS-04": 1, "CS-06": 1, "CS-15": 2})
    assert h.kode_keluar() == 1  # one field with two figures
    semua = sum(x.strip() != "" for p in f.iterdir() for b in p.read_text().split("\n") for x in b.split(","))
    assert h.sel + h.sama + len(h.tercetak) + h.dibuang.total() + h.kepala == semua


def test_isi_kedua_menulis_tidak_satu_sel_pun(buku, tmp_path):
    f = folder(
        tmp_path,
        indikator="kode,indikator,satuan\nS1.1,Angka A,%\nS1.2,Angka B,%\n",
        pengukuran='kode,target,realisasi\nS1.1,80,-\nS1.2,"60,50",WTP\n',
    )
    pertama = perintah.isi(buku, f, sk=SKEMA)
    isi = buku.read_bytes()
    kedua = perintah.isi(buku, f, sk=SKEMA)
    assert (kedua.sel, kedua.sama) == (0, pertama.sel)
    assert {t.tingkat for t in pertama.temuan} == {Tingkat.CATATAN} and not kedua.temuan  # said when they were filled
    assert kedua.kode_keluar() == 0
    assert buku.read_bytes() == isi


def test_tidak_satu_pun_dipakai_bukan_keberhasilan(buku, tmp_path):
    h = perintah.isi(buku, folder(tmp_path, pengukuran="a,b\n1,2\n"), sk=SKEMA)
    assert (h.kode_keluar(), h.sel, dict(h.dibuang)) == (1, 0, {"CS-04": 2})


def test_setelan_dihitung_sel_demi_sel(buku, tmp_path):
    """Beside names and values (CS-30), a name twice (CS-31), a note (CS-26), an unknown name: counted, and told once."""
    teks = "No,Pengaturan,Nilai,Keterangan\n1,tahun,2024,wajib\nA,instansi,Dinas Uji,\n3,kabupaten,,lihat SK\n4,warna,biru,\ncatatan penting\n"
    h = perintah.isi(buku, folder(tmp_path, pengaturan=teks), sk=SKEMA)
    assert [t.kode for t in h.temuan] == ["CS-04", "CS-26", "CS-30"]
    assert +h.dibuang == {"CS-30": 3, "CS-04": 1, "CS-26": 1} and (h.sel + h.sama, h.kepala) == (2, 4 + 4 + 3)
    assert (
        muat_buku(buku, SKEMA).setelan["TahunLaporan"] == 2024 and muat_buku(buku, SKEMA).setelan["Kabupaten"] is None
    )
    for dua, kode, banyak in (("2024", [], 1), ("2025", ["CS-31"], 0)):
        h = perintah.isi(buku, folder(tmp_path, pengaturan=f"tahun,2024\ntahun,{dua}\ninstansi,Dinas Uji\n"), sk=SKEMA)
        assert [t.kode for t in h.temuan] == kode and h.sel + h.sama == 3 - 2 * bool(kode)
        assert h.dibuang.total() == 2 * bool(kode) and h.kode_keluar() == int(bool(kode)) and banyak + bool(kode) == 1


def test_daftar_koreksi_disebut(buku, tmp_path):
    """The list of corrections of an example is no table, which is said and counted."""
    h = perintah.isi(buku, folder(tmp_path, indikator=INDIKATOR, koreksi="id,sel\n1,A1\n"), sk=SKEMA)
    assert [(t.kode, t.lembar) for t in h.temuan] == [("CS-42", "koreksi.csv")] and h.dibuang["CS-42"] == 4
    (tmp_path / "csv" / "koreksi.csv").unlink()
    h = perintah.isi(buku, folder(tmp_path, indikator=INDIKATOR), sk=SKEMA)
    assert "CS-42" not in [t.kode for t in h.temuan]


def test_csv_tak_dikenal_dihitung_dan_catatannya_tampak(buku, tmp_path):
    """A file whose name is no sheet: its cells are not used (CS-03); where nothing else is there, too, all that was said stays."""
    f = folder(tmp_path, catatan_rapat="a,b\n1,\n", satuan="satuan\nkw/ha\n")
    (f / "gambar.png").write_bytes(b"x")
    h = perintah.isi(buku, f, sk=SKEMA)
    assert [t.kode for t in h.temuan] == ["AB-17", "CS-03"] and h.dibuang == {"CS-03": 3} and h.sel == 1
    (f / "satuan.csv").unlink()
    h = perintah.isi(buku, f, sk=SKEMA)
    assert (
        [t.kode for t in h.temuan] == ["CS-02", "AB-17", "CS-03"] and h.kode_keluar() == 1 and h.dibuang == {"CS-03": 3}
    )


def test_isi_di_bawah_kepala_kosong(buku, tmp_path):
    h = perintah.isi(buku, folder(tmp_path, satuan="satuan,\nkw/ha,catatan\nekor,\n"), sk=SKEMA)
    assert [t.kode for t in h.temuan] == ["CS-06"] and h.dibuang == {"CS-06": 1} and h.sel == 2


def test_berkas_yang_ditulis_lain(buku, tmp_path):
    """Windows-1252, a field too many and a row beyond those ready-made: each is said, nothing is dropped silently."""
    sumber = folder(tmp_path, satuan="satuan\nm2\n")
    (sumber / "satuan.csv").write_bytes("satuan\nm²,lebih\n".encode("cp1252"))
    hasil = perintah.isi(buku, sumber, sk=SKEMA)
    assert [t.kode for t in hasil.temuan] == ["CS-05", "CS-06"]
    banyak = SKEMA.lembar["satuan"].baris + 1
    (sumber / "satuan.csv").write_text("satuan\n" + "".join(f"satuan {i}\n" for i in range(banyak)), encoding="utf-8")
    kode = [t.kode for t in perintah.isi(buku, sumber, sk=SKEMA).temuan]
    assert set(kode) == {"CS-07"}


@pytest.mark.parametrize("tahun", ["²", "9" * 5000, "٢٠٢٤"])
def test_tahun_yang_bukan_bilangan(buku, tmp_path, tahun):
    """The year heads columns: one that is no number heads none, and stands in its cell as it was."""
    sumber = folder(tmp_path, pengaturan=f"tahun,instansi\n{tahun},Dinas Uji\n", renstra="kode,Target 2024\nS1.1,1\n")
    assert perintah.isi(buku, sumber, sk=SKEMA).kode_keluar() in (0, 1)


def test_persen_ribuan_di_antara_desimal_ditanyakan_dan_tetap_tertulis(tmp_path: Path) -> None:
    """92.825 among percentages with a comma keeps its text; of counts, components, and a column without decimals nothing is asked."""
    (tmp_path / "indikator.csv").write_text(
        "kode,jenjang,indikator,satuan,arah\nS1,sasaran,A,%,naik\nS2,sasaran,B,%,naik\nS3,sasaran,C,orang,naik\n",
        "utf-8",
    )
    ukur = 'kode,target,pembilang,realisasi\nS1,90,2.741,92.825\nS2,90,"3,5","{}"\nS3,2.500,,2.741\n'
    for lain, teks in (("93,15", "92.825"), ("93", None)):
        (tmp_path / "pengukuran.csv").write_text(ukur.format(lain), "utf-8")
        buku = muat_csv(tmp_path, perintah.skema())
        assert [t.sel for t in buku.temuan if t.kode == "AN-13"] == (["N8"] if teks else [])
        sel = buku["pengukuran"].sel
        assert [sel[b, "realisasi"].teks for b in (8, 9, 10)] == [teks, None, None] and sel[8, "pembilang"].teks is None


def test_angka_warisan_tampak_dengan_desimal_sumbernya(buku, tmp_path):
    """86,50 in Renstra is 86,50 in PK and Pengukuran, a quarter's 94,50 is the year's; what gets more decimals shows them."""
    sumber = folder(
        tmp_path,
        indikator=INDIKATOR + "S1.2,sasaran,,Nilai B,nilai,naik,akhir\n",
        pengaturan="pengaturan,nilai\ntahun,2024\nrenstra_awal,2024\nrenstra_akhir,2026\n",
        renstra='kode,target_1,target_2\nS1.1,"86,50","87,00"\nS1.2,3,4\n',
        pk="versi,kode\nmurni,S1.1\nmurni,S1.2\n",
        triwulan='kode,tw,realisasi\nS1.1,IV,"94,50"\nS1.2,IV,3\n',
        pengukuran="kode\nS1.1\nS1.2\n",
    )
    perintah.isi(buku, sumber)
    wb, kerja = openpyxl.load_workbook(buku), muat_buku(buku, SKEMA)
    for i, kolom in (("pk", "target"), ("pengukuran", "target"), ("pengukuran", "realisasi")):
        t = kerja[i]
        assert [wb[t.lembar][t.alamat(b, kolom)].number_format for b in t.baris] == ["#,##0.00####", "General"], (
            i,
            kolom,
        )
    x = daftar_indikator(kerja)[0]
    assert (x.desimal_target, x.desimal_realisasi) == (2, 2)


WAKTU = {
    "tahun lain": ("Tahun", ["2023", "2024"], [(56.0, 57.0)], 1),
    "tahun dengan kata": ("Tahun Anggaran", ["Tahun 2022", "Tahun 2024"], [(56.0, 57.0)], 1),
    "triwulan": ("Triwulan", ["TW I", "II"], [], 2),
    "tahun laporan saja": ("Tahun", ["", "2024"], [(54.0, 55.0), (56.0, 57.0)], 0),
    "tahun digabung ke bawah": ("Tahun", ["2023", ""], [], 2),
    "tahun laporan digabung ke bawah": ("Tahun", ["2024", ""], [(54.0, 55.0), (56.0, 57.0)], 0),
    "triwulan lalu setahun": ("Triwulan", ["TW IV", ""], [(56.0, 57.0)], 1),
    "tahun tentang hal lain": ("Tahun Dasar", ["2020", "2020"], [(54.0, 55.0), (56.0, 57.0)], 0),
}


@pytest.mark.parametrize("kasus", WAKTU)
def test_baris_tahun_lain_dan_triwulan_tidak_menjadi_angka_setahun(kasus: str, buku, tmp_path) -> None:
    """A row of another year or of a quarter has no place where a row is the report's year (CS-27)."""
    kepala, waktu, ada, dilewati = WAKTU[kasus]
    h = perintah.isi(buku, folder(tmp_path, pengaturan="pengaturan,nilai\ntahun,2024\n",
                                  pengukuran=f"kode,{kepala},target,realisasi\nS1.1,{waktu[0]},54,55\nS1.2,{waktu[1]},56,57\n"), sk=SKEMA)  # fmt: skip
    assert [t.kode for t in h.temuan].count("CS-27") == dilewati
    assert h.dibuang["CS-27"] == 3 * dilewati + sum(x != "" for x in waktu[:dilewati])
    isi = [(r["target"], r["realisasi"]) for _, r in muat_buku(buku, SKEMA)["pengukuran"].rekaman()]
    assert isi == ada


def test_yang_diketik_tampak_dengan_desimal_di_sampingnya(tmp_path):
    """A spreadsheet keeps a typed 86,50 as 86.5: beside 85,55 it is 86,50 again; a whole number, or one whose form is known, stays."""
    kasus = (
        (86.5, 85.55, (2, 2)),
        (75.0, 76.99, (0, 2)),
        (90.125, 90.5, (3, 3)),
        (86.5, 75.0, (1, 0)),
        (86.5, 85.5, (1, 1)),
    )
    paket = Paket.dari_bytes(contoh(), "B.xlsm")
    for target, realisasi, desimal in kasus:
        tulis_sel(
            paket, {"Pengukuran": {"F8": Tulis(target, format="General"), "N8": Tulis(realisasi, format="General")}}
        )
        x = daftar_indikator(muat_buku(paket, SKEMA))[0]
        assert (x.desimal_target, x.desimal_realisasi) == desimal, (target, realisasi)
    tulis_sel(paket, {"Pengukuran": {"F8": Tulis(86.5, format="0.0"), "N8": Tulis(85.55, format="General")}})
    assert daftar_indikator(muat_buku(paket, SKEMA))[0].desimal_target == 1


def test_tahun_lalu_yang_diketik_tampak_dengan_desimal_tahun_ini():
    """Last year's 85,90, typed and kept as 85.9, beside 87,05; with a form of its own it stays, and so does a whole number."""
    paket = Paket.dari_bytes(contoh(), "B.xlsm")
    t = muat_buku(paket, SKEMA)["riwayat"]
    letak = t.baris[0]
    sel = t.alamat(letak, "realisasi_1")
    for lalu, bentuk, harap in ((85.9, "General", 2), (85.9, "0.0", 1), (86.0, "General", 0)):
        tulis_sel(
            paket, {"Pengukuran": {"N8": Tulis(87.05, format="General")}, "Riwayat": {sel: Tulis(lalu, format=bentuk)}}
        )
        baris = next(r for r in perbandingan_tahun(muat_buku(paket, SKEMA)).baris if r.nilai.get("kode") == "S1.1")
        assert baris.desimal["realisasi_1"] == harap
