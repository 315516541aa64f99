Option Explicit

' Serapan anggaran dalam persen: realisasi rupiah dibagi pagu.
Public Function SERAPAN(pagu As Variant, realisasi As Variant) As Variant
    Dim p As Variant, r As Variant
    p = AngkaDari(pagu)
    r = AngkaDari(realisasi)
    SERAPAN = HitungSerapan(p, r)
End Function

' Efisiensi menurut metode yang dipilih; pmk214 = cara PMK 214/2017.
Public Function EFISIENSI(nilai_capaian As Variant, nilai_serapan As Variant, Optional metode As Variant) As Variant
    Dim c As Variant, s As Variant, hasil As Variant
    c = AngkaDari(nilai_capaian)
    s = AngkaDari(nilai_serapan)
    If IsError(c) Then
        hasil = c
    ElseIf IsError(s) Then
        hasil = s
    ElseIf Kosong(c) Or Kosong(s) Then
        hasil = GalatSel(metode)
    Else
        hasil = HitungEfisiensi(CDbl(c), CDbl(s), KodeMetode(metode))
    End If
    EFISIENSI = hasil
End Function

' Efisiensi keseluruhan: rata-rata capaian terhadap jumlah realisasi dibagi jumlah pagu.
Public Function EFISIENSI_TOTAL(nilai_capaian As Variant, pagu As Variant, realisasi As Variant, Optional metode As Variant) As Variant
    Dim c As Variant, p As Variant, r As Variant, m As Variant, hasil As Variant
    c = DeretAngka(nilai_capaian)
    p = DeretAngka(pagu)
    r = DeretAngka(realisasi)
    m = KodeMetode(metode)
    hasil = GalatPertama(c, p, r, m)
    If Kosong(hasil) Then
        If m = "pmk214tertimbang" Then
            hasil = EfisiensiTertimbang(c, p, r)
        ElseIf Banyak(c) > 0 Then
            hasil = HitungSerapan(Jumlah(p), Jumlah(r))
            If VarType(hasil) = vbDouble Then hasil = HitungEfisiensi(Jumlah(c) / Banyak(c), CDbl(hasil), m)
        End If
    End If
    EFISIENSI_TOTAL = hasil
End Function

Private Function HitungSerapan(p As Variant, r As Variant) As Variant
    Dim hasil As Variant
    hasil = ""
    If IsError(p) Then
        hasil = p
    ElseIf IsError(r) Then
        hasil = r
    ElseIf NolAtauKosong(p) Then
        If Not NolAtauKosong(r) Then hasil = CVErr(xlErrDiv0)
    ElseIf p < 0 Then
        hasil = CVErr(xlErrDiv0)
    ElseIf Not Kosong(r) Then
        hasil = r / p * 100
    End If
    HitungSerapan = hasil
End Function

Private Function NolAtauKosong(nilai As Variant) As Boolean
    Dim hasil As Boolean
    hasil = True
    If Not Kosong(nilai) Then hasil = (nilai = 0)
    NolAtauKosong = hasil
End Function

' Metode dalam ejaan baku; selisih bila tidak diisi, galat bila tidak dikenal.
Private Function KodeMetode(Optional metode As Variant) As Variant
    Dim hasil As Variant
    hasil = KataPilihan(metode)
    If Not IsError(hasil) Then
        Select Case hasil
        Case ""
            hasil = "selisih"
        Case "selisih", "rasio", "pmk214", "pmk214tertimbang", "indeks", "nilai", "sisa", "tidakdihitung"
        Case "nilaiefisiensi"
            hasil = "nilai"
        Case "100serapan"
            hasil = "sisa"
        Case "pmk214/2017"
            hasil = "pmk214"
        Case "pmk214/2017tertimbang"
            hasil = "pmk214tertimbang"
        Case Else
            hasil = CVErr(xlErrValue)
        End Select
    End If
    KodeMetode = hasil
End Function

Private Function HitungEfisiensi(c As Double, s As Double, metode As Variant) As Variant
    Dim hasil As Variant
    If IsError(metode) Then
        hasil = metode
    ElseIf metode = "tidakdihitung" Then
        hasil = ""
    ElseIf metode = "selisih" Then
        hasil = c - s
    ElseIf metode = "sisa" Then
        hasil = 100 - s
    ElseIf metode = "rasio" Then
        hasil = PersenDari(c, s)
    ElseIf metode = "indeks" Then
        hasil = PersenDari(c - s, s)
        If Not IsError(hasil) Then hasil = hasil / 100
    ElseIf metode = "pmk214" Then
        hasil = PersenDari(c - s, c)
    ElseIf metode = "nilai" Then
        hasil = NilaiEfisiensi(PersenDari(c - s, c))
    Else
        hasil = CVErr(xlErrValue)
    End If
    HitungEfisiensi = hasil
End Function

' 50 ditambah 2,5 untuk tiap persen penghematan, yang dihitung paling jauh 20 persen ke kedua arah.
Private Function NilaiEfisiensi(hemat As Variant) As Variant
    Dim hasil As Variant
    hasil = hemat
    If Not IsError(hasil) Then
        If hasil > 20 Then hasil = 20#
        If hasil < -20 Then hasil = -20#
        hasil = 50 + hasil / 20 * 50
    End If
    NilaiEfisiensi = hasil
End Function

Private Function PersenDari(pembilang As Double, penyebut As Double) As Variant
    Dim hasil As Variant
    hasil = CVErr(xlErrDiv0)
    If penyebut <> 0 Then hasil = pembilang / penyebut * 100
    PersenDari = hasil
End Function

' Cara pmk214 dengan pagu sebagai bobot, pada posisi yang capaian dan pagunya ada.
Private Function EfisiensiTertimbang(c As Variant, p As Variant, r As Variant) As Variant
    Dim i As Long, bobot As Double, hemat As Double, posisi As Long, hasil As Variant
    hasil = ""
    If UBound(c) <> UBound(p) Or UBound(c) <> UBound(r) Then
        hasil = CVErr(xlErrValue)
    Else
        For i = 1 To UBound(c)
            If Not Kosong(c(i)) And Not Kosong(p(i)) Then
                posisi = posisi + 1
                bobot = bobot + p(i) * c(i) / 100
                hemat = hemat + p(i) * c(i) / 100
                If Not Kosong(r(i)) Then hemat = hemat - r(i)
            End If
        Next i
        If posisi > 0 Then hasil = PersenDari(hemat, bobot)
    End If
    EfisiensiTertimbang = hasil
End Function

' Galat pertama di antara masukan, atau "".
Private Function GalatPertama(c As Variant, p As Variant, r As Variant, metode As Variant) As Variant
    Dim deret As Variant, nilai As Variant, hasil As Variant
    hasil = ""
    For Each deret In Array(c, p, r, Array(metode))
        For Each nilai In deret
            If IsError(nilai) And Not IsError(hasil) Then hasil = nilai
        Next nilai
    Next deret
    GalatPertama = hasil
End Function

' Jumlah isi deret; "" bila semuanya kosong.
Private Function Jumlah(deret As Variant) As Variant
    Dim nilai As Variant, total As Double, hasil As Variant
    For Each nilai In deret
        If Not Kosong(nilai) Then total = total + nilai
    Next nilai
    hasil = ""
    If Banyak(deret) > 0 Then hasil = total
    Jumlah = hasil
End Function

Private Function Banyak(deret As Variant) As Long
    Dim nilai As Variant, n As Long
    For Each nilai In deret
        If Not Kosong(nilai) Then n = n + 1
    Next nilai
    Banyak = n
End Function
