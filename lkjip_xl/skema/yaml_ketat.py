"""YAML as strict as a form: where every key stands, no key twice, no key that is not text."""

from __future__ import annotations

import difflib
from collections.abc import Collection
from pathlib import Path
from typing import Any

import yaml
from yaml.nodes import MappingNode


class GalatSkema(Exception):
    """A schema that cannot be used: file, line, what is wrong, and the likely intention; the text is for people."""

    def __init__(self, berkas: str, baris: int, pesan: str, usul: str = "") -> None:
        self.berkas, self.baris, self.pesan, self.usul = berkas, baris, pesan, usul
        super().__init__(f"{berkas}:{baris}: {pesan}" + (f' — maksud Anda "{usul}"?' if usul else ""))


class Peta(dict[str, Any]):
    """A mapping that knows the line of each of its keys."""

    __slots__ = ("baris", "letak")

    def __init__(self, baris: int) -> None:
        super().__init__()
        self.baris = baris
        self.letak: dict[str, int] = {}

    def di(self, kunci: str) -> int:
        """Line of a key, or of the mapping itself."""
        return self.letak.get(kunci, self.baris)


def baca_yaml(path: Path) -> Peta:
    """Read a YAML file whose top level is a mapping; raises GalatSkema."""
    try:
        teks = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as e:
        raise GalatSkema(str(path), 1, f"berkas tidak dapat dibaca ({e})") from None
    pemuat = _pemuat(path)
    try:
        isi = yaml.load(teks, pemuat)
    except yaml.MarkedYAMLError as e:
        baris = e.problem_mark.line + 1 if e.problem_mark else 1
        raise GalatSkema(str(path), baris, f"YAML tidak sah: {e.problem}") from None
    if not isinstance(isi, Peta):
        raise GalatSkema(str(path), 1, "isi berkas harus pasangan kunci: nilai")
    return isi


def _pemuat(path: Path) -> type[yaml.SafeLoader]:
    class Pemuat(yaml.SafeLoader):
        """Safe loader that makes `Peta` and refuses what YAML would swallow."""

    def peta(pemuat: yaml.SafeLoader, simpul: MappingNode) -> Peta:
        hasil = Peta(simpul.start_mark.line + 1)
        for k, v in simpul.value:
            kunci = pemuat.construct_object(k)
            baris = k.start_mark.line + 1
            if not isinstance(kunci, str):
                raise GalatSkema(str(path), baris, f'kunci "{k.value}" bukan teks; beri tanda kutip', f'"{k.value}"')
            if kunci in hasil:
                raise GalatSkema(str(path), baris, f'kunci "{kunci}" ditulis dua kali')
            hasil[kunci] = pemuat.construct_object(v, deep=True)
            hasil.letak[kunci] = baris
        return hasil

    Pemuat.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, peta)
    return Pemuat


def dekat(kata: str, pilihan: Collection[str]) -> str:
    """The likely intended word, "" if none is near."""
    return next(iter(difflib.get_close_matches(str(kata), list(pilihan), n=1, cutoff=0.5)), "")


def tolak_kunci_asing(berkas: str, peta: Peta, boleh: Collection[str]) -> None:
    """Refuse keys that mean nothing here."""
    for kunci in peta:
        if kunci not in boleh:
            raise GalatSkema(berkas, peta.di(kunci), f'kunci "{kunci}" tidak dikenal', dekat(kunci, boleh))
