"""Fill a workbook: from files of any format, one table per sheet, or with typed cells."""

from lkjip_xl.isi.isi import isi_buku, isi_sel, muat_csv

__all__ = ["isi_buku", "isi_sel", "muat_csv"]
