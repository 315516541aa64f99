"""Slips among the figures of one indicator: years of the Renstra, earlier years, quarters."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from lkjip_xl.inti.kunci import kunci_satuan, kunci_teks
from lkjip_xl.inti.pilihan import Arah, arah_sel
from lkjip_xl.inti.salah_ketik import Sebab, bacaan_lain, keluar_jalur, keluar_kelompok
from lkjip_xl.inti.satuan import TERBATAS
from lkjip_xl.inti.temuan import Tingkat
from lkjip_xl.skema.perlu import perlu
from lkjip_xl.tabel.model import BukuKerja
from lkjip_xl.tabel.triwulan import ID_TRIWULAN, TW
from lkjip_xl.validasi.aturan.pelapor import Pelapor
from lkjip_xl.validasi.aturan.penelusur import Rujukan
from lkjip_xl.validasi.aturan.registri import aturan
from lkjip_xl.validasi.aturan.selang import terukur

TARGET = tuple(f"target_{k}" for k in range(1, 7))
DULU = (1, 2, 3)
LIPAT = 1.6  # so many times beyond its neighbours a measure of a year stands out …
LIPAT_TW = 2.0  # … and a quarter
LIPAT_LAIN = 5.0  # farther out KW-04 and KW-05 speak
CACAH_BESAR = 100.0  # counts that are planned by growth, not one by one
SEDIKIT = 3.0
SAKSI = 4  # figures of other years that tell a level …
RAPAT = 1.25  # … when they are no farther apart than this,
LONJAK = 1.25  # and a year beyond them by this is none of them
SELA = 0.03
Sel = tuple[Rujukan, float]


@aturan(
    kode=("KW-20",), lembar=("renstra", "indikator"), baca=perlu(renstra="kode ?target_1-6", indikator="kode satuan")
)
def jalur_renstra(buku: BukuKerja, lapor: Pelapor) -> None:
    """Target satu indikator di Renstra menempuh satu jalur dari tahun ke tahun; satu angka di luarnya mungkin salah ketik."""
    for b, isi in lapor.jejak.baris("renstra").items():
        sel = list(_bersih(lapor, (Rujukan("renstra", b, k) for k in TARGET if k in isi)))
        satuan = buku.indeks.ambil("indikator", "kode", isi["kode"], "satuan")
        cacah = not terukur(satuan)
        d = keluar_jalur([x for _, x in sel], [_desimal(buku, r) for r, _ in sel], cacah=cacah)
        if d is None:
            continue
        r = sel[d.letak][0]
        lain = [s for s in sel if s[0] != r]
        besar = min(y for _, y in lain) >= CACAH_BESAR or any(y % 1 for _, y in lain)  # these are measured
        sama = d.tetap and d.sebab is Sebab.KOMA and d.usul >= SEDIKIT
        yakin = d.sebab is not Sebab.LAIN and (not cacah or besar or sama)
        _lapor(lapor, r, d.usul, d.sebab, lain, yakin=yakin)


@aturan(
    kode=("KW-20",),
    lembar=("riwayat", "pengukuran", "indikator"),
    baca=perlu(
        riwayat="kode ?target_1-3 ?realisasi_1-3 ?keterangan",
        pengukuran="kode ?target ?realisasi",
        pk="?target",
        renstra="?target_1-6",
        indikator="kode satuan ?arah",
    ),
)
def angka_antartahun(buku: BukuKerja, lapor: Pelapor) -> None:
    """Target dan realisasi satu indikator beberapa tahun setingkat; satu angka di luarnya mungkin salah ketik."""
    for b, isi in lapor.jejak.baris("riwayat").items():
        kode = isi["kode"]
        satuan = buku.indeks.ambil("indikator", "kode", kode, "satuan")
        kini = buku.indeks.baris("pengukuran", "kode", kode)
        sel = [Rujukan("riwayat", b, f"{k}_{n}") for k in ("target", "realisasi") for n in DULU if f"{k}_{n}" in isi]
        if kini is not None:
            sel += [*_asal(lapor, Rujukan("pengukuran", kini, "target")), Rujukan("pengukuran", kini, "realisasi")]
        _satu_kelompok(lapor, sel, satuan, LIPAT, LIPAT_LAIN)
        if kunci_satuan(satuan) in TERBATAS and isi.get("keterangan") is None:
            turun = arah_sel(buku.indeks.ambil("indikator", "kode", kode, "arah") or None) is not Arah.NAIK
            _lonjakan(lapor, sel, turun=turun)


@aturan(
    kode=("KW-20",),
    lembar=(ID_TRIWULAN, "indikator"),
    baca=perlu(triwulan="kode tw ?target ?realisasi", indikator="kode satuan"),
)
def angka_antartriwulan(buku: BukuKerja, lapor: Pelapor) -> None:
    """Angka keempat triwulan satu indikator setingkat; satu angka di luarnya mungkin salah ketik."""
    milik: dict[str, dict[object, int]] = defaultdict(dict)
    for b, isi in lapor.jejak.baris(ID_TRIWULAN).items():
        milik[kunci_teks(isi["kode"])].setdefault(isi["tw"], b)
    for kode, baris in milik.items():
        satuan = buku.indeks.ambil("indikator", "kode", kode, "satuan")
        for k in ("target", "realisasi"):
            sel = [Rujukan(ID_TRIWULAN, baris[n], k) for n in TW.values() if n in baris]
            _satu_kelompok(lapor, sel, satuan, LIPAT_TW, akhir_bebas=True)


@aturan(
    kode=("KW-20",),
    lembar=("rencana_aksi", "indikator"),
    baca=perlu(rencana_aksi="kode tw1-4 ?cara_tw ?sifat", indikator="kode satuan"),
)
def jalur_rencana_aksi(buku: BukuKerja, lapor: Pelapor) -> None:
    """Target triwulan tahun depan yang bukan jumlah menempuh satu jalur; satu angka di luarnya mungkin salah ketik."""
    for b, isi in lapor.jejak.baris("rencana_aksi").items():
        sel = list(_bersih(lapor, (Rujukan("rencana_aksi", b, k) for k in TW)))
        satuan = buku.indeks.ambil("indikator", "kode", isi["kode"], "satuan")
        setingkat = isi.get("sifat") != "jumlah" or isi.get("cara_tw") == "kumulatif"
        if len(sel) < len(TW) or not setingkat or kunci_satuan(satuan) not in TERBATAS:
            continue
        d = keluar_jalur([x for _, x in sel], [_desimal(buku, r) for r, _ in sel], cacah=False)
        if d is not None:
            r = sel[d.letak][0]
            _lapor(lapor, r, d.usul, d.sebab, [s for s in sel if s[0] != r], yakin=d.sebab is Sebab.BERTUKAR)


def _satu_kelompok(
    lapor: Pelapor, semua: list[Rujukan], satuan: object, batas: float, paling: float | None = None, *, akhir_bebas: bool = False
) -> None:  # fmt: skip
    """Each figure against the others; akhir_bebas: the last may hold what the others lead to."""
    sel = list(_bersih(lapor, semua))
    for i, (r, x) in enumerate(sel):
        lain = [*sel[:i], *sel[i + 1 :]]
        usul = keluar_kelompok(
            x, _desimal(lapor.buku, r), [y for _, y in lain], batas, paling, cacah=not terukur(satuan)
        )
        if usul is not None and not _rumus(lapor, r):
            naik_akhir = akhir_bebas and r == semua[-1] and x > usul[0]
            _lapor(lapor, r, *usul, lain, yakin=kunci_satuan(satuan) in TERBATAS and not naik_akhir)


def _lonjakan(lapor: Pelapor, semua: list[Rujukan], *, turun: bool) -> None:
    """A year far better than those before and after it, and like them when two digits change places.

    A bad year between good ones is real often enough.
    """
    sel = list(_bersih(lapor, semua))
    for r, x in sel:
        if r not in (Rujukan(r.lembar, r.baris, f"realisasi_{k}") for k in DULU):
            continue
        lain = [s for s in sel if s[0] != r]
        waktu = {_tahun(s) for s, _ in lain if s.kolom.startswith("realisasi")}
        if len(lain) < SAKSI or not min(waktu, default=9) < _tahun(r) < max(waktu, default=-1) or lapor.pernah(r):
            continue
        rendah, tinggi = min(y for _, y in lain), max(y for _, y in lain)
        if rendah <= 0 or tinggi > RAPAT * rendah or (rendah / x if turun else x / tinggi) < LONJAK:
            continue
        tukar = (y for sebab, y in bacaan_lain(x, _desimal(lapor.buku, r)) if sebab is Sebab.BERTUKAR)
        if usul := [y for y in tukar if rendah * (1 - SELA) <= y <= tinggi * (1 + SELA)]:
            _lapor(lapor, r, usul[0], Sebab.BERTUKAR, lain, yakin=True)


def _asal(lapor: Pelapor, r: Rujukan) -> list[Rujukan]:
    """The cell a figure is typed in: its own, or the one the formula takes it from."""
    return lapor.jejak.sumber(r) if _rumus(lapor, r) else [r]


def _tahun(r: Rujukan) -> int:
    """How many years ago a figure is of."""
    return int(r.kolom[-1]) if r.lembar == "riwayat" else 0


def _bersih(lapor: Pelapor, sel: Iterator[Rujukan] | list[Rujukan]) -> Iterator[Sel]:
    """The figures of some cells; what is inherited is no witness of its own, what was reported none at all."""
    for r in sel:
        if r.kolom not in lapor.buku[r.lembar].skema.kolom:
            continue  # a region's schema has dropped it
        x = lapor.jejak.nilai(r)
        warisan = r.kolom != "realisasi" and _rumus(lapor, r)
        if isinstance(x, float) and not (warisan or lapor.ragu(r)):
            yield r, x


def _rumus(lapor: Pelapor, r: Rujukan) -> bool:
    """Does a formula say the figure? None does in a column that a region's schema has dropped."""
    kolom = lapor.buku[r.lembar].skema.kolom.get(r.kolom)
    return kolom is not None and bool(kolom.rumus) and not lapor.jejak.diketik(r)


def _desimal(buku: BukuKerja, r: Rujukan) -> int | None:
    return buku[r.lembar].desimal(r.baris, r.kolom)


def _lapor(lapor: Pelapor, r: Rujukan, usul: float, sebab: Sebab, lain: list[Sel], *, yakin: bool) -> None:
    """A guess: a warning where nothing else explains the figure, else a note."""
    angka = sorted(y for _, y in lain)
    lapor("KW-20", r, seharusnya=usul, terkait=[s for s, _ in lain], tingkat=None if yakin else Tingkat.CATATAN,
          sebab=sebab.value, paling_kecil=angka[0], paling_besar=angka[-1])  # fmt: skip
