"""The sheet Pratinjau Ambil: which table is which sheet, which column which, what is asked, and what became of the cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from lkjip_xl.buku.baca import Lembar
from lkjip_xl.inti.alamat import huruf
from lkjip_xl.inti.angka import tulis
from lkjip_xl.inti.kunci import kunci_teks, rapikan_spasi
from lkjip_xl.lembar import gaya
from lkjip_xl.lembar.daftar import bangun_kepala, siapkan_cetak, tulis_baris
from lkjip_xl.lembar.halaman import lindungi
from lkjip_xl.perubahan import TANPA_UNDO
from lkjip_xl.rencana.model import Nasib, Pertanyaan, PetaKolom, PetaTabel, Rencana, Yakin
from lkjip_xl.rencana.usulan import kalimat_tersisa
from lkjip_xl.skema import judul
from lkjip_xl.skema.lembar_kerja import LEMBAR_PRATINJAU
from lkjip_xl.tabel.model import BARIS_DATA, BukuKerja

YA, TIDAK = "ya", "tidak"
KEPALA = ("No", "Ambil", "Jenis", "Sumber", "Bagian", "Tujuan", "Isi buku", "Keterangan", "Tanda")
LEBAR = (6, 9, 15, 30, 44, 34, 28, 50, 12)
KOLOM_AMBIL, KOLOM_TANDA = 2, 9
TANDA = {KOLOM_TANDA: replace(gaya.DAFTAR, huruf=gaya.TANDA.huruf)}  # for the program, not for the reader
JAWAB = {KOLOM_AMBIL: gaya.DAFTAR.berwarna(gaya.KUNING_TUA, terbuka=True)}
TABEL = dict.fromkeys(range(1, KOLOM_TANDA), gaya.DAFTAR.berwarna(gaya.BIRU_MUDA))
ARTI = {
    Nasib.DITULIS: "ditulis ke sel buku yang kosong",
    Nasib.SAMA: "sudah berisi sama di buku, atau sama dengan rumusnya",
    Nasib.DIBANDINGKAN: "dihitung sendiri oleh buku; yang berbeda disebut sendiri",
    Nasib.BENTROK: "isi buku berbeda dan tidak ditimpa",
    Nasib.KEPALA: "judul, kepala kolom, nomor",
}
PANJANG = 300  # longer texts are cut in the list only
TEMUAN_MAKS = 200
TANDA_TEMUAN = "= temuan"
ALASAN_MAKS = 5  # reasons named one by one


def bangun_pratinjau(ws: Worksheet, rencana: Rencana) -> None:
    """Write the preview: every table with its columns and questions, then the count of cells."""
    ws.title = LEMBAR_PRATINJAU
    kabar = f"Periksa kolom Ambil (ya atau tidak), lalu klik tombol Ambil dari Berkas sekali lagi. {TANPA_UNDO}"
    bangun_kepala(ws, "PRATINJAU AMBIL DARI BERKAS", kabar, KEPALA, LEBAR)
    semua = [*baris_pratinjau(rencana), *_temuan(rencana)]
    for b, p in enumerate(semua, BARIS_DATA):
        jawab = "" if p.tetap else YA if p.bawaan else TIDAK
        rupa = TANDA | (TABEL if p.jenis == "tabel" else {}) | ({} if p.tetap else JAWAB)
        tulis_baris(ws, b, (b - BARIS_DATA + 1, jawab, *_tampak(p), p.keterangan, p.id), rupa)
    tanya = [f"B{b}" for b, p in enumerate(semua, BARIS_DATA) if not p.tetap]
    if tanya:
        pilihan = DataValidation("list", formula1=f'"{YA},{TIDAK}"', allow_blank=False)
        for sel in tanya:
            pilihan.add(sel)
        ws.add_data_validation(pilihan)
    siapkan_cetak(ws, len(KEPALA))
    lindungi(ws)


def baris_pratinjau(rencana: Rencana) -> Iterator[Pertanyaan]:
    """Everything the preview lists, in its order; what is not asked is told."""
    tanya = {p.id: p for p in rencana.pertanyaan}
    for t in rencana.tabel:
        nomor = str(t.nomor)
        yield tanya.pop(nomor, None) or Pertanyaan(
            nomor, "tabel", t.tempat, t.judul, "", "", _dekat(rencana.buku, t), False, True
        )
        for k in t.kolom.values():
            id_ = f"{t.nomor}:{huruf(k.nomor)}"
            yield tanya.pop(id_, None) or _kolom(rencana.buku, t, k, id_)
        for id_ in [i for i in tanya if i.partition("!")[0] == nomor]:
            yield tanya.pop(id_)
    if (sisa := kalimat_tersisa(rencana)) is not None:
        yield Pertanyaan(f"= {sisa.kode}", "perlu dipilih", "", sisa.pesan, sisa.lembar, "", sisa.saran, False, True)
    for nasib, n in rencana.cacah().items():
        if n:
            yield Pertanyaan(
                f"= {nasib}", "jumlah sel", "", f"{nasib}: {n} sel", "", "", _alasan(rencana, nasib), False, True
            )


def _temuan(rencana: Rencana) -> Iterator[Pertanyaan]:
    """What was found on the way, files that cannot be read above all; no part of what is answered, so it stands last."""
    for t in rencana.temuan[:TEMUAN_MAKS]:
        sumber = f"{t.lembar}!{t.sel}" if t.sel else t.lembar
        yield Pertanyaan(TANDA_TEMUAN, kunci_teks(t.tingkat.value), sumber, t.pesan, "", "", t.saran, False, True)
    if (sisa := len(rencana.temuan) - TEMUAN_MAKS) > 0:
        ket = "Jalankan lkjip ambil untuk melihat semuanya."
        yield Pertanyaan(
            TANDA_TEMUAN, "catatan", "", f"{sisa} temuan lain tidak ditampilkan.", "", "", ket, False, True
        )


def _dekat(buku: BukuKerja, t: PetaTabel) -> str:
    return t.alasan or "tidak dikenali" + (f"; paling mirip lembar {buku[t.dekat].lembar}" if t.dekat else "")


def _kolom(buku: BukuKerja, t: PetaTabel, k: PetaKolom, id_: str) -> Pertanyaan:
    tujuan, ket = "", k.alasan
    if k.yakin is Yakin.PASTI and k.lembar:
        tabel = buku[k.lembar]
        kolom = tabel.skema.kolom[k.kolom]
        tujuan = f"{tabel.lembar}: {judul.sebagai_teks(kolom.judul, buku.setelan)}"
        kali = k.pengali != 1 and kolom.tipe == "rupiah"  # names, numbers and shares stay as they are
        ket = "pasti" + (f"; dikalikan {tulis(k.pengali)}" if kali else "")
    elif k.yakin is Yakin.TIDAK:
        ket = f"tidak dipakai: {k.alasan}"
    return Pertanyaan(id_, "kolom", t.tempat, k.judul, tujuan, "", ket, False, True)


def _alasan(rencana: Rencana, nasib: str) -> str:
    """What a fate means; why cells were left out, the most frequent reasons first."""
    if Nasib(nasib) in ARTI:
        return ARTI[Nasib(nasib)]
    n: dict[str, int] = {}
    for s in rencana.sel:
        if s.nasib.value == nasib:
            n[s.alasan] = n.get(s.alasan, 0) + 1
    urut = sorted(n.items(), key=lambda x: -x[1])
    sisa = sum(x for _, x in urut[ALASAN_MAKS:])
    return "; ".join([*(f"{a} ({x})" for a, x in urut[:ALASAN_MAKS]), *([f"sebab lain ({sisa})"] if sisa else [])])


def jawaban(lembar: Lembar | None, rencana: Rencana) -> dict[str, bool] | None:
    """The answers on a preview sheet by the id of the question; None where it does not show exactly this plan."""
    if lembar is None:
        return None
    hasil: dict[str, bool] = {}
    semua = list(baris_pratinjau(rencana))
    for b, p in enumerate(semua, BARIS_DATA):
        tampak = tuple(
            str(s.nilai) if (s := lembar.sel.get((b, k))) is not None and s.nilai is not None else ""
            for k in (KOLOM_TANDA, 3, 4, 5, 6, 7)
        )
        if [rapikan_spasi(x) for x in tampak] != [rapikan_spasi(x) for x in (p.id, *_tampak(p))]:
            return None
        if not p.tetap:
            s = lembar.sel.get((b, KOLOM_AMBIL))
            hasil[p.id] = s is not None and kunci_teks(s.nilai) == YA
    berikut = BARIS_DATA + len(semua)
    tanda = lembar.sel.get((berikut, KOLOM_TANDA))
    return None if (berikut, 1) in lembar.sel and (tanda is None or tanda.nilai != TANDA_TEMUAN) else hasil


def _tampak(p: Pertanyaan) -> Sequence[str]:
    return tuple(x[:PANJANG] for x in (p.jenis, p.sumber, p.bagian, p.tujuan, p.isi))
