"""Kemajuan Renstra: this year's realisasi against the target at the end of the Renstra."""

from __future__ import annotations

from collections.abc import Sequence

from lkjip_xl.inti.fungsi import Galat
from lkjip_xl.ringkasan.desimal import beda_tampak, desimal_nilai, desimal_renstra
from lkjip_xl.ringkasan.indikator import daftar_indikator, nilai_tampak, per_jenjang
from lkjip_xl.ringkasan.kepala import sumber, tahun_laporan
from lkjip_xl.ringkasan.kumulatif import kumulatif
from lkjip_xl.ringkasan.model import BarisRingkas, KolomRingkas, TabelRingkas, berisi
from lkjip_xl.ringkasan.perakit import (
    LEBAR_ANGKA,
    Perakit,
    catatan_tahun_data,
    desimal_terukur,
    identitas,
    kolom_identitas,
    tanda_sementara,
    terukur,
)
from lkjip_xl.ringkasan.poin import capaian_pasangan
from lkjip_xl.tabel.model import BukuKerja, Nilai
from lkjip_xl.tabel.per_buku import per_buku

LEMBAR = "Kemajuan Renstra"
SEBAB_KOSONG = "sebab_kosong"  # of a row: why it has no progress; never printed
CATATAN = "Tingkat kemajuan: realisasi terhadap target akhir Renstra dengan rumus capaian menurut arah indikator."


@per_buku
def kemajuan_renstra(buku: BukuKerja) -> TabelRingkas:
    """One row per measured indicator that has an end target in the sheet Renstra; kemajuan in percent."""
    renstra = {x.kunci: b for x in daftar_indikator(buku) if (b := _target_akhir(buku, x.kode)) is not None}
    indikator = [x for x in daftar_indikator(buku) if x.kunci in renstra]
    t = buku["renstra"]
    perakit = Perakit({"sasaran": ("no", "sasaran")})
    for judul, isi in per_jenjang(indikator):
        perakit.kelompok(judul)
        nomor = {s: float(i) for i, s in enumerate(dict.fromkeys(x.sasaran for x in isi), 1)}
        for x in isi:
            letak = renstra[x.kunci]
            nilai = identitas(x) | terukur(x) | {"no": nomor[x.sasaran]}
            nilai["target_akhir"] = nilai_tampak(t, letak, "target_akhir")
            jumlah = kumulatif(buku, x, letak)
            if jumlah is None:
                nilai["kemajuan"] = capaian_pasangan(buku, x, nilai["target_akhir"], x.tampak("realisasi", x.realisasi))
            else:
                nilai |= {"kumulatif": jumlah.realisasi, "target_akhir": jumlah.target}
                nilai["kemajuan"] = capaian_pasangan(buku, x, jumlah.target, jumlah.realisasi)
                if nilai["kemajuan"] is None:
                    nilai[SEBAB_KOSONG] = "kurang"
            if isinstance(nilai["kemajuan"], Galat):  # nobody can type one in its place
                nilai |= {"kemajuan": None, SEBAB_KOSONG: "tanpa_hasil"}
            desimal = desimal_terukur(x) | {"kemajuan": x.desimal}
            banyak = _desimal_akhir(buku, letak)
            if banyak is not None:
                desimal["target_akhir"] = banyak
            if x.desimal_realisasi is not None:
                desimal["kumulatif"] = x.desimal_realisasi
            hasil = "realisasi" if jumlah is None else "kumulatif"
            beda = beda_tampak(nilai[hasil], desimal.get(hasil), nilai["target_akhir"], desimal.get("target_akhir"))
            if beda is not None:
                nilai["kesenjangan"], desimal["kesenjangan"] = beda
            perakit.tambah(BarisRingkas(nilai, desimal=desimal, sementara=tanda_sementara(x)), sasaran=x.sasaran)
    tahun, tahun_akhir = tahun_laporan(buku), _tahun_akhir(buku)
    kolom = [
        KolomRingkas("no", "No", "pilihan", 5),
        *kolom_identitas(indikator),
        KolomRingkas("target", f"Target {tahun}", "angka", LEBAR_ANGKA),
        KolomRingkas("realisasi", f"Realisasi {tahun}", "angka", LEBAR_ANGKA),
        KolomRingkas("capaian", f"Capaian {tahun} (%)", "persen", LEBAR_ANGKA, desimal=2),
        KolomRingkas("kumulatif", f"Realisasi s.d. {tahun}", "angka", LEBAR_ANGKA),
        KolomRingkas(
            "target_akhir", "Target Akhir Renstra" + (f" {tahun_akhir:.0f}" if tahun_akhir else ""), "angka", 13
        ),
        KolomRingkas("kemajuan", "Tingkat Kemajuan (%)", "persen", 13, desimal=2),
        KolomRingkas("kesenjangan", "Kesenjangan (Realisasi − Target Akhir)", "angka", 13, tambahan=True),
    ]
    return perakit.jadi(
        buku,
        LEMBAR,
        kolom,
        sumber=sumber(buku, "pengukuran", "renstra"),
        satuan="target dan realisasi dalam satuan indikator, capaian dan kemajuan dalam persen",
        catatan=[*catatan_kemajuan(perakit.baris), *catatan_tahun_data(indikator)],
    )


def catatan_kemajuan(baris: Sequence[BarisRingkas]) -> list[str]:
    """What is said below these rows: how progress is computed, and why it is missing where a figure says nothing of it."""
    hasil = [CATATAN] if berisi(baris, "kemajuan") else []
    kosong = {b.nilai.get(SEBAB_KOSONG) for b in baris}
    if any("kumulatif" in b.nilai for b in baris):
        hasil.append("Indikator bersifat jumlah: Σ realisasi sejak awal Renstra terhadap Σ target semua tahun Renstra.")
    if "kurang" in kosong:
        hasil.append(
            "Kemajuan yang kosong: realisasi atau target salah satu tahun Renstra belum terisi (Riwayat, Renstra)."
        )
    if "tanpa_hasil" in kosong:
        hasil.append("Kemajuan yang kosong: tidak dapat dihitung terhadap target akhir nol atau negatif.")
    return hasil


def _target_akhir(buku: BukuKerja, kode: str) -> int | None:
    """The first row of an indicator in Renstra that has an end target."""
    semua = buku.indeks.semua("renstra", "kode", kode)
    return next((b for b in semua if nilai_tampak(buku["renstra"], b, "target_akhir") is not None), None)


def _tahun_akhir(buku: BukuKerja) -> Nilai:
    tahun = (buku.setelan.get(nama) for nama in ("TahunTargetAkhir", "TahunRenstraAkhir"))
    return next((x for x in tahun if isinstance(x, float)), None)


def _desimal_akhir(buku: BukuKerja, letak: int) -> int | None:
    """Decimals of the end target: as typed, there or in the year column it is inherited from."""
    t = buku["renstra"]
    if t.desimal(letak, "target_akhir") is None:
        tahu = desimal_renstra(buku, letak, _tahun_akhir(buku))
        if tahu is not None:
            return tahu
    return desimal_nilai(t, letak, "target_akhir", t.nilai(letak, "target_akhir"))
