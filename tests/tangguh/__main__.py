"""`python -m tangguh`: the long campaign with fixed seeds; one table, exit 1 where anything was damaged, lost, hung or ended with exit 3."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator

from tangguh import argumen, kasus, mutan, paket_buatan, pembunuhan, sel_ganas, serentak, tempat
from tangguh.hasil import Hasil, Tabel

BAGIAN = ("kasus", "bunuh", "serentak", "argumen", "tempat", "mutan", "paket", "sel", "beban", "tindihan")


def _pilihan() -> argparse.Namespace:
    p = argparse.ArgumentParser(prog="python -m tangguh", description=__doc__)
    p.add_argument("bagian", nargs="*", choices=[*BAGIAN, []], help="parts of the campaign; all if none is named")
    p.add_argument("--benih", type=int, default=9, help="seed")
    p.add_argument("--proses", type=int, default=2, help="processes")
    p.add_argument("--berkas", type=int, default=15_000, help="mutants that are opened, grafted into, compared")
    p.add_argument("--muat", type=int, default=4_000, help="mutants that are also typed as every command does")
    p.add_argument("--perintah", type=int, default=1_000, help="mutants put through one command each")
    p.add_argument("--buku", type=int, default=60, help="workbooks of random cells, each put through all commands")
    p.add_argument("--tiap", type=int, default=1, help="kill before every n-th step")
    p.add_argument("--acak", type=int, default=4, help="kills at a random moment, per command")
    p.add_argument("--baris", type=int, default=2_000, help="random command lines")
    p.add_argument("--tindihan-tiap", type=int, default=5, help="every n-th overlay")
    p.add_argument(
        "--tindihan-kunci", type=int, default=3, help="overlays of each key, in a file and column drawn by lot"
    )
    p.add_argument("--beban", default="", help="costly files whose name holds this")
    p.add_argument(
        "--mulai", type=int, default=0, help="leave out mutants, command lines and random workbooks with a lower number"
    )
    p.add_argument("--perintah-bunuh", nargs="*", help="kill these commands only (see perkakas.py)")
    p.add_argument("--nomor", type=int, help="this one mutant of every stage only")
    return p.parse_args()


def _jalan(o: argparse.Namespace) -> Iterator[Hasil]:
    bagian = o.bagian or BAGIAN
    if o.nomor is not None:
        for tahap in mutan.TAHAP:
            yield mutan.satu(tahap, o.benih, o.nomor)
        return
    if "kasus" in bagian:
        yield from kasus.jalankan(proses=o.proses)
    if "bunuh" in bagian:
        pilih = tuple(o.perintah_bunuh or pembunuhan.SEMUA)
        yield from pembunuhan.jalankan(pilih, benih=o.benih, proses=o.proses, tiap=o.tiap, acak=o.acak)
    if "serentak" in bagian:
        yield from serentak.jalankan(proses=o.proses)
    if "argumen" in bagian:
        yield from argumen.jalankan(o.baris, o.benih, o.proses, mulai=o.mulai)
    if "tempat" in bagian:
        yield from tempat.jalankan(o.proses)
    if "paket" in bagian:
        yield from paket_buatan.jalankan(o.proses)
    if "mutan" in bagian:
        n = {"berkas": o.berkas, "muat": o.muat, "perintah": o.perintah}
        yield from mutan.jalankan(n, o.benih, o.proses, mulai=o.mulai)
    if "sel" in bagian:
        yield from sel_ganas.sel_ganas(o.buku, o.benih, o.proses, mulai=o.mulai)
    if "beban" in bagian:
        yield from sel_ganas.beban(o.beban)
    if "tindihan" in bagian:
        yield from sel_ganas.tindihan(o.tindihan_tiap, o.benih, o.proses, kunci=o.tindihan_kunci)


def utama() -> int:
    """Run the campaign; progress and bad cases to stderr, the table to stdout."""
    o, tabel, mulai, akhir = _pilihan(), Tabel(), time.monotonic(), 0.0
    for n, h in enumerate(_jalan(o), 1):
        tabel.tambah([h])
        if h.buruk:
            print(f"\r{h.kelas.value}: {h.bagian} [{h.kasus}] {h.rinci}", file=sys.stderr, flush=True)
        if time.monotonic() - akhir > 5:
            akhir = time.monotonic()
            print(
                f"\r{akhir - mulai:6.0f} s  {n} tries, {len(tabel.buruk)} bad  {h.bagian:24}",
                end="",
                file=sys.stderr,
                flush=True,
            )
    print(file=sys.stderr)
    print(tabel.teks())
    if tabel.buruk:
        print("\n" + tabel.rincian())
    return 1 if tabel.buruk else 0


if __name__ == "__main__":
    sys.exit(utama())
