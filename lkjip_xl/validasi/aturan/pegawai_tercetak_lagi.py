"""One table of staff printed twice, which only its captions tell apart: "Unit kerja (tabel golongan)", "Unit kerja (teks)"."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lkjip_xl.inti.kunci import kunci_nama, kunci_teks
from lkjip_xl.skema.perlu import perlu
from lkjip_xl.tabel.model import Asal, BukuKerja
from lkjip_xl.validasi.aturan.jumlah_pegawai import BarisPegawai, tabel_pegawai
from lkjip_xl.validasi.aturan.pelapor import Pelapor
from lkjip_xl.validasi.aturan.penelusur import Rujukan
from lkjip_xl.validasi.aturan.registri import aturan

# what a bracket behind the name of a table says of where it is printed, not of whom it is
_LETAK = re.compile(
    r"\s*\(\s*(?:tabel|teks|uraian|narasi|naskah|lampiran|gambar|grafik|diagram|bagan|bab|halaman|hal)\b[^()]*\)\s*$"
)
KOLOM = ("jumlah", "laki_laki", "perempuan")  # most prints have the first
SEDIKITNYA = 3  # rows that agree, so that two tables are one
TOTAL = ""


@dataclass(frozen=True, slots=True)
class _Angka:
    """A figure of a row: as it stands, or men and women together."""

    nilai: float
    sel: tuple[Rujukan, ...]


@dataclass(frozen=True, slots=True)
class _Cetakan:
    """One print of a table: its title, its figures by what a row counts and by column; those of the total under TOTAL."""

    dimensi: str
    isi: Mapping[tuple[str, str], _Angka]
    nama: frozenset[str]


@aturan(
    kode=("PW-04",),
    lembar=("pegawai",),
    baca=perlu(pegawai="dimensi uraian ?golongan ?pendidikan ?laki_laki ?perempuan ?jumlah"),
    seluruh=True,
)
def pegawai_tercetak_lagi(buku: BukuKerja, lapor: Pelapor) -> None:
    """Tabel pegawai yang dicetak di beberapa tempat berisi angka yang sama."""
    kelompok: dict[tuple[str, frozenset[str]], list[_Cetakan]] = defaultdict(list)
    for kunci, baris in tabel_pegawai(lapor.jejak.baris("pegawai")).items():
        if kunci and (c := _cetakan(lapor, baris)) is not None:
            kelompok[_LETAK.sub("", kunci), c.nama].append(c)
    for semua in kelompok.values():
        salah = {n: _menyimpang(n, semua) for n in (*semua[0].nama, TOTAL)} if len(semua) > 1 else {}
        for i in sorted({i for x in salah.values() for i in x}):
            _periksa(lapor, i, semua, salah)


def _cetakan(lapor: Pelapor, baris: Sequence[BarisPegawai]) -> _Cetakan | None:
    """The table where every row has a name of its own; a total of everything besides."""
    nama = [TOTAL if b.total else kunci_nama(b.uraian) for b in baris if not (b.total and b.kunci)]
    if len(set(nama)) < len(nama) or any(not n and not b.total for n, b in zip(nama, baris, strict=False)):
        return None
    isi = dict(_isi(lapor, [b for b in baris if not (b.total and b.kunci)], nama))
    dimensi = str(lapor.jejak.baris("pegawai")[baris[0].baris]["dimensi"])
    return _Cetakan(dimensi, isi, frozenset(nama) - {TOTAL})


def _isi(
    lapor: Pelapor, baris: Sequence[BarisPegawai], nama: Sequence[str]
) -> Iterator[tuple[tuple[str, str], _Angka]]:
    for b, n in zip(baris, nama, strict=True):
        ada: dict[str, _Angka] = {}
        for k in KOLOM:
            r = Rujukan("pegawai", b.baris, k)
            x = lapor.jejak.nilai(r)
            terhitung = lapor.buku["pegawai"].asal(b.baris, k) in (None, Asal.RUMUS)
            if isinstance(x, float) and not terhitung and not lapor.ragu(r):
                ada[k] = _Angka(x, (r,))
        pria, wanita = ada.get("laki_laki"), ada.get("perempuan")
        if pria is not None and wanita is not None:
            ada.setdefault("jumlah", _Angka(pria.nilai + wanita.nilai, (*pria.sel, *wanita.sel)))
        yield from (((n, k), x) for k, x in ada.items())


def _menyimpang(nama: str, semua: Sequence[_Cetakan]) -> set[int]:
    """Prints whose figures of a row are not those of most; where no column has a most, not those of the first."""
    hasil: set[int] = set()
    for k in KOLOM:
        ada = {i: c.isi[nama, k].nilai for i, c in enumerate(semua) if (nama, k) in c.isi}
        urut = Counter(ada.values()).most_common(2)
        if len(urut) < 2:
            continue
        beda = {i for i, x in ada.items() if x != urut[0][0]}
        if urut[0][1] > urut[1][1]:
            return beda
        hasil = hasil or beda
    return hasil


def _periksa(lapor: Pelapor, ke: int, semua: Sequence[_Cetakan], salah: Mapping[str, set[int]]) -> None:
    """One finding for a print that differs in a few rows: the first of them, with the cells of the others."""
    c = semua[ke]
    beda = [n for n in dict.fromkeys(n for n, _ in c.isi) if ke in salah[n]]
    baris = [n for n in beda if n != TOTAL]
    acuan = [x for i, x in enumerate(semua) if i != ke and not any(i in salah[n] for n in beda)]
    cocok = {n for n, k in c.isi if n not in (*beda, TOTAL) and any((n, k) in x.isi for x in acuan)}
    if not baris or len(cocok) < max(SEDIKITNYA, len(baris) + 1):
        return
    lain = [
        (x, (n, k)) for n in beda for k in KOLOM for x in acuan
        if (n, k) in c.isi and (n, k) in x.isi and x.isi[n, k].nilai != c.isi[n, k].nilai
    ]  # fmt: skip
    x, kunci = next(y for y in lain if y[1][0] != TOTAL)
    milik = [r for _, k in lain for r in c.isi[k].sel]
    terkait = dict.fromkeys((*milik[1:], *(r for y, k in lain for r in y.isi[k].sel)))
    r = c.isi[kunci].sel[0]
    if not lapor.ragu(r):
        nama = kunci_teks(lapor.jejak.baris("pegawai")[r.baris]["uraian"])
        lapor("PW-04", r, nilai=c.isi[kunci].nilai, seharusnya=x.isi[kunci].nilai, terkait=terkait, nama=nama, dimensi=c.dimensi, lain=x.dimensi)  # fmt: skip
