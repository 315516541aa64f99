"""Fields that count captions and placeholders: read, and put right where blocks were added or taken out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from copy import deepcopy

from lkjip_xl.buku.xmlaman import Elemen
from lkjip_xl.word.dokumen import Dokumen
from lkjip_xl.word.petak import Peta, Ubahan
from lkjip_xl.word.pindahan import Pindahan
from lkjip_xl.word.sidik_blok import sidik_unsur, w

_SEQ = re.compile(r"SEQ\s+(\w+)(.*)", re.DOTALL)
_ULANG = re.compile(r"\\r\s*(\d+)")


def bidang_seq(p: Elemen) -> Iterator[tuple[str, str, list[Elemen]]]:
    """Counting fields of a paragraph: what they count, their switches, the texts of their result."""
    buka: list[tuple[list[str], list[Elemen], list[bool]]] = []
    for x in p.iter(w("fldChar"), w("instrText"), w("t"), w("fldSimple")):
        if x.tag == w("fldSimple"):
            if m := _SEQ.fullmatch((x.get(w("instr")) or "").strip()):
                yield m[1], m[2], list(x.iter(w("t")))
        elif x.tag == w("fldChar"):
            jenis = x.get(w("fldCharType"))
            if jenis == "begin":
                buka.append(([], [], [False]))
            elif buka and jenis == "separate":
                buka[-1][2][0] = True
            elif buka and jenis == "end":
                perintah, hasil, _ = buka.pop()
                if m := _SEQ.fullmatch("".join(perintah).strip()):
                    yield m[1], m[2], hasil
        elif buka and x.tag == w("instrText"):
            buka[-1][0].append(x.text or "")
        elif buka and buka[-1][2][0]:
            buka[-1][1].append(x)


def cara_hitung(p: Elemen) -> list[tuple[str, str]]:
    """What the counting fields of a paragraph count, and the number they begin anew with; LibreOffice drops that one."""
    return [(nama, m[1] if (m := _ULANG.search(saklar)) else "") for nama, saklar, _ in bidang_seq(p)]


def _awalan(p: Elemen, hasil: list[Elemen]) -> str:
    """What stands before a count: "Tabel 4."."""
    teks = []
    for x in p.iter(w("t")):
        if any(x is y for y in hasil):
            break
        teks.append(x.text or "")
    return "".join(teks).strip()


def hitung_ulang(peta: Peta, dok: Dokumen) -> Iterator[Ubahan]:
    """Edits that put right the counts our own untouched paragraphs show; those of people Word puts right."""
    hitung: Counter[str] = Counter()
    bab: dict[str, str] = {}
    for u in peta.unsur:
        perlu = {}
        for ke, (nama, saklar, hasil) in enumerate(bidang_seq(u.e)):
            ulang, tampak = _ULANG.search(saklar), "".join(x.text or "" for x in hasil)
            if not re.search(r"\\c\b", saklar):
                hitung[nama] = int(ulang[1]) if ulang else hitung[nama] + 1
                awalan = _awalan(u.e, hasil)
                if not ulang and awalan != bab.get(nama, awalan) and tampak.isdecimal():
                    hitung[nama] = int(tampak)  # a chapter begins where LibreOffice dropped that the count does
                bab[nama] = awalan
            if not re.search(r"\\h\b", saklar) and tampak != str(hitung[nama]):
                perlu[ke] = str(hitung[nama])
        if perlu and len(u.tanda) == 1 and sidik_unsur(u.e, dok.media) == u.tanda[0].sidik:
            salinan = deepcopy(u.e)
            salinan.tail = None
            for ke, (_, _, hasil) in enumerate(bidang_seq(salinan)):
                for i, x in enumerate(hasil if ke in perlu else ()):
                    x.text = "" if i else perlu[ke]
            yield u.petak.awal, u.petak.akhir, Pindahan.sendiri(salinan)
