"""Tables that staff already have: what taking them over would do, the preview, applied, as JSON."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from lkjip_xl.perintah.skema_dipakai import skema
from lkjip_xl.perintah.tanda_tangan import tanda_tangan_hilang
from lkjip_xl.skema.kata import dengan_kata

PUTARAN = 3  # an answer may bring further questions, which "semua" answers, too

if TYPE_CHECKING:
    from lkjip_xl.buku.simpan import Lapor
    from lkjip_xl.inti.temuan import Temuan
    from lkjip_xl.perubahan import Perubahan
    from lkjip_xl.rencana import Rencana
    from lkjip_xl.skema.model import Skema
    from lkjip_xl.tabel.model import BukuKerja


@dengan_kata
def ambil(
    buku: Path, sumber: Sequence[Path], *, ya: Collection[str] = (), tidak: Collection[str] = (), timpa: bool = False,
    sk: Skema | None = None,
) -> Rencana:  # fmt: skip
    """What taking the tables of these files over would do; nothing is changed.

    ya, tidak: answers by the id of a question, a range of tables, a kind, or all; timpa: other content of the workbook gives way.
    """
    from lkjip_xl.tabel.muat import muat_buku

    return rencana_ambil(muat_buku(buku, sk or skema()), buku, sumber, ya, tidak, timpa)


@dengan_kata
def rencana_ambil(
    kerja: BukuKerja, buku: Path, sumber: Sequence[Path], ya: Collection[str] = (), tidak: Collection[str] = (),
    timpa: bool = False,
) -> Rencana:  # fmt: skip
    """The plan for a workbook read already; answers that are not given are those on its preview sheet."""
    from lkjip_xl.ambil import LEMBAR_PRATINJAU, jawaban
    from lkjip_xl.ambil.pilihan import id_dipilih
    from lkjip_xl.ambil.sumber import baca_bahan
    from lkjip_xl.rencana import rencanakan
    from lkjip_xl.tabel.tanda import cari_milik

    bahan = baca_bahan(sumber, buku)
    rencana = rencanakan(kerja, bahan.tabel, kisi=bahan.kisi, formulir=bahan.formulir, timpa=timpa)
    tulisan = jawaban(cari_milik(kerja.lain, kerja.tanda, LEMBAR_PRATINJAU), rencana) or {}
    for _ in range(PUTARAN):
        jawab = tulisan | dict.fromkeys(id_dipilih(ya, rencana.pertanyaan), True)
        jawab |= dict.fromkeys(id_dipilih(tidak, rencana.pertanyaan), False)
        if not jawab or jawab == rencana.dijawab:
            break
        rencana = rencanakan(kerja, bahan.tabel, jawab, kisi=bahan.kisi, formulir=bahan.formulir, timpa=timpa)
    rencana.temuan[:0] = bahan.temuan
    rencana.berkas = bahan.berkas
    return rencana


@dengan_kata
def terapkan_ambil(
    buku: Path, sumber: Sequence[Path], waktu: str, *, ya: Collection[str] = (), tidak: Collection[str] = (),
    timpa: bool = False, sk: Skema | None = None, lapor: Lapor | None = None, kabar: list[Temuan] | None = None,
) -> tuple[Rencana, list[Perubahan]]:  # fmt: skip
    """Take over what is certain or answered with ya, and record it with the time; returns the plan and the changes."""
    from lkjip_xl.ambil import kalimat_terapkan, terapkan
    from lkjip_xl.buku.sesi import sunting
    from lkjip_xl.tabel.muat import muat_buku
    from lkjip_xl.tabel.terakhir import catat_terakhir

    sk = sk or skema()
    with sunting(buku, "ambil", lapor) as s:
        rencana = rencana_ambil(muat_buku(s.paket, sk), buku, sumber, ya, tidak, timpa)
        hasil = terapkan(s.paket, rencana, sk, waktu, kabar)
        if hasil:
            catat_terakhir(s.paket, kalimat_terapkan(rencana, len(hasil)))
            s.simpan()
            if kabar is not None:
                kabar += tanda_tangan_hilang(s.paket)
    return rencana, hasil


@dengan_kata
def pratinjau_ambil(
    buku: Path, sumber: Sequence[Path], *, timpa: bool = False, sk: Skema | None = None, lapor: Lapor | None = None,
    kabar: list[Temuan] | None = None,
) -> Rencana:  # fmt: skip
    """Write the preview sheet of a taking-over into the workbook, with ya and tidak to choose."""
    import openpyxl

    from lkjip_xl.ambil import bangun_pratinjau, kalimat_pratinjau
    from lkjip_xl.buku.sesi import sunting
    from lkjip_xl.milik.ganti import perbarui_lembar
    from lkjip_xl.tabel.muat import muat_buku
    from lkjip_xl.tabel.terakhir import catat_terakhir

    with sunting(buku, "ambil", lapor) as s:
        rencana = rencana_ambil(muat_buku(s.paket, sk or skema()), buku, sumber, timpa=timpa)
        wb = openpyxl.Workbook()
        bangun_pratinjau(wb.worksheets[0], rencana)
        tambahan = perbarui_lembar(s.paket, wb)
        catat_terakhir(s.paket, f"{kalimat_pratinjau(rencana)}.")
        s.simpan()
        if kabar is not None:
            kabar += [*tambahan, *tanda_tangan_hilang(s.paket)]
    return rencana


@dengan_kata
def tulis_ambil(
    buku: Path, tujuan: Path, preset: str, *, timpa: bool = False, sk: Skema | None = None, lapor: Lapor | None = None
) -> int:
    """Write a table of the workbook as the preset says, as .xlsx or .csv; returns the number of its rows.

    Raises GalatBerkas: AB-18 for a preset that is not there, AB-19 without a row to write, BK-33 to BK-35 for a file that must not
    be replaced (timpa: it may, with a backup).
    """
    from lkjip_xl.ambil.keluar import CSV, XLSX, ke_csv, ke_xlsx, susun_preset
    from lkjip_xl.buku.galat import GalatBerkas
    from lkjip_xl.buku.keluaran import Jenis, Keluaran
    from lkjip_xl.skema.preset import semua_preset
    from lkjip_xl.tabel.muat import muat_buku

    csv = tujuan.suffix.lower() == CSV.akhiran[0]
    jenis = CSV if csv else Jenis((*XLSX.akhiran, *CSV.akhiran), XLSX.bertanda)
    keluaran = Keluaran(tujuan, jenis, [buku], timpa)
    keluaran.periksa()
    sk = sk or skema()
    ada = semua_preset(sk)
    if preset not in ada:
        raise GalatBerkas("AB-18", preset=preset, daftar=", ".join(ada))
    tabel = susun_preset(muat_buku(buku, sk), ada[preset])
    simpanan = keluaran.tulis_data(ke_csv(tabel) if csv else ke_xlsx(tabel))
    if lapor is not None:
        lapor(simpanan)
    return len(tabel.baris)


def kode_ambil(rencana: Rencana, *, diterapkan: bool = False) -> int:
    """Exit code: 0 nothing left to do, 1 something to write, decide or look at, 2 nothing of the sources was used."""
    if not rencana.terpakai:
        return 2
    if diterapkan:
        return int(rencana.terbuka)
    return int(not rencana.tuntas)


def ambil_json(rencana: Rencana) -> str:
    """The whole plan: tables, columns, the fate of every cell, questions, findings, counts."""
    tabel = [
        {
            "nomor": t.nomor, "judul": t.judul, "tempat": t.tempat, "lembar": rencana.buku[t.lembar].lembar if t.lembar else None,
            "yakin": t.yakin.value, "paling_mirip": rencana.buku[t.dekat].lembar if t.dekat else None,
            "kolom": [asdict(k) for k in t.kolom.values()],
        }
        for t in rencana.tabel
    ]  # fmt: skip
    isi = {
        "berkas": rencana.berkas, "tabel": tabel, "sel": [asdict(s) for s in rencana.sel],
        "pertanyaan": [asdict(p) for p in rencana.pertanyaan], "temuan": [asdict(t) for t in rencana.temuan],
        "cacah": rencana.cacah(), "baris": {"baru": rencana.baris_baru, "cocok": rencana.baris_cocok}, "perlu_dipilih": rencana.tersisa,
    }  # fmt: skip
    return json.dumps(isi, ensure_ascii=False, indent=1, default=str)
