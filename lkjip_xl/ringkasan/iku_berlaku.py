"""The key performance indicators as they are in force, and who answers for an indicator."""

from __future__ import annotations

from collections.abc import Mapping

from lkjip_xl.inti.kunci import kunci_teks
from lkjip_xl.tabel.model import BukuKerja, Nilai
from lkjip_xl.tabel.per_buku import per_buku


@per_buku
def iku_berlaku(buku: BukuKerja) -> Mapping[str, Mapping[str, Nilai]]:
    """Rows of IKU by the key of their kode; of two versions the later one."""
    urut = sorted((r for _, r in buku["iku"].rekaman()), key=lambda r: kunci_teks(r["versi"]) != "sebelum")
    return {kunci_teks(r["kode"]): r for r in urut if r["kode"] is not None}


@per_buku
def penanggung_jawab(buku: BukuKerja) -> Mapping[str, str]:
    """Who answers for an indicator, by the key of its kode: as the agreement has it, else IKU."""
    pk = {kunci_teks(r["kode"]): r for _, r in buku["pk"].rekaman() if r["penanggung_jawab"] is not None}
    semua = {**iku_berlaku(buku), **pk}
    return {k: x for k, r in semua.items() if isinstance(x := r["penanggung_jawab"], str)}
