"""Rules of the chain above the PK: end target of the Renstra against this year's target, and the IKU list."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from itertools import pairwise
from math import fsum

from lkjip_xl.inti.kunci import kunci_nama, kunci_teks
from lkjip_xl.inti.pilihan import Arah, arah_sel
from lkjip_xl.inti.satuan import satuan_bertentangan
from lkjip_xl.inti.temuan import Tingkat
from lkjip_xl.skema.perlu import perlu
from lkjip_xl.tabel.model import BukuKerja, Nilai
from lkjip_xl.validasi.aturan.pelapor import Pelapor
from lkjip_xl.validasi.aturan.penelusur import Rujukan
from lkjip_xl.validasi.aturan.registri import aturan
from lkjip_xl.validasi.aturan.selang import HILANG, terukur

DI_BAWAH_SASARAN = frozenset({"program", "kegiatan", "subkegiatan"})
TARGET_TAHUN = tuple(f"target_{k}" for k in range(1, 7))
ARAH_LEWAT = {Arah.NAIK: 1, Arah.TURUN: -1, Arah.TURUN_RASIO: -1}


@aturan(
    kode=("RN-01",),
    lembar=("indikator", "renstra"),
    baca=perlu(
        indikator="kode arah sifat ?satuan",
        renstra="kode target_akhir target_berjalan ?target_1-6",
        pengukuran="?kode ?target ?capaian",
        pengaturan="tahun ?renstra_akhir ?tahun_target_akhir",
    ),
)
def target_akhir_belum_dilampaui(buku: BukuKerja, lapor: Pelapor) -> None:
    """Target tahun ini belum melampaui target akhir Renstra.

    A higher target in the PK alone is an ambition worth a note. Where the Renstra itself goes past its own end target
    and back, one of its figures or the arah is wrong; yearly counts (sifat jumlah) may well go up and down. A path that leads
    the other way in every year, of an indicator whose printed capaian proves its arah, was planned so.
    """
    indikator = lapor.jejak.baris("indikator")
    tahun, akhir = (
        buku.setelan.get("TahunLaporan"),
        buku.setelan.get("TahunTargetAkhir") or buku.setelan.get("TahunRenstraAkhir"),
    )
    if not isinstance(tahun, float) or not isinstance(akhir, float) or tahun >= akhir:
        return
    for b, isi in lapor.jejak.baris("renstra").items():
        dikenal = buku.indeks.baris("indikator", "kode", isi["kode"])
        tentang = None if dikenal is None else indikator[dikenal]
        tanda = _tanda(tentang["arah"]) if tentang else None
        if tanda is None or tentang is None or tentang["sifat"] == "jumlah":
            continue
        target_akhir, berjalan = Rujukan("renstra", b, "target_akhir"), Rujukan("renstra", b, "target_berjalan")
        sel = lapor.jejak.sumber(berjalan)
        if sel and _lewat(lapor, berjalan, target_akhir, tanda):
            pasti = tentang["sifat"] is not None or terukur(tentang["satuan"])
            direncanakan = _menjauh(isi, tanda) and _terbukti(lapor, isi["kode"])
            _lapor_lewat(lapor, sel[0], target_akhir, None if pasti and not direncanakan else Tingkat.CATATAN)
            continue
        letak = buku.indeks.baris("pengukuran", "kode", isi["kode"])
        target = Rujukan("pengukuran", letak, "target") if letak is not None else None
        if target and _lewat(lapor, target, target_akhir, tanda):
            # where the Renstra does not print this year's target, the PK's is the only one there is
            sendirian = lapor.jejak.nilai(berjalan) is None and _setahap(lapor, b, target, tanda)
            pasti = sendirian and (tentang["sifat"] is not None or terukur(tentang["satuan"]))
            _lapor_lewat(lapor, target, target_akhir, None if pasti else Tingkat.CATATAN)


@aturan(
    kode=("RM-05",),
    lembar=("indikator", "renstra"),
    baca=perlu(indikator="kode sifat", renstra="kode target_akhir target_1-6"),
)
def target_akhir_dijumlah(buku: BukuKerja, lapor: Pelapor) -> None:
    """Target akhir indikator bersifat jumlah boleh target tahun akhir, boleh jumlah target semua tahun."""
    for r, akhir in lapor.banding.beda("renstra", "target_akhir"):
        isi = lapor.jejak.baris("renstra")[r.baris]
        tahunan = {Rujukan("renstra", r.baris, k): isi[k] for k in TARGET_TAHUN if isi.get(k) is not None}
        angka = [x for x in tahunan.values() if isinstance(x, float)]
        x, jumlah = lapor.jejak.nilai(r), fsum(angka)
        sifat = buku.indeks.ambil("indikator", "kode", isi["kode"], "sifat")
        if sifat != "jumlah" or len(angka) < max(2, len(tahunan)) or not isinstance(x, float) or lapor.pernah(r):
            continue
        if abs(x - jumlah) < HILANG * max(1.0, abs(jumlah)):
            lapor.terjawab(r)
        elif isinstance(akhir, float) and abs(x - jumlah) < abs(x - akhir):
            lapor("RM-05", r, seharusnya=jumlah, terkait=list(tahunan), sumber="jumlah target tiap tahun")


@aturan(
    kode=("TC-04",),
    lembar=("tc27", "renstra", "indikator"),
    baca=perlu(
        tc27="?versi ?indikator ?satuan ?target_1-6", renstra="kode ?target_1-6", indikator="kode indikator ?satuan"
    ),
)
def target_tc27_menurut_renstra(buku: BukuKerja, lapor: Pelapor) -> None:
    """Target indikator yang sama di T-C.27 dan Renstra sama di setiap tahun.

    Rows that differ in most years are of another plan, or of another indicator with that name.
    """
    sudah = {sel: i for i, t in enumerate(lapor.temuan) for sel in ((t.lembar, t.sel), *t.sel_terkait)}
    for tc, renstra in pasangan_tc27(buku, lapor):
        sel = [(Rujukan("tc27", tc, k), Rujukan("renstra", renstra, k)) for k in TARGET_TAHUN]
        ada = [p for p in sel if all(isinstance(lapor.jejak.nilai(r), float) and not lapor.jejak.ternoda(r) for r in p)]
        beda = [(a, b) for a, b in ada if lapor.jejak.nilai(a) != lapor.jejak.nilai(b)]
        if len(beda) * 2 > len(ada) - len(beda):
            continue
        for a, b in beda:
            if (i := sudah.get(lapor.jejak.alamat(b))) is not None:  # what was said of the Renstra is the cause
                lapor.sertakan(i, lapor.jejak.alamat(a))
            elif not lapor.pernah(a):
                lapor("TC-04", a, seharusnya=lapor.jejak.nilai(b), terkait=[b], sumber=lapor.sebut(b))


def pasangan_tc27(buku: BukuKerja, lapor: Pelapor) -> Iterator[tuple[int, int]]:
    """Rows of T-C.27, those after a change where there are such, and of the Renstra that are of one indicator."""
    baris = lapor.jejak.baris("tc27")
    versi = {isi["versi"] for isi in baris.values()}
    berlaku = next((v for v in ("sesudah", "sebelum") if v in versi), None)
    nama: dict[str, list[Mapping[str, Nilai]]] = defaultdict(list)
    for isi in lapor.jejak.baris("indikator").values():
        nama[kunci_nama(isi["indikator"])].append(isi)
    milik = {n: semua[0] for n, semua in nama.items() if n and len(semua) == 1}
    kali = Counter(kunci_nama(isi["indikator"]) for isi in baris.values() if isi["versi"] == berlaku)
    for b, isi in baris.items():
        n = kunci_nama(isi["indikator"])
        if isi["versi"] != berlaku or n not in milik or kali[n] > 1:
            continue
        lawan = milik[n]
        letak = buku.indeks.baris("renstra", "kode", lawan["kode"])
        satuan = [x for x in (isi["satuan"], lawan["satuan"]) if isinstance(x, str)]
        if letak is not None and not (len(satuan) == 2 and satuan_bertentangan(*satuan)):
            yield b, letak


def _setahap(lapor: Pelapor, baris: int, target: Rujukan, tanda: int) -> bool:
    """Do the targets that are printed lead up to this one, so that the end target is the odd one?"""
    x, isi = lapor.jejak.nilai(target), lapor.jejak.baris("renstra")[baris]
    lain = [y for k in range(1, 7) if isinstance(y := isi.get(f"target_{k}"), float)]
    return isinstance(x, float) and all((y - x) * tanda <= 0 for y in lain)


def _menjauh(isi: Mapping[str, Nilai], tanda: int) -> bool:
    """Do the targets of all years lead away from where the arah says, and never back?"""
    semua = [x for k in TARGET_TAHUN if isinstance(x := isi.get(k), float)]
    return len(semua) > 2 and all((b - a) * tanda <= 0 for a, b in pairwise(semua))


def _terbukti(lapor: Pelapor, kode: Nilai) -> bool:
    """Was the capaian of the year typed, and found right by the arah?"""
    letak = lapor.buku.indeks.baris("pengukuran", "kode", kode)
    r = Rujukan("pengukuran", letak, "capaian") if letak is not None else None
    return r is not None and lapor.jejak.diketik(r) and not lapor.pernah(r)


def _tanda(arah: object) -> int | None:
    return ARAH_LEWAT.get(a) if isinstance(arah, str) and (a := arah_sel(arah)) else None


def _lewat(lapor: Pelapor, target: Rujukan, akhir: Rujukan, tanda: int) -> bool:
    x, batas = lapor.jejak.nilai(target), lapor.jejak.nilai(akhir)
    if not isinstance(x, float) or not isinstance(batas, float) or lapor.ragu(target, akhir):
        return False
    return (x - batas) * tanda > 0


def _lapor_lewat(lapor: Pelapor, r: Rujukan, akhir: Rujukan, tingkat: Tingkat | None) -> None:
    terkait = [akhir] if lapor.jejak.diketik(akhir) else lapor.jejak.sumber(akhir)
    lapor(
        "RN-01",
        r,
        nilai=lapor.jejak.nilai(r),
        tingkat=tingkat,
        terkait=[*terkait, akhir],
        akhir=lapor.jejak.nilai(akhir),
    )


@aturan(
    kode=("IK-01", "IK-02"),
    lembar=("indikator", "iku"),
    baca=perlu(iku="kode versi", indikator="kode iku berlaku ?jenjang"),
)
def indikator_kinerja_utama(buku: BukuKerja, lapor: Pelapor) -> None:
    """Indikator bertanda IKU ada di lembar IKU yang berlaku, dan sebaliknya.

    The list after a change replaces the one before; indicators that only hold for the old one are not expected.
    """
    iku, indikator = lapor.jejak.baris("iku"), lapor.jejak.baris("indikator")
    versi = {isi["versi"] for isi in iku.values()}
    berlaku = next((v for v in ("sesudah", "sebelum") if v in versi), None)
    daftar: dict[str, int] = {}
    for b, isi in iku.items():
        if isi["versi"] == berlaku and isi["kode"]:
            daftar.setdefault(kunci_teks(isi["kode"]), b)
    if not daftar or not any(isi["iku"] for isi in indikator.values()):
        return
    # a list that gives the formulas of all indicators, or of programmes, is no list of IKU alone
    lain = sum(isi["iku"] == "tidak" and kunci_teks(isi["kode"]) in daftar for isi in indikator.values())
    for b, isi in indikator.items():
        kode, r = kunci_teks(isi["kode"]), Rujukan("indikator", b, "iku")
        if isi["iku"] == "ya" and isi["berlaku"] != "lama" and kode not in daftar:
            lapor("IK-01", r, kode=isi["kode"])
        elif isi["iku"] == "tidak" and kode in daftar:
            tingkat = Tingkat.CATATAN if lain > 1 or isi["jenjang"] in DI_BAWAH_SASARAN else None
            lapor("IK-02", r, terkait=[Rujukan("iku", daftar[kode], "kode")], kode=isi["kode"], tingkat=tingkat)
