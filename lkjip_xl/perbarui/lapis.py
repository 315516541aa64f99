"""One input sheet: the template's frame over the user's cells, and a line for everything that is mended."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace

from lkjip_xl.buku.baca import teks_bersama
from lkjip_xl.buku.gaya import Gaya, PetaGaya, alihkan_gaya
from lkjip_xl.buku.lembar_terpisah import sebaris
from lkjip_xl.buku.paket import Paket
from lkjip_xl.buku.xmlaman import Elemen, q, rangkai, wajib
from lkjip_xl.inti.alamat import huruf, lipat, pecah
from lkjip_xl.inti.alamat import sel as alamat_sel
from lkjip_xl.perbarui.badan_byte import BadanByte
from lkjip_xl.perbarui.berdampingan import Berdampingan
from lkjip_xl.perbarui.bukti import DIKETIK
from lkjip_xl.perbarui.hasil import HasilPerbarui, Jenis
from lkjip_xl.perbarui.lebar import lebar_dahulu
from lkjip_xl.perbarui.letak import Letak
from lkjip_xl.perbarui.pilihan import pilihan
from lkjip_xl.perbarui.rangka import Rangka, gaya_lazim
from lkjip_xl.skema.versi_templat import rekaman
from lkjip_xl.tabel.model import BARIS_DATA, Asal, SelKerja, Tabel
from lkjip_xl.tabel.muat import KOLOM_ISIAN


def lapis_lembar(
    paket: Paket, templat: Paket, t: Tabel, letak: Letak, hasil: HasilPerbarui, *, pulihkan_rumus: bool,
    pindah: Collection[tuple[str, int, str]] = (),
) -> None:  # fmt: skip
    """Lay the template's sheet over the user's; t is the sheet as it was read before anything moved.

    pindah: typed cells, by sheet id, row and column, that have another home now and give way to the template's formula.
    """
    nama = letak.skema.lembar
    bagian, asal = paket.lembar()[nama].part, templat.lembar()[nama].part
    gaya, teks = Gaya(paket), teks_bersama(templat)
    bagian_gaya = templat.bagian_terkait("styles")
    peta = PetaGaya(gaya, templat.xml(bagian_gaya)) if bagian_gaya else None

    def siapkan(cetakan: Elemen) -> None:
        sebaris(cetakan, teks)
        if peta is not None:
            alihkan_gaya(cetakan, peta)

    if letak.skema.susunan == "pasangan":
        akar, cetakan = paket.xml(bagian), templat.xml(asal)
        siapkan(cetakan)
        _lapis_setelan(akar, cetakan, t, letak, hasil)
        paket.ganti(bagian, rangkai(akar))
    else:
        tinggal = replace(t, sel={x: s for x, s in t.sel.items() if (t.skema.id, *x) not in pindah})
        dua = Berdampingan(nama, (paket, bagian), (templat, asal), siapkan)
        _lapis_tabel(dua, tinggal, letak, hasil, pulihkan_rumus, (lambda s: s) if peta is None else peta.teks)
    gaya.simpan()


def _lapis_tabel(
    dua: Berdampingan, t: Tabel, letak: Letak, hasil: HasilPerbarui, pulihkan_rumus: bool, gaya: Callable[[str], str]
) -> None:
    s = letak.skema
    baru = {k for n, k in letak.kolom.items() if n not in t.letak}
    kolom, awal = letak.kolom.values(), BARIS_DATA + letak.geser_baris
    rumus = {letak.kolom[n]: k.rumus for n, k in s.kolom.items() if k.rumus}
    dibiarkan = _dibiarkan(t, letak, hasil, pulihkan_rumus)
    lazim = gaya_lazim(dua.gaya(awal), frozenset(kolom))
    badan = BadanByte(kolom, baru, rumus, dibiarkan, lazim, awal, gaya)
    dapat = badan.dapat
    sekitar: list[tuple[Jenis, object, object]] = []

    def lapis(akar: Elemen, cetakan: Elemen, pertama: bool) -> None:
        r = Rangka(akar, cetakan, kolom, baru, awal)
        r.kepala(sekitar=pertama)
        dapat.extend(r.badan(rumus, dibiarkan, lazim))
        if pertama:
            sekitar.extend(_sekitar(r, t, letak, len(baru)))

    dua.lapis(lapis, badan)
    terpakai = {letak.baris(b) for b in t.baris}
    semula, nama = {letak.baris(b): b for b, _ in t.sel}, {k: n for n, k in letak.kolom.items()}

    def lama(b: int, k: int) -> SelKerja | None:
        return t.sel.get((semula.get(b, 0), nama.get(k, "")))

    rumus_baru = {letak.kolom[n] for n in letak.rumus_baru}
    _catat_rumus(dapat, lama, terpakai, baru | rumus_baru, nama=s.lembar, hasil=hasil)
    for jenis, sebelum, sesudah in sekitar:
        hasil.catat(jenis, s.lembar, "", sebelum, sesudah)


def _sekitar(r: Rangka, t: Tabel, letak: Letak, baru: int) -> Iterator[tuple[Jenis, object, object]]:
    """What stands around the cells anew; gives what is to be listed. baru: how many columns the sheet did not have."""
    if berganti := r.lebar(lebar_dahulu(letak)):
        yield Jenis.LEBAR, _sebut(berganti, 1), _sebut(berganti, 2)
    diketik = {n for (_, n), x in t.sel.items() if x.asal in DIKETIK}
    r.sembunyikan({letak.kolom[n] for n in letak.rumus_baru if letak.skema.kolom[n].tersembunyi and n not in diketik})
    r.aturan_warna()
    sebelum, sesudah, kurang = pilihan(r.akar, r.templat, r.kolom, r.baru, _judul_kita(letak))
    if kurang and sebelum < sesudah - baru:
        yield Jenis.PILIHAN, sebelum, sesudah
    if r.pelindung():
        yield Jenis.KUNCI, "", ""
    r.tampilan()


def _sebut(lebar: Iterable[tuple[int, float, float]], i: int) -> str:
    return ", ".join(f"{huruf(x[0])} {x[i]:g}" for x in lebar)


def _lapis_setelan(akar: Elemen, cetakan: Elemen, t: Tabel, letak: Letak, hasil: HasilPerbarui) -> None:
    """Settings: number, name and explanation of the template; the input cell keeps what it holds."""
    baru = {b for n, b in letak.kolom.items() if n not in t.letak}
    r = Rangka(akar, cetakan, range(1, 5), (), BARIS_DATA)
    r.kepala()
    milik = set(letak.kolom.values())
    for c in list(cetakan.iter(q("c"))):
        b, k = pecah(wajib(c, "r"))
        if b in milik and (k != KOLOM_ISIAN or b in baru):  # the input cell keeps what it holds and how it looks
            r.salin(c)
    r.aturan_warna()
    pilihan(r.akar, r.templat, r.kolom, r.baru, _judul_kita(letak))
    if r.pelindung():
        hasil.catat(Jenis.KUNCI, letak.skema.lembar, "")
    r.tampilan()


def _judul_kita(letak: Letak) -> set[str]:
    """Titles under which the help of our drop-downs ever stood."""
    judul = {k.judul for k in letak.skema.kolom.values()} | {"Tahun"}
    for versi in rekaman().values():
        if letak.skema.id in versi:
            judul |= {k.judul for k in versi[letak.skema.id].kolom.values()}
    return {j.replace("{", "").replace("}", "")[:32] for j in judul}


def _dibiarkan(t: Tabel, letak: Letak, hasil: HasilPerbarui, pulihkan_rumus: bool) -> set[str]:
    """Formula cells in which something of the user's stands; what stands over a computed one is listed."""
    tinggal: set[str] = set()
    for (b, n), x in t.sel.items():
        if n not in letak.kolom or x.asal not in (Asal.TIMPA, Asal.RUMUS_LAIN):
            continue
        alamat = alamat_sel(letak.baris(b), letak.kolom[n])
        k = letak.skema.kolom[n]
        if not k.rumus:
            continue
        if k.jenis == "warisan":  # may be typed over: that is what the column is for
            tinggal.add(alamat)
        elif x.asal is Asal.RUMUS_LAIN:
            tinggal.add(alamat)
            hasil.catat(Jenis.RUMUS_SENDIRI, letak.skema.lembar, alamat, x.rumus or "", dilakukan=False)
        else:
            seharusnya = t.harap(b, n) if t.berumus(b, n) else ""
            hasil.catat(
                Jenis.KONSTANTA,
                letak.skema.lembar,
                alamat,
                x.mentah,
                "" if seharusnya is None else seharusnya,
                dilakukan=pulihkan_rumus,
            )
            if not pulihkan_rumus:
                tinggal.add(alamat)
    return tinggal


def _catat_rumus(dapat, lama, terpakai, baru, *, nama: str, hasil: HasilPerbarui) -> None:
    """Formulas that came back where they had been deleted, one line per column; new texts of formulas, too."""
    pulih: list[str] = []
    ganti: set[int] = set()
    for a in dapat:
        b, k = pecah(a)
        if k in baru:
            continue
        x = lama(b, k)
        if x is not None and x.asal is Asal.RUMUS:
            ganti.add(k)
        elif b in terpakai:
            pulih.append(a)
    if pulih:
        hasil.catat(Jenis.RUMUS_PULIH, nama, lipat(pulih))
    for k in sorted(ganti):
        hasil.catat(Jenis.RUMUS, nama, huruf(k))
