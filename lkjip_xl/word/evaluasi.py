"""The evaluation of the accountability system: its result and what was done about it, in the chapter Pengaturan asks for."""

from __future__ import annotations

from collections.abc import Iterator

from lkjip_xl.inti.kunci import kunci_teks
from lkjip_xl.skema.kalimat import kalimat
from lkjip_xl.skema.perlu import punya
from lkjip_xl.word.bahan import Bahan, teks_nilai, terisi
from lkjip_xl.word.bilangan import ada, hitungan, persen
from lkjip_xl.word.naskah import Balok, Judul, Paragraf, Tabel
from lkjip_xl.word.tabel_masukan import tabel_masukan

BAB_SATU = "Bab I"  # the choice of Pengaturan for the first chapter; the third without one
JUDUL = "Tindak Lanjut Hasil Evaluasi"


def ada_evaluasi(b: Bahan, *, bab_satu: bool) -> bool:
    """Does the workbook have any, to be told in this chapter?"""
    di_sini = (b.teks("LetakEvaluasi") == BAB_SATU) == bab_satu
    return di_sini and bool(b.rekaman("lhe_nilai") or b.rekaman("lhe_rekomendasi"))


def evaluasi(b: Bahan, huruf: str) -> Iterator[Balok]:
    """Result and follow-up, below a heading of its own."""
    nilai, rekomendasi = b.rekaman("lhe_nilai"), b.rekaman("lhe_rekomendasi")
    yield Judul(f"{huruf}. {JUDUL}", 2)
    if nilai:
        jumlah = [r for r in nilai if ada(r["bobot"]) and r["bobot"] == 100 and ada(r["nilai"])]
        hasil = []
        for r in jumlah:
            predikat = kalimat("evaluasi.predikat", predikat=str(r["predikat"])) if terisi(r["predikat"]) else ""
            isi = {"tahun": teks_nilai(r["tahun"] or b.tahun), "nilai": persen(r["nilai"], 2), "predikat": predikat}
            hasil.append(kalimat("evaluasi.nilai", **isi))
        if hasil:
            yield Paragraf(" ".join(hasil))
        yield Tabel(tabel_masukan(b, "lhe_nilai", "Hasil Evaluasi Akuntabilitas Kinerja"))
    if rekomendasi:
        selesai = sum(kunci_teks(r["status"]) == "selesai" for r in rekomendasi)
        # a status nobody filled in says nothing, least of all that none is settled
        if punya(b.buku.skema, "lhe_rekomendasi", "status") and any(terisi(r["status"]) for r in rekomendasi):
            yield Paragraf(_rekomendasi(len(rekomendasi), selesai))
        yield Tabel(tabel_masukan(b, "lhe_rekomendasi", "Tindak Lanjut Rekomendasi Hasil Evaluasi"))


def _rekomendasi(banyak: int, selesai: int) -> str:
    """How many of the recommendations are settled."""
    if selesai in (0, banyak):
        return kalimat(f"evaluasi.rekomendasi_{'semua' if selesai else 'belum'}", jumlah=hitungan(banyak))
    return kalimat("evaluasi.rekomendasi", jumlah=hitungan(banyak), selesai=hitungan(selesai))
