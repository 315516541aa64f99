"""The Word template of a region: set once beside its template, beside every workbook made of it, checked by report and rekap."""

from __future__ import annotations

import io
import shutil
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from buku_pendek import kosong
from jalan_lkjip import lkjip

from lkjip_xl import perintah
from lkjip_xl.buku.galat import GalatBerkas
from lkjip_xl.rekap import Pilihan, buat_rekap, ikhtisar_buku
from lkjip_xl.rekap.aturan_daerah import KOSONG, TEMPLAT_WORD
from lkjip_xl.tabel.muat import muat_buku
from lkjip_xl.tabel.templat_word import BERKAS, sidik_templat
from lkjip_xl.word.gaya_word import templat_bawaan

TANPA = Pilihan(simpan=False)


def kantor() -> bytes:
    """A house style: another face."""
    dok = docx.Document(io.BytesIO(templat_bawaan()))
    dok.styles["Isi"].font.name = "Cambria"
    arus = io.BytesIO()
    dok.save(arus)
    return arus.getvalue()


@pytest.fixture(scope="module")
def daerah(tmp_path_factory) -> Path:
    """A template with a Word document beside it, and the workbooks made of both."""
    f = tmp_path_factory.mktemp("word")
    (f / "T.xlsm").write_bytes(kosong(2025))
    (f / BERKAS).write_bytes(kantor())
    (f / "opd.csv").write_text("OPD;Kabupaten\nDinas A;Kabupaten X\nDinas B;Kabupaten X\n", encoding="utf-8")
    assert lkjip("buat", "--dari", f / "T.xlsm", "--daftar", f / "opd.csv", "-o", f / "D").returncode == 0
    return f


def test_ikut_ke_folder_dan_dikenal_buku(daerah):
    assert (daerah / "D" / BERKAS).read_bytes() == (daerah / BERKAS).read_bytes()
    sidik = sidik_templat((daerah / BERKAS).read_bytes())
    buku = sorted((daerah / "D").glob("*.xlsm"))
    assert [ikhtisar_buku(b, perintah.skema()).aturan[TEMPLAT_WORD] for b in buku] == [sidik] * 2
    # once more: the document is the same, only the workbooks are in the way
    with pytest.raises(GalatBerkas) as galat:
        perintah.buat_daerah(daerah / "T.xlsm", daerah / "opd.csv", daerah / "D")
    assert galat.value.kode == "BK-19" and galat.value.isi["berkas"].endswith(".xlsm")


def test_templat_lain_di_folder_tidak_ditimpa_dan_dokumen_rusak_ditolak(daerah, tmp_path):
    (tmp_path / "D").mkdir()
    (tmp_path / "D" / BERKAS).write_bytes(b"milik orang")
    with pytest.raises(GalatBerkas) as galat:
        perintah.buat_daerah(daerah / "T.xlsm", daerah / "opd.csv", tmp_path / "D")
    assert galat.value.kode == "BK-19" and sorted(x.name for x in (tmp_path / "D").iterdir()) == [BERKAS]
    shutil.copy(daerah / "T.xlsm", tmp_path)
    (tmp_path / BERKAS).write_bytes(b"bukan Word")
    with pytest.raises(GalatBerkas) as galat:
        perintah.buat_daerah(tmp_path / "T.xlsm", daerah / "opd.csv", tmp_path / "E")
    assert galat.value.kode == "LP-11" and not list((tmp_path / "E").glob("*"))


@pytest.mark.lengkap
def test_laporan_memakai_templat_di_samping_buku(daerah, tmp_path):
    """LP-21 says which document is used, LP-22 that it is not the region's; near miss: a workbook without either says nothing."""
    buku = shutil.copy(daerah / "D" / "LKjIP Dinas A 2025.xlsm", tmp_path / "A.xlsm")
    kata = lambda h: sorted({t.kode for t in h.catatan} & {"LP-21", "LP-22"})  # noqa: E731
    assert kata(perintah.laporan(buku, tmp_path / "1.docx", draf=True)) == ["LP-22"]
    shutil.copy(daerah / BERKAS, tmp_path)
    hasil = perintah.laporan(buku, tmp_path / "2.docx", draf=True)
    assert kata(hasil) == ["LP-21"]
    assert docx.Document(io.BytesIO(hasil.data)).styles["Isi"].font.name == "Cambria"
    lain = docx.Document(io.BytesIO(kantor()))
    lain.styles["Isi"].font.name = "Arial"
    lain.save(tmp_path / "L.docx")
    assert kata(perintah.laporan(buku, tmp_path / "3.docx", draf=True, templat=tmp_path / "L.docx")) == ["LP-22"]
    assert "LP-21" not in kata(perintah.laporan(buku, tmp_path / "4.docx", draf=True, templat=tmp_path / BERKAS))
    kalimat = perintah.laporan_tombol(muat_buku(buku, perintah.skema()), buku)
    assert BERKAS in kalimat and docx.Document(str(tmp_path / "A.docx")).styles["Isi"].font.name == "Cambria"
    (tmp_path / "lain").mkdir()
    biasa = shutil.copy(daerah / "T.xlsm", tmp_path / "lain" / "B.xlsm")
    assert kata(perintah.laporan(biasa, tmp_path / "lain" / "B.docx", draf=True)) == []


@pytest.mark.lengkap
def test_rekap_menyebut_buku_yang_berbeda(daerah, tmp_path):
    """A workbook that was made without the document deviates; near miss: a template without one sets nothing."""
    buku = shutil.copytree(daerah / "D", tmp_path / "D")
    (tmp_path / "opd.csv").write_text("OPD\nDinas C\n", encoding="utf-8")
    shutil.copy(daerah / "T.xlsm", tmp_path)
    perintah.buat_daerah(tmp_path / "T.xlsm", tmp_path / "opd.csv", tmp_path / "E")
    shutil.copy(tmp_path / "E" / "LKjIP Dinas C 2025.xlsm", buku)
    sidik = sidik_templat((daerah / BERKAS).read_bytes())
    r = buat_rekap([buku], perintah.skema(), replace(TANPA, templat=daerah / "T.xlsm"))
    beda = [(m.entri.nama, m.isi, m.seharusnya) for m in r.menyimpang if m.setelan == TEMPLAT_WORD]
    assert beda == [("Dinas C", KOSONG, sidik)] and "RK-09" in {t.kode for t in r.temuan}
    r = buat_rekap([buku], perintah.skema(), replace(TANPA, templat=tmp_path / "T.xlsm"))
    assert not [m for m in r.menyimpang if m.setelan == TEMPLAT_WORD]


@pytest.mark.lengkap
def test_terbawa_ke_tahun_berikut_dan_templat_baru(daerah, tmp_path):
    lama = shutil.copy(daerah / "D" / "LKjIP Dinas A 2025.xlsm", tmp_path / "A.xlsm")
    sk = perintah.skema()
    perintah.tahun_baru(lama, tmp_path / "B.xlsm", sk=sk)
    perintah.perbarui(lama, sk=sk)
    sidik = sidik_templat((daerah / BERKAS).read_bytes())
    assert [muat_buku(tmp_path / n, sk).templat_word for n in ("A.xlsm", "B.xlsm")] == [sidik] * 2
