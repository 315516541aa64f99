"""Tables that are no sheet of ours go to Tabel Bebas as they stand, when the user says yes and never before."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from buku_pendek import kosong
from dinas_pangan import buku

from lkjip_xl import perintah
from lkjip_xl.rencana import Rencana, rencanakan
from lkjip_xl.sumber import urai
from lkjip_xl.sumber.model import Kisi, SelAsing
from lkjip_xl.tabel.model import BARIS_DATA
from lkjip_xl.tabel.muat import muat_buku
from lkjip_xl.validasi.periksa import periksa

ISU = """
Isu strategis pangan
No | Masalah | Akar masalah | Rumah tangga
(1) | (2) | (3) | (4)
1 | Gagal panen | Irigasi rusak | 120
2 | Harga naik | Pasokan kurang | 80
3 | Gizi buruk | Pangan tidak beragam | 30
Jumlah | | | 230
Sumber: rapat
"""
KOLOM = ("judul", "bagian", "baris", "k1", "k2", "k3", "k4")


def kisi(teks: str, nomor: int = 1, berkas: str = "LALU.docx") -> Kisi:
    baris = [[x.strip() for x in b.split("|")] for b in teks.strip().splitlines()]
    sel = {(b, k): SelAsing(x) for b, isi in enumerate(baris, 1) for k, x in enumerate(isi, 1) if x}
    return Kisi(berkas, "", nomor, sel)


def rencana(*semua: Kisi, ya: tuple[str, ...] = (), dari=None, **jawab: bool) -> Rencana:
    tabel = [t for k in semua for t in urai(k)]
    return rencanakan(dari or buku(), tabel, dict.fromkeys(ya, True) | jawab, kisi=semua)


def bebas(r: Rencana) -> list[tuple]:
    return [tuple(x[k] for k in KOLOM) for _, x in r.buku["tabel_bebas"].rekaman()]


def test_tanpa_ya_tidak_satu_sel_pun_ditulis() -> None:
    r = rencana(kisi(ISU))
    assert [(p.id, p.bawaan, p.tetap, p.tujuan) for p in r.pertanyaan] == [("1", False, False, "Tabel Bebas")]
    assert not r.tulis and bebas(r) == [] and r.terbuka
    assert {t.kode for t in r.temuan} == {"AB-01"}
    assert {s.alasan for s in r.sel if s.teks in ("Gagal panen", "120")} == {
        "tabel tidak dikenali; untuk Tabel Bebas belum dijawab ya"
    }
    assert {s.nasib.value for s in r.sel if s.teks == "Gagal panen"} == {"tidak dipakai"}


def test_dengan_ya_disalin_apa_adanya() -> None:
    r = rencana(kisi(ISU), ya=("1",))
    assert bebas(r) == [
        ("Isu strategis pangan", "Isu strategis", "kepala", "No", "Masalah", "Akar masalah", "Rumah tangga"),
        (None, None, "kepala", "(1)", "(2)", "(3)", "(4)"),
        (None, None, None, "1", "Gagal panen", "Irigasi rusak", "120"),
        (None, None, None, "2", "Harga naik", "Pasokan kurang", "80"),
        (None, None, None, "3", "Gizi buruk", "Pangan tidak beragam", "30"),
        (None, None, None, "Jumlah", None, None, "230"),
    ]
    assert not r.terbuka and {t.kode for t in r.temuan} == set()
    assert {s.nasib.value for s in r.sel if s.teks in ("Masalah", "(3)", "Pasokan kurang", "230")} == {"ditulis"}
    assert [s.alasan for s in r.sel if s.teks == "Sumber: rapat"] == ["catatan kaki"]
    assert len(r.sel) == len(kisi(ISU).sel)


@pytest.mark.parametrize(("jumlah", "kode"), [("230", []), ("240", ["TB-10"])])
def test_jumlahnya_diperiksa_aturan_tabel_bebas(jumlah: str, kode: list[str]) -> None:
    r = rencana(kisi(ISU.replace("230", jumlah)), ya=("1",))
    assert [t.kode for t in periksa(r.buku).temuan if t.kode.startswith("TB")] == kode


def test_jumlah_bernama_lain_disebut_jumlah() -> None:
    """A total that the sheet itself would not know for one; a name that merely begins like one stays a row."""
    teks = (
        "Rekap kasus\nWilayah | Jenis | Anggaran\nUtara | a | 5\nSelatan | b | 6\nJumlah kasus lama | c | 4\n{} | | 16"
    )
    total = rencana(kisi(teks.format("TOTAL ANGGARAN")), ya=("1",))
    assert [x[2] for x in bebas(total)] == [None, None, None, None, "jumlah"]
    assert [t.kode for t in periksa(total.buku).temuan if t.kode == "TB-10"] == ["TB-10"]
    nama = rencana(kisi(teks.format("Jumlah se-Kabupaten")), ya=("1",))
    assert [x[2] for x in bebas(nama)] == [None] * 5
    assert [t.kode for t in periksa(nama.buku).temuan if t.kode == "TB-10"] == []


def test_sekali_lagi_sama_dan_isi_lain_bentrok() -> None:
    pertama = rencana(kisi(ISU), ya=("1",))
    lagi = rencana(kisi(ISU), dari=pertama.buku)
    assert not lagi.tulis and lagi.tuntas and not lagi.pertanyaan
    lain = rencana(kisi(ISU.replace("80", "85")), ya=("1",), dari=pertama.buku)
    assert not lain.tulis and [s.nasib.value for s in lain.sel if s.teks == "85"] == ["bertentangan"]
    panjang = rencana(kisi(ISU.replace("Jumlah |", "4 | Hama | Cuaca | 0\nJumlah |")), ya=("1",), dari=pertama.buku)
    assert not panjang.tulis and not panjang.pertanyaan and panjang.terbuka


def test_dua_tabel_dan_yang_tidak_muat() -> None:
    """Each begins with its own title; what has more columns than the sheet, or more rows than it has left, is not offered."""
    lain = "Jenis pelatihan\nJenis | Peserta\nMenjahit | 20\nLas | 15"
    r = rencana(kisi(ISU), kisi(lain, 2), ya=("1", "2"))
    assert [x[0] for x in bebas(r) if x[0]] == ["Isu strategis pangan", "Jenis pelatihan"] and len(bebas(r)) == 9
    lebar = "Lebar\n" + "\n".join(" | ".join(f"{x}{n}" for n in range(11)) for x in ("Uraian ", "Isi ", "Isi "))
    assert not rencana(kisi(lebar)).pertanyaan
    pendek = buku()
    t = pendek["tabel_bebas"]
    t.skema = replace(t.skema, baris=3)
    assert not rencana(kisi(ISU), ya=("1",), dari=pendek).tulis


def test_tanpa_judul_dan_tabel_yang_dikenali() -> None:
    """A table without a title is named by its place; one that is a sheet of ours is never offered."""
    tanpa = "\n".join(ISU.strip().splitlines()[1:])
    r = rencana(kisi(tanpa), kisi(tanpa, 2), ya=("1", "2"))
    assert [x[0] for x in bebas(r) if x[0]] == ["LALU.docx tabel 1", "LALU.docx tabel 2"]
    ukur = "Pengukuran Kinerja Tahun 2024\nSasaran | Indikator Kinerja | Satuan | Target | Realisasi\nA | Angka A | % | 5 | 4\nB | Angka B | % | 6 | 3"
    assert all(p.tujuan != "Tabel Bebas" for p in rencana(kisi(ukur)).pertanyaan)


@pytest.mark.lengkap
def test_perintah_pratinjau_terapkan_dan_urungkan(tmp_path: Path) -> None:
    """From the command: nothing without an answer, --ya writes and records it, taken back it is gone."""
    berkas, sumber = tmp_path / "b.xlsm", tmp_path / "isu.html"
    berkas.write_bytes(kosong(2024))
    baris = "".join(
        f"<tr>{''.join(f'<td>{x}</td>' for x in b.split('|'))}</tr>" for b in ISU.strip().splitlines()[1:-1]
    )
    sumber.write_text(f"<p>Isu strategis pangan</p><table>{baris}</table>", encoding="utf-8")
    r, baru = perintah.terapkan_ambil(berkas, [sumber], "2024-01-01 08:00")
    assert not baru and perintah.kode_ambil(r, diterapkan=True) == 2
    r, baru = perintah.terapkan_ambil(berkas, [sumber], "2024-01-01 08:00", ya=["1"])
    assert len(baru) == 26 and perintah.kode_ambil(r, diterapkan=True) == 0
    t = muat_buku(berkas, perintah.skema())["tabel_bebas"]
    assert t.isi(BARIS_DATA)["judul"] == "Isu strategis pangan" and t.isi(BARIS_DATA + 5)["k4"] == "230"
