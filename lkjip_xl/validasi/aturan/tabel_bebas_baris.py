"""Rows of free tables with figures of one indicator over years and kinds: a cell that differs where the others of its row agree."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from lkjip_xl.inti.bacaan import Bacaan
from lkjip_xl.inti.kunci import kunci_teks
from lkjip_xl.inti.periode import TAHUN_DISEBUT
from lkjip_xl.skema.perlu import perlu
from lkjip_xl.tabel.model import BukuKerja
from lkjip_xl.tabel.tabel_bebas import ID_BEBAS, ISI, TabelBebas, angka_kolom, daftar_tabel_bebas
from lkjip_xl.validasi.aturan.angka_naskah import disebut, nama_indikator
from lkjip_xl.validasi.aturan.pelapor import Pelapor
from lkjip_xl.validasi.aturan.penelusur import Rujukan
from lkjip_xl.validasi.aturan.registri import aturan
from lkjip_xl.validasi.aturan.tabel_bebas_silang import (
    BACA_INDIKATOR,
    BUKTI,
    CAPAIAN,
    MILIK_LAIN,
    REALISASI,
    TARGET,
    Deret,
    Entitas,
    deret_angka,
    dikenal,
    entitas,
    jenis_judul,
    jenis_kepala,
    nama_entitas,
    secetak,
    tanpa_batas,
    versi_lain,
)

INDIKATOR = "indikator"
LIPAT = 2  # so many cells that agree for each that does not
BIASA = (0.0, 100.0)  # figures that agree by chance
_LABEL = re.compile(r"(?:target|realisasi|(?:persentase )?capaian)(?: kinerja)?(?: (?:%|persen))?")


@dataclass(slots=True)
class Banding:
    """The cells of a row that agree with the workbook, and those that do not."""

    sama: int = 0
    nyata: int = 0
    beda: list[tuple[str, Rujukan, float]] = field(default_factory=list)

    @property
    def terbukti(self) -> bool:
        """Do enough cells agree to tell of what the row is?"""
        return self.nyata >= BUKTI and len(self.beda) * LIPAT <= self.sama


@aturan(kode=("TB-21",), lembar=(ID_BEBAS,), baca=BACA_INDIKATOR | perlu(anggaran="?nama", pengukuran="?arah"))
def baris_indikator_tercetak_lagi(buku: BukuKerja, lapor: Pelapor) -> None:
    """Angka satu indikator tahun demi tahun di satu baris tabel bebas sama dengan lembarnya, bila sel lain baris itu sama."""
    tabel = daftar_tabel_bebas(buku)
    deret = [d for d in deret_angka(buku) if d.tahun is not None and d.jenis in (TARGET, REALISASI, CAPAIAN)] if tabel else []  # fmt: skip
    nama, sebut = (nama_entitas(buku), nama_indikator(buku)) if deret else ({}, {})
    kini = buku.setelan.get("TahunLaporan")
    for t in tabel if deret else ():
        kolom, judul = _kolom(t, kini), (INDIKATOR, disebut(t.judul, sebut))
        angka = angka_kolom(buku, t) if len(kolom) > BUKTI else {}
        for b, isi in t.menurut(ISI) if angka else ():
            e = entitas(isi, nama) or judul
            label = set() if e is not judul else _jenis_label(isi)
            if e[0] != INDIKATOR or label is None or not any(e in d.sel for d in deret):
                continue
            sel = {k: angka[k][b] for k in kolom if b in angka.get(k, {})}
            jenis = label or jenis_judul(t.judul)
            for k, r, harap in _baris(lapor, e, {k: (sel[k], *kolom[k]) for k in sel}, jenis, deret):
                sini = Rujukan(ID_BEBAS, b, k)
                if not lapor.pernah(sini):
                    lapor("TB-21", sini, seharusnya=harap, terkait=[r], sumber=lapor.sebut(r))


def _kolom(t: TabelBebas, kini: object) -> dict[str, tuple[set[str], int]]:
    """Columns of one year each, by their header, else by the title, else this one: the kinds they may be of, and the year."""
    hasil = {}
    judul = {int(x) for x in TAHUN_DISEBUT.findall(t.judul)} or {int(kini) if isinstance(kini, float) else 0}
    for k in t.kolom:
        kepala = kunci_teks(t.kepala(k))
        sendiri = {int(x) for x in TAHUN_DISEBUT.findall(kepala)}
        tahun = sendiri or (judul if jenis_kepala(kepala) and not MILIK_LAIN.search(kunci_teks(t.judul)) else set())
        if len(tahun) == 1 and not MILIK_LAIN.search(kepala) and len(jenis := jenis_kepala(kepala)) <= 1:
            hasil[k] = jenis, next(iter(tahun))
    return hasil


def _jenis_label(isi: Mapping[str, str]) -> set[str] | None:
    """The kind of figure the label of a row names, of a table about one indicator; None where it names anything else."""
    label = next((kunci_teks(x) for x in isi.values() if re.search(r"[^\W\d_]{3}", x)), "")
    return jenis_kepala(label) if _LABEL.fullmatch(label) else None


def _baris(
    lapor: Pelapor,
    e: Entitas,
    sel: Mapping[str, tuple[Bacaan, set[str], int]],
    label: set[str],
    deret: Sequence[Deret],
) -> Iterator[tuple[str, Rujukan, float]]:
    """Cells of a row that differ, by the kinds its headers and label name, or by the one kind most of it agrees with."""
    tersurat = {k: (x, next(iter(j or label)), n) for k, (x, j, n) in sel.items() if len(j or label) == 1}
    pasti = _banding(lapor, e, tersurat, deret)
    if pasti.terbukti:
        yield from pasti.beda
    lain = {k: (x, n) for k, (x, j, n) in sel.items() if not j and not label}
    calon = [_banding(lapor, e, {k: (x, j, n) for k, (x, n) in lain.items()}, deret) for j in (REALISASI, CAPAIAN, TARGET)]  # fmt: skip
    terbaik = max(calon, key=lambda c: (c.nyata, -len(c.beda)))
    if terbaik.terbukti:
        yield from terbaik.beda


def _banding(lapor: Pelapor, e: Entitas, sel: Mapping[str, tuple[Bacaan, str, int]], deret: Sequence[Deret]) -> Banding:
    hasil = Banding()
    for k, (x, jenis, tahun) in sel.items():
        semua = [d.sel[e] for d in deret if d.jenis == jenis and d.tahun == tahun and e in d.sel]
        milik = [(r, y) for r in semua if isinstance(y := lapor.jejak.nilai(r), float)]
        if any(secetak(lapor, r, y, x) for r, y in milik):
            hasil.sama += 1
            hasil.nyata += x.nilai not in BIASA
        elif any(tanpa_batas(lapor, r, x) for r, _ in milik):
            hasil.sama += 1
        elif milik and not any(versi_lain(lapor, r, x.nilai) for r, _ in milik):
            r, y = milik[0]
            if not dikenal(lapor, r) or _beda_dari_keduanya(lapor, r, x):
                hasil.beda.append((k, r, y))
    return hasil


def _beda_dari_keduanya(lapor: Pelapor, r: Rujukan, x: Bacaan) -> bool:
    """Is a figure neither what a result that was found wrong says, nor what it should be?"""
    harap = lapor.buku[r.lembar].harap(r.baris, r.kolom)
    return isinstance(harap, float) and not secetak(lapor, r, harap, x)
