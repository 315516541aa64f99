"""The mutants of one file: cosmic-ray's operators at every place that is no type hint, each with a key that survives edits elsewhere."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import mutate_code
from cosmic_ray.operators.operator import Operator
from cosmic_ray.plugins import get_operator, operator_names

from mutasi.daftar import Kunci

# Not made: what needs an argument that says which variable; identity in place of a comparison of numbers and texts (whether
# two equal ones are one object is an accident), and the reverse (None and members of enumerations, of which there is one each)
_TAK_DIBUAT = re.compile(
    r"core/(Variable(Replacer|Inserter)|\w+_(Eq|NotEq|Lt|LtE|Gt|GtE)_Is(Not)?|\w+_Is_Eq|\w+_IsNot_NotEq)"
)
_NAMA_TIPE = re.compile(r"[A-Z]\w* = [A-Za-z\[\], .|]+")


@dataclass(frozen=True, slots=True)
class Mutan:
    """One changed source text."""

    kunci: Kunci
    operator: str
    nomor: int
    sumber: str


def semua(berkas: str, sumber: str) -> Iterator[Mutan]:
    """The mutants of a source text, each text once."""
    operator = {
        n.removeprefix("core/"): get_operator(n)() for n in sorted(operator_names()) if not _TAK_DIBUAT.fullmatch(n)
    }
    sudah, ke, letak = {sumber}, Counter[tuple[str, str]](), 0
    for pernyataan in get_ast(sumber).children:  # one at a time: cosmic-ray parses what it changes for every mutant
        teks = pernyataan.get_code()
        simpul = list(ast_nodes(get_ast(teks)))
        for nama, o in operator.items():
            for jadi in _mutan_pernyataan(teks, simpul, o):
                utuh = sumber[:letak] + jadi + sumber[letak + len(teks) :]
                if utuh in sudah:
                    continue
                sudah.add(utuh)
                nomor, lama, baru = beda(sumber, utuh)
                ke[(lama, baru)] += 1
                yield Mutan(Kunci(berkas, lama, baru, ke[(lama, baru)]), nama, nomor, utuh)
        letak += len(teks)


def _mutan_pernyataan(teks: str, simpul: list, operator: Operator) -> Iterator[str]:
    letak = [s for s in simpul for _ in operator.mutation_positions(s)]
    for kali, s in enumerate(letak):
        jadi = None if _petunjuk_tipe(s) else mutate_code(teks, operator, kali)
        if jadi is not None:
            yield jadi


def beda(lama: str, baru: str) -> tuple[int, str, str]:
    """Number of the first line that differs, and that line before and after, without indentation."""
    dari, ke = lama.split("\n"), baru.split("\n")
    nomor, (a, b) = next((n, p) for n, p in enumerate(zip_longest(dari, ke, fillvalue="")) if p[0] != p[1])
    return nomor + 1, " ".join(a.split()), " ".join(b.split()) if len(dari) == len(ke) else ""


def _petunjuk_tipe(simpul) -> bool:
    """Is a node part of a type hint, or of a name for a type?"""
    bawah = simpul
    while (atas := bawah.parent) is not None:
        if atas.type == "tfpdef" or (bawah is simpul and atas.type == "parameters"):  # a bare * or / of a signature
            return True
        if atas.type == "annassign" and bawah is atas.children[1]:
            return True
        if atas.type == "funcdef" and bawah is atas.annotation:
            return True
        if atas.type == "expr_stmt" and atas.parent.parent.type == "file_input" and "|" in atas.get_code():
            return _NAMA_TIPE.fullmatch(atas.get_code().strip()) is not None
        bawah = atas
    return False
