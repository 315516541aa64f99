"""Rules of targets that are words or bounds: their scale exists, and what was to be computed from them can be."""

from __future__ import annotations

from lkjip_xl.inti.angka import baca_rentang, tulis
from lkjip_xl.inti.bentuk_lain import baca_batas
from lkjip_xl.inti.pilihan import Arah, Cara, arah_sel
from lkjip_xl.inti.temuan import Tingkat
from lkjip_xl.skema.perlu import perlu
from lkjip_xl.skema.ungkapan import KolomBaris
from lkjip_xl.tabel.model import BukuKerja
from lkjip_xl.validasi.aturan.nama import tidak_dikenal
from lkjip_xl.validasi.aturan.pelapor import Pelapor
from lkjip_xl.validasi.aturan.penelusur import Rujukan
from lkjip_xl.validasi.aturan.registri import aturan


@aturan(kode=("SK-07",), lembar=("indikator",), baca=perlu(indikator="skala_predikat", predikat="?skala"))
def skala_predikat_ada(buku: BukuKerja, lapor: Pelapor) -> None:
    """Skala predikat yang dipilih indikator ada di lembar Skala Predikat."""
    for r, maksud in tidak_dikenal(lapor, [("predikat", "skala")], [("indikator", "skala_predikat")]):
        lapor("SK-07", r, usul=maksud)


@aturan(
    kode=("PG-13", "PG-14"),
    baca=perlu(
        pengukuran="?capaian ?target ?realisasi ?arah ?cara ?poin_target",
        triwulan="?capaian ?target ?realisasi ?arah ?cara ?poin_target",
        riwayat="?capaian_1-3 ?target_1-3 ?realisasi_1-3 ?arah ?cara ?poin_target_1-3",
    ),
)
def kata_dan_batas_terukur(buku: BukuKerja, lapor: Pelapor) -> None:
    """Batas yang dihitung menurut rumus sejalan dengan arahnya; predikat yang berpoin dibandingkan dengan predikat."""
    for lembar, akhiran in (("pengukuran", ""), ("triwulan", ""), *(("riwayat", f"_{k}") for k in (1, 2, 3))):
        t = buku[lembar]
        if not t.ada or f"target{akhiran}" not in t.skema.kolom:  # a region's schema may do without it
            continue
        tingkat = Tingkat.CATATAN if lembar == "riwayat" else None  # that document is issued
        for b, isi in lapor.jejak.baris(lembar).items():
            r = Rujukan(lembar, b, f"target{akhiran}")
            capaian, realisasi = f"capaian{akhiran}", f"realisasi{akhiran}"
            if not isinstance(isi[realisasi], float) or not t.berumus(b, capaian) or t.harap(b, capaian) is not None:
                continue
            teks = lapor.jejak.hitung(KolomBaris(r.kolom), r)
            terkait = [Rujukan(lembar, b, realisasi)]
            batas = baca_batas(teks) if isinstance(teks, str) else None
            if isinstance(isi[f"poin_target{akhiran}"], float):
                lapor("PG-14", r, nilai=teks, terkait=terkait, tingkat=tingkat, realisasi=isi[realisasi])
            elif (
                batas is not None
                and isi["cara"] == Cara.RUMUS
                and not batas.searah(arah := arah_sel(isi["arah"]) or Arah.NAIK)
            ):
                lapor("PG-13", r, nilai=teks, terkait=terkait, tingkat=tingkat, arah=arah.value)


@aturan(
    kode=("AN-02",),
    lembar=("indikator",),
    baca=perlu(indikator="kode arah", renstra="?kode ?target_1-6 ?target_akhir", pk="?kode ?target"),
)
def rentang_terbalik(buku: BukuKerja, lapor: Pelapor) -> None:
    """Batas bawah target berentang di Renstra dan PK tidak di atas batas atasnya."""
    for lembar, kolom in (("renstra", (*(f"target_{k}" for k in range(1, 7)), "target_akhir")), ("pk", ("target",))):
        t = buku[lembar]
        for b, isi in lapor.jejak.baris(lembar).items() if t.ada else ():
            if arah_sel(buku.indeks.ambil("indikator", "kode", isi["kode"], "arah") or None) is not Arah.RENTANG:
                continue
            for k in (k for k in kolom if (b, k) in t.sel and isinstance(isi.get(k), str)):
                batas, r = baca_rentang(isi[k]), Rujukan(lembar, b, k)
                if batas is not None and batas[0] > batas[1] and not lapor.pernah(r):
                    usul = f"{tulis(batas[1])}–{tulis(batas[0])}"
                    lapor("AN-02", r, alasan="batas bawah di atas batas atas", usulan=usul)
