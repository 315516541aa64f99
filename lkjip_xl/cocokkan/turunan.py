"""Does a computed figure of an outside row follow from the figures beside it there? Then it is no mistake of its own."""

from __future__ import annotations

from collections.abc import Mapping

from lkjip_xl.cocokkan.sama import Penyama
from lkjip_xl.padan.model import BarisTuju
from lkjip_xl.padan.padan import Padan
from lkjip_xl.skema.ungkapan import KolomBaris, Simpul, telusuri, urai
from lkjip_xl.sumber.model import SelAsing
from lkjip_xl.tabel.model import BARIS_DATA, BukuKerja, Nilai
from lkjip_xl.validasi.aturan.selang import Selang, cetak, hasil_tertulis, mungkin

SUMBER_RINGKASAN = ("pengukuran", "anggaran")
MASUKAN_MAKS = 6  # inputs of a formula tried at all their ends


class Turunan:
    """The formulas of a sheet's columns, tried on what an outside row prints."""

    def __init__(self, buku: BukuKerja, p: Padan, penyama: Penyama) -> None:
        self._buku, self._p, self._penyama = buku, p, penyama
        milik = next((i for i, t in buku.tabel.items() if t.lembar == p.tujuan.lembar), None)
        self._milik = milik
        self._rumus: dict[str, tuple[str, Simpul]] = {}
        for i in (milik,) if milik else SUMBER_RINGKASAN:
            for k in buku[i].skema.kolom.values() if i in buku.tabel else ():
                if k.rumus and k.nama in p.tujuan.kolom:
                    self._rumus[k.nama] = (i, urai(k.rumus))

    def mengikuti(self, isi: Mapping[int, SelAsing], t: BarisTuju, nama: str) -> bool:
        """Can the printed result come from what is printed beside it? Yes, too, where nobody can tell."""
        nomor = {n: k for k, n in self._p.kolom.items()}
        tertulis = self._tertulis(isi, nomor, nama)
        if nama not in self._rumus or tertulis is None:
            return True
        lembar, rumus = self._rumus[nama]
        masukan = list(dict.fromkeys(x.nama for x in telusuri(rumus) if isinstance(x, KolomBaris)))
        nilai = [self._masukan(isi, nomor, t, n) for n in masukan]
        if len(masukan) > MASUKAN_MAKS or (self._milik is None and any(x is None for x in nilai)):
            return True
        baris = max(0, t.nomor - BARIS_DATA)

        def hitung(*x: Nilai) -> Nilai:
            ganti = {n: v for n, v in zip(masukan, x, strict=True) if n in self._p.tujuan.kolom}
            return self._buku.penilai.fungsi(rumus, lembar, ganti)(baris)

        return mungkin(tertulis, hitung, nilai)

    def _tertulis(self, isi: Mapping[int, SelAsing], nomor: Mapping[str, int], nama: str) -> Selang | None:
        k = nomor.get(nama)
        if k is None or k not in isi:
            return None
        c = self._p.tujuan.kolom[nama]
        b = self._penyama.bacaan(self._p.menurut_nomor[k], isi[k], c)
        if b.nilai is None:
            return None
        return cetak(b.nilai, 0) if c.tipe == "rupiah" else hasil_tertulis(b.nilai, b.desimal)

    def _masukan(
        self, isi: Mapping[int, SelAsing], nomor: Mapping[str, int], t: BarisTuju, nama: str
    ) -> Selang | Nilai:
        """What the outside row prints for an input; where it prints none, what the sheet has."""
        if nama not in self._p.tujuan.kolom:
            return None
        tertulis = self._tertulis(isi, nomor, nama) if not self._p.tujuan.kolom[nama].teks else None
        return t.isi(nama) if tertulis is None else tertulis
