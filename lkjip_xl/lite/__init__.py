"""A folder for xlwings Lite: Python inside Excel, without an installed Python, macros, or admin rights."""

from lkjip_xl.lite.folder import isi_folder_lite, keluaran_lite
from lkjip_xl.lite.main_py import PROGRAM

__all__ = ["PROGRAM", "isi_folder_lite", "keluaran_lite"]
