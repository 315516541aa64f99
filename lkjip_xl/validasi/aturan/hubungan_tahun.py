"""Growth printed beside a row of years in a free table: a year that does not follow from the one before as the others do."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise

from lkjip_xl.inti.bacaan import Bacaan
from lkjip_xl.inti.kunci import kunci_teks
from lkjip_xl.inti.periode import ANGKA_TAHUN
from lkjip_xl.inti.rumus import bulat
from lkjip_xl.skema.perlu import perlu
from lkjip_xl.tabel.model import BukuKerja
from lkjip_xl.tabel.tabel_bebas import ID_BEBAS, ISI, ISI_KOLOM, TabelBebas, angka_kolom, daftar_tabel_bebas
from lkjip_xl.validasi.aturan.hubungan_kolom import BUKTI, LIPAT, SERATUS, sampai
from lkjip_xl.validasi.aturan.pelapor import Pelapor
from lkjip_xl.validasi.aturan.penelusur import Rujukan
from lkjip_xl.validasi.aturan.registri import aturan
from lkjip_xl.validasi.aturan.selang import hasil_tertulis, potong

_TUMBUH = re.compile(
    r"\b(?:pertumbuhan|laju|perkembangan|kenaikan|peningkatan|penurunan|perubahan|selisih|naik|turun|tren|trend)\b"
)
TAHUN = re.compile(rf"(?:tahun )?({ANGKA_TAHUN})\*?")

Angka = Mapping[int, Bacaan]
Rumus = Callable[[float, float], float | None]
_CARA: tuple[Rumus, ...] = (
    lambda a, b: (b - a) / a * SERATUS if a else None,
    lambda a, b: b - a,
    lambda a, b: (a - b) / a * SERATUS if a else None,
    lambda a, b: a - b,
)


@aturan(kode=("TB-20",), lembar=(ID_BEBAS,), baca=perlu(tabel_bebas="judul baris k1-10 ?bagian"))
def pertumbuhan_antartahun(buku: BukuKerja, lapor: Pelapor) -> None:
    """Pertumbuhan di tabel bebas yang di tahun lain dihitung dari tahun sebelumnya, dihitung demikian di semua tahun."""
    for t in daftar_tabel_bebas(buku):
        tahun = baris_tahun(t)
        angka = angka_kolom(buku, t) if len(tahun) > BUKTI else {}
        for k in angka:
            if not _TUMBUH.search(kunci_teks(t.kepala(k))):
                continue
            kiri = [m for m in ISI_KOLOM[: ISI_KOLOM.index(k)] if m in angka and m != tahun[min(tahun)][1]]
            for m, b, lalu, harap in _keliru(angka, kiri, k, tahun):
                r, terkait = Rujukan(ID_BEBAS, b, k), [Rujukan(ID_BEBAS, x, m) for x in (lalu, b)]
                if not any(lapor.pernah(x) for x in (r, *terkait)):
                    lapor("TB-20", r, seharusnya=bulat(harap, 2), terkait=terkait, asal=f'"{t.kepala(m)}"')


def baris_tahun(t: TabelBebas) -> dict[int, tuple[int, str]]:
    """Rows of content that are each of a year, with it and its column; empty where one of them is of none."""
    hasil: dict[int, tuple[int, str]] = {}
    for b, isi in t.menurut(ISI):
        ada = [(int(m[1]), k) for k, x in [*isi.items()][:2] if (m := TAHUN.fullmatch(kunci_teks(x)))]
        if len(ada) != 1:
            return {}
        hasil[b] = ada[0]
    urut = [n for n, _ in hasil.values()]
    return hasil if len(set(urut)) == len(urut) else {}


def _keliru(
    angka: Mapping[str, Angka], kiri: Sequence[str], k: str, tahun: Mapping[int, tuple[int, str]]
) -> Iterator[tuple[str, int, int, float]]:
    """Column, year, year before it and what these give, by the one way that most years follow."""
    urut = sorted(tahun, key=lambda b: tahun[b][0])
    terbaik: tuple[int, list[tuple[str, int, int, float]]] = (0, [])
    for m in kiri:
        pasangan = [(a, b) for a, b in pairwise(urut) if tahun[b][0] - tahun[a][0] == 1 and {a, b} <= angka[m].keys() and b in angka[k]]  # fmt: skip
        for rumus in _CARA:
            sesuai, beda = 0, []
            for a, b in pasangan:
                harap = rumus(angka[m][a].nilai or 0.0, angka[m][b].nilai or 0.0)
                if harap is None:
                    continue
                if _sampai(rumus, angka[m][a], angka[m][b], angka[k][b], harap):
                    sesuai += harap != 0
                else:
                    beda.append((m, b, a, harap))
            if sesuai > terbaik[0]:
                terbaik = sesuai, beda
    sesuai, beda = terbaik
    if sesuai >= BUKTI and len(beda) * LIPAT <= sesuai:
        yield from beda


def _sampai(rumus: Rumus, a: Bacaan, b: Bacaan, tulis: Bacaan, harap: float) -> bool:
    masukan = [hasil_tertulis(x.nilai or 0.0, x.desimal) for x in (a, b)]
    return potong(harap, tulis.desimal or 0) == (tulis.nilai or 0.0) or sampai(rumus, masukan, tulis)
