"""A table of the workbook as another system asks for it: the rows of a preset, as Excel or CSV, with a mark that it is ours."""

from __future__ import annotations

import csv
import hashlib
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

import openpyxl
from openpyxl.packaging.core import DocumentProperties

from lkjip_xl.buku.dari_openpyxl import byte_openpyxl, rapikan
from lkjip_xl.buku.galat import GalatBerkas
from lkjip_xl.buku.keluaran import Jenis
from lkjip_xl.buku.paket import Paket
from lkjip_xl.buku.tulis import Tulis
from lkjip_xl.inti.angka import tulis
from lkjip_xl.inti.kunci import kunci_teks, ruas
from lkjip_xl.isi.sel import tulis_isian
from lkjip_xl.lembar import gaya, sel
from lkjip_xl.lembar.halaman import KERTAS_A3, KERTAS_A4, atur_cetak, atur_daerah
from lkjip_xl.lembar.kanonis import INTI, kanonis
from lkjip_xl.lembar.kepala import KolomKepala, bekukan, tulis_judul, tulis_kepala_bertingkat, ulangi_kepala
from lkjip_xl.lembar.ukuran import atur_tinggi, tinggi
from lkjip_xl.skema.kata import dengan_kata
from lkjip_xl.skema.model import Kolom
from lkjip_xl.skema.preset import BARIS, KolomPreset, Preset
from lkjip_xl.tabel.hierarki import BarisLevel, cari_induk, leluhur, total_program
from lkjip_xl.tabel.model import BARIS_DATA, BARIS_KELOMPOK, BARIS_NOMOR, Asal, BukuKerja, SelKerja, Tabel

TANDA = "LKjIP-XL"
DESIMAL = 2  # of a percentage that is computed
NOL = "0" * 16
LEBAR_A3 = 150
TINGGI_KEPALA = 30.0  # two lines of an upper header
LEBAR_LEVEL = {"kode": 17.0, "nama": 34.0}
AWALAN_RUMUS = ("=", "+", "@", "\t")
_KAKI = re.compile(rb"\r\nSumber: LKjIP-XL ([0-9a-f]{16})\r\n$")
_SIDIK = re.compile(rb"<dc:description[^>]*>LKjIP-XL ([0-9a-f]{16})</dc:description>")
_LEMBAR = "xl/worksheets/sheet1.xml"


@dataclass(frozen=True, slots=True)
class TabelPreset:
    """A table to be written: title, agency and year, columns with their schema columns (None = of a level), rows of cells."""

    judul: str
    instansi: str
    kolom: tuple[KolomPreset, ...]
    skema: tuple[Kolom | None, ...]
    baris: tuple[tuple[Tulis, ...], ...]


@dengan_kata
def susun_preset(buku: BukuKerja, preset: Preset) -> TabelPreset:
    """The rows of a preset; what the workbook has no place for is not written. Raises GalatBerkas AB-19: no row to write."""
    kolom = tuple(k for k in preset.kolom if not k.tanpa)
    baris = _baris(buku, preset) if preset.tiap == BARIS else _terdalam(buku, preset)
    isi = tuple(tuple(_sel(buku, preset, b, jalur, k) for k in kolom) for b, jalur in baris)
    if not isi:
        raise GalatBerkas("AB-19", berkas=preset.nama, lembar=buku[preset.lembar].lembar)
    setelan = {n: buku.setelan.get(n) for n in ("Instansi", "Kabupaten", "TahunLaporan")}
    tahun = setelan["TahunLaporan"]
    akhir = f" Tahun {tahun:.0f}" if isinstance(tahun, float) else ""
    instansi = " ".join(str(x) for n in ("Instansi", "Kabupaten") if (x := setelan[n]))
    skema = tuple(buku.skema.lembar[k.tempat[0]].kolom[k.tempat[1]] if k.tempat else None for k in kolom)
    return TabelPreset(preset.judul + akhir, instansi, kolom, skema, isi)


Jalur = Mapping[str, int]  # by level the row of the sheet


def _baris(buku: BukuKerja, preset: Preset) -> Iterator[tuple[int, Jalur]]:
    for b, r in buku[preset.lembar].rekaman():
        if not ("nama" in r and total_program(r)):
            yield b, {}


def _terdalam(buku: BukuKerja, preset: Preset) -> Iterator[tuple[int, Jalur]]:
    """Rows nothing stands below, each with the rows above it."""
    isi = {b: r for b, r in buku[preset.lembar].rekaman() if not total_program(r)}
    induk = cari_induk([BarisLevel(b, r["level"], r.get("kode"), r.get("no")) for b, r in isi.items()])
    atas = set(induk.values())
    for b in isi:
        if b not in atas:
            yield b, {kunci_teks(isi[x]["level"]): x for x in (b, *leluhur(induk, b))}


def _sel(buku: BukuKerja, preset: Preset, b: int, jalur: Jalur, k: KolomPreset) -> Tulis:
    if k.tingkat:
        baris = jalur.get(k.tingkat)
        return Tulis(None) if baris is None else _isi(buku[preset.lembar], baris, k.bagian)
    assert k.tempat is not None
    lembar, kolom = k.tempat
    if lembar == preset.lembar:
        return _isi(buku[lembar], b, kolom)
    baris = _baris_lain(buku, preset, b, k)
    return Tulis(None) if baris is None else _isi(buku[lembar], baris, f"{kolom}_lengkap" if kolom == "pernyataan" else kolom)  # fmt: skip


def _baris_lain(buku: BukuKerja, preset: Preset, b: int, k: KolomPreset) -> int | None:
    """The row of another sheet about the same: by kode and key, else by level and name; of several rows the one in the same order."""
    assert k.tempat is not None
    milik, t = buku[preset.lembar].isi(b), buku[k.tempat[0]]

    def cocok(r: Mapping[str, object]) -> bool:
        if any(kunci_teks(r.get(n)) != kunci_teks(x) for n, x in k.kunci.items()):
            return False
        if r.get("versi") in ("sebelum", "murni", "RKT") and "versi" not in milik:
            return False
        if ruas(milik.get("kode")) and ruas(r.get("kode")):
            return ruas(milik["kode"]) == ruas(r["kode"])
        return "nama" in r and not k.kunci and all(kunci_teks(r.get(n)) == kunci_teks(milik.get(n)) for n in ("level", "nama"))  # fmt: skip

    ada = [x for x, r in t.rekaman() if cocok(r)]
    sama = [
        x for x, r in buku[preset.lembar].rekaman() if x <= b and ruas(r.get("kode")) == ruas(milik.get("kode")) != ()
    ]
    return ada[min(max(len(sama), 1), len(ada)) - 1] if ada else None


def _isi(t: Tabel, b: int, kolom: str) -> Tulis:
    """A cell as it is typed, else what its formula gives."""
    k, s = t.skema.kolom[kolom], t.sel.get((b, kolom))
    if s is not None and (s.nilai is not None or s.mentah not in (None, "")):
        return tulis_isian(k, s)
    x = t.isi(b).get(kolom) if b in t.per_baris() else None
    if isinstance(x, float):
        return tulis_isian(k, SelKerja(x, Asal.RUMUS, DESIMAL if k.tipe == "persen" else k.desimal))
    return Tulis(x if isinstance(x, str) else None)


# -- files ------------------------------------------------------------------------------------------------------


def ke_csv(t: TabelPreset) -> bytes:
    """As Excel in Indonesian saves it: title, one header row ("Target Renja: K"), rows; the last line says whose it is."""
    f = io.StringIO(newline="")
    w = csv.writer(f, delimiter=";", lineterminator="\r\n")
    w.writerows([[t.judul], [t.instansi], []])
    w.writerow([k.kepala for k in t.kolom])
    w.writerows([_teks(x) for x in b] for b in t.baris)
    isi = b"\xef\xbb\xbf" + f.getvalue().encode("utf-8").removesuffix(b"\r\n")
    return isi + f"\r\nSumber: {TANDA} {_sidik(isi)}\r\n".encode()


def _teks(x: Tulis) -> str:
    if isinstance(x.nilai, (int, float)):
        bulat = len(x.format.partition(".")[2]) if x.format and x.format.startswith("#") else None
        return tulis(float(x.nilai), bulat)
    teks = str(x.nilai or "")
    return f"'{teks}" if teks.startswith(AWALAN_RUMUS) else teks


def ke_xlsx(t: TabelPreset) -> bytes:
    """One sheet in the looks of ours, without macros and formulas."""
    wb = openpyxl.Workbook()
    ws = wb.worksheets[0]
    ws.title = "Data"
    kolom = []
    for k, s in zip(t.kolom, t.skema, strict=True):
        atas, _, bawah = k.kepala.rpartition(": ")
        kolom.append(KolomKepala(bawah, s.lebar if s else LEBAR_LEVEL[k.bagian], atas or None))
    tulis_judul(ws, t.judul, t.instansi, baris=1)
    tulis_kepala_bertingkat(ws, kolom, laporan=True)
    if any(k.kelompok for k in kolom):
        atur_tinggi(ws, BARIS_KELOMPOK, TINGGI_KEPALA)
    polos = [gaya.DAFTAR if s is None else replace(gaya.badan("isian", s.tipe, s.desimal), isian=None) for s in t.skema]
    for b, isi in enumerate(t.baris, BARIS_DATA):
        for n, (x, rupa) in enumerate(zip(isi, polos, strict=True), 1):
            sel.isi(sel.tulis(ws, b, n, rupa=rupa), x.nilai, x.format)
        atur_tinggi(ws, b, tinggi(*((x.nilai, k.lebar) for x, k in zip(isi, kolom, strict=True) if isinstance(x.nilai, str))))  # fmt: skip
    bekukan(ws)
    atur_cetak(ws, kertas=KERTAS_A3 if sum(k.lebar for k in kolom) > LEBAR_A3 else KERTAS_A4)
    atur_daerah(ws, len(kolom), BARIS_DATA + len(t.baris) - 1, 1)
    ulangi_kepala(ws, BARIS_KELOMPOK, BARIS_NOMOR)
    wb.properties = DocumentProperties(creator=TANDA, title=t.judul, description=f"{TANDA} {NOL}")
    paket = Paket.dari_bytes(kanonis(byte_openpyxl(wb), sementara=True), TANDA)
    rapikan(paket)
    paket.ganti(INTI, paket.baca(INTI).replace(NOL.encode(), _sidik(paket.baca(_LEMBAR)).encode()))
    return paket.ke_bytes()


def _sidik(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:16]


def _csv_kita(data: bytes) -> bool:
    """Is it as we wrote it? One that somebody typed in is theirs."""
    m = _KAKI.search(data)
    return m is not None and m[1].decode() == _sidik(data[: m.start()])


def _xlsx_kita(data: bytes) -> bool:
    try:
        paket = Paket.dari_bytes(data, TANDA)
        m = _SIDIK.search(paket.baca(INTI))
        return m is not None and m[1].decode() == _sidik(paket.baca(_LEMBAR))
    except (GalatBerkas, KeyError):
        return False


CSV, XLSX = Jenis((".csv",), _csv_kita), Jenis((".xlsx",), _xlsx_kita)
