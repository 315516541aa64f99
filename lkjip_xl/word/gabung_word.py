"""Puts new blocks into a document in use: only the bytes of renewed, added and removed blocks change."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from copy import deepcopy
from dataclasses import dataclass, field

from lxml import etree

from lkjip_xl.buku.bagian import buang_bagian
from lkjip_xl.buku.relasi import Relasi
from lkjip_xl.buku.xmlaman import RELASI_DOK, Elemen
from lkjip_xl.word.dokumen import Dokumen
from lkjip_xl.word.hitungan_word import cara_hitung
from lkjip_xl.word.keadaan_blok import Blok
from lkjip_xl.word.lintang import LONGGAR, BagianHalaman, bagian_halaman, lebar_tabel, melintang, pemisah_saja
from lkjip_xl.word.petak import Peta, Petak, Ubahan, Unsur, terapkan
from lkjip_xl.word.pindahan import Pindahan
from lkjip_xl.word.rencana_word import Langkah, Tindakan
from lkjip_xl.word.sidik_blok import A, sedang_disunting, sidik_unsur, w
from lkjip_xl.word.tanda_blok import baca_tanda


@dataclass(slots=True)
class Gabungan:
    """A document in use (lama) and the new report (baru) on their way to one."""

    lama: Dokumen
    peta: Peta
    ada: dict[str, Blok]
    baru: dict[str, Blok]
    pindahan: Pindahan
    urutan: Sequence[str | None]  # ids of the new report in order, None for a section break
    ubahan: list[Ubahan] = field(default_factory=list)
    _hilang: set[int] = field(default_factory=set)  # id() of slices that go
    _bertabel: set[int] = field(default_factory=set)  # places where a table is put in

    def jalankan(self, rencana: Iterable[Langkah]) -> bytes:
        """The main part after all steps."""
        tambah: set[str] = set()
        for x in rencana:
            if x.tindakan in (
                Tindakan.DIPERBARUI,
                Tindakan.SAMA,
            ):  # the same, too: LibreOffice drops where a count begins
                self._perbarui(self.ada[x.id], self.baru[x.id])
            elif x.tindakan is Tindakan.DISUNTING:
                self._hitung_lagi(self.ada[x.id], self.baru[x.id])
            elif x.tindakan is Tindakan.DIHAPUS:
                self._hapus(self.ada[x.id])
            elif x.tindakan is Tindakan.DITAMBAHKAN:
                tambah.add(x.id)
        self._tambah(tambah)
        self._hapus_bagian_kosong()
        return terapkan(self.peta.data, self.ubahan)

    # --- one block

    def _perbarui(self, lama: Blok, baru: Blok) -> None:
        if len(lama.unsur) == len(baru.unsur):
            for u, v in zip(lama.unsur, baru.unsur, strict=True):
                if u.tanda[0].sidik != v.tanda[0].sidik or cara_hitung(u.e) != cara_hitung(v.e):
                    self._ganti(u, [v.e])
        else:
            self._ganti(lama.unsur[0], [v.e for v in baru.unsur])
            self.ubahan += [(u.petak.awal, u.petak.akhir, b"") for u in lama.unsur[1:]]
        if lama.sidik != baru.sidik:
            self._lebarkan(lama, baru)

    def _hitung_lagi(self, lama: Blok, baru: Blok) -> None:
        """Of an edited block the caption that nobody touched: it, too, may have lost where its count begins."""
        untuk = {v.tanda[0].ke: v for v in baru.unsur}
        for u in lama.unsur:
            v = untuk.get(u.tanda[0].ke)
            if v is None or not cara_hitung(v.e) or u.tanda[0].sidik != v.tanda[0].sidik or sedang_disunting(u.e):
                continue
            tersentuh = sidik_unsur(u.e, lambda _: None) != u.tanda[0].sidik
            if len(u.tanda) == 1 and not tersentuh and cara_hitung(u.e) != cara_hitung(v.e):
                self._ganti(u, [v.e])

    def _ganti(self, u: Unsur, baru: Sequence[Elemen]) -> None:
        isi = [self.pindahan.siapkan(e) for e in baru]
        pakai_rupa(isi[0], u.e)
        self.ubahan.append((u.petak.awal, u.petak.akhir, b"".join(map(self.pindahan.sendiri, isi))))

    def _hapus(self, b: Blok) -> None:
        """A paragraph that ends a section, too, stays as an empty one."""
        milik = {id(u.petak) for u in b.unsur}
        for u in b.unsur:
            sifat = u.e.find(f"{w('pPr')}/{w('sectPr')}")
            if u.kendali and sifat is None and all(id(x) in milik for x in u.kendali.isi):
                if id(u.kendali) not in self._hilang:
                    self._buang(u.kendali)
            elif sifat is None:
                self._buang(u.petak)
            else:
                p = etree.Element(w("p"))
                etree.SubElement(p, w("pPr")).append(deepcopy(sifat))
                self.ubahan.append((u.petak.awal, u.petak.akhir, Pindahan.sendiri(p)))

    def _buang(self, p: Petak) -> None:
        self._hilang |= {id(p), *map(id, p.isi)}
        self.ubahan.append((p.awal, p.akhir, b""))

    # --- new blocks

    def _tambah(self, tambah: set[str]) -> None:
        """Each behind the nearest block before it that is there; where a section begins between, before the next one."""
        for tempat, milik in self._tempat(tambah).items():
            bagian = self._bagian_di(tempat)
            isi, terbuka = b"", False
            for i, k in enumerate(milik):
                perlu = self._terlalu_lebar(self.baru[k], bagian) or self._judul_di_atas_lebar(milik[i:], bagian)
                if bagian and perlu != terbuka:
                    pemisah = bagian.pemisah(melintang=terbuka, awal=not terbuka)
                    atas = tempat if isi else self._judul_di_atas(tempat)
                    if atas != tempat:  # the heading that is there goes along
                        self.ubahan.append((atas, atas, pemisah))
                    else:
                        isi += pemisah
                    terbuka = perlu
                kendali = self.baru[k].kendali
                assert kendali is not None
                isi += self.pindahan.bawa(kendali.e)
            if bagian and terbuka:
                isi += bagian.pemisah(melintang=True)
            if bagian and any(self._terlalu_lebar(self.baru[k], bagian) for k in milik):
                self._hitung_terus(bagian)
            self.ubahan.append((tempat, tempat, isi))
            if any(lebar_tabel(u.e) for k in milik for u in self.baru[k].unsur):
                self._bertabel.add(tempat)

    def _tempat(self, tambah: set[str]) -> dict[int, list[str]]:
        ada = [(i, k) for i, k in enumerate(self.urutan) if k in self.ada]
        hasil: dict[int, list[str]] = {}
        sebelum, batas = None, False
        for i, k in enumerate(self.urutan):
            if k is None:
                batas = True
            elif k in self.ada:
                sebelum, batas = self.ada[k], False
            elif k in tambah:
                sesudah = next((self.ada[x] for j, x in ada if j > i and x), None)
                if sesudah is not None and (sebelum is None or (batas and sesudah.awal >= sebelum.akhir)):
                    tempat = sesudah.awal
                else:
                    tempat = sebelum.akhir if sebelum else self._ujung()
                hasil.setdefault(tempat, []).append(k)
        return hasil

    def _ujung(self) -> int:
        akhir = self.peta.petak[-1]
        return akhir.awal if akhir.e.tag == w("sectPr") else akhir.akhir

    # --- pages

    def _bagian_di(self, tempat: int) -> BagianHalaman | None:
        return next((b for b in bagian_halaman(self.peta) if b.akhir > tempat), None)

    def _terlalu_lebar(self, b: Blok, bagian: BagianHalaman | None) -> bool:
        return bagian is not None and any(lebar_tabel(u.e) > bagian.lebar + LONGGAR for u in b.unsur)

    def _judul_di_atas_lebar(self, milik: Sequence[str], bagian: BagianHalaman | None) -> bool:
        """Does a heading stand right above a table that needs a page of its own?"""
        for k in milik:
            if not _berjudul(self.baru[k]):
                return self._terlalu_lebar(self.baru[k], bagian)
        return False

    def _judul_di_atas(self, tempat: int) -> int:
        """Where the headings right above a place begin; the place itself where there are none."""
        for b in sorted(self.ada.values(), key=lambda b: b.awal, reverse=True):
            if b.akhir == tempat and b.utuh and _berjudul(b):
                tempat = b.awal
        return tempat

    def _lebarkan(self, lama: Blok, baru: Blok) -> None:
        """A landscape page around a renewed block that has grown too wide."""
        bagian = self._bagian_di(lama.awal)
        if bagian is None or not self._terlalu_lebar(baru, bagian):
            return
        awal = self._judul_di_atas(lama.awal)
        self.ubahan += [
            (awal, awal, bagian.pemisah(awal=True)),
            (lama.akhir, lama.akhir, bagian.pemisah(melintang=True)),
        ]
        self._hitung_terus(bagian)

    def _hitung_terus(self, bagian: BagianHalaman) -> None:
        if bagian.menghitung_ulang and not any(a <= bagian.petak.awal < z for a, z, _ in self.ubahan):
            self.ubahan.append(bagian.tanpa_mulai(self.peta.data))

    def _hapus_bagian_kosong(self) -> None:
        """A section of which nothing is left but its end would be an empty page; a landscape one goes with its last table.

        What people wrote keeps the page it stands on.
        """
        sempit = {id(u.petak) for b in self.ada.values() if b.utuh and not any(lebar_tabel(u.e) for u in b.unsur) for u in b.unsur}  # fmt: skip
        disisipi = {a for a, z, isi in self.ubahan if a == z and isi}
        berisi, perlu, dibuang = True, True, False
        pemisah = None
        for u in (u for u in self.peta.unsur if u.e.tag != w("sectPr")):
            letak = {u.petak.awal, u.kendali.awal if u.kendali is not None else u.petak.awal}
            berisi |= bool(letak & disisipi)
            perlu |= bool(letak & self._bertabel)
            if id(u.petak) in self._hilang or (u.kendali is not None and id(u.kendali) in self._hilang):
                dibuang = True
            elif pemisah_saja(u.e):
                if dibuang and not u.kendali and not (perlu if melintang(u.e) else berisi):
                    self._buang(u.petak)
                berisi, perlu, dibuang = False, False, False
                pemisah = u
            else:
                berisi = True
                perlu |= id(u.petak) not in sempit
        if dibuang and pemisah is not None and not pemisah.kendali and not berisi and self._ujung() not in disisipi:
            akhir = bagian_halaman(self.peta)[-1].petak  # the section before becomes the last
            sifat = next(iter(pemisah.e.iter(w("sectPr"))))
            self._buang(pemisah.petak)
            self.ubahan.append((akhir.awal, akhir.akhir, Pindahan.sendiri(deepcopy(sifat))))


def _berjudul(b: Blok) -> bool:
    """Is it a heading? By its style's id, which keeps this beginning in Word and LibreOffice."""
    gaya = b.unsur[0].e.find(f"{w('pPr')}/{w('pStyle')}") if len(b.unsur) == 1 else None
    return gaya is not None and gaya.get(w("val"), "").startswith("Heading")


def pakai_rupa(baru: Elemen, lama: Elemen) -> None:
    """Let a renewed element look as the one in its place was made to look, and keep what others refer to in it."""
    if baru.tag == lama.tag == w("p"):
        _halaman_baru(baru, lama)
        _ganti_anak(baru, lama, w("pPr"))
        _rupa_huruf(baru, lama)
    elif baru.tag == lama.tag == w("tbl") and _kolom(baru) == _kolom(lama):
        lebar = baru.find(f"{w('tblPr')}/{w('tblW')}")
        _ganti_anak(baru, lama, w("tblPr"))
        sini = baru.find(f"{w('tblPr')}/{w('tblW')}")
        if lebar is not None and sini is not None:
            sini.attrib.update(dict(lebar.attrib))
    _penanda_orang(baru, lama)


def _ganti_anak(baru: Elemen, lama: Elemen, tag: str) -> None:
    for x in baru.findall(tag):
        baru.remove(x)
    x = lama.find(tag)
    if x is not None:
        baru.insert(0, deepcopy(x))


def _halaman_baru(baru: Elemen, lama: Elemen) -> None:
    """Keep a page break before the first word."""
    isi = next((x for x in lama.iter(w("t"), w("br"), w("drawing")) if x.tag != w("t") or x.text), None)
    if isi is not None and isi.tag == w("br") and isi.get(w("type")) == "page":
        r = etree.Element(w("r"))
        r.append(deepcopy(isi))
        r[0].tail = None
        baru.insert(0, r)


def _rupa_huruf(baru: Elemen, lama: Elemen) -> None:
    """Where all text of a paragraph was made to look one way, that way."""
    rupa = [r.find(w("rPr")) for r in lama.iter(w("r")) if r.find(w("t")) is not None]
    tulis = {b"" if x is None or not len(x) else etree.tostring(x, method="c14n", exclusive=True) for x in rupa}
    if len(tulis) != 1 or not rupa or rupa[0] is None or not len(rupa[0]):
        return
    for r in baru.iter(w("r")):
        if r.find(w("rPr")) is None:
            r.insert(0, deepcopy(rupa[0]))


def _kolom(tabel: Elemen) -> int:
    return len(tabel.findall(f"{w('tblGrid')}/{w('gridCol')}"))


def _penanda_orang(baru: Elemen, lama: Elemen) -> None:
    """Bookmarks people or Word put there (references, contents) go around the new content."""
    punya = {x.get(w("name")) for x in baru.iter(w("bookmarkStart"))}
    p = baru if baru.tag == w("p") else next(baru.iter(w("p")))
    letak = 1 if len(p) and p[0].tag == w("pPr") else 0
    kita = set()
    for x in lama.iter(w("bookmarkStart")):
        nama = x.get(w("name"), "")
        if baca_tanda(nama) or nama in punya:
            kita.add(x.get(w("id")))
        else:
            p.insert(letak, deepcopy(x))
    for x in lama.iter(w("bookmarkEnd")):
        if x.get(w("id")) not in kita:
            p.append(deepcopy(x))


def buang_gambar(dok: Dokumen, sebelum: bytes) -> None:
    """Take pictures away that the main part referred to before and does not any more."""

    def rid(data: bytes) -> set[str]:
        akar = etree.fromstring(data)
        return {x.get(f"{{{RELASI_DOK}}}embed", "") for x in akar.iter(f"{{{A}}}blip")}

    relasi = Relasi(dok.paket, dok.utama)
    hilang = rid(sebelum) - rid(dok.xml)
    milik = [h for h in relasi.semua() if h.id in hilang and not h.luar]
    for h in milik:
        relasi.hapus(h.id)
    relasi.simpan()
    masih = {h.tujuan for n in dok.paket.daftar() if n.endswith(".xml") for h in Relasi(dok.paket, n).semua()}
    for bagian in {h.tujuan for h in milik} - masih:
        if bagian in dok.paket:
            buang_bagian(dok.paket, bagian)
