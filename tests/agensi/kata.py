"""Names of invented indicators, programmes and goods; no two rows of one agency carry the same."""

from __future__ import annotations

from random import Random

KATA = [
    "Alpha", "Bravo", "Cemara", "Delima", "Embun", "Fajar", "Gading", "Harum", "Intan", "Jati", "Kenari", "Lontar",
    "Mawar", "Nusa", "Opal", "Padma",
]  # fmt: skip
NAIK = {
    "%": ("Persentase Jalan Mantap", "Cakupan Layanan", "Persentase Usaha Kecil Aktif", "Persentase Dokumen Selesai",
          "Tingkat Kunjungan", "Persentase Kelulusan Peserta"),
    "Persen": ("Persentase Sarana Layak", "Persentase Arsip Tertata"),
    "indeks": ("Indeks Pelayanan", "Indeks Pembangunan"),
    "nilai": ("Nilai Survei", "Skor Evaluasi"),
    "orang": ("Jumlah Peserta", "Jumlah Tenaga Terlatih", "Jumlah Pengunjung"),
    "dokumen": ("Jumlah Dokumen", "Jumlah Naskah Kajian"),
    "juta rupiah": ("Nilai Investasi", "Nilai Ekspor"),
}  # fmt: skip
TURUN = {
    "%": ("Angka Kemiskinan", "Prevalensi Stunting", "Tingkat Pengangguran Terbuka"),
    "kasus": ("Jumlah Kasus Kekerasan", "Jumlah Kasus Pelanggaran"),
    "indeks": ("Indeks Ketimpangan",),
}
PREDIKAT = (
    ("Opini BPK", "opini", ("WDP", "WTP", "WTP")),
    ("Predikat Akuntabilitas Kinerja", "predikat", ("CC", "B", "BB", "A")),
    ("Tingkat Maturitas", "level", ("Level 2", "Level 3", "Level 4")),
    ("Status Akreditasi", "status", ("Belum Terakreditasi", "Terakreditasi", "Terakreditasi")),
)


class Nama:
    """Draws names that are told apart by two words each."""

    def __init__(self, r: Random) -> None:
        self._r, self._n = r, r.randrange(256)

    def __call__(self, depan: str) -> str:
        self._n += 1
        return f"{depan} {self._r.choice(KATA)} {KATA[self._n % 16]} {KATA[self._n // 16 % 16]}"
