"""What `import lkjip_xl as lk` offers: the commands of `lkjip` on files or bytes, and workbooks as tables."""

from lkjip_xl.api.bacaan import buka, kamus, skema, tabel
from lkjip_xl.api.buku import Buku, LembarIsian
from lkjip_xl.api.hasil import Hasil, HasilPeriksa, LaporanDitolak
from lkjip_xl.api.perintah import ambil, buat, cocokkan, isi, perbarui, rapikan, ringkas, validasi
from lkjip_xl.api.rekap import rekap
from lkjip_xl.api.tabel import TabelRingkas
from lkjip_xl.api.terbitan import edar, formulir, laporan, tahun_baru
from lkjip_xl.buku.galat import GalatBerkas
from lkjip_xl.inti.galat import GalatLkjip
from lkjip_xl.inti.temuan import Temuan, Tingkat
from lkjip_xl.skema.yaml_ketat import GalatSkema

__all__ = [
    "Buku",
    "GalatBerkas",
    "GalatLkjip",
    "GalatSkema",
    "Hasil",
    "HasilPeriksa",
    "LaporanDitolak",
    "LembarIsian",
    "TabelRingkas",
    "Temuan",
    "Tingkat",
    "ambil",
    "buat",
    "buka",
    "cocokkan",
    "edar",
    "formulir",
    "isi",
    "kamus",
    "laporan",
    "perbarui",
    "rapikan",
    "rekap",
    "ringkas",
    "skema",
    "tabel",
    "tahun_baru",
    "validasi",
]
