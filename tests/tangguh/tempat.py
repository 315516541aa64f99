"""Where a workbook lies and how it is called: names no keyboard types, locks of other programs, odd times, folders one may not write to.

Every command answers or refuses in one line, leaves what it only reads as it was and nothing half done beside it.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from tangguh import dasar, kolam, perkakas
from tangguh.hasil import Hasil, Kelas
from tangguh.jalan import lkjip

BAGIAN = "names and places"
BERAT = frozenset(
    {"perbarui", "perbarui-lihat", "tahun-baru-bekukan"}
)  # seconds each, and they name files as all others do
NAMA = {
    "emoji": "\U0001f600 anggaran \U0001f469‍\U0001f469.xlsm",
    "baris baru": "a\nb.xlsm",
    "255 byte": "x" * 250 + ".xlsm",
    "bukan UTF-8": os.fsdecode(b"a\xff\xfe & \xc3\xa9.xlsm"),
    "kanan ke kiri": "‮xslx.gpj.xlsm",
    "tanda kutip": "a'b\"c;d&e%41#?.xlsm",
}


def _kunci_lo(buku: Path) -> None:
    buku.with_name(f".~lock.{buku.name}#").write_text("Budi,budi,pc,26.11.2026 10:00,file:///x;", encoding="utf-8")


def _kunci_folder(buku: Path) -> None:
    buku.with_name(f"~${buku.name}").mkdir()


def _kunci_keluaran(buku: Path) -> None:
    for p in perkakas.PERKAKAS.values():
        for n in p.keluaran:
            if "/" not in n:
                buku.with_name(f"~${n}").write_bytes(b"\x04Budi")


def _tautan_putus(buku: Path) -> None:
    for p in perkakas.PERKAKAS.values():
        for n in p.keluaran:
            if "/" not in n and not p.siap and not buku.with_name(n).is_symlink():
                buku.with_name(n).symlink_to(buku.with_name("tempat lain") / n)


def _waktu(detik: float) -> Callable[[Path], None]:
    return lambda buku: os.utime(buku, (detik, detik))


KEADAAN: dict[str, Callable[[Path], None]] = {
    "dibuka LibreOffice": _kunci_lo,
    "kunci berupa folder": _kunci_folder,
    "keluaran dibuka Excel": _kunci_keluaran,
    "keluaran tautan putus": _tautan_putus,
    "tahun 1970": _waktu(0),
    "tahun 5138": _waktu(1e11),
}


def kasus() -> list[tuple[str, str]]:
    """Name or state, and command, of every case."""
    return [(k, p) for k in (*NAMA, *KEADAAN) for p in perkakas.PERKAKAS if p not in BERAT]


def satu(keadaan: str, nama: str) -> Hasil:
    """Outcome of one command in a folder of its own."""
    p, label = perkakas.PERKAKAS[nama], f"{keadaan}: {nama}"
    with tempfile.TemporaryDirectory(prefix="tangguh-") as d:
        folder, buku = Path(os.path.realpath(d)), NAMA.get(keadaan, dasar.BUKU)
        try:
            berkas = perkakas.sediakan(folder, dasar.buku_kecil(), buku)
        except OSError:  # no such name on this system
            return Hasil(BAGIAN, label, Kelas.DITOLAK)
        if p.siap:
            lkjip(*perkakas.argumen(p, folder, buku, p.siap))
        siapkan = KEADAAN.get(keadaan)
        if siapkan is not None:
            siapkan(berkas)
        lama = {f: f.read_bytes() for f in folder.rglob("*") if f.is_file()}
        k = lkjip(*perkakas.argumen(p, folder, buku))
        kelas, rinci = k.nilai()
        tetap = [f for f in lama if f != berkas or not p.menulis or kelas is Kelas.DITOLAK]
        rusak = [f.name for f in tetap if f.name not in p.keluaran and (not f.is_file() or f.read_bytes() != lama[f])]
        tak_utuh = [f"{n}: {u}" for n in p.keluaran if (folder / n).is_file() and (u := perkakas.utuh(folder / n))]
        if rusak or tak_utuh or (folder / "tempat lain").exists() or (p.menulis and perkakas.utuh(berkas)):
            return Hasil(BAGIAN, label, Kelas.RUSAK, ", ".join(rusak + tak_utuh))
        if kelas is Kelas.DITOLAK and len(k.teks.strip().splitlines()) != 1:
            return Hasil(BAGIAN, label, Kelas.BISU, k.teks.strip()[:300])
        if sisa := [f.name for f in folder.rglob(".lkjip-*")]:
            return Hasil(BAGIAN, label, Kelas.RUSAK, f"left over: {sisa[0]}")
    return Hasil(BAGIAN, label, kelas, rinci)


def jalankan(proses: int = 2, hanya: list[tuple[str, str]] | None = None) -> Iterator[Hasil]:
    """Outcomes of all cases, or of those named."""
    dasar.buku_kecil()  # before the processes part
    semua = kasus() if hanya is None else hanya
    yield from kolam.kerjakan(BAGIAN, range(len(semua)), lambda i: [satu(*semua[i])], proses, batas=120)
