"""Reconcile another copy of a table (another print, DPA, LRA, an export of the budget system), or a whole document, with the workbook."""

from lkjip_xl.cocokkan.banding import cocokkan
from lkjip_xl.cocokkan.dokumen import cocokkan_dokumen
from lkjip_xl.cocokkan.luar import baca_luar

__all__ = ["baca_luar", "cocokkan", "cocokkan_dokumen"]
