"""What texts say beside the figures: means, comparators, periods, predicates, outcomes; true in a clean agency, false as planted mistakes."""

from __future__ import annotations

from random import Random

from agensi.angka import angka, baca, bulat, capaian, predikat
from agensi.konvensi import target_baris
from agensi.model import Atur, Baris, Gaya, Naskah
from agensi.ragam import ragam
from agensi.salah_inspektur import KODE, indikator_baru
from agensi.tanam import KOSONG, Letak, atur, berangka, indikator, salah

NAMA = "Indeks Kualitas Layanan Contoh"
MUTU = ((88.31, "A"), (76.61, "B"), (65.0, "C"), (25.0, "D"))
KE = ("pertama", "ke-2", "ke-3", "ke-4", "ke-5", "ke-6")


def _angka(teks: str) -> bool:
    return teks not in KOSONG and berangka(teks)


def _terukur(n: Naskah) -> list[tuple[Baris, str, float]]:
    """Measured rows with plain figures, their targets, and their capaian without a cap."""
    return [
        (b, t, c)
        for b in n["pengukuran"]
        if _angka(t := target_baris(n, b)) and _angka(b.get("realisasi", "")) and not b.get("pembilang") and baca(t) > 0
        and (c := capaian(baca(t), baca(b["realisasi"]), indikator(n, b["kode"])["arah"])) is not None
    ]  # fmt: skip


def _alinea(n: Naskah, teks: str) -> Letak:
    n.setdefault("naskah", []).append({"bagian": "Ikhtisar", "teks": teks})
    return [("naskah", len(n["naskah"]) - 1, "teks")]


def _uraian(n: Naskah, teks: str, kode: str = KODE) -> Letak:
    n.setdefault("analisis", []).append({"kode": kode, "pendorong": teks})
    return [("analisis", len(n["analisis"]) - 1, "pendorong")]


def _baru(r: Random, n: Naskah, realisasi: float | None = None, satuan: str = "indeks") -> tuple[float, float]:
    """A further indicator, its target and result: about a twentieth above or below it."""
    t = bulat(r.uniform(60, 85), 2)
    x = bulat(t * r.choice((0.94, 1.06)), 2) if realisasi is None else realisasi
    indikator_baru(n, NAMA, satuan, "naik", angka(t, 2), realisasi=angka(x, 2))
    return t, x


@ragam
def tulisan_sesuai_angkanya(r: Random, n: Naskah, atur: Atur, gaya: Gaya) -> None:
    """Texts on outcomes, comparators and periods that are true, beside such as are about something else."""
    _alinea(n, f"Renstra Dinas Contoh Tahun {atur.awal}-{atur.akhir} memuat tujuan dan sasaran.")
    _alinea(n, f"Tahun {atur.tahun} merupakan tahun {KE[atur.ke]} pelaksanaan Renstra.")
    _alinea(n, "Belum semua indikator mencapai target. Rata-rata capaian kinerja program di atas 90 persen.")
    lain = {(b["kode"], b["jenis"]): b["nilai"] for b in n.get("pembanding", ()) if _angka(b.get("nilai", ""))}
    for b, t, c in _terukur(n):
        x, kode = baca(b["realisasi"]), b["kode"]
        if abs(c - 100) > 1:
            _uraian(n, f"Target tahun {atur.tahun} {'tercapai' if c > 100 else 'tidak tercapai'}", kode)
        y = lain.get((kode, "nasional"))
        if y and baca(y) != x and "%" not in t:
            _uraian(n, f"Realisasi lebih {'tinggi' if x > baca(y) else 'rendah'} dibandingkan rata-rata nasional", kode)
        _uraian(n, "Jumlah pengguna meningkat dibandingkan tahun lalu. Rapat dilakukan agar target tercapai.", kode)


@salah
def rata_capaian_di_tulisan(r: Random, n: Naskah) -> Letak | None:
    """The mean of capaian a text states is that of an earlier draft."""
    n["pengukuran"] = [b for b, _, _ in _terukur(n)]
    semua = [c for _, _, c in _terukur(n)]
    if len(semua) < 3 or atur(n).get("batas_capaian"):
        return None
    x = max(semua) + r.uniform(3, 9)
    return _alinea(n, f"Rata-rata capaian kinerja tahun {atur(n)['tahun']} sebesar {angka(x, 2)} persen.")


@salah
def di_atas_pembanding_di_tulisan(r: Random, n: Naskah) -> Letak | None:
    """A text calls the result better placed than it is."""
    _, x = _baru(r, n)
    y = bulat(x * r.choice((0.9, 1.1)), 2)
    n.setdefault("pembanding", []).append({"kode": KODE, "jenis": "provinsi", "nama": "Provinsi Contoh", "tahun": atur(n)["tahun"], "nilai": angka(y, 2)})  # fmt: skip
    kata = ("lebih rendah dari", "di bawah") if x > y else ("lebih tinggi dibandingkan", "di atas")
    return _uraian(n, f"Realisasi tahun ini {r.choice(kata)} rata-rata provinsi")


@salah
def angka_pembanding_di_tulisan(r: Random, n: Naskah) -> Letak | None:
    """A text has another figure of the nation."""
    _, x = _baru(r, n)
    y = bulat(x * 0.93, 2)
    n.setdefault("pembanding", []).append({"kode": KODE, "jenis": "nasional", "nama": "Nasional", "tahun": atur(n)["tahun"], "nilai": angka(y, 2)})  # fmt: skip
    return _uraian(n, f"Rata-rata nasional sebesar {angka(y + 1.37, 2)}, sehingga realisasi ini baik")


@salah
def periode_renstra_di_tulisan(r: Random, n: Naskah) -> Letak | None:
    """The period of the Renstra with one end wrong."""
    awal, akhir, kini = (int(atur(n)[k]) for k in ("renstra_awal", "renstra_akhir", "tahun"))
    a, z = r.choice(((awal - 1, akhir - 1), (awal, akhir + 1), (awal - 1, akhir)))
    return _alinea(n, f"Renstra Badan Contoh Tahun {a}–{z} menetapkan empat sasaran.") if a <= kini <= z else None


@salah
def tahun_ke_renstra_di_tulisan(r: Random, n: Naskah) -> Letak | None:
    """This is another year of the plan."""
    ke = int(atur(n)["tahun"]) - int(atur(n)["renstra_awal"])
    kata = r.choice([x for i, x in enumerate(KE[:5]) if i != ke])
    return _alinea(n, f"Tahun {atur(n)['tahun']} merupakan tahun {kata} pelaksanaan Renstra.")


@salah
def tahun_laporan_di_tulisan(r: Random, n: Naskah) -> Letak | None:
    """The preface still has last year."""
    n.setdefault("naskah", []).append({"bagian": "Kata pengantar", "teks": f"Kami bersyukur atas tersusunnya Laporan Kinerja Dinas Contoh Tahun {int(atur(n)['tahun']) - 1}."})  # fmt: skip
    return [("naskah", len(n["naskah"]) - 1, "teks")]


@salah
def predikat_sakip_di_tulisan(r: Random, n: Naskah) -> Letak | None:
    """The predicate beside a score of SAKIP is that of another band."""
    x = bulat(r.uniform(51, 89), 2)
    huruf = r.choice([h for h in ("CC", "B", "BB", "A") if h != predikat(x)])
    bentuk = r.choice(("{} ({})", "{} dengan predikat {}", "{} atau predikat “{}”"))
    return (
        _alinea(n, f"Hasil evaluasi SAKIP memperoleh nilai {bentuk.format(angka(x, 2), huruf)}.")
        if abs(x % 10) > 0.05
        else None
    )


@salah
def kata_predikat_di_tulisan(r: Random, n: Naskah) -> Letak | None:
    """The word of a predicate is that of another."""
    nilai, huruf, kata = r.choice((("72,15", "BB", "Memuaskan"), ("64,20", "B", "Sangat Baik"), ("83,50", "A", "Baik")))
    return _alinea(n, f"Nilai SAKIP sebesar {nilai} dengan predikat {huruf} ({kata}).")


@salah
def mutu_pelayanan_di_tulisan(r: Random, n: Naskah) -> Letak | None:
    """The quality beside an index of satisfaction is that of another band."""
    x = bulat(r.uniform(66, 99), 2)
    benar = next(h for b, h in MUTU if x >= b)
    return _alinea(n, f"Nilai IKM sebesar {angka(x, 2)} dengan kategori {'D' if benar != 'D' else 'A'}.")


@salah
def konversi_indeks_di_tulisan(r: Random, n: Naskah) -> Letak | None:
    """The index of the scale of four is not what the one of a hundred says."""
    x = bulat(r.uniform(3.05, 3.85), 2)
    y = bulat(x * 25 + r.choice((-1, 1)) * r.uniform(1, 4), 2)
    return _alinea(n, f"IKM sebesar {angka(x, 2)} atau setara {angka(y, 2)} pada skala seratus.")


@salah
def target_tercapai_di_tulisan(r: Random, n: Naskah) -> Letak | None:
    """A text says the target was reached where it was not, or the other way round."""
    t, x = _baru(r, n)
    baik = r.choice((f"Target tahun {atur(n)['tahun']} tercapai", "Realisasi ini telah melampaui target", f"{NAMA} telah mencapai target"))  # fmt: skip
    buruk = r.choice(
        ("Target tidak tercapai", "Realisasi masih di bawah target", "Indikator ini belum mencapai target")
    )
    return _uraian(n, baik if x < t else buruk)


@salah
def arah_tahun_lalu_di_tulisan(r: Random, n: Naskah) -> Letak | None:
    """A text says it rose since last year where it fell."""
    _, x = _baru(r, n)
    y = bulat(x * r.choice((0.95, 1.05)), 2)
    n.setdefault("riwayat", []).append({"kode": KODE, "realisasi_1": angka(y, 2)})
    kata = ("menurun", "mengalami penurunan") if x > y else ("meningkat", "mengalami kenaikan")
    return _uraian(n, f"Realisasi {r.choice(kata)} dibandingkan tahun {int(atur(n)['tahun']) - 1}")


@salah
def semua_mencapai_target_di_tulisan(r: Random, n: Naskah) -> Letak | None:
    """A text says all reached their target, and none of those measured did."""
    n["pengukuran"] = [b for b, _, c in _terukur(n) if c < 99]
    return _alinea(n, "Seluruh indikator kinerja telah mencapai target.") if len(n["pengukuran"]) > 1 else None


@salah
def kategori_capaian_di_tulisan(r: Random, n: Naskah) -> Letak | None:
    """The category behind a capaian is that of another band."""
    skala = [b for b in n.get("skala", ()) if not b.get("skala")]
    if len(skala) < 2 or len({b.get("skala") for b in n["skala"]}) > 1:
        return None
    x = bulat(r.uniform(40, 125), 2)
    benar = next(b["kategori"] for b in skala if not b.get("batas") or x > float(b["batas"]))
    lain = r.choice([b["kategori"] for b in skala if b["kategori"] != benar])
    return _alinea(n, f"Capaian kinerja sebesar {angka(x, 2)} persen dengan kategori {lain}.")


@salah
def kata_di_depan_angkanya(r: Random, n: Naskah) -> Letak | None:
    """Words for a number with other figures in brackets behind them."""
    kata, x = r.choice((("dua belas", 13), ("tiga puluh lima", 36), ("seratus dua puluh", 102)))
    return _alinea(n, f"Kegiatan ini diikuti {kata} ({x}) kelompok masyarakat.")


@salah
def angka_dua_tahun_tertukar_di_tulisan(r: Random, n: Naskah) -> Letak | None:
    """A text gives each of two years the figure of the other."""
    kini = int(atur(n)["tahun"])
    _, x = _baru(r, n)
    y = bulat(x * r.choice((0.91, 1.09)) + 0.01, 2)
    n.setdefault("riwayat", []).append({"kode": KODE, "realisasi_1": angka(y, 2)})
    return _uraian(
        n, f"{NAMA} berubah dari {angka(x, 2)} pada tahun {kini - 1} menjadi {angka(y, 2)} pada tahun {kini}"
    )


@salah
def serapan_lain_di_penyebab_sisa(r: Random, n: Naskah) -> Letak | None:
    """The reason of what was not spent names another share than the row's."""
    calon = [b for b in n.get("anggaran", ()) if _angka(b.get("pagu", "")) and _angka(b.get("realisasi_rp", "")) and baca(b["pagu"]) > 0]  # fmt: skip
    if not calon:
        return None
    b = r.choice(calon)
    x = baca(b["realisasi_rp"]) / baca(b["pagu"]) * 100
    if not 20 < x < 99:
        return None
    b["penyebab_sisa"] = f"Lelang terlambat, sehingga serapan hanya {angka(x - r.uniform(3, 9), 2)} persen"
    return [("anggaran", n["anggaran"].index(b), "penyebab_sisa")]


@salah
def serapan_seluruhnya_di_tulisan(r: Random, n: Naskah) -> Letak | None:
    """A text has another share of the whole budget."""
    if not any(_angka(b.get("pagu", "")) and _angka(b.get("realisasi_rp", "")) for b in n.get("anggaran", ())):
        return None
    return _alinea(n, f"Serapan anggaran tahun {atur(n)['tahun']} mencapai {angka(r.uniform(20, 45), 2)} persen.")


@salah
def target_tahun_depan_di_tulisan(r: Random, n: Naskah) -> Letak | None:
    """A text has another target of a year to come than the plan."""
    kini, awal, akhir = (int(atur(n)[k]) for k in ("tahun", "renstra_awal", "renstra_akhir"))
    if kini == akhir:
        return None
    t, _ = _baru(r, n)
    b = {"kode": KODE} | {f"target_{k}": angka(t + k - (kini - awal + 1), 2) for k in range(1, akhir - awal + 2)}
    n["renstra"].append(b)
    depan = baca(b[f"target_{kini - awal + 2}"])
    return _alinea(n, f"{NAMA} ditargetkan menjadi {angka(depan + 3.37, 2)} pada tahun {kini + 1}.")
