"""What the data say about one indicator: against its target, earlier years, the end of the Renstra, and others."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from lkjip_xl.inti.angka import tulis
from lkjip_xl.inti.bacaan import baca_rentang
from lkjip_xl.inti.keadaan import Keadaan
from lkjip_xl.inti.kunci import kunci_teks
from lkjip_xl.inti.pilihan import Arah, arah_sel
from lkjip_xl.ringkasan.desimal import desimal_nilai
from lkjip_xl.ringkasan.indikator import Indikator, tercapai
from lkjip_xl.ringkasan.model import BarisRingkas
from lkjip_xl.ringkasan.pembanding import sebut_pembanding
from lkjip_xl.ringkasan.perbandingan_tahun import TAHUN_LALU
from lkjip_xl.skema.kalimat import kalimat
from lkjip_xl.tabel.model import Nilai
from lkjip_xl.word.bahan import Bahan, nama, teks_nilai, terisi
from lkjip_xl.word.bilangan import ada, besaran, jarak, persen, rangkai, rentang, selisih, utuh

KOMPONEN = ("pembilang", "penyebut", "pengali")


@dataclass(frozen=True, slots=True)
class Angka:
    """A figure as shown: value and decimals (None = as it is), or what stands there instead of one (WTP, 1:20, ≥ 80)."""

    nilai: Nilai
    desimal: int | None = None
    tercetak: str = ""

    @property
    def terisi(self) -> bool:
        """Does anything stand there?"""
        return terisi(self.nilai) or self.tercetak != ""

    def kata(self, x: Indikator) -> str:
        """With the unit of the indicator; what is no figure stands as it was typed."""
        return rentang(self.tercetak) or besaran(self.nilai, self.desimal, x.satuan)


def _target(x: Indikator) -> Angka:
    return Angka(x.target, x.desimal_target, x.teks("target"))


def _realisasi(x: Indikator) -> Angka:
    return Angka(x.realisasi, x.desimal_realisasi, x.teks("realisasi"))


def _dari(r: BarisRingkas, kolom: str) -> Angka:
    """What a summary shows in a column."""
    nilai = r.nilai.get(kolom)
    kata = nilai if isinstance(nilai, str) and baca_rentang(nilai) is None and terisi(nilai) else ""
    return Angka(None if kata else nilai, r.desimal.get(kolom), kata)


def arah(x: Indikator) -> Arah:
    """Direction of an indicator; naik where it says none or an unknown one."""
    return arah_sel(x.arah) or Arah.NAIK


def turun(x: Indikator) -> bool:
    """Is a lower figure the better one?"""
    return arah(x) in (Arah.TURUN, Arah.TURUN_RASIO)


KEADAAN: dict[str, str] = {
    Keadaan.TIDAK_BERLAKU: "tidak_berlaku",
    Keadaan.BELUM_RILIS: "belum_rilis",
    Keadaan.TIDAK_DIUKUR: "tidak_diukur",
}
"""Sentence for each state of an indicator without result."""


MENUNGGU_DATA = frozenset({"tanpa_realisasi", "belum_rilis"})
"""The reasons for having no result that time mends."""


def capaian_indikator(b: Bahan, x: Indikator) -> str:
    """Target against realisasi of this year, then what the indicator means where IKU says so."""
    return " ".join(filter(None, (_capaian(b, x), _makna(b, x))))


def _makna(b: Bahan, x: Indikator) -> str:
    milik = [
        (kunci_teks(r["versi"]), r["definisi_operasional"])
        for _, r in b.buku["iku"].rekaman()
        if kunci_teks(r["kode"]) == x.kunci
    ]
    urut = sorted(milik, key=lambda m: m[0] == "sebelum")  # as it is now before what it was
    definisi = next((str(d).strip().rstrip(".") for _, d in urut if terisi(d)), "")
    return kalimat("capaian.makna", definisi=definisi) if definisi else ""


def _capaian(b: Bahan, x: Indikator) -> str:
    target, realisasi = _target(x), _realisasi(x)
    isi = {"indikator": nama(x), "target": target.kata(x), "realisasi": realisasi.kata(x)}
    if target.terisi and x.keadaan and not ada(x.capaian):
        return kalimat(f"capaian.{KEADAAN[Keadaan(x.keadaan)]}", **isi)
    if not target.terisi or not realisasi.terisi:
        jenis = "tanpa_keduanya" if not target.terisi and not realisasi.terisi else ""
        return kalimat(f"capaian.{jenis or ('tanpa_realisasi' if target.terisi else 'tanpa_target')}", **isi)
    if not ada(x.capaian):
        kata = target.tercetak or realisasi.tercetak
        jenis = "kata_sesuai" if _sekata(target, realisasi) else "tak_terukur" if kata else "tak_terdefinisi"
        return kalimat(f"capaian.{jenis}", **isi)
    isi |= {
        "capaian": persen(x.capaian, x.desimal),
        "kategori": b.kategori(x.capaian_rata, x.desimal, x.skala_kategori),
    }
    jenis, beda = _banding(x, target, realisasi, tercapai(x.capaian, x.desimal))
    catatan = _komponen(b, x)
    batas = x.batas
    if ada(batas) and x.capaian == batas:
        catatan += kalimat("capaian.dibatasi", batas=persen(batas, x.desimal))
    if x.sementara:
        catatan += kalimat("capaian.sementara")
    if x.tahun_data is not None:
        catatan += kalimat("capaian.tahun_data", tahun=str(x.tahun_data))
    return kalimat(f"capaian.{jenis}", **isi, selisih=selisih(beda, x.satuan), catatan=catatan)


def _komponen(b: Bahan, x: Indikator) -> str:
    """The calculation behind a realisasi, where its components were typed."""
    t = b.buku["pengukuran"]
    letak, r = next(((i, r) for i, r in t.rekaman() if kunci_teks(r["kode"]) == x.kunci), (0, {}))
    isi = {k: tulis(n, desimal_nilai(t, letak, k, n)) for k in KOMPONEN if ada(n := r.get(k))}
    if len(isi) < len(KOMPONEN):
        return ""
    hitungan = f"{isi['pembilang']} / {isi['penyebut']}" + ("" if r["pengali"] == 1 else f" × {isi['pengali']}")
    return kalimat("capaian.komponen", hitungan=utuh(hitungan))


def _sekata(a: Angka, b: Angka) -> bool:
    """Are both the same word?"""
    return bool(a.tercetak) and kunci_teks(a.tercetak) == kunci_teks(b.tercetak)


def tanpa_hasil(x: Indikator) -> str:
    """Why an indicator with a target has nothing to compare with it, as its sentence is called; "" where it has."""
    if not _target(x).terisi:
        return ""
    if x.keadaan and not ada(x.capaian):
        return KEADAAN[x.keadaan]
    return "" if _realisasi(x).terisi else "tanpa_realisasi"


def per_sebab(indikator: Iterable[Indikator]) -> dict[str, list[Indikator]]:
    """Those without capaian by why, as sentences are called: words, data still to come, a state; else "ukur"."""
    hasil: dict[str, list[Indikator]] = {k: [] for k in ("kata", "data", "tidak_diukur", "tidak_berlaku", "ukur")}
    for x in indikator:
        if not ada(x.capaian):
            jenis = KEADAAN[Keadaan(x.keadaan)] if x.keadaan else tanpa_hasil(x)
            sebab = "kata" if x.tanpa_poin else "data" if jenis in MENUNGGU_DATA else jenis or "ukur"
            hasil[sebab].append(x)
    return {k: milik for k, milik in hasil.items() if milik}


def _banding(x: Indikator, target: Angka, realisasi: Angka, lulus: bool) -> tuple[str, tuple[float, int]]:
    """Which sentence tells target and realisasi apart, and by how much they differ as shown.

    A verdict that the shown figures do not bear out (99,996 shown as 100,00) is told as one of rounding.
    """
    nihil = (0.0, 0)
    if arah(x) is Arah.RENTANG:
        return ("rentang_dalam" if dalam_rentang(target.nilai, realisasi.nilai) else "rentang_luar"), nihil
    if target.tercetak or realisasi.tercetak:
        return "tertulis", nihil
    if not ada(target.nilai) or not ada(realisasi.nilai):
        return "pembulatan" if lulus else "tak_terdefinisi", nihil
    beda = jarak(realisasi.nilai, realisasi.desimal, target.nilai, target.desimal)
    awalan = "turun_" if turun(x) else ""
    if beda[0] == 0:
        return (f"{awalan}tepat" if lulus else "pembulatan"), beda
    lebih_baik = (realisasi.nilai < target.nilai) == turun(x)
    if lebih_baik != lulus:
        return "pembulatan", beda
    return f"{awalan}{'lampaui' if lulus else 'belum'}", beda


def dalam_rentang(target: Nilai, realisasi: Nilai) -> bool:
    """Does a figure lie within a target "a–b", its ends included?"""
    rentang = baca_rentang(target)
    return rentang is not None and ada(realisasi) and rentang[0] <= realisasi <= rentang[1]


def riwayat_indikator(b: Bahan, x: Indikator) -> str:
    """This year's realisasi and capaian against the latest earlier year that has one, then the years before.

    "" without any earlier year.
    """
    lalu = [a for a in _tahun_lalu(b, x) if a[1].terisi]
    if not lalu:
        return ""
    kini = _realisasi(x)
    if not kini.terisi:
        return kalimat("riwayat.tanpa_realisasi", indikator=nama(x), tahun=b.tahun)
    tahun, angka, capaian_lalu = lalu[0]
    dulu = angka.nilai
    butir = [
        kalimat(f"riwayat.deret_{'kata' if a.tercetak else 'butir'}", tahun=t, nilai=a.kata(x))
        for t, a, _ in reversed(lalu[1:])
    ]
    isi = {
        "indikator": nama(x),
        "tahun": b.tahun,
        "realisasi": kini.kata(x),
        "lalu": tahun,
        "nilai_lalu": angka.kata(x),
        "capaian": "",
        "deret": kalimat("riwayat.deret", deret=rangkai(butir)) if butir else "",
    }
    if not ada(dulu) or not ada(x.realisasi):
        return kalimat("riwayat.tetap_kata" if _sekata(kini, angka) else "riwayat.tertulis", **isi)
    if ada(capaian_lalu) and ada(x.capaian):
        isi["capaian"] = _capaian_lalu(x, x.capaian, capaian_lalu)
    beda = jarak(x.realisasi, kini.desimal, dulu, angka.desimal)
    if beda[0] == 0:
        return kalimat("riwayat.tetap", **isi)
    naik = x.realisasi > dulu
    arti = "" if arah(x) is Arah.RENTANG else kalimat("riwayat.menurun" if naik == turun(x) else "riwayat.membaik")
    isi |= {"selisih": selisih(beda, x.satuan), "arti": arti}
    return kalimat(f"riwayat.{'naik' if naik else 'turun'}", **isi)


def _tahun_lalu(b: Bahan, x: Indikator) -> list[tuple[str, Angka, Nilai]]:
    """Earlier years, latest first: year, realisasi, capaian."""
    baris = b.baris("Perbandingan Tahun", x)
    hasil = []
    for k in sorted(TAHUN_LALU):
        for r in baris[:1]:
            tahun = str(int(b.tahun) - k) if b.tahun.isdigit() else f"n−{k}"
            hasil.append((tahun, _dari(r, f"realisasi_{k}"), r.nilai.get(f"capaian_{k}")))
    return hasil


def _capaian_lalu(x: Indikator, capaian: float, lalu: float) -> str:
    beda = jarak(capaian, x.desimal, lalu, x.desimal)
    if beda[0] == 0:
        return kalimat("riwayat.capaian_tetap", capaian=persen(capaian, x.desimal))
    jenis = "capaian_naik" if capaian > lalu else "capaian_turun"
    return kalimat(f"riwayat.{jenis}", selisih=persen(*beda), lalu=persen(lalu, x.desimal))


def _tanpa_hasil(x: Indikator) -> bool:
    """Is there a state in the place of a result?"""
    return bool(x.keadaan) and not ada(x.realisasi)


def renstra_indikator(b: Bahan, x: Indikator) -> str:
    """Distance to the target at the end of the Renstra, in the indicator's unit and in percent; "" without target."""
    baris = b.baris("Kemajuan Renstra", x)
    target = _dari(baris[0], "target_akhir") if baris else Angka(None)
    if not target.terisi:
        return ""
    kumulatif = "kumulatif" in baris[0].nilai
    realisasi = _dari(baris[0], "kumulatif") if kumulatif else _realisasi(x)
    tahun = _tahun_akhir(b)
    akhir = kalimat("renstra.akhir", tahun=tahun) if tahun else ""
    sampai = kalimat("renstra.sampai", tahun=b.tahun) if kumulatif else ""
    isi = {"indikator": nama(x) + sampai, "target": target.kata(x), "realisasi": realisasi.kata(x), "akhir": akhir}
    kemajuan = baris[0].nilai.get("kemajuan")
    if not kumulatif and _tanpa_hasil(x):
        return kalimat("renstra.keadaan", **isi, keadaan=kalimat(f"keadaan.{KEADAAN[x.keadaan]}"))
    if not realisasi.terisi:
        return kalimat("renstra.tanpa_realisasi", **isi)
    if not ada(kemajuan):
        return kalimat(f"renstra.{'tepat_kata' if _sekata(target, realisasi) else 'tak_terdefinisi'}", **isi)
    jenis, beda = _banding(x, target, realisasi, tercapai(kemajuan, x.desimal))
    jenis = {"turun_tepat": "tepat", "rentang_dalam": "rentang", "rentang_luar": "rentang"}.get(jenis, jenis)
    isi |= {"kemajuan": persen(kemajuan, x.desimal), "selisih": selisih(beda, x.satuan)}
    return kalimat(f"renstra.{jenis}", **isi)


def _tahun_akhir(b: Bahan) -> str:
    tahun = (b.buku.setelan.get(n) for n in ("TahunTargetAkhir", "TahunRenstraAkhir"))
    return next((f"{t:.0f}" for t in tahun if ada(t)), "")


def pembanding_indikator(b: Bahan, x: Indikator) -> str:
    """One sentence per comparator; "" without any."""
    baris = [r for r in b.baris("Pembanding Standar", x) if terisi(r.nilai.get("jenis")) or terisi(r.nilai.get("nama"))]
    return " ".join(_pembanding(x, r, lanjut=i > 0) for i, r in enumerate(baris))


def _pembanding(x: Indikator, r: BarisRingkas, *, lanjut: bool) -> str:
    tahun = r.nilai.get("tahun")
    sebutan = kalimat(
        "pembanding.nama",
        nama=sebut_pembanding(r.nilai),
        tahun=kalimat("pembanding.tahun", tahun=teks_nilai(tahun)) if terisi(tahun) else "",
    )
    realisasi, lain = _realisasi(x), _dari(r, "nilai")
    isi = {"indikator": nama(x), "realisasi": realisasi.kata(x), "nilai": lain.kata(x)}
    isi["pembanding"] = " ".join(sebutan.split())
    isi["pokok"] = kalimat("pembanding.pokok_lanjut" if lanjut else "pembanding.pokok", **isi)
    if not lain.terisi:
        return kalimat("pembanding.nilai_kosong", **isi)
    if _tanpa_hasil(x):
        return kalimat("pembanding.keadaan", **isi, keadaan=kalimat(f"keadaan.{KEADAAN[x.keadaan]}"))
    if not realisasi.terisi:
        return kalimat("pembanding.tanpa_realisasi", **isi)
    terhadap = r.nilai.get("terhadap")
    if not ada(terhadap):
        return kalimat("pembanding.tak_terdefinisi", **isi)
    isi["capaian"] = persen(terhadap, x.desimal)
    if arah(x) is Arah.RENTANG or not ada(lain.nilai) or not ada(x.realisasi):
        return kalimat("pembanding.netral", **isi)
    beda = jarak(x.realisasi, realisasi.desimal, lain.nilai, lain.desimal)
    if beda[0] == 0:
        return kalimat("pembanding.setara", **isi)
    unggul = (x.realisasi > lain.nilai) != turun(x)
    return kalimat(f"pembanding.{'unggul' if unggul else 'tertinggal'}", **isi, selisih=selisih(beda, x.satuan))
