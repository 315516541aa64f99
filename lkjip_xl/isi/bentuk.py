"""Inherited figures are shown with the decimals of the cells they come from: 86,50 in PK is 86,50 in Pengukuran."""

from __future__ import annotations

from collections.abc import Iterator

from lkjip_xl.buku.tulis import Tulis
from lkjip_xl.ringkasan.desimal import desimal_angka, desimal_realisasi, desimal_warisan
from lkjip_xl.skema.model import Kolom
from lkjip_xl.tabel.model import Asal, BukuKerja, Nilai, Tabel

LEBIH = "####"  # a figure that comes to have more decimals shows them


def bentuk_warisan(buku: BukuKerja) -> dict[str, dict[str, Tulis]]:
    """Number formats, by sheet and address, of the formula cells that would show fewer decimals than their source."""
    hasil = {t.lembar: dict(_lembar(buku, t)) for t in buku.tabel.values() if t.ada}
    return {lembar: sel for lembar, sel in hasil.items() if sel}


def _lembar(buku: BukuKerja, t: Tabel) -> Iterator[tuple[str, Tulis]]:
    for k in t.skema.kolom.values():
        if k.jenis != "warisan" or k.tipe not in ("target", "angka") or k.nama not in t.letak:
            continue
        for b in t.baris:
            nilai = t.nilai(b, k.nama)
            if isinstance(nilai, float) and t.asal(b, k.nama) is Asal.RUMUS:
                banyak, punya = _desimal(buku, t, b, k, nilai), desimal_angka(nilai)
                if banyak and punya is not None and banyak > punya:
                    yield t.alamat(b, k.nama), Tulis(nilai, format=f"#,##0.{'0' * banyak}{LEBIH}", biar_rumus=True)


def _desimal(buku: BukuKerja, t: Tabel, baris: int, k: Kolom, nilai: Nilai) -> int | None:
    if k.tipe == "target":
        return desimal_warisan(buku, t, baris, k.nama)
    kode = t.nilai(baris, "kode") if k.utama and "kode" in t.skema.kolom else None
    return desimal_realisasi(buku, baris, kode, nilai) if isinstance(kode, str) else None
