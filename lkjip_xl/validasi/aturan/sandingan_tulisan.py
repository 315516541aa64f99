"""Figures a sentence puts beside one that is known: "baru 71,46 persen dari target 90", "menjadi 81,26 dari 80,24 tahun lalu"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lkjip_xl.skema.perlu import perlu
from lkjip_xl.tabel.model import BukuKerja
from lkjip_xl.validasi.aturan.angka_bertahun import SETAHUN_LAIN
from lkjip_xl.validasi.aturan.angka_kalimat import ANGKA, TAHUN_KALIMAT, angka
from lkjip_xl.validasi.aturan.angka_naskah import SETINGKAT, angka_milik
from lkjip_xl.validasi.aturan.pelapor import Pelapor
from lkjip_xl.validasi.aturan.penelusur import Rujukan
from lkjip_xl.validasi.aturan.pokok_kalimat import BACA_POKOK, Pernyataan, pernyataan, pokok_lain
from lkjip_xl.validasi.aturan.registri import aturan
from lkjip_xl.validasi.aturan.selang import tertulis_dari

_SATUAN = r"(?:\s*(?P<{}>%|(?!dari\b|tahun\b|pada\b|menjadi\b)[^\W\d_]+))?"
_ISI = r"(?:(?:realisasi|capaian|angka|nilai|sebesar|sebanyak|sejumlah|yaitu|yang|ditetapkan|kinerja)\s+)*"
_LALU = r"\s+\(?(?:pada\s+|di\s+)?tahun\s+(?P<tahun>\d{4}|lalu|sebelumnya)\b"
_DIBANDING = r"(?:dari|dibanding(?:kan)?(?:\s+dengan)?)"
_TARGET = re.compile(
    rf"(?P<x>{ANGKA}){_SATUAN.format('satuan')}\s+dari\s+target(?:nya)?\s+{_ISI}(?P<y>{ANGKA})(?!\s*(?:poin|kali|:|/)){_SATUAN.format('benda')}",
    re.IGNORECASE,
)
_TAHUN_LALU = (
    re.compile(
        rf"(?P<y>{ANGKA}){_SATUAN.format('satuan')},?\s+{_DIBANDING}\s+{_ISI}(?P<x>{ANGKA}){_SATUAN.format('benda')}{_LALU}",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\bdari\s+{_ISI}(?P<x>{ANGKA}){_SATUAN.format('satuan')}{_LALU}\)?,?\s+menjadi\s+{_ISI}(?P<y>{ANGKA})(?!\s*(?:poin|kali|:|/)){_SATUAN.format('benda')}",
        re.IGNORECASE,
    ),
)


@aturan(
    kode=("KW-32",), lembar=("indikator", "pengukuran"), baca=BACA_POKOK | perlu(riwayat="?kode ?realisasi_1-3"), seluruh=True
)  # fmt: skip
def sandingan_dalam_tulisan(buku: BukuKerja, lapor: Pelapor) -> None:
    """Realisasi yang disebut tulisan di samping targetnya, dan realisasi tahun lalu di samping realisasi tahun ini, sama dengan tabelnya."""
    milik = angka_milik(buku)
    for p in pernyataan(buku, lapor):
        ada = [*(z for _, z in milik.get(p.milik.kunci, ())), *([c] if isinstance(c := p.milik.capaian, float) else [])]
        for m, sana, kata in _disebut(buku, p):
            _periksa(lapor, p, m, sana, kata, ada)


def _disebut(buku: BukuKerja, p: Pernyataan) -> Iterator[tuple[re.Match[str], Rujukan, str]]:
    """Pairs of figures of which the second is the indicator's own, the cell the first is to be found in, what it is called."""
    tahun, letak = buku.setelan.get("TahunLaporan"), buku.indeks.baris("riwayat", "kode", p.milik.kode)
    sebut = {float(x) for x in TAHUN_KALIMAT.findall(p.teks)}
    for m in _TARGET.finditer(p.teks) if sebut <= {tahun} else ():
        if _sama(m["y"], p.milik.target):
            yield m, p.sel("realisasi"), "realisasi"
    for m in (m for pola in _TAHUN_LALU for m in pola.finditer(p.teks)):
        if letak is None or not isinstance(tahun, float) or not _sama(m["y"], p.milik.realisasi):
            continue
        lalu = int(tahun) - int(m["tahun"]) if m["tahun"].isdigit() else 1
        if 1 <= lalu <= len(SETAHUN_LAIN) and sebut <= {tahun, tahun - lalu}:
            yield m, Rujukan("riwayat", letak, SETAHUN_LAIN[lalu - 1]), f"realisasi {int(tahun) - lalu}"


def _sama(tulisan: str, x: object) -> bool:
    b = angka(tulisan)
    return isinstance(x, float) and b is not None and b.nilai is not None and tertulis_dari(x, b.nilai, b.desimal)


def _periksa(lapor: Pelapor, p: Pernyataan, m: re.Match[str], sana: Rujukan, kata: str, ada: Sequence[float]) -> None:
    b, harap, tulisan = angka(m["x"]), lapor.jejak.nilai(sana), m["x"].rstrip(".,")
    if b is None or b.nilai is None or not isinstance(harap, float) or harap <= 0 or lapor.ragu(sana):
        return
    if any(m[k] and p.asing(m[k]) for k in ("satuan", "benda")) or pokok_lain(p.teks[: m.start()], p.milik.nama):
        return
    if not harap / SETINGKAT <= b.nilai <= harap * SETINGKAT or any(tertulis_dari(z, b.nilai, b.desimal) for z in ada):
        return
    tempat = lapor.jejak.alamat(p.r)
    if not any((t.kode, t.lembar, t.sel, t.nilai) == ("KW-32", *tempat, tulisan) for t in lapor.temuan):
        lapor("KW-32", p.r, nilai=tulisan, seharusnya=harap, terkait=[sana], kata=kata, sumber=lapor.sebut(sana), tandai=False)  # fmt: skip
