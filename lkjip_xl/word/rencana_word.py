"""What happens to every block of a report that is renewed: decided before anything is written."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from lkjip_xl.inti.kunci import rapikan_spasi
from lkjip_xl.word.angka_blok import BedaAngka, beda_angka
from lkjip_xl.word.catatan_blok import Catatan
from lkjip_xl.word.keadaan_blok import Blok
from lkjip_xl.word.sidik_blok import Media, teks_unsur, w

TERBACA = 0.5  # share of the blocks on record that must be known again; fewer, and the marks are gone
SEBUT = 70  # letters of a block without a name


class Tindakan(StrEnum):
    """The fate of a block; the words stand before its name."""

    SAMA = "tetap"
    DIPERBARUI = "diperbarui"
    DITAMBAHKAN = "ditambahkan"
    DIHAPUS = "dihapus"  # no longer generated, untouched
    DISUNTING = "tetap, sudah disunting"
    TAK_LAGI = "tetap, sudah disunting, tidak lagi dihasilkan"
    DITIADAKAN = "tetap tidak ada, dihapus dari dokumen"


@dataclass(frozen=True, slots=True)
class Langkah:
    """One block and its fate; beda: figures in an edited one that the workbook has otherwise."""

    tindakan: Tindakan
    id: str
    nama: str
    beda: BedaAngka | None = None


def tanda_hilang(catatan: Catatan | None, ada: Mapping[str, Blok]) -> bool:
    """Can the blocks of a document not be told any more (saved by a program that drops the marks, texts merged)?"""
    if catatan is None:
        return True
    dikenal = sum(k in ada for k in catatan.blok)
    kembar = sum(len(b.unsur) > b.unsur[0].tanda[0].dari for b in ada.values() if b.unsur)
    return dikenal < TERBACA * len(catatan.blok) or kembar > TERBACA * dikenal


def rencanakan(
    ada: Mapping[str, Blok],
    baru: Mapping[str, Blok],
    nama: Mapping[str, str],
    catatan: Catatan,
    media: tuple[Media, Media],
    isian: Collection[str],
) -> list[Langkah]:
    """Steps in the order of the new report, then what only the document holds.

    ada, baru: blocks of the document and of the new report, lists left out; media: pictures of both; isian: placeholders,
    of whose figures the workbook knows nothing.
    """
    pernah = set(catatan.blok)
    hasil = []
    for k, b in baru.items():
        lama = ada.get(k)
        if lama is None:
            t = Tindakan.DITIADAKAN if k in pernah else Tindakan.DITAMBAHKAN
            hasil.append(Langkah(t, k, nama[k]))
        elif not lama.utuh:
            beda = None if k in isian else beda_angka(teks_blok(lama, media[0]), teks_blok(b, media[1]))
            hasil.append(Langkah(Tindakan.DISUNTING, k, nama[k], beda))
        else:
            hasil.append(Langkah(Tindakan.SAMA if lama.sidik == b.sidik else Tindakan.DIPERBARUI, k, nama[k]))
    for k, lama in ada.items():
        if k not in baru:
            t = Tindakan.DIHAPUS if lama.utuh else Tindakan.TAK_LAGI
            hasil.append(Langkah(t, k, _sebutan(lama, media[0])))
    return hasil


def teks_blok(b: Blok, media: Media) -> str:
    """All words of a block, one part a line."""
    if not b.unsur:
        return teks_unsur(b.kendali.e, media, bidang=True) if b.kendali else ""
    return "\n".join(teks_unsur(u.e, media, bidang=True) for u in b.unsur)


def _sebutan(b: Blok, media: Media) -> str:
    """The name in its content control, else how it begins."""
    alias = b.kendali.e.find(f"{w('sdtPr')}/{w('alias')}") if b.kendali else None
    if alias is not None:
        return alias.get(w("val"), "")
    teks = rapikan_spasi(teks_blok(b, media).replace("|", " "))
    return teks if len(teks) <= SEBUT else f"{teks[: SEBUT - 1]}…"


def langkah(rencana: Sequence[Langkah], *tindakan: Tindakan) -> list[Langkah]:
    """The steps of some kinds."""
    return [x for x in rencana if x.tindakan in tindakan]
