"""What the child processes of tests do instead of reading."""

from __future__ import annotations

import os

from lkjip_xl.sumber.model import Kisi, SelAsing, Sumber


def mati(_: bytes) -> Sumber:
    os._exit(7)


def penuh(_: bytes) -> Sumber:
    return Sumber("", [Kisi("", "x", 1, {(1, 1): SelAsing("y" * bytearray(500 * 2**20)[0])})])


def lama(_: bytes) -> Sumber:
    while True:
        pass


def cerewet(data: bytes) -> Sumber:
    print("pesan pustaka", flush=True)
    os.write(1, b"lagi")
    isi = {(2, 3): SelAsing(data.decode(), 0.5, "0%", "1)", "=A1", True)}
    return Sumber(
        "",
        [Kisi("", "S", 1, isi, ((2, 3, 2, 4),), ("judul",), frozenset({2}), frozenset({3}), True)],
        [("SB-06", {"halaman": "1"})],
    )


def banyak(_: bytes) -> Sumber:
    return Sumber("", [Kisi("", "", 1, dict.fromkeys(((b, 1) for b in range(1, 1_500_002)), SelAsing("x")))])
