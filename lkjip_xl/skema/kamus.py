"""The data dictionary, generated from the schemas: what staff and engineers look columns and codes up in."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from lkjip_xl.inti.pilihan import Arah, Cara, Metode, sinonim
from lkjip_xl.inti.tabel_fungsi import TABEL, Argumen, Kosong
from lkjip_xl.skema.cek import CEK, KODE_BULAT, KODE_GANDA, KODE_HARUS, KODE_PILIHAN, KODE_WAJIB
from lkjip_xl.skema.cek_baris import CEK_BARIS
from lkjip_xl.skema.kata import dengan_kata
from lkjip_xl.skema.model import CekBaris, Kolom, Skema, SkemaLembar
from lkjip_xl.skema.pesan import katalog

KEPALA = """# Kamus data LKjIP-XL

Dibuat dari skema dengan `lkjip kamus --tulis schemas/README.md`; jangan disunting. Nama kolom di bawah ini adalah kepala kolom CSV untuk
`lkjip isi` (satu berkas per lembar, misalnya `pengukuran.csv`; `pengaturan.csv` berisi dua kolom: `pengaturan,nilai`).
Kolom **isian** diketik, **warisan** terisi dari sumbernya dan boleh ditimpa, **rumus** dihitung dan terkunci.
Tipe bertanda *harus* tidak boleh kosong pada baris yang terisi (LB-03), *wajib* sebaiknya terisi (LB-04).
"""

URAIAN_KUNCI = {
    KODE_HARUS: "Kolom bertanda harus terisi di tiap baris yang dipakai.",
    KODE_WAJIB: "Kolom bertanda wajib terisi di tiap baris yang dipakai.",
    KODE_GANDA: "Isi kolom kunci tidak berulang.",
    KODE_PILIHAN: "Isi kolom pilihan salah satu pilihannya.",
    KODE_BULAT: "Isi kolom cacah, rupiah dan tahun bilangan bulat.",
}


@dengan_kata
def buat_kamus(skema: Skema, pemeriksaan: Mapping[str, Sequence[str]] = MappingProxyType({})) -> str:
    """Markdown: a table per sheet in workbook order, then all message codes; pemeriksaan: what checks report a code."""
    bagian = [KEPALA, "| lembar | CSV | mencerminkan |\n|---|---|---|"]
    bagian[-1] += "".join(f"\n| {s.lembar} | `{s.id}.csv` | {s.cermin} |" for s in skema.lembar.values())
    bagian += [_lembar(s) for s in skema.lembar.values()]
    bagian += [_fungsi(), _sinonim()]
    bagian.append(_pesan({**pemeriksaan, **_dari_skema(skema)}))
    return "\n\n".join(bagian) + "\n"


def _lembar(s: SkemaLembar) -> str:
    kunci = f" Kunci: {', '.join(f'`{k}`' for k in s.kunci)}." if s.kunci else ""
    baris = f" {s.baris} baris siap pakai." if s.susunan == "tabel" else ""
    kepala = "| kolom | kepala | jenis | tipe | satuan | keterangan |\n|---|---|---|---|---|---|"
    isi = "".join(
        f"\n| `{k.nama}` | {_sel(_judul(k))} | {k.jenis} | {_tipe(k)} | {_sel(k.satuan or '')} |"
        f" {_sel(_keterangan(k) + _batas(s, k))} |"
        for k in s.kolom.values()
    )
    return f"## {s.lembar} (`{s.id}`)\n\n{s.cermin}. {s.petunjuk}{baris}{kunci}{_baris(s)}\n\n{kepala}{isi}"


def _judul(k: Kolom) -> str:
    return f"{k.kelompok}: {k.judul}" if k.kelompok else k.judul


def _tipe(k: Kolom) -> str:
    return k.tipe + (" (harus)" if k.harus else " (wajib)" if k.wajib else "")


def _keterangan(k: Kolom) -> str:
    bagian = [k.bantuan]
    if k.pilihan:
        bagian.append(f"Pilihan: {', '.join(k.pilihan)}.")
    if k.pilihan_acuan:
        bagian.append(f"Daftar: `{'.'.join(k.pilihan_acuan)}`.")
    if k.nama_setelan:
        bagian.append(f"Nama: `{k.nama_setelan}`.")
    if k.bawaan is not None:
        bagian.append(f"Bawaan: {k.bawaan}.")
    if k.rumus:
        bagian.append(f"`{k.rumus}`")
    if k.tersembunyi:
        bagian.append("Kolom bantu, tersembunyi.")
    return " ".join(bagian)


def _batas(s: SkemaLembar, k: Kolom) -> str:
    """The checks of a column in words, with the code that reports them; what its keys ask for they say themselves."""
    cek = s.pandera.columns[k.nama].checks if k.nama in s.pandera.columns else ()
    return "".join(
        f" {_ucap(s, (k.nama, c.error))}: {CEK[c.name].uraian.format_map(_argumen(c.statistics))} ({c.error})."
        for c in cek
        if (k.nama, c.error) in s.cek_kolom
    )


def _ucap(s: SkemaLembar, cek: tuple[str, str]) -> str:
    return "Boleh" if s.cek_kolom[cek].sesudah is None else "Lazim"


def _baris(s: SkemaLembar) -> str:
    """The checks across columns in words."""
    isi = [f"{_uraian(c)} ({c.opsi.kode})" for c in s.cek_baris if c.opsi.kode != KODE_GANDA]
    return f" Tiap baris: {'; '.join(isi)}." if isi else ""


def _uraian(c: CekBaris) -> str:
    return CEK_BARIS[c.nama].uraian.format_map(_argumen(c.argumen))


def _dari_skema(skema: Skema) -> dict[str, list[str]]:
    """What the schemas themselves check under a code: their own keys, and the checks across columns of each sheet."""
    hasil = {kode: [teks] for kode, teks in URAIAN_KUNCI.items()}
    for s in skema.lembar.values():
        for c in s.cek_baris:
            if c.opsi.kode != KODE_GANDA:
                hasil.setdefault(c.opsi.kode, []).append(f"{s.lembar}: {_uraian(c)}.")
    return hasil


def _argumen(argumen: Mapping[str, object]) -> defaultdict[str, object]:
    """Arguments as the descriptions show them: what is not given as "…", several columns with commas."""
    hasil: defaultdict[str, object] = defaultdict(lambda: "…")
    hasil |= {a: ", ".join(v) if isinstance(v, list) else v for a, v in argumen.items() if v is not None}
    return hasil


def _pesan(pemeriksaan: Mapping[str, Sequence[str]]) -> str:
    """Every code: how bad, what it means, what is checked, what to do."""
    kepala = "## Kode temuan\n\n| kode | tingkat | arti | yang diperiksa | yang dilakukan |\n|---|---|---|---|---|"
    return kepala + "".join(
        f"\n| {p.kode} | {p.tingkat} | {_sel(p.judul)} | {_sel(' '.join(pemeriksaan.get(p.kode, ())))} | {_sel(_tetap(p.saran))} |"
        for p in katalog().values()
    )


_BILA_KOSONG = {
    Kosong.TIDAK: "yang kosong diabaikan",
    Kosong.PERTAMA: "kosong bila argumen pertama kosong",
    Kosong.SALAH_SATU: "kosong bila argumen pertama atau kedua kosong",
    Kosong.KEDUA: "kosong bila argumen kedua kosong",
}


def _fungsi() -> str:
    """Every worksheet function: call, meaning, arguments, what blanks give, an example."""
    kepala = "## Fungsi\n\n| fungsi | arti | argumen | bila kosong | contoh |\n|---|---|---|---|---|"
    return kepala + "".join(
        f"\n| `{f.panggilan}` | {_sel(f.arti)} | {_sel('; '.join(_argumen_fungsi(a) for a in f.argumen))} |"
        f" {_BILA_KOSONG[f.kosong]} | `{f.contoh}` |"
        for f in TABEL.values()
    )


def _argumen_fungsi(a: Argumen) -> str:
    return f"{a.nama}{'' if a.wajib else ' (boleh tidak ditulis)'}: {a.bantuan}"


def _sinonim() -> str:
    """The words of arah, metode and cara; case, blanks and hyphens do not count."""
    kepala = "## Kata pilihan fungsi\n\nHuruf besar, spasi, dan tanda hubung tidak dibedakan.\n\n| pilihan | nilai | boleh ditulis |\n|---|---|---|"
    isi = [(n, x.value, sinonim(x)) for n, semua in (("arah", Arah), ("metode", Metode), ("cara", Cara)) for x in semua]
    return kepala + "".join(f"\n| {p} | {n} | {', '.join(f'`{k}`' for k in kata)} |" for p, n, kata in isi)


def _tetap(teks: str) -> str:
    """A suggestion without the sentences that only some findings carry ({x: … *})."""
    return re.sub(r"\{\w+:[^{}]*\*[^{}]*\}", "", teks)


def _sel(teks: str) -> str:
    return teks.replace("|", "\\|").replace("\n", " ")
