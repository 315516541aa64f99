"""What a rekap keeps of one workbook, as plain data: it goes between processes, into the cache and back as JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

Isi = float | str | None
"""What a cell of a rekap holds; an undefined result is blank."""

VERSI_IKHTISAR = 2


@dataclass(frozen=True, slots=True)
class IndikatorRekap:
    """One measured indicator; the percentages in full, sel: the cell of its realisasi.

    instansi: does it count for the mean of its agency? janggal: an unlikely capaian; diturunkan: its target was made
    easier by the PK perubahan.
    """

    kode: str
    jenjang: str
    pernyataan: str
    nama: str
    satuan: str
    arah: str
    target: Isi
    realisasi: Isi
    capaian: float | None
    kategori: str
    tercapai: bool | None
    iku: bool
    instansi: bool
    sel: str
    target_murni: Isi = None
    target_perubahan: Isi = None
    janggal: bool = False
    diturunkan: bool = False


@dataclass(frozen=True, slots=True)
class ProgramRekap:
    """One row of Anggaran."""

    kode: str
    level: str
    nama: str
    pagu: float | None
    realisasi: float | None
    serapan: float | None
    capaian: float | None
    efisiensi: float | None


@dataclass(frozen=True, slots=True)
class TemuanRekap:
    """One finding as it is listed; alasan, jabatan, tanggal: of one that was judged and counts no longer."""

    kode: str
    tingkat: str
    lembar: str
    sel: str
    sel_pertama: str
    isi: Isi
    seharusnya: Isi
    pesan: str
    saran: str
    alasan: str = ""
    jabatan: str = ""
    tanggal: str = ""


@dataclass(frozen=True, slots=True)
class Ikhtisar:
    """One workbook read, checked and summed up.

    rata: mean capaian of its indicators as the report prints it, rata_100 the same with every indicator cut at 100.
    sakip: total of the evaluation by evaluated year. lengkap, perlu: what Kelengkapan asks for and how much of it is there.
    aturan: the settings a region sets once, by name. tanpa_angka: why nothing could be summed up ("" = it was).
    gagal: rules of ours that crashed.
    """

    instansi: str
    kabupaten: str
    tahun: int | None
    versi: int
    keadaan_data: str = ""
    metode_efisiensi: str = ""
    rata: float | None = None
    rata_100: float | None = None
    kategori: str = ""
    kategori_indikator: dict[str, int] = field(default_factory=dict)
    tercapai: int = 0
    belum: int = 0
    tak_terukur: int = 0
    pagu: float | None = None
    realisasi: float | None = None
    serapan: float | None = None
    efisiensi: float | None = None
    sakip: dict[str, float] = field(default_factory=dict)
    lengkap: int = 0
    perlu: int = 0
    indikator: tuple[IndikatorRekap, ...] = ()
    program: tuple[ProgramRekap, ...] = ()
    temuan: tuple[TemuanRekap, ...] = ()
    dikecualikan: tuple[TemuanRekap, ...] = ()
    jumlah: dict[str, int] = field(default_factory=dict)
    aturan: dict[str, str] = field(default_factory=dict)
    tanpa_angka: str = ""
    gagal: tuple[str, ...] = ()

    def ke_json(self) -> str:
        """As JSON on one line."""
        return json.dumps(asdict(self), ensure_ascii=False, separators=(",", ":"), allow_nan=False)

    @classmethod
    def dari_json(cls, teks: str) -> Ikhtisar:
        """From its JSON; raises ValueError, TypeError or KeyError for anything else."""
        isi: Mapping[str, Any] = json.loads(teks)
        bersarang = {
            "indikator": tuple(IndikatorRekap(**x) for x in isi["indikator"]),
            "program": tuple(ProgramRekap(**x) for x in isi["program"]),
            "temuan": tuple(TemuanRekap(**x) for x in isi["temuan"]),
            "dikecualikan": tuple(TemuanRekap(**x) for x in isi["dikecualikan"]),
            "gagal": tuple(isi["gagal"]),
        }
        return cls(**{**isi, **bersarang})
