"""Rules of Data Pendukung: totals and means of its small tables, and these totals against the indicator they support."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lkjip_xl.inti.jumlah import baris_jumlah
from lkjip_xl.inti.kunci import PERSEN, kunci_satuan, kunci_teks
from lkjip_xl.inti.rumus import bulat
from lkjip_xl.skema.perlu import perlu
from lkjip_xl.tabel.model import BukuKerja
from lkjip_xl.tabel.rincian_tersebut import indikator_tersebut
from lkjip_xl.validasi.aturan.batas_kelompok import batas_kelompok
from lkjip_xl.validasi.aturan.dugaan import sebab_angka
from lkjip_xl.validasi.aturan.pelapor import Pelapor
from lkjip_xl.validasi.aturan.penelusur import Rujukan
from lkjip_xl.validasi.aturan.rata_persen import (
    baris_rata,
    kepala_persen,
    nilai_rata,
    persen_dijumlah,
    rata_bertukar,
    rata_mungkin,
    rata_mustahil,
)
from lkjip_xl.validasi.aturan.registri import aturan
from lkjip_xl.validasi.aturan.rincian_jumlah import (
    PASANGAN_MAKS,
    SEDIKITNYA,
    HasilJumlah,
    Tercetak,
    cacah_biasa,
    kepala_dijumlah,
    periksa_jumlah,
    tercetak,
)

LEMBAR = "data_pendukung"
KOMPONEN = ("pembilang", "penyebut")
SEPERLIMAPULUH = 0.02  # a total this near to a component is meant to be it


@dataclass(slots=True)
class TabelDukung:
    """One small table: its cells by column and by row in the order of the sheet, as Excel rows."""

    nama: str
    kolom: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    baris: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))


def tabel_dukung(lapor: Pelapor) -> list[TabelDukung]:
    """The small tables of the sheet, in its order."""
    semua: dict[str, TabelDukung] = {}
    for b, isi in lapor.jejak.baris(LEMBAR).items():
        if isi["tabel"] is not None and isi["uraian"] is not None:
            t = semua.setdefault(kunci_teks(isi["tabel"]), TabelDukung(str(isi["tabel"])))
            t.kolom[kunci_teks(isi["kolom"])].append(b)
            t.baris[kunci_teks(isi["uraian"])].append(b)
    return list(semua.values())


@aturan(kode=("DP-01", "DP-05"), lembar=(LEMBAR,), baca=perlu(data_pendukung="tabel uraian ?kolom nilai ?satuan"))
def jumlah_data_pendukung(buku: BukuKerja, lapor: Pelapor) -> None:
    """Baris dan kolom Jumlah di Data Pendukung sama dengan jumlah rinciannya."""
    for t in tabel_dukung(lapor):
        if banyak := _terlalu_banyak(lapor, t):
            lapor(
                "DP-05",
                Rujukan(LEMBAR, banyak[0], "nilai"),
                tabel=t.nama,
                jumlah=len(banyak),
                baris=sum(map(len, t.baris.values())),
            )
            continue
        for lajur, label in ((t.kolom, "uraian"), (t.baris, "kolom")):
            hasil = [x for isi in lajur.values() for x in _periksa(lapor, isi, label)]
            salah = [(b, h) for b, h in hasil if not h.cocok]
            # of several lines one must add up, or the totals are of something else
            if len(hasil) > 1 and len(salah) == len(hasil):
                continue
            for b, h in salah:
                terkait = [Rujukan(LEMBAR, x, "nilai") for x in h.baris]
                r = Rujukan(LEMBAR, b, "nilai")
                if not lapor.pernah(r):
                    lapor("DP-01", r, seharusnya=h.jumlah, terkait=terkait, tabel=t.nama)


def _terlalu_banyak(lapor: Pelapor, t: TabelDukung) -> list[int]:
    """The totals and means of a table that are too many to be held against all cells of their lines; else none."""
    isi = lapor.jejak.baris(LEMBAR)
    semua: list[int] = []
    pasangan = 0
    for lajur, label in ((t.kolom, "uraian"), (t.baris, "kolom")):
        for baris in lajur.values():
            total = [b for b in baris if baris_jumlah(isi[b][label]) or baris_rata(isi[b][label])]
            semua, pasangan = semua + total, pasangan + len(total) * len(baris)
    return semua if pasangan > PASANGAN_MAKS else []


def _periksa(lapor: Pelapor, baris: list[int], label: str) -> Iterator[tuple[int, HasilJumlah]]:
    """The totals of one line of cells, by what their labels say, where all of it can be added up."""
    isi = lapor.jejak.baris(LEMBAR)
    baris = [b for b in baris if label == "uraian" or kepala_dijumlah(kunci_teks(isi[b]["kolom"]))]
    total = [b for b in baris if baris_jumlah(isi[b][label])]
    if (
        not total
        or not all(_dijumlah(isi[b]) for b in baris)
        or len({kunci_satuan(isi[b].get("satuan")) for b in baris}) > 1
    ):
        return
    angka = _angka(lapor, baris)
    if not cacah_biasa([x.nilai for b, x in angka.items() if b not in total]):
        return
    for b in total:
        atas = [x for x in angka if x < b] if label == "uraian" else [x for x in angka if x not in total]
        rincian, sub = [x for x in atas if x not in total], [x for x in atas if x in total]
        if len(rincian) >= SEDIKITNYA and b in angka:
            batas = batas_kelompok({x: str(isi[x][label]) for x in rincian})
            hasil = periksa_jumlah(angka, angka[b], rincian, sub, batas=batas)
            if hasil is not None:
                yield b, hasil


def _dijumlah(isi: Mapping[str, object]) -> bool:
    return kunci_satuan(isi.get("satuan")) != PERSEN and kepala_dijumlah(kunci_teks(isi.get("kolom")))


def _angka(lapor: Pelapor, baris: list[int]) -> dict[int, Tercetak]:
    t = lapor.buku[LEMBAR]
    semua = {b: lapor.jejak.nilai(Rujukan(LEMBAR, b, "nilai")) for b in baris}
    if any(lapor.jejak.ternoda(Rujukan(LEMBAR, b, "nilai")) for b in baris):
        return {}
    return {b: tercetak(x, t.desimal(b, "nilai")) for b, x in semua.items() if isinstance(x, float)}


@aturan(kode=("DP-03", "DP-04"), lembar=(LEMBAR,), baca=perlu(data_pendukung="tabel uraian ?kolom nilai ?satuan"))
def rata_dan_persen_data_pendukung(buku: BukuKerja, lapor: Pelapor) -> None:
    """Rata-rata Data Pendukung berada di antara barisnya, dan persentase di baris Jumlah bukan hasil penjumlahan."""
    isi = lapor.jejak.baris(LEMBAR)
    for t in tabel_dukung(lapor):
        if _terlalu_banyak(lapor, t):
            continue  # which the rule above says
        for lajur in t.kolom.values():
            angka = _angka(lapor, lajur)
            rincian = [b for b in angka if not baris_jumlah(isi[b]["uraian"]) and not baris_rata(isi[b]["uraian"])]
            persen = all(
                kunci_satuan(isi[b].get("satuan")) == PERSEN or kepala_persen(str(isi[b]["kolom"])) for b in lajur
            )
            for b, x in angka.items():
                if not baris_rata(isi[b]["uraian"]) and not baris_jumlah(isi[b]["uraian"]):
                    continue
                atas = [c for c in rincian if c < b]
                r, sel = Rujukan(LEMBAR, b, "nilai"), [angka[c] for c in atas]
                if len(atas) < SEDIKITNYA or lapor.pernah(r):
                    continue
                terkait = [Rujukan(LEMBAR, c, "nilai") for c in atas]
                keliru = rata_mustahil(sel, x) or rata_bertukar(sel, x, len(lajur))
                if baris_rata(isi[b]["uraian"]) and keliru and not rata_mungkin(sel, x, len(lajur)):
                    lapor("DP-03", r, seharusnya=bulat(nilai_rata(sel), 2), terkait=terkait, tabel=t.nama)
                elif baris_jumlah(isi[b]["uraian"]) and persen and persen_dijumlah(sel, x):
                    lapor("DP-04", r, terkait=terkait, tabel=t.nama)


@aturan(
    kode=("DP-02",),
    lembar=(LEMBAR, "indikator", "pengukuran"),
    baca=perlu(
        data_pendukung="tabel uraian ?kolom nilai", indikator="kode indikator", pengukuran="kode pembilang penyebut"
    ),
)
def data_pendukung_dan_komponen(buku: BukuKerja, lapor: Pelapor) -> None:
    """Jumlah tabel yang menyebut suatu indikator sama dengan pembilang atau penyebut indikator itu."""
    for t in tabel_dukung(lapor):
        kode = _indikator(lapor, t.nama)
        letak = buku.indeks.baris("pengukuran", "kode", kode) if kode else None
        if letak is None:
            continue
        isi = lapor.jejak.baris(LEMBAR)
        sel = {b: x for barisan in t.kolom.values() for b in barisan if isinstance(x := isi[b]["nilai"], float)}
        total = {b: x for b, x in sel.items() if baris_jumlah(isi[b]["uraian"]) or baris_jumlah(isi[b]["kolom"])}
        for k in KOMPONEN:
            y, r = lapor.jejak.baris("pengukuran")[letak][k], Rujukan("pengukuran", letak, k)
            if not isinstance(y, float) or y in sel.values() or lapor.jejak.ternoda(r):
                continue
            dekat = [b for b, x in total.items() if _mungkin(x, y) and not lapor.pernah(Rujukan(LEMBAR, b, "nilai"))]
            if len(dekat) == 1:
                lapor("DP-02", Rujukan(LEMBAR, dekat[0], "nilai"), seharusnya=y, terkait=[r], tabel=t.nama, kode=kode,
                      komponen=k)  # fmt: skip


def _mungkin(x: float, y: float) -> bool:
    return abs(x - y) <= SEPERLIMAPULUH * abs(y) or sebab_angka(x, y) is not None


def _indikator(lapor: Pelapor, tabel: str) -> str | None:
    isi = lapor.jejak.baris("indikator").values()
    return indikator_tersebut(tabel, ((r["kode"], r["indikator"]) for r in isi))
