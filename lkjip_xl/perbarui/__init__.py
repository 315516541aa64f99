"""Bringing a workbook in use to today's template: what people typed and made stays, the frame around it becomes new."""

from lkjip_xl.perbarui.hasil import HasilPerbarui, Jenis, Perubahan
from lkjip_xl.perbarui.jalankan import perbarui_buku

__all__ = ["HasilPerbarui", "Jenis", "Perubahan", "perbarui_buku"]
