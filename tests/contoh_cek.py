"""One example per check that a schema may name, of a column and of a row."""

from __future__ import annotations

# one line per check: its arguments, column type, values that pass, values that do not
CEK_CONTOH = [
    ("equal_to", {"value": 3}, "angka", [3.0], [4.0]),
    ("not_equal_to", {"value": 0}, "angka", [1.0, -1.0], [0.0]),
    ("greater_than", {"min_value": 0}, "rupiah", [0.5], [0.0, -1.0]),
    ("greater_than_or_equal_to", {"min_value": 0}, "rupiah", [0.0], [-0.5]),
    ("less_than", {"max_value": 5}, "cacah", [4.0], [5.0]),
    ("less_than_or_equal_to", {"max_value": 5}, "cacah", [5.0], [6.0]),
    ("in_range", {"min_value": 0, "max_value": 100}, "persen", [0.0, 100.0], [-0.1, 100.1]),
    ("isin", {"allowed_values": ["a", "b"]}, "teks", ["a"], ["c", "A"]),
    ("notin", {"forbidden_values": ["-"]}, "teks", ["a"], ["-"]),
    ("str_matches", {"pattern": "[A-Z]\\d"}, "kode", ["T1"], ["t1"]),
    ("str_length", {"max_value": 3}, "teks", ["abc"], ["abcd"]),
    ("bilangan_bulat", {}, "cacah", [3.0, -2.0, 0.0, 1e15], [2.5, -0.1]),
]

CEK_BARIS_CONTOH = [
    ("tidak_melebihi", {"kolom": "a", "batas": "b"}, {8: "a"}),
    ("terisi_bila", {"kolom": "b", "bila": ["a"], "lebih": 0}, {10: "b"}),
    ("terisi_bila", {"kolom": "b", "bila": ["a"], "lebih": 5}, {}),
    ("tidak_melebihi", {"kolom": "a", "batas": "b", "sisa": 2}, {}),
    ("lengkap", {"kolom": ["a", "b"]}, {10: "b", 11: "a"}),
    ("lengkap", {"kolom": ["a", "b"], "bukan_nol": "b"}, {10: "b", 11: "a", 12: "b"}),
    ("terisi_bila", {"kolom": "b", "bila": ["a"]}, {10: "b"}),
    ("periode", {"awal": "th_a", "akhir": "th_b", "paling_banyak": 6}, {8: "th_b", 9: "th_b"}),
    (
        "di_dalam_periode",
        {"kolom": "th_c", "awal": "th_a", "akhir": "th_b", "paling_banyak": 6},
        {10: "th_c", 11: "th_c"},
    ),
    ("tidak_ganda", {"kolom": ["th_c"]}, {10: "th_c"}),
    ("tidak_ganda", {"kolom": ["teks", "th_c"]}, {10: "th_c"}),
    ("tidak_ganda", {"kolom": ["teks"]}, {10: "teks"}),
]
