"""The budget a table prints for a sasaran against the programmes that Penunjang maps to it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lkjip_xl.inti.kunci import kunci_nama, kunci_teks
from lkjip_xl.inti.periode import ANGKA_TAHUN
from lkjip_xl.ringkasan.alokasi import RUPIAH, alokasi
from lkjip_xl.ringkasan.kelompok import sasaran_dari
from lkjip_xl.skema.perlu import perlu
from lkjip_xl.sumber.satuan_kepala import faktor_judul
from lkjip_xl.tabel.hierarki import teratas
from lkjip_xl.tabel.model import BukuKerja
from lkjip_xl.tabel.tabel_bebas import ID_BEBAS, ISI, KEPALA, TabelBebas, angka_kolom, daftar_tabel_bebas
from lkjip_xl.validasi.aturan.butir_rupiah import SETENGAH_RUPIAH
from lkjip_xl.validasi.aturan.pelapor import Pelapor
from lkjip_xl.validasi.aturan.penelusur import Rujukan
from lkjip_xl.validasi.aturan.registri import aturan

JENJANG = "sasaran"
_KEPALA = {"pagu": re.compile(r"\b(?:pagu|anggaran|alokasi)\b(?!.*\brealisasi\b)"), "realisasi_rp": re.compile(r"\brealisasi\b")}  # fmt: skip
_LAIN = re.compile(rf"%|\bpersen|\bserapan\b|\bcapaian\b|\bsisa\b|\btarget\b|\bmurni\b|\bsebelum\b|\b{ANGKA_TAHUN}\b")
Cocok = tuple[Rujukan, float, float, list[int]]  # cell, figure printed, sum of the programmes, their rows of Anggaran


@aturan(
    kode=("KW-21",),
    lembar=(ID_BEBAS, "indikator", "anggaran", "penunjang"),
    baca=perlu(
        tabel_bebas="judul baris k1-10 ?bagian",
        indikator="kode jenjang pernyataan_lengkap ?pernyataan",
        anggaran="level nama ?kode ?no ?pagu ?realisasi_rp",
        penunjang="kode nama ?kode_program ?level ?menunjang",
    ),
)
def anggaran_tiap_sasaran(buku: BukuKerja, lapor: Pelapor) -> None:
    """Anggaran sasaran di tabel bebas sama dengan jumlah programnya di Anggaran, bila sasaran lain di tabel itu sama."""
    sasaran: dict[str, set[str]] = {}
    for isi in lapor.jejak.baris("indikator").values():
        if isi["jenjang"] == JENJANG and isinstance(isi["pernyataan_lengkap"], str) and isi["kode"]:
            kode = sasaran_dari(buku, str(isi["kode"]))
            sasaran.setdefault(kunci_nama(isi["pernyataan_lengkap"]), set()).update(kode)
    tunggal = {nama: kode.pop() for nama, kode in sasaran.items() if nama and len(kode) == 1}
    for t in daftar_tabel_bebas(buku) if tunggal else ():
        for kolom in RUPIAH:
            semua = list(_banding(buku, t, kolom, tunggal))
            salah = [x for x in semua if abs(x[1] - x[2]) > SETENGAH_RUPIAH]
            if len(salah) * 2 >= len(semua):  # the table may be of other money
                continue
            for r, nilai, harap, baris in salah:
                terkait = [Rujukan("anggaran", b, kolom) for b in baris]
                lapor("KW-21", r, nilai=nilai, seharusnya=harap, terkait=terkait)


def _banding(buku: BukuKerja, t: TabelBebas, kolom: str, sasaran: dict[str, str]) -> Iterator[Cocok]:
    """Amounts beside the name of a sasaran in the one column of a table that is of this money."""
    kepala = {k: kunci_teks(x) for _, isi in t.menurut(KEPALA) for k, x in isi.items()}
    milik = [k for k, x in kepala.items() if _KEPALA[kolom].search(x) and not _LAIN.search(x)]
    if len(milik) != 1 or faktor_judul([t.judul, *kepala.values()]) != 1.0:
        return
    angka = {b: x.nilai for b, x in angka_kolom(buku, t).get(milik[0], {}).items() if x.nilai is not None}
    a = alokasi(buku)
    for b, isi in t.menurut(ISI):
        kode = next((sasaran[n] for x in isi.values() if (n := kunci_nama(x)) in sasaran), None)
        baris = a.milik_sasaran(kode) if kode is not None and b in angka else []
        if any(p.anggaran == () for p in a.peta if kode in p.kunci):
            continue  # a programme that nobody found is missing from the sum
        jumlah = getattr(a.rupiah(baris), "pagu" if kolom == "pagu" else "realisasi") if baris else None
        if isinstance(jumlah, float):
            yield Rujukan(ID_BEBAS, b, milik[0]), angka[b], jumlah, teratas(a.induk, baris)
