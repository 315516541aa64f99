"""A sound schema of one sheet, and YAML that grows beyond every memory."""

from __future__ import annotations

SATUAN = """schema_type: dataframe
lkjip:
  lembar: Satuan
  judul: DAFTAR SATUAN
  cermin: Daftar pilihan
  petunjuk: Tambahkan satuan.
  urutan: 16
  kelompok: pengaturan
  baris: 80
  kunci: [satuan]
columns:
  satuan:
    nullable: false
    checks:
      str_length:
        max_value: 20
        options: {error: LB-10, raise_warning: true}
    lkjip:
      judul: Satuan
      jenis: isian
      tipe: teks
      bantuan: Satu satuan per baris.
  nilai:
    lkjip:
      judul: Nilai
      jenis: warisan
      tipe: angka
      rumus: PERTAMA(lain, 1)
      bantuan: Angka.
  lain:
    checks:
      in_range: {min_value: 0, max_value: 9, options: {error: AN-08}}
    lkjip: {judul: Lain, jenis: isian, tipe: angka, bantuan: Angka.}
"""

TERTAWA = "a: &a [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{b}: &{b} [{', '.join([f'*{a}'] * 10)}]\n" for a, b in zip("abcdefghi", "bcdefghij", strict=True)
)
