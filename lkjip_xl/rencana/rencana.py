"""The plan of a taking-over: every table in its order, then what formulas give, then the fate of what is left."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from lkjip_xl.bentuk.bentuk import per_bentuk, satukan
from lkjip_xl.bentuk.butir import satu_isi
from lkjip_xl.bentuk.daerah_baris import per_daerah
from lkjip_xl.bentuk.komponen_tahun import per_komponen
from lkjip_xl.bentuk.satu_baris import bercaption
from lkjip_xl.bentuk.satu_indikator import nama_indikator, satu_indikator
from lkjip_xl.bentuk.tahun_polos import tahun_polos
from lkjip_xl.formulir import FormulirKembali
from lkjip_xl.inti.rumus import bulat
from lkjip_xl.inti.temuan import Tingkat
from lkjip_xl.rencana.bawaan import pernyataan_judul
from lkjip_xl.rencana.bebas import PenyalinBebas
from lkjip_xl.rencana.cara_tulis import titik_ganjil
from lkjip_xl.rencana.daerah import daerah
from lkjip_xl.rencana.isian import Pengisi
from lkjip_xl.rencana.jumlah import periksa_jumlah
from lkjip_xl.rencana.kembali import PengambilFormulir
from lkjip_xl.rencana.kenali import petakan
from lkjip_xl.rencana.komponen import isi_pengali
from lkjip_xl.rencana.model import Letak, Nasib, Peran, PetaTabel, Rencana, Titik, Yakin
from lkjip_xl.rencana.papan import BERISI, Papan, nyaris, sama, secetak
from lkjip_xl.rencana.pendukung import pisah
from lkjip_xl.rencana.program import PembacaProgram, kolom_nama
from lkjip_xl.rencana.rumpun import di_bawah_perjanjian, serumpun, versi_terusan
from lkjip_xl.rencana.sisa import lapor_tabel, sisa_kisi, sisa_tabel
from lkjip_xl.rencana.tetap import isi_tetap
from lkjip_xl.rencana.usulan import searah, usulkan
from lkjip_xl.skema.kata import dengan_kata
from lkjip_xl.skema.model import Kolom
from lkjip_xl.skema.preset import Preset, semua_preset
from lkjip_xl.sumber.gaya_inggris import baca_inggris
from lkjip_xl.sumber.model import Kisi, TabelAsing
from lkjip_xl.sumber.satuan_kepala import PERSEN, RUPIAH, sebut_satuan
from lkjip_xl.tabel.kata_terukur import putuskan_kata
from lkjip_xl.tabel.model import BukuKerja, Nilai, SelKerja
from lkjip_xl.tabel.tabel_bebas import ID_BEBAS

BANYAK, SEBAGIAN_BESAR = 3, 0.8
UKUR, LHE = "pengukuran", "lhe_nilai"


@dengan_kata
def rencanakan(
    buku: BukuKerja, tabel: Sequence[TabelAsing], jawaban: Mapping[str, bool] | None = None, *, kisi: Sequence[Kisi] = (),
    timpa: bool = False, formulir: Sequence[FormulirKembali] = (),
) -> Rencana:  # fmt: skip
    """What taking these tables and forms into the workbook would do; nothing is changed.

    jawaban: answers by the id of a question; kisi: every grid of the sources, so that cells outside of tables are told, too;
    timpa: other content in the workbook gives way unless an answer says otherwise.
    """
    papan = Papan(buku, jawaban or {}, timpa=timpa)
    pengisi = Pengisi(papan)
    preset = semua_preset(buku.skema).values() if tabel else ()
    bagian = [x for t in tabel for x in per_bentuk(t)]
    terbaca = [baca_inggris(x) for x, _ in bagian]
    dikenal = nama_indikator((str(x["indikator"]) for _, x in buku["indikator"].rekaman() if x["indikator"]), tabel)
    semua = [
        petakan(buku, t, n, lembar) if lembar else _petakan(buku, t, n, dikenal, preset)
        for n, ((t, _), (_, lembar)) in enumerate(zip(terbaca, bagian, strict=True), 1)
    ]
    di_bawah_perjanjian(semua, lambda p, lembar: petakan(buku, p.tabel, p.nomor, lembar))
    versi_terusan(buku.skema, semua)
    serumpun(semua)
    for t, letak in terbaca:
        papan.inggris |= {(id(t.kisi[b.kisi]), *t.tempat(b, n)): pasti for b, n, pasti in letak}
        papan.bertitik |= {(id(t.kisi[b.kisi]), *t.tempat(b, n)) for b, n in titik_ganjil(t)}
    papan.bersama |= {(id(t.kisi[b.kisi]), b.nomor, n) for t in tabel for b, n in satu_isi(satukan(t))}
    isian = PengambilFormulir(papan, pengisi.lapang, len(semua)).ambil(formulir)
    papan.hasil.tabel = [*semua, *isian]
    for peta in sorted((p for p in semua if p.lembar), key=lambda p: _urutan(buku, p)):
        if _diambil(papan, peta):
            pengisi.isi(peta)
            utama, pendukung = pisah(peta)
            periksa_jumlah(papan, utama, _level(utama))
            if pendukung is not None:
                nama = pendukung.nomor_kolom(pendukung.lembar, "nama") or 0
                periksa_jumlah(papan, pendukung, _level(pendukung), sekali=nama)
        else:
            pengisi.ragu_kolom(peta)  # asked at once, not after the table was answered
    penyalin = PenyalinBebas(papan, pengisi.lapang(ID_BEBAS))
    for peta in semua:
        if not peta.lembar:
            penyalin.salin(peta)
    _warisan(papan)
    if papan.tetap:
        papan.hitung()
        isi_tetap(papan)
    isi_pengali(papan)
    usulkan(papan, pengisi.baru)
    _banding_rumus(papan)
    for peta in papan.hasil.tabel:
        sisa_tabel(papan, peta)
    lapor_tabel(papan)
    _sisa_gabung(papan, tabel)
    sisa_kisi(papan, papan.hasil.tabel, kisi)
    papan.hasil.sel = papan.semua_nasib()
    papan.hasil.temuan = putuskan_kata(papan.buku.tabel, papan.buku.setelan, papan.hasil.temuan, set())
    return papan.hasil


def _petakan(buku: BukuKerja, t: TabelAsing, n: int, dikenal: dict[str, str], preset: Collection[Preset]) -> PetaTabel:
    """The table with its sheet; one about a single indicator as the row of it, where all of it is certain then.

    One of components over the years as that where it is the sheet of these.
    """
    if (x := per_komponen(t)) is not None and (peta := petakan(buku, x, n)).lembar == LHE and peta.yakin is Yakin.PASTI:
        return peta
    d = daerah(buku.setelan)  # its level tells whose figures are ours
    sendiri = (str(buku.setelan.get("Instansi") or ""), d.nama)
    if (
        d.level
        and (x := per_daerah(t, dikenal, sendiri)) is not None
        and (peta := petakan(buku, x, n)).yakin is Yakin.PASTI
    ):
        return peta
    if (baris := satu_indikator(t, dikenal)) is not None:
        peta = petakan(buku, baris, n, UKUR)
        if peta.skor > 0 or (peta := petakan(buku, baris, n)).yakin is Yakin.PASTI:
            return peta
    if (satu := bercaption(t, dikenal)) is not None and (peta := petakan(buku, satu, n, UKUR)).skor > 0:
        return peta
    if (polos := tahun_polos(t, dikenal)) is not None and (peta := petakan(buku, polos.tabel, n, UKUR)).skor > 0:
        if polos.alasan:
            peta.yakin, peta.alasan = Yakin.RAGU, polos.alasan
        return peta
    return petakan(buku, t, n, preset=preset)


def _sisa_gabung(papan: Papan, tabel: Sequence[TabelAsing]) -> None:
    """Cells that were read as part of another one share its fate."""
    for t in tabel:
        utama = {n: k.nomor for k in t.kolom for n in k.semua}
        atas = {n: 0 for n in utama.values()}
        for b in t.baris:
            i = id(t.kisi[b.kisi])
            for n, s in b.sel.items():
                asal = (i, b.nomor, utama.get(n, n))
                if asal not in papan.nasib and b.jenis == "sambung":
                    asal = (i, atas.get(utama.get(n, n), 0), utama.get(n, n))
                if (i, b.nomor, n) not in papan.nasib and (x := papan.nasib.get(asal)) is not None:
                    papan.nasib[(i, b.nomor, n)] = replace(x, alamat=t.alamat(b, n)[1], teks=s.teks)
            atas |= {utama.get(n, n): b.nomor for n in b.sel if b.jenis == "data"}


def _urutan(buku: BukuKerja, p: PetaTabel) -> tuple[bool, int, int, int]:
    """Tables that tell sasaran, indicator and unit come first: others find their rows in them.

    Of programmes those with most levels: where no kode says whose a row is, its place below another does.
    """
    bersasaran = p.berperan(Peran.SASARAN) or any(b.kelompok for b in p.tabel.data()) or any(pernyataan_judul(p.tabel))
    lengkap = bool(bersasaran) and p.nomor_kolom("indikator", "indikator") is not None
    return not lengkap, buku.skema.lembar[p.lembar].urutan, -len({*_level(p).values()} - {""}), p.nomor


def _diambil(papan: Papan, p: PetaTabel) -> bool:
    nama = papan.buku[p.lembar].lembar
    ket = f"{'pasti' if p.yakin is Yakin.PASTI else p.alasan or 'tidak pasti'}; {len(p.tabel.data())} baris"
    return papan.tanya(
        str(p.nomor), "tabel", p, p.yakin is Yakin.PASTI, bagian=p.tabel.judul, tujuan=nama, keterangan=ket
    )


def _level(p: PetaTabel) -> dict[int, str]:
    if not kolom_nama(p):
        return {}
    baca = PembacaProgram(p)
    return {i: baca.baca(b).level for i, b in enumerate(p.tabel.baris) if b.jenis == "data"}


def _warisan(papan: Papan) -> None:
    """Inherited cells: what the formula gives already stays a formula; sheet by sheet, as one feeds the next."""
    tunda = [
        (x, letak, u) for x, letak, u in papan.tunda if papan.buku[letak[0]].skema.kolom[letak[2]].jenis == "warisan"
    ]
    sesuai: dict[Letak, Nilai] = {}
    urutan = {letak[0]: papan.buku.skema.lembar[letak[0]].urutan for _, letak, _ in tunda}
    for lembar in sorted(urutan, key=lambda i: urutan[i]):
        buku = papan.hitung()
        for x, letak, satuan in tunda:
            if letak[0] == lembar:
                _satu_warisan(papan, buku, x, letak, satuan, sesuai)


def _satu_warisan(
    papan: Papan, buku: BukuKerja, x: Titik, letak: Letak, satuan: str, sesuai: dict[Letak, Nilai]
) -> None:
    t = buku[letak[0]]
    ada = t.sel.get(letak[1:])
    if ada is None or ada.asal not in BERISI:
        kerja, _ = papan.ketik(x, letak, satuan)
        harap = _harap(buku, letak)
        if harap is None:
            harap = t.kata_rumus(letak[1], letak[2]) or None
        if kerja is not None and harap is not None and _sama(t.skema.kolom[letak[2]], harap, kerja):
            papan.catat(x, Nasib.SAMA, "sama dengan rumus buku", letak)
            sesuai[letak] = harap
            return
        if kerja is not None and letak in sesuai:
            # one copy prints what the formula gives: another is in conflict with it
            papan.bentrok(x, letak, kerja, sesuai[letak])
            return
    papan.tulis(x, letak, satuan)


def _sama(k: Kolom, harap: Nilai, kerja: SelKerja) -> bool:
    return sama(k, harap, kerja) and (kerja.teks is None)


def _banding_rumus(papan: Papan) -> None:
    """Computed cells: the workbook's own result is used, what is printed is held against it."""
    buku = papan.hitung()
    per_kolom: dict[tuple[int, int], list[tuple[Titik, Letak, SelKerja]]] = {}
    for x, letak, satuan in papan.tunda:
        if buku[letak[0]].skema.kolom[letak[2]].jenis == "rumus":
            kerja, _ = papan.ketik(x, letak, satuan)
            if kerja is None or _harap(buku, letak) is None:
                papan.catat(x, Nasib.TIDAK, "dihitung buku, tetapi bahannya belum ada", letak)
            else:
                per_kolom.setdefault((x.peta.nomor, x.kolom.nomor), []).append((x, letak, kerja))
    for isi in per_kolom.values():
        _banding_kolom(papan, buku, isi)


def _harap(buku: BukuKerja, letak: Letak) -> Nilai:
    t = buku[letak[0]]
    return t.harap(letak[1], letak[2]) if t.berumus(letak[1], letak[2]) else None


def _banding_kolom(papan: Papan, buku: BukuKerja, isi: list[tuple[Titik, Letak, SelKerja]]) -> None:
    """One column; where most of it differs, it may be another computed column (capaian of the budget is serapan)."""
    isi = _pecahan(buku, _kolom_lain(buku, isi))
    beda = [(x, letak, s) for x, letak, s in isi if not secetak(_harap(buku, letak), s)]
    berbeda = {id(x) for x, *_ in beda}
    lain_arti = len(beda) >= BANYAK and 2 * len(beda) > len(isi)
    for x, letak, _ in isi:
        nasib = ((Nasib.DIBANDINGKAN, "berbeda dari hitungan buku") if id(x) in berbeda
                 else (Nasib.SAMA, "sama dengan hitungan buku"))  # fmt: skip
        papan.catat(x, *nasib, letak, ragu=lain_arti)
    if lain_arti:
        x, letak, _ = beda[0]
        judul = buku[letak[0]].skema.kolom[letak[2]].judul
        papan.lapor(
            "AB-15",
            *x.alamat,
            x.kolom.judul,
            kolom_judul=x.kolom.judul,
            kolom_buku=judul,
            beda=len(beda),
            banyak=len(isi),
        )
        return
    for x, letak, s in beda:
        arah = papan.arah.get(str(buku[letak[0]].isi(letak[1]).get("kode")))
        harap = _harap(buku, letak)
        # right by the direction that is proposed: told, but no fault
        tingkat = Tingkat.CATATAN if nyaris(harap, s) or (arah and searah(buku, letak, s, arah)) else None
        if isinstance(harap, float):
            harap = bulat(harap, max(2, s.desimal or 0))
        k = buku[letak[0]].skema.kolom[letak[2]]
        kali = x.kolom.pengali if k.tipe == "rupiah" else 1.0
        satuan = sebut_satuan({"rupiah": RUPIAH, "persen": PERSEN}.get(k.tipe, ""), kali)
        hitungan = float(f"{harap / kali:.12g}") if isinstance(harap, float) else harap
        papan.lapor("AB-05", *x.alamat, x.kolom.judul, nilai=x.sel.teks, seharusnya=harap, kolom_judul=k.judul, tingkat=tingkat,
                    menurut=hitungan, satuan=satuan)  # fmt: skip


def _pecahan(buku: BukuKerja, isi: list[tuple[Titik, Letak, SelKerja]]) -> list[tuple[Titik, Letak, SelKerja]]:
    """Shares that a source whose formats nobody knows keeps as parts of one (0,9747): as percentages, where all of the column are so."""
    persen = [(x, letak, _seratus(s)) for x, letak, s in isi if buku[letak[0]].skema.kolom[letak[2]].tipe == "persen"]
    tanpa_format = all(x.sel.nilai is not None and x.sel.format is None for x, *_ in isi)
    sama = len(persen) == len(isi) and all(secetak(_harap(buku, letak), s) for _, letak, s in persen)
    return persen if tanpa_format and sama else isi


def _seratus(s: SelKerja) -> SelKerja:
    nilai = float(f"{s.nilai * 100:.15g}") if isinstance(s.nilai, float) else s.nilai
    return replace(s, nilai=nilai, mentah=nilai, desimal=None)


def _kolom_lain(buku: BukuKerja, isi: list[tuple[Titik, Letak, SelKerja]]) -> list[tuple[Titik, Letak, SelKerja]]:
    """The same cells against the computed column of the sheet they agree with, where they mostly disagree with their own."""
    t = buku[isi[0][1][0]]
    k = t.skema.kolom[isi[0][1][2]]

    def cocok(kolom: str) -> int:
        return sum(secetak(_harap(buku, (i, b, kolom)), s) for _, (i, b, _), s in isi)

    if len(isi) < BANYAK or 2 * cocok(k.nama) >= len(isi):
        return isi
    lain = [n for n, y in t.skema.kolom.items() if y.jenis == "rumus" and y.tipe == k.tipe and not y.tersembunyi]
    terbaik = max(lain, key=cocok)
    return [(x, (i, b, terbaik), s) for x, (i, b, _), s in isi] if cocok(terbaik) >= SEBAGIAN_BESAR * len(isi) else isi
