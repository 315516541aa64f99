' Hanya dijalankan oleh LibreOffice, yang mengenal ThisComponent; di Excel modul ini tidak pernah dipanggil.
Option Private Module

' Nomor format di daftar buku ini untuk sebuah pola Amerika, diterjemahkan seperti waktu LibreOffice membuka berkas Excel.
' Format nomor 0 (General) memakai bahasa sistem; pola itu sendiri tidak dapat ditambahkan lagi.
Public Function NomorFormat(pola)
    Dim daftar, sistem, amerika
    NomorFormat = 0
    If pola <> "General" Then
        daftar = ThisComponent.getNumberFormats()
        sistem = daftar.getByKey(0).Locale
        amerika = daftar.getByKey(0).Locale
        amerika.Language = "en"
        amerika.Country = "US"
        NomorFormat = daftar.addNewConverted(CStr(pola), amerika, sistem)
    End If
End Function
