"""Both YAML loaders read and refuse the same: every schema shipped, hostile texts, and cut or altered schemas."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest
import yaml
from yaml_uji import SATUAN, TERTAWA

from lkjip_xl.skema import yaml_ketat
from lkjip_xl.skema.sumberdaya import folder_skema
from lkjip_xl.skema.yaml_ketat import GalatSkema, Peta, baca_yaml

cepat = pytest.mark.skipif(yaml_ketat.PEMUAT_CEPAT is None, reason="PyYAML without libyaml")

GANAS = (
    "[" * 3000 + "]" * 3000, "a:\n" + "- " * 3000 + "x\n", TERTAWA, "a: &a {b: *a}\n", "a: &x {b: c}\nd:\n  <<: *x\n", "a:\n  b: c\n  b: d\n",
    "a:\n\tb: c\n", "a: {b: c}\n---\nd: e\n", "a: !!python/object/apply:os.system [ls]\n", "a: !!bool x\n", "a: !!int ''\n",
    'a: "x\\ud800"\n', 'a: "\\e[2J"\n', "a:\n  b: c\n  ? [d]\n  : e\n", "- a\n", "", "a: *tiada\n", "a: &x 1\nb: &x 2\nc: *x\n",
    "K" * 2000 + ": x\n", "a: 'x", "a: [1, 2", "a: }\n", "%YAML 3.0\n---\na: b\n", "%TAG ! x\n---\na: b\n", "a: b: c\n", "a: @x\n", "a: `x`\n",
    "\ufeffa: b\n", "a: \ufeffb\n", "a: \x00\n", "a: \x07\n", "a: \x85b\n", "a: x\u2028y: z\n", "a: \u2029x\n", "a: \ufffe\n", "a: \U0001f600\n",
    "a: |\n  x\n y\n", "a: |9\n  x\n", "a: >-\n\n\n  x\n\n  y\n", "a: 'x\n\n  y'\n", 'a: "x\\\n  y"\n', 'a: "\\q"\n', "{a:1, b: 2}\n", "{a: 1,}\n",
    "a: [x:y, z]\n", "a: {x: , y}\n", "a: {? x}\n", "? a\n", ": a\n", "a : b\n", "a: b #c\n", "a: b#c\n", "a:\r  b: c\r\nd: e\r", "a: -\n", "a: ?x\n",
    "a: 0o17\nb: 017\nc: 1_000\nd: .inf\ne: 2024-99-99\n", "a: ~\nb:\nc: null\n", "a: <<\n", "a: !!str 1\nb: ! 2\nc: !x 3\n", "...\n", "--- a\n",
    "a: !\n", "!", "? !", "a: {b? x}\n", "a: {--- ? x}\n", "a: |#\n  b\n", "a: >-#\n", "a:\r\ufeffb\n", "a\tb: c\n",
    "a: {'b':1}\n", 'a: {"b":c}\n', "a: [a,b,,c]\n", "a: %x\n", "a: -b\n", "a: - b\n", "#\n\n\n a: b\n", "a: b\n c: d\n", "a:\n- b\n-c\n", "yes: no\n",
)  # fmt: skip


def hasil(teks: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pemuat: Any) -> object:
    """What a text becomes: values with the line of every key, or the complaint."""
    berkas = tmp_path / "x.yaml"
    berkas.write_bytes(teks.encode("utf-8"))
    monkeypatch.setattr(yaml_ketat, "PEMUAT_CEPAT", pemuat)
    try:
        return rinci(baca_yaml(berkas))
    except GalatSkema as e:
        return str(e)


def rinci(x: Any) -> Any:
    if isinstance(x, Peta):
        return x.baris, [(k, x.di(k), rinci(v)) for k, v in x.items()]
    return [rinci(y) for y in x] if isinstance(x, list) else (type(x), x)


def sama(teks: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> object:
    asal = yaml_ketat.pemuat_cepat()
    lambat = hasil(teks, tmp_path, monkeypatch, None)
    assert hasil(teks, tmp_path, monkeypatch, asal) == lambat, teks[:200]
    return lambat


@cepat
@pytest.mark.parametrize("berkas", sorted(p.name for p in folder_skema().glob("*.yaml")))
def test_semua_skema_terbaca_sama(berkas: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    teks = (folder_skema() / berkas).read_text(encoding="utf-8")
    assert not isinstance(sama(teks, tmp_path, monkeypatch), str)
    cepat_saja = yaml.load(teks, yaml_ketat.pemuat_ketat(berkas, yaml_ketat.pemuat_cepat()))
    assert isinstance(cepat_saja, Peta)  # none of ours needs the second reading


@cepat
@pytest.mark.parametrize("n", range(len(GANAS)))
def test_yaml_ganas_ditolak_sama(n: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sama(GANAS[n], tmp_path, monkeypatch)


@cepat
def test_skema_yang_rusak_ditolak_sama(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    acak = random.Random(5)
    for _ in range(400):
        i, j = sorted(acak.sample(range(len(SATUAN)), 2))
        sisip = acak.choice("\n\t :-?[]{}&*!|>'\"%@`#,\\~x0")
        teks = acak.choice((SATUAN[:i], SATUAN[:i] + SATUAN[min(j, i + 4) :], SATUAN[:i] + sisip + SATUAN[i:]))
        sama(teks, tmp_path, monkeypatch)


@pytest.mark.lengkap
def test_tanpa_libyaml(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml, "__with_libyaml__", False)
    assert yaml_ketat.pemuat_cepat() is None
    assert not isinstance(hasil(SATUAN, tmp_path, monkeypatch, None), str)
