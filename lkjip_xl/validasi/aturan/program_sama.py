"""One programme in several documents: its indicator and target in T-C.27, Renja, PK Program and Anggaran."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from lkjip_xl.inti.kemiripan import rasio
from lkjip_xl.inti.kunci import kunci_rapat, kunci_teks, ruas
from lkjip_xl.inti.temuan import Tingkat
from lkjip_xl.skema.perlu import perlu
from lkjip_xl.tabel.model import BukuKerja, Nilai
from lkjip_xl.validasi.aturan.pelapor import Pelapor
from lkjip_xl.validasi.aturan.penelusur import Rujukan
from lkjip_xl.validasi.aturan.registri import aturan

Baris = dict[str, Nilai]
MIRIP = 0.6  # below this two texts are two indicators, above it two ways to write one


@dataclass(frozen=True, slots=True)
class Sisi:
    """A programme row in one document: where it stands, which column holds the target, what it says."""

    lembar: str
    baris: int
    isi: Baris
    kolom_target: str

    @property
    def indikator(self) -> str:
        """Text to compare, "" where none is printed."""
        return kunci_rapat(self.isi["indikator"])

    @property
    def target(self) -> Nilai:
        """This year's target."""
        return self.isi[self.kolom_target]

    def sel(self, kolom: str) -> Rujukan:
        """A cell of the row."""
        return Rujukan(self.lembar, self.baris, kolom)


Pasangan = tuple[Sisi, Sisi]  # the row and the same programme in the document it follows


@aturan(
    kode=("PR-01", "PR-02", "PR-03"),
    lembar=("renja", "pk_program"),
    baca=perlu(
        pk_program="nama level versi target indikator ?kode ?satuan",
        renja="nama level target_sebelum target_sesudah indikator ?kode ?satuan",
    ),
)
def pk_program_menurut_renja(buku: BukuKerja, lapor: Pelapor) -> None:
    """Indikator dan target PK Program sama dengan Renja, dan tidak tertukar antarbaris."""
    for versi, kolom in (("murni", ("target_sebelum",)), ("perubahan", ("target_sesudah", "target_sebelum"))):
        milik = _sisi(lapor, "pk_program", ("target",), lambda isi, v=versi: isi["versi"] == v)
        _bandingkan(lapor, _pasangkan(milik, _sisi(lapor, "renja", kolom)))


@aturan(
    kode=("PR-01", "PR-02", "PR-03"),
    lembar=("anggaran",),
    baca=perlu(
        anggaran="nama level target indikator ?realisasi ?kode ?satuan",
        renja="nama level target_sebelum target_sesudah indikator ?kode ?satuan",
        pk_program="nama level versi target indikator ?kode ?satuan",
    ),
)
def anggaran_menurut_perencanaan(buku: BukuKerja, lapor: Pelapor) -> None:
    """Indikator dan target Anggaran sama dengan Renja, bila tidak ada Renja dengan PK Program."""
    milik = _sisi(lapor, "anggaran", ("target",))
    renja = _sisi(lapor, "renja", ("target_sesudah", "target_sebelum")) if buku["renja"].ada else []
    pasangan = _pasangkan(milik, renja)
    terpasang = {p[0].baris for p in pasangan}
    if buku["pk_program"].ada:
        versi = {isi["versi"] for isi in lapor.jejak.baris("pk_program").values()}
        berlaku = next((v for v in ("perubahan", "murni") if v in versi), None)
        pk = _sisi(lapor, "pk_program", ("target",), lambda isi: isi["versi"] == berlaku)
        pasangan += _pasangkan([s for s in milik if s.baris not in terpasang], pk)
    _bandingkan(lapor, pasangan)


@aturan(
    kode=("PR-03", "PR-04"),
    lembar=("renja", "tc27"),
    baca=perlu(
        pengaturan="tahun renstra_awal",
        renja="nama level target_sebelum target_sesudah ?kode ?pagu_sebelum",
        tc27="nama level versi ?kode ?target_1-6 ?rp_1-6",
    ),
)
def renja_menurut_renstra(buku: BukuKerja, lapor: Pelapor) -> None:
    """Target dan pagu Renja tahun ini sama dengan T-C.27; bedanya lazim, jadi hanya catatan."""
    tahun, awal = buku.setelan.get("TahunLaporan"), buku.setelan.get("TahunRenstraAwal")
    if not isinstance(tahun, float) or not isinstance(awal, float) or not 0 <= tahun - awal < 6:
        return
    ke = int(tahun - awal) + 1
    versi = {isi["versi"] for isi in lapor.jejak.baris("tc27").values()}
    terakhir = "sesudah" if "sesudah" in versi else next(iter(versi), None)
    renstra = _sisi(lapor, "tc27", (f"target_{ke}",), lambda isi: isi["versi"] == terakhir)
    for a, b in _pasangkan(_sisi(lapor, "renja", ("target_sesudah", "target_sebelum")), renstra):
        if _beda_angka(a.target, b.target):
            lapor("PR-03", a.sel(a.kolom_target), tingkat=Tingkat.CATATAN, **_isian(lapor, a, b))
        rp = f"rp_{ke}"
        if _beda_angka(a.isi["pagu_sebelum"], b.isi[rp]):
            sumber = b.sel(rp)
            lapor("PR-04", a.sel("pagu_sebelum"), seharusnya=b.isi[rp], terkait=[sumber], sumber=lapor.sebut(sumber))


# -- rows and pairs -------------------------------------------------------------------------------------------


def _sisi(
    lapor: Pelapor, lembar: str, target: Iterable[str], pilih: Callable[[Baris], bool] = lambda isi: True
) -> list[Sisi]:
    """Rows of a sheet that say something of an indicator, each with the first of the target columns that is filled."""
    hasil = []
    for b, isi in lapor.jejak.baris(lembar).items():
        if not pilih(isi) or not isi["nama"] or isi["level"] in ("perangkat daerah", "urusan", "bidang"):
            continue
        kolom = next((k for k in target if isi[k] is not None), next(iter(target)))
        hasil.append(Sisi(lembar, b, isi, kolom))
    return hasil


def _pasangkan(milik: list[Sisi], sumber: list[Sisi]) -> list[Pasangan]:
    """The same programme by kode, else by level and name, where exactly one row on each side carries it."""
    pasangan: list[Pasangan] = []
    terpakai: set[int] = set()
    for kunci in (lambda s: ruas(s.isi["kode"]), lambda s: (s.isi["level"], kunci_teks(s.isi["nama"]))):
        kiri = _tunggal((s for s in milik if s.baris not in terpakai), kunci)
        kanan = _tunggal(sumber, kunci)
        for k in kiri.keys() & kanan.keys():
            pasangan.append((kiri[k], kanan[k]))
            terpakai.add(kiri[k].baris)
    return sorted(pasangan, key=lambda p: p[0].baris)


def _tunggal(sisi: Iterable[Sisi], kunci: Callable[[Sisi], object]) -> dict[object, Sisi]:
    """Rows by key; keys that several rows share (further indicators of one programme) are left out."""
    hasil: dict[object, Sisi | None] = {}
    for s in sisi:
        if k := kunci(s):
            hasil[k] = None if k in hasil else s
    return {k: s for k, s in hasil.items() if s is not None}


# -- comparing ------------------------------------------------------------------------------------------------


def _bandingkan(lapor: Pelapor, pasangan: list[Pasangan]) -> None:
    tertukar: set[int] = set()
    for p, q in combinations([p for p in pasangan if _berbeda(*p)], 2):
        if not {p[0].baris, q[0].baris} & tertukar and _saling(p, q):
            tertukar |= {p[0].baris, q[0].baris}
            _lapor_tertukar(lapor, p, q)
    for a, b in pasangan:
        if a.baris not in tertukar:
            _lapor_beda(lapor, a, b)


def _berbeda(a: Sisi, b: Sisi) -> bool:
    return bool(a.indikator and b.indikator and a.indikator != b.indikator) or _beda_angka(a.target, b.target)


def _saling(p: Pasangan, q: Pasangan) -> bool:
    """Does each row say what the source says of the other one?"""
    return _serupa(p[0], q[1]) and _serupa(q[0], p[1]) and not _serupa(p[0], p[1]) and not _serupa(q[0], q[1])


def _serupa(a: Sisi, b: Sisi) -> bool:
    """The same indicator; where one of them prints none, the same target in the same unit."""
    if a.indikator and b.indikator:
        return a.indikator == b.indikator
    satuan = [kunci_teks(s.isi["satuan"]) for s in (a, b) if s.isi["satuan"]]
    return isinstance(a.target, float) and a.target == b.target and len(satuan) == 2 and satuan[0] == satuan[1]


def _lapor_tertukar(lapor: Pelapor, p: Pasangan, q: Pasangan) -> None:
    a, lain = p[0], q[0]
    kolom = "indikator" if a.isi["indikator"] else a.kolom_target
    terkait = [s.sel(k) for s in (a, lain) for k in _kolom_kinerja(s)] + [s.sel("indikator") for s in (p[1], q[1])]
    lapor(
        "PR-01",
        a.sel(kolom),
        seharusnya=p[1].isi["indikator"],
        terkait=terkait,
        lain=lapor.sebut(lain.sel(kolom)),
        sumber=lapor.sebut(p[1].sel("indikator")),
    )


def _kolom_kinerja(s: Sisi) -> Iterator[str]:
    """Columns that go with the indicator when two rows are swapped."""
    yield from (k for k in ("indikator", s.kolom_target, "realisasi", "satuan") if s.isi.get(k) is not None)


def _lapor_beda(lapor: Pelapor, a: Sisi, b: Sisi) -> None:
    if a.indikator and b.indikator and a.indikator != b.indikator:
        sama = rasio(a.indikator, b.indikator)
        ejaan = sama >= MIRIP or a.indikator.startswith(b.indikator) or b.indikator.startswith(a.indikator)
        sumber = b.sel("indikator")
        lapor(
            "PR-02",
            a.sel("indikator"),
            seharusnya=b.isi["indikator"],
            terkait=[sumber],
            tingkat=Tingkat.CATATAN if ejaan else None,
            sumber=lapor.sebut(sumber),
        )
        if not ejaan:
            return  # another indicator has another target
    if _beda_angka(a.target, b.target) and not lapor.jejak.ternoda(a.sel(a.kolom_target)):
        sana = _sudah(lapor, a, b)
        if sana is None:
            lapor("PR-03", a.sel(a.kolom_target), **_isian(lapor, a, b))
        else:
            lapor.sertakan(sana, lapor.jejak.alamat(a.sel(a.kolom_target)))


def _sudah(lapor: Pelapor, a: Sisi, b: Sisi) -> int | None:
    """The warning on another document that says the very same against this source: one of them is wrong against all others."""
    sumber = lapor.jejak.alamat(b.sel(b.kolom_target))
    return next(
        (
            i
            for i, t in enumerate(lapor.temuan)
            if t.kode == "PR-03"
            and t.tingkat is not Tingkat.CATATAN
            and t.nilai == a.target
            and sumber in t.sel_terkait
        ),
        None,
    )


def _isian(lapor: Pelapor, a: Sisi, b: Sisi) -> dict[str, Any]:
    sumber = b.sel(b.kolom_target)
    return {"seharusnya": b.target, "terkait": [sumber], "sumber": lapor.sebut(sumber), "nama": a.isi["nama"]}


def _beda_angka(x: Nilai, y: Nilai) -> bool:
    return isinstance(x, float) and isinstance(y, float) and x != y
