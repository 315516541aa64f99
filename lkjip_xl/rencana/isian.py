"""The rows of recognised tables put into the workbook: whose row each is, and every cell of it into its place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from lkjip_xl.bentuk.satu_indikator import ANGKA_SATU
from lkjip_xl.bentuk.waktu_kepala import triwulan
from lkjip_xl.inti.alamat import huruf
from lkjip_xl.inti.kemiripan import mirip
from lkjip_xl.padan.nama import nama_setara, senama
from lkjip_xl.padan.ragam_kepala import pokok_kepala
from lkjip_xl.padan.tahun import tahun_kepala
from lkjip_xl.rencana.bawaan import (
    Bawaan,
    baris_judul,
    baris_uang,
    kolom_jenjang,
    pernyataan_judul,
    tabel_utama,
)
from lkjip_xl.rencana.calon import berindikator
from lkjip_xl.rencana.capaian_saja import DUA_ARTI
from lkjip_xl.rencana.disisihkan import disisihkan
from lkjip_xl.rencana.isi_triwulan import isi_triwulan, semua_kumulatif
from lkjip_xl.rencana.kolom import SAMPAI_TW
from lkjip_xl.rencana.letak import BERNAMA, Lapang, kolom_kunci
from lkjip_xl.rencana.model import Nasib, Peran, PetaKolom, PetaTabel, Titik, Yakin
from lkjip_xl.rencana.papan import Papan
from lkjip_xl.rencana.pendukung import pisah
from lkjip_xl.rencana.pohon import PengisiPohon, berulang
from lkjip_xl.rencana.program import PembacaProgram
from lkjip_xl.rencana.register import Indikator, Register, Temu
from lkjip_xl.rencana.rumah import kolom_tuju, milik_indikator, teks_gabung
from lkjip_xl.rencana.satuan_baris import satuan_baris
from lkjip_xl.rencana.sementara import lepas_tanda, tandai_sementara
from lkjip_xl.rencana.strategi import ID_STRATEGI, isi_strategi
from lkjip_xl.rencana.subkegiatan import isi_subkegiatan
from lkjip_xl.rencana.umum import isi_umum
from lkjip_xl.skema.judul import sebagai_teks
from lkjip_xl.sumber.model import BarisAsing
from lkjip_xl.tabel.triwulan import ID_TRIWULAN

IND, KODE, NAMA, SATUAN, PERNYATAAN = "indikator", "kode", "indikator", "satuan", "pernyataan"
IKU, UKUR = "iku", "pengukuran"
NILAI_DASAR, TAHUN_DASAR = "nilai_dasar", "tahun_dasar"
LAIN_NAMA = 80.0
WARISAN_BAWAAN = {"iku": {"versi": "sesudah"}, "pk": {"versi": "murni"}}


class Pengisi:
    """Fills the workbook in memory from one table after the other."""

    def __init__(self, papan: Papan) -> None:
        self.papan = papan
        self.register = Register(papan.buku)
        self.kosong = not self.register.semua
        self.laporan = papan.buku.setelan.get("TahunLaporan")
        self.baru: dict[int, tuple[Indikator, PetaTabel]] = {}
        self._lapang: dict[str, Lapang] = {}
        self._sebaris_lain: set[str] = set()
        self._mirip: dict[tuple[str, str], str] = {}  # name and kode it resembles: the question asked about them

    def isi(self, peta: PetaTabel) -> None:
        """One table, unless it is refused or not certain enough."""
        skema = self.papan.buku.skema.lembar[peta.lembar]
        self.ragu_kolom(peta)
        if peta.lembar == ID_STRATEGI and peta.nomor_kolom(IND, NAMA) is None:
            isi_strategi(self, peta)
        elif peta.lembar == IND or berindikator(skema):
            utama, pendukung = pisah(peta)
            self._indikator(utama)
            if pendukung is not None:
                isi_umum(self, pendukung, PembacaProgram(pendukung), ulang=True)
        else:
            program = PembacaProgram(peta) if {"level", "nama"} <= skema.kolom.keys() else None
            if program is not None and berulang(peta, program):
                PengisiPohon(self, peta).isi()
            else:
                isi_umum(self, peta, program)

    def lapang(self, id_lembar: str) -> Lapang:
        """The rows of a sheet."""
        if id_lembar not in self._lapang:
            self._lapang[id_lembar] = Lapang(self.papan.buku, id_lembar)
        return self._lapang[id_lembar]

    def ragu_kolom(self, peta: PetaTabel) -> None:
        """Ask for every doubtful column; those refused are left out."""
        dua_arti = [k for k in peta.kolom.values() if k.alasan == DUA_ARTI and k.yakin is Yakin.RAGU]
        for k in [*peta.kolom.values()]:
            if k.alasan == SAMPAI_TW and semua_kumulatif(self.papan.buku):
                peta.kolom[k.nomor] = replace(k, yakin=Yakin.PASTI, alasan="")
            elif k.yakin is Yakin.RAGU:
                bersama = dua_arti if k in dua_arti else [k]  # of one meaning in all of a table: asked once
                bagian, judul = "; ".join(x.judul for x in bersama), self._judul(bersama[0])
                ya = self.papan.tanya(f"{peta.nomor}:{huruf(bersama[0].nomor)}", "kolom", peta, False, bagian=bagian, tujuan=judul,
                                      keterangan=k.alasan)  # fmt: skip
                if ya:
                    peta.kolom[k.nomor] = replace(k, yakin=Yakin.PASTI)

    def _judul(self, k: PetaKolom) -> str:
        t = self.papan.buku[k.lembar]
        return f"{t.lembar}: {sebagai_teks(t.skema.kolom[k.kolom].judul, self.papan.buku.setelan)}"

    def titik(self, peta: PetaTabel, b: BarisAsing) -> Iterable[Titik]:
        """The cells of a row in columns that are used for certain."""
        for n, s in b.sel.items():
            k = peta.kolom.get(n)
            if k is not None and k.yakin is Yakin.PASTI and k.lembar and s.teks.strip():
                yield Titik(peta, b, k, s)

    def tolak(self, peta: PetaTabel, b: BarisAsing, nasib: Nasib, alasan: str) -> None:
        """Leave a row out: what would have been used of it has this fate."""
        for n, s in b.sel.items():
            if (k := peta.kolom.get(n)) is not None and k.yakin is Yakin.PASTI:
                self.papan.catat(Titik(peta, b, k, s), nasib, alasan)

    # -- tables about indicators ----------------------------------------------------------------------------

    def _indikator(self, peta: PetaTabel) -> None:
        bawa = Bawaan(*pernyataan_judul(peta.tabel))
        terpakai: dict[str, set[int]] = {}
        kol = {p: next((k.nomor for k in peta.berperan(p)), 0) for p in (Peran.SASARAN, Peran.TUJUAN)}
        nama, kode = peta.nomor_kolom(IND, NAMA) or 0, peta.nomor_kolom(peta.lembar, KODE) or 0
        program = PembacaProgram(peta) if peta.lembar == "penunjang" else None
        self._sebaris_lain = {nama_setara(s.teks) for b in peta.tabel.data() if (s := b.sel.get(nama)) is not None}
        judul, jenjang = baris_judul(peta, nama), kolom_jenjang(peta.tabel)
        luar = dict.fromkeys(baris_uang(peta.tabel), "baris rupiah di bawah baris kinerjanya") | disisihkan(
            peta, self.laporan, nama
        )
        for b in peta.tabel.baris:
            if b.jenis == "kelompok":
                bawa.kelompok(" ".join(s.teks for s in b.sel.values()))
            if (b.kisi, b.nomor) in judul:
                bawa.kelompok(b.sel[nama].teks)
                self.tolak(peta, b, Nasib.KEPALA, "judul kelompok")
                continue
            if b.jenis != "data":
                continue
            if (b.kisi, b.nomor) in luar:
                self.tolak(peta, b, Nasib.TIDAK, luar[b.kisi, b.nomor])
                continue
            b, tanda = lepas_tanda(b, nama)
            bawa.baris(b, kol[Peran.SASARAN], kol[Peran.TUJUAN], jenjang)
            teks = {n: b.sel[n].teks.strip() for n in (nama, kode) if n in b.sel}
            nama_baris = teks.get(nama, "") or peta.tabel.indikator  # above the table, where no column says it
            if peta.lembar == ID_TRIWULAN and isi_subkegiatan(self, peta, b, teks.get(kode, ""), terpakai):
                continue
            if nama_baris or teks.get(kode):
                bawa.indikator = self._cari(
                    peta, b, teks.get(kode, ""), nama_baris, bawa, nama or kode or next(iter(b.sel))
                )
            ind = bawa.indikator
            if isinstance(ind, str):
                if ind == "tanpa nama":
                    self.papan.lapor("AB-07", *peta.tabel.alamat(b, next(iter(b.sel), 1)), alasan=ind)
                self.tolak(peta, b, Nasib.RAGU if ind != "tanpa nama" else Nasib.TIDAK, ind)
                continue
            self._identitas(peta, b, ind, kol, nama)
            self._sebaris(peta, b, ind, terpakai, program)
            if UKUR in terpakai:
                tandai_sementara(self, peta, b, tanda, ind.kode)

    def _cari(self, peta: PetaTabel, b: BarisAsing, kode: str, nama: str, bawa: Bawaan, kolom: int) -> Indikator | str:
        """The indicator of a row, made where it is missing, or why the row waits."""
        pernyataan, jenjang = bawa.pernyataan
        temu = self.register.cari(kode, nama, pernyataan, self._sebaris_lain)
        if temu.cara == "ganda":
            self.papan.lapor("AB-07", *peta.tabel.alamat(b, kolom), alasan=f'"{nama}" cocok dengan beberapa indikator')
            return "namanya cocok dengan beberapa indikator"
        if temu.cara in ("kode", "nama", "ejaan"):
            return self._temu(peta, b, temu, nama, kolom)
        tanya = f"{peta.nomor}!{peta.tabel.alamat(b, kolom)[1]}"
        if temu.cara == "mirip" and temu.indikator is not None:
            tanya = self._mirip.setdefault((nama_setara(nama), temu.indikator.kode), tanya)  # asked once for all tables
            ket = "ya = indikator yang sama, juga di tabel lain; tidak = baris dilewati"
            ya = self.papan.tanya(
                tanya, "baris mirip", peta, False, bagian=nama, tujuan=f"Indikator {temu.indikator.kode}",
                isi=temu.indikator.nama, keterangan=ket,
            )  # fmt: skip
            if not ya:
                self.papan.lapor(
                    "AB-10",
                    *peta.tabel.alamat(b, kolom),
                    nama=nama,
                    ada=temu.indikator.nama,
                    kode_ada=temu.indikator.kode,
                )
            return self._temu(peta, b, temu, nama, kolom) if ya else f"mirip dengan {temu.indikator.kode}"
        if not nama:
            return f"kode {kode} tidak ada di lembar Indikator"
        if pokok_kepala(nama) in ANGKA_SATU:
            return "nama indikatornya tidak tercetak"
        if not self.kosong and not self.papan.tanya(
            tanya, "indikator baru", peta, False, bagian=nama, tujuan="Indikator",
            keterangan="ya = tambah baris di lembar Indikator",
        ):  # fmt: skip
            self.papan.lapor("AB-11", *peta.tabel.alamat(b, kolom), nama=nama)
            return "indikator belum ada di buku"
        baru = self.register.tambah(nama, pernyataan, jenjang, kode)
        self.baru[baru.baris] = baru, peta
        if not pernyataan and (atas := self.register.sebelum(baru)):
            self.papan.lapor("AB-23", *self.papan.alamat((IND, baru.baris, PERNYATAAN)), nama=nama, ada=atas)
        self.papan.hasil.baris_baru += 1
        self.papan.turunan((IND, baru.baris, KODE), baru.kode, "kode baru")
        self.papan.turunan((IND, baru.baris, "jenjang"), jenjang, "menurut tabel")
        if NAMA not in {k.kolom for k in peta.kolom.values() if k.lembar == IND}:
            self.papan.turunan((IND, baru.baris, NAMA), nama, "menurut tabel")
        return baru

    def _temu(self, peta: PetaTabel, b: BarisAsing, temu: Temu, nama: str, kolom: int) -> Indikator:
        ind = temu.indikator
        assert ind is not None
        self.papan.hasil.baris_cocok += 1
        if nama and nama_setara(nama) != nama_setara(ind.nama):
            lain = mirip(nama_setara(nama), nama_setara(ind.nama)) < LAIN_NAMA and not senama(nama, ind.nama)
            kode = "AB-12" if lain else "AB-13"
            self.papan.lapor(kode, *peta.tabel.alamat(b, kolom), nilai=nama, nama=nama, ada=ind.nama, kode_ada=ind.kode)
        return ind

    def _identitas(self, peta: PetaTabel, b: BarisAsing, ind: Indikator, kol: dict[Peran, int], nama: int) -> None:
        """The cells that name the row: statement, name; what the workbook says already is equal or in conflict."""
        t = self.papan.buku[IND]
        for peran in (Peran.TUJUAN, Peran.SASARAN):
            if kol[peran] not in b.sel or not b.sel[kol[peran]].teks.strip():
                continue
            x = Titik(peta, b, peta.kolom[kol[peran]], b.sel[kol[peran]])
            letak = (IND, ind.baris, PERNYATAAN)
            if nama_setara(ind.pernyataan) != nama_setara(x.sel.teks):
                milik = peran is Peran.TUJUAN and ind.jenjang != "tujuan"
                self.papan.catat(x, Nasib.TIDAK if milik or not ind.pernyataan else Nasib.BENTROK,
                                 "tujuan di atas sasaran" if milik else f"di buku {ind.pernyataan}", letak)  # fmt: skip
            elif (ind.baris, PERNYATAAN) in t.sel or nama_setara(self.register.sebelum(ind)) == nama_setara(x.sel.teks):
                self.papan.catat(x, Nasib.SAMA, "", letak)
            else:
                self.papan.tulis(x, letak)
        baru = ind.baris in self.baru or (ind.baris, NAMA) not in t.sel
        if baru and nama_setara(self.register.sebelum(ind)) != nama_setara(ind.pernyataan):
            self.papan.turunan((IND, ind.baris, PERNYATAAN), ind.pernyataan, "menurut tabel")
        if tabel_utama(peta):
            self.papan.turunan((IND, ind.baris, IKU), "ya", "tabel Indikator Kinerja Utama")
        if nama in b.sel:
            x = Titik(peta, b, peta.kolom[nama], b.sel[nama])
            if (ind.baris, NAMA) not in t.sel:
                self.papan.tulis(x, (IND, ind.baris, NAMA))
            elif senama(x.sel.teks, ind.nama):
                self.papan.catat(x, Nasib.SAMA, "", (IND, ind.baris, NAMA))
            else:
                self.papan.catat(x, Nasib.BENTROK, f"di buku {ind.nama}", (IND, ind.baris, NAMA))

    def _sebaris(
        self,
        peta: PetaTabel,
        b: BarisAsing,
        ind: Indikator,
        terpakai: dict[str, set[int]],
        program: PembacaProgram | None,
    ) -> None:
        """The figures and texts of the row, each to its sheet."""
        titik = [
            milik_indikator(x) for x in self.titik(peta, b) if x.kolom.peran in (Peran.NILAI, Peran.LEVEL, Peran.KODE)
        ]
        milik = program.baca(b) if program is not None else None
        if milik is not None and milik.kolom is not None and milik.kolom.peran is Peran.LEVEL:
            for x in [x for x in titik if x.kolom.peran is Peran.LEVEL and x.kolom.nomor != milik.kolom.nomor]:
                titik.remove(x)
                self.papan.catat(x, Nasib.TIDAK, "tingkat di atas barisnya; yang terdalam yang dicatat")
        satuan = satuan_baris(self.papan, peta, ind, titik)
        per_lembar: dict[tuple[str, tuple[tuple[str, str], ...]], list[Titik]] = {}
        for x in titik:
            if (x.kolom.lembar, x.kolom.kolom) in ((IND, NAMA), (peta.lembar, KODE)) and x.kolom.peran is Peran.NILAI:
                if x.kolom.kolom == KODE:
                    nasib = Nasib.SAMA if ind.kode == x.sel.teks else Nasib.DIBANDINGKAN
                    self.papan.catat(x, nasib, f"indikator {ind.kode}", (IND, ind.baris, KODE))
                continue
            per_lembar.setdefault((x.kolom.lembar, x.kolom.kunci), []).append(x)
        for (lembar, sendiri), isi in per_lembar.items():
            isi = isi_triwulan(self, ind, isi, satuan)
            if not isi:
                continue
            if lembar == IND:
                for x in isi:
                    self.papan.letakkan(x, (IND, ind.baris, x.kolom.kolom))
                continue
            kunci = {KODE: ind.kode} | (peta.bawaan if lembar == peta.lembar else WARISAN_BAWAAN.get(lembar, {}))
            kunci |= dict(sendiri)
            if milik is not None and milik.level:
                kunci["level"] = milik.level
            kunci |= {x.kolom.kolom: x.sel.teks for x in isi if x.kolom.peran is not Peran.KODE}
            if "tw" in kunci:
                kunci["tw"] = triwulan(kunci["tw"]) or kunci["tw"]
            sudah = terpakai.setdefault(lembar, set())
            baris, _ = self.lapang(lembar).cari(kunci, sudah)
            sudah.add(baris)
            self.pasang_kunci(lembar, baris, kunci, isi)
            if lembar == ID_TRIWULAN == peta.lembar:
                teks_gabung(self, peta, b, baris)
            for x in isi:
                self.papan.letakkan(x, (lembar, baris, kolom_tuju(lembar, x)), satuan)
                if x.kolom.kolom == NILAI_DASAR and (tahun := tahun_kepala(x.kolom.judul, {})) is not None:
                    self.papan.turunan((lembar, baris, TAHUN_DASAR), str(tahun), "menurut kepala kolomnya")

    def tanpa_nama(self, peta: PetaTabel, b: BarisAsing, alasan: str = "tanpa nama") -> None:
        """Leave out a row that nothing names."""
        self.papan.lapor("AB-07", *peta.tabel.alamat(b, next(iter(b.sel), 1)), alasan=alasan)
        self.tolak(peta, b, Nasib.TIDAK, f"baris {alasan}")

    def pasang_kunci(self, lembar: str, baris: int, isi: dict[str, str], titik: list[Titik]) -> None:
        """Cells of the key that no column of the table prints."""
        tercetak = {x.kolom.kolom for x in titik if x.kolom.peran in (Peran.NILAI, Peran.LEVEL)}
        for k in (*kolom_kunci(self.papan.buku.skema.lembar[lembar]), "level", *BERNAMA):
            if k in self.papan.buku.skema.lembar[lembar].kolom and k not in tercetak and isi.get(k):
                self.papan.turunan((lembar, baris, k), isi[k], "menurut tabel")
