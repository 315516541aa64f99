"""Numbers as pasted: every form proposed as it should be, applied exactly as accepted, recorded, taken back."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from banyak import banyak
from buku_pendek import contoh
from buku_pengguna import bagian
from hypothesis import given, settings
from hypothesis import strategies as st
from jalan_lkjip import CONTOH, lkjip
from peramban import jalankan, kirim

from lkjip_xl import layani, makro, perintah
from lkjip_xl.buku.baca import baca_buku
from lkjip_xl.buku.galat import GalatBerkas
from lkjip_xl.buku.paket import Paket
from lkjip_xl.buku.tulis import Tulis, tulis_sel
from lkjip_xl.inti.angka import tulis
from lkjip_xl.layani import kerjakan
from lkjip_xl.perubahan import TANPA_UNDO
from lkjip_xl.perubahan.urung import riwayat_buku, simpan_riwayat
from lkjip_xl.rapikan import LEMBAR_RIWAYAT, LEMBAR_USULAN, baca_riwayat, pilih, terapkan, urungkan, usulan
from lkjip_xl.tabel.muat import muat_buku

SKEMA = perintah.skema()
WAKTU = "2025-01-31 09:00"
# what is typed → column, number meant, decimals, certain?
BENTUK = [
    ("1.168.800.000,-", "Q", 1168800000.0, 0, True),
    ("Rp. 3.457.628.590,-", "Q", 3457628590.0, 0, True),
    ("3.457.628.590\u00a0", "Q", 3457628590.0, 0, True),
    ("1.762", "Q", 1762.0, 0, True),
    ("76,99%", "L", 76.99, 2, True),
    ("76.99 %", "L", 76.99, 2, True),
    ("92.825%", "L", 92.825, 3, False),
    ("1.168.800.00", "Q", 1168800000.0, None, False),
    ("3.457.628,590", "Q", 3457628590.0, None, False),
    ("25.000.0000", "Q", 25000000.0, None, False),
    ("75|", "Q", 751.0, None, False),
    ("-", "Q", None, None, True),
    ("N/A", "L", None, None, True),
    ("belum ada", "Q", None, None, True),
]


def paket(isi: dict[str, dict[str, Tulis]]) -> Paket:
    p = Paket.dari_bytes(contoh(), CONTOH.name)
    tulis_sel(p, isi)
    return p


def test_bentuk() -> None:
    """Every form in a row of its own; what says nothing or no number is left alone."""
    isi = {f"{kolom}{b}": Tulis(teks) for b, (teks, kolom, *_) in enumerate(BENTUK, 9)}
    daftar = {u.sel: u for u in usulan(muat_buku(paket({"Anggaran": isi}), SKEMA))}
    for b, (teks, kolom, nilai, desimal, pasti) in enumerate(BENTUK, 9):
        u = daftar.pop(f"{kolom}{b}", None)
        dapat = None if u is None else (u.lembar, u.tertulis, u.menjadi, u.desimal, u.pasti)
        assert dapat == (None if nilai is None else ("Anggaran", teks, nilai, desimal, pasti)), teks
    assert daftar == {}


def test_satuan_dan_sementara() -> None:
    bentuk = [("76,99 %", True), ("37,07 Juta rp/tenaga kerja", True), ("90,03 orang", False), ("85,55*", False)]
    p = paket({"Pengukuran": {f"N{b}": Tulis(teks) for b, (teks, _) in enumerate(bentuk, 8)}})
    assert [(u.tertulis, u.pasti) for u in usulan(muat_buku(p, SKEMA))] == bentuk


def test_persen_dan_pecahan() -> None:
    p = paket({"Pengukuran": {"N8": Tulis(0.7699, format="0.00%"), "F8": Tulis(0.75)}})
    hasil = {u.sel: (u.tertulis, u.menjadi, u.pasti, u.format) for u in usulan(muat_buku(p, SKEMA))}
    assert hasil == {"N8": (0.7699, 76.99, True, "#,##0.00"), "F8": (0.75, 75.0, False, "General")}


def test_rumus_pengguna_tidak_disentuh() -> None:
    p = paket({"Anggaran": {"Q9": Tulis("Rp 5", rumus='="Rp 5"')}})
    assert usulan(muat_buku(p, SKEMA)) == []


@pytest.fixture
def buku(tmp_path: Path) -> Path:
    p = paket({
        "Pengukuran": {"N8": Tulis("76,99 %"), "N10": Tulis(0.9003, format="0.00%")},
        "Anggaran": {"Q9": Tulis("Rp 46.747.175,-"), "P9": Tulis("50.000.00")},
    })  # fmt: skip
    (berkas := tmp_path / "b.xlsm").write_bytes(p.ke_bytes())
    return berkas


def sel(berkas: Path) -> dict[tuple[str, int, int], object]:
    milik = {s.lembar for s in SKEMA.lembar.values()}
    return {(n, *k): (s.nilai, s.rumus, s.format) for n, x in baca_buku(berkas).lembar.items() if n in milik
            for k, s in x.sel.items()}  # fmt: skip


def test_terapkan_tepat_yang_disetujui_lalu_urungkan(buku: Path) -> None:
    awal, sebelum = bagian(buku.read_bytes()), sel(buku)
    hasil = perintah.terapkan_rapikan(buku, "pasti", WAKTU)
    assert [(p.no, p.lembar, p.sel, p.semula, p.menjadi, p.waktu) for p in hasil] == [
        (1, "Pengukuran", "N8", "76,99 %", 76.99, WAKTU),
        (2, "Pengukuran", "N10", 0.9003, 90.03, WAKTU),
        (3, "Anggaran", "Q9", "Rp 46.747.175,-", 46747175.0, WAKTU),
    ]
    sesudah = sel(buku)
    berubah = {k for k in sebelum.keys() | sesudah.keys() if sebelum.get(k) != sesudah.get(k)}
    isian = {k for k in berubah if not (sesudah.get(k) or (0, None))[1]}
    assert isian == {("Pengukuran", 8, 14), ("Pengukuran", 10, 14), ("Anggaran", 9, 17)}
    assert sesudah[("Pengukuran", 8, 14)] == (76.99, None, "#,##0.00")
    makro_awal = {n: x for n, x in awal.items() if "vba" in n or "vml" in n}
    assert {n: x for n, x in bagian(buku.read_bytes()).items() if n in makro_awal} == makro_awal
    assert [u.sel for u in perintah.rapikan(buku)] == ["P9"]
    kembali, tetap = perintah.urungkan_rapikan(buku, "semua")
    assert len(kembali) == 3 and tetap == []
    akhir = sel(buku)
    assert {k: akhir[k] for k in isian} == {k: sebelum[k] for k in isian}
    riwayat = baca_riwayat(baca_buku(buku).lembar[LEMBAR_RIWAYAT])
    assert [p.status for p in riwayat] == ["diurungkan"] * 3
    assert perintah.terapkan_rapikan(buku, "Anggaran!Q9,1", WAKTU)[0].no == 4


@pytest.mark.lengkap
def test_nilai_rumus_mengikuti(buku: Path) -> None:
    perintah.terapkan_rapikan(buku, "Anggaran!Q9,anggaran!p9", WAKTU)
    serapan = muat_buku(buku, SKEMA)["anggaran"].harap(9, "serapan")
    assert sel(buku)[("Anggaran", 9, 18)][0] == serapan


def test_sel_yang_sudah_diubah_tidak_diurungkan(buku: Path) -> None:
    perintah.terapkan_rapikan(buku, "pasti", WAKTU)
    p = Paket.buka(buku)
    tulis_sel(p, {"Pengukuran": {"N8": Tulis(77.0)}})
    kembali, tetap = urungkan(p, "1,3", SKEMA)
    assert [x.no for x in kembali] == [3] and [x.no for x in tetap] == [1]
    assert baca_buku(p).lembar["Pengukuran"].sel[(8, 14)].nilai == 77.0


@pytest.mark.parametrize("kata", ["9", "Anggaran!A1", "apa", "1,99"])
def test_pilihan_asing_ditolak_dan_tidak_mengubah(buku: Path, kata: str) -> None:
    isi = buku.read_bytes()
    with pytest.raises(GalatBerkas) as g:
        perintah.terapkan_rapikan(buku, kata, WAKTU)
    assert g.value.kode == "RP-01" and buku.read_bytes() == isi
    assert pilih([], "semua") == [] and terapkan(Paket.buka(buku), [], SKEMA, WAKTU) == []


def test_kelompok_dan_alamat_boleh_disebut_bersama(buku: Path) -> None:
    daftar = usulan(muat_buku(buku, SKEMA))
    ragu = next(u for u in daftar if not u.pasti)
    pasti = [u for u in daftar if u.pasti]
    assert pilih(daftar, f"pasti, {ragu.lembar}!{ragu.sel}") == [*pasti, ragu]
    assert pilih(daftar, "Pasti") == pasti and pilih(daftar, "1, semua") == daftar


@pytest.mark.lengkap
def test_perintah(buku: Path) -> None:
    hasil = lkjip("rapikan", buku, "--json")
    assert hasil.returncode == 1 and len(json.loads(hasil.stdout)) == 4
    assert lkjip("rapikan", buku, "--terapkan", "semua").returncode == 0
    assert lkjip("rapikan", buku).returncode == 0
    assert lkjip("rapikan", buku, "--urungkan", "1").returncode == 0
    assert lkjip("rapikan", buku, "--urungkan", "1").returncode == 4


@given(st.integers(1, 10**12), st.sampled_from(["Rp {}", "{},-", "Rp. {},-", " {} ", "{},00"]))
@settings(max_examples=banyak(30), deadline=None)
def test_rupiah_apa_pun(x: int, bentuk: str) -> None:
    from buku_md import buku_md

    buku = buku_md("| Anggaran | level | nama | realisasi_rp |\n| | program | A | 1 |")
    from dataclasses import replace

    from lkjip_xl.tabel.ketik import ketik

    t = buku["anggaran"]
    teks = bentuk.format(tulis(float(x)))
    h = ketik(t.skema.kolom["realisasi_rp"], teks)
    t.sel[(8, "realisasi_rp")] = replace(
        t.sel[(8, "realisasi_rp")], nilai=h.nilai, bacaan=h.bacaan, desimal=h.desimal, teks=teks
    )
    (u,) = usulan(buku)
    assert u.menjadi == x and u.pasti and u.tertulis == teks


@pytest.mark.lengkap
def test_tombol_di_buku_terbuka(buku: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The xlwings engine: the first click paints the preview, the second writes the accepted cells and nothing else.

    Where Excel can save a copy of the open workbook, one lies beside it from before the second click.
    """
    (di_sana := tmp_path / "di sana").mkdir()
    monkeypatch.setattr(layani, "folder_buku", lambda _: di_sana)
    monkeypatch.setattr(makro, "salinan_terbuka", lambda _: b"as it was")
    p = Paket.buka(buku)
    _, lembar, _ = jalankan(makro.rapikan, kirim(p))
    assert list(di_sana.iterdir()) == []
    assert {LEMBAR_USULAN} <= lembar.keys() <= {LEMBAR_USULAN, "Petunjuk"}
    pratinjau = lembar[LEMBAR_USULAN].nilai
    pertama = kerjakan("rapikan", muat_buku(p, SKEMA))
    tulis_sel_baru = pertama.lembar[0]
    # said before the click that writes, in the sentence and where the user works next
    assert TANPA_UNDO in pertama.kalimat and any(TANPA_UNDO in str(x) for x in pratinjau.values())
    assert tulis_sel_baru.title == LEMBAR_USULAN and pratinjau[(8, 2)] in ("ya", "tidak")
    book = kirim(p)
    baris = max(b for b, _ in pratinjau)
    nilai = [
        ["" if (x := pratinjau.get((b, k))) is None else _tampak(x) for k in range(1, 8)] for b in range(1, baris + 1)
    ]
    book.impl.api["sheets"].append(
        {"name": LEMBAR_USULAN, "values": nilai, "pictures": [], "tables": [], "visibility": "Visible"}
    )
    _, lembar, _aksi = jalankan(makro.rapikan, book)
    assert [x.read_bytes() for x in di_sana.iterdir()] == [b"as it was"]
    assert {k for k, x in lembar["Anggaran"].nilai.items()} == {(9, 17)}
    assert lembar["Anggaran"].nilai[(9, 17)] == 46747175.0
    assert lembar[LEMBAR_RIWAYAT].nilai[(8, 8)] == "diterapkan"
    assert lembar.keys() <= {"Anggaran", "Pengukuran", LEMBAR_RIWAYAT, LEMBAR_USULAN, "Petunjuk"}


def _tampak(x: object) -> object:
    """What a cell with a link shows."""
    return x.rsplit('"', 2)[-2] if isinstance(x, str) and x.startswith("=HYPERLINK") else x


def test_urungkan_rentang_kosong_dan_rumus(tmp_path: Path) -> None:
    """A range of numbers takes back what is in force in it; a blank comes back as a blank, a formula as its formula."""
    from lkjip_xl.perubahan import DITERAPKAN, Perubahan, catat_perubahan

    p = paket({})
    sebelum = baca_buku(p).lembar["Pengukuran"].sel
    rumus = sebelum[(8, 6)].rumus
    assert (rumus and (8, 8) not in sebelum) or sebelum[(8, 8)].nilai is None

    def ubah(no: int, sel: str, semula: str, jenis: str, menjadi: str | float) -> Perubahan:
        return Perubahan(no, WAKTU, "Pengukuran", sel, semula, menjadi, "uji", DITERAPKAN, "", jenis)

    baru = [
        ubah(1, "F8", rumus, "rumus", 80.0),
        ubah(2, "H8", "", "kosong", "sepuluh"),
        ubah(3, "N8", "", "", 5.0),
    ]
    catat_perubahan(p, [], baru, {}, SKEMA, [])
    with pytest.raises(GalatBerkas):
        urungkan(p, "4-9", SKEMA)
    kembali, tetap = urungkan(p, "1-2", SKEMA)
    assert [x.no for x in kembali] == [1, 2] and not tetap
    sesudah = baca_buku(p).lembar["Pengukuran"].sel
    assert sesudah[(8, 6)].rumus == rumus and sesudah[(8, 6)].nilai == sebelum[(8, 6)].nilai
    assert (8, 8) not in sesudah or sesudah[(8, 8)].nilai is None
    assert sesudah[(8, 14)].nilai == 5.0


@pytest.mark.lengkap
def test_semua_hanya_yang_ditulis_perintah_itu(buku: Path) -> None:
    """`rapikan --urungkan semua` leaves what `ambil` wrote; records of older versions belong to either; a number to any."""
    perintah.terapkan_rapikan(buku, "pasti", WAKTU)
    p = Paket.buka(buku)
    lama = riwayat_buku(p)
    tulis_sel(p, {"Pengukuran": {"N12": Tulis(5.0), "N13": Tulis(6.0)}})
    tambah = [replace(lama[0], no=n, sel=s, menjadi=x, oleh=oleh) for n, s, x, oleh in
              ((11, "N12", 5.0, "ambil"), (12, "N13", 6.0, ""))]  # fmt: skip
    simpan_riwayat(p, [*lama, *tambah], SKEMA, [])
    kembali, tetap = urungkan(p, "semua", SKEMA, oleh="rapikan")
    assert [x.no for x in kembali] == [*(x.no for x in lama), 12] and tetap == []
    assert [x.no for x in riwayat_buku(p) if x.status == "diterapkan"] == [11]
    assert [x.no for x in urungkan(p, "11", SKEMA, oleh="rapikan")[0]] == [11]


@pytest.mark.lengkap
def test_riwayat_ditulis_lagi_tanpa_tambahan_siapa_pun(buku: Path) -> None:
    """The record written anew holds nothing of the user's; what stood beside that of an older version is kept."""
    perintah.terapkan_rapikan(buku, "Pengukuran!N8", WAKTU)
    kabar: list = []
    perintah.terapkan_rapikan(buku, "Pengukuran!N10", WAKTU, kabar=kabar)
    assert kabar == [] and not [n for n in baca_buku(buku).lembar if n.startswith("Catatan dari")]
    p = Paket.buka(buku)
    tulis_sel(p, {LEMBAR_RIWAYAT: {"K6": Tulis(None), "K8": Tulis("benar"), "K9": Tulis(None)}})
    terapkan(p, pilih(usulan(muat_buku(p, SKEMA)), "Anggaran!Q9"), SKEMA, WAKTU, kabar)
    assert "benar" in {s.nilai for s in baca_buku(p).lembar[f"Catatan dari {LEMBAR_RIWAYAT}"].sel.values()}
