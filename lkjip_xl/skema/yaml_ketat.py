"""YAML as strict as a form: where every key stands, no key twice, no key that is not text."""

from __future__ import annotations

import difflib
from collections.abc import Collection
from pathlib import Path
from typing import Any

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode

from lkjip_xl.buku.berkas import baca_biasa
from lkjip_xl.buku.galat import GalatBerkas


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


def nama_berkas(path: Path) -> str:
    """A schema file as messages name it: folder and file, wherever the folder is.

    >>> nama_berkas(Path("/opt/lkjip/schemas/pk.yaml"))
    'schemas/pk.yaml'
    """
    return f"{path.parent.name}/{path.name}"


def baca_yaml(path: Path) -> Peta:
    """Read a YAML file whose top level is a mapping; raises GalatSkema."""
    berkas = nama_berkas(path)
    try:
        teks = baca_biasa(path).decode("utf-8")
    except (GalatBerkas, UnicodeDecodeError) as e:
        sebab = e.kode if isinstance(e, GalatBerkas) else e
        raise GalatSkema(berkas, 1, f"berkas tidak dapat dibaca ({sebab})") from None
    try:
        isi = yaml.load(teks, _pemuat(berkas))
    except yaml.MarkedYAMLError as e:
        baris = e.problem_mark.line + 1 if e.problem_mark else 1
        raise GalatSkema(berkas, baris, f"YAML tidak sah: {e.problem}") from None
    except yaml.reader.ReaderError as e:
        baris = teks.count("\n", 0, e.position) + 1
        raise GalatSkema(berkas, baris, f"huruf kendali tidak boleh dipakai (U+{e.character:04X})") from None
    if not isinstance(isi, Peta):
        raise GalatSkema(berkas, 1, "isi berkas harus pasangan kunci: nilai")
    return isi


def gabung(dasar: Peta, atas: Peta) -> Peta:
    """A mapping with another laid over it, mapping by mapping; lists and single values are replaced whole.

    Keys know the line where they stand in their own file.
    """
    hasil = Peta(atas.baris)
    hasil.letak = dict.fromkeys(dasar, atas.baris) | atas.letak
    for kunci in (*dasar, *(k for k in atas if k not in dasar)):
        lama, baru = dasar.get(kunci), atas.get(kunci, dasar.get(kunci))
        hasil[kunci] = gabung(lama, baru) if kunci in atas and isinstance(lama, Peta) and isinstance(baru, Peta) else baru
    return hasil


def _pemuat(berkas: str) -> type[yaml.SafeLoader]:
    class Pemuat(yaml.SafeLoader):
        """Safe loader that makes `Peta` and refuses what YAML would swallow."""

        def construct_object(self, node: Node, deep: bool = False) -> Any:
            try:
                return super().construct_object(node, deep)
            except ValueError as e:  # looks like a date or number, but is none: 2024-99-99
                baris = node.start_mark.line + 1
                raise GalatSkema(berkas, baris, f"isi tidak sah ({e}); beri tanda kutip") from None

    def peta(pemuat: yaml.SafeLoader, simpul: MappingNode) -> Peta:
        hasil = Peta(simpul.start_mark.line + 1)
        for k, v in simpul.value:
            baris = k.start_mark.line + 1
            if not isinstance(k, ScalarNode):
                raise GalatSkema(berkas, baris, "kunci harus teks, bukan daftar atau pasangan")
            kunci = pemuat.construct_object(k)
            if not isinstance(kunci, str):
                raise GalatSkema(berkas, baris, f'kunci "{k.value}" bukan teks; beri tanda kutip', f'"{k.value}"')
            if kunci in hasil:
                raise GalatSkema(berkas, baris, f'kunci "{kunci}" ditulis dua kali')
            hasil[kunci] = pemuat.construct_object(v, deep=True)
            hasil.letak[kunci] = baris
        return hasil

    Pemuat.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, peta)
    return Pemuat


def dekat(kata: object, pilihan: Collection[str]) -> str:
    """The likely intended word, "" if none is near."""
    return next(iter(difflib.get_close_matches(str(kata), list(pilihan), n=1, cutoff=0.5)), "")


def tolak_kunci_asing(berkas: str, peta: Peta, boleh: Collection[str]) -> None:
    """Refuse keys that mean nothing here."""
    for kunci in peta:
        if kunci not in boleh:
            raise GalatSkema(berkas, peta.di(kunci), f'kunci "{kunci}" tidak dikenal', dekat(kunci, boleh))
