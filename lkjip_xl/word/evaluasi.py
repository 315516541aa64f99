"""The evaluation of the accountability system: its result and what was done about it, in the chapter Pengaturan asks for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import fsum

from lkjip_xl.inti.kunci import kunci_teks
from lkjip_xl.inti.rumus import bulat
from lkjip_xl.inti.skala import predikat_sakip
from lkjip_xl.skema.kalimat import kalimat
from lkjip_xl.skema.perlu import punya
from lkjip_xl.tabel.model import Nilai
from lkjip_xl.word.bagian import belum_ada
from lkjip_xl.word.bahan import Bahan, teks_nilai, terisi
from lkjip_xl.word.bilangan import ada, hitungan, persen
from lkjip_xl.word.naskah import Balok, Judul, Paragraf, Tabel
from lkjip_xl.word.tabel_masukan import tabel_masukan

BAB_SATU = "Bab I"  # the choice of Pengaturan for the first chapter; the third without one
DESIMAL = 2  # of a result
SELURUH = 100  # the weight of all components together
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
        hasil = _kalimat_nilai(b, list(_nilai_tahunan(nilai)))
        if hasil:
            yield Paragraf(" ".join(hasil))
        yield Tabel(tabel_masukan(b, "lhe_nilai", "Hasil Evaluasi Akuntabilitas Kinerja"))
    if rekomendasi:
        selesai = sum(kunci_teks(r["status"]) == "selesai" for r in rekomendasi)
        # a status nobody filled in says nothing, least of all that none is settled
        if punya(b.buku.skema, "lhe_rekomendasi", "status") and any(terisi(r["status"]) for r in rekomendasi):
            yield Paragraf(_rekomendasi(len(rekomendasi), selesai))
        yield Tabel(tabel_masukan(b, "lhe_rekomendasi", "Tindak Lanjut Rekomendasi Hasil Evaluasi"))
    else:
        yield from belum_ada(b, "lhe_rekomendasi", ": rekomendasi dan tindak lanjutnya.")


def _kalimat_nilai(b: Bahan, tahunan: Sequence[tuple[Nilai, float, Nilai]]) -> list[str]:
    """The result of every year from the first on, each beside that of the year before."""
    urut = [(t, x) for x in tahunan if ada(t := x[0])]
    if len(urut) == len(tahunan):
        tahunan = [x for _, x in sorted(urut, key=lambda y: y[0])]
    hasil, lalu = [], None
    for tahun, angka, predikat in tahunan:
        sebutan = kalimat("evaluasi.predikat", predikat=str(predikat)) if terisi(predikat) else ""
        isi = {"tahun": teks_nilai(tahun or b.tahun), "nilai": persen(angka, DESIMAL), "predikat": sebutan}
        if lalu is None or tahun == lalu[0]:
            hasil.append(kalimat("evaluasi.nilai", **isi))
        else:
            beda = bulat(bulat(angka, DESIMAL) - bulat(lalu[1], DESIMAL), DESIMAL)
            arah = "naik" if beda > 0 else "turun" if beda else "tetap"
            hasil.append(kalimat(f"evaluasi.nilai_{arah}", selisih=persen(abs(beda), DESIMAL), **isi))
        lalu = (tahun, angka)
    return hasil


def _nilai_tahunan(rekaman: Sequence[Mapping[str, Nilai]]) -> Iterator[tuple[Nilai, float, Nilai]]:
    """The result of every year with its predicate: as typed in the row of the whole weight, else of components that make it up."""
    for tahun in dict.fromkeys(r["tahun"] for r in rekaman):
        milik = [r for r in rekaman if r["tahun"] == tahun]
        seluruh = [(tahun, x, r["predikat"]) for r in milik if r["bobot"] == SELURUH and ada(x := r["nilai"])]
        yield from seluruh
        bobot, nilai = ([x for r in milik if ada(x := r[k])] for k in ("bobot", "nilai"))
        if not seluruh and len(nilai) == len(bobot) == len(milik) and bulat(fsum(bobot), 6) == SELURUH:
            yield tahun, (n := bulat(fsum(nilai), 6)), predikat_sakip(n)


def _rekomendasi(banyak: int, selesai: int) -> str:
    """How many of the recommendations are settled."""
    if banyak == 1:
        return kalimat(f"evaluasi.rekomendasi_satu{'' if selesai else '_belum'}", jumlah=hitungan(banyak))
    if selesai in (0, banyak):
        return kalimat(f"evaluasi.rekomendasi_{'semua' if selesai else 'belum'}", jumlah=hitungan(banyak))
    return kalimat("evaluasi.rekomendasi", jumlah=hitungan(banyak), selesai=hitungan(selesai))
