"""Rules of the budget sheets row by row: serapan, sisa, efisiensi, realisasi above pagu, rows without a parent."""

from __future__ import annotations

from collections.abc import Sequence
from math import fsum

from lkjip_xl.inti.jumlah import baris_jumlah
from lkjip_xl.inti.kunci import kunci_teks
from lkjip_xl.inti.rumus import bulat
from lkjip_xl.skema.perlu import perlu
from lkjip_xl.tabel.hierarki import KEDALAMAN_PROGRAM, LEVEL, total_program
from lkjip_xl.tabel.model import BukuKerja, Nilai
from lkjip_xl.validasi.aturan.angka_lain import metode_lain
from lkjip_xl.validasi.aturan.pelapor import Pelapor
from lkjip_xl.validasi.aturan.penelusur import Rujukan
from lkjip_xl.validasi.aturan.pohon import pohon
from lkjip_xl.validasi.aturan.registri import aturan
from lkjip_xl.validasi.aturan.rincian_jumlah import SEDIKITNYA
from lkjip_xl.validasi.aturan.selang import hasil_tertulis, titik

SERATUS = 100.0


@aturan(
    kode=("AG-01", "AG-02", "AG-14"),
    lembar=("anggaran",),
    baca=perlu(anggaran="?serapan ?sisa ?pagu ?realisasi_rp level nama ?kode"),
)
def serapan_dan_sisa(buku: BukuKerja, lapor: Pelapor) -> None:
    """Serapan dan sisa yang diketik di Anggaran sesuai dengan pagu dan realisasi."""
    program = [b for b, x in lapor.jejak.baris("anggaran").items() if x["level"] == "program" and not total_program(x)]
    for kolom, kode in (("serapan", "AG-01"), ("sisa", "AG-02")):
        for r, harap in lapor.banding.beda("anggaran", kolom):
            isi = lapor.jejak.baris("anggaran")[r.baris]
            seluruh = total_program(isi) or isi["level"] == LEVEL[0]
            if kolom == "serapan" and seluruh and _rata_serapan(lapor, r, harap, program):
                continue
            terkait = [Rujukan("anggaran", r.baris, k) for k in ("pagu", "realisasi_rp")]
            lapor(kode, r, seharusnya=harap, terkait=terkait, pagu=isi["pagu"], realisasi=isi["realisasi_rp"])


def _rata_serapan(lapor: Pelapor, r: Rujukan, harap: Nilai, bawah: Sequence[int]) -> bool:
    """Is the serapan of a total the plain mean of those below, as some reports print it? Then it is a note."""
    sel = [Rujukan(r.lembar, b, r.kolom) for b in bawah]
    nilai = [x for s in sel if isinstance(x := lapor.banding.tampil(s), float)]
    tertulis = lapor.jejak.nilai(r)
    if len(nilai) < SEDIKITNYA or not isinstance(tertulis, float):
        return False
    selang = hasil_tertulis(tertulis, lapor.buku[r.lembar].desimal(r.baris, r.kolom))
    if not titik(fsum(nilai) / len(nilai)).bertemu(selang):
        return False
    lapor("AG-14", r, seharusnya=harap, terkait=sel)
    return True


@aturan(kode=("AG-16",), lembar=("anggaran",), baca=perlu(anggaran="capaian ?target ?realisasi level nama ?kode"))
def capaian_seluruhnya(buku: BukuKerja, lapor: Pelapor) -> None:
    """Capaian yang diketik di baris jumlah berada di antara capaian programnya: di luar itu bukan rata-rata apa pun."""
    baris = lapor.jejak.baris("anggaran")
    program = [b for b, x in baris.items() if x["level"] == "program" and not total_program(x)]
    tanpa = {b for b, x in baris.items() if (x["target"], x["realisasi"]) == (None, None)}
    sel = [Rujukan("anggaran", b, "capaian") for b in program]
    nilai = [x for s in sel if isinstance(x := lapor.banding.tampil(s), float)]
    for r in lapor.banding.ketikan("anggaran", "capaian"):
        isi, x = baris[r.baris], lapor.jejak.nilai(r)
        seluruh = r.baris in tanpa and (total_program(isi) or isi["level"] == LEVEL[0])
        if (
            not seluruh
            or not isinstance(x, float)
            or len(nilai) < SEDIKITNYA
            or any(map(lapor.jejak.ternoda, (r, *sel)))
        ):
            continue
        selang = hasil_tertulis(x, buku["anggaran"].desimal(r.baris, "capaian"))
        if selang.atas < min(nilai) or selang.bawah > max(nilai):
            lapor("AG-16", r, seharusnya=bulat(fsum(nilai) / len(nilai), 2), terkait=sel)


@aturan(
    kode=("AG-15",),
    lembar=("anggaran",),
    baca=perlu(anggaran="efisiensi capaian serapan ?pagu ?realisasi_rp", pengaturan="?metode_efisiensi"),
)
def efisiensi_tanpa_anggaran(buku: BukuKerja, lapor: Pelapor) -> None:
    """Baris tanpa anggaran tidak berefisiensi: capaian dikurangi ketiadaan bukan efisiensi."""
    selisih = buku.setelan.get("MetodeEfisiensi") in (None, "selisih")
    tanpa = {
        b
        for b, x in lapor.jejak.baris("anggaran").items()
        if not any((x["pagu"], x["realisasi_rp"], x["serapan"] is not None, not isinstance(x["capaian"], float)))
    }
    for r in lapor.banding.ketikan("anggaran", "efisiensi"):
        sel = [Rujukan("anggaran", r.baris, k) for k in ("capaian", "pagu", "realisasi_rp")]
        x = lapor.jejak.nilai(r)
        if r.baris not in tanpa or not isinstance(x, float) or any(map(lapor.jejak.ternoda, sel)):
            continue
        if x == lapor.banding.tampil(sel[0]) or (not selisih and x == SERATUS):
            lapor("AG-15", r, terkait=sel)


@aturan(
    kode=("AG-06",),
    lembar=("anggaran",),
    baca=perlu(anggaran="efisiensi ?capaian ?serapan", pengaturan="?metode_efisiensi"),
)
def efisiensi_program(buku: BukuKerja, lapor: Pelapor) -> None:
    """Efisiensi yang diketik di Anggaran sesuai dengan capaian, serapan dan metode di Pengaturan."""
    for r, harap in lapor.banding.beda("anggaran", "efisiensi"):
        lapor(
            "AG-06",
            r,
            seharusnya=harap,
            terkait=[Rujukan("anggaran", r.baris, k) for k in ("capaian", "serapan")],
            metode=buku.setelan.get("MetodeEfisiensi"),
            cocok=metode_lain(
                lapor, r, *(lapor.jejak.nilai(Rujukan("anggaran", r.baris, k)) for k in ("capaian", "serapan"))
            ),
            capaian=lapor.banding.tampil(Rujukan("anggaran", r.baris, "capaian")),
            serapan=lapor.banding.tampil(Rujukan("anggaran", r.baris, "serapan")),
        )


@aturan(kode=("BL-01", "AG-14"), lembar=("belanja",), baca=perlu(belanja="?serapan ?sisa ?jenis ?induk ?tahun"))
def serapan_belanja(buku: BukuKerja, lapor: Pelapor) -> None:
    """Serapan dan sisa yang diketik di Belanja sesuai dengan anggaran dan realisasi."""
    baris = lapor.jejak.baris("belanja")
    letak = {b: (x["tahun"], x["induk"]) for b, x in baris.items()}
    for kolom in ("serapan", "sisa"):
        for r, harap in lapor.banding.beda("belanja", kolom):
            isi = baris[r.baris]
            if kolom == "serapan" and baris_jumlah(isi["jenis"]):
                bawah = [b for b, x in letak.items() if b != r.baris and x == (isi["tahun"], None)]
                if _rata_serapan(lapor, r, harap, bawah):
                    continue
            terkait = [Rujukan("belanja", r.baris, k) for k in ("anggaran", "realisasi")]
            lapor("BL-01", r, seharusnya=harap, terkait=terkait)


@aturan(
    kode=("AG-07", "AG-09"),
    lembar=("anggaran",),
    baca=perlu(
        anggaran="level nama ?kode ?no ?pagu ?realisasi_rp", renja="?kode ?level ?nama", pk_program="?kode ?level ?nama"
    ),
)
def susunan_program(buku: BukuKerja, lapor: Pelapor) -> None:
    """Setiap kegiatan punya program di atasnya, dan nama tidak berulang di bawah induk yang sama."""
    baris = lapor.jejak.baris("anggaran")
    p = pohon(lapor.jejak, "anggaran")
    # a list that begins with its kegiatan, as ministries print it, may have a total of all below it
    semua = (t for b in p.induk if (t := p.tingkat[b]) is not None and not total_program(baris[b]))
    teratas = min(semua, default=None)
    pertama: dict[tuple, int] = {}
    for b, induk in p.induk.items():
        tingkat, nama = p.tingkat[b], baris[b]["nama"]
        yatim = induk is None or total_program(baris[induk])
        if yatim and tingkat is not None and teratas is not None and tingkat > max(teratas, KEDALAMAN_PROGRAM):
            lapor("AG-07", Rujukan("anggaran", b, "level"), nama=nama, level=baris[b]["level"])
        if (
            not isinstance(nama, str)
            or total_program(baris[b])
            or all(baris[b][k] is None for k in ("pagu", "realisasi_rp"))
        ):
            continue  # a further indicator of the same programme has no rupiah of its own
        kunci = (induk, tingkat, kunci_teks(nama))
        if kunci in pertama:
            lapor(
                "AG-09",
                Rujukan("anggaran", b, "nama"),
                terkait=[Rujukan("anggaran", pertama[kunci], "nama")],
                nama=nama,
            )
        pertama.setdefault(kunci, b)
