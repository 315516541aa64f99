"""The share of a budget that was spent, named by a text without an amount, against Anggaran and Belanja."""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import fsum

from lkjip_xl.inti.kunci import kunci_teks
from lkjip_xl.inti.rumus import bulat, serapan
from lkjip_xl.ringkasan.tahun_lalu import tahun_baris_belanja
from lkjip_xl.skema.perlu import perlu
from lkjip_xl.tabel.model import BukuKerja
from lkjip_xl.validasi.aturan.angka_kalimat import ANGKA, BUKAN_SERAPAN, PERSEN, PERSENAN, TAHUN_KALIMAT, angka
from lkjip_xl.validasi.aturan.angka_naskah import BACA_TULISAN, kalimat_tulisan
from lkjip_xl.validasi.aturan.arah_tulisan import KATA_ARAH
from lkjip_xl.validasi.aturan.pelapor import Pelapor
from lkjip_xl.validasi.aturan.penelusur import Rujukan
from lkjip_xl.validasi.aturan.registri import aturan
from lkjip_xl.validasi.aturan.selang import tertulis_dari

SETENGAH = 0.5  # so many points a text may round or add up otherwise
SISI = {"anggaran": ("pagu", "realisasi_rp"), "belanja": ("anggaran", "realisasi")}
_SERAP = re.compile(
    rf"\b(?:serapan|penyerapan|terserap|realisasi)(?:nya)?\b(?P<apa>(?:\s+(?:anggaran|keuangan|dana|apbd|belanja daerah|dinas|badan|tahun|\d{{4}}|ini|secara|keseluruhan|total))*)"
    rf"\s+(?:(?:sebesar|mencapai|adalah|yaitu|hanya|baru|sebanyak|sekitar)\s+)*(?P<x>{ANGKA})\s*{PERSEN}(?!\s*poin)",
    re.IGNORECASE,
)
_LAIN = re.compile(
    rf"\b(?:{KATA_ARAH}|{BUKAN_SERAPAN}|target|triwulan|semester|tw|bulan|minimal|rata-?rata|sekitar|program|kegiatan|subkegiatan|bidang|belanja|dak|dau|nasional|provinsi|opd)\b",
    re.IGNORECASE,
)

_SUBBAGIAN = re.compile(r"\b(?:triwulan|semester|bulan|tahun lalu|fisik)\b", re.IGNORECASE)


@aturan(
    kode=("KW-32",),
    lembar=("anggaran",),
    baca=BACA_TULISAN
    | perlu(
        anggaran="?level ?pagu ?realisasi_rp ?serapan ?penyebab_sisa",
        belanja="?tahun ?anggaran ?realisasi",
        pengaturan="tahun",
    ),
    seluruh=True,
)
def serapan_dalam_tulisan(buku: BukuKerja, lapor: Pelapor) -> None:
    """Serapan anggaran yang disebut tulisan, juga di Penyebab sisa, ada di Anggaran atau Belanja."""
    for b, isi in lapor.jejak.baris("anggaran").items():
        teks, r = isi.get("penyebab_sisa"), Rujukan("anggaran", b, "serapan")
        if (
            isinstance(teks, str)
            and (m := _SERAP.search(teks)) is not None
            and not _SUBBAGIAN.search(teks[: m.start()])
        ):
            _satu(lapor, Rujukan("anggaran", b, "penyebab_sisa"), m, r)
    tahun = buku.setelan.get("TahunLaporan")
    semua = list(_semua(buku, lapor))
    for r, _, kalimat in kalimat_tulisan(buku) if semua else ():
        m = _SERAP.search(kalimat)
        if (
            m is None
            or "anggaran" not in kunci_teks(m["apa"])
            or _LAIN.search(kalimat)
            or len(PERSENAN.findall(kalimat)) != 1
        ):
            continue
        if any(float(x) != tahun for x in TAHUN_KALIMAT.findall(kalimat)):
            continue
        b = angka(m["x"])
        if (
            b is not None
            and b.nilai is not None
            and b.desimal
            and not any(tertulis_dari(y, b.nilai, b.desimal) for y in semua)
        ):
            harap = semua[0]
            if abs(harap - b.nilai) > SETENGAH:
                lapor("KW-32", r, nilai=m["x"].rstrip(".,"), seharusnya=bulat(harap, max(b.desimal, 2)), kata="serapan",
                      sumber=f"lembar {buku['anggaran'].lembar}", tandai=False)  # fmt: skip


def _satu(lapor: Pelapor, r: Rujukan, m: re.Match[str], sana: Rujukan) -> None:
    """The share that the reason beside a row names, against that of its row."""
    b, isi = angka(m["x"]), lapor.jejak.baris("anggaran")[sana.baris]
    pagu, terpakai = (isi.get(k) for k in SISI["anggaran"])
    y = serapan(pagu, terpakai) if isinstance(pagu, float) and isinstance(terpakai, float) and pagu > 0 else None
    sel = [Rujukan("anggaran", sana.baris, k) for k in SISI["anggaran"]]
    if b is None or b.nilai is None or not isinstance(y, float) or lapor.ragu(*sel, sana):
        return
    if not tertulis_dari(y, b.nilai, b.desimal) and abs(y - b.nilai) > SETENGAH:
        lapor("KW-32", r, nilai=m["x"].rstrip(".,"), seharusnya=bulat(y, max(b.desimal or 0, 2)), terkait=[sana], kata="serapan",
              sumber=lapor.sebut(sana), tandai=False)  # fmt: skip


def _semua(buku: BukuKerja, lapor: Pelapor) -> Iterator[float]:
    """The share of the whole first, then that of every level, row and kind; none where a sum is in doubt."""
    tahun = buku.setelan.get("TahunLaporan")
    for lembar, (pagu, realisasi) in SISI.items():
        baris = lapor.jejak.baris(lembar) if buku[lembar].ada else {}
        isi = {
            b: (x["level"] if lembar == "anggaran" else None, float(p), float(q))
            for b, x in baris.items()
            if isinstance(p := x.get(pagu), float) and isinstance(q := x.get(realisasi), float) and p > 0
            and (lembar == "anggaran" or tahun_baris_belanja(buku, x) == tahun)
        }  # fmt: skip
        if any(lapor.pernah(Rujukan(lembar, b, k)) for b in isi for k in (pagu, realisasi)):
            return
        for level in dict.fromkeys(j for j, _, _ in isi.values()):
            milik = [(p, q) for j, p, q in isi.values() if j == level]
            yield serapan(fsum(p for p, _ in milik), fsum(q for _, q in milik)) or 0.0
        yield from (serapan(p, q) or 0.0 for _, p, q in isi.values())
