"""The ready-made rows are written after the one that was built: their formulas and values are those of each row."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from banyak import tiap

from lkjip_xl import perintah
from lkjip_xl.buku.baca import Lembar, baca_buku
from lkjip_xl.buku.paket import Paket
from lkjip_xl.inti.alamat import huruf
from lkjip_xl.lembar.bangun import bangun
from lkjip_xl.lembar.baris_siap import baris_contoh
from lkjip_xl.skema.model import Skema, SkemaLembar
from lkjip_xl.skema.ungkapan import ke_excel, urai
from lkjip_xl.tabel.model import BARIS_DATA

# a formula that gives another value in every row, though nobody typed anything
URUT = """columns:
  urut:
    lkjip: {judul: Urut, jenis: rumus, tipe: cacah, rumus: "JUMLAH(SEBELUM(urut), 1)", lebar: 6, bantuan: Nomor urut.}
"""


def pendek(skema: Skema, **baris: int) -> Skema:
    return Skema({i: s if s.susunan == "pasangan" else replace(s, baris=baris.get(i, 3)) for i, s in skema.lembar.items()}, skema.kata)  # fmt: skip


def rumus_salah(s: SkemaLembar, lembar: Lembar) -> list[tuple[int, str]]:
    """Cells of the ready-made rows whose formula is not that of their row and column."""
    letak = {n: huruf(i) for i, n in enumerate(s.kolom, 1)}
    return [
        (b, k.nama)
        for b in range(BARIS_DATA, BARIS_DATA + s.baris)
        for i, k in enumerate(s.kolom.values(), 1)
        if ((x := lembar.sel.get((b, i))) and x.rumus) != (("=" + ke_excel(urai(k.rumus), letak, b)) if k.rumus else None)
    ]  # fmt: skip


@pytest.mark.parametrize("baris", tiap(3, [2, 1, 7]))
def test_rumus_tiap_baris_dan_daerah_lembar(baris: int) -> None:
    """Every row has its own formulas, however few rows there are; rows the schema fills come before them."""
    sk = pendek(perintah.skema(), pk=baris, anggaran=baris, indikator=baris, skala=9)
    paket = Paket.dari_bytes(bangun(sk))
    buku = baca_buku(paket)
    for i in ("pk", "anggaran", "indikator", "skala"):
        s = sk.lembar[i]
        assert rumus_salah(s, buku.lembar[s.lembar]) == []
        akhir = f'<dimension ref="A1:{huruf(len(s.kolom))}{BARIS_DATA + s.baris - 1}"/>'
        assert akhir.encode() in paket.baca(paket.lembar()[s.lembar].part)
        assert baris_contoh(s) == BARIS_DATA + min(len(s.baris_awal), s.baris - 1)


def test_nilai_yang_berbeda_tiap_baris(tmp_path: Path) -> None:
    """What a formula gives in its own row is stored there."""
    (tmp_path / "pembanding.yaml").write_text(URUT, "utf-8")
    sk = pendek(perintah.skema(tmp_path), pembanding=6)
    s = sk.lembar["pembanding"]
    lembar = baca_buku(Paket.dari_bytes(bangun(sk))).lembar[s.lembar]
    k = list(s.kolom).index("urut") + 1
    assert [lembar.sel[b, k].nilai for b in range(BARIS_DATA, BARIS_DATA + 6)] == [1.0, 2.0, 3.0, 4.0, 5.0, 6.0]
    assert rumus_salah(s, lembar) == []
