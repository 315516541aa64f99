"""The workbooks of all agencies of a region from one: what the region sets is set there, and locked in every other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from lkjip_xl.buku.galat import GalatBerkas
from lkjip_xl.buku.kunci_sel import kunci_sel
from lkjip_xl.buku.paket import Paket
from lkjip_xl.formulir.terbit import nama_berkas
from lkjip_xl.inti.temuan import Temuan
from lkjip_xl.isi import isi_sel
from lkjip_xl.rekap.aturan_daerah import ID_DAFTAR, KOLOM_DAFTAR, SETELAN
from lkjip_xl.rekap.daftar import NAMA, Opd, baca_daftar
from lkjip_xl.skema.model import Skema
from lkjip_xl.skema.pesan import buat_temuan
from lkjip_xl.tabel.hitung_buku import ID_SETELAN, ID_SKALA
from lkjip_xl.tabel.ketik import ketik
from lkjip_xl.tabel.model import BARIS_DATA, Asal, BukuKerja, SelKerja, Tabel
from lkjip_xl.tabel.muat import muat_buku
from lkjip_xl.tabel.templat_word import baca_templat, sidik_templat, tandai

AWALAN = "LKjIP"


@dataclass(slots=True)
class BukuDaerah:
    """A workbook that was made: name of its file, its agency, its bytes."""

    nama: str
    opd: str
    data: bytes = field(repr=False)


class PaketDaerah:
    """Makes the workbooks of a list from one template; raises GalatBerkas (BK-21, RK-02, RK-17, RK-18) before the first.

    temuan: what of the list is of no use (RK-21), and settings of it that could not be read (RK-19). word: the Word document
    beside the template, which belongs beside every workbook.
    """

    def __init__(self, templat: Path, daftar: Path, skema: Skema, tahun: int | None = None) -> None:
        self._skema, self._akhiran = skema, templat.suffix.lower()
        paket = Paket.buka(templat)
        buku = muat_buku(paket, skema)
        _periksa_kosong(buku, paket.nama)
        isi = baca_daftar(daftar, skema)
        self.temuan: list[Temuan] = list(isi.temuan)
        setelan = buku.setelan.get("TahunLaporan")
        self._tahun = tahun or (int(setelan) if isinstance(setelan, float) else 0)
        if not self._tahun:
            raise GalatBerkas("RK-18", berkas=paket.nama)
        kunci_sel(paket, dict(_dikunci(buku)))
        self._semula = {k: s for k, s in buku[ID_SETELAN].sel.items() if s.asal is Asal.ISIAN}
        self.word = baca_templat(templat)
        if self.word is not None:
            tandai(paket, sidik_templat(self.word))
        self._isi = paket.ke_bytes()
        self.berkas: dict[str, Opd] = {}
        for o in isi.opd:
            self.berkas[nama_berkas(o.nama, self._tahun, self.berkas, awalan=AWALAN, akhiran=self._akhiran)] = o

    def buat(self) -> Iterator[BukuDaerah]:
        """Every workbook, one at a time."""
        for nama, o in self.berkas.items():
            paket = Paket.dari_bytes(self._isi, nama)
            isi_sel(paket, {ID_SETELAN: self._setelan(o)}, self._skema)
            yield BukuDaerah(nama, o.nama, paket.ke_bytes())

    def _setelan(self, o: Opd) -> dict[tuple[int, str], SelKerja]:
        hasil, kolom = dict(self._semula), self._skema.lembar[ID_SETELAN].kolom
        for nama, teks in {**o.setelan, NAMA: o.nama, "tahun": o.setelan.get("tahun") or str(self._tahun)}.items():
            k = ketik(kolom[nama], teks, teks_wajar=True)
            if k.nilai is None and teks:
                self.temuan.append(
                    buat_temuan("RK-19", lembar="", instansi=o.nama, setelan=kolom[nama].judul, nilai=teks)
                )
            elif k.nilai is not None:
                hasil[BARIS_DATA, nama] = SelKerja(k.nilai, Asal.ISIAN)
        return hasil


def _periksa_kosong(buku: BukuKerja, berkas: str) -> None:
    """Raise GalatBerkas (RK-17) for a template that holds an agency's figures: they would be in every workbook."""
    terisi = [buku[i].lembar for i in ("indikator", "pengukuran", "anggaran") if i in buku.tabel and buku[i].baris]
    if terisi:
        raise GalatBerkas("RK-17", berkas=berkas, daftar=", ".join(terisi))


def _dikunci(buku: BukuKerja) -> Iterator[tuple[str, Sequence[str]]]:
    """Addresses of the region's settings by sheet: single settings, the whole scale, the numbers of tables."""
    t = buku[ID_SETELAN]
    if t.ada:
        yield t.lembar, [a for n in SETELAN if n in t.letak and (a := t.alamat(BARIS_DATA, n))]
    for i, kolom in ((ID_SKALA, None), (ID_DAFTAR, ("ringkasan", *KOLOM_DAFTAR))):
        if buku[i].ada:
            yield buku[i].lembar, list(_kolom(buku[i], kolom))


def _kolom(t: Tabel, kolom: Sequence[str] | None) -> Iterator[str]:
    for b in range(BARIS_DATA, BARIS_DATA + t.skema.baris):
        for n in t.letak if kolom is None else [k for k in kolom if k in t.letak]:
            yield t.alamat(b, n)
