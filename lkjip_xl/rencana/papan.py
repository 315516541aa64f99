"""The workbook a plan is made on: cells placed in memory, the fate of every cell of the sources, what is to be said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from lkjip_xl.bentuk.waktu_kepala import triwulan
from lkjip_xl.inti.bacaan import Alasan, desimal_terpendek
from lkjip_xl.inti.kunci import kunci_judul
from lkjip_xl.inti.rumus import bulat
from lkjip_xl.inti.satuan import satuan_sama
from lkjip_xl.inti.temuan import Temuan
from lkjip_xl.isi.hasil import HasilIsi
from lkjip_xl.isi.isi import TAK_TERBACA, ketik_sel
from lkjip_xl.isi.sel import dikalikan, ketik_angka, pilihan_tercetak, tanpa_pecahan
from lkjip_xl.padan.isi import kosong
from lkjip_xl.padan.nama import bentuk_setara, nama_setara
from lkjip_xl.rencana.cara_tulis import BERSAMA, TITIK_DESIMAL, angka_bersama, mungkin_pecahan
from lkjip_xl.rencana.letak import BERNAMA
from lkjip_xl.rencana.model import Letak, Nasib, Pertanyaan, PetaTabel, Rencana, SelAsal, Tempat, Tempatan, Titik
from lkjip_xl.rencana.tetap import tetap
from lkjip_xl.skema.model import Kolom
from lkjip_xl.skema.pesan import buat_temuan
from lkjip_xl.tabel.hitung_buku import hitung_buku, salin_buku
from lkjip_xl.tabel.ketik import ANGKA, ketik
from lkjip_xl.tabel.model import BERSATUAN, Asal, BukuKerja, Nilai, SelKerja
from lkjip_xl.tabel.satuan import ID_SATUAN, daftar_satuan

PECAHAN = "AN-06"
RAGU = ("AN-01", "AN-02", PECAHAN)  # readings that are doubted: the text is written as printed, and told
BUKAN_PILIHAN = "LB-06"
IKUT = ("sementara", "satuan_volume")
BERISI = (Asal.ISIAN, Asal.TIMPA, Asal.RUMUS_LAIN)
TAK_TAHU = "rumus tanpa hasil; buka dan simpan dulu di program asalnya"


class Papan:
    """State of a plan in the making; `jawaban`: what the user said to questions, by their id."""

    def __init__(self, buku: BukuKerja, jawaban: Mapping[str, bool], *, timpa: bool = False) -> None:
        self.jawaban, self.timpa = jawaban, timpa
        self.buku = salin_buku(buku)
        self.hasil = Rencana(self.buku, dijawab=dict(jawaban))
        self.nasib: dict[Tempat, SelAsal] = {}
        self.bagian: dict[tuple[Tempat, int, str], SelAsal] = {}  # by the item of its row, and its text
        self._terbagi: set[Tempat] = set()
        self.tunda: list[tuple[Titik, Letak, str]] = []
        self.tetap: list[tuple[Titik, Letak, str]] = []
        self.dilewati = set(buku.dilewati)
        self.arah: dict[str, str] = {}  # proposed and not yet answered, by kode
        self.inggris: dict[Tempat, bool] = {}  # cells read as English figures, and whether that is certain
        self.bertitik: set[Tempat] = set()  # percentages with a point among commas
        self.bersama: set[Tempat] = set()  # beside several indicators of one row
        self._satuan = frozenset(daftar_satuan(buku[ID_SATUAN]))
        self._besaran: set[tuple[int, int]] = set()
        self._ikut: dict[str, SelKerja] = {}  # what the last cell typed says of its row beside itself

    # -- fates ----------------------------------------------------------------------------------------------

    def catat(
        self, x: Titik, nasib: Nasib, alasan: str = "", letak: Letak | None = None, *, ragu: bool = False
    ) -> None:
        """The fate of a cell, or of each part of one that holds several; the first one said stays.

        ragu: what it says, or what it is of, is doubted all the same.
        """
        bagian = (x.tempat, x.baris.butir, x.sel.teks)
        sebagian = x.sel.teks != x.tercetak
        if bagian in self.bagian or (x.tempat in self.nasib and not (sebagian and x.tempat in self._terbagi)):
            return
        if letak is not None:
            self.hasil.tempat.append(Tempatan(x, letak, nasib, alasan, ragu or nasib is Nasib.RAGU))
        berkas, alamat = x.alamat
        lembar, sel = self.alamat(letak) if letak else ("", "")
        milik = SelAsal(x.peta.nomor, berkas, alamat, x.tercetak, nasib, alasan, lembar, sel)
        if sebagian:
            self.bagian[bagian] = replace(milik, teks=x.sel.teks)
            self._terbagi.add(x.tempat)
        self.nasib.setdefault(x.tempat, milik)

    def semua_nasib(self) -> list[SelAsal]:
        """The fate of every cell, and of the parts of one that were told apart."""
        per_sel: dict[Tempat, list[SelAsal]] = {}
        for (tempat, _, _), s in self.bagian.items():
            per_sel.setdefault(tempat, []).append(s)
        terbagi = {t: milik for t, milik in per_sel.items() if len(milik) > 1}
        return [y for t, s in self.nasib.items() for y in terbagi.get(t, (s,))]

    def alamat(self, letak: Letak) -> tuple[str, str]:
        """Sheet and cell of a place in the workbook."""
        t = self.buku[letak[0]]
        return t.lembar, t.alamat(letak[1], letak[2])

    def lapor(self, kode: str, lembar: str, sel: str, kolom: str = "", **isi: Any) -> None:
        """A finding of the taking-over."""
        self.hasil.temuan.append(buat_temuan(kode, lembar=lembar, sel=sel, kolom=kolom, **isi))

    def tanya(self, id_: str, jenis: str, x: PetaTabel, bawaan: bool, **isi: str) -> bool:
        """The answer to a question, asked once; without one what is taken beforehand."""
        if all(p.id != id_ for p in self.hasil.pertanyaan):
            bagian, tujuan = isi.get("bagian", ""), isi.get("tujuan", "")
            p = Pertanyaan(id_, jenis, x.tempat, bagian, tujuan, isi.get("isi", ""), isi.get("keterangan", ""), bawaan)
            self.hasil.pertanyaan.append(p)
        return self.jawaban.get(id_, bawaan)

    # -- cells ----------------------------------------------------------------------------------------------

    def letakkan(self, x: Titik, letak: Letak, satuan: str = "") -> None:
        """Put a cell of a source into a cell of the workbook, or say why not."""
        t = self.buku[letak[0]]
        k = t.skema.kolom[letak[2]]
        if letak[2] not in t.letak:
            self.catat(x, Nasib.TIDAK, "buku ini belum punya kolomnya")
        elif x.sel.tak_tahu:
            self.catat(x, Nasib.RAGU, TAK_TAHU)
        elif k.tipe in ANGKA and kosong(x.sel):
            self.catat(x, Nasib.TIDAK, "tidak ada angka")
        elif k.tipe in BERSATUAN and x.tempat in self.bersama and not self._milik_pertama(x, letak):
            self.catat(x, Nasib.RAGU, "satu angka di samping beberapa indikator", letak)
        elif tetap(self.buku, x, letak):
            self.tetap.append((x, letak, satuan))
        elif k.jenis in ("rumus", "warisan"):
            self.tunda.append((x, letak, satuan))
        else:
            self.tulis(x, letak, satuan)

    def _milik_pertama(self, x: Titik, letak: Letak) -> bool:
        lembar, sel = self.alamat(letak)
        alamat = x.alamat[1]
        return self.tanya(
            f"{x.peta.nomor}!{alamat}.butir", "satu angka", x.peta, False, bagian=f"{alamat}: {x.sel.teks}",
            tujuan=f"{lembar}!{sel}", keterangan="ragu; selnya di samping beberapa indikator: ya = milik indikator pertama",
        )  # fmt: skip

    def tulis(self, x: Titik, letak: Letak, satuan: str = "") -> None:
        """Write a cell where nothing stands; equal content is equal, other content a conflict that keeps what stands."""
        kerja, temuan = self.ketik(x, letak, satuan)
        if kerja is None:
            self.catat(x, Nasib.TIDAK, "kosong")
            return
        if any(f.kode == BUKAN_PILIHAN for f in temuan):
            self.catat(x, Nasib.RAGU, "bukan pilihan kolomnya")
            return
        t = self.buku[letak[0]]
        ada = t.sel.get(letak[1:])
        if ada is None or ada.asal not in BERISI or (ada.nilai is None and ada.mentah in (None, "")):
            self._pasang(x, letak, kerja, temuan)
        elif sama(t.skema.kolom[letak[2]], ada.nilai if ada.nilai is not None else ada.mentah, kerja):
            self.catat(x, Nasib.SAMA, "", letak)
        else:
            self._bentrok(x, letak, kerja, temuan, ada)

    def turunan(self, letak: Letak, nilai: str, alasan: str) -> None:
        """A cell no column prints but which follows from the row (kode, level, versi); never over anything."""
        t = self.buku[letak[0]]
        if letak[2] not in t.letak or letak[1:] in t.sel or not nilai:
            return
        hasil = ketik(t.skema.kolom[letak[2]], nilai, teks_wajar=True)
        kerja = hasil.ke_sel(Asal.ISIAN)
        t.sel[letak[1:]] = self.hasil.tulis[letak] = kerja
        self.hasil.alasan[letak] = alasan

    def hitungan(self, letak: Letak, nilai: float, alasan: str) -> bool:
        """A sum that no cell prints, where nothing is typed; is what is typed there equal to it?"""
        t = self.buku[letak[0]]
        ada = t.sel.get(letak[1:])
        if ada is not None and ada.asal in BERISI and ada.nilai is not None:
            return sama(t.skema.kolom[letak[2]], ada.nilai, SelKerja(nilai, Asal.ISIAN))
        asal = Asal.TIMPA if t.skema.kolom[letak[2]].rumus else Asal.ISIAN
        t.sel[letak[1:]] = self.hasil.tulis[letak] = SelKerja(nilai, asal, 0, mentah=nilai)
        self.hasil.alasan[letak] = alasan
        return True

    def ketik(self, x: Titik, letak: Letak, satuan: str) -> tuple[SelKerja | None, list[Temuan]]:
        """The typed cell, amounts by the factor of their header, a doubted reading as the text that is printed."""
        t = self.buku[letak[0]]
        k = t.skema.kolom[letak[2]]
        kotak = HasilIsi()
        semula = t.sel.pop(letak[1:], None)
        ada = {k for k in IKUT if (letak[1], k) in t.sel}
        bersama = angka_bersama(x.sel, satuan) if k.tipe in ANGKA else ""
        ketik_sel(
            kotak, t, k, letak[1], bersama or _pilihan(k, x.sel.teks), satuan, self._satuan, ketik_angka(k, x.sel)
        )
        kerja = t.sel.pop(letak[1:], None)
        self._ikut = {k: s for k in IKUT if k not in ada and (s := t.sel.pop((letak[1], k), None)) is not None}
        if semula is not None:
            t.sel[letak[1:]] = semula
        if kerja is not None and x.kolom.pengali != 1 and k.tipe == "rupiah" and isinstance(kerja.nilai, float):
            kerja = self._kalikan(x, kerja)
            kotak.temuan = tanpa_pecahan(kotak.temuan, kerja)
        if kerja is not None and k.tipe in ANGKA and (x.tempat in self.bertitik or bersama):
            kode, alasan = ("AN-22", BERSAMA) if bersama else ("AN-02", TITIK_DESIMAL)
            kotak.temuan.append(self._dibaca(kode, letak, x.sel.teks, kerja, alasan))
        if kerja is not None and k.tipe in ANGKA and mungkin_pecahan(x.sel, satuan or k.satuan or ""):
            lembar, sel = self.alamat(letak)
            usul = float(f"{(x.sel.nilai or 0.0) * 100:.15g}")
            kotak.temuan.append(
                buat_temuan(PECAHAN, lembar=lembar, sel=sel, kolom=k.judul, nilai=x.sel.nilai, usulan=usul)
            )
        if kerja is not None and any(f.kode in RAGU for f in kotak.temuan):
            kerja = replace(kerja, teks=x.sel.teks)
        if kerja is not None and (pasti := self.inggris.get(x.tempat)) is not None:
            kode = "AN-22" if pasti else "AN-02"
            kotak.temuan.append(self._dibaca(kode, letak, x.sel.teks, kerja, Alasan.GAYA_INGGRIS.value))
        return kerja, kotak.temuan

    def _dibaca(self, kode: str, letak: Letak, teks: str, kerja: SelKerja, alasan: str) -> Temuan:
        """What a figure was read as, and why that is to be told."""
        lembar, sel = self.alamat(letak)
        judul = self.buku[letak[0]].skema.kolom[letak[2]].judul
        return buat_temuan(kode, lembar=lembar, sel=sel, kolom=judul, nilai=teks, usulan=kerja.nilai, alasan=alasan)

    def _kalikan(self, x: Titik, s: SelKerja) -> SelKerja:
        hasil = dikalikan(s, x.kolom.pengali)
        if hasil is s:
            return s  # the cell says its own magnitude
        if (x.peta.nomor, x.kolom.nomor) not in self._besaran:
            self._besaran.add((x.peta.nomor, x.kolom.nomor))
            berkas, alamat = x.alamat
            self.lapor("AB-08", berkas, alamat, x.kolom.judul, kolom_judul=x.kolom.judul, kali=x.kolom.pengali)
        return hasil

    def _pasang(self, x: Titik, letak: Letak, kerja: SelKerja, temuan: list[Temuan]) -> None:
        t = self.buku[letak[0]]
        t.sel[letak[1:]] = self.hasil.tulis[letak] = kerja
        berkas, alamat = x.alamat
        self.hasil.alasan[letak] = f"{berkas} {alamat}"
        for k, s in self._ikut.items():
            ikut = (letak[0], letak[1], k)
            t.sel[ikut[1:]] = self.hasil.tulis[ikut] = s
            self.hasil.alasan[ikut] = f"{berkas} {alamat}"
        self.hasil.temuan += temuan
        self.dilewati |= {(f.lembar, f.sel) for f in temuan if f.kode in TAK_TERBACA}
        ragu = any(f.kode in RAGU for f in temuan)
        self.catat(x, Nasib.RAGU if ragu else Nasib.DITULIS, "ditulis seperti tercetak" if ragu else "", letak)

    def bentrok(self, x: Titik, letak: Letak, kerja: SelKerja, harap: Nilai) -> None:
        """A figure that differs from what a formula gives, after another copy agreed with the formula."""
        self._bentrok(x, letak, kerja, [], SelKerja(harap, Asal.RUMUS))

    def _bentrok(self, x: Titik, letak: Letak, kerja: SelKerja, temuan: list[Temuan], ada: SelKerja) -> None:
        lembar, sel = self.alamat(letak)
        berkas, alamat = x.alamat
        milik = ada.nilai if ada.nilai is not None else ada.mentah
        if self.tanya(
            f"{x.peta.nomor}!{alamat}", "isi berbeda", x.peta, self.timpa, bagian=f"{alamat}: {x.sel.teks}",
            tujuan=f"{lembar}!{sel}", isi=_tampak(milik), keterangan="ya = timpa isi buku",
        ):  # fmt: skip
            self._pasang(x, letak, replace(kerja, asal=ada.asal if ada.asal is Asal.TIMPA else kerja.asal), temuan)
            return
        k = self.buku[letak[0]].skema.kolom[letak[2]]
        luar = f"{berkas} {alamat}"
        self.lapor("AB-04", lembar, sel, k.judul, nilai=milik, kolom_judul=k.judul, luar=luar, tertulis=x.sel.teks)
        ragu = any(f.kode in RAGU for f in temuan)
        self.catat(x, Nasib.BENTROK, f"di buku {_tampak(milik)}", letak, ragu=ragu)

    # -- what formulas give ---------------------------------------------------------------------------------

    def hitung(self) -> BukuKerja:
        """The workbook as it stands now, with its formulas computed."""
        self.buku = hitung_buku(self.buku.skema, self.buku.tabel, [], self.dilewati)
        self.hasil.buku = self.buku
        return self.buku


def _pilihan(k: Kolom, teks: str) -> str:
    """What a cell of choices says by the words of its choices; a quarter in other words."""
    return triwulan(teks) or teks if k.nama == "tw" else pilihan_tercetak(k.judul, k.pilihan, teks)


def _tampak(x: object) -> str:
    return f"{x:.15g}".replace(".", ",") if isinstance(x, float) else str(x or "")


def sama(k: Kolom, ada: Nilai, s: SelKerja) -> bool:
    """Does a cell hold this already? Figures by value, texts by their words, units by their spelling."""
    baru = s.nilai if s.nilai is not None else s.mentah
    if isinstance(ada, float) and isinstance(baru, float):
        return abs(ada - baru) <= 1e-9 * max(1.0, abs(ada))
    if k.nama == "satuan":
        return satuan_sama(str(ada), str(baru))
    if k.nama in BERNAMA:
        return nama_setara(ada) == nama_setara(baru)
    if k.tipe in ANGKA:  # a word, a bound, a range
        return bentuk_setara(ada) == bentuk_setara(baru)
    return kunci_judul(ada) == kunci_judul(baru)


def _desimal(s: SelKerja) -> int:
    """Decimals a number is printed with; those it has where its format does not say (General)."""
    return desimal_terpendek(s.nilai) if s.desimal is None and isinstance(s.nilai, float) else s.desimal or 0


def secetak(hitungan: Nilai, s: SelKerja) -> bool:
    """Does a formula's value, shown with the decimals printed, equal what is printed?"""
    if isinstance(hitungan, float) and isinstance(s.nilai, float):
        return (
            abs(bulat(hitungan, _desimal(s)) - bulat(s.nilai, _desimal(s))) <= 1e-9 * max(1.0, abs(s.nilai))
            or abs(hitungan - s.nilai) <= 1e-9
        )
    return kunci_judul(hitungan) == kunci_judul(s.nilai if s.nilai is not None else s.mentah)


def nyaris(hitungan: Nilai, s: SelKerja) -> bool:
    """Is the difference one of rounding: cut instead of rounded, or computed from figures already rounded?"""
    if not isinstance(hitungan, float) or not isinstance(s.nilai, float):
        return False
    return abs(hitungan - s.nilai) <= 2 * 10.0 ** -_desimal(s)
