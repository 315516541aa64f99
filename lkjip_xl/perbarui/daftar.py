"""The sheet Perubahan Templat of a workbook that has moved: what changed, what was left, what became of the user's additions."""

from __future__ import annotations

from collections.abc import Sequence

from openpyxl.worksheet.worksheet import Worksheet

from lkjip_xl.inti.temuan import Temuan
from lkjip_xl.lembar.daftar import bangun_kepala, siapkan_cetak, tulis_baris
from lkjip_xl.perbarui.hasil import HasilPerbarui
from lkjip_xl.skema.lembar_kerja import LEMBAR_PERUBAHAN
from lkjip_xl.tabel.model import BARIS_DATA

KEPALA = ("No", "Jenis", "Lembar", "Tempat", "Semula", "Menjadi", "Keterangan")
LEBAR = (6, 22, 24, 24, 36, 36, 60)
DIBIARKAN = "Dibiarkan seperti semula; periksa apakah masih sesuai."
TAMBAHAN = "tambahan Anda"


def bangun_perubahan(ws: Worksheet, hasil: HasilPerbarui, tambahan: Sequence[Temuan]) -> None:
    """Write the list; what was left as it is comes first, for somebody has to look at it."""
    ws.title = LEMBAR_PERUBAHAN
    keterangan = f"{hasil.sel} sel isian terbawa dari buku sebelumnya, yang tetap ada dan tidak diubah."
    bangun_kepala(ws, "PERUBAHAN TEMPLAT", keterangan, KEPALA, LEBAR)
    urut = sorted(hasil.urut(), key=lambda p: p.dilakukan)
    isi = [
        (p.jenis.value, p.lembar, p.tempat, p.lama, p.baru, "" if p.dilakukan else DIBIARKAN) for p in urut
    ]  # fmt: skip
    isi += [(TAMBAHAN, t.lembar, t.sel, "", "", f"{t.pesan[:1].upper()}{t.pesan[1:]} {t.saran}") for t in tambahan]
    for n, x in enumerate(isi, 1):
        tulis_baris(ws, BARIS_DATA + n - 1, (n, *x))
    siapkan_cetak(ws, len(KEPALA))
