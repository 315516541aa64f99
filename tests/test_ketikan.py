"""What staff type into a cell, in an English and an Indonesian LibreOffice: read as it was meant, or a finding at that very cell."""

from __future__ import annotations

from pathlib import Path

import buku_pendek
import pytest
from bahasa import TANDA
from jendela import Jendela, jendela_tersedia

from lkjip_xl import perintah
from lkjip_xl.buku.paket import Paket
from lkjip_xl.buku.tulis import Tulis, tulis_sel
from lkjip_xl.tabel.model import BARIS_DATA
from lkjip_xl.tabel.muat import muat_buku
from lkjip_xl.validasi.periksa import periksa

SKEMA = perintah.skema()
# how amounts and figures are written (docs of the field), and what each means; None: no number can be told from it
RUPIAH: dict[str, float | None] = {
    "1.168.800.000,-": 1_168_800_000, "Rp. 3.457.628.590,-": 3_457_628_590, "Rp 90.000.000,-": 90_000_000, "Rp90.000.000,-": 90_000_000,
    "Rp 90.000.000": 90_000_000, "90.000.000": 90_000_000, "1.168.800.00": None, "3.457.628,590": None, "25.000.0000": None, "-": None, "N/A": None,
}  # fmt: skip
ANGKA: dict[str, float | None] = {
    "35,35 Juta rp/tenaga kerja": 35.35, "1 Dok": 1, "2500 orang": 2500, "35,28*": 35.28,
    "28,06 07": None, "12,5": 12.5, "-": None, "N/A": None,
}  # fmt: skip


PERSEN: dict[str, float | None] = {"76,99%": 76.99, "76.99 %": 76.99, "75%": 75, "92,5": 92.5, "-": None}

# what LibreOffice itself makes another number of while it is typed, and the finding that says so
LAIN: dict[str, dict[tuple[str, str], tuple[str, ...]]] = {
    "id-ID": {
        ("realisasi_rp", "1.168.800.000,-"): ("AN-08",), ("realisasi_rp", "Rp 90.000.000,-"): ("AN-08",), ("realisasi_rp", "Rp90.000.000,-"): ("AN-08",),
        ("realisasi_rp", "3.457.628,590"): ("AN-07",), ("fisik", "76,99%"): ("AN-06",), ("fisik", "75%"): ("AN-06",),
    },
    "en-US": {("fisik", "76.99 %"): ("AN-06",), ("fisik", "75%"): ("AN-06",)},
}  # fmt: skip


@pytest.mark.lo
@pytest.mark.lengkap
@pytest.mark.parametrize("bahasa", ["id-ID", "en-US"])
def test_diketik_di_sel(libreoffice_di, tmp_path: Path, bahasa: str) -> None:
    (asal := tmp_path / "asal.xlsm").write_bytes(buku_pendek.contoh())
    tabel = muat_buku(asal, SKEMA).tabel
    diketik = [
        (tabel[id_].lembar, tabel[id_].alamat(baris, kolom), id_, kolom, baris, teks, arti)
        for id_, kolom, bentuk in (
            ("anggaran", "realisasi_rp", RUPIAH),
            ("anggaran", "fisik", PERSEN),
            ("pengukuran", "realisasi", ANGKA),
        )
        for baris, (teks, arti) in enumerate(bentuk.items(), BARIS_DATA)
    ]
    isi: dict[str, dict[str, str]] = {}
    for lembar, alamat, *_, teks, _ in diketik:
        isi.setdefault(lembar, {})[alamat] = teks
    libreoffice_di(bahasa).ketik(asal, isi, tersimpan := tmp_path / "diketik.xlsm")
    buku = muat_buku(tersimpan, SKEMA)
    disebut: dict[tuple[str, str], set[str]] = {}
    for t in periksa(buku).temuan:
        for s in t.sel_semua:
            disebut.setdefault((t.lembar, s), set()).add(t.kode)
    hasil = {}
    for lembar, alamat, id_, kolom, baris, teks, arti in diketik:
        nilai = buku.tabel[id_].sel[baris, kolom].nilai
        tepat = nilai == (None if arti is None else pytest.approx(arti))
        hasil[kolom, teks] = (
            None if tepat else tuple(k for k in ("AN-06", "AN-07", "AN-08") if k in disebut.get((lembar, alamat), ()))
        )
    assert {x: kode for x, kode in hasil.items() if kode is not None} == LAIN[bahasa]
    assert all(buku.tabel[id_].sel[b, k].nilai is not None for _, _, id_, k, b, _, arti in diketik if arti is not None)


# typed as the realisasi of an indicator: what the cell then holds, and what is asked about it there. S1.1 is in %, the others
# are not; a cell with a number format keeps nothing of the percent sign, so that only the indicator's other figures tell
PERSEN_BERSATUAN = {
    "S1.1": ("75%", 0.75, {"AN-06"}), "S3.2": ("75%", 0.75, {"KW-03"}), "S2.1": ("75%", 0.75, {"KW-05"}), "S3.1": ("75", 75, set()),
}  # fmt: skip
TANYA_PERSEN = {"AN-06", "AN-10", "AN-29", "KW-03", "KW-05"}


@pytest.mark.lo
@pytest.mark.lengkap
@pytest.mark.parametrize("bahasa", ["id-ID", "en-US"])
def test_persen_diketik_di_baris_bersatuan_lain(libreoffice_di, tmp_path: Path, bahasa: str) -> None:
    """75% in a row of whatever unit becomes 0,75 while it is typed; a finding at that very cell asks about it."""
    (asal := tmp_path / "asal.xlsm").write_bytes(buku_pendek.contoh())
    t = muat_buku(asal, SKEMA).tabel["pengukuran"]
    baris = {s.nilai: b for (b, k), s in t.sel.items() if k == "kode"}
    sel = {kode: t.alamat(baris[kode], "realisasi") for kode in PERSEN_BERSATUAN}
    diketik = {t.lembar: {sel[kode]: teks for kode, (teks, _, _) in PERSEN_BERSATUAN.items()}}
    libreoffice_di(bahasa).ketik(asal, diketik, tersimpan := tmp_path / "diketik.xlsm")
    buku = muat_buku(tersimpan, SKEMA)
    temuan = [x for x in periksa(buku).temuan if x.lembar == t.lembar and x.kode in TANYA_PERSEN]
    hasil = {
        kode: (
            buku.tabel["pengukuran"].sel[baris[kode], "realisasi"].nilai,
            {x.kode for x in temuan if sel[kode] in x.sel_semua},
        )
        for kode in sel
    }
    assert hasil == {kode: (nilai, tanya) for kode, (_, nilai, tanya) in PERSEN_BERSATUAN.items()}


# an indicator without other figures: what is asked by the format of the cell, where one cannot see the percent sign any more
TANPA_PEMBANDING = {
    ("dokumen", "General"): {"AN-05", "AN-10"}, ("nilai", "General"): {"AN-05", "AN-10"}, ("%", "General"): {"AN-05"},
    ("dokumen", "0"): {"AN-29"}, ("nilai", "0"): {"AN-29"}, ("km", "#,##0"): {"AN-29"}, ("%", "0"): {"AN-06"},
    ("dokumen", "0.00"): {"AN-29"}, ("orang", "0.00"): {"AN-29"},
    ("nilai", "0.00"): set(),  # the same cell as of 0,75 typed
}  # fmt: skip


@pytest.mark.lo
@pytest.mark.lengkap
@pytest.mark.parametrize("bahasa", ["id-ID", "en-US"])
def test_persen_diketik_tanpa_angka_lain(libreoffice_di, tmp_path: Path, bahasa: str) -> None:
    paket = Paket.dari_bytes(buku_pendek.kosong(), "asal.xlsm")
    tabel = muat_buku(paket, SKEMA).tabel
    awal: dict[str, dict[str, Tulis]] = {}
    ketikan: dict[str, dict[str, str]] = {}
    for b, (satuan, bentuk) in enumerate(TANPA_PEMBANDING, BARIS_DATA):
        indikator = {
            "kode": f"S{b}.1",
            "jenjang": "sasaran",
            "indikator": f"Ukuran {b}",
            "satuan": satuan,
            "arah": "naik",
        }
        for id_, isi in (
            ("indikator", indikator), ("pengukuran", {"kode": f"S{b}.1"}), ("anggaran", {"level": "program", "nama": f"P{b}", "satuan": satuan}),
        ):  # fmt: skip
            t = tabel[id_]
            awal.setdefault(t.lembar, {}).update({t.alamat(b, k): Tulis(x) for k, x in isi.items()})
            if id_ != "indikator":
                awal[t.lembar][t.alamat(b, "realisasi")] = Tulis(80, format=bentuk)
                ketikan.setdefault(t.lembar, {})[t.alamat(b, "realisasi")] = "75%"
    tulis_sel(paket, awal)
    (asal := tmp_path / "asal.xlsm").write_bytes(paket.ke_bytes())
    libreoffice_di(bahasa).ketik(asal, ketikan, tersimpan := tmp_path / "diketik.xlsm")
    temuan = [x for x in periksa(muat_buku(tersimpan, SKEMA)).temuan if x.kode in TANYA_PERSEN | {"AN-05"}]
    for id_ in ("pengukuran", "anggaran"):
        t = tabel[id_]
        hasil = {
            x: {f.kode for f in temuan if f.lembar == t.lembar and t.alamat(b, "realisasi") in f.sel_semua}
            for b, x in enumerate(TANPA_PEMBANDING, BARIS_DATA)
        }
        assert hasil == TANPA_PEMBANDING, id_


# typed with the keyboard into Realisasi (Rp): what is refused there and then, and what the cell holds afterwards
DITOLAK = {"id-ID": {"Rp 90.000.000,-", "1.168.800.000,-", "-5000"}, "en-US": {"-5000"}}
TERKETIK = ("Rp 90.000.000,-", "1.168.800.000,-", "-5000", "90.000.000", "N/A", "-", "75000")


@pytest.mark.lo
@pytest.mark.lengkap
@pytest.mark.skipif(not jendela_tersedia(), reason="needs a virtual screen (Debian: xvfb xdotool)")
@pytest.mark.parametrize("bahasa", ["id-ID", "en-US"])
def test_negatif_ditolak_saat_diketik(tmp_path: Path, bahasa: str) -> None:
    """An amount that would become negative is refused before anybody counts with it; a sasaran's code is taken unasked."""
    (asal := tmp_path / "asal.xlsm").write_bytes(buku_pendek.kosong())
    (tmp_path / "kerja").mkdir()
    jendela = Jendela(tmp_path / "data", tmp_path, bahasa)
    try:
        jendela.minta(buka=str(asal), di=str(tmp_path / "kerja"))
        sel = [["Anggaran", f"Q{b}", teks] for b, teks in enumerate(TERKETIK, BARIS_DATA)]
        lain = [["Penunjang", "A8", "S3"], ["Indikator", "F8", "predikat"], ["Indikator", "F9", "bukan satuan"]]
        jawaban = jendela.minta(ketik=[*sel, *lain], baca=["Anggaran", "Penunjang"])
    finally:
        jendela.tutup()
    ditolak = {teks for (_, _, teks), pesan in zip(sel, jawaban["pesan"], strict=False) if pesan}
    assert jawaban["satu_setengah"] == f"1{TANDA[bahasa][0]}5" and ditolak == DITOLAK[bahasa]
    isi = jawaban["sel"]["Anggaran"]
    assert {teks for _, a, teks in sel if a not in isi} == ditolak
    assert [bool(pesan) for pesan in jawaban["pesan"][-3:]] == [False, False, True]
    assert jawaban["sel"]["Penunjang"]["A8"]["v"] == "S3"
