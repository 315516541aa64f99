"""Rules of the measurement: realisasi from its components, capaian by arah, kategori by scale, last years' capaian."""

from __future__ import annotations

from typing import Any

from lkjip_xl.inti.angka import baca_rentang, tulis
from lkjip_xl.inti.fungsi import CAPAIAN, Galat
from lkjip_xl.inti.keadaan import baca_keadaan
from lkjip_xl.inti.kunci import kunci_teks
from lkjip_xl.inti.pilihan import Arah, arah_sel
from lkjip_xl.inti.rumus import bulat
from lkjip_xl.inti.temuan import Tingkat
from lkjip_xl.ringkasan.indikator import nilai_tampak, tanda_dibatasi
from lkjip_xl.skema.perlu import perlu
from lkjip_xl.tabel.hitung_buku import PERLU_BAKU
from lkjip_xl.tabel.model import BukuKerja
from lkjip_xl.validasi.aturan.angka_lain import cocok_lain
from lkjip_xl.validasi.aturan.pelapor import Pelapor
from lkjip_xl.validasi.aturan.penelusur import Rujukan
from lkjip_xl.validasi.aturan.registri import aturan
from lkjip_xl.validasi.aturan.selang import Nilai

KOMPONEN = ("pembilang", "penyebut", "pengali")
BERBINTANG = ("pengukuran", "riwayat")  # sheets whose typed capaian counts where it is marked as capped
SERATUS = 100.0
DITURUNKAN = (Arah.TURUN, Arah.TURUN_RASIO)
NYATA = 0.2  # two capaian nearer than this are told apart by no reader
ARAH_SATU_ANGKA = (Arah.NAIK, Arah.TURUN, Arah.TURUN_RASIO)


@aturan(kode=("PG-03", "PG-08"), lembar=("pengukuran",), baca=perlu(pengukuran="realisasi pembilang penyebut pengali"))
def realisasi_menurut_komponen(buku: BukuKerja, lapor: Pelapor) -> None:
    """Realisasi yang diketik sama dengan pembilang / penyebut × pengali."""
    for r, harap in lapor.banding.beda("pengukuran", "realisasi"):
        isi = lapor.jejak.baris("pengukuran")[r.baris]
        komponen: dict[str, Any] = {k: isi[k] for k in KOMPONEN}
        if any(x is None for x in komponen.values()):
            continue  # the formula then takes the quarters
        terkait = [Rujukan("pengukuran", r.baris, k) for k in KOMPONEN]
        tukar = {"pembilang": isi["penyebut"], "penyebut": isi["pembilang"]}
        kode = "PG-08" if isi["pembilang"] and lapor.banding.cocok_bila(r, tukar) else "PG-03"
        lapor(kode, r, seharusnya=harap, terkait=terkait, **komponen)


@aturan(
    kode=("PG-01", "PG-02", "PG-15"),
    lembar=("pengukuran",),
    baca=perlu(
        pengaturan="?batas_bawah_capaian",
        pengukuran="capaian target realisasi ?arah ?kode ?batas ?pembilang",
        pk="?kode ?target",
        riwayat="?kode ?realisasi_1-3",
        renstra="?kode ?target_1-6 ?target_akhir",
    ),
)
def capaian_pengukuran(buku: BukuKerja, lapor: Pelapor) -> None:
    """Capaian yang diketik di Pengukuran sesuai dengan target, realisasi dan arah."""
    lapor_capaian(lapor, "pengukuran", "capaian", "target", "realisasi", kode="PG-01", kode_arah="PG-02")


@aturan(
    kode=("PG-01", "PG-02"),
    lembar=("anggaran",),
    baca=perlu(anggaran="capaian target realisasi ?arah ?kode", pengaturan="?batas_capaian ?batas_bawah_capaian"),
)
def capaian_program(buku: BukuKerja, lapor: Pelapor) -> None:
    """Capaian yang diketik di Anggaran sesuai dengan target, realisasi dan arah."""
    lapor_capaian(lapor, "anggaran", "capaian", "target", "realisasi", kode="PG-01", kode_arah="PG-02")


@aturan(
    kode=("RW-01", "PG-15"),
    lembar=("riwayat",),
    baca=perlu(riwayat="?capaian_1-3 ?target_1-3 ?realisasi_1-3 ?arah ?batas", pengaturan="?batas_bawah_capaian"),
)
def capaian_tahun_lalu(buku: BukuKerja, lapor: Pelapor) -> None:
    """Capaian tahun-tahun lalu yang diketik sesuai dengan target dan realisasi tahun itu."""
    for k in (1, 2, 3):
        lapor_capaian(lapor, "riwayat", f"capaian_{k}", f"target_{k}", f"realisasi_{k}", kode="RW-01")


def lapor_capaian(
    lapor: Pelapor, lembar: str, capaian: str, target: str, realisasi: str, *, kode: str, kode_arah: str | None = None
) -> None:
    """Report typed capaian that do not follow; with kode_arah where another arah gives the typed value."""
    if kode_arah:
        _arah_tepat(lapor, lembar, capaian, (realisasi, target), kode_arah)
    for r, harap in lapor.banding.beda(lembar, capaian):
        isi = lapor.jejak.baris(lembar)[r.baris]
        if lembar in BERBINTANG and tanda_dibatasi(lapor.buku[lembar], r.baris, r.kolom):
            terkait = [Rujukan(lembar, r.baris, k) for k in (realisasi, target)]
            lapor("PG-15", r, seharusnya=harap, terkait=terkait)
            continue
        tanpa_arah = not isi.get("arah")
        lain = _arah_lain(lapor, r, isi.get("arah")) if kode_arah or tanpa_arah else None
        cocok = cocok_lain(lapor, r) if kode_arah and not lain else None
        angka = lapor.jejak.nilai(cocok) if cocok else None
        lapor(
            kode_arah if lain and kode_arah else kode,
            r,
            # with no arah anybody chose the figures of a year gone by are not wrong, the arah is missing
            tingkat=Tingkat.CATATAN if lain and not kode_arah else None,
            seharusnya=harap,
            terkait=[*(Rujukan(lembar, r.baris, k) for k in (realisasi, target)), *([cocok] if cocok else [])],
            cocok=f"{lapor.sebut(cocok)} ({tulis(angka)})" if cocok and isinstance(angka, float) else None,
            arah=_sebut_arah(isi.get("arah")),
            realisasi=nilai_tampak(lapor.buku[lembar], r.baris, realisasi),
            target=nilai_tampak(lapor.buku[lembar], r.baris, target),
            arah_lain=lain,
            batas=_batas(lapor, r, harap),
            lantai=_lantai(lapor, harap),
        )


def _arah_tepat(lapor: Pelapor, lembar: str, capaian: str, masukan: tuple[str, str], kode: str) -> None:
    """Typed capaian that only rounding of the inputs allows, and that another arah gives to the last digit from what is printed."""
    for b, isi in lapor.jejak.baris(lembar).items():
        r = Rujukan(lembar, b, capaian)
        sel = [Rujukan(lembar, b, k) for k in masukan]
        x, y, t = (lapor.jejak.nilai(s) for s in (r, *sel))
        d = lapor.buku[lembar].desimal(b, capaian)
        arah = arah_sel(isi.get("arah") or None)
        if not (isinstance(x, float) and isinstance(y, float) and isinstance(t, float)) or not d or arah is None:
            continue
        if isi.get("pembilang") is not None or not lapor.jejak.diketik(r) or lapor.ragu(r, *sel):
            continue
        hasil = {a: CAPAIAN(t, y, a.value) for a in ARAH_SATU_ANGKA}
        angka = {a: bulat(c, d) for a, c in hasil.items() if isinstance(c, float)}
        lain, harap = [a for a, c in angka.items() if a is not arah and c == x], angka.get(arah)
        dibatasi = lapor.buku[lembar].harap(b, capaian)  # the cap or the floor itself is no other arah's figure
        if isinstance(dibatasi, float) and bulat(dibatasi, d) == x:
            continue
        if harap is not None and lain and abs(harap - x) >= NYATA and lapor.banding.cocok_bila(r, {}):
            lapor(kode, r, tingkat=Tingkat.PERINGATAN, seharusnya=harap, terkait=sel, arah=_sebut_arah(isi.get("arah")),
                  realisasi=y, target=t, arah_lain=lain[0].value, batas=None, lantai=None)  # fmt: skip


def _batas(lapor: Pelapor, r: Rujukan, harap: Nilai) -> Nilai:
    """The cap, of the indicator or of Pengaturan, where it is what the formula gives."""
    t = lapor.buku[r.lembar]
    batas = t.nilai(r.baris, "batas") if "batas" in t.skema.kolom else lapor.buku.setelan.get("BatasCapaian")
    return batas if isinstance(batas, float) and harap == batas else None


def _lantai(lapor: Pelapor, harap: Nilai) -> Nilai:
    """The floor of Pengaturan where it is what the formula gives."""
    lantai = lapor.buku.setelan.get("BatasBawahCapaian")
    return lantai if isinstance(lantai, float) and harap == lantai else None


def _sebut_arah(arah: Nilai) -> str:
    a = arah_sel(arah or None)
    return str(arah) if a is None else a.value


def _arah_lain(lapor: Pelapor, r: Rujukan, arah: Nilai) -> str | None:
    """The other direction whose formula gives the typed value."""
    sendiri = _sebut_arah(arah)
    lain = (a.value for a in ARAH_SATU_ANGKA if a.value != sendiri)
    return next((a for a in lain if lapor.banding.cocok_bila(r, {"arah": a})), None)


@aturan(
    kode=("PG-07",),
    baca=perlu(
        pengukuran="?capaian ?target ?realisasi ?arah",
        anggaran="?capaian ?target ?realisasi ?arah",
        riwayat="?capaian_1-3 ?target_1-3 ?realisasi_1-3 ?arah",
    ),
)
def capaian_terdefinisi(buku: BukuKerja, lapor: Pelapor) -> None:
    """Capaian dapat dihitung dari target, realisasi dan arah yang diisi."""
    for lembar, capaian, target, realisasi in (
        ("pengukuran", "capaian", "target", "realisasi"),
        ("anggaran", "capaian", "target", "realisasi"),
        *(("riwayat", f"capaian_{k}", f"target_{k}", f"realisasi_{k}") for k in (1, 2, 3)),
    ):
        if not buku[lembar].ada:
            continue
        for b, isi in lapor.jejak.baris(lembar).items():
            r = Rujukan(lembar, b, capaian)
            if arah_sel(isi.get("arah")) is None:
                continue  # LB-06 says it where it stands
            if baca_keadaan(buku[lembar].kata(b, realisasi)) is not None:
                continue  # "(belum rilis)" and the like: nothing was measured
            if isinstance(buku[lembar].harap(b, capaian), Galat) and not lapor.jejak.sumber_ternoda(r):
                terkait = [Rujukan(lembar, b, k) for k in (target, realisasi)]
                arah = _sebut_arah(isi.get("arah"))
                # the years before are reported already: their documents cannot be corrected
                tingkat = Tingkat.PERINGATAN if lembar == "riwayat" else None
                if _diputuskan(lapor, r, Rujukan(lembar, b, target)):
                    # none was wanted, some happened, and yet the target is said to be reached
                    c = isi[capaian]
                    meleset = arah in DITURUNKAN and isi[target] == 0 and isinstance(c, float) and c >= SERATUS
                    tingkat = Tingkat.PERINGATAN if meleset and lembar != "riwayat" else Tingkat.CATATAN
                lapor("PG-07", r, nilai=_tertulis(lapor, r), terkait=terkait, tingkat=tingkat,
                      target=isi[target], realisasi=isi[realisasi], arah=arah)  # fmt: skip


def _diputuskan(lapor: Pelapor, r: Rujukan, target: Rujukan) -> bool:
    """Has somebody typed what counts for a target of nought or less, which is the one of the documents, or for a range?"""
    t, x = lapor.buku[r.lembar], lapor.jejak.nilai(target)
    if not lapor.jejak.diketik(r) or isinstance(lapor.jejak.nilai(r), (str, Galat)):
        return False
    if isinstance(x, str):  # "80-85" of an indicator that rises or falls
        return baca_rentang(x) is not None
    if not isinstance(x, float) or x > 0:
        return False
    if r.lembar == "riwayat":  # the report of that year, which had its own documents
        return True
    return t.berumus(target.baris, target.kolom) and t.harap(target.baris, target.kolom) == x


def _tertulis(lapor: Pelapor, r: Rujukan) -> Nilai:
    x = lapor.jejak.nilai(r)
    return x.value if isinstance(x, Galat) else x


@aturan(
    kode=("PG-05", "PG-06"),
    lembar=("pengukuran", "skala"),
    baca=PERLU_BAKU
    | perlu(
        pengukuran="kategori ?capaian ?=skala_kategori ?batas_rata ?desimal_capaian",
        skala="batas tanda kategori ?skala",
    ),
)
def kategori_menurut_skala(buku: BukuKerja, lapor: Pelapor) -> None:
    """Kategori yang diketik ada di Skala Kategori dan sesuai dengan capaian sebagaimana ditampilkan."""
    for r, harap in lapor.banding.beda("pengukuran", "kategori"):
        skala = buku["pengukuran"].harap(r.baris, "skala_kategori")
        nama = {kunci_teks(p.kategori) for p in buku.menurut_skala(skala)}
        kode = "PG-05" if kunci_teks(lapor.jejak.nilai(r)) in nama else "PG-06"
        capaian = Rujukan("pengukuran", r.baris, "capaian")
        if _di_atas_batas(buku, r, lapor.banding.tampil(capaian)):
            lapor.terjawab(r)
            continue
        lapor(kode, r, seharusnya=harap, terkait=[capaian], capaian=lapor.banding.tampil(capaian))


def _di_atas_batas(buku: BukuKerja, r: Rujukan, capaian: object) -> bool:
    """Is a category that of the capaian itself, on a scale with a band that no capaian reaches once the cap cuts it?"""
    t = buku["pengukuran"]
    batas, desimal = t.nilai(r.baris, "batas_rata"), t.nilai(r.baris, "desimal_capaian")
    skala = buku.menurut_skala(t.nilai(r.baris, "skala_kategori"))
    puncak = next((p for p in skala if p.batas is not None), None)
    if not isinstance(batas, float) or not isinstance(capaian, float) or puncak is None or puncak.memuat(batas):
        return False
    kategori = skala.kategori(capaian, int(desimal) if isinstance(desimal, float) else 2)
    return (
        puncak.batas is not None
        and puncak.batas >= batas
        and kunci_teks(kategori) == kunci_teks(t.nilai(r.baris, r.kolom))
    )
