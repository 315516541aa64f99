"""What a mutant changes in compiled code: the bodies of functions that can be exchanged in a loaded module, or more than that."""

from __future__ import annotations

import gc
from types import CodeType, FunctionType

Badan = list[tuple[str, CodeType]]


def kompilasi(sumber: str) -> CodeType | None:
    """The code of a module; None where the mutant is no Python at all."""
    try:
        return compile(sumber, "mutan", "exec", dont_inherit=True)
    except (SyntaxError, ValueError, MemoryError, OverflowError):
        return None


def badan_lain(lama: CodeType, baru: CodeType) -> Badan | None:
    """Qualified names and new code of the functions that differ; None where the module changes outside of them."""
    hasil: Badan = []
    return hasil if _telusuri(lama, baru, hasil) else None


def _telusuri(lama: CodeType, baru: CodeType, hasil: Badan) -> bool:
    """Is the code of a module or class the same but for the functions in it?"""
    if _rangka(lama) != _rangka(baru):
        return False
    for a, b in zip(_anak(lama), _anak(baru), strict=True):
        if a.co_flags & 0x1:  # CO_OPTIMIZED: a function, not the body of a class
            if a != b:
                if a.co_freevars or b.co_freevars:
                    return False
                hasil.append((a.co_qualname, b))
        elif not _telusuri(a, b, hasil):
            return False
    return True


def _rangka(kode: CodeType) -> tuple:
    """Code without that of the functions in it; constants with their types, as 1 equals 1.0 and True."""
    tetap = tuple((x.co_name,) if isinstance(x, CodeType) else (type(x), repr(x)) for x in kode.co_consts)
    return kode.co_code, kode.co_names, tetap


def _anak(kode: CodeType) -> list[CodeType]:
    return [x for x in kode.co_consts if isinstance(x, CodeType)]


def fungsi_hidup(modul: str) -> dict[str, list[FunctionType]]:
    """The functions of a loaded module by qualified name, however they were wrapped."""
    hasil: dict[str, list[FunctionType]] = {}
    for f in gc.get_objects():
        if isinstance(f, FunctionType) and f.__module__ == modul:
            hasil.setdefault(f.__code__.co_qualname, []).append(f)
    return hasil
