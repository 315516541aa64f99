' Hanya dijalankan oleh LibreOffice, yang mengenal ThisComponent; di Excel modul ini tidak pernah dipanggil.
Option Private Module

' Grafik yang barisnya tersembunyi waktu buku dibuka tinggal setinggi satu titik; di sini dibuat setinggi daerahnya lagi.
' Selama grafik terikat pada selnya, LibreOffice tidak menerima ukuran lain.
Public Sub SuaikanGrafik(lembar, nama, alamat)
    Dim tempat, daerah, halaman, bentuk, ukuran, letak, i
    tempat = ThisComponent.Sheets.getByName(lembar)
    daerah = tempat.getCellRangeByName(alamat)
    halaman = tempat.DrawPage
    ukuran = daerah.Size
    letak = daerah.Position
    For i = 0 To halaman.Count - 1
        bentuk = halaman.getByIndex(i)
        If bentuk.Name = nama Then
            bentuk.Anchor = tempat
            bentuk.setSize ukuran
            bentuk.setPosition letak
            bentuk.Anchor = daerah.getCellByPosition(0, 0)
            bentuk.ResizeWithCell = True
        End If
    Next i
End Sub
