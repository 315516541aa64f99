"""Read a workbook into a BukuKerja: find sheets and columns, type every cell, report what cannot be read."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from pathlib import Path

from lkjip_xl.buku.alamat import huruf, kawasan
from lkjip_xl.buku.alamat import sel as alamat_sel
from lkjip_xl.buku.baca import Buku, Lembar, Sel, baca_buku
from lkjip_xl.buku.batas import Batas
from lkjip_xl.buku.galat import GalatBerkas
from lkjip_xl.buku.paket import Paket
from lkjip_xl.kemiripan import terdekat
from lkjip_xl.pesan import buat_temuan
from lkjip_xl.skema.model import Kolom, Skema, SkemaLembar
from lkjip_xl.skema.versi_templat import belum_ada, lembar_kini, lembar_versi
from lkjip_xl.tabel import judul
from lkjip_xl.tabel.gaya_kolom import meragukan
from lkjip_xl.tabel.ketik import ketik
from lkjip_xl.tabel.model import (
    BARIS_DATA,
    BARIS_KEPALA,
    Asal,
    BukuKerja,
    Nilai,
    SelKerja,
    Tabel,
)
from lkjip_xl.tabel.rumus_templat import RumusTemplat, rata
from lkjip_xl.tabel.susun import ID_SETELAN, baca_setelan, susun
from lkjip_xl.temuan import Temuan
from lkjip_xl.versi import NAMA_TANDA, NAMA_VERSI, VERSI_TEMPLAT, nama_baris

KOLOM_LABEL, KOLOM_ISIAN = 2, 3  # of a settings sheet
BARIS_CARI_KEPALA = 25
LEBAR_KELOMPOK = 200  # columns under one group header
BARIS_SIAP_MAKS = 20_000
DICARI = ("kode", "pilihan")  # formulas look these up letter by letter


def muat_buku(sumber: Path | str | Paket, skema: Skema) -> BukuKerja:
    """Read and type the workbook; raises GalatBerkas when the file itself cannot be used."""
    paket = sumber if isinstance(sumber, Paket) else Paket.buka(sumber)
    return muat_isi(baca_buku(paket, batas=Batas(dari=BARIS_DATA)), paket.nama, skema)


def muat_isi(buku: Buku, berkas: str, skema: Skema) -> BukuKerja:
    """Type the cells of a workbook already read; `berkas` names it in errors (GalatBerkas BK-20, BK-21)."""
    return _Pemuat(buku, skema, _periksa_versi(buku, berkas)).muat()


def _periksa_versi(buku: Buku, berkas: str) -> int:
    cap = buku.nama.get(NAMA_VERSI, "").strip('="')
    if not cap:
        raise GalatBerkas("BK-21", berkas=berkas)
    if not cap.isdigit() or int(cap) > VERSI_TEMPLAT:
        raise GalatBerkas("BK-20", berkas=berkas, versi=cap, dikenal=str(VERSI_TEMPLAT))
    return int(cap)


@dataclass(slots=True)
class _Kepala:
    """Where the header of a sheet stands and which column each header names."""

    baris: int
    letak: dict[str, int]


class _Pemuat:
    def __init__(self, buku: Buku, skema: Skema, versi: int) -> None:
        self._buku = buku
        self._skema = skema
        self._versi = versi
        self._temuan: list[Temuan] = []
        self._dilewati: set[tuple[str, str]] = set()
        self._setelan: dict[str, Nilai] = {}

    def muat(self) -> BukuKerja:
        tabel: dict[str, Tabel] = {}
        urut = sorted(self._skema.lembar.values(), key=lambda s: s.id != ID_SETELAN)  # settings first: years
        for skema in urut:
            lembar = self._cari_lembar(skema)
            skema = replace(skema, baris=self._siap(skema))
            if lembar is None:
                tabel[skema.id] = Tabel(skema, skema.lembar, letak_baku(skema), ada=False, belum_ada=self._belum_ada(skema))
            elif skema.susunan == "pasangan":
                tabel[skema.id] = self._muat_pasangan(skema, lembar)
            else:
                tabel[skema.id] = self._muat_tabel(skema, lembar)
                if lembar.keadaan != "visible" and any(s.asal is Asal.ISIAN for s in tabel[skema.id].sel.values()):
                    self._lapor("LB-13", lembar.nama, "")
            if skema.id == ID_SETELAN:
                self._setelan = baca_setelan(self._skema, tabel[skema.id].sel)
        tabel = {i: tabel[i] for i in self._skema.lembar}
        buku = susun(self._skema, tabel, self._temuan, self._dilewati)
        buku.versi = self._versi
        isian, buku.tanda = {t.lembar for t in tabel.values()}, self._buku.lokal(NAMA_TANDA)
        buku.lain = self._buku.lembar.tanpa(isian)
        return buku

    def _siap(self, skema: SkemaLembar) -> int:
        """Ready-made rows of a sheet in this workbook: a table may have been enlarged."""
        teks = self._buku.nama.get(nama_baris(skema.id), "").strip("=")
        return int(teks) if teks.isdigit() and BARIS_SIAP_MAKS >= int(teks) > 0 else skema.baris

    # -- sheets ---------------------------------------------------------------------------------------------

    def _cari_lembar(self, skema: SkemaLembar) -> Lembar | None:
        sama = {_baku(n): n for n in self._buku.lembar}
        dulu = lembar_versi(self._versi, skema.id)
        nama = sama.get(_baku(skema.lembar)) or (sama.get(_baku(dulu.lembar)) if dulu else None)
        if nama is not None:
            return self._buku.lembar[nama]
        if dulu is None:
            self._lapor("LB-14", "", "", nama=f"lembar {skema.lembar}", di="Buku")
            return None
        milik = {_baku(s.lembar) for s in self._skema.lembar.values()}
        calon = [n for k, n in sama.items() if k not in milik]
        dekat = terdekat(skema.lembar, calon, 0.5)
        usul = f' Maksud Anda "{dekat}"?' if dekat else ""
        self._lapor("LB-01", skema.lembar, "", nama=skema.lembar, usul=usul)
        return None

    def _muat_pasangan(self, skema: SkemaLembar, lembar: Lembar) -> Tabel:
        label = {_baku(teks): k for k in skema.kolom.values() for teks in reversed(self._sebutan(skema, k))}
        t = Tabel(skema, lembar.nama, letak_baku(skema), belum_ada=self._belum_ada(skema))
        ketemu: dict[str, int] = {}
        for (baris, kolom), s in lembar.sel.items():
            if kolom == KOLOM_LABEL and isinstance(s.nilai, str) and _baku(s.nilai) in label:
                ketemu.setdefault(label[_baku(s.nilai)].nama, baris)
        for k in skema.kolom.values():
            if k.nama not in ketemu:
                if k.nama not in t.belum_ada:
                    self._lapor("LB-02", lembar.nama, "", k.judul, nama=k.judul, usul="")
                    continue
                t.letak.pop(k.nama)
                if k.bawaan is not None:  # a newer template's setting works as it stands there
                    t.sel[(BARIS_DATA, k.nama)] = SelKerja(k.bawaan, Asal.RUMUS)
                continue
            t.letak[k.nama] = ketemu[k.nama]
            s = lembar.sel.get((ketemu[k.nama], KOLOM_ISIAN))
            if s is not None and (kerja := self._ketik(t, k, BARIS_DATA, s)) is not None:
                t.sel[(BARIS_DATA, k.nama)] = kerja
        self._lapor_belum_ada(t)
        return t

    # -- versions -------------------------------------------------------------------------------------------

    def _belum_ada(self, skema: SkemaLembar) -> frozenset[str]:
        """Columns the workbook's own template did not have yet."""
        return belum_ada(skema, self._versi)

    def _sebutan(self, skema: SkemaLembar, k: Kolom) -> list[str]:
        """Headers under which a column may stand: today's, that of the workbook's version, everyday ones."""
        dulu = lembar_versi(self._versi, skema.id)
        lama = [dulu.kolom[k.nama].judul] if dulu and k.nama in dulu.kolom else []
        return list(dict.fromkeys([k.judul, *lama, *k.sinonim]))

    def _lapor_belum_ada(self, t: Tabel) -> None:
        """One note per sheet names what a newer template would add."""
        nama = [judul.sebagai_teks(k.judul, self._setelan) for n, k in t.skema.kolom.items()
                if n in t.belum_ada and n not in t.letak and not k.tersembunyi]  # fmt: skip
        if nama:
            self._lapor("LB-14", t.lembar, "", nama=f"kolom {', '.join(nama)}", di=f"Lembar {t.lembar}")

    def _muat_tabel(self, skema: SkemaLembar, lembar: Lembar) -> Tabel:
        kepala = self._cari_kepala(skema, lembar)
        t = Tabel(skema, lembar.nama, kepala.letak, belum_ada=self._belum_ada(skema), kepala=kepala.baris)
        self._lapor_belum_ada(t)
        self._periksa_gabung(skema, lembar, kepala.baris)
        geser = kepala.baris - BARIS_KEPALA
        kolom = {letak: skema.kolom[n] for n, letak in kepala.letak.items()}
        templat = self._rumus_templat(skema, lembar, kepala)
        awal = BARIS_DATA + geser
        isi = [(b, kolom[c], s) for (b, c), s in lembar.sel.items() if b >= awal and c in kolom]
        terpakai = {b for b, k, s in isi if not (k.rumus and s.rumus)}
        for baris, k, s in isi:
            if k.rumus and s.rumus and baris not in terpakai:
                kerja = SelKerja(None, Asal.RUMUS, rumus=s.rumus)  # a ready-made row nobody has filled
            elif k.rumus:
                kerja = self._ketik_rumus(t, k, baris, s, templat)
            else:
                kerja = self._ketik(t, k, baris, s)
            if kerja is not None:
                t.sel[(baris, k.nama)] = kerja
        self._periksa_gaya(t)
        self._tandai_kosong(t)
        self._periksa_kolom_lain(skema, lembar, {*kolom, *templat.kolom_lama}, awal)
        return t

    def _periksa_gaya(self, t: Tabel) -> None:
        """A number as text that the rest of its column makes doubtful; that it is text is then no finding of its own."""
        for k, baris, b in meragukan(t):
            s, sel = t.sel[baris, k.nama], t.alamat(baris, k.nama)
            s.bacaan = b
            self._temuan = [x for x in self._temuan if (x.kode, x.lembar, x.sel) != ("AN-04", t.lembar, sel)]
            self._lapor("AN-13", t.lembar, sel, k.judul, nilai=s.teks, dibaca=b.nilai, usulan=b.usulan)

    @staticmethod
    def _tandai_kosong(t: Tabel) -> None:
        """A formula cell of a used row that holds nothing was emptied by somebody."""
        terpakai = {b for (b, _), s in t.sel.items() if s.asal is not Asal.RUMUS}
        for k in t.skema.kolom.values():
            if k.rumus and k.nama in t.letak:
                for b in terpakai:
                    t.sel.setdefault((b, k.nama), SelKerja(None, Asal.KOSONG))

    # -- header ---------------------------------------------------------------------------------------------

    def _cari_kepala(self, skema: SkemaLembar, lembar: Lembar) -> _Kepala:
        sebutan = {k.nama: self._sebutan(skema, k) for k in skema.kolom.values()}
        harap = {n: [_baku(judul.sebagai_teks(x, self._setelan)) for x in teks] for n, teks in sebutan.items()}
        baris = self._baris_kepala(lembar, {x for teks in harap.values() for x in teks})
        if baris is None:
            self._lapor("LB-09", lembar.nama, f"A{BARIS_KEPALA}", nama=lembar.nama)
            return _Kepala(BARIS_KEPALA, letak_baku(skema))
        kepala = {c: s for (b, c), s in lembar.sel.items() if b == baris}
        kelompok = self._kelompok(lembar, baris - 1)
        letak: dict[str, int] = {}
        baku = letak_baku(skema)
        for giliran in range(max(map(len, sebutan.values()))):  # an everyday word never takes a header that is another's
            for k in skema.kolom.values():
                if k.nama in letak or giliran >= len(sebutan[k.nama]):
                    continue
                teks, cari = sebutan[k.nama][giliran], harap[k.nama][giliran]
                c = self._cari_kolom(k, teks, cari, baku[k.nama], kepala, kelompok, set(letak.values()))
                if c is not None:
                    letak[k.nama] = c
        self._lapor_kolom_hilang(skema, lembar, baris, kepala, letak)
        return _Kepala(baris, letak)

    @staticmethod
    def _baris_kepala(lembar: Lembar, harap: set[str]) -> int | None:
        cocok: dict[int, int] = {}
        for (b, _), s in lembar.sel.items():
            if b <= BARIS_CARI_KEPALA and isinstance(s.nilai, str) and _baku(s.nilai) in harap:
                cocok[b] = cocok.get(b, 0) + 1
        if not cocok:
            return None
        baris = max(cocok, key=lambda b: (cocok[b], -b))
        return baris if cocok[baris] * 2 >= min(len(harap), 4) else None

    @staticmethod
    def _kelompok(lembar: Lembar, baris: int) -> dict[int, str]:
        hasil = {c: _baku(str(s.nilai)) for (b, c), s in lembar.sel.items() if b == baris and s.nilai is not None}
        for b1, k1, b2, k2 in dict.fromkeys(map(kawasan, lembar.gabung)):
            if b1 <= baris <= b2 and k1 in hasil:
                for c in range(k1, min(k2, k1 + LEBAR_KELOMPOK) + 1):
                    hasil[c] = hasil[k1]
        return hasil

    def _cari_kolom(
        self, k: Kolom, teks: str, harap: str, baku: int, kepala: dict[int, Sel], kelompok: dict[int, str], dipakai: set[int]
    ) -> int | None:
        rumus = judul.sebagai_rumus(teks)[1:] if judul.berubah(teks) else None

        def cocok(c: int) -> bool:
            s = kepala.get(c)
            if s is None or c in dipakai:
                return False
            if rumus is not None and s.rumus and rata(s.rumus) == rata(rumus):
                return True
            return isinstance(s.nilai, str) and _baku(s.nilai) == harap

        if cocok(baku):
            return baku
        calon = [c for c in sorted(kepala) if cocok(c)]
        if len(calon) > 1 and k.kelompok:
            atas = _baku(judul.sebagai_teks(k.kelompok, self._setelan))
            calon = [c for c in calon if kelompok.get(c) == atas] or calon
        return calon[0] if calon else None

    def _lapor_kolom_hilang(
        self, skema: SkemaLembar, lembar: Lembar, baris: int, kepala: dict[int, Sel], letak: dict[str, int]
    ) -> None:
        lain = {c: str(s.nilai) for c, s in kepala.items() if c not in letak.values() and s.nilai}
        for k in skema.kolom.values():
            if k.nama in letak or k.tersembunyi or k.nama in self._belum_ada(skema):
                continue
            teks = judul.sebagai_teks(k.judul, self._setelan)
            dekat = terdekat(teks, list(lain.values()), 0.5)
            usul, sel = "", f"A{baris}"
            if dekat:
                c = next(c for c, t in lain.items() if t == dekat)
                usul, sel = f' Maksud Anda kolom "{dekat}"?', alamat_sel(baris, c)
            self._lapor("LB-02", lembar.nama, sel, teks, nama=teks, usul=usul)

    # -- cells ----------------------------------------------------------------------------------------------

    def _ketik(self, t: Tabel, k: Kolom, baris: int, s: Sel) -> SelKerja | None:
        if s.rumus and not s.punya_tembolok:
            sel = t.alamat(baris, k.nama)
            self._lapor("AN-09", t.lembar, sel, k.judul)
            self._dilewati.add((t.lembar, sel))
            return SelKerja(None, Asal.RUMUS_LAIN, rumus=s.rumus)
        isi = s.galat if s.jenis == "galat" else s.nilai
        hasil = ketik(k, isi, jenis=s.jenis, format=s.format, desimal=s.desimal)
        if hasil.sel is None:
            return None
        if hasil.kode is not None:
            self._lapor_ketik(t, k, baris, hasil.kode, hasil.isi, gagal=hasil.nilai is None or s.jenis == "galat")
        if k.tipe in DICARI and isinstance(isi, str) and isi != isi.strip():
            self._lapor("AN-12", t.lembar, t.alamat(baris, k.nama), k.judul, nilai=isi)
        asal = Asal.RUMUS_LAIN if s.rumus else Asal.ISIAN
        teks = isi if isinstance(isi, str) and hasil.bacaan is not None else None
        return SelKerja(hasil.nilai, asal, hasil.desimal, hasil.bacaan, hasil.sel, s.rumus, teks)

    def _ketik_rumus(self, t: Tabel, k: Kolom, baris: int, s: Sel, templat: RumusTemplat) -> SelKerja | None:
        if s.rumus and templat.cocok(k, s.rumus, baris):
            return SelKerja(None, Asal.RUMUS, rumus=s.rumus)
        if s.jenis == "kosong" and not s.rumus:
            return None
        kerja = self._ketik(t, k, baris, s)
        if kerja is not None and kerja.asal is Asal.ISIAN:
            kerja.asal = Asal.TIMPA
        return kerja

    def _lapor_ketik(self, t: Tabel, k: Kolom, baris: int, kode: str, isi: dict, gagal: bool) -> None:
        sel = t.alamat(baris, k.nama)
        if gagal:
            self._dilewati.add((t.lembar, sel))
        teks = judul.sebagai_teks(k.judul, self._setelan)
        isi = {"kolom_judul": teks} | isi
        self._lapor(kode, t.lembar, sel, teks, **isi)

    def _rumus_templat(self, skema: SkemaLembar, lembar: Lembar, kepala: _Kepala) -> RumusTemplat:
        """Today's formulas, and those of the workbook's own version with the columns today's template no longer has."""
        dulu = lembar_versi(self._versi, skema.id)
        letak = {n: huruf(c) for n, c in kepala.letak.items()}
        if dulu is None or dulu.kolom == lembar_kini(skema).kolom:
            return RumusTemplat(letak)
        lama: dict[str, int] = {}
        isi = {c: _baku(str(s.nilai)) for (b, c), s in lembar.sel.items() if b == kepala.baris and s.nilai is not None}
        for nama in dulu.kolom.keys() - skema.kolom.keys():
            cari = _baku(judul.sebagai_teks(dulu.kolom[nama].judul, self._setelan))
            c = next((c for c, teks in sorted(isi.items()) if teks == cari and c not in kepala.letak.values()), None)
            if c is not None:
                lama[nama] = c
        return RumusTemplat(letak, {n: k.rumus for n, k in dulu.kolom.items() if k.rumus}, lama)

    # -- the rest -------------------------------------------------------------------------------------------

    def _periksa_gabung(self, skema: SkemaLembar, lembar: Lembar, baris_kepala: int) -> None:
        for rentang in lembar.gabung:
            b1, k1, b2, _ = kawasan(rentang)
            if b2 > baris_kepala + 1:
                self._lapor("LB-08", lembar.nama, alamat_sel(b1, k1), nilai=rentang)

    def _periksa_kolom_lain(self, skema: SkemaLembar, lembar: Lembar, kolom: Collection[int], awal: int) -> None:
        lain: dict[int, int] = {}
        for (b, c), s in lembar.sel.items():
            if b >= awal and c not in kolom and s.nilai not in (None, ""):
                lain[c] = min(lain.get(c, b), b)
        for c, b in sorted(lain.items()):
            self._lapor("LB-11", lembar.nama, alamat_sel(b, c), huruf(c), nama=huruf(c))

    def _lapor(self, kode: str, lembar: str, sel: str, kolom: str = "", **isi) -> None:
        nilai = isi.pop("nilai", None)
        self._temuan.append(buat_temuan(kode, lembar=lembar, sel=sel, kolom=kolom, nilai=nilai, **isi))


def letak_baku(skema: SkemaLembar) -> dict[str, int]:
    """Column numbers (rows for a settings sheet) as the template lays them out."""
    awal = BARIS_DATA if skema.susunan == "pasangan" else 1
    return {k: awal + i for i, k in enumerate(skema.kolom)}


def _baku(teks: str) -> str:
    return re.sub(r"\W+", " ", teks).strip().casefold() or teks.strip()
