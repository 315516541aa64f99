"""Rules of Daftar Tabel on what is printed of a summary: columns nobody knows or names twice, tables that cannot be one."""

from __future__ import annotations

from collections.abc import Iterator

from lkjip_xl.inti.kunci import kunci_teks
from lkjip_xl.ringkasan import RINGKASAN, dicetak_dari
from lkjip_xl.ringkasan.kepala import tak_bersama
from lkjip_xl.ringkasan.masukan import SEMUA_PERLU
from lkjip_xl.ringkasan.tercetak import nama_kolom, pilihan_kolom
from lkjip_xl.skema.perlu import perlu
from lkjip_xl.tabel.model import BukuKerja
from lkjip_xl.validasi.aturan.pelapor import Pelapor
from lkjip_xl.validasi.aturan.penelusur import Rujukan
from lkjip_xl.validasi.aturan.registri import aturan

LEMBAR = "daftar_tabel"


@aturan(kode=("SU-20", "SU-21", "SU-23"), baca=SEMUA_PERLU.longgar())
def kolom_tercetak(buku: BukuKerja, lapor: Pelapor) -> None:
    """Kolom tercetak yang disebut ada di ringkasannya, satu kali."""
    for b, lembar in _berlaku(buku, lapor):
        teks = lapor.jejak.baris(LEMBAR)[b].get("kolom")
        if lembar not in RINGKASAN or not kunci_teks(teks) or not dicetak_dari(buku, lembar):
            continue
        p, sel = pilihan_kolom(buku, lembar), Rujukan(LEMBAR, b, "kolom")
        for nama, mirip in p.asing:
            usul = f'Barangkali "{mirip}". ' if mirip else ""
            lapor("SU-20", sel, nama=nama, ringkasan=lembar, usul=usul, pilihan="; ".join(nama_kolom(buku, lembar)))
        for nama in p.ganda:
            lapor("SU-21", sel, nama=nama)
        if p.pokok:
            lapor("SU-23", sel, nama=p.pokok)


@aturan(kode=("SU-22",), lembar=(LEMBAR,), baca=perlu(daftar_tabel="ringkasan ?bersama ?tampil"))
def tabel_bersama(buku: BukuKerja, lapor: Pelapor) -> None:
    """Ringkasan yang disatukan dengan tabel lain berisi satu baris per indikator, dan tabel itu dicetak."""
    for b, lembar in _berlaku(buku, lapor):
        tampil = kunci_teks(lapor.jejak.baris(LEMBAR)[b].get("tampil")) != "tidak"
        if tampil and (sebab := tak_bersama(buku, lembar)):
            lapor("SU-22", Rujukan(LEMBAR, b, "bersama"), ringkasan=lembar, sebab=sebab)


def _berlaku(buku: BukuKerja, lapor: Pelapor) -> Iterator[tuple[int, str]]:
    """The row of each summary that counts: its first."""
    for b, isi in lapor.jejak.baris(LEMBAR).items() if buku[LEMBAR].ada else ():
        lembar = isi["ringkasan"]
        if isinstance(lembar, str) and buku.indeks.baris(LEMBAR, "ringkasan", lembar) == b:
            yield b, lembar
