"""Rules of the planning sheets row by row: end targets of T-C.27, Renja's change of pagu, the action plan's totals."""

from __future__ import annotations

from lkjip_xl.skema.perlu import perlu
from lkjip_xl.tabel.model import Asal, BukuKerja
from lkjip_xl.validasi.aturan.pelapor import Pelapor
from lkjip_xl.validasi.aturan.penelusur import Rujukan
from lkjip_xl.validasi.aturan.registri import aturan

SLOT = range(1, 7)
TRIWULAN = ("tw1", "tw2", "tw3", "tw4")


def _berisi(lapor: Pelapor, r: Rujukan, kolom: tuple[str, ...]) -> list[Rujukan]:
    isi = lapor.jejak.baris(r.lembar)[r.baris]
    return [Rujukan(r.lembar, r.baris, k) for k in kolom if isi[k] is not None]


@aturan(
    kode=("TC-01", "TC-02"), lembar=("tc27",), baca=perlu(tc27="?target_akhir ?target_1-6 ?rp_akhir ?rp_1-6 ?sifat")
)
def kondisi_akhir_tc27(buku: BukuKerja, lapor: Pelapor) -> None:
    """Target akhir T-C.27 sesuai dengan Sifat, dan Rp akhir sama dengan jumlah semua tahun."""
    target, rp = tuple(f"target_{k}" for k in SLOT), tuple(f"rp_{k}" for k in SLOT)
    for r, harap in lapor.banding.beda("tc27", "target_akhir"):
        sifat = lapor.jejak.baris("tc27")[r.baris]["sifat"]
        lapor("TC-01", r, seharusnya=harap, terkait=_berisi(lapor, r, target), sifat=sifat)
    for r, harap in lapor.banding.beda("tc27", "rp_akhir"):
        lapor("TC-02", r, seharusnya=harap, terkait=_berisi(lapor, r, rp))


@aturan(kode=("RJ-01",), lembar=("renja",), baca=perlu(renja="bertambah"))
def bertambah_berkurang(buku: BukuKerja, lapor: Pelapor) -> None:
    """Bertambah/(berkurang) Renja sama dengan setelah dikurangi penjabaran terakhir, bila kosong sebelum."""
    for r, harap in lapor.banding.beda("renja", "bertambah"):
        lapor("RJ-01", r, seharusnya=harap, terkait=lapor.jejak.sumber(r))


@aturan(kode=("RA-01",), lembar=("rencana_aksi",), baca=perlu(rencana_aksi="total ?tw1-4"))
def total_rencana_aksi(buku: BukuKerja, lapor: Pelapor) -> None:
    """Total rencana aksi yang diketik sesuai dengan target triwulan dan sifat indikator."""
    for r, harap in lapor.banding.beda("rencana_aksi", "total"):
        lapor("RA-01", r, seharusnya=harap, terkait=_berisi(lapor, r, TRIWULAN))


@aturan(
    kode=("RA-02", "RA-03"),
    lembar=("rencana_aksi", "renstra"),
    baca=perlu(rencana_aksi="kode total ?tw1-4 ?sifat", renstra="kode target_berikut"),
)
def target_tahun_depan(buku: BukuKerja, lapor: Pelapor) -> None:
    """Total rencana aksi sama dengan target Renstra untuk tahun sesudah tahun laporan, menurut sifat indikatornya."""
    for b, isi in lapor.jejak.baris("rencana_aksi").items():
        r, letak = Rujukan("rencana_aksi", b, "total"), buku.indeks.baris("renstra", "kode", isi["kode"])
        if letak is None or lapor.pernah(r):
            continue
        acuan = Rujukan("renstra", letak, "target_berikut")
        total, target, sifat = isi["total"], lapor.jejak.nilai(acuan), isi["sifat"]
        if not isinstance(total, (int, float)) or not isinstance(target, (int, float)) or abs(total - target) < 1e-9:
            continue
        if not lapor.jejak.ternoda(acuan) and not lapor.jejak.ternoda(r):
            sumber = lapor.jejak.sumber(acuan)
            terkait = (*sumber, *_berisi(lapor, r, TRIWULAN))
            terhitung = buku["rencana_aksi"].asal(b, "total") in (None, Asal.RUMUS)
            if terhitung and sifat is not None and isi["tw4"] == target:
                lapor("RA-03", r, seharusnya=target, terkait=terkait, sifat=sifat)
            else:
                lapor("RA-02", r, seharusnya=target, terkait=terkait)
