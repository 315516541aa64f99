"""Tables that are not about indicators: each row found by its own key."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from lkjip_xl.inti.bacaan_kolom import baca_kolom
from lkjip_xl.inti.kunci import kunci_judul
from lkjip_xl.padan.baris import kedalaman
from lkjip_xl.rencana.disisihkan import disisihkan
from lkjip_xl.rencana.letak import BERNAMA, kolom_kunci
from lkjip_xl.rencana.model import Nasib, Peran, PetaTabel, Titik, Yakin
from lkjip_xl.rencana.program import BarisProgram, PembacaProgram
from lkjip_xl.rencana.realisasi_anggaran import bukan_belanja
from lkjip_xl.rencana.renstra_program import baris_sasaran, berindikator_lagi
from lkjip_xl.rencana.satuan_baris import satuan_figur
from lkjip_xl.tabel.model import ANGKA

if TYPE_CHECKING:
    from lkjip_xl.rencana.isian import Pengisi

KODE, SATUAN, DIMENSI, TAHUN, INDUK = "kode", "satuan", "dimensi", "tahun", "induk"
PREDIKAT, BELANJA = "predikat", "belanja"
BERJUMLAH = frozenset({"lhe_nilai"})  # sheets in which the total is a row, too
VERSI = {"tc27": {"versi": "sesudah"}, "pk_program": {"versi": "perubahan"}}


def isi_umum(pengisi: Pengisi, peta: PetaTabel, program: PembacaProgram | None, *, ulang: bool = False) -> None:
    """One table whose rows are found by their own key: programmes, kinds of spending, staff, assets.

    ulang: a row that comes again is the same one, as of a programme beside each of its indicators.
    """
    skema = pengisi.papan.buku.skema.lembar[peta.lembar]
    kunci_kolom = [k for k in (*kolom_kunci(skema), *BERNAMA) if k in skema.kolom]
    bawa: dict[str, str] = {}
    penama = [k for k in BERNAMA if k in skema.kolom and k != DIMENSI]
    bernama = next(iter(penama), "")
    cakupan = tercakup(peta, peta.nomor_kolom(peta.lembar, bernama) or 0)
    program_lalu: BarisProgram | None = None
    lalu, urut_lalu = "", ""  # name and number of the row above
    kunci_utama, versi = _utama(pengisi, peta)
    atas = _induk(peta, peta.nomor_kolom(peta.lembar, bernama) or 0) if INDUK in skema.kolom else {}
    luar = dict.fromkeys(
        bukan_belanja(peta.tabel) if peta.lembar == BELANJA else (), "pendapatan atau pembiayaan, bukan belanja"
    )
    if program is not None:
        luar |= baris_sasaran(peta, peta.nomor_kolom(peta.lembar, bernama) or 0)
    luar |= disisihkan(peta, pengisi.laporan, peta.nomor_kolom(peta.lembar, bernama) or 0)
    terpakai: set[int] = set()
    terpakai_lain: dict[str, set[int]] = {}
    for b in peta.tabel.baris:
        if b.jenis != "data" and not (b.jenis == "jumlah" and peta.lembar in BERJUMLAH):
            continue
        titik = list(pengisi.titik(peta, b))
        if not titik:
            continue
        if (b.kisi, b.nomor) in luar:
            pengisi.tolak(peta, b, Nasib.TIDAK, luar[b.kisi, b.nomor])
            continue
        teks = {
            x.kolom.kolom: x.sel.teks for x in titik if x.kolom.lembar == peta.lembar and x.kolom.peran is Peran.NILAI
        }
        p = program.baca(b) if program is not None else None
        isi = peta.bawaan | teks | dict(versi)
        if p is not None:
            if p.sel is None and (lagi := berindikator_lagi(peta, b, titik, program_lalu)) is not None:
                p = lagi
                pengisi.papan.lapor(
                    "AB-30", *titik[0].alamat, kolom_judul=skema.kolom[bernama].judul, nama=p.sel.teks if p.sel else ""
                )
            if p.sel is None:
                pengisi.tanpa_nama(peta, b)
                continue
            program_lalu = p
            isi |= {k: x for k, x in (("nama", p.sel.teks), ("level", p.level), ("kode", p.kode)) if x}
            titik = [x for x in titik if x.kolom.peran is not Peran.LEVEL or x.kolom == p.kolom]
        else:
            if bernama not in isi and (b.kisi, b.nomor) in cakupan:
                isi[bernama] = cakupan[b.kisi, b.nomor]
            urut = " ".join(s.teks for k in peta.berperan(Peran.NOMOR) if (s := b.sel.get(k.nomor)) is not None)
            bawa = _turunkan(bawa, isi, kunci_kolom)
            isi = {k: bawa[k] for k in kunci_kolom[:1] if k in bawa} | isi
            if not any(isi.get(k) for k in penama) and lalu and not skema.kunci and _sekelompok(titik, urut, urut_lalu):
                isi[bernama] = lalu
                pengisi.papan.lapor("AB-30", *titik[0].alamat, kolom_judul=skema.kolom[bernama].judul, nama=lalu)
            if not any(isi.get(k) for k in penama):
                pengisi.tanpa_nama(peta, b)
                continue
            if peta.lembar in BERJUMLAH and kunci_judul(isi.get(bernama, "")) == PREDIKAT:
                pengisi.tolak(peta, b, Nasib.TIDAK, "predikat dihitung buku dari nilainya")
                continue
            lalu, urut_lalu = isi.get(bernama, ""), urut or urut_lalu
            isi |= atas.get((b.kisi, b.nomor), {})
        baris, baru = pengisi.lapang(peta.lembar).cari(isi, terpakai)
        if baru and p is not None and not p.level:
            pengisi.papan.lapor("AB-14", *peta.tabel.alamat(b, p.kolom.nomor if p.kolom else 1), nama=isi["nama"])
            pengisi.tolak(peta, b, Nasib.RAGU, "level tidak diketahui")
            continue
        if not ulang:
            terpakai.add(baris)
        pengisi.papan.hasil.baris_baru += baru
        pengisi.papan.hasil.baris_cocok += not baru
        pengisi.pasang_kunci(peta.lembar, baris, isi, titik)
        if baru and INDUK in isi:
            pengisi.papan.turunan((peta.lembar, baris, INDUK), isi[INDUK], "menurut kode barisnya")
        lain = [x for x in titik if x.kolom.lembar != peta.lembar or x.kolom.kunci not in ((), *kunci_utama)]
        bersama = [x for x in titik if x not in lain and not x.kolom.kunci and skema.kolom[x.kolom.kolom].tipe in ANGKA]
        bersama = bersama if peta.lembar in BERJUMLAH else []  # one weight, for every year beside it
        isi_lembar_lain(pengisi, isi, lain, terpakai_lain, bersama=bersama)
        if SATUAN in skema.kolom and skema.kolom[SATUAN].jenis == "isian" and not isi.get(SATUAN):
            isi[SATUAN] = satuan_figur(pengisi.papan, (x for x in titik if x not in lain), (peta.lembar, baris, SATUAN))
        for x in titik:
            if x in lain:
                continue
            if x.kolom.peran is Peran.KODE:
                pengisi.papan.catat(
                    x,
                    Nasib.DITULIS if baru else Nasib.SAMA,
                    f"kode {isi.get(KODE, '')}",
                    (peta.lembar, baris, KODE),
                )
            else:
                pengisi.papan.letakkan(x, (peta.lembar, baris, x.kolom.kolom), isi.get(SATUAN, ""))


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


def _sekelompok(titik: list[Titik], urut: str, urut_lalu: str) -> bool:
    """Is a row without a name one of several under the name above it: without a number of its own, told apart by other words?"""
    if urut and urut != urut_lalu:
        return False
    return any(x.sel.nilai is None and baca_kolom(x.sel.teks).nilai is None for x in titik)


def _turunkan(bawa: dict[str, str], isi: dict[str, str], kunci: list[str]) -> dict[str, str]:
    """The first key carried down where a merged cell leaves it blank."""
    return bawa | {k: isi[k] for k in kunci[:1] if isi.get(k)}
