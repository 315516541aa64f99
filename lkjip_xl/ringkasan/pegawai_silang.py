"""Staff by two things at once: positions down, ranks or education across."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lkjip_xl.inti.jumlah import baris_jumlah
from lkjip_xl.inti.kunci import kunci_teks
from lkjip_xl.ringkasan.kepala import sumber
from lkjip_xl.ringkasan.model import BarisRingkas, KolomRingkas, TabelRingkas
from lkjip_xl.tabel.model import BukuKerja, Nilai

SILANG = (("golongan", "Pangkat/Golongan"), ("pendidikan", "Pendidikan"))
RINCI = ("laki_laki", "perempuan", "kebutuhan")  # columns a crosstab has no room for
BEBERAPA = 2
JUMLAH = "Jumlah"


def pegawai_silang(buku: BukuKerja, rekaman: Sequence[Mapping[str, Nilai]], sebutan: str) -> list[TabelRingkas]:
    """Crosstabs of the rows of one dimensi; none where each of its items stands once, or the rows say more than one count."""
    isi = [r for r in rekaman if not baris_jumlah(r["uraian"])]
    uraian = {kunci_teks(r["uraian"]): str(r["uraian"]) for r in isi if r["uraian"] is not None}
    if len(uraian) in (0, len(isi)) or any(r[k] is not None for r in isi for k in RINCI):
        return []
    if not all(isinstance(r["jumlah"], (int, float)) for r in isi):
        return []
    hasil = []
    for kolom, judul in SILANG:
        lajur = {kunci_teks(r[kolom]): str(r[kolom]) for r in isi if r[kolom] is not None}
        if len(lajur) >= BEBERAPA and all(r[kolom] is not None for r in isi):
            hasil.append(_silang(buku, isi, (kolom, f"Pegawai menurut {sebutan} dan {judul}"), (uraian, lajur)))
    return hasil


def _silang(
    buku: BukuKerja,
    isi: Sequence[Mapping[str, Nilai]],
    kolom: tuple[str, str],
    nama: tuple[dict[str, str], dict[str, str]],
) -> TabelRingkas:
    hitung: dict[str, dict[str, Nilai]] = {u: {"uraian": teks} for u, teks in nama[0].items()}
    total: dict[str, Nilai] = {"uraian": JUMLAH}
    for r in isi:
        n = r["jumlah"]
        for milik in (hitung[kunci_teks(r["uraian"])], total):
            for k in (kunci_teks(r[kolom[0]]), JUMLAH):
                dulu = milik.get(k)
                milik[k] = (dulu if isinstance(dulu, (int, float)) else 0.0) + (
                    n if isinstance(n, (int, float)) else 0.0
                )
    lajur = [KolomRingkas(k, teks, "pilihan", 10, desimal=0) for k, teks in nama[1].items()]
    return TabelRingkas(
        lembar=buku["pegawai"].lembar, nomor="", judul=kolom[1], sumber=sumber(buku, "pegawai"), satuan="orang", catatan=(),
        kolom=(KolomRingkas("uraian", "Uraian", lebar=26), *lajur, KolomRingkas(JUMLAH, JUMLAH, "angka", 9, desimal=0)),
        baris=(*map(BarisRingkas, hitung.values()), BarisRingkas(total, "jumlah")),
    )  # fmt: skip
