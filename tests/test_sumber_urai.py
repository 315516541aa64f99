"""Layouts of real reports with invented content: every table, header, total and group is found, no cell is lost."""

from __future__ import annotations

import csv
import io
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lkjip_xl.inti.jumlah import jenis_jumlah
from lkjip_xl.sumber import baca_sumber, sebaran, sisa, urai, urai_sumber
from lkjip_xl.sumber.baris_terbelah import sambungan_ragu
from lkjip_xl.sumber.model import Kisi, SelAsing, Sumber, TabelAsing
from lkjip_xl.sumber.rupa import nomor_kolom
from lkjip_xl.sumber.tanpa_kepala import tabel_sisa

SINI = Path(__file__).parent


def kisi(teks: str, gabung: tuple = (), **lain) -> Kisi:
    """A grid drawn with bars: one line a row, "" blank."""
    sel = {
        (b, k): SelAsing(x.strip())
        for b, baris in enumerate(teks.strip("\n").split("\n"), 1)
        for k, x in enumerate(baris.split("|"), 1)
        if x.strip()
    }
    return Kisi(
        "a.xlsx",
        lain.pop("tempat", "Data"),
        lain.pop("nomor", 1),
        sel,
        gabung,
        beralamat=lain.pop("beralamat", True),
        **lain,
    )


def satu(k: Kisi) -> TabelAsing:
    (tabel,) = urai(k)
    lengkap([k], [tabel])
    return tabel


def lengkap(grid: list[Kisi], tabel: list[TabelAsing]) -> None:
    for k in grid:
        ada = sebaran(k, tabel)
        assert set(ada.values()) <= {1}
        assert set(ada) | set(sisa(k, tabel)) == set(k.sel) and not set(ada) & set(sisa(k, tabel))


def jenis(t: TabelAsing) -> list[str]:
    return [b.jenis for b in t.baris]


def judul(t: TabelAsing) -> list[str]:
    return [k.judul for k in t.kolom]


def test_judul_dan_kepala_bergabung() -> None:
    t = satu(
        kisi(
            """
Tabel 3.1 Pengukuran Kinerja
Dinas Contoh Tahun 2024

No|Sasaran|Indikator|Kinerja|||Anggaran (Rp juta)|
|||Target|Realisasi|Capaian (%)|Pagu|Realisasi
(1)|(2)|(3)|(4)|(5)|(6)=(5)/(4)|(7)|(8)
1|Naiknya mutu|Indeks A|80|76|95|100|90
||Indeks B|10|11|110|50|40
""",
            ((4, 1, 5, 1), (4, 2, 5, 2), (4, 3, 5, 3), (4, 4, 4, 6), (4, 7, 4, 8)),
        )
    )
    assert t.judul == "Tabel 3.1 Pengukuran Kinerja\nDinas Contoh Tahun 2024"
    assert judul(t) == ["No", "Sasaran", "Indikator", "Kinerja: Target", "Kinerja: Realisasi", "Kinerja: Capaian (%)",
                        "Anggaran (Rp juta): Pagu", "Anggaran (Rp juta): Realisasi"]  # fmt: skip
    assert [(k.satuan, k.pengali) for k in t.kolom[-3:]] == [("%", 1.0), ("Rp", 1e6), ("Rp", 1e6)]
    assert jenis(t) == ["nomor", "data", "data"]


def test_kepala_dua_baris_tanpa_gabung() -> None:
    t = satu(kisi("Uraian|Target|||Satuan\n|2022|2023|2024|\nJalan|70|75|80|%\nAir|60|65|70|%"))
    assert judul(t) == ["Uraian", "Target: 2022", "Target: 2023", "Target: 2024", "Satuan"]
    assert len(t.data()) == 2


def test_jumlah_rata_dan_nama_sungguhan() -> None:
    t = satu(
        kisi(
            """
No|Indikator|Satuan|Target|Realisasi
1|Jumlah penduduk miskin|orang|100|90
2|Total Fertility Rate|angka|2,1|2,2
3|Rata-rata lama sekolah|tahun|9|9,1
4|Jumlah dana bergulir|Rp|100|90
|Sub Total||5|6
5|Angka harapan hidup|tahun|70|71
|Rata rata capaian||98|97
JUMLAH|||100|90
*) angka sementara
Sumber: Dinas Contoh
"""
        )
    )
    assert jenis(t) == ["data", "data", "data", "data", "subjumlah", "data", "rata", "jumlah", "kaki", "kaki"]
    assert len(t.kaki) == 2


@pytest.mark.parametrize(
    "teks", ["Jumlah", "J U M L A H", "TOTAL ANGGARAN", "Grand Total", "Total Belanja", "Jumlah (I+II)"]
)
def test_jumlah_terakhir(teks: str) -> None:
    t = satu(kisi(f"Program|Pagu|Realisasi\nA|1|1\nJumlah|1|1\nB|2|2\n{teks}|3|3"))
    assert jenis(t) == ["data", "subjumlah", "data", "jumlah"]


def test_capaian_sebagai_ukuran_tetap_data() -> None:
    t = satu(kisi("Uraian|2022|2023|2024\nTarget|1|2|3\nRealisasi|1|2|3\nCapaian|100|100|100"))
    assert jenis(t) == ["data"] * 3
    assert jenis(satu(kisi("No|Uraian|2023|2024\n1|Jalan|1|2\n2|Air|3|3\n|Capaian|100|100")))[-1] == "rata"


def test_jumlah_menurut_tempatnya() -> None:
    t = satu(
        kisi("No|Program|Pagu|Sisa\n1|Jalan|1|1\n2|Air|1|1\nJumlah Program Penunjang||2|2\n3|Jumlah kendaraan|1|1")
    )
    assert jenis(t) == ["data", "data", "jumlah", "data"] or jenis(t) == ["data", "data", "subjumlah", "data"]


def test_kelompok_bertingkat() -> None:
    t = satu(
        kisi(
            """
No|Indikator|Satuan|Target
Sasaran 1: Naiknya mutu|||
Program Pendidikan|||
1|Angka melek|%|90
2|Angka partisipasi|%|80
Program Kesehatan|||
3|Angka harapan|tahun|70
Sasaran 2: Turunnya stunting|||
4|Prevalensi|%|10
""",
            ((2, 1, 2, 4),),
        )
    )
    data = t.data()
    assert [b.kelompok for b in data] == [
        ("Sasaran 1: Naiknya mutu", "Program Pendidikan"),
        ("Sasaran 1: Naiknya mutu", "Program Pendidikan"),
        ("Sasaran 1: Naiknya mutu", "Program Kesehatan"),
        ("Sasaran 2: Turunnya stunting",),
    ]


def test_beberapa_tabel_dan_sisa() -> None:
    k = kisi(
        """
Uraian|Nilai||Jenis|Banyak
A|1||x|5
B|2||y|6

Tabel 2 Pegawai
Golongan|L|P
IV|1|2
III|3|4
Tabel 3 Aset
Nama Barang|Jumlah
Meja|5

Mengetahui
"""
    )
    tabel = urai(k)
    lengkap([k], tabel)
    assert [t.judul for t in tabel] == ["", "Tabel 2 Pegawai", "Tabel 3 Aset"]
    assert [len(t.data()) for t in tabel] == [2, 2, 1]
    assert {s.teks for s in sisa(k, tabel).values()} == {"Mengetahui"}


def test_tanda_tangan_bukan_baris() -> None:
    k = kisi(
        "No|Program|Anggaran|Ket\n1|A|100|APBD\n2|B|200|APBD\n|Jumlah|300|\n\nMengetahui,||Kota, 5 Januari 2024\nBupati||Kepala Dinas"
    )
    (t,) = urai(k)
    lengkap([k], [t])
    assert jenis(t) == ["data", "data", "jumlah"] and len(sisa(k, [t])) == 4


def test_berdampingan() -> None:
    k = kisi("No|Uraian|Nilai||No|Uraian|Nilai\n1|A|5||1|C|7\n2|B|6||||")
    tabel = urai(k)
    lengkap([k], tabel)
    assert [[b.sel[t.kolom[1].nomor].teks for b in t.data()] for t in tabel] == [["A", "B"], ["C"]]


@pytest.mark.parametrize("sela", ["", "\n"])
def test_berdampingan_dengan_judul_masing_masing(sela: str) -> None:
    """One blank column parts tables only where each has a caption of its own; a header of groups is none."""
    isi = "No|Jabatan|L|P||Nama Barang|Unit|Nilai\n1|Analis|2|1||Laptop|7|70\n2|Arsiparis|1|3||Printer|2|9"
    k = kisi(f"Daftar Pegawai Kantor|||||Daftar Barang Kantor\n{sela}{isi}")
    tabel = urai(k)
    lengkap([k], tabel)
    assert [(t.judul, judul(t)) for t in tabel] == [
        ("Daftar Pegawai Kantor", ["No", "Jabatan", "L", "P"]),
        ("Daftar Barang Kantor", ["Nama Barang", "Unit", "Nilai"]),
    ]
    assert len(urai(kisi(f"Daftar Pegawai dan Barang Kantor\n{sela}{isi}"))) == 1
    assert len(urai(kisi(f"|Pegawai|||||Barang\n{isi}"))) == 1


def test_baris_kosong_di_tengah_dan_kepala_ulang() -> None:
    t = satu(kisi("No|Indikator|Target\n1|A|5\n\n2|B|6\nNo|Indikator|Target\n3|C|7"))
    assert jenis(t) == ["data", "data", "ulang", "data"]


def test_kepala_jauh_di_bawah() -> None:
    sampul = "\n".join(["LAPORAN KINERJA", "", "Perangkat Daerah|: Dinas Contoh", "Tahun|: 2024"] + [""] * 22)
    t = satu(kisi(f"{sampul}\n(dalam ribuan rupiah)\nKode|Uraian|Anggaran|Realisasi|%\n1|Belanja|10|9|90"))
    assert t.sel_kepala[0][1] == 28 and len(t.data()) == 1
    assert [k.pengali for k in t.kolom] == [1000.0, 1000.0, 1000.0, 1000.0, 1.0]


def test_kode_terbagi() -> None:
    t = satu(kisi("Kode|||Uraian|Pagu (Rp)\n1|02|2.01|Program A|5\n1|02|2.02|Program B|6", ((1, 1, 1, 3),)))
    assert judul(t) == ["Kode", "Uraian", "Pagu (Rp)"]
    assert [t.isi(b, t.kolom[0]).teks for b in t.data()] == ["1.02.2.01", "1.02.2.02"]


def test_tersembunyi_ditandai() -> None:
    t = satu(kisi("Uraian|Nilai\nA|1\nB|2", baris_tersembunyi=frozenset({3})))
    assert [b.tersembunyi for b in t.baris] == [False, True]


def _halaman(*teks: str, atas: tuple[str, ...] = ()) -> list[Kisi]:
    return [
        kisi(x, tempat=f"hlm. {n}", nomor=n, beralamat=False, atas=atas if n > 1 else ("Tabel 1 Kinerja",))
        for n, x in enumerate(teks, 1)
    ]


def test_bersambung_di_halaman_berikut() -> None:
    a = "No|Indikator|Satuan|Target\n(1)|(2)|(3)|(4)\n1|Persentase jalan dan|%|80"
    for lanjutan in ("No|Indikator|Satuan|Target\n(1)|(2)|(3)|(4)\n", "(1)|(2)|(3)|(4)\n", ""):
        grid = _halaman(a, lanjutan + "|jembatan yang mantap||\n2|Indeks air|angka|60")
        tabel = urai_sumber(Sumber("a.pdf", grid))
        lengkap(grid, tabel)
        (t,) = tabel
        assert t.judul == "Tabel 1 Kinerja" and [b.sel[2].teks for b in t.data()] == [
            "Persentase jalan dan jembatan yang mantap",
            "Indeks air",
        ]
        assert [b.jenis for b in t.baris].count("sambung") == 1
        assert t.alamat(t.baris[-1], 4)[0] == "a.xlsx!hlm. 2"
    lain = _halaman(a, "No|Indikator|Satuan|Target\n1|Indeks|angka|60", atas=("Tabel 2 Anggaran",))
    assert len(urai_sumber(Sumber("a.pdf", lain))) == 2


def test_sel_gabung_terbelah_halaman() -> None:
    """A merged cell that a page cuts is whole above and below; a row that goes on by itself and one that begins anew are not touched."""
    kepala = "No|Sasaran|Indikator|Satuan|Target\n"
    grid = _halaman(
        kepala + "1|Meningkatnya|Predikat|Predikat|BB\n||Indeks aset|Indeks|3",
        kepala + "|akuntabilitas kinerja|Tindak lanjut|%|100\n2|Terkelolanya arsip|Indeks arsip|Indeks|4",
    )
    (t,) = urai_sumber(Sumber("a.pdf", grid))
    assert [b.sel[2].teks for b in t.data() if 2 in b.sel] == ["Meningkatnya akuntabilitas kinerja"] * 2 + [
        "Terkelolanya arsip"
    ]
    baru = _halaman(
        kepala + "1|Meningkatnya mutu|Predikat|Predikat|BB", kepala + "|Terkelolanya arsip|Indeks arsip|Indeks|4"
    )
    (t,) = urai_sumber(Sumber("a.pdf", baru))
    assert [b.sel[2].teks for b in t.data()] == ["Meningkatnya mutu", "Terkelolanya arsip"]


@pytest.mark.parametrize(
    "berkas", sorted(SINI.glob("data/potongan/*/tabel_*.csv")), ids=lambda p: f"{p.parent.name}-{p.stem}"
)
def test_potongan_laporan_nyata(berkas: Path) -> None:
    sumber = baca_sumber(berkas)
    (k,) = sumber.kisi
    (t,) = urai(k)
    lengkap([k], [t])
    with berkas.open(encoding="utf-8", newline="") as masuk:
        isi = list(csv.reader(masuk))
    assert judul(t) == [x for x in isi[0]]
    assert len(t.baris) == len(isi) - 1 and sisa(k, [t]) == {}
    for b, baris in zip(t.baris, isi[1:], strict=True):
        if any(jenis_jumlah(x) for x in baris[:2]):
            assert b.jenis in ("jumlah", "rata")


TEKS = st.sampled_from(
    [
        "No",
        "Uraian",
        "Target",
        "Jumlah",
        "Sub Total",
        "Sumber: x",
        "Tabel 2",
        "1",
        "2",
        "(1)",
        "(2)",
        "1.500",
        "teks",
        "2024",
        "I",
        "*) x",
    ]
)
GRID = st.dictionaries(st.tuples(st.integers(1, 12), st.integers(1, 7)), TEKS, max_size=50)
AREA = st.tuples(st.integers(1, 12), st.integers(1, 7), st.integers(0, 3), st.integers(0, 3))


@pytest.mark.lengkap
@settings(max_examples=300, deadline=None)
@given(st.lists(GRID, min_size=1, max_size=3), st.lists(AREA, max_size=4), st.booleans())
def test_tidak_ada_sel_yang_hilang_atau_ganda(isi: list, area: list, beralamat: bool) -> None:
    gabung = tuple((b, k, b + x, k + y) for b, k, x, y in area)
    grid = [
        Kisi("a", f"hlm. {n}", n, {t: SelAsing(x) for t, x in g.items()}, gabung, beralamat=beralamat)
        for n, g in enumerate(isi, 1)
    ]
    lengkap(grid, urai_sumber(Sumber("a", grid)))


KEPALA = ("No", "Uraian", "Pagu", "Serapan (%)", "Satuan")
BENTUK = {
    "satu tabel": lambda b: (
        KEPALA if b == 1 else (str(b), f"Uraian {b}", "1.000", "90,5", "%") if b % 50 else ("", "Jumlah", "5")
    ),
    "banyak tabel": lambda b: [("Tabel 3",), KEPALA, ("1", "a", "5", "6", "%"), ("2", "b", "5", "6", "%")][b % 4],
    "kata saja": lambda b: ("ab cd", "ef gh", "ij kl"),
}


@pytest.mark.lengkap
@pytest.mark.parametrize("bentuk", BENTUK)
def test_biaya_sebanding_dengan_baris(bentuk: str) -> None:
    """Four times the rows cost about four times the calls, whatever the rows are."""

    def panggilan(n: int) -> int:
        sel = {(b, k): SelAsing(x) for b in range(1, n + 1) for k, x in enumerate(BENTUK[bentuk](b), 1) if x}
        k, jumlah = Kisi("a", "", 1, sel, beralamat=True), 0

        def hitung(*_: object) -> None:
            nonlocal jumlah
            jumlah += 1

        sys.setprofile(hitung)
        try:
            urai(k)
        finally:
            sys.setprofile(None)
        return jumlah

    assert panggilan(1600) < 6 * panggilan(400)


def test_menurut_isi_bukan_nama(tmp_path: Path) -> None:
    import openpyxl

    buku = openpyxl.Workbook()
    buku.active.append(["Uraian", "Nilai"])
    buku.active.append(["A", 5])
    keluar = io.BytesIO()
    buku.save(keluar)
    for nama, data in (("a.txt", keluar.getvalue()), ("b.xls", b"Uraian;Nilai\nA;5\n")):
        (tmp_path / nama).write_bytes(data)
        (k,) = baca_sumber(tmp_path / nama).kisi
        assert len(satu(k).data()) == 1


def test_tabel_kata_saja() -> None:
    """Rows that begin with words of headers are no headers, and a mean without any figure is a name."""
    t = satu(
        kisi(
            "Tabel 1 Daftar\nRingkasan|Nomor|Judul|Tampil\nCapaian Kinerja|Tabel 2|Indikator Kinerja|ya\n"
            "Program Penunjang|Tabel 3|Program dan Kegiatan|ya\nSasaran|Tabel 4|Realisasi Kegiatan|ya"
        )
    )
    assert jenis(t) == ["data"] * 3


def test_judul_tabel_membuktikan_kepala_di_bawahnya() -> None:
    isi = "Batas|Tanda|Sebutan\n100|≥|TERCAPAI"
    assert jenis(satu(kisi(f"Tabel 3.1 Skala\n\n{isi}"))) == ["data"]
    assert not urai(kisi(f"Skala yang dipakai\n\n{isi}"))


def test_uang_menurut_tahun_di_kepala() -> None:
    t = satu(kisi("Program|Indikator|Target 1|Rp 1|Target 2|Rp 2\nJalan|Panjang|1|2.000|2|3.000"))
    assert judul(t)[3] == "Rp 1" and len(t.data()) == 1


def test_kata_yang_dikenal_pemanggil() -> None:
    """A header whose looks prove nothing is found by the words the caller expects."""
    k = kisi("Macam|Besar|5\nA|B|1\nC|D|2")
    assert urai(k) == []
    (t,) = urai_sumber(Sumber("a.xlsx", [k]), kenal={"Macam", "Besar"}.__contains__)
    assert judul(t) == ["Macam", "Besar", "5"] and jenis(t) == ["data", "data"]
    (t,) = urai_sumber(Sumber("a.xlsx", [kisi("Program\nJalan\nAir")]), kenal={"Program"}.__contains__)
    assert judul(t) == ["Program"] and jenis(t) == ["data", "data"]


def test_sisa_sebagai_tabel_tanpa_kepala() -> None:
    k = kisi("Jalan|1.000|900\nAir|2.000|1.900")
    t = tabel_sisa(k, sisa(k, urai(k)))
    assert t is not None and jenis(t) == ["data", "data"] and [x.jalur for x in t.kolom] == [()] * 3
    assert tabel_sisa(k, {}) is None


def per_halaman(*teks: str) -> list[TabelAsing]:
    grid = [kisi(x, tempat=f"hlm. {n}", nomor=n, beralamat=False) for n, x in enumerate(teks, 1)]
    tabel = urai_sumber(Sumber("a.pdf", grid))
    lengkap(grid, tabel)
    return tabel


def test_baris_terpotong_di_akhir_lembar_cetak() -> None:
    """What is left of a row stands at the top of the next page, whatever letter it begins with; a heading there is none."""
    (t,) = per_halaman(
        "Sasaran|Indikator|Target|Realisasi\nTertata|Persentase A|80%|80%\nTerlaksananya|Jumlah Pola|90%|91%",
        "Pembinaan Logistik|Pengelolaan\nTerukur|Persentase B|70%|71%",
    )
    assert jenis(t) == ["data", "data", "sambung", "data"]
    assert [s.teks for s in t.baris[1].sel.values()][:2] == [
        "Terlaksananya Pembinaan Logistik",
        "Jumlah Pola Pengelolaan",
    ]
    (t,) = per_halaman(
        "No|Indikator|Target|Realisasi\n|Program Jalan||\n1|Persentase A|80%|80%",
        "|Program Air||\n2|Persentase B|70%|71%",
    )
    assert jenis(t) == ["kelompok", "data", "kelompok", "data"]


def test_halaman_yang_mulai_di_tengah_tabel_kata() -> None:
    (t,) = per_halaman(
        "Ringkasan|Nomor|Judul|Tampil\nCapaian|Tabel 3.1|Capaian Dinas|ya\nUmur|Tabel 3.2|Judul Panjang Sekali|ya",
        "Kemajuan|Tabel 3.4|Sasaran Daerah|ya\nAnalisis|Tabel 3.5|Uraian Sebab|ya",
    )
    assert len(t.data()) == 4


def test_huruf_yang_menjadi_dua_bukan_nomor_kolom() -> None:
    """The small form of "İ" is two letters; "ſ" and "²" are no letter and no digit of a numbering row."""
    assert [nomor_kolom(SelAsing(t)) for t in ("(a)", "C", "6=4/5", "İ", "ſ", "²", "٣")] == [
        1,
        3,
        6,
        None,
        None,
        None,
        3,
    ]


def test_kolom_lain_di_halaman_berikut_bukan_baris_berikut() -> None:
    """Columns 4 to 6 of a table printed below its columns 1 to 3: never rows of those, whatever way they are numbered."""
    awal = "No|Indikator|Target\n{}\n1|Indeks air|80\n2|Indeks jalan|70"
    for nomor, lain in (("(1)|(2)|(3)", "(4)|(5)|(6)"), ("1|2|3", "4|5|6"), ("(1)|(2)|(3)", "(4)|(5)|(6=5/3*100)")):
        for kepala in ("", "No|Indikator|Target\n"):
            tabel = per_halaman(awal.format(nomor), f"{kepala}{lain}\n78|75|93\n69|70|101")
            assert len(tabel[0].data()) == 2 and jenis(tabel[0]) == ["nomor", "data", "data"]
            assert all(jenis(t) == ["nomor", "data", "data"] for t in tabel[1:] if kepala)
    # the same numbers, also written another way, go on with it
    (t,) = per_halaman(awal.format("(1)|(2)|(3)"), "1|2|3\n3|Indeks udara|60")
    assert jenis(t) == ["nomor", "data", "data", "nomor", "data"]
    # and a row of figures that merely follow each other is one
    (t,) = per_halaman(awal.format("(1)|(2)|(3)"), "3|Indeks udara|60\n7|8|9")
    assert jenis(t)[-2:] == ["data", "data"]


def test_baris_kata_kepala_di_awal_halaman_cetak() -> None:
    """A row of words at the top of a page that begins as its table's rows do is one of them; a real header there is none."""
    awal = "Uraian|Nama|Lokasi|Keterangan\nProgram Air|Kegiatan Irigasi|Kecamatan Utara|Bidang Air\nProgram Jalan|Kegiatan Aspal|Kecamatan Timur|Bidang Jalan"
    (t,) = per_halaman(
        awal,
        "Program Umum|Kegiatan Kantor|Kecamatan Barat|Bidang Umum\nProgram Air|Kegiatan Sumur|Kecamatan Utara|Bidang Air",
    )
    assert len(t.data()) == 4
    angka = "Uraian|Nama|Lokasi|Keterangan\nSatu|Dua|Tiga|Empat\nLima|Enam|Tujuh|Delapan"
    assert len(per_halaman(angka, "Program|Kegiatan|Kecamatan|Bidang\nAir|Irigasi|Utara|A")) == 2


def test_sambungan_yang_meragukan() -> None:
    """What begins with a small letter is surely the rest of the row above; what begins anew may be a row of its own."""
    awal = "Sasaran|Indikator|Target|Realisasi\nTertata|Persentase A|80%|80%\nTerlaksananya|Jumlah Pola|90%|91%"
    for teks, ragu in (("Pembinaan|Pengelolaan", True), ("pembinaan|pengelolaan", False)):
        (t,) = per_halaman(awal, f"{teks}\nTerukur|Persentase B|70%|71%")
        assert [sambungan_ragu(b) for b in t.baris if b.jenis == "sambung"] == [ragu]


def test_baris_di_kaki_halaman_yang_hanya_tampak_seperti_jumlah() -> None:
    """A word "Jumlah" whose rest stands on the next page is the name of an indicator; the rest never goes to an earlier row."""
    awal = "Kode|Nama|Indikator|Target|Pagu\n1.01|Pelatihan|Jumlah Peserta|10|1.000.000\n1.02|Koordinasi|Jumlah|20|2.000.000"
    for sela in ("", "Kode|Nama|Indikator|Target|Pagu\n"):
        (t,) = per_halaman(awal, f"{sela}|Lintas Lembaga|Lembaga yang Hadir\n1.03|Sarana|Jumlah Unit|5|500.000")
        assert [b.sel[3].teks for b in t.data()] == ["Jumlah Peserta", "Jumlah Lembaga yang Hadir", "Jumlah Unit"]
        assert t.data()[1].sel[2].teks == "Koordinasi Lintas Lembaga"
    # a total that ends its page is one, and what stands below it is no rest of the row above
    (t,) = per_halaman(
        awal.replace("Jumlah|", "Jumlah Hadir|") + "\n|Jumlah||30|3.000.000",
        "|Belanja Lain|Uraian\n1.03|Sarana|Jumlah Unit|5|500.000",
    )
    assert jenis(t) == ["data", "data", "subjumlah", "data", "data"]
    assert t.data()[1].sel[3].teks == "Jumlah Hadir"


def test_kepala_yang_berlanjut_di_halaman_berikut() -> None:
    """The second row of a header at the top of the next page names the columns; a row of figures there is none."""
    atas = kisi(
        "Indikator|Target|Realisasi", ((1, 3, 1, 4),), tempat="hlm. 1", beralamat=False, atas=("Tabel 3.2 Realisasi",)
    )
    for bawah, jalur, banyak in (
        ("||2022|2023\nIndeks air|80|70|75\nIndeks jalan|60|50|55", ("Realisasi: 2022", "Realisasi: 2023"), 2),
        ("||Lalu|Kini\nIndeks air|80|70|75", ("Realisasi: Lalu", "Realisasi: Kini"), 1),
        ("Indeks air|80|70|\nIndeks jalan|60|50|", ("Realisasi",), 2),
    ):  # fmt: skip
        grid = [atas, kisi(bawah, tempat="hlm. 2", nomor=2, beralamat=False)]
        (t,) = urai_sumber(Sumber("a.pdf", grid))
        lengkap(grid, [t])
        assert judul(t)[2:] == list(jalur) and len(t.data()) == banyak
    lain = [
        atas,
        kisi("||Lalu|Kini\nIndeks air|80|70|75", tempat="hlm. 2", nomor=2, beralamat=False, atas=("Tabel 3.3 Lain",)),
    ]
    assert len(urai_sumber(Sumber("a.pdf", lain))) == 2


def test_kepala_yang_diulang_sebagian_di_kaki_halaman() -> None:
    """The first row of a header printed again above the end of a page begins no other table; another header does."""
    awal = "No|Program|Fisik||Anggaran|\n||Volume|Satuan|Pagu|Realisasi\n1|Program Jalan|5|unit|900.000|800.000"
    gabung = ((1, 3, 1, 4), (1, 5, 1, 6))
    isi = "2|Program Air|6|unit|700.000|600.000"
    for bawah, banyak in ((isi, 1), ("||Volume|Satuan|Pagu|Realisasi\n" + isi, 1)):
        for tengah, tabel_ in (("No|Program|Fisik||Anggaran|", banyak), ("No|Kegiatan|Fisik||Anggaran|", 2)):
            grid = [
                kisi(teks, gabung, tempat=f"hlm. {n // 2}", nomor=n, beralamat=False, atas=atas)
                for n, (teks, atas) in enumerate(
                    ((awal, ("Tabel 2.6",)), (tengah, ("Lanjutan Tabel 2.6",)), (bawah, ())), 1
                )
            ]
            tabel = urai_sumber(Sumber("a.pdf", grid))
            lengkap(grid, tabel)
            assert len(tabel) == tabel_
            if tabel_ == 1:
                assert [len(b.sel) for b in tabel[0].data()] == [6, 6]


def test_kisi_yang_bergeser_dan_tahun_ke() -> None:
    """A word processor gives a row one grid column more than another: no column is made of that, and none is lost."""
    gabung = ((1, 1, 2, 1), (1, 2, 1, 3), (1, 4, 1, 6), (2, 3, 2, 4), (3, 3, 3, 4), (4, 3, 4, 4))
    geser = kisi(
        "Indikator | TW I | | TW II | |\n | T | R | | T | R\nProduksi padi | 1 | 2 | | 3 | 4\nLuas panen | 5 | 6 | | 7 | 8",
        gabung,
    )
    assert [k.judul for k in urai(geser)[0].kolom] == ["Indikator", "TW I: T", "TW I: R", "TW II: T", "TW II: R"]
    belah = kisi("Uraian | Nilai | Nilai | Ket\nProduksi padi | 10 | | a\nLuas panen | | 20 | b")
    assert [(k.judul, k.semua) for k in urai(belah)[0].kolom] == [("Uraian", (1,)), ("Nilai", (2, 3)), ("Ket", (4,))]
    ke = kisi(
        "Indikator | Target Tahun Ke- | |\n | 1 | 2 | 3\nProduksi padi | 10 | 20 | 30", ((1, 1, 2, 1), (1, 2, 1, 4))
    )
    assert [k.judul for k in urai(ke)[0].kolom][1:] == [f"Target Tahun Ke-: {n}" for n in (1, 2, 3)]


@pytest.mark.parametrize("kata", ["Sasaran", "Indikator"])
def test_huruf_renggang_dan_tabel_sasaran_berikut(kata: str) -> None:
    a, b = (kisi("N o | I n d i k a t o r | T a r g e t\n1 | Padi | 10\n2 | Jagung | 20", tempat="", nomor=n, beralamat=False,
                 atas=(f"{kata} {n}: Meningkatnya panen {n}",)) for n in (1, 2))  # fmt: skip
    semua = urai_sumber(Sumber("a.docx", [a, b]))
    assert [[k.judul for k in t.kolom] for t in semua] == [["no", "indikator", "target"]] * 2


def test_jumlah_di_belakang_dan_disingkat() -> None:
    """A total is one wherever its label stands, also above the rows and behind the figures, and where it is abbreviated."""
    teks = "Realisasi (Rp) | Anggaran (Rp) | % | {} | Program\n300 | 400 | 75 | 25 | {}\n100 | 200 | 50 | 50 | Program A\n200 | 200 | 100 | 0 | Program B"
    for label in ("JUMLAH", "Jml", "Jlh."):
        isi = [[x.strip() for x in b.split("|")] for b in teks.format("Sisa (Rp)", label).splitlines()]
        sel = {(b, k): SelAsing(x) for b, baris in enumerate(isi, 1) for k, x in enumerate(baris, 1)}
        (t,) = urai(Kisi("a", "", 1, sel))
        assert [b.jenis for b in t.baris] == ["jumlah", "data", "data"]


@pytest.mark.parametrize(
    ("antara", "banyak"),
    [("Perjanjian Kinerja Perubahan Tahun 2024", 2), ("LKjIP Dinas Lingkungan Hidup Tahun 2024", 1), ("Laporan Kinerja Tahun 2024", 1),
     ("Perjanjian Kinerja Tahun 2024 (lanjutan)", 1), ("dan seterusnya seperti berikut ini.", 1)],
)  # fmt: skip
def test_judul_di_antara_dua_tabel_berkepala_sama(antara: str, banyak: int) -> None:
    """A heading between two tables with one header begins the second; a running head or a part of a sentence does not."""
    isi = {
        (1, 1): SelAsing("Indikator"),
        (1, 2): SelAsing("Target"),
        (2, 1): SelAsing("Indeks mutu"),
        (2, 2): SelAsing("5"),
    }
    dua = (
        Kisi("a.docx", "", 1, isi, atas=("Perjanjian Kinerja Tahun 2024",)),
        Kisi("a.docx", "", 2, isi, atas=(antara,)),
    )
    assert len(urai_sumber(Sumber("a.docx", list(dua)))) == banyak


@pytest.mark.parametrize("sebut", ["Ket. :", "Catatan:", "* angka sangat sementara"])
def test_catatan_di_samping_tabel(sebut: str) -> None:
    """Words beside a table that tell about it are no column and hide no header."""
    k = kisi(
        f"""
        No|Sasaran|Indikator|Target|Realisasi||{sebut}
        1|Naiknya mutu jalan|Jalan mantap|74|75||ruas provinsi tidak dihitung
        2||Jembatan baik|61|60
        """
    )
    (tabel,) = urai(k)
    assert [x.jalur[-1] for x in tabel.kolom] == ["No", "Sasaran", "Indikator", "Target", "Realisasi"]
    assert len(tabel.baris) == 2
    assert set(sisa(k, [tabel])) == {(1, 7), (2, 7)}


@pytest.mark.parametrize(
    ("atas", "banyak"),
    [(("b. Tujuan Perangkat Daerah 2 : Naiknya mutu layanan", "Target dan realisasinya tahun ini :"), 2),
     (("3.2.1 Sasaran 3: Naiknya mutu layanan", "Capaian indikatornya:"), 2), (("seperti pada sasaran berikut:",), 1)],
)  # fmt: skip
def test_judul_bernomor_di_atas_kalimat_pengantar(atas: tuple[str, ...], banyak: int) -> None:
    """A numbered heading of the next sasaran begins another table, though a sentence stands between them."""
    dua = [
        kisi("Indikator|Target\nIndeks mutu|5", tempat="", nomor=n, beralamat=False, atas=x)
        for n, x in enumerate((("Sasaran 1: Naiknya usaha", "Capaiannya:"), atas), 1)
    ]
    assert len(urai_sumber(Sumber("a.docx", dua))) == banyak


@pytest.mark.parametrize(
    ("akhir", "harap"), [("Jumlah II", "subjumlah"), ("Jumlah I + II", "jumlah"), ("Jumlah", "jumlah")]
)
def test_jumlah_bagian_terakhir(akhir: str, harap: str) -> None:
    """The total with the number of the last part is that of the part, though nothing stands below it."""
    t = satu(
        kisi(
            f"""
            No|Uraian|Laki-laki|Perempuan
            I.|Menurut Jabatan||
            1|Struktural|4|5
            2|Pelaksana|6|7
            |Jumlah I|10|12
            II.|Menurut Umur||
            1|Di atas 50|3|2
            2|Di bawah 50|7|10
            |{akhir}|10|12
            """
        )
    )
    assert [b for b in jenis(t) if b not in ("data", "kelompok")] == ["subjumlah", harap]
