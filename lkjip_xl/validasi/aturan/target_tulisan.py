"""Targets of years to come that a text or a condition of the tree names, against the Renstra."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lkjip_xl.inti.kunci import kunci_satuan, kunci_teks
from lkjip_xl.skema.perlu import perlu
from lkjip_xl.tabel.model import BukuKerja
from lkjip_xl.validasi.aturan.angka_kalimat import ANGKA, angka
from lkjip_xl.validasi.aturan.angka_naskah import (
    BACA_TULISAN,
    SETINGKAT,
    angka_milik,
    kalimat_indikator,
)
from lkjip_xl.validasi.aturan.pelapor import Pelapor
from lkjip_xl.validasi.aturan.penelusur import Rujukan
from lkjip_xl.validasi.aturan.pokok_kalimat import pokok_lain
from lkjip_xl.validasi.aturan.registri import aturan
from lkjip_xl.validasi.aturan.selang import tertulis_dari

POHON = "pohon_kinerja"
_PADA = re.compile(
    rf"(?P<x>{ANGKA})(?:\s*(?P<satuan>%|[^\W\d_]+))?\s+(?:pada|di)\s+(?:akhir\s+)?tahun\s+(?P<tahun>\d{{4}})",
    re.IGNORECASE,
)
_TARGET = re.compile(
    rf"\btarget\s+(?:pada\s+)?(?:akhir\s+)?tahun\s+(?P<tahun>\d{{4}})\s+(?:adalah\s+|yaitu\s+|sebesar\s+|sebanyak\s+)*(?P<x>{ANGKA})(?:\s*(?P<satuan>%|[^\W\d_]+))?",
    re.IGNORECASE,
)
_DITARGETKAN = re.compile(r"\b(?:target\w*|ditargetkan|menjadi)\b", re.IGNORECASE)


@aturan(
    kode=("KW-32",),
    lembar=("indikator", "renstra"),
    baca=BACA_TULISAN
    | perlu(
        indikator="kode indikator ?satuan",
        renstra="kode ?target_1-6 ?target_akhir",
        pohon_kinerja="?kondisi ?kode_indikator",
        pengaturan="tahun renstra_awal",
    ),
    seluruh=True,
)
def target_tahun_depan_dalam_tulisan(buku: BukuKerja, lapor: Pelapor) -> None:
    """Target tahun mendatang yang disebut tulisan dan Pohon Kinerja sama dengan target tahun itu di Renstra."""
    tahun, awal = buku.setelan.get("TahunLaporan"), buku.setelan.get("TahunRenstraAwal")
    if not isinstance(tahun, float) or not isinstance(awal, float):
        return
    milik = angka_milik(buku)
    for r, kode, kalimat, pola in _tulisan(buku, lapor):
        letak = buku.indeks.baris("renstra", "kode", kode)
        satuan = kunci_satuan(buku.indeks.ambil("indikator", "kode", kode, "satuan"))
        for m in pola.finditer(kalimat) if letak is not None else ():
            b, ke = angka(m["x"]), int(m["tahun"]) - int(awal) + 1
            sana = Rujukan("renstra", letak or 0, f"target_{ke}")
            y = (
                lapor.jejak.nilai(sana)
                if int(m["tahun"]) > tahun and sana.kolom in buku["renstra"].skema.kolom
                else None
            )
            if b is None or b.nilai is None or not isinstance(y, float) or y <= 0 or lapor.ragu(sana):
                continue
            lain_satuan = kunci_satuan(m["satuan"]) not in ("", "%", satuan) if r.lembar != POHON else False
            dikenal = any(tertulis_dari(z, b.nilai, b.desimal) for _, z in milik.get(kode, ()))
            if not dikenal and not lain_satuan and y / SETINGKAT <= b.nilai <= y * SETINGKAT:
                lapor(
                    "KW-32",
                    r,
                    nilai=m["x"].rstrip(".,"),
                    seharusnya=y,
                    terkait=[sana],
                    kata=f"target {m['tahun']}",
                    sumber=lapor.sebut(sana),
                    tandai=False,
                )


def _tulisan(buku: BukuKerja, lapor: Pelapor) -> Iterator[tuple[Rujukan, str, str, re.Pattern[str]]]:
    """Sentences of texts and conditions of the tree, the indicator they are about, and how they name a target."""
    for b, isi in lapor.jejak.baris(POHON).items() if buku[POHON].ada else ():
        if isinstance(isi["kondisi"], str) and isi["kode_indikator"]:
            yield Rujukan(POHON, b, "kondisi"), kunci_teks(isi["kode_indikator"]), isi["kondisi"], _PADA
    for t in kalimat_indikator(buku):
        m = _PADA.search(t.teks)
        if t.kode in ("", "?") or (
            not t.disebut
            and pokok_lain(
                t.teks[: m.start()] if m else "", buku.indeks.ambil("indikator", "kode", t.kode, "indikator")
            )
        ):
            continue
        yield t.r, t.kode, t.teks, _TARGET
        if _DITARGETKAN.search(t.teks):
            yield t.r, t.kode, t.teks, _PADA
