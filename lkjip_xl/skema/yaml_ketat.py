"""YAML as strict as a form: where every key stands, no key twice, no key that is not text, nothing without end."""

from __future__ import annotations

import math
import re
from collections.abc import Collection
from pathlib import Path
from typing import Any

import yaml
from yaml.composer import Composer
from yaml.constructor import SafeConstructor
from yaml.nodes import CollectionNode, MappingNode, Node, ScalarNode
from yaml.resolver import Resolver

from lkjip_xl.buku.berkas import baca_biasa
from lkjip_xl.buku.galat import GalatBerkas
from lkjip_xl.inti.galat import KELUAR_BERKAS, GalatLkjip
from lkjip_xl.inti.kemiripan import terdekat

# the largest file shipped has 41 kB, is 4 deep and has 3,000 nodes
UKURAN_MAKS = 256 * 1024
DALAM_MAKS = 30
SIMPUL_MAKS = 50_000
PESAN_MAKS = 400
ANGKA_MAKS = 1e300
BERBEDA = re.compile("[\t\ufeff]|[|>][-+0-9]*#")  # what libyaml takes where Python's loader does not
_SEBAB = {
    "BK-01": "tidak ada",
    "BK-07": f"lebih besar dari {UKURAN_MAKS} byte",
    "BK-10": "tidak boleh dibaca",
    "BK-11": "folder",
    "BK-36": "bukan berkas biasa",
}


class GalatSkema(GalatLkjip):
    """A schema that cannot be used: file, line, what is wrong, and the likely intention; the text is for people."""

    keluar = KELUAR_BERKAS

    def __init__(self, berkas: str, baris: int, pesan: str, usul: str = "") -> None:
        # the words of a stranger's file are quoted: never long, never control characters or halves of letters
        pesan = "".join(h if h.isprintable() else " " for h in pesan[:PESAN_MAKS]) + (
            "…" if len(pesan) > PESAN_MAKS else ""
        )
        self.berkas, self.baris, self.pesan, self.usul = berkas, baris, pesan, usul
        tempat = f"{berkas}:{baris}: " if baris else ""  # 0: of no line
        super().__init__(f"{tempat}{pesan}" + (f' — maksud Anda "{usul}"?' if usul else ""))


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
    teks = _teks(path, berkas)
    try:
        isi = _muat(teks, berkas)
    except yaml.MarkedYAMLError as e:
        baris = e.problem_mark.line + 1 if e.problem_mark else 1
        raise GalatSkema(berkas, baris, f"YAML tidak sah: {e.problem}") from None
    except yaml.reader.ReaderError as e:
        baris = teks.count("\n", 0, e.position) + 1
        raise GalatSkema(berkas, baris, f"huruf kendali tidak boleh dipakai (U+{e.character:04X})") from None
    if not isinstance(isi, Peta):
        raise GalatSkema(berkas, 1, "isi berkas harus pasangan kunci: nilai")
    return isi


def _muat(teks: str, berkas: str) -> Any:
    """The content as Python's own loader reads it, faster where libyaml finds nothing to object to.

    Whatever the fast one refuses is read again by the other, so that every complaint has one wording and one line.
    A text with something BERBEDA is not offered to it at all.
    """
    if PEMUAT_CEPAT is not None and not BERBEDA.search(teks):
        try:
            return yaml.load(teks, pemuat_ketat(berkas, PEMUAT_CEPAT))
        except (yaml.YAMLError, GalatSkema):
            pass
    return yaml.load(teks, pemuat_ketat(berkas, yaml.SafeLoader))


def _teks(path: Path, berkas: str) -> str:
    """Text of a file that is one, and of a size a schema can have."""
    try:
        data = baca_biasa(path, UKURAN_MAKS)
    except GalatBerkas as e:
        raise GalatSkema(berkas, 1, f"berkas tidak dapat dibaca ({_SEBAB.get(e.kode, e.kode)})") from None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as e:
        baris = data.count(b"\n", 0, e.start) + 1
        raise GalatSkema(berkas, baris, "bukan UTF-8; simpan ulang berkas ini sebagai UTF-8") from None


def gabung(dasar: Peta, atas: Peta) -> Peta:
    """A mapping with another laid over it, mapping by mapping; lists and single values are replaced whole.

    Keys know the line where they stand in their own file.
    """
    hasil = Peta(atas.baris)
    hasil.letak = dict.fromkeys(dasar, atas.baris) | atas.letak
    for kunci in (*dasar, *(k for k in atas if k not in dasar)):
        lama, baru = dasar.get(kunci), atas.get(kunci, dasar.get(kunci))
        hasil[kunci] = (
            gabung(lama, baru) if kunci in atas and isinstance(lama, Peta) and isinstance(baru, Peta) else baru
        )
    return hasil


def pemuat_cepat() -> type | None:
    """A loader whose events come from libyaml while nodes are composed in Python, where depth and size are watched."""
    if not yaml.__with_libyaml__:
        return None
    from yaml.cyaml import CParser  # pyright: ignore[reportAttributeAccessIssue]  it comes from a C module without stubs

    class PemuatCepat(Composer, CParser, SafeConstructor, Resolver):
        def __init__(self, teks: str) -> None:
            CParser.__init__(self, teks)
            for bagian in (Composer, SafeConstructor, Resolver):
                bagian.__init__(self)

        def compose_node(self, parent: Any, index: Any) -> Node | None:
            tanpa_isi = getattr(self.peek_event(), "tag", None) == "!"
            simpul = super().compose_node(parent, index)
            tanya = isinstance(simpul, ScalarNode) and not simpul.style and "?" in simpul.value
            if tanpa_isi or (tanya and getattr(parent, "flow_style", False)):  # libyaml understands both otherwise
                raise yaml.YAMLError
            return simpul

    return PemuatCepat


PEMUAT_CEPAT = pemuat_cepat()


def pemuat_ketat(berkas: str, dasar: Any) -> Any:
    """A strict loader of YAML on top of another."""

    class Pemuat(dasar):
        """Safe loader that makes `Peta` and refuses what YAML would swallow."""

        def __init__(self, teks: str) -> None:
            super().__init__(teks)
            self._dalam = 0
            self._besar: dict[int, int] = {}  # nodes below each node, aliases written out

        def compose_node(self, parent: Node | None, index: Any) -> Node:
            baris = self.peek_event().start_mark.line + 1
            self._dalam += 1
            if self._dalam > DALAM_MAKS:
                raise GalatSkema(berkas, baris, f"bersarang lebih dari {DALAM_MAKS} tingkat")
            simpul = super().compose_node(parent, index)
            self._dalam -= 1
            if id(simpul) not in self._besar:
                self._besar[id(simpul)] = self._hitung(simpul)
            if self._besar[id(simpul)] > SIMPUL_MAKS:
                raise GalatSkema(berkas, baris, f"isi lebih dari {SIMPUL_MAKS} bagian")
            return simpul

        def _hitung(self, simpul: Node) -> int:
            if not isinstance(simpul, CollectionNode):
                return 1
            anak = [x for k, v in simpul.value for x in (k, v)] if isinstance(simpul, MappingNode) else simpul.value
            try:
                return 1 + sum(self._besar[id(x)] for x in anak)
            except KeyError:  # not finished yet: it contains itself
                raise GalatSkema(berkas, simpul.start_mark.line + 1, "isi merujuk dirinya sendiri") from None

        def construct_object(self, node: Node, deep: bool = False) -> Any:
            baris = node.start_mark.line + 1
            try:
                isi = super().construct_object(node, deep)
            except (ValueError, LookupError, TypeError, AttributeError) as e:  # 2024-99-99, "!!bool 7"
                raise GalatSkema(berkas, baris, f"isi tidak sah ({e}); beri tanda kutip") from None
            if isinstance(isi, str):
                # "\\0" and "\\ud800" in quotes; they could neither be written into a workbook nor shown
                if asing := next((h for h in isi if not h.isprintable() and not h.isspace()), ""):
                    raise GalatSkema(berkas, baris, f"huruf kendali tidak boleh dipakai (U+{ord(asing):04X})")
            elif isinstance(isi, int | float) and not (math.isfinite(isi) and abs(isi) < ANGKA_MAKS):
                raise GalatSkema(berkas, baris, "bilangan tak hingga atau terlalu besar")
            return isi

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
    return terdekat(str(kata), pilihan, 0.5)


def tolak_kunci_asing(berkas: str, peta: Peta, boleh: Collection[str]) -> None:
    """Refuse keys that mean nothing here."""
    for kunci in peta:
        if kunci not in boleh:
            raise GalatSkema(berkas, peta.di(kunci), f'kunci "{kunci}" tidak dikenal', dekat(kunci, boleh))
