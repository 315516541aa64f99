"""Shapes of tables met in documents nobody tuned for: several indicators in a cell, facts below each other, notes, parts of a budget."""

from __future__ import annotations

from dataclasses import replace

import pytest
from dinas_pangan import buku
from rencana_ambil import UANG, UKUR, isi, kolom
from tabel_asing import sel_baris, tabel_asing

from lkjip_xl.rencana import Nasib, Rencana, rencanakan
from lkjip_xl.rencana.model import Yakin
from lkjip_xl.sumber import urai_sumber
from lkjip_xl.sumber.model import Kisi, Sumber


def _ambil(teks: str, caption: str = UKUR) -> Rencana:
    return rencanakan(buku(), [tabel_asing(caption, teks)])


def _kisi(*baris: list[str], caption: str = UKUR, gabung: tuple = ()) -> Kisi:
    tutup = {(b, k) for b1, k1, b2, k2 in gabung for b in range(b1, b2 + 1) for k in range(k1, k2 + 1)}
    tutup -= {(b, k) for b, k, _, _ in gabung}
    sel = {letak: x for letak, x in sel_baris(*baris).items() if letak not in tutup}
    return Kisi("a.docx", "", 1, sel, gabung, atas=(caption,))


def _kode(r: Rencana) -> list[str]:
    return [f.kode for f in r.temuan]


def test_persen_di_samping_target_dan_realisasi_triwulan() -> None:
    kepala = " | ".join(f"Triwulan: {tw}: {x}" for tw in ("I", "II") for x in ("T", "R", "%"))
    r = _ambil(f"Indikator | Satuan | {kepala}\nPanen padi | ton | 10 | 8 | 80 | 20 | 25 | 125")
    assert list(kolom(r).values()) == [
        "indikator.indikator", "indikator.satuan", "pk.tw1", "pengukuran.tw1", "triwulan.capaian",
        "pk.tw2", "pengukuran.tw2", "triwulan.capaian",
    ]  # fmt: skip
    assert isi(r, "triwulan", "tw", "target", "realisasi") == [("I", 10.0, 8.0), ("II", 20.0, 25.0)]


def test_butir_dalam_satu_sel_indikator_sendiri_sendiri() -> None:
    k = _kisi(
        ["Sasaran", "Indikator Kinerja", "Satuan", "Target"],
        ["Pangan cukup", "a. Panen padi\nb. Indeks pangan", "a. ton\nb. indeks", "a. 1.250\nb. 3,45"],
        ["Tata kelola baik", "Nilai SAKIP", "nilai", "78,5"],
        caption="Perjanjian Kinerja",
    )
    r = rencanakan(buku(), urai_sumber(Sumber("a.docx", [k])))
    assert isi(r, "indikator", "indikator", "satuan", "pernyataan_lengkap") == [
        ("Panen padi", "ton", "Pangan cukup"),
        ("Indeks pangan", "indeks", "Pangan cukup"),
        ("Nilai SAKIP", "nilai", "Tata kelola baik"),
    ]
    assert [x for (x,) in isi(r, "pk", "target")] == [1250.0, 3.45, 78.5]


@pytest.mark.parametrize(
    ("satuan", "target", "harap"),
    [
        ("%", "85", [("%", None), ("%", None)]),
        ("a. ton\nb. indeks", "1. 80\n2. 90\n3. 95", [("ton", None), ("indeks", None)]),
        ("ton\nindeks", "1.250\n3,45", [("ton", 1250.0), ("indeks", 3.45)]),
        ("a. ton\nb. indeks", "1) 1.250\n2) 3,45", [("ton", 1250.0), ("indeks", 3.45)]),
    ],
)
def test_satu_angka_di_samping_beberapa_indikator_ditanyakan(satuan: str, target: str, harap: list) -> None:
    k = _kisi(
        ["Sasaran", "Indikator Kinerja", "Satuan", "Target"],
        ["Pangan cukup", "a. Panen padi\nb. Indeks pangan", satuan, target],
        caption="Perjanjian Kinerja",
    )
    tabel = urai_sumber(Sumber("a.docx", [k]))
    r = rencanakan(buku(), tabel)
    ada = {x["kode"]: x["target"] for _, x in r.buku["pk"].rekaman()}
    assert [(x["satuan"], ada.get(x["kode"])) for _, x in r.buku["indikator"].rekaman()] == harap
    tanya = [p.id for p in r.pertanyaan if p.jenis == "satu angka"]
    assert len(tanya) == (harap[0][1] is None)
    r = rencanakan(buku(), tabel, dict.fromkeys(tanya, True))
    assert [x for (x,) in isi(r, "pk", "target") if x] == ([85.0] if target == "85" else [x for _, x in harap if x])


def test_baris_sejajar_di_samping_butir() -> None:
    """Figures line by line beside a list are its items'; one figure for all of them is nobody's, one unit everybody's."""
    k = _kisi(
        ["Sasaran", "Indikator Kinerja", "Satuan", "Target", "Realisasi"],
        ["Pangan cukup", "1. Panen padi\n2. Panen jagung\n3. Ternak", "Ton\nTon\nEkor", "1.250\n870\n39.500", "99"],
        ["Harga stabil", "a. Inflasi\nb. Pasar terpantau", "%", "a. 3\nb. 90", "2,5\n91"],
        caption="Tabel 3.1 Capaian Kinerja Tahun 2024",
    )
    r = rencanakan(buku(), urai_sumber(Sumber("a.docx", [k])))
    assert isi(r, "indikator", "indikator", "satuan") == [
        ("Panen padi", "Ton"),
        ("Panen jagung", "Ton"),
        ("Ternak", "Ekor"),
        ("Inflasi", "%"),
        ("Pasar terpantau", "%"),
    ]
    harap = [(1250.0, None), (870.0, None), (39500.0, None), (3.0, 2.5), (90.0, 91.0)]
    assert isi(r, "pengukuran", "target", "realisasi") == harap
    assert [s.nasib for s in r.sel if s.teks == "99"] == [Nasib.RAGU]


def test_nama_dan_sasaran_hanya_di_judul_berkode_di_atas_tabel() -> None:
    atas = (
        "SK 1 Pangan cukup dan bermutu",
        "IKK 1.1 Peringkat ketahanan pangan",
        "Tabel 3.1 Target dan realisasi IKK 1.1 (%)",
    )
    k = _kisi(["Tahun", "Target", "Realisasi"], ["2023", "7", "6"], ["2024", "8", "9"])
    prosa = ("IKU 1 dan IKU 2 tercapai.", "IKK 1.1 sudah lebih baik dari tahun lalu.", "Tabel 3.2 Target dan realisasi")
    kisi = [replace(k, atas=atas), replace(k, atas=prosa, nomor=2)]
    r = rencanakan(buku(), urai_sumber(Sumber("a.docx", kisi)))
    assert isi(r, "indikator", "indikator", "satuan", "pernyataan_lengkap") == [
        ("Peringkat ketahanan pangan", "%", "Pangan cukup dan bermutu")
    ]
    assert isi(r, "pengukuran", "target", "realisasi") == [(8.0, 9.0)]
    assert isi(r, "riwayat", "target_1", "realisasi_1") == [(7.0, 6.0)]


def test_tahun_dan_uraian_ke_bawah_indikator_ke_samping() -> None:
    k = _kisi(
        ["Tahun", "Uraian", "Terpenuhinya pangan warga", "", "Terwujudnya tata kelola"],
        ["", "", "Panen padi (ton)", "Warung pangan (Gerai)", "Nilai SAKIP kantor"],
        ["2023", "Target", "9", "3", "70"],
        ["", "Realisasi", "7", "4", "71"],
        ["2024", "Target", "10", "5", "72"],
        ["", "Realisasi", "8", "6", "73"],
        gabung=((1, 1, 2, 1), (1, 2, 2, 2), (1, 3, 1, 4)),
        caption="Capaian Indikator Kinerja Utama",
    )
    r = rencanakan(buku(), urai_sumber(Sumber("a.xlsx", [k])))
    assert isi(r, "pengukuran", "target", "realisasi") == [(10.0, 8.0), (5.0, 6.0), (72.0, 73.0)]
    assert isi(r, "riwayat", "target_1", "realisasi_1") == [(9.0, 7.0), (3.0, 4.0), (70.0, 71.0)]
    assert isi(r, "indikator", "indikator", "satuan", "pernyataan_lengkap", "iku") == [
        ("Panen padi", "ton", "Terpenuhinya pangan warga", "ya"),
        ("Warung pangan", "Gerai", "Terpenuhinya pangan warga", "ya"),
        ("Nilai SAKIP kantor", None, "Terwujudnya tata kelola", "ya"),
    ]


def test_kepala_hanya_tahun_di_samping_target_dan_realisasi_ditanyakan() -> None:
    teks = "Indikator (%) | 2023 | Target 2024 | Realisasi 2024\nPanen padi | 7 | 10 | 8\nWarung pangan | 70 | 75 | 76"
    r = _ambil(teks)
    assert isi(r, "indikator", "indikator", "satuan") == [("Panen padi", "%"), ("Warung pangan", "%")]
    assert isi(r, "riwayat", "realisasi_1") == []
    tanya = [p.id for p in r.pertanyaan if p.jenis == "kolom"]
    r = rencanakan(buku(), [tabel_asing(UKUR, teks)], dict.fromkeys(tanya, True))
    assert isi(r, "riwayat", "realisasi_1") == [(7.0,), (70.0,)]
    turun = "Uraian | Panen padi (ton) | Warung pangan (unit)\n2023 | 7 | 3\nTarget | 10 | 5\nRealisasi | 8 | 6"
    assert isi(_ambil(turun), "pengukuran", "target", "realisasi") == [(10.0, 8.0), (5.0, 6.0)]


@pytest.mark.parametrize(("sasaran", "harap"), [("", 1), ("Tata kelola baik", 0)])
def test_sasaran_yang_tidak_tercetak_disebut(sasaran: str, harap: int) -> None:
    satu = tabel_asing(UKUR, "Sasaran | Indikator | Target | Realisasi\nPangan cukup | Panen padi | 10 | 8")
    dua = tabel_asing("Kinerja Lain", f"Sasaran | Indikator | Target | Realisasi\n{sasaran} | Nilai SAKIP | 80 | 81")
    assert _kode(rencanakan(buku(), [satu, dua])).count("AB-23") == harap


def test_fakta_bertumpuk_di_bawah_nama_tahun_di_kolom() -> None:
    r = _ambil(
        "Sasaran | Indikator | Satuan | Uraian | Tahun: 2023 | Tahun: 2024\n"
        "Pangan cukup | Panen padi | ton | Target | 9 | 10\n | | | Realisasi | 7 | 8\n | | | Capaian | 77,78 | 80\n"
        " | Indeks pangan | indeks | Target | 3 | 3,5\n | | | Realisasi | 3,1 | 3,4\n | | | Capaian | 103,33 | 97,14"
    )
    assert isi(r, "pengukuran", "target", "realisasi") == [(10.0, 8.0), (3.5, 3.4)]
    assert isi(r, "riwayat", "target_1", "realisasi_1") == [(9.0, 7.0), (3.0, 3.1)]
    assert isi(r, "indikator", "satuan", "pernyataan_lengkap") == [("ton", "Pangan cukup"), ("indeks", "Pangan cukup")]


def test_tahun_ke_bawah_indikator_ke_samping() -> None:
    k = _kisi(
        ["Tahun", "Panen padi\n(ton)", "Panen padi\n(ton)", "Indeks pangan", "Indeks pangan"],
        ["", "Target", "Realisasi", "Target", "Realisasi"],
        ["2023", "9", "7", "3", "3,1"],
        ["2024", "10", "8", "3,5", "3,4"],
        gabung=((1, 1, 2, 1), (1, 2, 1, 3), (1, 4, 1, 5)),
    )
    r = rencanakan(buku(), urai_sumber(Sumber("a.docx", [k])))
    assert isi(r, "pengukuran", "target", "realisasi") == [(10.0, 8.0), (3.5, 3.4)]
    assert isi(r, "riwayat", "target_1", "realisasi_1") == [(9.0, 7.0), (3.0, 3.1)]
    assert isi(r, "indikator", "indikator", "satuan") == [("Panen padi", "ton"), ("Indeks pangan", None)]


@pytest.mark.parametrize(("tanda", "harap"), [("Rp", [(8.0,)]), ("Laki-laki", None)])
def test_baris_rupiah_di_bawah_kinerja_bukan_kinerja(tanda: str, harap: list | None) -> None:
    r = _ambil(f"Indikator | Satuan | | Target | Realisasi\nPanen padi | ton | K | 10 | 8\n | | {tanda} | 900 | 800")
    rupiah = [s for s in r.sel if s.teks == "800"]
    assert [s.nasib is Nasib.TIDAK for s in rupiah] == [harap is not None]


@pytest.mark.parametrize(
    ("nama", "catatan", "harap"),
    [
        ("Panen padi*)", "*) angka sementara", "ya"),
        ("Panen padi *", "* Angka Sementara, menunggu BPS", "ya"),
        ("Panen padi*)", "*) Indikator Kinerja Utama", None),
        ("Panen padi*)", "**) angka sementara", None),
        ("Panen padi", "*) angka sementara", None),
    ],
)
def test_tanda_di_belakang_nama_menurut_catatan_kakinya(nama: str, catatan: str, harap: str | None) -> None:
    r = _ambil(
        f"Indikator | Satuan | Target | Realisasi\n{nama} | ton | 10 | 8\nNilai SAKIP | nilai | 80 | 81\n* {catatan}"
    )
    assert isi(r, "pengukuran", "sementara") == [(harap,), (None,)]
    assert isi(r, "indikator", "indikator")[0] == ("Panen padi",)


def test_pendapatan_bukan_belanja() -> None:
    r = _ambil(
        "Uraian | Anggaran | Realisasi\nPENDAPATAN | 500.000.000 | 510.000.000\nRetribusi Daerah | 500.000.000 | 510.000.000\n"
        "Jumlah Pendapatan | 500.000.000 | 510.000.000\nBELANJA | 900.000.000 | 800.000.000\n"
        "Belanja Pegawai | 600.000.000 | 550.000.000\nBelanja Modal | 300.000.000 | 250.000.000\nSURPLUS/(DEFISIT) | 1 | 2",
        "Realisasi Belanja Menurut Jenis Tahun 2024",
    )
    assert [x for (x,) in isi(r, "belanja", "jenis")] == ["BELANJA", "Belanja Pegawai", "Belanja Modal"]
    assert sum(s.nasib is Nasib.TIDAK and "pendapatan" in s.alasan for s in r.sel) >= 9


def test_anggaran_di_bawah_perjanjian_kinerja() -> None:
    uang = "Kode | Program / Kegiatan | Anggaran: Semula | Anggaran: Menjadi | Bertambah\n2.09.02 | Program Pangan | 1.000.000 | 2.000.000 | 1.000.000"
    satu = tabel_asing(
        "Perjanjian Kinerja Perubahan",
        "Sasaran | Indikator | Target: Semula | Target: Menjadi\nA | Panen padi | 9 | 10",
    )
    dua = tabel_asing("B. Anggaran", uang, nomor=2)
    assert [t.yakin for t in rencanakan(buku(), [satu, dua]).tabel] == [Yakin.PASTI, Yakin.PASTI]
    assert rencanakan(buku(), [dua]).tabel[0].yakin is Yakin.RAGU


@pytest.mark.parametrize(("kode", "harap"), [("", ["data", "data", "jumlah"]), ("2.09.04", ["data", "data", "data"])])
def test_jumlah_bernama_tanpa_kode(kode: str, harap: list[str]) -> None:
    k = _kisi(
        ["Kode", "Uraian", "Pagu"],
        ["2.09.02", "Program Pangan", "1.000"],
        ["2.09.03", "Program Gizi", "2.000"],
        [kode, "Jumlah Bidang Ketahanan", "3.000"],
        caption=UANG,
    )
    (t,) = urai_sumber(Sumber("a.docx", [k]))
    assert [b.jenis for b in t.baris] == harap


def test_sel_gabung_di_samping_triwulan_milik_tiap_triwulan() -> None:
    k = _kisi(
        ["Indikator Kinerja", "TW", "Target", "Rencana Aksi", "Penanggung Jawab"],
        ["Panen padi", "I", "2", "Tanam", "Kabid Pangan"],
        ["", "II", "10", "Panen", ""],
        ["Nilai SAKIP", "I", "0", "Rapat", "Sekretaris"],
        ["", "II", "80", "Evaluasi", ""],
        caption="Rencana Aksi Triwulan",
        gabung=((2, 1, 3, 1), (2, 5, 3, 5), (4, 1, 5, 1)),
    )
    r = rencanakan(buku(), urai_sumber(Sumber("a.docx", [k])))
    milik = ["Kabid Pangan", "Kabid Pangan", "Sekretaris", None]  # the last cell is blank, not merged
    assert [x for (x,) in isi(r, "triwulan", "penanggung_jawab")] == milik


def test_kepala_inggris_dan_titik_tiga_angka_di_kolom_inggris() -> None:
    r = _ambil(
        "Indikator | Satuan | Target | Realisasi\nPanen padi | ton | 12,000 | 1,318.75\nIndeks | indeks | 62.50 | 63.118"
    )
    assert isi(r, "pengukuran", "target", "realisasi") == [(12000.0, 1318.75), (62.5, 63.118)]
    assert [s.nasib for s in r.sel if s.teks == "63.118"] == [Nasib.RAGU]
    uang = _ambil(
        "Code | Program | Budget | Realization | Absorption | Remaining\n2.09.02 | Program A | 9.000.000 | 8.000.000 | 88,89 | 1.000.000",
        UANG,
    )
    assert list(kolom(uang).values()) == [
        f"anggaran.{x}" for x in ("kode", "nama", "pagu", "realisasi_rp", "serapan", "sisa")
    ]


def test_pagu_apbd_murni_dan_perubahan() -> None:
    r = _ambil(
        "Program | Pagu APBD Murni | Pagu APBD Perubahan | Realisasi\nProgram A | 900.000 | 1.000.000 | 950.000", UANG
    )
    assert [x[1:] for x in isi(r, "anggaran", "nama", "pagu", "realisasi_rp")] == [(1000000.0, 950000.0)]
