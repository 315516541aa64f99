"""Efisiensi Program: capaian against serapan of every programme, activity and sub-activity."""

from __future__ import annotations

from lkjip_xl.ringkasan.alokasi import alokasi
from lkjip_xl.ringkasan.efisiensi import catatan_metode, kepala_efisiensi
from lkjip_xl.ringkasan.kepala import sumber
from lkjip_xl.ringkasan.model import BarisRingkas, KolomRingkas, TabelRingkas
from lkjip_xl.ringkasan.perakit import LEBAR_ANGKA, LEBAR_RUPIAH, Perakit
from lkjip_xl.ringkasan.program import desimal_program, inden, nilai_program, nomor_program, rupa
from lkjip_xl.tabel.model import BukuKerja
from lkjip_xl.tabel.per_buku import per_buku

LEMBAR = "Efisiensi Program"


@per_buku
def efisiensi_program(buku: BukuKerja) -> TabelRingkas:
    """One row per row of Anggaran in its order; efficiency in percent by the method set."""
    a = alokasi(buku)
    nomor = nomor_program(buku)
    dalam = inden(r["level"] for r in a.baris.values())
    perakit = Perakit()
    for b, r in a.baris.items():
        nilai = nilai_program(buku, b) | {"no": nomor[b]}
        perakit.tambah(BarisRingkas(nilai, rupa(r["level"]), desimal_program(buku, b), inden=dalam(r["level"])))
    kolom = [
        KolomRingkas("no", "No", "pilihan", 7),
        KolomRingkas("nama", "Program / Kegiatan / Subkegiatan", lebar=44, tetap=True, inden=True),
        KolomRingkas("indikator", "Indikator", lebar=34, kelompok="Kinerja"),
        KolomRingkas("satuan", "Satuan", "pilihan", 11, kelompok="Kinerja"),
        KolomRingkas("target", "Target", "angka", LEBAR_ANGKA, kelompok="Kinerja"),
        KolomRingkas("realisasi", "Realisasi", "angka", LEBAR_ANGKA, kelompok="Kinerja"),
        KolomRingkas("capaian", "Capaian (%)", "persen", 10, kelompok="Kinerja", desimal=2),
        KolomRingkas("pagu", "Anggaran (Rp)", "rupiah", LEBAR_RUPIAH, kelompok="Anggaran", desimal=0),
        KolomRingkas("realisasi_rp", "Realisasi (Rp)", "rupiah", LEBAR_RUPIAH, kelompok="Anggaran", desimal=0),
        KolomRingkas("serapan", "Serapan (%)", "persen", 10, kelompok="Anggaran", desimal=2),
        KolomRingkas("efisiensi", kepala_efisiensi(buku), "persen", 10, desimal=2),
    ]
    return perakit.jadi(
        buku,
        LEMBAR,
        kolom,
        sumber=sumber(buku, "anggaran"),
        satuan="rupiah, capaian, serapan dan efisiensi dalam persen",
        catatan=catatan_metode(buku),
    )
