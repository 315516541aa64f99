"""Small tables that print a component of an indicator again with two digits in each other's place, beside the other one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lkjip_xl.inti.kunci import kunci_teks
from lkjip_xl.inti.salah_ketik import Sebab, bacaan_lain
from lkjip_xl.skema.perlu import perlu
from lkjip_xl.tabel.model import BukuKerja
from lkjip_xl.tabel.tabel_bebas import ID_BEBAS, angka_kolom, daftar_tabel_bebas
from lkjip_xl.validasi.aturan.angka_naskah import BANYAK_ANGKA, angka_milik
from lkjip_xl.validasi.aturan.data_pendukung import KOMPONEN, LEMBAR, tabel_dukung
from lkjip_xl.validasi.aturan.pelapor import Pelapor
from lkjip_xl.validasi.aturan.penelusur import Rujukan
from lkjip_xl.validasi.aturan.registri import aturan

Isi = Mapping[Rujukan, float]


@aturan(
    kode=("DP-02", "TB-21"),
    lembar=("pengukuran",),
    baca=perlu(
        pengukuran="kode ?pembilang ?penyebut ?realisasi ?target",
        data_pendukung="?tabel ?uraian ?kolom ?nilai",
        tabel_bebas="?judul ?baris ?k1-10 ?bagian",
    ),
    seluruh=True,
)
def komponen_di_tabel_kecil(buku: BukuKerja, lapor: Pelapor) -> None:
    """Pembilang dan penyebut yang tercetak lagi di Data Pendukung atau Tabel Bebas tidak tertukar angkanya."""
    komponen = list(_komponen(lapor))
    semua = {x for isi in angka_milik(buku).values() for _, x in isi} if komponen else set()
    for nama, isi in _tabel(buku, lapor) if komponen else ():
        for r, lain, kode in komponen:
            y, saksi = (lapor.jejak.nilai(x) for x in (r, lain))
            if saksi not in isi.values() or y in isi.values() or not isinstance(y, float):
                continue
            tukar = {z for s, z in bacaan_lain(y, 0) if s is Sebab.BERTUKAR}
            sel = [s for s, x in isi.items() if x in tukar and x not in semua]
            if len(sel) == 1 and not lapor.pernah(sel[0]):
                lapor("DP-02" if sel[0].lembar == LEMBAR else "TB-21", sel[0], seharusnya=y, terkait=[r, lain], tabel=nama, kode=kode,
                      komponen=r.kolom, sumber=lapor.sebut(r))  # fmt: skip


def _komponen(lapor: Pelapor) -> Iterator[tuple[Rujukan, Rujukan, str]]:
    """Components that are no other figure by chance, each with the other one of its row and the kode."""
    for b, isi in lapor.jejak.baris("pengukuran").items():
        r = [Rujukan("pengukuran", b, k) for k in KOMPONEN]
        if all(_panjang(isi.get(s.kolom)) and not lapor.pernah(s) and not lapor.jejak.ternoda(s) for s in r):
            yield from ((r[i], r[1 - i], kunci_teks(isi["kode"]).upper()) for i in (0, 1))


def _panjang(x: object) -> bool:
    return isinstance(x, float) and x > 0 and x % 1 == 0 and len(re.sub(r"\D", "", f"{x:.0f}")) >= BANYAK_ANGKA


def _tabel(buku: BukuKerja, lapor: Pelapor) -> Iterator[tuple[str, Isi]]:
    """The small tables with their figures."""
    for t in tabel_dukung(lapor) if buku[LEMBAR].ada else ():
        sel = (Rujukan(LEMBAR, b, "nilai") for semua in t.kolom.values() for b in semua)
        yield t.nama, {r: x for r in sel if isinstance(x := lapor.jejak.nilai(r), float)}
    for bebas in daftar_tabel_bebas(buku) if buku[ID_BEBAS].ada else ():
        semua = angka_kolom(buku, bebas).items()
        yield bebas.judul, {Rujukan(ID_BEBAS, b, k): x.nilai for k, isi in semua for b, x in isi.items() if x.nilai is not None}  # fmt: skip
