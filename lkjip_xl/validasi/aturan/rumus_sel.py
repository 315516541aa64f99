"""Formula cells that were typed over, replaced or emptied, where no rule of the sheet itself has spoken yet; foreign calls."""

from __future__ import annotations

from typing import Any

from lkjip_xl.inti.keadaan import baca_keadaan
from lkjip_xl.inti.temuan import Tingkat
from lkjip_xl.ringkasan.indikator import capaian_terpakai, nilai_tampak, tanda_dibatasi
from lkjip_xl.skema.perlu import perlu
from lkjip_xl.tabel.model import Asal, BukuKerja, Tabel
from lkjip_xl.validasi.aturan.pelapor import Pelapor
from lkjip_xl.validasi.aturan.penelusur import Rujukan
from lkjip_xl.validasi.aturan.registri import aturan

TARGET_DIUKUR = ("pengukuran", "target")  # without it there is no capaian


@aturan(kode=("RM-07",), seluruh=True)
def angka_dipotong(buku: BukuKerja, lapor: Pelapor) -> None:
    """Angka hasil hitungan dibulatkan, bukan dipotong; disebut satu kali untuk tiap kolom."""
    for t in buku.tabel.values():
        for k in t.skema.kolom.values() if t.ada else ():
            if not k.rumus or k.nama not in t.letak:
                continue
            semua = [(r, x) for r, x in lapor.banding.dipotong(t.skema.id, k.nama) if not lapor.pernah(r)]
            for r, _ in semua:  # alike in all they say, they become one finding with all cells
                awal, harap = semua[0]
                satu: dict[str, Any] = (
                    {"nilai": lapor.jejak.nilai(r), "seharusnya": harap} if len(semua) == 1 else {"nilai": None}
                )
                contoh = lapor.jejak.nilai(awal)
                lapor("RM-07", r, **satu, contoh=contoh, bulat=harap, tempat=lapor.jejak.alamat(awal)[1])


DIJAWAB = frozenset({"penunjang"})  # PN-02 says of the code that it belongs to another name


@aturan(kode=("RM-01", "RM-02", "RM-03", "RM-05", "RM-09"), seluruh=True)
def rumus_ditimpa(buku: BukuKerja, lapor: Pelapor) -> None:
    """Sel rumus berisi rumusnya; isian yang berbeda dari hasil rumus atau sumbernya dilaporkan."""
    sama: list[tuple[Rujukan, object]] = []
    for t in buku.tabel.values():
        if not t.ada or t.skema.id in DIJAWAB:
            continue
        for k in t.skema.kolom.values():
            if not k.rumus or k.nama not in t.letak:
                continue
            for r in lapor.banding.ketikan(t.skema.id, k.nama):
                hasil = lapor.banding.periksa(r)
                if hasil is None or not lapor.perlu_dijawab(r):
                    continue
                konstanta = t.asal(r.baris, r.kolom) is Asal.TIMPA
                if not hasil.sesuai:
                    kode = "RM-05" if k.jenis == "warisan" else "RM-02" if konstanta else "RM-03"
                    sumber = lapor.jejak.sumber(r)
                    asal = next((s for s in sumber if lapor.jejak.nilai(s) == hasil.harap), None)
                    sebut = lapor.sebut(asal) if asal else "sumbernya"
                    lapor(kode, r, seharusnya=hasil.harap, terkait=sumber, sumber=sebut)
                elif k.jenis == "rumus" and konstanta:
                    sama.append((r, hasil.harap))
    if sama and _salinan_nilai(buku):  # made so on purpose: once for all of them
        lapor("RM-09", sama[0][0], jumlah=len(sama))
        return
    for r, harap in sama:
        lapor("RM-01", r, seharusnya=harap)


def _salinan_nilai(buku: BukuKerja) -> bool:
    """Does every formula cell of every filled row hold a figure or nothing, as in a copy that carries values only?"""
    for t in buku.tabel.values():
        berumus = [k.nama for k in t.skema.kolom.values() if k.rumus and k.nama in t.letak]
        if t.ada and any(t.asal(b, k) not in (Asal.TIMPA, Asal.KOSONG) for b in t.baris for k in berumus):
            return False
    return True


@aturan(kode=("RM-04",), seluruh=True)
def rumus_dihapus(buku: BukuKerja, lapor: Pelapor) -> None:
    """Sel rumus di baris yang terisi tidak dikosongkan."""
    for t in buku.tabel.values():
        if not t.ada:
            continue
        for baris, kolom in sorted(letak for letak, s in t.sel.items() if s.asal is Asal.KOSONG):
            hilang = kolom in t.letak and t.berumus(baris, kolom)
            if hilang and (t.harap(baris, kolom) is not None or t.kata_rumus(baris, kolom)):
                gawat = (t.skema.id, kolom) == TARGET_DIUKUR and _diukur(t, baris)
                lapor("RM-04", Rujukan(t.skema.id, baris, kolom), tingkat=Tingkat.PERINGATAN if gawat else None)


def _diukur(t: Tabel, baris: int) -> bool:
    """Does a row of Pengukuran have a result, as a figure or in words, and no state that says why not?"""
    ada = nilai_tampak(t, baris, "realisasi") is not None
    return ada and baca_keadaan(t.kata(baris, "realisasi")) is None


@aturan(kode=("RM-06",), lembar=("pengukuran",), baca=perlu(pengukuran="capaian ?target ?realisasi"))
def capaian_diketik(buku: BukuKerja, lapor: Pelapor) -> None:
    """Capaian yang diketik tanpa target dan realisasi berupa angka disebut, sebab ikut dirata-rata sebagaimana tertulis."""
    t = buku["pengukuran"]
    for b, isi in lapor.jejak.baris("pengukuran").items():
        if tanda_dibatasi(t, b, "capaian"):
            continue  # PG-15 says it
        terpakai = capaian_terpakai(t, b)
        if isinstance(terpakai, float) and terpakai == isi["capaian"] and t.harap(b, "capaian") != terpakai:
            terkait = [Rujukan("pengukuran", b, k) for k in ("target", "realisasi")]
            # a word, a bound or a ratio stands where none of them is missing, and there is nothing to fill in
            kurang = [
                lapor.kepala("pengukuran", s.kolom) for s in terkait if not t.kata(b, s.kolom) and isi[s.kolom] is None
            ]
            lapor("RM-06", Rujukan("pengukuran", b, "capaian"), terkait=terkait, kurang=" dan ".join(kurang) or None,
                  kata=None if kurang else "kata, batas, atau nisbahnya")  # fmt: skip


@aturan(kode=("RM-08",), seluruh=True)
def fungsi_tak_dikenal(buku: BukuKerja, lapor: Pelapor) -> None:
    """Rumus di sel rumus tidak memanggil fungsi buku lain atau fungsi yang tidak dikenal Excel."""
    for t in buku.tabel.values():
        if not t.ada:
            continue
        lain = {letak: s.rumus for letak, s in t.sel.items() if s.asal is Asal.RUMUS_LAIN and s.rumus}
        for (baris, kolom), rumus in sorted(lain.items()):
            if kolom in t.letak and t.skema.kolom[kolom].rumus:
                from lkjip_xl.edar.rumus_sel import fungsi_asing  # with openpyxl, which few workbooks need here

                asing = fungsi_asing(rumus)
                if asing:
                    lapor("RM-08", Rujukan(t.skema.id, baris, kolom), nama=", ".join(dict.fromkeys(asing)))
