"""Names of indicators that are the agency's own mark of the SAKIP evaluation, by their keys."""

import re

NILAI_SAKIP = re.compile(r"(nilai|skor|hasil)\b.*\b(sakip|akip|akuntabilitas kinerja)\b")
BUKAN_SENDIRI = re.compile(r"\b(persentase|jumlah|rata-rata|perangkat daerah|kabupaten|kota|pemerintah|opd)\b")
