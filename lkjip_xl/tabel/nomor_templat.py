"""Numbers of tables an earlier template brought: proposals nobody fixed, so the report numbers those tables on."""

from __future__ import annotations

from lkjip_xl.inti.kunci import kunci_nama
from lkjip_xl.tabel.model import BukuKerja
from lkjip_xl.tabel.per_buku import per_buku

ID_DAFTAR = "daftar_tabel"
NOMOR_LAMA = {
    "Capaian Kinerja": "Tabel 3.2",
    "Perbandingan Tahun": "Tabel 3.3",
    "Kemajuan Renstra": "Tabel 3.4",
    "Pembanding Standar": "Tabel 3.5",
    "Analisis Kinerja": "Tabel 3.6",
    "Program Penunjang": "Tabel 3.7",
    "Realisasi Anggaran": "Tabel 3.8",
    "Efisiensi Sasaran": "Tabel 3.9",
    "Efisiensi Program": "Tabel 3.10",
    "Simpulan": "Tabel 4.1",
}
"""What stood in the templates of version 1 and of the first workbooks of version 2."""


@per_buku
def nomor_templat(buku: BukuKerja) -> frozenset[str]:
    """Summaries whose number and title are still those such a template brought; none where most numbers were given anew.

    Today's template brings no numbers: a few that are like the old ones were typed.
    """
    judul = {b.get("ringkasan"): b.get("judul") for b in buku[ID_DAFTAR].skema.baris_awal}
    tersisa = frozenset(
        str(r["ringkasan"])
        for _, r in buku[ID_DAFTAR].rekaman()
        if isinstance(r.get("nomor"), str)
        and kunci_nama(r["nomor"]) == kunci_nama(NOMOR_LAMA.get(str(r["ringkasan"]), ""))
        and (r.get("judul") is None or r.get("judul") == judul.get(r["ringkasan"]))
    )
    return tersisa if len(tersisa) * 2 >= len(NOMOR_LAMA) else frozenset()
