"""Free tables that print figures of indicators and programmes again: what differs from the sheet they stand in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lkjip_xl.inti.bacaan import Bacaan
from lkjip_xl.inti.fungsi import CAPAIAN as capaian_sel
from lkjip_xl.inti.kunci import kunci_nama, kunci_teks
from lkjip_xl.inti.periode import TAHUN_DISEBUT
from lkjip_xl.skema.perlu import perlu
from lkjip_xl.tabel.model import Asal, BukuKerja
from lkjip_xl.tabel.per_buku import per_buku
from lkjip_xl.tabel.tabel_bebas import ID_BEBAS, ISI, TabelBebas, angka_kolom, daftar_tabel_bebas
from lkjip_xl.validasi.aturan.pelapor import Pelapor
from lkjip_xl.validasi.aturan.penelusur import Rujukan
from lkjip_xl.validasi.aturan.registri import aturan
from lkjip_xl.validasi.aturan.selang import cetak, hasil_tertulis, potong, tertulis_dari

DIKETIK = frozenset({Asal.ISIAN, Asal.TIMPA})
BATAS = (100.0, 110.0, 120.0, 150.0)  # caps: the highest figure of a column that is one may stand for more
BUKTI = 2  # rows that show what a column is of
TARGET, REALISASI, CAPAIAN, SERAPAN = "target", "realisasi", "capaian", "serapan"
_JENIS = {
    TARGET: re.compile(r"\btarget\b"),
    CAPAIAN: re.compile(r"\bcapaian\b|\bkinerja\b.*%|^%$|\bpersentase capaian\b"),
    SERAPAN: re.compile(r"\bserapan\b|\bpenyerapan\b|^%$|\bpersen\w*\b"),
    REALISASI: re.compile(r"\brealisasi\b"),
}
MILIK_LAIN = re.compile(
    r"\b(?:nasional|provinsi|akhir|rpjmd|tw|triwulan|semester|bulan|rata-?rata|kemajuan|murni|sebelum|semula|iv|iii|ii|i)\b"
)
PROGRAM = ("pagu", "realisasi_rp", "serapan")
TAHUN_RENSTRA = range(1, 7)

Entitas = tuple[str, str]  # sheet of its names, kode or row
Beda = tuple[int, Rujukan, float]  # row of the table, cell of the sheet, its figure


@dataclass(frozen=True, slots=True)
class Deret:
    """The figures of one kind and year in the workbook: their cells, by indicator or programme."""

    jenis: str
    tahun: int | None
    sel: Mapping[Entitas, Rujukan]


BACA_INDIKATOR = perlu(
    tabel_bebas="judul baris k1-10 ?bagian",
    indikator="?kode ?indikator",
    pengukuran="?kode ?target ?realisasi ?capaian",
    riwayat="?kode ?target_1-3 ?realisasi_1-3 ?capaian_1-3",
    renstra="?kode ?target_1-6 ?tahun_dasar ?nilai_dasar",
    pengaturan="?tahun ?renstra_awal",
)
"""What is read to hold figures of indicators in free tables against their sheets."""


@aturan(
    kode=("TB-21",),
    lembar=(ID_BEBAS,),
    baca=BACA_INDIKATOR | perlu(anggaran="?nama ?pagu ?realisasi_rp ?serapan", pengukuran="?arah"),
)
def angka_tercetak_lagi(buku: BukuKerja, lapor: Pelapor) -> None:
    """Angka indikator dan program yang tercetak lagi di tabel bebas sama dengan lembarnya, bila baris lain kolom itu sama."""
    tabel = daftar_tabel_bebas(buku)
    if not tabel:
        return
    nama, deret = nama_entitas(buku), deret_angka(buku)
    for t in tabel:
        baris = {b: e for b, isi in t.menurut(ISI) if (e := entitas(isi, nama)) is not None}
        serupa = {b: e for b, isi in t.menurut(ISI) if b not in baris and (e := _serupa(isi, nama)) is not None}
        for k, semua in angka_kolom(buku, t).items():
            boleh = _boleh(t, k, deret)
            beda = list(_beda(lapor, boleh, deret, {b: x for b, x in semua.items() if b in baris}, baris))
            if serupa:
                milik = baris | serupa
                lain = _beda(lapor, boleh, deret, {b: x for b, x in semua.items() if b in milik}, milik)
                beda += [x for x in lain if x[0] in serupa and _tahun_bergeser(lapor, deret, x, semua[x[0]])]
            for b, sana, harap in beda:
                lapor("TB-21", Rujukan(ID_BEBAS, b, k), seharusnya=harap, terkait=[sana], sumber=lapor.sebut(sana))


def _serupa(isi: Mapping[str, str], nama: Mapping[str, Entitas]) -> Entitas | None:
    """The one indicator whose name a label of the row begins."""
    label = [n for x in isi.values() if len((n := kunci_nama(x)).split()) > 1]
    ada = {e for n, e in nama.items() if any(n.startswith(f"{x} ") for x in label)}
    return ada.pop() if len(ada) == 1 else None


def _tahun_bergeser(lapor: Pelapor, deret: Sequence[Deret], beda: Beda, x: Bacaan) -> bool:
    """Is a figure that of the same indicator in another year?"""
    _, sana, _ = beda
    kode = kunci_teks(lapor.jejak.baris(sana.lembar)[sana.baris].get("kode"))
    lain = (r for d in deret for e, r in d.sel.items() if e == ("indikator", kode) and r != sana)
    return any(isinstance(y := lapor.jejak.nilai(r), float) and secetak(lapor, r, y, x) for r in lain)


@per_buku
def nama_entitas(buku: BukuKerja) -> Mapping[str, Entitas]:
    """Indicators and programmes by their name, where no two have the same."""
    hasil: dict[str, Entitas | None] = {}
    for lembar, kolom, kunci in (("indikator", "indikator", "kode"), ("anggaran", "nama", None)):
        for b, isi in buku[lembar].per_baris().items() if buku[lembar].ada else ():
            n = kunci_nama(isi.get(kolom))
            e = lembar, kunci_teks(isi.get(kunci)) if kunci else str(b)
            if n:
                hasil[n] = None if n in hasil else e
    return {n: e for n, e in hasil.items() if e is not None}


def entitas(isi: Mapping[str, str], nama: Mapping[str, Entitas]) -> Entitas | None:
    ada = {nama[n] for x in isi.values() if (n := kunci_nama(x)) in nama}
    return ada.pop() if len(ada) == 1 else None


def capaian_sendiri(lapor: Pelapor, t: TabelBebas, baris: int, x: Bacaan) -> bool:
    """Is it the capaian its indicator has in Pengukuran, by whatever rule that is made?"""
    isi = next(isi for b, _, isi in t.baris if b == baris)
    e = entitas(isi, nama_entitas(lapor.buku)) if lapor.buku["pengukuran"].ada else None
    letak = lapor.buku.indeks.baris("pengukuran", "kode", e[1]) if e is not None and e[0] == "indikator" else None
    r = Rujukan("pengukuran", letak or 0, "capaian")
    y = lapor.jejak.nilai(r) if letak is not None else None
    return isinstance(y, float) and secetak(lapor, r, y, x)


@per_buku
def deret_angka(buku: BukuKerja) -> tuple[Deret, ...]:
    """Every series of indicators and programmes in the workbook."""
    return tuple(_deret(buku))


def _deret(buku: BukuKerja) -> Iterator[Deret]:
    tahun, awal = (buku.setelan.get(x) for x in ("TahunLaporan", "TahunRenstraAwal"))
    kini = int(tahun) if isinstance(tahun, float) else None
    calon = [("pengukuran", jenis, jenis, kini) for jenis in (TARGET, REALISASI, CAPAIAN)]
    if kini is not None:
        calon += [("riwayat", f"{j}_{k}", j, kini - k) for j in (TARGET, REALISASI, CAPAIAN) for k in (1, 2, 3)]
    if isinstance(awal, float):
        calon += [("renstra", f"target_{k}", TARGET, int(awal) + k - 1) for k in TAHUN_RENSTRA]
    for lembar, kolom, jenis, t in calon:
        if buku[lembar].ada and kolom in buku[lembar].skema.kolom:
            baris = buku[lembar].per_baris().items()
            yield Deret(jenis, t, {("indikator", kunci_teks(i["kode"])): Rujukan(lembar, b, kolom) for b, i in baris})
    if buku["renstra"].ada and "nilai_dasar" in buku["renstra"].skema.kolom:
        yield from _nilai_dasar(buku)
    for kolom in PROGRAM if buku["anggaran"].ada else ():
        if kolom in buku["anggaran"].skema.kolom:
            sel = {("anggaran", str(b)): Rujukan("anggaran", b, kolom) for b in buku["anggaran"].per_baris()}
            yield Deret(REALISASI if kolom == "realisasi_rp" else kolom, kini, sel)


def _nilai_dasar(buku: BukuKerja) -> Iterator[Deret]:
    """The values the Renstra starts from, by their year."""
    tahun: dict[int, dict[Entitas, Rujukan]] = {}
    for b, isi in buku["renstra"].per_baris().items():
        if isinstance(x := isi.get("tahun_dasar"), float):
            tahun.setdefault(int(x), {})["indikator", kunci_teks(isi["kode"])] = Rujukan("renstra", b, "nilai_dasar")
    yield from (Deret(REALISASI, t, sel) for t, sel in tahun.items())


def _boleh(t: TabelBebas, k: str, deret: Sequence[Deret]) -> list[Deret]:
    """The series a column may print, by the words and years of its header and title."""
    kepala = kunci_teks(t.kepala(k))
    if MILIK_LAIN.search(kepala):
        return []
    jenis = jenis_kepala(kepala) or jenis_judul(t.judul)
    tahun = {int(x) for x in TAHUN_DISEBUT.findall(kepala)} or {int(x) for x in TAHUN_DISEBUT.findall(t.judul)}
    if len(tahun) > 1:
        return []
    return [d for d in deret if (not jenis or d.jenis in jenis) and (not tahun or d.tahun in tahun)]


def jenis_judul(judul: str) -> set[str]:
    """The kind of figure below headers that are nothing but years; "capaian" in a title may mean any."""
    jenis = {j for j in (TARGET, REALISASI, CAPAIAN) if _JENIS[j].search(kunci_teks(judul))}
    return jenis if jenis in ({TARGET}, {REALISASI}) else set()


def jenis_kepala(kepala: str) -> set[str]:
    """The kinds of figure a header may be of; empty for one that names none."""
    jenis = {j for j, pola in _JENIS.items() if pola.search(kepala)}
    if REALISASI in jenis and len(jenis) > 1:
        jenis.discard(REALISASI)  # "% realisasi", "capaian realisasi"
    return jenis


def _beda(
    lapor: Pelapor,
    boleh: Sequence[Deret],
    semua: Sequence[Deret],
    isi: Mapping[int, Bacaan],
    baris: Mapping[int, Entitas],
) -> Iterator[Beda]:
    """Cells that differ from the series which most of their column agrees with, or all of those of a column of another year."""
    semua_banding = [(d, *banding(lapor, d, isi, baris)) for d in boleh]
    cocok = [(sama, beda) for _, sama, beda in semua_banding if sama >= BUKTI and len(beda) < sama]
    hasil = max(cocok, key=lambda x: (x[0], -len(x[1])), default=(0, []))[1]
    if not cocok:
        hasil = next((beda for d, sama, beda in semua_banding if not sama and len(beda) >= BUKTI and _tahun_lain(lapor, d, semua, isi, baris)), [])  # fmt: skip
    tertinggi = max((x.nilai or 0.0 for x in isi.values()), default=0.0)
    for b, r, nilai in hasil:
        x = isi[b]
        dibatasi = r.kolom.startswith(CAPAIAN) and x.nilai in BATAS and tertinggi == x.nilai < nilai
        if (
            not dikenal(lapor, r)
            and not versi_lain(lapor, r, x.nilai)
            and not dibatasi
            and not tanpa_batas(lapor, r, x)
        ):
            yield b, r, nilai


def banding(
    lapor: Pelapor, d: Deret, isi: Mapping[int, Bacaan], baris: Mapping[int, Entitas]
) -> tuple[int, list[Beda]]:
    """How many cells agree with a series, and those that do not."""
    sama, beda = 0, []
    for b, x in isi.items():
        r = d.sel.get(baris[b])
        nilai = lapor.jejak.nilai(r) if r is not None else None
        if r is None or not isinstance(nilai, float):
            continue
        if secetak(lapor, r, nilai, x):
            sama += 1
        else:
            beda.append((b, r, nilai))
    return sama, beda


def _tahun_lain(
    lapor: Pelapor, d: Deret, semua: Sequence[Deret], isi: Mapping[int, Bacaan], baris: Mapping[int, Entitas]
) -> bool:
    """Does the column hold the figures of another year of the same kind, every one of them?"""
    for lain in semua:
        if lain.jenis == d.jenis and None not in (lain.tahun, d.tahun) and lain.tahun != d.tahun:
            sama, beda = banding(lapor, lain, isi, baris)
            if sama >= BUKTI and not beda:
                return True
    return False


def dikenal(lapor: Pelapor, r: Rujukan) -> bool:
    """Was the cell of a sheet, or one it is made from, found wrong already?"""
    return lapor.ragu(r, *lapor.jejak.sumber(r))


def secetak(lapor: Pelapor, r: Rujukan, nilai: float, x: Bacaan) -> bool:
    """Is it the same figure, to the digits printed, rounded or cut off?"""
    desimal, tertulis = lapor.buku[r.lembar].desimal(r.baris, r.kolom), x.nilai or 0.0
    milik = cetak(nilai, desimal if lapor.buku[r.lembar].asal(r.baris, r.kolom) in DIKETIK else None)
    return hasil_tertulis(tertulis, x.desimal).secetak(milik) or potong(nilai, x.desimal or 0) == tertulis


def tanpa_batas(lapor: Pelapor, r: Rujukan, x: Bacaan) -> bool:
    """Is a figure the capaian of this year as it is without the cap that the measurement has?"""
    if (r.lembar, r.kolom) != ("pengukuran", CAPAIAN):
        return False
    isi = lapor.jejak.baris(r.lembar)[r.baris]
    c = capaian_sel(isi.get(TARGET), isi.get(REALISASI), isi.get("arah"))
    return isinstance(c, float) and tertulis_dari(c, x.nilai or 0.0, x.desimal)


def versi_lain(lapor: Pelapor, r: Rujukan, x: float | None) -> bool:
    """Is it what another version of the documents has there: a target of the PK murni, a pagu of the Renja?"""
    isi = lapor.jejak.baris(r.lembar)[r.baris]
    if r.kolom.startswith(TARGET):
        lain = [("pengukuran", "kode", "target"), ("pk", "kode", "target"), ("renstra", "kode", "target_berjalan")]
        lain = lain if r.lembar == "pengukuran" else []
    elif r.lembar == "anggaran":
        lain = [
            ("pk_program", "nama", "anggaran"),
            *(("renja", "nama", k) for k in ("pagu_sebelum", "pagu_penjabaran", "pagu_setelah")),
        ]
    else:
        return False
    for lembar, kunci, kolom in lain:
        if lapor.buku[lembar].ada and kolom in lapor.buku[lembar].skema.kolom:
            for baris in lapor.jejak.baris(lembar).values():
                if kunci_nama(baris.get(kunci)) == kunci_nama(isi.get(kunci)) and baris.get(kolom) == x:
                    return True
    return False
