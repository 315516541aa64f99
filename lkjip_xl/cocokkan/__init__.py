"""Reconcile another copy of a table (another print, DPA, LRA, an export of the budget system) with a sheet."""

from lkjip_xl.cocokkan.banding import cocokkan
from lkjip_xl.cocokkan.tabel_luar import baca_tabel

__all__ = ["baca_tabel", "cocokkan"]
