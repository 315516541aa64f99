"""Next year's workbook from this year's: what is carried over, what moves into Riwayat, PK and Pengukuran; the seal."""

from lkjip_xl.tahun_baru.bekukan import bekukan
from lkjip_xl.tahun_baru.buku_baru import HasilTahunBaru, buku_tahun_baru

__all__ = ["HasilTahunBaru", "bekukan", "buku_tahun_baru"]
