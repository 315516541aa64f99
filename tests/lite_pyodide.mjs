// Runs lite_jalan.py inside Pyodide, offline: node lite_pyodide.mjs PYODIDE.mjs TESTS XLWINGS FOLDER < task.json
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [pyodide, uji, xlwings, folder] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(pyodide));
const py = await loadPyodide();
for (const [asal, tujuan] of [[uji, "/uji"], [xlwings, "/situs/xlwings"], [folder, "/lite"]]) {
  py.FS.mkdirTree(tujuan);
  py.FS.mount(py.FS.filesystems.NODEFS, { root: asal }, tujuan);
}
const tugas = JSON.parse(readFileSync(0, "utf8"));
py.globals.set("tugas_teks", JSON.stringify({ ...tugas, folder: "/lite" }));
const hasil = await py.runPythonAsync(`
import json, sys
sys.path[:0] = ["/uji", "/situs"]
import lite_jalan
await lite_jalan.jalan(json.loads(tugas_teks))
`);
console.log(hasil);
