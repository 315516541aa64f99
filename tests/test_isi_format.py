"""Filling from every format that is read: the same cells, counts and messages as from CSV, and no table taken for another."""

from __future__ import annotations

import csv
import io
import zipfile
from html import escape
from pathlib import Path

import docx
import openpyxl
import pytest
from buku_pendek import kosong

from lkjip_xl import perintah
from lkjip_xl.buku.galat import GalatBerkas
from lkjip_xl.inti.temuan import Tingkat
from lkjip_xl.isi import muat_csv
from lkjip_xl.tabel.model import BukuKerja
from lkjip_xl.tabel.muat import muat_buku

SKEMA = perintah.skema()
TABEL = {
    "pengaturan": "pengaturan,nilai\ntahun,2024\nrenstra_awal,2024\nrenstra_akhir,2026\n",
    "Indikator": "kode,jenjang,indikator,satuan,arah\nS1.1,sasaran,Persentase sawah teraliri,%,naik\nS1.2,sasaran,Jumlah bendung,Unit,naik\n",
    "renstra": 'kode,Target 2024,target_2025\nS1.1,75,"76,50"\nS1.2,3,4\n',
    "Pengukuran": 'kode,indikator,target,realisasi\nS1.1,Persentase sawah teraliri,"75,00","74,10 %"\n,Jumlah bendung,3,2\n',
    "anggaran": "level,nama,pagu,realisasi_rp\nprogram,Program Irigasi,1.200.000.000,1.100.500.250\n,Jumlah,1.200.000.000,1.100.500.250\n",
}


def barisan(teks: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(teks)))


def tulis_csv(path: Path, tabel: dict[str, str]) -> Path:
    path.mkdir()
    for nama, teks in tabel.items():
        (path / f"{nama}.csv").write_text(teks, encoding="utf-8")
    return path


def tulis_xlsx(path: Path, tabel: dict[str, str]) -> Path:
    wb = openpyxl.Workbook()
    wb.remove(wb.active)
    for nama, teks in tabel.items():
        ws = wb.create_sheet(nama)
        for b in barisan(teks):
            ws.append([x or None for x in b])
    wb.save(path)
    return path


def tulis_docx(path: Path, tabel: dict[str, str]) -> Path:
    d = docx.Document()
    for n, (nama, teks) in enumerate(tabel.items(), 1):
        d.add_paragraph(f"Tabel {n}. {nama}" if n % 2 else nama)
        isi = barisan(teks)
        t = d.add_table(len(isi), len(isi[0]))
        for b, baris in enumerate(isi):
            for k, x in enumerate(baris):
                t.cell(b, k).text = x
    d.save(path)
    return path


def tulis_html(path: Path, tabel: dict[str, str]) -> Path:
    bagian = ["<!doctype html><meta charset=utf-8><body>"]
    for nama, teks in tabel.items():
        baris = "".join(f"<tr>{''.join(f'<td>{escape(x)}</td>' for x in b)}</tr>" for b in barisan(teks))
        bagian.append(f"<p>{nama}</p><table>{baris}</table>")
    path.write_text("".join(bagian), encoding="utf-8")
    return path


def tulis_pdf(path: Path, tabel: dict[str, str]) -> Path:
    from reportlab.lib import colors
    from reportlab.lib.pagesizes import A4, landscape
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Table

    gaya = ParagraphStyle("x", fontSize=9)
    alur = []
    for nama, teks in tabel.items():
        alur += [
            Paragraph(nama, gaya),
            Table(barisan(teks), style=[("GRID", (0, 0), (-1, -1), 0.5, colors.black)]),
            PageBreak(),
        ]
    SimpleDocTemplate(str(path), pagesize=landscape(A4)).build(alur)
    return path


PENULIS = {
    "a.xlsx": tulis_xlsx,
    "a.docx": tulis_docx,
    "a.html": tulis_html,
    "unduhan.xls": tulis_html,
    "a.pdf": tulis_pdf,
}


def isi_lembar(buku: BukuKerja) -> dict[str, list[dict[str, object]]]:
    return {i: [r for _, r in buku[i].rekaman()] for i in SKEMA.lembar if i != "pengaturan"}


@pytest.fixture
def buku(tmp_path: Path) -> Path:
    berkas = tmp_path / "LKjIP.xlsm"
    berkas.write_bytes(kosong(2024))
    return berkas


@pytest.mark.parametrize("nama", PENULIS)
def test_isi_yang_sama_dari_tiap_format(nama: str, tmp_path: Path) -> None:
    dari_csv = muat_csv(tulis_csv(tmp_path / "csv", TABEL), SKEMA)
    dari = muat_csv(PENULIS[nama](tmp_path / nama, TABEL), SKEMA)
    assert isi_lembar(dari) == isi_lembar(dari_csv)
    assert dari.setelan == dari_csv.setelan
    assert [(t.kode, t.lembar, t.sel) for t in dari.temuan] == [(t.kode, t.lembar, t.sel) for t in dari_csv.temuan]


def test_hitungan_sama_dengan_csv(buku: Path, tmp_path: Path) -> None:
    """Unknown columns, a field twice, a cell beyond the header: counted and told as for a CSV."""
    tabel = {
        "indikator": "kode,indikator,satuan,warna\nS1.1,Angka A,%,merah\nS1.2,Angka B,%,\n",
        "pengukuran": "kode,indikator,target,realisasi,target\nS1.1,Angka A,80,75,81\nS1.2,Angka B,60,61,60,lebih\n",
    }
    h = perintah.isi(buku, tulis_xlsx(tmp_path / "a.xlsx", tabel), sk=SKEMA)
    assert (h.sel, h.sama, len(h.tercetak), dict(+h.dibuang)) == (11, 1, 2, {"CS-04": 1, "CS-06": 1, "CS-15": 2})
    assert [(t.kode, t.lembar, t.sel) for t in h.temuan] == [
        ("CS-04", "a.xlsx!indikator", ""),
        ("CS-15", "a.xlsx!pengukuran", "A2"),
        ("CS-06", "a.xlsx!pengukuran", "F3"),
    ]
    assert h.kode_keluar() == 1
    kedua = perintah.isi(buku, tulis_docx(tmp_path / "a.docx", {"indikator": tabel["indikator"]}), sk=SKEMA)
    assert (kedua.sel, kedua.sama, kedua.kode_keluar()) == (0, 6, 0)


def test_angka_berformat_dan_kode_yang_tersimpan_sebagai_angka(buku: Path, tmp_path: Path) -> None:
    """What Excel stores is taken as it shows it: percent formats, decimals, kode and year without signs of their format."""
    wb = openpyxl.Workbook()
    ws = wb.active
    ws.title = "Anggaran"
    for b in (
        ["Kinerja dan anggaran"],
        ["(dalam ribuan rupiah)"],
        [],
        ["kode", "level", "nama", "pagu", "realisasi_rp"],
    ):
        ws.append(b)
    ws.append([1.1, "program", "Program A", 1200, "=D5-200"])
    ws.append([2, "program", "Program B", 1500.5, 1400])
    ws["A5"].number_format = "0.00"
    ukur = wb.create_sheet("Pengukuran")
    ukur.append(["kode", "target", "realisasi"])
    ukur.append(["S1", 0.9, 0.875])
    ukur["B2"].number_format, ukur["C2"].number_format = "0%", "0.00%"
    wb.save(tmp_path / "dpa.xlsx")
    h = perintah.isi(buku, tmp_path / "dpa.xlsx", sk=SKEMA)
    isi = [r for _, r in muat_buku(buku, SKEMA)["anggaran"].rekaman()]
    assert [(r["kode"], r["pagu"], r["realisasi_rp"]) for r in isi] == [("1.10", 1.2e6, None), ("2", 1500500.0, 1.4e6)]
    t = muat_buku(buku, SKEMA)["pengukuran"]
    assert [(t.isi(8)[k], t.desimal(8, k)) for k in ("target", "realisasi")] == [(90.0, 0), (87.5, 2)]
    assert [(x.kode, x.sel) for x in h.temuan if x.kode.startswith("CS")] == [("CS-25", "E5")]
    assert h.dibuang["CS-25"] == 1


def test_kepala_tercetak_dua_baris_dan_nomor_kolom(tmp_path: Path) -> None:
    """The sheet as it is printed: title, groups above the headers, numbering; one header twice is told apart by its group."""
    wb = openpyxl.Workbook()
    ws = wb.active
    ws.title = "Rencana"
    ws["A1"] = "Renja"
    for b in (
        ["Level", "Uraian", "Target", None, "Lokasi", None],
        [None, None, "Sebelum", "Sesudah", "Sebelum", "Sesudah"],
        ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"],
        ["program", "Program A", 3, 4, "Utara", "Selatan"],
    ):
        ws.append(b)
    judul = {k.judul for k in SKEMA.lembar["renja"].kolom.values()}
    ws["B2"] = SKEMA.lembar["renja"].kolom["nama"].judul
    assert ws["B2"].value in judul
    for kawasan in ("A2:A3", "B2:B3", "C2:D2", "E2:F2"):
        ws.merge_cells(kawasan)
    wb.save(tmp_path / "rencana.xlsx")
    ((_, r),) = muat_csv(tmp_path / "rencana.xlsx", SKEMA)["renja"].rekaman()
    assert [r[k] for k in ("nama", "target_sebelum", "target_sesudah", "lokasi_sebelum", "lokasi_sesudah")] == [
        "Program A", 3.0, 4.0, "Utara", "Selatan",
    ]  # fmt: skip


def test_kepala_bermakna_ganda_tidak_ditebak(buku: Path, tmp_path: Path) -> None:
    h = perintah.isi(
        buku, tulis_csv(tmp_path / "c", {"renja": "nama,Sebelum,Target: Sesudah\nProgram A,3,4\n"}), sk=SKEMA
    )
    assert [t.kode for t in h.temuan] == ["CS-16"] and h.dibuang["CS-16"] == 0 and h.dibuang["CS-04"] == 1
    ((_, r),) = muat_buku(buku, SKEMA)["renja"].rekaman()
    assert (r["target_sebelum"], r["target_sesudah"]) == (None, 4.0)


def test_beberapa_tabel_di_satu_lembar_dan_lembar_lain(buku: Path, tmp_path: Path) -> None:
    """Titles part the tables of one sheet; a sheet and a table of no name of ours are named and counted."""
    wb = openpyxl.Workbook()
    ws = wb.active
    for b in (
        ["INDIKATOR"],
        ["kode", "indikator"],
        ["S1", "Angka A"],
        [],
        ["Tabel 2. Pengukuran"],
        ["kode", "realisasi"],
        ["S1", 7],
    ):
        ws.append(b)
    lain = wb.create_sheet("Catatan rapat")
    lain.append(["hari", "acara"])
    lain.append(["Senin", "rapat"])
    wb.save(tmp_path / "kerja.xlsx")
    h = perintah.isi(buku, tmp_path / "kerja.xlsx", sk=SKEMA)
    assert (h.sel, h.kode_keluar(), dict(+h.dibuang)) == (4, 0, {"CS-24": 4})
    assert [(t.kode, t.lembar) for t in h.temuan] == [("CS-24", "kerja.xlsx")]


def test_nama_berkas_sebagai_lembar_hanya_untuk_satu_tabel(buku: Path, tmp_path: Path) -> None:
    """A file called like a sheet fills it from the table that bears its columns, and from no other."""
    d = docx.Document()
    for judul, isi in (("Susunan tim", [["nama", "peran"], ["A", "B"]]), ("Tahun ini", [["kode", "target", "realisasi"], ["S1", "5", "4"]]),
                       ("Tahun lalu", [["kode", "target", "realisasi"], ["S1", "3", "2"]])):  # fmt: skip
        d.add_paragraph(judul)
        t = d.add_table(2, len(isi[0]))
        for b in (0, 1):
            for k, x in enumerate(isi[b]):
                t.cell(b, k).text = x
    d.save(tmp_path / "pengukuran.docx")
    h = perintah.isi(buku, tmp_path / "pengukuran.docx", sk=SKEMA)
    assert [r["realisasi"] for _, r in muat_buku(buku, SKEMA)["pengukuran"].rekaman()] == [4.0]
    assert dict(+h.dibuang) == {"CS-24": 10} and h.kode_keluar() == 0


def test_tabel_resmi_dengan_judul_yang_sama_bukan_tabel_kita(buku: Path, tmp_path: Path) -> None:
    resmi = {
        "Pengukuran Kinerja Tahun 2024": "No,Sasaran Strategis,Uraian Kinerja,Sat,Rencana,Hasil\n1,Sasaran,Angka A,%,5,4\n"
    }
    sebelum = buku.read_bytes()
    h = perintah.isi(buku, tulis_docx(tmp_path / "laporan.docx", resmi), sk=SKEMA)
    assert [t.kode for t in h.temuan] == ["CS-02", "CS-24"] and h.dibuang == {"CS-24": 12}
    assert h.kode_keluar() == 1 and buku.read_bytes() == sebelum


def test_judul_bab_bukan_judul_tabel_lain(tmp_path: Path) -> None:
    """A chapter's heading names the table below it, not one whose own caption says something else."""
    for sela, banyak in (("Hasilnya sebagai berikut.", 1), ("Tabel 3.2 Tahun lalu", 0)):
        d = docx.Document()
        for teks in ("Pengukuran", sela):
            d.add_paragraph(teks)
        t = d.add_table(2, 2)
        for n, x in enumerate(("kode", "realisasi", "S1", "4")):
            t.cell(n // 2, n % 2).text = x
        d.add_paragraph("Satuan")
        t = d.add_table(2, 1)
        t.cell(0, 0).text, t.cell(1, 0).text = "satuan", "ekor"
        d.save(tmp_path / "a.docx")
        buku = muat_csv(tmp_path / "a.docx", SKEMA)
        assert len(list(buku["pengukuran"].rekaman())) == banyak
        assert [r["satuan"] for _, r in buku["satuan"].rekaman()][-1] == "ekor"


def test_tabel_bersambung_di_dokumen(tmp_path: Path) -> None:
    """A table goes on in the next one below its header printed again or without one; a header of other names ends it."""
    d = docx.Document()
    d.add_paragraph("Pengukuran")
    for isi in ([["kode", "target", "realisasi"], ["S1", "5", "4"]], [["kode", "target", "realisasi"], ["S2", "6", "5"]],
                [["S3", "7", "6"]], [["kode", "jenis", "nama"], ["S1", "daerah lain", "Kota B"]]):  # fmt: skip
        t = d.add_table(len(isi), 3)
        for b, baris in enumerate(isi):
            for k, x in enumerate(baris):
                t.cell(b, k).text = x
        d.add_paragraph("")
    d.save(tmp_path / "a.docx")
    buku = muat_csv(tmp_path / "a.docx", SKEMA)
    assert [(r["kode"], r["realisasi"]) for _, r in buku["pengukuran"].rekaman()] == [
        ("S1", 4.0),
        ("S2", 5.0),
        ("S3", 6.0),
    ]
    assert not list(buku["pembanding"].rekaman()) and [t.kode for t in buku.temuan if t.kode == "CS-24"]


def test_gabungan_kelompok_dan_catatan_kaki(buku: Path, tmp_path: Path) -> None:
    """A merged kode is that of all its rows; a heading across the table and a note are no rows, and told."""
    wb = openpyxl.Workbook()
    ws = wb.active
    ws.title = "Analisis"
    kolom = [
        "kode",
        *[k for k, x in SKEMA.lembar["analisis"].kolom.items() if x.jenis == "isian" and x.tipe == "teks"][:3],
    ]
    for b in (kolom, ["Sasaran 1: Air mengalir"], ["S1", "a", "b", "c"], [None, "d", "e", "f"], ["Sumber: rapat"]):
        ws.append(b)
    ws.merge_cells("A2:D2")
    ws.merge_cells("A3:A4")
    wb.save(tmp_path / "a.xlsx")
    h = perintah.isi(buku, tmp_path / "a.xlsx", sk=SKEMA)
    assert [r["kode"] for _, r in muat_buku(buku, SKEMA)["analisis"].rekaman()] == ["S1", "S1"]
    assert dict(+h.dibuang) == {"CS-26": 2} and [(t.kode, t.sel) for t in h.temuan] == [
        ("CS-26", "A2"),
        ("CS-26", "A5"),
    ]


def test_tabel_bebas_apa_adanya(tmp_path: Path) -> None:
    """Its rows may look like headers, notes and numbering: they are rows."""
    teks = "judul,k1,k2,k3\nIsu strategis,No,Masalah,Sasaran\n,(1),(2),(3)\n,1,Irigasi rusak,Air\n\n,Sumber: rapat,,\n,Jumlah,1,\n"
    dari_csv = muat_csv(tulis_csv(tmp_path / "c", {"tabel_bebas": teks}), SKEMA)
    dari = muat_csv(tulis_xlsx(tmp_path / "a.xlsx", {"Tabel Bebas": teks}), SKEMA)
    kolom = ["judul", "k1", "k2", "k3"]
    isi = [[r[k] for k in kolom] for _, r in dari["tabel_bebas"].rekaman()]
    assert isi == [[r[k] for k in kolom] for _, r in dari_csv["tabel_bebas"].rekaman()] and len(isi) == 5


def test_folder_campuran_dan_sumber_ganda(buku: Path, tmp_path: Path) -> None:
    """Each file by what it is; a copy is no second source, another content for a sheet is an error and not taken."""
    f = tulis_csv(tmp_path / "campur", {"indikator": TABEL["Indikator"]})
    tulis_docx(f / "ukur.docx", {"Pengukuran": TABEL["Pengukuran"]})
    tulis_xlsx(f / "indikator.xlsx", {"Sheet1": TABEL["Indikator"]})
    (f / "baca dulu.md").write_text("x", encoding="utf-8")
    h = perintah.isi(buku, f, sk=SKEMA)
    assert h.kode_keluar() == 0 and [t.kode for t in h.temuan if t.kode != "CS-08"] == ["AB-17"]
    assert (h.sel, h.sama) == (10 + 6, 10)
    tulis_xlsx(f / "indikator.xlsx", {"Sheet1": TABEL["Indikator"].replace("bendung", "embung")})
    h = perintah.isi(buku, f, sk=SKEMA)
    assert [(t.kode, t.tingkat) for t in h.temuan if t.kode == "CS-19"] == [("CS-19", Tingkat.KESALAHAN)]
    assert (h.kode_keluar(), h.sel, h.dibuang["CS-19"]) == (1, 0, 10)


def test_buku_kerja_dan_formulir_bukan_sumber(buku: Path, tmp_path: Path) -> None:
    """Beside the workbook lie its backups: neither they nor itself flow back into it."""
    tulis_xlsx(tmp_path / "indikator.xlsx", {"Sheet1": TABEL["Indikator"]})
    (tmp_path / "LKjIP.cadangan-20240101-000000.xlsm").write_bytes(kosong(2024))
    formulir = openpyxl.Workbook()
    formulir.active.append(["kode", "realisasi"])
    formulir.active.append(["S1.1", 99])
    formulir.create_sheet("_lkjip_formulir")["A1"] = "x"
    formulir.save(tmp_path / "pengukuran.xlsx")
    h = perintah.isi(buku, tmp_path, sk=SKEMA)
    assert (h.sel, h.kode_keluar(), [t.kode for t in h.temuan]) == (10, 0, ["CS-17", "CS-18"])
    with pytest.raises(GalatBerkas) as g:
        perintah.isi(buku, tmp_path / "LKjIP.cadangan-20240101-000000.xlsm", sk=SKEMA)
    assert g.value.kode == "CS-17"


def test_berkas_rusak_di_folder_disebut_dan_lainnya_dipakai(buku: Path, tmp_path: Path) -> None:
    f = tulis_csv(tmp_path / "c", {"indikator": TABEL["Indikator"]})
    (f / "rusak.xlsx").write_bytes(b"PK\x03\x04rusak")
    h = perintah.isi(buku, f, sk=SKEMA)
    assert (h.sel, h.kode_keluar(), [t.lembar for t in h.temuan]) == (10, 1, ["rusak.xlsx"])
    with pytest.raises(GalatBerkas):
        perintah.isi(buku, f / "rusak.xlsx", sk=SKEMA)


def test_tanda_di_atas_angka_disebut(buku: Path, tmp_path: Path) -> None:
    (tmp_path / "pengukuran.html").write_text(
        "<table><tr><td>kode<td>realisasi<tr><td>S1<td>92<sup>2</sup></table>", encoding="utf-8"
    )
    h = perintah.isi(buku, tmp_path / "pengukuran.html", sk=SKEMA)
    assert [t.kode for t in h.temuan] == ["AB-16"]
    assert [r["realisasi"] for _, r in muat_buku(buku, SKEMA)["pengukuran"].rekaman()] == [92.0]


def test_nilai_benar_dan_salah_di_kolom_ya_tidak(tmp_path: Path) -> None:
    """TRUE and FALSE of a workbook, .ods too, are ya and tidak where those are asked for, and a word in a figure's place."""
    wb = openpyxl.Workbook()
    wb.active.title = "Pengukuran"
    for b in (["kode", "realisasi", "sementara"], ["S1", 5, True], ["S2", True, False]):
        wb.active.append(b)
    wb.save(tmp_path / "a.xlsx")

    def sel(x: str) -> str:
        return f'<table:table-cell office:value-type="string"><text:p>{x}</text:p></table:table-cell>'

    def logika(x: str) -> str:
        return f'<table:table-cell office:value-type="boolean" office:boolean-value="{x}"><text:p/></table:table-cell>'

    angka = '<table:table-cell office:value-type="float" office:value="5"><text:p>5</text:p></table:table-cell>'
    baris = [
        map(sel, ("kode", "realisasi", "sementara")),
        [sel("S1"), angka, logika("true")],
        [sel("S2"), logika("true"), logika("false")],
    ]
    ruang = "urn:oasis:names:tc:opendocument:xmlns"
    tabel = "".join(f"<table:table-row>{''.join(b)}</table:table-row>" for b in baris)
    with zipfile.ZipFile(tmp_path / "a.ods", "w") as z:
        z.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        z.writestr("META-INF/manifest.xml", f'<manifest:manifest xmlns:manifest="{ruang}:manifest:1.0"/>')
        z.writestr("content.xml", f'<office:document-content xmlns:office="{ruang}:office:1.0" xmlns:table="{ruang}:table:1.0" xmlns:text="{ruang}:text:1.0">'
                   f'<office:body><office:spreadsheet><table:table table:name="Pengukuran">{tabel}</table:table></office:spreadsheet></office:body></office:document-content>')  # fmt: skip
    for nama in ("a.xlsx", "a.ods"):
        buku = muat_csv(tmp_path / nama, SKEMA)
        isi = [[r[k] for k in ("kode", "realisasi", "sementara")] for _, r in buku["pengukuran"].rekaman()]
        assert isi == [["S1", 5.0, "ya"], ["S2", None, "tidak"]]
        assert [t.kode for t in buku.temuan if t.kode.startswith("AN")] == ["AN-23"]


def test_sambungan_yang_meragukan_disebut(tmp_path: Path) -> None:
    from lkjip_xl.isi.kisi import baca_potongan
    from lkjip_xl.isi.masukan import Penunjuk
    from lkjip_xl.isi.potongan import kepala_kita, potong
    from lkjip_xl.sumber.model import Kisi, SelAsing

    def baca(teks: str) -> list[str]:
        halaman = [
            "pengukuran\nkode|indikator|target|realisasi\nS1|Persentase lahan|80|80",
            f"|{teks}||\nS2|Indeks|70|71",
        ]
        kisi = [
            Kisi(
                "a.pdf",
                f"hlm. {n}",
                n,
                {
                    (b, k): SelAsing(x)
                    for b, r in enumerate(h.split("\n"), 1)
                    for k, x in enumerate(r.split("|"), 1)
                    if x
                },
            )
            for n, h in enumerate(halaman, 1)
        ]
        p = Penunjuk(SKEMA, {})
        semua = [x for k in kisi for x in potong(p, k, SKEMA)]
        s, temuan = SKEMA.lembar["pengukuran"], []
        hasil = baca_potongan(p, semua, kepala_kita(p, semua[0], s), s, temuan)
        assert [b.isi["indikator"] for b in hasil.baris] == [f"Persentase lahan {teks}", "Indeks"]
        return [t.kode for t in temuan]

    assert baca("Basah") == ["SB-17"] and baca("basah") == []
