"""Many workbooks at once: the rekap of a region, and the workbooks of all its agencies from one template."""

from lkjip_xl.rekap.csv_rekap import keluaran_csv, teks_csv
from lkjip_xl.rekap.halaman import halaman_rekap
from lkjip_xl.rekap.himpun import Rekap
from lkjip_xl.rekap.ikhtisar import ikhtisar_buku
from lkjip_xl.rekap.jalankan import Pilihan, buat_rekap, catatan, sebagai_json
from lkjip_xl.rekap.klaster import jauh
from lkjip_xl.rekap.lembar import bangun_rekap
from lkjip_xl.rekap.model import Ikhtisar
from lkjip_xl.rekap.sejak import perubahan
from lkjip_xl.rekap.tabel import sebagai_kamus
from lkjip_xl.rekap.tabel_rinci import semua_tabel

__all__ = [
    "Ikhtisar",
    "Pilihan",
    "Rekap",
    "bangun_rekap",
    "buat_rekap",
    "catatan",
    "halaman_rekap",
    "ikhtisar_buku",
    "jauh",
    "keluaran_csv",
    "perubahan",
    "sebagai_json",
    "sebagai_kamus",
    "semua_tabel",
    "teks_csv",
]
