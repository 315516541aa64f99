"""What the rows and columns of a foreign table hold, as far as it tells which sheet the table is or is not."""

from __future__ import annotations

from collections.abc import Collection

from lkjip_xl.bentuk.waktu_kepala import triwulan
from lkjip_xl.inti.kunci import kunci_judul
from lkjip_xl.inti.periode import TAHUN_DISEBUT
from lkjip_xl.padan.nama import nama_setara
from lkjip_xl.padan.ragam_kepala import pokok_kepala
from lkjip_xl.rencana.calon import INDIKATOR, PENAMA, bersih
from lkjip_xl.rencana.model import Peran, PetaTabel, Yakin
from lkjip_xl.sumber.model import TabelAsing
from lkjip_xl.sumber.satuan_kepala import RUPIAH

_ORANG_LAIN = frozenset(
    [
        "penduduk",
        "siswa",
        "murid",
        "santri",
        "mahasiswa",
        "pasien",
        "pengunjung",
        "wisatawan",
        "peserta",
        "pelanggan",
        "responden",
        "korban",
        "pencari",
        "penganggur",
        "warga",
        "masyarakat",
        "balita",
        "bayi",
        "lansia",
        "petani",
        "nelayan",
    ]
)
"""People a caption counts who are no staff."""
_PEGAWAI = frozenset(
    {"pegawai", "kepegawaian", "asn", "pns", "pppk", "sdm", "aparatur", "personil", "karyawan", "tenaga"}
)
KEPALA_TW = frozenset({"tw", "triwulan", "tribulan", "periode"})


def berjenis(t: TabelAsing) -> bool:
    """Does a column of kinds of indicators stand beside that of the indicators ("Indikator | Tolok Ukur Kinerja")?"""
    ukur = [k for k in t.kolom if "tolok ukur" in kunci_judul(k.judul)]
    return bool(ukur) and any(k.jalur and pokok_kepala(k.jalur[-1]) == INDIKATOR for k in t.kolom if k not in ukur)


def baris_program(p: PetaTabel) -> bool:
    """Are the rows programmes left of indicators of theirs: with their money, or each with a name of its own?"""
    n = min((k.nomor for k in p.kolom.values() if (k.lembar, k.kolom) == (INDIKATOR, INDIKATOR)), default=0)
    sisa = [k for k in p.tabel.kolom if p.kolom[k.nomor].yakin is Yakin.TIDAK and k.jalur]
    kiri = [k for k in sisa if k.nomor < n and {"program", "kegiatan"} & set(pokok_kepala(k.jalur[-1]).split())]
    beruang = any(k.satuan == RUPIAH or k.pengali != 1 for k in sisa)
    sendiri = any(_bernama_sendiri(p.tabel, k.nomor, n) for k in kiri)
    return bool(kiri) and (beruang or sendiri) and not p.berperan(Peran.SASARAN)


def _bernama_sendiri(t: TabelAsing, kiri: int, nama: int) -> bool:
    """Does every row with an indicator name another programme, with figures beside it?"""
    data = [b for b in t.data() if nama in b.sel]
    isi = [nama_setara(s.teks) for b in data if (s := b.sel.get(kiri)) is not None]
    return len(data) > 1 and len(isi) == len(data) == len(set(isi))


def berkolom_tahun(t: TabelAsing) -> bool:
    """Does a column say of every row which of several years it is of?"""
    for k in t.kolom:
        if k.jalur and kunci_judul(k.jalur[-1]) == "tahun":
            isi = [
                TAHUN_DISEBUT.fullmatch(kunci_judul(s.teks)) for b in t.data() if (s := b.sel.get(k.nomor)) is not None
            ]
            if len({m[0] for m in isi if m}) > 1 and all(isi):
                return True
    return False


def berkolom_tw(t: TabelAsing) -> bool:
    """Does a column say of every row which quarter it is of ("TW": I, II, III, IV)?"""
    for k in t.kolom:
        if k.jalur and bersih(k.jalur[-1]) in KEPALA_TW:
            isi = {
                triwulan(f"TW {s.teks}") or triwulan(s.teks) for b in t.data() if (s := b.sel.get(k.nomor)) is not None
            }
            if len(isi) > 1 and "" not in isi:
                return True
    return False


def bersasaran(p: PetaTabel) -> bool:
    """Does the column taken for the names of programmes call itself one of sasaran ("Sasaran Kegiatan")?"""
    nama = [k for k in p.tabel.kolom if (x := p.kolom[k.nomor]).lembar == p.lembar and x.kolom == "nama" and k.jalur]
    return bool(nama) and all(pokok_kepala(k.jalur[-1]) == "sasaran" for k in nama)


def berhasil(t: TabelAsing) -> bool:
    """Does a column of a table hold what was realised?"""
    return any("realisasi" in kunci_judul(x).split() for k in t.kolom for x in k.jalur)


def kiri_program(p: PetaTabel) -> bool:
    """Does the column of indicators stand left of that which names programmes: what these support?"""
    nama = min((n for n, k in p.kolom.items() if (k.lembar, k.kolom) == (p.lembar, "nama")), default=0)
    kiri = [n for n, k in p.kolom.items() if k.kolom == INDIKATOR and k.yakin is Yakin.PASTI]
    return bool(kiri) and max(kiri) < nama


def target_saja(caption: str) -> bool:
    """Does a caption announce targets, and no results?"""
    kata = set(kunci_judul(caption).split())
    return "target" in kata and not kata & {"realisasi", "capaian", "pengukuran"}


def berprogram(p: PetaTabel) -> bool:
    """Do rows call themselves programmes, beside what kinds of spending would be?"""
    nama = next((k.nomor for k in p.kolom.values() if k.lembar == p.lembar and k.kolom in PENAMA), 0)
    return any(kunci_judul(s.teks).startswith("program ") for b in p.tabel.data() if (s := b.sel.get(nama)) is not None)


def bernama_program(p: PetaTabel) -> bool:
    """Is the header of the names one of programmes or kegiatan, whose rows alone can tell that they are kinds of spending?"""
    nama = {k.nomor for k in p.kolom.values() if k.lembar == p.lembar and k.kolom in PENAMA}
    kata = {x for k in p.tabel.kolom if k.nomor in nama and k.jalur for x in pokok_kepala(k.jalur[-1]).split()}
    return bool(kata & {"program", "kegiatan"})


def jenis_belanja(p: PetaTabel) -> bool:
    """Do most rows name a kind of spending?"""
    nama = next((k.nomor for k in p.kolom.values() if k.lembar == p.lembar and k.kolom in PENAMA), 0)
    isi = [kunci_judul(s.teks) for b in p.tabel.data() if (s := b.sel.get(nama)) is not None]
    return 2 * sum(x.startswith("belanja ") for x in isi) > len(isi)


def orang_lain(t: TabelAsing) -> bool:
    """Does the caption say that people are counted who are no staff ("Jumlah Penduduk menurut Kelompok Umur")?"""
    kata = set(kunci_judul(t.judul).split())
    return bool(kata & _ORANG_LAIN) and not kata & _PEGAWAI


def kata_caption(kenal: Collection[str], caption: str) -> float:
    """Points for the longest of the words that the caption holds; a longer phrase says more."""
    rapi = f" {kunci_judul(caption)} "
    ada = [k for k in kenal if f" {kunci_judul(k)} " in rapi]
    return 22.0 + 2.5 * min(max(len(kunci_judul(k).split()) for k in ada), 5) if ada else 0.0
