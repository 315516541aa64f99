"""The checks written in the schemas themselves: filled, unique, whole numbers, choices, ranges, columns of one row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, partial
from typing import TYPE_CHECKING, Any

from lkjip_xl.inti.bentuk_lain import bentuk_lain
from lkjip_xl.inti.fungsi import Galat
from lkjip_xl.inti.keadaan import baca_keadaan
from lkjip_xl.inti.kunci import kunci_teks
from lkjip_xl.inti.temuan import Tingkat
from lkjip_xl.skema import judul
from lkjip_xl.skema.cek import DIBACA_LAIN, KODE_BULAT, KODE_HARUS, KODE_PILIHAN, KODE_WAJIB
from lkjip_xl.skema.pesan import katalog
from lkjip_xl.skema.sekilas import ragu
from lkjip_xl.tabel.graf import dibaca
from lkjip_xl.tabel.ketik import ketik
from lkjip_xl.tabel.model import Asal, BukuKerja, Nilai, Tabel
from lkjip_xl.tabel.per_buku import per_buku
from lkjip_xl.validasi.aturan.kata_triwulan import kata_triwulan
from lkjip_xl.validasi.aturan.pelapor import Pelapor
from lkjip_xl.validasi.aturan.penelusur import Rujukan
from lkjip_xl.validasi.aturan.registri import aturan

if TYPE_CHECKING:
    from lkjip_xl.skema.uji import Pelanggaran

KODE_SEGERA = (
    "LB-03", "LB-04", "LB-05", "LB-06", "LB-10", "AN-07", "AN-08", "AG-03", "AG-10", "AG-17", "PG-04", "PG-09",
    "PS-01", "PS-02", "PS-03", "PS-04", "SU-09",
)  # fmt: skip
KODE_SESUDAH = ("KW-06", "SA-01")
KODE_SKEMA = KODE_SEGERA + KODE_SESUDAH  # what pandera raises
# placeholders the reporter fills itself, though a sheet may have a column of that name
DIISI = frozenset({"kolom", "lembar", "nilai"})
BERPERNYATAAN = ("rpjmd", "tujuan", "sasaran")
TAK_PERLU = ("indikator", "arah")  # of a row that states a tujuan or sasaran and nothing else
RUPIAH, SEDIKIT_PECAHAN = "rupiah", 2  # so many amounts with decimals may be slips
DIKETIK = frozenset({Asal.ISIAN, Asal.TIMPA, Asal.RUMUS_LAIN})


@aturan(kode=(*KODE_SEGERA, "LB-16", "AN-28"), seluruh=True)
def sesuai_skema(buku: BukuKerja, lapor: Pelapor) -> None:
    """Isi tiap kolom dan baris memenuhi syarat di skema lembarnya: terisi, tidak ganda, pilihan, bulat, di dalam batas."""
    dibaca_lain = {(x.lembar, s) for x in buku.temuan if x.kode in DIBACA_LAIN for s in x.sel_semua}
    for t in buku.tabel.values():
        dalam_juta = cache(
            partial(_dalam_juta, buku, t)
        )  # a look at the whole column, asked for by every one of its cells
        for p in _pelanggaran(t):
            r = Rujukan(t.skema.id, p.baris, p.kolom)
            if p.kolom not in t.letak or _tak_dapat_dinilai(lapor, r, p):
                continue
            if t.skema.id == "indikator" and p.kolom in TAK_PERLU and _hanya_pernyataan(t.isi(p.baris)):
                if p.kolom == "indikator":
                    _tanpa_indikator(lapor, r)
            elif p.kode == KODE_HARUS and (_dicari(lapor, r) or _satu_versi(t, p.kolom)):
                continue  # said where the reference is checked: what was typed is not there
            elif p.opsi.sesudah is not None:
                lapor.ditunda.append((r, p))
            elif not p.bentukan:
                laporkan_cek(lapor, r, p)
            elif p.kode == KODE_WAJIB:
                kata = t.kata(r.baris, r.kolom)
                # a bound, a word that counts, why there is none, or a quarter's word
                dikatakan = bentuk_lain(kata) or baca_keadaan(kata) or kata_triwulan(t, r.baris, r.kolom)
                if not dikatakan and not lapor.jejak.sumber_hilang(r.lembar, r.kolom):
                    lapor(p.kode, r)
            elif t.asal(r.baris, r.kolom) in DIKETIK and not (
                p.kode == KODE_BULAT and lapor.jejak.alamat(r) in dibaca_lain
            ):
                if p.kode == KODE_BULAT and (semua := dalam_juta(r.kolom)):
                    if r.baris == semua[0]:
                        lain = [Rujukan(t.skema.id, b, r.kolom) for b in semua[1:]]
                        lapor(
                            "AN-28",
                            r,
                            tandai=False,
                            terkait=lain,
                            jumlah=len(semua),
                            kolom_judul=lapor.kepala(r.lembar, r.kolom),
                        )
                else:
                    lapor(p.kode, r, tandai=False, **_isian_ketik(lapor, t, r, p.kode))


def _dalam_juta(buku: BukuKerja, t: Tabel, kolom: str) -> list[int]:
    """Rows with decimals of a column of amounts that mostly has them: printed in thousands or millions, which is said once.

    A few are slips, unless another column of the workbook has many.
    """
    pecahan, isi = _berpecahan(t, kolom)
    if len(pecahan) <= SEDIKIT_PECAHAN and not _buku_dalam_juta(buku):
        return []
    return pecahan if 2 * sum(bool(t.desimal(b, kolom)) or b in pecahan for b in isi) > len(isi) else []


@per_buku
def _buku_dalam_juta(buku: BukuKerja) -> bool:
    for t in buku.tabel.values():
        for k in t.penuh:
            pecahan, isi = _berpecahan(t, k)
            if len(pecahan) > SEDIKIT_PECAHAN and 2 * len(pecahan) > len(isi):
                return True
    return False


def _berpecahan(t: Tabel, kolom: str) -> tuple[list[int], list[int]]:
    """Rows of a column of amounts that have decimals, and all that have an amount."""
    if t.skema.kolom[kolom].tipe != RUPIAH:
        return [], []
    isi = {b: x for b in t.baris if isinstance(x := t.nilai(b, kolom), float) and x}
    return [b for b, x in isi.items() if x % 1], list(isi)


def _pelanggaran(t: Tabel) -> Sequence[Pelanggaran]:
    """What a sheet breaks; pandera is asked, and imported, where a look at the values leaves a doubt."""
    if not (t.ada and t.baris):
        return ()
    baris = t.per_baris().values()
    isi = {k: [r[k] for r in baris] for k in t.penuh}
    perlu = ragu(t.skema, isi)
    if not perlu:
        return ()
    from lkjip_xl.skema.uji import periksa_lembar

    return periksa_lembar(t.skema, t.bingkai(perlu))


def _hanya_pernyataan(isi: Mapping[str, Nilai]) -> bool:
    """Does a row of Indikator only state a tujuan or sasaran, so that it has neither indicator nor arah?"""
    return isi.get("jenjang") in BERPERNYATAAN and all(isi.get(k) is None for k in ("indikator", "satuan", "arah")) \
        and isinstance(isi.get("pernyataan"), str)  # fmt: skip


def _dicari(lapor: Pelapor, r: Rujukan) -> bool:
    """Is a cell blank whose formula looks up what its own row names?"""
    milik = (k for lembar, k in dibaca(lapor.buku.skema, (r.lembar, r.kolom)) if lembar == r.lembar)
    return any(lapor.jejak.nilai(Rujukan(r.lembar, r.baris, k)) is not None for k in milik)


def _satu_versi(t: Tabel, kolom: str) -> bool:
    """Is it the Versi of a document printed once, before or after a change? A PK is looked up by its own."""
    pilihan = t.skema.kolom[kolom].pilihan
    return kolom == "versi" and "sesudah" in pilihan and all(isi[kolom] is None for isi in t.per_baris().values())


def _tanpa_indikator(lapor: Pelapor, r: Rujukan) -> None:
    """A sasaran of which nothing is measured is a gap in the plan; a tujuan may stand alone."""
    semua = lapor.jejak.baris(r.lembar)
    isi = semua[r.baris]
    kode = kunci_teks(isi["kode"])
    punya = any(
        x["indikator"] is not None
        and kode
        and (kunci_teks(x["kode"]).startswith(f"{kode}.") or kunci_teks(x.get("induk")) == kode)
        for x in semua.values()
    )
    if not punya:
        tingkat = Tingkat.PERINGATAN if isi["jenjang"] == "sasaran" else None
        lapor("LB-16", r, jenjang=isi["jenjang"], nama=isi["pernyataan"], tingkat=tingkat)


def _tak_dapat_dinilai(lapor: Pelapor, r: Rujukan, p: Pelanggaran) -> bool:
    """Does the verdict rest on a cell that was reported as unreadable, holds an error, or is blank for want of its source?"""
    semua = [r, *(Rujukan(r.lembar, r.baris, k) for k in (*p.salah, *p.kolom_lain) if k not in p.opsi.terkait)]
    j = lapor.jejak
    kosong = (k for k in (r.kolom, *p.kolom_lain) if j.nilai(Rujukan(r.lembar, r.baris, k)) is None)
    hilang = not p.bentukan and any(j.sumber_hilang(r.lembar, k) for k in kosong)
    return hilang or any(j.ternoda(x) or isinstance(j.nilai(x), Galat) for x in dict.fromkeys(semua))


def laporkan_cek(lapor: Pelapor, r: Rujukan, p: Pelanggaran, **isi: Any) -> None:
    """A check of the YAML: its message takes the row's columns by name, or those `isian` names."""
    pesan = katalog()[p.kode]
    baris = dict(lapor.jejak.baris(r.lembar)[r.baris])
    if p.opsi.seharusnya is not None:
        isi["seharusnya"] = baris[p.opsi.seharusnya]
    nama = {n: p.opsi.isian.get(n, n) for n in pesan.isian()}
    isian: dict[str, Any] = {n: baris[k] for n, k in nama.items() if k in baris and n not in DIISI}
    if "kurang" in nama and "kurang" not in isian:
        isian["kurang"] = ", ".join(lapor.kepala(r.lembar, k) for k in p.salah)
    turun = p.opsi.peringatan and pesan.tingkat is Tingkat.KESALAHAN
    terkait = [Rujukan(r.lembar, r.baris, k) for k in p.kolom_lain]
    lapor(p.kode, r, terkait=terkait, tingkat=Tingkat.PERINGATAN if turun else None, **isian | isi)


def _isian_ketik(lapor: Pelapor, t: Tabel, r: Rujukan, kode: str) -> dict[str, Any]:
    """Placeholders of what is wrong with a typed cell by itself, as where it is read."""
    s, k = t.sel[r.baris, r.kolom], t.skema.kolom[r.kolom]
    if kode == KODE_PILIHAN:
        teks = judul.sebagai_teks(k.judul, lapor.buku.setelan)
        return {"kolom_judul": teks} | ketik(k, s.nilai).isi
    return {} if s.teks is None else {"nilai": s.teks}
