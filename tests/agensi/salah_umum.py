"""Mistakes that any sheet can have: broken numbers, error cells, unknown and missing keys, rows twice, foreign choices."""

from __future__ import annotations

from random import Random

from agensi.angka import angka, baca
from agensi.model import Naskah
from agensi.tanam import Letak, berangka, daftar, geser, pilih, semua, terjumlah, tukar_digit, ubah

ANGKA = {
    "renstra": ("nilai_dasar",),
    "pengukuran": ("realisasi", "pembilang", "penyebut"),
    "triwulan": ("realisasi",),
    "riwayat": ("realisasi_1",),
    "anggaran": ("realisasi_rp", "pagu"),
    "renja": ("pagu_setelah", "pagu_sebelum"),
    "pk_program": ("anggaran",),
    "tc27": ("rp_1", "rp_2"),
    "belanja": ("anggaran", "realisasi"),
    "pegawai": ("perempuan", "laki_laki", "jumlah"),
    "aset": ("saldo_awal", "berkurang"),
    "lhe_nilai": ("nilai",),
    "data_pendukung": ("nilai",),
}
SASARAN = {  # columns of targets, which may be words as well
    "renstra": ("target_1", "target_2"),
    "pk": ("target",),
    "pembanding": ("nilai",),
    "rencana_aksi": ("tw4",),
}
RUSAK = ("102,6,5", "25.000.0000", "9O5", "28,06 07")
GALAT = ("#REF!", "#DIV/0!", "#VALUE!", "#N/A")


def _rusak(lembar: str, kolom: tuple[str, ...], jadi: tuple[str, ...]):
    def f(r: Random, n: Naskah) -> Letak | None:
        calon = [k for k in kolom if pilih(r, n, lembar, k) is not None]
        if not calon:
            return None
        k = r.choice(calon)
        return ubah(n, lembar, pilih(r, n, lembar, k), k, r.choice(jadi))

    return f


for _l, _kolom in ANGKA.items():
    daftar(f"angka_rusak_{_l}", _rusak(_l, _kolom, RUSAK))
for _l, _kolom in (ANGKA | SASARAN).items():
    daftar(f"sel_galat_{_l}", _rusak(_l, _kolom, GALAT))


def _kode_asing(lembar: str):
    return lambda r, n: ubah(n, lembar, pilih(r, n, lembar, "kode"), "kode", "Z9.9")


def _kode_hilang(lembar: str):
    def f(r: Random, n: Naskah) -> Letak | None:
        b = pilih(r, n, lembar, "kode")
        return None if b is None else ubah(n, lembar, b, "kode", "")

    return f


def _ganda(lembar: str, kolom: str):
    def f(r: Random, n: Naskah) -> Letak | None:
        b = pilih(r, n, lembar, kolom)
        if b is None:
            return None
        n[lembar].append(dict(n[lembar][b]))
        return [(lembar, i, k) for i in (b, len(n[lembar]) - 1) for k in n[lembar][b]]

    return f


for _l in (
    "renstra",
    "iku",
    "pk",
    "pengukuran",
    "riwayat",
    "pembanding",
    "analisis",
    "rencana_aksi",
    "penunjang",
    "triwulan",
):
    daftar(f"kode_tak_dikenal_{_l}", _kode_asing(_l))
for _l in ("renstra", "pk", "pengukuran", "riwayat", "iku", "pembanding", "triwulan"):
    daftar(f"kode_hilang_{_l}", _kode_hilang(_l))
for _l, _k in (
    ("indikator", "kode"), ("renstra", "kode"), ("iku", "kode"), ("pk", "kode"), ("pengukuran", "kode"),
    ("triwulan", "kode"), ("riwayat", "kode"), ("pembanding", "kode"), ("belanja", "jenis"), ("lhe_nilai", "komponen"),
    ("data_pendukung", "uraian"),
):  # fmt: skip
    daftar(f"baris_ganda_{_l}", _ganda(_l, _k))


def _bukan_pilihan(lembar: str, kolom: str, jadi: str):
    return lambda r, n: ubah(n, lembar, pilih(r, n, lembar, kolom), kolom, jadi)


for _l, _k, _jadi in (
    ("indikator", "arah", "menyamping"), ("indikator", "jenjang", "cita-cita"), ("indikator", "sifat", "campuran"),
    ("iku", "versi", "ketiga"), ("pk", "versi", "rancangan"), ("pembanding", "jenis", "antariksa"),
    ("triwulan", "tw", "V"), ("penunjang", "menunjang", "barangkali"), ("lhe_rekomendasi", "status", "entahlah"),
    ("tabel_bebas", "bagian", "Sampul"), ("daftar_tabel", "tampil", "barangkali"), ("anggaran", "level", "kelompok"),
    ("tc27", "sifat", "campuran"), ("pk_program", "versi", "rancangan"), ("pengaturan", "metode_efisiensi", "perasaan"),
):  # fmt: skip
    daftar(f"bukan_pilihan_{_l}_{_k}", _bukan_pilihan(_l, _k, _jadi))


POHON = ("anggaran", "renja", "pk_program", "tc27")
SEBARIS = ("sisa", "bertambah", "rp_akhir")  # follow from their own row


def _digit(lembar: str, kolom: str):
    """Two digits of a figure that belongs to a sum or a difference are transposed."""

    def f(r: Random, n: Naskah) -> Letak | None:
        calon = semua(n, lembar, kolom, bila=lambda x: tukar_digit(x[kolom]) is not None)
        if lembar in POHON and kolom not in SEBARIS:
            calon = [i for i in calon if i in terjumlah(n, lembar)]
        b = r.choice(calon) if calon else None
        return None if b is None else ubah(n, lembar, b, kolom, tukar_digit(n[lembar][b][kolom]))

    return f


for _l, _k in (
    ("anggaran", "pagu"), ("anggaran", "realisasi_rp"), ("anggaran", "sisa"), ("renja", "pagu_sebelum"),
    ("renja", "pagu_setelah"), ("renja", "bertambah"), ("pk_program", "anggaran"), ("tc27", "rp_1"), ("tc27", "rp_akhir"),
    ("belanja", "anggaran"), ("belanja", "realisasi"), ("belanja", "sisa"), ("pegawai", "jumlah"), ("pegawai", "laki_laki"),
    ("pegawai", "kebutuhan"), ("aset", "saldo_awal"), ("aset", "saldo_akhir"), ("aset", "berkurang"), ("aset", "jumlah_barang"),
):  # fmt: skip
    daftar(f"digit_tertukar_{_l}_{_k}", _digit(_l, _k))


def _meleset(lembar: str, kolom: str):
    return lambda r, n: geser(r, n, lembar, kolom)


for _l, _k in (
    ("pengukuran", "capaian"), ("triwulan", "capaian"), ("riwayat", "capaian_1"), ("riwayat", "capaian_2"),
    ("rencana_aksi", "total"), ("anggaran", "capaian"), ("anggaran", "serapan"), ("anggaran", "efisiensi"),
    ("belanja", "serapan"), ("tc27", "target_akhir"), ("lhe_nilai", "nilai"), ("pegawai", "selisih"),
    ("renstra", "target_akhir"),
):  # fmt: skip
    daftar(f"meleset_{_l}_{_k}", _meleset(_l, _k))


def _negatif(lembar: str, kolom: str):
    """A minus that does not belong there."""

    def f(r: Random, n: Naskah) -> Letak | None:
        b = pilih(r, n, lembar, kolom, bila=lambda x: berangka(x[kolom]) and baca(x[kolom]) > 0)
        return None if b is None else ubah(n, lembar, b, kolom, "-" + angka(baca(n[lembar][b][kolom]), ribuan=True))

    return f


for _l, _k in (
    ("anggaran", "realisasi_rp"), ("belanja", "realisasi"), ("aset", "jumlah_barang"), ("pegawai", "laki_laki"), ("lhe_nilai", "nilai"),
):  # fmt: skip
    daftar(f"negatif_{_l}_{_k}", _negatif(_l, _k))
