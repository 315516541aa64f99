"""Fill a workbook from a folder of CSV files, one per sheet."""

from lkjip_xl.isi.isi import isi_buku, muat_csv

__all__ = ["isi_buku", "muat_csv"]
