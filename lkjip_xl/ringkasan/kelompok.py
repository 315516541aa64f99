"""Which indicators make up one sasaran: the sheet says it twice, by the kode and by the statement.

S3.1 and S3.2 are of S3 as a rule. Where the statements say otherwise they decide: they are what the tables print. S.1 and S.2
of two statements are two sasaran, S1 and S2 of one statement are one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from lkjip_xl.inti.fungsi import Galat
from lkjip_xl.inti.kemiripan import ejaan_sama
from lkjip_xl.inti.kunci import kunci_nama, kunci_teks
from lkjip_xl.tabel.model import BukuKerja, Nilai
from lkjip_xl.tabel.per_buku import per_buku

Kelompok = tuple[str, str]  # jenjang, and the statement or the front part of the kode that holds a sasaran together


@dataclass(frozen=True, slots=True)
class _Anggota:
    kode: str
    depan: tuple[str, str]  # jenjang, key of the kode before its last dot
    kelompok: Kelompok


def kode_sasaran(kode: str) -> str:
    """Kode of the sasaran an indicator belongs to by its kode alone: the part before the last dot.

    >>> kode_sasaran("S3.2"), kode_sasaran("S3")
    ('S3', 'S3')
    """
    return kode.rpartition(".")[0] or kode


@per_buku
def sasaran_kode(buku: BukuKerja) -> Mapping[str, tuple[str, ...]]:
    """The sasaran (their kode as written first) by the key of a kode of Indikator: its own one; by what stands before the last
    dot of such kode, where that is none itself: all it stands for."""
    semua = list(_anggota(buku))
    per_depan: dict[tuple[str, str], dict[Kelompok, None]] = {}
    for x in semua:
        per_depan.setdefault(x.depan, {})[x.kelompok] = None
    nama: dict[Kelompok, str] = {}
    dipakai: dict[tuple[str, str], Kelompok] = {}
    tulisan: dict[str, str] = {}
    hasil: dict[str, tuple[str, ...]] = {}
    bagian: dict[str, dict[str, None]] = {}
    for x in semua:
        depan = tulisan.setdefault(x.depan[1], kode_sasaran(x.kode))
        usul = depan if len(per_depan[x.depan]) == 1 else x.kode
        lain = dipakai.get((x.depan[0], kunci_teks(usul)), x.kelompok) != x.kelompok
        milik = nama.setdefault(x.kelompok, x.kode if lain else usul)
        dipakai.setdefault((x.depan[0], kunci_teks(milik)), x.kelompok)
        hasil.setdefault(kunci_teks(x.kode), (milik,))
        bagian.setdefault(x.depan[1], {})[milik] = None
    return MappingProxyType({k: tuple(isi) for k, isi in bagian.items()} | hasil)


def sasaran_dari(buku: BukuKerja, kode: str) -> tuple[str, ...]:
    """Keys of the sasaran a kode belongs to or stands for; of a kode that Indikator does not have, by the kode alone."""
    kunci = kunci_teks(kode)
    milik = sasaran_kode(buku).get(kunci)
    return (kode_sasaran(kunci),) if milik is None else tuple(kunci_teks(x) for x in milik)


def _anggota(buku: BukuKerja) -> Iterator[_Anggota]:
    """Every indicator with what holds its sasaran together; a blank statement goes on with the one above it: of its own
    sasaran by kode, of the jenjang where the kode names no sasaran."""
    atas: dict[tuple[str, str], str] = {}
    sudah: set[str] = set()
    for _, r in buku["indikator"].rekaman():
        kode, jenjang = r["kode"], str(r["jenjang"] or "")
        if not isinstance(kode, str) or isinstance(kode, Galat):
            continue
        if (kunci := kunci_teks(kode)) in sudah:
            continue
        sudah.add(kunci)
        depan = (jenjang, kode_sasaran(kunci))
        tulis = _pernyataan(r["pernyataan"])
        lama = atas.get(depan, atas.get((jenjang, ""), "") if depan[1] == kunci else "")
        pernyataan = lama if not tulis or (lama and _sama(lama, tulis)) else tulis
        atas[depan] = atas[jenjang, ""] = pernyataan
        yield _Anggota(kode, depan, (jenjang, pernyataan) if pernyataan else (jenjang, f".{depan[1]}"))


def _sama(a: str, b: str) -> bool:
    return a == b or ejaan_sama(a, b)


def _pernyataan(x: Nilai) -> str:
    return kunci_nama(x) if isinstance(x, str) and not isinstance(x, Galat) else ""
