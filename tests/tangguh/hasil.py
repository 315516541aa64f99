"""What one try of the campaign came to, and the table of them all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum


class Kelas(StrEnum):
    """Outcome classes; the values are the table's column heads."""

    OK = "ok"
    TEMUAN = "findings"
    DITOLAK = "refused"
    BISU = "unnamed"  # refused, but the message names no file
    RUSAK = "damaged"  # bytes that had to stay are others, or the file can no longer be read
    HILANG = "lost"  # a part, cell, name or file that was there is gone
    MACET = "hangs"
    KELUAR3 = "exit 3"  # our own failure, an uncaught exception, a dead process, an exit code nobody promised


BURUK = (Kelas.BISU, Kelas.RUSAK, Kelas.HILANG, Kelas.MACET, Kelas.KELUAR3)


@dataclass(frozen=True, slots=True)
class Hasil:
    """Outcome of one try: which part of the campaign, which case (enough to repeat it), class, and why."""

    bagian: str
    kasus: str
    kelas: Kelas
    rinci: str = ""

    @property
    def buruk(self) -> bool:
        """Tell whether this must not happen."""
        return self.kelas in BURUK


@dataclass
class Tabel:
    """Counts by part of the campaign, and the bad ones by name."""

    hitung: dict[str, Counter[Kelas]] = field(default_factory=dict)
    buruk: list[Hasil] = field(default_factory=list)

    def tambah(self, hasil: Iterable[Hasil]) -> None:
        """Count outcomes."""
        for h in hasil:
            self.hitung.setdefault(h.bagian, Counter())[h.kelas] += 1
            if h.buruk:
                self.buruk.append(h)

    def teks(self) -> str:
        """The table as Markdown: one row per part, then the sum."""
        jumlah = sum(self.hitung.values(), Counter())
        kepala = ["part", "tried", *(k.value for k in Kelas)]
        baris = [
            [nama, str(h.total()), *(str(h[k]) for k in Kelas)] for nama, h in [*self.hitung.items(), ("all", jumlah)]
        ]
        lebar = [max(len(b[i]) for b in [kepala, *baris]) for i in range(len(kepala))]
        garis = ["-" * lebar[0], *("-" * (n - 1) + ":" for n in lebar[1:])]
        return "\n".join(
            "| "
            + " | ".join([b[0].ljust(lebar[0]), *(x.rjust(n) for x, n in zip(b[1:], lebar[1:], strict=True))])
            + " |"
            for b in [kepala, garis, *baris]
        )

    def rincian(self, tiap: int = 3) -> str:
        """The bad outcomes by kind (part, class, first line of why), each with its first cases."""
        jenis: dict[tuple[str, str, str], list[str]] = {}
        for h in self.buruk:
            jenis.setdefault((h.bagian, h.kelas.value, h.rinci.partition("\n")[0][:160]), []).append(h.kasus)
        return "\n".join(
            f"{kelas:8} {bagian}: {sebab}  ×{len(k)}  [{'; '.join(k[:tiap])}]"
            for (bagian, kelas, sebab), k in sorted(jenis.items())
        )
