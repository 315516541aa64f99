"""Rows of a free table that follow from those above them, column by column: Target, Realisasi, Capaian for each quarter or year."""

from __future__ import annotations

import re

from lkjip_xl.inti.bacaan import NAMA_BULAN, Bacaan
from lkjip_xl.inti.kunci import kunci_teks
from lkjip_xl.inti.periode import ANGKA_TAHUN
from lkjip_xl.inti.rumus import bulat
from lkjip_xl.skema.perlu import perlu
from lkjip_xl.tabel.model import BukuKerja
from lkjip_xl.tabel.tabel_bebas import ID_BEBAS, ISI, ISI_KOLOM, KEPALA, TabelBebas, angka_kolom, daftar_tabel_bebas
from lkjip_xl.validasi.aturan.hubungan_kolom import hubungan_terbukti, sebut_kolom
from lkjip_xl.validasi.aturan.pelapor import Pelapor
from lkjip_xl.validasi.aturan.penelusur import Rujukan
from lkjip_xl.validasi.aturan.registri import aturan

LABEL, KOLOM = ISI_KOLOM[0], ISI_KOLOM[1:]
# columns that hold the same for another time; beside them stand changes, means and totals of the row
WAKTU = re.compile(
    rf"(?:s\.?/?d\.? ?)?(?:tahun )?(?:{ANGKA_TAHUN}|(?:tw|triwulan|semester|smt?|q|y)\.?[ -]?(?:iv|i{{1,3}}|\d{{1,2}}))(?: {ANGKA_TAHUN})?\*?|"
    + "|".join(NAMA_BULAN)
)


@aturan(kode=("TB-24",), lembar=(ID_BEBAS,), baca=perlu(tabel_bebas="judul baris k1-10 ?bagian"))
def hubungan_antarbaris(buku: BukuKerja, lapor: Pelapor) -> None:
    """Baris tabel bebas yang di kolom lain mengikuti baris di atasnya (capaian, selisih, jumlah) mengikutinya di semua kolom."""
    for t in daftar_tabel_bebas(buku):
        if 1 < len(t.menurut(ISI)) <= len(KOLOM):
            _periksa(buku, lapor, t)


def _periksa(buku: BukuKerja, lapor: Pelapor, t: TabelBebas) -> None:
    """One table as it would be with its rows for columns."""
    huruf = {b: h for (b, _), h in zip(t.menurut(ISI), KOLOM, strict=False)}
    nama = {huruf[b]: next((x for x in isi.values() if any(c.isalpha() for c in x)), "") for b, isi in t.menurut(ISI)}
    putar = TabelBebas(t.judul, "", [(0, KEPALA, {LABEL: "", **nama})])
    angka: dict[str, dict[int, Bacaan]] = {}
    asli = angka_kolom(buku, t)
    for n, k in enumerate(ISI_KOLOM, 1):
        isi = {huruf[b]: x for b, x in asli.get(k, {}).items() if b in huruf}
        if len(isi) > 1 and WAKTU.fullmatch(kunci_teks(t.kepala(k))):
            putar.baris.append((n, ISI, {LABEL: t.kepala(k), **{h: str(x.nilai) for h, x in isi.items()}}))
            for h, x in isi.items():
                angka.setdefault(h, {})[n] = x
    letak = {h: b for b, h in huruf.items()}
    for h, hubungan, kepala in hubungan_terbukti(putar, angka):
        for n, harap in hubungan.beda:
            r, *terkait = (Rujukan(ID_BEBAS, letak[x], ISI_KOLOM[n - 1]) for x in (h, *hubungan.masukan))
            if not any(lapor.pernah(x) for x in (r, *terkait)):
                lapor("TB-24", r, seharusnya=bulat(harap, 2), terkait=terkait, asal=sebut_kolom(kepala, hubungan))
