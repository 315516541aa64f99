"""Columns of a free table whose headers say what they are made of: "L+P" of L and P, "L (%)" of L and their whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lkjip_xl.inti.bacaan import Bacaan
from lkjip_xl.inti.kunci import kunci_teks
from lkjip_xl.inti.rumus import bulat
from lkjip_xl.skema.perlu import perlu
from lkjip_xl.tabel.model import BukuKerja
from lkjip_xl.tabel.tabel_bebas import ID_BEBAS, ISI, ISI_KOLOM, JUMLAH, TabelBebas, angka_kolom, daftar_tabel_bebas
from lkjip_xl.validasi.aturan.hubungan_baris import WAKTU
from lkjip_xl.validasi.aturan.hubungan_tahun import TAHUN
from lkjip_xl.validasi.aturan.pelapor import Pelapor
from lkjip_xl.validasi.aturan.penelusur import Rujukan
from lkjip_xl.validasi.aturan.registri import aturan
from lkjip_xl.validasi.aturan.selang import tertulis_dari

SERATUS = 100.0
SEDIKITNYA = 3  # months or quarters that are added up
SEPERSEPULUH = 0.1  # a figure further from the sum is of something else
GENAP = 1.0  # shares that were rounded may miss the hundred by so much
_PERSEN = re.compile(r"\s*\(?\s*(?:%|persen(?:tase)?)\s*\)?\s*")
_KELAMIN = (("l", "p"), ("laki-laki", "perempuan"), ("laki laki", "perempuan"), ("pria", "wanita"), ("lk", "pr"))
_SELURUH = re.compile(r"(?:jumlah|jml|total)(?: (?:pegawai|asn|pns|total))?")

Angka = Mapping[str, Mapping[int, Bacaan]]


@dataclass(frozen=True, slots=True)
class Pasangan:
    """A column of wholes and the columns of its parts, of counts or of their shares."""

    seluruh: str
    bagian: tuple[str, ...]
    persen: bool


@aturan(kode=("TB-23",), lembar=(ID_BEBAS,), baca=perlu(tabel_bebas="judul baris k1-10 ?bagian"))
def kolom_menurut_namanya(buku: BukuKerja, lapor: Pelapor) -> None:
    """Kolom L+P tabel bebas adalah jumlah kolom L dan P, dan kolom L (%) dan P (%) adalah bagiannya."""
    for t in daftar_tabel_bebas(buku):
        kepala = {k: kunci_teks(t.kepala(k)) for k in t.kolom}
        pasangan, waktu = list(_pasangan(kepala)), _waktu(t, kepala)
        angka = angka_kolom(buku, t) if pasangan or waktu else {}
        for b in [b for b, j, _ in t.baris if j in (ISI, JUMLAH)] if angka else ():
            porsi = (*_porsi(t, angka, pasangan, b), *_setahun(angka, waktu, b))
            for k, masukan, harap in (*(x for p in pasangan for x in _jumlah(angka, p, b)), *porsi):
                r, terkait = Rujukan(ID_BEBAS, b, k), [Rujukan(ID_BEBAS, b, m) for m in masukan]
                if not lapor.pernah(r):
                    asal = ", ".join(f'"{t.kepala(m)}"' for m in masukan)
                    lapor("TB-23", r, seharusnya=bulat(harap, 2), terkait=terkait, asal=asal)


def _pasangan(kepala: Mapping[str, str]) -> Iterator[Pasangan]:
    """Wholes with their two parts, by headers that name them, once for the counts and once for the shares."""
    for persen in (False, True):
        milik = {k: _PERSEN.sub(" ", x).strip() for k, x in kepala.items() if bool(_PERSEN.search(x)) == persen}
        letak = {x: k for k, x in milik.items()}
        if len(letak) < len(milik):
            continue  # the same header twice: of two groups
        for a, b in _KELAMIN:
            bertiga = [letak.get(a), letak.get(b)]
            seluruh = [k for k, x in milik.items() if x.replace(" ", "") in (f"{a}+{b}", f"{a}/{b}") or (_SELURUH.fullmatch(x) and _berjajar([*bertiga, k]))]  # fmt: skip
            if len(seluruh) == 1 and a in letak and b in letak:
                yield Pasangan(seluruh[0], (letak[a], letak[b]), persen)


def _berjajar(kolom: Sequence[str | None]) -> bool:
    """Do columns stand side by side, so that nothing else is counted with them?"""
    letak = [ISI_KOLOM.index(k) for k in kolom if k is not None]
    return len(letak) == len(kolom) and letak == list(range(letak[0], letak[0] + len(letak)))


def _jumlah(angka: Angka, p: Pasangan, b: int) -> Iterator[tuple[str, tuple[str, ...], float]]:
    """A whole that is not its parts together; of shares the last one, where the whole is a hundred."""
    x, a, z = (_angka(angka, k, b) for k in (p.seluruh, *p.bagian))
    if x is None or a is None or z is None:
        return
    if not p.persen and a + z != x:
        yield p.seluruh, p.bagian, a + z
    elif p.persen and x == SERATUS and abs(a + z - x) > GENAP:  # else shares of a column, which make up anything
        yield p.bagian[-1], (p.seluruh, p.bagian[0]), x - a


def _waktu(t: TabelBebas, kepala: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Totals right behind a run of months or quarters, with these, in a table of one row, where no other row shows how it is made."""
    hasil: dict[str, tuple[str, ...]] = {}
    deret: list[str] = []
    for k in t.kolom if len(t.menurut(ISI)) == 1 else ():
        if WAKTU.fullmatch(kepala[k]) and not TAHUN.fullmatch(kepala[k]):
            deret.append(k)
        elif len(deret) >= SEDIKITNYA and _SELURUH.fullmatch(kepala[k]):
            hasil[k] = tuple(deret)
        else:
            deret = []
    return hasil


def _setahun(
    angka: Angka, waktu: Mapping[str, tuple[str, ...]], b: int
) -> Iterator[tuple[str, tuple[str, ...], float]]:
    """A total of counts that is neither the sum of its months, nor the last of them, nor their mean, and near the sum."""
    for k, bagian in waktu.items():
        x, isi = _angka(angka, k, b), [_angka(angka, m, b) for m in bagian]
        ada = [y for y in isi if y is not None]
        if x is None or len(ada) < len(isi) or any(y % 1 for y in (x, *ada)):
            continue
        jumlah = sum(ada)
        lain = {ada[-1], max(ada), jumlah / len(ada)}
        if x != jumlah and x not in lain and abs(x - jumlah) <= SEPERSEPULUH * jumlah:
            yield k, bagian, jumlah


def _angka(angka: Angka, k: str, b: int) -> float | None:
    return x.nilai if (x := angka.get(k, {}).get(b)) is not None else None


def _porsi(
    t: TabelBebas, angka: Angka, semua: Sequence[Pasangan], b: int
) -> Iterator[tuple[str, tuple[str, ...], float]]:
    """Shares of a table of one row that are of neither of its wholes: the printed one, and the parts together."""
    cacah, porsi = (next((x for x in semua if x.persen == p), None) for p in (False, True))
    if cacah is None or porsi is None or len(t.menurut(ISI)) != 1:
        return
    x, a, z = (_angka(angka, k, b) for k in (cacah.seluruh, *cacah.bagian))
    if not x or a is None or z is None or not a + z:
        return
    for k, n in zip(porsi.bagian, (a, z), strict=True):
        tulis = angka.get(k, {}).get(b)
        hasil = [n / dasar * SERATUS for dasar in (x, a + z)]
        if tulis is not None and not any(tertulis_dari(h, tulis.nilai or 0.0, tulis.desimal) for h in hasil):
            yield k, (*cacah.bagian, cacah.seluruh), hasil[-1]
