"""Turn numbers that stand as text into numbers: a list of proposals, those accepted applied, recorded and undoable."""

from lkjip_xl.perubahan import LEMBAR_RIWAYAT, Perubahan, baca_riwayat, bangun_riwayat, urungkan
from lkjip_xl.rapikan.pratinjau import LEMBAR_USULAN, bangun_usulan, diterima
from lkjip_xl.rapikan.terapkan import catat, pilih, terapkan
from lkjip_xl.rapikan.usulan import Usulan, usulan

__all__ = [
    "LEMBAR_RIWAYAT",
    "LEMBAR_USULAN",
    "Perubahan",
    "Usulan",
    "baca_riwayat",
    "bangun_riwayat",
    "bangun_usulan",
    "catat",
    "diterima",
    "pilih",
    "terapkan",
    "urungkan",
    "usulan",
]
