"""Free tables about one indicator, by years or with a total of its parts: figures that differ from the sheet that has that year."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lkjip_xl.inti.kunci import kunci_nama, kunci_teks
from lkjip_xl.inti.periode import TAHUN_DISEBUT
from lkjip_xl.skema.perlu import perlu
from lkjip_xl.tabel.model import BukuKerja
from lkjip_xl.tabel.tabel_bebas import ID_BEBAS, JUMLAH, TabelBebas, angka_kolom, daftar_tabel_bebas
from lkjip_xl.validasi.aturan.angka_naskah import disebut, nama_indikator
from lkjip_xl.validasi.aturan.hubungan_tahun import TAHUN as KEPALA_TAHUN
from lkjip_xl.validasi.aturan.hubungan_tahun import baris_tahun
from lkjip_xl.validasi.aturan.pelapor import Pelapor
from lkjip_xl.validasi.aturan.penelusur import Rujukan
from lkjip_xl.validasi.aturan.registri import aturan
from lkjip_xl.validasi.aturan.tabel_bebas_silang import (
    BACA_INDIKATOR,
    BUKTI,
    MILIK_LAIN,
    REALISASI,
    Deret,
    banding,
    deret_angka,
    dikenal,
    jenis_kepala,
    secetak,
)

INDIKATOR, TAHUN = "indikator", "tahun"
_TANPA_ISI = re.compile(r"(?:\s|nilai|angka|hasil|skor|capaian)*")
_SEBELUM = r"(?:tabel|data|rincian|rekap\w*|perkembangan|realisasi|jumlah|banyaknya|\d+| )*"
_SESUDAH = r"(?:menurut|berdasarkan|per|tiap|setiap)\b"
_KEPALA_JUMLAH = frozenset({"jumlah", "total", "realisasi", "banyaknya"})
_BUKAN_JUMLAHAN = frozenset({"%", "persen", "indeks", "nilai", "skor", "rasio"})
DEKAT = 0.1  # a total further away is of something else of that name


@aturan(kode=("TB-21",), lembar=(ID_BEBAS,), baca=BACA_INDIKATOR)
def tahun_tercetak_lagi(buku: BukuKerja, lapor: Pelapor) -> None:
    """Tabel bebas tentang satu indikator dengan satu baris per tahun sama dengan lembar tahun itu, bila tahun lainnya sama."""
    tabel = [(t, tahun) for t in daftar_tabel_bebas(buku) if len(tahun := baris_tahun(t)) > BUKTI]
    nama = nama_indikator(buku) if tabel else {}
    deret = deret_angka(buku) if tabel else ()
    for t, tahun in tabel:
        baris = {b: (TAHUN, str(n)) for b, (n, _) in tahun.items()}
        kode = INDIKATOR, disebut(t.judul, nama)
        milik = [d for d in reversed(deret) if kode in d.sel]
        for k, semua in angka_kolom(buku, t).items() if milik else ():
            jenis = _jenis(t, k, nama, kode[1])
            bertahun = Deret(jenis, None, {(TAHUN, str(d.tahun)): d.sel[kode] for d in milik if d.jenis == jenis})
            sama, beda = banding(lapor, bertahun, {b: x for b, x in semua.items() if b in baris}, baris)
            baru = [x for x in beda if not dikenal(lapor, x[1])]
            if sama >= BUKTI and len(baru) == 1:  # the one year that differs where all others that are known agree
                b, r, harap = baru[0]
                lapor("TB-21", Rujukan(ID_BEBAS, b, k), seharusnya=harap, terkait=[r], sumber=lapor.sebut(r))


def _jenis(t: TabelBebas, k: str, nama: Mapping[str, str], kode: str) -> str:
    """What kind of figure a column holds, "" where its header does not tell; under the indicator's name stands its result."""
    kepala = kunci_teks(t.kepala(k))
    jenis = jenis_kepala(kepala)
    bernama = [n for n, milik in nama.items() if milik == kode and kunci_nama(n) in kunci_nama(kepala)]
    if not jenis and any(_TANPA_ISI.fullmatch(kunci_nama(kepala).replace(kunci_nama(n), "")) for n in bernama):
        return REALISASI
    return jenis.pop() if len(jenis) == 1 and not MILIK_LAIN.search(kepala) else ""


@aturan(
    kode=("TB-21",),
    lembar=(ID_BEBAS,),
    baca=perlu(
        tabel_bebas="judul baris k1-10 ?bagian",
        indikator="?kode ?indikator ?satuan",
        pengukuran="?kode ?realisasi",
        riwayat="?kode ?realisasi_1-3",
        renstra="?kode ?tahun_dasar",
        pengaturan="?tahun ?renstra_awal",
    ),
)
def jumlah_tercetak_lagi(buku: BukuKerja, lapor: Pelapor) -> None:
    """Jumlah tabel bebas yang merinci satu indikator sama dengan realisasinya tahun itu, bila angkanya berdekatan."""
    tabel = daftar_tabel_bebas(buku)
    nama = _nama_dijumlah(buku) if tabel else {}
    deret = [d for d in deret_angka(buku) if d.jenis == REALISASI] if nama else []
    for t in tabel if nama else ():
        kode, total = _dirinci(t, nama), [b for b, _ in t.menurut(JUMLAH)]
        if not kode or len(total) != 1:
            continue
        beda = []
        for k, tahun in _kolom_tahun(buku, t):
            x = angka_kolom(buku, t)[k].get(total[0])
            sana = next(
                (d.sel[INDIKATOR, kode] for d in deret if d.tahun == tahun and (INDIKATOR, kode) in d.sel), None
            )
            harap = lapor.jejak.nilai(sana) if sana is not None else None
            if x is not None and sana is not None and isinstance(harap, float) and not secetak(lapor, sana, harap, x):
                beda.append((Rujukan(ID_BEBAS, total[0], k), sana, harap, x.nilai or 0.0))
        for r, sana, harap, tertulis in beda if len(beda) == 1 else ():
            if abs(tertulis - harap) <= DEKAT * abs(harap) and not lapor.pernah(r) and not dikenal(lapor, sana):
                lapor("TB-21", r, seharusnya=harap, terkait=[sana], sumber=lapor.sebut(sana))


def _nama_dijumlah(buku: BukuKerja) -> dict[str, str]:
    """Kode by the name of indicators that add up, without the word that says so."""
    satuan = {kunci_teks(i["kode"]): kunci_teks(i["satuan"]) for i in buku["indikator"].per_baris().values()}
    return {n.removeprefix("jumlah "): k for n, k in nama_indikator(buku).items() if satuan[k] not in _BUKAN_JUMLAHAN}


def _dirinci(t: TabelBebas, nama: Mapping[str, str]) -> str:
    """The kode of the indicator whose parts a table lists by its title, "" for none."""
    judul = kunci_nama(t.judul)
    ada = {k for n, k in nama.items() if n in judul and re.match(rf"{_SEBELUM}{re.escape(n)} {_SESUDAH}", judul)}
    return ada.pop() if len(ada) == 1 else ""


def _kolom_tahun(buku: BukuKerja, t: TabelBebas) -> list[tuple[str, int]]:
    """Columns of a table that are each of a year, or the only one with the year of the title or of the report."""
    kolom = [*angka_kolom(buku, t)]
    kepala = {k: kunci_teks(t.kepala(k)) for k in kolom}
    bertahun = [(k, int(m[1])) for k in kolom if (m := KEPALA_TAHUN.fullmatch(kepala[k]))]
    kini, disebut_judul = buku.setelan.get("TahunLaporan"), set(TAHUN_DISEBUT.findall(t.judul))
    if bertahun or len(kolom) != 1 or kepala[kolom[0]] not in _KEPALA_JUMLAH or not isinstance(kini, float):
        return bertahun
    tahun = [int(x) for x in disebut_judul] or [int(kini)]
    return [(kolom[0], tahun[0])] if len(tahun) == 1 else []
