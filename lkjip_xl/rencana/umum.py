"""Tables that are not about indicators: each row found by its own key."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from lkjip_xl.inti.bacaan_kolom import baca_kolom
from lkjip_xl.inti.kunci import kunci_judul
from lkjip_xl.padan.baris import kedalaman
from lkjip_xl.padan.nama import nama_setara
from lkjip_xl.padan.ragam_kepala import pokok_kolom
from lkjip_xl.rencana.disisihkan import disisihkan
from lkjip_xl.rencana.letak import BERNAMA, kolom_kunci
from lkjip_xl.rencana.model import Nasib, Peran, PetaTabel, Titik, Yakin
from lkjip_xl.rencana.program import BarisProgram, PembacaProgram
from lkjip_xl.rencana.realisasi_anggaran import bukan_belanja
from lkjip_xl.rencana.renstra_program import baris_sasaran, berindikator_lagi
from lkjip_xl.rencana.satuan_baris import satuan_figur
from lkjip_xl.skema.model import SkemaLembar
from lkjip_xl.sumber.model import BarisAsing
from lkjip_xl.tabel.model import ANGKA

if TYPE_CHECKING:
    from lkjip_xl.rencana.isian import Pengisi

KODE, SATUAN, DIMENSI, TAHUN, INDUK = "kode", "satuan", "dimensi", "tahun", "induk"
PREDIKAT, BELANJA = "predikat", "belanja"
MENDUKUNG = frozenset({"sasaran", "tujuan", "indikator"})  # headers of what programmes serve
BERJUMLAH = frozenset({"lhe_nilai"})  # sheets in which the total is a row, too
INDIKATOR_LAGI = "indikator lain program di atasnya; lembar ini satu baris per program"
VERSI = {"tc27": {"versi": "sesudah"}, "pk_program": {"versi": "perubahan"}}


def isi_umum(pengisi: Pengisi, peta: PetaTabel, program: PembacaProgram | None, *, ulang: bool = False) -> None:
    """One table whose rows are found by their own key: programmes, kinds of spending, staff, assets.

    ulang: a row that comes again is the same one, as of a programme beside each of its indicators.
    """
    kunci_utama, versi = _utama(pengisi, peta)
    pembaca = _Pembaca(pengisi, peta, versi, berprogram=program is not None)
    terpakai: set[int] = set()
    lama: dict[tuple[str, ...], int] = {}  # rows of programmes by what is printed of them
    terpakai_lain: dict[str, set[int]] = {}
    for b in peta.tabel.baris:
        if b.jenis != "data" and not (b.jenis == "jumlah" and peta.lembar in BERJUMLAH):
            continue
        titik = list(pengisi.titik(peta, b))
        if not titik:
            continue
        if (b.kisi, b.nomor) in pembaca.luar:
            pengisi.tolak(peta, b, Nasib.TIDAK, pembaca.luar[b.kisi, b.nomor])
            continue
        p = pembaca.program(b, titik, program.baca(b)) if program is not None else None
        isi = pembaca.baca(b, titik) if p is None else pembaca.baca_program(b, titik, p)
        if isi is None:
            continue
        if p is not None:
            titik = [x for x in titik if x.kolom.peran is not Peran.LEVEL or x.kolom == p.kolom]
        cetakan = _cetakan(peta, p, titik) if p is not None else ()
        dulu = lama.get(cetakan)
        baris, baru = (dulu, False) if dulu is not None else pengisi.lapang(peta.lembar).cari(isi, terpakai)
        if baru and p is not None and not p.level:
            pengisi.papan.lapor("AB-14", *peta.tabel.alamat(b, p.kolom.nomor if p.kolom else 1), nama=isi["nama"])
            pengisi.tolak(peta, b, Nasib.RAGU, "level tidak diketahui")
            continue
        if not ulang:
            terpakai.add(baris)
        if cetakan:
            lama[cetakan] = baris
        pengisi.papan.hasil.baris_baru += baru
        pengisi.papan.hasil.baris_cocok += not baru
        pengisi.pasang_kunci(peta.lembar, baris, isi, titik)
        if baru and INDUK in isi:
            pengisi.papan.turunan((peta.lembar, baris, INDUK), isi[INDUK], "menurut kode barisnya")
        lain = [x for x in titik if x.kolom.lembar != peta.lembar or x.kolom.kunci not in ((), *kunci_utama)]
        milik = [x for x in titik if x not in lain]
        bersama = [x for x in milik if not x.kolom.kunci and pembaca.skema.kolom[x.kolom.kolom].tipe in ANGKA]
        bersama = bersama if peta.lembar in BERJUMLAH else []  # one weight, for every year beside it
        isi_lembar_lain(pengisi, isi, lain, terpakai_lain, bersama=bersama)
        _letakkan(pengisi, pembaca.skema, baris, baru, isi, milik)


def _letakkan(
    pengisi: Pengisi, skema: SkemaLembar, baris: int, baru: bool, isi: dict[str, str], titik: Sequence[Titik]
) -> None:
    """The cells of a row of the table's own sheet."""
    if SATUAN in skema.kolom and skema.kolom[SATUAN].jenis == "isian" and not isi.get(SATUAN):
        isi[SATUAN] = satuan_figur(pengisi.papan, titik, (skema.id, baris, SATUAN))
    for x in titik:
        if x.kolom.peran is Peran.KODE:
            nasib = Nasib.DITULIS if baru else Nasib.SAMA
            pengisi.papan.catat(x, nasib, f"kode {isi.get(KODE, '')}", (skema.id, baris, KODE))
        else:
            pengisi.papan.letakkan(x, (skema.id, baris, x.kolom.kolom), isi.get(SATUAN, ""))


class _Pembaca:
    """What each row of a table says of itself, by the columns of its sheet, with what the rows above say for it.

    luar: rows that are not taken, with the reason.
    """

    def __init__(
        self, pengisi: Pengisi, peta: PetaTabel, versi: Iterable[tuple[str, str]], *, berprogram: bool
    ) -> None:
        self._pengisi, self._peta, self._versi = pengisi, peta, dict(versi)
        self.skema = pengisi.papan.buku.skema.lembar[peta.lembar]
        self._kunci = [k for k in (*kolom_kunci(self.skema), *BERNAMA) if k in self.skema.kolom]
        self._penama = [k for k in BERNAMA if k in self.skema.kolom and k != DIMENSI]
        self._bernama = next(iter(self._penama), "")
        nomor = peta.nomor_kolom(peta.lembar, self._bernama) or 0
        self._cakupan = tercakup(peta, nomor)
        self._atas = _induk(peta, nomor) if INDUK in self.skema.kolom else {}
        belanja = bukan_belanja(peta.tabel) if peta.lembar == BELANJA else ()
        self.luar = dict.fromkeys(belanja, "pendapatan atau pembiayaan, bukan belanja")
        if berprogram:
            self.luar |= baris_sasaran(peta, nomor)
        self.luar |= disisihkan(peta, pengisi.laporan, nomor)
        self._bawa: dict[str, str] = {}
        self._lalu, self._urut_lalu = "", ""  # name and number of the row above
        self._program_lalu: BarisProgram | None = None

    def _tertulis(self, titik: Iterable[Titik]) -> dict[str, str]:
        sendiri = (x for x in titik if x.kolom.lembar == self._peta.lembar and x.kolom.peran is Peran.NILAI)
        return self._peta.bawaan | {x.kolom.kolom: x.sel.teks for x in sendiri} | self._versi

    def program(self, b: BarisAsing, titik: Sequence[Titik], p: BarisProgram) -> BarisProgram:
        """The programme of a row: where it only has a further indicator, the one of the row above (AB-30)."""
        if p.sel is None and (lagi := berindikator_lagi(self._peta, b, titik, self._program_lalu)) is not None:
            p, judul = lagi, self.skema.kolom[self._bernama].judul
            nama = p.sel.teks if p.sel is not None else ""
            self._pengisi.papan.lapor("AB-30", *titik[0].alamat, kolom_judul=judul, nama=nama)
        if p.sel is not None:
            self._program_lalu = p
        return p

    def baca_program(self, b: BarisAsing, titik: Sequence[Titik], p: BarisProgram) -> dict[str, str] | None:
        """Of the row of a programme; None where it has no name."""
        if p.sel is None:
            lagi = self._program_lalu is not None and any(x.kolom.kolom == "indikator" for x in titik)
            self._pengisi.tanpa_nama(self._peta, b, INDIKATOR_LAGI if lagi else "tanpa nama")
            return None
        milik = (("nama", p.sel.teks), ("level", p.level), ("kode", p.kode))
        return self._tertulis(titik) | {k: x for k, x in milik if x}

    def baca(self, b: BarisAsing, titik: Sequence[Titik]) -> dict[str, str] | None:
        """Of any other row; None where it has no name, or is not taken."""
        isi = self._tertulis(titik)
        if self._bernama not in isi and (b.kisi, b.nomor) in self._cakupan:
            isi[self._bernama] = self._cakupan[b.kisi, b.nomor]
        nomor = self._peta.berperan(Peran.NOMOR)
        urut = " ".join(s.teks for k in nomor if (s := b.sel.get(k.nomor)) is not None)
        self._bawa = _turunkan(self._bawa, isi, self._kunci)
        isi = {k: self._bawa[k] for k in self._kunci[:1] if k in self._bawa} | isi
        if not any(isi.get(k) for k in self._penama) and self._lanjutan(titik, urut):
            isi[self._bernama] = self._lalu
            judul = self.skema.kolom[self._bernama].judul
            self._pengisi.papan.lapor("AB-30", *titik[0].alamat, kolom_judul=judul, nama=self._lalu)
        if not any(isi.get(k) for k in self._penama):
            self._pengisi.tanpa_nama(self._peta, b)
            return None
        if self._peta.lembar in BERJUMLAH and kunci_judul(isi.get(self._bernama, "")) == PREDIKAT:
            self._pengisi.tolak(self._peta, b, Nasib.TIDAK, "predikat dihitung buku dari nilainya")
            return None
        self._lalu, self._urut_lalu = isi.get(self._bernama, ""), urut or self._urut_lalu
        return isi | self._atas.get((b.kisi, b.nomor), {})

    def _lanjutan(self, titik: Sequence[Titik], urut: str) -> bool:
        return bool(self._lalu) and not self.skema.kunci and _sekelompok(titik, urut, self._urut_lalu)


def _cetakan(peta: PetaTabel, p: BarisProgram, titik: list[Titik]) -> tuple[str, ...]:
    """What is printed of a programme: where all of it comes again below another sasaran, it is the same one."""
    nama = p.sel.teks if p.sel is not None else ""
    angka = [f"{x.kolom.nomor} {x.sel.teks}" for x in titik if baca_kolom(x.sel.teks).nilai]
    mendukung = MENDUKUNG & {*pokok_kolom(peta.tabel).values()} or any(b.kelompok for b in peta.tabel.baris)
    return (p.level, nama_setara(nama), *angka) if mendukung and angka else ()


def _utama(pengisi: Pengisi, peta: PetaTabel) -> tuple[list[tuple[tuple[str, str], ...]], tuple[tuple[str, str], ...]]:
    """Which of several versions or years the row of the table itself is of, and what its row says then.

    The last one; where no year means that of the report, and columns name none, that one is said, too.
    """
    kolom = pengisi.papan.buku.skema.lembar[peta.lembar].kolom
    milik = [k for k in peta.kolom.values() if k.lembar == peta.lembar and k.yakin is Yakin.PASTI]
    berkunci = max((k.kunci for k in milik), default=())
    polos = any(not k.kunci and kolom[k.kolom].tipe in ANGKA for k in milik)
    if not berkunci or berkunci[0][0] != TAHUN or kolom[TAHUN].harus or not polos:
        return [berkunci], berkunci
    laporan = pengisi.papan.buku.setelan.get("TahunLaporan")
    return [], ((TAHUN, f"{laporan:.0f}"),) if isinstance(laporan, float) else ()


def isi_lembar_lain(
    pengisi: Pengisi, isi: dict[str, str], titik: list[Titik], terpakai: dict[str, set[int]], *,
    ulang: bool = False, bersama: Iterable[Titik] = (),
) -> None:  # fmt: skip
    """Figures that are another sheet's about the same programme: its row there, by kode or level and name.

    ulang: it may come again; bersama: figures that each of these rows has, too.
    """
    for lembar, kunci_lain in dict.fromkeys((x.kolom.lembar, x.kolom.kunci) for x in titik):
        milik = [x for x in titik if (x.kolom.lembar, x.kolom.kunci) == (lembar, kunci_lain)]
        skema = pengisi.papan.buku.skema.lembar[lembar]
        kunci = {
            k: isi[k] for k in (KODE, "level", *BERNAMA, "indikator", SATUAN, INDUK) if k in skema.kolom and isi.get(k)
        }
        kunci |= VERSI.get(lembar, {}) | dict(kunci_lain)
        if not any(kunci.get(k) for k in (KODE, *BERNAMA)) or (not kunci.get(KODE) and KODE in skema.kunci):
            for x in milik:
                pengisi.papan.catat(x, Nasib.RAGU, "tanpa kode barisnya tidak dapat dicari")
            continue
        baris, baru = pengisi.lapang(lembar).cari(kunci, terpakai.setdefault(lembar, set()))
        if not kunci_lain and not ulang:
            terpakai[lembar].add(baris)
        pengisi.papan.hasil.baris_baru += baru
        pengisi.pasang_kunci(lembar, baris, kunci, [])
        for k in ("indikator", SATUAN, INDUK):
            if baru and k in kunci and skema.kolom[k].jenis == "isian":
                pengisi.papan.turunan((lembar, baris, k), kunci[k], "menurut tabel")
        for x in (*milik, *bersama):
            pengisi.papan.letakkan(x, (lembar, baris, x.kolom.kolom), isi.get(SATUAN, ""))


def _induk(peta: PetaTabel, nama: int) -> dict[tuple[int, int], dict[str, str]]:
    """The kind of spending above each, by grid and row, where kode tell how deep rows stand and no column says it."""
    dalam = kedalaman(peta.tabel) if peta.nomor_kolom(peta.lembar, INDUK) is None else {}
    hasil: dict[tuple[int, int], dict[str, str]] = {}
    tumpuk: list[tuple[int, str]] = []
    for b in peta.tabel.data():
        letak = b.kisi, b.nomor
        if letak not in dalam or nama not in b.sel:
            continue
        while tumpuk and tumpuk[-1][0] >= dalam[letak]:
            tumpuk.pop()
        if tumpuk:
            hasil[letak] = {INDUK: tumpuk[-1][1]}
        tumpuk.append((dalam[letak], b.sel[nama].teks))
    return hasil


def tercakup(peta: PetaTabel, kolom: int) -> dict[tuple[int, int], str]:
    """What merged cells of a column say of the rows they reach down over, by grid and row."""
    return {
        (i, b): s.teks
        for i, kisi in enumerate(peta.tabel.kisi)
        for b1, k1, b2, _ in kisi.gabung
        if k1 == kolom and (s := kisi.sel.get((b1, k1))) is not None
        for b in range(b1 + 1, b2 + 1)
    }


def _sekelompok(titik: Sequence[Titik], urut: str, urut_lalu: str) -> bool:
    """Is a row without a name one of several under the name above it: without a number of its own, told apart by other words?"""
    if urut and urut != urut_lalu:
        return False
    return any(x.sel.nilai is None and baca_kolom(x.sel.teks).nilai is None for x in titik)


def _turunkan(bawa: dict[str, str], isi: dict[str, str], kunci: list[str]) -> dict[str, str]:
    """The first key carried down where a merged cell leaves it blank."""
    return bawa | {k: isi[k] for k in kunci[:1] if isi.get(k)}
