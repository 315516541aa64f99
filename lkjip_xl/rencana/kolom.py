"""Which column of a table is which of a sheet's: by header, year, unit and what kind of thing stands below it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from lkjip_xl.bentuk.waktu_kepala import (
    sampai_akhir,
    sebagian_tahun,
    tanpa_sampai,
    tanpa_triwulan,
    triwulan,
    triwulan_kepala,
)
from lkjip_xl.inti.kemiripan import PANJANG_MAKS
from lkjip_xl.inti.kunci import kunci_satuan, kunci_teks
from lkjip_xl.padan.ragam_kepala import sesudah_ubah
from lkjip_xl.padan.tahun import tahun_tabel
from lkjip_xl.rencana.calon import ANALISIS, BERSAMA, HAFALAN, PEMBANDING, Calon, Kepala, kepala
from lkjip_xl.rencana.daerah import tanpa_singkatan
from lkjip_xl.rencana.kolom_khusus import kolom_khusus
from lkjip_xl.rencana.kolom_lain import kolom_lain
from lkjip_xl.rencana.kolom_samping import BEDA, berbagian, berbesaran, berpersen, di_bawah_uang
from lkjip_xl.rencana.model import PetaKolom, Yakin
from lkjip_xl.rencana.profil import Profil
from lkjip_xl.sumber.model import KolomAsing, TabelAsing
from lkjip_xl.tabel.ketik import berbentuk_lain
from lkjip_xl.tabel.model import ANGKA, Nilai
from lkjip_xl.tabel.triwulan import ID_TRIWULAN, TW

FISIK, KEUANGAN, KATEGORI = "fisik", "keuangan", "kategori"
CATATAN, _LEBIH_KURANG = frozenset({"catatan", "keterangan"}), re.compile(r"[+]\s*/\s*[-–]|[-–]\s*/\s*[+]")
SAMA, MIRIP, RAGU = 100.0, 84.0, 72.0
BESAR, KECIL = 1e5, 1e3
BERKOLOM_TW = frozenset({"pengukuran", "pk", "riwayat", "renstra"})  # quarters have columns of their own beside these
TRIWULANAN = BERKOLOM_TW | {ID_TRIWULAN, "iku", "rencana_aksi"}
LAIN_TW = {
    "pengukuran": frozenset({"target", "capaian"}),
    "pk": frozenset({"realisasi", "capaian"}),
}  # no quarters of that sheet
BUKAN_SENDIRI = 3.0  # a column of the quarter itself comes before one of the year up to it
SEBAGIAN = 12.0  # nor one of a part of the year before that of the year
HASIL = ("realisasi", "fisik", "serapan", "capaian")
SAMPAI_TW = "angka sampai dengan triwulan itu; ya = Cara catat TW kumulatif"
HANYA_TAHUN = "kepalanya hanya tahun"
SAMPAI_TAHUN = "angka sampai dengan tahun itu, bukan angka tahun itu sendiri"
BERNAMA = frozenset({"nama", "indikator"})
SASARAN_LAYANAN = frozenset(
    {"satuan", "sasaran"}
)  # who is served, counted: neither a unit of the indicator nor a sasaran
VOLUME = frozenset({"volume", "satuan_volume"})
DASAR = frozenset({"nilai_dasar", "baseline"})  # figures of the year a plan starts from, whichever their header names
RENCANA = frozenset({"rpjmd", "renstra", "rpjmn"})
AKHIR = frozenset({"target_akhir", "rp_akhir"})  # and of the one it ends with


def cocok(
    k: KolomAsing, h: Kepala, p: Profil, c: Calon, laporan: int | None, peran: frozenset[str], tahun: int | None = None,
    akhir: int | None = None,
) -> float:  # fmt: skip
    """How well a foreign column fits one of ours, 0 = not at all; 100 and more = one of its own names.

    tahun: the year the caption says, where it is another one than the report's; akhir: the last one of the Renstra.
    """
    nama, angka = c.kolom.nama, c.kolom.tipe in ANGKA
    milik = h.tahun
    if milik is None and (angka or nama == KATEGORI) and (c.tahun is not None or c.tahunan is not None):
        milik = tahun
    if h.sampai and milik == akhir and "target" in h.kata and h.kata & RENCANA:  # its end, not that year's own
        return SAMA + _kelayakan(k, p, c, bernama=True) if nama == "target_akhir" else 0.0
    if nama in DASAR or (nama in AKHIR and milik == akhir and c.tahun is None):
        milik = None
    if milik != c.tahun if c.tahun is not None else milik not in (None, laporan, c.tahunan):
        return 0.0
    if c.tanpa_tahun and h.tahun is not None:
        return 0.0
    if angka and (h.lain and not c.kunci if c.lembar == PEMBANDING else h.berwilayah):
        return 0.0
    if nama in CATATAN and _LEBIH_KURANG.search(k.judul):
        return 0.0  # a difference is no remark
    if angka and (beda := h.kata & BEDA) and not any(beda & {*x.split()} for x in c.sebutan | c.utuh):
        return 0.0  # how much more or less it is than another figure
    if angka and FISIK in h.kata and KEUANGAN not in h.kata and FISIK not in {nama, kunci_teks(c.kolom.kelompok)}:
        return 0.0  # how much of the work is done is neither performance nor money
    # III and IV are alike by letters
    if nama in TW and h.kata & ((TW.keys() - {nama}) | LAIN_TW.get(c.lembar, frozenset())):
        return 0.0
    if nama in TW and "%" in h.kata and h.kata.isdisjoint({"target", "realisasi"}):
        return 0.0  # what share of the target was reached stands beside both
    if (
        h.bertw
        and not nama.startswith("tw")
        and c.lembar in BERKOLOM_TW
        and not (nama == "realisasi" and sampai_akhir(k.jalur))
    ):
        return 0.0  # figures of a quarter, not of the year
    if h.bertw and c.lembar == ANALISIS:
        return 0.0  # causes of a quarter are no analysis of the year
    if h.bertw and nama == "tw":
        return 0.0
    if nama in VOLUME and FISIK not in h.kata and not h.kata.isdisjoint({"target", "realisasi"}):
        return 0.0  # the word for how much below either of them
    if c.kolom.tipe == "persen" and "volume" in h.kata and h.kata.isdisjoint({"%", "persen", "persentase"}):
        return 0.0  # a quantity of work
    if h.kata == SASARAN_LAYANAN:
        return 0.0
    if not h.bagian and not peran:
        return _hanya_tahun(c)
    skor = _sebutan(h.bagian or tuple(sorted(peran)), h.pokok, c.sebutan, c.utuh, c.pokok)
    return 0.0 if skor < RAGU else max(0.0, skor + _kelayakan(k, p, c, bernama=skor >= SAMA))


def _hanya_tahun(c: Calon) -> float:
    """A header that is only a year says no more than that: what stands below may be results, or targets."""
    return next(
        (RAGU + n for n, kata in ((2, "realisasi"), (1, "target")) if c.tahun is not None and kata in c.sebutan), 0.0
    )


@lru_cache(HAFALAN)
def _sebutan(
    bagian: tuple[str, ...], pokok: tuple[str, ...], sebutan: frozenset[str], utuh: frozenset[str], inti: frozenset[str]
) -> float:
    """How well a header fits the names of a column alone: the same columns are tried for sheet after sheet."""
    skor = max((_skor(b, i, sebutan, utuh) for i, b in enumerate(bagian)), default=0.0)
    if skor < SAMA:
        skor = max([skor, *(SAMA - 3 - min(i, 2) for i, b in enumerate(pokok) if b in inti)])
    return skor


def _skor(teks: str, urutan: int, sebutan: frozenset[str], utuh: frozenset[str]) -> float:
    if teks in utuh:
        return SAMA + 4
    if teks in sebutan:
        return SAMA + 2 - min(urutan, 2)
    return min(_mirip(teks[:PANJANG_MAKS], sebutan, utuh), 99.0) * 0.92 - urutan


@lru_cache(HAFALAN)
def _mirip(teks: str, sebutan: frozenset[str], utuh: frozenset[str]) -> float:
    """How like one of the names the text is: table after table has the same headers."""
    from rapidfuzz import fuzz

    return max((fuzz.token_sort_ratio(teks, s) for s in sebutan | utuh), default=0.0)


def _kelayakan(k: KolomAsing, p: Profil, c: Calon, *, bernama: bool) -> float:
    """Added for what the cells and the unit of the header say, -100 where they forbid it; bernama: the header is its very name."""
    tipe = c.kolom.tipe
    if c.kolom.nama == "capaian" and c.lembar in BERSAMA and di_bawah_uang(k.jalur):
        return -100.0  # what share of the money was spent
    rp, persen = kunci_satuan(k.satuan) == kunci_satuan("Rp"), kunci_satuan(k.satuan) == "%"
    if tipe not in ANGKA:
        if c.kolom.nama.startswith("satuan"):
            return 0.0
        panjang = len("Triwulan III") if c.kolom.nama == "tw" else 2 * max(map(len, c.kolom.pilihan), default=0)
        if c.kolom.pilihan and p.panjang > panjang:
            return -100.0  # sentences are no choice
        if c.kolom.nama in BERNAMA and p.n and not p.huruf:
            return -100.0  # one figure alone is no name, either
        angka = p.n > 1 and p.angka >= 0.9 and tipe == "teks" and not p.persen
        return -100.0 if angka or (tipe == "teks" and not p.huruf and not bernama) else 0.0
    layak = p.angka + (p.bentuk if berbentuk_lain(c.kolom) else 0)
    if p.n and layak < 0.5:
        return -100.0
    if tipe == "cacah" and (persen or p.persen > 0.5 or berbagian(k.judul)):
        return -100.0  # what share of them it is
    if tipe == "rupiah":
        if persen or p.persen > 0.5:
            return -100.0
        return 3.0 if rp or k.pengali != 1 else 2.0 if p.besar >= BESAR else -30.0 if p.n and p.besar < KECIL else 0.0
    if rp or berbesaran(k) or (p.besar >= BESAR and tipe == "persen"):
        return -100.0 if tipe == "persen" or rp else -20.0
    return -20.0 if p.besar >= 1e7 else 1.0 if tipe == "persen" and persen else 0.0


def petakan_kolom(
    tabel: TabelAsing,
    calon: Sequence[Calon],
    setelan: Mapping[str, Nilai],
    caption: str,
    profil_kolom: Mapping[int, Profil],
) -> dict[int, PetaKolom]:
    """Every column of a table with what it was taken for; best pairs first, each side once."""
    laporan = setelan.get("TahunLaporan")
    tahun = int(laporan) if isinstance(laporan, float) else None
    peran = _peran_caption(caption)
    khusus = kolom_khusus(tabel, calon)
    lain = tahun_tabel(tabel, setelan)
    lain = None if lain == tahun else lain
    satu = triwulan_kepala(tabel)  # the quarter all of the table is of
    kini = satu or triwulan(caption)
    akhir = setelan.get("TahunRenstraAkhir")
    akhir = int(akhir) if isinstance(akhir, float) else None
    skor: dict[tuple[int, int], float] = {}
    berwilayah = any(kepala(k.jalur, setelan).berwilayah for k in tabel.kolom)
    bertw = any(triwulan(k.judul) not in ("", "IV") for k in tabel.kolom)  # beside others the last quarter is one, too
    for k in tabel.kolom:
        if k.nomor in khusus:
            continue
        h = kepala(tanpa_singkatan(k.jalur) if berwilayah else k.jalur, setelan)
        if not h.bagian and h.tahun is None:
            continue
        sampai = tanpa_sampai(k.jalur)
        h_tw = h if sampai is None else kepala(sampai, setelan)
        h_lain = h if sampai is None else kepala(tanpa_triwulan(sampai), setelan)  # of sheets that know no quarters
        milik = triwulan(" ".join(k.jalur))
        jalur = tanpa_triwulan(k.jalur if sampai is None else sampai)
        h_kini = kepala(jalur, setelan) if milik and milik == (kini if sampai is None else satu) else h
        for i, c in enumerate(calon):
            tw = sampai is not None and (c.kolom.nama in TW or (c.lembar == ID_TRIWULAN and c.kolom.nama == "capaian"))
            milik_tw = h_kini if c.lembar == ID_TRIWULAN and not c.kunci else h if c.lembar in TRIWULANAN else h_lain
            setahun = c.kolom.nama == "realisasi" and c.lembar in BERKOLOM_TW and sampai_akhir(k.jalur)
            hc, p = h_tw if tw else h_lain if setahun else milik_tw, profil_kolom[k.nomor]
            kurang = BUKAN_SENDIRI if tw else 2 * BUKAN_SENDIRI if setahun and bertw else 0
            kurang += SEBAGIAN if c.lembar != ID_TRIWULAN and _sebagian(k, c) else 0
            s = cocok(k, hc, p, c, tahun, peran, lain, akhir) - kurang
            if s >= RAGU:
                skor[(k.nomor, i)] = s
    _tukar_capaian(tabel, calon, skor)
    hasil = _tugaskan(tabel, calon, skor, setelan, peran) | khusus
    tutup = {k.nomor for k in tabel.kolom if lain and k.nomor not in hasil and any(
        cocok(k, kepala(k.jalur, setelan), profil_kolom[k.nomor], c, tahun, peran) >= RAGU for c in calon)}  # fmt: skip
    return {
        k.nomor: hasil.get(k.nomor) or kolom_lain(k, tahun, setelan, lain if k.nomor in tutup else None)
        for k in tabel.kolom
    }


def _sebagian(k: KolomAsing, c: Calon) -> bool:
    """Does a header say a part of the year, where ours is of the whole of it?"""
    return c.kolom.nama.startswith(HASIL) and bool(sebagian_tahun(k.judul))


def _tukar_capaian(tabel: TabelAsing, calon: Sequence[Calon], skor: dict[tuple[int, int], float]) -> None:
    """Where no column is called realisasi and a share of the target stands beside "Capaian 2024", that is what was realised."""
    i = next((i for i, c in enumerate(calon) if c.kolom.nama == "realisasi" and c.tahun is None and not c.kunci), None)
    j = next((j for j, c in enumerate(calon) if c.kolom.nama == "capaian" and c.tahun is None), None)
    if i is None or j is None or any(k == i for _, k in skor):
        return
    capaian = [k for k in tabel.kolom if (k.nomor, j) in skor]
    bagian = [k for k in capaian if berpersen(" ".join(k.jalur)) or kunci_satuan(k.satuan) == "%"]
    polos = [k for k in capaian if k not in bagian and not sebagian_tahun(k.judul)]
    if len(polos) == 1 and bagian:
        skor[polos[0].nomor, i] = skor.pop((polos[0].nomor, j))


def _tugaskan(
    tabel: TabelAsing,
    calon: Sequence[Calon],
    skor: Mapping[tuple[int, int], float],
    setelan: Mapping[str, Nilai],
    peran: frozenset[str],
) -> dict[int, PetaKolom]:
    kolom = {k.nomor: k for k in tabel.kolom}
    hasil: dict[int, PetaKolom] = {}
    dapat: dict[int, int] = {}
    for nomor, i in sorted(
        skor, key=lambda x: (-skor[x], not sesudah_ubah(kolom[x[0]].judul), not sampai_akhir(kolom[x[0]].jalur), x)
    ):
        k, c, s = kolom[nomor], calon[i], skor[(nomor, i)]
        if nomor in hasil:
            continue
        if i in dapat:
            bebas = {x.kolom.nama for j, x in enumerate(calon) if skor.get((nomor, j), 0) >= RAGU and j not in dapat}
            setahun = "realisasi" in bebas and sampai_akhir(k.jalur)
            if c.lembar != ID_TRIWULAN and not c.kunci and _sebagian(k, c):
                alasan = f'angka sampai {sebagian_tahun(k.judul)}; yang setahun ada di kolom "{kolom[dapat[i]].judul}"'
                hasil[nomor] = PetaKolom(nomor, k.judul, alasan=alasan)
            elif tanpa_sampai(k.jalur) is not None and c.kolom.nama in TW and not setahun:
                alasan = "jumlah sampai triwulan itu; kolom triwulannya sendiri sudah ada"
                hasil[nomor] = PetaKolom(nomor, k.judul, alasan=alasan)
            elif s >= SAMA - 6 and not bebas:
                alasan = f'kepalanya sama dengan kolom "{kolom[dapat[i]].judul}"'
                hasil[nomor] = PetaKolom(
                    nomor, k.judul, c.lembar, c.kolom.nama, Yakin.RAGU, alasan, c.peran, pengali=k.pengali
                )
            continue
        h = kepala(k.jalur, setelan)
        berjalan = (
            c.lembar == ID_TRIWULAN and tanpa_sampai(k.jalur) is not None
        )  # all of the table is up to one quarter
        sampai = c.kolom.nama in TW and tanpa_sampai(k.jalur) is not None
        disebut = "kumulatif" in kunci_teks(k.judul).split()  # said, no guess
        alasan = (
            SAMPAI_TW
            if sampai and not disebut
            else SAMPAI_TAHUN
            if h.sampai and not sampai and c.kolom.nama not in AKHIR
            else ""
            if h.bagian or peran
            else HANYA_TAHUN
        )
        alasan = alasan or ("" if s >= MIRIP else "kepalanya hanya mirip")
        yakin = Yakin.RAGU if alasan else Yakin.PASTI
        hasil[nomor] = PetaKolom(nomor, k.judul, c.lembar, c.kolom.nama, yakin, alasan, c.peran, pengali=k.pengali,
                                 kunci=c.kunci, kumulatif=sampai or berjalan)  # fmt: skip
        dapat[i] = nomor
    return hasil


def _peran_caption(caption: str) -> frozenset[str]:
    """What figures under a header that is only a year are, where the caption says it."""
    kata = set(kunci_teks(caption).split())
    return (
        frozenset(kata & {"target", "realisasi", "capaian"})
        if len(kata & {"target", "realisasi", "capaian"}) == 1
        else frozenset()
    )
