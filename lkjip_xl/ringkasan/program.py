"""The rows of Anggaran as the summaries print them: recomputed figures, look by level."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from lkjip_xl.ringkasan.alokasi import Rupiah, alokasi, rupiah_baris, tingkat
from lkjip_xl.ringkasan.desimal import desimal_nilai, desimal_setelan, susul
from lkjip_xl.ringkasan.efisiensi import efisiensi_baris, masukan
from lkjip_xl.tabel.hierarki import KEDALAMAN_PROGRAM, nomor_urut
from lkjip_xl.tabel.model import BukuKerja, Nilai
from lkjip_xl.tabel.per_buku import per_buku


@per_buku
def nilai_program(buku: BukuKerja, baris: int) -> MappingProxyType[str, Nilai]:
    """Target, realisasi, capaian, pagu, realisasi Rp, serapan, sisa and efisiensi of a row.

    What a formula computes is computed here from the effective inputs, whatever is typed over it.
    """
    t = buku["anggaran"]
    r = t.isi(baris)
    uang = rupiah_baris(buku, baris)
    rp = Rupiah(*uang.values())
    nilai: dict[str, Nilai] = {k: r[k] for k in ("nama", "indikator", "satuan", "target", "realisasi")} | uang
    nilai |= {"serapan": rp.serapan, "sisa": rp.sisa, "capaian": t.harap(baris, "capaian")}
    nilai["efisiensi"] = efisiensi_baris(buku, masukan(buku, nilai["capaian"], "DesimalCapaian"), nilai["serapan"])
    return MappingProxyType(nilai)


def desimal_program(buku: BukuKerja, baris: int) -> dict[str, int]:
    """Decimals of target and realisasi of a row as typed, of its percentages as set."""
    t = buku["anggaran"]
    semua = {k: desimal_nilai(t, baris, k, t.nilai(baris, k)) for k in ("target", "realisasi")}
    sama = {k: susul(semua[k], semua[lain]) for k, lain in (("target", "realisasi"), ("realisasi", "target"))}
    semua |= {k: d for k, d in sama.items() if t.desimal(baris, k) is None}
    return {k: d for k, d in semua.items() if d is not None} | desimal_persen(buku)


def desimal_persen(buku: BukuKerja) -> dict[str, int]:
    """Decimals of capaian, serapan and efisiensi according to the settings."""
    return {
        "capaian": desimal_setelan(buku, "DesimalCapaian"),
        "serapan": desimal_setelan(buku, "DesimalSerapan"),
        "efisiensi": desimal_setelan(buku, "DesimalEfisiensi"),
    }


@per_buku
def nomor_program(buku: BukuKerja) -> Mapping[int, Nilai]:
    """Numbers of the rows of Anggaran as in the input; where it has none at all, 1, 1.1, 1.1.1 by the hierarchy."""
    a = alokasi(buku)
    if any(r["no"] is not None for r in a.baris.values()):
        return {b: r["no"] for b, r in a.baris.items()}
    pokok = {b: None if (i := a.induk[b]) is None else a.utama.get(i) for b in a.baris if a.utama[b] == b}
    nomor: dict[int, Nilai] = dict.fromkeys(a.baris)
    return nomor | nomor_urut(pokok)


def rupa(level: Nilai) -> str:
    """Look of a row: programmes and what stands above them are bold."""
    t = tingkat(level)
    return "tebal" if t is not None and t <= KEDALAMAN_PROGRAM else "biasa"


def inden(semua: Iterable[Nilai]) -> Callable[[Nilai], int]:
    """Indent of a row's name by its level: how deep it stands among the levels used, which are looked at once."""
    dipakai = sorted({t for x in semua if (t := tingkat(x)) is not None})
    dalam = {t: i for i, t in enumerate(dipakai)}

    def dari(level: Nilai) -> int:
        t = tingkat(level)
        return 0 if t is None else dalam.get(t, 0)

    return dari
