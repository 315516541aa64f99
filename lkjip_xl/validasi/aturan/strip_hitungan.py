"""A dash where a total, a rest or a share stands, beside figures that give one."""

from __future__ import annotations

from lkjip_xl.inti.bacaan import Status, baca
from lkjip_xl.inti.rumus import bulat
from lkjip_xl.inti.temuan import Tingkat
from lkjip_xl.skema.perlu import perlu
from lkjip_xl.skema.pesan import katalog
from lkjip_xl.tabel.model import BukuKerja
from lkjip_xl.validasi.aturan.dugaan import TANPA_SEBAB
from lkjip_xl.validasi.aturan.pelapor import Pelapor
from lkjip_xl.validasi.aturan.penelusur import Rujukan
from lkjip_xl.validasi.aturan.registri import aturan

HITUNGAN = {
    ("pegawai", "jumlah"): "PW-01",
    ("anggaran", "serapan"): "AG-01",
    ("anggaran", "sisa"): "AG-02",
    ("aset", "saldo_akhir"): "AS-01",
}


@aturan(
    kode=("PW-01", "AG-01", "AG-02", "AS-01"),
    baca=perlu(
        pegawai="?jumlah ?laki_laki ?perempuan ?uraian",
        anggaran="?serapan ?sisa ?pagu ?realisasi_rp",
        aset="?saldo_akhir ?nama",
    ),
    seluruh=True,
)
def hitungan_bukan_strip(buku: BukuKerja, lapor: Pelapor) -> None:
    """Jumlah pegawai, serapan, sisa dan saldo akhir tidak ditulis "-" bila angka yang membentuknya ada."""
    for (lembar, kolom), kode in HITUNGAN.items():
        t = buku[lembar]
        for b, isi in lapor.jejak.baris(lembar).items() if t.ada and kolom in t.skema.kolom else ():
            r, teks, harap = Rujukan(lembar, b, kolom), t.bukan_angka(b, kolom), t.harap(b, kolom)
            if not teks or baca(teks).status is not Status.KOSONG or not isinstance(harap, float) or not harap:
                continue
            sumber = lapor.jejak.sumber(r)
            if not lapor.jejak.sumber_ternoda(r) and not any(lapor.pernah(s) for s in (r, *sumber)):
                semua = {**TANPA_SEBAB, "dimensi": isi.get("uraian"), "nama": isi.get("nama"), "pagu": isi.get("pagu"), "realisasi": isi.get("realisasi_rp")}  # fmt: skip
                isian = {k: x for k, x in semua.items() if k in katalog()[kode].isian()}
                lapor(kode, r, nilai=teks, seharusnya=bulat(harap, 2), terkait=sumber, tingkat=Tingkat.PERINGATAN, **isian)  # fmt: skip
