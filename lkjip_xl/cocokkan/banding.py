"""Reconcile an outside table with a sheet of the workbook: everything that differs becomes a finding."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from itertools import combinations
from typing import Any

from rapidfuzz import fuzz, process

from lkjip_xl.buku.galat import GalatBerkas
from lkjip_xl.cocokkan.baris import PASTI, BarisLuar, Padanan, baris_luar, pasangkan
from lkjip_xl.cocokkan.kolom import Kepala, cari_kepala, kolom_angka, kolom_menurut_isi, kolom_teks
from lkjip_xl.cocokkan.sisi import (
    BarisSisi,
    KolomSisi,
    Sisi,
    baku_nama,
    baris_total,
    daftar_lembar,
    perlu_lembar,
    sisi_lembar,
)
from lkjip_xl.cocokkan.tabel_luar import Isi, TabelLuar
from lkjip_xl.inti.bacaan import Status
from lkjip_xl.inti.kemiripan import PANJANG_MAKS, mirip
from lkjip_xl.inti.kunci import kunci_excel, kunci_teks
from lkjip_xl.inti.rumus import bulat
from lkjip_xl.inti.temuan import HasilPeriksa, Temuan, Tingkat
from lkjip_xl.skema.kata import dengan_kata
from lkjip_xl.skema.pesan import buat_temuan
from lkjip_xl.tabel.hilang import periksa_kolom
from lkjip_xl.tabel.model import BukuKerja
from lkjip_xl.validasi.aturan.selang import cetak, hasil_tertulis

UTUH = frozenset({"rupiah", "cacah", "target", "tahun"})
EJAAN = 78.0  # texts at least this alike are two spellings
SEBAGIAN = 0.6  # a table with fewer of the sheet's rows is an extract: what it leaves out is no finding
TERTUKAR_MAKS = 500  # differing rows of a column that are compared with each other
TABEL_LAIN = 0.3  # share of rows written twice above which a file holds more than one table


@dengan_kata
def cocokkan(buku: BukuKerja, lembar: str, luar: TabelLuar, *, berkas: str = "buku ini") -> HasilPeriksa:
    """Findings of reconciling an outside table with a sheet; raises GalatBerkas (BK-15) for an unknown sheet.

    BK-80 where the workbook, named `berkas`, lacks a column the sheet cannot be read without.
    """
    nama = _nama_lembar(buku, lembar)
    kurang = periksa_kolom(buku, perlu_lembar(buku, nama), "BK-80", berkas=berkas, hasil="Perbandingan")
    sisi = sisi_lembar(buku, nama)
    terbaik = _Pencocok(sisi, luar)
    if "versi" not in terbaik.teks.values():  # a copy of one version: the one it agrees with most
        pilihan = [replace(sisi, baris=[b for b in sisi.baris if b.versi == v]) for v in {b.versi for b in sisi.baris}]
        hasil = [_Pencocok(s, luar) for s in pilihan]
        terbaik = max(hasil, key=lambda p: (p.sama, len(p.padanan.pasangan)), default=terbaik)
    if not terbaik.padanan.pasangan:
        usul = _lembar_mirip(buku, nama, luar)
        return HasilPeriksa([buat_temuan("CK-08", lembar=nama, berkas=luar.nama, usul=usul)], berkas=luar.nama)
    laporan = HasilPeriksa([*kurang, *terbaik.temuan()], berkas=luar.nama)
    return laporan.lipat().urut([nama])


def _nama_lembar(buku: BukuKerja, lembar: str) -> str:
    semua = {kunci_excel(n): n for n in daftar_lembar(buku)}
    if kunci_excel(lembar) in semua:
        return semua[kunci_excel(lembar)]
    dekat = process.extractOne(lembar[:PANJANG_MAKS], list(semua.values()), scorer=fuzz.WRatio, score_cutoff=60)
    raise GalatBerkas("BK-22", lembar=lembar, usul=f' Maksud Anda "{dekat[0]}"?' if dekat else "")


def _lembar_mirip(buku: BukuKerja, nama: str, luar: TabelLuar) -> str:
    """The sheet whose rows, then columns, the table resembles most, as a question."""
    calon = {n: _Pencocok(sisi_lembar(buku, n), luar) for n in daftar_lembar(buku) if n != nama}
    skor = {n: (len(p.padanan.pasangan), p.sama) for n, p in calon.items() if p.padanan.pasangan}
    terbaik = max(skor, key=lambda n: skor[n], default=None)
    return f' Maksud Anda lembar "{terbaik}"?' if terbaik else ""


class _Pencocok:
    """One reconciliation: header, columns and rows found, then compared."""

    def __init__(self, sisi: Sisi, luar: TabelLuar) -> None:
        self.sisi, self.luar = sisi, luar
        self.kepala: Kepala = cari_kepala(luar, sisi)
        self.teks = kolom_teks(self.kepala, sisi)
        self.nama = "nama" if self.kepala.level else self._kolom_nama()
        if self.nama is None and (terbaca := kolom_menurut_isi(luar, self.kepala, sisi)):
            self.teks[terbaca[0]] = self.nama = terbaca[1]
        baris = baris_luar(luar, self.kepala, self.teks, self.nama)
        self.padanan: Padanan = pasangkan(baris, sisi, self.teks, self.nama, self._angka_sama)
        self.angka = kolom_angka(self.kepala, sisi, self._bukti(), self.teks)
        self.sama = sum(
            k in o.isi and self._cocok(o.isi[k], t, self.sisi.kolom[n])
            for o, t, _ in self.padanan.pasangan
            for k, n in (self.angka | self.teks).items()
        )

    def _kolom_nama(self) -> str | None:
        """The text column that tells most rows apart, among those that name a row."""
        ada = [n for n in self.sisi.nama_kolom() if n in self.teks.values()]
        kolom = {n: k for k, n in self.teks.items()}

        def beda(n: str) -> int:
            return len({i.teks for (b, k), i in self.luar.sel.items() if k == kolom[n] and b > self.kepala.baris})

        return max(ada, key=lambda n: (beda(n), -ada.index(n)), default=None)

    # -- evidence -------------------------------------------------------------------------------------------

    def _angka_sama(self, o: BarisLuar, t: BarisSisi) -> int:
        """How many figures of the outside row stand in the row of the sheet; small counts prove nothing."""
        punya = [x[0] for x in t.nilai.values() if isinstance(x[0], float)]
        angka = [b.nilai for i in o.isi.values() if (b := i.baca()).status is Status.PASTI and b.nilai]
        return sum(abs(x) > 1 and any(abs(x - y) <= 0.005 for y in punya) for x in angka)

    def _bukti(self) -> dict[tuple[int, str], tuple[int, int]]:
        hasil: dict[tuple[int, str], tuple[int, int]] = defaultdict(lambda: (0, 0))
        angka = [c for c in self.sisi.kolom.values() if not c.teks]
        for o, t, _ in self.padanan.pasangan:
            for k, isi in o.isi.items():
                if k in self.teks or isi.baca().status is Status.GALAT:
                    continue
                for c in angka:
                    if t.isi(c.nama) is not None:
                        n, sama = hasil[(k, c.nama)]
                        hasil[(k, c.nama)] = n + 1, sama + self._cocok(isi, t, c)
        return hasil

    @staticmethod
    def _cocok(isi: Isi, t: BarisSisi, c: KolomSisi) -> bool:
        """Does the outside cell show one of the values the sheet's cell may be taken for?"""
        if c.teks:
            return baku_nama(isi.teks) in {baku_nama(x) for x in t.nilai[c.nama]}
        b = isi.baca(c.tipe)
        if b.nilai is None:
            return kunci_teks(isi.teks) in {kunci_teks(x) for x in t.nilai[c.nama] if x is not None}
        kita = [x for x in t.nilai[c.nama] if isinstance(x, (int, float))]
        if c.tipe in UTUH:
            return any(abs(b.nilai - x) < (0.5 if c.tipe == "rupiah" else 1e-9) for x in kita)
        mereka = hasil_tertulis(b.nilai, b.desimal)
        return any(mereka.secetak(cetak(x, t.desimal.get(c.nama) if x == kita[0] else None)) for x in kita)

    # -- findings -------------------------------------------------------------------------------------------

    def temuan(self) -> list[Temuan]:
        """Every difference, swapped rows first named as such."""
        tertukar, sel = self._tertukar()
        hasil = tertukar + [t for p in self.padanan.pasangan for t in self._sel(p[0], p[1], sel)]
        hasil += [t for p in self.padanan.pasangan for t in self._nama(*p)]
        hasil += [self._di_luar("CK-03", o, nama=o.nama) for o in self.padanan.lebih]
        hasil += self._ganda()
        return hasil + list(self._kurang()) + list(self._kolom_lain())

    def _sel(self, o: BarisLuar, t: BarisSisi, lewati: set[tuple[int, int]]) -> Iterable[Temuan]:
        """Differing cells of a row; a computed cell that differs because what it follows from does joins that finding.

        Computed cells that agree all the same join too: they tell which of the two figures is the right one.
        """
        semua = self.angka | self.teks
        beda = {n: k for k, n in semua.items() if self._beda(o, t, k, n) and (o.nomor, k) not in lewati}
        for n, k in beda.items():
            if beda.keys() & self.sisi.turunan.get(n, frozenset()):
                continue
            ikut = [x for x in semua if n in self.sisi.turunan.get(semua[x], ()) and x in o.isi]
            terkait = [(self.sisi.lembar, t.sel[semua[x]]) for x in ikut] + [self.luar.alamat(o.nomor, x) for x in ikut]
            yield self._di_sel(*self._kode(o, t, k, n), terkait=terkait)

    def _beda(self, o: BarisLuar, t: BarisSisi, k: int, n: str) -> bool:
        if k not in o.isi or n == self.nama or self._cocok(o.isi[k], t, self.sisi.kolom[n]):
            return False
        return t.isi(n) is not None or len(set(t.nilai[n])) > 1  # else the sheet claims nothing here

    def _kode(
        self, o: BarisLuar, t: BarisSisi, k: int, n: str
    ) -> tuple[str, BarisLuar, int, BarisSisi, str, str, Tingkat | None]:
        """What kind of difference it is, as the first arguments of _di_sel."""
        c, isi = self.sisi.kolom[n], o.isi[k]
        kode, tingkat = "CK-01", None
        if not c.teks and isi.baca(c.tipe).status is Status.GALAT:
            kode = "CK-07"
        elif c.teks and c.tipe != "pilihan":
            kode = "CK-06"
            # a text computed from figures (kategori) contradicts; another wording of a sasaran only differs
            if not any(not self.sisi.kolom[x].teks for x in self.sisi.turunan.get(n, ()) if x in self.sisi.kolom):
                tingkat = Tingkat.CATATAN
        return kode, o, k, t, n, isi.teks, tingkat

    def _nama(self, o: BarisLuar, t: BarisSisi, skor: float) -> Iterable[Temuan]:
        """A row found although its name is written otherwise."""
        if self.nama is None or not o.kolom_nama or skor >= PASTI or baku_nama(o.nama) == baku_nama(t.isi(self.nama)):
            return
        a, b = baku_nama(o.nama), baku_nama(t.isi(self.nama))
        ejaan = mirip(a, b) >= EJAAN or a in b or b in a or baris_total(o.nama) or baris_total(t.isi(self.nama))
        tingkat = Tingkat.CATATAN if ejaan else None
        yield self._di_sel("CK-06", o, o.kolom_nama, t, self.nama, o.nama, tingkat)

    def _tertukar(self) -> tuple[list[Temuan], set[tuple[int, int]]]:
        """Pairs of rows that show each other's figures; one finding a pair with all cells that take part."""
        kena: dict[tuple[int, int], list[int]] = defaultdict(list)
        for k, n in self.angka.items():
            c = self.sisi.kolom[n]
            beda = [
                (i, o, t)
                for i, (o, t, _) in enumerate(self.padanan.pasangan)
                if k in o.isi and t.isi(n) is not None and not self._cocok(o.isi[k], t, c)
            ]
            for (i, o, t), (j, p, u) in combinations(beda[:TERTUKAR_MAKS], 2):
                if self._cocok(o.isi[k], u, c) and self._cocok(p.isi[k], t, c):
                    kena[(i, j)].append(k)
        temuan, lewati = [], set()
        for (i, j), kolom in kena.items():
            (o, t, _), (p, u, _) = self.padanan.pasangan[i], self.padanan.pasangan[j]
            if any((x.nomor, k) in lewati for x in (o, p) for k in kolom):
                continue
            lewati |= {(x.nomor, k) for x in (o, p) for k in kolom}
            n = self.angka[kolom[0]]
            terkait = [(self.sisi.lembar, b.sel[self.angka[k]]) for b in (t, u) for k in kolom]
            terkait += [self.luar.alamat(x.nomor, k) for x in (o, p) for k in kolom]
            temuan.append(
                self._di_sel("CK-05", o, kolom[0], t, n, o.isi[kolom[0]].teks, terkait=terkait, lain=u.sel[n])
            )
        return temuan, lewati

    def _ganda(self) -> list[Temuan]:
        """Rows written twice; where a good part of the table is, it is several tables in one file."""
        ganda, pasangan = self.padanan.ganda, self.padanan.pasangan
        if len(ganda) > TABEL_LAIN * len(pasangan):
            isian = {"berkas": self.luar.nama, "banyak": len(ganda)}
            return [buat_temuan("CK-10", lembar=self.sisi.lembar, **isian)]
        return [self._di_luar("CK-04", o, nama=o.nama, lain=k.nomor) for o, k in ganda]

    def _kurang(self) -> Iterable[Temuan]:
        """Rows of the sheet that the table leaves out, where it otherwise holds the rows of that level."""
        kelompok = {t.kelompok for _, t, _ in self.padanan.pasangan}
        disebut = {baku_nama(n) for o, _, _ in self.padanan.pasangan for n in o.induk}  # as the row above others
        layak = [
            t
            for t in self.padanan.kurang
            if t.kelompok in kelompok and baku_nama(t.isi(self.nama or "")) not in disebut
        ]
        milik = [t for _, t, _ in self.padanan.pasangan]
        sebagian = len(milik) < SEBAGIAN * (len(milik) + len(layak))
        tampil = {self._angka(t) for t in milik}
        for t in layak:
            # an only child that repeats its parent's figures is left out without loss
            ringan = sebagian or self._angka(t) in tampil
            nama = self.nama or ""
            isi = str(t.isi(nama))
            yield buat_temuan(
                "CK-02", lembar=self.sisi.lembar, sel=t.sel[nama], kolom=self.sisi.kolom[nama].judul,
                nilai=isi, nama=isi, berkas=self.luar.nama, tingkat=Tingkat.CATATAN if ringan else None,
            )  # fmt: skip

    def _angka(self, t: BarisSisi) -> tuple[object, ...]:
        return tuple(t.isi(n) for n in self.angka.values())

    def _kolom_lain(self) -> Iterable[Temuan]:
        """Columns of the table that are none of the sheet's: named once, so nobody thinks they were compared."""
        lain = [t for k, t in self.kepala.teks.items() if k not in self.angka | self.teks | self.kepala.level]
        if lain:
            yield buat_temuan("CK-09", lembar=self.sisi.lembar, berkas=self.luar.nama, daftar=", ".join(lain))

    def _di_sel(
        self, kode: str, o: BarisLuar, k: int, t: BarisSisi, n: str, tertulis: str, tingkat: Tingkat | None = None, *,
        terkait: Iterable[tuple[str, str]] = (), **isian: object,
    ) -> Temuan:  # fmt: skip
        file, sel = self.luar.alamat(o.nomor, k)
        nilai = t.isi(n)
        if isinstance(nilai, float) and self.sisi.kolom[n].tipe == "persen":
            nilai = bulat(nilai, max(2, t.desimal.get(n) or 0))
        return buat_temuan(
            kode, lembar=self.sisi.lembar, sel=t.sel[n], kolom=self.sisi.kolom[n].judul, nilai=nilai,
            seharusnya=tertulis, sel_terkait=dict.fromkeys([(file, sel), *terkait]), tingkat=tingkat,
            tertulis=tertulis, luar=f"{file}!{sel}", **isian,
        )  # fmt: skip

    def _di_luar(self, kode: str, o: BarisLuar, **isian: Any) -> Temuan:
        """A finding of a row the sheet does not have: it stands in the outside file."""
        berkas, sel = self.luar.alamat(o.nomor, o.kolom_nama)
        return buat_temuan(
            kode, lembar=berkas, sel=sel, kolom=self.kepala.teks.get(o.kolom_nama, ""), tujuan=self.sisi.lembar,
            sel_terkait=[self.luar.alamat(o.nomor, k) for k in o.isi if k != o.kolom_nama], **isian,
        )  # fmt: skip
