"""Columns of a recognised table that are yet to be doubted: parts of a year, other years, a capaian that may be a result."""

from __future__ import annotations

import re
from dataclasses import replace

from lkjip_xl.bentuk.daerah_kolom import kolom_daerah
from lkjip_xl.bentuk.jenjang_baris import kepala_berjenjang
from lkjip_xl.bentuk.tahun_baris import tahun_satu, tentang_tahun_lain
from lkjip_xl.bentuk.triwulan_baris import kuartal, tahun_disebut
from lkjip_xl.bentuk.waktu_kepala import sampai_bulan_ini, sebagian_tahun, setahun_penuh, triwulan
from lkjip_xl.inti.jumlah import jenis_jumlah
from lkjip_xl.inti.kunci import kunci_judul
from lkjip_xl.inti.periode import periode_renstra
from lkjip_xl.padan.tahun import tahun_kepala, tahun_tabel
from lkjip_xl.rencana.besar_uang import UANG_KECIL, ragukan_besar
from lkjip_xl.rencana.calon import BERSAMA, PENAMA, TAK_BERSAMA
from lkjip_xl.rencana.capaian_saja import capaian_saja
from lkjip_xl.rencana.daerah import daerah, daerah_lain, jalur_sendiri
from lkjip_xl.rencana.model import PetaKolom, PetaTabel, Yakin
from lkjip_xl.rencana.profil import Profil
from lkjip_xl.rencana.renstra_program import ragukan_uang
from lkjip_xl.rencana.tahun_renstra import target_laporan
from lkjip_xl.tabel.model import ANGKA, BukuKerja
from lkjip_xl.tabel.triwulan import ID_TRIWULAN, TW

CAPAIAN = "capaian"
PAGU, _UANG = "pagu", frozenset({"anggaran", "pagu"})
SETAHUN = ("realisasi", "fisik")  # how the names of columns with results of a year begin
TURUNAN = ("serapan", "capaian", "efisiensi")  # and of those the workbook computes from them
NILAI_DASAR, DASAR_MAKS = "nilai_dasar", 2
RIWAYAT, _WAKTU = "riwayat", re.compile(r"\b(?:triwulan|tw|periode)\b")
PEMBANDING = "pembanding"
PEGAWAI, KELAMIN, BAGIAN_MIN = "pegawai", ("laki_laki", "perempuan"), 2
_NASIONAL = re.compile(r"\b(?:capaian|realisasi|target|kinerja) (nasional)\b")
_BANDING = re.compile(r"\b(?:banding\w*|perbandingan|dengan|terhadap|se|antar|dan|oleh|untuk|bagi|anggaran|apbd)\b")
TANPA_TAHUN = frozenset({"analisis", "pegawai", "aset", "penunjang"})  # of the report's year without saying so


def ragukan(buku: BukuKerja, p: PetaTabel, lihat: dict[int, Profil]) -> None:
    """Take certainty from what the table's headers, captions and cells leave open."""
    _sebagian(buku, p)
    _berjenjang(p)
    _baris_tahun(buku, p)
    _bagian_pegawai(p)
    _baris_daerah(p)
    _triwulan_lain(buku, p)
    _uang_kecil(buku, p)
    _capaian_akhir(buku, p)
    capaian_saja(p, lihat)
    _target_setahun(p)
    _target_tahun(p)
    _kembar(buku, p)
    _serapan(p)
    _rencana_saja(p)
    _periode_lain(buku, p)
    _tahun_lain(buku, p)
    _tahun_dasar(buku, p)
    _keterangan_saja(buku, p)
    _judul_daerah_lain(buku, p)
    ragukan_uang(p)
    ragukan_besar(buku.skema, p)


def _sebagian(buku: BukuKerja, p: PetaTabel) -> None:
    """Results of a part of the year are not those of the year: asked, never written as such."""
    for n, k in p.kolom.items():
        if (
            not k.kolom.startswith((*SETAHUN, *TURUNAN))
            or k.yakin is not Yakin.PASTI
            or "tw" in buku.skema.lembar[k.lembar].kolom
        ):
            continue
        bagian = sebagian_tahun(k.judul) or sebagian_tahun(p.tabel.judul)
        if sampai_bulan_ini(k.judul) and not setahun_penuh(p.tabel.judul):
            bagian = bagian or "bulan ini"
        if bagian and k.kolom.startswith(TURUNAN):
            p.kolom[n] = PetaKolom(n, k.judul, alasan=f"angka sampai {bagian}; buku menghitung yang setahun")
        elif bagian:
            p.kolom[n] = replace(k, yakin=Yakin.RAGU, alasan=f"angka sampai {bagian}, bukan setahun penuh")


def _berjenjang(p: PetaTabel) -> None:
    """Rows of tujuan, sasaran and programmes under one header, which of them a row is its name does not say: asked as a whole."""
    if any(kepala_berjenjang(k) for k in p.tabel.kolom):
        p.yakin, p.alasan = (
            Yakin.RAGU,
            "tujuan, sasaran, dan program di satu kolom; nama sebuah baris tidak menyebut jenjangnya",
        )


def _baris_tahun(buku: BukuKerja, p: PetaTabel) -> None:
    """Rows of other years than the report's, whose figures could not be brought under their years, are asked as a whole."""
    laporan = buku.setelan.get("TahunLaporan")
    sendiri = "tahun" in buku.skema.lembar[p.lembar].kolom
    for k in p.tabel.kolom:
        isi = [s.teks for b in p.tabel.data() if (s := b.sel.get(k.nomor)) is not None and s.teks.strip()]
        tahun = {tahun_satu(x) for x in isi}
        lain = tahun - {f"{laporan:.0f}" if isinstance(laporan, float) else ""}
        alasan = f"barisnya per tahun ({', '.join(sorted(tahun - {''}))}), bukan satu baris seindikator"
        if p.kolom[k.nomor].kolom == "indikator" and p.lembar in BERSAMA and (waktu := [*filter(_waktu, isi)]):
            p.yakin, p.alasan = Yakin.RAGU, f"di antara nama indikator ada waktu ({waktu[0]})"
        elif not isi or "" in tahun or not lain or tentang_tahun_lain(k.judul):
            continue
        elif sendiri:
            _angka_lain(buku, p, alasan)
        elif p.kolom[k.nomor].yakin is not Yakin.PASTI:
            p.yakin, p.alasan = Yakin.RAGU, alasan


def _bagian_pegawai(p: PetaTabel) -> None:
    """L and P below each of several groups ("PNS", "PPPK") are parts of the men and women: only those below "Jumlah" are these."""
    for kolom in KELAMIN if p.lembar == PEGAWAI else ():
        sebutan = {kunci_judul(k.jalur[-1]) for k in p.tabel.kolom if k.jalur and p.kolom[k.nomor].kolom == kolom}
        semua = [k for k in p.tabel.kolom if len(k.jalur) > 1 and kunci_judul(k.jalur[-1]) in sebutan]
        bagian = [k for k in semua if jenis_jumlah(k.jalur[0]) is None]
        if len({k.jalur[0] for k in semua}) < BAGIAN_MIN:
            continue
        alasan = f"bagian dari jumlahnya ({', '.join(k.jalur[0] for k in bagian)})"
        p.kolom |= {k.nomor: PetaKolom(k.nomor, k.judul, alasan=alasan) for k in bagian}
        p.kolom |= {
            k.nomor: PetaKolom(k.nomor, k.judul, PEGAWAI, kolom, yakin=Yakin.PASTI) for k in semua if k not in bagian
        }


def _baris_daerah(p: PetaTabel) -> None:
    """Rows of several regions, whose figures could not be brought under these, are asked as a whole."""
    k = kolom_daerah(p.tabel) if p.lembar in BERSAMA else None
    if k is not None and p.kolom[k.nomor].yakin is not Yakin.PASTI:
        p.yakin, p.alasan = Yakin.RAGU, "barisnya per daerah, bukan satu baris seindikator"


def _waktu(teks: str) -> bool:
    return bool(tahun_satu(teks) or kuartal(teks, berkepala=False))


def _angka_lain(buku: BukuKerja, p: PetaTabel, alasan: str) -> None:
    """Figures of rows of years that a sheet without years would take: asked, all of it where its own sheet takes none."""
    berangka = {n: k for n, k in p.kolom.items() if k.yakin is Yakin.PASTI and k.kolom != "tahun"
                and (x := buku.skema.lembar[k.lembar].kolom.get(k.kolom)) is not None and x.tipe in ANGKA}  # fmt: skip
    asing = {n: k for n, k in berangka.items() if "tahun" not in buku.skema.lembar[k.lembar].kolom}
    p.kolom |= {n: replace(k, yakin=Yakin.RAGU, alasan=alasan) for n, k in asing.items()}
    if asing.keys() == berangka.keys() and asing:
        p.yakin, p.alasan = Yakin.RAGU, alasan


def _triwulan_lain(buku: BukuKerja, p: PetaTabel) -> None:
    """Quarters of another year have no place, and what is of one quarter of it is not the figure of that year."""
    laporan = buku.setelan.get("TahunLaporan")
    if p.lembar != ID_TRIWULAN or not isinstance(laporan, float):
        return
    tertulis = [s.teks for b in p.tabel.data() for s in b.sel.values() if kuartal(s.teks, berkepala=False)]
    tertulis += (k.judul for k in p.tabel.kolom if _WAKTU.search(kunci_judul(k.judul)))
    disebut = {int(x) for x in tahun_disebut(tertulis)} or {tahun_tabel(p.tabel, buku.setelan)}
    if not (lain := disebut - {None, int(laporan)}):
        return
    alasan = f"triwulan tahun {', '.join(map(str, sorted(lain, key=str)))}, buku ini tahun {laporan:.0f}"
    p.yakin, p.alasan = Yakin.RAGU, alasan
    for n, k in p.kolom.items():
        if k.lembar == RIWAYAT and k.yakin is Yakin.PASTI:
            p.kolom[n] = replace(k, yakin=Yakin.RAGU, alasan=alasan)


def _uang_kecil(buku: BukuKerja, p: PetaTabel) -> None:
    """Amounts in millions that no header or caption calls so look like performance: asked, never written as one."""
    kolom = buku.skema.lembar[p.lembar].kolom
    if PAGU not in kolom or any(k.kolom == PAGU and k.yakin is Yakin.PASTI for k in p.kolom.values()):
        return
    berpagu = [n for n, k in p.kolom.items() if _UANG & {*kunci_judul(k.judul).split()}]
    berpagu = [n for n in berpagu if not (x := p.kolom[n]).lembar or kolom.get(x.kolom, kolom[PAGU]).tipe == "persen"]
    bertarget = any(k.kolom == "target" and k.yakin is Yakin.PASTI for k in p.kolom.values())
    for n, k in p.kolom.items() if berpagu and not bertarget else ():
        if k.yakin is Yakin.PASTI and (n in berpagu or k.kolom == "realisasi"):
            uang = PAGU if n == berpagu[0] else "realisasi_rp" if k.kolom == "realisasi" else k.kolom
            p.kolom[n] = replace(
                k,
                kolom=uang,
                yakin=Yakin.RAGU,
                alasan=UANG_KECIL,
            )


def _target_setahun(p: PetaTabel) -> None:
    """A target printed once for all quarters of an indicator is that of the year, not of the first quarter."""
    tw, n = p.nomor_kolom(ID_TRIWULAN, "tw"), p.nomor_kolom(ID_TRIWULAN, "target")
    if p.lembar != ID_TRIWULAN or tw is None or n is None:
        return
    berisi = [b for b in p.tabel.data() if tw in b.sel]
    bertarget = [triwulan(f"TW {b.sel[tw].teks}") or triwulan(b.sel[tw].teks) for b in berisi if n in b.sel]
    if len(bertarget) * 2 <= len(berisi) and len(set(bertarget)) == 1:
        p.kolom[n] = replace(p.kolom[n], lembar="pengukuran")


def _target_tahun(p: PetaTabel) -> None:
    """Of two targets in a table of one quarter, one of which names it, the other is that of the year."""
    n, tw = p.nomor_kolom(ID_TRIWULAN, "target"), triwulan(p.tabel.judul)
    bernama = [k for k in p.kolom.values() if k.lembar == "pk" and k.kolom in TW and k.yakin is Yakin.PASTI]
    if p.lembar != ID_TRIWULAN or n is None or triwulan(p.kolom[n].judul) or [TW[k.kolom] for k in bernama] != [tw]:
        return
    p.kolom[n] = replace(p.kolom[n], lembar="pengukuran")
    p.kolom[bernama[0].nomor] = replace(bernama[0], lembar=ID_TRIWULAN, kolom="target")


def _kembar(buku: BukuKerja, p: PetaTabel) -> None:
    """Two columns of figures with the very same header in a table of one quarter: which is that of the year nobody can tell."""
    if p.lembar != ID_TRIWULAN:
        return
    angka = [k for k in p.kolom.values() if k.lembar and k.yakin is Yakin.PASTI and buku.skema.lembar[k.lembar].kolom[k.kolom].tipe in ANGKA]  # fmt: skip
    for k in angka:
        sama = {(x.lembar, x.kolom, x.kunci) for x in angka if kunci_judul(x.judul) == kunci_judul(k.judul)}
        if len(sama) > 1:
            p.kolom[k.nomor] = replace(k, yakin=Yakin.RAGU, alasan="ada kolom lain dengan kepala yang sama")


def _serapan(p: PetaTabel) -> None:
    """A capaian of programmes beside their money alone is the share of it that was spent."""
    ada = {k.kolom: n for n, k in p.kolom.items() if k.lembar == "anggaran" and k.yakin is Yakin.PASTI}
    if (
        CAPAIAN in ada
        and {"pagu", "realisasi_rp"} <= ada.keys()
        and not {"target", "realisasi", "serapan"} & ada.keys()
    ):
        p.kolom[ada[CAPAIAN]] = replace(p.kolom[ada[CAPAIAN]], kolom="serapan")
    kinerja = {k.kolom: n for n, k in p.kolom.items() if k.lembar == "pengukuran" and k.yakin is Yakin.PASTI}
    if kinerja.keys() == {CAPAIAN} and {"pagu", "realisasi_rp"} <= ada.keys() and "serapan" not in ada:
        p.kolom[kinerja[CAPAIAN]] = replace(p.kolom[kinerja[CAPAIAN]], lembar="anggaran", kolom="serapan")


def _rencana_saja(p: PetaTabel) -> None:
    """Targets of programmes beside their money without any result, under no caption: an agreement, a Renja or a budget."""
    ada = {k.kolom for k in p.kolom.values() if k.lembar == "anggaran" and k.yakin is Yakin.PASTI}
    hasil = ada & {"realisasi", "realisasi_rp", "fisik", "serapan", CAPAIAN}
    if p.lembar == "anggaran" and {"target", "pagu"} <= ada and not hasil and not p.tabel.judul.strip():
        p.yakin, p.alasan = Yakin.RAGU, "tanpa judul dan tanpa realisasi: dapat berupa PK, Renja, atau anggaran"


def _periode_lain(buku: BukuKerja, p: PetaTabel) -> None:
    """Targets of a Renstra of other years than those of Pengaturan are asked: under today's years they would shift later."""
    awal, akhir = (buku.setelan.get(x) for x in ("TahunRenstraAwal", "TahunRenstraAkhir"))
    periode = periode_renstra(p.tabel.judul)
    if not isinstance(awal, float) or not isinstance(akhir, float) or not periode or (awal, akhir) in periode:
        return
    tertulis = "{}–{}".format(*periode[0])
    for n, k in p.kolom.items():
        if k.lembar == "renstra" and k.kolom.startswith("target") and k.yakin is Yakin.PASTI:
            alasan = f"judulnya Renstra {tertulis}, Pengaturan {awal:.0f}–{akhir:.0f}; samakan Pengaturan, lalu ulangi"
            p.kolom[n] = replace(k, yakin=Yakin.RAGU, alasan=alasan)


def _tahun_lain(buku: BukuKerja, p: PetaTabel) -> None:
    """What stands on sheets that name no year is of the report's year: a table of another year is asked as a whole, or the columns
    of such sheets in it are, never certain."""
    tahun, laporan = tahun_tabel(p.tabel, buku.setelan), buku.setelan.get("TahunLaporan")
    if tahun is None or not isinstance(laporan, float) or tahun == laporan:
        return
    alasan = f"tabel tahun {tahun}, buku ini tahun {laporan:.0f}"
    if p.lembar in TANPA_TAHUN:
        p.yakin, p.alasan = Yakin.RAGU, alasan
        return
    for n, k in p.kolom.items():
        if k.lembar in TANPA_TAHUN and k.yakin is Yakin.PASTI and k.kolom not in (*PENAMA, "kode"):
            p.kolom[n] = replace(k, yakin=Yakin.RAGU, alasan=alasan)


def _tahun_dasar(buku: BukuKerja, p: PetaTabel) -> None:
    """Where a plan starts from is a year right before it: what an older one started from is asked."""
    awal = buku.setelan.get("TahunRenstraAwal")
    for n, k in p.kolom.items():
        tahun = tahun_kepala(k.judul, buku.setelan) if k.kolom == NILAI_DASAR else None
        if tahun is not None and isinstance(awal, float) and awal - tahun > DASAR_MAKS and k.yakin is Yakin.PASTI:
            p.kolom[n] = replace(k, yakin=Yakin.RAGU, alasan=f"kondisi awal tahun {tahun}, Renstra mulai {awal:.0f}")


def _judul_daerah_lain(buku: BukuKerja, p: PetaTabel) -> None:
    """A table whose caption is of another region, or of the country, may hold the figures of that: asked as a whole."""
    d = daerah(buku.setelan)
    if not d.level or p.lembar not in BERSAMA or any(k.lembar == PEMBANDING for k in p.kolom.values()):
        return
    for baris in p.tabel.judul.split("\n"):
        sendiri = jalur_sendiri((baris,), d) != (baris,)
        if sendiri or (
            (instansi := kunci_judul(str(buku.setelan.get("Instansi") or ""))) and instansi in kunci_judul(baris)
        ):
            return
        lain = daerah_lain((baris,), d) or (m[1] if (m := _NASIONAL.search(kunci_judul(baris))) is not None else "")
        if lain and not _BANDING.search(kunci_judul(baris)):
            p.yakin, p.alasan = Yakin.RAGU, f"judulnya menyebut {lain.title()}, bukan daerah instansi ini"


def _keterangan_saja(buku: BukuKerja, p: PetaTabel) -> None:
    """Remarks are about what the row prints: where none of its certain figures is of the sheet, neither are they."""
    tipe = buku.skema.lembar[p.lembar].kolom
    milik = [k for k in p.kolom.values() if k.lembar == p.lembar and k.yakin is Yakin.PASTI]
    if p.lembar in BERSAMA and not any(tipe[k.kolom].tipe in ANGKA for k in milik):
        p.kolom |= {k.nomor: PetaKolom(k.nomor, k.judul, alasan="keterangan tentang angka lembar lain")
                    for k in milik if k.kolom in TAK_BERSAMA and k.kolom != "kode"}  # fmt: skip


def _capaian_akhir(buku: BukuKerja, p: PetaTabel) -> None:
    """Beside this year's result and a target of another year alone, a capaian is held against that: the progress, which the summaries compute."""
    ada = {(k.lembar, k.kolom): n for n, k in p.kolom.items() if k.yakin is Yakin.PASTI}
    if ("pengukuran", CAPAIAN) not in ada or not (milik := target_laporan(buku.setelan)):
        return
    kini = {"target", milik}
    target = {k for i, k in ada if i in ("pengukuran", "pk", "renstra", ID_TRIWULAN) and k.startswith("target")}
    if target and not target & kini:
        n = ada["pengukuran", CAPAIAN]
        p.kolom[n] = PetaKolom(n, p.kolom[n].judul, alasan="capaian terhadap target tahun lain; dihitung buku")
