"""Free tables about one indicator with a row for each year: figures that differ from the sheet that has that year."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lkjip_xl.inti.kunci import kunci_nama, kunci_teks
from lkjip_xl.tabel.model import BukuKerja
from lkjip_xl.tabel.tabel_bebas import ID_BEBAS, TabelBebas, angka_kolom, daftar_tabel_bebas
from lkjip_xl.validasi.aturan.angka_naskah import disebut, nama_indikator
from lkjip_xl.validasi.aturan.hubungan_tahun import baris_tahun
from lkjip_xl.validasi.aturan.pelapor import Pelapor
from lkjip_xl.validasi.aturan.penelusur import Rujukan
from lkjip_xl.validasi.aturan.registri import aturan
from lkjip_xl.validasi.aturan.tabel_bebas_silang import (
    BACA_INDIKATOR,
    BUKTI,
    MILIK_LAIN,
    REALISASI,
    Deret,
    banding,
    deret_angka,
    dikenal,
    jenis_kepala,
)

INDIKATOR, TAHUN = "indikator", "tahun"
_TANPA_ISI = re.compile(r"(?:\s|nilai|angka|hasil|skor|capaian)*")


@aturan(kode=("TB-21",), lembar=(ID_BEBAS,), baca=BACA_INDIKATOR)
def tahun_tercetak_lagi(buku: BukuKerja, lapor: Pelapor) -> None:
    """Tabel bebas tentang satu indikator dengan satu baris per tahun sama dengan lembar tahun itu, bila tahun lainnya sama."""
    tabel = [(t, tahun) for t in daftar_tabel_bebas(buku) if len(tahun := baris_tahun(t)) > BUKTI]
    nama = nama_indikator(buku) if tabel else {}
    deret = deret_angka(buku) if tabel else ()
    for t, tahun in tabel:
        baris = {b: (TAHUN, str(n)) for b, (n, _) in tahun.items()}
        kode = INDIKATOR, disebut(t.judul, nama)
        milik = [d for d in reversed(deret) if kode in d.sel]
        for k, semua in angka_kolom(buku, t).items() if milik else ():
            jenis = _jenis(t, k, nama, kode[1])
            bertahun = Deret(jenis, None, {(TAHUN, str(d.tahun)): d.sel[kode] for d in milik if d.jenis == jenis})
            sama, beda = banding(lapor, bertahun, {b: x for b, x in semua.items() if b in baris}, baris)
            baru = [x for x in beda if not dikenal(lapor, x[1])]
            if sama >= BUKTI and len(baru) == 1:  # the one year that differs where all others that are known agree
                b, r, harap = baru[0]
                lapor("TB-21", Rujukan(ID_BEBAS, b, k), seharusnya=harap, terkait=[r], sumber=lapor.sebut(r))


def _jenis(t: TabelBebas, k: str, nama: Mapping[str, str], kode: str) -> str:
    """What kind of figure a column holds, "" where its header does not tell; under the indicator's name stands its result."""
    kepala = kunci_teks(t.kepala(k))
    jenis = jenis_kepala(kepala)
    bernama = [n for n, milik in nama.items() if milik == kode and kunci_nama(n) in kunci_nama(kepala)]
    if not jenis and any(_TANPA_ISI.fullmatch(kunci_nama(kepala).replace(kunci_nama(n), "")) for n in bernama):
        return REALISASI
    return jenis.pop() if len(jenis) == 1 and not MILIK_LAIN.search(kepala) else ""
