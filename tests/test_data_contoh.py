"""The two published reports as data: complete, faithful to the print, and consistent once corrected.

`tests/data/README.md` says where every sheet comes from; the examples stand in `workbooks/contoh/`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

import pytest
from laporan_contoh import (
    ANGKA,
    LAPORAN,
    Baris,
    Lembar,
    akhir_sifat,
    angka,
    baca_csv,
    contoh,
    ditimpa,
    folder_kunci,
    kolom,
    koreksi,
    skema,
    susun_contoh,
    tercetak,
    terkoreksi,
)

from lkjip_xl.inti.bacaan import Status, baca

LEVEL = ("perangkat daerah", "urusan", "bidang", "program", "kegiatan", "subkegiatan")


@pytest.mark.parametrize("laporan", LAPORAN)
def test_contoh_adalah_tercetak_yang_dikoreksi(laporan: str) -> None:
    seharusnya, ada = susun_contoh(laporan), contoh(laporan)
    assert ada.keys() == seharusnya.keys()
    for lembar in seharusnya:
        assert ada[lembar] == seharusnya[lembar], lembar


@pytest.mark.parametrize("laporan", LAPORAN)
def test_kepala_kolom_ada_di_skema(laporan: str) -> None:
    for isi in (tercetak(laporan), contoh(laporan)):
        assert [b["pengaturan"] for b in isi["pengaturan"] if b["pengaturan"] not in kolom("pengaturan")] == []
        for lembar in isi.keys() - {"pengaturan"}:
            kepala = list(isi[lembar][0])
            assert kepala == [k for k in kolom(lembar) if k in kepala], lembar


@pytest.mark.parametrize("laporan", LAPORAN)
def test_tiap_koreksi_menunjuk_sel_tercetak_dan_temuan(laporan: str) -> None:
    kunci = {b["id"] for p in folder_kunci(laporan).glob("*.csv") for b in baca_csv(p)}
    lembar = tercetak(laporan)
    for k in koreksi(laporan):
        assert set(k["temuan"].split(";")) <= kunci, k
        assert k["alasan"], k
        baris = lembar[k["lembar"]][int(k["baris"]) - 8]
        if k["kolom"] not in ("(baris baru)", "(hapus baris)"):
            assert baris[k["kolom"]] == k["tercetak"] != k["koreksi"], k


@pytest.mark.parametrize("laporan", LAPORAN)
def test_kode_dan_nama_yang_dirujuk_ada(laporan: str) -> None:
    for isi in (tercetak(laporan), contoh(laporan)):
        kode = {b["kode"] for b in isi["indikator"]}
        sasaran = {k.rpartition(".")[0] for k in kode}
        for lembar, baris in isi.items():
            for k, v in kolom(lembar).items():
                if v.get("pilihan") == "indikator.kode" and k in baris[0]:
                    boleh = kode | sasaran if lembar == "penunjang" else kode
                    assert {b[k] for b in baris if b[k]} <= boleh, (lembar, k)
        anggaran = {(b["level"], b["nama"].casefold()) for b in isi["anggaran"]}
        assert {(b["level"], b["nama"].casefold()) for b in isi["penunjang"]} <= anggaran


@pytest.mark.parametrize("laporan", LAPORAN)
def test_kunci_contoh_tunggal_dan_pilihan_dikenal(laporan: str) -> None:
    for lembar, baris in contoh(laporan).items():
        kunci = skema()[lembar]["lkjip"].get("kunci", [])
        if kunci:
            berulang = Counter(tuple(b.get(k, "").casefold() for k in kunci) for b in baris)
            assert max(berulang.values()) == 1, lembar
        for k, v in kolom(lembar).items():
            # beside a number choices are only offered
            if isinstance(v.get("pilihan"), list) and v["tipe"] not in ANGKA and k in baris[0]:
                assert {b[k] for b in baris if b[k]} <= set(v["pilihan"]), (lembar, k)


@pytest.mark.parametrize("laporan", LAPORAN)
def test_angka_contoh_pasti_terbaca(laporan: str) -> None:
    for lembar, baris in contoh(laporan).items():
        for k, v in kolom(lembar).items():
            if v["tipe"] in ANGKA and k in baris[0]:
                for b in baris:
                    hasil = baca(b[k], persen=v["tipe"] == "persen")
                    assert hasil.status in (Status.PASTI, Status.KOSONG) and not hasil.satuan, (lembar, k, b[k])


def test_tabel_terisi_penuh() -> None:
    jumlah = {laporan: {i: len(b) for i, b in tercetak(laporan).items()} for laporan in LAPORAN}
    assert jumlah["magetan-2024"] == {
        "pengaturan": 13, "skala": 4, "daftar_tabel": 10, "satuan": 5, "indikator": 12, "renstra": 5, "iku": 6,
        "tc27": 137, "renja": 73, "pk": 9, "pk_program": 46, "pengukuran": 4, "riwayat": 4, "pembanding": 2,
        "anggaran": 23, "penunjang": 23, "rencana_aksi": 15, "lhe_nilai": 5, "pegawai": 51, "aset": 7, "analisis": 14,
    }  # fmt: skip
    assert jumlah["lamongan-2023"] == {
        "pengaturan": 13, "skala": 4, "daftar_tabel": 10, "satuan": 1, "indikator": 18, "renstra": 3, "pk": 17,
        "pengukuran": 10, "riwayat": 10, "pembanding": 1, "anggaran": 68, "belanja": 6, "penunjang": 12,
        "pegawai": 10, "aset": 58, "analisis": 4,
    }  # fmt: skip


def anak(baris: list[Baris], induk: Callable[[int], int | None], k: str) -> dict[int, float]:
    """Sum of the children of every row that has some."""
    jumlah: dict[int, float] = {}
    for i, b in enumerate(baris):
        if (p := induk(i)) is not None:
            jumlah[p] = jumlah.get(p, 0) + (angka(b[k]) or 0)
    return jumlah


def induk_level(baris: list[Baris]) -> Callable[[int], int | None]:
    tingkat = [(b.get("versi"), LEVEL.index(b["level"])) for b in baris]

    def cari(i: int) -> int | None:
        versi, level = tingkat[i]
        return next((j for j in range(i - 1, -1, -1) if tingkat[j][0] == versi and tingkat[j][1] < level), None)

    return cari


def induk_no(baris: list[Baris]) -> Callable[[int], int | None]:
    letak = {b["no"]: i for i, b in enumerate(baris)}
    return lambda i: letak.get(baris[i]["no"].rpartition(".")[0]) if baris[i]["no"] else None


def induk_nama(baris: list[Baris]) -> Callable[[int], int | None]:
    letak = {b["jenis"]: i for i, b in enumerate(baris)}
    return lambda i: letak[baris[i]["induk"]] if baris[i]["induk"] else None


def induk_jumlah(baris: list[Baris], kelompok: str, akhir: str) -> Callable[[int], int | None]:
    letak = {b.get(kelompok): i for i, b in enumerate(baris) if b[akhir].replace(" ", "").casefold() == "jumlah"}
    return lambda i: None if i in letak.values() else letak[baris[i].get(kelompok)]


BERJENJANG = {
    "tc27": ("rp_1", "rp_2", "rp_3", "rp_akhir"),
    "renja": ("pagu_sebelum", "pagu_penjabaran", "pagu_setelah", "bertambah", "pagu_prakiraan"),
    "pk_program": ("anggaran",),
    "anggaran": ("pagu", "realisasi_rp"),
}


def jumlah_keliru(s: Lembar) -> Iterator[tuple[str, int, str]]:
    """Parent cells that are not the sum of the rows below them: sheet, Excel row, column."""
    tugas = [(i, k, induk_level(s[i])) for i, semua in BERJENJANG.items() if i in s for k in semua]
    tugas += [("belanja", k, induk_nama(s["belanja"])) for k in ("anggaran", "realisasi") if "belanja" in s]
    tugas += [
        ("pegawai", k, induk_jumlah(s["pegawai"], "dimensi", "uraian")) for k in ("jumlah", "kebutuhan", "selisih")
    ]
    per_no = "no" in s["aset"][0]
    induk_aset = induk_no(s["aset"]) if per_no else induk_jumlah(s["aset"], "", "nama")
    tugas += [("aset", k, induk_aset) for k in ("saldo_awal", "bertambah", "berkurang", "saldo_akhir")]
    for lembar, k, induk in tugas:
        if k in s[lembar][0]:
            for i, jumlah in anak(s[lembar], induk, k).items():
                if abs((angka(s[lembar][i][k]) or 0) - jumlah) > 1e-6:
                    yield lembar, i + 8, k


@pytest.mark.parametrize("laporan", LAPORAN)
def test_jumlah_bertingkat_cocok_sesudah_koreksi(laporan: str) -> None:
    s = terkoreksi(laporan)
    assert list(jumlah_keliru(s)) == []
    if "lhe_nilai" in s:
        *komponen, total = (angka(b["nilai"]) for b in s["lhe_nilai"])
        assert sum(komponen) == pytest.approx(total)


def test_jumlah_tercetak_keliru_hanya_pada_sel_kunci_jawaban() -> None:
    assert set(jumlah_keliru(tercetak("magetan-2024"))) == {("renja", b, "pagu_prakiraan") for b in (8, 38, 39, 61, 68)}
    assert set(jumlah_keliru(tercetak("lamongan-2023"))) == {
        ("anggaran", 10, "realisasi_rp"), ("anggaran", 52, "pagu"), ("anggaran", 52, "realisasi_rp"),
        *(("aset", b, "saldo_akhir") for b in (33, 41, 46, 65)),
    }  # fmt: skip


def test_target_yang_sengaja_berbeda_dari_sumbernya() -> None:
    beda = [(r, i, b["kode"], k, b["keterangan"] != "") for r in LAPORAN for i, b, k, lain in ditimpa(r) if lain]
    assert beda == [("lamongan-2023", "pk", "S2.1", "target", True)]


def test_sifat_tc27_cocok_dengan_target_akhir_tercetak() -> None:
    beda = [
        i
        for i, b in enumerate(tercetak("magetan-2024")["tc27"], start=8)
        if b["target_akhir"] and akhir_sifat(b, b["sifat"], "target_") != angka(b["target_akhir"])
    ]
    assert beda == [21, 58]  # MGT-050 and MGT-051
