"""Small tables of Data Pendukung with a figure for each year of one indicator: the year that differs from the sheet that has it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lkjip_xl.inti.kunci import kunci_teks
from lkjip_xl.skema.perlu import perlu
from lkjip_xl.tabel.model import BukuKerja
from lkjip_xl.validasi.aturan.angka_naskah import disebut, nama_indikator
from lkjip_xl.validasi.aturan.data_pendukung import LEMBAR, tabel_dukung
from lkjip_xl.validasi.aturan.hubungan_tahun import TAHUN
from lkjip_xl.validasi.aturan.pelapor import Pelapor
from lkjip_xl.validasi.aturan.penelusur import Rujukan
from lkjip_xl.validasi.aturan.registri import aturan
from lkjip_xl.validasi.aturan.tahun_sama import dua_cetakan_sama

BUKTI = 2  # years that show what a line is of
MUNDUR = range(4)  # this year, and those Riwayat has


@aturan(
    kode=("DP-02",),
    lembar=(LEMBAR, "indikator", "pengukuran"),
    baca=perlu(
        data_pendukung="tabel uraian ?kolom nilai",
        indikator="kode indikator",
        pengukuran="kode ?realisasi",
        riwayat="?kode ?realisasi_1-3",
        pengaturan="tahun",
    ),
)
def tahun_data_pendukung(buku: BukuKerja, lapor: Pelapor) -> None:
    """Angka tiap tahun satu indikator di Data Pendukung sama dengan realisasi tahun itu, bila tahun lainnya sama."""
    kini, nama = buku.setelan.get("TahunLaporan"), nama_indikator(buku)
    if not isinstance(kini, float):
        return
    for t in tabel_dukung(lapor):
        kode = disebut(t.nama, nama)
        lajur = [*((x, "uraian") for x in t.kolom.values()), *((x, "kolom") for x in t.baris.values())]
        for baris, label in lajur if kode not in ("", "?") else ():
            pasangan = list(_pasangan(lapor, baris, label, kode, int(kini)))
            beda = [(r, sana) for r, sana in pasangan if not _secetak(lapor, r, sana)]
            if len(beda) == 1 and len(pasangan) - 1 >= BUKTI and not any(lapor.pernah(r) for r in beda[0]):
                r, sana = beda[0]
                lapor("DP-02", r, seharusnya=lapor.jejak.nilai(sana), terkait=[sana], tabel=t.nama, kode=kode.upper(),
                      komponen="realisasi tahun itu")  # fmt: skip


def _pasangan(
    lapor: Pelapor, baris: Sequence[int], label: str, kode: str, kini: int
) -> Iterator[tuple[Rujukan, Rujukan]]:
    """Cells of a line that is of years throughout, with the cells that have their year's realisasi."""
    isi = lapor.jejak.baris(LEMBAR)
    tahun = [TAHUN.fullmatch(kunci_teks(isi[b][label])) for b in baris]
    if not all(tahun) or len(baris) <= BUKTI:
        return
    for b, m in zip(baris, tahun, strict=True):
        lalu = kini - int(m[1] if m else 0)
        lembar, kolom = ("pengukuran", "realisasi") if lalu == 0 else ("riwayat", f"realisasi_{lalu}")
        letak = lapor.buku.indeks.baris(lembar, "kode", kode) if lalu in MUNDUR and lapor.buku[lembar].ada else None
        if letak is not None and kolom in lapor.buku[lembar].skema.kolom:
            r, sana = Rujukan(LEMBAR, b, "nilai"), Rujukan(lembar, letak, kolom)
            if all(isinstance(lapor.jejak.nilai(s), float) and not lapor.jejak.ternoda(s) for s in (r, sana)):
                yield r, sana


def _secetak(lapor: Pelapor, r: Rujukan, sana: Rujukan) -> bool:
    x, y = (lapor.jejak.nilai(s) for s in (r, sana))
    if not isinstance(x, float) or not isinstance(y, float):
        return True
    return dua_cetakan_sama(lapor.buku, (r, x), (sana, y))
