"""Summary sheets in a file against the inputs: stale figures, typed-over cells, what only follows from another."""

from __future__ import annotations

from pathlib import Path

import pytest
from banyak import tiap
from buku_pendek import contoh
from laporan_contoh import AKAR
from satu_jalan import sekali_jalan

from lkjip_xl import perintah
from lkjip_xl.buku.paket import Paket
from lkjip_xl.buku.tulis import Tulis, tulis_sel
from lkjip_xl.inti.alamat import sel as alamat_sel
from lkjip_xl.inti.bacaan import Bacaan
from lkjip_xl.inti.temuan import Tingkat
from lkjip_xl.perintah import skema
from lkjip_xl.perintah.buku import tulis_ringkasan
from lkjip_xl.ringkasan import RINGKASAN
from lkjip_xl.tabel.muat import muat_buku
from lkjip_xl.tabel.sidik import KOLOM_SIDIK
from lkjip_xl.validasi.aturan import letak_ringkasan
from lkjip_xl.validasi.aturan.lembar_ringkasan import ringkasan_menurut_isian
from lkjip_xl.validasi.aturan.pelapor import Pelapor
from lkjip_xl.validasi.periksa import periksa

CONTOH = AKAR / "workbooks/contoh/LKjIP-Magetan-2024.xlsm"
RINGKAS = "Capaian Kinerja"


@sekali_jalan
def segar() -> bytes:
    """The example with its summaries made anew."""
    paket = Paket.dari_bytes(contoh(), CONTOH.name)
    tulis_ringkasan(paket, muat_buku(paket, skema()))
    return paket.ke_bytes()


def temuan(isi: dict[str, dict[str, Tulis]], *, catatan: bool = False) -> list[tuple[str, str]]:
    paket = Paket.dari_bytes(segar(), CONTOH.name)
    tulis_sel(paket, isi)
    buku = muat_buku(paket, skema())
    lapor = Pelapor(buku)
    ringkasan_menurut_isian(buku, lapor)
    return [(t.kode, f"{t.lembar}!{t.sel}") for t in lapor.temuan if catatan or t.tingkat is not Tingkat.CATATAN]


@pytest.mark.parametrize(
    ("tulis", "dapat"),
    tiap(
        2,
        [
            (Tulis(102.65, format="0.00"), []),  # as shown
            (Tulis(102.7, format="0.0"), []),
            (Tulis("102,65 %"), []),
            (Tulis(102.66, format="0.00"), ["RS-01"]),
            (Tulis("102,6.5"), ["RS-01"]),
        ],
    ),
)
def test_angka_sampai_desimal_yang_tampak(tulis: Tulis, dapat: list[str]) -> None:
    assert temuan({RINGKAS: {"F8": tulis}}) == [(k, f"{RINGKAS}!F8") for k in dapat]


def test_kategori_lain_dan_ejaan() -> None:
    assert temuan({RINGKAS: {"G8": Tulis("Berhasil")}}) == [("RS-01", f"{RINGKAS}!G8")]
    sasaran = {RINGKAS: {"A8": Tulis("Meningkatnya Akses Ke Peluan Kerja")}}
    assert temuan(sasaran) == [] and temuan(sasaran, catatan=True) == [("RS-01", f"{RINGKAS}!A8")]


def test_sel_yang_dikosongkan_hanya_catatan() -> None:
    assert temuan({RINGKAS: {"F8": Tulis(None)}}) == []
    assert temuan({RINGKAS: {"F8": Tulis(None)}}, catatan=True) == [("RS-03", f"{RINGKAS}!F8")]


def test_isian_berubah_satu_catatan() -> None:
    """A new realisasi makes every table that prints it out of date: one note, and the cells edited besides."""
    baru = {"Pengukuran": {"N8": Tulis(70.0, format="0.00")}}
    assert temuan(baru) == [] and temuan(baru, catatan=True) == [("RS-04", "!")]
    ganda = baru | {RINGKAS: {"F9": Tulis(1.0, format="0.00")}}
    assert temuan(ganda) == [("RS-01", f"{RINGKAS}!F9")]
    assert temuan({}, catatan=True) == []


def test_ringkasan_tanpa_sidik_dibandingkan_seluruhnya() -> None:
    """Made by an earlier version, a summary does not tell what was edited."""
    sidik = {alamat_sel(b, KOLOM_SIDIK): Tulis(None) for b in range(8, 60)}
    isi = {"Pengukuran": {"N8": Tulis(70.0, format="0.00")}, RINGKAS: sidik, "Kemajuan Renstra": sidik}
    assert {x.split("!")[0] for k, x in temuan(isi) if k == "RS-01"} == {RINGKAS, "Kemajuan Renstra"}


def test_lembar_atau_kepala_hilang_tidak_membanjiri() -> None:
    """What depends on a renamed header cannot be compared; the header itself is reported where it is read."""
    kepala = {"Pengukuran": {"N6": Tulis("Hasil akhir tahun")}, RINGKAS: {"F8": Tulis(1.0, format="0.00")}}
    assert temuan(kepala, catatan=True) == []


def test_turunan_dari_isian_keliru_bukan_temuan_sendiri() -> None:
    """A wrong capaian typed over its formula is reported where it stands; the tables that carry it on are not."""
    assert temuan({"Pengukuran": {"P8": Tulis(114.47)}, RINGKAS: {"F8": Tulis(114.47, format="0.00")}}) == []


@pytest.mark.parametrize(("ringkas", "ikut"), [(114.47, True), (102.65, False)])
def test_ringkasan_yang_mengulang_angka_keliru_ikut_temuannya(ringkas: float, ikut: bool) -> None:
    """Both cells are named in one finding, so that both are put right at once."""
    paket = Paket.dari_bytes(segar(), CONTOH.name)
    tulis_sel(paket, {"Pengukuran": {"P8": Tulis(114.47)}, RINGKAS: {"F8": Tulis(ringkas, format="0.00")}})
    terkait = [
        t.sel_terkait for t in periksa(muat_buku(paket, skema())).temuan if (t.lembar, t.sel) == ("Pengukuran", "P8")
    ]
    assert [(RINGKAS, "F8") in x for x in terkait] == [ikut]


@pytest.mark.parametrize(("ringkas", "ikut"), [(3_298_398_093.0, True), (3_298_388_093.0, False)])
def test_ringkasan_yang_sudah_betul_ikut_temuan_isiannya(ringkas: float, ikut: bool) -> None:
    """A printed summary with the sum a finding proposes is right; with any other figure it is compared by itself."""
    lembar = "Realisasi Anggaran"
    sidik = {alamat_sel(b, KOLOM_SIDIK): Tulis(None) for b in range(8, 200)}
    paket = Paket.dari_bytes(segar(), CONTOH.name)
    tulis_sel(paket, {"Anggaran": {"Q8": Tulis(3_298_389_093.0)}, lembar: sidik | {"E8": Tulis(ringkas)}})
    semua = periksa(muat_buku(paket, skema())).temuan
    assert [
        (lembar, "E8") in t.sel_terkait for t in semua if (t.kode, t.lembar, t.sel) == ("AG-04", "Anggaran", "Q8")
    ] == [ikut]
    assert ("RS-01" in {t.kode for t in semua if (t.lembar, t.sel) == (lembar, "E8")}) is not ikut


def test_susunan_lain_satu_temuan() -> None:
    baris = {f"{k}{b}": Tulis("lain sekali") for k in "ABDEF" for b in range(8, 14)}
    assert temuan({RINGKAS: baris}) == [("RS-02", f"{RINGKAS}!A8")]


def test_templat_kosong_dan_sesudah_ringkas_bersih(tmp_path: Path) -> None:
    kosong = AKAR / "workbooks/LKjIP-Kosong.xlsm"
    assert [t for t in perintah.validasi(kosong).temuan if t.kode.startswith("RS")] == []
    (buku := tmp_path / "b.xlsm").write_bytes(contoh())
    paket = Paket.buka(buku)
    tulis_sel(paket, {"Pengukuran": {"N8": Tulis(70.0, format="0.00")}})
    buku.write_bytes(paket.ke_bytes())
    perintah.ringkas(buku)
    assert [t for t in perintah.validasi(buku).temuan if t.kode.startswith("RS")] == []


def test_tiap_teks_dibaca_satu_kali(monkeypatch: pytest.MonkeyPatch) -> None:
    """What stands on a summary is what its table gives; with twenty thousand rows it is felt when all of it is read twice."""
    dibaca: list[object] = []
    asli = letak_ringkasan.baca

    def hitung(teks: object, *, persen: bool = False) -> Bacaan:
        dibaca.append(teks)
        return asli(teks, persen=persen)

    buku = muat_buku(Paket.dari_bytes(segar(), CONTOH.name), skema())
    tabel = RINGKASAN[RINGKAS](buku)
    monkeypatch.setattr(letak_ringkasan, "baca", hitung)
    assert letak_ringkasan.letak_ringkasan(buku.lain[RINGKAS], tabel) is not None
    assert len(dibaca) == len(set(dibaca)) > 0
