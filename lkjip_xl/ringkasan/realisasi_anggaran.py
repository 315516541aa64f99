"""Realisasi Anggaran: pagu, realisasi and serapan of every programme, activity and sub-activity, with the total."""

from __future__ import annotations

from lkjip_xl.ringkasan.alokasi import Alokasi, Rupiah, alokasi
from lkjip_xl.ringkasan.desimal import desimal_nilai, desimal_setelan
from lkjip_xl.ringkasan.indikator import kategori
from lkjip_xl.ringkasan.kepala import kepala_tabel, sumber
from lkjip_xl.ringkasan.model import BarisRingkas, KolomRingkas, TabelRingkas
from lkjip_xl.ringkasan.perakit import LEBAR_RUPIAH, Perakit
from lkjip_xl.ringkasan.program import desimal_persen, inden, nilai_program, nomor_program, rupa
from lkjip_xl.tabel.model import BukuKerja, Nilai
from lkjip_xl.tabel.per_buku import per_buku

LEMBAR = "Realisasi Anggaran"
SEBAB = "penyebab_sisa"
SEBAB_DALAM_TEKS = 12  # reasons the text lists; more of them are a column of the table


@per_buku
def realisasi_anggaran(buku: BukuKerja) -> TabelRingkas:
    """One row per row of Anggaran in its order, and a total in which every programme counts once; Rp and percent."""
    a = alokasi(buku)
    t = buku["anggaran"]
    nomor = nomor_program(buku)
    dalam = inden(r["level"] for r in a.baris.values())
    perakit = Perakit()
    for b, r in a.baris.items():
        nilai = nilai_program(buku, b) | {"no": nomor[b]}
        nilai["kategori"] = kategori_serapan(buku, nilai["serapan"])
        nilai |= {k: r[k] for k in ("kode", "bidang", "sumber_dana", "volume", "satuan_volume", "fisik", SEBAB)}
        semua = {k: desimal_nilai(t, b, k, r[k]) for k in ("volume", "fisik")}
        desimal = desimal_persen(buku) | {k: d for k, d in semua.items() if d is not None}
        perakit.tambah(BarisRingkas(nilai, rupa(r["level"]), desimal, inden=dalam(r["level"])))
    if a.baris:
        perakit.tambah(_jumlah(buku, a))
    kolom = [
        KolomRingkas("no", "No", "pilihan", 7),
        KolomRingkas("kode", "Kode", lebar=17),
        KolomRingkas("nama", "Program / Kegiatan / Subkegiatan", lebar=45, tetap=True, inden=True),
        KolomRingkas("bidang", "Bidang Pengampu", lebar=24),
        KolomRingkas("sumber_dana", "Sumber Dana", "pilihan", 12),
        KolomRingkas("volume", "Volume", "angka", 9, kelompok="Keluaran"),
        KolomRingkas("satuan_volume", "Satuan", lebar=13, kelompok="Keluaran"),
        KolomRingkas("fisik", "Fisik (%)", "persen", 9, kelompok="Keluaran"),
        KolomRingkas("pagu", "Anggaran (Rp)", "rupiah", LEBAR_RUPIAH, desimal=0),
        KolomRingkas("realisasi_rp", "Realisasi (Rp)", "rupiah", LEBAR_RUPIAH, desimal=0),
        KolomRingkas("serapan", "Serapan (%)", "persen", 10, desimal=2),
        KolomRingkas("kategori", kepala_tabel(buku, LEMBAR).label_kategori, "pilihan", 16),
        KolomRingkas("sisa", "Sisa (Rp)", "rupiah", LEBAR_RUPIAH, desimal=0),
        KolomRingkas(SEBAB, "Penyebab Sisa", lebar=30, tambahan=len(sebab_sisa(buku)) <= SEBAB_DALAM_TEKS),
    ]
    return perakit.jadi(
        buku,
        LEMBAR,
        kolom,
        sumber=sumber(buku, "anggaran"),
        satuan="anggaran dalam rupiah; serapan dan keluaran fisik, bila ada, dalam persen",
        catatan=("Jumlah: tiap program dihitung satu kali.",) if a.baris else (),
    )


def sebab_sisa(buku: BukuKerja) -> list[tuple[Nilai, Nilai, str]]:
    """Name, remainder and the reason for it of every row of Anggaran that gives one."""
    semua = ((b, r[SEBAB]) for b, r in alokasi(buku).baris.items())
    return [(p["nama"], p["sisa"], s) for b, s in semua if isinstance(s, str) and (p := nilai_program(buku, b))]


def _jumlah(buku: BukuKerja, a: Alokasi) -> BarisRingkas:
    rp: Rupiah = a.rupiah(a.program())
    nilai: dict[str, Nilai] = {"nama": "Jumlah", "pagu": rp.pagu, "realisasi_rp": rp.realisasi}
    nilai |= {"serapan": rp.serapan, "kategori": kategori_serapan(buku, rp.serapan), "sisa": rp.sisa}
    return BarisRingkas(nilai, "jumlah", desimal_persen(buku))


def kategori_serapan(buku: BukuKerja, serapan: Nilai) -> Nilai:
    """Category of a serapan as shown, where Pengaturan names a scale for it."""
    skala = buku.setelan.get("SkalaSerapan")
    return None if skala is None else kategori(buku, serapan, desimal_setelan(buku, "DesimalSerapan"), skala)
