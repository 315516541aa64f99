"""Read an outside table, CSV or workbook, as a grid; find its header among the words of the sheet it is held against."""

from __future__ import annotations

import re
from pathlib import Path

from lkjip_xl.buku.baca import Buku, Lembar, Sel, baca_buku
from lkjip_xl.buku.batas import Batas
from lkjip_xl.buku.berkas import baca_biasa
from lkjip_xl.buku.csv_aman import baris_csv, periksa_ukuran
from lkjip_xl.buku.galat import GalatBerkas
from lkjip_xl.buku.paket import Paket
from lkjip_xl.inti.jumlah import baris_jumlah
from lkjip_xl.inti.kunci import kunci_excel, kunci_nama
from lkjip_xl.inti.satuan import besaran
from lkjip_xl.padan.kolom import LEVEL_TABEL
from lkjip_xl.padan.model import Tujuan
from lkjip_xl.padan.nama import baku_kepala, satuan_kepala
from lkjip_xl.sumber.model import BarisAsing, JenisBaris, Kisi, KolomAsing, SelAsing, TabelAsing

BARIS_CARI_KEPALA = 20
_NOMOR = re.compile(r"\(?\d{1,2}\)?(?:\s*=.*)?")
_KURUNG = re.compile(r"\(([^()]*)\)")
_KAKI = re.compile(r"\*|sumber\b|keterangan\b|catatan\b|ket\b", re.IGNORECASE)
_DEPAN_JUMLAH = re.compile(r"\W*[jtg]", re.IGNORECASE)  # of very many cells, those worth a look
_RATA = ("rata rata", "rerata")


def baca_tabel(berkas: Path, lembar: str | None = None) -> Kisi:
    """Read a table file; `lembar` = sheet of a workbook, else the one with most cells. Raises GalatBerkas."""
    if berkas.suffix.lower() in (".csv", ".txt", ".tsv"):
        return Kisi(berkas.name, "", 1, _csv(berkas), beralamat=True)
    buku = baca_buku(Paket.buka(berkas), batas=Batas())
    isi = {k: x for k, s in _lembar(buku, lembar, berkas).sel.items() if (x := _isi(s)) is not None}
    return Kisi(berkas.name, "", 1, isi, beralamat=True)


def _csv(berkas: Path) -> dict[tuple[int, int], SelAsing]:
    periksa_ukuran(berkas)
    data = baca_biasa(berkas)
    try:
        teks = data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    except UnicodeDecodeError:
        teks = data.decode("cp1252", errors="replace")
    awal = teks.split("\n", 15)[:15]
    pemisah = max(",;\t", key=lambda p: sum(b.count(p) for b in awal))
    barisan = baris_csv(teks, pemisah, berkas.name)
    return {
        (b, k): SelAsing(x.strip()) for b, baris in enumerate(barisan, 1) for k, x in enumerate(baris, 1) if x.strip()
    }


def _lembar(buku: Buku, nama: str | None, berkas: Path) -> Lembar:
    if nama is not None:
        cocok = {kunci_excel(n): x for n, x in buku.lembar.items()}
        if kunci_excel(nama) not in cocok:
            raise GalatBerkas("BK-15", berkas=berkas.name, lembar=nama)
        return cocok[kunci_excel(nama)]
    if not buku.lembar:  # charts alone
        raise GalatBerkas("BK-02", berkas=berkas.name)
    tampak = [x for x in buku.lembar.values() if x.keadaan == "visible"] or list(buku.lembar.values())
    return max(tampak, key=lambda x: len(x.sel))


def _isi(s: Sel) -> SelAsing | None:
    if s.rumus and not s.punya_tembolok:
        return SelAsing(s.rumus, rumus=s.rumus, tak_tahu=True)
    if isinstance(s.nilai, bool) or s.nilai is None:
        return SelAsing(s.galat, rumus=s.rumus, tak_tahu=True) if s.galat else None
    if isinstance(s.nilai, (int, float)):
        return SelAsing(f"{s.nilai:.15g}", float(s.nilai), s.format, rumus=s.rumus)
    teks = str(s.nilai).strip()
    return SelAsing(teks, rumus=s.rumus) if teks else None


def urai_menurut(kisi: Kisi, tujuan: Tujuan) -> TabelAsing:
    """The grid as a table whose header is the row that names most columns of the sheet."""
    isi: dict[int, dict[int, SelAsing]] = {}
    for (b, k), sel in kisi.sel.items():
        isi.setdefault(b, {})[k] = sel
    isi = dict(sorted(isi.items()))
    kepala = _kepala(isi, tujuan)
    kolom = _kolom(isi, kepala)
    judul = {k: s.teks for k, s in isi.get(kepala, {}).items()}
    baris = tuple(BarisAsing(b, _jenis(x, judul), x) for b, x in isi.items() if b > kepala)
    return TabelAsing("", kolom, baris, (kisi,))


def _kepala(isi: dict[int, dict[int, SelAsing]], tujuan: Tujuan) -> int:
    sebutan = {s for k in tujuan.kolom.values() for s in k.sebutan} | LEVEL_TABEL.keys()
    calon = [b for b in isi if b <= BARIS_CARI_KEPALA] or [1]
    kena = {b: sum(baku_kepala(x.teks) in sebutan for x in isi.get(b, {}).values()) for b in calon}
    return max(calon, key=lambda b: (kena[b], -b))


def _kolom(isi: dict[int, dict[int, SelAsing]], kepala: int) -> tuple[KolomAsing, ...]:
    """Columns with the header above them; an upper header stands over the columns up to the next one."""
    bawah, atas = isi.get(kepala, {}), isi.get(kepala - 1, {})
    lebar = max((k for b, x in isi.items() if b >= kepala for k in x), default=0)
    atas = atas if len(atas) > 1 else {}  # one text alone is a title
    di_atas, hasil = "", []
    for k in range(1, lebar + 1):
        di_atas = atas[k].teks if k in atas else di_atas
        jalur = (
            tuple(x for x in (di_atas, bawah[k].teks) if x)
            if k in bawah
            else tuple([atas[k].teks] if k in atas else [])
        )
        if jalur or any(k in x for b, x in isi.items() if b > kepala):
            jalur = jalur or ("",)
            hasil.append(KolomAsing(k, jalur, satuan_kepala(" ".join(jalur)), _pengali(" ".join(jalur))))
    return tuple(hasil)


def _pengali(judul: str) -> float:
    for kurung in _KURUNG.findall(judul):
        kata = kurung.strip()
        kali = besaran(kata.removeprefix("dalam ").removeprefix("Dalam "))
        if kali is not None and kali[1] in ("", "rupiah") and len(kata) > 1:
            return kali[0]
    return 1.0


def _jenis(isi: dict[int, SelAsing], judul: dict[int, str]) -> JenisBaris:
    """What kind of row it is; only what is surely no data is called otherwise."""
    if all(_NOMOR.fullmatch(s.teks) for s in isi.values()):
        return "nomor"
    teks = [s.teks for s in isi.values() if s.nilai is None]
    if len(isi) > 1 and sum(s.teks == judul.get(k) for k, s in isi.items()) * 3 >= 2 * len(isi):
        return "ulang"
    if any(_DEPAN_JUMLAH.match(x) and baris_jumlah(x) for x in teks):
        return "jumlah"
    if any(kunci_nama(x).startswith(_RATA) for x in teks[:2]):
        return "rata"
    return "kaki" if len(isi) == 1 and len(judul) > 1 and teks and _KAKI.match(teks[0]) else "data"
