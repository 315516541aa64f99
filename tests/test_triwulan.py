"""Quarters have one home: the sheet Triwulan dan Rencana Aksi, whatever workbook or CSV they come from."""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path

import openpyxl
import pytest
from buku_md import buku_md, di, semua
from buku_pendek import kosong
from masa_depan import kecil
from satu_jalan import sekali_jalan

from lkjip_xl import perintah
from lkjip_xl.buku.baca import baca_buku
from lkjip_xl.buku.paket import Paket
from lkjip_xl.buku.tulis import Tulis, tulis_sel
from lkjip_xl.isi import isi_buku, muat_csv
from lkjip_xl.lembar.bangun import bangun
from lkjip_xl.perbarui import Jenis, bukti, perbarui_buku
from lkjip_xl.ringkasan import RINGKASAN
from lkjip_xl.tabel.muat import muat_buku
from lkjip_xl.validasi.periksa import periksa

V1 = Path(__file__).parent / "data" / "templat" / "v1.xlsm"
RUMAH = "Triwulan dan Rencana Aksi"
TW = "TW-01", "TW-02", "TW-03", "TW-11"
INDIKATOR = """
| Indikator | kode | jenjang | indikator | satuan | arah | sifat     | cara_tw      |
|           | S1.1 | sasaran | A | orang | naik | jumlah    | kumulatif    |
|           | S1.2 | sasaran | B | orang | naik | jumlah    | per triwulan |
|           | S1.3 | sasaran | C | %     | naik | rata-rata | hanya TW IV  |
|           | S1.4 | sasaran | D | orang | naik | jumlah    |              |

"""


def _triwulan(kode: str, *realisasi: str, target: tuple[str, ...] = ("",) * 4) -> str:
    isi = zip(("I", "II", "III", "IV"), target, realisasi, strict=True)
    return "\n".join(f"| | {kode} | {tw} | {t} | {r} |" for tw, t, r in isi)


def _buku(kode: str, *realisasi: str, tahun: str = "") -> str:
    kepala = f"| {RUMAH} | kode | tw | target | realisasi |\n"
    return (
        INDIKATOR
        + kepala
        + _triwulan(kode, *realisasi)
        + f"\n\n| Pengukuran | kode | realisasi |\n| | {kode} | {tahun} |"
    )


@pytest.mark.parametrize(
    ("kode", "triwulan", "setahun"),
    [
        ("S1.1", ("10", "25", "40", "60"), 60),
        ("S1.1", ("10", "25", "", ""), 25),  # still running
        ("S1.2", ("10", "25", "40", "60"), 135),
        ("S1.3", ("10", "25", "40", "60"), 60),
        ("S1.3", ("10", "25", "40", ""), None),
        ("S1.4", ("10", "25", "40", "60"), 135),  # not said: as ever
    ],
)
def test_realisasi_menurut_cara_catat(kode: str, triwulan: tuple[str, ...], setahun: float | None) -> None:
    t = buku_md(_buku(kode, *triwulan))["pengukuran"]
    assert t.nilai(8, "realisasi") == setahun and t.nilai(8, "tw1") == 10


@pytest.mark.parametrize(
    ("kode", "triwulan", "setahun", "temuan"),
    [
        ("S1.1", ("10", "25", "40", "60"), "60", []),
        ("S1.1", ("10", "25", "40", "60"), "61", [("TW-02", di("pengukuran", "realisasi"))]),
        ("S1.1", ("10", "25", "40", "60"), "135", [("TW-03", di("pengukuran", "realisasi"))]),
        ("S1.1", ("10", "25", "20", "60"), "60", [("TW-11", di("triwulan", "realisasi", 10))]),
        ("S1.2", ("10", "25", "20", "60"), "115", []),
        ("S1.3", ("10", "25", "40", "60"), "60", []),
        ("S1.3", ("10", "25", "40", "60"), "70", [("TW-02", di("pengukuran", "realisasi"))]),
        ("S1.4", ("10", "25", "40", "60"), "60", [("TW-03", di("pengukuran", "realisasi"))]),
    ],
)  # fmt: skip
def test_aturan_menurut_cara_catat(kode: str, triwulan: tuple[str, ...], setahun: str, temuan: list) -> None:
    assert semua(_buku(kode, *triwulan, tahun=setahun), *TW) == temuan


def test_temuan_menyebut_rumahnya() -> None:
    (t,) = [x for x in periksa(buku_md(_buku("S1.2", "1", "2", "3", "4", tahun="9"))).temuan if x.kode == "TW-02"]
    assert set(t.sel_terkait) == {(RUMAH, f"G{b}") for b in (8, 9, 10, 11)}


def test_target_pk_dari_rumahnya() -> None:
    teks = INDIKATOR + f"| {RUMAH} | kode | tw | target_semula | target |\n"
    teks += "| | S1.2 | I | 1 | 2 |\n| | S1.2 | IV | | 8 |\n\n| PK | versi | kode | target |\n| | murni | S1.2 | 9 |\n| | perubahan | S1.2 | 10 |"
    t = buku_md(teks)["pk"]
    assert [(t.nilai(b, "tw1"), t.nilai(b, "tw4")) for b in (8, 9)] == [(1, 8), (2, 8)]
    assert semua(teks, "TW-01") == []
    assert semua(teks.replace("perubahan | S1.2 | 10", "perubahan | S1.2 | 11"), "TW-01") == [
        ("TW-01", di("pk", "target", 9))
    ]


@pytest.mark.parametrize(
    ("kode", "keliru"), [("S1.1", False), ("s1.1", False), ("1.01.02", False), ("1.01.09", True), ("S1.9", True)]
)
def test_kode(kode: str, keliru: bool) -> None:
    teks = INDIKATOR + "| Anggaran | kode | level | nama |\n| | 1.01.02 | subkegiatan | Z |\n\n"
    teks += f"| {RUMAH} | kode | tw |\n| | {kode} | I |"
    assert semua(teks, "TW-10", "LB-07") == ([("TW-10", di("triwulan", "kode"))] if keliru else [])


@pytest.mark.parametrize(("kode", "keliru"), [("Z9.9", True), ("zz12.3", True), ("1.01.02", False), ("Rapat A", False)])
def test_kode_tanpa_lembar_program(kode: str, keliru: bool) -> None:
    """Without any programme kode: one numbered like the indicators is none of a subkegiatan."""
    teks = INDIKATOR + f"| {RUMAH} | kode | tw |\n| | {kode} | I |"
    assert semua(teks, "TW-10", "LB-07") == ([("TW-10", di("triwulan", "kode"))] if keliru else [])


def test_ringkasan_sama_dari_buku_lama_dan_baru() -> None:
    """Per indicator and, below, per subkegiatan; a workbook with the old columns gives the same."""
    baru = (
        INDIKATOR
        + f"| {RUMAH} | kode | tw | target | realisasi |\n| | S1.2 | I | 4 | 5 |\n| | S1.2 | II | 8 | 2 |\n{{}}"
    )
    lama = (
        INDIKATOR
        + "| PK | versi | kode | tw1 | tw2 |\n| | murni | S1.2 | 4 | 8 |\n\n| Pengukuran | kode | tw1 | tw2 |\n| | S1.2 | 5 | 2 |"
    )
    ukur = "\n\n| Pengukuran | kode |\n| | S1.2 |\n| | S1.1 |"
    sub = "| | 1.01 | II | 3 | 3 |\n\n| Anggaran | kode | nama | arah |\n| | 1.01 | Rapat | naik |"
    a, b = (RINGKASAN["Capaian per Triwulan"](buku_md(x)) for x in (baru.format("") + ukur, lama))
    assert a.terlihat() == b.terlihat()
    ukuran = ("target_tw1", "realisasi_tw1", "capaian_tw1", "target_tw2", "realisasi_tw2", "capaian_tw2")
    assert [[r.nilai.get(k) for k in ukuran] for r in a.baris] == [[4, 5, 125, 8, 2, 25]]
    c = RINGKASAN["Capaian per Triwulan"](buku_md(baru.format(sub) + ukur))
    assert [(r.nilai.get("indikator"), r.nilai.get("capaian_tw2")) for r in c.baris if r.gaya == "biasa"] == [
        ("B", 25),
        ("Rapat", 100),
    ]


@pytest.mark.parametrize(("isi", "dikatakan"), [("0 | 0", 1), ("0 | ", 0), ("4 | 5", 0)])
def test_triwulan_bertarget_nol_diterangkan(isi: str, dikatakan: int) -> None:
    """Capaian 100 where nothing was due and nothing done: the table says what it means."""
    teks = (
        INDIKATOR
        + f"| {RUMAH} | kode | tw | target | realisasi |\n| | S1.2 | I | {isi} |\n\n| Pengukuran | kode |\n| | S1.2 |"
    )
    t = RINGKASAN["Capaian per Triwulan"](buku_md(teks))
    assert len([c for c in t.catatan if "target 0" in c]) == dikatakan
    if dikatakan:
        assert t.baris[-1].nilai["capaian_tw1"] == 100


# -- filling from CSV -----------------------------------------------------------------------------------------------------


def _csv(folder: Path, **isi: str) -> Path:
    folder.mkdir(exist_ok=True)
    for nama, teks in isi.items():
        (folder / f"{nama}.csv").write_text(teks, encoding="utf-8")
    return folder


INDIKATOR_CSV = (
    "kode,jenjang,indikator,satuan,arah,sifat\nS1.1,sasaran,A,orang,naik,jumlah\nS1.2,sasaran,B,%,naik,akhir\n"
)


def test_csv_lama_masuk_ke_rumahnya(tmp_path: Path) -> None:
    """Columns tw1 … tw4 land in the home, said once per sheet; a second filling finds the same rows."""
    folder = _csv(
        tmp_path / "csv",
        indikator=INDIKATOR_CSV,
        pengukuran='kode,tw1,tw2,tw3,tw4,realisasi\nS1.1,1,2,,"4,50",\nS1.2,,,,x,80\n',
        pk="versi,kode,tw1,tw4\nmurni,S1.1,1,5\nperubahan,S1.1,2,5\n",
    )
    sk = kecil(perintah.skema())
    paket = Paket.dari_bytes(bangun(sk), "buku.xlsm")
    hasil, _ = isi_buku(paket, folder, sk)
    assert sorted((t.kode, t.sel) for t in hasil.temuan) == [("AN-01", "G15"), ("LB-40", "F8"), ("LB-40", "G8")]
    buku = muat_buku(paket, sk)
    t = buku["triwulan"]
    assert [(r["kode"], r["tw"], r["target_semula"], r["target"], r["realisasi"]) for _, r in t.rekaman()][:4] == [
        ("S1.1", "I", 1, 2, 1), ("S1.1", "II", None, None, 2), ("S1.1", "III", None, None, None), ("S1.1", "IV", 5, 5, 4.5),
    ]  # fmt: skip
    assert t.desimal(11, "realisasi") == 2 and buku["pengukuran"].nilai(8, "realisasi") == 7.5
    assert all(s.asal == "rumus" for (_, k), s in buku["pengukuran"].sel.items() if k.startswith("tw"))
    assert hasil.pindah["pengukuran", 8, "tw4"] == (RUMAH, "G11")
    isi_buku(paket, folder, sk)
    assert len(muat_buku(paket, sk)["triwulan"].baris) == len(t.baris) == 8


def test_csv_tanpa_tempat(tmp_path: Path) -> None:
    """What has no kode, or no place of its own, stays where it was printed, and is said."""
    pk = "versi,kode,tw1\nmurni,S1.1,1\nRKT,S1.1,{}\n"
    for n, (rkt, kode) in enumerate((("3", ["LB-41"]), ("1", []))):
        folder = _csv(tmp_path / str(n), indikator=INDIKATOR_CSV, pk=pk.format(rkt))
        buku = muat_csv(folder, perintah.skema())
        assert [t.kode for t in buku.temuan if t.kode == "LB-41"] == kode
        assert buku["pk"].nilai(9, "tw1") == float(rkt)


@pytest.mark.lengkap
def test_isi_buku_lama_memakai_kolom_lama(tmp_path: Path) -> None:
    folder = _csv(tmp_path / "csv", pengukuran="kode,tw1\nT1.1,5\n")
    paket = Paket.buka(V1)
    hasil, buku = isi_buku(paket, folder, perintah.skema())
    assert not hasil.temuan and not hasil.pindah
    assert not buku["triwulan"].ada and buku["pengukuran"].nilai(8, "tw1") == 5


# -- workbooks of version 1 -----------------------------------------------------------------------------------------------


@cache
def _skema():
    return kecil(perintah.skema(), 30)


@sekali_jalan
def _lama() -> bytes:
    """Version 1 with quarters typed in every way: number with decimals, text, doubtful, an own formula, RKT beside murni, no kode."""
    paket = Paket.buka(V1)
    t = muat_buku(paket, _skema())
    ukur = t["pengukuran"]
    sel = {
        ("pengukuran", 10, "tw1"): Tulis(2.5, format="0.00"), ("pengukuran", 10, "tw2"): Tulis("2.345 orang"),
        ("pengukuran", 10, "tw3"): Tulis("-"), ("pengukuran", 10, "tw4"): Tulis(9.0, rumus="4+5"),
        ("pengukuran", 30, "tw1"): Tulis(7.0), ("pk", 9, "tw1"): Tulis(5000.5),
    }  # fmt: skip
    isi: dict[str, dict[str, Tulis]] = {}
    for (i, b, k), nilai in sel.items():
        isi.setdefault(t[i].lembar, {})[t[i].alamat(b, k)] = nilai
    tulis_sel(paket, isi)
    wb = openpyxl.load_workbook(io.BytesIO(paket.ke_bytes()), keep_vba=True)
    wb.create_sheet("Hitungan Saya")["A1"] = f"=Pengukuran!{ukur.alamat(9, 'tw1')}*2"
    keluar = io.BytesIO()
    wb.save(keluar)
    wb.vba_archive.close()  # openpyxl leaves it open for writing
    return keluar.getvalue()


@cache
def _dibawa():
    paket = Paket.dari_bytes(_lama(), "lama.xlsm")
    hasil = perbarui_buku(paket, _skema())
    return paket.ke_bytes(), hasil


KOLOM = [
    *((i, f"tw{n}") for i in ("pengukuran", "pk") for n in range(1, 5)),
    ("pengukuran", "realisasi"),
    ("pengukuran", "capaian"),
]


@pytest.mark.lengkap
def test_perbarui_memindahkan_triwulan() -> None:
    """Every quarter is what it was; what can move stands in its home as it was typed, with its format."""
    data, hasil = _dibawa()
    lama = muat_buku(Paket.dari_bytes(_lama(), "a.xlsm"), _skema())
    paket = Paket.dari_bytes(data, "b.xlsm")
    baru, mentah = muat_buku(paket, _skema()), baca_buku(paket)
    for i, k in KOLOM:
        assert [r[k] for _, r in baru[i].rekaman()] == [r[k] for _, r in lama[i].rekaman()], (i, k)
    t = baru["triwulan"]
    kode = lama["pengukuran"].nilai(10, "kode")
    baris = {r["tw"]: b for b, r in t.rekaman() if r["kode"] == kode}
    rumah = mentah.lembar[RUMAH].sel
    s = rumah[baris["I"], t.letak["realisasi"]]
    assert (s.nilai, s.format) == (2.5, "0.00")
    assert rumah[baris["II"], t.letak["realisasi"]].nilai == "2.345 orang"
    assert t.nilai(baris["III"], "realisasi") is None and rumah[baris["III"], t.letak["realisasi"]].nilai == "-"
    pindah = [(p.lembar, p.dilakukan) for p in hasil.perubahan if p.jenis is Jenis.PINDAH]
    assert pindah.count(("Pengukuran", True)) == 1 and ("Pengukuran", False) in pindah and ("PK", True) in pindah


@pytest.mark.lengkap
def test_yang_tidak_dapat_pindah_tetap_terlihat() -> None:
    """An own formula and a row without kode stay; their columns are not hidden, those without are."""
    wb = openpyxl.load_workbook(io.BytesIO(_dibawa()[0]))
    t = muat_buku(Paket.dari_bytes(_dibawa()[0], "b.xlsm"), _skema())["pengukuran"]
    ws = wb["Pengukuran"]
    assert ws[t.alamat(10, "tw4")].value == "=4+5" and ws[t.alamat(30, "tw1")].value == 7
    huruf = {k: openpyxl.utils.get_column_letter(t.letak[k]) for k in ("tw1", "tw2", "tw3", "tw4")}
    assert [ws.column_dimensions[huruf[k]].hidden for k in huruf] == [False, True, True, False]
    assert wb["PK"].column_dimensions["H"].hidden


@pytest.mark.lengkap
def test_temuan_buku_lama_tetap() -> None:
    """A workbook of version 1 says the same about its quarters before and after."""
    kode = ("TW-01", "TW-02", "TW-03", "RM-02", "RM-04", "RM-05")
    lama, baru = (muat_buku(Paket.dari_bytes(x, "b.xlsm"), _skema()) for x in (_lama(), _dibawa()[0]))
    dulu, kini = (sorted((t.kode, t.lembar, t.sel) for t in periksa(b).temuan if t.kode in kode) for b in (lama, baru))
    assert dulu == kini


@pytest.mark.lengkap
def test_kedua_kali_tidak_mengubah() -> None:
    paket = Paket.dari_bytes(_dibawa()[0], "b.xlsm")
    assert not perbarui_buku(paket, _skema()).berubah


@pytest.mark.lengkap
def test_pindahan_yang_hilang_ketahuan(monkeypatch: pytest.MonkeyPatch) -> None:
    """Should a quarter not stand in its home afterwards, nothing may be written."""
    from lkjip_xl.perbarui import jalankan

    monkeypatch.setattr(jalankan, "tulis_pindahan", lambda *_: None)
    with pytest.raises(bukti.TidakUtuh):
        perbarui_buku(Paket.dari_bytes(_lama(), "b.xlsm"), _skema())


@pytest.mark.lengkap
@pytest.mark.lo
def test_libreoffice_menghitung_realisasi_yang_sama(libreoffice, tmp_path: Path) -> None:
    """Recalculated, the old workbook and the new one have the same realisasi; no cell of the new sheets is an error."""
    awal, akhir = tmp_path / "awal.xlsm", tmp_path / "akhir.xlsm"
    awal.write_bytes(_lama())
    akhir.write_bytes(_dibawa()[0])
    dulu, kini = libreoffice.hitung(awal), libreoffice.hitung(akhir)
    t = muat_buku(akhir, _skema())["pengukuran"]
    for b in t.baris:
        for k in ("tw1", "tw2", "tw3", "tw4", "realisasi", "capaian"):
            a = t.alamat(b, k)
            assert _nilai_lo(kini, a) == _nilai_lo(dulu, a), a
    assert kini["Hitungan Saya"]["A1"]["v"] == dulu["Hitungan Saya"]["A1"]["v"]
    for lembar in (RUMAH, "Tabel Bebas", "Pengukuran", "PK"):
        assert not [a for a, s in kini[lembar].items() if str(s["v"]).startswith(("#", "Err:"))]


def _nilai_lo(buku: dict, alamat: str) -> object:
    """A blank cell and a formula that shows nothing look alike."""
    isi = buku["Pengukuran"].get(alamat, {}).get("v")
    return "" if isi is None else isi


def test_isi_kedua_dari_csv_triwulan_tidak_menulis(tmp_path: Path) -> None:
    buku, csv = tmp_path / "b.xlsm", tmp_path / "csv"
    buku.write_bytes(kosong(2025))
    csv.mkdir()
    (csv / "indikator.csv").write_text("kode,indikator,satuan,sifat\nS1.1,A,orang,jumlah\n", encoding="utf-8")
    (csv / "pengukuran.csv").write_text("kode,tw1,tw2,tw3,tw4\nS1.1,10,20,30,40\n", encoding="utf-8")
    pertama = perintah.isi(buku, csv)
    isi = buku.read_bytes()
    kedua = perintah.isi(buku, csv)
    assert (kedua.sel, kedua.kode_keluar(), buku.read_bytes()) == (0, 0, isi)
    assert kedua.sama >= 8 and pertama.sel > kedua.sama
