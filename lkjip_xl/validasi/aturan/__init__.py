"""Rules that look across cells, rows and sheets; importing this package registers them all.

They run in the order of this import: a rule that knows a cell best speaks first, the general ones (rumus_sel, kewajaran, kelengkapan) last.
"""

from lkjip_xl.validasi.aturan import (  # noqa: F401, I001
    skema,
    pengaturan,
    rujukan,
    baris_tertukar,
    angka_terbilang,
    satuan,
    pengukuran,
    capaian_tercetak,
    arah_nama,
    perencanaan,
    rantai,
    pagu,
    triwulan,
    rantai_renstra,
    tahun_sama,
    tahun_lalu,
    anggaran,
    program_sama,
    susunan,
    rumusan,
    pendukung,
    antar_tabel,
    tabel_bebas,
    data_pendukung,
    akip,
    daftar_tabel,
    bertingkat,
    segel,
    rumus_sel,
    kewajaran,
    kelengkapan,
    lembar_ringkasan,
)
