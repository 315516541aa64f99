"""The performance agreement as one table: indicator, how it is computed, target, the programmes behind it, budget, who answers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lkjip_xl.inti.kunci import kunci_teks, ruas
from lkjip_xl.ringkasan.alokasi import Alokasi, alokasi
from lkjip_xl.ringkasan.desimal import desimal_warisan
from lkjip_xl.ringkasan.iku_berlaku import iku_berlaku
from lkjip_xl.ringkasan.indikator import kode_sasaran, nilai_tampak
from lkjip_xl.ringkasan.kepala import sumber
from lkjip_xl.ringkasan.model import BarisRingkas, KolomRingkas, TabelRingkas, berisi, gabung_sama, kolom_berisi
from lkjip_xl.ringkasan.perjanjian import kepala_pk, versi_pk
from lkjip_xl.tabel.hierarki import teratas
from lkjip_xl.tabel.model import BukuKerja, Nilai
from lkjip_xl.tabel.per_buku import per_buku

LEBIH = ("formulasi", "program")  # what the agreement's own sheet does not have
JUMLAH = "Jumlah"
KOLOM = (
    KolomRingkas("indikator", "Indikator Kinerja", lebar=32, tetap=True),
    KolomRingkas("formulasi", "Formulasi", lebar=34),
    KolomRingkas("satuan", "Satuan", "pilihan", 12),
    KolomRingkas("target", "Target", "angka", 11, tetap=True),
    KolomRingkas("program", "Program / Kegiatan", lebar=34),
    KolomRingkas("anggaran", "Anggaran (Rp)", "rupiah", 18, desimal=0),
    KolomRingkas("penanggung_jawab", "Penanggung Jawab", lebar=22),
)


@per_buku
def pk_lengkap(buku: BukuKerja, versi: str, judul: str) -> TabelRingkas | None:
    """One row per indicator of a version; None where neither IKU nor Penunjang adds anything to its own sheet.

    An indicator without programmes of its own has those of its sasaran. Budgets are those of the version.
    """
    t, iku, a = buku["pk"], iku_berlaku(buku), alokasi(buku)
    rp = _anggaran(buku, versi)
    baris: list[BarisRingkas] = []
    program: list[tuple[int, ...]] = []
    for letak, r in t.rekaman():
        if versi_pk(r) != versi or r["kode"] is None:
            continue
        milik = _program(a, str(r["kode"]))
        nilai: dict[str, Nilai] = {k: r[k] for k in ("kode", "sasaran", "indikator", "satuan")}
        nilai |= {
            "target": nilai_tampak(t, letak, "target"),
            "formulasi": iku.get(kunci_teks(r["kode"]), {}).get("formulasi"),
        }
        nilai |= {"program": _daftar(a, milik), "anggaran": _jumlah(rp.get(b) for b in milik)}
        nilai["penanggung_jawab"] = r["penanggung_jawab"] or iku.get(kunci_teks(r["kode"]), {}).get("penanggung_jawab")
        desimal = {} if (d := desimal_warisan(buku, t, letak, "target")) is None else {"target": d}
        baris.append(BarisRingkas(nilai, desimal=desimal))
        program.append(milik)
    if not any(berisi(baris, k) for k in LEBIH):
        return None
    gabung = gabung_sama(baris, ["sasaran"], [b.nilai.get("sasaran") for b in baris])
    gabung += gabung_sama(baris, ["program", "anggaran"], [x or None for x in program])
    semua = teratas(a.induk, [b for milik in program for b in milik])
    if (total := _jumlah(rp.get(b) for b in semua)) is not None:
        baris.append(BarisRingkas({"indikator": JUMLAH, "anggaran": total}, "jumlah"))
    sasaran = KolomRingkas("sasaran", kepala_pk(buku, (r.nilai.get("kode") for r in baris)), lebar=28)
    kolom = kolom_berisi((sasaran, *KOLOM), baris)
    nama = {k.nama for k in kolom}
    return TabelRingkas(
        lembar=t.lembar, nomor="", judul=judul, sumber=sumber(buku, "pk", "iku", "penunjang", "pk_program"),
        satuan="target dalam satuan indikator, anggaran dalam rupiah", catatan=(), kolom=kolom, baris=tuple(baris),
        gabung=tuple(g for g in gabung if g.kolom in nama),
    )  # fmt: skip


def _program(a: Alokasi, kode: str) -> tuple[int, ...]:
    """The highest rows of Anggaran mapped to an indicator, or else to its sasaran; a programme by its first row."""
    milik = a.milik_indikator(kode) or a.milik_indikator(kode_sasaran(kunci_teks(kode)))
    return tuple(teratas(a.induk, list(dict.fromkeys(a.utama[b] for b in milik))))


def _daftar(a: Alokasi, milik: tuple[int, ...]) -> str | None:
    nama = [str(x) for b in milik if (x := a.baris[b]["nama"]) is not None]
    if len(nama) > 1:
        nama = [f"{i}. {x}" for i, x in enumerate(nama, 1)]
    return "\n".join(nama) or None


def _anggaran(buku: BukuKerja, versi: str) -> dict[int, float]:
    """Budget of the rows of Anggaran in a version of the agreement: found by kode, else by level and name."""
    kode: dict[object, float] = {}
    nama: dict[object, float] = {}
    for _, r in buku["pk_program"].rekaman():
        if versi_pk(r) == versi and isinstance(x := r["anggaran"], (int, float)):
            kode.setdefault(ruas(r["kode"]), float(x))
            nama.setdefault(_kunci_nama(r), float(x))
    kode.pop(ruas(None), None)
    hasil = {}
    for b, r in alokasi(buku).baris.items():
        if (x := kode.get(ruas(r["kode"]), nama.get(_kunci_nama(r)))) is not None:
            hasil[b] = x
    return hasil


def _kunci_nama(r: Mapping[str, Nilai]) -> tuple[str, str]:
    return kunci_teks(r["level"]), kunci_teks(r["nama"])


def _jumlah(nilai: Iterable[float | None]) -> float | None:
    """Their sum; None where one of them is not known: half a budget is none."""
    semua = list(nilai)
    angka = [x for x in semua if x is not None]
    return sum(angka) if angka and len(angka) == len(semua) else None
