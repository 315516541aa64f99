"""The columns every summary sheet reads, and what follows where a schema or a workbook lacks one."""

from __future__ import annotations

from collections.abc import Mapping
from functools import reduce
from operator import or_

from lkjip_xl.skema.model import Skema
from lkjip_xl.skema.perlu import KunciKolom, Perlu, perlu
from lkjip_xl.tabel.hitung_buku import PERLU_BAKU

_KEPALA = perlu(
    daftar_tabel="+ringkasan ?nomor ?judul ?label_kategori +tampil ?kolom ?bersama ?rata",
    pengaturan="?instansi ?kabupaten ?tahun ?tanggal_data ?renstra_awal ?renstra_akhir",
)
INDIKATOR = _KEPALA | perlu(
    indikator="kode +jenjang ?=pernyataan_lengkap ?pernyataan ?indikator ?satuan +arah +desimal ?iku ?sifat",
    pengukuran="kode target realisasi =capaian ?sumber_data ?sementara ?tahun_data ?=batas ?=batas_rata ?=cara ?=skala_predikat ?=skala_kategori",
    pk="?kode ?target ?versi",
    renstra="?kode ?target_berjalan ?target_1-6",
    pengaturan="+desimal_capaian",
)
"""The measured indicators, and the decimals their targets were typed with in PK and Renstra."""
_POIN = perlu(predikat="?kunci ?poin")
_SKALA = PERLU_BAKU | perlu(skala="?batas ?tanda ?kategori ?skala")
_ANGGARAN = _KEPALA | perlu(anggaran="pagu realisasi_rp +level +kode +no +nama")
_PENUNJANG = perlu(penunjang="kode nama +kode_program +level ?menunjang", indikator="?kode +jenjang ?pernyataan")
ALOKASI = _ANGGARAN | _PENUNJANG
"""The rows of Anggaran, and which of them Penunjang maps to what."""
_CARA = perlu(pengaturan="+metode_efisiensi +masukan_efisiensi +desimal_capaian +desimal_serapan")
_DICETAK = perlu(pengaturan="+desimal_efisiensi")
_PROGRAM = _CARA | perlu(anggaran="?indikator ?satuan ?target ?realisasi ?=capaian")
_SASARAN = _CARA | perlu(pengaturan="+basis_efisiensi +cakupan_efisiensi +desimal_rata")
_RIWAYAT = perlu(riwayat="kode ?target_1-3 ?realisasi_1-3 ?capaian_1-3 ?keterangan")

PERLU: Mapping[str, Perlu] = {
    "Capaian Kinerja": INDIKATOR | _SKALA,
    "Capaian per Triwulan": INDIKATOR
    | _POIN
    | perlu(
        pengukuran="?tw1-4",
        pk="?tw1-4",
        triwulan="?kode ?tw ?target ?realisasi ?=capaian ?nama ?satuan ?arah",
        pengaturan="?batas_bawah_capaian",
    ),
    "Perbandingan Tahun": INDIKATOR | _RIWAYAT,
    "Kemajuan Renstra": INDIKATOR
    | _POIN
    | perlu(
        renstra="kode target_akhir ?target_1-6",
        riwayat="?kode ?realisasi_1-3",
        pengaturan="?tahun_target_akhir ?kemajuan_jumlah",
    ),
    "Pembanding Standar": INDIKATOR | _POIN | perlu(pembanding="kode nilai ?target ?jenis ?nama ?tahun ?sumber"),
    "Analisis Kinerja": INDIKATOR | perlu(analisis="kode ?pendorong ?penghambat ?solusi ?upaya"),
    "Program Penunjang": INDIKATOR | ALOKASI | _PROGRAM | perlu(penunjang="?keterangan"),
    "Realisasi Anggaran": _ANGGARAN
    | _SKALA
    | perlu(pengaturan="?skala_serapan")
    | _PENUNJANG.longgar()
    | _PROGRAM
    | _DICETAK
    | perlu(anggaran="nama ?bidang ?sumber_dana ?volume ?satuan_volume ?fisik ?penyebab_sisa"),
    "Efisiensi Sasaran": INDIKATOR | ALOKASI | _SASARAN | _DICETAK,
    "Efisiensi Program": _ANGGARAN | _PENUNJANG.longgar() | _PROGRAM | _DICETAK | perlu(anggaran="nama =capaian"),
    "Simpulan": INDIKATOR
    | ALOKASI
    | _PROGRAM
    | _SKALA
    | perlu(anggaran="=capaian", pengaturan="+desimal_rata ?cakupan_rata ?skala_sasaran"),
    "Kelengkapan": INDIKATOR
    | ALOKASI
    | perlu(
        riwayat="?kode ?realisasi_1",
        renstra="?target_akhir",
        pembanding="?kode ?nilai",
        analisis="?kode ?pendorong ?penghambat ?solusi",
        lhe_rekomendasi="?rekomendasi ?tindak_lanjut",
    ),
    "Dasbor": INDIKATOR | (ALOKASI | _PROGRAM | _SASARAN | _SKALA | _RIWAYAT).longgar(),
}
"""By summary sheet: without an indispensable column it is not made; others stay blank."""
SEMUA_PERLU: Perlu = reduce(or_, PERLU.values())


def tak_tersusun(skema: Skema, lembar: str) -> list[KunciKolom]:
    """The columns dropped by the schema in use without which a summary sheet is not made; empty: it is made."""
    return PERLU[lembar].dibuang(skema)
