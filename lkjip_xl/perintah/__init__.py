"""What `lkjip` does, one function per command; the command line and the buttons only call these.

Heavy modules are imported inside the functions: `lkjip --help` must answer at once.
"""

from lkjip_xl.perintah.ambil import ambil, ambil_json, kode_ambil, pratinjau_ambil, terapkan_ambil, tulis_ambil
from lkjip_xl.perintah.buku import (
    buat,
    edar,
    isi,
    mesin,
    penempatan_json,
    ringkas,
    tahun_baru,
    tahun_baru_json,
)
from lkjip_xl.perintah.contoh import CONTOH, KARANGAN, LangkahDemo, buat_contoh, demo
from lkjip_xl.perintah.formulir import (
    folder_formulir,
    formulir,
    formulir_json,
    kode_formulir,
    susun_formulir,
    tulis_formulir,
)
from lkjip_xl.perintah.komputer import cek_json, dapat_diperbaiki, kode_cek, pasang, pasang_siaga, periksa_pasang
from lkjip_xl.perintah.laporan import (
    FOLDER_GAMBAR,
    laporan,
    laporan_tombol,
    perbarui_dokumen,
    perbarui_laporan,
    tulis_templat,
)
from lkjip_xl.perintah.lite import lite
from lkjip_xl.perintah.pemeriksaan import cocokkan, kamus, validasi
from lkjip_xl.perintah.perapian import rapikan, terapkan_rapikan, urungkan_rapikan
from lkjip_xl.perintah.perbarui import perbarui, perbarui_json, pindah_templat
from lkjip_xl.perintah.rekap import buat_daerah, rekap, rekap_json
from lkjip_xl.perintah.skema_dipakai import skema

TEMPLAT = "LKjIP-Kosong.xlsm"

__all__ = [
    "CONTOH",
    "FOLDER_GAMBAR",
    "KARANGAN",
    "TEMPLAT",
    "LangkahDemo",
    "ambil",
    "ambil_json",
    "buat",
    "buat_contoh",
    "buat_daerah",
    "cek_json",
    "cocokkan",
    "dapat_diperbaiki",
    "demo",
    "edar",
    "folder_formulir",
    "formulir",
    "formulir_json",
    "isi",
    "kamus",
    "kode_ambil",
    "kode_cek",
    "kode_formulir",
    "laporan",
    "laporan_tombol",
    "lite",
    "mesin",
    "pasang",
    "pasang_siaga",
    "penempatan_json",
    "perbarui",
    "perbarui_dokumen",
    "perbarui_json",
    "perbarui_laporan",
    "periksa_pasang",
    "pindah_templat",
    "pratinjau_ambil",
    "rapikan",
    "rekap",
    "rekap_json",
    "ringkas",
    "skema",
    "susun_formulir",
    "tahun_baru",
    "tahun_baru_json",
    "terapkan_ambil",
    "terapkan_rapikan",
    "tulis_ambil",
    "tulis_formulir",
    "tulis_templat",
    "urungkan_rapikan",
    "validasi",
]
