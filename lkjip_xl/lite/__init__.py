"""A folder for xlwings Lite: Python inside Excel, without an installed Python, macros, or admin rights."""

from lkjip_xl.lite.folder import PROGRAM, isi_folder_lite, keluaran_lite

__all__ = ["PROGRAM", "isi_folder_lite", "keluaran_lite"]
