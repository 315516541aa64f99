"""The shipped schemas as they come out of their YAML: data that is read in a moment instead of parsed and checked anew.

`make buku` writes them beside the YAML and records the hash of every file they were made of. They are used only while
each of those files is what it was; a folder that was changed, another folder and an overlay are read from their YAML.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lkjip_xl.buku.simpan import simpan_aman
from lkjip_xl.inti.temuan import Tingkat

if TYPE_CHECKING:
    from lkjip_xl.skema.model import CekBaris, Kolom, OpsiCek, SkemaLembar
    from lkjip_xl.skema.pesan import Pesan

BERKAS = "skema.json"
_SIDIK, _LEMBAR, _PESAN = "sidik", "lembar", "pesan"
_SUSUNAN = ("kolom", "cek_pandera", "cek_kolom", "cek_baris")  # what is no plain data


def sidik_folder(folder: Path) -> dict[str, str]:
    """Hash of every YAML file of a folder."""
    return {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in sorted(folder.glob("*.yaml"))}


def lembar_jadi(folder: Path) -> dict[str, SkemaLembar] | None:
    """All sheets of a folder; None where it has no finished form of what its YAML files are now."""
    isi = _baca(folder)
    if isi is None:
        return None
    return {i: _lembar(i, x) for i, x in isi[_LEMBAR].items()}


def katalog_jadi(folder: Path) -> dict[str, Pesan] | None:
    """The catalogue of messages of a folder; None as above."""
    from lkjip_xl.skema.pesan import Pesan

    isi = _baca(folder)
    if isi is None:
        return None
    return {kode: Pesan(kode, Tingkat(tingkat), *teks) for kode, (tingkat, *teks) in isi[_PESAN].items()}


def _baca(folder: Path) -> dict[str, Any] | None:
    try:
        isi = json.loads((folder / BERKAS).read_bytes())
        return isi if isi[_SIDIK] == sidik_folder(folder) else None
    except (OSError, ValueError, LookupError, TypeError):  # not there, or spoilt: the YAML says what there is to say
        return None


def catat_jadi(folder: Path, lembar: dict[str, SkemaLembar], katalog: dict[str, Pesan]) -> Path:
    """Write the finished form of a folder from what its YAML gave; one line per sheet and message."""
    pesan = {p.kode: [p.tingkat.value, p.judul, p.pesan, p.saran, p.rujukan] for p in katalog.values()}
    isi = {_SIDIK: sidik_folder(folder), _LEMBAR: {i: _data(s) for i, s in lembar.items()}, _PESAN: pesan}
    bagian = [
        f"{json.dumps(nama)}: {{\n" + ",\n".join(f" {_teks(k)}: {_teks(x)}" for k, x in satu.items()) + "\n}"
        for nama, satu in isi.items()
    ]
    simpan_aman(folder / BERKAS, ("{\n" + ",\n".join(bagian) + "\n}\n").encode(), cadangan=False)
    return folder / BERKAS


def _teks(x: object) -> str:
    return json.dumps(x, ensure_ascii=False, separators=(",", ":"))


def _isi(x: Any, bidang: Callable[[str], bool] = lambda _: True) -> dict[str, Any]:
    """The fields of a record that differ from what they are anyway."""
    return {f.name: getattr(x, f.name) for f in fields(x) if bidang(f.name) and getattr(x, f.name) != f.default}


def _data(s: SkemaLembar) -> dict[str, Any]:
    return _isi(s, lambda n: n not in ("id", *_SUSUNAN)) | {
        "kolom": {k.nama: _isi(k, lambda n: n != "nama") for k in s.kolom.values()},
        "cek_pandera": s.cek_pandera.mentah,
        "cek_kolom": [[k, kode, _isi(o)] for (k, kode), o in s.cek_kolom.items()],
        "cek_baris": [[c.nama, c.argumen, _isi(c.opsi)] for c in s.cek_baris],
    }


def _lembar(id_lembar: str, x: dict[str, Any]) -> SkemaLembar:
    from lkjip_xl.skema.cek_pandera import SkemaPandera
    from lkjip_xl.skema.model import CekBaris, Kolom, OpsiCek, SkemaLembar

    def opsi(o: dict[str, Any]) -> OpsiCek:
        return OpsiCek(**_beku(o))

    kolom: dict[str, Kolom] = {n: Kolom(nama=n, **_beku(k)) for n, k in x["kolom"].items()}
    baris: tuple[CekBaris, ...] = tuple(CekBaris(n, argumen, opsi(o)) for n, argumen, o in x["cek_baris"])
    mentah = x["cek_pandera"]
    return SkemaLembar(
        id=id_lembar,
        kolom=kolom,
        cek_pandera=SkemaPandera(mentah, {n: kolom[n] for n in mentah["columns"]}, baris),
        cek_kolom={(k, kode): opsi(o) for k, kode, o in x["cek_kolom"]},
        cek_baris=baris,
        **_beku({n: y for n, y in x.items() if n not in _SUSUNAN}),
    )


def _beku(x: dict[str, Any]) -> dict[str, Any]:
    """Lists of a record are tuples, which JSON does not know."""
    return {n: tuple(y) if isinstance(y, list) else y for n, y in x.items()}
