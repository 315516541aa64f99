"""The factor of realisasi printed with its components: no table prints it, the figures say which it is."""

from __future__ import annotations

from lkjip_xl.inti.rumus import bulat
from lkjip_xl.rencana.papan import Papan

UKUR, PENGALI = "pengukuran", "pengali"
KALI = (100.0, 1.0, 1e3, 1e4, 1e5)
SEBAB = "menurut realisasi dan komponennya"


def isi_pengali(papan: Papan) -> None:
    """Write the one usual factor by which new components give the realisasi as printed, where none is typed."""
    t = papan.buku[UKUR]
    if PENGALI not in t.letak:
        return
    for baris in sorted({b for i, b, k in papan.hasil.tulis if i == UKUR and k == "pembilang"}):
        sel = [t.sel.get((baris, k)) for k in ("pembilang", "penyebut", "realisasi")]
        a, b, r = (s.nilai if s is not None else None for s in sel)
        if (baris, PENGALI) in t.sel or not (
            isinstance(a, float) and isinstance(b, float) and isinstance(r, float) and b
        ):
            continue
        desimal = sel[2].desimal if sel[2] is not None and sel[2].desimal is not None else 2
        cocok = [k for k in KALI if abs(bulat(a / b * k, desimal) - r) < 1e-9]
        if len(cocok) == 1:
            papan.turunan((UKUR, baris, PENGALI), f"{cocok[0]:.0f}", SEBAB)
