"""Rules of references: known kode, programmes that exist in Anggaran, cells still to be filled, rows past the table."""

from __future__ import annotations

from lkjip_xl.inti.kunci import kunci_teks, ruas
from lkjip_xl.inti.temuan import Tingkat
from lkjip_xl.ringkasan.kelompok import kode_sasaran
from lkjip_xl.skema.model import WAJIB
from lkjip_xl.skema.perlu import perlu
from lkjip_xl.tabel.model import BARIS_DATA, BukuKerja
from lkjip_xl.validasi.aturan.nama import usul
from lkjip_xl.validasi.aturan.pelapor import Pelapor
from lkjip_xl.validasi.aturan.penelusur import Rujukan
from lkjip_xl.validasi.aturan.registri import aturan

KODE_INDIKATOR = ("indikator", "kode")
JUGA_PROGRAM = frozenset({"triwulan"})  # sheets whose kode may be that of a programme as well (TW-10)
BOLEH_SASARAN = frozenset({"penunjang", "strategi"})  # a whole sasaran may be named by the prefix its indicators share


@aturan(kode=("LB-07",), lembar=("indikator",), baca=perlu(indikator="kode"), seluruh=True)
def kode_indikator_dikenal(buku: BukuKerja, lapor: Pelapor) -> None:
    """Kode yang dirujuk ada di lembar Indikator."""
    kode = [isi["kode"] for isi in lapor.jejak.baris("indikator").values() if isinstance(isi["kode"], str)]
    sasaran = list(dict.fromkeys(map(kode_sasaran, kode)))
    for t in buku.tabel.values():
        for k in t.skema.kolom.values():
            if k.pilihan_acuan != KODE_INDIKATOR or not t.ada or t.skema.id in JUGA_PROGRAM:
                continue
            boleh = kode + (sasaran if t.skema.id in BOLEH_SASARAN else [])
            dikenal = {kunci_teks(x) for x in boleh}
            for b, isi in lapor.jejak.baris(t.skema.id).items():
                if isinstance(isi[k.nama], str) and kunci_teks(isi[k.nama]) not in dikenal:
                    lapor("LB-07", Rujukan(t.skema.id, b, k.nama), usul=usul(isi[k.nama], boleh))


@aturan(
    kode=("PN-02",),
    lembar=("penunjang", "anggaran"),
    baca=perlu(anggaran="kode nama ?no", penunjang="kode_program nama"),
)
def kode_dan_nama_penunjang(buku: BukuKerja, lapor: Pelapor) -> None:
    """Kode dan nama program di Penunjang menunjuk baris Anggaran yang sama."""
    anggaran = lapor.jejak.baris("anggaran")
    anggaran_kolom = buku["anggaran"].skema.kolom
    bernama = any(
        anggaran[b]["nama"] for baris in buku.indeks.menurut("anggaran", "kode", ruas).values() for b in baris
    )
    for b, isi in lapor.jejak.baris("penunjang").items():
        if not isi["kode_program"] or not bernama:
            continue
        sama = [*buku.indeks.semua("anggaran", "kode", isi["kode_program"], ruas)]
        if "no" in anggaran_kolom:  # the row's number will do as well
            sama += buku.indeks.semua("anggaran", "no", isi["kode_program"], ruas)
        letak = next((x for x in sama if anggaran[x]["nama"]), None)
        nama = None if letak is None else anggaran[letak]["nama"]
        if not isi["nama"]:  # known all the same, but not to the formula of the name
            if letak is not None:
                tulisan = anggaran[letak]["kode"] or anggaran[letak]["no"]
                lapor("PN-02", Rujukan("penunjang", b, "kode_program"), milik=f'ditulis "{tulisan}" di lembar Anggaran')
        elif letak is None:
            if buku.indeks.semua("anggaran", "nama", isi["nama"]):  # else PN-01 says that the row is gone
                lapor("PN-02", Rujukan("penunjang", b, "kode_program"), milik="tidak ada di lembar Anggaran")
        elif kunci_teks(nama) != kunci_teks(isi["nama"]):
            terkait = [Rujukan("anggaran", letak, "nama"), Rujukan("penunjang", b, "nama")]
            lapor(
                "PN-02",
                Rujukan("penunjang", b, "kode_program"),
                terkait=terkait,
                milik=f'di lembar Anggaran milik "{nama}"',
                # the name of another row of Anggaran to the letter is no spelling of this one
                tingkat=Tingkat.PERINGATAN if buku.indeks.semua("anggaran", "nama", isi["nama"]) else None,
            )


@aturan(
    kode=("PN-01",),
    lembar=("penunjang", "anggaran"),
    baca=perlu(anggaran="nama level kode no", penunjang="nama kode_program ?level"),
)
def program_penunjang_ada(buku: BukuKerja, lapor: Pelapor) -> None:
    """Program dan kegiatan di Penunjang ada di lembar Anggaran."""
    anggaran = lapor.jejak.baris("anggaran").values()
    bernama = any(isi["nama"] for isi in anggaran)
    for b, isi in lapor.jejak.baris("penunjang").items():
        if any(buku.indeks.semua("anggaran", k, isi["kode_program"], ruas) for k in ("kode", "no")):
            continue
        if isi["kode_program"] and not isi["nama"]:
            semua = [str(x) for baris in anggaran for x in (baris["kode"], baris["nama"]) if x]
            tulis = isi["kode_program"]
            lapor("PN-01", Rujukan("penunjang", b, "kode_program"), nama=tulis, usul=usul(tulis, semua))
        if not bernama:
            continue
        senama = buku.indeks.semua("anggaran", "nama", isi["nama"])
        level = {lapor.jejak.baris("anggaran")[x]["level"] for x in senama}
        if not isi["nama"] or isi["level"] in level or (isi["level"] is None and level):
            continue
        selevel = [x["nama"] for x in anggaran if x["nama"] and isi["level"] in (None, x["level"])]
        kode = [Rujukan("penunjang", b, "kode_program")] if isi["kode_program"] else []
        lapor("PN-01", Rujukan("penunjang", b, "nama"), terkait=kode, nama=isi["nama"], usul=usul(isi["nama"], selevel))


@aturan(kode=("LB-12",), seluruh=True)
def baris_di_dalam_tabel(buku: BukuKerja, lapor: Pelapor) -> None:
    """Baris yang terisi ada di dalam baris siap pakai, tempat rumus tersedia."""
    for t in buku.tabel.values():
        lewat = [b for b in t.baris if b >= BARIS_DATA + t.skema.baris]
        if lewat and t.ada and t.skema.susunan != "pasangan":
            lapor("LB-12", Rujukan(t.skema.id, lewat[0], next(k for k in t.skema.kolom if k in t.letak)))


@aturan(kode=("LB-18",), seluruh=True)
def ada_yang_diperiksa(buku: BukuKerja, lapor: Pelapor) -> None:
    """Buku berisi sesuatu; buku yang belum diisi tidak disebut benar."""
    isian = [t for t in buku.tabel.values() if t.skema.susunan != "pasangan" and not t.skema.baris_awal]
    pertama = next((t for t in isian if t.ada and t.skema.kebutuhan == WAJIB and t.letak), None)
    if pertama is not None and not any(t.baris for t in isian):
        lapor(
            "LB-18", Rujukan(pertama.skema.id, BARIS_DATA, next(k for k in pertama.skema.kolom if k in pertama.letak))
        )
