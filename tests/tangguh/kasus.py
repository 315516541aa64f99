"""Kept cases: everything that once ended with exit 3, wrote a shifted style or refused a sound file, as a few lines each.

Add one whenever the campaign finds a kind: the smallest workbook that shows it, the command, what it must give.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tangguh import dasar, kolam, olah
from tangguh.hasil import Hasil, Kelas
from tangguh.mutan import coba_perintah, coba_pustaka
from tangguh.olah import Bagian, ubah

BAGIAN = "kept cases"
BUKU, GAYA, LEMBAR, JENIS = "xl/workbook.xml", "xl/styles.xml", "xl/worksheets/sheet6.xml", "[Content_Types].xml"
WB_RELS = "xl/_rels/workbook.xml.rels"
CANGKOK = "cangkok"  # a sheet grafted and read again: cheaper than a command, and it sees shifted styles
SAH = frozenset({Kelas.OK, Kelas.TEMUAN})
TOLAK = frozenset({Kelas.DITOLAK})
SALAH_SATU = SAH | TOLAK  # a message either way: which, is the reader's choice


@dataclass(frozen=True, slots=True)
class Kasus:
    """One case: what is done to the small workbook, the command, the outcomes allowed."""

    nama: str
    ubah: Callable[[Bagian], None]
    perintah: tuple[str, ...]
    harap: frozenset[Kelas]


KASUS: dict[str, Kasus] = {}


def kasus(harap: frozenset[Kelas], *perintah: str) -> Callable[[Callable[[Bagian], None]], None]:
    """Register a case that is run through some commands."""

    def daftar(f: Callable[[Bagian], None]) -> None:
        KASUS[f.__name__] = Kasus(f.__name__, f, perintah or ("validasi", "ringkas"), harap)

    return daftar


def _sel(isi: Bagian, sel: str) -> None:
    """Put a row with these cells behind the rows of a user's own sheet: what is in it concerns none of ours."""
    from tangguh.hiasan import lembar

    olah.tambah_lembar(isi, "Milik Saya", lembar(f'<row r="2">{sel}</row>'), nomor=930)


def _isian(isi: Bagian, teks: str) -> None:
    """Put a cell in the place of E8 of Indikator, the text of an indicator."""
    lembar = dasar.bagian_lembar("Indikator")  # its number is another as soon as a sheet is added before it
    m = re.search(rb'<c r="E8"[^>]*>.*?</c>|<c r="E8"[^>]*/>', isi[lembar], re.DOTALL)
    assert m is not None
    isi[lembar] = isi[lembar][: m.start()] + teks.encode() + isi[lembar][m.end() :]


@kasus(SAH, CANGKOK, "ringkas", "validasi-tulis", "edar")
def komentar_di_cellxfs(isi: Bagian) -> None:
    isi[GAYA] = re.sub(rb"(<cellXfs[^>]*>)", rb"\1<!-- catatan -->", isi[GAYA], count=1)


@kasus(SAH, CANGKOK, "ringkas", "edar")
def komentar_di_fonts(isi: Bagian) -> None:
    isi[GAYA] = re.sub(rb"(<fonts[^>]*>)", rb"\1<!-- catatan -->", isi[GAYA], count=1)


@kasus(SAH, CANGKOK, "ringkas", "tahun-baru-bekukan", "mesin")
def komentar_di_sheets(isi: Bagian) -> None:
    ubah(isi, BUKU, "<sheets>", "<sheets><!-- catatan -->")


@kasus(SAH, "isi", "ringkas", "rapikan-terapkan")
def komentar_di_sheetdata(isi: Bagian) -> None:
    for n in [n for n in isi if n.startswith("xl/worksheets/sheet")]:
        isi[n] = isi[n].replace(b"<sheetData>", b"<sheetData><!-- c -->").replace(b"</row>", b"<!-- r --></row>", 1)


@kasus(SALAH_SATU, "ringkas")
def asing_di_sheets(isi: Bagian) -> None:
    ubah(isi, BUKU, "<sheets>", '<sheets><x:y xmlns:x="urn:x"/>')


@kasus(SALAH_SATU, CANGKOK, "ringkas")
def asing_di_cellxfs(isi: Bagian) -> None:
    isi[GAYA] = re.sub(rb"(<cellXfs[^>]*>)", rb'\1<x:y xmlns:x="urn:x"/>', isi[GAYA], count=1)


@kasus(TOLAK)
def sandi_tak_dikenal(isi: Bagian) -> None:
    isi[LEMBAR] = b'<?xml version="1.0" encoding="x-tidak-ada"?>' + re.sub(rb"^<\?xml[^>]*\?>", b"", isi[LEMBAR])


@kasus(TOLAK)
def sandi_bersambung(isi: Bagian) -> None:
    """A multi-byte encoding that expat does not know raises ValueError, not ExpatError."""
    isi[BUKU] = b'<?xml version="1.0" encoding="utf-32"?>' + re.sub(rb"^<\?xml[^>]*\?>", b"", isi[BUKU])


@kasus(TOLAK, "ringkas")
def sandi_salah_di_jenis(isi: Bagian) -> None:
    isi[JENIS] = b'<?xml version="1.0" encoding="utf-7"?>' + re.sub(rb"^<\?xml[^>]*\?>", b"", isi[JENIS])


@kasus(SALAH_SATU, "ringkas")
def nama_lembar_tiada(isi: Bagian) -> None:
    """A <sheet> without name."""
    isi[BUKU] = isi[BUKU].replace(b' name="Satuan"', b"", 1)


@kasus(SALAH_SATU)
def id_lembar_bukan_angka(isi: Bagian) -> None:
    isi[BUKU] = isi[BUKU].replace(b'sheetId="6"', b'sheetId="enam"')


@kasus(SALAH_SATU)
def id_lokal_bukan_angka(isi: Bagian) -> None:
    ubah(isi, BUKU, "</definedNames>", '<definedName name="q" localSheetId="x">1</definedName></definedNames>')


@kasus(SALAH_SATU, "ringkas")
def nama_tanpa_nama(isi: Bagian) -> None:
    ubah(
        isi,
        BUKU,
        "</definedNames>",
        '<definedName localSheetId="0">1</definedName><definedName>1</definedName></definedNames>',
    )


@kasus(SALAH_SATU)
def tab_aktif_bukan_angka(isi: Bagian) -> None:
    isi[BUKU] = isi[BUKU].replace(b'activeTab="0"', b'activeTab="x"')


@kasus(SALAH_SATU)
def format_bukan_angka(isi: Bagian) -> None:
    isi[GAYA] = re.sub(rb'numFmtId="\d+"', b'numFmtId="x"', isi[GAYA])


@kasus(SALAH_SATU)
def format_bernomor_panjang(isi: Bagian) -> None:
    """Python refuses to read a number of more than 4,300 digits."""
    isi[GAYA] = re.sub(rb'numFmtId="\d+"', b'numFmtId="' + b"1" * 5000 + b'"', isi[GAYA], count=3)


@kasus(SALAH_SATU)
def alamat_f0(isi: Bagian) -> None:
    _sel(isi, '<c r="F0"><v>1</v></c>')


@kasus(SALAH_SATU)
def gaya_negatif(isi: Bagian) -> None:
    """Python's index -1 is the last style, which is another one as soon as one is added."""
    _sel(isi, '<c r="B2" s="-1"><v>1</v></c>')


@kasus(SALAH_SATU)
def teks_negatif(isi: Bagian) -> None:
    olah.ke_bersama(isi)
    _sel(isi, '<c r="B2" t="s"><v>-1</v></c>')


@kasus(SALAH_SATU, CANGKOK, "ringkas")
def ruang_nama_tak_sah(isi: Bagian) -> None:
    """A namespace that is no address: the canonical form of such a record cannot be made."""
    isi[GAYA] = re.sub(rb"<protection ", b'<protection xmlns="0" ', isi[GAYA], count=1)


@kasus(SALAH_SATU, "validasi", "ringkas", "edar")
def angka_tak_hingga(isi: Bagian) -> None:
    _isian(isi, '<c r="E8"><v>1e400</v></c>')


@kasus(SALAH_SATU, "validasi", "ringkas", "edar", "laporan", "tahun-baru")
def bukan_angka(isi: Bagian) -> None:
    _isian(isi, '<c r="E8"><v>NaN</v></c>')


@kasus(SALAH_SATU, "validasi-tulis", "ringkas", "edar-nilai", "laporan", "tahun-baru-bekukan")
def karakter_kendali(isi: Bagian) -> None:
    _isian(isi, '<c r="E8" t="str"><v>bunyi _x0007_ bel</v></c>')


@kasus(SALAH_SATU, "validasi-tulis", "validasi-json", "ringkas", "edar-nilai", "laporan", "tahun-baru-bekukan")
def pengganti_tunggal(isi: Bagian) -> None:
    """Half an emoji: text that cannot be written as UTF-8."""
    _isian(isi, '<c r="E8" t="str"><v>terpotong _xD83D_</v></c>')


@kasus(SALAH_SATU, "validasi", "ringkas", "edar")
def rumus_bersarang(isi: Bagian) -> None:
    _isian(isi, f'<c r="E8"><f>{"(" * 500}1{")" * 500}</f><v>1</v></c>')


@kasus(SALAH_SATU, "validasi", "edar")
def nama_sangat_panjang(isi: Bagian) -> None:
    ubah(isi, BUKU, 'name="Satuan"', f'name="{"S" * 250}"')


@kasus(SALAH_SATU, "validasi", "tahun-baru")
def tahun_aneh(isi: Bagian) -> None:
    isi["xl/worksheets/sheet2.xml"] = re.sub(rb"<v>2024</v>", b"<v>1e300</v>", isi["xl/worksheets/sheet2.xml"])


@kasus(SAH, "ambil", "validasi")
def persen_melimpah(isi: Bagian) -> None:
    """A hundred times the largest number, as a percent format asks for: in a table somebody else made."""
    isi[GAYA] = re.sub(rb'(<cellXfs[^>]*><xf [^>]*?numFmtId=")\d+', rb"\g<1>9", isi[GAYA], count=1)
    _isian(isi, '<c r="E8" s="0"><v>1e308</v></c>')


@kasus(SAH, "ambil", "validasi")
def huruf_nomor_kolom(isi: Bagian) -> None:
    """The small form of this letter is two."""
    _sel(
        isi,
        "".join(
            f'<c r="{h}2" t="str"><v>({x})</v></c>' for h, x in zip("BCDE", "\u0130\u017f\u212a\u00b2", strict=True)
        ),
    )


@kasus(TOLAK, "validasi", "ringkas")
def versi_berpangkat(isi: Bagian) -> None:
    """A digit to isdigit() that is none to int()."""
    isi[BUKU] = re.sub(rb'(name="VersiTemplat"[^>]*>)[^<]*', "\\g<1>\u00b2".encode(), isi[BUKU])


@kasus(SAH, CANGKOK, "ringkas")
def rantai_hitung_tanpa_pengenal(isi: Bagian) -> None:
    """The calculation chain goes with its relationship, which bears no id here."""
    spasi = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    isi["xl/calcChain.xml"] = f'<calcChain xmlns="{spasi}"><c r="A1" i="1"/></calcChain>'.encode()
    olah.hubungkan(isi, BUKU, "rId999", "calcChain", "calcChain.xml")
    olah.jenis(isi, "xl/calcChain.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml")
    ubah(isi, WB_RELS, 'Id="rId999" ', "")


def coba(k: Kasus, *, semua: bool = True) -> Hasil:
    """Outcome of a case: the first command that does not do what it must; not `semua`: the first one alone."""
    isi = dict(olah.bagian(dasar.buku_kecil()))
    k.ubah(isi)
    data = olah.kemas(isi)
    kelas = Kelas.OK
    for perintah in k.perintah if semua else k.perintah[:1]:
        if perintah == CANGKOK:
            kelas, rinci = coba_pustaka(data, set(), "muat")
        else:
            with tempfile.TemporaryDirectory() as folder:
                kelas, rinci = coba_perintah(perintah, data, Path(folder), "kasus.xlsm")
        if kelas not in k.harap:
            buruk = kelas if kelas not in SALAH_SATU else Kelas.KELUAR3
            return Hasil(BAGIAN, k.nama, buruk, rinci or f"{perintah}: {kelas.value}")
    return Hasil(BAGIAN, k.nama, kelas)


def jalankan(nama: list[str] | None = None, proses: int = 2, *, semua: bool = True) -> Iterator[Hasil]:
    """Outcomes of all cases, or of those named; not `semua`: of the first command of each."""
    pilih = [KASUS[n] for n in nama or KASUS]
    dasar.buku_kecil()
    yield from kolam.kerjakan(BAGIAN, range(len(pilih)), lambda i: [coba(pilih[i], semua=semua)], proses, batas=30)
