"""Means of the capaian of indicators in a free table that has no other figures, by which their method could be told."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lkjip_xl.inti.kunci import kunci_nama, kunci_teks
from lkjip_xl.inti.rumus import bulat
from lkjip_xl.ringkasan.indikator import Indikator, kamus_indikator
from lkjip_xl.skema.perlu import perlu
from lkjip_xl.tabel.model import BukuKerja
from lkjip_xl.tabel.tabel_bebas import ID_BEBAS, ISI, TabelBebas, angka_kolom, daftar_tabel_bebas
from lkjip_xl.validasi.aturan.bawah_tabel import rata_lazim
from lkjip_xl.validasi.aturan.pelapor import Pelapor
from lkjip_xl.validasi.aturan.penelusur import Rujukan
from lkjip_xl.validasi.aturan.rata_persen import nilai_rata
from lkjip_xl.validasi.aturan.registri import aturan
from lkjip_xl.validasi.aturan.rincian_jumlah import SEDIKITNYA
from lkjip_xl.validasi.aturan.tabel_bebas import angka_tercetak, isi_rata

_CAPAIAN = re.compile(r"\bcapaian\b(?!.*\b(?:serapan|anggaran|bobot|tertimbang)\b)")


@aturan(
    kode=("TB-12",),
    lembar=(ID_BEBAS, "indikator"),
    baca=perlu(
        tabel_bebas="judul baris k1-10 ?bagian",
        indikator="kode jenjang pernyataan =pernyataan_lengkap indikator satuan arah iku sifat ?desimal",
        pengaturan="?desimal_capaian",
    ),
)
def rata_capaian_indikator(buku: BukuKerja, lapor: Pelapor) -> None:
    """Rata-rata capaian indikator di tabel bebas dihitung dengan salah satu cara yang lazim."""
    tabel = [t for t in daftar_tabel_bebas(buku) if isi_rata(t)[2]]
    nama = {kunci_nama(i.nama): i for i in kamus_indikator(buku).values() if i.nama} if tabel else {}
    for t in tabel:
        milik = {b: i for b, isi in t.menurut(ISI) for x in isi.values() if (i := nama.get(kunci_nama(x))) is not None}
        if milik:
            _periksa(buku, lapor, t, milik)


def _periksa(buku: BukuKerja, lapor: Pelapor, t: TabelBebas, milik: Mapping[int, Indikator]) -> None:
    """A table whose rows above the mean are all indicators the workbook knows."""
    angka = angka_tercetak(angka_kolom(buku, t))
    rincian, jumlah, semua = isi_rata(t)
    for k, isi in angka.items() if len(angka) == 1 else ():
        for b in semua if _CAPAIAN.search(kunci_teks(t.kepala(k))) else ():
            r, atas = Rujukan(ID_BEBAS, b, k), [x for x in rincian if x < b and x in isi]
            sebagian = any(x not in milik for x in atas) or any(j < b for j in jumlah)
            if b not in isi or len(atas) <= SEDIKITNYA or sebagian or lapor.pernah(r):
                continue
            if not rata_lazim(isi, {x: milik[x] for x in atas}, isi[b], len(rincian)):
                terkait = [Rujukan(ID_BEBAS, x, k) for x in atas]
                lapor("TB-12", r, seharusnya=bulat(nilai_rata([isi[x] for x in atas]), 2), terkait=terkait)
