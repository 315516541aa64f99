"""Sheets of ours are known by their mark, not their name; what a user added on them is never lost."""

from __future__ import annotations

import io
import re
from functools import cache
from pathlib import Path

import openpyxl
import pytest
from banyak import satu_cepat, tiap
from buku_pendek import kosong
from buku_pengguna import GAMBAR, X14
from jalan_lkjip import lkjip
from openpyxl.chart import PieChart, Reference
from openpyxl.comments import Comment
from openpyxl.drawing.image import Image
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Font
from openpyxl.worksheet.table import Table
from satu_jalan import sekali_jalan

from lkjip_xl import perintah
from lkjip_xl.ambil.pratinjau import KEPALA as KEPALA_PRATINJAU
from lkjip_xl.buku.baca import Lembar, Sel, baca_buku
from lkjip_xl.buku.cangkok import hapus_lembar
from lkjip_xl.buku.galat import GalatBerkas
from lkjip_xl.buku.paket import Paket
from lkjip_xl.buku.relasi import Relasi, jenis_relasi
from lkjip_xl.buku.tulis import Tulis, tulis_sel
from lkjip_xl.buku.xmlaman import RELASI_DOK, UTAMA
from lkjip_xl.layani import kerjakan
from lkjip_xl.lembar.dasbor import LEMBAR as DASBOR
from lkjip_xl.lembar.hasil import KEPALA as KEPALA_HASIL
from lkjip_xl.lembar.hasil import NAMA_HASIL
from lkjip_xl.milik.ganti import perbarui_lembar
from lkjip_xl.perbarui.daftar import KEPALA as KEPALA_PERUBAHAN
from lkjip_xl.perbarui.daftar import LEMBAR_PERUBAHAN
from lkjip_xl.perintah.buku import tulis_ringkasan
from lkjip_xl.perintah.pemeriksaan import tulis_hasil
from lkjip_xl.perubahan.catatan import KEPALA as KEPALA_RIWAYAT
from lkjip_xl.rapikan import bangun_usulan
from lkjip_xl.rapikan.pratinjau import KEPALA as KEPALA_USULAN
from lkjip_xl.ringkasan import RINGKASAN
from lkjip_xl.skema.versi import NAMA_TANDA
from lkjip_xl.tabel import tanda
from lkjip_xl.tabel.muat import muat_buku
from lkjip_xl.tabel.reviu import KEPALA as KEPALA_REVIU
from lkjip_xl.tabel.reviu import LEMBAR_REVIU
from lkjip_xl.tahun_baru import bekukan
from lkjip_xl.validasi.periksa import periksa, periksa_buku

AKAR = Path(__file__).parents[1]
CONTOH = AKAR / "workbooks/contoh/LKjIP-Magetan-2024.xlsm"
KOSONG = AKAR / "workbooks/LKjIP-Kosong.xlsm"
SKEMA = perintah.skema()
SENDIRI = Tulis("milik saya")


def buku(path: Path) -> Paket:
    return Paket.dari_bytes(_byte(path), path.name)


@cache
def _byte(path: Path) -> bytes:
    return path.read_bytes()


def baris(awal: int, akhir: int) -> dict[str, dict[str, Tulis]]:
    """Indicators with target and realisation in these rows."""
    isi: dict[str, dict[str, Tulis]] = {"Indikator": {}, "Pengukuran": {}}
    for b in range(awal, akhir + 1):
        milik = {
            "A": f"S{b}",
            "B": "sasaran",
            "D": f"Sasaran {b}",
            "E": f"Indikator {b}",
            "F": "%",
            "G": "naik",
            "H": "nonakumulatif",
        }
        isi["Indikator"] |= {f"{k}{b}": Tulis(x) for k, x in milik.items()}
        isi["Pengukuran"] |= {f"{k}{b}": Tulis(x) for k, x in (("A", f"S{b}"), ("F", 80.0), ("N", 70.0 + b))}
    return isi


def contoh() -> Paket:
    """A blank workbook with three indicators: quick to read and to summarise."""
    paket = Paket.dari_bytes(kosong(), KOSONG.name)
    tulis_sel(paket, baris(8, 10))
    return paket


@sekali_jalan
def _terpasang() -> bytes:
    """The example with summaries and findings as this version writes them."""
    paket = contoh()
    tulis_ringkasan(paket, muat_buku(paket, SKEMA))
    tulis_hasil(paket, periksa_buku(paket, SKEMA))
    return paket.ke_bytes()


def terpasang() -> Paket:
    return Paket.dari_bytes(_terpasang(), "buku.xlsm")


def tanpa_tanda(paket: Paket) -> Paket:
    """As the first version left it."""
    data = re.sub(rb"<definedName[^>]*_lkjip_lembar[^>]*>[^<]*</definedName>", b"", paket.baca("xl/workbook.xml"))
    paket.ganti("xl/workbook.xml", data)
    return paket


def lembar_sendiri(paket: Paket, nama: str, isi: dict[str, Tulis] | None = None) -> Paket:
    """The sheet of ours deleted, one of the user's own put under its name."""
    from lkjip_xl.buku.cangkok import cangkok

    ada = next((n for n in paket.lembar() if n.casefold() == nama.casefold()), None)
    if ada is not None:
        hapus_lembar(paket, ada)
    wb = openpyxl.Workbook()
    wb.active.title = nama
    for sel, x in (isi or {"A1": SENDIRI, "B7": Tulis("No")}).items():
        wb.active[sel] = x.nilai
    cangkok(paket, wb)
    return paket


def susun(paket: Paket) -> list:
    return tulis_ringkasan(paket, muat_buku(paket, SKEMA))[1]


def nilai(paket: Paket, lembar: str, sel: str) -> object:
    from lkjip_xl.inti.alamat import pecah

    s = baca_buku(paket, [lembar]).lembar[lembar].sel.get(pecah(sel))
    return s and s.nilai


# -- marks -------------------------------------------------------------------------------------------------------------


def test_kepala_yang_dikenal_memang_kepala_lembarnya():
    kepala = {
        "hasil validasi": KEPALA_HASIL,
        "usulan rapikan": KEPALA_USULAN,
        "pratinjau ambil": KEPALA_PRATINJAU,
        "riwayat perubahan": KEPALA_RIWAYAT,
        LEMBAR_PERUBAHAN.casefold(): KEPALA_PERUBAHAN,
        LEMBAR_REVIU.casefold(): KEPALA_REVIU,
    }
    assert {n: k[:4] for n, k in kepala.items()} == tanda.DAFTAR and tanda.DASBOR == DASBOR


def test_setiap_lembar_yang_dibuat_ulang_bertanda():
    ada = baca_buku(terpasang()).lokal(NAMA_TANDA)
    assert {*RINGKASAN, DASBOR, NAMA_HASIL} <= {n for n, t in ada.items() if n == t}
    wb = openpyxl.Workbook()
    bangun_usulan(wb.active, [])
    assert wb.active.defined_names[NAMA_TANDA].hidden


@pytest.mark.parametrize("asal", satu_cepat([CONTOH, KOSONG]), ids=["contoh", "kosong"])
def test_buku_versi_pertama_tanpa_tanda_dikenali(asal):
    paket = tanpa_tanda(buku(asal))
    ada = baca_buku(paket)
    assert ada.lokal(NAMA_TANDA) == {}
    for nama in (*RINGKASAN, DASBOR, NAMA_HASIL, "xlwings.conf"):
        assert tanda.milik_kita(nama, ada.lembar[nama], {}), nama
    assert susun(paket) == [] and {*RINGKASAN} <= baca_buku(paket).lokal(NAMA_TANDA).keys()


@pytest.mark.parametrize("nama", tiap(2, ["SIMPULAN", "Simpulan", "dasbor", "kelengkapan"]))
def test_lembar_pengguna_bernama_ringkasan_ditolak(nama):
    paket = lembar_sendiri(terpasang(), nama)
    sebelum = paket.ke_bytes()
    with pytest.raises(GalatBerkas) as e:
        susun(paket)
    assert (e.value.kode, e.value.isi["daftar"]) == ("BK-40", f'"{nama}"') and paket.ke_bytes() == sebelum
    with pytest.raises(GalatBerkas) as e:
        kerjakan("ringkas", muat_buku(paket, SKEMA), berkas=Path("a.xlsm"))
    assert e.value.kode == "BK-40"


def test_lembar_pengguna_tidak_diperiksa_dan_lembar_kita_tidak_ditolak():
    paket = lembar_sendiri(terpasang(), "Simpulan", {"A8": SENDIRI, "B8": Tulis(1)})
    temuan = periksa_buku(paket, SKEMA).temuan
    assert [t.lembar for t in temuan if t.kode == "LB-20"] == ["Simpulan"]
    assert not any(t.lembar == "Simpulan" and t.kode.startswith("RS") for t in temuan)
    assert not any(t.kode == "LB-20" for t in periksa_buku(terpasang(), SKEMA).temuan)


def test_perintah_menolak_dengan_kode_empat_dan_tidak_menulis(tmp_path):
    berkas = tmp_path / "a.xlsm"
    berkas.write_bytes(lembar_sendiri(terpasang(), "Hasil validasi").ke_bytes())
    assert lkjip("validasi", berkas, "--tulis").returncode == 4 and len(list(tmp_path.iterdir())) == 1
    assert perintah.validasi(berkas).tambahan == []  # reading alone is no reason to refuse


@pytest.mark.parametrize("nama", ["Riwayat Perubahan", "Segel", "Usulan Rapikan"])
def test_lembar_pengguna_bernama_lembar_lain(nama):
    from datetime import date

    from lkjip_xl.rapikan import terapkan, usulan

    paket = contoh()
    tulis_sel(paket, {"Pengukuran": {"N8": Tulis("75,0")}})
    lembar_sendiri(paket, nama)
    kerja = muat_buku(paket, SKEMA)
    assert not any(t.kode.startswith("SG") for t in periksa(kerja).temuan)
    with pytest.raises(GalatBerkas) as e:
        if nama == "Segel":
            bekukan(paket, SKEMA, date(2025, 1, 1))
        elif nama == "Usulan Rapikan":
            kerjakan("rapikan", kerja, berkas=Path("a.xlsm"))
        else:
            terapkan(paket, usulan(kerja), SKEMA, "2025-01-01 10:00")
    assert e.value.kode == "BK-40"


def test_lembar_yang_dihapus_atau_berganti_nama_dibuat_lagi():
    paket = terpasang()
    hapus_lembar(paket, "Simpulan")
    akar = paket.baca("xl/workbook.xml").replace(b'name="Dasbor"', b'name="Arsip Dasbor"')
    paket.ganti("xl/workbook.xml", akar)
    arsip = paket.baca(paket.lembar()["Arsip Dasbor"].part)
    assert susun(paket) == []
    assert {"Simpulan", "Dasbor", "Arsip Dasbor"} <= paket.lembar().keys()
    assert paket.baca(paket.lembar()["Arsip Dasbor"].part) == arsip


def test_lembar_kosong_boleh_dipakai_lembar_diagram_tidak():
    paket = lembar_sendiri(terpasang(), "Simpulan", {"A1": Tulis(None)})
    assert susun(paket) == []
    with pytest.raises(GalatBerkas):
        tanda.periksa_milik({}, {}, ["Simpulan"], "a.xlsx", ["simpulan"])


def test_tombol_tidak_melukis_di_atas_lembar_diagram():
    kerja = muat_buku(contoh(), SKEMA)
    for nama in ("SIMPULAN", "Dasbor"):
        with pytest.raises(GalatBerkas) as e:
            kerjakan("ringkas", kerja, berkas=Path("a.xlsm"), bukan_lembar=[nama])
        assert e.value.kode == "BK-40"
    hasil = kerjakan("ringkas", kerja, berkas=Path("a.xlsm"), bukan_lembar=["Grafik saya"])
    assert "Simpulan" in _lembar_lukisan(hasil)


def test_permintaan_menyebut_lembar_diagram(tmp_path):
    from lkjip_xl import layani

    paket = contoh()
    akar = paket.baca("xl/_rels/workbook.xml.rels").decode()
    bagian = paket.lembar()["Simpulan"].part.rpartition("/")[2]
    awal, kepala, akhir = re.split(rf'(<Relationship [^>]*{bagian}"[^>]*>)', akar)
    paket.ganti("xl/_rels/workbook.xml.rels", (awal + kepala.replace("/worksheet", "/chartsheet") + akhir).encode())
    (tmp_path / layani.BUKU).write_bytes(paket.ke_bytes())
    with pytest.raises(GalatBerkas) as e:
        layani.laksanakan(tmp_path, {"perintah": "ringkas", "berkas": "a.xlsm", "folder": str(tmp_path)}, SKEMA)
    assert (e.value.kode, e.value.isi["daftar"]) == ("BK-40", '"Simpulan"')


# -- what the user added -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("nama", ["Simpulan", DASBOR, NAMA_HASIL])
def test_lembar_bertanda_yang_dikosongkan_lalu_diisi_lain_tidak_hilang(nama):
    """Emptied, a table of the user's own typed or pasted in: the mark is still there, and nothing of ours."""
    paket = terpasang()
    bagian = paket.lembar()[nama].part
    isi = paket.baca(bagian)
    paket.ganti(bagian, re.sub(rb"<sheetData>.*</sheetData>", b"<sheetData/>", isi, flags=re.DOTALL))
    milik = {s: f"milik saya {s}" for s in ("A2", "A5", "B6", "A8", "C9", "A30", "P3")}
    tulis_sel(paket, {nama: {s: Tulis(x) for s, x in milik.items()}})
    kabar = tulis_hasil(paket, periksa_buku(paket, SKEMA)) if nama == NAMA_HASIL else susun(paket)
    lembar = baca_buku(paket, [nama, f"Catatan dari {nama}"]).lembar
    ada = {s.nilai for x in lembar.values() for s in x.sel.values()}
    assert set(milik.values()) <= ada and "LB-22" in {t.kode for t in kabar}


def test_tanpa_tambahan_tidak_ada_yang_disebut():
    paket = terpasang()
    assert susun(paket) == [] and tulis_hasil(paket, periksa_buku(paket, SKEMA)) == []
    assert not any(n.startswith(tanda.CATATAN) for n in paket.lembar())


def tambahi(data: bytes, lembar: str, isi) -> Paket:
    """Let openpyxl edit one sheet; macros stay."""
    wb = openpyxl.load_workbook(io.BytesIO(data), keep_vba=True)
    isi(wb[lembar])
    keluar = io.BytesIO()
    wb.save(keluar)
    wb.vba_archive.close()  # openpyxl leaves it open for writing
    return Paket.dari_bytes(keluar.getvalue(), "buku.xlsm")


def _isi_sekitar(ws) -> None:
    ws["P3"], ws["P3"].font = "judul saya", Font(bold=True, name="Georgia")
    ws["P8"], ws["Q8"], ws["Q9"] = 7, "=P8*2", "=Simpulan!P8"
    ws.merge_cells("R3:S4")
    ws["R3"] = "gabung"
    ws["P4"].hyperlink = "https://example.org/"
    ws.column_dimensions["P"].width = 33
    ws["U3"], ws["V3"], ws["U4"], ws["V4"] = "nama", "nilai", "x", 1
    ws.add_table(Table(displayName="TabelSaya", ref="U3:V4"))
    ws.conditional_formatting.add("P1:P9", CellIsRule("equal", formula=["7"], font=Font(color="00BB00")))
    ws["A1"].comment = Comment("jangan lupa", "Rina")
    ws.page_setup.paperSize = 14
    ws.oddHeader.center.text = "DRAF"


@pytest.mark.lengkap
def test_yang_dapat_tinggal_tetap_dan_kali_kedua_sama():
    paket = tambahi(_terpasang(), "Simpulan", _isi_sekitar)
    hasil = susun(paket)
    assert [(t.kode, t.lembar) for t in hasil] == [("LB-21", "Simpulan")]
    pertama = paket.ke_bytes()
    assert [t.kode for t in susun(paket)] == ["LB-21"] and paket.ke_bytes() == pertama
    ws = openpyxl.load_workbook(io.BytesIO(pertama))["Simpulan"]
    assert (ws["P3"].value, ws["P3"].font.name, ws["Q8"].value, ws["P8"].value) == ("judul saya", "Georgia", "=P8*2", 7)
    assert "R3:S4" in [r.coord for r in ws.merged_cells.ranges] and ws["P4"].hyperlink.target == "https://example.org/"
    assert ws.column_dimensions["P"].width == 33 and ws.tables["TabelSaya"].ref == "U3:V4" and ws["V4"].value == 1
    assert len(ws.conditional_formatting) == 1 and ws["A1"].comment.text == "jangan lupa"
    assert ws.page_setup.paperSize == 14 and ws.oddHeader.center.text == "DRAF"
    assert not any(n.startswith(tanda.CATATAN) for n in paket.lembar())


@pytest.mark.lengkap
def test_yang_tertimpa_pindah_ke_lembar_catatan_dan_hanya_sekali():
    paket = lembar_sendiri(terpasang(), "Catatan dari Capaian Kinerja")  # the user's own: left alone
    n = max(b for b, _ in baca_buku(paket, ["Capaian Kinerja"]).lembar["Capaian Kinerja"].sel)
    tulis_sel(paket, {
        "Capaian Kinerja": {f"B{n + 3}": Tulis("di bawah tabel"), "C9": Tulis(3.0, rumus="1+2")},
    } | baris(11, 22))  # fmt: skip
    hasil = susun(paket)
    catatan = "Catatan dari Capaian Kinerja (2)"[:31]
    tujuan = next(x for x in paket.lembar() if x.startswith(tanda.CATATAN) and x.endswith("(2)"))
    assert len(tujuan) <= 31 and catatan[:20] == tujuan[:20]
    pindah = next(t for t in hasil if t.kode == "LB-22")
    assert pindah.lembar == "Capaian Kinerja" and tujuan in pindah.pesan
    isi = {(s.nilai) for s in baca_buku(paket, [tujuan]).lembar[tujuan].sel.values()}
    assert {"C9", "=1+2", 3.0, f"B{n + 3}", "di bawah tabel"} <= isi
    assert nilai(paket, "Catatan dari Capaian Kinerja", "A1") == "milik saya"
    pertama = paket.ke_bytes()
    assert not any(t.kode == "LB-22" for t in susun(paket)) and paket.ke_bytes() == pertama
    tulis_sel(paket, {"Capaian Kinerja": {"C9": Tulis(4.0, rumus="2+2")}})
    susun(paket)
    isi = {(s.nilai) for s in baca_buku(paket, [tujuan]).lembar[tujuan].sel.values()}
    assert {"=1+2", "=2+2"} <= isi and sum(x.startswith(tanda.CATATAN) for x in paket.lembar()) == 2


@pytest.mark.lengkap
def test_catatan_di_samping_temuan_ikut_temuannya():
    """A remark beside a finding stays only beside that finding."""
    paket = contoh()
    tulis_sel(paket, {"Pengukuran": {"P8": Tulis(114.47), "P9": Tulis(5.0)}})
    tulis_hasil(paket, periksa_buku(paket, SKEMA))
    temuan = baca_buku(paket, [NAMA_HASIL]).lembar[NAMA_HASIL].sel
    samping = f"J{next(b for (b, k), s in temuan.items() if k == 4 and s.nilai == 'P8')}"
    tulis_sel(paket, {NAMA_HASIL: {samping: Tulis("sudah saya cek"), "N6": Tulis("Tindak lanjut")}})
    hasil = tulis_hasil(paket, periksa_buku(paket, SKEMA))
    assert [t.kode for t in hasil] == ["LB-21"] and nilai(paket, NAMA_HASIL, samping) == "sudah saya cek"
    hasil = tulis_hasil(paket, periksa_buku(contoh(), SKEMA))
    assert {t.kode for t in hasil} == {"LB-21", "LB-22"} and nilai(paket, NAMA_HASIL, samping) is None
    ada = baca_buku(paket, ["Catatan dari Hasil Validasi"]).lembar["Catatan dari Hasil Validasi"]
    baris = {k: ada.sel[(8, k)].nilai for k in range(1, 6) if (8, k) in ada.sel}
    assert (baris[1], baris[3]) == (samping, "sudah saya cek") and "Pengukuran" in baris[5]
    assert nilai(paket, NAMA_HASIL, "N6") == "Tindak lanjut"


@pytest.mark.lengkap
def test_tabel_yang_tertimpa_disebut_dan_isinya_dicatat():
    def isi(ws) -> None:
        for r in ws.iter_rows():
            for c in r:
                if type(c).__name__ == "Cell":
                    c.value = None
        for r in list(ws.merged_cells.ranges):
            ws.unmerge_cells(r.coord)
        ws["A3"] = "Belum dibuat. Klik Perbarui Ringkasan"
        ws["B7"], ws["C7"], ws["B8"], ws["C8"] = "nama", "nilai", "x", 1
        ws.add_table(Table(displayName="TabelSaya", ref="B7:C8"))

    paket = tambahi(_terpasang(), "Simpulan", isi)
    assert {"LB-22", "LB-23"} <= {t.kode for t in susun(paket)}
    assert not any("tables/" in n for n in paket.daftar())
    assert nilai(paket, "Catatan dari Simpulan", "C8") == "nama"


@pytest.mark.lengkap
def test_gambar_dan_grafik_pengguna_di_dasbor_tetap():
    def isi(ws) -> None:
        ws.add_image(Image(io.BytesIO(GAMBAR)), "P2")
        pai = PieChart()
        pai.add_data(Reference(ws, min_col=3, min_row=212, max_row=214))
        ws.add_chart(pai, "P20")

    paket = tambahi(_terpasang(), DASBOR, isi)
    for _ in range(2):
        susun(paket)
        ws = openpyxl.load_workbook(io.BytesIO(paket.ke_bytes()))[DASBOR]
        assert (len(ws._charts), len(ws._images)) == (15, 1)


def test_printer_dan_grafik_mini_tetap():
    paket = terpasang()
    bagian = paket.lembar()["Simpulan"].part
    data = paket.baca(bagian)
    assert b"</worksheet>" in data
    paket.ganti(bagian, data.replace(b"</worksheet>", X14.encode() + b"</worksheet>"))
    assert [t.kode for t in susun(paket)] == ["LB-21"] and b"dataBar" in paket.baca(bagian)


def _pivot(paket: Paket, lembar: str, letak: str) -> None:
    bagian, nama = paket.lembar()[lembar].part, "xl/pivotTables/pivotTable1.xml"
    isi = f'<pivotTableDefinition xmlns="{UTAMA}" name="PivotSaya" cacheId="1"><location ref="{letak}"/></pivotTableDefinition>'
    paket.ganti(nama, isi.encode())
    relasi = Relasi(paket, bagian)
    relasi.tambah(jenis_relasi("pivotTable"), nama)
    relasi.simpan()


def test_pivot_tetap_atau_disebut():
    """No element of a sheet names its pivot tables, nor its named views: only a relationship does."""
    paket = terpasang()
    _pivot(paket, "Simpulan", "P3:Q9")
    paket.ganti("xl/namedSheetViews/namedSheetView1.xml", b"<namedSheetViews/>")
    relasi = Relasi(paket, paket.lembar()["Simpulan"].part)
    relasi.tambah(
        "http://schemas.microsoft.com/office/2019/04/relationships/namedSheetView",
        "xl/namedSheetViews/namedSheetView1.xml",
    )
    relasi.simpan()
    assert [t.kode for t in susun(paket)] == ["LB-21"]
    ada = {h.jenis for h in Relasi(paket, paket.lembar()["Simpulan"].part).semua()}
    assert {"pivotTable", "namedSheetView"} <= ada and "xl/pivotTables/pivotTable1.xml" in paket
    _pivot(paket := terpasang(), "Simpulan", "B5:D9")
    assert [t.kode for t in susun(paket)] == ["LB-23"] and "xl/pivotTables/pivotTable1.xml" not in paket


def test_saringan_tautan_dan_rupa_lembar():
    """A filter at work is told, a link on a cell of ours noted, how the user looks at a sheet stays."""
    paket = terpasang()
    bagian = paket.lembar()["Simpulan"].part
    relasi = Relasi(paket, bagian)
    rid = relasi.tambah(jenis_relasi("hyperlink"), "https://example.org/", luar=True)
    relasi.simpan()
    isi = re.sub(rb"<tabColor[^>]*/>", b'<tabColor rgb="FF123456"/>', paket.baca(bagian))
    isi = isi.replace(b"<sheetView ", b'<sheetView zoomScale="133" ')
    saring = b'<autoFilter ref="A7:C9"><filterColumn colId="0"><filters><filter val="x"/></filters></filterColumn></autoFilter>'
    tautan = f'<hyperlink ref="A8" xmlns:r="{RELASI_DOK}" r:id="{rid}"/></hyperlinks>'.encode()
    isi = re.sub(rb"(</sheetData>(?:<sheetProtection[^>]*/>)?)", rb"\1" + saring, isi)
    paket.ganti(bagian, isi.replace(b"</hyperlinks>", tautan))
    hasil = susun(paket)
    assert sorted(t.kode for t in hasil) == ["LB-22", "LB-24"]
    assert nilai(paket, "Catatan dari Simpulan", "C8") == "https://example.org/"
    baru = paket.baca(bagian)
    assert b'zoomScale="133"' in baru and b'rgb="FF123456"' in baru and b"filterColumn" not in baru
    assert susun(paket) == []


# -- buttons -----------------------------------------------------------------------------------------------------------


def _lembar_lukisan(hasil) -> dict[str, object]:
    return {ws.title: ws for ws in (*hasil.lembar, *hasil.sambungan)}


def test_tombol_melukis_lagi_tambahan_dan_mencatat_yang_tertimpa():
    from lkjip_xl.excel.protokol import pesan

    paket = terpasang()
    tulis_sel(
        paket,
        {
            "Simpulan": {
                "P3": Tulis("judul saya"),
                "P4": Tulis(2.0, rumus="1+1", format="0.0"),
                "B9": Tulis(7.0, rumus="3+4"),
            }
        },
    )
    kerja = muat_buku(paket, SKEMA)
    hasil = kerjakan("ringkas", kerja, berkas=Path("a.xlsm"), komentar={"Simpulan": {"A1": "jangan lupa"}})
    ws = _lembar_lukisan(hasil)
    assert hasil.lembar[0].title == "Catatan dari Simpulan" and "Catatan dari Simpulan" in hasil.kalimat
    assert (ws["Simpulan"]["P3"].value, ws["Simpulan"]["P4"].value, ws["Simpulan"]["P4"].number_format) == (
        "judul saya",
        "=1+1",
        "0.0",
    )
    jawaban = pesan("selesai", hasil.kalimat, hasil.lembar, hasil.isian, hasil.sambungan).split("\r\n")
    assert "rumus\tP4\t=1+1" in jawaban
    catatan = [c.value for r in ws["Catatan dari Simpulan"].iter_rows() for c in r]
    assert {"jangan lupa", "=3+4"} <= set(catatan)
    awal = jawaban.index("lembar\tCatatan dari Simpulan")
    assert not any(b.startswith("lindung") for b in jawaban[awal : jawaban.index("lembar\tCapaian Kinerja")])


@pytest.mark.lengkap
def test_tombol_menambah_di_bawah_catatan_yang_ada():
    from lkjip_xl.excel.protokol import pesan

    paket = terpasang()
    tulis_sel(paket, {"Simpulan": {"B9": Tulis(7.0, rumus="3+4")}})
    susun(paket)
    tulis_sel(paket, {"Simpulan": {"B9": Tulis(9.0, rumus="4+5")}})
    hasil = kerjakan("ringkas", muat_buku(paket, SKEMA), berkas=Path("a.xlsm"))
    assert [(ws.title, ws.max_row) for ws in hasil.sambungan] == [("Catatan dari Simpulan", 9)]
    baris = pesan("selesai", "", hasil.lembar, (), hasil.sambungan).split("\r\n")
    awal = baris.index("buka\tCatatan dari Simpulan")
    assert baris[awal + 1].startswith("gaya") and baris.index("baris\t9:9\tn0^0\t0") < baris.index(
        "lembar\tCapaian Kinerja"
    )


def test_tombol_tanpa_tambahan_tidak_menyebut_apa_apa():
    for perintah_tombol in ("ringkas", "validasi"):
        hasil = kerjakan(perintah_tombol, muat_buku(terpasang(), SKEMA), berkas=Path("a.xlsm"))
        assert not hasil.sambungan and not any(ws.title.startswith(tanda.CATATAN) for ws in hasil.lembar)


def test_bukti_isi_tiga_dari_empat():
    def s(x: object) -> Sel:
        return Sel(x, None, "teks", None, "General", None, True)

    isi = {(3, 1): s("(persen)"), (7, 1): s("(1)"), (7, 2): s("(2)"), (10, 1): s("Sumber: Pengukuran")}
    assert tanda.milik_kita("Simpulan", Lembar("Simpulan", "visible", isi, []), {})
    assert not tanda.milik_kita(
        "Simpulan", Lembar("Simpulan", "visible", {k: v for k, v in isi.items() if k != (3, 1)}, []), {}
    )
    assert tanda.milik_kita(
        "Simpulan", Lembar("Simpulan", "visible", {k: v for k, v in isi.items() if k != (3, 1)}, ["A10:B10"]), {}
    )


@pytest.mark.lengkap
def test_ringkasan_lama_dilihat_tanpa_pohon_barisnya(monkeypatch):
    """Summaries that nobody touched are replaced without a tree of their rows, which takes most of a second ringkas on a long book."""
    paket, pohon = terpasang(), []
    bagian = {paket.lembar()[n].part for n in RINGKASAN}
    asli = Paket.xml
    monkeypatch.setattr(Paket, "xml", lambda p, b: (p is paket and pohon.append(b)) or asli(p, b))
    tulis_ringkasan(paket, muat_buku(paket, SKEMA))
    assert not bagian & set(pohon) and pohon


@pytest.mark.lo
def test_tanda_dan_ketenangan_sesudah_libreoffice(libreoffice, tmp_path):
    """LibreOffice keeps the mark; a workbook it saved shows no additions."""
    berkas, simpan = tmp_path / "a.xlsm", tmp_path / "b.xlsx"
    berkas.write_bytes(_terpasang())
    libreoffice.hitung(berkas, tanpa_hitung=True, simpan=simpan, lembar=[])
    paket = Paket.buka(simpan)
    assert {*RINGKASAN, DASBOR, NAMA_HASIL} <= {n for n, t in baca_buku(paket).lokal(NAMA_TANDA).items() if n == t}
    assert susun(tanpa_tanda(paket)) == [] and susun(paket) == []
    assert len(openpyxl.load_workbook(io.BytesIO(paket.ke_bytes()))[DASBOR]._charts) == 14
    wb = openpyxl.Workbook()
    from lkjip_xl.lembar.hasil import bangun_hasil

    bangun_hasil(wb.active, periksa_buku(paket, SKEMA))
    assert perbarui_lembar(paket, wb) == []
