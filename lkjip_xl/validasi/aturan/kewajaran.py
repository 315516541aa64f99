"""Rules of plausibility: money without output, output without money, slipped decimals, parts of whole things, unlikely capaian."""

from __future__ import annotations

from collections.abc import Mapping
from statistics import median

from lkjip_xl.inti.angka import tulis
from lkjip_xl.inti.kunci import PERSEN, kunci_satuan, kunci_teks
from lkjip_xl.inti.pilihan import Arah, arah_sel
from lkjip_xl.inti.satuan import TERBATAS, satuan_cacah
from lkjip_xl.inti.temuan import Tingkat
from lkjip_xl.skema.perlu import perlu
from lkjip_xl.tabel.model import BukuKerja, SelKerja
from lkjip_xl.validasi.aturan.angka_indikator import BACA_JEJAK, angka_indikator
from lkjip_xl.validasi.aturan.pelapor import Pelapor
from lkjip_xl.validasi.aturan.penelusur import Rujukan
from lkjip_xl.validasi.aturan.registri import aturan
from lkjip_xl.validasi.aturan.satuan import ketikan_bersatuan
from lkjip_xl.validasi.aturan.selang import HILANG, terukur
from lkjip_xl.validasi.aturan.skema import KODE_SESUDAH, laporkan_cek

RUPIAH_BERARTI = 50.0  # % of the pagu: less may be spent on preparation while the output is still to come
SLIP = (10.0, 100.0, 1000.0)
MELESET = 1.3  # a slipped figure, put right, lies as near to its neighbours as this
SERAGAM = 1.5  # neighbours farther apart than this do not tell where a figure should lie
BERANJAK = 3.0  # … unless it would stand between them
JAUH = 5.0
LIPAT_SKALA = 2.0  # two figures of an index on two scales differ by so much besides
PERATUSAN = 20.0
PERATUS = 100.0
BANYAK_PEMBANDING = 3  # own figures that tell the level
RIBUAN, PERSEN_LAZIM = 1000.0, 200.0
CACAH_KECIL = 100  # smaller counts really go up and down tenfold
BANYAK_SAKSI = 6
SAKSI_SEBARIS = 2
TARGET_BERTAHUN: Mapping[str, tuple[str, ...]] = {
    "tc27": tuple(f"target_{k}" for k in range(1, 7)),
    "renja": ("target_sebelum", "target_sesudah", "target_prakiraan"),
}
DUA_KALI = 2.0  # a percentage typed is seldom above 200 %
BERTAHAP = frozenset({"triwulan"})  # where a document may be done by parts
SEPARUH, PENUH = 30.0, 100.0  # a rate from here on is nowhere ten times as high, or as low
NOL_BERLEBIH = 4  # no thousands have so many behind their separator


@aturan(
    kode=("KW-01", "KW-02"),
    lembar=("anggaran",),
    baca=perlu(anggaran="target realisasi realisasi_rp pagu arah ?serapan"),
)
def uang_dan_keluaran(buku: BukuKerja, lapor: Pelapor) -> None:
    """Anggaran yang terserap menghasilkan keluaran, dan keluaran yang tercapai menyerap anggaran."""
    isi_semua = lapor.jejak.baris("anggaran")
    sudah = any(isi["realisasi_rp"] for isi in isi_semua.values())
    for b, isi in isi_semua.items():
        target, realisasi, rp, pagu = isi["target"], isi["realisasi"], isi["realisasi_rp"], isi["pagu"]
        r_rp, r = Rujukan("anggaran", b, "realisasi_rp"), Rujukan("anggaran", b, "realisasi")
        if (
            not isinstance(target, float)
            or target <= 0
            or _turun(isi["arah"])
            or lapor.jejak.ternoda(r)
            or lapor.jejak.ternoda(r_rp)
        ):
            continue
        if isinstance(rp, float) and rp > 0 and realisasi in (None, 0.0):
            serapan = isi["serapan"]
            berarti = realisasi == 0 and isinstance(serapan, float) and serapan >= RUPIAH_BERARTI
            lapor("KW-01", r, terkait=[r_rp, Rujukan("anggaran", b, "target")], tingkat=None if berarti else Tingkat.CATATAN,
                  rp=rp, target=target)  # fmt: skip
        elif (
            sudah
            and isinstance(realisasi, float)
            and realisasi >= target
            and not rp
            and isinstance(pagu, float)
            and pagu > 0
        ):
            lapor(
                "KW-02",
                r_rp,
                terkait=[r, Rujukan("anggaran", b, "pagu")],
                realisasi=realisasi,
                target=target,
                pagu=pagu,
            )


@aturan(
    kode=("KW-03", "KW-04", "KW-05", "AN-13"),
    lembar=("indikator",),
    baca=perlu(indikator="kode satuan") | BACA_JEJAK,
)
def tingkat_nilai(buku: BukuKerja, lapor: Pelapor) -> None:
    """Angka satu indikator di semua lembar setingkat: bukan pecahan di satu tempat, bukan kelebihan nol di lain tempat."""
    for kode, angka in angka_indikator(lapor).items():
        if buku.indeks.semua("indikator", "kode", kode):
            _bandingkan(lapor, angka, buku.indeks.ambil("indikator", "kode", kode, "satuan"))


def _bandingkan(lapor: Pelapor, angka: list[tuple[Rujukan, float]], satuan: object) -> None:
    """Each figure against the others, when these agree among themselves."""
    for i, (r, x) in enumerate(angka):
        lain = [y for j, (_, y) in enumerate(angka) if j != i]
        sendirian = len(lain) == 1 and r.kolom == "realisasi"
        berdua = sendirian and (_dua_skala(x, lain[0], satuan) or _tanpa_koma(x, lain[0], satuan))
        if (len(lain) < 2 and not berdua) or lapor.pernah(r) or r.lembar == "renstra" or _dibandingkan(r, angka):
            continue
        tengah = median(lain)
        kali = max(x / tengah, tengah / x)
        slip = next((s for s in SLIP if s / MELESET <= kali <= s * MELESET), None)
        if _persen(satuan) and x == PENUH and r.kolom.startswith("realisasi"):
            slip = None  # all of them, and no slip of ten
        usul = None if slip is None else float(f"{(x / slip if x > tengah else x * slip):.12g}")
        seragam = max(lain) <= SERAGAM * min(lain)
        if kali < JAUH or not (seragam or (usul is not None and terukur(satuan) and _di_antara(x, usul, lain))):
            continue
        terkait = [s for s, _ in angka if s != r][:4]
        if slip == 100 and x <= 1 and not _persen(satuan):
            lapor("KW-03", r, seharusnya=usul, terkait=terkait, lain=tengah)  # in a % row AN-06 has spoken
        elif slip == max(SLIP) and x > tengah and _persen(satuan):
            lapor("AN-13", r, seharusnya=usul, terkait=terkait, dibaca=x, usulan=usul)
        elif slip is not None and not (x <= 1 and _persen(satuan)):
            cacah = x if len(lain) < BANYAK_SAKSI else min(lain)  # of so many alike none has come from so low
            besar = terukur(satuan) or min(cacah, tengah) >= CACAH_KECIL
            lapor(
                "KW-04",
                r,
                seharusnya=usul,
                terkait=terkait,
                tingkat=None if besar else Tingkat.CATATAN,
                kali=slip,
                lain=tengah,
            )
        elif _dua_skala(x, tengah, satuan) and PERATUS / LIPAT_SKALA <= kali <= PERATUS * LIPAT_SKALA:
            usul = float(f"{(x / PERATUS if x > tengah else x * PERATUS):.12g}")
            lapor("KW-04", r, seharusnya=usul, terkait=terkait, kali=PERATUS, lain=tengah)
        elif slip is None:
            lapor("KW-05", r, terkait=terkait, lain=tengah)


def _dibandingkan(r: Rujukan, angka: list[tuple[Rujukan, float]]) -> bool:
    """Is a target of PK held against another print of it (PK-01, PK-02)?"""
    return r.lembar == "pk" and any(s != r and s.lembar != "riwayat" and s.kolom.startswith("target") for s, _ in angka)


@aturan(
    kode=("KW-04",),
    lembar=("pembanding", "indikator"),
    baca=perlu(pembanding="kode ?nilai ?target", indikator="kode satuan") | BACA_JEJAK,
)
def tingkat_pembanding(buku: BukuKerja, lapor: Pelapor) -> None:
    """Angka pembanding setingkat dengan angka indikatornya sendiri: koma yang bergeser pada persentase, indeks atau nilai."""
    milik = angka_indikator(lapor)
    for b, isi in lapor.jejak.baris("pembanding").items():
        kode = kunci_teks(isi["kode"])
        satuan = buku.indeks.ambil("indikator", "kode", isi["kode"], "satuan")
        angka = milik.get(kode, []) if kunci_satuan(satuan) in TERBATAS else []
        sendiri = [x for _, x in angka]
        if len(sendiri) < BANYAK_PEMBANDING or max(sendiri) > SERAGAM * min(sendiri):
            continue
        for k in ("nilai", "target"):
            r, x = Rujukan("pembanding", b, k), isi.get(k)
            if not isinstance(x, float) or x <= 0 or lapor.ragu(r):
                continue
            usul = _geser_koma(x, median(sendiri))
            if usul is not None:
                tetap = max(x, usul) <= PENUH and min(max(x, usul), median(sendiri)) < SEPARUH
                lapor("KW-04", r, seharusnya=usul, terkait=[s for s, _ in angka][:4], kali=max(x / usul, usul / x), lain=median(sendiri),
                      tingkat=Tingkat.CATATAN if tetap else None)  # fmt: skip


@aturan(
    kode=("KW-04",),
    baca=perlu(tc27="?satuan ?target_1-6", renja="?satuan ?target_sebelum ?target_sesudah ?target_prakiraan"),
)
def tingkat_target_program(buku: BukuKerja, lapor: Pelapor) -> None:
    """Target satu baris T-C.27 atau Renja setingkat dari tahun ke tahun: koma yang bergeser pada persentase, indeks atau nilai."""
    for lembar, kolom in TARGET_BERTAHUN.items():
        for b, isi in lapor.jejak.baris(lembar).items() if buku[lembar].ada else ():
            if kunci_satuan(isi.get("satuan")) not in TERBATAS:
                continue
            angka = {Rujukan(lembar, b, k): x for k in kolom if isinstance(x := isi.get(k), float) and x > 0}
            for r, x in angka.items():
                lain = [y for s, y in angka.items() if s != r]
                if len(lain) < SAKSI_SEBARIS or max(lain) > MELESET * min(lain) or lapor.ragu(r):
                    continue
                usul = _geser_koma(x, median(lain))
                if usul is not None:
                    kali = max(x / usul, usul / x)
                    lapor(
                        "KW-04", r, seharusnya=usul, terkait=[s for s in angka if s != r], kali=kali, lain=median(lain)
                    )


def _geser_koma(x: float, tengah: float) -> float | None:
    """The figure near another that a shifted comma turned into this one; not between two scales of an index."""
    for s in SLIP:
        usul = float(f"{(x / s if x > tengah else x * s):.12g}")
        skala_lain = s == PERATUS and min(x, tengah) <= 1
        if max(usul / tengah, tengah / usul) <= MELESET and not skala_lain:
            return usul
    return None


def _di_antara(x: float, usul: float, lain: list[float]) -> bool:
    """Does a measure that is far from all others, put right, stand between them, although these go up or down?"""
    a, z = min(lain), max(lain)
    return z <= BERANJAK * a and a <= usul <= z and (x >= JAUH * z or x * JAUH <= a)


def _dua_skala(x: float, y: float, satuan: object) -> bool:
    """An index of which one figure is a fraction and the other stands for hundredths, with nothing else to compare."""
    return terukur(satuan) and not _persen(satuan) and min(x, y) <= 1 and max(x, y) >= PERATUSAN


def _tanpa_koma(x: float, y: float, satuan: object) -> bool:
    """A percentage in the thousands beside one that is none: 92.825 was typed for 92,825."""
    return _persen(satuan) and x >= RIBUAN and y <= PERSEN_LAZIM


def _persen(satuan: object) -> bool:
    return kunci_satuan(satuan) == PERSEN


@aturan(kode=KODE_SESUDAH, seluruh=True)
def wajar_menurut_skema(buku: BukuKerja, lapor: Pelapor) -> None:
    """Angka di luar batas lazim di skema lembarnya (capaian 20–200) disebut bila selnya belum dilaporkan; target perlu diperiksa."""
    for r, p in lapor.ditunda:
        sel = [r, *(Rujukan(r.lembar, r.baris, k) for k in p.opsi.sesudah or ())]
        if not any(lapor.pernah(x) for x in sel):
            laporkan_cek(lapor, r, p, nilai=lapor.banding.tampil(r))


@aturan(kode=("AN-29",), seluruh=True)
def pecahan_dari_persen(buku: BukuKerja, lapor: Pelapor) -> None:
    """Sel yang tampil tanpa desimal tidak berisi pecahan, dan yang dihitung satu per satu tidak berpecahan (75% yang diketik tersimpan 0,75)."""
    for t in buku.tabel.values():
        for r, s in ketikan_bersatuan(t):
            satuan = lapor.jejak.baris(r.lembar)[r.baris]["satuan"]
            x = _seperti_persen(s)
            if x is None or lapor.pernah(r):
                continue
            tersembunyi = s.desimal == 0
            terhitung = isinstance(satuan, str) and satuan_cacah(satuan) and abs(x) < 1
            if tersembunyi or (terhitung and r.lembar not in BERTAHAP):
                tampil, tingkat = (tulis(round(x)), None) if tersembunyi else ("", Tingkat.CATATAN)
                lapor(
                    "AN-29", r, satuan=satuan or "", tampil=tampil, usulan=float(f"{x * PERATUS:.12g}"), tingkat=tingkat
                )


@aturan(kode=("AN-02",), seluruh=True)
def cacah_dengan_nol_berlebih(buku: BukuKerja, lapor: Pelapor) -> None:
    """Yang dihitung satu per satu tidak ditulis dengan empat nol atau lebih di belakang titik atau koma (1.0000)."""
    for t in buku.tabel.values():
        for r, s in ketikan_bersatuan(t):
            satuan = lapor.jejak.baris(r.lembar)[r.baris]["satuan"]
            terhitung = isinstance(satuan, str) and satuan_cacah(satuan) and not lapor.pernah(r)
            if terhitung and isinstance(s.nilai, float) and not s.nilai % 1 and (s.desimal or 0) >= NOL_BERLEBIH:
                lapor(
                    "AN-02",
                    r,
                    nilai=f"{s.nilai:.{s.desimal}f}",
                    alasan="nol di belakang titik atau koma",
                    usulan=s.nilai,
                )


def _seperti_persen(s: SelKerja) -> float | None:
    """A bare number, no whole one, that is a hundredth of what somebody may have typed before a percent sign.

    A cell with a number format keeps nothing of the sign.
    """
    x = s.nilai
    if not isinstance(x, float) or not 0 < abs(x) < DUA_KALI or x == int(x) or (s.bacaan and s.bacaan.satuan):
        return None
    return x if abs(x * PERATUS - round(x * PERATUS, 2)) < HILANG else None


def _turun(arah: object) -> bool:
    return isinstance(arah, str) and arah_sel(arah) is not Arah.NAIK
