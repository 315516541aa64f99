"""The chain of documents: an inherited figure that was typed over and now differs from its source."""

from __future__ import annotations

from collections.abc import Mapping

from lkjip_xl.inti.angka import tulis
from lkjip_xl.inti.bentuk_lain import kata_bertentangan
from lkjip_xl.inti.kemiripan import terdekat
from lkjip_xl.inti.kunci import kunci_teks
from lkjip_xl.inti.temuan import Tingkat
from lkjip_xl.skema.perlu import perlu
from lkjip_xl.tabel.model import BukuKerja, Nilai
from lkjip_xl.validasi.aturan.baris_tertukar import pasangan_tertukar
from lkjip_xl.validasi.aturan.pelapor import Pelapor
from lkjip_xl.validasi.aturan.penelusur import Rujukan
from lkjip_xl.validasi.aturan.registri import aturan

MIRIP = 0.5  # a kode is short: one letter of it is much
DIUBAH = "diubah dengan PK perubahan"
DIPERJANJIKAN = frozenset({"rpjmd", "tujuan", "sasaran"})


@aturan(kode=("PK-05",), baca=perlu(pengukuran="?target", pk="?target ?versi"))
def target_tidak_tertukar(buku: BukuKerja, lapor: Pelapor) -> None:
    """Target dua indikator di PK atau Pengukuran tidak saling tertukar menurut dokumen sumbernya."""
    for lembar in ("pk", "pengukuran"):
        beda = list(lapor.banding.beda(lembar, "target")) if buku[lembar].ada else []
        for versi in dict.fromkeys(_versi(lapor, r) for r, _ in beda):
            sama = [(r, x) for r, x in beda if _versi(lapor, r) == versi]
            pasangan = pasangan_tertukar(sama, {r: lapor.jejak.nilai(r) for r, _ in sama})
            for i, (r, harap) in enumerate(sama):
                if (j := pasangan.get(r, -1)) > i and not (lapor.pernah(r) and lapor.pernah(sama[j][0])):
                    _lapor_tertukar(lapor, r, harap, *sama[j])


def _versi(lapor: Pelapor, r: Rujukan) -> object:
    return lapor.jejak.baris(r.lembar)[r.baris].get("versi")


def _lapor_tertukar(lapor: Pelapor, r: Rujukan, harap: Nilai, lain: Rujukan, harap_lain: Nilai) -> None:
    """Two targets that contradict the PK are errors, as each alone would be; those of the Renstra a warning."""
    sumber, sumber_lain = (lapor.jejak.sumber(x) for x in (r, lain))
    pasti = r.lembar == "pengukuran" and any(s.lembar == "pk" for s in sumber)
    koreksi = {lain: harap_lain} if isinstance(harap_lain, float) else {}
    lapor("PK-05", r, seharusnya=harap, terkait=[lain, *sumber, *sumber_lain], koreksi=koreksi,
          tingkat=Tingkat.KESALAHAN if pasti else None, lain=lapor.sebut(lain), nilai_lain=lapor.jejak.nilai(lain),
          sumber=_sebut(lapor, sumber), sumber_lain=_sebut(lapor, sumber_lain))  # fmt: skip
    lapor.ikut(lain)


def _sebut(lapor: Pelapor, sel: list[Rujukan]) -> str:
    return ", ".join(map(lapor.sebut, sel)) or "sumbernya"


@aturan(kode=("PK-01",), lembar=("pengukuran", "pk"), baca=perlu(pengukuran="target ?capaian"))
def target_pengukuran(buku: BukuKerja, lapor: Pelapor) -> None:
    """Target di Pengukuran sama dengan target PK perubahan, bila tidak ada PK murni."""
    for r, harap in lapor.banding.beda("pengukuran", "target"):
        sumber = lapor.jejak.sumber(r)
        if lapor.pernah(r) or not any(s.lembar == "pk" for s in sumber):
            continue  # only the Renstra knows this indicator
        capaian = Rujukan("pengukuran", r.baris, "capaian")
        ikut = [capaian] if _hanya_cocok_dengan_sumber(lapor, capaian) else []
        lapor("PK-01", r, seharusnya=harap, terkait=[*sumber, *ikut])


def _hanya_cocok_dengan_sumber(lapor: Pelapor, capaian: Rujukan) -> bool:
    """Was the typed capaian worked out with the right target, so that the typed target is what is wrong?"""
    hasil = lapor.banding.periksa(capaian)
    target = lapor.jejak.nilai(Rujukan("pengukuran", capaian.baris, "target"))
    return hasil is not None and hasil.sesuai and not lapor.banding.cocok_bila(capaian, {"target": target})


@aturan(kode=("PK-02",), lembar=("pk", "renstra"), baca=perlu(pk="target ?keterangan ?kode ?versi"))
def target_pk(buku: BukuKerja, lapor: Pelapor) -> None:
    """Target PK sama dengan target Renstra tahun laporan, atau Keterangan menjelaskan bedanya.

    A PK perubahan that departs from a PK murni which keeps to the Renstra has changed that target: a note; so is a murni
    target that a PK perubahan has replaced and explained.
    """
    baris = lapor.jejak.baris("pk")
    beda = list(lapor.banding.beda("pk", "target"))
    menyimpang = {r.baris for r, _ in beda}
    murni = {kunci_teks(isi.get("kode")): b for b, isi in baris.items() if isi.get("versi") == "murni"}
    pengganti = {kunci_teks(isi.get("kode")): isi for isi in baris.values() if isi.get("versi") == "perubahan"}
    for r, harap in beda:
        if lapor.pernah(r):
            continue
        isi = baris[r.baris]
        semula = murni.get(kunci_teks(isi.get("kode"))) if isi.get("versi") == "perubahan" else None
        diubah = (
            semula is not None and semula not in menyimpang and lapor.jejak.diketik(Rujukan("pk", semula, "target"))
        )
        alasan = str(isi["keterangan"] or (DIUBAH if diubah else _digantikan(isi, pengganti)))
        sumber = lapor.jejak.sumber(r)
        lapor("PK-02", r, seharusnya=harap, terkait=sumber, tingkat=Tingkat.CATATAN if alasan else None,
              alasan=alasan, sumber="" if alasan else _sebut(lapor, sumber))  # fmt: skip


def _digantikan(isi: Mapping[str, Nilai], pengganti: Mapping[str, Mapping[str, Nilai]]) -> str:
    """What the PK perubahan says of the target it has put in place of this one, "" where it says or changes nothing."""
    lain = pengganti.get(kunci_teks(isi.get("kode")), {}) if isi.get("versi") == "murni" else {}
    return str(lain.get("keterangan") or "") if lain.get("target") != isi.get("target") else ""


@aturan(
    kode=("PK-10",),
    lembar=("pk",),
    baca=perlu(pk="?target ?keterangan", pengukuran="?target"),
)
def target_kata(buku: BukuKerja, lapor: Pelapor) -> None:
    """Target berupa predikat, tingkat atau batas sama di Renstra, PK dan Pengukuran."""
    for lembar in ("pk", "pengukuran"):
        t = buku[lembar]
        for r in lapor.banding.ketikan(lembar, "target") if t.ada else ():
            x, harap = lapor.jejak.nilai(r), t.harap(r.baris, r.kolom)
            if isinstance(x, float) and isinstance(harap, float):
                continue  # PK-01, PK-02
            kata = [k or ("" if n is None else tulis(n) if isinstance(n, float) else str(n))
                    for k, n in ((t.kata(r.baris, r.kolom), x), (t.kata_rumus(r.baris, r.kolom), harap))]  # fmt: skip
            if not all(kata) or lapor.pernah(r) or not kata_bertentangan(*kata):
                continue
            sumber = lapor.jejak.sumber(r)
            dijelaskan = lapor.jejak.baris(lembar)[r.baris].get("keterangan") is not None
            lapor("PK-10", r, nilai=kata[0], seharusnya=kata[1], terkait=sumber, sumber=_sebut(lapor, sumber), berkata=True,
                  tingkat=Tingkat.CATATAN if dijelaskan else None)  # fmt: skip


@aturan(
    kode=("PK-03", "PK-04"),
    lembar=("pk", "pengukuran", "indikator"),
    baca=perlu(pk="kode versi", pengukuran="kode", indikator="kode ?jenjang"),
)
def indikator_pk_diukur(buku: BukuKerja, lapor: Pelapor) -> None:
    """Setiap indikator PK yang berlaku ada di Pengukuran, dan sebaliknya."""
    pk, ukur = lapor.jejak.baris("pk"), lapor.jejak.baris("pengukuran")
    versi = {isi["versi"] for isi in pk.values()}
    berlaku = next((v for v in ("perubahan", "murni") if v in versi), None)
    if berlaku is None or not ukur:
        return
    diukur = buku.indeks.menurut("pengukuran", "kode")
    salah_tulis = _kode_salah_tulis(buku, lapor)
    dijanjikan: set[str] = set()
    for b, isi in pk.items():
        if isi["versi"] != berlaku or not isi["kode"] or kunci_teks(isi["kode"]) in dijanjikan:
            continue
        kode = kunci_teks(isi["kode"])
        dijanjikan.add(kode)
        dikenal = buku.indeks.baris("indikator", "kode", kode)
        if dikenal is not None and kode not in diukur:
            if kode in salah_tulis:  # one cause, which the finding there says
                lapor.sertakan(salah_tulis[kode], lapor.jejak.alamat(Rujukan("pk", b, "kode")))
                continue
            # the official measurement lists tujuan and sasaran; programmes may be measured in Anggaran only
            jenjang = lapor.jejak.baris("indikator")[dikenal]["jenjang"]
            tingkat = None if jenjang in DIPERJANJIKAN else Tingkat.CATATAN
            lapor("PK-03", Rujukan("pk", b, "kode"), tingkat=tingkat, kode=isi["kode"])
    for b, isi in ukur.items():
        dikenal = buku.indeks.baris("indikator", "kode", isi["kode"])
        if dikenal is not None and kunci_teks(isi["kode"]) not in dijanjikan:
            lapor("PK-04", Rujukan("pengukuran", b, "kode"), kode=isi["kode"])


def _kode_salah_tulis(buku: BukuKerja, lapor: Pelapor) -> dict[str, int]:
    """Kode that Pengukuran lacks and one of its own that nobody knows was meant to be, with the finding on that."""
    kode = {kunci_teks(isi["kode"]) for isi in lapor.jejak.baris("indikator").values() if isinstance(isi["kode"], str)}
    belum = kode - set(buku.indeks.menurut("pengukuran", "kode"))
    letak = {(t.lembar, t.sel): i for i, t in enumerate(lapor.temuan) if t.kode == "LB-07"}
    hasil: dict[str, int] = {}
    for b, isi in lapor.jejak.baris("pengukuran").items():
        i = letak.get(lapor.jejak.alamat(Rujukan("pengukuran", b, "kode")))
        maksud = terdekat(kunci_teks(isi["kode"]), sorted(belum - hasil.keys()), MIRIP) if i is not None else ""
        if i is not None and maksud:
            hasil[maksud] = i
    return hasil
