"""The workbooks of a rekap together: each agency and year once, by year, beside the list and the settings of the region."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from lkjip_xl.inti.kemiripan import terdekat
from lkjip_xl.inti.kunci import kunci_nama
from lkjip_xl.inti.temuan import Temuan, Tingkat
from lkjip_xl.rekap.aturan_daerah import sama
from lkjip_xl.rekap.cari import Berkas
from lkjip_xl.rekap.daftar import DAERAH, Opd, kunci_opd
from lkjip_xl.rekap.kerja import Hasil
from lkjip_xl.rekap.model import Ikhtisar
from lkjip_xl.rekap.tembolok import buka
from lkjip_xl.skema.pesan import buat_temuan

TERBANYAK_MIN = 3  # so many agencies must agree before the others are measured by them
DAFTAR_MAKS = 20
MIRIP = 0.8
LIST, TEMPLAT, TERBANYAK = "daftar", "templat daerah", "kebanyakan perangkat daerah"


@dataclass(frozen=True, slots=True)
class Entri:
    """A workbook that was read: its file, its Ikhtisar without the long lists, which are unwrapped when they are asked for."""

    berkas: Berkas
    kepala: Ikhtisar
    sidik: str
    janggal: int
    diturunkan: int
    data: bytes = field(repr=False)

    @classmethod
    def dari(cls, berkas: Berkas, hasil: Hasil) -> Entri:
        """From what became of a file."""
        x = buka(hasil.data)
        return cls(
            berkas,
            replace(x, indikator=(), program=(), temuan=(), dikecualikan=(), jumlah={**x.jumlah, DIKECUALIKAN: len(x.dikecualikan)}),
            hasil.sidik,
            sum(i.janggal for i in x.indikator),
            sum(i.diturunkan for i in x.indikator),
            hasil.data,
        )  # fmt: skip

    def penuh(self) -> Ikhtisar:
        """With its lists."""
        return buka(self.data)

    @property
    def nama(self) -> str:
        """The agency as it is named; its file where it names none."""
        return self.kepala.instansi or self.berkas.nama

    @property
    def kunci(self) -> tuple[str, str, int]:
        """What there may be only one workbook of."""
        k = self.kepala
        nama = kunci_opd(k.instansi, k.kabupaten) if k.instansi else f"\0{self.berkas.nama}"
        return kunci_nama(k.kabupaten), nama, k.tahun or 0


DIKECUALIKAN = "Dikecualikan"


@dataclass(frozen=True, slots=True)
class Ganda:
    """A workbook that does not count because another of the same agency and year does."""

    entri: Entri
    terpakai: Entri

    @property
    def salinan(self) -> bool:
        """Is it the same file once more?"""
        return self.entri.sidik == self.terpakai.sidik


@dataclass(frozen=True, slots=True)
class Belum:
    """An agency of the list without a workbook; ada: the other years there is one of, gagal: files that may be its."""

    nama: str
    ada: tuple[int, ...]
    gagal: str


@dataclass(frozen=True, slots=True)
class Menyimpang:
    """A setting of one agency that is not as it is set for it; acuan: what says how it is set."""

    entri: Entri
    setelan: str
    isi: str
    seharusnya: str
    acuan: str


@dataclass(slots=True)
class Rekap:
    """Everything that is printed: workbooks that count, by region and name; the others, each with the reason.

    tahun: the year the list is asked for and the charts show, that of most workbooks unless said otherwise.
    belum, di_luar: of the list (None: there was none). temuan: what is to be said about the rekap itself.
    """

    entri: list[Entri] = field(default_factory=list)
    ganda: list[Ganda] = field(default_factory=list)
    gagal: list[tuple[str, str, str]] = field(default_factory=list)
    dilewati: list[tuple[str, str]] = field(default_factory=list)
    tahun: int = 0
    belum: list[Belum] | None = None
    di_luar: list[Entri] = field(default_factory=list)
    menyimpang: list[Menyimpang] = field(default_factory=list)
    dari_tembolok: int = 0
    temuan: list[Temuan] = field(default_factory=list)

    def per_tahun(self) -> dict[int, list[Entri]]:
        """Workbooks by report year, the latest first."""
        hasil: dict[int, list[Entri]] = {}
        for e in self.entri:
            hasil.setdefault(e.kepala.tahun or 0, []).append(e)
        return dict(sorted(hasil.items(), reverse=True))

    def tahun_sakip(self, tahun: int) -> str:
        """The evaluated year of which most agencies of a report year know their result, the later of two; "" where none does."""
        n = Counter(t for e in self.per_tahun().get(tahun, ()) for t in e.kepala.sakip)
        return max(n, key=lambda t: (n[t], t), default="")

    def kalimat(self) -> str:
        """One sentence for the screen."""
        ingat = f" ({self.dari_tembolok} sudah dikenal)" if self.dari_tembolok else ""
        return (
            f"{len(self.entri)} buku kerja direkap{ingat}; {len(self.ganda)} ganda, {len(self.gagal)} gagal dibaca, "
            f"{len(self.dilewati)} dilewati."
        )

    def kode_keluar(self) -> int:
        """0: everything is in it; 1: something is not, or stands there twice; 3: our own failure."""
        if any(t.kode == "RK-03" for t in self.temuan):
            return 3
        return int(any(t.tingkat in (Tingkat.KESALAHAN, Tingkat.PERINGATAN) for t in self.temuan))


def himpun(
    hasil: Iterable[tuple[Berkas, Hasil]], dilewati: Iterable[tuple[str, str]], *, tahun: int | None = None,
    daftar: Sequence[Opd] | None = None, judul: Mapping[str, str] | None = None, templat: Mapping[str, str] | None = None,
) -> Rekap:  # fmt: skip
    """Put the results together; judul: titles of the settings by column, templat: the settings of the region."""
    r = Rekap(dilewati=list(dilewati))
    for b, h in hasil:
        r.dari_tembolok += h.tembolok
        if h.data:
            r.entri.append(Entri.dari(b, h))
        elif h.lewat:
            r.dilewati.append((b.nama, h.lewat))
        else:
            r.gagal.append((b.nama, h.kode, h.sebab))
    _sekali(r)
    banyak = Counter(e.kepala.tahun or 0 for e in r.entri)
    r.tahun = tahun or max(banyak, key=lambda t: (banyak[t], t), default=0)
    r.gagal.sort()
    r.dilewati.sort()
    if daftar is not None:
        _terhadap_daftar(r, daftar)
    khusus = {_tanda(o): o.setelan for o in daftar or ()}
    r.menyimpang = list(_menyimpang(r, khusus, judul or {}, templat))
    r.temuan = list(_temuan(r, acuan=bool(daftar) or templat is not None))
    return r


def _sekali(r: Rekap) -> None:
    """Of several workbooks of one agency and year the one changed last counts; the others are named."""
    menurut: dict[tuple[str, str, int], list[Entri]] = {}
    for e in r.entri:
        menurut.setdefault(e.kunci, []).append(e)
    r.entri = []
    for _, sama_semua in sorted(menurut.items()):
        urut = sorted(sama_semua, key=lambda e: e.berkas.nama)
        pakai = max(urut, key=lambda e: e.berkas.tanggal)
        r.entri.append(pakai)
        r.ganda += [Ganda(e, pakai) for e in urut if e is not pakai]


def _tanda(o: Opd) -> tuple[str, str]:
    """What an agency of the list is found by; "" stands for any region."""
    daerah = o.setelan.get(DAERAH, "")
    return kunci_nama(daerah), kunci_opd(o.nama, daerah)


def _tanda_entri(e: Entri) -> tuple[tuple[str, str], tuple[str, str]]:
    daerah, nama, _ = e.kunci
    return (daerah, nama), ("", nama)


def _terhadap_daftar(r: Rekap, daftar: Sequence[Opd]) -> None:
    ada: dict[tuple[str, str], set[int]] = {}
    for e in r.entri:
        for t in _tanda_entri(e):
            ada.setdefault(t, set()).add(e.kepala.tahun or 0)
    gagal = {kunci_nama(nama): nama for nama, _, _ in r.gagal}
    r.belum = []
    for o in daftar:
        tahun = ada.get(_tanda(o), set())
        if r.tahun not in tahun:
            mirip = next((n for k, n in gagal.items() if kunci_opd(o.nama) in k), "")
            r.belum.append(Belum(o.nama, tuple(sorted(tahun)), mirip))
    terdaftar = {_tanda(o) for o in daftar}
    r.di_luar = [e for e in r.entri if terdaftar.isdisjoint(_tanda_entri(e))]


def _menyimpang(
    r: Rekap,
    khusus: Mapping[tuple[str, str], Mapping[str, str]],
    judul: Mapping[str, str],
    templat: Mapping[str, str] | None,
) -> Iterator[Menyimpang]:
    for semua in r.per_tahun().values():
        umum, acuan = (templat, TEMPLAT) if templat is not None else (_kebanyakan(semua), TERBANYAK)
        for e in semua:
            milik = {judul[k]: x for k, x in _milik(khusus, e).items() if k in judul}
            for nama, isi in e.kepala.aturan.items():
                if nama in milik:
                    harus, sumber = milik[nama], LIST
                elif nama in umum:
                    harus, sumber = umum[nama], acuan
                else:
                    continue
                if not sama(isi, harus):
                    yield Menyimpang(e, nama, isi, harus, sumber)


def _milik(khusus: Mapping[tuple[str, str], Mapping[str, str]], e: Entri) -> Mapping[str, str]:
    return next((khusus[t] for t in _tanda_entri(e) if t in khusus), {})


def _kebanyakan(semua: Sequence[Entri]) -> dict[str, str]:
    """What more than half of the agencies have set, where there are enough of them to say so."""
    hasil = {}
    if len(semua) >= TERBANYAK_MIN:
        for nama in dict.fromkeys(n for e in semua for n in e.kepala.aturan):
            isi, n = Counter(e.kepala.aturan.get(nama, "") for e in semua).most_common(1)[0]
            if isi and n >= TERBANYAK_MIN and 2 * n > len(semua):
                hasil[nama] = isi
    return hasil


def _temuan(r: Rekap, *, acuan: bool) -> Iterator[Temuan]:
    for nama, kode, sebab in r.gagal:
        sendiri = kode in ("RK-03", "RK-04")
        yield buat_temuan(kode if sendiri else "RK-05", lembar="", berkas=nama, sebab=sebab)
    for g in r.ganda:
        if not g.salinan:
            k = g.entri.kepala
            yield buat_temuan("RK-06", lembar="", instansi=g.entri.nama, tahun=k.tahun or "", berkas=g.entri.berkas.nama, dipakai=g.terpakai.berkas.nama)  # fmt: skip
    if r.belum:
        yield buat_temuan(
            "RK-07", lembar="", banyak=len(r.belum), tahun=r.tahun, daftar=_sebut(b.nama for b in r.belum)
        )
    if r.belum is not None:
        for e in r.di_luar:
            dekat = terdekat(e.nama, [b.nama for b in r.belum], MIRIP)
            yield buat_temuan("RK-08", lembar="", instansi=e.nama, berkas=e.berkas.nama, usul=f' Maksudnya "{dekat}"?' if dekat else "")  # fmt: skip
    if r.menyimpang:
        kode, siapa = "RK-09" if acuan else "RK-10", dict.fromkeys(m.entri.nama for m in r.menyimpang)
        yield buat_temuan(kode, lembar="", banyak=len(r.menyimpang), daftar=_sebut(siapa))
    if len(tahun := [t for t in r.per_tahun() if t]) > 1:
        yield buat_temuan("RK-11", lembar="", daftar=", ".join(map(str, sorted(tahun))))
    tanpa = [e.berkas.nama for e in r.entri if e.kepala.tanpa_angka]
    if tanpa:
        yield buat_temuan("RK-12", lembar="", banyak=len(tanpa), daftar=_sebut(tanpa))


def _sebut(x: Iterable[str]) -> str:
    semua = list(x)
    return ", ".join(semua[:DAFTAR_MAKS]) + (" …" if len(semua) > DAFTAR_MAKS else "")
