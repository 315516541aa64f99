"""Parts and wholes that a sentence on an indicator names ("42 dari 57 desa"), against its pembilang and penyebut."""

from __future__ import annotations

import re

from lkjip_xl.inti.kunci import kunci_teks
from lkjip_xl.inti.salah_ketik import Sebab, bacaan_lain
from lkjip_xl.skema.perlu import perlu
from lkjip_xl.tabel.model import BukuKerja
from lkjip_xl.validasi.aturan.angka_kalimat import ANGKA, TAHUN_KALIMAT, cacah
from lkjip_xl.validasi.aturan.angka_naskah import BACA_TULISAN, angka_milik, kalimat_indikator
from lkjip_xl.validasi.aturan.pelapor import Pelapor
from lkjip_xl.validasi.aturan.penelusur import Rujukan
from lkjip_xl.validasi.aturan.registri import aturan

SEPULUH = 10.0  # a single digit is no slip of another one
_BENDA = r"(?:\s+(?!dari\b|atau\b|dan\b)[^\W\d_][\w/-]*){0,4}?"
_BAGIAN = re.compile(
    rf"(?P<x>{ANGKA}){_BENDA}\s+(?:dari|di\s?antara)\s+(?:total\s+|jumlah\s+|sebanyak\s+|keseluruhan\s+|seluruh\s+)?(?P<y>{ANGKA})(?!\s*(?:%|persen))",
    re.IGNORECASE,
)


@aturan(
    kode=("KW-32",),
    lembar=("indikator", "pengukuran"),
    baca=BACA_TULISAN
    | perlu(indikator="kode indikator", pengukuran="kode ?pembilang ?penyebut ?target ?realisasi", pengaturan="?tahun"),
    seluruh=True,
)
def komponen_dalam_tulisan(buku: BukuKerja, lapor: Pelapor) -> None:
    """Bagian dari keseluruhan yang disebut tulisan tentang satu indikator adalah pembilang dan penyebutnya, tanpa angka tertukar."""
    baris = {kunci_teks(isi["kode"]): b for b, isi in lapor.jejak.baris("pengukuran").items()}
    semua, tahun = angka_milik(buku), buku.setelan.get("TahunLaporan")
    for t in kalimat_indikator(buku):
        b = baris.get(t.kode)
        if b is None or any(float(x) != tahun for x in TAHUN_KALIMAT.findall(t.teks)):
            continue
        r = [Rujukan("pengukuran", b, k) for k in ("pembilang", "penyebut")]
        atas, bawah = (lapor.jejak.nilai(s) for s in r)
        if not isinstance(atas, float) or not isinstance(bawah, float) or any(lapor.pernah(s) for s in r):
            continue
        dikenal = {y for _, y in semua.get(t.kode, ())} | {bawah - atas}
        for m in _BAGIAN.finditer(t.teks):
            x, y = cacah(m["x"]), cacah(m["y"])
            for tulis, lain, harap, saksi, sel in ((x, y, atas, bawah, r[0]), (y, x, bawah, atas, r[1])):
                if tulis is not None and lain == saksi and tulis not in dikenal and _tertukar(tulis, harap):
                    teks = m["x"] if sel is r[0] else m["y"]
                    lapor("KW-32", t.r, nilai=teks, seharusnya=harap, terkait=[sel], kata=sel.kolom, sumber=lapor.sebut(sel),
                          tandai=False)  # fmt: skip


def _tertukar(x: float, harap: float) -> bool:
    return min(x, harap) >= SEPULUH and any(s is Sebab.BERTUKAR and y == harap for s, y in bacaan_lain(x, 0))
