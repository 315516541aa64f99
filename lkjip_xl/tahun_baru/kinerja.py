"""This year's performance becomes the first year of Riwayat; Rencana Aksi becomes next year's PK, quarters and Pengukuran."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lkjip_xl.inti.angka import tulis
from lkjip_xl.inti.fungsi import Galat
from lkjip_xl.inti.kunci import kunci_teks
from lkjip_xl.ringkasan.desimal import desimal_realisasi, desimal_target
from lkjip_xl.skema.perlu import perlu
from lkjip_xl.tabel.model import BARIS_DATA, BukuKerja, Nilai, SelKerja
from lkjip_xl.tabel.triwulan import TW
from lkjip_xl.tahun_baru.bawaan import IsiLembar, angka, pasang, salin
from lkjip_xl.validasi.aturan.penelusur import DIKETIK

PERLU = perlu(
    pengaturan="tahun ?renstra_awal ?renstra_akhir",
    pengukuran="kode target realisasi ?capaian ?sementara ?tahun_data",
    riwayat="+kode ?target_1-3 ?realisasi_1-3 ?capaian_1-3 ?keterangan",
    pk="?versi ?kode ?target ?keterangan",
    renstra="?kode ?target_berjalan ?target_berikut ?target_1-6",
    rencana_aksi="+kode ?tw1-4 ?total ?rencana_aksi",
    triwulan="?kode ?tw ?rencana_aksi ?penanggung_jawab",
)
"""What is read by name; sheets carried over are read as the schema has them."""
BIDANG = ("target", "realisasi", "capaian")
TAHUN_RIWAYAT = 3  # years the sheet Riwayat goes back
VERSI_AWAL = "murni"  # a new year starts with this PK


def riwayat(lama: BukuKerja, tahun: int) -> IsiLembar:
    """Riwayat of the new workbook: this year's figures first, earlier ones a year further back, the oldest gone."""
    ukur = {k: b[0] for k, b in lama.indeks.menurut("pengukuran", "kode").items()}
    isi: IsiLembar = {}
    baris, pernah = BARIS_DATA, set()
    for b, r in lama["riwayat"].rekaman():
        kode = kunci_teks(r["kode"])
        sel = _geser(lama, b)
        if kode in ukur and kode not in pernah:
            sel |= _tahun_ini(lama, ukur[kode])
            _catat(lama, sel, ukur[kode], tahun)
        pernah.add(kode)
        baris = _taruh(isi, baris, lama["riwayat"].sel.get((b, "kode")), sel)
    for kode, b in ukur.items():
        if kode not in pernah and (sel := _tahun_ini(lama, b)):
            _catat(lama, sel, b, tahun)
            baris = _taruh(isi, baris, lama["pengukuran"].sel.get((b, "kode")), sel)
    return isi


def _taruh(isi: IsiLembar, baris: int, kode: SelKerja | None, sel: dict[str, SelKerja]) -> int:
    pasang(isi, baris, "kode", salin(kode))
    for k, s in sel.items():
        isi[(baris, k)] = s
    return baris + 1


def _geser(lama: BukuKerja, b: int) -> dict[str, SelKerja]:
    t = lama["riwayat"]
    letak = {f"{x}_{n}": f"{x}_{n + 1}" for x in BIDANG for n in range(1, TAHUN_RIWAYAT)} | {"keterangan": "keterangan"}
    return {baru: s for dulu, baru in letak.items() if (s := salin(t.sel.get((b, dulu)))) is not None}


def _tahun_ini(lama: BukuKerja, b: int) -> dict[str, SelKerja]:
    """Target and realisasi as they count this year; capaian only where it was typed, for Riwayat computes it."""
    t = lama["pengukuran"]
    kode, target, realisasi = (t.nilai(b, k) for k in ("kode", "target", "realisasi"))
    desimal = desimal_target(lama, b, str(kode), target) if isinstance(target, float) else None
    sel = {
        "target_1": salin(t.sel.get((b, "target"))) or angka(target, desimal),
        "realisasi_1": salin(t.sel.get((b, "realisasi"))) or angka(realisasi, _desimal_hasil(lama, b, kode, realisasi)),
    }
    if t.asal(b, "capaian") in DIKETIK:
        sel["capaian_1"] = salin(t.sel.get((b, "capaian")))
    return {k: s for k, s in sel.items() if s is not None}


def _desimal_hasil(lama: BukuKerja, b: int, kode: Nilai, realisasi: Nilai) -> int | None:
    return desimal_realisasi(lama, b, str(kode), realisasi) if isinstance(realisasi, float) else None


def _catat(lama: BukuKerja, sel: dict[str, SelKerja], b: int, tahun: int) -> None:
    """Add to Keterangan what a bare figure would lose: a target changed by PK perubahan, a realisasi provisional or of another year."""
    kode = lama["pengukuran"].nilai(b, "kode")
    catatan = [*_perubahan_pk(lama, kode, tahun)]
    if lama["pengukuran"].nilai(b, "sementara") == "ya":
        catatan.append(f"Realisasi {tahun} masih angka sementara.")
    if isinstance(dari := lama["pengukuran"].nilai(b, "tahun_data"), float) and dari != tahun:
        catatan.append(f"Realisasi {tahun} memakai angka tahun {dari:.0f}.")
    if catatan:
        semula = sel.get("keterangan")
        teks = "\n".join([*([str(semula.mentah)] if semula else []), *catatan])
        sel["keterangan"] = SelKerja.isian(teks)


def _perubahan_pk(lama: BukuKerja, kode: Nilai, tahun: int) -> Iterator[str]:
    t = lama["pk"]
    versi = {t.nilai(b, "versi"): (b, t.isi(b)) for b in reversed(lama.indeks.semua("pk", "kode", kode))}
    if VERSI_AWAL not in versi or "perubahan" not in versi:
        return
    (b, semula), (c, menjadi) = versi[VERSI_AWAL], versi["perubahan"]
    if semula["target"] is not None and menjadi["target"] is not None and semula["target"] != menjadi["target"]:
        alasan = menjadi["keterangan"]
        dari, ke = _teks(semula["target"], t.desimal(b, "target")), _teks(menjadi["target"], t.desimal(c, "target"))
        yield f"PK perubahan {tahun}: target semula {dari}, menjadi {ke}{f'. Alasan: {alasan}' if alasan else ''}"


def _teks(x: Nilai, desimal: int | None) -> str:
    return tulis(x, desimal) if isinstance(x, float) else str(x)


def _menurut_kode(lama: BukuKerja) -> dict[str, tuple[int, ...]]:
    """Rows of Rencana Aksi by kode as written first, in the order of the sheet."""
    semua = lama.indeks.menurut("rencana_aksi", "kode").values()
    return {str(lama["rencana_aksi"].nilai(b[0], "kode")): b for b in semua}


def pk(lama: BukuKerja, tahun: int) -> IsiLembar:
    """PK murni of next year; the annual target of Rencana Aksi is typed only where Renstra gives another."""
    t, isi = lama["rencana_aksi"], {}
    for baris, (kode, daftar) in enumerate(_menurut_kode(lama).items(), BARIS_DATA):
        isi[(baris, "versi")] = SelKerja.isian(VERSI_AWAL)
        isi[(baris, "kode")] = SelKerja.isian(kode)
        b = _baris_target(lama, daftar)
        total = t.nilai(b, "total")
        if total is not None and total != lama.indeks.ambil("renstra", "kode", kode, "target_berikut"):
            desimal = [d for k in (*TW, "total") if (d := t.desimal(b, k)) is not None]
            pasang(isi, baris, "target", angka(total, max(desimal, default=None)))
    return isi


def pengukuran(lama: BukuKerja, tahun: int) -> IsiLembar:
    """Rows of next year's Pengukuran: kode alone; targets come from PK by formula."""
    kode = enumerate(_menurut_kode(lama), BARIS_DATA)
    return {(baris, "kode"): SelKerja.isian(k) for baris, k in kode}


def triwulan(lama: BukuKerja, tahun: int) -> IsiLembar:
    """Quarters of next year: targets and actions of Rencana Aksi, else this year's actions and who answers; no figures."""
    t, isi = lama["rencana_aksi"], {}
    rencana = _menurut_kode(lama)
    dulu = _triwulan_lama(lama)
    semua = {k: str(x["kode"]) for (k, _), x in reversed(dulu.items())} | {kunci_teks(k): k for k in rencana}
    urut = dict.fromkeys([*map(kunci_teks, rencana), *(k for k, _ in dulu)])
    baris = BARIS_DATA
    for kunci in urut:
        daftar = rencana.get(semua[kunci], ())
        aksi = [str(x) for b in daftar if (x := t.nilai(b, "rencana_aksi")) is not None]
        for kolom, tw in TW.items():
            lalu = dulu.get((kunci, tw), {})
            _teks_sel(isi, baris, "kode", semua[kunci])
            _teks_sel(isi, baris, "tw", tw)
            if daftar:
                pasang(isi, baris, "target", salin(t.sel.get((_baris_target(lama, daftar), kolom))))
            teks = lalu.get("rencana_aksi") if not aksi else _bernomor(aksi) if kolom == "tw1" else None
            _teks_sel(isi, baris, "rencana_aksi", teks)
            _teks_sel(isi, baris, "penanggung_jawab", lalu.get("penanggung_jawab"))
            baris += 1
    return isi


def _baris_target(lama: BukuKerja, daftar: Sequence[int]) -> int:
    """Quarters stand in one row of an indicator, by the instruction of the sheet the first."""
    t = lama["rencana_aksi"]
    return next((x for x in daftar if any(t.nilai(x, k) is not None for k in (*TW, "total"))), daftar[0])


def _triwulan_lama(lama: BukuKerja) -> dict[tuple[str, str], dict[str, Nilai]]:
    """Rows of this year's quarters by kode and quarter, the first of each."""
    hasil: dict[tuple[str, str], dict[str, Nilai]] = {}
    for _, r in lama["triwulan"].rekaman():
        if isinstance(r["kode"], str) and isinstance(r["tw"], str):
            hasil.setdefault((kunci_teks(r["kode"]), r["tw"]), r)
    return hasil


def _bernomor(aksi: Sequence[str]) -> str:
    return aksi[0] if len(aksi) == 1 else "\n".join(f"{n}. {x}" for n, x in enumerate(aksi, 1))


def _teks_sel(isi: IsiLembar, baris: int, kolom: str, teks: Nilai) -> None:
    if isinstance(teks, str) and not isinstance(teks, Galat):
        isi[baris, kolom] = SelKerja.isian(teks)
