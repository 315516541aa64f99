"""The tables of single things: who is missing, settings, indicators, programmes, findings, files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lkjip_xl.inti.kunci import kunci_nama, kunci_teks
from lkjip_xl.rekap.himpun import DIKECUALIKAN, Entri, Rekap
from lkjip_xl.rekap.model import IndikatorRekap, TemuanRekap
from lkjip_xl.rekap.tabel import BERKAS, LEBAR_RP, OPD, TAHUN, Baris, TabelRekap, Taut, cacah, kolom
from lkjip_xl.rekap.tabel_opd import ikhtisar, ringkasan


def belum(r: Rekap) -> TabelRekap:
    """Agencies of the list without a workbook of the year that is asked for."""

    def baris() -> Iterator[Baris]:
        for b in r.belum or ():
            ket = [f"Ada tahun {', '.join(map(str, b.ada))}"] if b.ada else []
            yield (
                r.tahun,
                b.nama,
                "; ".join([*ket, *([f"Mungkin berkas yang gagal dibaca: {b.gagal}"] if b.gagal else [])]),
            )

    isi_kolom = (TAHUN, OPD, kolom("keterangan", "Keterangan", lebar=60))
    return TabelRekap(
        "belum_menyerahkan",
        "Belum Menyerahkan",
        "BELUM MENYERAHKAN",
        f"Menurut daftar, untuk tahun laporan {r.tahun}.",
        isi_kolom,
        baris,
    )


def menyimpang(r: Rekap) -> TabelRekap:
    """Settings that are not as the list, the region's template or most agencies have them."""

    def baris() -> Iterator[Baris]:
        for m in r.menyimpang:
            yield (
                m.entri.kepala.tahun,
                m.entri.nama,
                m.setelan,
                m.isi,
                m.seharusnya,
                m.acuan,
                Taut(m.entri.berkas.nama, m.entri),
            )

    isi_kolom = (
        TAHUN,
        OPD,
        kolom("pengaturan", "Pengaturan", lebar=44),
        kolom("isi", "Isi", lebar=34),
        kolom("seharusnya", "Seharusnya", lebar=34),
        kolom("acuan", "Menurut", lebar=22),
        BERKAS,
    )
    ket = "Pengaturan yang berbeda dari daftar, templat daerah (--templat), atau, tanpa keduanya, dari kebanyakan perangkat daerah tahun itu."
    return TabelRekap("pengaturan_menyimpang", "Pengaturan Menyimpang", "PENGATURAN MENYIMPANG", ket, isi_kolom, baris)


def indikator(r: Rekap) -> TabelRekap:
    """Every measured indicator of every agency."""

    def baris() -> Iterator[Baris]:
        for e in r.entri:
            for i in e.penuh().indikator:
                yield (
                    e.kepala.tahun, e.nama, i.jenjang, i.kode, i.pernyataan, i.nama, i.satuan, i.arah, i.target,
                    i.realisasi, i.capaian, i.kategori, _ya(i.tercapai), "ya" if i.iku else "tidak", "ya" if i.instansi else "tidak",
                    i.target_murni, i.target_perubahan, "ya" if i.janggal else None, "ya" if i.diturunkan else None,
                    Taut(f"Pengukuran!{i.sel}", e, "Pengukuran", i.sel),
                )  # fmt: skip

    return TabelRekap("indikator", "Capaian per Indikator", "CAPAIAN PER INDIKATOR", INDIKATOR, KOLOM_INDIKATOR, baris)


INDIKATOR = "Semua indikator yang diukur. Dihitung = masuk rata-rata perangkat daerahnya. Tidak lazim = capaian di luar batas kewajaran; Diturunkan = target PK perubahan lebih mudah daripada PK murni."
KOLOM_INDIKATOR = (
    TAHUN, OPD, kolom("jenjang", "Jenjang", "pilihan", 10), kolom("kode", "Kode", "pilihan", 9), kolom("sasaran", "Tujuan / Sasaran", lebar=34), kolom("indikator", "Indikator Kinerja", lebar=42),
    kolom("satuan", "Satuan", "pilihan", 12), kolom("arah", "Arah", "pilihan", 10), kolom("target", "Target", "angka", 13), kolom("realisasi", "Realisasi", "angka", 13),
    kolom("capaian", "Capaian (%)", "persen", 10), kolom("kategori", "Kategori", "pilihan", 16), kolom("tercapai", "Tercapai", "pilihan", 13), kolom("iku", "IKU", "pilihan", 7),
    kolom("dihitung", "Dihitung", "pilihan", 9), kolom("target_murni", "Target PK Murni", "angka", 11), kolom("target_perubahan", "Target PK Perubahan", "angka", 12),
    kolom("janggal", "Tidak Lazim", "pilihan", 9), kolom("diturunkan", "Diturunkan", "pilihan", 11), kolom("sel", "Sel", "pilihan", 16),
)  # fmt: skip


def sasaran_daerah(r: Rekap) -> TabelRekap:
    """The same indicator of several agencies of one year, one below the other; where they measure it otherwise is said."""

    def baris() -> Iterator[Baris]:
        for tahun, isi in r.per_tahun().items():
            for milik in _bersama(isi):
                for e, i in milik:
                    yield (tahun or None, milik[0][1].nama, len(milik), e.nama, i.jenjang, i.satuan, i.arah, i.target, i.realisasi, i.capaian, i.kategori, _beda([x for _, x in milik]), Taut(f"Pengukuran!{i.sel}", e, "Pengukuran", i.sel))  # fmt: skip

    isi_kolom = (
        TAHUN, kolom("indikator", "Indikator Kinerja", lebar=44), cacah("banyak", "Banyak Perangkat Daerah"), OPD, kolom("jenjang", "Jenjang", "pilihan", 10),
        kolom("satuan", "Satuan", "pilihan", 12), kolom("arah", "Arah", "pilihan", 10), kolom("target", "Target", "angka", 13), kolom("realisasi", "Realisasi", "angka", 13),
        kolom("capaian", "Capaian (%)", "persen", 10), kolom("kategori", "Kategori", "pilihan", 16), kolom("beda", "Berbeda pada", lebar=26), kolom("sel", "Sel", "pilihan", 16),
    )  # fmt: skip
    ket = "Indikator yang namanya sama di dua perangkat daerah atau lebih pada tahun yang sama."
    return TabelRekap("sasaran_daerah", "Sasaran Daerah", "SASARAN DAERAH: INDIKATOR YANG SAMA", ket, isi_kolom, baris)


def _bersama(isi: Sequence[Entri]) -> Iterator[list[tuple[Entri, IndikatorRekap]]]:
    """Indicators of several agencies by name; only those are kept in memory."""
    pernah: dict[str, int] = {}
    for n, e in enumerate(isi):
        for kunci in {kunci_nama(i.nama) for i in e.penuh().indikator}:
            pernah[kunci] = -1 if kunci in pernah and pernah[kunci] != n else pernah.get(kunci, n)
    sama: dict[str, list[tuple[Entri, IndikatorRekap]]] = {k: [] for k, n in sorted(pernah.items()) if n < 0}
    for e in isi:
        for i in e.penuh().indikator:
            if (kunci := kunci_nama(i.nama)) in sama:
                sama[kunci].append((e, i))
    yield from sama.values()


def _beda(semua: Sequence[IndikatorRekap]) -> str:
    """In what the same indicator is measured otherwise by some."""
    hal = (("satuan", "satuan"), ("arah", "arah"), ("target", "target"), ("realisasi", "realisasi"))
    return ", ".join(sebutan for k, sebutan in hal if len({kunci_teks(getattr(i, k)) for i in semua}) > 1)


def program(r: Rekap) -> TabelRekap:
    """Every row of Anggaran of every agency."""

    def baris() -> Iterator[Baris]:
        for e in r.entri:
            for p in e.penuh().program:
                yield (
                    e.kepala.tahun,
                    e.nama,
                    p.level,
                    p.kode,
                    p.nama,
                    p.pagu,
                    p.realisasi,
                    p.serapan,
                    p.capaian,
                    p.efisiensi,
                )

    isi_kolom = (
        TAHUN, OPD, kolom("level", "Level", "pilihan", 13), kolom("kode", "Kode", lebar=17), kolom("nama", "Program / Kegiatan / Subkegiatan", lebar=56),
        kolom("pagu", "Pagu (Rp)", "rupiah", LEBAR_RP, 0), kolom("realisasi", "Realisasi (Rp)", "rupiah", LEBAR_RP, 0), kolom("serapan", "Serapan (%)", "persen", 10),
        kolom("capaian", "Capaian (%)", "persen", 10), kolom("efisiensi", "Efisiensi", "persen", 10),
    )  # fmt: skip
    ket = "Saring menurut Level sebelum menjumlahkan: program memuat kegiatannya."
    return TabelRekap("program", "Anggaran per Program", "ANGGARAN PER PROGRAM", ket, isi_kolom, baris)


def temuan(r: Rekap) -> TabelRekap:
    """All findings; the cell leads into the workbook."""

    def baris() -> Iterator[Baris]:
        for e in r.entri:
            for t in e.penuh().temuan:
                yield (
                    e.kepala.tahun,
                    e.nama,
                    t.tingkat,
                    t.kode,
                    t.lembar,
                    _sel(e, t),
                    t.isi,
                    t.seharusnya,
                    t.pesan,
                    t.saran,
                    e.berkas.nama,
                )

    isi_kolom = (
        TAHUN, OPD, kolom("tingkat", "Tingkat", "pilihan", 12), kolom("kode", "Kode", "pilihan", 8), kolom("lembar", "Lembar", lebar=18), kolom("sel", "Sel", "pilihan", 12),
        kolom("isi", "Isi", lebar=20), kolom("seharusnya", "Seharusnya", lebar=20), kolom("masalah", "Masalah", lebar=60), kolom("saran", "Saran", lebar=46), BERKAS,
    )  # fmt: skip
    ket = (
        "Klik alamat di kolom Sel untuk membuka buku kerja pada sel itu; rekap dan buku kerja harus tetap di letaknya."
    )
    return TabelRekap("temuan", "Hasil Pemeriksaan", "HASIL PEMERIKSAAN", ket, isi_kolom, baris)


def dikecualikan(r: Rekap) -> TabelRekap:
    """Findings a person has judged in Lembar Reviu, with the reason."""

    def baris() -> Iterator[Baris]:
        for e in r.entri:
            for t in e.penuh().dikecualikan:
                yield (
                    e.kepala.tahun,
                    e.nama,
                    t.kode,
                    t.lembar,
                    _sel(e, t),
                    t.pesan,
                    t.alasan,
                    t.jabatan,
                    t.tanggal,
                    e.berkas.nama,
                )

    isi_kolom = (
        TAHUN, OPD, kolom("kode", "Kode", "pilihan", 8), kolom("lembar", "Lembar", lebar=18), kolom("sel", "Sel", "pilihan", 12), kolom("masalah", "Masalah", lebar=56),
        kolom("alasan", "Alasan", lebar=46), kolom("jabatan", "Jabatan", lebar=26), kolom("tanggal", "Tanggal", "pilihan", 12), BERKAS,
    )  # fmt: skip
    ket = "Hasil pemeriksaan yang dikecualikan perangkat daerah di Lembar Reviu beserta alasannya; tidak ikut dihitung."
    return TabelRekap("dikecualikan", DIKECUALIKAN, "HASIL PEMERIKSAAN YANG DIKECUALIKAN", ket, isi_kolom, baris)


def ganda(r: Rekap) -> TabelRekap:
    """Workbooks that do not count because another of the same agency and year does."""

    def baris() -> Iterator[Baris]:
        for g in r.ganda:
            yield (
                g.entri.kepala.tahun,
                g.entri.nama,
                Taut(g.entri.berkas.nama, g.entri),
                g.entri.berkas.tanggal,
                Taut(g.terpakai.berkas.nama, g.terpakai),
                g.terpakai.berkas.tanggal,
                "salinan persis" if g.salinan else "isi berbeda",
            )

    isi_kolom = (
        TAHUN,
        OPD,
        kolom("berkas", "Berkas yang Tidak Dihitung", lebar=38),
        kolom("tanggal", "Diubah", "pilihan", 12),
        kolom("dipakai", "Berkas yang Dihitung", lebar=38),
        kolom("tanggal_dipakai", "Diubah ", "pilihan", 12),
        kolom("keterangan", "Keterangan", lebar=18),
    )
    ket = "Beberapa buku kerja dari perangkat daerah dan tahun yang sama: hanya yang diubah paling akhir dihitung."
    return TabelRekap("berkas_ganda", "Berkas Ganda", "BERKAS GANDA", ket, isi_kolom, baris)


def gagal(r: Rekap) -> TabelRekap:
    """Files that could not be read, then those passed over, each with the reason."""

    def baris() -> Iterator[Baris]:
        for nama, kode, sebab in r.gagal:
            yield nama, "gagal dibaca", kode, sebab
        for nama, sebab in r.dilewati:
            yield nama, "dilewati", None, sebab

    isi_kolom = (
        kolom("berkas", "Berkas", lebar=50),
        kolom("keadaan", "Keadaan", "pilihan", 14),
        kolom("kode", "Kode", "pilihan", 9),
        kolom("sebab", "Sebab", lebar=80),
    )
    return TabelRekap(
        "gagal_dibaca",
        "Gagal Dibaca",
        "BERKAS YANG TIDAK DIREKAP",
        "Cadangan, berkas sementara, formulir, dan rekap terdahulu dilewati.",
        isi_kolom,
        baris,
    )


def semua_tabel(r: Rekap, perubahan: Sequence[Baris] | None = None) -> list[TabelRekap]:
    """Every table in the order of the sheets; those that need a list or an earlier rekap only where there is one."""
    daftar = [ikhtisar(r), ringkasan(r)]
    if r.belum is not None:
        daftar.append(belum(r))
    daftar += [f(r) for f in (menyimpang, indikator, sasaran_daerah, program, temuan, dikecualikan)]
    if perubahan is not None:
        daftar.append(tabel_perubahan(perubahan))
    return [*daftar, ganda(r), gagal(r)]


def tabel_perubahan(isi: Sequence[Baris]) -> TabelRekap:
    """What is otherwise than in an earlier rekap."""
    isi_kolom = (
        TAHUN, OPD, kolom("kode", "Kode", "pilihan", 9), kolom("hal", "Hal", lebar=44), kolom("semula", "Semula", "angka", 22),
        kolom("menjadi", "Menjadi", "angka", 22), kolom("selisih", "Selisih", "angka", 14, 2),
    )  # fmt: skip
    ket = "Dibandingkan dengan rekap terdahulu (--sejak)."
    return TabelRekap("perubahan", "Perubahan", "PERUBAHAN SEJAK REKAP TERDAHULU", ket, isi_kolom, lambda: iter(isi))


def _sel(e: Entri, t: TemuanRekap) -> Taut | str:
    return Taut(t.sel, e, t.lembar, t.sel_pertama) if t.sel and t.lembar else t.sel


def _ya(x: bool | None) -> str:
    return "tidak terukur" if x is None else "ya" if x else "belum"
