"""Rules of the supporting tables: staff, assets, and the evaluation of accountability (LHE AKIP)."""

from __future__ import annotations

from collections import defaultdict
from math import fsum

from lkjip_xl.inti.jumlah import baris_jumlah
from lkjip_xl.inti.rumus import bulat
from lkjip_xl.inti.skala import PREDIKAT_SAKIP
from lkjip_xl.skema.perlu import perlu
from lkjip_xl.tabel.model import BukuKerja
from lkjip_xl.validasi.aturan.dugaan import TANPA_SEBAB, sebab_selisih
from lkjip_xl.validasi.aturan.ejaan_rumus import eja_jumlah
from lkjip_xl.validasi.aturan.jumlah_pegawai import anak_jumlah, tabel_pegawai
from lkjip_xl.validasi.aturan.pelapor import Pelapor
from lkjip_xl.validasi.aturan.penelusur import Rujukan
from lkjip_xl.validasi.aturan.pohon import pohon, selisih_jumlah
from lkjip_xl.validasi.aturan.registri import aturan
from lkjip_xl.validasi.aturan.selang import Selang, cetak

CACAH_PEGAWAI = ("laki_laki", "perempuan", "jumlah", "kebutuhan")
NILAI_ASET = ("jumlah_barang", "saldo_awal", "bertambah", "berkurang", "saldo_akhir")
BOBOT_JUMLAH = 100


@aturan(kode=("PW-01", "PW-02"), lembar=("pegawai",), baca=perlu(pegawai="?jumlah ?selisih ?uraian"))
def pegawai_per_baris(buku: BukuKerja, lapor: Pelapor) -> None:
    """Jumlah pegawai sama dengan laki-laki + perempuan, dan selisih sama dengan jumlah − kebutuhan."""
    for r, harap in lapor.banding.beda("pegawai", "jumlah"):
        dimensi = lapor.jejak.baris("pegawai")[r.baris]["uraian"]
        lapor("PW-01", r, seharusnya=harap, terkait=lapor.jejak.sumber(r), dimensi=dimensi, **TANPA_SEBAB)
    for r, harap in lapor.banding.beda("pegawai", "selisih"):
        lapor("PW-02", r, seharusnya=harap, terkait=lapor.jejak.sumber(r))


@aturan(
    kode=("PW-01",),
    lembar=("pegawai",),
    baca=perlu(pegawai="dimensi uraian ?golongan ?pendidikan ?laki_laki ?perempuan ?jumlah ?kebutuhan"),
)
def jumlah_pegawai(buku: BukuKerja, lapor: Pelapor) -> None:
    """Baris Jumlah tiap dimensi kepegawaian sama dengan jumlah barisnya, menurut urutan atau kunci kedua."""
    anak = {
        atas: bawah
        for baris in tabel_pegawai(lapor.jejak.baris("pegawai")).values()
        for atas, bawah in anak_jumlah(baris)
    }
    for kolom in CACAH_PEGAWAI:
        for s in selisih_jumlah(lapor, "pegawai", kolom, anak):
            dimensi = lapor.jejak.baris("pegawai")[s.induk.baris]["dimensi"]
            lapor(
                "PW-01",
                s.induk,
                seharusnya=s.jumlah,
                terkait=(*s.anak, *s.ikut),
                dimensi=dimensi,
                rincian=s.usul(lapor),
                **sebab_selisih(lapor, s).isian,
            )


@aturan(kode=("AS-01",), lembar=("aset",), baca=perlu(aset="saldo_akhir ?nama"))
def mutasi_aset(buku: BukuKerja, lapor: Pelapor) -> None:
    """Saldo akhir aset sama dengan saldo awal + bertambah − berkurang."""
    for r, harap in lapor.banding.beda("aset", "saldo_akhir"):
        nama = lapor.jejak.baris("aset")[r.baris]["nama"]
        lapor("AS-01", r, seharusnya=harap, terkait=lapor.jejak.sumber(r), nama=nama, **TANPA_SEBAB)


@aturan(
    kode=("AS-01", "AS-02"),
    lembar=("aset",),
    baca=perlu(aset="nama no ?jumlah_barang ?saldo_awal ?bertambah ?berkurang ?saldo_akhir"),
)
def jumlah_aset(buku: BukuKerja, lapor: Pelapor) -> None:
    """Golongan aset sama dengan jumlah rinciannya menurut nomor, dan baris Jumlah sama dengan semua golongan."""
    isi = lapor.jejak.baris("aset")
    total = [b for b in isi if baris_jumlah(isi[b]["nama"])]
    p = pohon(lapor.jejak, "aset", [b for b in isi if b not in total])
    anak = p.anak()
    golongan = [b for b, atas in p.induk.items() if atas is None]
    anak |= {b: [g for g in golongan if g < b] for b in total if any(g < b for g in golongan)}
    for kolom in NILAI_ASET:
        for s in selisih_jumlah(lapor, "aset", kolom, anak):
            kode = "AS-02" if s.induk.baris in total else "AS-01"
            nama = isi[s.induk.baris]["nama"]
            lapor(
                kode,
                s.induk,
                seharusnya=s.jumlah,
                terkait=(*s.anak, *s.ikut),
                nama=nama,
                rincian=s.usul(lapor),
                **sebab_selisih(lapor, s).isian,
            )


@aturan(kode=("LH-01", "LH-02"), lembar=("lhe_nilai",), baca=perlu(lhe_nilai="tahun bobot nilai ?predikat"))
def nilai_lhe(buku: BukuKerja, lapor: Pelapor) -> None:
    """Nilai AKIP sama dengan jumlah komponennya, dan predikatnya sesuai dengan nilai itu."""
    tahun: dict[object, list[int]] = defaultdict(list)
    isi = lapor.jejak.baris("lhe_nilai")
    for b, baris in isi.items():
        tahun[baris["tahun"]].append(b)
    for baris in tahun.values():
        for total in (b for b in baris if isi[b]["bobot"] == BOBOT_JUMLAH):
            _jumlah_lhe(lapor, total, [b for b in baris if isi[b]["bobot"] not in (BOBOT_JUMLAH, None)])
            _predikat_lhe(lapor, total, [b for b in baris if isi[b]["bobot"] is None])
    for r, harap in lapor.banding.beda("lhe_nilai", "predikat"):
        angka = isi[r.baris]["nilai"]
        lapor("LH-02", r, seharusnya=harap, terkait=[Rujukan("lhe_nilai", r.baris, "nilai")], angka=angka)


def _predikat_lhe(lapor: Pelapor, total: int, lain: list[int]) -> None:
    """A row that holds the predicate instead of a value: "Tingkat Akuntabilitas Kinerja | BB"."""
    nilai, harap = lapor.jejak.baris("lhe_nilai")[total]["nilai"], lapor.buku["lhe_nilai"].harap(total, "predikat")
    for r in (Rujukan("lhe_nilai", b, "nilai") for b in lain):
        kata = lapor.buku["lhe_nilai"].kata(r.baris, r.kolom)
        if kata in PREDIKAT_SAKIP and isinstance(harap, str) and kata != harap:
            lapor(
                "LH-02",
                r,
                nilai=kata,
                seharusnya=harap,
                terkait=[Rujukan("lhe_nilai", total, "nilai")],
                angka=nilai,
                berkata=True,
            )


def _jumlah_lhe(lapor: Pelapor, total: int, komponen: list[int]) -> None:
    isi, sel = lapor.jejak.baris("lhe_nilai"), [Rujukan("lhe_nilai", b, "nilai") for b in (total, *komponen)]
    bobot = [x for b in komponen if isinstance(x := isi[b]["bobot"], float)]
    if len(bobot) < len(komponen) or fsum(bobot) != BOBOT_JUMLAH or any(lapor.jejak.ternoda(r) for r in sel):
        return  # not all components are there
    nilai = [x for r in sel if isinstance(x := lapor.jejak.nilai(r), (int, float))]
    if len(nilai) < len(sel):
        return
    selang = [cetak(x, lapor.buku["lhe_nilai"].desimal(r.baris, "nilai")) for r, x in zip(sel, nilai, strict=True)]
    jumlah = Selang(fsum(s.bawah for s in selang[1:]), fsum(s.atas for s in selang[1:]))
    if not jumlah.bertemu(selang[0]):
        lapor("LH-01", sel[0], seharusnya=bulat(fsum(nilai[1:]), 2), terkait=sel[1:], hitungan=eja_jumlah(nilai[1:]))
