"""Fill a workbook: from a folder of CSV files, one per sheet, or with typed cells."""

from lkjip_xl.isi.isi import isi_buku, isi_sel, muat_csv

__all__ = ["isi_buku", "isi_sel", "muat_csv"]
