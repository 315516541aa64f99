"""What printed tables of real reports have: other years in the caption, two copies of a figure, programmes without level, merged names."""

from __future__ import annotations

from dataclasses import replace

from dinas_pangan import buku, capaian, renstra
from rencana_ambil import isi, nasib
from tabel_asing import tabel_asing

from lkjip_xl.rencana import Yakin, rencanakan
from lkjip_xl.sumber import urai_sumber
from lkjip_xl.sumber.model import Kisi, SelAsing, Sumber


def test_tabel_tahun_lalu_masuk_riwayat() -> None:
    """Last year's report: its capaian is history; a caption of the year itself, or of a regulation, changes nothing."""
    teks = "Indikator Kinerja | Target | Realisasi\nProduksi padi | 1.100 | 1.150"
    lalu = rencanakan(buku(), [renstra(), tabel_asing("Tabel 3.1 Capaian Kinerja Tahun 2023", teks, nomor=2)])
    assert isi(lalu, "pengukuran", "realisasi") == [] and isi(lalu, "riwayat", "target_1", "realisasi_1") == [
        (1100.0, 1150.0)
    ]
    for judul in ("Capaian Kinerja Tahun 2024", "Capaian Kinerja (Perbup Nomor 7 Tahun 2021)"):
        assert isi(rencanakan(buku(), [tabel_asing(judul, teks)]), "pengukuran", "realisasi") == [(1150.0,)]
    anggaran = "No | Program | Anggaran (Rp) | Realisasi (Rp)\n1 | Program Benih | 9.000.000 | 8.000.000"
    r = rencanakan(buku(), [tabel_asing("Realisasi Anggaran Tahun 2023", anggaran)])
    assert not r.tulis and "tidak dipakai" in nasib(r, "9.000.000")


def test_salinan_yang_berbeda_dari_salinan_yang_sama_dengan_rumus() -> None:
    """Equal to what the formula gives in one copy, other in the next: a conflict, and no cell says "sama" in vain."""
    lain = "Indikator Kinerja | Target | Realisasi\nProduksi padi | {} | 1.260"
    r = rencanakan(
        buku(),
        [renstra(), capaian(), tabel_asing("Tabel 4.1 Capaian Kinerja Tahun 2024", lain.format("1.250"), nomor=3)],
    )
    assert nasib(r, "1.250") == ["bertentangan"] and isi(r, "pengukuran", "target")[0] == (1200.0,)
    sama = rencanakan(
        buku(),
        [renstra(), capaian(), tabel_asing("Tabel 4.1 Capaian Kinerja Tahun 2024", lain.format("1.200"), nomor=3)],
    )
    assert "bertentangan" not in {s.nasib.value for s in sama.sel}


def test_kegiatan_di_bawah_program_tanpa_nomor() -> None:
    teks = "No | Program/Kegiatan | Anggaran (Rp) | Realisasi (Rp)\n1 | Program Benih | 900.000 | 800.000\n | Uji mutu | 900.000 | 800.000"
    r = rencanakan(buku(), [tabel_asing("Realisasi Anggaran Program dan Kegiatan Tahun 2024", teks)])
    assert isi(r, "anggaran", "level", "nama") == [("program", "Program Benih"), ("kegiatan", "Uji mutu")]
    tiga = teks.replace("Program/Kegiatan", "Program/Kegiatan/Sub Kegiatan").replace("Program dan Kegiatan", "")
    r = rencanakan(buku(), [tabel_asing("Realisasi Anggaran Tahun 2024", tiga)])
    assert isi(r, "anggaran", "nama") == [("Program Benih",)] and "AB-14" in {t.kode for t in r.temuan}


def test_nomor_di_bawah_satu_baris_untuk_semua() -> None:
    """Where programmes are numbered 1.1, what stands above them is no programme and what stands below is a kegiatan."""
    teks = "No | Program / Kegiatan | Anggaran (Rp)\n1 | KETAHANAN PANGAN | 900.000\n1.1 | Program Benih | 900.000\n1.1.1 | Uji mutu | 900.000"
    r = rencanakan(buku(), [tabel_asing("Realisasi Anggaran Tahun 2024", teks)])
    assert isi(r, "anggaran", "level", "nama") == [("program", "Program Benih"), ("kegiatan", "Uji mutu")]
    assert "AB-14" in {t.kode for t in r.temuan}


def test_nama_gabungan_dan_dimensi_pegawai() -> None:
    t = tabel_asing("Pegawai Berdasarkan Jabatan", "Jabatan | Pendidikan | Jumlah\nPenyuluh | S1 | 3\n | S2 | 4")
    gabung = replace(t, kisi=(replace(t.kisi[0], gabung=((3, 1, 4, 1),)),))
    assert isi(rencanakan(buku(), [gabung]), "pegawai", "dimensi", "uraian", "jumlah") == [
        ("Jabatan", "Penyuluh", 3.0),
        ("Jabatan", "Penyuluh", 4.0),
    ]
    assert isi(rencanakan(buku(), [t]), "pegawai", "uraian")[0] == ("Penyuluh",)


def test_nama_yang_hanya_tercetak_sekali() -> None:
    """Rows below one name in a source that knows no merged cells get it and say so; a number of its own, or figures alone, do not."""
    for kepala, isi_, banyak in (
        ("Jabatan | Pendidikan | Jumlah", "Penyuluh | S1 | 3\n | S2 | 4", 2),
        ("No | Jabatan | Pendidikan | Jumlah", "1 | Penyuluh | S1 | 3\n1 | | S2 | 4", 2),
        ("No | Jabatan | Pendidikan | Jumlah", "1 | Penyuluh | S1 | 3\n2 | | S2 | 4", 1),
        ("Jabatan | Laki-laki | Jumlah", "Penyuluh | 1 | 3\n | 2 | 4", 1),
    ):
        r = rencanakan(buku(), [tabel_asing("Pegawai Berdasarkan Jabatan", f"{kepala}\n{isi_}")])
        assert isi(r, "pegawai", "uraian") == [("Penyuluh",)] * banyak
        assert [t.kode for t in r.temuan if t.kode in ("AB-07", "AB-30")] == ["AB-30" if banyak == 2 else "AB-07"]


def test_angka_sebagian_tahun_tidak_menjadi_angka_setahun() -> None:
    """What was reached by June is no result of the year: asked for (AB-03), and written only after ya; pagu and target are of the year."""
    lra = "No | Program / Kegiatan | Anggaran (Rp) | Realisasi (Rp) | %\n1 | Program Benih | 100.000.000 | 40.000.000 | 40"
    for judul, ada in (
        ("Realisasi Anggaran s.d. Triwulan II Tahun 2024", None),
        ("Realisasi Anggaran per 30 Juni 2024", None),
        ("Realisasi Anggaran Semester I Tahun 2024", None),
        ("Realisasi Anggaran Januari s.d. Desember 2024", 40e6),
        ("Realisasi Anggaran s.d. Triwulan IV Tahun 2024", 40e6),
    ):
        t = tabel_asing(judul, lra)
        r = rencanakan(buku(), [t])
        assert isi(r, "anggaran", "pagu", "realisasi_rp") == [(100e6, ada)]
        assert ("AB-03" in {x.kode for x in r.temuan}) == (ada is None)
        if ada is None:
            (tanya,) = [p.id for p in r.pertanyaan if p.jenis == "kolom"]
            assert isi(rencanakan(buku(), [t], {tanya: True}), "anggaran", "realisasi_rp") == [(40e6,)]
    kinerja = "Indikator Kinerja | Satuan | Target | Realisasi\nProduksi padi | ton | 1.200 | 400"
    for judul, ada in (("Pengukuran Kinerja s.d. Bulan Juni 2024", []), ("Pengukuran Kinerja Tahun 2024", [(400.0,)])):
        assert all(k[2] != "realisasi" for k in rencanakan(buku(), [tabel_asing(judul, kinerja)]).tulis) == (ada == [])


def test_pengali_dengan_tanda_kali() -> None:
    teks = (
        "Indikator | Satuan | Pembilang | Penyebut | Pengali | Realisasi\nProduksi padi | % | 780 | 825 | × 100 | 94,54"
    )
    r = rencanakan(buku(), [tabel_asing("Pengukuran Kinerja Tahun 2024", teks)])
    assert isi(r, "pengukuran", "pembilang", "pengali") == [(780.0, 100.0)]
    r = rencanakan(buku(), [tabel_asing("Pengukuran Kinerja Tahun 2024", teks.replace("94,54", "x 94,54"))])
    assert isi(r, "pengukuran", "realisasi") != [(94.54,)]  # anywhere else the sign is no part of a figure


def test_triwulan_di_bawah_satu_kepala() -> None:
    teks = "Indikator Kinerja | Target Triwulan: I | Target Triwulan: II | Total\nProduksi padi | 300 | 600 | 1.300"
    r = rencanakan(buku(), [renstra(), tabel_asing("Target Waktu Pencapaian Indikator Tahun 2025", teks, nomor=2)])
    assert isi(r, "rencana_aksi", "tw1", "tw2") == [(300.0, 600.0)] and isi(r, "triwulan", "target") == []


def test_angka_triwulan_perlu_triwulannya() -> None:
    teks = "Indikator Kinerja | Target | Realisasi | Capaian (%)\nProduksi padi | 300 | 290 | 96,67"
    r = rencanakan(buku(), [tabel_asing("Analisis penyebab", teks)])
    assert (r.tabel[0].lembar, r.tabel[0].yakin) == ("pengukuran", Yakin.PASTI)


def test_nama_mirip_ditanya_sekali() -> None:
    lain = "Indikator Kinerja | Target | Realisasi\nProduksi pati ubi | 5 | 6"
    tabel = [renstra(), *(tabel_asing(f"Capaian Kinerja {n}", lain, nomor=n) for n in (2, 3))]
    tanya = [p.id for p in rencanakan(buku(), tabel).pertanyaan if p.jenis == "baris mirip"]
    assert len(tanya) == 1
    r = rencanakan(buku(), tabel, {tanya[0]: True})
    assert isi(r, "pengukuran", "realisasi") == [(6.0,)] and nasib(r, "6") == ["ditulis", "sama"]


def test_kolom_bertahun_lain_di_kepala() -> None:
    aset = "Aset Tetap | Per 31 Desember 2023 | Mutasi: Bertambah | Per 31 Desember 2024\nTanah | 5.000.000 | 1.000.000 | 6.000.000"
    assert isi(
        rencanakan(buku(), [tabel_asing("Aset Tetap per 31 Desember 2024", aset)]), "aset", "saldo_awal", "bertambah"
    ) == [(5e6, 1e6)]
    renja = "Kode | Program dan Kegiatan | Pagu (Rp): Setelah | Prakiraan Maju Tahun 2025: Pagu (Rp)\n2.07.01 | Program Benih | 9.000.000 | 8.000.000"
    assert isi(
        rencanakan(buku(), [tabel_asing("Rencana Kerja Tahun 2024", renja)]), "renja", "pagu_setelah", "pagu_prakiraan"
    ) == [(9e6, 8e6)]
    lain = rencanakan(buku(), [tabel_asing("Rencana Kerja Tahun 2024", renja.replace("Tahun 2025", "Tahun 2027"))])
    assert isi(lain, "renja", "pagu_prakiraan") == [(None,)]


def test_baris_kalimat_bukan_kepala() -> None:
    """A row of sentences that begin with words of headers goes on with its table; a short one begins another."""
    baris = [
        ["Sasaran", "Indikator Kinerja", "Formulasi", "Sumber Data"],
        ["Panen meningkat di semua kecamatan", "Banyaknya panen tiap tahun", "Hasil dibagi luas lahan", "Bidang Tanaman Pangan"],
        ["Sasaran penempatan petani muda di lahan baru", "Jumlah petani muda yang ditempatkan", "Jumlah petani muda yang ditempatkan",
         "Bidang Penyuluhan dan Sarana Pertanian"],
        ["Mutu meningkat pada semua gabah", "Bagian gabah bermutu", "Bermutu dibagi seluruhnya", "Bidang Mutu"],
    ]  # fmt: skip
    sel = {(b, k): SelAsing(x) for b, isi_baris in enumerate(baris, 1) for k, x in enumerate(isi_baris, 1)}
    (t,) = urai_sumber(Sumber("a.docx", [Kisi("a.docx", "", 1, sel)]))
    assert len(t.data()) == 3
    sel |= {(3, k): SelAsing(x) for k, x in enumerate(["No", "Uraian", "Target", "Realisasi"], 1)}
    assert len(urai_sumber(Sumber("a.docx", [Kisi("a.docx", "", 1, sel)]))) == 2
