"""Renews a report in use from the workbook: what people wrote stays, what nobody touched is as if made today."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from lkjip_xl.buku.galat import GalatBerkas
from lkjip_xl.buku.tanda_tangan import bertanda_tangan
from lkjip_xl.inti.temuan import Temuan
from lkjip_xl.skema.pesan import buat_temuan
from lkjip_xl.word.angka_blok import BedaAngka, beda_dokumen
from lkjip_xl.word.catatan_blok import Catatan, baca_catatan, tulis_catatan
from lkjip_xl.word.daftar_word import segarkan
from lkjip_xl.word.dokumen import Dokumen
from lkjip_xl.word.gabung_word import Gabungan, buang_gambar
from lkjip_xl.word.jati_diri import JatiDiri, jati_diri
from lkjip_xl.word.keadaan_blok import blok_dokumen
from lkjip_xl.word.kepala_word import perbarui_kepala
from lkjip_xl.word.lampiran import hitung_isian, id_daftar_isian
from lkjip_xl.word.naskah import Balok, Daftar, Isian, Naskah
from lkjip_xl.word.petak import Peta, petakan
from lkjip_xl.word.pindahan import Pindahan, nama_gaya
from lkjip_xl.word.rencana_word import Langkah, rencanakan, tanda_hilang
from lkjip_xl.word.salinan_blok import salinan_lama
from lkjip_xl.word.sidik_blok import teks_unsur

Tulis = Callable[[Naskah], bytes]


@dataclass(frozen=True, slots=True)
class HasilPerbaruiWord:
    """The renewed document and what became of its blocks; isian: placeholders left.

    beda: figures that differ, by block: in what was pasted a second time. terpisah: the marks are gone; data is a new
    report for a file beside the old one, and beda is about all of the old one. susunan_lain: blocks stand in another order than a new report has. instansi: the agency the
    document names and that of the workbook, where they differ.
    """

    data: bytes
    isian: int
    rencana: Sequence[Langkah] = ()
    berubah: bool = True
    terpisah: bool = False
    beda: Sequence[tuple[str, BedaAngka]] = ()
    susunan_lain: bool = False
    instansi: tuple[str, str] | None = None

    def temuan(self) -> list[Temuan]:
        """Figures that differ from the workbook, and what else people should know."""
        beda = [*self.beda, *((x.nama, x.beda) for x in self.rencana if x.beda)]
        hasil = []
        for blok, b in beda:
            tertulis, kini = ", ".join(b.tertulis), ", ".join(b.kini)
            hasil.append(buat_temuan("LP-14", lembar="", blok=blok, tertulis=tertulis, kini=kini))
        if self.susunan_lain:
            hasil.append(buat_temuan("LP-16", lembar=""))
        if self.instansi:
            hasil.append(buat_temuan("LP-17", lembar="", tertulis=self.instansi[0], kini=self.instansi[1]))
        return hasil


def perbarui_word(data: bytes, nama: str, naskah: Naskah, tulis: Tulis) -> HasilPerbaruiWord:
    """Renew the document `data` (nama: its file, for messages) so that it reports what naskah says; tulis prints one.

    Raises GalatBerkas: LP-11 (no Word document), LP-12 (the report of another year), LP-13 (digitally signed).
    """
    lama = Dokumen(data, nama)
    catatan = baca_catatan(lama.paket)
    if catatan is not None and catatan.tahun != naskah.tahun:
        raise GalatBerkas("LP-12", berkas=nama, tahun=catatan.tahun, laporan=naskah.tahun)
    if bertanda_tangan(lama.paket):
        raise GalatBerkas("LP-13", berkas=nama)
    peta = petakan(lama.xml, lama.utama, nama)
    ada = blok_dokumen(peta, lama.media)
    if catatan is None or tanda_hilang(catatan, ada):
        baru = Dokumen(tulis(naskah), nama)
        beda = beda_dokumen(_baris(peta, lama), _baris_baru(baru, naskah))
        return HasilPerbaruiWord(baru.data, len(naskah.isian), terpisah=True, beda=list(beda))
    isian = [diri.id for x, diri in _berjati(naskah) if isinstance(x, Isian)]
    kosong = sum(ada[k].utuh if k in ada else k not in catatan.blok for k in isian)
    if kosong != len(isian):
        naskah = hitung_isian(naskah, kosong)
    daftar = {x.isi: diri.id for x, diri in _berjati(naskah) if isinstance(x, Daftar)}
    lepas = id_daftar_isian()
    if lepas in ada and lepas not in daftar.values():  # page numbers that a program put in are nobody's words
        ada[lepas] = replace(ada[lepas], utuh=True)
    pernah = {k for k in daftar.values() if k in ada or k in catatan.blok}
    ada = {k: b for k, b in ada.items() if k not in daftar.values()}
    baru = Dokumen(tulis(naskah), nama)
    diri = jati_diri(naskah.balok)
    urutan = [x.id if x else None for x in diri if x is None or x.id not in pernah]
    semua = blok_dokumen(petakan(baru.xml, baru.utama, nama), baru.media)
    blok_baru = {k: semua[k] for k in urutan if k}
    sebutan = {x.id: x.nama for x in diri if x}
    rencana = rencanakan(ada, blok_baru, sebutan, catatan, (lama.media, baru.media), isian)
    salinan = list(salinan_lama(peta, ada, blok_baru, sebutan, (lama.media, baru.media)))
    _gabung(lama, baru, lambda p: Gabungan(lama, peta, ada, blok_baru, p, urutan).jalankan(rencana), daftar)
    _sekeliling(lama, baru, naskah, catatan)
    bersama = [k for k in ada if k in blok_baru]
    return HasilPerbaruiWord(
        lama.paket.kemas(), kosong, rencana, bool(lama.paket.berubah() or lama.paket.dihapus()),
        beda=[(f"Salinan {nama_blok}", beda) for nama_blok, beda in salinan], susunan_lain=bersama != [k for k in blok_baru if k in ada],
        instansi=(catatan.instansi, naskah.instansi) if catatan.instansi != naskah.instansi else None,
    )  # fmt: skip


def _gabung(lama: Dokumen, baru: Dokumen, jalankan: Callable[[Pindahan], bytes], daftar: dict[str, str]) -> None:
    """The blocks, then what counts or lists them."""
    sebelum = lama.xml
    for langkah in (jalankan, lambda p: segarkan(lama, lama.xml, p, nama_gaya(lama), daftar)):
        pindahan = Pindahan(baru, lama)
        isi = langkah(pindahan)
        if isi != lama.xml:
            lama.paket.ganti(lama.utama, isi)
        pindahan.simpan()
        lama.baca_ulang()
    if lama.xml != sebelum:
        buang_gambar(lama, sebelum)


def _sekeliling(lama: Dokumen, baru: Dokumen, naskah: Naskah, catatan: Catatan) -> None:
    """What stands outside the body: running heads, and the record."""
    pindahan = Pindahan(baru, lama)
    perbarui_kepala(lama, baru, pindahan, catatan.judul, naskah.judul, naskah.draf)
    pindahan.simpan()
    blok = tuple(x.id for x in jati_diri(naskah.balok) if x)
    tulis_catatan(lama.paket, Catatan(naskah.tahun, naskah.instansi, naskah.judul, blok))


def _berjati(naskah: Naskah) -> Iterator[tuple[Balok, JatiDiri]]:
    for x, diri in zip(naskah.balok, jati_diri(naskah.balok), strict=True):
        if diri:
            yield x, diri


def _baris(peta: Peta, dok: Dokumen) -> Iterator[str]:
    """Lines of a document: paragraphs, rows of tables."""
    for u in peta.unsur:
        yield from teks_unsur(u.e, dok.media, bidang=True).split("\n")


def _baris_baru(dok: Dokumen, naskah: Naskah) -> Iterator[tuple[str, str]]:
    """Lines of a new report with the name of the block they are from; lists hold page numbers only."""
    peta = petakan(dok.xml, dok.utama, dok.nama)
    nama = {diri.id: diri.nama for x, diri in _berjati(naskah) if not isinstance(x, Daftar)}
    for u in peta.unsur:
        if u.tanda and u.tanda[0].id in nama:
            for baris in teks_unsur(u.e, dok.media, bidang=True).split("\n"):
                yield nama[u.tanda[0].id], baris
