"""The finished form of the schemas says what their YAML says, and is used only while they are what it was made of."""

from __future__ import annotations

import json
import shutil
from dataclasses import fields
from pathlib import Path

import pytest
from banyak import satu_cepat

from lkjip_xl.skema import jadi, muat
from lkjip_xl.skema.model import Skema
from lkjip_xl.skema.muat import GalatSkema, catat_skema, muat_skema
from lkjip_xl.skema.pesan import baca_katalog
from lkjip_xl.skema.sumberdaya import folder_skema


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(folder_skema(), tmp_path / "schemas"))


def dari_yaml(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Skema:
    with monkeypatch.context() as m:
        m.setattr(muat, "lembar_jadi", lambda _: None)
        return muat_skema(folder)


def sama(a: Skema, b: Skema) -> bool:
    return list(a.lembar) == list(b.lembar) and all(
        x.pandera == y.pandera
        and all(getattr(x, f.name) == getattr(y, f.name) for f in fields(x) if f.name != "cek_pandera")
        for x, y in zip(a.lembar.values(), b.lembar.values(), strict=True)
    )


def test_yang_diedarkan_terbaru(folder: Path) -> None:
    """`make buku` has been run since the schemas changed."""
    edaran = (folder / jadi.BERKAS).read_bytes()
    assert catat_skema(folder).read_bytes() == edaran


def test_sama_dengan_yaml(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert jadi.lembar_jadi(folder) is not None
    assert sama(muat_skema(folder), dari_yaml(folder, monkeypatch))
    assert jadi.katalog_jadi(folder) == baca_katalog(folder)


@pytest.mark.parametrize("berkas", satu_cepat(["pk.yaml", "pesan.yaml", "kata_arah.yaml"]))
def test_yaml_yang_berubah_dibaca_sendiri(folder: Path, berkas: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A changed, added or missing YAML file makes the finished form worthless."""
    path = folder / berkas
    path.write_text(path.read_text("utf-8") + "\n# catatan\n", "utf-8")
    assert jadi.lembar_jadi(folder) is None and jadi.katalog_jadi(folder) is None
    assert sama(muat_skema(folder), dari_yaml(folder, monkeypatch))
    path.write_text("bukan: skema\n", "utf-8")
    with pytest.raises(GalatSkema):
        muat_skema(folder)


def test_lembar_tambahan_dan_tindihan(folder: Path, tmp_path: Path) -> None:
    (folder / "tambahan.yaml").write_text("x: 1\n", "utf-8")
    assert jadi.lembar_jadi(folder) is None
    (folder / "tambahan.yaml").unlink()
    assert jadi.lembar_jadi(folder) is not None
    atas = tmp_path / "atas"
    atas.mkdir()
    (atas / "pk.yaml").write_text("lkjip: {judul: PERJANJIAN}\n", "utf-8")
    assert muat_skema(folder, atas).lembar["pk"].judul == "PERJANJIAN"


def test_bentuk_jadi_yang_rusak_tidak_dipakai(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Spoilt, of another kind, or not there: the YAML is read."""
    path = folder / jadi.BERKAS
    asli = json.loads(path.read_bytes())
    for isi in (b"", b"\xff", b"[]", b"{}", json.dumps(asli | {"sidik": {}}).encode(), None):
        path.unlink() if isi is None else path.write_bytes(isi)
        assert jadi.lembar_jadi(folder) is None and jadi.katalog_jadi(folder) is None
    assert sama(muat_skema(folder), dari_yaml(folder, monkeypatch))


def test_pandera_baru_disusun_bila_perlu(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of pandera is built to load the schemas; once built it stays."""
    import pandera.io.pandas_io as pandas_io

    panggilan = []
    asli = pandas_io.deserialize_schema
    monkeypatch.setattr(pandas_io, "deserialize_schema", lambda x: panggilan.append(1) or asli(x))
    s = muat_skema(folder).lembar["pk"]
    assert not panggilan
    assert s.pandera is s.pandera and len(panggilan) == 1
