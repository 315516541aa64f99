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
        If BertandaArab(daftar.getByKey(NomorFormat).FormatString) Then NomorFormat = TetapAmerika(daftar, CStr(pola), amerika)
    End If
End Function

' Tanda desimal dan ribuan Arab disimpan LibreOffice ke berkas Excel sebagai huruf biasa, sehingga bentuk angkanya rusak.
Private Function BertandaArab(terjemahan) As Boolean
    BertandaArab = InStr(terjemahan, ChrW(&H66B)) > 0 Or InStr(terjemahan, ChrW(&H66C)) > 0
End Function

Private Function TetapAmerika(daftar, pola, amerika)
    TetapAmerika = daftar.queryKey(pola, amerika, False)
    If TetapAmerika < 0 Then TetapAmerika = daftar.addNew(pola, amerika)
End Function
