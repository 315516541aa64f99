"""Hostile cells, heavy workbooks and hostile overlays: campaigns with modules of their own, brought into the table.

tests/acak_isi.py: n workbooks with random contents in every input cell, each put through every command and button.
tests/beban.py: heavy workbooks and tables; each has to be answered or refused within time and memory.
tests/skema_acak.py: every value of every schema replaced in an overlay; jalankan(tiap, benih) counts outcomes.
A module that is not there yet is left out, and the table has no row for it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib import import_module, util
from typing import Any

from tangguh import kolam
from tangguh.hasil import Hasil, Kelas

SEL, BEBAN, TINDIHAN = "hostile cells", "load", "overlays"
BENIH = 9
_KELAS = {0: Kelas.OK, 1: Kelas.TEMUAN, 2: Kelas.TEMUAN, 4: Kelas.DITOLAK}


def ada(modul: str) -> bool:
    """Tell whether a campaign's module is there."""
    return util.find_spec(modul) is not None


def sel_ganas(
    buku: int, benih: int = BENIH, proses: int = 2, hanya: Sequence[str] | None = None, *, mulai: int = 0
) -> Iterator[Hasil]:
    """Outcomes of all commands (or of those named) on `buku` random workbooks, from number `mulai` on."""
    if not ada("acak_isi"):
        return
    acak = import_module("acak_isi")

    def satu(i: int) -> list[Hasil]:
        return [
            Hasil(
                SEL,
                f"{h.perintah} {h.benih}",
                Kelas.KELUAR3 if acak.gagal([h]) else _KELAS.get(h.kode, Kelas.KELUAR3),
                h.gagal,
            )
            for h in acak.jalankan(1, benih * 10_000 + i, hanya)
        ]

    yield from kolam.kerjakan(SEL, range(mulai, buku), satu, proses, batas=120)


def beban(pilih: str = "") -> Iterator[Hasil]:
    """Outcomes of the heavy workbooks, or of those whose name holds a text."""
    if ada("beban"):
        yield from _dari(BEBAN, import_module("beban").jalankan(pilih))


def tindihan(tiap: int, benih: int = BENIH, proses: int = 2, *, kunci: int = 0) -> Iterator[Hasil]:
    """Outcomes of every n-th overlay, shared among `proses` tasks, and before them of so many of every key (tiap 0: these alone)."""
    if not ada("skema_acak"):
        return
    acak = import_module("skema_acak")
    if kunci:
        yield from _dari(TINDIHAN, acak.jalankan(benih=benih, banyak=kunci))
    bagi = range(max(1, proses) if tiap else 0)
    yield from kolam.kerjakan(
        TINDIHAN,
        bagi,
        lambda i: list(_dari(TINDIHAN, acak.jalankan(tiap * len(bagi), benih + i * tiap))),
        proses,
        batas=1800,
    )


def _dari(bagian: str, hasil: Any) -> Iterator[Hasil]:
    """Outcomes from counts {diterima, ditolak, gagal} or from what commands cost (nama, kode, sah, detik, mega, kata)."""
    if isinstance(hasil, dict):
        for kunci, kelas in (("diterima", Kelas.OK), ("ditolak", Kelas.DITOLAK), ("gagal", Kelas.KELUAR3)):
            yield from (
                Hasil(bagian, f"{kunci} {i}", kelas, "see above" if kelas is Kelas.KELUAR3 else "")
                for i in range(hasil[kunci])
            )
        return
    for h in hasil:
        kelas = _KELAS.get(h.kode, Kelas.MACET if h.kode is None else Kelas.KELUAR3)
        if not h.sah and kelas is not Kelas.KELUAR3:
            kelas = Kelas.MACET  # an answer that costs too much is none
        yield Hasil(bagian, h.nama, kelas, f"{h.detik:.0f} s, {h.mega} MB: {h.kata}" if not h.sah else "")
