"""Rules of references: known kode, programmes that exist in Anggaran, cells still to be filled, rows past the table."""

from __future__ import annotations

from lkjip_xl.tabel.hierarki import ruas
from lkjip_xl.tabel.model import BARIS_DATA, BukuKerja
from lkjip_xl.validasi.aturan.nama import baku, usul
from lkjip_xl.validasi.aturan.pelapor import Pelapor
from lkjip_xl.validasi.aturan.penelusur import Rujukan
from lkjip_xl.validasi.aturan.registri import aturan

KODE_INDIKATOR = ("indikator", "kode")
BOLEH_SASARAN = frozenset({"penunjang"})  # a whole sasaran may be named by the prefix its indicators share


@aturan(kode=("LB-07",), lembar=("indikator",))
def kode_indikator_dikenal(buku: BukuKerja, lapor: Pelapor) -> None:
    """Kode yang dirujuk ada di lembar Indikator."""
    kode = [isi["kode"] for isi in lapor.jejak.baris("indikator").values() if isinstance(isi["kode"], str)]
    sasaran = list(dict.fromkeys(k.rpartition(".")[0] for k in kode if "." in k))
    for t in buku.tabel.values():
        for k in t.skema.kolom.values():
            if k.pilihan_acuan != KODE_INDIKATOR or not t.ada:
                continue
            boleh = kode + (sasaran if t.skema.id in BOLEH_SASARAN else [])
            dikenal = {baku(x) for x in boleh}
            for b, isi in lapor.jejak.baris(t.skema.id).items():
                if isinstance(isi[k.nama], str) and baku(isi[k.nama]) not in dikenal:
                    lapor("LB-07", Rujukan(t.skema.id, b, k.nama), usul=usul(isi[k.nama], boleh))


@aturan(kode=("PN-02",), lembar=("penunjang", "anggaran"))
def kode_dan_nama_penunjang(buku: BukuKerja, lapor: Pelapor) -> None:
    """Kode dan nama program di Penunjang menunjuk baris Anggaran yang sama."""
    menurut_kode: dict[tuple[str, ...], tuple[int, object]] = {}
    for b, isi in lapor.jejak.baris("anggaran").items():
        if isi["kode"] and isi["nama"]:
            menurut_kode.setdefault(ruas(isi["kode"]), (b, isi["nama"]))
    for b, isi in lapor.jejak.baris("penunjang").items():
        if not isi["kode_program"] or not isi["nama"] or not menurut_kode:
            continue
        letak, nama = menurut_kode.get(ruas(isi["kode_program"]), (None, None))
        if letak is None:
            lapor("PN-02", Rujukan("penunjang", b, "kode_program"), milik="baris mana pun")
        elif baku(nama) != baku(isi["nama"]):
            terkait = [Rujukan("anggaran", letak, "nama"), Rujukan("penunjang", b, "nama")]
            lapor("PN-02", Rujukan("penunjang", b, "kode_program"), terkait=terkait, milik=f'"{nama}"')


@aturan(kode=("PN-01",), lembar=("penunjang", "anggaran"))
def program_penunjang_ada(buku: BukuKerja, lapor: Pelapor) -> None:
    """Program dan kegiatan di Penunjang ada di lembar Anggaran."""
    anggaran = lapor.jejak.baris("anggaran").values()
    if not any(isi["nama"] for isi in anggaran):
        return
    kode = {ruas(isi[k]) for isi in anggaran for k in ("kode", "no") if isi[k]}
    nama = {(isi["level"], baku(isi["nama"])) for isi in anggaran if isi["nama"]}
    semua = {n for _, n in nama}
    for b, isi in lapor.jejak.baris("penunjang").items():
        if isi["kode_program"] and ruas(isi["kode_program"]) in kode:
            continue
        cari = baku(isi["nama"])
        if not isi["nama"] or (isi["level"], cari) in nama or (isi["level"] is None and cari in semua):
            continue
        selevel = [x["nama"] for x in anggaran if x["nama"] and isi["level"] in (None, x["level"])]
        lapor("PN-01", Rujukan("penunjang", b, "nama"), nama=isi["nama"], usul=usul(isi["nama"], selevel))


@aturan(kode=("LB-12",))
def baris_di_dalam_tabel(buku: BukuKerja, lapor: Pelapor) -> None:
    """Baris yang terisi ada di dalam baris siap pakai, tempat rumus tersedia."""
    for t in buku.tabel.values():
        lewat = [b for b in t.baris if b >= BARIS_DATA + t.skema.baris]
        if lewat and t.ada and t.skema.susunan != "pasangan":
            lapor("LB-12", Rujukan(t.skema.id, lewat[0], next(k for k in t.skema.kolom if k in t.letak)))
