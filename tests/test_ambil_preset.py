"""Presets: known by their words, strict as data, written and taken back equal; refused where they must be."""

from __future__ import annotations

from pathlib import Path

import pytest
from banyak import satu_cepat, tiap
from dinas_pangan import buku
from jalan_lkjip import lkjip
from tabel_asing import tabel_asing

from lkjip_xl import perintah
from lkjip_xl.ambil.keluar import CSV, XLSX, ke_csv, ke_xlsx, susun_preset
from lkjip_xl.ambil.sumber import baca_bahan
from lkjip_xl.buku.galat import GalatBerkas
from lkjip_xl.perintah import TEMPLAT, skema
from lkjip_xl.rencana import Rencana, Yakin, rencanakan
from lkjip_xl.skema.preset import baca_preset, semua_preset
from lkjip_xl.skema.sumberdaya import folder_skema
from lkjip_xl.skema.yaml_ketat import GalatSkema
from lkjip_xl.tabel.hitung_buku import hitung_buku
from lkjip_xl.tabel.model import BARIS_DATA, Asal, BukuKerja, SelKerja

AKAR = Path(__file__).parents[1]
PROGRAM = (
    ("3.27.01", "program", "Program Benih", None, None),
    ("3.27.01.2.01", "kegiatan", "Penyediaan benih", None, None),
    ("3.27.01.2.01.0001", "subkegiatan", "Uji mutu benih", 400e6, 390e6),
    ("3.27.01.2.01.0002", "subkegiatan", "Gudang = benih", 600e6, 512345678.0),
)


def terisi() -> BukuKerja:
    """An agency with a programme, an indicator of it and two quarters, in every sheet the presets read."""
    b = buku()

    def isi(lembar: str, baris: int, **kolom: str | float) -> None:
        for k, x in kolom.items():
            asal = Asal.TIMPA if b[lembar].skema.kolom[k].rumus else Asal.ISIAN
            b[lembar].sel[BARIS_DATA + baris, k] = SelKerja(x, asal, 1 if x == 82.5 else None, mentah=x)

    isi(
        "indikator",
        0,
        kode="S1.1",
        jenjang="sasaran",
        pernyataan="Panen naik",
        indikator="Produksi padi",
        satuan="ton",
        sifat="akhir",
    )
    isi("indikator", 1, kode="S1.2", jenjang="sasaran", indikator="Predikat pasar", satuan="predikat")
    isi("pk", 0, versi="murni", kode="S1.1", target=82.5, penanggung_jawab="Kepala Bidang")
    isi("pk", 1, versi="perubahan", kode="S1.1", target=1300.0)
    isi("pk", 2, versi="murni", kode="S1.2", target="BB")
    for n, (kode, level, nama, pagu, realisasi) in enumerate(PROGRAM):
        uang = {"pagu": pagu, "realisasi_rp": realisasi, "fisik": 97.5} if pagu and realisasi else {}
        isi("anggaran", n, kode=kode, level=level, nama=nama, **uang)
        isi("renja", n, kode=kode, level=level, nama=nama, indikator=f"Jumlah {n}", satuan="ton", target_sesudah=float(n + 1),
            pagu_setelah=1e6 * (n + 1), pagu_sebelum=5e5, lokasi_sesudah="Kota", target_prakiraan=9.0)  # fmt: skip
        isi("tc27", n, versi="sesudah", kode=kode, level=level, nama=nama, target_3=7.0 + n, rp_3=8e6, sifat="akhir")
    isi("anggaran", 2, realisasi=12.0)
    for n, (kode, tw) in enumerate((("S1.1", "I"), ("S1.1", "IV"), (PROGRAM[2][0], "II"))):
        isi("triwulan", n, kode=kode, tw=tw, target=5.0, realisasi=4.0 + n, rencana_aksi="Langkah", kendala="Hujan", tindak_lanjut="Pompa",
            penanggung_jawab="Seksi Air", batas_waktu="30 Juni", bukti="Foto")  # fmt: skip
    return hitung_buku(b.skema, b.tabel, [], set())


def kembali(path: Path, awal: BukuKerja | None = None) -> Rencana:
    bahan = baca_bahan([path])
    return rencanakan(awal or buku(), bahan.tabel, kisi=bahan.kisi)


def nilai(b: BukuKerja, lembar: str, kolom: str) -> list[object]:
    return [r[kolom] for _, r in b[lembar].rekaman()]


@pytest.mark.parametrize("nama", tiap(2, semua_preset(skema())))
@pytest.mark.parametrize("akhiran", satu_cepat(["xlsx", "csv"]))
def test_ditulis_lalu_diambil_sama(nama: str, akhiran: str, tmp_path: Path) -> None:
    """Every cell of the table is used for certain, and the blank workbook holds what the filled one holds."""
    b, preset = terisi(), semua_preset(skema())[nama]
    tabel = susun_preset(b, preset)
    (path := tmp_path / f"{nama}.{akhiran}").write_bytes(ke_csv(tabel) if akhiran == "csv" else ke_xlsx(tabel))
    awal = None
    if preset.lembar in ("pk", "triwulan"):  # quarters name indicators by their kode alone
        awal = buku()
        awal["indikator"].sel |= b["indikator"].sel
        awal["anggaran"].sel |= {k: s for k, s in b["anggaran"].sel.items() if k[1] in ("kode", "level", "nama")}
        awal = hitung_buku(awal.skema, awal.tabel, [], set())
    r = kembali(path, awal)
    assert [(t.lembar, t.yakin) for t in r.tabel] == [(preset.lembar, Yakin.PASTI)]
    cacah = r.cacah()
    assert cacah["tidak dipakai"] <= 1 and not cacah["ragu"] and not cacah["bertentangan"]
    if preset.tiap == "terdalam":
        harap = {
            "pagu": [1e9, 1e9, 400e6, 600e6],
            "pagu_setelah": [7e6, 7e6, 3e6, 4e6],
            "pagu_sebelum": [1e6, 1e6, 5e5, 5e5],
        }
        for kolom in harap.keys() & b[preset.lembar].skema.kolom.keys():
            assert nilai(r.buku, preset.lembar, kolom) == harap[kolom]
        assert nilai(r.buku, preset.lembar, "kode") == nilai(b, preset.lembar, "kode")
        return
    for k in preset.kolom:
        if k.tempat is None or k.tempat[0] == "indikator":
            continue
        lembar, kolom = k.tempat
        kunci = [x for x in ("versi", "kode", "tw", "nama") if x in b[lembar].skema.kolom]

        def semua(
            x: BukuKerja,
            lembar: str = lembar,
            kolom: str = kolom,
            kunci: list[str] = kunci,
            tw: str = k.kunci.get("tw", ""),
        ) -> set:
            return {(*(r.get(n) for n in kunci), r[kolom]) for _, r in x[lembar].rekaman() if r[kolom] is not None and tw in ("", r.get("tw"))}  # fmt: skip

        harap = semua(b)
        if k.kunci:  # quarters of programmes only
            harap = {x for x in harap if x[0] in {p[0] for p in PROGRAM}}
        assert semua(r.buku) == harap, (k.kepala, lembar)


def test_dikenali_menurut_kata_lain() -> None:
    """A DPPA with amounts before and after, an RFK with two-row headers; without the column it must have, or with others, it is none."""
    dppa = "Kode Rekening | Uraian | Sebelum Perubahan (Rp) | Setelah Perubahan (Rp) | Bertambah/(Berkurang) (Rp)\n3.27.01 | Program Benih | 100.000.000 | 120.000.000 | 20.000.000"
    r = rencanakan(buku(), [tabel_asing("Rekapitulasi DPPA SKPD", dppa)])
    assert nilai(r.buku, "anggaran", "pagu") == [120e6] and r.cacah()["tidak dipakai"] == 2
    assert {s.alasan for s in r.sel if s.nasib == "tidak dipakai"} == {
        "pagu sebelum perubahan ada di Renja dan PK Program",
        "selisih sebelum dan sesudah",
    }
    rfk = "No | Uraian Kegiatan | Pagu Dana | Keuangan: Rp | Keuangan: % | Fisik: % | Kendala\n1 | Program Benih | 100.000.000 | 90.000.000 | 90 | 95 | Hujan"
    r = rencanakan(buku(), [tabel_asing("Laporan RFK Bulan Desember 2024", rfk)])
    assert (nilai(r.buku, "anggaran", "realisasi_rp"), nilai(r.buku, "anggaran", "fisik")) == ([90e6], [95.0])
    lain = rencanakan(buku(), [tabel_asing("Laporan RFK Bulan Desember 2023", rfk)])
    assert not lain.tulis


def test_sipd_per_rekening_dijumlahkan_dan_diperiksa() -> None:
    teks = """Kode Program | Nama Program | Kode Kegiatan | Nama Kegiatan | Kode Sub Kegiatan | Nama Sub Kegiatan | Kode Rekening | Nama Rekening | Pagu
3.27.01 | Program Benih | 3.27.01.2.01 | Penyediaan benih | 3.27.01.2.01.0001 | Uji mutu | 5.1.02.01 | Alat tulis | 1.000.000
3.27.01 | Program Benih | 3.27.01.2.01 | Penyediaan benih | 3.27.01.2.01.0001 | Uji mutu | 5.1.02.02 | Jasa | 2.500.000"""
    r = rencanakan(buku(), [tabel_asing("Rincian Belanja Tahun 2024", teks)])
    assert nilai(r.buku, "anggaran", "pagu") == [3.5e6] * 3
    awal = r.buku
    awal["anggaran"].sel[BARIS_DATA + 2, "pagu"] = SelKerja(3e6, Asal.TIMPA, mentah=3e6)
    lagi = rencanakan(hitung_buku(awal.skema, awal.tabel, [], set()), [tabel_asing("Rincian Belanja Tahun 2024", teks)])
    assert "AB-06" in {t.kode for t in lagi.temuan}


def test_preset_dan_tujuan_ditolak(tmp_path: Path) -> None:
    """Unknown preset, sheet without rows, the workbook itself, a stranger's file, one of ours that somebody typed in."""
    (b := tmp_path / "Buku.xlsm").write_bytes((AKAR / "workbooks" / TEMPLAT).read_bytes())
    for preset, kode in (("entah", "AB-18"), ("lra", "AB-19")):
        with pytest.raises(GalatBerkas) as galat:
            perintah.tulis_ambil(b, tmp_path / "a.xlsx", preset)
        assert galat.value.kode == kode and not (tmp_path / "a.xlsx").exists()
    with pytest.raises(GalatBerkas) as galat:
        perintah.tulis_ambil(b, tmp_path / "a.docx", "lra")
    assert galat.value.kode == "BK-34"
    tabel = susun_preset(terisi(), semua_preset(skema())["lra"])
    for jenis, data, lain in ((XLSX, ke_xlsx(tabel), b"PK"), (CSV, ke_csv(tabel), b"a;b\r\n")):
        assert jenis.bertanda(data) and not jenis.bertanda(lain)
    assert not CSV.bertanda(ke_csv(tabel).replace(b"Program Benih", b"Program Padi"))
    assert ke_xlsx(tabel) == ke_xlsx(tabel)


def test_bantuan_menyebut_setiap_preset() -> None:
    assert f" {', '.join(semua_preset(skema()))}." in " ".join(lkjip("ambil", "--help").stdout.split())


def test_perintah_tulis(tmp_path: Path) -> None:
    contoh = AKAR / "workbooks/contoh/LKjIP-Magetan-2024.xlsm"
    (b := tmp_path / "Buku.xlsm").write_bytes(contoh.read_bytes())
    tujuan = tmp_path / "lra.csv"
    assert lkjip("ambil", str(b), "--tulis-ke", str(tujuan), "--sebagai", "lra").returncode == 0
    assert lkjip("ambil", str(b), "--tulis-ke", str(tujuan), "--sebagai", "rfk").returncode == 0  # ours is replaced
    tujuan.write_bytes(tujuan.read_bytes() + b"catatan saya\r\n")
    assert lkjip("ambil", str(b), "--tulis-ke", str(tujuan), "--sebagai", "lra").returncode == 4
    assert lkjip("ambil", str(b), "--tulis-ke", str(tujuan)).returncode == 64


SALAH = {
    "kunci asing": ("lra", "judul: A\nlembar: anggaran\nkenl: [a]\nkolom: {A: {isi: anggaran.nama}}"),
    "kolom asing": ("baru", "judul: A\nlembar: anggaran\nkolom: {A: {isi: anggaran.nma}}"),
    "lembar asing": ("baru", "judul: A\nlembar: angaran\nkolom: {A: {isi: anggaran.nama}}"),
    "dua arti": ("baru", "judul: A\nlembar: anggaran\nkolom: {A: {isi: anggaran.nama, tanpa: x}}"),
    "level asing": ("baru", "judul: A\nlembar: anggaran\nkolom: {A: {tingkat: progam, bagian: nama}}"),
    "kunci kolom": ("baru", "judul: A\nlembar: anggaran\nkolom: {A: {isi: triwulan.realisasi, kunci: {tv: I}}}"),
    "tanpa judul": ("baru", "lembar: anggaran\nkolom: {A: {isi: anggaran.nama}}"),
}


@pytest.mark.parametrize("nama", SALAH)
def test_preset_dibaca_ketat(nama: str, tmp_path: Path) -> None:
    berkas, teks = SALAH[nama]
    (tmp_path / "preset").mkdir()
    (tmp_path / "preset" / f"{berkas}.yaml").write_text(teks, encoding="utf-8")
    with pytest.raises(GalatSkema):
        baca_preset(folder_skema(), tmp_path, skema().lembar)


def test_tindihan_menambah_kata_dan_preset(tmp_path: Path) -> None:
    (tmp_path / "preset").mkdir()
    (tmp_path / "preset" / "lra.yaml").write_text("kenal: [laporan serapan]", encoding="utf-8")
    (tmp_path / "preset" / "kas.yaml").write_text(
        "judul: Kas\nlembar: anggaran\nkolom: {Nama: {isi: anggaran.nama}}", encoding="utf-8"
    )
    ada = baca_preset(folder_skema(), tmp_path, skema().lembar)
    assert ada["lra"].kenal == ("laporan serapan",) and ada["kas"].kolom[0].tempat == ("anggaran", "nama")
    tanpa = {i: s for i, s in skema().lembar.items() if i != "triwulan"}
    sisa = baca_preset(folder_skema(), tmp_path, tanpa)
    assert "triwulan" not in sisa and all(
        k.tempat is None or k.tempat[0] != "triwulan" for k in sisa["evaluasi_renja"].kolom
    )


RFK = """No | Uraian Kegiatan | Pagu Dana | {0}: s.d. Bulan Lalu{1} | {0}: Bulan Ini{1} | {0}: s.d. Bulan Ini{1} | Fisik: s.d. Bulan Lalu | Fisik: Bulan Ini | Fisik: s.d. Bulan Ini
1 | Program Benih | 100.000.000 | 80.000.000 | 10.000.000 | 90.000.000 | 85 | 10 | 95"""


@pytest.mark.parametrize("kepala", [("Realisasi Keuangan", ": Rp"), ("Keuangan", ""), ("Keuangan", ": Rp")])
def test_rfk_bulan_lalu_dan_bulan_ini(kepala: tuple[str, str]) -> None:
    """Of a monthly report only what is reached up to its month is the year's; the other columns are named with the reason."""
    r = rencanakan(buku(), [tabel_asing("Laporan RFK Bulan Desember 2024", RFK.format(*kepala))])
    assert (nilai(r.buku, "anggaran", "realisasi_rp"), nilai(r.buku, "anggaran", "fisik")) == ([90e6], [95.0])
    assert sum(t.kode == "AB-02" for t in r.temuan) == 1 and r.cacah()["tidak dipakai"] == 4
    juni = rencanakan(buku(), [tabel_asing("Laporan RFK Bulan Juni 2024", RFK.format(*kepala))])
    assert nilai(juni.buku, "anggaran", "realisasi_rp") == [None]


def test_bulan_lalu_tidak_menjadi_setahun_tanpa_preset() -> None:
    teks = "No | Program / Kegiatan | Pagu (Rp) | Realisasi s.d. Bulan Lalu (Rp)\n1 | Program Benih | 100.000.000 | 80.000.000"
    r = rencanakan(buku(), [tabel_asing("Realisasi Anggaran Tahun 2024", teks)])
    assert nilai(r.buku, "anggaran", "realisasi_rp") == [None]


def test_kolom_yang_tidak_dipakai_disebut_dengan_sebabnya() -> None:
    """Rupiah of a quarter in a table like E.81."""
    teks = "Kode | Program dan Kegiatan | Indikator | Target Renja: K | Target Renja: Rp | Realisasi Triwulan I: K | Realisasi Triwulan I: Rp\n3.27.01 | Program Benih | Benih | 10 | 100.000.000 | 2 | 20.000.000"
    r = rencanakan(buku(), [tabel_asing("Evaluasi Terhadap Hasil Renja", teks)])
    alasan = {s.alasan for s in r.sel if s.teks == "20.000.000"}
    assert len(alasan) == 1
    (t,) = [t for t in r.temuan if t.kode == "AB-02"]
    assert alasan.pop() in t.pesan
