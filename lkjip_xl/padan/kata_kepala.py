"""The words of headers: what offices write for them, and which of them tell nothing."""

from __future__ import annotations

# fmt: off
_SEARTI: dict[str, tuple[str, ...]] = {
    "indikator": ("indik", "ik", "iku", "iki", "ikk", "ikp", "kpi", "ikss", "ikssk", "indicator"),
    "satuan": ("sat", "unit"),
    "target": ("tgt",),
    "realisasi": ("real", "rls", "realiasi", "terserap", "realization", "actual"),
    "capaian": ("cap", "pencapaian", "capain", "achievement"),
    "persen": ("prosentase", "persentase", "%"),
    "anggaran": ("angg", "anggr", "budget"),
    "pagu": ("plafon", "plafond"),
    "serapan": ("penyerapan", "serap", "absorption"),
    "sisa": ("remaining",),
    "keuangan": ("keu",),
    "jumlah": ("jml", "jlh"),
    "program": ("prog",),
    "kegiatan": ("keg",),
    "sub kegiatan": ("subkegiatan",),
    "penanggung jawab": ("penanggungjawab",),
    "keterangan": ("ket",),
    "golongan": ("gol",),
    "pendidikan": ("pendd", "pddk"),
    "sebelum": ("sblm",),
    "setelah": ("sesudah", "stlh"),
}
KATA = {lain: kata for kata, semua in _SEARTI.items() for lain in semua}
"""Words that stand for another: abbreviations, other spellings, English."""
HURUF = {"t": "target", "r": "realisasi", "c": "capaian", "l": "laki laki", "p": "perempuan", "k": "kinerja"}
"""Letters that stand for a word where they are the whole header cell."""
SISIPAN = frozenset([
    "k", "kinerja", "dievaluasi", "tahunan", "setahun", "yang", "dan", "pada", "di", "untuk", "dari", "atas",
    "perangkat", "daerah", "opd", "skpd", "pd", "instansi", "organisasi", "uraian", "nama", "apbd", "perspektif",
])
"""Words without which a header is still that header."""
JENIS = frozenset([
    "kinerja", "utama", "program", "kegiatan", "sub", "sasaran", "strategis", "tujuan", "individu", "kunci", "outcome", "output",
    "keluaran", "iku", "ikp", "ikk", "ikss", "perangkat", "daerah", "opd", "skpd", "pd", "instansi", "organisasi", "satuan", "unit",
    "kerja", "uraian", "nama", "dan",
])
"""Words behind "Indikator" and "Sasaran" that only say of what kind they are."""
VARIABEL = frozenset({"variabel", "subvariabel"})
SEKITAR_VARIABEL = VARIABEL | {
    "sub", "upaya", "pelayanan", "kesehatan", "program", "jenis", "indikator", "nama", "kinerja",
}
"""What puskesmas call their indicators, level by level ("Upaya Kesehatan/Program/Variabel/Sub Variabel")."""
SENDIRI = frozenset({"target", "kinerja", "tahun", "tahunan", "ini", "pk"})
"""Words for the target of the report's own year, to which a capaian is held without saying so."""
BERPERSEN = frozenset({"capaian", "serapan", "kemajuan", "efisiensi"})
"""What is printed in percent without saying so."""
PAGU = frozenset({"pagu", "anggaran", "alokasi", "dana", "target", "apbd", "dpa"})
DOKUMEN = frozenset({"dpa", "dppa"})
"""Documents an amount is from, beside a word for the amount itself."""
SEBELUM = frozenset({"sebelum", "semula", "awal", "murni", "induk", "penetapan"})
SETELAH = frozenset({"setelah", "menjadi", "revisi", "perubahan", "pergeseran"})
MENDUKUNG = frozenset({"pendukung", "penunjang", "mendukung", "menunjang", "terkait"})
EJAAN = frozenset([
    "sasaran", "strategis", "indikator", "kinerja", "satuan", "target", "realisasi", "capaian", "keterangan", "anggaran", "program",
    "kegiatan", "persentase", "serapan", "triwulan", "permasalahan", "hambatan", "penanggung",
])
"""Words of headers that are known with one letter wrong, missing, doubled or exchanged with its neighbour."""
