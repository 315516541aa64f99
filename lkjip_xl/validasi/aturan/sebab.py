"""One cause, one finding: what only follows from a cell that is reported already joins that finding."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import replace
from math import fsum

from lkjip_xl.inti.temuan import Tingkat
from lkjip_xl.validasi.aturan.butir_rupiah import SETENGAH_RUPIAH
from lkjip_xl.validasi.aturan.dugaan import satu_sebab
from lkjip_xl.validasi.aturan.pelapor import Pelapor, Usul
from lkjip_xl.validasi.aturan.penelusur import Rujukan
from lkjip_xl.validasi.aturan.pohon import Selisih

BATAS = {"AG-03": "pagu"}  # findings that only compare with a limit in the same row


def satukan(lapor: Pelapor) -> None:
    """Take out the findings that vanish once another finding's cell holds what that finding expects.

    The cells they stand on join the other finding: all that is to be put right at once stands in one place.
    """
    usul: dict[Rujukan, list[tuple[float, int]]] = {}
    for i, u in lapor.usul.items():
        for r, x in u.semua():
            usul.setdefault(r, []).append((x, i))
    induk: dict[int, int] = {}
    for i, u in lapor.usul.items():
        sebab = _sebab(lapor, i, u, usul)
        if sebab is not None and _akar(induk, sebab) != i:
            induk[i] = sebab
    for i in induk:
        _ikutkan(lapor, i, _akar(induk, i))
    sebaris = _sebaris(lapor, induk)
    for j in dict.fromkeys(sebaris.values()):
        _sertakan(lapor, j, [i for i, x in sebaris.items() if x == j])
    lapor.buang(induk.keys() | sebaris.keys())


def _akar(induk: dict[int, int], i: int) -> int:
    while i in induk:
        i = induk[i]
    return i


def _sebab(lapor: Pelapor, i: int, u: Usul, usul: dict[Rujukan, list[tuple[float, int]]]) -> int | None:
    """The finding that explains this one, None where it stands for itself."""
    if u.rincian:
        return _sebab_jumlah(lapor, i, u, usul)
    kolom = [BATAS[lapor.temuan[i].kode]] if lapor.temuan[i].kode in BATAS else lapor.banding.masukan(u.sel)
    for k in kolom:
        for x, j in usul.get(Rujukan(u.sel.lembar, u.sel.baris, k), ()):
            if j != i and _cocok(lapor, i, u.sel, k, x):
                return j
    return None


def _cocok(lapor: Pelapor, i: int, r: Rujukan, kolom: str, x: float) -> bool:
    if lapor.temuan[i].kode in BATAS:
        nilai = lapor.jejak.nilai(r)
        return isinstance(nilai, float) and nilai <= x
    hasil = lapor.banding.periksa(r)
    return hasil is not None and not hasil.sesuai and lapor.banding.cocok_bila(r, {kolom: x})


def _sebab_jumlah(lapor: Pelapor, i: int, u: Usul, usul: dict[Rujukan, list[tuple[float, int]]]) -> int | None:
    """A sum that is right once those of its rows that are reported hold what is expected of them."""
    keliru = {
        r: next(((x, j) for x, j in usul.get(r, ()) if j != i and r == lapor.usul[j].sel), None) for r in u.rincian
    }
    pasti = {r: xj for r, xj in keliru.items() if xj is not None}
    if not pasti:
        return None
    geser = [x - nilai for r, (x, _) in pasti.items() if isinstance(nilai := lapor.jejak.nilai(r), float)]
    kurang = _kurang(lapor, u)
    cocok = kurang is not None and abs(fsum(geser) - kurang) <= SETENGAH_RUPIAH
    return next(iter(pasti.values()))[1] if cocok else None


def _ikutkan(lapor: Pelapor, i: int, j: int) -> None:
    t, ikut = lapor.temuan[j], lapor.temuan[i]
    # a mere note with a contradiction in its wake is none
    berat = min(t.tingkat, ikut.tingkat, key=list(Tingkat).index)
    t = lapor.temuan[j] = replace(t, tingkat=berat)
    sel = (ikut.lembar, ikut.sel)
    if sel == (t.lembar, t.sel):
        return
    terkait = t.sel_terkait if sel in t.sel_terkait else (*t.sel_terkait, sel)
    awal = t.saran.partition(IKUT)[0].rstrip()
    lama = t.saran.partition(IKUT)[2].removesuffix(".")
    daftar = ", ".join(filter(None, (lama.strip(), "!".join(sel))))
    lapor.temuan[j] = replace(t, sel_terkait=terkait, saran=f"{awal} {IKUT} {daftar}.")


def _sebaris(lapor: Pelapor, sudah: Container[int]) -> dict[int, int]:
    """Sums of one row that miss in several columns, each for more or each for less than stands there, and by no slip of their
    own: a row below is missing, stands there twice, or is no part of it. Each but the first with the first."""
    pertama: dict[object, int] = {}
    hasil: dict[int, int] = {}
    for i, u in lapor.usul.items():
        beda = _kurang(lapor, u)
        if i in sudah or beda is None or not isinstance(nilai := lapor.jejak.nilai(u.sel), float):
            continue
        if satu_sebab(lapor, Selisih(u.sel, nilai, nilai - beda, tuple(u.rincian))) is None:
            j = pertama.setdefault((lapor.temuan[i].kode, u.sel.lembar, u.sel.baris, beda > 0), i)
            hasil |= {i: j} if i != j else {}
    return hasil


def _kurang(lapor: Pelapor, u: Usul) -> float | None:
    """What a wrong sum has more than its rows; None of what is no sum."""
    semua = ((lapor.jejak.nilai(r), x) for r, x in u.rincian.items())
    return next((x - nilai for nilai, x in semua if isinstance(nilai, float)), None)


def _sertakan(lapor: Pelapor, j: int, semua: Sequence[int]) -> None:
    """Name the cells of these findings in another one, and what belongs to them."""
    t, ikut = lapor.temuan[j], [lapor.temuan[i] for i in semua]
    daftar = ", ".join(f"{x.lembar}!{x.sel}" for x in ikut)
    terkait = (*t.sel_terkait, *((x.lembar, x.sel) for x in ikut), *(s for x in ikut for s in x.sel_terkait))
    lapor.temuan[j] = replace(t, sel_terkait=tuple(dict.fromkeys(terkait)), saran=f"{t.saran} {SERTA} {daftar}.")


SERTA = "Jumlah lain di baris ini juga berbeda, mungkin karena satu baris rincian kurang atau lebih:"
IKUT = "Sel yang mengikuti angka ini:"
