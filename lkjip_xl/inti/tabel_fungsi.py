"""The one table of worksheet functions: names, arguments, help, what blanks mean, examples; and the words of their choices.

From it come the wrappers and the help of both engines, the guide, the cell formulas, what native formulas check and the data
dictionary. VBA, native formulas and the functions themselves are held against it by tests.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Isi(StrEnum):
    """What an argument holds."""

    ANGKA = "angka"
    TARGET = "target"  # a number, or two bounds "a–b"
    ARAH = "arah"
    METODE = "metode"
    CARA = "cara"
    SKALA = "skala"  # the table of categories
    NAMA = "nama"  # of a category scale
    TEKS = "teks"  # anything people write as a number


class Kosong(StrEnum):
    """Which blank arguments make a cell blank without a call: ready-made rows cost nothing and need no macros."""

    TIDAK = ""
    PERTAMA = "pertama"
    SALAH_SATU = "salah satu"  # of the first two
    KEDUA = "kedua"  # unless the first is wrong by itself


@dataclass(frozen=True, slots=True)
class Argumen:
    """One argument: name, help, what it holds; wajib: must be given; rentang: takes a whole range.

    vba: its name in VBA, where it would otherwise be that of a function. tampil: how the guide names it.
    """

    nama: str
    bantuan: str
    isi: Isi = Isi.ANGKA
    wajib: bool = True
    rentang: bool = False
    vba: str = ""
    tampil: str = ""


@dataclass(frozen=True, slots=True)
class FungsiLembar:
    """One worksheet function; contoh: a formula as staff type it, nilai: the arguments that formula means."""

    nama: str
    arti: str
    argumen: tuple[Argumen, ...]
    kosong: Kosong
    contoh: str
    nilai: tuple[object, ...]

    @property
    def sedikitnya(self) -> int:
        """The fewest arguments a call may have."""
        return sum(a.wajib for a in self.argumen)

    @property
    def sebanyaknya(self) -> int:
        """The most arguments a call may have."""
        return len(self.argumen)

    @property
    def utuh(self) -> tuple[int, ...]:
        """Positions of the arguments that take whole ranges."""
        return tuple(i for i, a in enumerate(self.argumen) if a.rentang)

    @property
    def angka(self) -> tuple[int, ...]:
        """Positions of the arguments that must hold numbers."""
        return tuple(i for i, a in enumerate(self.argumen) if a.isi in (Isi.ANGKA, Isi.TARGET))

    @property
    def target(self) -> int | None:
        """Position of the argument that may name two bounds."""
        return next((i for i, a in enumerate(self.argumen) if a.isi is Isi.TARGET), None)

    @property
    def panggilan(self) -> str:
        """How it is called, as the guide writes it.

        >>> TABEL["KEMAJUAN"].panggilan
        'KEMAJUAN(realisasi; target akhir; arah)'
        """
        return f"{self.nama}({'; '.join(a.tampil or a.nama.replace('_', ' ') for a in self.argumen)})"


SKALA_CONTOH = [
    [100.0, ">=", "Sangat Berhasil"],
    [75.0, ">=", "Berhasil"],
    [55.0, ">=", "Cukup Berhasil"],
    [None, ">=", "Kurang Berhasil"],
]
CAPAIAN_CONTOH = [[102.65], [104.87], [99.92], [100.06]]

_ARAH = Argumen("arah", "naik (bila kosong), turun, turun-rasio, atau rentang.", Isi.ARAH, wajib=False)
_DESIMAL = Argumen("desimal", "Jumlah desimal yang ditampilkan; 2 bila kosong.", wajib=False)
_KOLOM_CAPAIAN = "Kolom capaian dalam persen; sel kosong diabaikan."

_SEMUA = (
    FungsiLembar(
        "CAPAIAN",
        "Capaian kinerja dalam persen: realisasi dibandingkan dengan target menurut arah indikator, tanpa pembulatan.",
        (
            Argumen("target", 'Target: angka, teks angka, atau rentang "a–b" bila arahnya rentang.', Isi.TARGET),
            Argumen("realisasi", 'Realisasi; kosong atau "-" berarti belum diukur dan hasilnya kosong.'),
            _ARAH,
            Argumen("batas", "Batas atas hasil dalam persen; kosong berarti tanpa batas.", wajib=False),
            Argumen("batas_bawah", "Batas bawah hasil, misalnya 0; kosong berarti tanpa batas.", wajib=False),
            Argumen(
                "cara",
                "Bila target berupa batas: tidak-dihitung (bila kosong), rumus, atau batas-terpenuhi; terpenuhi = 100 atau 0.",
                Isi.CARA,
                wajib=False,
            ),
        ),
        Kosong.SALAH_SATU,
        '=CAPAIAN(4,77; 5,46; "turun")',
        (4.77, 5.46, "turun"),
    ),
    FungsiLembar(
        "KATEGORI",
        "Kategori capaian menurut tabel skala: pita pertama dari atas yang memuat capaian sebagaimana ditampilkan.",
        (
            Argumen("capaian", "Capaian dalam persen.", vba="nilai_capaian"),
            Argumen(
                "skala_kategori",
                "Tabel skala: batas bawah, tanda (>= atau >), kategori, dan bila ada nama skalanya; dari yang tertinggi.",
                Isi.SKALA,
                rentang=True,
                vba="skala",
                tampil="SkalaKategori",
            ),
            _DESIMAL,
            Argumen("nama", "Nama skala di kolom keempat; kosong berarti baris tanpa nama.", Isi.NAMA, wajib=False),
        ),
        Kosong.PERTAMA,
        "=KATEGORI(102,65; SkalaKategori; 2)",
        (102.65, SKALA_CONTOH, 2),
    ),
    FungsiLembar(
        "SERAPAN",
        "Serapan anggaran dalam persen: realisasi dibagi pagu, tanpa pembulatan.",
        (
            Argumen("pagu", "Pagu anggaran dalam rupiah."),
            Argumen("realisasi", "Realisasi anggaran dalam rupiah; kosong berarti belum diketahui."),
        ),
        Kosong.KEDUA,
        "=SERAPAN(575000000; 538642907)",
        (575000000.0, 538642907.0),
    ),
    FungsiLembar(
        "EFISIENSI",
        "Efisiensi dalam persen dari capaian dan serapan menurut metode yang dipilih.",
        (
            Argumen("capaian", "Capaian kinerja dalam persen.", vba="nilai_capaian"),
            Argumen("serapan", "Serapan anggaran dalam persen.", vba="nilai_serapan"),
            Argumen(
                "metode",
                "selisih (bila kosong), rasio, pmk214, indeks, nilai, sisa, atau tidak-dihitung.",
                Isi.METODE,
                wajib=False,
            ),
        ),
        Kosong.SALAH_SATU,
        '=EFISIENSI(102,65; 93,68; "pmk214")',
        (102.65, 93.68, "pmk214"),
    ),
    FungsiLembar(
        "EFISIENSI_TOTAL",
        "Efisiensi total dalam persen dari rata-rata capaian dan jumlah realisasi dibagi jumlah pagu.",
        (
            Argumen("capaian", _KOLOM_CAPAIAN, rentang=True, vba="nilai_capaian"),
            Argumen("pagu", "Kolom pagu dalam rupiah.", rentang=True),
            Argumen("realisasi", "Kolom realisasi anggaran dalam rupiah.", rentang=True),
            Argumen(
                "metode",
                "selisih (bila kosong), rasio, pmk214, pmk214-tertimbang, indeks, nilai, sisa, atau tidak-dihitung.",
                Isi.METODE,
                wajib=False,
            ),
        ),
        Kosong.TIDAK,
        '=EFISIENSI_TOTAL(101,88; 5458578590; 5120072695; "pmk214")',
        (101.88, 5458578590.0, 5120072695.0, "pmk214"),
    ),
    FungsiLembar(
        "KEMAJUAN",
        "Tingkat kemajuan dalam persen: realisasi dibandingkan dengan target akhir Renstra menurut arah indikator.",
        (
            Argumen("realisasi", "Realisasi sampai tahun ini."),
            Argumen("target_akhir", "Target akhir Renstra.", Isi.TARGET),
            _ARAH,
        ),
        Kosong.SALAH_SATU,
        '=KEMAJUAN(76,99; 77; "naik")',
        (76.99, 77.0, "naik"),
    ),
    FungsiLembar(
        "RATA_CAPAIAN",
        "Rata-rata capaian sebagaimana ditampilkan: tiap nilai dipotong batas dan dibulatkan, lalu dirata-rata.",
        (
            Argumen("rentang", _KOLOM_CAPAIAN, rentang=True, vba="rentang_capaian"),
            _DESIMAL,
            Argumen("batas", "Batas atas tiap nilai dalam persen; kosong berarti tanpa batas.", wajib=False),
        ),
        Kosong.TIDAK,
        "=RATA_CAPAIAN(P8:P11; 2)",
        (CAPAIAN_CONTOH, 2),
    ),
    FungsiLembar(
        "PREDIKAT_SAKIP",
        "Predikat SAKIP dari nilai 0–100: AA, A, BB, B, CC, C, atau D.",
        (Argumen("nilai", "Nilai hasil evaluasi, 0 sampai 100."),),
        Kosong.PERTAMA,
        "=PREDIKAT_SAKIP(90,03)",
        (90.03,),
    ),
    FungsiLembar(
        "ANGKA",
        'Angka dari teks seperti "Rp. 1.168.800.000,-" atau "76,99 %".',
        (Argumen("teks", "Teks atau angka yang akan dibaca.", Isi.TEKS),),
        Kosong.PERTAMA,
        '=ANGKA("Rp 1.168.800.000,-")',
        ("Rp 1.168.800.000,-",),
    ),
    FungsiLembar(
        "TERBILANG",
        'Bilangan dalam kata, misalnya 1.100 menjadi "seribu seratus".',
        (Argumen("n", "Bilangan atau teks angka.", Isi.TEKS, vba="nilai"),),
        Kosong.PERTAMA,
        "=TERBILANG(4)",
        (4.0,),
    ),
    FungsiLembar(
        "RUPIAH",
        'Jumlah uang sebagai teks dalam rupiah utuh, misalnya "Rp 3.457.628.590".',
        (Argumen("n", "Jumlah dalam rupiah.", vba="nilai"),),
        Kosong.PERTAMA,
        "=RUPIAH(3457628590)",
        (3457628590.0,),
    ),
)
TABEL: dict[str, FungsiLembar] = {f.nama: f for f in _SEMUA}
