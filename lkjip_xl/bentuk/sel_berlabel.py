"""Cells that hold several things, each behind its label ("Alasan : …", "Formulasi Pengukuran : …", "Sumber Data : …"): a column each."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from lkjip_xl.inti.kunci import kunci_judul
from lkjip_xl.sumber.model import BarisAsing, KolomAsing, SelAsing, TabelAsing

LABEL_MIN = 2  # labels in one cell
KATA_MAKS = 5
_LABEL = re.compile(r"(?:^|\n)[ \t]*(?:[-–•*·]|[a-z0-9][.)])?[ \t]*([^\W\d_][^\n:;.]{2,50}?)[ \t]*:[ \t]*(?=\S|\n)")
_DIKENAL = re.compile(
    r"\b(?:alasan|definisi|formula(?:si)?|rumus|cara (?:peng|per)?hitung\w*|sumber data|penanggung ?jawab|penjelasan)\b"
)


def per_label(t: TabelAsing) -> TabelAsing:
    """The table with a column for each label, where most cells of a column hold the same labels and one is known of indicators."""
    for k in t.kolom:
        sel = {id(b): b.sel[k.nomor].teks for b in t.data() if k.nomor in b.sel}
        potongan = {
            i: p for i, x in sel.items() if len(p := _potong(x)) > LABEL_MIN
        }  # one more: what stands before the first
        label = Counter(kunci_judul(x) for p in potongan.values() for x in dict(p[1:]))
        sama = [x for x, n in label.items() if 2 * n >= len(sel)]
        if 2 * len(potongan) >= len(sel) > 0 and len(sama) >= LABEL_MIN and any(_DIKENAL.search(x) for x in sama):
            t = _pisah(t, k, potongan)
    return t


def _potong(teks: str) -> list[tuple[str, str]]:
    """What stands behind each label; first what stands before them, under "".

    >>> _potong("Alasan : baik\\nRumus : A / B\\n- Sumber Data :\\nBPS")
    [('', ''), ('Alasan', 'baik'), ('Rumus', 'A / B'), ('Sumber Data', 'BPS')]
    """
    temuan = [m for m in _LABEL.finditer(teks) if len(m[1].split()) <= KATA_MAKS]
    batas = [*(m.start() for m in temuan), len(teks)]
    return [
        ("", teks[: batas[0]].strip()),
        *((m[1], teks[m.end() : z].strip()) for m, z in zip(temuan, batas[1:], strict=True)),
    ]


def _pisah(t: TabelAsing, k: KolomAsing, potongan: dict[int, list[tuple[str, str]]]) -> TabelAsing:
    """The columns of the labels stand behind the others; the column itself stays where a text bears none."""
    nama = {kunci_judul(x): x for p in potongan.values() for x, _ in p[1:]}
    nomor = {x: t.kolom_akhir + i for i, x in enumerate(nama, 1)}
    baris = []
    for b in t.baris:
        if id(b) not in potongan:
            baris.append(b)
            continue
        (_, awal), *bagian = potongan[id(b)]
        sel = {n: s for n, s in b.sel.items() if n != k.nomor} | ({k.nomor: SelAsing(awal)} if awal else {})
        baris.append(_tambah(b, k, sel, [(nomor[kunci_judul(x)], isi) for x, isi in bagian if isi]))
    sisa = tuple(x for x in t.kolom if x != k or any(k.nomor in b.sel for b in baris))
    return replace(t, kolom=(*sisa, *(KolomAsing(n, (nama[x],)) for x, n in nomor.items())), baris=tuple(baris))


def _tambah(b: BarisAsing, k: KolomAsing, sel: dict[int, SelAsing], isi: list[tuple[int, str]]) -> BarisAsing:
    for n, teks in isi:  # a label twice: its texts below each other
        sel[n] = SelAsing(f"{sel[n].teks}\n{teks}" if n in sel else teks)
    asal = {**b.asal, **dict.fromkeys((n for n, _ in isi), b.asal.get(k.nomor, k.nomor))}
    return replace(b, sel=sel, asal=asal)
