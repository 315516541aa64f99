"""What somebody who has to sign the report stumbles over: words in the place of figures, levels, sums nobody typed."""

from __future__ import annotations

import re
from functools import cache

import pytest
from buku_md import buku_md

from lkjip_xl.ringkasan import buat_semua
from lkjip_xl.ringkasan.indikator import daftar_indikator
from lkjip_xl.ringkasan.kaskade import kaskade
from lkjip_xl.ringkasan.kemajuan_renstra import catatan_kemajuan
from lkjip_xl.ringkasan.perakit import catatan_keadaan, rumus_menurut
from lkjip_xl.ringkasan.perjanjian import perubahan_pk
from lkjip_xl.skema.kalimat import isian_kalimat, kalimat, semua_kalimat
from lkjip_xl.validasi.periksa import periksa
from lkjip_xl.word import bahan, susun_naskah
from lkjip_xl.word.naskah import Balok, Butir, Isian, Judul, Paragraf, Tabel

POKOK = """
| Pengaturan | instansi | tahun | renstra_awal | renstra_akhir |
|            | RSUD     | 2025  | 2024         | 2028          |

| Indikator | kode | jenjang | induk | pernyataan | indikator | satuan | arah |
|           | T1.1 | tujuan  |       | Rujukan bermutu | Indeks kepuasan | indeks | naik |
|           | S1.1 | sasaran | T1.1  | Mutu naik | Akreditasi | predikat | naik |
|           | S1.2 | sasaran | T1.1  |           | Angka kematian | orang | turun |
|           | P1.1 | program | S1.2  | Pasien aman | Infeksi luka | kasus | turun |
|           | P1.2 | program | S1.2  |             | Pasien jatuh | kasus | turun |
|           | K1.1 | kegiatan | P1.1 | Petugas cakap | Petugas dilatih | orang | naik |

| Renstra | kode | target_5 |
|         | S1.1 | Paripurna |

| PK | versi | kode | target |
|    | murni | T1.1 | 80 |
|    | murni | S1.2 | 10 |
|    | perubahan | T1.1 | 82 |
|    | perubahan | S1.2 | 12 |

| Pengukuran | kode | target | realisasi |
|            | T1.1 | 82 | 83 |
|            | S1.1 | Paripurna | Paripurna |
|            | S1.2 | 12 | 9 |
|            | P1.1 | 5 | 4 |
|            | P1.2 | 3 | 3 |
|            | K1.1 | 40 | 41 |

| Riwayat | kode | realisasi_1 | realisasi_2 |
|         | S1.1 | Paripurna | Utama |

| Anggaran | kode | level | nama | indikator | target | bidang | pagu | realisasi_rp |
|          | 1    | program | PROGRAM MUTU | Pasien jatuh | 3 | Bidang Mutu | | |
|          | 1.1  | kegiatan | Kegiatan Latih | Peserta | 40 | Bidang Mutu | 1000 | 900 |

| Penunjang | kode | level | nama |
|           | S1   | program | PROGRAM MUTU |

| Pegawai | dimensi | uraian | laki_laki | perempuan | kebutuhan |
|         | Jabatan | Dokter | 3 | 4 | 9 |
|         | Jabatan | Perawat | 10 | 20 | |

| LHE Nilai | tahun | komponen | bobot | nilai |
|           | 2024 | Perencanaan | 30 | 22,10 |
|           | 2024 | Pengukuran | 30 | 20,40 |
|           | 2024 | Pelaporan | 15 | 10,80 |
|           | 2024 | Evaluasi | 25 | 15,62 |
"""


@cache
def balok(isi: str = POKOK) -> list[Balok]:
    return list(susun_naskah(buku_md(isi)).balok)


def paragraf(isi: str = POKOK) -> list[str]:
    return [x.teks for x in balok(isi) if isinstance(x, Paragraf)]


def tabel(lembar: str, isi: str = POKOK) -> list[Tabel]:
    return [x for x in balok(isi) if isinstance(x, Tabel) and x.tabel.lembar == lembar]


def test_hasil_berupa_kata_yang_sama_dengan_targetnya() -> None:
    """A predicate that is the one agreed upon is said to be so, this year, against last year and at the end of the Renstra."""
    isi = {"indikator": "Akreditasi", "target": "Paripurna", "realisasi": "Paripurna"}
    deret = kalimat("riwayat.deret", deret=kalimat("riwayat.deret_kata", tahun="2023", nilai="Utama"))
    assert {
        kalimat("capaian.kata_sesuai", **isi),
        kalimat("riwayat.tetap_kata", **isi, tahun="2025", lalu="2024", deret=deret),
        kalimat("renstra.tepat_kata", **isi, akhir=kalimat("renstra.akhir", tahun="2028")),
    } <= set(paragraf())


def test_hasil_berupa_kata_yang_lain_dari_targetnya() -> None:
    lain = POKOK.replace("| S1.1 | Paripurna | Paripurna |", "| S1.1 | Paripurna | Utama |")
    isi = {"indikator": "Akreditasi", "target": "Paripurna", "realisasi": "Utama"}
    assert kalimat("capaian.tak_terukur", **isi) in paragraf(lain)


@pytest.mark.parametrize(("buang", "jenjang"), [("", "program dan kegiatan"), ("K1.1", "program")])
def test_jenjang_yang_hanya_di_tabel_disebut(buang: str, jenjang: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bahan, "BANYAK", 3)
    isi = "\n".join(b for b in POKOK.splitlines() if not buang or buang not in b)
    jumlah = "2 (dua)" if buang else "3 (tiga)"
    teks = [x.teks for x in susun_naskah(buku_md(isi)).balok if isinstance(x, Paragraf)]
    assert kalimat("capaian.selebihnya", jumlah=jumlah, jenjang=jenjang) in teks


def test_kepala_kolom_rumusan_menurut_jenjangnya() -> None:
    """Where a tujuan is agreed upon, too, its column is not headed Sasaran alone."""
    semua = [*(t.tabel for t in tabel("PK")), perubahan_pk(buku_md(POKOK))]
    assert len(semua) > 3
    assert {k.judul for t in semua if t for k in t.kolom if k.nama == "sasaran"} == {"Tujuan / Sasaran"}
    hanya = perubahan_pk(buku_md("\n".join(b for b in POKOK.splitlines() if "| T1.1 | 8" not in b)))
    assert hanya is not None and hanya.kolom[0].judul == "Sasaran"


def test_jumlah_pegawai_ditutup() -> None:
    """As the sentence above the table adds them up; not of a column in which a row has no number."""
    (t,) = tabel("Pegawai")
    assert (t.tabel.baris[-1].gaya, t.tabel.baris[-1].nilai) == (
        "jumlah",
        {"uraian": "Jumlah", "laki_laki": 13, "perempuan": 24, "jumlah": 37},
    )


def test_jumlah_pegawai_yang_diketik_tidak_diulang() -> None:
    isi = POKOK.replace("| Perawat | 10 | 20 | |", "| Perawat | 10 | 20 | |\n| | Jabatan | Jumlah | 13 | 24 | |")
    (t,) = tabel("Pegawai", isi)
    assert [r.gaya for r in t.tabel.baris] == ["biasa", "biasa", "jumlah"]


@pytest.mark.parametrize(("pelaporan", "ada"), [("10,80", True), ("", False)])
def test_nilai_evaluasi_dari_komponennya(pelaporan: str, ada: bool) -> None:
    predikat = kalimat("evaluasi.predikat", predikat="B")
    teks = kalimat("evaluasi.nilai", tahun="2024", nilai="68,92", predikat=predikat)
    assert (teks in paragraf(POKOK.replace("| 10,80 |", f"| {pelaporan} |"))) == ada


@pytest.mark.parametrize(
    ("baris", "kunci", "selisih"),
    [
        ("| 2023 | Nilai | 100 | 66,5 | B |\n| | 2024 | Nilai | 100 | 68,92 | B |", "naik", "2,42"),
        ("| 2024 | Nilai | 100 | 68,92 | B |\n| | 2023 | Nilai | 100 | 69 | B |", "turun", "0,08"),
        ("| 2023 | Nilai | 100 | 68,92 | B |\n| | 2024 | Nilai | 100 | 68,92 | B |", "tetap", ""),
    ],
)
def test_nilai_evaluasi_dibandingkan_dengan_tahun_sebelumnya(baris: str, kunci: str, selisih: str) -> None:
    isi = POKOK + f"\n| LHE Nilai | tahun | komponen | bobot | nilai | predikat |\n| {baris}\n"
    predikat = kalimat("evaluasi.predikat", predikat="B")
    kini = kalimat(f"evaluasi.nilai_{kunci}", tahun="2024", nilai="68,92", selisih=selisih, predikat=predikat)
    (teks,) = [x for x in paragraf(isi) if kini in x]
    assert teks.startswith(kalimat("evaluasi.nilai", tahun="2023", nilai="|", predikat="").split("|")[0])


def test_tindak_lanjut_evaluasi_yang_belum_ada_ditandai() -> None:
    """The heading promises what was done about the evaluation."""
    isi = POKOK + "\n| LHE Rekomendasi | tahun | rekomendasi | status |\n| | 2024 | Pohon kinerja disusun | selesai |\n"
    assert [sum("LHE Rekomendasi" in x.teks for x in balok(b) if isinstance(x, Isian)) for b in (POKOK, isi)] == [1, 0]
    assert kalimat("evaluasi.rekomendasi_satu", jumlah="1 (satu)") in paragraf(isi)


def test_beberapa_baris_analisis_menjadi_kalimat() -> None:
    baris = "".join(f"|          | S1.2 | {t} |\n" for t in ("Tenaga kurang", "alat rusak.", "Jarak jauh"))
    tidak = POKOK.replace("| S1.2 | 12 | 9 |", "| S1.2 | 12 | 15 |")
    isi = f"{tidak}\n| Analisis | kode | penghambat |\n{baris}"
    butir = [t for x in balok(isi) if isinstance(x, Butir) for t in x.teks]
    assert kalimat("analisis.penghambat", isi="Tenaga kurang; alat rusak. Jarak jauh") in butir


def test_tanpa_alinea_kosong() -> None:
    """A paragraph without words would part a heading from the table below it, and leave it alone at the end of a page."""
    assert all(x.strip() for x in paragraf())
    i = next(i for i, x in enumerate(balok()) if isinstance(x, Judul) and x.teks.startswith("B. Realisasi"))
    assert isinstance(balok()[i + 1], Tabel)


def test_kaskade_memuat_indikator_program_menurut_induk() -> None:
    """Measured indicators below a sasaran by Induk; one that Anggaran names for its programme stands there."""
    t = kaskade(buku_md(POKOK))
    assert t is not None
    assert [(b.inden, b.nilai.get("indikator")) for b in t.baris] == [
        (0, "Indeks kepuasan"),
        (1, "Akreditasi"),
        (1, "Angka kematian"),
        (2, "Infeksi luka"),
        (3, "Petugas dilatih"),
        (2, "Pasien jatuh"),
        (3, "Peserta"),
    ]


def test_rata_rata_bukan_jumlah() -> None:
    """Without amounts the last row of the efficiency table holds a mean and nothing else."""
    kosong = POKOK.replace("| 1000 | 900 |", "| | |")
    (t,) = (x for x in buat_semua(buku_md(kosong)) if x.lembar == "Efisiensi Sasaran")
    assert t.baris[-1].gaya == "jumlah" and t.baris[-1].nilai["indikator"] == "Rata-rata"


PER_SASARAN = POKOK.replace("| renstra_akhir |", "| renstra_akhir | susunan_bab_tiga |").replace(
    "| 2028          |", "| 2028 | sasaran |"
)


def test_catatan_di_bawah_tabel_satu_sasaran_tentang_barisnya() -> None:
    """A summary divided by sasaran: what is said below each part is true of its rows, and counted over them."""
    isi = PER_SASARAN.replace("| S1.1 | Paripurna |", "| S1.1 | Paripurna |\n|         | K1.1 | 0 |", 1).replace(
        "| K1.1 | 40 | 41 |", "| K1.1 | 0 | 3 |"
    )
    b = buku_md(isi)
    indikator = daftar_indikator(b)
    dilihat = 0
    for x in (
        x for x in balok(isi) if isinstance(x, Tabel) and x.tabel.lembar in ("Capaian Kinerja", "Kemajuan Renstra")
    ):
        kode = {r.nilai.get("kode") for r in x.tabel.baris}
        milik = [i for i in indikator if i.kode in kode]
        harap = catatan_kemajuan(x.tabel.baris) if x.tabel.lembar == "Kemajuan Renstra" else catatan_keadaan(milik)
        semua = {*catatan_keadaan(indikator), *catatan_kemajuan(x.tabel.baris), *catatan_keadaan(milik)}
        assert [c for c in x.tabel.catatan if c in semua] == harap
        dilihat += 1
    assert dilihat > 3
    catatan = [
        c for t in tabel("Kemajuan Renstra", isi) for c in t.tabel.catatan if c.startswith("Kemajuan yang kosong")
    ]
    assert len(catatan) == 1  # below the one table that has such a row


def test_rumus_di_bawah_tabel_triwulan_menurut_barisnya() -> None:
    isi = POKOK + "\n| Triwulan dan Rencana Aksi | kode | tw | target | realisasi |\n| | S1.2 | I | 4 | 3 |\n"
    (t,) = (x for x in buat_semua(buku_md(isi)) if x.lembar == "Capaian per Triwulan")
    assert list(t.catatan) == rumus_menurut({"turun"})


HASIL = "tidak diukur tahun ini", "N/A", "belum rilis"


@pytest.mark.parametrize("capaian", ["9", "tidak diukur tahun ini"])
def test_yang_tidak_terhitung_disebut_menurut_sebabnya(capaian: str) -> None:
    """States of indicators are counted apart in the summary and in the conclusion, with and without any that was measured."""
    isi = "| Pengaturan | instansi | tahun |\n| | Dinas | 2025 |\n\n| Indikator | kode | jenjang | indikator | arah |\n"
    isi += "".join(f"| | S{i} | sasaran | Indikator {i} | naik |\n" for i in range(4))
    isi += "\n| Pengukuran | kode | target | realisasi |\n"
    isi += "".join(f"| | S{i} | 10 | {x} |\n" for i, x in enumerate((*HASIL, capaian)))
    semua = " ".join(paragraf(isi))
    hitung = {"tidak_diukur": "1 (satu)", "tidak_berlaku": "1 (satu)", "data": "1 (satu)"}
    if capaian == "9":
        assert all(kalimat(f"ikhtisar.{k}", jumlah=n) in semua for k, n in hitung.items())
        assert all(kalimat(f"simpulan.sisa_{k}", jumlah=n, jenjang="sasaran") in semua for k, n in hitung.items())
        return
    hitung["tidak_diukur"] = "2 (dua)"
    assert all(kalimat(f"ikhtisar.tak_terhitung_{k}", jumlah=n) in semua for k, n in hitung.items())
    kunci = {"data": "tanpa_data", "tidak_diukur": "sisa_tidak_diukur", "tidak_berlaku": "sisa_tidak_berlaku"}
    assert all(kalimat(f"simpulan.{kunci[k]}", jumlah=n, jenjang="sasaran") in semua for k, n in hitung.items())


def test_program_yang_tidak_menunjang_disebut_di_samping_yang_menunjang() -> None:
    """Its rupiah are in the efficiency of the sasaran: left out of the sentence the two would not agree."""
    isi = POKOK.replace("| Penunjang | kode | level | nama |", "| Penunjang | kode | level | nama | menunjang |")
    isi = isi.replace(
        "| S1   | program | PROGRAM MUTU |",
        "| S1 | program | PROGRAM MUTU | ya |\n| | S1 | program | PROGRAM LUAS | tidak |",
    )
    isi = isi.replace("| Anggaran | kode |", "| Anggaran | kode |", 1).replace(
        "|          | 1.1  | kegiatan",
        "|          | 2 | program | PROGRAM LUAS | Luas | 3 | Bidang | 500 | 400 |\n|          | 1.1  | kegiatan",
    )
    luas = kalimat("program.satuan", nama="Program Luas", pagu="Rp 500", serapan="80,00").replace("Rp ", "Rp\u00a0")
    akhir = kalimat("program.selain", daftar=luas)
    assert [x for x in paragraf(isi) if x.replace(" ", " ").endswith(akhir)]
    assert not [x for x in paragraf(isi.replace("PROGRAM LUAS | tidak", "PROGRAM LUAS | ya")) if x.endswith(akhir)]


KELURAHAN = """
| Pengaturan | instansi | tahun | renstra_awal | renstra_akhir | metode_efisiensi |
|            | Kelurahan | 2025 | 2024         | 2028          | selisih          |

| Indikator | kode | jenjang | pernyataan | indikator | satuan | arah |
|           | S1.1 | sasaran | Warga puas | Nilai survei | nilai | naik |
|           | S2.1 | sasaran | Warga aman | Rasio linmas | rasio | naik |

| Pengukuran | kode | target | realisasi |
|            | S1.1 | 83 | 82 |
|            | S2.1 | {target} | 12 |

| Anggaran | kode | level | nama | indikator | target | realisasi | pagu | realisasi_rp |
|          | 1    | program | PROGRAM WARGA | Warga puas | 80 | 80 | 1000 | {rp} |
|          | 1.1  | {level} | Kegiatan RT | RT aktif | 12 | 11 | 1000 | {rp} |

| Penunjang | kode | level | nama |
|           | S2   | program | PROGRAM WARGA |
"""


def kelurahan(target: str = "13", rp: str = "900", level: str = "kegiatan") -> str:
    return KELURAHAN.format(target=target, rp=rp, level=level)


@pytest.mark.parametrize(("target", "tak_satu"), [("13", True), ("11", False)])
def test_tidak_satu_pun_bukan_nol_dari(target: str, tak_satu: bool) -> None:
    teks = paragraf(kelurahan(target))
    assert (kalimat("ikhtisar.tak_satu", terukur="2 (dua)") in " ".join(teks)) is tak_satu
    assert not [x for x in teks if "0 (nol)" in x]


def test_satu_satunya_indikator_kegiatan_tidak_dihitung_dari_satu() -> None:
    assert not [x for x in paragraf(kelurahan()) if "1 (satu) indikator kegiatan" in x]
    assert [x for x in paragraf(kelurahan()) if "Program Warga" in x and "91,67" in x]


@pytest.mark.parametrize(("rp", "efisien"), [("900", True), ("0", False)])
def test_anggaran_yang_tidak_diserap_bukan_efisien(rp: str, efisien: bool) -> None:
    """Near miss: the same with money spent is judged."""
    teks = " ".join(x for x in paragraf(kelurahan("12", rp)) if "Warga aman" in x)
    putusan = kalimat("efisiensi.efisien", **dict.fromkeys(isian_kalimat(semua_kalimat()["efisiensi", "efisien"]), ""))
    assert (putusan.rpartition(";")[2] in teks) is efisien


def test_rasio_tanpa_satuan_di_kalimat() -> None:
    teks = [x for x in paragraf(kelurahan()) if "Rasio linmas" in x]
    assert teks and not [x for x in teks if re.search(r"\d rasio", x)]


@pytest.mark.parametrize("level", ["kegiatan", "subkegiatan"])
def test_judul_kaskade_menurut_jenjang_yang_dicetak(level: str) -> None:
    kaskade = {i: next(x.tabel for x in balok(i) if isinstance(x, Tabel) and x.kunci == "kaskade") for i in (POKOK, kelurahan(level=level))}  # fmt: skip
    ujung = [re.findall(r"dari (\w+) sampai dengan (\w+)", t.judul)[0] for t in kaskade.values()]
    assert ujung == [("Tujuan", "Kegiatan"), ("Sasaran", level.capitalize())]
    assert [t.kolom[0].judul.split(" / ")[0] for t in kaskade.values()] == ["Tujuan", "Sasaran"]


@pytest.mark.parametrize(("isi", "bersih"), [(kelurahan(), True), (kelurahan().replace("| 1000 | 900", "| 1000 | 9000", 1), False)])  # fmt: skip
def test_draf_tanpa_hasil_pemeriksaan_tidak_menghitung_nol(isi: str, bersih: bool) -> None:
    b = buku_md(isi)
    depan = " ".join(x.teks for x in susun_naskah(b, periksa(b)).balok[:20] if isinstance(x, Paragraf))
    assert (kalimat("umum.draf_bersih") in depan) is bersih
