"""Build next year's workbook: template, carried cells, figures moved, and the list of what was done."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import openpyxl

from lkjip_xl.buku.cangkok import cangkok
from lkjip_xl.buku.galat import GalatBerkas
from lkjip_xl.buku.paket import Paket
from lkjip_xl.buku.tampilan import lembar_tersembunyi, sembunyikan
from lkjip_xl.edar.mesin import pasang_mesin
from lkjip_xl.excel.mesin import Mesin, mesin_terpasang
from lkjip_xl.inti.fungsi import Galat
from lkjip_xl.inti.temuan import Temuan, Tingkat
from lkjip_xl.isi import isi_sel
from lkjip_xl.lembar.bangun import bangun
from lkjip_xl.skema import judul
from lkjip_xl.skema.kata import dengan_kata
from lkjip_xl.skema.model import Skema
from lkjip_xl.skema.perlu import Perlu, punya
from lkjip_xl.skema.pesan import buat_temuan
from lkjip_xl.tabel.daftar_lembar import tersembunyi_awal
from lkjip_xl.tabel.daftar_nilai import berisi
from lkjip_xl.tabel.hilang import periksa_kolom
from lkjip_xl.tabel.model import SUSUNAN_RUSAK, Asal, BukuKerja
from lkjip_xl.tabel.muat import muat_buku
from lkjip_xl.tabel.templat_word import tandai
from lkjip_xl.tahun_baru import kinerja
from lkjip_xl.tahun_baru.bawaan import BERUBAH_TIAP_TAHUN, IsiLembar, lembar_bawaan
from lkjip_xl.tahun_baru.daftar import Catatan, bangun_daftar
from lkjip_xl.tahun_baru.milik_pengguna import bawa_milik
from lkjip_xl.validasi.periksa import periksa

TAHUN_TERAWAL, TAHUN_TERAKHIR = 2015, 2099  # the new year must be one the sheet Pengaturan takes
DIPINDAH = {
    "riwayat": (
        kinerja.riwayat,
        "pengukuran",
        "target, realisasi dan capaian {tahun} menjadi tahun sebelumnya; tahun terlama gugur",
    ),
    "pk": (
        kinerja.pk,
        "rencana_aksi",
        "target {baru} dari Rencana Aksi; yang sama dengan Renstra tetap rumus",
    ),
    "pengukuran": (
        kinerja.pengukuran,
        "rencana_aksi",
        "kode; target tetap rumus",
    ),
    "triwulan": (
        kinerja.triwulan,
        "rencana_aksi",
        "target dan rencana aksi {baru} dari Rencana Aksi, selebihnya rencana aksi {tahun} dan penanggung jawabnya; angka tidak dibawa",
    ),
}
"""Sheets filled from other sheets: how, from which, in words."""
BERKOLOM_KOSONG = frozenset({"pk", "pengukuran"})  # of which every blank column is worth naming
KATA = {
    "pengaturan": "tahun laporan menjadi {baru}",
    "daftar_tabel": "judul yang menyebut tahun {tahun} kini menyebut {baru}",
    "aset": "saldo akhir {tahun} menjadi saldo awal {baru}",
    "pegawai": "daftar dan kebutuhan; banyaknya pegawai diisi lagi",
    "lhe_nilai": "nilai yang lalu; komponen dan bobotnya berulang untuk tahun berikutnya",
    "pembanding": "siapa pembandingnya; angkanya diisi lagi",
    "lhe_rekomendasi": "tindak lanjut tetap terlihat",
}


@dataclass(slots=True)
class HasilTahunBaru:
    """The new workbook's bytes, the years, what was carried and left empty by sheet, findings."""

    data: bytes
    tahun: int
    catatan: list[Catatan]
    temuan: list[Temuan] = field(default_factory=list)


@dengan_kata
def buku_tahun_baru(paket: Paket, skema: Skema, *, bawa: bool = False) -> HasilTahunBaru:
    """Next year's workbook of the one in `paket`, which stays as it is, with the same engine; bawa: the user's own sheets and columns, too.

    Raises GalatBerkas TB-01 where the old workbook has no usable report year, BK-80 where a column is missing.
    """
    lama = muat_buku(paket, skema)
    tahun = tahun_lama(lama, paket.nama)
    isi = isi_tahun_baru(lama, tahun, paket.nama)
    baru = Paket.dari_bytes(bangun(skema), "templat.xlsm")
    _, terisi = isi_sel(baru, isi, skema)
    catatan = [_catatan(terisi, i, isi.get(i), tahun) for i in skema.lembar]
    wb = openpyxl.Workbook()
    bangun_daftar(wb.worksheets[0], catatan, tahun)
    cangkok(baru, wb)
    if lama.templat_word:
        tandai(baru, lama.templat_word)
    milik = list(bawa_milik(paket, lama, baru, terisi, tahun, bawa=bawa))
    mesin = mesin_terpasang(paket)
    if mesin not in (None, Mesin.VBA):
        pasang_mesin(baru, mesin)
    hilang = [t for t in lama.temuan if t.kode in SUSUNAN_RUSAK]  # what is left out, in their words
    awal = set(tersembunyi_awal(skema))
    if awal & set(lembar_tersembunyi(paket)):  # last year's workbook was in the short view
        ada = {t.lembar for t in terisi.tabel.values() if berisi(t)}
        sembunyikan(baru, awal - ada)
    return HasilTahunBaru(
        baru.ke_bytes(),
        tahun,
        catatan,
        [*_masih_salah(lama), *hilang, *periode_renstra(lama, tahun), *tak_terbawa(lama, isi), *milik],
    )


def isi_tahun_baru(lama: BukuKerja, tahun: int, berkas: str) -> dict[str, IsiLembar]:
    """The cells of next year's workbook by sheet id; raises GalatBerkas BK-80 where a column of the old one is missing."""
    berisi = {i for i, t in lama.tabel.items() if t.baris}  # an empty sheet loses nothing
    perlu = Perlu({k: b for k, b in kinerja.PERLU.kolom.items() if k[0] in berisi})
    periksa_kolom(lama, perlu, "BK-80", berkas=berkas, hasil="Buku tahun baru")
    isi = lembar_bawaan(lama, tahun) | {i: buat(lama, tahun) for i, (buat, _, _) in DIPINDAH.items()}
    return {i: {(b, k): s for (b, k), s in sel.items() if punya(lama.skema, i, k)} for i, sel in isi.items()}


def tahun_lama(lama: BukuKerja, berkas: str) -> int:
    """The year of the old workbook; GalatBerkas where it has none."""
    x = lama.setelan.get("TahunLaporan")
    if not isinstance(x, float) or x != int(x) or not TAHUN_TERAWAL <= x <= TAHUN_TERAKHIR:
        raise GalatBerkas("TB-01", berkas=berkas)
    return int(x)


def _masih_salah(lama: BukuKerja) -> Iterator[Temuan]:
    """One finding at the first error of the old workbook: its figures go into next year's."""
    hasil = periksa(lama)
    pertama = next((t for t in hasil.temuan if t.tingkat is Tingkat.KESALAHAN), None)
    if pertama is not None:
        jumlah = hasil.jumlah()[Tingkat.KESALAHAN]
        yield buat_temuan("TB-30", lembar=pertama.lembar, sel=pertama.sel_pertama, jumlah=jumlah)


def periode_renstra(lama: BukuKerja, tahun: int) -> Iterator[Temuan]:
    """What to say where the new year lies outside the years of the Renstra."""
    awal, akhir = (lama.setelan.get(n) for n in ("TahunRenstraAwal", "TahunRenstraAkhir"))
    if not isinstance(awal, float) or not isinstance(akhir, float) or not awal <= tahun + 1 <= akhir:
        t = lama["pengaturan"]
        yield buat_temuan(
            "TB-04", lembar=t.lembar, sel=t.alamat(0, "renstra_akhir"), nilai=tahun + 1, awal=awal, akhir=akhir
        )


def tak_terbawa(lama: BukuKerja, isi: dict[str, IsiLembar]) -> Iterator[Temuan]:
    """What could not be carried of carried sheets: errors, formulas never computed, and words below a table."""
    sumber = {i for i in isi if i in BERUBAH_TIAP_TAHUN} | {s for _, s, _ in DIPINDAH.values()} | {"riwayat"}
    for i in lama.tabel:
        t = lama[i]
        for (b, k), s in t.sel.items() if i in sumber and t.ada else ():
            tanpa_nilai = s.asal is Asal.RUMUS_LAIN and s.nilai is None and s.mentah is None
            if s.asal is not Asal.RUMUS and (isinstance(s.nilai, Galat) or tanpa_nilai):
                yield buat_temuan("TB-05", lembar=t.lembar, sel=t.alamat(b, k), nilai=s.nilai)
        for b, (k, _) in t.tulisan.items() if i in sumber else ():
            yield buat_temuan("TB-31", lembar=t.lembar, sel=t.alamat(b, k), nilai=t.sel[b, k].nilai)


def _catatan(baru: BukuKerja, i: str, isi: IsiLembar | None, tahun: int) -> Catatan:
    """What happened to one sheet of the new workbook."""
    t, kata = baru[i], {"tahun": tahun, "baru": tahun + 1}
    setelan = t.skema.susunan == "pasangan"
    baris = (len(isi) if setelan else len({b for b, _ in isi})) if isi else 0
    uraian = DIPINDAH[i][2] if i in DIPINDAH else KATA.get(i, "seluruhnya") if i in BERUBAH_TIAP_TAHUN else ""
    calon = t.skema.kolom if i in BERKOLOM_KOSONG else BERUBAH_TIAP_TAHUN.get(i, ())
    kosong = [
        k
        for k in map(t.skema.kolom.get, calon)
        if k and k.jenis != "rumus" and all(r[k.nama] is None for _, r in t.rekaman())
    ]
    kepala = [judul.sebagai_teks(k.judul, baru.setelan) for k in kosong]
    return Catatan(
        t.skema.lembar,
        baris,
        uraian.format(**kata) if baris else "",
        tuple(dict.fromkeys(kepala)) if baris else (),
        setelan,
    )
