"""Program Penunjang: the programmes and activities behind each sasaran, with their own capaian and budget."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

from lkjip_xl.inti.kunci import kunci_teks
from lkjip_xl.ringkasan.alokasi import alokasi
from lkjip_xl.ringkasan.desimal import desimal_setelan
from lkjip_xl.ringkasan.indikator import SASARAN, Indikator, daftar_indikator, kamus_indikator
from lkjip_xl.ringkasan.kepala import sumber
from lkjip_xl.ringkasan.model import BarisRingkas, KolomRingkas, TabelRingkas
from lkjip_xl.ringkasan.perakit import LEBAR_ANGKA, LEBAR_RUPIAH, LEBAR_SASARAN, Perakit
from lkjip_xl.ringkasan.program import inden, nilai_program, rupa
from lkjip_xl.tabel.model import BukuKerja, Nilai
from lkjip_xl.tabel.per_buku import per_buku

LEMBAR = "Program Penunjang"
MENUNJANG = {"ya": "Menunjang", "tidak": "Tidak menunjang"}


@per_buku
def program_penunjang(buku: BukuKerja) -> TabelRingkas:
    """The rows of Penunjang in their order beside the indicator they serve; figures of the row of Anggaran they name.

    Rows mapped to a whole sasaran stand beside its indicators, one per row, the last one over the rest.
    """
    a = alokasi(buku)
    t = buku["penunjang"]
    terukur, kamus = daftar_indikator(buku), kamus_indikator(buku)
    dipetakan = {p.baris: p.anggaran for p in a.peta}
    dalam_level = inden(r["level"] for _, r in t.rekaman())
    perakit = Perakit({"sasaran": ("sasaran",), "indikator": ("indikator", "capaian")})
    rekaman = [(b, kode, r) for b, r in t.rekaman() if isinstance(kode := r["kode"], str)]
    for kunci, sekode in groupby(rekaman, key=lambda x: kunci_teks(x[1])):
        kumpulan = list(sekode)
        milik = _indikator(kunci, terukur, kamus)
        isi = [(letak, r) for b, _, r in kumpulan for letak in dipetakan[b] or (None,)]
        for i in range(max(len(isi), len(milik))):
            x = milik[min(i, len(milik) - 1)] if milik else Indikator(kumpulan[0][1], SASARAN)
            nilai: dict[str, Nilai] = {"sasaran": x.pernyataan, "indikator": x.nama or x.kode, "capaian": x.capaian}
            desimal = {"capaian": x.desimal, "capaian_program": desimal_setelan(buku, "DesimalCapaian")}
            gaya, dalam = "biasa", 0
            if i < len(isi):
                letak, r = isi[i]
                nilai |= _program(buku, letak, r)
                gaya, dalam = rupa(r["level"]), dalam_level(r["level"])
            perakit.tambah(BarisRingkas(nilai, gaya, desimal, inden=dalam), sasaran=x.sasaran, indikator=x.kode)
    kolom = [
        KolomRingkas("sasaran", "Sasaran", lebar=LEBAR_SASARAN),
        KolomRingkas("indikator", "Indikator Sasaran", lebar=28, tetap=True),
        KolomRingkas("capaian", "Capaian (%)", "persen", LEBAR_ANGKA, desimal=2),
        KolomRingkas("level", "Level", "pilihan", 12, kelompok="Program / Kegiatan"),
        KolomRingkas("nama", "Nama", lebar=42, kelompok="Program / Kegiatan", inden=True),
        KolomRingkas("indikator_program", "Indikator", lebar=34, kelompok="Program / Kegiatan"),
        KolomRingkas("capaian_program", "Capaian (%)", "persen", LEBAR_ANGKA, kelompok="Program / Kegiatan", desimal=2),
        KolomRingkas("anggaran", "Anggaran (Rp)", "rupiah", LEBAR_RUPIAH, kelompok="Program / Kegiatan", desimal=0),
        KolomRingkas("menunjang", "Menunjang / Tidak Menunjang", "pilihan", 14),
        KolomRingkas("keterangan", "Keterangan", lebar=20),
    ]
    return perakit.jadi(
        buku,
        LEMBAR,
        kolom,
        sumber=sumber(buku, "penunjang", "anggaran", "pengukuran"),
        satuan="rupiah, capaian dalam persen",
    )


def _indikator(kode: str, terukur: Sequence[Indikator], kamus: Mapping[str, Indikator]) -> list[Indikator]:
    """The indicator of a kode, or the measured indicators of a sasaran's kode."""
    tepat = [x for x in terukur if x.kunci == kode]
    if tepat:
        return tepat[:1]
    if kode in kamus:
        return [kamus[kode]]
    anggota = [x for x in terukur if kunci_teks(x.sasaran) == kode]
    return anggota or [x for x in kamus.values() if kunci_teks(x.sasaran) == kode]


def _program(buku: BukuKerja, letak: int | None, r: dict[str, Nilai]) -> dict[str, Nilai]:
    nilai: dict[str, Nilai] = {"level": r["level"], "nama": r["nama"], "keterangan": r["keterangan"]}
    nilai["menunjang"] = MENUNJANG.get(str(r["menunjang"]), r["menunjang"])
    if letak is not None:
        p = nilai_program(buku, letak)
        nilai |= {"indikator_program": p["indikator"], "capaian_program": p["capaian"], "anggaran": p["pagu"]}
    return nilai
