"""Reading again what was written, before it replaces anything: only parts that changed, and the zip's directory.

What fails here is our failure, so it is no GalatBerkas, unless the user's own file had the same fault before.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Mapping

from lkjip_xl.buku.baca import Lembar, baca_lembar, format_gaya, sejak_1904, teks_bersama
from lkjip_xl.buku.galat import GalatBerkas
from lkjip_xl.buku.isi_mentah import Sel
from lkjip_xl.buku.paket import Janji, Paket, SheetInfo
from lkjip_xl.buku.relasi import BAGIAN_JENIS, JenisIsi, Relasi, nama_rels, pemilik_rels
from lkjip_xl.buku.urai_janji import PenguraiJanji
from lkjip_xl.buku.xmlaman import RELASI_DOK, anak, bilangan, q, urai
from lkjip_xl.inti.galat import GalatLkjip

_GAYA = re.compile(rb'<[\w:.-]*(?:c|row) [^<>]*?\bs="([0-9]+)"')
_RID = re.compile(rb'\b[\w.-]+:(?:id|embed|link|pict|dm|lo|qs|cs)="([^"]*)"')
_SEKALI, _TUTUP_BARIS = 2**20, b"</row>"
_PAKAI_RID = RELASI_DOK.encode()


class HasilRusak(GalatLkjip):
    """A package we were about to hand out does not hold what it must; names the part."""


def periksa_hasil(paket: Paket, data: bytes) -> None:
    """Check the bytes of a package against what the package should be; raises HasilRusak, and nothing is then saved.

    Looked at: every part's size and checksum; the content and XML of parts that changed; that what they refer to is
    there (other parts, styles, shared texts, sheets); that cells hold what was written into them.
    """
    berubah = paket.berubah()
    _periksa_zip(paket, data, set(berubah))
    try:
        _periksa_bagian(paket, berubah)
    except GalatBerkas as galat:
        if _rusak_sejak_awal(paket, galat):
            raise
        raise HasilRusak(f"bagian {galat.isi.get('bagian', '?')}: {galat.kode}") from galat


def _periksa_zip(paket: Paket, data: bytes, berubah: set[str]) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as arsip:
            daftar = {i.filename: i for i in arsip.infolist()}
            if sorted(daftar) != sorted(paket.daftar()) or len(daftar) != len(arsip.infolist()):
                raise HasilRusak("daftar bagian paket tidak sama")
            for nama, info in daftar.items():
                isi = paket.baca(nama)
                sama = info.file_size == len(isi) and zlib.crc32(isi) == info.CRC
                if not sama or (nama in berubah and not _terbaca(arsip, nama, isi)):
                    raise HasilRusak(f"bagian {nama}: isinya tidak sama")
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError) as galat:
        raise HasilRusak(f"paket tidak dapat dibuka ({galat})") from galat


def _terbaca(arsip: zipfile.ZipFile, nama: str, isi: bytes) -> bool:
    """Does a part hold these bytes? Read piece by piece: a second copy of the largest is not needed."""
    awal = 0
    with arsip.open(nama) as f:
        while potong := f.read(_SEKALI):
            if isi[awal : awal + len(potong)] != potong:
                return False
            awal += len(potong)
    return awal == len(isi)


def _periksa_bagian(paket: Paket, berubah: list[str]) -> None:
    buku = paket.bagian_buku
    if buku not in paket or BAGIAN_JENIS not in paket:
        raise HasilRusak(f"bagian {buku} hilang")
    daftar, jenis = paket.lembar(), JenisIsi(paket)
    for nama in berubah:
        if nama != BAGIAN_JENIS and not nama.endswith("/") and not jenis.dari(nama) and paket.asal(nama) is None:
            raise HasilRusak(f"bagian {nama}: tanpa jenis isi")
        if nama.lower().endswith(".rels"):
            _periksa_rels(paket, nama)
    _periksa_hilang(paket)
    if buku in berubah:
        _periksa_buku(paket, len(daftar))
    lembar = {i.part: i for i in daftar.values() if i.jenis == "worksheet" and i.part in berubah}
    for nama in berubah:
        if nama.lower().endswith((".xml", ".rels")) and nama not in lembar:
            paket.xml(nama)
    if lembar:
        _periksa_lembar(paket, lembar)


def _periksa_rels(paket: Paket, rels: str) -> None:
    """Every part a changed relationship part names exists, unless it was missing before."""
    for h in Relasi(paket, pemilik_rels(rels)).semua():
        if not h.luar and h.tujuan not in paket and not _menyebut(paket.asal(rels), h.id):
            raise HasilRusak(f"bagian {rels}: {h.tujuan} tidak ada")


def _periksa_hilang(paket: Paket) -> None:
    """No relationship points to a part that was removed."""
    if not paket.dihapus():
        return
    for rels in paket.daftar():
        if rels.lower().endswith(".rels"):
            for h in Relasi(paket, pemilik_rels(rels)).semua():
                if not h.luar and h.tujuan in paket.dihapus():
                    raise HasilRusak(f"bagian {rels}: {h.tujuan} tidak ada lagi")


def _periksa_buku(paket: Paket, banyak: int) -> None:
    """Positions that count sheets are those of sheets; one sheet can be seen."""
    akar = paket.xml(paket.bagian_buku)
    asal = paket.asal(paket.bagian_buku)
    lama = urai(asal, paket.bagian_buku) if asal is not None else None
    for wadah, tag, atribut in (
        ("definedNames", "definedName", "localSheetId"),
        ("bookViews", "workbookView", "activeTab"),
    ):
        lewat = _lewat(akar, wadah, tag, atribut, banyak)
        if lewat and (
            lama is None or not _lewat(lama, wadah, tag, atribut, len(anak(lama.find(q("sheets")), "sheet")))
        ):
            raise HasilRusak(f"bagian {paket.bagian_buku}: {atribut} di luar daftar lembar")
    if not _tampak(akar) and (lama is None or _tampak(lama)):
        raise HasilRusak(f"bagian {paket.bagian_buku}: semua lembar tersembunyi")


def _lewat(akar, wadah: str, tag: str, atribut: str, banyak: int) -> bool:
    return any(
        not 0 <= bilangan(e, atribut) < banyak for e in anak(akar.find(q(wadah)), tag) if e.get(atribut) is not None
    )


def _tampak(akar) -> bool:
    return any(e.get("state", "visible") == "visible" for e in anak(akar.find(q("sheets")), "sheet"))


def _periksa_lembar(paket: Paket, lembar: dict[str, SheetInfo]) -> None:
    teks, gaya, sejak1904 = teks_bersama(paket), format_gaya(paket), sejak_1904(paket.xml(paket.bagian_buku))
    for bagian, info in lembar.items():
        data = paket.baca(bagian)
        janji = paket.janji.get(bagian)
        terbaca = janji is not None and janji.data is data and janji.terbaca
        isi = None
        if not terbaca:
            pengurai = PenguraiJanji(teks, gaya, sejak1904, janji.sel if janji is not None else ())
            isi = baca_lembar(paket, info, pengurai)
        if _gaya_terbesar(data) >= len(gaya) and _gaya_terbesar(paket.asal(bagian) or b"") < len(gaya):
            raise HasilRusak(f"bagian {bagian}: nomor gaya di luar daftar")
        if _PAKAI_RID in data:
            ada = {h.id for h in Relasi(paket, bagian).semua()}
            hilang = {r.decode("utf-8", "replace") for r in _RID.findall(data)} - ada
            asal = _RID.findall(paket.asal(bagian) or b"") if hilang else ()
            if hilang - {r.decode("utf-8", "replace") for r in asal}:
                raise HasilRusak(f"bagian {nama_rels(bagian)}: {', '.join(sorted(hilang))} tidak ada")
        if isi is not None and janji is not None and janji.data is data:
            _periksa_janji(bagian, janji, isi.sel)


def sudah_terbaca(paket: Paket, lembar: Lembar) -> None:
    """A sheet was read as the package holds it now: raises HasilRusak where it lacks what was written, else saving need not read it again."""
    bagian = paket.lembar()[lembar.nama].part
    janji = paket.janji.get(bagian)
    if janji is None:
        janji = paket.janji[bagian] = Janji(paket.baca(bagian), {})
    if janji.data is paket.baca(bagian) and not any(rumus for _, _, rumus in janji.sel.values()):
        _periksa_janji(bagian, janji, lembar.sel)
        paket.janji[bagian] = Janji(janji.data, {}, terbaca=True)


def _gaya_terbesar(data: bytes) -> int:
    semua: set[bytes] = set()
    awal = 0
    while awal < len(data):  # in pieces: a list of all would take as much as the part
        akhir = data.find(_TUTUP_BARIS, awal + _SEKALI) % (len(data) + 1)
        semua.update(_GAYA.findall(data, awal, akhir))
        awal = akhir
    return max(map(int, semua), default=-1)


def _periksa_janji(bagian: str, janji: Janji, sel: Mapping[tuple[int, int], Sel]) -> None:
    for tempat, (tipe, teks, rumus) in janji.sel.items():
        if not _sesuai(sel.get(tempat), tipe, teks, rumus):
            raise HasilRusak(f"bagian {bagian}: isi baris {tempat[0]} kolom {tempat[1]} tidak seperti yang ditulis")


def _sesuai(s: Sel | None, tipe: str, teks: str, rumus: str | None) -> bool:
    if s is None:
        return rumus is None and not (tipe and teks)
    if (rumus is None) != (s.rumus is None) or (rumus and s.rumus != rumus):
        return False
    if tipe in ("", "str"):
        return (s.nilai or "") == teks and s.galat is None
    if tipe == "n":
        return s.jenis == "tanggal" or s.nilai == float(teks)
    return s.galat == teks if tipe == "e" else s.nilai is (teks == "1")


def _menyebut(data: bytes | None, rid: str) -> bool:
    return data is not None and f'"{rid}"'.encode() in data


def _rusak_sejak_awal(paket: Paket, galat: GalatBerkas) -> bool:
    """Whether the user's file held the same fault when it was opened."""
    bagian, asli = str(galat.isi.get("bagian", "")), paket.semula()
    if bagian in paket and paket.baca(bagian) == paket.asal(bagian):
        return True
    try:
        _periksa_bagian(asli, [n for n in paket.berubah() if n in asli])
    except GalatBerkas as lama:
        return lama.kode == galat.kode
    except HasilRusak:
        pass
    return False
