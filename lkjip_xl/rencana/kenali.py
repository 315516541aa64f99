"""Which sheet a foreign table is: by the words of its caption, its headers, and what stands in its columns."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from lkjip_xl.inti.kunci import kunci_judul
from lkjip_xl.padan.tahun import tahun_kepala, tahun_tabel
from lkjip_xl.rencana.bagian_tabel import menurut_bagian
from lkjip_xl.rencana.calon import (
    ANALISIS,
    BERSAMA,
    INDIKATOR,
    LEWAT,
    PEMBANDING,
    TAK_BERSAMA,
    Calon,
    berindikator,
    bersih,
    calon_kolom,
)
from lkjip_xl.rencana.calon_pembanding import calon_pembanding
from lkjip_xl.rencana.calon_tw import calon_tw
from lkjip_xl.rencana.daerah import DAERAH_LAIN, PROVINSI, daerah
from lkjip_xl.rencana.dikenal import dikenal_isi
from lkjip_xl.rencana.isi_tabel import (
    baris_program,
    kata_caption,
    kiri_program,
)
from lkjip_xl.rencana.keraguan import ragukan
from lkjip_xl.rencana.kolom import HANYA_TAHUN, SAMPAI_TAHUN, SAMPAI_TW, petakan_kolom
from lkjip_xl.rencana.kolom_lain import KEPALA_ASING, tanpa_tahunnya
from lkjip_xl.rencana.menurut_judul import bawaan_judul
from lkjip_xl.rencana.model import TAK_DIKENAL, Peran, PetaKolom, PetaTabel, Yakin
from lkjip_xl.rencana.nilai_lembar import UNGGUL, nilai_lembar
from lkjip_xl.rencana.pendukung import PENUNJANG, RUMAH, kolom_pendukung
from lkjip_xl.rencana.preset import dipakai, petakan_preset
from lkjip_xl.rencana.profil import Profil, profil
from lkjip_xl.rencana.sekunci import kata_setriwulan, sekunci
from lkjip_xl.skema.model import SkemaLembar
from lkjip_xl.skema.preset import Preset
from lkjip_xl.sumber.model import KolomAsing, TabelAsing
from lkjip_xl.tabel.model import BukuKerja
from lkjip_xl.tabel.per_buku import per_buku
from lkjip_xl.tabel.triwulan import ID_TRIWULAN, TW

CUKUP, DIKENAL = 42.0, 55.0
KENAL_PRESET = 8.0
UMUM = frozenset({"penjelasan", "alasan"})  # headers that say something of the row, whatever the table is about
KATEGORI = "kategori"
CATATAN = TAK_BERSAMA - {"kode"}
MILIK_SIAPA = (
    "angka daerah itu dapat milik instansi ini sendiri; isi Kabupaten / Kota di Pengaturan, dengan kata Kabupaten, Kota, atau"
    " Provinsi di depannya"
)
BUKAN_MILIK = "indikator di kiri programnya: yang didukung, bukan indikator program itu"
PROGRAM_SAJA = "barisnya program atau kegiatan; indikatornya bukan indikator sasaran"
TANYA = (SAMPAI_TAHUN, SAMPAI_TW, HANYA_TAHUN, MILIK_SIAPA)


def petakan(
    buku: BukuKerja, tabel: TabelAsing, nomor: int, paksa: str = "", preset: Collection[Preset] = ()
) -> PetaTabel:
    """The table with the sheet it fits best; `paksa`: the sheet the user named; preset: tables of other systems that are known."""
    lihat = {k.nomor: profil(tabel, k.nomor) for k in tabel.kolom}
    semua = {
        s.id: _coba(buku, tabel, s, nomor, lihat, [p for p in preset if p.lembar == s.id])
        for s in buku.skema.lembar.values()
        if s.susunan == "tabel" and s.id not in LEWAT and buku[s.id].ada and paksa in ("", s.id)
    }
    menurut_bagian(buku.skema, tabel, semua, KENAL_PRESET, UNGGUL)
    urut = sorted(semua.values(), key=lambda p: -p.skor)
    if not urut:
        return PetaTabel(nomor, tabel)
    terbaik = urut[0]
    kedua = next((p.skor for p in urut[1:] if _letak(p) != _letak(terbaik)), 0.0)  # same places: the same either way
    dikenal = terbaik.skor >= DIKENAL or (terbaik.skor > 0 and dikenal_isi(buku, terbaik))
    if terbaik.skor < CUKUP and not (paksa or (dikenal and terbaik.skor - kedua >= UNGGUL)):
        if alasan := _tahun_lain(buku, tabel, nomor, preset):
            return PetaTabel(nomor, tabel, kolom=_tanpa(terbaik, alasan), alasan=alasan)
        dekat = terbaik.lembar if terbaik.skor > 0 else ""
        return PetaTabel(nomor, tabel, kolom=_tanpa(terbaik, TAK_DIKENAL), dekat=dekat)
    pasti = paksa or (dikenal and terbaik.skor - kedua >= UNGGUL)
    terbaik.yakin = Yakin.PASTI if pasti else Yakin.RAGU
    if berindikator(buku.skema.lembar[terbaik.lembar]) and terbaik.lembar != PENUNJANG and baris_program(terbaik):
        terbaik.yakin, terbaik.alasan = Yakin.RAGU, PROGRAM_SAJA
    ragukan(buku, terbaik, lihat)
    sekunci(terbaik)
    kata_setriwulan(buku, terbaik)
    bawaan_judul(buku, terbaik)
    return terbaik


def _letak(p: PetaTabel) -> set[tuple[int, str, str]]:
    """The places its columns go to, remarks on the row apart."""
    return {
        (n, k.lembar, k.kolom) for n, k in p.kolom.items()
        if k.yakin is not Yakin.TIDAK and k.peran is not Peran.NOMOR and k.kolom not in CATATAN
    }  # fmt: skip


def _tanpa(p: PetaTabel, alasan: str) -> dict[int, PetaKolom]:
    return {n: PetaKolom(n, k.judul, alasan=alasan) for n, k in p.kolom.items()}


def _tahun_lain(buku: BukuKerja, tabel: TabelAsing, nomor: int, preset: Collection[Preset]) -> str:
    """Why a table has no place that would be known for certain, were it of the report's year; "" for any other."""
    tahun, laporan = tahun_tabel(tabel, buku.setelan), buku.setelan.get("TahunLaporan")
    if tahun is None or not isinstance(laporan, float) or tahun == laporan:
        return ""
    andai = petakan(buku, tanpa_tahunnya(tabel), nomor, preset=preset)
    return f"tabel tahun {tahun}, buku ini tahun {laporan:.0f}" if andai.yakin is Yakin.PASTI else ""


@per_buku
def _calon(buku: BukuKerja, id_lembar: str) -> tuple[Calon, ...]:
    """The columns a table that is this sheet may have: the same for every table that is tried."""
    return tuple(calon_kolom(buku.skema, buku.skema.lembar[id_lembar], buku.setelan))


def _coba(
    buku: BukuKerja, tabel: TabelAsing, s: SkemaLembar, nomor: int, lihat: dict[int, Profil], preset: Collection[Preset]
) -> PetaTabel:
    """How the table looks as a sheet: columns and a score, 0 where it cannot be that sheet."""
    calon = _calon(buku, s.id)
    if s.id == PEMBANDING:  # whose figures a column holds its header may say
        calon = (*calon_pembanding(buku.skema, buku.setelan, tabel), *calon)
    kolom = petakan_kolom(tabel, calon, buku.setelan, tabel.judul, lihat)
    if s.id == PEMBANDING:
        kolom = _milik_sendiri(kolom)
    kolom = _tambah_bersama(buku, tabel, s, calon, kolom, lihat)
    if s.id in RUMAH.values() and s.id != PENUNJANG and kiri_program(PetaTabel(nomor, tabel, s.id, kolom=kolom)):
        kolom = {n: replace(_lepas(k), alasan=BUKAN_MILIK) if k.kolom == INDIKATOR else k for n, k in kolom.items()}
    if (rumah := RUMAH.get(s.id)) and buku[rumah].ada:
        kolom |= kolom_pendukung(tabel, rumah, _calon(buku, rumah), buku.setelan, kolom, lihat)
    p = PetaTabel(nomor, tabel, s.id, kolom=kolom)
    p.skor = nilai_lembar(buku, s, p)
    for x in preset:
        milik = petakan_preset(buku.skema, x, tabel, buku.setelan)
        if milik is None:
            continue
        isi = {n: kolom[n] if k.kolom == "nama" and kolom[n].peran is Peran.LEVEL else k
               for n, k in milik.items() if dipakai(buku.skema, k)}  # fmt: skip
        dapat = {(k.lembar, k.kolom, k.level, k.kunci) for k in isi.values() if k.lembar}
        sisa = {n: k for n, k in kolom.items() if (k.lembar, k.kolom, k.level, k.kunci) not in dapat}
        q = PetaTabel(nomor, tabel, s.id, kolom={n: isi.get(n) or sisa.get(n) or _lepas(k) for n, k in kolom.items()})
        q.skor = nilai_lembar(buku, s, q) + KENAL_PRESET + max(0.0, kata_caption(x.kenal, tabel.judul) - kata_caption(s.kenal, tabel.judul))  # fmt: skip
        p = max(p, q, key=lambda y: y.skor)
    return p


def _milik_sendiri(kolom: dict[int, PetaKolom]) -> dict[int, PetaKolom]:
    """Where no column says whose a row is, a target that names nobody is the agency's own, not that of another."""
    if any(k.kolom in ("jenis", "nama") for k in kolom.values()):
        return kolom
    return {
        n: _lepas(k) if (k.lembar, k.kolom) == (PEMBANDING, "target") and not k.kunci else k for n, k in kolom.items()
    }


def _lepas(k: PetaKolom) -> PetaKolom:
    return PetaKolom(k.nomor, k.judul, alasan="kolom lain tabel ini sudah berisi itu")


def _tambah_bersama(
    buku: BukuKerja,
    tabel: TabelAsing,
    s: SkemaLembar,
    calon: Sequence[Calon],
    kolom: dict[int, PetaKolom],
    lihat: dict[int, Profil],
) -> dict[int, PetaKolom]:
    """What is left over may belong to another sheet about the same indicators: figures of other years, the target."""
    if s.id not in BERSAMA and not any(c.peran is Peran.SASARAN for c in calon):
        return kolom
    dapat = [(k.lembar, k.kolom) for k in kolom.values() if k.yakin is Yakin.PASTI]
    sisa = [k for k in tabel.kolom if k.jalur and bersih(k.jalur[-1]) not in UMUM]
    sisa = [k for k in sisa if (x := kolom[k.nomor]).yakin is Yakin.TIDAK or (x.yakin is Yakin.RAGU and (x.lembar, x.kolom) in dapat)]  # fmt: skip
    if not sisa:
        return kolom
    bagian = TabelAsing(tabel.judul, tuple(sisa), tabel.baris, tabel.kisi, tabel.kaki)
    rumah = BERSAMA if s.id == ID_TRIWULAN else (*BERSAMA, ANALISIS)  # causes of a quarter are no analysis of the year
    lain = [c for i in rumah if i != s.id and buku[i].ada for c in _calon(buku, i)
            if c.lembar == i and c.kolom.nama not in TAK_BERSAMA and c.kolom.nama not in buku.skema.lembar[i].kunci]  # fmt: skip
    if s.id == ID_TRIWULAN:
        lain = [c for c in lain if c.kolom.nama != KATEGORI]  # of what was reached in the quarter
    lain += calon_pembanding(buku.skema, buku.setelan, tabel) if buku[PEMBANDING].ada else ()
    lain += calon_tw(buku.skema, buku.setelan, tabel) if s.id != ID_TRIWULAN and buku[ID_TRIWULAN].ada else ()
    lain = [
        c
        for c in lain
        if c.lembar != "pk" or c.kolom.nama in TW or c.kunci or s.id not in ("pengukuran", "riwayat", "renstra")
    ]
    lengkap = {("pengukuran", "target"), ("pengukuran", "realisasi")} <= {*dapat}
    tambah = petakan_kolom(bagian, lain, buku.setelan, "" if lengkap else tabel.judul, lihat)
    if s.id == "iku" and _bertahun_banyak(sisa, buku):
        lain = [c for c in lain if c.lembar == "renstra"]
        tambah |= {n: k for n, k in petakan_kolom(bagian, lain, buku.setelan, tabel.judul, lihat).items() if k.lembar}
    if not daerah(buku.setelan).level:
        tambah = {n: _tanya_milik(k) for n, k in tambah.items()}
    tentu = {n: k for n, k in tambah.items() if k.lembar and (k.yakin is Yakin.PASTI or k.alasan in TANYA)
             and not (k.alasan == SAMPAI_TW and any(k.kolom == x for _, x in dapat))
             and (lengkap or k.alasan != HANYA_TAHUN)}  # fmt: skip
    sebab = {n: k for n, k in tambah.items() if not k.lembar and kolom[n].alasan == KEPALA_ASING}
    return kolom | sebab | tentu


def _bertahun_banyak(sisa: Sequence[KolomAsing], buku: BukuKerja) -> bool:
    """Are there targets of several years, that of the report among them: those of the Renstra?"""
    tahun = {tahun_kepala(k.judul, buku.setelan) for k in sisa if "target" in kunci_judul(k.judul).split()}
    return len(tahun) > 1 and buku.setelan.get("TahunLaporan") in tahun


def _tanya_milik(k: PetaKolom) -> PetaKolom:
    """Figures of a region are another's or the agency's own: where the settings do not say whose it is, that is asked."""
    daerah_tertentu = any(("jenis", x) in k.kunci for x in (PROVINSI, DAERAH_LAIN))
    return replace(k, yakin=Yakin.RAGU, alasan=MILIK_SIAPA) if k.yakin is Yakin.PASTI and daerah_tertentu else k
