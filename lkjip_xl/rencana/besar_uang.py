"""Amounts whose size contradicts what is said of it: too small for rupiah, or rupiah already where the header says millions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lkjip_xl.rencana.model import PetaTabel, Yakin
from lkjip_xl.skema.model import Skema
from lkjip_xl.sumber.rupa import angka_sel
from lkjip_xl.sumber.satuan_kepala import RUPIAH, sebut_satuan

UANG_KECIL = "angkanya kecil untuk rupiah; sebut satuannya di kepala, misalnya (Rp juta)"
_TERKECIL, _TERBESAR, _CUKUP = 1e6, 1e14, 2  # no programme has less to spend in parts of a rupiah; none has more


def ragukan_besar(skema: Skema, p: PetaTabel) -> None:
    """Parts of a rupiah in small amounts are those of millions; amounts beyond every budget are no millions: asked, never written."""
    uang = [n for n, k in p.kolom.items() if k.yakin is Yakin.PASTI and k.lembar and skema.lembar[k.lembar].kolom[k.kolom].tipe == "rupiah"]  # fmt: skip
    polos = [x for n in uang if p.kolom[n].pengali == 1 for x in _nilai(p, n)]
    kecil = len(polos) >= _CUKUP and max(polos) < _TERKECIL and any(x % 1 for x in polos)
    for n in uang:
        k = p.kolom[n]
        if k.pengali == 1 and kecil:
            p.kolom[n] = replace(k, yakin=Yakin.RAGU, alasan=UANG_KECIL)
        elif k.pengali > 1 and (isi := [*_nilai(p, n)]) and min(isi) * k.pengali >= _TERBESAR:
            alasan = f"angkanya sudah sebesar rupiah penuh, padahal kepalanya {sebut_satuan(RUPIAH, k.pengali)}"
            p.kolom[n] = replace(k, yakin=Yakin.RAGU, alasan=alasan)


def _nilai(p: PetaTabel, n: int) -> Iterator[float]:
    """Amounts of a column, nothing apart."""
    return (abs(x) for b in p.tabel.data() if (x := angka_sel(b.sel.get(n), "rupiah")))
