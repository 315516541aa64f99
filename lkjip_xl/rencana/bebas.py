"""Tables that are no sheet of ours: offered to the sheet Tabel Bebas as they stand, and taken there only where the user says so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lkjip_xl.inti.kunci import kunci_judul, kunci_nama, rapikan_spasi
from lkjip_xl.rencana.letak import Lapang
from lkjip_xl.rencana.model import TAK_DIKENAL, PetaKolom, PetaTabel, Titik, Yakin
from lkjip_xl.rencana.papan import Papan
from lkjip_xl.sumber.model import BarisAsing, SelAsing
from lkjip_xl.tabel.model import BARIS_DATA
from lkjip_xl.tabel.tabel_bebas import ID_BEBAS, ISI_KOLOM, JUMLAH, KEPALA, TabelBebas, baris_total, daftar_tabel_bebas

MENUNGGU = "untuk Tabel Bebas belum dijawab ya"
DISALIN = ("data", "kelompok", "jumlah", "subjumlah", "rata")


class PenyalinBebas:
    """Copies unrecognised tables to Tabel Bebas, one after the other."""

    def __init__(self, papan: Papan, lapang: Lapang) -> None:
        self._papan, self._lapang = papan, lapang
        self._ada: dict[str, list[TabelBebas]] = {}
        for t in daftar_tabel_bebas(papan.buku):
            self._ada.setdefault(kunci_judul(t.judul), []).append(t)

    def salin(self, peta: PetaTabel) -> None:
        """Take a table that stands there already for equal, else ask; without a yes nothing is written."""
        barisan = list(_barisan(peta))
        kolom = [n for n in sorted({n for b, _ in barisan for n in b.sel}) if n in peta.kolom]
        judul = _judul(peta)
        tuju = dict(zip(kolom, ISI_KOLOM, strict=False))
        ada = self._ada.get(kunci_judul(judul), [])
        sudah = next((t for t in ada if _sama(t, barisan, tuju)), None)
        dulu = sudah or next((t for t in ada if len(t.baris) == len(barisan)), None)
        alasan = self._halangan(kolom, barisan, dulu, ada)
        if alasan:
            _beri_alasan(peta, f"{peta.alasan or TAK_DIKENAL}; {alasan}")
            return
        tanya = f"paling mirip lembar {self._papan.buku[peta.dekat].lembar}" if peta.dekat else "tidak dikenali"
        tanya = peta.alasan or tanya
        if sudah is None and not self._papan.tanya(
            str(peta.nomor), "tabel", peta, False, bagian=peta.judul, tujuan=self._papan.buku[ID_BEBAS].lembar,
            keterangan=f"{tanya}; ya = salin apa adanya",
        ):  # fmt: skip
            _beri_alasan(peta, f"{peta.alasan or TAK_DIKENAL}; {MENUNGGU}")
            return
        peta.lembar, peta.yakin, peta.alasan = ID_BEBAS, Yakin.PASTI, ""
        peta.kolom = {
            n: PetaKolom(n, k.judul, ID_BEBAS, tuju[n], Yakin.PASTI, "") if n in tuju else k
            for n, k in peta.kolom.items()
        }
        tempat = [b for b, _, _ in dulu.baris] if dulu is not None else []
        if dulu is None:
            tempat = [self._lapang.cari({}, set())[0] for _ in barisan]
            self._papan.hasil.baris_baru += len(tempat)
            self._awali(tempat[0], judul)
        else:
            self._papan.hasil.baris_cocok += len(tempat)
        for baris, (b, jenis) in zip(tempat, barisan, strict=True):
            for n, s in b.sel.items():
                if n in tuju:
                    self._papan.letakkan(Titik(peta, b, peta.kolom[n], s), (ID_BEBAS, baris, tuju[n]))
            if jenis and dulu is None:
                self._papan.turunan((ID_BEBAS, baris, "baris"), jenis, "menurut tabel")

    def _halangan(
        self, kolom: list[int], barisan: list[tuple[BarisAsing, str]], dulu: TabelBebas | None, ada: list[TabelBebas]
    ) -> str:
        """Why a table cannot be offered; "" for nothing."""
        t = self._papan.buku.tabel.get(ID_BEBAS)
        if t is None or not t.ada:
            return "buku ini belum punya lembar Tabel Bebas"
        if len(kolom) > len(ISI_KOLOM):
            return f"Tabel Bebas hanya memuat {len(ISI_KOLOM)} kolom"
        if len(kolom) < 2 or len(barisan) < 2:
            return "hanya satu kolom atau satu baris"
        if ada and dulu is None:
            return "Tabel Bebas sudah memuat tabel berjudul itu dengan banyak baris yang lain"
        sisa = BARIS_DATA + t.skema.baris - self._lapang.berikut
        return "baris siap pakai Tabel Bebas tidak cukup" if dulu is None and sisa < len(barisan) else ""

    def _awali(self, baris: int, judul: str) -> None:
        """Title and, where the title itself says it, the section of the report."""
        self._papan.turunan((ID_BEBAS, baris, "judul"), judul, "judul tabel")
        pilihan = self._papan.buku[ID_BEBAS].skema.kolom["bagian"].pilihan
        kata = f" {kunci_nama(judul)} "
        bagian = [p for p in pilihan if f" {kunci_nama(p)} " in kata]
        if len(bagian) == 1:
            self._papan.turunan((ID_BEBAS, baris, "bagian"), bagian[0], "menurut judul tabel")


def _judul(peta: PetaTabel) -> str:
    """Its title; one without is told apart by where it stands."""
    return rapikan_spasi(peta.tabel.judul) or f"{peta.tempat} tabel {peta.tabel.kisi[0].nomor}"


def _barisan(peta: PetaTabel) -> Iterator[tuple[BarisAsing, str]]:
    """Rows to be copied with what the column Baris has to say of them ("": the sheet tells by itself)."""
    utama = {n: k.nomor for k in peta.tabel.kolom for n in k.semua}
    kepala: dict[int, dict[int, SelAsing]] = {}
    for i, b, n in peta.tabel.sel_kepala:
        kepala.setdefault(b, {}).setdefault(utama.get(n, n), peta.tabel.kisi[i].sel[b, n])
    baris = [(b.nomor, b) for b in peta.tabel.baris if b.jenis == "nomor"][:1]
    lebih = len(kepala) + len(baris) > 1
    for b, sel in sorted(kepala.items()):
        yield BarisAsing(b, "nomor", sel), KEPALA if lebih else ""
    for _, b in baris:
        yield b, KEPALA
    for b in peta.tabel.baris:
        if b.jenis in DISALIN and b.sel:
            total = b.jenis in ("jumlah", "subjumlah") and not baris_total(next(iter(b.sel.values())).teks)
            yield b, JUMLAH if total else ""


def _sama(t: TabelBebas, barisan: list[tuple[BarisAsing, str]], tuju: dict[int, str]) -> bool:
    """Does a table of the sheet hold exactly these rows?"""
    milik = [{k: kunci_judul(x) for k, x in isi.items()} for _, _, isi in t.baris]
    luar = [
        {tuju[n]: kunci_judul(s.teks) for n, s in b.sel.items() if n in tuju and s.teks.strip()} for b, _ in barisan
    ]
    return milik == luar


def _beri_alasan(peta: PetaTabel, alasan: str) -> None:
    peta.kolom = {n: replace(k, alasan=alasan) for n, k in peta.kolom.items()}
