"""Columns of the small tables of Data Pendukung that follow from others of their row: a row that does not do as the other rows do."""

from __future__ import annotations

from lkjip_xl.inti.bacaan import Bacaan
from lkjip_xl.inti.jumlah import baris_jumlah
from lkjip_xl.inti.kunci import kunci_teks
from lkjip_xl.inti.rumus import bulat
from lkjip_xl.skema.perlu import perlu
from lkjip_xl.tabel.model import BukuKerja
from lkjip_xl.tabel.tabel_bebas import ISI, ISI_KOLOM, JUMLAH, KEPALA, TabelBebas
from lkjip_xl.validasi.aturan.data_pendukung import LEMBAR, TabelDukung, tabel_dukung
from lkjip_xl.validasi.aturan.hubungan_kolom import hubungan_terbukti, sebut_kolom
from lkjip_xl.validasi.aturan.pelapor import Pelapor
from lkjip_xl.validasi.aturan.penelusur import Rujukan
from lkjip_xl.validasi.aturan.registri import aturan

LABEL, KOLOM = ISI_KOLOM[0], ISI_KOLOM[1:]


@aturan(kode=("DP-06",), lembar=(LEMBAR,), baca=perlu(data_pendukung="tabel uraian ?kolom nilai"))
def hubungan_data_pendukung(buku: BukuKerja, lapor: Pelapor) -> None:
    """Kolom Data Pendukung yang di baris lain mengikuti kolom lain tabelnya (persen, jumlah, bobot × nilai) mengikutinya di semua baris."""
    for t in tabel_dukung(lapor):
        if 1 < len(t.kolom) <= len(KOLOM):
            _periksa(lapor, t)


def _periksa(lapor: Pelapor, t: TabelDukung) -> None:
    """One small table as the free table it would be: a row for each label, its columns in the order of the sheet."""
    isi = lapor.jejak.baris(LEMBAR)
    huruf = dict(zip(t.kolom, KOLOM, strict=False))
    letak = {(n, huruf[kunci_teks(isi[b]["kolom"])]): b for n, semua in enumerate(t.baris.values(), 1) for b in semua}
    bebas = TabelBebas(t.nama, "", [(0, KEPALA, {LABEL: "", **{h: str(isi[t.kolom[k][0]]["kolom"] or "") for k, h in huruf.items()}})])  # fmt: skip
    angka: dict[str, dict[int, Bacaan]] = {}
    for n, (label, semua) in enumerate(t.baris.items(), 1):
        bebas.baris.append((n, JUMLAH if baris_jumlah(label) else ISI, {LABEL: str(isi[semua[0]]["uraian"])}))
        for h in huruf.values():
            b = letak.get((n, h))
            x = lapor.jejak.nilai(Rujukan(LEMBAR, b, "nilai")) if b is not None else None
            if b is not None and isinstance(x, float):
                bebas.baris[-1][2][h] = str(x)
                angka.setdefault(h, {})[n] = Bacaan(x, desimal=lapor.buku[LEMBAR].desimal(b, "nilai"))
    for k, h, kepala in hubungan_terbukti(bebas, angka):
        for n, harap in h.beda:
            r, *terkait = (Rujukan(LEMBAR, letak[n, x], "nilai") for x in (k, *h.masukan))
            if not any(lapor.pernah(x) for x in (r, *terkait)):
                lapor(
                    "DP-06", r, seharusnya=bulat(harap, 2), terkait=terkait, tabel=t.nama, asal=sebut_kolom(kepala, h)
                )
