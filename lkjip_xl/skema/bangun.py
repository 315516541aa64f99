"""From one strict YAML mapping to a SkemaLembar with its pandera schema."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from lkjip_xl.skema import cek, syarat
from lkjip_xl.skema.cek_pandera import SkemaPandera, bentukan
from lkjip_xl.skema.model import BILA_ADA, LENGKAP, CekBaris, Kolom, OpsiCek, SkemaLembar
from lkjip_xl.skema.yaml_ketat import GalatSkema, Peta, dekat


def bangun_lembar(id_lembar: str, berkas: str, isi: Peta, kode_pesan: Collection[str]) -> SkemaLembar:
    """Check every key and build the sheet; formulas and references between sheets are checked later."""
    syarat.isi_sah(berkas, isi, syarat.ATAS)
    if isi.get("schema_type") != "dataframe":
        pesan = f'schema_type "{isi.get("schema_type", "")}" harus dataframe'
        raise GalatSkema(berkas, isi.di("schema_type"), pesan, "dataframe")
    for kunci in ("lkjip", "columns"):
        if not isi.get(kunci):
            raise GalatSkema(berkas, isi.di(kunci), f'kunci "{kunci}" belum ada atau kosong')
    atas: Peta = isi["lkjip"]
    syarat.lembar_sah(berkas, id_lembar, atas)
    susunan = atas.get("susunan", "tabel")
    kolom = {n: _kolom(berkas, n, k, susunan) for n, k in _peta_kolom(berkas, isi["columns"])}
    for n, k in kolom.items():
        satu: Peta = isi["columns"][n]
        syarat.cek_sah(berkas, satu.get("checks", Peta(satu.baris)), k.tipe, kode_pesan, kolom)
    syarat.cek_baris_sah(berkas, isi.get("checks", Peta(isi.baris)), kolom, kode_pesan)
    _judul_tunggal(berkas, isi["columns"], kolom)
    syarat.kolom_ada(berkas, atas.di("kunci"), atas.get("kunci", []), kolom)
    syarat.kolom_ada(berkas, isi.di("unique"), isi.get("unique", []), kolom)
    syarat.cetak_sah(berkas, atas.get("cetak", Peta(atas.baris)), kolom, susunan)
    baris_awal = atas.get("baris_awal", [])
    for baris in baris_awal:
        if not isinstance(baris, Peta):
            raise GalatSkema(berkas, atas.di("baris_awal"), "tiap baris_awal harus pasangan kolom: nilai")
        syarat.kolom_ada(berkas, baris.baris, baris, kolom)
        for n, isi_awal in baris.items():
            if not isinstance(isi_awal, str | int | float | None):
                raise GalatSkema(berkas, baris.di(n), f'isi awal kolom "{n}" harus teks atau angka')
            if kolom[n].ketat and kolom[n].pilihan and isi_awal not in (None, *kolom[n].pilihan):
                pesan = f'isi awal kolom "{n}" bukan salah satu pilihannya: {isi_awal}'
                raise GalatSkema(berkas, baris.di(n), pesan, dekat(str(isi_awal), kolom[n].pilihan))
    kunci = tuple(atas.get("kunci", ()))
    baris_cek = _cek_baris(isi, kolom, kunci)
    return SkemaLembar(
        id=id_lembar,
        lembar=atas["lembar"],
        judul=atas["judul"],
        cermin=atas["cermin"],
        petunjuk=atas["petunjuk"],
        urutan=atas["urutan"],
        kelompok=atas["kelompok"],
        susunan=susunan,
        baris=atas["baris"],
        kunci=kunci,
        cetak=dict(atas.get("cetak", {})),
        baris_awal=tuple(dict(b) for b in baris_awal),
        kolom=kolom,
        cek_pandera=_pandera(berkas, isi, kolom, baris_cek),
        cek_kolom={
            (n, c["options"]["error"]): _opsi(c["options"])
            for n in kolom
            for c in isi["columns"][n].get("checks", {}).values()
        },
        cek_baris=baris_cek,
        kenal=tuple(atas.get("kenal", ())),
        tampilan=atas.get("tampilan", LENGKAP),
        kebutuhan=atas.get("kebutuhan", BILA_ADA),
    )


def _peta_kolom(berkas: str, kolom: Peta):
    for nama, isi in kolom.items():
        if not isinstance(isi, Peta) or not isinstance(isi.get("lkjip"), Peta):
            raise GalatSkema(berkas, kolom.di(nama), f'kolom "{nama}" belum punya bagian lkjip')
        yield nama, isi


def _acuan(pilihan: str) -> tuple[str, str]:
    lembar, _, kolom = pilihan.partition(".")
    return lembar, kolom


def _kolom(berkas: str, nama: str, isi: Peta, susunan: str) -> Kolom:
    syarat.kolom_sah(berkas, nama, isi, susunan)
    peta: Peta = isi["lkjip"]
    pilihan = peta.get("pilihan")
    tetap = tuple(pilihan) if isinstance(pilihan, list) else ()
    return Kolom(
        nama=nama,
        judul=peta["judul"],
        jenis=peta["jenis"],
        tipe=peta["tipe"],
        kelompok=peta.get("kelompok"),
        rumus=peta.get("rumus"),
        pilihan=tetap,
        pilihan_acuan=_acuan(pilihan) if isinstance(pilihan, str) else None,
        ketat=peta.get("ketat", bool(tetap)),
        tawaran=peta.get("tawaran", False),
        nama_setelan=peta.get("nama"),
        desimal=peta.get("desimal"),
        satuan=peta.get("satuan"),
        sinonim=tuple(peta.get("sinonim", ())),
        lebar=peta.get("lebar", 12),
        bantuan=peta["bantuan"],
        tersembunyi=peta.get("tersembunyi", False),
        kata=peta.get("kata", False),
        bawaan=peta.get("bawaan"),
        wajib=peta.get("wajib", False),
        utama=peta.get("utama", False),
        harus=not isi.get("nullable", True),
    )


def _judul_tunggal(berkas: str, peta: Peta, kolom: dict[str, Kolom]) -> None:
    """The reader finds columns by their headers, so a header names one column."""
    dipakai: dict[tuple[str, str], str] = {}
    for k in kolom.values():
        kunci = ((k.kelompok or "").casefold(), k.judul.casefold())
        if kunci in dipakai:
            baris = peta[k.nama]["lkjip"].di("judul")
            raise GalatSkema(berkas, baris, f'judul "{k.judul}" sudah dipakai kolom {dipakai[kunci]}')
        dipakai[kunci] = k.nama


def _opsi(opsi: Peta) -> OpsiCek:
    return OpsiCek(
        kode=opsi["error"],
        peringatan=opsi.get("raise_warning", False),
        terkait=tuple(opsi.get("terkait", ())),
        sesudah=tuple(opsi["sesudah"]) if "sesudah" in opsi else None,
        isian=dict(opsi.get("isian", {})),
        seharusnya=opsi.get("seharusnya"),
    )


def _cek_baris(isi: Peta, kolom: dict[str, Kolom], kunci: tuple[str, ...]) -> tuple[CekBaris, ...]:
    """Checks across columns: those named, and what `kunci` and `unique` ask for (pandera's own counts blanks as repeats)."""
    hasil = [
        CekBaris(nama, {a: x for a, x in satu.items() if a != "options"}, _opsi(satu["options"]))
        for nama, banyak in isi.get("checks", {}).items()
        for satu in (banyak if isinstance(banyak, list) else [banyak])
    ]
    unik = [(n,) for n in kolom if isi["columns"][n].get("unique")]
    sudah = {tuple(c.argumen["kolom"]) for c in hasil if c.nama == "tidak_ganda"}
    for k in dict.fromkeys([kunci, tuple(isi.get("unique", ())), *unik]):
        if k and k not in sudah:
            hasil.append(CekBaris("tidak_ganda", {"kolom": list(k)}, OpsiCek(cek.KODE_GANDA)))
    return tuple(hasil)


def _pandera(berkas: str, isi: Peta, kolom: dict[str, Kolom], baris_cek: tuple[CekBaris, ...]) -> SkemaPandera:
    """pandera's own reader on the keys that are pandera's, with the checks that our keys ask for; built at once, to be refused."""
    # a column without anything to check costs as much as one with
    perlu = {n: k for n, k in kolom.items() if isi["columns"][n].get("checks") or k.harus or bentukan(k)}
    hasil = SkemaPandera(_mentah(isi, perlu), perlu, baris_cek)
    try:
        hasil.jadi()
    except Exception as galat:  # pandera raises many kinds for an argument it does not take
        for nama in perlu:
            try:
                SkemaPandera(_mentah(isi, {nama: kolom[nama]}), {}, ()).jadi()
            except Exception as e:
                baris = isi["columns"][nama].di("checks")
                raise GalatSkema(berkas, baris, f'pandera menolak kolom "{nama}": {e}') from None
        raise GalatSkema(berkas, isi.di("columns"), f"pandera menolak skema ini: {galat}") from None
    return hasil


def _mentah(isi: Peta, kolom: dict[str, Kolom]) -> dict[str, Any]:
    """What pandera reads of these columns; raise_warning would end lazy validation early."""
    hasil: dict[str, Any] = {}
    for nama in kolom:
        asal = isi["columns"][nama]
        satu: dict[str, Any] = {n: asal[n] for n in ("title", "description") if n in asal}
        satu |= {"dtype": None, "nullable": asal.get("nullable", True)}
        satu["required"] = False  # a missing column is reported when the sheet is read
        checks = {
            n: {a: v for a, v in c.items() if a != "options"}
            | {"options": {"error": c["options"]["error"], "check_name": n}}
            for n, c in asal.get("checks", {}).items()
        }
        if checks:
            satu["checks"] = checks
        hasil[nama] = satu
    atas = {n: isi[n] for n in ("title", "description") if n in isi}
    return {"schema_type": "dataframe", "columns": hasil, "strict": False} | atas
