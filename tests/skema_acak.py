"""Every scalar, list and mapping of every shipped YAML, replaced by values of other kinds in an overlay, one at a time.

The outcome of each is either a schema that works or a GalatSkema with file and line; anything else is printed.
`python tests/skema_acak.py` runs them all.
"""

from __future__ import annotations

import datetime
import random
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import cache
from pathlib import Path
from typing import Any
from unittest import mock

import yaml_cepat

from lkjip_xl.perintah import skema as pakai
from lkjip_xl.skema import kalimat, kata_arah, muat, pesan, syarat, yaml_ketat
from lkjip_xl.skema.kamus import buat_kamus
from lkjip_xl.skema.kata import memakai
from lkjip_xl.skema.model import Skema
from lkjip_xl.skema.pesan import buat_temuan, katalog, pesan_berkas
from lkjip_xl.skema.sumberdaya import folder_skema
from lkjip_xl.skema.yaml_ketat import GalatSkema
from lkjip_xl.tabel.kosong import buku_kosong

GANTI: tuple[Any, ...] = (
    None, True, 0, -1, 7, 2.5, 10**40, float("inf"), float("nan"), "", " ", "x", "=1+1", "{0}", "{nilai.__class__}", "{nilai:>9999999999}",
    "{tak_ada}", "{", "1e999", "P.SkalaKategori", "satuan.satuan", "a" * 3000, "naik\nturun", [], [1], ["x"], [[]], [None], [{"x": 1}],
    {}, {"x": 1}, {"x": {"y": []}}, datetime.date(2024, 1, 1), b"\x00",
)  # fmt: skip
EKSTREM: tuple[Any, ...] = (
    2**31, 10_001, 256, -(10**9), 1e308, -0.0, "0", "ya", "\u202ea", "\U0001f600" * 40, "x\ty", "A1", "'", "[x]", "x" * 32, ["a"] * 300, ["a", "A"],
    ["a", None], {"": 1}, {1: 2}, {"min_value": "x"}, [[[[[[["x"]]]]]]], "AMBIL(", "1/0", "kode = kode", datetime.datetime(1, 1, 1, 0, 0),
)  # fmt: skip
Jalur = tuple[str | int, ...]
Kasus = tuple[str, Jalur, Any]


@cache
def asal(berkas: str) -> dict:
    return yaml_cepat.baca((folder_skema() / berkas).read_text(encoding="utf-8"))


def _jalur(isi: Any, awal: Jalur = ()) -> Iterator[Jalur]:
    for k, x in isi.items() if isinstance(isi, dict) else enumerate(isi) if isinstance(isi, list) else ():
        yield (*awal, k)
        yield from _jalur(x, (*awal, k))


@cache
def _tempat() -> list[tuple[str, Jalur]]:
    return [(b, j) for b in sorted(p.name for p in folder_skema().glob("*.yaml")) for j in _jalur(asal(b))]


def kasus() -> Iterator[Kasus]:
    """All replacements, in a fixed order."""
    for berkas, jalur in _tempat():
        for ganti in GANTI:
            yield berkas, jalur, ganti


def contoh(banyak: int, benih: int = 9) -> list[Kasus]:
    """A fixed sample; the quarter of a million others is not written down for it."""
    nomor = random.Random(benih).sample(range(len(_tempat()) * len(GANTI)), banyak)
    return [(*_tempat()[i // len(GANTI)], GANTI[i % len(GANTI)]) for i in nomor]


def _jenis(berkas: str, jalur: Jalur) -> tuple[str, Jalur]:
    """The key a value stands under, whichever sheet, column, message or item of a list it is."""
    bernama = {"columns": 1, "formulir": 1}.get(str(jalur[0]), 0 if berkas in ("pesan.yaml", "kalimat.yaml") else None)
    umum = tuple("*" if isinstance(x, int) or i == bernama else x for i, x in enumerate(jalur))
    return ("*" if "columns" in asal(berkas) else berkas), umum


def _boleh(acak: random.Random) -> Iterator[tuple[str, Jalur]]:
    """Every key a sheet and a column may have, at one place each, there or not."""
    lembar = [b for b in sorted(p.name for p in folder_skema().glob("*.yaml")) if "columns" in asal(b)]
    for awal, aturan in (
        ((), syarat.ATAS),
        (("lkjip",), syarat.LEMBAR),
        (("lkjip", "cetak"), syarat.CETAK),
        (("columns", "*"), syarat.KOLOM_PANDERA),
        (("columns", "*", "lkjip"), syarat.KOLOM),
    ):
        for kunci in aturan:
            b = acak.choice(lembar)
            kolom = acak.choice(list(asal(b)["columns"]))
            yield b, (*(kolom if x == "*" else x for x in awal), kunci)


def tiap_kunci(banyak: int, benih: int = 9) -> list[Kasus]:
    """So many replacements of every key there is, in a file, sheet and column drawn by lot, all keys before the next round."""
    acak = random.Random(benih)
    menurut: dict[tuple[str, Jalur], list[tuple[str, Jalur]]] = {}
    for tempat in _tempat():
        menurut.setdefault(_jenis(*tempat), []).append(tempat)
    return [
        (*tempat, acak.choice(GANTI + EKSTREM))
        for _ in range(banyak)
        for tempat in (*map(acak.choice, menurut.values()), *_boleh(acak))
    ]


def _tindih(isi: Any, jalur: Jalur, ganti: Any) -> Any:
    """What an overlay must hold so that the value at a path becomes another; lists are written whole."""
    if not jalur:
        return ganti
    kepala, *sisa = jalur
    if isinstance(isi, list):
        return [_utuh(x, tuple(sisa), ganti) if i == kepala else x for i, x in enumerate(isi)]
    lama = isi.get(kepala) if isinstance(isi, dict) else None
    return {kepala: _tindih({} if lama is None else lama, tuple(sisa), ganti)}


def _utuh(isi: Any, jalur: Jalur, ganti: Any) -> Any:
    if not jalur:
        return ganti
    kepala, *sisa = jalur
    pasang = isi.items() if isinstance(isi, dict) else enumerate(isi)
    baru = {k: _utuh(x, tuple(sisa), ganti) if k == kepala else x for k, x in pasang}
    return baru if isinstance(isi, dict) else list(baru.values())


@contextmanager
def cepat() -> Iterator[None]:
    """Read each shipped file once, and build the sheets nobody overlays once."""
    bawaan = folder_skema()
    baca, bangun = cache(yaml_ketat.baca_yaml), muat.bangun_lembar
    jadi: dict[str, Any] = {}

    def baca_yaml(path: Path):
        return baca(path) if path.parent == bawaan else yaml_ketat.baca_yaml(path)

    def bangun_lembar(id_lembar, berkas, isi, kode):
        if not berkas.startswith(f"{bawaan.name}/"):
            return bangun(id_lembar, berkas, isi, kode)
        if id_lembar not in jadi:
            jadi[id_lembar] = bangun(id_lembar, berkas, isi, kode)
        return jadi[id_lembar]

    with ExitStack() as ganti:
        ganti.enter_context(mock.patch.object(muat, "bangun_lembar", bangun_lembar))
        for modul in (muat, pesan, kalimat, kata_arah):
            ganti.enter_context(mock.patch.object(modul, "baca_yaml", baca_yaml))
        yield


def coba(folder: Path, k: Kasus, *, bangun: bool = False) -> bool:
    """Load one overlay; True where it was accepted and works, False where it was refused properly."""
    berkas, jalur, ganti = k
    isi = _tindih(asal(berkas), jalur, ganti)
    for lama in folder.glob("*.yaml"):
        lama.unlink()
    (folder / berkas).write_text(yaml_cepat.tulis(isi, urut=True), encoding="utf-8")
    try:
        sk = pakai(folder)
    except GalatSkema as e:
        assert e.berkas == f"{folder.name}/{berkas}" and e.baris >= 1 and len(str(e)) < 700, k
        str(e).encode()
        assert pesan_berkas("BK-02", berkas="a")  # the words shipped are still there
        return False
    with memakai(sk.kata):
        _pakai(sk, berkas, jalur, bangun=bangun)
    return True


def _pakai(sk: Skema, berkas: str, jalur: Jalur, *, bangun: bool) -> None:
    """Use whatever the overlay may have changed."""
    if berkas == "pesan.yaml":
        katakan(str(jalur[0]))
    elif berkas == "kalimat.yaml":
        for (kelompok, kunci), teks in kalimat.semua_kalimat().items():
            kalimat.kalimat(f"{kelompok}.{kunci}", **dict.fromkeys(kalimat.isian_kalimat(teks), "x"))
    elif berkas == "kata_arah.yaml":
        kata_arah.kata_arah().pokok("Angka kematian yang ditangani")
    else:
        buku_kosong(sk)
        buat_kamus(sk)
        if bangun:
            from lkjip_xl.lembar.bangun import bangun as bangun_templat

            bangun_templat(sk, None)


def katakan(kode: str) -> None:
    """Say a message with whatever the program may fill in."""
    for nilai in (None, "x", 1.5, float("nan"), "{x}"):
        isian = dict.fromkeys(baku()[kode].isian(), nilai)
        if kode in pesan.KODE or kode in pesan.TANPA_SEL:
            assert isinstance(pesan_berkas(kode, **dict.fromkeys(pesan.KODE.get(kode, isian), nilai)), str)
        else:
            t = buat_temuan(kode, **{"lembar": "PK", "sel": "A1"} | isian)
            assert t.tingkat is katalog()[kode].tingkat


@cache
def baku():
    return pesan.baca_katalog(folder_skema())


def jalankan(tiap: int = 1, benih: int = 9, banyak: int = 0) -> dict[str, int]:
    """Run every n-th case, or so many of every key; returns how many were accepted, refused and failed, and prints the failures."""
    hitung = {"diterima": 0, "ditolak": 0, "gagal": 0}
    semua = tiap_kunci(banyak, benih) if banyak else list(kasus())[benih % tiap :: tiap]
    with tempfile.TemporaryDirectory() as sementara, cepat():
        for n, k in enumerate(semua):
            try:
                hitung["diterima" if coba(Path(sementara), k, bangun=n % 50 == 0) else "ditolak"] += 1
            except Exception as e:
                hitung["gagal"] += 1
                print(k[0], ".".join(map(str, k[1])), repr(k[2])[:60], "→", type(e).__name__, str(e)[:200], flush=True)
    return hitung


if __name__ == "__main__":
    hasil = jalankan(*(int(x) for x in sys.argv[1:]))
    print(hasil)
    sys.exit(bool(hasil["gagal"]))
