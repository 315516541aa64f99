' Hanya dijalankan oleh LibreOffice, yang mengenal ThisComponent; di Excel modul ini tidak pernah dipanggil.
Option Private Module

' Satu gaya untuk banyak daerah sekaligus: lewat objek Excel, setiap sifat dan setiap garis mengukur ulang tinggi baris.
' Angkanya milik LibreOffice: tebal 150, miring 2, garis bawah 1; inden 353 dan garis 26 perseratus milimeter.
' Inden, isian, dan garis yang tidak diminta dibiarkan: tempatnya diisi sifat pertama sekali lagi.
Public Sub BeriGaya(lembar, alamat, g, huruf, besar, pola)
    Dim tempat, daerah, garis, nama, isi, i
    Set tempat = ThisComponent.Sheets.getByName(lembar)
    Set daerah = tempat.getCellRangeByName(alamat(0))
    If UBound(alamat) > 0 Then
        Set daerah = ThisComponent.createInstance("com.sun.star.sheet.SheetCellRanges")
        For i = 0 To UBound(alamat)
            daerah.addRangeAddress tempat.getCellRangeByName(alamat(i)).RangeAddress, False
        Next i
    End If
    If g(12) <> "-1" Then
        garis = tempat.getCellRangeByName(alamat(0)).TopBorder2
        garis.Color = WarnaLibre(g(12))
        garis.OuterLineWidth = 26
        garis.LineWidth = 26
        garis.LineStyle = 0
    End If
    nama = Array("CharFontName", "CharHeight", "CharWeight", "CharPosture", "CharUnderline", "CharColor", "HoriJustify", "VertJustify", _
        "IsTextWrapped", "NumberFormat", "ParaIndent", "CellBackColor", "TopBorder2", "BottomBorder2", "LeftBorder2", "RightBorder2")
    isi = Array(huruf, CSng(besar), CSng(IIf(g(3) = "1", 150, 100)), IIf(g(4) = "1", 2, 0), IIf(g(5) = "1", 1, 0), WarnaLibre(g(6)), _
        CLng(g(8)), Array(3, 1, 2)(CLng(g(9))), g(10) = "1", NomorFormat(pola), 353 * CLng(g(11)), WarnaLibre(g(7)), garis, garis, garis, garis)
    If g(11) = "0" Then UlangiPertama nama, isi, 10, 10
    If g(7) = "-1" Then UlangiPertama nama, isi, 11, 11
    If g(12) = "-1" Then UlangiPertama nama, isi, 12, 15
    daerah.setPropertyValues nama, isi
End Sub

Private Sub UlangiPertama(nama, isi, awal, akhir)
    Dim i
    For i = awal To akhir
        nama(i) = nama(0)
        isi(i) = isi(0)
    Next i
End Sub

' Excel menghitung biru, hijau, merah; LibreOffice merah, hijau, biru.
Private Function WarnaLibre(angka)
    Dim x
    x = CLng(angka)
    If x >= 0 Then x = (x Mod 256) * 65536 + ((x \ 256) Mod 256) * 256 + x \ 65536
    WarnaLibre = x
End Function
