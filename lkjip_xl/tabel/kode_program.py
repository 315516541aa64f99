"""The kode of a programme row that prints none: where another sheet has the same level and name with exactly one kode."""

from __future__ import annotations

from collections.abc import Mapping

from lkjip_xl.inti.kunci import kunci_teks, ruas
from lkjip_xl.skema.fungsi_sel import Nilai
from lkjip_xl.tabel.model import BukuKerja
from lkjip_xl.tabel.per_buku import per_buku

LEMBAR_PROGRAM = ("renja", "tc27", "pk_program", "anggaran")


def kode_baris(buku: BukuKerja, isi: Mapping[str, Nilai]) -> Nilai:
    """The row's own kode, else the known one; a row with a number of its own needs none."""
    kode, nomor = isi.get("kode"), isi.get("no")
    if ruas(kode) or ruas(nomor):
        return kode
    return _dikenal(buku).get((kunci_teks(isi.get("level")), kunci_teks(isi.get("nama"))))


@per_buku
def _dikenal(buku: BukuKerja) -> dict[tuple[str, str], str]:
    semua: dict[tuple[str, str], set[tuple[str, ...]]] = {}
    tulisan: dict[tuple[str, str], str] = {}
    for i in LEMBAR_PROGRAM:
        if i not in buku.tabel or not buku[i].ada:
            continue
        for isi in buku[i].per_baris().values():
            kode, nama = isi.get("kode"), kunci_teks(isi.get("nama"))
            if nama and isinstance(kode, str) and ruas(kode):
                kunci = (kunci_teks(isi.get("level")), nama)
                semua.setdefault(kunci, set()).add(ruas(kode))
                tulisan.setdefault(kunci, kode)
    return {k: tulisan[k] for k, kode in semua.items() if len(kode) == 1}
