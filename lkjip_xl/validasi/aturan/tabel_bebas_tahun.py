"""Free tables about one indicator with a row for each year: figures that differ from the sheet that has that year."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lkjip_xl.inti.bacaan import Bacaan
from lkjip_xl.inti.kunci import kunci_teks
from lkjip_xl.skema.perlu import perlu
from lkjip_xl.tabel.model import BukuKerja
from lkjip_xl.tabel.tabel_bebas import ID_BEBAS, KEPALA, TabelBebas, angka_kolom, daftar_tabel_bebas
from lkjip_xl.validasi.aturan.angka_naskah import disebut, nama_indikator
from lkjip_xl.validasi.aturan.hubungan_tahun import baris_tahun
from lkjip_xl.validasi.aturan.pelapor import Pelapor
from lkjip_xl.validasi.aturan.penelusur import Rujukan
from lkjip_xl.validasi.aturan.registri import aturan
from lkjip_xl.validasi.aturan.tabel_bebas_silang import BUKTI, MILIK_LAIN, deret_angka, jenis_kepala, secetak

INDIKATOR = "indikator"


@aturan(
    kode=("TB-21",),
    lembar=(ID_BEBAS,),
    baca=perlu(
        tabel_bebas="judul baris k1-10 ?bagian",
        indikator="?kode ?indikator",
        pengukuran="?kode ?target ?realisasi ?capaian",
        riwayat="?kode ?target_1-3 ?realisasi_1-3 ?capaian_1-3",
        renstra="?kode ?target_1-6",
        pengaturan="?tahun ?renstra_awal",
    ),
)
def tahun_tercetak_lagi(buku: BukuKerja, lapor: Pelapor) -> None:
    """Tabel bebas tentang satu indikator dengan satu baris per tahun sama dengan lembar tahun itu, bila tahun lainnya sama."""
    tabel = [(t, tahun) for t in daftar_tabel_bebas(buku) if len(tahun := baris_tahun(t)) > BUKTI]
    nama = nama_indikator(lapor) if tabel else {}
    deret = list(deret_angka(lapor)) if tabel else []
    for t, tahun in tabel:
        kode = disebut(t.judul, nama)
        milik = {(d.jenis, d.tahun): d.sel[INDIKATOR, kode] for d in reversed(deret) if (INDIKATOR, kode) in d.sel}
        for k, isi in angka_kolom(buku, t).items() if milik else ():
            for b, r, harap in _beda(lapor, _jenis(t, k), isi, tahun, milik):
                lapor("TB-21", Rujukan(ID_BEBAS, b, k), seharusnya=harap, terkait=[r], sumber=lapor.sebut(r))


def _jenis(t: TabelBebas, k: str) -> str:
    """What kind of figure a column holds, "" where its header does not tell."""
    kepala = " ".join(kunci_teks(x[k]) for _, x in t.menurut(KEPALA) if k in x)
    jenis = jenis_kepala(kepala)
    return jenis.pop() if len(jenis) == 1 and not MILIK_LAIN.search(kepala) else ""


def _beda(
    lapor: Pelapor,
    jenis: str,
    isi: Mapping[int, Bacaan],
    tahun: Mapping[int, tuple[int, str]],
    milik: Mapping[tuple[str, int | None], Rujukan],
) -> Iterator[tuple[int, Rujukan, float]]:
    """The one year of a column that differs from its sheet where all other years that are known agree."""
    sama, beda = 0, []
    for b, x in isi.items():
        r = milik.get((jenis, tahun[b][0])) if b in tahun else None
        harap = lapor.jejak.nilai(r) if r is not None else None
        if r is None or not isinstance(harap, float):
            continue
        if secetak(lapor, r, harap, x):
            sama += 1
        elif not any(lapor.pernah(s) or lapor.jejak.ternoda(s) for s in (r, *lapor.jejak.sumber(r))):
            beda.append((b, r, harap))
    if sama >= BUKTI and len(beda) == 1:
        yield from beda
