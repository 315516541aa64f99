"""A real click: the buttons of Petunjuk in a LibreOffice window, against what the command line says of the same file."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import time
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

import buku_pendek
import openpyxl
import pytest
from bahasa import TANDA, seragam, tampilan
from dok_word import baca_dok
from jebakan import tanam_jebakan, terjebak
from jendela import AKAR, Jendela, jendela_tersedia, pasang_lkjip
from pyopenvba import check_file

from lkjip_xl import perintah
from lkjip_xl.ambil import LEMBAR_PRATINJAU
from lkjip_xl.ambil.tombol import FOLDER_AMBIL
from lkjip_xl.buku.baca import baca_buku
from lkjip_xl.buku.format_angka import UMUM
from lkjip_xl.buku.paket import Paket
from lkjip_xl.buku.tulis import Tulis, tulis_sel
from lkjip_xl.buku.xmlaman import q
from lkjip_xl.excel.mesin import Mesin, mesin_terpasang
from lkjip_xl.excel.mesin_xlwings import LEMBAR_KONFIGURASI
from lkjip_xl.excel.protokol import pesan as pesan_jawaban
from lkjip_xl.excel.pulihkan import rusak
from lkjip_xl.excel.ruang import PEMULAI, PEMULAI_DINI, PROGRAM
from lkjip_xl.inti.alamat import sel as alamat
from lkjip_xl.inti.angka import tulis as angka_teks
from lkjip_xl.lembar.buku_ringkasan import bangun_buku
from lkjip_xl.lembar.hasil import KEPALA, NAMA_HASIL, SEL_MUAT, SEL_PERTAMA
from lkjip_xl.perbarui import LEMBAR_PERUBAHAN
from lkjip_xl.rapikan import LEMBAR_RIWAYAT, LEMBAR_USULAN
from lkjip_xl.siaga import SIAGA
from lkjip_xl.skema.pesan import wajar
from lkjip_xl.skema.sumberdaya import folder_buku
from lkjip_xl.skema.versi import VERSI_TEMPLAT
from lkjip_xl.tabel.daftar_lembar import tersembunyi_awal
from lkjip_xl.tabel.muat import muat_buku
from lkjip_xl.tabel.tembolok import isi_tembolok

pytestmark = [pytest.mark.lo, pytest.mark.lengkap]

SALAH = {
    "Pengukuran": {"P8": 114.47, "E10": 70.0, "L9": '=1+1 "kutip" é\n\\u2014 <b>&'},
    "Anggaran": {"O9": "12.000.0", "P10": "Rp 1.000.000,-"},
}
BARIS_TEMUAN = 7
BAHASA = ("id-ID", "en-US")
# what neither reads nor paints a number is the same in every locale: it is clicked in the window of the first
SATU_BAHASA = pytest.mark.parametrize("bahasa", BAHASA[:1], indirect=True, scope="module")
GALAT_MAKRO = {
    "#VALUE!": "Error 2015",
    "#DIV/0!": "Error 2007",
}  # how LibreOffice shows what a function of a macro returns


@pytest.fixture(scope="module", autouse=True)
def layar():
    """Xvfb and xdotool; in CI they must be there."""
    if not jendela_tersedia():
        sebab = "needs a virtual screen (Debian: xvfb xdotool)"
        if os.environ.get("LKJIP_WAJIB_LO") == "1":
            pytest.fail(sebab, pytrace=False)
        pytest.skip(sebab)


@pytest.fixture(scope="module")
def buku(tmp_path_factory, bahasa) -> Path:
    """The Magetan example with mistakes and few blank rows, under a name that a careless command line would break at."""
    return dengan_salah(buku_pendek.contoh(), tmp_path_factory.mktemp("buku") / "LKjIP & 100% 'salah' é.xlsm")


def dengan_salah(data: bytes, berkas: Path) -> Path:
    paket = Paket.dari_bytes(data, berkas.name)
    tulis_sel(paket, {lembar: {a: Tulis(x) for a, x in sel.items()} for lembar, sel in SALAH.items()})
    berkas.write_bytes(paket.ke_bytes())
    return berkas


@pytest.fixture(scope="module")
def data(tmp_path_factory) -> Path:
    """Where the user's programs keep their files; a name that a careless command line would break at."""
    folder = tmp_path_factory.mktemp("data") / "Dok & 100% $HOME 'é'"
    folder.mkdir()
    return folder


@pytest.fixture(scope="module")
def ruang_tombol(data, program) -> Path:
    return data / "lkjip-xl" / "tombol"


@pytest.fixture(scope="module", params=BAHASA)
def bahasa(request) -> str:
    """Every click happens in a LibreOffice of each of these locales; one window each."""
    return request.param


@pytest.fixture(scope="module")
def program(tmp_path_factory, data) -> Path:
    """The program as the buttons find it."""
    program = tmp_path_factory.mktemp("program & 'é'") / "python — 1"
    pasang_lkjip(data, program)
    return program


@pytest.fixture(scope="module")
def jebakan(tmp_path_factory, bahasa) -> Path:
    """A folder as a download may bring it: modules and programs under the names of ours."""
    return tanam_jebakan(tmp_path_factory.mktemp(f"unduhan-{bahasa}"))


@pytest.fixture(scope="module")
def jendela(buku, data, program, jebakan, bahasa):
    """The workbook lies in that folder, and it is the current one of LibreOffice."""
    office = Jendela(data, jebakan, bahasa)
    try:
        awal = office.minta(buka=str(buku), di=str(jebakan))
        assert awal["satu_setengah"] == f"1{TANDA[bahasa][0]}5"  # it really is in that locale
        yield office
    finally:
        office.tutup()


def foto(nama: str) -> dict[str, str]:
    """Where to put a picture of the screen, if LKJIP_FOTO names a folder."""
    folder = os.environ.get("LKJIP_FOTO")
    return {"foto": str(Path(folder) / nama)} if folder else {}


@cache  # no test changes a workbook it has asked about
def temuan_json(buku: Path) -> list[dict]:
    hasil = subprocess.run(
        [sys.executable, "-m", "lkjip_xl.cli", "validasi", str(buku), "--json", "-"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=os.environ | {"PYTHONPATH": str(AKAR)},
    )
    assert hasil.returncode == 2, hasil.stderr
    return json.loads(hasil.stdout)["temuan"]


def sebaris(t: dict) -> tuple:
    """A finding of the JSON as the sheet shows it."""
    isi = [angka_teks(wajar(x)) if isinstance(x, float) else str(x or "") for x in (t["nilai"], t["seharusnya"])]
    muat = len(t["sel"]) <= SEL_MUAT
    sel, pesan = (t["sel"], t["pesan"]) if muat else (f"{t['sel_semua'][0]} …", f"{t['pesan']} Sel: {t['sel']}.")
    return t["tingkat"], t["lembar"], sel, pesan, t["saran"], *isi, t["kode"]


def temuan_lembar(sel: dict) -> list[tuple]:
    """The findings that stand on Hasil Validasi."""
    hasil, baris = [], BARIS_TEMUAN
    while f"A{baris}" in sel:
        assert sel[f"A{baris}"]["v"] == len(hasil) + 1
        hasil.append(tuple(sel.get(f"{h}{baris}", {"v": ""})["v"] for h in "BCDEFGHI"))
        baris += 1
    return hasil


def tanda(sel: dict) -> list[tuple]:
    baris = range(BARIS_TEMUAN + 1, BARIS_TEMUAN + 200)
    return [tuple(sel[f"{h}{b}"]["v"] for h in "KLM") for b in baris if f"K{b}" in sel]


def tanda_json(temuan: list[dict]) -> list[tuple]:
    berat = [t for t in temuan if t["tingkat"] in ("Kesalahan", "Peringatan") and t["sel"]]
    return [(t["lembar"], s, t["tingkat"]) for t in berat for s in t["sel_semua"]]


def bersih(jawaban: dict, ruang_tombol: Path) -> bool:
    """Every sheet staff see is locked again and nothing is left behind."""
    terbuka = [n for n, terkunci in jawaban["terkunci"].items() if not terkunci]
    return terbuka == [LEMBAR_KONFIGURASI] and {p.name for p in ruang_tombol.iterdir()} == {
        PROGRAM,
        PEMULAI,
        PEMULAI_DINI,
    }


def bentuk_sama(jawaban: dict, tersimpan: Path, harapan: Path, lembar: list[str], bahasa: str) -> None:
    """What the window has painted and saved bears the number formats of `harapan`, and shows them in its locale.

    Text that is General there is held as text (@) here, or it would be read anew.
    """
    ada, harap = baca_buku(tersimpan).lembar, baca_buku(harapan).lembar
    for nama in lembar:
        isi = {a: s for a, s in harap[nama].sel.items() if s.nilai not in (None, "")}
        tertulis = {a: seragam(ada[nama].sel[a].format) for a in isi}
        tetap = {a: seragam(s.format) for a, s in isi.items() if s.jenis == "angka" or s.format != UMUM}
        assert {a: tertulis[a] for a in tetap} == tetap, nama
        assert {tertulis[a] for a in isi.keys() - tetap.keys()} <= {"@", UMUM}, nama
        tampak = {
            alamat(*a): tampilan(s.nilai, s.format, bahasa)
            for a, s in isi.items()
            if s.jenis == "angka" and s.format != UMUM
        }
        assert {a: jawaban["tampil"][nama][a] for a in tampak} == tampak, nama


def test_validasi_diklik(jendela, buku, ruang_tombol, bahasa, tmp_path):
    semula = jendela.minta(pilih=["Petunjuk", "A23:B24"], baca=["Renstra"])
    jawaban = jendela.minta(klik="Validasi", baca=[NAMA_HASIL, "Petunjuk", "Renstra"], **foto("validasi.png"))
    harapan = temuan_json(buku)
    assert len({t["kode"] for t in harapan}) >= 5
    sel = jawaban["sel"][NAMA_HASIL]
    assert tuple(sel[f"{h}6"]["v"] for h in "ABCDEFGHI") == KEPALA
    assert temuan_lembar(sel) == [sebaris(t) for t in harapan]
    assert tanda(sel) == tanda_json(harapan)
    i = next(i for i, t in enumerate(harapan) if t["sel_semua"])
    assert sel[f"D{7 + i}"]["f"].startswith(f"=HYPERLINK(\"#'{harapan[i]['lembar']}'!{harapan[i]['sel_semua'][0]}\"")
    assert jawaban["sel"]["Petunjuk"]["C5"]["v"] == perintah.validasi(buku).kalimat(tertulis=True)
    assert jawaban["pilihan"] == f"$'{NAMA_HASIL}'.${SEL_PERTAMA[0]}${SEL_PERTAMA[1:]}"
    assert jawaban["sel"]["Renstra"] == semula["sel"]["Renstra"]
    assert jawaban["tinggi"]["Renstra"] == semula["tinggi"]["Renstra"]
    assert bersih(jawaban, ruang_tombol)
    tersimpan, salinan = tmp_path / "tersimpan.xlsm", Path(shutil.copy(buku, tmp_path / "salinan.xlsm"))
    perintah.validasi(salinan, tulis=True)
    jawaban = jendela.minta(simpan=str(tersimpan), tampil=[NAMA_HASIL])
    bentuk_sama(jawaban, tersimpan, salinan, [NAMA_HASIL], bahasa)


@pytest.fixture(scope="module")
def salinan_ringkas(buku, tmp_path_factory) -> Path:
    """A copy of the workbook with what `lkjip ringkas` writes."""
    salinan = Path(shutil.copy(buku, tmp_path_factory.mktemp("ringkas") / "salinan.xlsm"))
    perintah.ringkas(salinan)
    return salinan


def isi_lembar(ws) -> dict[str, object]:
    return {c.coordinate: c.value for baris in ws.iter_rows() for c in baris if c.value not in (None, "")}


def test_jawaban_lebih_panjang_dari_yang_dibaca_sekaligus(buku):
    """The summaries are the long answer the next test paints: LibreOffice reads 65,535 letters at once, no more."""
    wb = bangun_buku(muat_buku(buku, perintah.skema()))
    assert len(pesan_jawaban("selesai", "", wb.worksheets)) > 65_535


def test_ringkasan_diklik(jendela, salinan_ringkas, ruang_tombol, bahasa, tmp_path):
    lembar = [b["ringkasan"] for b in perintah.skema().lembar["daftar_tabel"].baris_awal]
    harapan = openpyxl.load_workbook(salinan_ringkas)
    lama = jendela.minta(baca=lembar)["sel"]
    jawaban = jendela.minta(
        klik="Perbarui Ringkasan", baca=[*lembar, "Petunjuk"], gabung=lembar, **foto("ringkasan.png")
    )
    for nama in lembar:
        ws = harapan[nama]
        # openpyxl writes numbers with 16 digits
        isi = {a: pytest.approx(x, rel=1e-14) if isinstance(x, float) else x for a, x in isi_lembar(ws).items()}
        assert {a: s["v"] for a, s in jawaban["sel"][nama].items()} == isi, nama
        berisi = {r.coord for r in ws.merged_cells.ranges if ws.cell(r.min_row, r.min_col).value not in (None, "")}
        assert set(jawaban["gabung"][nama]) == berisi, nama
        tinggi = {n: d.height for n, d in ws.row_dimensions.items() if d.height and n <= len(jawaban["tinggi"][nama])}
        assert {n: jawaban["tinggi"][nama][n - 1] for n in tinggi} == pytest.approx(tinggi, abs=0.2), nama
    assert any(lama[nama] != jawaban["sel"][nama] for nama in lembar)  # or there was nothing to repaint
    assert jawaban["sel"]["Petunjuk"]["C5"]["v"].startswith(f"{len(lembar)} ")
    if os.environ.get("LKJIP_FOTO"):
        for nama in (NAMA_HASIL, *lembar):
            jendela.minta(pilih=[nama, "A1"], potret=foto(f"lembar {nama}.png")["foto"])
        jendela.minta(pilih=["Petunjuk", "A1"])
    assert bersih(jawaban, ruang_tombol)
    tersimpan = tmp_path / "tersimpan.xlsm"
    jawaban = jendela.minta(simpan=str(tersimpan), tampil=lembar)
    bentuk_sama(jawaban, tersimpan, salinan_ringkas, lembar, bahasa)


@SATU_BAHASA
def test_periksa_lembar_ini_dan_bersihkan_tanda(jendela, buku, ruang_tombol):
    """From Petunjuk the sheet named there, Pengukuran, is checked; clearing takes the marks and leaves the findings."""
    milik = [t for t in temuan_json(buku) if t["lembar"] == "Pengukuran"]
    jawaban = jendela.minta(klik="Periksa Lembar Ini", baca=[NAMA_HASIL])
    assert temuan_lembar(jawaban["sel"][NAMA_HASIL]) == [sebaris(t) for t in milik]
    assert tanda(jawaban["sel"][NAMA_HASIL]) == tanda_json(milik) != []
    jawaban = jendela.minta(klik="Bersihkan Tanda", baca=[NAMA_HASIL])
    assert tanda(jawaban["sel"][NAMA_HASIL]) == []
    assert len(temuan_lembar(jawaban["sel"][NAMA_HASIL])) == len(milik)
    assert bersih(jawaban, ruang_tombol)


@SATU_BAHASA
def test_tampilan_diklik(jendela, buku, ruang_tombol):
    """Back and forth: what holds something is never hidden, and nothing else changes."""
    semua = list(Paket.buka(buku).lembar())
    awal = jendela.minta(pilih=["Petunjuk", "A1"], baca=["Anggaran"])
    kosong = {n for n in awal["tersembunyi"] if n in tersembunyi_awal(perintah.skema())}
    assert kosong and kosong == set(awal["tersembunyi"]) - {LEMBAR_KONFIGURASI}
    lengkap = jendela.minta(klik="Tampilan Ringkas / Lengkap", baca=["Anggaran"], **foto("lengkap.png"))
    assert set(lengkap["tersembunyi"]) <= {LEMBAR_KONFIGURASI}
    ringkas = jendela.minta(klik="Tampilan Ringkas / Lengkap", baca=["Anggaran"], **foto("ringkas.png"))
    assert ringkas["tersembunyi"] == awal["tersembunyi"] and set(semua) <= set(ringkas["terkunci"])
    assert awal["sel"] == lengkap["sel"] == ringkas["sel"] and bersih(ringkas, ruang_tombol)


@SATU_BAHASA
def test_buat_laporan_menaruh_dokumen_di_samping_buku(jendela, buku, ruang_tombol):
    semula = jendela.minta(baca=[NAMA_HASIL])
    jawaban = jendela.minta(klik="Buat Laporan", baca=[NAMA_HASIL, "Petunjuk"], **foto("laporan.png"))
    assert jawaban["sel"][NAMA_HASIL] == semula["sel"][NAMA_HASIL]
    assert bersih(jawaban, ruang_tombol)
    dokumen = Path(
        re.search(r" (/.*\.docx)\. ", jawaban["sel"]["Petunjuk"]["C5"]["v"])[1]
    )  # the window works on a copy
    assert dokumen.stem == buku.stem
    assert any(p.text == "BAB III AKUNTABILITAS KINERJA" for p in baca_dok(dokumen).paragraphs)


@SATU_BAHASA
def test_tanpa_lkjip_dikatakan_cara_memasangnya(jendela, data, ruang_tombol, program):
    semula = jendela.minta(baca=[NAMA_HASIL])
    isi = program.read_text(encoding="utf-8")
    program.unlink()
    try:
        jawaban = jendela.minta(klik="Validasi", baca=[NAMA_HASIL, "Petunjuk"], **foto("tanpa.png"))
    finally:
        pasang_lkjip(data, program, isi)
    assert "pip install lkjip-xl" in jawaban["sel"]["Petunjuk"]["C5"]["v"]
    assert jawaban["sel"][NAMA_HASIL] == semula["sel"][NAMA_HASIL]
    assert bersih(jawaban, ruang_tombol)


JAWABAN = 'f="{ruang}/$2/hasil.txt"; printf "%s\\r\\nstatus\\tselesai\\tPalsu\\r\\nlembar\\tPengukuran\\r\\nakhir\\r\\n" "{kepala}" > "$f.baru"; mv "$f.baru" "$f"\n'


@SATU_BAHASA
@pytest.mark.parametrize(
    "kepala", ["lkjip-hasil 99", "lkjip-hasil 1", "lkjip-hasil 2", "lkjip-hasil 2\t0123456789abcdef01234567"]
)
def test_jawaban_versi_lain_atau_permintaan_lain_tidak_dilukis(jendela, data, ruang_tombol, program, kepala):
    semula = jendela.minta(baca=[NAMA_HASIL])
    isi = program.read_text(encoding="utf-8")
    skrip = "#!/bin/sh\n" + JAWABAN.format(ruang=str(ruang_tombol).replace("$", "\\$"), kepala=kepala)
    pasang_lkjip(data, program, skrip)
    try:
        jawaban = jendela.minta(klik="Validasi", baca=[NAMA_HASIL, "Petunjuk"])
    finally:
        pasang_lkjip(data, program, isi)
    assert "--upgrade lkjip-xl" in jawaban["sel"]["Petunjuk"]["C5"]["v"]
    assert jawaban["sel"][NAMA_HASIL] == semula["sel"][NAMA_HASIL]
    assert bersih(jawaban, ruang_tombol)


def isi_isian(buku: Path) -> dict[tuple[str, int, int], tuple]:
    """Every filled cell of the input sheets: value, formula or not; text with Excel's own line ends."""
    milik = {s.lembar for s in perintah.skema().lembar.values()}
    return {
        (nama, *letak): (s.nilai if s.jenis != "galat" else s.galat, s.rumus is not None)
        for nama, lembar in baca_buku(buku).lembar.items()
        if nama in milik
        for letak, s in lembar.sel.items()
        if s.nilai not in (None, "") or s.rumus or s.galat
    }


def test_disimpan_lalu_dipulihkan(jendela, buku, jebakan, ruang_tombol, tmp_path):
    """Saved by LibreOffice after the clicks no cell has changed; `lkjip mesin` brings buttons and code names back."""
    tersimpan = tmp_path / "tersimpan.xlsm"
    jendela.minta(simpan=str(tersimpan))
    dihitung = Paket.buka(buku)  # what reads a planted mistake held no known value and was computed at opening
    isi_tembolok(dihitung, perintah.skema())
    (tmp_path / "dihitung.xlsm").write_bytes(dihitung.ke_bytes())
    lama, baru = isi_isian(tmp_path / "dihitung.xlsm"), isi_isian(tersimpan)
    assert lama.keys() == baru.keys()
    lama[("Anggaran", 10, 19)] = (-2_564_060_001.0, True)  # for the sheet's own N() the text in P10 is nothing
    for letak, (nilai, rumus) in lama.items():
        harap = pytest.approx(nilai, rel=1e-12) if isinstance(nilai, float) else nilai
        assert baru[letak] == (GALAT_MAKRO.get(nilai, harap), rumus), letak
    paket = Paket.buka(tersimpan)
    assert rusak(paket) and mesin_terpasang(paket) is Mesin.VBA
    assert perintah.mesin(tersimpan, "vba") is True
    pulih = Paket.buka(tersimpan)
    assert not rusak(pulih) and isi_isian(tersimpan) == baru
    asli = Paket.buka(buku)
    for nama in ("Petunjuk", "Pengukuran", NAMA_HASIL):
        sifat = [p.xml(p.lembar()[nama].part).find(q("sheetPr")).get("codeName") for p in (asli, pulih)]
        assert sifat[0] == sifat[1], nama
    bentuk = [p.baca(next(n for n in p.daftar() if n.endswith(".vml"))) for p in (asli, pulih)]
    assert bentuk[0] == bentuk[1]
    assert check_file(tersimpan).ok and perintah.mesin(tersimpan, "vba") is False
    lukisan = Paket.buka(tersimpan)  # what buttons painted holds nothing of the user's, with the mark or without
    lukisan.ganti(
        lukisan.bagian_buku,
        re.sub(rb"<definedName[^>]*_lkjip_lembar[^>]*>[^<]*</definedName>", b"", lukisan.baca(lukisan.bagian_buku)),
    )
    (salinan := tmp_path / "lukisan.xlsm").write_bytes(lukisan.ke_bytes())
    assert perintah.ringkas(salinan).tambahan == [] and perintah.validasi(salinan, tulis=True).tambahan == []
    jendela.minta(buka=str(tersimpan), di=str(jebakan), pilih=["Petunjuk", "A1"])
    jawaban = jendela.minta(klik="Validasi", baca=[NAMA_HASIL])
    assert temuan_lembar(jawaban["sel"][NAMA_HASIL]) == [sebaris(t) for t in temuan_json(tersimpan)]
    assert bersih(jawaban, ruang_tombol)


def tanpa_rumus(jawaban: dict) -> dict:
    return {a: s for a, s in jawaban["sel"]["Anggaran"].items() if not s.get("f")}


def test_rapikan_pratinjau_lalu_terapkan(jendela, buku, ruang_tombol, bahasa, tmp_path):
    """The first click lists, the second writes exactly what is marked ya; Anggaran!O9 is doubtful, P10 certain."""
    daftar = perintah.rapikan(buku)
    assert {(u.sel, u.pasti) for u in daftar} == {("O9", False), ("P10", True)}
    semula = tanpa_rumus(jendela.minta(baca=["Anggaran"]))
    jawaban = jendela.minta(klik="Rapikan", baca=["Anggaran", LEMBAR_USULAN], **foto("usulan.png"))
    assert tanpa_rumus(jawaban) == semula
    usul = jawaban["sel"][LEMBAR_USULAN]
    assert [usul[f"B{b}"]["v"] for b in (8, 9)] == ["tidak", "ya"]
    jawaban = jendela.minta(klik="Rapikan", baca=["Anggaran", LEMBAR_RIWAYAT, LEMBAR_USULAN])
    baru = tanpa_rumus(jawaban)
    assert baru["P10"]["v"] == 1_000_000 and {a for a in baru if baru[a] != semula.get(a)} == {"P10"}
    catatan = jawaban["sel"][LEMBAR_RIWAYAT]
    assert (catatan["E8"]["v"], catatan["F8"]["v"], catatan["H8"]["v"]) == ("Rp 1.000.000,-", 1_000_000, "diterapkan")
    assert jawaban["terkunci"]["Anggaran"] and jawaban["terkunci"][LEMBAR_RIWAYAT]
    assert bersih(jawaban, ruang_tombol)
    tersimpan, salinan = tmp_path / "tersimpan.xlsm", Path(shutil.copy(buku, tmp_path / "salinan.xlsm"))
    perintah.terapkan_rapikan(salinan, "pasti", "2025-01-31 10:00")
    milik = ["Anggaran", LEMBAR_RIWAYAT]
    bentuk_sama(jendela.minta(simpan=str(tersimpan), tampil=milik), tersimpan, salinan, milik, bahasa)


def test_ambil_pratinjau_lalu_tulis(jendela, jebakan, ruang_tombol):
    """The first click lists what lies in the folder Ambil, the second writes it: numbers, texts, texts like numbers."""
    folder = jebakan / FOLDER_AMBIL
    folder.mkdir(exist_ok=True)
    isi = "Analisis keberhasilan\n\nIndikator Kinerja;Faktor pendorong;Upaya ke depan\n{};1. Pelatihan é;2.07\n"
    (folder / "analisis.csv").write_text(isi.format("Persentase penyerapan tenaga kerja"), encoding="utf-8")
    semula = jendela.minta(baca=["Analisis"])["sel"]["Analisis"]
    jawaban = jendela.minta(klik="Ambil dari Berkas", baca=["Analisis", LEMBAR_PRATINJAU], **foto("ambil.png"))
    assert jawaban["sel"]["Analisis"] == semula and jawaban["sel"][LEMBAR_PRATINJAU]["C8"]["v"] == "tabel"
    jawaban = jendela.minta(klik="Ambil dari Berkas", baca=["Analisis", LEMBAR_RIWAYAT])
    baru = {a: s["v"] for a, s in jawaban["sel"]["Analisis"].items() if s != semula.get(a) and not s.get("f")}
    assert sorted(baru.values()) == ["1. Pelatihan é", "2.07", "S1.1"]
    assert jawaban["terkunci"]["Analisis"] and jawaban["sel"][LEMBAR_RIWAYAT]["H8"]["v"] == "diterapkan"
    assert bersih(jawaban, ruang_tombol)


@SATU_BAHASA
def test_formulir_bidang_lalu_diambil_kembali(jendela, jebakan, ruang_tombol):
    """Forms appear beside the workbook, which stays as it is; one that was filled in survives the next click and is taken back."""
    semula = jendela.minta(baca=["Analisis"])["sel"]["Analisis"]
    jawaban = jendela.minta(klik="Buat Formulir Bidang", baca=["Analisis"], **foto("formulir.png"))
    assert jawaban["sel"]["Analisis"] == semula and bersih(jawaban, ruang_tombol)
    satu = next((jebakan / "Formulir").glob("Formulir Belum ada penanggung jawab*.xlsx"))
    wb = openpyxl.load_workbook(satu)
    kolom = next(c for c in wb["Analisis"][6] if c.value == "Solusi").column
    wb["Analisis"].cell(8, kolom).value = "2. Ditulis bidang"
    wb.save(satu)
    terisi = satu.read_bytes()
    jendela.minta(klik="Buat Formulir Bidang")
    assert satu.read_bytes() == terisi
    shutil.rmtree(jebakan / FOLDER_AMBIL, ignore_errors=True)
    (jebakan / FOLDER_AMBIL).mkdir()
    (jebakan / FOLDER_AMBIL / satu.name).write_bytes(terisi)
    jendela.minta(klik="Ambil dari Berkas", baca=["Analisis"])
    jawaban = jendela.minta(klik="Ambil dari Berkas", baca=["Analisis"])
    baru = [s["v"] for a, s in jawaban["sel"]["Analisis"].items() if s["v"] != semula.get(a, {}).get("v")]
    assert "2. Ditulis bidang" in baru and bersih(jawaban, ruang_tombol)


@SATU_BAHASA
def test_tanpa_folder_pribadi_dikatakan_caranya(jendela, data, ruang_tombol):
    """No folder, no request: neither in TEMP nor anywhere else."""
    semula = jendela.minta(baca=[NAMA_HASIL])
    tersisih = ruang_tombol.rename(data / "tersisih")
    try:
        jawaban = jendela.minta(klik="Validasi", baca=[NAMA_HASIL, "Petunjuk"])
    finally:
        tersisih.rename(ruang_tombol)
    assert (
        "lkjip_xl.cli pasang" in jawaban["sel"]["Petunjuk"]["C5"]["v"]
        and jawaban["sel"][NAMA_HASIL] == semula["sel"][NAMA_HASIL]
    )
    assert bersih(jawaban, ruang_tombol)


@SATU_BAHASA
def test_yang_menunggu_menjawab_tanpa_program_dimulai(jendela, data, ruang_tombol, program, buku):
    """`lkjip tunggu` runs; the program the macro knows would only leave a mark that it was started."""
    isi, dimulai = program.read_text(encoding="utf-8"), data / "dimulai"
    pasang_lkjip(
        data, program, f"#!/bin/sh\ntouch '{str(dimulai).replace(chr(39), chr(39) + chr(92) + chr(39) * 2)}'\n"
    )
    penunggu = subprocess.Popen(
        [sys.executable, "-m", "lkjip_xl.cli", "tunggu"],
        env=os.environ | {"PYTHONPATH": str(AKAR), "XDG_DATA_HOME": str(data)}, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    try:
        penunggu.stdout.readline()  # it says so when it waits
        jawaban = jendela.minta(klik="Validasi", baca=[NAMA_HASIL])
        assert (ruang_tombol / SIAGA).exists()
    finally:
        penunggu.terminate()
        penunggu.wait(20)
        pasang_lkjip(data, program, isi)
        for sisa in ruang_tombol.glob("[s.]*"):  # killed, it leaves its sign and its lock
            sisa.unlink()
    assert not dimulai.exists() and bersih(jawaban, ruang_tombol)
    # clicks before this one have changed the notes about the summaries
    kesalahan = [sebaris(t) for t in temuan_json(buku) if t["tingkat"] == "Kesalahan"]
    assert [t for t in temuan_lembar(jawaban["sel"][NAMA_HASIL]) if t[0] == "Kesalahan"] == kesalahan != []


@SATU_BAHASA
def test_pindah_ke_templat_terbaru(jendela, buku, ruang_tombol, tmp_path):
    """A new workbook appears beside the open one and is opened; that one, unsaved edit included, is not touched."""
    berkas = tmp_path / buku.name
    paket = Paket.buka(buku)
    tulis_sel(paket, {"Pengukuran": {"C9": Tulis(None)}})
    berkas.write_bytes(paket.ke_bytes())
    semua = list(paket.lembar())
    semula = jendela.minta(buka=str(berkas), pilih=["Petunjuk", "A1"], baca=semua)
    jawaban = jendela.minta(klik="Pindah ke Templat Terbaru", batas=300, baca=semua, **foto("pindah.png"))
    assert jawaban["sel"] == semula["sel"] and bersih(jawaban, ruang_tombol)
    batas = time.monotonic() + 120
    while not (baru := set(jendela.minta()["buku"]) - set(semula["buku"])):  # it opens after the message
        assert time.monotonic() < batas
        time.sleep(1)
    (alamat_baru,) = baru
    berkas = Path(unquote(urlsplit(alamat_baru).path))
    assert berkas.name == f"{buku.stem} - templat {VERSI_TEMPLAT}.xlsm"
    assert len([p for p in berkas.parent.iterdir() if p.name.startswith(buku.stem) and p.suffix == ".xlsm"]) == 2
    kerja = muat_buku(berkas, perintah.skema())
    assert kerja["pengukuran"].sel[9, "sasaran"].asal == "rumus"
    isi = baca_buku(berkas).lembar[LEMBAR_PERUBAHAN].sel
    assert ("Pengukuran", "C9") in {tuple(isi[b, k].nilai for k in (3, 4)) for b, k in isi if k == 4 and b > 7}
    assert not rusak(Paket.buka(berkas))


@SATU_BAHASA
def test_buku_sebagaimana_dibagikan(jendela, jebakan, ruang_tombol, tmp_path):
    """The others click in workbooks with few blank rows; this one has all of them."""
    utuh = folder_buku() / "contoh" / perintah.CONTOH["magetan-2024"]
    berkas = dengan_salah(utuh.read_bytes(), tmp_path / "utuh.xlsm")
    jendela.minta(buka=str(berkas), di=str(jebakan), pilih=["Petunjuk", "A1"])
    jawaban = jendela.minta(klik="Validasi", baca=[NAMA_HASIL])
    assert temuan_lembar(jawaban["sel"][NAMA_HASIL]) == [sebaris(t) for t in temuan_json(berkas)]
    lembar = [b["ringkasan"] for b in perintah.skema().lembar["daftar_tabel"].baris_awal]
    jawaban = jendela.minta(klik="Perbarui Ringkasan", baca=[*lembar, "Petunjuk"])
    perintah.ringkas(salinan := Path(shutil.copy(berkas, tmp_path / "salinan.xlsm")))
    harapan = openpyxl.load_workbook(salinan)
    for nama in lembar:
        assert jawaban["sel"][nama].keys() == isi_lembar(harapan[nama]).keys(), nama
    assert jawaban["sel"]["Petunjuk"]["C5"]["v"].startswith(f"{len(lembar)} ")
    assert bersih(jawaban, ruang_tombol)


def test_yang_ditanam_di_samping_buku_tidak_pernah_berjalan(jendela, jebakan):
    """The last of all clicks: LibreOffice stood in the folder of traps the whole time."""
    assert jendela.minta()["folder"] == str(jebakan) and terjebak(jebakan) == []
