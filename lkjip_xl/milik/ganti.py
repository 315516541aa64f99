"""Put sheets of ours into a workbook anew, and lose nothing the user has put on them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from lkjip_xl.buku import pertahankan
from lkjip_xl.buku.baca import Buku, baca_buku
from lkjip_xl.buku.cangkok import Tinggal, cangkok
from lkjip_xl.buku.lampiran_lembar import hitung_lampiran, komentar
from lkjip_xl.buku.paket import Paket
from lkjip_xl.buku.tulis import Tulis, tulis_sel
from lkjip_xl.inti.alamat import lipat
from lkjip_xl.inti.alamat import sel as alamat_sel
from lkjip_xl.inti.kunci import kunci_excel
from lkjip_xl.inti.temuan import Temuan
from lkjip_xl.milik.catatan import bangun_catatan, baris_berikut, lembar_catatan, yang_baru
from lkjip_xl.milik.tambahan import Tambahan, cari_tambahan, sel_dipakai
from lkjip_xl.skema.pesan import buat_temuan
from lkjip_xl.skema.versi import NAMA_TANDA
from lkjip_xl.tabel.tanda import CATATAN, cari, periksa_milik

SEL_DISEBUT = 12


@dataclass(frozen=True, slots=True)
class _Lama:
    """A sheet that is to be replaced: its name, what the user added, tables that stay, tables that cannot, a filter at work."""

    nama: str
    tambahan: Tambahan
    tabel: dict[str, str]
    hilang: list[str]
    saringan: str


def perbarui_lembar(
    paket: Paket,
    wb: Workbook,
    *,
    sumber: Paket | None = None,
    diketahui: Mapping[str, Collection[str]] | None = None,
) -> list[Temuan]:
    """Graft the sheets of `wb`; says what of the user's stays, was moved to a sheet of notes, or goes.

    sumber: where the sheets of `wb` are taken from instead, with buttons; notes on cells, which share a part with those, move.
    diketahui: formula cells (by sheet, A1) that read these sheets and get new values from the caller.
    Raises GalatBerkas (BK-40) where a sheet to be replaced is not ours; nothing is then changed.
    """
    nama = wb.sheetnames
    daftar, sebut = paket.lembar(), {kunci_excel(n) for n in nama}
    buku = baca_buku(
        paket, [n for n in daftar if kunci_excel(n) in sebut or kunci_excel(n).startswith(kunci_excel(CATATAN))]
    )
    tanda = buku.lokal(NAMA_TANDA)
    periksa_milik(buku.lembar, tanda, nama, paket.nama, [n for n, i in daftar.items() if i.jenis != "worksheet"])
    tombol = sumber is not None
    lama = {n: x for n in nama if (x := _periksa(paket, buku, wb[n], tombol=tombol)) is not None}
    hasil: list[Temuan] = []
    for n, x in lama.items():
        pergi = {"catatan sel"} if tombol else set()
        if wb[n].data_validations.dataValidation:
            pergi.add("validasi data")
        hasil += _lapor(paket, n, x, pergi)
    tujuan = {n: _catat(paket, buku, n, x.tambahan, tanda) for n, x in lama.items() if x.tambahan.pindah}
    hasil += [
        buat_temuan(
            "LB-22",
            lembar=n,
            sel=_sebut([c.sel for c in lama[n].tambahan.pindah]),
            jumlah=len(lama[n].tambahan.pindah),
            tujuan=t,
        )
        for n, t in tujuan.items()
    ]
    cangkok(
        paket,
        sumber or wb,
        ganti=nama,
        tinggal={n: Tinggal(set(x.tambahan.tetap), set(x.tabel)) for n, x in lama.items()},
        diketahui=diketahui,
    )
    return hasil


def _periksa(paket: Paket, buku: Buku, baru: Worksheet, *, tombol: bool) -> _Lama | None:
    """What is there of the sheet that `baru` is to take the place of; None where there is none."""
    lama = cari(buku.lembar, baru.title)
    if lama is None:
        return None
    dipakai = cache(lambda: sel_dipakai(baru))
    tabel, hilang = {}, []
    part = paket.lembar()[lama.nama].part
    for rid, (nama, rentang) in pertahankan.tabel(paket, part).items():
        if pertahankan.bertabrakan(rentang, dipakai()):
            hilang.append(nama)
        else:
            tabel[rid] = rentang
    catatan = komentar(paket, part) if tombol else None
    tautan = pertahankan.tautan_luar(paket, part)
    tambahan = cari_tambahan(lama, baru, tabel=tabel.values(), komentar=catatan, tautan=tautan)
    buku.lembar.lupakan(lama.nama)  # the cells of all summaries, old and new, would fill the memory
    return _Lama(lama.nama, tambahan, tabel, hilang, pertahankan.saringan(paket, part))


def _lapor(paket: Paket, nama: str, x: _Lama, pergi: Collection[str]) -> list[Temuan]:
    """What stays, and the tables that cannot; pergi: kinds of attachments of which the new sheet has its own."""
    isi = []
    if x.tambahan.tetap:
        sel = [alamat_sel(*t) for t in x.tambahan.tetap]
        isi.append(f"{len(sel)} sel ({_sebut(sel)})")
    if x.tabel:
        isi.append(f"{len(x.tabel)} tabel")
    lampiran = hitung_lampiran(paket, paket.lembar()[x.nama].part)
    isi += [f"{n} {apa}" for apa, n in lampiran.items() if apa not in pergi]
    hasil = [buat_temuan("LB-21", lembar=nama, isi=", ".join(isi))] if isi else []
    if x.hilang:
        hasil.append(buat_temuan("LB-23", lembar=nama, isi=", ".join(x.hilang)))
    if x.saringan:
        hasil.append(buat_temuan("LB-24", lembar=nama, isi=x.saringan))
    return hasil


def _sebut(sel: list[str]) -> str:
    """Addresses, the first dozen ranges of them."""
    semua = lipat(sel).split(", ")
    return ", ".join(semua[:SEL_DISEBUT]) + (" …" if len(semua) > SEL_DISEBUT else "")


def _catat(paket: Paket, buku: Buku, nama: str, tambahan: Tambahan, tanda: dict[str, str]) -> str:
    """Append the entries to the sheet of notes, made behind all others if need be; returns its name."""
    tujuan, ada = lembar_catatan(buku.lembar, list(paket.lembar()), tanda, nama)
    isi = yang_baru(ada, tambahan.pindah)
    if ada is None:
        wb = Workbook()
        ws = wb.worksheets[0]
        ws.title = tujuan
        bangun_catatan(ws, nama, isi)
        cangkok(paket, wb)
        return tujuan
    awal = baris_berikut(ada)
    tulis_sel(paket, {tujuan: {
        alamat_sel(b, k): Tulis(x or None, gaya_dari=alamat_sel(awal - 1, k) if (awal - 1, k) in ada.sel else None)
        for b, c in enumerate(isi, awal) for k, x in enumerate(c.nilai(), 1)
    }})  # fmt: skip
    return tujuan
