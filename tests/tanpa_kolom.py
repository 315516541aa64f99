"""One column taken away: from the schema by an overlay as a region would write it, or from a workbook."""

from __future__ import annotations

import copy
from dataclasses import replace
from pathlib import Path
from typing import Any

import skema_acak
import yaml_cepat

from lkjip_xl.skema import judul
from lkjip_xl.skema.model import Skema
from lkjip_xl.skema.muat import muat_skema
from lkjip_xl.skema.pesan import buat_temuan
from lkjip_xl.skema.sumberdaya import folder_skema
from lkjip_xl.skema.ungkapan import Ambil, KolomBaris, Sebelum, Setelan, telusuri, urai
from lkjip_xl.tabel.hitung_buku import hitung_buku
from lkjip_xl.tabel.kepala import letak_baku
from lkjip_xl.tabel.model import Asal, BukuKerja, Tabel

BARIS = 12


def semua_kolom(sk: Skema) -> list[tuple[str, str]]:
    """Every sheet and column."""
    return [(i, k) for i, s in sk.lembar.items() for k in s.kolom]


def _membaca(rumus: str, milik: str, lembar: str, kolom: str, setelan: str | None) -> bool:
    for s in telusuri(urai(rumus)):
        match s:
            case KolomBaris(n) | Sebelum(n) if (milik, n) == (lembar, kolom):
                return True
            case Ambil(lembar=i, hasil=h, pada=p) if i == lembar and kolom in (h, p):
                return True
            case Setelan(n) if n == setelan:
                return True
    return False


def tindihan_tanpa(lembar: str, kolom: str) -> dict[str, dict[str, Any]]:
    """The files of an overlay without the column: what a formula took from it is typed there from then on."""
    isi: dict[str, dict[str, Any]] = {}
    setelan = skema_acak.asal(f"{lembar}.yaml")["columns"][kolom]["lkjip"].get("nama")
    for p in folder_skema().glob("*.yaml"):
        asal = skema_acak.asal(p.name)
        if "columns" not in asal:
            continue
        s = copy.deepcopy(asal)
        if p.stem == lembar:
            del s["columns"][kolom]
            for awal in s["lkjip"].get("baris_awal", ()):
                awal.pop(kolom, None)
            if kolom in s["lkjip"].get("kunci", ()):
                s["lkjip"]["kunci"] = [k for k in s["lkjip"]["kunci"] if k != kolom]
        for k in s["columns"].values():
            lkjip = k["lkjip"]
            if lkjip.get("pilihan") == f"{lembar}.{kolom}":
                del lkjip["pilihan"]
            if (r := lkjip.get("rumus")) and _membaca(r, p.stem, lembar, kolom, setelan):
                del lkjip["rumus"]
                lkjip["jenis"] = "isian"
                lkjip.pop("tersembunyi", None)
        if s != asal:
            isi[p.name] = s
    return isi


def skema_tindihan(folder: Path, lembar: str, kolom: str) -> Skema:
    """The schemas with that overlay, read from its files; to be called within skema_acak.cepat()."""
    folder.mkdir(exist_ok=True)
    for lama in folder.glob("*.yaml"):
        lama.unlink()
    for nama, isi in tindihan_tanpa(lembar, kolom).items():
        (folder / nama).write_text(yaml_cepat.tulis(isi), encoding="utf-8")
    return pendek(muat_skema(folder_skema(), folder))


def pendek(sk: Skema) -> Skema:
    """Few ready-made rows: quicker to compute."""
    return Skema({i: replace(s, baris=min(s.baris, BARIS)) for i, s in sk.lembar.items()})


def skema_tanpa(sk: Skema, lembar: str, kolom: str) -> tuple[Skema, set[tuple[str, str]]]:
    """The same schemas in memory, quicker, their pandera schemas left as they were; and the columns that changed."""
    setelan = sk.lembar[lembar].kolom[kolom].nama_setelan
    berubah = {(lembar, kolom)}
    hasil = {}
    for i, s in sk.lembar.items():
        milik = {}
        for n, k in s.kolom.items():
            if (i, n) == (lembar, kolom):
                continue
            if k.rumus and _membaca(k.rumus, i, lembar, kolom, setelan):
                k = replace(k, rumus=None, jenis="isian", tersembunyi=False)
                berubah.add((i, n))
            milik[n] = replace(k, pilihan_acuan=None) if k.pilihan_acuan == (lembar, kolom) else k
        awal = tuple({n: x for n, x in b.items() if n in milik} for b in s.baris_awal)
        kunci = tuple(n for n in s.kunci if n in milik)
        hasil[i] = replace(s, kolom=milik, baris_awal=awal, kunci=kunci)
    return Skema(hasil), berubah


def dengan_skema(buku: BukuKerja, sk: Skema) -> BukuKerja:
    """The same typed cells under other schemas."""
    tabel = {}
    for i, s in sk.lembar.items():
        t = Tabel(s, s.lembar, letak_baku(s))
        for (b, k), x in buku[i].sel.items():
            if k in s.kolom:
                typed = x.asal is Asal.TIMPA and not s.kolom[k].rumus
                t.sel[(b, k)] = replace(x, asal=Asal.ISIAN) if typed else x
        tabel[i] = t
    return hitung_buku(sk, tabel, [], set())


def tanpa_kolom(buku: BukuKerja, lembar: str, kolom: str, *, hitung: bool = True) -> BukuKerja:
    """The workbook whose sheet has lost a column, as reading it from a file would have it; without computing anew, quicker."""
    tabel = dict(buku.tabel)
    t = tabel[lembar]
    k = t.skema.kolom[kolom]
    pasangan = t.skema.susunan == "pasangan"
    letak = {n: c for n, c in t.letak.items() if n != kolom or pasangan}
    tabel[lembar] = replace(t, letak=letak, sel={x: s for x, s in t.sel.items() if x[1] != kolom})
    temuan = list(buku.temuan)
    if not k.tersembunyi:
        teks = judul.sebagai_teks(k.judul, buku.setelan)
        temuan.append(buat_temuan("LB-02", lembar=t.lembar, sel="", kolom=teks, nama=teks, usul=""))
    return hitung_buku(buku.skema, tabel, temuan, set()) if hitung else replace(buku, tabel=tabel, temuan=temuan)
