"""Read a workbook into a BukuKerja: find sheets and columns, type every cell, report what cannot be read."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

from lkjip_xl.buku.baca import Buku, Lembar, Sel, baca_buku
from lkjip_xl.buku.batas import BARIS_TERISI_MAKS, Batas
from lkjip_xl.buku.galat import GalatBerkas
from lkjip_xl.buku.paket import Paket
from lkjip_xl.inti.alamat import huruf, kawasan
from lkjip_xl.inti.alamat import sel as alamat_sel
from lkjip_xl.inti.angka import cacah
from lkjip_xl.inti.banjir import Banjir
from lkjip_xl.inti.kunci import kunci_judul, rapikan_spasi
from lkjip_xl.inti.pemungut import tanpa_pemungut
from lkjip_xl.inti.temuan import Temuan
from lkjip_xl.skema import judul
from lkjip_xl.skema.cek import DARI_SKEMA
from lkjip_xl.skema.kata import dengan_kata
from lkjip_xl.skema.model import Kolom, Skema, SkemaLembar
from lkjip_xl.skema.pesan import buat_temuan, katalog
from lkjip_xl.skema.versi import NAMA_TANDA, NAMA_TEMPLAT_WORD, NAMA_VERSI, VERSI_TEMPLAT, nama_baris
from lkjip_xl.skema.versi_templat import belum_ada, lembar_versi
from lkjip_xl.tabel.baris_terisi import baris_terisi
from lkjip_xl.tabel.baris_tulisan import baris_tulisan
from lkjip_xl.tabel.cari_lembar import PencariLembar
from lkjip_xl.tabel.daftar_nilai import berisi
from lkjip_xl.tabel.gaya_kolom import meragukan
from lkjip_xl.tabel.hitung_buku import ID_SETELAN, baca_setelan, hitung_buku
from lkjip_xl.tabel.kepala import Kepala, PencariKepala, letak_baku, sebutan
from lkjip_xl.tabel.ketik import ketik
from lkjip_xl.tabel.model import (
    BARIS_DATA,
    BARIS_KEPALA,
    SEL_KOSONG,
    SEL_RUMUS,
    Asal,
    BukuKerja,
    Nilai,
    SelKerja,
    Tabel,
)
from lkjip_xl.tabel.rumus_templat import RumusTemplat
from lkjip_xl.tabel.satuan import ID_SATUAN, daftar_satuan

KOLOM_LABEL, KOLOM_ISIAN = 2, 3  # of a settings sheet
BERTULISAN = "AN-04"
HABIS = Sel(None, None, "kosong", None, "", None, True)
DICARI = ("kode", "pilihan")  # formulas look these up letter by letter


@dengan_kata
def muat_buku(sumber: Path | str | Paket, skema: Skema, *, sisa: dict[str, Lembar] | None = None) -> BukuKerja:
    """Read and type the workbook; raises GalatBerkas when the file itself cannot be used.

    sisa: gets the raw cells of the input sheets but for the template's formulas, for whoever needs them, too.
    """
    paket = sumber if isinstance(sumber, Paket) else Paket.buka(sumber)
    return muat_isi(baca_buku(paket, batas=Batas(dari=BARIS_DATA)), paket.nama, skema, habiskan=True, sisa=sisa)


@dengan_kata
def muat_isi(
    buku: Buku, berkas: str, skema: Skema, *, habiskan: bool = False, sisa: dict[str, Lembar] | None = None
) -> BukuKerja:
    """Type the cells of a workbook already read; `berkas` names it in errors (GalatBerkas BK-20, BK-21, BK-53).

    habiskan: nobody else has it, so that its raw cells may go as they are typed: both would fill the memory. sisa: as of `muat_buku`.
    """
    pemuat = _Pemuat(buku, skema, _periksa_versi(buku, berkas), habiskan, sisa)
    buku.periksa_jumlah(pemuat.lembar_isian(), berkas)
    with tanpa_pemungut():
        return pemuat.muat()


def _periksa_versi(buku: Buku, berkas: str) -> int:
    cap = buku.nama.get(NAMA_VERSI, "").strip('="')
    if not cap:
        raise GalatBerkas("BK-21", berkas=berkas)
    versi = cacah(cap)
    if versi is None or versi > VERSI_TEMPLAT:
        raise GalatBerkas("BK-20", berkas=berkas, versi=cap[:20], dikenal=str(VERSI_TEMPLAT))
    return versi


class _Pemuat:
    def __init__(self, buku: Buku, skema: Skema, versi: int, habiskan: bool, sisa: dict[str, Lembar] | None) -> None:
        self._buku, self._habiskan, self._sisa = buku, habiskan, sisa
        self._pencari = PencariLembar(buku, skema, versi)
        self._skema = skema
        self._versi = versi
        self._temuan: list[Temuan] = []
        self._banjir = Banjir()
        self._bertulisan: list[tuple[Kolom, int, dict]] = []  # numbers as text of the sheet being read
        self._dilewati: set[tuple[str, str]] = set()
        self._setelan: dict[str, Nilai] = {}
        self._satuan: frozenset[str] = frozenset()

    def lembar_isian(self) -> list[str]:
        """The sheets that will be read, as they are named here."""
        return [n for s in self._skema.lembar.values() if (n := self._pencari.nama(s)) is not None]

    def muat(self) -> BukuKerja:
        tabel: dict[str, Tabel] = {}
        # settings first: years; then the units, by which figures are read
        urut = sorted(self._skema.lembar.values(), key=lambda s: (s.id != ID_SETELAN, s.id != ID_SATUAN))
        for skema in urut:
            lembar = self._cari_lembar(skema)
            skema = replace(skema, baris=self._siap(skema))
            if lembar is None:
                belum = self._belum_ada(skema)
                tabel[skema.id] = Tabel(skema, skema.lembar, letak_baku(skema), ada=False, belum_ada=belum)
            elif skema.susunan == "pasangan":
                tabel[skema.id] = self._muat_pasangan(skema, lembar)
            else:
                tabel[skema.id] = self._muat_tabel(skema, lembar)
                if lembar.keadaan != "visible" and berisi(tabel[skema.id]):
                    self._lapor("LB-13", lembar.nama, "")
            if lembar is not None:
                if self._sisa is not None:
                    tersisa = {x: c for x, c in lembar.sel.items() if c is not HABIS}
                    self._sisa[lembar.nama] = replace(lembar, sel=tersisa)
                self._buku.lembar.lupakan(lembar.nama)  # typed: the raw cells of all sheets would fill the memory
            if skema.id == ID_SETELAN:
                self._setelan = baca_setelan(self._skema, tabel[skema.id].sel)
            if skema.id == ID_SATUAN:
                self._satuan = frozenset(daftar_satuan(tabel[skema.id]))
        tabel = {i: tabel[i] for i in self._skema.lembar}
        buku = hitung_buku(self._skema, tabel, self._banjir.satukan(self._temuan), self._dilewati)
        buku.versi = self._versi
        buku.templat_word = self._buku.nama.get(NAMA_TEMPLAT_WORD, "").strip('="')
        isian, buku.tanda = {t.lembar for t in tabel.values()}, self._buku.lokal(NAMA_TANDA)
        buku.lain = self._buku.lembar.tanpa(isian)
        return buku

    def _siap(self, skema: SkemaLembar) -> int:
        """Ready-made rows of a sheet in this workbook: a table may have been enlarged."""
        n = cacah(self._buku.nama.get(nama_baris(skema.id), "").strip("="))
        return n if n is not None and BARIS_TERISI_MAKS >= n > 0 else skema.baris

    # -- sheets ---------------------------------------------------------------------------------------------

    def _cari_lembar(self, skema: SkemaLembar) -> Lembar | None:
        nama = self._pencari.nama(skema)
        if nama is not None:
            return self._buku.lembar[nama]
        if lembar_versi(self._versi, skema.id) is None:
            self._lapor("LB-14", "", "", nama=f"lembar {skema.lembar}", di="Buku")
            return None
        usul, tingkat = self._pencari.hilang(skema)
        self._lapor("LB-01", skema.lembar, "", nama=skema.lembar, usul=usul, tingkat=tingkat)
        return None

    def _muat_pasangan(self, skema: SkemaLembar, lembar: Lembar) -> Tabel:
        label = {
            kunci_judul(teks): k for k in skema.kolom.values() for teks in reversed(sebutan(skema, k, self._versi))
        }
        t = Tabel(skema, lembar.nama, letak_baku(skema), belum_ada=self._belum_ada(skema))
        ketemu: dict[str, int] = {}
        for (baris, kolom), s in lembar.sel.items():
            if kolom == KOLOM_LABEL and isinstance(s.nilai, str) and kunci_judul(s.nilai) in label:
                ketemu.setdefault(label[kunci_judul(s.nilai)].nama, baris)
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
        self._lapor_bertulisan(t, ())
        self._lapor_belum_ada(t)
        return t

    def _belum_ada(self, skema: SkemaLembar) -> frozenset[str]:
        """Columns the workbook's own template did not have yet."""
        return belum_ada(skema, self._versi)

    def _lapor_belum_ada(self, t: Tabel) -> None:
        """One note per sheet names what a newer template would add."""
        nama = [judul.sebagai_teks(k.judul, self._setelan) for n, k in t.skema.kolom.items()
                if n in t.belum_ada and n not in t.letak and not k.tersembunyi]  # fmt: skip
        if nama:
            self._lapor("LB-14", t.lembar, "", nama=f"kolom {', '.join(nama)}", di=f"Lembar {t.lembar}")

    def _muat_tabel(self, skema: SkemaLembar, lembar: Lembar) -> Tabel:
        pencari = PencariKepala(skema, lembar, self._setelan, self._versi)
        kepala = self._cari_kepala(pencari)
        t = Tabel(skema, lembar.nama, kepala.letak, belum_ada=self._belum_ada(skema), kepala=kepala.baris)
        self._lapor_belum_ada(t)
        kolom = {letak: skema.kolom[n] for n, letak in kepala.letak.items()}
        templat = pencari.rumus_templat(kepala)
        awal = BARIS_DATA + kepala.baris - BARIS_KEPALA
        terpakai = baris_terisi(lembar.sel, kolom, awal)
        bersisa = self._sisa is not None
        habiskan = self._habiskan and not bersisa
        for letak, s in lembar.sel.items():
            baris, c = letak
            k = kolom.get(c)
            if baris < awal or k is None:
                continue
            if k.rumus and baris not in terpakai:
                kerja = SEL_RUMUS  # a ready-made row nobody has filled
            elif k.rumus:
                kerja = self._ketik_rumus(t, k, baris, s, templat)
            else:
                kerja = self._ketik(t, k, baris, s)
            if habiskan or (bersisa and kerja is SEL_RUMUS):
                lembar.sel[letak] = HABIS
            if kerja is not None:
                t.sel[baris, k.nama] = kerja
        self._periksa_gaya(t)
        self._periksa_gabung(t, lembar)
        self._tandai_kosong(t)
        self._periksa_kolom_lain(lembar, {*kolom, *templat.kolom_lama}, awal)
        return t

    def _periksa_gaya(self, t: Tabel) -> None:
        """A number as text that the rest of its column makes doubtful; that it is text is then no finding of its own."""
        ragu: set[tuple[int, str]] = set()
        for k, baris, b in meragukan(t):
            s, sel = t.sel[baris, k.nama], t.alamat(baris, k.nama)
            s.bacaan = b
            ragu.add((baris, k.nama))
            self._lapor("AN-13", t.lembar, sel, k.judul, nilai=s.teks, dibaca=b.nilai, usulan=b.usulan)
        self._lapor_bertulisan(t, ragu)

    def _lapor_bertulisan(self, t: Tabel, ragu: Collection[tuple[int, str]]) -> None:
        for k, baris, isi in self._bertulisan:
            if (baris, k.nama) not in ragu:
                self._lapor_ketik(t, k, baris, BERTULISAN, isi, gagal=False)
        self._bertulisan.clear()

    def _tandai_kosong(self, t: Tabel) -> None:
        """A formula cell of a used row that holds nothing was emptied by somebody; where its own template had no formula it was never filled."""
        terpakai = {b for (b, _), s in t.sel.items() if s.asal is not Asal.RUMUS}
        dulu = lembar_versi(self._versi, t.skema.id)
        isian = {n for n, k in dulu.kolom.items() if k.rumus is None} if dulu else set()
        for k in t.skema.kolom.values():
            if k.rumus and k.nama in t.letak and k.nama not in isian:
                for b in terpakai:
                    t.sel.setdefault((b, k.nama), SEL_KOSONG)

    # -- header ---------------------------------------------------------------------------------------------

    def _cari_kepala(self, pencari: PencariKepala) -> Kepala:
        lembar = pencari.lembar.nama
        kepala = pencari.cari()
        if kepala is None:
            self._lapor("LB-09", lembar, f"A{BARIS_KEPALA}", nama=lembar)
            return Kepala(BARIS_KEPALA, letak_baku(pencari.skema))
        for teks, usul, sel in pencari.hilang(kepala):
            self._lapor("LB-02", lembar, sel, teks, nama=teks, usul=usul)
        return kepala

    # -- cells ----------------------------------------------------------------------------------------------

    def _ketik(self, t: Tabel, k: Kolom, baris: int, s: Sel) -> SelKerja | None:
        if s.rumus and not s.punya_tembolok:
            sel = t.alamat(baris, k.nama)
            self._lapor("AN-09", t.lembar, sel, k.judul)
            self._dilewati.add((t.lembar, sel))
            return SelKerja(None, Asal.RUMUS_LAIN, rumus=s.rumus)
        isi = s.galat if s.jenis == "galat" else s.nilai
        hasil = ketik(k, isi, jenis=s.jenis, format=s.format, desimal=s.desimal, satuan=self._satuan)
        if hasil.sel is None:
            return None
        if hasil.kode == BERTULISAN:
            self._bertulisan.append((k, baris, hasil.isi))
        elif hasil.kode is not None and hasil.kode not in DARI_SKEMA:
            self._lapor_ketik(t, k, baris, hasil.kode, hasil.isi, gagal=hasil.nilai is None or s.jenis == "galat")
        if k.tipe in DICARI and isinstance(isi, str) and isi != rapikan_spasi(isi):
            self._lapor("AN-12", t.lembar, t.alamat(baris, k.nama), k.judul, nilai=isi)
        asal = Asal.RUMUS_LAIN if s.rumus else Asal.ISIAN
        teks = isi if isinstance(isi, str) and hasil.bacaan is not None else None
        return hasil.ke_sel(asal, s.rumus, teks)

    def _ketik_rumus(self, t: Tabel, k: Kolom, baris: int, s: Sel, templat: RumusTemplat) -> SelKerja | None:
        if s.rumus and templat.cocok(k, s.rumus, baris):
            return SEL_RUMUS
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
        self._lapor(kode, t.lembar, sel, teks, **{"kolom_judul": teks} | isi)

    def _periksa_gabung(self, t: Tabel, lembar: Lembar) -> None:
        dalam = [(x, b1, k1, b2) for x in lembar.gabung for b1, k1, b2, _ in [kawasan(x)] if b2 > t.kepala + 1]
        tulisan = baris_tulisan(t) if dalam else {}
        for rentang, b1, k1, b2 in dalam:
            if not (b1 == b2 and b1 in tulisan):
                self._lapor("LB-08", lembar.nama, alamat_sel(b1, k1), nilai=rentang)

    def _periksa_kolom_lain(self, lembar: Lembar, kolom: Collection[int], awal: int) -> None:
        lain: dict[int, int] = {}
        for (b, c), s in lembar.sel.items():
            if b >= awal and c not in kolom and s.nilai not in (None, ""):
                lain[c] = min(lain.get(c, b), b)
        for c, b in sorted(lain.items()):
            self._lapor("LB-11", lembar.nama, alamat_sel(b, c), huruf(c), nama=huruf(c))

    def _lapor(self, kode: str, lembar: str, sel: str, kolom: str = "", **isi) -> None:
        if not self._banjir.tenggelam(kode, katalog()[kode].tingkat, lembar, kolom, sel):
            self._temuan.append(buat_temuan(kode, lembar=lembar, sel=sel, kolom=kolom, **isi))
