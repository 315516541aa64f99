"""Reading a workbook: every cell that holds something, with Excel's own row and column numbers."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from xml.parsers import expat

from lkjip_xl.buku.batas import Batas, RumusTerlaluPanjang, TeksTerlaluBanyak, periksa_batas, periksa_jumlah
from lkjip_xl.buku.format_angka import BAWAAN, UMUM, FormatAngka, kenali_format
from lkjip_xl.buku.galat import GalatBerkas
from lkjip_xl.buku.lompat import PilihanProgram
from lkjip_xl.buku.paket import Paket, SheetInfo
from lkjip_xl.buku.sandi import utf8
from lkjip_xl.buku.teks_bersama import urai_teks_bersama
from lkjip_xl.buku.urai_lembar import PenguraiLembar, Sel
from lkjip_xl.buku.xmlaman import Elemen, anak, anak_terpilih, bilangan, q, tolak_dtd
from lkjip_xl.inti.alamat import huruf, rujuk
from lkjip_xl.inti.alamat import sel as alamat_sel
from lkjip_xl.inti.kemajuan import kabari
from lkjip_xl.inti.pemungut import tanpa_pemungut

__all__ = ["Buku", "Lembar", "Sel", "baca_buku"]


@dataclass(frozen=True, slots=True)
class Lembar:
    """A sheet: name, state (visible, hidden, veryHidden), filled cells by (row, column), merged ranges (A1:B2).

    baris_tersembunyi: hidden rows; kolom_tersembunyi: first and last of hidden columns.
    """

    nama: str
    keadaan: str
    sel: dict[tuple[int, int], Sel]
    gabung: list[str]
    baris_tersembunyi: frozenset[int] = frozenset()
    kolom_tersembunyi: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Buku:
    """A workbook: its worksheets in the order of their tabs, each read when it is asked for, and its defined names.

    byte: what the worksheets are parsed from, where they come from a file.

    A name that belongs to one sheet is listed as 'Lembar'!Nama.
    """

    lembar: Lembaran
    nama: dict[str, str]
    byte: Mapping[str, Callable[[], bytes]] = field(default_factory=dict, repr=False)

    def periksa_jumlah(self, lembar: Collection[str], berkas: str) -> None:
        """Refuse (BK-53) more cells in these sheets together than can be read; costs a look where there are few."""
        try:
            periksa_jumlah({n: self.byte[n]() for n in lembar if n in self.byte}, berkas)
        except (expat.ExpatError, ValueError):
            return  # reading says what is damaged

    def lokal(self, nama: str) -> dict[str, str]:
        """A constant text that sheets carry under one name of their own, by the name of the sheet."""
        hasil = {}
        for kunci, isi in self.nama.items():
            lembar, tanda_seru, akhir = kunci.rpartition("!")
            if tanda_seru and akhir == nama:
                hasil[lembar.removeprefix("'").removesuffix("'").replace("''", "'")] = (
                    isi.strip().removeprefix("=").strip('"').replace('""', '"')
                )
        return hasil


class Lembaran(Mapping[str, Lembar]):
    """The worksheets of a workbook by name; what nobody asks for is never parsed, a user's own sheet may be huge."""

    def __init__(self, baca: Mapping[str, Callable[[], Lembar]]) -> None:
        self._baca, self._ada = dict(baca), dict[str, Lembar]()

    def __getitem__(self, nama: str) -> Lembar:
        if nama not in self._ada:
            self._ada[nama] = self._baca[nama]()
        return self._ada[nama]

    def __contains__(self, nama: object) -> bool:
        return nama in self._baca

    def __iter__(self) -> Iterator[str]:
        return iter(self._baca)

    def __len__(self) -> int:
        return len(self._baca)

    def lupakan(self, nama: str) -> None:
        """Let go of the cells of a sheet; who asks for it again has it parsed again."""
        self._ada.pop(nama, None)

    def ingat(self, lembar: Lembar) -> None:
        """Take a sheet as it was read elsewhere; let go, it is gone."""
        self._ada[lembar.nama] = lembar
        self._baca.setdefault(lembar.nama, partial(_hilang, lembar.nama))

    def tanpa(self, nama: Collection[str]) -> Lembaran:
        """The same without some of them; it holds nothing of those, whose cells may take half a gigabyte."""
        lain = Lembaran({n: f for n, f in self._baca.items() if n not in nama})
        lain._ada = {n: x for n, x in self._ada.items() if n not in nama}
        return lain


def _hilang(nama: str) -> Lembar:
    raise RuntimeError(f"sheet {nama} was let go")


def sudah_terbaca(lembar: Mapping[str, Lembar]) -> Lembaran:
    """Worksheets that were read elsewhere."""
    return Lembaran({n: partial(lembar.__getitem__, n) for n in lembar})


def baca_buku(
    sumber: Path | str | Paket,
    hanya: Collection[str] | None = None,
    batas: Batas | None = None,
    *,
    pangkat: bool = False,
    kolom: Mapping[str, Collection[int]] | None = None,
    tanpa_rumus: bool = False,
) -> Buku:
    """Read all worksheets of a workbook, or only those named in `hanya` (names that do not exist are passed over).

    Blank cells are left out; formulas stay with their last computed value, error cells with their error text.
    pangkat: texts with raised runs come as TeksBerpangkat. kolom: columns that do, by sheet; those of other columns may come along. tanpa_rumus: "=" stands for every formula, whose texts may be
    most of a workbook. A sheet is parsed when it is first asked for, as the package holds it now. Raises GalatBerkas for what is not a sound
    workbook, and then for a damaged sheet or one beyond `batas`.
    """
    paket = sumber if isinstance(sumber, Paket) else Paket.buka(sumber)
    daftar = paket.lembar()
    akar = paket.xml(paket.bagian_buku)
    teks, gaya, sejak1904 = teks_bersama(paket, pangkat=pangkat), format_gaya(paket), sejak_1904(akar)
    pilih = {n: frozenset(map(huruf, k)) for n, k in (kolom or {}).items()}
    isi = {i.part: paket.baca(i.part) for i in daftar.values() if i.jenis == "worksheet"}

    def baca(info: SheetInfo, data: bytes) -> Lembar:
        with tanpa_pemungut():
            return baca_lembar(
                paket,
                info,
                PenguraiLembar(teks, gaya, sejak1904, pangkat, pilih.get(info.name), tanpa_rumus),
                data,
                batas,
            )

    ada = {
        n: partial(baca, i, isi[i.part]) for n, i in daftar.items() if i.part in isi and (hanya is None or n in hanya)
    }
    byte = {n: partial(_byte, paket, i, isi[i.part]) for n, i in daftar.items() if n in ada}
    return Buku(Lembaran(ada), _nama(akar, list(daftar)), byte)


def baca_lembar(
    paket: Paket, info: SheetInfo, pengurai: PenguraiLembar, isi: bytes | None = None, batas: Batas | None = None
) -> Lembar:
    """Read one worksheet with a fresh parser; isi: its bytes where the part may have changed since."""
    kabari(f"Membaca {info.name}")
    data = _byte(paket, info, paket.baca(info.part) if isi is None else isi)
    try:
        if batas is not None:
            periksa_batas(data, batas, info.name, paket.nama)
        pengurai.urai(data)
    except PilihanProgram as galat:
        raise GalatBerkas("BK-65", berkas=paket.nama, bagian=info.part) from galat
    except TeksTerlaluBanyak as galat:
        raise GalatBerkas("BK-07", berkas=paket.nama, bagian=info.part, sebab="ukuran") from galat
    except RumusTerlaluPanjang as galat:
        baris, kolom, panjang = galat.args
        raise GalatBerkas(
            "BK-52", berkas=paket.nama, lembar=info.name, sel=alamat_sel(baris, kolom), panjang=panjang
        ) from None
    except (expat.ExpatError, ValueError, IndexError, KeyError) as galat:
        raise GalatBerkas("BK-06", berkas=paket.nama, bagian=info.part) from galat
    sembunyi = frozenset(pengurai.baris_tersembunyi), tuple(pengurai.kolom_tersembunyi)
    return Lembar(info.name, info.state, pengurai.sel, pengurai.gabung, *sembunyi)


def _byte(paket: Paket, info: SheetInfo, isi: bytes) -> bytes:
    """A sheet part as the parser takes it: in UTF-8, without document type."""
    data = utf8(isi, info.part, paket.nama)
    tolak_dtd(data, info.part, paket.nama)
    return data


def sejak_1904(buku: Elemen) -> bool:
    """Whether the workbook counts its days from 1904, as old Excel for Mac did."""
    sifat = buku.find(q("workbookPr"))
    return sifat is not None and sifat.get("date1904", "0").lower() in {"1", "true"}


def teks_bersama(paket: Paket, *, pangkat: bool = False) -> list[str]:
    """The workbook's shared texts by number."""
    bagian = paket.bagian_terkait("sharedStrings")
    if bagian is None:
        return []
    data = utf8(paket.baca(bagian), bagian, paket.nama)
    tolak_dtd(data, bagian, paket.nama)
    try:
        return urai_teks_bersama(data, pangkat=pangkat)
    except PilihanProgram as galat:
        raise GalatBerkas("BK-65", berkas=paket.nama, bagian=bagian) from galat
    except (expat.ExpatError, ValueError) as galat:
        raise GalatBerkas("BK-06", berkas=paket.nama, bagian=bagian) from galat


def format_gaya(paket: Paket) -> list[FormatAngka]:
    """Number format of every cell style; a workbook without styles shows everything as General."""
    bagian = paket.bagian_terkait("styles")
    if bagian is None:
        return [kenali_format(UMUM)]
    akar = paket.xml(bagian)
    kode = dict(BAWAAN)
    for e in anak_terpilih(akar.find(q("numFmts")), "numFmt"):
        kode[bilangan(e, "numFmtId")] = e.get("formatCode", UMUM)
    xf = anak(akar.find(q("cellXfs")), "xf")
    return [kenali_format(kode.get(bilangan(e, "numFmtId", 0), UMUM)) for e in xf] or [kenali_format(UMUM)]


def _nama(akar: Elemen, lembar: list[str]) -> dict[str, str]:
    hasil = {}
    for e in anak(akar.find(q("definedNames")), "definedName"):
        nama, posisi = e.get("name", ""), bilangan(e, "localSheetId", -1)
        if e.get("localSheetId") is not None:
            if not 0 <= posisi < len(lembar):
                continue  # of a sheet long gone: never taken for a name of the whole workbook
            nama = rujuk(lembar[posisi], nama)
        hasil[nama] = e.text or ""
    return hasil
