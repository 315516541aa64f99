"""Is this PC ready for the workbooks: Excel, Python, xlwings, macro security, where the files lie."""

from lkjip_xl.pemasangan.cek import Cek, Keadaan, mesin_otomatis, periksa_pasang
from lkjip_xl.pemasangan.perbaiki import perbaiki
from lkjip_xl.pemasangan.siaga import copot_siaga, pasang_siaga
from lkjip_xl.pemasangan.sistem import Sistem, sistem_ini

__all__ = [
    "Cek",
    "Keadaan",
    "Sistem",
    "copot_siaga",
    "mesin_otomatis",
    "pasang_siaga",
    "perbaiki",
    "periksa_pasang",
    "sistem_ini",
]
