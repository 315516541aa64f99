"""Findings of a reconciliation, and the count of what was compared."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from lkjip_xl.cocokkan.andaian import Andaian
from lkjip_xl.cocokkan.hitungan import Alasan, Hitungan
from lkjip_xl.cocokkan.hubungan import temuan_kolom
from lkjip_xl.cocokkan.jumlah_tercetak import temuan_jumlah
from lkjip_xl.cocokkan.kurang import baris_kurang, baris_pernyataan, berulang, keterisian, kolom_lain, samar, tanpa_ciri
from lkjip_xl.cocokkan.sama import Penyama
from lkjip_xl.cocokkan.sisi import baris_total
from lkjip_xl.cocokkan.tercetak import Tercetak
from lkjip_xl.cocokkan.tertukar import tertukar
from lkjip_xl.cocokkan.tulis_beda import PenulisBeda
from lkjip_xl.cocokkan.turunan import Turunan
from lkjip_xl.inti.angka import tulis
from lkjip_xl.inti.argumen import Galat
from lkjip_xl.inti.bacaan import Status
from lkjip_xl.inti.kemiripan import mirip
from lkjip_xl.inti.kunci import kunci_nama
from lkjip_xl.inti.satuan import persen_bagi_cacah, satuan_bertentangan
from lkjip_xl.inti.temuan import Temuan, Tingkat
from lkjip_xl.padan.baris import BarisLuar
from lkjip_xl.padan.isi import kosong, nihil
from lkjip_xl.padan.model import NOMOR, BarisTuju, KolomTuju
from lkjip_xl.padan.nama import nama_setara
from lkjip_xl.padan.padan import Padan
from lkjip_xl.padan.pasang import PASTI
from lkjip_xl.ringkasan import RINGKASAN
from lkjip_xl.skema.pesan import buat_temuan
from lkjip_xl.sumber.model import KolomAsing, SelAsing
from lkjip_xl.tabel.model import BukuKerja, Nilai

EJAAN = 78.0  # texts at least this alike are two spellings
TABEL_LAIN = 0.3  # share of names written again in a block above which a file holds more than one table
GALAT = frozenset(x.value for x in Galat)
TERISI = 0.5  # a column this full leaves no cell blank by habit


class PelaporBeda:
    """Every difference of a table and a sheet as a finding; `hitungan` says what became of each cell."""

    def __init__(self, buku: BukuKerja, p: Padan, penyama: Penyama, berkas: str) -> None:
        self.p, self.tujuan, self.penyama, self.berkas = p, p.tujuan, penyama, berkas
        self._buku = buku
        self.kolom: dict[int, KolomAsing] = p.menurut_nomor
        self._tulis = PenulisBeda(p)
        self.turunan = Turunan(buku, p, penyama)
        self.andaian = Andaian(buku, p, penyama)
        self.tercetak = Tercetak(buku, p)
        self.hitungan, self._dilewati = Hitungan(), buku.dilewati
        self._penuh, self._samar = keterisian(p), samar(p)

    def temuan(self) -> list[Temuan]:
        """Every difference, swapped rows first named as such; what could not be compared last."""
        hasil = self.temuan_isi()
        atas: dict[int, Nilai] = {}
        for o, t, skor in self.p.baris.pasangan:
            uang = {k: n for k, n in self.p.angka.items() if self.tujuan.kolom[n].tipe == "rupiah"}
            atas |= {k: t.isi(n) for k, n in uang.items() if k in o.isi}
            hasil += self._hampa(o, t, atas)
            hasil += self._nama(o, t, skor)
        judul = baris_pernyataan(self.p)
        dihitung = {kunci_nama(k.judul) for n, k in self.tujuan.kolom.items() if n in self.tujuan.turunan}
        indikator = self._buku.indeks.menurut("indikator", "indikator", nama_setara)
        for o in self.p.baris.lebih:
            self.hitungan.baris(o.asing, Alasan.INDUK if id(o) in judul else Alasan.BARIS)
            if id(o) in judul or kunci_nama(o.nama) in dihitung:  # a row of what a column of ours computes (Predikat)
                continue
            # an indicator of which this sheet, or the part of it that is a summary, would hold nothing
            hampa = all(kosong(s) for k, s in o.isi.items() if k in self.p.angka) or tanpa_ciri(self.p, o)
            ringan = nama_setara(o.nama) in indikator and (hampa or self.tujuan.lembar in RINGKASAN)
            hasil.append(self._tulis.di_luar("CK-03", o, nama=o.nama, tingkat=Tingkat.CATATAN if ringan else None))
        hasil += self._ganda()
        self.hitungan.tak_dipakai(self.p)
        hasil += [*temuan_jumlah(self.p, self.penyama), *self._kurang()]
        hasil += temuan_kolom(self._buku, self.p, self.penyama, hasil)
        return hasil + list(kolom_lain(self.p, self.hitungan, self.berkas))

    def temuan_isi(self) -> list[Temuan]:
        """What the cells of paired rows say, and nothing of what either side leaves out."""
        hasil, sel = self._tertukar()
        for o, t, _ in self.p.baris.pasangan:
            hasil += self._baris(o, t, sel)
        return hasil

    def _nomor(self, k: int, n: str | None = None) -> bool:
        return self.tujuan.kolom[n].nomor if n else kunci_nama("".join(self.kolom[k].jalur[-1:])) in NOMOR

    # -- cells of a row -------------------------------------------------------------------------------------

    def _baris(self, o: BarisLuar, t: BarisTuju, lewati: set[tuple[int, int, int]]) -> Iterator[Temuan]:
        """What a row says cell by cell; computed cells that differ because what they follow from does join its finding."""
        beda: dict[str, int] = {}
        for k, sel in o.isi.items():
            if (n := self.p.kolom.get(k)) is None or k in self.p.level or n == self.p.nama:
                self._bukan_isi(o, t, k, n)
                continue
            hasil = self._sel(o, t, k, self.tujuan.kolom[n], sel)
            if isinstance(hasil, Temuan):
                yield hasil
            elif hasil and (*o.letak, k) not in lewati:
                beda[n] = k
        yield from self._beda(o, t, beda)

    def _bukan_isi(self, o: BarisLuar, t: BarisTuju, k: int, n: str | None) -> None:
        """The cells that name the row, and those of columns nobody knows."""
        if k == o.kolom_nama:
            self.hitungan.banding(nama_setara(o.nama) == nama_setara(t.isi(self.p.nama or "")), nama=True)
        elif k in self.p.level:
            self.hitungan.lewat(Alasan.INDUK)
        else:
            self.hitungan.lewat(Alasan.NOMOR if self._nomor(k, n) else Alasan.KOLOM)

    def _sel(self, o: BarisLuar, t: BarisTuju, k: int, c: KolomTuju, sel: SelAsing) -> Temuan | bool:
        """A finding of its own, or whether the cell differs."""
        h, kita = self.hitungan, t.isi(c.nama)
        if c.nomor:
            h.lewat(Alasan.NOMOR)
            return False
        if sel.tak_tahu:
            h.lewat(Alasan.RUMUS)
            return self._tulis.di_sel("CK-15", o, k, t, c.nama, sel.teks)
        if kita in GALAT or self._tertahan(t, c):
            h.lewat(Alasan.GALAT_LEMBAR)  # a cell it follows from is no figure, or doubted, and is compared itself
            return False
        ada = kita is not None or len(set(t.nilai[c.nama])) > 1
        if not c.teks and kosong(sel) and not self.penyama.sama(self.kolom[k], sel, t, c):
            h.banding(False)
            return self._tanpa_angka(o, k, t, c.nama, "" if nihil(sel) else sel.teks)
        if not ada and not kosong(sel):
            h.lewat(Alasan.KOSONG_LEMBAR)
            nol = not c.teks and self.penyama.bacaan(self.kolom[k], sel, c).nilai == 0
            if c.teks or nol or self._menunggu(t, c):
                return False
            return self._tulis.di_sel("CK-16", o, k, t, c.nama, sel.teks, self._tingkat_kosong(c))
        sama = self.penyama.sama(self.kolom[k], sel, t, c) or self.tercetak.mengikuti(t, c.nama)
        if sama and (satuan := self.penyama.satuan_lain(self.kolom[k], sel, t, c)):
            h.banding(False)
            return self._tulis.di_sel("CK-14", o, k, t, c.nama, sel.teks, satuan=satuan[0], milik=satuan[1])
        if not sama and id(t) in self._samar and not c.teks:
            h.lewat(Alasan.RAGU)
            return False
        h.banding(sama)
        return not sama

    def _beda(self, o: BarisLuar, t: BarisTuju, beda: dict[str, int]) -> Iterator[Temuan]:
        """One finding for each cell that differs by itself; it names the computed ones that follow from it.

        Computed cells that agree all the same join too: they tell which of the two figures is the right one.
        """
        turunan = self.tujuan.waris | self.tujuan.turunan
        ikut = {n for n in beda if beda.keys() & turunan.get(n, frozenset()) and self.turunan.mengikuti(o.isi, t, n)}
        for n, k in beda.items():
            if n in ikut:
                continue
            anak = [
                x
                for x, m in self.p.kolom.items()
                if n in turunan.get(m, ()) and x in o.isi and (m in ikut or m not in beda)
            ]
            terkait = [(self.tujuan.lembar, t.sel[self.p.kolom[x]]) for x in anak]
            terkait += [self._tulis.alamat(o, x) for x in anak]
            lain = "; ".join(self._sebut(o, t, x, m) for m, x in beda.items() if m in ikut and n in turunan[m])
            awal = self._kode(o, t, k, n)
            terbuka = self.andaian.jawaban(o, t, k, n)
            yield self._tulis.di_sel("CK-18" if terbuka else awal[0], *awal[1:], terkait=terkait, ikut=lain, **terbuka)

    def _sebut(self, o: BarisLuar, t: BarisTuju, k: int, n: str) -> str:
        kita = self._tulis.tampil(t, n)
        teks = tulis(kita) if isinstance(kita, float) else str(kita)
        return f"{self.tujuan.kolom[n].judul} {teks} / {o.isi[k].teks}"

    def _kode(
        self, o: BarisLuar, t: BarisTuju, k: int, n: str
    ) -> tuple[str, BarisLuar, int, BarisTuju, str, str, Tingkat | None]:
        """What kind of difference it is, as the first arguments of PenulisBeda.di_sel."""
        c, sel = self.tujuan.kolom[n], o.isi[k]
        kode, tingkat = "CK-01", None
        if c.teks and c.tipe != "pilihan":
            kode = "CK-06"
            # a text computed from figures (kategori) contradicts; another wording of a sasaran only differs
            if not any(not self.tujuan.kolom[x].teks for x in self.tujuan.turunan.get(n, ()) if x in self.tujuan.kolom):
                satuan = sel.teks, str(t.isi(n))
                gawat = c.satuan and (satuan_bertentangan(*satuan) or persen_bagi_cacah(o.nama, *satuan))
                tingkat = None if gawat else Tingkat.CATATAN
        elif not c.teks and self.penyama.bacaan(self.kolom[k], sel, c).status is Status.GALAT:
            kode = "CK-01" if isinstance(t.isi(n), str) else "CK-07"
        elif self.tercetak.dipotong(t, n) or self.penyama.dipotong(self.kolom[k], sel, t, c, self.tujuan.turunan):
            tingkat = Tingkat.PERINGATAN
        return kode, o, k, t, n, sel.teks, tingkat

    # -- what is blank on one side --------------------------------------------------------------------------

    def _hampa(self, o: BarisLuar, t: BarisTuju, atas: Mapping[int, Nilai]) -> Iterator[Temuan]:
        """Cells of a row that the table leaves out and the sheet has; atas: amounts printed once for several rows."""
        for k, n in self.p.angka.items():
            if k not in o.isi and t.isi(n) is not None and t.isi(n) != atas.get(k):
                yield self._tanpa_angka(o, k, t, n, "")

    def _tanpa_angka(self, o: BarisLuar, k: int, t: BarisTuju, n: str, tertulis: str) -> Temuan:
        """The sheet has a figure, the table none; a blank is no more than a note where the table leaves many blank."""
        # what a summary computes is no more printed everywhere than what a sheet does
        dihitung = self.tujuan.lembar in RINGKASAN and self.tujuan.kolom[n].tipe == "persen"
        biasa = self._penuh[n][0] > TERISI and n not in self.tujuan.turunan and not dihitung
        return self._tulis.di_sel("CK-13", o, k, t, n, tertulis, None if tertulis or biasa else Tingkat.CATATAN)

    def _tertahan(self, t: BarisTuju, c: KolomTuju) -> bool:
        """Is a computed cell made from one whose reading is doubted?"""
        ikut = self.tujuan.turunan.get(c.nama, ())
        return any((self.tujuan.lembar, t.sel.get(n, "")) in self._dilewati for n in ikut)

    def _menunggu(self, t: BarisTuju, c: KolomTuju) -> bool:
        """Is a computed cell blank because a figure it follows from is? Then that one is the gap, if any."""
        return any(t.isi(n) is None for n in self.tujuan.turunan.get(c.nama, ()) if n in self.tujuan.kolom)

    def _tingkat_kosong(self, c: KolomTuju) -> Tingkat | None:
        return None if c.tipe == "rupiah" and self._penuh.get(c.nama, (0, 0))[1] > TERISI else Tingkat.CATATAN

    # -- rows -----------------------------------------------------------------------------------------------

    def _nama(self, o: BarisLuar, t: BarisTuju, skor: float) -> Iterator[Temuan]:
        """A row found although its name is written otherwise."""
        if self.p.nama is None or not o.kolom_nama or skor >= PASTI:
            return
        a, b = nama_setara(o.nama), nama_setara(t.isi(self.p.nama))
        if a == b:
            return
        ejaan = mirip(a, b) >= EJAAN or a in b or b in a or baris_total(o.nama) or baris_total(t.isi(self.p.nama))
        yield self._tulis.di_sel("CK-06", o, o.kolom_nama, t, self.p.nama, o.nama, Tingkat.CATATAN if ejaan else None)

    def _tertukar(self) -> tuple[list[Temuan], set[tuple[int, int, int]]]:
        """One finding a pair of rows that show each other's figures, with all cells that take part."""
        temuan, lewati = [], set()
        for (i, j), kolom in tertukar(self.p, self.penyama).items():
            (o, t, _), (q, u, _) = self.p.baris.pasangan[i], self.p.baris.pasangan[j]
            if any((*x.letak, k) in lewati for x in (o, q) for k in kolom):
                continue
            lewati |= {(*x.letak, k) for x in (o, q) for k in kolom}
            n = self.p.angka[kolom[0]]
            terkait = [(self.tujuan.lembar, b.sel[self.p.angka[k]]) for b in (t, u) for k in kolom]
            terkait += [self._tulis.alamat(x, k) for x in (o, q) for k in kolom]
            temuan.append(
                self._tulis.di_sel("CK-05", o, kolom[0], t, n, o.isi[kolom[0]].teks, terkait=terkait, lain=u.sel[n])
            )
        return temuan, lewati

    def _ganda(self) -> Iterator[Temuan]:
        """Names written again: several tables in one file where most names come again in a block, else each name as such."""
        menurut: dict[int, list[BarisLuar]] = defaultdict(list)
        pertama: dict[int, BarisLuar] = {}
        for o, k in self.p.baris.ganda:
            self.hitungan.baris(o.asing, Alasan.GANDA)
            menurut[id(k)].append(o)
            pertama[id(k)] = k
        akhir = max((k.letak for k in pertama.values()), default=(0, 0))
        blok = all(o.letak > akhir for milik in menurut.values() for o in milik)
        if len(menurut) > 1 and blok and len(menurut) > TABEL_LAIN * len(self.p.baris.pasangan):
            banyak = len(self.p.baris.ganda)
            yield buat_temuan("CK-10", lembar=self.tujuan.lembar, berkas=self.berkas, banyak=banyak)
            return
        for i, milik in menurut.items():
            k = pertama[i]
            yield self._tulis.di_luar(
                "CK-04",
                milik[0],
                [k, *milik[1:]],
                nama=k.nama,
                lain=k.nomor,
                kali=len(milik) + 1,
                tingkat=Tingkat.CATATAN if berulang(self.p, k) else None,
            )

    def _kurang(self) -> Iterator[Temuan]:
        """Rows of the sheet that the table leaves out."""
        nama = self.p.nama
        if nama is None:
            return
        for t, ringan in baris_kurang(self.p, self.penyama):
            isi = str(t.isi(nama))
            yield buat_temuan(
                "CK-02", lembar=self.tujuan.lembar, sel=t.sel[nama], kolom=self.tujuan.kolom[nama].judul,
                nilai=isi, nama=isi, berkas=self.berkas, tingkat=Tingkat.CATATAN if ringan else None,
            )  # fmt: skip
