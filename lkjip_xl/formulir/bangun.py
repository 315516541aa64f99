"""One form as a workbook: its sheets in the looks of the input sheets, yellow cells open, everything else locked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import openpyxl
from openpyxl.packaging.core import DocumentProperties
from openpyxl.worksheet.worksheet import Worksheet

from lkjip_xl.buku.dari_openpyxl import byte_openpyxl, rapikan
from lkjip_xl.buku.paket import Paket
from lkjip_xl.formulir.baris import BarisFormulir, IsiSel, PenyusunBaris
from lkjip_xl.formulir.pembagian import Bagian
from lkjip_xl.formulir.tanda import AWALAN, Tanda, isi_sel, tulis_tanda
from lkjip_xl.inti.alamat import huruf
from lkjip_xl.lembar import gaya, sel
from lkjip_xl.lembar.halaman import KERTAS_A3, KERTAS_A4, atur_cetak, atur_daerah, atur_tepi, lindungi
from lkjip_xl.lembar.isian import LEBAR_A3, pasang_pesan, taknegatif
from lkjip_xl.lembar.kanonis import kanonis
from lkjip_xl.lembar.kepala import KolomKepala, bekukan, tulis_judul, tulis_kepala_bertingkat, ulangi_kepala
from lkjip_xl.lembar.ukuran import atur_tinggi, sembunyikan_baris, sembunyikan_kolom, tinggi
from lkjip_xl.skema import judul
from lkjip_xl.skema.formulir import Formulir, LembarFormulir
from lkjip_xl.skema.model import Kolom
from lkjip_xl.tabel.model import BARIS_DATA, BARIS_KELOMPOK, BARIS_NOMOR, BukuKerja

BARIS_KUNCI = BARIS_KELOMPOK - 1  # hidden: ids of the columns
DAFTAR_MAKS = 255  # letters Excel takes for the choices of a cell
TANPA_BIDANG = "Belum ada penanggung jawab"
LEBAR_KUNCI = 8


@dataclass(slots=True)
class HasilFormulir:
    """A form that was made: bidang ("" = nobody's), its bytes, rows of indicators and programmes, sheets."""

    bidang: str
    data: bytes
    indikator: list[str]
    program: int
    lembar: list[str] = field(default_factory=list)

    @property
    def nama(self) -> str:
        """Its bidang as it is shown."""
        return self.bidang or TANPA_BIDANG


class PembuatFormulir:
    """Makes the forms of one workbook; berkas: its name; batas: until when they are to come back ("" = not said)."""

    def __init__(
        self, buku: BukuKerja, formulir: Formulir, bagian: Sequence[Bagian], *, berkas: str, batas: str
    ) -> None:
        self._buku, self._formulir, self._berkas, self._batas = buku, formulir, berkas, batas
        kode = dict.fromkeys(x for b in bagian for x in b.indikator)
        self._baris = PenyusunBaris(buku, formulir.lembar, kode)

    def buat(self, bagian: Bagian) -> HasilFormulir:
        """The form of one bidang."""
        wb = openpyxl.Workbook()
        wb.remove(wb.worksheets[0])
        tanda = Tanda(self._tahun, self._teks("Instansi"), self._teks("Kabupaten"), bagian.nama, self._berkas)
        for f in self._formulir.lembar:
            if barisan := self._baris.baris_formulir(f, bagian):
                self._lembar(wb.create_sheet(f.nama), f, barisan, tanda)
        hasil = HasilFormulir(bagian.nama, b"", list(bagian.indikator), len(bagian.program), wb.sheetnames)
        tulis_tanda(wb.create_sheet(), tanda)
        wb.properties = DocumentProperties(creator="LKjIP-XL", title="LKjIP-XL")
        wb.active = 0
        paket = Paket.dari_bytes(kanonis(byte_openpyxl(wb), sementara=True), "formulir.xlsx")
        rapikan(paket)
        hasil.data = paket.ke_bytes()
        return hasil

    @property
    def _tahun(self) -> int:
        x = self._buku.setelan.get("TahunLaporan")
        return int(x) if isinstance(x, float) else 0

    def _teks(self, nama: str) -> str:
        x = self._buku.setelan.get(nama)
        return x if isinstance(x, str) else ""

    def _lembar(self, ws: Worksheet, f: LembarFormulir, barisan: Sequence[BarisFormulir], tanda: Tanda) -> None:
        skema = self._buku.skema.lembar[f.isi]
        ws.sheet_properties.tabColor = gaya.WARNA_TAB[skema.kelompok]
        kolom = [
            self._kolom(k, ketik=k.nama in f.ketik) for k in skema.kolom.values() if k.nama in (*f.tampak, *f.ketik)
        ]
        lebar = sum(k.lebar for k in kolom)
        n = len(kolom) + 1
        tulis_judul(ws, self._judul(f.judul), self._kepala(tanda), f.petunjuk, baris=1, bentang=(len(kolom), lebar))
        kepala = [KolomKepala(k.judul, k.lebar, k.kelompok) for k in kolom]
        tulis_kepala_bertingkat(ws, [*kepala, KolomKepala("Kunci", LEBAR_KUNCI, None, True)], laporan=False)
        for i, k in enumerate(kolom, 1):
            sel.tulis(ws, BARIS_KUNCI, i, k.nama, gaya.TANDA)
        sel.tulis(ws, BARIS_KUNCI, n, AWALAN + f.nama, gaya.TANDA)
        tanda.lembar[f.nama], tanda.tampak[f.nama], tanda.ketik[f.nama] = f.isi, list(f.tampak), list(f.ketik)
        for b, r in enumerate(barisan, BARIS_DATA):
            kunci = f"r{b - BARIS_DATA + 1}"
            sel.tulis(ws, b, n, kunci, gaya.TANDA)
            self._isi(ws, b, kolom, r)
            tanda.baris[f.nama, kunci] = r.tanda
            tanda.semula |= {(f.nama, kunci, k): x for k, s in r.isi.items() if (x := isi_sel(s.nilai))}
        akhir = BARIS_DATA + len(barisan) - 1
        for i, k in enumerate(kolom, 1):
            if k.jenis == "isian":
                rentang = f"{huruf(i)}{BARIS_DATA}:{huruf(i)}{akhir}"
                pasang_pesan(ws, k, rentang, taknegatif=k.nama in taknegatif(skema))
        self._tuntaskan(ws, len(kolom), akhir, lebar, len(f.tampak))

    @staticmethod
    def _tuntaskan(ws: Worksheet, kolom: int, akhir: int, lebar: float, tampak: int) -> None:
        """What stays in view, print set-up, lock."""
        sembunyikan_baris(ws, BARIS_KUNCI, True)
        sembunyikan_kolom(ws, kolom + 1)
        bekukan(ws, kolom=min(tampak, 2))
        atur_cetak(ws, kertas=KERTAS_A3 if lebar > LEBAR_A3 else KERTAS_A4)
        atur_tepi(ws)
        atur_daerah(ws, kolom, akhir, 1)
        ulangi_kepala(ws, BARIS_KELOMPOK, BARIS_NOMOR)
        lindungi(ws)

    @staticmethod
    def _isi(ws: Worksheet, baris: int, kolom: Sequence[Kolom], r: BarisFormulir) -> None:
        for i, k in enumerate(kolom, 1):
            isi: IsiSel = r.isi[k.nama]
            c = sel.tulis(ws, baris, i, rupa=gaya.badan(k.jenis, k.tipe, k.desimal))
            sel.isi(c, isi.nilai, isi.format)
        teks = [(x, k.lebar) for k in kolom if isinstance(x := r.isi[k.nama].nilai, str)]
        atur_tinggi(ws, baris, tinggi(*teks))

    def _kolom(self, k: Kolom, *, ketik: bool) -> Kolom:
        """A column of the schema as the form has it: open or locked, with choices of its own."""
        pilihan = k.pilihan
        if k.pilihan_acuan is not None:
            lembar, kolom = k.pilihan_acuan
            isi = [x for r in self._buku[lembar].per_baris().values() if isinstance(x := r.get(kolom), str)]
            pilihan = (
                tuple(dict.fromkeys(isi))
                if all("," not in x for x in isi) and len(",".join(isi)) <= DAFTAR_MAKS
                else ()
            )
        kelompok = None if k.kelompok is None else self._judul(k.kelompok)
        return replace(
            k, judul=self._judul(k.judul), kelompok=kelompok, jenis="isian" if ketik else "rumus", pilihan=pilihan, pilihan_acuan=None
        )  # fmt: skip

    def _judul(self, teks: str) -> str:
        return judul.sebagai_teks(teks, self._buku.setelan)

    def _kepala(self, t: Tanda) -> str:
        instansi = f"{t.instansi} {t.kabupaten}".strip()
        batas = f" — kembalikan paling lambat {self._batas}" if self._batas else ""
        return f"{t.bidang or TANPA_BIDANG} — {instansi} — Tahun {t.tahun}{batas}"
