' Hanya dijalankan oleh LibreOffice, yang mengenal ThisComponent; di Excel modul ini tidak pernah dipanggil.
Option Private Module

Public Sub SimpanLewatLibre(berkas)
    ThisComponent.storeToURL AlamatBerkas(CStr(berkas)), ThisComponent.getArgs()
End Sub
