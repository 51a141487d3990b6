<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>Acts</name>
    <message>
        <source>Include</source>
        <translation>Sertakan</translation>
    </message>
    <message>
        <source>Exclude</source>
        <translation>Kecualikan</translation>
    </message>
    <message>
        <source>Exclude, giving a reason</source>
        <translation>Kecualikan dengan alasan</translation>
    </message>
    <message>
        <source>Maybe</source>
        <translation>Mungkin</translation>
    </message>
    <message>
        <source>Put off</source>
        <translation>Tunda</translation>
    </message>
    <message>
        <source>Record before</source>
        <translation>Rekaman sebelumnya</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Batalkan</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Catatan</translation>
    </message>
    <message>
        <source>Why this place</source>
        <translation>Mengapa di urutan ini</translation>
    </message>
    <message>
        <source>Criteria beside the record</source>
        <translation>Kriteria di samping rekaman</translation>
    </message>
    <message>
        <source>Text or abstract</source>
        <translation>Teks atau abstrak</translation>
    </message>
</context>
<context>
    <name>AddTableDialog</name>
    <message>
        <source>Add a table</source>
        <translation>Tambah tabel</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;Jenis</translation>
    </message>
    <message>
        <source>&amp;Caption</source>
        <translation>Ju&amp;dul tabel</translation>
    </message>
    <message>
        <source>That of its kind</source>
        <translation>Judul bawaan jenisnya</translation>
    </message>
    <message>
        <source>&amp;Fields to show, in this order. A thematic table has a row for each option of the first one with options; a gap map has rows and columns of the first two.</source>
        <translation>&amp;Isian yang ditampilkan, menurut urutan ini. Tabel tematik memiliki satu baris untuk setiap pilihan dari isian pertama yang mempunyai pilihan; peta kesenjangan memiliki baris dan kolom dari dua isian pertama.</translation>
    </message>
    <message>
        <source>&amp;Up</source>
        <translation>&amp;Naik</translation>
    </message>
    <message>
        <source>&amp;Down</source>
        <translation>T&amp;urun</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Tambah</translation>
    </message>
</context>
<context>
    <name>AgreementPane</name>
    <message>
        <source>Stage</source>
        <translation>Tahap</translation>
    </message>
    <message>
        <source>As what maybe counts</source>
        <translation>Mungkin dihitung sebagai apa</translation>
    </message>
    <message>
        <source>Only the pilot round</source>
        <translation>Hanya putaran uji coba</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Rekaman</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Benih acak</translation>
    </message>
    <message>
        <source>Draw a &amp;pilot round</source>
        <translation>Tarik &amp;putaran uji coba</translation>
    </message>
    <message>
        <source>Progress and agreement</source>
        <translation>Kemajuan dan kesepakatan</translation>
    </message>
</context>
<context>
    <name>AppraisalPane</name>
    <message>
        <source>Place among the studies</source>
        <translation>Posisi di antara studi</translation>
    </message>
    <message>
        <source>&amp;Tool</source>
        <translation>&amp;Alat</translation>
    </message>
    <message>
        <source>From a &amp;file...</source>
        <translation>Dari ber&amp;kas...</translation>
    </message>
    <message>
        <source>Takes a tool of your own into the review</source>
        <translation>Memasukkan alat penilaian Anda sendiri ke dalam tinjauan</translation>
    </message>
    <message>
        <source>&amp;Result</source>
        <translation>Ha&amp;sil</translation>
    </message>
    <message>
        <source>The result of the study that is appraised, such as &quot;pain at 6 weeks&quot;; may be empty</source>
        <translation>Hasil studi yang dinilai, misalnya &quot;nyeri pada minggu ke-6&quot;; boleh kosong</translation>
    </message>
    <message>
        <source>What is shown here holds for all reviewers</source>
        <translation>Yang ditampilkan di sini berlaku untuk semua penelaah</translation>
    </message>
</context>
<context>
    <name>BackupsDialog</name>
    <message>
        <source>Restore a backup</source>
        <translation>Pulihkan cadangan</translation>
    </message>
    <message>
        <source>Winnow copies the review when it is opened, at most once a day. Restoring makes the whole review what it was at that time, for everybody who shares the file. Nothing is lost: what the review is now is kept as a backup first, and can be restored in the same way.</source>
        <translation>Winnow menyalin tinjauan saat dibuka, paling banyak sekali sehari. Pemulihan mengembalikan seluruh tinjauan ke keadaan saat itu, untuk semua orang yang berbagi berkas ini. Tidak ada yang hilang: keadaan tinjauan sekarang disimpan lebih dahulu sebagai cadangan dan dapat dipulihkan dengan cara yang sama.</translation>
    </message>
    <message>
        <source>Backups, the newest first</source>
        <translation>Cadangan, yang terbaru lebih dahulu</translation>
    </message>
    <message>
        <source>Made on</source>
        <translation>Dibuat pada</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Ukuran</translation>
    </message>
    <message>
        <source>&amp;Back up now</source>
        <translation>&amp;Cadangkan sekarang</translation>
    </message>
    <message>
        <source>&amp;Restore this backup</source>
        <translation>&amp;Pulihkan cadangan ini</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
</context>
<context>
    <name>BulkDialog</name>
    <message>
        <source>Decide all that the search finds</source>
        <translation>Putuskan semua yang ditemukan pencarian</translation>
    </message>
    <message>
        <source>&amp;Verdict</source>
        <translation>&amp;Keputusan</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Alasan</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>&amp;Catatan</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Putuskan</translation>
    </message>
</context>
<context>
    <name>BundleText</name>
    <message numerus="yes">
        <source>%Ln event(s) of %1: %2 new, %3 known already.</source>
        <translation>
            <numerusform>%Ln peristiwa dari %1: %2 baru, %3 sudah diketahui.</numerusform>
        </translation>
    </message>
    <message>
        <source>all reviewers</source>
        <translation>semua penelaah</translation>
    </message>
    <message>
        <source>
    %1 of the kind %2</source>
        <translation>
    %1 dari jenis %2</translation>
    </message>
    <message>
        <source>
    %1 kept for later, since each speaks of %2</source>
        <translation>
    %1 disimpan untuk nanti, karena masing-masing merujuk %2</translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message>
        <source>Title</source>
        <translation>Judul</translation>
    </message>
    <message>
        <source>title</source>
        <translation>judul</translation>
    </message>
    <message>
        <source>Authors</source>
        <translation>Penulis</translation>
    </message>
    <message>
        <source>authors</source>
        <translation>penulis</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Tanggal</translation>
    </message>
    <message>
        <source>date</source>
        <translation>tanggal</translation>
    </message>
    <message>
        <source>Source title</source>
        <translation>Judul sumber</translation>
    </message>
    <message>
        <source>source title</source>
        <translation>judul sumber</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volume</translation>
    </message>
    <message>
        <source>volume</source>
        <translation>volume</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>Nomor</translation>
    </message>
    <message>
        <source>issue</source>
        <translation>nomor</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Halaman</translation>
    </message>
    <message>
        <source>pages</source>
        <translation>halaman</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Jenis</translation>
    </message>
    <message>
        <source>type</source>
        <translation>jenis</translation>
    </message>
    <message>
        <source>DOI</source>
        <translation>DOI</translation>
    </message>
    <message>
        <source>PMID</source>
        <translation>PMID</translation>
    </message>
    <message>
        <source>PMCID</source>
        <translation>PMCID</translation>
    </message>
    <message>
        <source>Abstract</source>
        <translation>Abstrak</translation>
    </message>
    <message>
        <source>abstract</source>
        <translation>abstrak</translation>
    </message>
    <message>
        <source>Keywords</source>
        <translation>Kata kunci</translation>
    </message>
    <message>
        <source>keywords</source>
        <translation>kata kunci</translation>
    </message>
    <message>
        <source>Index terms</source>
        <translation>Istilah indeks</translation>
    </message>
    <message>
        <source>index terms</source>
        <translation>istilah indeks</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Bahasa</translation>
    </message>
    <message>
        <source>language</source>
        <translation>bahasa</translation>
    </message>
    <message>
        <source>Publisher</source>
        <translation>Penerbit</translation>
    </message>
    <message>
        <source>publisher</source>
        <translation>penerbit</translation>
    </message>
    <message>
        <source>ISSN</source>
        <translation>ISSN</translation>
    </message>
    <message>
        <source>ISBN</source>
        <translation>ISBN</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Alamat</translation>
    </message>
    <message>
        <source>address</source>
        <translation>alamat</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 dan %2</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>dipakai</translation>
    </message>
    <message>
        <source>keep this</source>
        <translation>pakai ini</translation>
    </message>
    <message>
        <source>take out</source>
        <translation>keluarkan dari kelompok</translation>
    </message>
    <message>
        <source>titles %1 % alike</source>
        <translation>judul %1 % mirip</translation>
    </message>
    <message>
        <source>same %1</source>
        <translation>%1 sama</translation>
    </message>
    <message>
        <source>different %1</source>
        <translation>%1 berbeda</translation>
    </message>
</context>
<context>
    <name>ConflictsPane</name>
    <message>
        <source>Conflicts</source>
        <translation>Perbedaan</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Rekaman</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Tahap</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>Perbedaan</translation>
    </message>
    <message>
        <source>How it is settled</source>
        <translation>Cara penyelesaiannya</translation>
    </message>
    <message>
        <source>By consensus</source>
        <translation>Melalui konsensus</translation>
    </message>
    <message>
        <source>As a third person</source>
        <translation>Sebagai orang ketiga</translation>
    </message>
    <message>
        <source>Reason of an exclusion</source>
        <translation>Alasan mengecualikan</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Catatan</translation>
    </message>
    <message>
        <source>Open the whole stage...</source>
        <translation>Buka seluruh tahap...</translation>
    </message>
    <message>
        <source>&amp;Open this conflict  Ctrl+Return</source>
        <translation>&amp;Buka perbedaan ini  Ctrl+Return</translation>
    </message>
</context>
<context>
    <name>CriteriaHtml</name>
    <message>
        <source>Include what meets</source>
        <translation>Sertakan yang memenuhi</translation>
    </message>
    <message>
        <source>Exclude by the first that applies</source>
        <translation>Kecualikan menurut yang pertama berlaku</translation>
    </message>
</context>
<context>
    <name>DecideQuestion</name>
    <message>
        <source>Decide the chosen records</source>
        <translation>Putuskan rekaman terpilih</translation>
    </message>
    <message>
        <source>&amp;Stage</source>
        <translation>&amp;Tahap</translation>
    </message>
    <message>
        <source>&amp;Verdict</source>
        <translation>&amp;Keputusan</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Alasan</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>&amp;Catatan</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
</context>
<context>
    <name>Doings</name>
    <message>
        <source>Record after</source>
        <translation>Rekaman berikutnya</translation>
    </message>
    <message>
        <source>List beside the record</source>
        <translation>Daftar di samping rekaman</translation>
    </message>
    <message>
        <source>Mask authors and journal</source>
        <translation>Samarkan penulis dan jurnal</translation>
    </message>
    <message>
        <source>Highlights ...</source>
        <translation>Sorotan ...</translation>
    </message>
    <message>
        <source>Work through this search</source>
        <translation>Kerjakan hasil pencarian ini</translation>
    </message>
    <message>
        <source>Order of import</source>
        <translation>Urutan impor</translation>
    </message>
    <message>
        <source>Most promising first</source>
        <translation>Paling menjanjikan lebih dahulu</translation>
    </message>
    <message>
        <source>Random order</source>
        <translation>Urutan acak</translation>
    </message>
    <message>
        <source>One verdict for all that the search finds ...</source>
        <translation>Satu keputusan untuk semua yang ditemukan pencarian ...</translation>
    </message>
    <message>
        <source>Labels ...</source>
        <translation>Label ...</translation>
    </message>
    <message>
        <source>Read and decide</source>
        <translation>Baca dan putuskan</translation>
    </message>
    <message>
        <source>Settings of the stage</source>
        <translation>Pengaturan tahap</translation>
    </message>
    <message>
        <source>Progress and stopping</source>
        <translation>Kemajuan dan penghentian</translation>
    </message>
</context>
<context>
    <name>DuplicatesList</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>(no title)</source>
        <translation>(tanpa judul)</translation>
    </message>
</context>
<context>
    <name>DuplicatesStep</name>
    <message>
        <source>To judge</source>
        <translation>Perlu dinilai</translation>
    </message>
    <message>
        <source>Safe</source>
        <translation>Aman</translation>
    </message>
    <message>
        <source>Merged</source>
        <translation>Tergabung</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Periksa</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Terapkan</translation>
    </message>
    <message>
        <source>Look again  F5</source>
        <translation>Cari lagi  F5</translation>
    </message>
    <message>
        <source>The records side by side</source>
        <translation>Rekaman berdampingan</translation>
    </message>
    <message>
        <source>Keep apart  Backspace</source>
        <translation>Pisahkan  Backspace</translation>
    </message>
    <message>
        <source>Back  Left</source>
        <translation>Kembali  Left</translation>
    </message>
    <message>
        <source>Next  Space</source>
        <translation>Berikutnya  Space</translation>
    </message>
    <message>
        <source>Merge  Enter</source>
        <translation>Gabungkan  Enter</translation>
    </message>
</context>
<context>
    <name>EventText</name>
    <message>
        <source>include</source>
        <translation>sertakan</translation>
    </message>
    <message>
        <source>exclude</source>
        <translation>kecualikan</translation>
    </message>
    <message>
        <source>maybe</source>
        <translation>mungkin</translation>
    </message>
    <message>
        <source>title</source>
        <translation>judul</translation>
    </message>
    <message>
        <source>title-abstract</source>
        <translation>judul dan abstrak</translation>
    </message>
    <message>
        <source>full-text</source>
        <translation>teks lengkap</translation>
    </message>
    <message>
        <source>sought</source>
        <translation>dicari</translation>
    </message>
    <message>
        <source>not-retrieved</source>
        <translation>tidak diperoleh</translation>
    </message>
    <message>
        <source>duplicate</source>
        <translation>duplikat</translation>
    </message>
    <message>
        <source>awaiting-classification</source>
        <translation>menunggu klasifikasi</translation>
    </message>
    <message>
        <source>ongoing</source>
        <translation>masih berjalan</translation>
    </message>
    <message>
        <source>found</source>
        <translation>ditemukan</translation>
    </message>
    <message>
        <source>landing-page</source>
        <translation>hanya halaman</translation>
    </message>
    <message>
        <source>not-found</source>
        <translation>tidak ditemukan</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gagal</translation>
    </message>
    <message>
        <source>unanswered</source>
        <translation>tidak dijawab</translation>
    </message>
    <message>
        <source>search %1 noted: %2</source>
        <translation>pencarian %1 dicatat: %2</translation>
    </message>
    <message>
        <source>import of %1</source>
        <translation>impor %1</translation>
    </message>
    <message>
        <source>%1 records are one, kept as %2: %3</source>
        <translation>%1 rekaman dijadikan satu, disimpan sebagai %2: %3</translation>
    </message>
    <message>
        <source>%1 taken out of its group of duplicates</source>
        <translation>%1 dikeluarkan dari kelompok duplikatnya</translation>
    </message>
    <message>
        <source>%1 and %2 are not the same</source>
        <translation>%1 dan %2 tidak sama</translation>
    </message>
    <message>
        <source>%1 of the group taken from %2</source>
        <translation>%1 kelompok diambil dari %2</translation>
    </message>
    <message>
        <source>%1 records removed before screening by automation tools</source>
        <translation>%1 rekaman dikeluarkan sebelum penyaringan oleh alat otomatis</translation>
    </message>
    <message>
        <source>%1 records removed before screening for other reasons</source>
        <translation>%1 rekaman dikeluarkan sebelum penyaringan karena alasan lain</translation>
    </message>
    <message>
        <source>%1 %2 at %3</source>
        <translation>%1 %2 pada %3</translation>
    </message>
    <message>
        <source>[with all that match %1]</source>
        <translation>[bersama semua yang cocok dengan %1]</translation>
    </message>
    <message>
        <source>settings of %1 changed</source>
        <translation>pengaturan %1 diubah</translation>
    </message>
    <message>
        <source>verdicts of all at %1 opened for %2</source>
        <translation>keputusan semua penelaah pada %1 dibuka untuk %2</translation>
    </message>
    <message>
        <source>verdicts of all at %1 opened</source>
        <translation>keputusan semua penelaah pada %1 dibuka</translation>
    </message>
    <message>
        <source>conflict on %1 at %2 settled by consensus: %3</source>
        <translation>perbedaan keputusan tentang %1 pada %2 diselesaikan dengan mufakat: %3</translation>
    </message>
    <message>
        <source>conflict on %1 at %2 settled by a third person: %3</source>
        <translation>perbedaan keputusan tentang %1 pada %2 diselesaikan oleh orang ketiga: %3</translation>
    </message>
    <message>
        <source>%1 put off at %2</source>
        <translation>%1 ditunda pada %2</translation>
    </message>
    <message>
        <source>%1 labelled %2</source>
        <translation>%1 diberi label %2</translation>
    </message>
    <message>
        <source>label %1 taken from %2</source>
        <translation>label %1 diambil dari %2</translation>
    </message>
    <message>
        <source>label %1 is now %2</source>
        <translation>label %1 kini %2</translation>
    </message>
    <message>
        <source>note on %1 removed</source>
        <translation>catatan tentang %1 dihapus</translation>
    </message>
    <message>
        <source>note on %1: %2</source>
        <translation>catatan tentang %1: %2</translation>
    </message>
    <message>
        <source>risk of bias of %1 by %2, %3: %4</source>
        <translation>risiko bias %1 menurut %2, %3: %4</translation>
    </message>
    <message>
        <source>appraisal of %1 by %2, %3: %4</source>
        <translation>penilaian mutu %1 menurut %2, %3: %4</translation>
    </message>
    <message>
        <source>consensus on risk of bias of %1 by %2, %3: %4</source>
        <translation>mufakat tentang risiko bias %1 menurut %2, %3: %4</translation>
    </message>
    <message>
        <source>consensus on appraisal of %1 by %2, %3: %4</source>
        <translation>mufakat tentang penilaian mutu %1 menurut %2, %3: %4</translation>
    </message>
    <message>
        <source>sample of the unscreened at %1: %2 records drawn with seed %3</source>
        <translation>sampel yang belum disaring pada %1: %2 rekaman diambil dengan benih acak %3</translation>
    </message>
    <message>
        <source>pilot round at %1: %2 records drawn with seed %3</source>
        <translation>putaran uji coba pada %1: %2 rekaman diambil dengan benih acak %3</translation>
    </message>
    <message>
        <source>ranking computed at %1</source>
        <translation>peringkat dihitung pada %1</translation>
    </message>
    <message>
        <source>screening stopped at %1</source>
        <translation>penyaringan dihentikan pada %1</translation>
    </message>
    <message>
        <source>stopping rule at %1</source>
        <translation>aturan berhenti pada %1</translation>
    </message>
    <message>
        <source>evidence tables loaded</source>
        <translation>tabel bukti dimuat</translation>
    </message>
    <message>
        <source>report of %1: %2</source>
        <translation>laporan %1: %2</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 dan %2</translation>
    </message>
    <message>
        <source>%1 reports a study of its own</source>
        <translation>%1 melaporkan studi tersendiri</translation>
    </message>
    <message>
        <source>%1 reports %2</source>
        <translation>%1 melaporkan %2</translation>
    </message>
    <message>
        <source>%1, of the previous version</source>
        <translation>%1, dari versi sebelumnya</translation>
    </message>
    <message>
        <source>number of %1 from outside: %2</source>
        <translation>jumlah %1 dari luar: %2</translation>
    </message>
    <message>
        <source>number of %1 from outside taken back</source>
        <translation>jumlah %1 dari luar ditarik kembali</translation>
    </message>
    <message>
        <source>numbers of the flow diagram kept as %1</source>
        <translation>angka diagram alir disimpan sebagai %1</translation>
    </message>
    <message>
        <source>tool %1</source>
        <translation>alat %1</translation>
    </message>
    <message>
        <source>form %1</source>
        <translation>formulir %1</translation>
    </message>
    <message>
        <source>tool %1, version %2</source>
        <translation>alat %1, versi %2</translation>
    </message>
    <message>
        <source>form %1, version %2</source>
        <translation>formulir %1, versi %2</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>ditarik kembali</translation>
    </message>
    <message>
        <source>agreed: %1</source>
        <translation>disepakati: %1</translation>
    </message>
    <message>
        <source>evidence %1 removed</source>
        <translation>bukti %1 dihapus</translation>
    </message>
    <message>
        <source>evidence %1: %2</source>
        <translation>bukti %1: %2</translation>
    </message>
    <message>
        <source>what others said was brought in</source>
        <translation>keputusan orang lain dimasukkan</translation>
    </message>
    <message>
        <source>texts of the report written</source>
        <translation>teks laporan ditulis</translation>
    </message>
    <message>
        <source>file attached to %1</source>
        <translation>berkas dilampirkan pada %1</translation>
    </message>
    <message>
        <source>file %1 attached to %2</source>
        <translation>berkas %1 dilampirkan pada %2</translation>
    </message>
    <message>
        <source>file %1 attached to %2, from %3</source>
        <translation>berkas %1 dilampirkan pada %2, dari %3</translation>
    </message>
    <message>
        <source>file detached from %1</source>
        <translation>berkas dilepas dari %1</translation>
    </message>
    <message>
        <source>file %2 detached from %1</source>
        <translation>berkas %2 dilepas dari %1</translation>
    </message>
    <message>
        <source>full text of %1 looked for</source>
        <translation>teks lengkap %1 dicari</translation>
    </message>
    <message>
        <source>undone: entry %1</source>
        <translation>dibatalkan: entri %1</translation>
    </message>
    <message>
        <source>what another reviewer said; hidden until the stage is opened</source>
        <translation>keputusan penelaah lain; disembunyikan sampai tahap dibuka</translation>
    </message>
    <message>
        <source>%1, and %2 more of the same act</source>
        <translation>%1, dan %2 lagi dari tindakan yang sama</translation>
    </message>
</context>
<context>
    <name>ExchangePane</name>
    <message>
        <source>Each reviewer works on a copy of the review. A bundle carries what one of you said to the others; taking it in again, or in another order, changes nothing.</source>
        <translation>Setiap penelaah bekerja pada salinan tinjauan. Paket membawa keputusan dan catatan salah seorang kepada yang lain; menerimanya lagi, atau dalam urutan lain, tidak mengubah apa pun.</translation>
    </message>
    <message>
        <source>&amp;Export my bundle...</source>
        <translation>E&amp;kspor paket saya...</translation>
    </message>
    <message>
        <source>&amp;Take in a bundle...</source>
        <translation>&amp;Terima paket...</translation>
    </message>
    <message>
        <source>&amp;Meet in a shared folder...</source>
        <translation>Bertukar lewat &amp;folder bersama...</translation>
    </message>
    <message>
        <source>Meet &amp;now</source>
        <translation>Bertukar &amp;sekarang</translation>
    </message>
    <message>
        <source>Stop &amp;watching</source>
        <translation>Berhenti me&amp;mantau</translation>
    </message>
    <message>
        <source>What came in is told here.</source>
        <translation>Yang masuk diberitahukan di sini.</translation>
    </message>
    <message>
        <source>What came in</source>
        <translation>Yang masuk</translation>
    </message>
</context>
<context>
    <name>ExtractionPane</name>
    <message>
        <source>Place among the studies</source>
        <translation>Posisi di antara studi</translation>
    </message>
    <message>
        <source>&amp;Form</source>
        <translation>&amp;Formulir</translation>
    </message>
    <message>
        <source>&amp;Take a form</source>
        <translation>&amp;Ambil formulir</translation>
    </message>
    <message>
        <source>This review has no form yet. &quot;Take a form&quot; offers those that come with Winnow, or opens a file of your own.</source>
        <translation>Tinjauan ini belum memiliki formulir. &quot;Ambil formulir&quot; menawarkan formulir bawaan Winnow, atau membuka berkas Anda sendiri.</translation>
    </message>
</context>
<context>
    <name>Facets</name>
    <message>
        <source>Source</source>
        <translation>Sumber</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Tahun</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Jenis</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Bahasa</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>No year</source>
        <translation>Tanpa tahun</translation>
    </message>
    <message>
        <source>Not said</source>
        <translation>Tidak disebutkan</translation>
    </message>
</context>
<context>
    <name>FileDialog</name>
    <message>
        <source>%1 is there already. Replace it?</source>
        <translation>%1 sudah ada. Ganti?</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Semua berkas (*)</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Folder</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Berkas</translation>
    </message>
    <message>
        <source>%1 file</source>
        <translation>Berkas %1</translation>
    </message>
</context>
<context>
    <name>FindingWords</name>
    <message>
        <source>published version</source>
        <translation>versi terbitan</translation>
    </message>
    <message>
        <source>accepted version</source>
        <translation>versi yang diterima</translation>
    </message>
    <message>
        <source>submitted version</source>
        <translation>versi yang diajukan</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Ditemukan</translation>
    </message>
    <message>
        <source>Page only</source>
        <translation>Hanya halaman</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Tidak ditemukan</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Gagal</translation>
    </message>
    <message>
        <source>Not asked</source>
        <translation>Belum ditanya</translation>
    </message>
    <message numerus="yes">
        <source>Not found at %n source(s)</source>
        <translation>
            <numerusform>Tidak ditemukan di %n sumber</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <comment>Page only at OpenAlex</comment>
        <translation>%1 di %2</translation>
    </message>
</context>
<context>
    <name>FlowReading</name>
    <message numerus="yes">
        <source>%Ln record(s): open</source>
        <translation>
            <numerusform>%Ln rekaman: buka</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FlowStep</name>
    <message>
        <source>Diagram</source>
        <translation>Diagram</translation>
    </message>
    <message>
        <source>&amp;Template</source>
        <translation>&amp;Templat</translation>
    </message>
    <message>
        <source>&amp;Publisher</source>
        <translation>&amp;Penerbit</translation>
    </message>
    <message>
        <source>&amp;Width</source>
        <translation>&amp;Lebar</translation>
    </message>
    <message>
        <source> mm</source>
        <translation> mm</translation>
    </message>
    <message>
        <source>T&amp;ype size</source>
        <translation>&amp;Ukuran huruf</translation>
    </message>
    <message>
        <source> pt</source>
        <translation> pt</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>&amp;Warna</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>Baha&amp;sa</translation>
    </message>
    <message>
        <source>&amp;Zeros</source>
        <translation>Angka &amp;nol</translation>
    </message>
    <message>
        <source>Each source by &amp;name</source>
        <translation>Setiap sumber &amp;dengan namanya</translation>
    </message>
    <message>
        <source>Reasons at title and a&amp;bstract</source>
        <translation>Alasan pada &amp;judul dan abstrak</translation>
    </message>
    <message>
        <source>Sums of &amp;reasons</source>
        <translation>Jumlah seluruh &amp;alasan</translation>
    </message>
    <message>
        <source>E&amp;xcluded by people and by tools</source>
        <translation>Dikecualikan oleh &amp;orang dan oleh alat</translation>
    </message>
    <message>
        <source>Reports a&amp;waiting classification</source>
        <translation>Laporan yang menunggu &amp;klasifikasi</translation>
    </message>
    <message>
        <source>&amp;Meta-analysis, where known</source>
        <translation>&amp;Meta-analisis, bila diketahui</translation>
    </message>
    <message>
        <source>&amp;Footnotes of the template</source>
        <translation>&amp;Catatan kaki templat</translation>
    </message>
    <message>
        <source>What the review says of its num&amp;bers</source>
        <translation>Keterangan tinjauan tentang an&amp;gkanya</translation>
    </message>
    <message>
        <source>S&amp;ource of the template</source>
        <translation>Sumbe&amp;r templat</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Ekspor</translation>
    </message>
    <message>
        <source>&amp;Name of the files</source>
        <translation>&amp;Nama berkas</translation>
    </message>
    <message>
        <source>prisma</source>
        <translation>prisma</translation>
    </message>
    <message>
        <source>In the &amp;folder</source>
        <translation>Di &amp;folder</translation>
    </message>
    <message>
        <source>Choose...</source>
        <translation>Pilih...</translation>
    </message>
    <message>
        <source>Export  Ctrl+E</source>
        <translation>Ekspor  Ctrl+E</translation>
    </message>
    <message>
        <source>Other reports</source>
        <translation>Laporan lain</translation>
    </message>
    <message>
        <source>PRISMA 2020 checklist...</source>
        <translation>Daftar periksa PRISMA 2020...</translation>
    </message>
    <message>
        <source>Appendix on searches...</source>
        <translation>Lampiran pencarian...</translation>
    </message>
    <message>
        <source>Risk of bias...</source>
        <translation>Risiko bias...</translation>
    </message>
    <message>
        <source>Outside numbers</source>
        <translation>Angka dari luar</translation>
    </message>
    <message>
        <source>Numbers that Winnow cannot count, as of the previous version of the review. They are added to what it counts and marked.</source>
        <translation>Angka yang tidak dapat dihitung Winnow, misalnya dari versi tinjauan sebelumnya. Angka itu ditambahkan pada hitungan Winnow dan diberi tanda.</translation>
    </message>
    <message>
        <source>&amp;Line</source>
        <translation>Ba&amp;ris</translation>
    </message>
    <message>
        <source>&amp;Source or reason</source>
        <translation>&amp;Sumber atau alasan</translation>
    </message>
    <message>
        <source>&amp;Number</source>
        <translation>&amp;Angka</translation>
    </message>
    <message>
        <source>Where it comes &amp;from</source>
        <translation>&amp;Dari mana asalnya</translation>
    </message>
    <message>
        <source>Note number</source>
        <translation>Catat angka</translation>
    </message>
    <message>
        <source>Numbers from outside</source>
        <translation>Angka dari luar</translation>
    </message>
    <message>
        <source>Take back  Delete</source>
        <translation>Tarik kembali  Delete</translation>
    </message>
    <message>
        <source>Snapshots</source>
        <translation>Cuplikan</translation>
    </message>
    <message>
        <source>&amp;Keep the numbers as they stand, called</source>
        <translation>&amp;Simpan angka seperti saat ini dengan nama</translation>
    </message>
    <message>
        <source>submitted</source>
        <translation>diajukan</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Simpan</translation>
    </message>
    <message>
        <source>Kept &amp;before: choose one to compare it with now</source>
        <translation>Yang &amp;pernah disimpan: pilih satu untuk dibandingkan dengan sekarang</translation>
    </message>
    <message>
        <source>What differs from now</source>
        <translation>Yang berbeda dari sekarang</translation>
    </message>
</context>
<context>
    <name>Highlights</name>
    <message>
        <source>Words for including</source>
        <translation>Kata untuk menyertakan</translation>
    </message>
    <message>
        <source>Words for excluding</source>
        <translation>Kata untuk mengecualikan</translation>
    </message>
</context>
<context>
    <name>HighlightsDialog</name>
    <message>
        <source>Highlights</source>
        <translation>Sorotan</translation>
    </message>
    <message>
        <source>A word or a phrase on each line, marked in title, abstract and keywords. * stands for any letters, ? for one.</source>
        <translation>Satu kata atau frasa per baris, ditandai dalam judul, abstrak, dan kata kunci. * mewakili huruf berapa pun, ? mewakili satu huruf.</translation>
    </message>
    <message>
        <source>Groups of words</source>
        <translation>Kelompok kata</translation>
    </message>
    <message>
        <source>&amp;Add group</source>
        <translation>&amp;Tambah kelompok</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Hapus</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nama</translation>
    </message>
    <message>
        <source>Words of the group, one on each line</source>
        <translation>Kata dalam kelompok, satu per baris</translation>
    </message>
</context>
<context>
    <name>ImportPane</name>
    <message>
        <source>Review duplicates</source>
        <translation>Periksa duplikat</translation>
    </message>
    <message>
        <source>Start screening</source>
        <translation>Mulai penyaringan</translation>
    </message>
    <message>
        <source>Open what was rejected</source>
        <translation>Buka yang ditolak</translation>
    </message>
    <message>
        <source>Remarks on what was imported</source>
        <translation>Catatan tentang yang diimpor</translation>
    </message>
    <message>
        <source>Drop what your databases exported</source>
        <translation>Seret ke sini hasil ekspor basis data Anda</translation>
    </message>
    <message>
        <source>RIS, BibTeX, PubMed, EndNote, CSV, Excel, or a zip archive of them. The files of one search belong together.</source>
        <translation>RIS, BibTeX, PubMed, EndNote, CSV, Excel, atau arsip zip yang berisi semuanya. Berkas dari satu pencarian dimasukkan bersama.</translation>
    </message>
    <message>
        <source>Choose files …  Ctrl+I</source>
        <translation>Pilih berkas …  Ctrl+I</translation>
    </message>
    <message>
        <source>Take decisions …</source>
        <translation>Ambil alih keputusan …</translation>
    </message>
    <message>
        <source>Take over what was decided in a screening tool, from a file that it exported</source>
        <translation>Mengambil alih keputusan yang dibuat di alat penyaringan, dari berkas hasil ekspornya</translation>
    </message>
    <message>
        <source>&amp;Source</source>
        <translation>&amp;Sumber</translation>
    </message>
    <message>
        <source>Scopus, PubMed, … (empty: told by the file)</source>
        <translation>Scopus, PubMed, … (kosong: menurut berkas)</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;Jenis</translation>
    </message>
    <message>
        <source>&amp;Query</source>
        <translation>&amp;Kueri</translation>
    </message>
    <message>
        <source>As you ran it there; for the search appendix</source>
        <translation>Seperti yang Anda jalankan di sana; untuk lampiran pencarian</translation>
    </message>
    <message>
        <source>&amp;Date of the search</source>
        <translation>&amp;Tanggal pencarian</translation>
    </message>
    <message>
        <source>2026-11-24, 2026-11 or 2026</source>
        <translation>2026-11-24, 2026-11 atau 2026</translation>
    </message>
    <message>
        <source>&amp;Hits there</source>
        <translation>Hasil &amp;di sana</translation>
    </message>
    <message>
        <source>As the source reported them; optional</source>
        <translation>Seperti dilaporkan sumber; opsional</translation>
    </message>
    <message>
        <source>Also take the decisions of a screening tool</source>
        <translation>Ambil alih juga keputusan dari alat penyaringan</translation>
    </message>
    <message>
        <source>What the columns of the file are</source>
        <translation>Arti kolom-kolom berkas</translation>
    </message>
    <message>
        <source>Column of the file</source>
        <translation>Kolom berkas</translation>
    </message>
    <message>
        <source>Is</source>
        <translation>Adalah</translation>
    </message>
    <message>
        <source>Progress of the import</source>
        <translation>Kemajuan impor</translation>
    </message>
    <message>
        <source>Cancel  Esc</source>
        <translation>Batal  Esc</translation>
    </message>
    <message>
        <source>Import  Ctrl+Return</source>
        <translation>Impor  Ctrl+Return</translation>
    </message>
</context>
<context>
    <name>ImportWords</name>
    <message numerus="yes">
        <source>%Ln record(s)</source>
        <translation>
            <numerusform>%Ln rekaman</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 from %2</source>
        <translation>%1 dari %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln berkas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 could not be read (line(s) %3).</source>
        <translation>
            <numerusform>%1 dari %2 tidak dapat dibaca (baris %3).</numerusform>
        </translation>
    </message>
    <message>
        <source> Open them to correct and retry.</source>
        <translation> Buka untuk memperbaikinya, lalu coba lagi.</translation>
    </message>
    <message>
        <source>%1, line %2 rejected: %3</source>
        <translation>%1, baris %2 ditolak: %3</translation>
    </message>
    <message>
        <source>%1 holds decisions of a screening tool, which were not taken.</source>
        <translation>%1 berisi keputusan dari alat penyaringan, yang tidak diambil alih.</translation>
    </message>
    <message>
        <source>%1 passed over: %2</source>
        <translation>%1 dilewati: %2</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1: %2, %3</translation>
    </message>
    <message>
        <source>; %1 cannot be read</source>
        <translation>; %1 tidak dapat dibaca</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>dan %Ln lagi</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportsPane</name>
    <message>
        <source>Every record of a file was stored or rejected. Choose a rejected record to correct its text here, then retry.</source>
        <translation>Setiap rekaman dalam berkas telah disimpan atau ditolak. Pilih rekaman yang ditolak untuk memperbaiki teksnya di sini, lalu coba lagi.</translation>
    </message>
    <message>
        <source>Imports and what they rejected</source>
        <translation>Impor dan yang ditolak</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Berkas</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Sumber</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Rekaman</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>Disimpan</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Ditolak</translation>
    </message>
    <message>
        <source>The text of a rejected record</source>
        <translation>Teks suatu rekaman yang ditolak</translation>
    </message>
    <message>
        <source>Text of the rejected record</source>
        <translation>Teks rekaman yang ditolak</translation>
    </message>
    <message>
        <source>&amp;Retry rejected records</source>
        <translation>&amp;Coba lagi rekaman yang ditolak</translation>
    </message>
    <message>
        <source>&amp;Save rejected records...</source>
        <translation>&amp;Simpan rekaman yang ditolak...</translation>
    </message>
    <message>
        <source>Import &amp;corrected file...</source>
        <translation>Impor berkas &amp;terkoreksi...</translation>
    </message>
    <message>
        <source>&amp;Undo this import</source>
        <translation>Bata&amp;lkan impor ini</translation>
    </message>
</context>
<context>
    <name>LabelQuestion</name>
    <message>
        <source>Label records</source>
        <translation>Beri label pada rekaman</translation>
    </message>
    <message>
        <source>&amp;Label</source>
        <translation>&amp;Label</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Hapus</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Tambah</translation>
    </message>
</context>
<context>
    <name>LabelsDialog</name>
    <message>
        <source>Labels</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Labels and on how many records each is</source>
        <translation>Label dan jumlah rekaman masing-masing</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Rekaman</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nama</translation>
    </message>
    <message>
        <source>&amp;List its records</source>
        <translation>Tampilkan &amp;daftar rekamannya</translation>
    </message>
    <message>
        <source>&amp;Remove the label</source>
        <translation>&amp;Hapus label</translation>
    </message>
    <message>
        <source>Takes it from all records that you gave it to; no record is lost</source>
        <translation>Menghapusnya dari semua rekaman yang Anda beri label ini; tidak ada rekaman yang hilang</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
</context>
<context>
    <name>Language</name>
    <message>
        <source>As the system has it</source>
        <translation>Menurut sistem</translation>
    </message>
</context>
<context>
    <name>LineHits</name>
    <message>
        <source>%1: %2 found</source>
        <translation>%1: %2 ditemukan</translation>
    </message>
    <message>
        <source>, %1 by nothing else of its group, %2 would leave the answer without it</source>
        <translation>, %1 tidak ditemukan yang lain dalam kelompoknya, %2 akan hilang dari hasil tanpa baris ini</translation>
    </message>
    <message>
        <source>, %1 more would be in the answer without it</source>
        <translation>, %1 lagi akan masuk ke hasil tanpa baris ini</translation>
    </message>
    <message>
        <source>, %1 of them left out of the answer</source>
        <translation>, %1 di antaranya tidak dimasukkan ke hasil</translation>
    </message>
</context>
<context>
    <name>LinesPane</name>
    <message>
        <source>Se&amp;eds</source>
        <translation>&amp;Acuan</translation>
    </message>
    <message>
        <source>Records that the query should find: keys, DOIs or PMIDs, divided by commas</source>
        <translation>Rekaman yang semestinya ditemukan kueri: kunci, DOI atau PMID, dipisahkan dengan koma</translation>
    </message>
    <message>
        <source>Lines of the query and what each does</source>
        <translation>Baris kueri dan pengaruh masing-masing</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Baris</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>Hasil</translation>
    </message>
    <message>
        <source>Records that the line finds by itself</source>
        <translation>Rekaman yang ditemukan baris ini sendiri</translation>
    </message>
    <message>
        <source>Adds</source>
        <translation>Menambah</translation>
    </message>
    <message>
        <source>Records that no other line of its OR group finds</source>
        <translation>Rekaman yang tidak ditemukan baris lain dalam kelompok OR-nya</translation>
    </message>
    <message>
        <source>Only</source>
        <translation>Hanya</translation>
    </message>
    <message>
        <source>Records that would leave the answer without the line; under AND NOT, that would come into it</source>
        <translation>Rekaman yang akan hilang dari hasil tanpa baris ini; di bawah AND NOT, yang akan masuk</translation>
    </message>
    <message>
        <source>Loses</source>
        <translation>Menghilangkan</translation>
    </message>
    <message>
        <source>Records that would come into the answer without the line; under AND NOT, that would leave it</source>
        <translation>Rekaman yang akan masuk ke hasil tanpa baris ini; di bawah AND NOT, yang akan hilang</translation>
    </message>
    <message>
        <source>Seeds lost</source>
        <translation>Acuan hilang</translation>
    </message>
    <message>
        <source>Seeds that the line keeps out, alone or with others</source>
        <translation>Rekaman acuan yang tertahan oleh baris ini, sendiri atau bersama baris lain</translation>
    </message>
    <message>
        <source>Hits: found by the line alone. Adds: found by no other line of its OR group. Only: would leave the answer without the line. Loses: would come into the answer without the line. Double click a line to list its records.</source>
        <translation>Hasil: ditemukan baris itu sendiri. Menambah: tidak ditemukan baris lain dalam kelompok OR-nya. Hanya: akan hilang dari hasil tanpa baris itu. Menghilangkan: akan masuk ke hasil tanpa baris itu. Klik ganda pada baris untuk melihat daftar rekamannya.</translation>
    </message>
</context>
<context>
    <name>LogStep</name>
    <message>
        <source>Words of an entry, such as a key or a reason</source>
        <translation>Kata dalam entri, misalnya kunci atau alasan</translation>
    </message>
    <message>
        <source>Words of an entry</source>
        <translation>Kata dalam entri</translation>
    </message>
    <message>
        <source>Reviewer</source>
        <translation>Penelaah</translation>
    </message>
    <message>
        <source>Kind of entry</source>
        <translation>Jenis entri</translation>
    </message>
    <message>
        <source>With what was undone</source>
        <translation>Termasuk yang dibatalkan</translation>
    </message>
    <message>
        <source>Audit trail</source>
        <translation>Jejak audit</translation>
    </message>
    <message>
        <source>Show the &amp;older ones too</source>
        <translation>Tampilkan juga yang lebih &amp;lama</translation>
    </message>
    <message>
        <source>Show the record  Return</source>
        <translation>Tampilkan rekaman  Return</translation>
    </message>
    <message>
        <source>Undo back to here</source>
        <translation>Batalkan sampai ke sini</translation>
    </message>
    <message>
        <source>&amp;Export ...</source>
        <translation>E&amp;kspor ...</translation>
    </message>
</context>
<context>
    <name>MessageLine</name>
    <message>
        <source>Undo  Ctrl+Z</source>
        <translation>Batalkan  Ctrl+Z</translation>
    </message>
    <message>
        <source>Copy as command</source>
        <translation>Salin sebagai perintah</translation>
    </message>
    <message>
        <source>Read only</source>
        <translation>Hanya baca</translation>
    </message>
    <message>
        <source>The file of this review or its folder may not be written</source>
        <translation>Berkas tinjauan ini atau foldernya tidak boleh ditulisi</translation>
    </message>
    <message>
        <source>Progress of background work</source>
        <translation>Kemajuan pekerjaan latar belakang</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Hentikan</translation>
    </message>
</context>
<context>
    <name>NewReviewDialog</name>
    <message>
        <source>New review</source>
        <translation>Tinjauan baru</translation>
    </message>
    <message>
        <source>&amp;Title of the review</source>
        <translation>&amp;Judul tinjauan</translation>
    </message>
    <message>
        <source>As it will stand on the report</source>
        <translation>Seperti yang akan tertera pada laporan</translation>
    </message>
    <message>
        <source>Keep it &amp;elsewhere ...</source>
        <translation>Simpan di tempat &amp;lain ...</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>&amp;Make the review</source>
        <translation>&amp;Buat tinjauan</translation>
    </message>
</context>
<context>
    <name>NoteSearchDialog</name>
    <message>
        <source>Note a search</source>
        <translation>Catat pencarian</translation>
    </message>
    <message>
        <source>A search whose records are not all imported. Its hits count as identified records in the flow diagram.</source>
        <translation>Pencarian yang rekamannya tidak semuanya diimpor. Hasilnya dihitung sebagai rekaman teridentifikasi dalam diagram alir.</translation>
    </message>
    <message>
        <source>&amp;Source</source>
        <translation>&amp;Sumber</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;Jenis</translation>
    </message>
    <message>
        <source>&amp;Hits</source>
        <translation>&amp;Hasil</translation>
    </message>
    <message>
        <source>&amp;Date</source>
        <translation>&amp;Tanggal</translation>
    </message>
    <message>
        <source>2026-11-24, 2026-11 or 2026</source>
        <translation>2026-11-24, 2026-11 atau 2026</translation>
    </message>
    <message>
        <source>&amp;Query</source>
        <translation>&amp;Kueri</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>&amp;Catatan</translation>
    </message>
</context>
<context>
    <name>NumbersHtml</name>
    <message>
        <source>not estimable</source>
        <translation>tidak dapat diperkirakan</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 sampai %2</translation>
    </message>
    <message>
        <source>value</source>
        <translation>nilai</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>interval 95 %</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Alasan</translation>
    </message>
    <message>
        <source>both gave it</source>
        <translation>keduanya memberikannya</translation>
    </message>
    <message>
        <source>one only</source>
        <translation>hanya satu</translation>
    </message>
    <message>
        <source>other would include</source>
        <translation>yang lain ingin menyertakan</translation>
    </message>
    <message>
        <source>kappa</source>
        <translation>kappa</translation>
    </message>
    <message>
        <source>Reasons that divide the reviewers</source>
        <translation>Alasan yang membedakan para penelaah</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Tahap</translation>
    </message>
    <message>
        <source>records</source>
        <translation>rekaman</translation>
    </message>
    <message>
        <source>included</source>
        <translation>disertakan</translation>
    </message>
    <message>
        <source>maybe</source>
        <translation>mungkin</translation>
    </message>
    <message>
        <source>excluded</source>
        <translation>dikecualikan</translation>
    </message>
    <message>
        <source>conflicts</source>
        <translation>perbedaan</translation>
    </message>
    <message>
        <source>want a second vote</source>
        <translation>perlu suara kedua</translation>
    </message>
    <message>
        <source>undecided</source>
        <translation>belum diputuskan</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Kemajuan</translation>
    </message>
    <message>
        <source>Reviewer</source>
        <translation>Penelaah</translation>
    </message>
    <message>
        <source>decided</source>
        <translation>diputuskan</translation>
    </message>
    <message>
        <source>of these at once</source>
        <translation>di antaranya sekaligus</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>menit</translation>
    </message>
    <message>
        <source>records an hour</source>
        <translation>rekaman per jam</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 pada %2</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Kesepakatan</translation>
    </message>
    <message numerus="yes">
        <source>Measured on %Ln record(s) that have two or more independent first votes.</source>
        <translation>
            <numerusform>Diukur pada %Ln rekaman yang memiliki dua atau lebih suara pertama yang independen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln vote(s) left out: given after the record was opened.</source>
        <translation>
            <numerusform>%Ln suara tidak dihitung: diberikan setelah rekaman dibuka.</numerusform>
        </translation>
    </message>
    <message>
        <source>Observed agreement</source>
        <translation>Kesepakatan teramati</translation>
    </message>
    <message>
        <source>Krippendorff&apos;s alpha</source>
        <translation>Alpha Krippendorff</translation>
    </message>
    <message>
        <source>Fleiss&apos; kappa</source>
        <translation>Kappa Fleiss</translation>
    </message>
    <message>
        <source>Gwet&apos;s AC1</source>
        <translation>AC1 Gwet</translation>
    </message>
    <message>
        <source>%1 and %2, %3 records</source>
        <translation>%1 dan %2, %3 rekaman</translation>
    </message>
    <message>
        <source>Cohen&apos;s kappa</source>
        <translation>Kappa Cohen</translation>
    </message>
    <message>
        <source>PABAK</source>
        <translation>PABAK</translation>
    </message>
</context>
<context>
    <name>OnlinePane</name>
    <message>
        <source>&amp;Go on with it</source>
        <translation>&amp;Lanjutkan</translation>
    </message>
    <message>
        <source>Sources to search at</source>
        <translation>Sumber tempat mencari</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Sumber</translation>
    </message>
    <message>
        <source>What it cannot be asked</source>
        <translation>Yang tidak dapat ditanyakan</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>Hasil</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Permintaan</translation>
    </message>
    <message>
        <source>How often the source has to be asked to fetch all hits</source>
        <translation>Berapa kali sumber harus diminta untuk mengambil semua hasil</translation>
    </message>
    <message>
        <source>What the source is asked, and what comes of it</source>
        <translation>Yang ditanyakan kepada sumber, dan apa hasilnya</translation>
    </message>
    <message>
        <source>&amp;Key</source>
        <translation>&amp;Kunci</translation>
    </message>
    <message>
        <source>&amp;Token</source>
        <translation>&amp;Token</translation>
    </message>
    <message>
        <source>Of your institution</source>
        <translation>Dari lembaga Anda</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Lupakan</translation>
    </message>
    <message>
        <source>Take the key and the token out of the keychain</source>
        <translation>Menghapus kunci dan token dari rantai kunci</translation>
    </message>
    <message>
        <source>Count at all sources</source>
        <translation>Hitung di semua sumber</translation>
    </message>
    <message>
        <source>Asks every source that needs no key or has one how many hits there are</source>
        <translation>Menanyakan jumlah hasil kepada setiap sumber yang tidak memerlukan kunci atau sudah memilikinya</translation>
    </message>
    <message>
        <source>Progress of the search</source>
        <translation>Kemajuan pencarian</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>He&amp;ntikan</translation>
    </message>
    <message>
        <source>Count hits</source>
        <translation>Hitung hasil</translation>
    </message>
    <message>
        <source>Fetch records</source>
        <translation>Ambil rekaman</translation>
    </message>
</context>
<context>
    <name>OutsidePane</name>
    <message>
        <source>Evidence from outside the literature</source>
        <translation>Bukti dari luar literatur</translation>
    </message>
    <message>
        <source>&amp;Key</source>
        <translation>&amp;Kunci</translation>
    </message>
    <message>
        <source>By which tables and the report cite it, such as interview-1</source>
        <translation>Dipakai tabel dan laporan untuk mengutipnya, misalnya interview-1</translation>
    </message>
    <message>
        <source>Kin&amp;d</source>
        <translation>&amp;Jenis</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>Ju&amp;dul</translation>
    </message>
    <message>
        <source>Head of the MSME office, or the title of a document</source>
        <translation>Kepala dinas UMKM, atau judul suatu dokumen</translation>
    </message>
    <message>
        <source>&amp;Who</source>
        <translation>&amp;Siapa</translation>
    </message>
    <message>
        <source>Who was asked, or who issued it; may be no name</source>
        <translation>Siapa yang ditanya atau yang menerbitkannya; boleh tanpa nama</translation>
    </message>
    <message>
        <source>&amp;Place</source>
        <translation>&amp;Tempat</translation>
    </message>
    <message>
        <source>D&amp;ate</source>
        <translation>Tan&amp;ggal</translation>
    </message>
    <message>
        <source>2024, 2024-03 or 2024-03-25</source>
        <translation>2024, 2024-03 atau 2024-03-25</translation>
    </message>
    <message>
        <source>Add&amp;ress</source>
        <translation>&amp;Alamat</translation>
    </message>
    <message>
        <source>https://..., of a document</source>
        <translation>https://..., untuk dokumen</translation>
    </message>
    <message>
        <source>&amp;What it says</source>
        <translation>Isi &amp;pokok</translation>
    </message>
    <message>
        <source>What was said or found, in short</source>
        <translation>Yang dikatakan atau ditemukan, secara singkat</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>Ba&amp;ru</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>Hap&amp;us</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>Si&amp;mpan</translation>
    </message>
</context>
<context>
    <name>Printed</name>
    <message>
        <source>Table %1. </source>
        <translation>Tabel %1. </translation>
    </message>
    <message>
        <source>No rows yet.</source>
        <translation>Belum ada baris.</translation>
    </message>
</context>
<context>
    <name>ProgressNumbers</name>
    <message>
        <source>%1 min left</source>
        <translation>sisa %1 menit</translation>
    </message>
    <message>
        <source>%1 h %2 left</source>
        <translation>sisa %1 jam %2</translation>
    </message>
    <message>
        <source>%1 left, screening has ended</source>
        <translation>%1 tersisa, penyaringan sudah diakhiri</translation>
    </message>
    <message>
        <source>%1 left of this search</source>
        <translation>%1 tersisa dari pencarian ini</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>%1 tersisa</translation>
    </message>
    <message>
        <source>%1 of %2 decided</source>
        <translation>%1 dari %2 diputuskan</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 included</source>
        <translation>%1 disertakan</translation>
    </message>
    <message>
        <source>%1 s each</source>
        <translation>%1 dtk per rekaman</translation>
    </message>
    <message>
        <source>%1 since the last included</source>
        <translation>%1 sejak yang terakhir disertakan</translation>
    </message>
    <message>
        <source>recall %1 % (%2 to %3)</source>
        <translation>recall %1 % (%2 sampai %3)</translation>
    </message>
    <message>
        <source>When to stop</source>
        <translation>Kapan berhenti</translation>
    </message>
</context>
<context>
    <name>QueryPane</name>
    <message>
        <source>&amp;Query in the language of Scopus</source>
        <translation>K&amp;ueri dalam bahasa Scopus</translation>
    </message>
    <message>
        <source>How operators bind without parentheses</source>
        <translation>Cara operator mengikat tanpa tanda kurung</translation>
    </message>
    <message>
        <source>How operators bind where there are no parentheses</source>
        <translation>Cara operator mengikat bila tidak ada tanda kurung</translation>
    </message>
    <message>
        <source>Open …</source>
        <translation>Buka …</translation>
    </message>
    <message>
        <source>Open a query (Ctrl+Shift+O)</source>
        <translation>Buka kueri (Ctrl+Shift+O)</translation>
    </message>
    <message>
        <source>Save as …</source>
        <translation>Simpan sebagai …</translation>
    </message>
    <message>
        <source>Save the query as a file (Ctrl+Shift+S)</source>
        <translation>Simpan kueri sebagai berkas (Ctrl+Shift+S)</translation>
    </message>
    <message>
        <source>TITLE-ABS-KEY(handicraft AND &quot;social media&quot;) AND PUBYEAR &gt; 2018</source>
        <translation>TITLE-ABS-KEY(handicraft AND &quot;social media&quot;) AND PUBYEAR &gt; 2018</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Tampilkan</translation>
    </message>
    <message>
        <source>Fix &amp;all</source>
        <translation>&amp;Perbaiki semua</translation>
    </message>
</context>
<context>
    <name>QueryPlaces</name>
    <message>
        <source>line %1, column %2</source>
        <translation>baris %1, kolom %2</translation>
    </message>
    <message>
        <source>column %1</source>
        <translation>kolom %1</translation>
    </message>
</context>
<context>
    <name>ReasonChooser</name>
    <message>
        <source>Excluded because</source>
        <translation>Dikecualikan karena</translation>
    </message>
    <message>
        <source>&amp;0   No reason</source>
        <translation>&amp;0   Tanpa alasan</translation>
    </message>
    <message>
        <source>Exclude</source>
        <translation>Kecualikan</translation>
    </message>
    <message>
        <source>Why is it excluded?</source>
        <translation>Mengapa dikecualikan?</translation>
    </message>
</context>
<context>
    <name>RecordDocument</name>
    <message>
        <source>This record has no title.</source>
        <translation>Rekaman ini tidak memiliki judul.</translation>
    </message>
    <message>
        <source>authors and journal masked</source>
        <translation>penulis dan jurnal disamarkan</translation>
    </message>
    <message>
        <source>This record has no abstract.</source>
        <translation>Rekaman ini tidak memiliki abstrak.</translation>
    </message>
    <message>
        <source>Keywords</source>
        <translation>Kata kunci</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>dari %1</translation>
    </message>
    <message>
        <source>at %1 by %2</source>
        <translation>pada %1 oleh %2</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Note of %1</source>
        <translation>Catatan %1</translation>
    </message>
</context>
<context>
    <name>RecordListPane</name>
    <message>
        <source>Records</source>
        <translation>Rekaman</translation>
    </message>
    <message>
        <source>No records yet. Drop here what your databases exported, or go to Searches.</source>
        <translation>Belum ada rekaman. Seret hasil ekspor basis data Anda ke sini, atau buka Pencarian.</translation>
    </message>
    <message>
        <source>Import files...</source>
        <translation>Impor berkas...</translation>
    </message>
    <message>
        <source>Go to Searches</source>
        <translation>Buka Pencarian</translation>
    </message>
</context>
<context>
    <name>ReportPane</name>
    <message>
        <source>What only people can say; numbers, methods, tables and references come from the review. &quot;# Key messages&quot; begins a section, &quot;- &quot; a list, **bold**, and [@Hassan2020] cites a record or evidence by its key.</source>
        <translation>Hal yang hanya dapat dinyatakan manusia; angka, metode, tabel, dan referensi berasal dari tinjauan. &quot;# Key messages&quot; memulai bagian, &quot;- &quot; memulai daftar, **tebal**, dan [@Hassan2020] mengutip rekaman atau bukti menurut kuncinya.</translation>
    </message>
    <message>
        <source>Texts of the report</source>
        <translation>Teks laporan</translation>
    </message>
    <message>
        <source># Key messages

- What a policymaker should know first [@Hassan2020].

# Limitations

...</source>
        <translation># Key messages

- Hal pertama yang perlu diketahui pembuat kebijakan [@Hassan2020].

# Limitations

...</translation>
    </message>
    <message>
        <source>Texts as Winnow reads them</source>
        <translation>Teks seperti yang dibaca Winnow</translation>
    </message>
    <message>
        <source>To know before it goes out:</source>
        <translation>Perlu diketahui sebelum laporan dikirim:</translation>
    </message>
    <message>
        <source>What to know of the report</source>
        <translation>Yang perlu diketahui tentang laporan</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Hentikan</translation>
    </message>
    <message>
        <source>&amp;Save texts</source>
        <translation>&amp;Simpan teks</translation>
    </message>
    <message>
        <source>Ctrl+S</source>
        <translation>Ctrl+S</translation>
    </message>
    <message>
        <source>&amp;Export...</source>
        <translation>E&amp;kspor...</translation>
    </message>
</context>
<context>
    <name>ReportPlace</name>
    <message>
        <source>Sought</source>
        <translation>Dicari</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Dibaca</translation>
    </message>
    <message>
        <source>Not retrieved</source>
        <translation>Tidak diperoleh</translation>
    </message>
    <message>
        <source>Awaiting classification</source>
        <translation>Menunggu klasifikasi</translation>
    </message>
    <message>
        <source>Ongoing</source>
        <translation>Masih berjalan</translation>
    </message>
    <message>
        <source>Duplicate report</source>
        <translation>Laporan duplikat</translation>
    </message>
    <message>
        <source>Retrieved</source>
        <translation>Diperoleh</translation>
    </message>
</context>
<context>
    <name>ReportsPane</name>
    <message>
        <source>Which reports are listed</source>
        <translation>Laporan mana yang ditampilkan</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Laporan</translation>
    </message>
    <message>
        <source>Sought  S</source>
        <translation>Dicari  S</translation>
    </message>
    <message>
        <source>Not retrieved ...  X</source>
        <translation>Tidak diperoleh ...  X</translation>
    </message>
    <message>
        <source>Awaiting classification ...  A</source>
        <translation>Menunggu klasifikasi ...  A</translation>
    </message>
    <message>
        <source>Ongoing ...  O</source>
        <translation>Masih berjalan ...  O</translation>
    </message>
    <message>
        <source>Duplicate of ...  D</source>
        <translation>Duplikat dari ...  D</translation>
    </message>
    <message>
        <source>Read and decide  Return</source>
        <translation>Baca dan putuskan  Return</translation>
    </message>
    <message>
        <source>Attach a PDF ...  P</source>
        <translation>Lampirkan PDF ...  P</translation>
    </message>
    <message>
        <source>Detach  Del</source>
        <translation>Lepaskan  Del</translation>
    </message>
    <message>
        <source>Files of the report, and what sources said of it</source>
        <translation>Berkas laporan ini, dan apa kata sumber tentangnya</translation>
    </message>
    <message>
        <source>No PDF, and no source was asked for one yet: &quot;Get PDFs&quot; does that.</source>
        <translation>Tidak ada PDF, dan belum ada sumber yang ditanya: &quot;Ambil PDF&quot; melakukannya.</translation>
    </message>
</context>
<context>
    <name>RetrievalPane</name>
    <message>
        <source>Your e-mail</source>
        <translation>Surel Anda</translation>
    </message>
    <message>
        <source>sources ask who is calling; Unpaywall needs it</source>
        <translation>sumber menanyakan siapa yang meminta; Unpaywall memerlukannya</translation>
    </message>
    <message>
        <source>Key of CORE</source>
        <translation>Kunci CORE</translation>
    </message>
    <message>
        <source>Link resolver</source>
        <translation>Pencari tautan</translation>
    </message>
    <message>
        <source>of your library, optional: https://resolver.example.edu/openurl?doi={doi}&amp;title={title}</source>
        <translation>dari perpustakaan Anda, opsional: https://resolver.example.edu/openurl?doi={doi}&amp;title={title}</translation>
    </message>
    <message>
        <source>Look for open copies</source>
        <translation>Cari salinan terbuka</translation>
    </message>
    <message>
        <source>Ask all again</source>
        <translation>Tanya semua lagi</translation>
    </message>
    <message>
        <source>Match a folder of PDFs ...</source>
        <translation>Cocokkan folder PDF ...</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Hentikan</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Yang ditemukan</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Keadaan</translation>
    </message>
    <message>
        <source>Report or file</source>
        <translation>Laporan atau berkas</translation>
    </message>
    <message>
        <source>What is known</source>
        <translation>Yang diketahui</translation>
    </message>
    <message>
        <source>Open the page</source>
        <translation>Buka halamannya</translation>
    </message>
    <message>
        <source>Open at the library</source>
        <translation>Buka di perpustakaan</translation>
    </message>
    <message>
        <source>Attach to this report</source>
        <translation>Lampirkan ke laporan ini</translation>
    </message>
    <message>
        <source>Read and decide</source>
        <translation>Baca dan putuskan</translation>
    </message>
</context>
<context>
    <name>ReviewWindow</name>
    <message>
        <source>Winnow</source>
        <translation>Winnow</translation>
    </message>
    <message>
        <source>Steps of the review</source>
        <translation>Langkah tinjauan</translation>
    </message>
    <message>
        <source>Search in Scopus syntax</source>
        <translation>Cari dengan sintaks Scopus</translation>
    </message>
    <message>
        <source>Find an action  Ctrl+K</source>
        <translation>Cari tindakan  Ctrl+K</translation>
    </message>
    <message>
        <source>&amp;Review</source>
        <translation>T&amp;injauan</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Edit</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>Na&amp;vigasi</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>Li&amp;hat</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Bantuan</translation>
    </message>
    <message>
        <source>&amp;New review ...</source>
        <translation>Tinjauan &amp;baru ...</translation>
    </message>
    <message>
        <source>Ctrl+N</source>
        <translation>Ctrl+N</translation>
    </message>
    <message>
        <source>&amp;Open ...</source>
        <translation>B&amp;uka ...</translation>
    </message>
    <message>
        <source>Ctrl+O</source>
        <translation>Ctrl+O</translation>
    </message>
    <message>
        <source>&amp;Close review</source>
        <translation>&amp;Tutup tinjauan</translation>
    </message>
    <message>
        <source>Ctrl+W</source>
        <translation>Ctrl+W</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Keluar</translation>
    </message>
    <message>
        <source>Ctrl+Q</source>
        <translation>Ctrl+Q</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Batalkan</translation>
    </message>
    <message>
        <source>Ctrl+Z</source>
        <translation>Ctrl+Z</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Ulangi</translation>
    </message>
    <message>
        <source>Ctrl+Shift+Z</source>
        <translation>Ctrl+Shift+Z</translation>
    </message>
    <message>
        <source>&amp;Search</source>
        <translation>&amp;Cari</translation>
    </message>
    <message>
        <source>Ctrl+F</source>
        <translation>Ctrl+F</translation>
    </message>
    <message>
        <source>Find an &amp;action ...</source>
        <translation>Cari &amp;tindakan ...</translation>
    </message>
    <message>
        <source>Ctrl+K</source>
        <translation>Ctrl+K</translation>
    </message>
    <message>
        <source>Open the &amp;example</source>
        <translation>Buka c&amp;ontoh</translation>
    </message>
    <message>
        <source>&amp;Restore a backup ...</source>
        <translation>&amp;Pulihkan cadangan ...</translation>
    </message>
    <message>
        <source>The copies that Winnow keeps of the review; make one, or go back to one</source>
        <translation>Salinan tinjauan yang disimpan Winnow; buat salinan, atau kembali ke salah satunya</translation>
    </message>
    <message>
        <source>Se&amp;ttings ...</source>
        <translation>Pen&amp;gaturan ...</translation>
    </message>
    <message>
        <source>Ctrl+,</source>
        <translation>Ctrl+,</translation>
    </message>
    <message>
        <source>&amp;Fold the side bar</source>
        <translation>&amp;Lipat bilah samping</translation>
    </message>
    <message>
        <source>Ctrl+B</source>
        <translation>Ctrl+B</translation>
    </message>
    <message>
        <source>&amp;Keys of this step</source>
        <translation>&amp;Tombol pada langkah ini</translation>
    </message>
    <message>
        <source>?</source>
        <translation>?</translation>
    </message>
    <message>
        <source>&amp;Copy as a command</source>
        <translation>&amp;Salin sebagai perintah</translation>
    </message>
    <message>
        <source>Ctrl+Shift+K</source>
        <translation>Ctrl+Shift+K</translation>
    </message>
    <message>
        <source>&amp;Stop work in the background</source>
        <translation>&amp;Hentikan pekerjaan di latar belakang</translation>
    </message>
</context>
<context>
    <name>ScreeningKeys</name>
    <message>
        <source>%1 is the key of both “%2” and “%3”.</source>
        <translation>%1 adalah tombol untuk “%2” dan juga “%3”.</translation>
    </message>
    <message>
        <source>%1 excludes with the reason of that number, so “%2” needs another key.</source>
        <translation>%1 mengecualikan dengan alasan bernomor itu, jadi “%2” perlu tombol lain.</translation>
    </message>
    <message>
        <source>%1 has a meaning in the whole window, so “%2” needs another key.</source>
        <translation>%1 sudah dipakai di seluruh jendela, jadi “%2” perlu tombol lain.</translation>
    </message>
</context>
<context>
    <name>SearchHtml</name>
    <message>
        <source>%1 can be asked all of the query.</source>
        <translation>%1 dapat ditanyai seluruh kueri.</translation>
    </message>
    <message>
        <source>%1 cannot be asked all of the query:</source>
        <translation>%1 tidak dapat ditanyai seluruh kueri:</translation>
    </message>
    <message>
        <source>Nothing that matches is missed; what comes beyond it is left out afterwards.</source>
        <translation>Tidak ada yang cocok yang terlewat; kelebihannya disisihkan kemudian.</translation>
    </message>
    <message>
        <source>Records that match the query may be missed there.</source>
        <translation>Rekaman yang cocok dengan kueri mungkin terlewat di sana.</translation>
    </message>
    <message>
        <source>%1 is asked:</source>
        <translation>%1 ditanyai:</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln part(s) more</source>
        <translation>
            <numerusform>dan %Ln bagian lagi</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 pada %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln hit(s)</source>
        <translation>
            <numerusform>%Ln hasil</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 does not tell how many hits there are</source>
        <translation>%1 tidak memberi tahu berapa jumlah hasilnya</translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s) fetch them</source>
        <translation>
            <numerusform>%Ln permintaan untuk mengambilnya</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s) left to your key</source>
        <translation>
            <numerusform>%Ln permintaan tersisa untuk kunci Anda</numerusform>
        </translation>
    </message>
    <message>
        <source>more come %1</source>
        <translation>kuota bertambah lagi %1</translation>
    </message>
    <message>
        <source>&lt;b&gt;The quota does not last for it.&lt;/b&gt; What has come by then is kept, and the search can be resumed.</source>
        <translation>&lt;b&gt;Kuota tidak cukup untuk ini.&lt;/b&gt; Yang sudah diterima sampai saat itu disimpan, dan pencarian dapat dilanjutkan.</translation>
    </message>
    <message>
        <source>%1 from %2</source>
        <translation>%1 dari %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s)</source>
        <translation>
            <numerusform>%Ln rekaman</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 hits claimed, %2 fetched</source>
        <translation>%1 hasil menurut sumber, %2 diambil</translation>
    </message>
    <message>
        <source>%1 fetched</source>
        <translation>%1 diambil</translation>
    </message>
    <message>
        <source>%1 match the query</source>
        <translation>%1 cocok dengan kueri</translation>
    </message>
    <message>
        <source>%1 cannot be decided, mostly for want of an abstract, and were kept</source>
        <translation>%1 tidak dapat dipastikan, kebanyakan karena tidak ada abstrak, dan tetap disimpan</translation>
    </message>
    <message>
        <source>%1 do not match and were left out</source>
        <translation>%1 tidak cocok dan disisihkan</translation>
    </message>
    <message numerus="yes">
        <source>%Ln abstract(s) found elsewhere</source>
        <translation>
            <numerusform>%Ln abstrak ditemukan di tempat lain</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries were no records; see Imports</source>
        <translation>
            <numerusform>%Ln entri bukan rekaman; lihat Impor</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Pengaturan</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>&amp;Tampilan</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>&amp;Warna</translation>
    </message>
    <message>
        <source>&amp;Letters of the program</source>
        <translation>&amp;Huruf program</translation>
    </message>
    <message>
        <source> points</source>
        <translation> poin</translation>
    </message>
    <message>
        <source>&amp;Fold the side bar to icons</source>
        <translation>&amp;Lipat bilah samping menjadi ikon</translation>
    </message>
    <message>
        <source>Every change holds at once, in this window and in all others.</source>
        <translation>Setiap perubahan langsung berlaku, di jendela ini dan semua jendela lain.</translation>
    </message>
    <message>
        <source>&amp;Reading</source>
        <translation>Pem&amp;bacaan</translation>
    </message>
    <message>
        <source>&amp;Another typeface than that of the program</source>
        <translation>J&amp;enis huruf yang lain dari huruf program</translation>
    </message>
    <message>
        <source>T&amp;ypeface</source>
        <translation>&amp;Jenis huruf</translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation>&amp;Ukuran</translation>
    </message>
    <message>
        <source>&amp;Line</source>
        <translation>Ba&amp;ris</translation>
    </message>
    <message>
        <source> letters</source>
        <translation> huruf</translation>
    </message>
    <message>
        <source>Small and medium enterprises of handicraft reach buyers beyond their island by social media. We interviewed makers of woven bags on Belitung and asked what keeps them from selling online.</source>
        <translation>Usaha kecil dan menengah di bidang kerajinan menjangkau pembeli di luar pulaunya melalui media sosial. Kami mewawancarai perajin tas anyaman di Belitung dan menanyakan apa yang menghalangi mereka berjualan daring.</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>T&amp;ombol</translation>
    </message>
    <message>
        <source>&amp;Keys of screening as in</source>
        <translation>Tombol penyaringan seperti &amp;di</translation>
    </message>
    <message>
        <source>Keys of screening</source>
        <translation>Tombol penyaringan</translation>
    </message>
    <message>
        <source>1 to 9 exclude with the reason of that number.</source>
        <translation>1 sampai 9 mengecualikan dengan alasan bernomor itu.</translation>
    </message>
    <message>
        <source>&amp;Language of the program</source>
        <translation>Bahasa pro&amp;gram</translation>
    </message>
    <message>
        <source>It changes when Winnow is started again. What has no translation stays English; reviews are not touched.</source>
        <translation>Berubah saat Winnow dijalankan kembali. Yang belum diterjemahkan tetap dalam bahasa Inggris; tinjauan tidak terpengaruh.</translation>
    </message>
    <message>
        <source>As &amp;before</source>
        <translation>Se&amp;perti semula</translation>
    </message>
    <message>
        <source>Takes back what was changed here</source>
        <translation>Mengembalikan yang diubah di sini</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>&amp;You</source>
        <translation>&amp;Anda</translation>
    </message>
    <message>
        <source>Your name as &amp;reviewer</source>
        <translation>Nama Anda sebagai &amp;penelaah</translation>
    </message>
    <message>
        <source>As this computer names you</source>
        <translation>Seperti nama Anda di komputer ini</translation>
    </message>
    <message>
        <source>Under this name your decisions, notes and values are kept from now on. What was said under another name stays that reviewer&apos;s.</source>
        <translation>Mulai sekarang keputusan, catatan, dan nilai Anda disimpan atas nama ini. Yang dinyatakan atas nama lain tetap milik penelaah itu.</translation>
    </message>
</context>
<context>
    <name>SourceKind</name>
    <message>
        <source>Database</source>
        <translation>Basis data</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>Website</source>
        <translation>Situs web</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisasi</translation>
    </message>
    <message>
        <source>Citation searching</source>
        <translation>Penelusuran sitasi</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Lainnya</translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message>
        <source>Title</source>
        <translation>Judul</translation>
    </message>
    <message>
        <source>Title and abstract</source>
        <translation>Judul dan abstrak</translation>
    </message>
    <message>
        <source>Full text</source>
        <translation>Teks lengkap</translation>
    </message>
    <message>
        <source>title</source>
        <translation>judul</translation>
    </message>
    <message>
        <source>title and abstract</source>
        <translation>judul dan abstrak</translation>
    </message>
    <message>
        <source>full text</source>
        <translation>teks lengkap</translation>
    </message>
    <message>
        <source>Include</source>
        <translation>Sertakan</translation>
    </message>
    <message>
        <source>Exclude</source>
        <translation>Kecualikan</translation>
    </message>
    <message>
        <source>Maybe</source>
        <translation>Mungkin</translation>
    </message>
</context>
<context>
    <name>StagePage</name>
    <message>
        <source>&amp;Stage</source>
        <translation>&amp;Tahap</translation>
    </message>
    <message>
        <source>Screen titles alone first</source>
        <translation>Saring judul saja lebih dahulu</translation>
    </message>
    <message>
        <source>What is excluded by its title does not come to title and abstract</source>
        <translation>Yang dikecualikan karena judulnya tidak masuk ke judul dan abstrak</translation>
    </message>
    <message>
        <source>Reviewers of each record</source>
        <translation>Penelaah untuk setiap rekaman</translation>
    </message>
    <message>
        <source>Share read by a second one</source>
        <translation>Bagian yang dibaca penelaah kedua</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>They agree when</source>
        <translation>Dianggap sepakat bila</translation>
    </message>
    <message>
        <source>Random records in a ranked order</source>
        <translation>Rekaman acak dalam urutan berperingkat</translation>
    </message>
    <message>
        <source>Ranked by</source>
        <translation>Diperingkat oleh</translation>
    </message>
    <message>
        <source>The name of a model; parameters may follow, as in winnow-2:c=0.2</source>
        <translation>Nama model; parameter boleh mengikuti, seperti dalam winnow-2:c=0.2</translation>
    </message>
    <message>
        <source>Blind: nobody sees what others said</source>
        <translation>Tersamar: tidak ada yang melihat keputusan orang lain</translation>
    </message>
    <message>
        <source>Until the stage or the conflict is opened</source>
        <translation>Sampai tahap atau perbedaan itu dibuka</translation>
    </message>
    <message>
        <source>Hide votes from who settles a conflict</source>
        <translation>Sembunyikan suara dari yang menyelesaikan perbedaan</translation>
    </message>
    <message>
        <source>Until the conflict is opened</source>
        <translation>Sampai perbedaan itu dibuka</translation>
    </message>
    <message>
        <source>An exclusion needs a reason</source>
        <translation>Mengecualikan harus dengan alasan</translation>
    </message>
    <message>
        <source>An exclusion without one is refused</source>
        <translation>Mengecualikan tanpa alasan akan ditolak</translation>
    </message>
    <message>
        <source>Settings may change at any time. No decision is lost by it.</source>
        <translation>Pengaturan dapat diubah kapan saja. Tidak ada keputusan yang hilang karenanya.</translation>
    </message>
    <message>
        <source>S&amp;ave settings</source>
        <translation>&amp;Simpan pengaturan</translation>
    </message>
    <message>
        <source>Criteria of inclusion</source>
        <translation>Kriteria penyertaan</translation>
    </message>
    <message>
        <source>Reasons of exclusion, in order</source>
        <translation>Alasan mengecualikan, berurutan</translation>
    </message>
    <message>
        <source>The first that applies is the primary one</source>
        <translation>Alasan pertama yang berlaku menjadi alasan utama</translation>
    </message>
    <message>
        <source>Reviewers (none: everyone reads all)</source>
        <translation>Penelaah (kosong: semua orang membaca semuanya)</translation>
    </message>
    <message>
        <source>Who settles conflicts (none: everyone)</source>
        <translation>Yang menyelesaikan perbedaan (kosong: semua orang)</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Winnow</source>
        <translation>Winnow</translation>
    </message>
    <message>
        <source>Systematic reviews from the search to the printed table, in one file on this machine.</source>
        <translation>Tinjauan sistematis dari pencarian sampai tabel cetak, dalam satu berkas di komputer ini.</translation>
    </message>
    <message>
        <source>&amp;New review  Ctrl+N</source>
        <translation>Tinjauan ba&amp;ru  Ctrl+N</translation>
    </message>
    <message>
        <source>&amp;Open  Ctrl+O</source>
        <translation>B&amp;uka  Ctrl+O</translation>
    </message>
    <message>
        <source>&amp;Try the example</source>
        <translation>&amp;Coba contoh</translation>
    </message>
    <message>
        <source>A published review of 26 articles with its searches, decisions, diagram and tables, for you to change</source>
        <translation>Tinjauan terbit atas 26 artikel beserta pencarian, keputusan, diagram, dan tabelnya, untuk Anda ubah</translation>
    </message>
    <message>
        <source>&amp;Restore from a backup ...</source>
        <translation>&amp;Pulihkan dari cadangan ...</translation>
    </message>
    <message>
        <source>Recent re&amp;views</source>
        <translation>&amp;Tinjauan yang terakhir dibuka</translation>
    </message>
    <message>
        <source>Recent reviews, the latest first</source>
        <translation>Tinjauan yang terakhir dibuka, yang terbaru lebih dahulu</translation>
    </message>
    <message>
        <source>Open this review  Enter</source>
        <translation>Buka tinjauan ini  Enter</translation>
    </message>
    <message>
        <source>Take off the list  Del</source>
        <translation>Hapus dari daftar  Del</translation>
    </message>
    <message>
        <source>A review can also be dropped here. So can what your databases exported: Winnow then makes a review of it.</source>
        <translation>Tinjauan juga dapat diseret ke sini. Demikian pula hasil ekspor basis data Anda: Winnow lalu membuat tinjauan darinya.</translation>
    </message>
    <message>
        <source>Take off the list</source>
        <translation>Hapus dari daftar</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Del</translation>
    </message>
</context>
<context>
    <name>State</name>
    <message>
        <source>Undecided</source>
        <translation>Belum diputuskan</translation>
    </message>
    <message>
        <source>Included</source>
        <translation>Disertakan</translation>
    </message>
    <message>
        <source>Excluded</source>
        <translation>Dikecualikan</translation>
    </message>
    <message>
        <source>Maybe</source>
        <translation>Mungkin</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>Perbedaan</translation>
    </message>
    <message>
        <source>Waits for a second reviewer</source>
        <translation>Menunggu penelaah kedua</translation>
    </message>
</context>
<context>
    <name>StepNumbers</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1k</source>
        <translation>%1 rb</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>Overview</source>
        <translation>Ikhtisar</translation>
    </message>
    <message>
        <source>Searches</source>
        <translation>Pencarian</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Rekaman</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>Duplikat</translation>
    </message>
    <message>
        <source>Title and abstract</source>
        <translation>Judul dan abstrak</translation>
    </message>
    <message>
        <source>Full text</source>
        <translation>Teks lengkap</translation>
    </message>
    <message>
        <source>Extraction</source>
        <translation>Ekstraksi</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Bukti</translation>
    </message>
    <message>
        <source>Flow</source>
        <translation>Diagram alir</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Tim</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Log</translation>
    </message>
</context>
<context>
    <name>StoppingHtml</name>
    <message>
        <source>irrelevant since the last relevant one</source>
        <translation>tidak relevan sejak yang relevan terakhir</translation>
    </message>
    <message>
        <source>needed</source>
        <translation>diperlukan</translation>
    </message>
    <message>
        <source>p</source>
        <translation>p</translation>
    </message>
    <message>
        <source>missed at least, if the recall is not reached</source>
        <translation>sedikitnya terlewat, bila recall tidak tercapai</translation>
    </message>
    <message>
        <source>records that p is of</source>
        <translation>rekaman yang menjadi dasar p</translation>
    </message>
    <message>
        <source>relevant among these</source>
        <translation>yang relevan di antaranya</translation>
    </message>
    <message>
        <source>recall, estimated</source>
        <translation>recall, perkiraan</translation>
    </message>
    <message>
        <source>interval from</source>
        <translation>interval dari</translation>
    </message>
    <message>
        <source>interval to</source>
        <translation>interval sampai</translation>
    </message>
    <message>
        <source>recall at least</source>
        <translation>recall sedikitnya</translation>
    </message>
    <message>
        <source>missed, expected</source>
        <translation>terlewat, perkiraan</translation>
    </message>
    <message>
        <source>Says stop.</source>
        <translation>Menyarankan berhenti.</translation>
    </message>
    <message>
        <source>Says go on.</source>
        <translation>Menyarankan lanjut.</translation>
    </message>
    <message>
        <source>Screening ended here on %1, by %2.</source>
        <translation>Penyaringan diakhiri di sini pada %1, oleh %2.</translation>
    </message>
    <message>
        <source>What nobody decided on counts in the flow diagram as left out by an automation tool. Screening can go on at any time; undo takes the end back.</source>
        <translation>Yang tidak diputuskan siapa pun dihitung dalam diagram alir sebagai disisihkan oleh alat otomatis. Penyaringan dapat dilanjutkan kapan saja; perintah Batalkan mencabut pengakhiran ini.</translation>
    </message>
    <message>
        <source>Irrelevant records in a row</source>
        <translation>Rekaman tidak relevan berturut-turut</translation>
    </message>
    <message>
        <source>Test of recall (Buscar)</source>
        <translation>Uji recall (Buscar)</translation>
    </message>
    <message>
        <source>Random sample of the rest</source>
        <translation>Sampel acak dari sisanya</translation>
    </message>
    <message>
        <source>%1 of %2 records screened at %3, %4 of them relevant.</source>
        <translation>%1 dari %2 rekaman disaring pada %3, %4 di antaranya relevan.</translation>
    </message>
    <message>
        <source>The smallest sample that could say stop, if nothing in it is relevant: %1 records.</source>
        <translation>Sampel terkecil yang dapat menyarankan berhenti, bila tidak ada yang relevan di dalamnya: %1 rekaman.</translation>
    </message>
</context>
<context>
    <name>StoppingPage</name>
    <message>
        <source>Stage</source>
        <translation>Tahap</translation>
    </message>
    <message>
        <source>Recall to reach</source>
        <translation>Recall yang ingin dicapai</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>The share of all relevant records that you want to have found</source>
        <translation>Bagian dari semua rekaman relevan yang ingin Anda temukan</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Keyakinan</translation>
    </message>
    <message>
        <source>How sure you want to be that the recall is reached</source>
        <translation>Seberapa yakin Anda ingin bahwa recall tercapai</translation>
    </message>
    <message>
        <source>Irrelevant in a row</source>
        <translation>Tidak relevan berturut-turut</translation>
    </message>
    <message>
        <source>What the stopping rules say</source>
        <translation>Yang dinyatakan aturan berhenti</translation>
    </message>
    <message>
        <source>Sample of</source>
        <translation>Sampel sebanyak</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Benih acak</translation>
    </message>
    <message>
        <source>&amp;Draw the sample</source>
        <translation>Tarik &amp;sampel</translation>
    </message>
    <message>
        <source>Its records come first in every work list; when all are screened, the rule of the sample says what they tell</source>
        <translation>Rekamannya muncul pertama di setiap daftar kerja; setelah semuanya disaring, aturan sampel menyimpulkan hasilnya</translation>
    </message>
    <message>
        <source>Rule to go by</source>
        <translation>Aturan yang diikuti</translation>
    </message>
    <message>
        <source>&amp;Write it down</source>
        <translation>&amp;Catat</translation>
    </message>
    <message>
        <source>What this rule says now goes into the log, with date and numbers; screening goes on</source>
        <translation>Yang dinyatakan aturan ini sekarang masuk ke log, dengan tanggal dan angka; penyaringan berlanjut</translation>
    </message>
    <message>
        <source>&amp;Stop screening here</source>
        <translation>Hentikan &amp;penyaringan di sini</translation>
    </message>
</context>
<context>
    <name>StudiesPane</name>
    <message>
        <source>These reports may tell of one study:</source>
        <translation>Laporan-laporan ini mungkin tentang satu studi:</translation>
    </message>
    <message>
        <source>Included studies with their reports</source>
        <translation>Studi yang disertakan beserta laporannya</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>Studi</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Tahun</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Judul</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nama</translation>
    </message>
    <message>
        <source>Of the study that the chosen reports tell of</source>
        <translation>Nama studi yang diceritakan laporan terpilih</translation>
    </message>
    <message>
        <source>&amp;Group</source>
        <translation>&amp;Kelompokkan</translation>
    </message>
    <message>
        <source>Makes the chosen reports one study of that name</source>
        <translation>Menjadikan laporan terpilih satu studi dengan nama itu</translation>
    </message>
    <message>
        <source>Take &amp;apart</source>
        <translation>&amp;Pisahkan</translation>
    </message>
    <message>
        <source>Makes each report of the chosen study one of its own again</source>
        <translation>Menjadikan setiap laporan dari studi terpilih studi tersendiri lagi</translation>
    </message>
</context>
<context>
    <name>TablesPane</name>
    <message>
        <source>Evidence tables</source>
        <translation>Tabel bukti</translation>
    </message>
    <message>
        <source>&amp;Add a table...</source>
        <translation>&amp;Tambah tabel...</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Naik</translation>
    </message>
    <message>
        <source>Move the table up</source>
        <translation>Naikkan tabel</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Turun</translation>
    </message>
    <message>
        <source>Move the table down</source>
        <translation>Turunkan tabel</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Hapus</translation>
    </message>
    <message>
        <source>Remove the table</source>
        <translation>Hapus tabel</translation>
    </message>
    <message>
        <source>Drag onto a row, or Return for the row that is chosen; Shift+Return makes a row of its own</source>
        <translation>Seret ke suatu baris, atau Return untuk baris yang dipilih; Shift+Return membuat baris tersendiri</translation>
    </message>
    <message>
        <source>&amp;Caption</source>
        <translation>Ju&amp;dul tabel</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>Be&amp;rkas</translation>
    </message>
    <message>
        <source>&amp;Export...</source>
        <translation>E&amp;kspor...</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Edit</translation>
    </message>
    <message>
        <source>Written cells of the table</source>
        <translation>Sel tabel yang ditulis</translation>
    </message>
    <message>
        <source>Studies of the row</source>
        <translation>Studi pada baris</translation>
    </message>
    <message>
        <source>Add &amp;row</source>
        <translation>Tambah b&amp;aris</translation>
    </message>
    <message>
        <source>Remove row</source>
        <translation>Hapus baris</translation>
    </message>
    <message>
        <source>Move the row up</source>
        <translation>Naikkan baris</translation>
    </message>
    <message>
        <source>Move the row up (Alt+Up)</source>
        <translation>Naikkan baris (Alt+Up)</translation>
    </message>
    <message>
        <source>Move the row down</source>
        <translation>Turunkan baris</translation>
    </message>
    <message>
        <source>Move the row down (Alt+Down)</source>
        <translation>Turunkan baris (Alt+Down)</translation>
    </message>
    <message>
        <source>&amp;Studies of this row...</source>
        <translation>&amp;Studi pada baris ini...</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Gabungkan</translation>
    </message>
    <message>
        <source>The chosen cells of a column become one; a single one joins that above it (Ctrl+M)</source>
        <translation>Sel-sel terpilih dalam satu kolom menjadi satu; satu sel saja bergabung dengan sel di atasnya (Ctrl+M)</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Pisahkan</translation>
    </message>
    <message>
        <source>Each row has a cell of its own again (Ctrl+Shift+M)</source>
        <translation>Setiap baris kembali memiliki sel sendiri (Ctrl+Shift+M)</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Kolom</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Halaman</translation>
    </message>
    <message>
        <source>The table as it prints</source>
        <translation>Tabel seperti saat dicetak</translation>
    </message>
    <message>
        <source>HTML</source>
        <translation>HTML</translation>
    </message>
    <message>
        <source>The table as HTML</source>
        <translation>Tabel sebagai HTML</translation>
    </message>
    <message>
        <source>LaTeX</source>
        <translation>LaTeX</translation>
    </message>
    <message>
        <source>The table as LaTeX</source>
        <translation>Tabel sebagai LaTeX</translation>
    </message>
</context>
<context>
    <name>WhyHtml</name>
    <message>
        <source>You have decided on this record, so it is not ranked.</source>
        <translation>Anda sudah memutuskan rekaman ini, jadi rekaman ini tidak diperingkat.</translation>
    </message>
    <message>
        <source>Number %1 of %2 by what you decided so far.</source>
        <translation>Nomor %1 dari %2 menurut keputusan Anda sejauh ini.</translation>
    </message>
    <message>
        <source>Why this place</source>
        <translation>Mengapa di urutan ini</translation>
    </message>
    <message>
        <source>Nothing was learned yet: records stand in the order of import until you have included one record and excluded one.</source>
        <translation>Belum ada yang dipelajari: rekaman berada dalam urutan impor sampai Anda menyertakan satu rekaman dan mengecualikan satu.</translation>
    </message>
    <message>
        <source>None of its words tells anything yet.</source>
        <translation>Belum ada katanya yang memberi petunjuk.</translation>
    </message>
    <message>
        <source>These words matter most. All words together, and %1 that every record has, make its score of %2.</source>
        <translation>Kata-kata ini paling berpengaruh. Semua kata bersama-sama, ditambah %1 yang dimiliki setiap rekaman, menghasilkan skornya sebesar %2.</translation>
    </message>
</context>
<context>
    <name>winnow::gui::AddTableDialog</name>
    <message>
        <source>%1 (%2, with options)</source>
        <translation>%1 (%2, dengan pilihan)</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>There are no fields yet: no form was taken into the review and nothing was appraised.</source>
        <translation>Belum ada isian: belum ada formulir yang diambil ke dalam tinjauan dan belum ada yang dinilai.</translation>
    </message>
</context>
<context>
    <name>winnow::gui::AgreementPane</name>
    <message>
        <source>Maybe counts as include</source>
        <translation>Mungkin dihitung sebagai sertakan</translation>
    </message>
    <message>
        <source>Maybe is a third verdict</source>
        <translation>Mungkin adalah keputusan ketiga</translation>
    </message>
    <message>
        <source>Maybe is left out</source>
        <translation>Mungkin tidak dihitung</translation>
    </message>
    <message numerus="yes">
        <source>%Ln records drawn at %1: every reviewer reads them first.</source>
        <translation>
            <numerusform>%Ln rekaman ditarik pada %1: setiap penelaah membacanya lebih dahulu.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>winnow::gui::AppraisalPane</name>
    <message>
        <source>Appraised</source>
        <translation>Sudah dinilai</translation>
    </message>
    <message>
        <source>All questions answered</source>
        <translation>Semua pertanyaan terjawab</translation>
    </message>
    <message>
        <source>%1 of %2 questions</source>
        <translation>%1 dari %2 pertanyaan</translation>
    </message>
    <message numerus="yes">
        <source>, %Ln in dispute</source>
        <translation>
            <numerusform>, %Ln diperselisihkan</numerusform>
        </translation>
    </message>
    <message>
        <source>Next study to appraise</source>
        <translation>Studi berikutnya untuk dinilai</translation>
    </message>
    <message>
        <source>Previous study to appraise</source>
        <translation>Studi sebelumnya untuk dinilai</translation>
    </message>
    <message>
        <source>Quote the selected words for the answer</source>
        <translation>Kutip kata terpilih untuk jawaban</translation>
    </message>
    <message>
        <source>Settle where reviewers differ, as shown</source>
        <translation>Selesaikan perbedaan antarpenelaah seperti yang ditampilkan</translation>
    </message>
    <message>
        <source>Take a tool from a file...</source>
        <translation>Ambil alat dari berkas...</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 (not included)</source>
        <translation>%1 (tidak disertakan)</translation>
    </message>
    <message>
        <source>No study is included yet: full texts that are included come here.</source>
        <translation>Belum ada studi yang disertakan: teks lengkap yang disertakan muncul di sini.</translation>
    </message>
    <message>
        <source>%1 of %2  ·  next Ctrl+Down</source>
        <translation>%1 dari %2  ·  berikutnya Ctrl+Down</translation>
    </message>
    <message>
        <source>Not appraised yet</source>
        <translation>Belum dinilai</translation>
    </message>
    <message>
        <source>Go to the question or judgement that the words are for first.</source>
        <translation>Buka dahulu pertanyaan atau penilaian yang dituju kata-kata itu.</translation>
    </message>
    <message>
        <source>Take a tool</source>
        <translation>Ambil alat</translation>
    </message>
    <message>
        <source>Tools (*.json);;All files (*)</source>
        <translation>Alat (*.json);;Semua berkas (*)</translation>
    </message>
    <message>
        <source>Took the tool %1.</source>
        <translation>Alat %1 diambil.</translation>
    </message>
    <message>
        <source>Overall</source>
        <translation>Keseluruhan</translation>
    </message>
    <message>
        <source>What is to be done with the study?</source>
        <translation>Apa yang harus dilakukan dengan studi ini?</translation>
    </message>
    <message>
        <source>Name of another domain, then Return</source>
        <translation>Nama domain lain, lalu Return</translation>
    </message>
    <message>
        <source>Name of another domain</source>
        <translation>Nama domain lain</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Reviewers differed, and agreed since. %1</source>
        <translation>Para penelaah tadinya berbeda, lalu bersepakat. %1</translation>
    </message>
    <message>
        <source>Reviewers differ. %1</source>
        <translation>Para penelaah berbeda. %1</translation>
    </message>
    <message>
        <source>All questions that are asked are answered.</source>
        <translation>Semua pertanyaan yang diajukan terjawab.</translation>
    </message>
    <message>
        <source>%1 of %2 questions are open.</source>
        <translation>%1 dari %2 pertanyaan belum terjawab.</translation>
    </message>
    <message>
        <source>Answers: %1.</source>
        <translation>Jawaban: %1.</translation>
    </message>
    <message numerus="yes">
        <source>Settle %Ln difference(s) as shown  Ctrl+Shift+Return</source>
        <translation>
            <numerusform>Selesaikan %Ln perbedaan seperti ditampilkan  Ctrl+Shift+Return</numerusform>
        </translation>
    </message>
    <message>
        <source>Not saved: %1.</source>
        <translation>Tidak disimpan: %1.</translation>
    </message>
    <message>
        <source>%1 saved.</source>
        <translation>%1 disimpan.</translation>
    </message>
    <message>
        <source>Reviewers do not differ here, as far as you may see.</source>
        <translation>Para penelaah tidak berbeda di sini, sejauh yang boleh Anda lihat.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln difference(s) settled.</source>
        <translation>
            <numerusform>%Ln perbedaan diselesaikan.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>winnow::gui::AsidePane</name>
    <message>
        <source>Criteria of the stage</source>
        <translation>Kriteria tahap</translation>
    </message>
    <message>
        <source>Why this place</source>
        <translation>Mengapa di urutan ini</translation>
    </message>
    <message>
        <source>Note of %1: %2</source>
        <translation>Catatan %1: %2</translation>
    </message>
</context>
<context>
    <name>winnow::gui::BackupsDialog</name>
    <message>
        <source>There is no backup of this review yet.</source>
        <translation>Belum ada cadangan tinjauan ini.</translation>
    </message>
</context>
<context>
    <name>winnow::gui::BulkDialog</name>
    <message>
        <source>Looking for what it finds ...</source>
        <translation>Mencari tahu apa yang ditemukan ...</translation>
    </message>
    <message numerus="yes">
        <source>Finds %Ln record(s). You can still decide on %1 of them at %2.</source>
        <translation>
            <numerusform>Menemukan %Ln rekaman. Anda masih dapat memutuskan %1 di antaranya pada %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>The others you have decided, or they are not yours to decide now.</source>
        <translation>Selebihnya sudah Anda putuskan, atau bukan giliran Anda untuk memutuskannya sekarang.</translation>
    </message>
    <message numerus="yes">
        <source>%1 %Ln record(s)</source>
        <translation>
            <numerusform>%1 %Ln rekaman</numerusform>
        </translation>
    </message>
    <message>
        <source>Writing the decisions ...</source>
        <translation>Menulis keputusan ...</translation>
    </message>
</context>
<context>
    <name>winnow::gui::ChipBar</name>
    <message>
        <source>Remove %1</source>
        <translation>Hapus %1</translation>
    </message>
    <message>
        <source>%1: a press takes it away</source>
        <translation>%1: tekan untuk menghapusnya</translation>
    </message>
</context>
<context>
    <name>winnow::gui::ColumnsPane</name>
    <message>
        <source>Text that you write</source>
        <translation>Teks yang Anda tulis</translation>
    </message>
    <message>
        <source>Reference numbers</source>
        <translation>Nomor referensi</translation>
    </message>
    <message>
        <source>Names of the studies</source>
        <translation>Nama studi</translation>
    </message>
    <message>
        <source>Number of studies</source>
        <translation>Jumlah studi</translation>
    </message>
    <message>
        <source>What was extracted</source>
        <translation>Yang diekstraksi</translation>
    </message>
    <message>
        <source>What the record says</source>
        <translation>Yang tercantum dalam rekaman</translation>
    </message>
    <message>
        <source>Reason for exclusion</source>
        <translation>Alasan dikecualikan</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Judul</translation>
    </message>
    <message>
        <source>Authors</source>
        <translation>Penulis</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Tahun</translation>
    </message>
    <message>
        <source>Journal or book</source>
        <translation>Jurnal atau buku</translation>
    </message>
    <message>
        <source>DOI</source>
        <translation>DOI</translation>
    </message>
    <message>
        <source>Rows with the same text share one cell</source>
        <translation>Baris dengan teks yang sama berbagi satu sel</translation>
    </message>
    <message>
        <source>Add column</source>
        <translation>Tambah kolom</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Hapus</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Naik</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Turun</translation>
    </message>
    <message>
        <source>Columns of the table</source>
        <translation>Kolom tabel</translation>
    </message>
    <message>
        <source>Remove the column</source>
        <translation>Hapus kolom</translation>
    </message>
    <message>
        <source>Move the column towards the start</source>
        <translation>Pindahkan kolom ke arah awal</translation>
    </message>
    <message>
        <source>Move the column towards the end</source>
        <translation>Pindahkan kolom ke arah akhir</translation>
    </message>
    <message>
        <source>What stands over this column and its neighbours of the same group</source>
        <translation>Yang tertulis di atas kolom ini dan kolom sebelahnya dari kelompok yang sama</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>Berisi</translation>
    </message>
    <message>
        <source>Which</source>
        <translation>Yang mana</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Kelompok</translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation>(tanpa nama)</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>The column “%1” is changed.</source>
        <translation>Kolom “%1” diubah.</translation>
    </message>
    <message>
        <source>New column</source>
        <translation>Kolom baru</translation>
    </message>
    <message>
        <source>A column is added.</source>
        <translation>Kolom ditambahkan.</translation>
    </message>
    <message>
        <source>The column is removed, with what was written in it.</source>
        <translation>Kolom dihapus, beserta yang tertulis di dalamnya.</translation>
    </message>
    <message>
        <source>The column is moved.</source>
        <translation>Kolom dipindahkan.</translation>
    </message>
</context>
<context>
    <name>winnow::gui::CommandPalette</name>
    <message>
        <source>What do you want to do?</source>
        <translation>Apa yang ingin Anda lakukan?</translation>
    </message>
    <message>
        <source>Find an action</source>
        <translation>Cari tindakan</translation>
    </message>
    <message>
        <source>Actions that were found</source>
        <translation>Tindakan yang ditemukan</translation>
    </message>
    <message>
        <source>Nothing of that name can be done.</source>
        <translation>Tidak ada tindakan dengan nama itu.</translation>
    </message>
</context>
<context>
    <name>winnow::gui::ConflictsPane</name>
    <message>
        <source>verdicts</source>
        <translation>keputusan</translation>
    </message>
    <message>
        <source>reasons</source>
        <translation>alasan</translation>
    </message>
    <message>
        <source>duplicates</source>
        <translation>duplikat</translation>
    </message>
    <message>
        <source>%1: %2 %3</source>
        <translation>%1: %2 %3</translation>
    </message>
    <message>
        <source>Looking for conflicts ...</source>
        <translation>Mencari perbedaan ...</translation>
    </message>
    <message>
        <source>(no title)</source>
        <translation>(tanpa judul)</translation>
    </message>
    <message>
        <source>What others said is hidden until you open this conflict.</source>
        <translation>Keputusan orang lain disembunyikan sampai Anda membuka perbedaan ini.</translation>
    </message>
    <message>
        <source>There is no conflict for you to settle.</source>
        <translation>Tidak ada perbedaan yang perlu Anda selesaikan.</translation>
    </message>
    <message>
        <source>Reason, to exclude it</source>
        <translation>Alasan, untuk mengecualikannya</translation>
    </message>
    <message>
        <source>Settled, %1: %2</source>
        <translation>Diselesaikan, %1: %2</translation>
    </message>
    <message>
        <source>This record is open to everybody now; the log keeps that you opened it.</source>
        <translation>Rekaman ini kini terbuka untuk semua orang; log mencatat bahwa Anda yang membukanya.</translation>
    </message>
    <message>
        <source>Open the stage</source>
        <translation>Buka tahap</translation>
    </message>
    <message>
        <source>Let everybody see what all said at %1?</source>
        <translation>Izinkan semua orang melihat seluruh keputusan pada %1?</translation>
    </message>
    <message>
        <source>Votes given from now on are no longer independent and do not count for agreement.</source>
        <translation>Suara yang diberikan mulai sekarang tidak lagi independen dan tidak dihitung untuk kesepakatan.</translation>
    </message>
    <message>
        <source>Everybody sees now what all said at %1; the log keeps that you opened it.</source>
        <translation>Semua orang kini melihat seluruh keputusan pada %1; log mencatat bahwa Anda yang membukanya.</translation>
    </message>
    <message>
        <source>Settle: exclude</source>
        <translation>Putuskan: kecualikan</translation>
    </message>
    <message>
        <source>Settle: maybe</source>
        <translation>Putuskan: mungkin</translation>
    </message>
    <message>
        <source>Settle: include</source>
        <translation>Putuskan: sertakan</translation>
    </message>
    <message>
        <source>Open this conflict</source>
        <translation>Buka perbedaan ini</translation>
    </message>
    <message>
        <source>The record in conflict</source>
        <translation>Rekaman yang keputusannya berbeda</translation>
    </message>
    <message>
        <source>PDF or record</source>
        <translation>PDF atau rekaman</translation>
    </message>
</context>
<context>
    <name>winnow::gui::DecideQuestion</name>
    <message numerus="yes">
        <source>Looking at %Ln record(s) ...</source>
        <translation>
            <numerusform>Memeriksa %Ln rekaman ...</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of the chosen record(s) you have not decided yet.</source>
        <translation>
            <numerusform>%Ln dari rekaman terpilih belum Anda putuskan.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln you have decided so already.</source>
        <translation>
            <numerusform>%Ln sudah Anda putuskan demikian.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln are not yours to decide at this stage now.</source>
        <translation>
            <numerusform>%Ln bukan giliran Anda untuk diputuskan pada tahap ini sekarang.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change the %Ln that you decided differently</source>
        <translation>
            <numerusform>Ubah %Ln yang Anda putuskan secara berbeda</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 %Ln record(s)</source>
        <translation>
            <numerusform>%1 %Ln rekaman</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>winnow::gui::DecisionBar</name>
    <message>
        <source>Exclude</source>
        <translation>Kecualikan</translation>
    </message>
    <message>
        <source>Maybe</source>
        <translation>Mungkin</translation>
    </message>
    <message>
        <source>Include</source>
        <translation>Sertakan</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Lewati</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Kembali</translation>
    </message>
</context>
<context>
    <name>winnow::gui::DuplicatesStep</name>
    <message>
        <source>Comparing (%1): %2 %</source>
        <translation>Membandingkan (%1): %2 %</translation>
    </message>
    <message>
        <source>Merge these records</source>
        <translation>Gabungkan rekaman-rekaman ini</translation>
    </message>
    <message>
        <source>Keep these records apart</source>
        <translation>Biarkan rekaman-rekaman ini terpisah</translation>
    </message>
    <message>
        <source>Apply all safe merges</source>
        <translation>Terapkan semua penggabungan aman</translation>
    </message>
    <message>
        <source>Look for duplicates</source>
        <translation>Cari duplikat</translation>
    </message>
    <message>
        <source>Next, and come back to this later</source>
        <translation>Berikutnya, dan kembali ke sini nanti</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Kembali</translation>
    </message>
    <message>
        <source>Comparing the records ...</source>
        <translation>Membandingkan rekaman ...</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Hentikan</translation>
    </message>
    <message>
        <source>To judge %1</source>
        <translation>Perlu dinilai %1</translation>
    </message>
    <message>
        <source>Safe %1</source>
        <translation>Aman %1</translation>
    </message>
    <message>
        <source>Merged %1</source>
        <translation>Tergabung %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln safe merge(s)</source>
        <translation>
            <numerusform>%Ln penggabungan aman</numerusform>
        </translation>
    </message>
    <message>
        <source>Pairs that may be the same, the likeliest first</source>
        <translation>Pasangan yang mungkin sama, yang paling mungkin lebih dahulu</translation>
    </message>
    <message>
        <source>Groups that are surely the same</source>
        <translation>Kelompok yang pasti sama</translation>
    </message>
    <message>
        <source>Groups that are linked</source>
        <translation>Kelompok yang tertaut</translation>
    </message>
    <message>
        <source>Look again  F5</source>
        <translation>Cari lagi  F5</translation>
    </message>
    <message>
        <source>No title in this list has these words.</source>
        <translation>Tidak ada judul dalam daftar ini yang memuat kata-kata itu.</translation>
    </message>
    <message>
        <source>Nothing is linked yet.</source>
        <translation>Belum ada yang tertaut.</translation>
    </message>
    <message>
        <source>No safe merges are left.</source>
        <translation>Tidak ada lagi penggabungan aman.</translation>
    </message>
    <message>
        <source>No pairs are left to judge.</source>
        <translation>Tidak ada lagi pasangan yang perlu dinilai.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln pairs to judge</source>
        <translation>
            <numerusform>%Ln pasangan perlu dinilai</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln groups</source>
        <translation>
            <numerusform>%Ln kelompok</numerusform>
        </translation>
    </message>
    <message>
        <source>Merged: %1.</source>
        <translation>Digabungkan: %1.</translation>
    </message>
    <message>
        <source> and </source>
        <translation> dan </translation>
    </message>
    <message>
        <source>Kept apart: %1.</source>
        <translation>Dibiarkan terpisah: %1.</translation>
    </message>
    <message numerus="yes">
        <source>Made %Ln group(s) of %1 records. Nothing was deleted.</source>
        <translation>
            <numerusform>%Ln kelompok dari %1 rekaman dibuat. Tidak ada yang dihapus.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: taken from %2.</source>
        <translation>%1: diambil dari %2.</translation>
    </message>
    <message>
        <source>%1 was taken out and stands for itself.</source>
        <translation>%1 dikeluarkan dari kelompok dan berdiri sendiri.</translation>
    </message>
    <message>
        <source>Words of a title in this list</source>
        <translation>Kata judul dalam daftar ini</translation>
    </message>
    <message>
        <source>What is chosen in the list is shown here side by side.</source>
        <translation>Yang dipilih dalam daftar ditampilkan berdampingan di sini.</translation>
    </message>
    <message>
        <source>Pairs that may be the same record are shown here side by side.</source>
        <translation>Pasangan yang mungkin rekaman yang sama ditampilkan berdampingan di sini.</translation>
    </message>
    <message>
        <source>All that may be the same record is judged. Titles and abstracts come next.</source>
        <translation>Semua yang mungkin rekaman yang sama sudah diperiksa. Berikutnya judul dan abstrak.</translation>
    </message>
    <message>
        <source>What is left is surely the same: apply the safe merges at the left.</source>
        <translation>Yang tersisa pasti sama: terapkan penggabungan aman di sebelah kiri.</translation>
    </message>
    <message>
        <source>Screen titles and abstracts</source>
        <translation>Saring judul dan abstrak</translation>
    </message>
</context>
<context>
    <name>winnow::gui::EditableList</name>
    <message>
        <source>Remove</source>
        <translation>Hapus</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Tambah</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Naikkan</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Turunkan</translation>
    </message>
</context>
<context>
    <name>winnow::gui::EvidenceStep</name>
    <message>
        <source>Studies</source>
        <translation>Studi</translation>
    </message>
    <message>
        <source>From outside</source>
        <translation>Dari luar</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tabel</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Laporan</translation>
    </message>
</context>
<context>
    <name>winnow::gui::ExchangePane</name>
    <message>
        <source>Export my bundle</source>
        <translation>Ekspor paket saya</translation>
    </message>
    <message>
        <source>Take in a bundle</source>
        <translation>Terima paket</translation>
    </message>
    <message>
        <source>Meet in a shared folder</source>
        <translation>Bertukar lewat folder bersama</translation>
    </message>
    <message>
        <source>Bundles (*.winnow-bundle)</source>
        <translation>Paket (*.winnow-bundle)</translation>
    </message>
    <message>
        <source>Folder that you all share</source>
        <translation>Folder yang Anda pakai bersama</translation>
    </message>
    <message>
        <source>Wrote what you said to %1.</source>
        <translation>Masukan Anda ditulis ke %1.</translation>
    </message>
    <message>
        <source>The bundle was taken in.</source>
        <translation>Paket diterima.</translation>
    </message>
    <message>
        <source>The folder is not watched any more; what is in it stays.</source>
        <translation>Folder tidak lagi dipantau; isinya tetap ada.</translation>
    </message>
    <message>
        <source>Whatever any of you says goes through %1 from now on.</source>
        <translation>Mulai sekarang, semua masukan dari siapa pun di antara Anda melewati %1.</translation>
    </message>
    <message>
        <source>No shared folder is watched.</source>
        <translation>Tidak ada folder bersama yang dipantau.</translation>
    </message>
    <message>
        <source>Shared folder: %1</source>
        <translation>Folder bersama: %1</translation>
    </message>
</context>
<context>
    <name>winnow::gui::ExtractionPane</name>
    <message>
        <source>%1 (not included)</source>
        <translation>%1 (tidak disertakan)</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>All fields filled in</source>
        <translation>Semua isian terisi</translation>
    </message>
    <message>
        <source>%1 of %2 fields</source>
        <translation>%1 dari %2 isian</translation>
    </message>
    <message numerus="yes">
        <source>, %Ln needed</source>
        <translation>
            <numerusform>, %Ln diperlukan</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %Ln in dispute</source>
        <translation>
            <numerusform>, %Ln diperselisihkan</numerusform>
        </translation>
    </message>
    <message>
        <source>Next study</source>
        <translation>Studi berikutnya</translation>
    </message>
    <message>
        <source>Previous study</source>
        <translation>Studi sebelumnya</translation>
    </message>
    <message>
        <source>Quote the selected words for the field</source>
        <translation>Kutip kata terpilih untuk isian</translation>
    </message>
    <message>
        <source>Take a form...</source>
        <translation>Ambil formulir...</translation>
    </message>
    <message>
        <source>From a file...</source>
        <translation>Dari berkas...</translation>
    </message>
    <message>
        <source>Take a form</source>
        <translation>Ambil formulir</translation>
    </message>
    <message>
        <source>Forms (*.json);;All files (*)</source>
        <translation>Formulir (*.json);;Semua berkas (*)</translation>
    </message>
    <message>
        <source>Took the form %1, version %2.</source>
        <translation>Formulir %1 diambil, versi %2.</translation>
    </message>
    <message>
        <source>Put the cursor into the field that the words are for first.</source>
        <translation>Tempatkan dahulu kursor di isian yang dituju kata-kata itu.</translation>
    </message>
    <message>
        <source>Not saved: %1.</source>
        <translation>Tidak disimpan: %1.</translation>
    </message>
    <message>
        <source>No study is included yet: full texts that are included come here.</source>
        <translation>Belum ada studi yang disertakan: teks lengkap yang disertakan muncul di sini.</translation>
    </message>
    <message>
        <source>%1 of %2  ·  next Ctrl+Down</source>
        <translation>%1 dari %2  ·  berikutnya Ctrl+Down</translation>
    </message>
    <message>
        <source>%1 saved.</source>
        <translation>%1 disimpan.</translation>
    </message>
    <message>
        <source>%1 agreed on.</source>
        <translation>%1 disepakati.</translation>
    </message>
</context>
<context>
    <name>winnow::gui::ExtractionStep</name>
    <message>
        <source>Data</source>
        <translation>Data</translation>
    </message>
    <message>
        <source>Appraisal</source>
        <translation>Penilaian mutu</translation>
    </message>
    <message>
        <source>Words of a study</source>
        <translation>Kata dari suatu studi</translation>
    </message>
</context>
<context>
    <name>winnow::gui::FacetPane</name>
    <message>
        <source>Saved lists and facets</source>
        <translation>Daftar tersimpan dan faset</translation>
    </message>
    <message>
        <source>Saved lists</source>
        <translation>Daftar tersimpan</translation>
    </message>
    <message>
        <source>Fewer</source>
        <translation>Lebih sedikit</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln lagi</numerusform>
        </translation>
    </message>
    <message>
        <source>Forget this list</source>
        <translation>Lupakan daftar ini</translation>
    </message>
</context>
<context>
    <name>winnow::gui::FieldEditor</name>
    <message>
        <source>%1 (required)</source>
        <translation>%1 (wajib)</translation>
    </message>
    <message>
        <source>Status of %1</source>
        <translation>Status %1</translation>
    </message>
    <message>
        <source>Reported</source>
        <translation>Dilaporkan</translation>
    </message>
    <message>
        <source>Not reported</source>
        <translation>Tidak dilaporkan</translation>
    </message>
    <message>
        <source>Not applicable</source>
        <translation>Tidak berlaku</translation>
    </message>
    <message>
        <source>Unclear</source>
        <translation>Tidak jelas</translation>
    </message>
    <message>
        <source>Authors were asked</source>
        <translation>Penulis telah ditanya</translation>
    </message>
    <message>
        <source>+</source>
        <translation>+</translation>
    </message>
    <message>
        <source>One more quote</source>
        <translation>Satu kutipan lagi</translation>
    </message>
    <message>
        <source>One more quote for %1</source>
        <translation>Satu kutipan lagi untuk %1</translation>
    </message>
    <message>
        <source>Follows from other fields, once they are filled in.</source>
        <translation>Dihitung dari isian lain, setelah isian itu terisi.</translation>
    </message>
    <message>
        <source>, p. %1</source>
        <translation>, hlm. %1</translation>
    </message>
    <message>
        <source>says the same: </source>
        <translation>menyatakan hal yang sama: </translation>
    </message>
    <message>
        <source>differs: </source>
        <translation>berbeda: </translation>
    </message>
    <message>
        <source>%1 %2%3</source>
        <translation>%1 %2%3</translation>
    </message>
    <message>
        <source>Agreed: %1</source>
        <translation>Disepakati: %1</translation>
    </message>
    <message>
        <source>You: %1</source>
        <translation>Anda: %1</translation>
    </message>
    <message>
        <source>Agree on this</source>
        <translation>Sepakati ini</translation>
    </message>
    <message>
        <source>Agree on this for %1: %2</source>
        <translation>Sepakati ini untuk %1: %2</translation>
    </message>
    <message>
        <source>A quote is kept with a value; say what the report says, or that it is unclear.</source>
        <translation>Kutipan disimpan bersama suatu nilai; nyatakan apa yang dikatakan laporan, atau bahwa hal itu tidak jelas.</translation>
    </message>
</context>
<context>
    <name>winnow::gui::FileActs</name>
    <message>
        <source>%1: attached %2.</source>
        <translation>%1: %2 dilampirkan.</translation>
    </message>
    <message>
        <source>%1 has %2 already.</source>
        <translation>%1 sudah memiliki %2.</translation>
    </message>
    <message>
        <source>It was said to be not retrieved; that does not hold any longer.</source>
        <translation>Sebelumnya dinyatakan tidak diperoleh; itu tidak berlaku lagi.</translation>
    </message>
    <message>
        <source>It was said to be not retrieved (%1); that does not hold any longer.</source>
        <translation>Sebelumnya dinyatakan tidak diperoleh (%1); itu tidak berlaku lagi.</translation>
    </message>
    <message>
        <source>Attach PDFs to %1</source>
        <translation>Lampirkan PDF pada %1</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>Berkas PDF (*.pdf)</translation>
    </message>
    <message>
        <source>%1: detached %2. Its copy stays beside the review.</source>
        <translation>%1: %2 dilepaskan. Salinannya tetap di samping tinjauan.</translation>
    </message>
</context>
<context>
    <name>winnow::gui::FlowStep</name>
    <message>
        <source>New review, databases and registers</source>
        <translation>Tinjauan baru, basis data dan register</translation>
    </message>
    <message>
        <source>New review, other methods too</source>
        <translation>Tinjauan baru, juga metode lain</translation>
    </message>
    <message>
        <source>Updated review, databases and registers</source>
        <translation>Tinjauan yang diperbarui, basis data dan register</translation>
    </message>
    <message>
        <source>Updated review, other methods too</source>
        <translation>Tinjauan yang diperbarui, juga metode lain</translation>
    </message>
    <message>
        <source>PRISMA 2009</source>
        <translation>PRISMA 2009</translation>
    </message>
    <message>
        <source>Of PRISMA</source>
        <translation>Warna PRISMA</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Abu-abu</translation>
    </message>
    <message>
        <source>Black and white</source>
        <translation>Hitam putih</translation>
    </message>
    <message>
        <source>All shown</source>
        <translation>Semua ditampilkan</translation>
    </message>
    <message>
        <source>Left out where optional</source>
        <translation>Dihilangkan bila opsional</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Dihilangkan</translation>
    </message>
    <message>
        <source>SVG</source>
        <translation>SVG</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>EPS</source>
        <translation>EPS</translation>
    </message>
    <message>
        <source>PNG</source>
        <translation>PNG</translation>
    </message>
    <message>
        <source>TIFF</source>
        <translation>TIFF</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>Word</translation>
    </message>
    <message>
        <source>Page with the records</source>
        <translation>Halaman dengan rekamannya</translation>
    </message>
    <message>
        <source>TikZ</source>
        <translation>TikZ</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Deskripsi</translation>
    </message>
    <message>
        <source>Numbers, JSON</source>
        <translation>Angka, JSON</translation>
    </message>
    <message>
        <source>Numbers, CSV</source>
        <translation>Angka, CSV</translation>
    </message>
    <message>
        <source>As the review needs</source>
        <translation>Sesuai kebutuhan tinjauan</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Tidak ada</translation>
    </message>
    <message>
        <source>The numbers add up.</source>
        <translation>Angka-angkanya cocok.</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Rekaman</translation>
    </message>
    <message>
        <source>The %1 of this box were counted outside Winnow.</source>
        <translation>%1 di kotak ini dihitung di luar Winnow.</translation>
    </message>
    <message>
        <source>Export the flow diagram</source>
        <translation>Ekspor diagram alir</translation>
    </message>
    <message>
        <source>Folder for the files</source>
        <translation>Folder untuk berkas</translation>
    </message>
    <message>
        <source>Word (*.docx);;HTML (*.html);;Markdown (*.md)</source>
        <translation>Word (*.docx);;HTML (*.html);;Markdown (*.md)</translation>
    </message>
    <message>
        <source>PDF (*.pdf);;SVG (*.svg);;EPS (*.eps);;PNG (*.png);;TIFF (*.tif);;Word (*.docx)</source>
        <translation>PDF (*.pdf);;SVG (*.svg);;EPS (*.eps);;PNG (*.png);;TIFF (*.tif);;Word (*.docx)</translation>
    </message>
    <message>
        <source>PRISMA 2020 checklist</source>
        <translation>Daftar periksa PRISMA 2020</translation>
    </message>
    <message>
        <source>Appendix on searches</source>
        <translation>Lampiran pencarian</translation>
    </message>
    <message>
        <source>Risk of bias</source>
        <translation>Risiko bias</translation>
    </message>
    <message>
        <source>Choose one kind of file or several.</source>
        <translation>Pilih satu jenis berkas atau lebih.</translation>
    </message>
    <message>
        <source>Give the files a name.</source>
        <translation>Beri nama pada berkas.</translation>
    </message>
    <message>
        <source>There is no folder %1.</source>
        <translation>Tidak ada folder %1.</translation>
    </message>
    <message>
        <source>There already: %1. Export again to replace.</source>
        <translation>Sudah ada: %1. Ekspor lagi untuk mengganti.</translation>
    </message>
    <message>
        <source>Writing ...</source>
        <translation>Menulis ...</translation>
    </message>
    <message>
        <source>Wrote %1.</source>
        <translation>%1 ditulis.</translation>
    </message>
    <message>
        <source>Take back a number from outside</source>
        <translation>Tarik kembali angka dari luar</translation>
    </message>
    <message>
        <source>Noted: %1 %2.</source>
        <translation>Dicatat: %1 %2.</translation>
    </message>
    <message>
        <source>Choose the number to take back.</source>
        <translation>Pilih angka yang akan ditarik kembali.</translation>
    </message>
    <message>
        <source>Taken back: %1.</source>
        <translation>Ditarik kembali: %1.</translation>
    </message>
    <message>
        <source>Kept the numbers as %1.</source>
        <translation>Angka disimpan sebagai %1.</translation>
    </message>
    <message>
        <source>%1, %2, by %3</source>
        <translation>%1, %2, oleh %3</translation>
    </message>
    <message>
        <source>Nothing differs from now.</source>
        <translation>Tidak ada yang berbeda dari sekarang.</translation>
    </message>
    <message>
        <source>%1 came</source>
        <translation>%1 masuk</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>%1 tersisa</translation>
    </message>
</context>
<context>
    <name>winnow::gui::FlowView</name>
    <message>
        <source>PRISMA flow diagram</source>
        <translation>Diagram alir PRISMA</translation>
    </message>
</context>
<context>
    <name>winnow::gui::FormPane</name>
    <message>
        <source>Still needed: %1.</source>
        <translation>Masih diperlukan: %1.</translation>
    </message>
    <message>
        <source>Name of the next one, such as “intervention”</source>
        <translation>Nama berikutnya, misalnya “intervensi”</translation>
    </message>
    <message>
        <source>Name of the next one of %1</source>
        <translation>Nama berikutnya untuk %1</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Tambah</translation>
    </message>
    <message>
        <source>Add one to %1</source>
        <translation>Tambah satu ke %1</translation>
    </message>
</context>
<context>
    <name>winnow::gui::FullTextStep</name>
    <message>
        <source>Reports</source>
        <translation>Laporan</translation>
    </message>
    <message>
        <source>Attach a PDF …</source>
        <translation>Lampirkan PDF …</translation>
    </message>
    <message>
        <source>Detach this PDF</source>
        <translation>Lepaskan PDF ini</translation>
    </message>
    <message>
        <source>No PDF is attached to this report.</source>
        <translation>Tidak ada PDF yang dilampirkan pada laporan ini.</translation>
    </message>
    <message>
        <source>Abstract</source>
        <translation>Abstrak</translation>
    </message>
    <message>
        <source>%1 is attached.</source>
        <translation>%1 dilampirkan.</translation>
    </message>
    <message>
        <source>Read the PDF</source>
        <translation>Baca PDF</translation>
    </message>
    <message>
        <source>Drop one here, or</source>
        <translation>Jatuhkan di sini, atau</translation>
    </message>
    <message>
        <source>No PDF attached</source>
        <translation>Belum ada PDF</translation>
    </message>
    <message>
        <source>Attach …</source>
        <translation>Lampirkan …</translation>
    </message>
    <message>
        <source>Get PDFs</source>
        <translation>Ambil PDF</translation>
    </message>
    <message>
        <source>Go to the report in “Read and decide” first.</source>
        <translation>Buka dahulu laporannya di “Baca dan putuskan”.</translation>
    </message>
</context>
<context>
    <name>winnow::gui::HighlightsDialog</name>
    <message>
        <source>New group</source>
        <translation>Kelompok baru</translation>
    </message>
</context>
<context>
    <name>winnow::gui::HistoryPane</name>
    <message>
        <source> (interrupted)</source>
        <translation> (terputus)</translation>
    </message>
    <message>
        <source> (undone)</source>
        <translation> (dibatalkan)</translation>
    </message>
    <message>
        <source>Show its records</source>
        <translation>Tampilkan rekamannya</translation>
    </message>
    <message>
        <source>Put its query into the editor</source>
        <translation>Masukkan kuerinya ke editor</translation>
    </message>
    <message>
        <source>Searches of the review</source>
        <translation>Pencarian dalam tinjauan</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Tanggal</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Sumber</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>Kueri</translation>
    </message>
    <message>
        <source>Hits there</source>
        <translation>Hasil di sana</translation>
    </message>
    <message>
        <source>Stored here</source>
        <translation>Disimpan di sini</translation>
    </message>
    <message>
        <source>Note a search whose records are not imported …</source>
        <translation>Catat pencarian yang rekamannya tidak diimpor …</translation>
    </message>
    <message>
        <source>Found by the search at %1</source>
        <translation>Ditemukan oleh pencarian di %1</translation>
    </message>
    <message>
        <source>Found by the search at %1 of %2</source>
        <translation>Ditemukan oleh pencarian di %1 pada %2</translation>
    </message>
    <message numerus="yes">
        <source>Noted %Ln hit(s) at %1.</source>
        <translation>
            <numerusform>%Ln hasil pada %1 dicatat.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>winnow::gui::ImportPane</name>
    <message>
        <source>Import the files that are shown</source>
        <translation>Impor berkas yang ditampilkan</translation>
    </message>
    <message>
        <source>Leave the files</source>
        <translation>Tinggalkan berkas</translation>
    </message>
    <message>
        <source>Import records</source>
        <translation>Impor rekaman</translation>
    </message>
    <message>
        <source>Take decisions of a screening tool</source>
        <translation>Ambil alih keputusan dari alat penyaringan</translation>
    </message>
    <message>
        <source>This review can only be read, so nothing can be imported into it.</source>
        <translation>Tinjauan ini hanya dapat dibaca, jadi tidak ada yang dapat diimpor ke dalamnya.</translation>
    </message>
    <message>
        <source>An import is running; drop the files again once it is done.</source>
        <translation>Impor sedang berjalan; seret lagi berkasnya setelah selesai.</translation>
    </message>
    <message>
        <source>Taken as the result of one search:
</source>
        <translation>Dianggap sebagai hasil satu pencarian:
</translation>
    </message>
    <message numerus="yes">
        <source>Also take the %Ln decision(s) of a screening tool in it</source>
        <translation>
            <numerusform>Ambil alih juga %Ln keputusan alat penyaringan di dalamnya</numerusform>
        </translation>
    </message>
    <message>
        <source>No decisions of a screening tool in it</source>
        <translation>Tidak ada keputusan dari alat penyaringan di dalamnya</translation>
    </message>
    <message>
        <source>What the columns of this table are does not show; say which one is the title, and what the others are.</source>
        <translation>Arti kolom-kolom tabel ini tidak terlihat; tentukan kolom mana yang berisi judul, dan apa isi kolom lainnya.</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>tidak ada</translation>
    </message>
    <message>
        <source>What the column %1 is</source>
        <translation>Arti kolom %1</translation>
    </message>
    <message>
        <source>Stop  Esc</source>
        <translation>Hentikan  Esc</translation>
    </message>
    <message>
        <source>Cancel  Esc</source>
        <translation>Batal  Esc</translation>
    </message>
    <message>
        <source>Stopped; nothing was imported.</source>
        <translation>Dihentikan; tidak ada yang diimpor.</translation>
    </message>
    <message numerus="yes">
        <source>; %Ln decision(s) taken</source>
        <translation>
            <numerusform>; %Ln keputusan diambil alih</numerusform>
        </translation>
    </message>
    <message>
        <source>. %1</source>
        <translation>. %1</translation>
    </message>
    <message>
        <source>%1; %2 look like duplicates.</source>
        <translation>%1; %2 tampak seperti duplikat.</translation>
    </message>
    <message>
        <source>%1 decisions taken; %2 records found no place.</source>
        <translation>%1 keputusan diambil alih; %2 rekaman tidak menemukan pasangannya.</translation>
    </message>
    <message>
        <source>Review duplicates</source>
        <translation>Periksa duplikat</translation>
    </message>
</context>
<context>
    <name>winnow::gui::ImportsPane</name>
    <message>
        <source>Save rejected records</source>
        <translation>Simpan rekaman yang ditolak</translation>
    </message>
    <message>
        <source>Import corrected records</source>
        <translation>Impor rekaman terkoreksi</translation>
    </message>
    <message>
        <source>Corrected records are not imported yet; Retry does so.</source>
        <translation>Rekaman terkoreksi belum diimpor; pilih Coba lagi untuk mengimpornya.</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Baris %1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln corrected record(s) imported</source>
        <translation>
            <numerusform>%Ln rekaman terkoreksi diimpor</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>; %Ln could not be read even now.</source>
        <translation>
            <numerusform>; %Ln tetap tidak dapat dibaca.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Wrote %Ln rejected record(s) to %1.</source>
        <translation>
            <numerusform>%Ln rekaman yang ditolak ditulis ke %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undone: %1. %2 brings it back.</source>
        <translation>Dibatalkan: %1. %2 mengembalikannya.</translation>
    </message>
    <message>
        <source>Ctrl+Shift+Z</source>
        <translation>Ctrl+Shift+Z</translation>
    </message>
</context>
<context>
    <name>winnow::gui::JudgementRow</name>
    <message>
        <source>Reason</source>
        <translation>Alasan</translation>
    </message>
    <message>
        <source>Reason of the judgement of %1</source>
        <translation>Alasan penilaian %1</translation>
    </message>
    <message>
        <source>Judgement of %1</source>
        <translation>Penilaian %1</translation>
    </message>
    <message>
        <source>Proposed: %1</source>
        <translation>Diusulkan: %1</translation>
    </message>
    <message>
        <source>Nothing is proposed yet.</source>
        <translation>Belum ada usulan.</translation>
    </message>
    <message>
        <source>As proposed</source>
        <translation>Sesuai usulan</translation>
    </message>
    <message>
        <source>Not judged</source>
        <translation>Belum dinilai</translation>
    </message>
    <message>
        <source>Choose a judgement; then it is saved.</source>
        <translation>Pilih suatu penilaian; setelah itu disimpan.</translation>
    </message>
    <message>
        <source>Say why it is not “%1”, as is proposed; then it is saved.</source>
        <translation>Jelaskan mengapa bukan “%1” seperti yang diusulkan; setelah itu disimpan.</translation>
    </message>
</context>
<context>
    <name>winnow::gui::KeyStore</name>
    <message>
        <source>access to it was refused</source>
        <translation>akses kepadanya ditolak</translation>
    </message>
    <message>
        <source>no keychain answers on this system</source>
        <translation>tidak ada rantai kunci yang menjawab di sistem ini</translation>
    </message>
</context>
<context>
    <name>winnow::gui::KeysSheet</name>
    <message>
        <source>Keys</source>
        <translation>Tombol</translation>
    </message>
    <message>
        <source>Keys and what they do</source>
        <translation>Tombol dan kegunaannya</translation>
    </message>
    <message>
        <source>Close  Esc</source>
        <translation>Tutup  Esc</translation>
    </message>
</context>
<context>
    <name>winnow::gui::KindsDialog</name>
    <message>
        <source>One file of each kind that is chosen:</source>
        <translation>Satu berkas untuk setiap jenis yang dipilih:</translation>
    </message>
    <message>
        <source>Kinds of files</source>
        <translation>Jenis berkas</translation>
    </message>
    <message>
        <source>Choose a name...</source>
        <translation>Pilih nama...</translation>
    </message>
</context>
<context>
    <name>winnow::gui::LabelQuestion</name>
    <message numerus="yes">
        <source>%Ln record(s) chosen.</source>
        <translation>
            <numerusform>%Ln rekaman dipilih.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them have this label already.</source>
        <translation>
            <numerusform>%Ln di antaranya sudah memiliki label ini.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>winnow::gui::LabelsDialog</name>
    <message>
        <source>There are no labels yet; L gives one to the record that is read.</source>
        <translation>Belum ada label; L memberi label pada rekaman yang sedang dibaca.</translation>
    </message>
    <message>
        <source>&amp;Merge into that label</source>
        <translation>&amp;Gabungkan ke label itu</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>&amp;Ubah nama</translation>
    </message>
    <message>
        <source>Label %1 is %2 now.</source>
        <translation>Label %1 kini bernama %2.</translation>
    </message>
    <message numerus="yes">
        <source>%1 is %2 now on %Ln record(s).</source>
        <translation>
            <numerusform>%1 kini %2 pada %Ln rekaman.</numerusform>
        </translation>
    </message>
    <message>
        <source>Label %1 removed.</source>
        <translation>Label %1 dihapus.</translation>
    </message>
    <message>
        <source>%1 is left on the records that others gave it to.</source>
        <translation>%1 tetap ada pada rekaman yang dilabeli orang lain.</translation>
    </message>
    <message numerus="yes">
        <source>%1 was taken from %Ln record(s).</source>
        <translation>
            <numerusform>%1 dihapus dari %Ln rekaman.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>winnow::gui::LinesPane</name>
    <message>
        <source>%1 of %2 seeds found</source>
        <translation>%1 dari %2 rekaman acuan ditemukan</translation>
    </message>
    <message>
        <source>%1 is excluded by line %2</source>
        <translation>%1 dikecualikan oleh baris %2</translation>
    </message>
    <message>
        <source>%1 is lost by line %2</source>
        <translation>%1 hilang karena baris %2</translation>
    </message>
    <message>
        <source>%1 is found by no line</source>
        <translation>%1 tidak ditemukan baris mana pun</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>dan %1 lagi</translation>
    </message>
</context>
<context>
    <name>winnow::gui::LogModel</name>
    <message>
        <source>%1 (undone)</source>
        <translation>%1 (dibatalkan)</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Kapan</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Siapa</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Apa</translation>
    </message>
    <message>
        <source>Search run</source>
        <translation>Pencarian dijalankan</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Impor</translation>
    </message>
    <message>
        <source>Duplicates merged</source>
        <translation>Duplikat digabung</translation>
    </message>
    <message>
        <source>Duplicate split</source>
        <translation>Duplikat dipisah</translation>
    </message>
    <message>
        <source>Records kept apart</source>
        <translation>Rekaman dibiarkan terpisah</translation>
    </message>
    <message>
        <source>Field chosen</source>
        <translation>Kolom dipilih</translation>
    </message>
    <message>
        <source>Removal</source>
        <translation>Pengeluaran</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Keputusan</translation>
    </message>
    <message>
        <source>Screening set</source>
        <translation>Penyaringan diatur</translation>
    </message>
    <message>
        <source>Screening opened</source>
        <translation>Penyaringan dibuka</translation>
    </message>
    <message>
        <source>Conflict resolved</source>
        <translation>Perbedaan diselesaikan</translation>
    </message>
    <message>
        <source>Record skipped</source>
        <translation>Rekaman ditunda</translation>
    </message>
    <message>
        <source>Label added</source>
        <translation>Label ditambah</translation>
    </message>
    <message>
        <source>Label removed</source>
        <translation>Label dihapus</translation>
    </message>
    <message>
        <source>Label renamed</source>
        <translation>Label diganti nama</translation>
    </message>
    <message>
        <source>Note written</source>
        <translation>Catatan ditulis</translation>
    </message>
    <message>
        <source>Appraisal</source>
        <translation>Penilaian mutu</translation>
    </message>
    <message>
        <source>Appraisal answer</source>
        <translation>Jawaban penilaian mutu</translation>
    </message>
    <message>
        <source>Pilot drawn</source>
        <translation>Sampel diambil</translation>
    </message>
    <message>
        <source>Ranking computed</source>
        <translation>Peringkat dihitung</translation>
    </message>
    <message>
        <source>Stopping checked</source>
        <translation>Aturan berhenti diperiksa</translation>
    </message>
    <message>
        <source>Tables loaded</source>
        <translation>Tabel dimuat</translation>
    </message>
    <message>
        <source>Report status</source>
        <translation>Status laporan</translation>
    </message>
    <message>
        <source>Report of study</source>
        <translation>Laporan studi</translation>
    </message>
    <message>
        <source>Flow number</source>
        <translation>Angka alir</translation>
    </message>
    <message>
        <source>Flow snapshot</source>
        <translation>Cuplikan alir</translation>
    </message>
    <message>
        <source>Form published</source>
        <translation>Formulir diterbitkan</translation>
    </message>
    <message>
        <source>Value extracted</source>
        <translation>Nilai diekstraksi</translation>
    </message>
    <message>
        <source>Value agreed</source>
        <translation>Nilai disepakati</translation>
    </message>
    <message>
        <source>Evidence noted</source>
        <translation>Bukti dicatat</translation>
    </message>
    <message>
        <source>Brought in</source>
        <translation>Dimasukkan</translation>
    </message>
    <message>
        <source>Report text</source>
        <translation>Teks laporan</translation>
    </message>
    <message>
        <source>File attached</source>
        <translation>Berkas dilampirkan</translation>
    </message>
    <message>
        <source>File detached</source>
        <translation>Berkas dilepas</translation>
    </message>
    <message>
        <source>Full text sought</source>
        <translation>Teks lengkap dicari</translation>
    </message>
    <message>
        <source>Retraction</source>
        <translation>Pembatalan</translation>
    </message>
</context>
<context>
    <name>winnow::gui::LogStep</name>
    <message>
        <source>Undo back to this entry</source>
        <translation>Batalkan sampai ke entri ini</translation>
    </message>
    <message>
        <source>Show the record of this entry</source>
        <translation>Tampilkan rekaman dari entri ini</translation>
    </message>
    <message>
        <source>All reviewers</source>
        <translation>Semua penelaah</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>Semua jenis</translation>
    </message>
    <message>
        <source>Export the audit trail</source>
        <translation>Ekspor jejak audit</translation>
    </message>
    <message>
        <source>Nothing was done in this review yet.</source>
        <translation>Belum ada yang dilakukan dalam tinjauan ini.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries</source>
        <translation>
            <numerusform>%Ln entri</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln acts undone. Ctrl+Shift+Z brings them back one by one.</source>
        <translation>
            <numerusform>%Ln tindakan dibatalkan. Ctrl+Shift+Z mengembalikannya satu per satu.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo back to here</source>
        <translation>Batalkan sampai ke sini</translation>
    </message>
    <message numerus="yes">
        <source>%Ln acts of yours are taken back: this one and all that you did after it.</source>
        <translation>
            <numerusform>%Ln tindakan Anda akan dibatalkan: tindakan ini dan semua yang Anda lakukan sesudahnya.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo them</source>
        <translation>Batalkan semuanya</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabel (*.csv)</translation>
    </message>
    <message numerus="yes">
        <source>Wrote %Ln entries to %1.</source>
        <translation>
            <numerusform>%Ln entri ditulis ke %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>winnow::gui::MessageLine</name>
    <message>
        <source>Copied: %1</source>
        <translation>Disalin: %1</translation>
    </message>
    <message>
        <source>What was done last has no command.</source>
        <translation>Yang terakhir dilakukan tidak punya perintah.</translation>
    </message>
</context>
<context>
    <name>winnow::gui::NewReviewDialog</name>
    <message>
        <source>Where to keep the review</source>
        <translation>Tempat menyimpan tinjauan</translation>
    </message>
    <message>
        <source>Winnow reviews (*.winnow)</source>
        <translation>Tinjauan Winnow (*.winnow)</translation>
    </message>
    <message>
        <source>%1 is there already; choose another name.</source>
        <translation>%1 sudah ada; pilih nama lain.</translation>
    </message>
    <message>
        <source>It is kept in %1; another place can be chosen.</source>
        <translation>Disimpan di %1; tempat lain dapat dipilih.</translation>
    </message>
    <message>
        <source>It is kept as %1</source>
        <translation>Disimpan sebagai %1</translation>
    </message>
</context>
<context>
    <name>winnow::gui::NoteSearchDialog</name>
    <message>
        <source>Note it</source>
        <translation>Catat</translation>
    </message>
</context>
<context>
    <name>winnow::gui::OnlinePane</name>
    <message>
        <source>What the source is asked, what it cannot be asked, and what fetching costs stand here.</source>
        <translation>Yang ditanyakan kepada sumber, yang tidak dapat ditanyakan, dan biaya pengambilannya tercantum di sini.</translation>
    </message>
    <message>
        <source>Count hits at the source</source>
        <translation>Hitung hasil di sumber ini</translation>
    </message>
    <message>
        <source>Count hits at all sources</source>
        <translation>Hitung hasil di semua sumber</translation>
    </message>
    <message>
        <source>Fetch records from the source</source>
        <translation>Ambil rekaman dari sumber ini</translation>
    </message>
    <message>
        <source>takes none</source>
        <translation>tidak memakai</translation>
    </message>
    <message>
        <source>kept in the keychain</source>
        <translation>disimpan di rantai kunci</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>dari %1</translation>
    </message>
    <message>
        <source>needed; kept in the keychain</source>
        <translation>diperlukan; disimpan di rantai kunci</translation>
    </message>
    <message>
        <source>optional; kept in the keychain</source>
        <translation>opsional; disimpan di rantai kunci</translation>
    </message>
    <message>
        <source>of your institution; optional</source>
        <translation>dari lembaga Anda; opsional</translation>
    </message>
    <message>
        <source>The key is kept nowhere and serves until this review is closed: %1.</source>
        <translation>Kunci tidak disimpan di mana pun dan berlaku sampai tinjauan ini ditutup: %1.</translation>
    </message>
    <message>
        <source>nothing: it is asked all of the query</source>
        <translation>tidak ada: seluruh kueri ditanyakan</translation>
    </message>
    <message>
        <source>cannot be asked this query</source>
        <translation>tidak dapat ditanyai kueri ini</translation>
    </message>
    <message>
        <source>Counting …</source>
        <translation>Menghitung …</translation>
    </message>
    <message>
        <source>Asking %1 …</source>
        <translation>Menanyai %1 …</translation>
    </message>
    <message>
        <source>%1 of %2 records have come</source>
        <translation>%1 dari %2 rekaman telah diterima</translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) have come</source>
        <translation>
            <numerusform>%Ln rekaman sudah datang</numerusform>
        </translation>
    </message>
    <message>
        <source>The search at %1 of %2 was interrupted: %3.</source>
        <translation>Pencarian di %1 pada %2 terputus: %3.</translation>
    </message>
    <message>
        <source>Going on at %1 …</source>
        <translation>Melanjutkan di %1 …</translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) from %1</source>
        <translation>
            <numerusform>%Ln rekaman dari %1</numerusform>
        </translation>
    </message>
    <message>
        <source>; %1 could not be decided, %2 do not match and were left out</source>
        <translation>; %1 tidak dapat dipastikan, %2 tidak cocok dan disisihkan</translation>
    </message>
    <message>
        <source>Stopping …</source>
        <translation>Menghentikan …</translation>
    </message>
    <message>
        <source>%1: %2 of %3</source>
        <translation>%1: %2 dari %3</translation>
    </message>
</context>
<context>
    <name>winnow::gui::OutsidePane</name>
    <message>
        <source>New evidence from outside</source>
        <translation>Bukti baru dari luar</translation>
    </message>
    <message>
        <source>Save evidence from outside</source>
        <translation>Simpan bukti dari luar</translation>
    </message>
    <message>
        <source>Remove evidence from outside</source>
        <translation>Hapus bukti dari luar</translation>
    </message>
    <message>
        <source>%1
%2, %3</source>
        <translation>%1
%2, %3</translation>
    </message>
    <message>
        <source>There is evidence with the key %1 already; choose another key, or change that one.</source>
        <translation>Sudah ada bukti dengan kunci %1; pilih kunci lain, atau ubah bukti itu.</translation>
    </message>
    <message>
        <source>%1 saved.</source>
        <translation>%1 disimpan.</translation>
    </message>
    <message>
        <source>%1 removed; what was said of it stays in the log.</source>
        <translation>%1 dihapus; yang pernah dinyatakan tentangnya tetap ada di log.</translation>
    </message>
</context>
<context>
    <name>winnow::gui::OverviewStep</name>
    <message>
        <source>Bring in records</source>
        <translation>Masukkan rekaman</translation>
    </message>
    <message>
        <source>This review has no records yet. Import what your databases exported, or drop the files anywhere in this window.</source>
        <translation>Tinjauan ini belum memiliki rekaman. Impor hasil ekspor basis data Anda, atau seret berkasnya ke mana saja di jendela ini.</translation>
    </message>
    <message>
        <source>Find duplicates</source>
        <translation>Temukan duplikat</translation>
    </message>
    <message>
        <source>Nobody has looked for duplicates yet; before screening is the best time.</source>
        <translation>Belum ada yang mencari duplikat; waktu terbaik ialah sebelum penyaringan.</translation>
    </message>
    <message>
        <source>Judge duplicates</source>
        <translation>Nilai duplikat</translation>
    </message>
    <message>
        <source>Pairs that may be the same: %1.</source>
        <translation>Pasangan yang mungkin sama: %1.</translation>
    </message>
    <message>
        <source>Screen titles and abstracts</source>
        <translation>Saring judul dan abstrak</translation>
    </message>
    <message>
        <source>Records that wait for you: %1.</source>
        <translation>Rekaman yang menunggu Anda: %1.</translation>
    </message>
    <message>
        <source>Settle conflicts</source>
        <translation>Selesaikan perbedaan keputusan</translation>
    </message>
    <message>
        <source>Records on which decisions differ: %1.</source>
        <translation>Rekaman yang keputusannya berbeda: %1.</translation>
    </message>
    <message>
        <source>Get and assess full texts</source>
        <translation>Peroleh dan nilai teks lengkap</translation>
    </message>
    <message>
        <source>Reports that wait for you: %1.</source>
        <translation>Laporan yang menunggu Anda: %1.</translation>
    </message>
    <message>
        <source>See how the others get on</source>
        <translation>Lihat kemajuan yang lain</translation>
    </message>
    <message>
        <source>Your part is done. Records that wait for a vote of others: %1.</source>
        <translation>Bagian Anda selesai. Rekaman yang menunggu suara orang lain: %1.</translation>
    </message>
    <message>
        <source>Choose a form for extraction</source>
        <translation>Pilih formulir untuk ekstraksi</translation>
    </message>
    <message>
        <source>Screening is done. A form says what is taken from each study.</source>
        <translation>Penyaringan selesai. Formulir menentukan apa yang diambil dari setiap studi.</translation>
    </message>
    <message>
        <source>Extract from studies</source>
        <translation>Ekstraksi dari studi</translation>
    </message>
    <message>
        <source>Studies without any value: %1.</source>
        <translation>Studi yang belum memiliki nilai: %1.</translation>
    </message>
    <message>
        <source>Make evidence tables</source>
        <translation>Buat tabel bukti</translation>
    </message>
    <message>
        <source>Values are extracted from all studies; tables show them.</source>
        <translation>Nilai telah diekstraksi dari semua studi; tabel menampilkannya.</translation>
    </message>
    <message>
        <source>Export the flow diagram and reports</source>
        <translation>Ekspor diagram alir dan laporan</translation>
    </message>
    <message>
        <source>Nothing is left to do before the report.</source>
        <translation>Tidak ada lagi yang perlu dilakukan sebelum laporan.</translation>
    </message>
    <message>
        <source>Do what is next</source>
        <translation>Lakukan yang berikutnya</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 an hour</source>
        <translation>%1 per jam</translation>
    </message>
    <message>
        <source>%1 decided</source>
        <translation>%1 diputuskan</translation>
    </message>
    <message>
        <source>Reviewers</source>
        <translation>Penelaah</translation>
    </message>
    <message>
        <source>Last activity</source>
        <translation>Aktivitas terakhir</translation>
    </message>
    <message>
        <source>Whole log</source>
        <translation>Seluruh log</translation>
    </message>
</context>
<context>
    <name>winnow::gui::PageSide</name>
    <message>
        <source>Not found</source>
        <translation>Tidak ditemukan</translation>
    </message>
    <message>
        <source>Searching …</source>
        <translation>Mencari …</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 dari %2</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Daftar isi</translation>
    </message>
    <message>
        <source>Places that were found</source>
        <translation>Tempat yang ditemukan</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>There is no text in this file: it was probably scanned.</source>
        <translation>Tidak ada teks dalam berkas ini: mungkin hasil pemindaian.</translation>
    </message>
    <message>
        <source>These are the first places; there are more.</source>
        <translation>Ini tempat-tempat pertama; masih ada lagi.</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n tempat</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>winnow::gui::PageView</name>
    <message>
        <source>Pages</source>
        <translation>Halaman</translation>
    </message>
    <message>
        <source>Pages of %1</source>
        <translation>Halaman %1</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Halaman %1 dari %2</translation>
    </message>
    <message>
        <source>Arrows lead from word to word, with Shift they select. Esc ends.</source>
        <translation>Panah menuntun dari kata ke kata, dengan Shift memilih. Esc mengakhiri.</translation>
    </message>
    <message>
        <source>Arrows move the part of the page, with Shift its right and lower edge. Esc ends.</source>
        <translation>Panah menggeser bagian halaman, dengan Shift tepi kanan dan bawahnya. Esc mengakhiri.</translation>
    </message>
    <message>
        <source>From %1 to %2 percent of the width, from %3 to %4 percent of the height</source>
        <translation>Dari %1 sampai %2 persen lebar, dari %3 sampai %4 persen tinggi</translation>
    </message>
    <message>
        <source>There is no text on this page: it was probably scanned. Drag with Alt held, or press Shift+F7, to take a part of the page.</source>
        <translation>Tidak ada teks di halaman ini: mungkin hasil pemindaian. Seret sambil menekan Alt, atau tekan Shift+F7, untuk mengambil sebagian halaman.</translation>
    </message>
</context>
<context>
    <name>winnow::gui::PartsStep</name>
    <message>
        <source>Parts of this step</source>
        <translation>Bagian langkah ini</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>Tampilkan %1</translation>
    </message>
</context>
<context>
    <name>winnow::gui::PdfOrRecord</name>
    <message>
        <source>What is shown of the report</source>
        <translation>Yang ditampilkan dari laporan</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Rekaman</translation>
    </message>
</context>
<context>
    <name>winnow::gui::PdfPane</name>
    <message>
        <source>Contents</source>
        <translation>Daftar isi</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Halaman</translation>
    </message>
    <message>
        <source>Find in the PDF</source>
        <translation>Cari di PDF</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>Tempat berikutnya</translation>
    </message>
    <message>
        <source>Place before</source>
        <translation>Tempat sebelumnya</translation>
    </message>
    <message>
        <source>Contents beside the pages</source>
        <translation>Daftar isi di samping halaman</translation>
    </message>
    <message>
        <source>Go to a page</source>
        <translation>Ke halaman</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Perbesar</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Perkecil</translation>
    </message>
    <message>
        <source>As wide as the place</source>
        <translation>Selebar tempatnya</translation>
    </message>
    <message>
        <source>Whole pages</source>
        <translation>Halaman utuh</translation>
    </message>
    <message>
        <source>Two pages side by side</source>
        <translation>Dua halaman berdampingan</translation>
    </message>
    <message>
        <source>Select a part of a page (or drag with Alt)</source>
        <translation>Pilih sebagian halaman (atau seret dengan Alt)</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Salin</translation>
    </message>
    <message>
        <source>Quote what is selected</source>
        <translation>Kutip yang dipilih</translation>
    </message>
    <message>
        <source>Which PDF</source>
        <translation>PDF yang mana</translation>
    </message>
    <message>
        <source>Size of the pages</source>
        <translation>Ukuran halaman</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Lebar</translation>
    </message>
    <message>
        <source>Whole page</source>
        <translation>Halaman utuh</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Find  %1</source>
        <translation>Cari  %1</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>dari %1</translation>
    </message>
    <message>
        <source>%1 % of the size on paper</source>
        <translation>%1 % dari ukuran di kertas</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>What can be done with the PDF</source>
        <translation>Yang dapat dilakukan dengan PDF</translation>
    </message>
    <message>
        <source>Select words by keys</source>
        <translation>Pilih kata dengan tombol</translation>
    </message>
    <message>
        <source>Select a part of a page by keys</source>
        <translation>Pilih sebagian halaman dengan tombol</translation>
    </message>
</context>
<context>
    <name>winnow::gui::ProblemList</name>
    <message>
        <source>What is wrong with the query</source>
        <translation>Yang salah dengan kueri</translation>
    </message>
</context>
<context>
    <name>winnow::gui::ProgressStrip</name>
    <message>
        <source>What the stopping rules say</source>
        <translation>Yang dinyatakan aturan berhenti</translation>
    </message>
</context>
<context>
    <name>winnow::gui::QueryCompleter</name>
    <message>
        <source>Field codes and operators</source>
        <translation>Kode bidang dan operator</translation>
    </message>
    <message>
        <source>both</source>
        <translation>keduanya</translation>
    </message>
    <message>
        <source>at least one</source>
        <translation>sedikitnya satu</translation>
    </message>
    <message>
        <source>without; last in a query</source>
        <translation>tanpa; terakhir dalam kueri</translation>
    </message>
    <message>
        <source>within so many words, in any order</source>
        <translation>dalam jarak sekian kata, urutan bebas</translation>
    </message>
    <message>
        <source>within so many words, in this order</source>
        <translation>dalam jarak sekian kata, menurut urutan ini</translation>
    </message>
</context>
<context>
    <name>winnow::gui::QueryPane</name>
    <message>
        <source>OR binds first, as Scopus documents</source>
        <translation>OR mengikat lebih dahulu, seperti dokumentasi Scopus</translation>
    </message>
    <message>
        <source>AND binds first, as elsewhere</source>
        <translation>AND mengikat lebih dahulu, seperti di tempat lain</translation>
    </message>
    <message>
        <source>Query in the language of Scopus</source>
        <translation>Kueri dalam bahasa Scopus</translation>
    </message>
    <message>
        <source>Offer field codes and operators</source>
        <translation>Tawarkan kode bidang dan operator</translation>
    </message>
    <message>
        <source>Next problem of the query</source>
        <translation>Masalah kueri berikutnya</translation>
    </message>
    <message>
        <source>Previous problem of the query</source>
        <translation>Masalah kueri sebelumnya</translation>
    </message>
    <message>
        <source>Fix the problem at the cursor</source>
        <translation>Perbaiki masalah pada kursor</translation>
    </message>
    <message>
        <source>Fix all problems of the query</source>
        <translation>Perbaiki semua masalah kueri</translation>
    </message>
    <message>
        <source>Open query …</source>
        <translation>Buka kueri …</translation>
    </message>
    <message>
        <source>Save query as …</source>
        <translation>Simpan kueri sebagai …</translation>
    </message>
    <message>
        <source>What it finds is counted once it can be read.</source>
        <translation>Hasilnya dihitung setelah kueri dapat dibaca.</translation>
    </message>
    <message>
        <source>Finds %1 of the %2 records of the review.</source>
        <translation>Menemukan %1 dari %2 rekaman tinjauan.</translation>
    </message>
    <message>
        <source>Nothing at the cursor can be fixed at a press; F8 goes to the next problem.</source>
        <translation>Tidak ada yang dapat langsung diperbaiki pada kursor; F8 menuju masalah berikutnya.</translation>
    </message>
    <message>
        <source>Open query</source>
        <translation>Buka kueri</translation>
    </message>
    <message>
        <source>Queries (*.scopus *.txt);;All files (*)</source>
        <translation>Kueri (*.scopus *.txt);;Semua berkas (*)</translation>
    </message>
    <message>
        <source>%1 is too large for a query.</source>
        <translation>%1 terlalu besar untuk sebuah kueri.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 tidak dapat dibaca: %2.</translation>
    </message>
    <message>
        <source>Save query</source>
        <translation>Simpan kueri</translation>
    </message>
    <message>
        <source>Queries (*.scopus);;Text (*.txt)</source>
        <translation>Kueri (*.scopus);;Teks (*.txt)</translation>
    </message>
    <message>
        <source>Saved the query as %1.</source>
        <translation>Kueri disimpan sebagai %1.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>%1 tidak dapat ditulis: %2.</translation>
    </message>
</context>
<context>
    <name>winnow::gui::QuestionRow</name>
    <message>
        <source>%1 Answer: %2</source>
        <translation>%1 Jawaban: %2</translation>
    </message>
    <message>
        <source>What it rests on</source>
        <translation>Dasarnya</translation>
    </message>
    <message>
        <source>What %1 rests on</source>
        <translation>Dasar %1</translation>
    </message>
</context>
<context>
    <name>winnow::gui::QuoteEdit</name>
    <message>
        <source>Quote, word for word</source>
        <translation>Kutipan, kata demi kata</translation>
    </message>
    <message>
        <source>Quote for %1</source>
        <translation>Kutipan untuk %1</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Halaman</translation>
    </message>
    <message>
        <source>Page of the quote for %1</source>
        <translation>Halaman kutipan untuk %1</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Tampilkan</translation>
    </message>
    <message>
        <source>Show the quote in the PDF</source>
        <translation>Tampilkan kutipan di PDF</translation>
    </message>
    <message>
        <source>Show the quote for %1 in the PDF</source>
        <translation>Tampilkan kutipan untuk %1 di PDF</translation>
    </message>
</context>
<context>
    <name>winnow::gui::ReadingPane</name>
    <message>
        <source>Record</source>
        <translation>Rekaman</translation>
    </message>
</context>
<context>
    <name>winnow::gui::RecordListPane</name>
    <message>
        <source>Label records...</source>
        <translation>Beri label pada rekaman...</translation>
    </message>
    <message>
        <source>Decide records...</source>
        <translation>Putuskan rekaman...</translation>
    </message>
    <message>
        <source>Export records...</source>
        <translation>Ekspor rekaman...</translation>
    </message>
    <message>
        <source>Copy citation keys</source>
        <translation>Salin kunci sitasi</translation>
    </message>
    <message>
        <source>Save this list...</source>
        <translation>Simpan daftar ini...</translation>
    </message>
    <message>
        <source>List all records</source>
        <translation>Tampilkan semua rekaman</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Kolom</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Lainnya</translation>
    </message>
    <message>
        <source>Label...  L</source>
        <translation>Label...  L</translation>
    </message>
    <message>
        <source>Decide...  D</source>
        <translation>Putuskan...  D</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Keputusan</translation>
    </message>
    <message>
        <source>Show in %1</source>
        <translation>Tampilkan di %1</translation>
    </message>
    <message>
        <source>Search for something or choose values at the left first; then the list can be saved.</source>
        <translation>Cari sesuatu atau pilih nilai di sebelah kiri lebih dahulu; setelah itu daftar dapat disimpan.</translation>
    </message>
    <message>
        <source>Save this list</source>
        <translation>Simpan daftar ini</translation>
    </message>
    <message>
        <source>Name of the list</source>
        <translation>Nama daftar</translation>
    </message>
    <message>
        <source>Saved. The list “%1” stands at the left.</source>
        <translation>Tersimpan. Daftar “%1” ada di sebelah kiri.</translation>
    </message>
    <message>
        <source>Rename or merge...</source>
        <translation>Ubah nama atau gabungkan...</translation>
    </message>
    <message>
        <source>Remove from all records</source>
        <translation>Hapus dari semua rekaman</translation>
    </message>
    <message>
        <source>Rename label</source>
        <translation>Ubah nama label</translation>
    </message>
    <message>
        <source>New name; that of another label makes one label of the two</source>
        <translation>Nama baru; nama label lain menjadikan keduanya satu label</translation>
    </message>
    <message numerus="yes">
        <source>Label %1 is %2 now on %Ln record(s).</source>
        <translation>
            <numerusform>Label %1 kini bernama %2 pada %Ln rekaman.</numerusform>
        </translation>
    </message>
    <message>
        <source>Label %1 is left on the records that others gave it to.</source>
        <translation>Label %1 tetap ada pada rekaman yang dilabeli orang lain.</translation>
    </message>
    <message numerus="yes">
        <source>Label %1 was taken from %Ln record(s).</source>
        <translation>
            <numerusform>Label %1 dihapus dari %Ln rekaman.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) labelled %1.</source>
        <translation>
            <numerusform>%Ln rekaman diberi label %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Label %1 taken from %Ln record(s).</source>
        <translation>
            <numerusform>Label %1 dihapus dari %Ln rekaman.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln record(s) at %2.</source>
        <translation>
            <numerusform>%1: %Ln rekaman pada %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>Export records</source>
        <translation>Ekspor rekaman</translation>
    </message>
    <message>
        <source>RIS (*.ris);;Excel workbook (*.xlsx);;CSV (*.csv);;BibTeX (*.bib);;EndNote XML (*.xml);;PubMed (*.nbib);;CSL-JSON (*.json)</source>
        <translation>RIS (*.ris);;Buku kerja Excel (*.xlsx);;CSV (*.csv);;BibTeX (*.bib);;EndNote XML (*.xml);;PubMed (*.nbib);;CSL-JSON (*.json)</translation>
    </message>
    <message numerus="yes">
        <source>Wrote %Ln record(s) to %1.</source>
        <translation>
            <numerusform>%Ln rekaman ditulis ke %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln citation key(s) copied.</source>
        <translation>
            <numerusform>%Ln kunci sitasi disalin.</numerusform>
        </translation>
    </message>
    <message>
        <source>Import records</source>
        <translation>Impor rekaman</translation>
    </message>
    <message>
        <source>Search in Scopus syntax: TITLE-ABS-KEY(craft*) AND PUBYEAR &gt; 2015</source>
        <translation>Cari dengan sintaks Scopus: TITLE-ABS-KEY(craft*) AND PUBYEAR &gt; 2015</translation>
    </message>
    <message>
        <source>%1 of %2 records</source>
        <translation>%1 dari %2 rekaman</translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s)</source>
        <translation>
            <numerusform>%Ln rekaman</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 selected</source>
        <translation>%1 dipilih</translation>
    </message>
    <message>
        <source>Export selected...</source>
        <translation>Ekspor yang dipilih...</translation>
    </message>
    <message>
        <source>Export...</source>
        <translation>Ekspor...</translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) could not be decided</source>
        <translation>
            <numerusform>%Ln rekaman tidak dapat dipastikan</numerusform>
        </translation>
    </message>
    <message>
        <source>Records that may match, but do not say all that the query asks for: %1.</source>
        <translation>Rekaman yang mungkin cocok, tetapi tidak memuat semua yang ditanyakan kueri: %1.</translation>
    </message>
    <message>
        <source>List: %1 (%2)</source>
        <translation>Daftar: %1 (%2)</translation>
    </message>
    <message>
        <source>chosen records</source>
        <translation>rekaman terpilih</translation>
    </message>
    <message>
        <source>No record matches.</source>
        <translation>Tidak ada rekaman yang cocok.</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>Urutkan menurut</translation>
    </message>
    <message>
        <source>Sort by %1</source>
        <translation>Urutkan menurut %1</translation>
    </message>
</context>
<context>
    <name>winnow::gui::RecordModel</name>
    <message>
        <source>(no title)</source>
        <translation>(tanpa judul)</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Keputusan</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Rekaman</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Judul</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Tahun</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Kunci</translation>
    </message>
    <message>
        <source>Authors</source>
        <translation>Penulis</translation>
    </message>
    <message>
        <source>Source title</source>
        <translation>Judul sumber</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Jenis</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Bahasa</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Sumber</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Catatan</translation>
    </message>
    <message>
        <source>DOI</source>
        <translation>DOI</translation>
    </message>
</context>
<context>
    <name>winnow::gui::RecordsStep</name>
    <message>
        <source>Records</source>
        <translation>Rekaman</translation>
    </message>
    <message>
        <source>Imports</source>
        <translation>Impor</translation>
    </message>
</context>
<context>
    <name>winnow::gui::ReportModel</name>
    <message>
        <source>%1 and others</source>
        <translation>%1 dan lainnya</translation>
    </message>
    <message>
        <source>(no title)</source>
        <translation>(tanpa judul)</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Laporan</translation>
    </message>
    <message>
        <source>Authors</source>
        <translation>Penulis</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Tahun</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Mengapa</translation>
    </message>
    <message numerus="yes">
        <source>%n PDF(s) missing or changed</source>
        <translation>
            <numerusform>%n PDF hilang atau berubah</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n PDF(s)</source>
        <translation>
            <numerusform>%n PDF</numerusform>
        </translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Looked for</source>
        <translation>Pencarian</translation>
    </message>
</context>
<context>
    <name>winnow::gui::ReportPane</name>
    <message>
        <source>Save the texts of the report</source>
        <translation>Simpan teks laporan</translation>
    </message>
    <message>
        <source>Export the report...</source>
        <translation>Ekspor laporan...</translation>
    </message>
    <message>
        <source>The texts of the report are not saved.</source>
        <translation>Teks laporan belum disimpan.</translation>
    </message>
    <message>
        <source>The texts are saved.</source>
        <translation>Teks telah disimpan.</translation>
    </message>
    <message>
        <source>Export report</source>
        <translation>Ekspor laporan</translation>
    </message>
    <message>
        <source>Page that works offline (*.html);;PDF (*.pdf);;Word (*.docx);;OpenDocument text (*.odt);;LaTeX (*.tex);;Markdown (*.md);;Text (*.txt)</source>
        <translation>Halaman yang berfungsi luring (*.html);;PDF (*.pdf);;Word (*.docx);;Teks OpenDocument (*.odt);;LaTeX (*.tex);;Markdown (*.md);;Teks (*.txt)</translation>
    </message>
    <message>
        <source>Writing %1...</source>
        <translation>Menulis %1...</translation>
    </message>
    <message>
        <source>Wrote %1.</source>
        <translation>%1 ditulis.</translation>
    </message>
    <message>
        <source>Stopped before it began; nothing is written.</source>
        <translation>Dihentikan sebelum dimulai; tidak ada yang ditulis.</translation>
    </message>
</context>
<context>
    <name>winnow::gui::ReportView</name>
    <message>
        <source>Report of the study</source>
        <translation>Laporan studi</translation>
    </message>
    <message>
        <source>Select words of the text to quote them for a field.</source>
        <translation>Pilih kata dalam teks untuk mengutipnya bagi suatu isian.</translation>
    </message>
    <message>
        <source>Quote  Ctrl+&apos;</source>
        <translation>Kutip  Ctrl+&apos;</translation>
    </message>
    <message>
        <source>Report %1 of %2</source>
        <translation>Laporan %1 dari %2</translation>
    </message>
    <message>
        <source>Choose a study on the left.</source>
        <translation>Pilih studi di sebelah kiri.</translation>
    </message>
    <message>
        <source>The PDF of this quote is not attached any more; attach it again to see the place.</source>
        <translation>PDF kutipan ini tidak terlampir lagi; lampirkan lagi untuk melihat tempatnya.</translation>
    </message>
</context>
<context>
    <name>winnow::gui::ReportsPane</name>
    <message>
        <source>Why could it not be had?</source>
        <translation>Mengapa tidak dapat diperoleh?</translation>
    </message>
    <message>
        <source>What is not known?</source>
        <translation>Apa yang belum diketahui?</translation>
    </message>
    <message>
        <source>Until when does the study run?</source>
        <translation>Sampai kapan studi berjalan?</translation>
    </message>
    <message>
        <source>All reports</source>
        <translation>Semua laporan</translation>
    </message>
    <message>
        <source>The report is sought</source>
        <translation>Laporan sedang dicari</translation>
    </message>
    <message>
        <source>The report could not be had</source>
        <translation>Laporan tidak dapat diperoleh</translation>
    </message>
    <message>
        <source>Too little is known to decide</source>
        <translation>Terlalu sedikit yang diketahui untuk memutuskan</translation>
    </message>
    <message>
        <source>The study still runs</source>
        <translation>Studi masih berjalan</translation>
    </message>
    <message>
        <source>The review has this report already</source>
        <translation>Tinjauan sudah memiliki laporan ini</translation>
    </message>
    <message>
        <source>No record has come to full text yet: include some at title and abstract first.</source>
        <translation>Belum ada rekaman yang sampai ke teks lengkap: sertakan dahulu beberapa pada judul dan abstrak.</translation>
    </message>
    <message>
        <source>None is there.</source>
        <translation>Tidak ada.</translation>
    </message>
    <message>
        <source>Key or number of the record whose report it is</source>
        <translation>Kunci atau nomor rekaman pemilik laporan ini</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Attach a PDF …</source>
        <translation>Lampirkan PDF …</translation>
    </message>
    <message>
        <source>Detach the PDF</source>
        <translation>Lepaskan PDF</translation>
    </message>
    <message>
        <source>Read and decide on the report of the board</source>
        <translation>Baca dan putuskan laporan di papan</translation>
    </message>
</context>
<context>
    <name>winnow::gui::Restorer</name>
    <message>
        <source>Restoring ...</source>
        <translation>Memulihkan ...</translation>
    </message>
    <message>
        <source>The review as it stands is in %1.</source>
        <translation>Tinjauan dalam keadaannya sekarang ada di %1.</translation>
    </message>
    <message>
        <source>The review is again what the backup holds.</source>
        <translation>Tinjauan kembali seperti isi cadangan.</translation>
    </message>
    <message>
        <source>The review is again what the backup holds; the damaged file is kept as %1.</source>
        <translation>Tinjauan kembali seperti isi cadangan; berkas yang rusak disimpan sebagai %1.</translation>
    </message>
    <message>
        <source>The review is again what the backup holds; what it was before is kept as backup %1.</source>
        <translation>Tinjauan kembali seperti isi cadangan; keadaan sebelumnya disimpan sebagai cadangan %1.</translation>
    </message>
</context>
<context>
    <name>winnow::gui::RetrievalPane</name>
    <message>
        <source>Attached</source>
        <translation>Terlampir</translation>
    </message>
    <message>
        <source>To confirm</source>
        <translation>Perlu dipastikan</translation>
    </message>
    <message>
        <source>Had already</source>
        <translation>Sudah ada</translation>
    </message>
    <message>
        <source>Twice there</source>
        <translation>Ada dua kali</translation>
    </message>
    <message>
        <source>Unreadable</source>
        <translation>Tak terbaca</translation>
    </message>
    <message>
        <source>Not attached</source>
        <translation>Tidak terlampir</translation>
    </message>
    <message>
        <source>No report</source>
        <translation>Tanpa laporan</translation>
    </message>
    <message>
        <source>Look for open copies</source>
        <translation>Cari salinan terbuka</translation>
    </message>
    <message>
        <source>Ask all sources again</source>
        <translation>Tanya semua sumber lagi</translation>
    </message>
    <message>
        <source>Match a folder of PDFs</source>
        <translation>Cocokkan folder PDF</translation>
    </message>
    <message>
        <source>%1: %2 of %3</source>
        <translation>%1: %2 dari %3</translation>
    </message>
    <message>
        <source>from WINNOW_CORE_KEY</source>
        <translation>dari WINNOW_CORE_KEY</translation>
    </message>
    <message>
        <source>optional; kept in the keychain</source>
        <translation>opsional; disimpan di rantai kunci</translation>
    </message>
    <message>
        <source>kept in the keychain</source>
        <translation>disimpan di rantai kunci</translation>
    </message>
    <message>
        <source>serves until the review is closed</source>
        <translation>berlaku sampai tinjauan ditutup</translation>
    </message>
    <message>
        <source>The key is kept nowhere and serves until this review is closed: %1.</source>
        <translation>Kunci tidak disimpan di mana pun dan berlaku sampai tinjauan ini ditutup: %1.</translation>
    </message>
    <message>
        <source>No record has come to full text yet: include some at title and abstract first.</source>
        <translation>Belum ada rekaman yang sampai ke teks lengkap: sertakan dahulu beberapa pada judul dan abstrak.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln report(s) without a PDF. Open copies are looked for at Unpaywall, OpenAlex, Europe PMC, arXiv and CORE; a folder of PDFs can also be dropped here.</source>
        <translation>
            <numerusform>%Ln laporan tanpa PDF. Salinan terbuka dicari di Unpaywall, OpenAlex, Europe PMC, arXiv, dan CORE; folder PDF juga dapat dijatuhkan di sini.</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking for open copies …</source>
        <translation>Mencari salinan terbuka …</translation>
    </message>
    <message>
        <source>Something is being looked for already; stop that first.</source>
        <translation>Pencarian lain sedang berjalan; hentikan itu dahulu.</translation>
    </message>
    <message>
        <source>Reading the PDFs …</source>
        <translation>Membaca PDF …</translation>
    </message>
    <message>
        <source>%1 found, %2 with a page only, %3 not found, %4 failed.</source>
        <translation>%1 ditemukan, %2 hanya dengan halaman, %3 tidak ditemukan, %4 gagal.</translation>
    </message>
    <message numerus="yes">
        <source>Looked for open copies of %Ln report(s).</source>
        <translation>
            <numerusform>Salinan terbuka dari %Ln laporan telah dicari.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 attached, %2 to confirm, %3 of no report, %4 unreadable.</source>
        <translation>%1 terlampir, %2 perlu dipastikan, %3 tanpa laporan, %4 tak terbaca.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln PDF(s) attached.</source>
        <translation>
            <numerusform>%Ln PDF terlampir.</numerusform>
        </translation>
    </message>
    <message>
        <source>The address cannot be opened: %1</source>
        <translation>Alamat tidak dapat dibuka: %1</translation>
    </message>
    <message>
        <source>Attaching …</source>
        <translation>Melampirkan …</translation>
    </message>
    <message>
        <source>%1 attached.</source>
        <translation>%1 terlampir.</translation>
    </message>
    <message>
        <source>Read and decide on the report that is chosen</source>
        <translation>Baca dan putuskan laporan yang dipilih</translation>
    </message>
</context>
<context>
    <name>winnow::gui::ReviewWindow</name>
    <message>
        <source>Winnow reviews (*.winnow);;All files (*)</source>
        <translation>Tinjauan Winnow (*.winnow);;Semua berkas (*)</translation>
    </message>
    <message>
        <source>The example is being made ...</source>
        <translation>Contoh sedang dibuat ...</translation>
    </message>
    <message>
        <source>The example is yours to change. It is kept in %1.</source>
        <translation>Contoh ini boleh Anda ubah. Disimpan di %1.</translation>
    </message>
    <message>
        <source>Review to restore</source>
        <translation>Tinjauan yang akan dipulihkan</translation>
    </message>
    <message>
        <source>Reviewer: %1</source>
        <translation>Penelaah: %1</translation>
    </message>
    <message>
        <source>%1 (read only)</source>
        <translation>%1 (hanya baca)</translation>
    </message>
    <message>
        <source>This review can only be read. Copy it to a folder of your own to work on it.</source>
        <translation>Tinjauan ini hanya dapat dibaca. Salin ke folder Anda sendiri untuk mengerjakannya.</translation>
    </message>
    <message>
        <source>Open review</source>
        <translation>Buka tinjauan</translation>
    </message>
    <message>
        <source>This review can only be read, so this cannot be done: %1.</source>
        <translation>Tinjauan ini hanya dapat dibaca, jadi ini tidak dapat dilakukan: %1.</translation>
    </message>
    <message>
        <source>This cannot be done now: %1.</source>
        <translation>Ini tidak dapat dilakukan sekarang: %1.</translation>
    </message>
    <message>
        <source>Unfold the side bar (Ctrl+B)</source>
        <translation>Buka lipatan bilah samping (Ctrl+B)</translation>
    </message>
    <message>
        <source>Fold the side bar (Ctrl+B)</source>
        <translation>Lipat bilah samping (Ctrl+B)</translation>
    </message>
</context>
<context>
    <name>winnow::gui::ScreeningActions</name>
    <message>
        <source>Exclude for reason %1</source>
        <translation>Kecualikan dengan alasan %1</translation>
    </message>
</context>
<context>
    <name>winnow::gui::ScreeningModel</name>
    <message>
        <source>(no title)</source>
        <translation>(tanpa judul)</translation>
    </message>
</context>
<context>
    <name>winnow::gui::ScreeningStep</name>
    <message>
        <source>Settings of the stage</source>
        <translation>Pengaturan tahap</translation>
    </message>
    <message>
        <source>The settings of the stage were changed and not saved.</source>
        <translation>Pengaturan tahap telah diubah dan belum disimpan.</translation>
    </message>
    <message>
        <source>The work list is being made.</source>
        <translation>Daftar kerja sedang disusun.</translation>
    </message>
    <message>
        <source>You have decided on all that is yours here. %1 goes back to what was decided last.</source>
        <translation>Anda telah memutuskan semua bagian Anda di sini. %1 kembali ke yang terakhir diputuskan.</translation>
    </message>
    <message>
        <source>No record has come to full text yet: include some at title and abstract.</source>
        <translation>Belum ada rekaman yang sampai ke teks lengkap: sertakan beberapa pada judul dan abstrak.</translation>
    </message>
    <message>
        <source>There are no records to screen yet. Bring some in under Searches.</source>
        <translation>Belum ada rekaman untuk disaring. Masukkan beberapa melalui Pencarian.</translation>
    </message>
    <message>
        <source>There is nothing before this record.</source>
        <translation>Tidak ada apa-apa sebelum rekaman ini.</translation>
    </message>
    <message>
        <source>(no title)</source>
        <translation>(tanpa judul)</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source> That was the last of your work list.</source>
        <translation> Itu yang terakhir dalam daftar kerja Anda.</translation>
    </message>
    <message>
        <source>Put off to the end: %1</source>
        <translation>Ditunda ke akhir: %1</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Tambah</translation>
    </message>
    <message>
        <source>Labelled %1: %2</source>
        <translation>Diberi label %1: %2</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Catatan</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Simpan</translation>
    </message>
    <message>
        <source>Note kept: %1</source>
        <translation>Catatan disimpan: %1</translation>
    </message>
    <message>
        <source>Search first: one verdict is then given to all that the search finds.</source>
        <translation>Cari lebih dahulu: satu keputusan lalu diberikan untuk semua yang ditemukan pencarian.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) decided in bulk.</source>
        <translation>
            <numerusform>%Ln rekaman diputuskan sekaligus.</numerusform>
        </translation>
    </message>
    <message>
        <source>Search in Scopus syntax, and work through what it finds</source>
        <translation>Cari dengan sintaks Scopus, lalu kerjakan hasilnya</translation>
    </message>
    <message>
        <source>Label: %1</source>
        <translation>Label: %1</translation>
    </message>
    <message>
        <source>List all records again instead of %1</source>
        <translation>Tampilkan lagi semua rekaman, bukan %1</translation>
    </message>
    <message>
        <source>Parts of the step</source>
        <translation>Bagian langkah ini</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Tahap</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Daftar</translation>
    </message>
    <message>
        <source>Mask</source>
        <translation>Samarkan</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Urutan</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Lainnya</translation>
    </message>
    <message>
        <source>Records of the stage</source>
        <translation>Rekaman pada tahap ini</translation>
    </message>
    <message>
        <source>What the marks mean</source>
        <translation>Arti tanda-tanda</translation>
    </message>
    <message>
        <source>Last decision: %1 – %2</source>
        <translation>Keputusan terakhir: %1 – %2</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>Tampilkan %1</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>Kueri</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Pencarian</translation>
    </message>
    <message>
        <source>Label of “%1”</source>
        <translation>Label untuk “%1”</translation>
    </message>
    <message>
        <source>Your note on “%1” (Ctrl+Return keeps it)</source>
        <translation>Catatan Anda untuk “%1” (Ctrl+Return menyimpannya)</translation>
    </message>
</context>
<context>
    <name>winnow::gui::SearchesStep</name>
    <message>
        <source>Import</source>
        <translation>Impor</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>Dengan kata-kata</translation>
    </message>
    <message>
        <source>Lines and seeds</source>
        <translation>Baris dan acuan</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Sumber</translation>
    </message>
    <message>
        <source>Searches so far</source>
        <translation>Pencarian sejauh ini</translation>
    </message>
    <message>
        <source>Import files …</source>
        <translation>Impor berkas …</translation>
    </message>
    <message>
        <source>Take decisions of a screening tool …</source>
        <translation>Ambil alih keputusan dari alat penyaringan …</translation>
    </message>
    <message>
        <source>Note a search whose records are not imported …</source>
        <translation>Catat pencarian yang rekamannya tidak diimpor …</translation>
    </message>
</context>
<context>
    <name>winnow::gui::Session</name>
    <message>
        <source>There is nothing of yours to undo.</source>
        <translation>Tidak ada tindakan Anda yang dapat dibatalkan.</translation>
    </message>
    <message>
        <source>Undone: %1. %2 brings it back.</source>
        <translation>Dibatalkan: %1. %2 mengembalikannya.</translation>
    </message>
    <message>
        <source>Ctrl+Shift+Z</source>
        <translation>Ctrl+Shift+Z</translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation>Tidak ada yang dapat diulangi.</translation>
    </message>
    <message>
        <source>Done again: %1.</source>
        <translation>Diulangi: %1.</translation>
    </message>
</context>
<context>
    <name>winnow::gui::SettingsDialog</name>
    <message>
        <source>As the system has them</source>
        <translation>Menurut sistem</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Terang</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Gelap</translation>
    </message>
    <message>
        <source>High contrast, light</source>
        <translation>Kontras tinggi, terang</translation>
    </message>
    <message>
        <source>High contrast, dark</source>
        <translation>Kontras tinggi, gelap</translation>
    </message>
    <message>
        <source>As the system has it</source>
        <translation>Menurut sistem</translation>
    </message>
    <message>
        <source>Winnow</source>
        <translation>Winnow</translation>
    </message>
    <message>
        <source>Rayyan: I, E and U</source>
        <translation>Rayyan: I, E dan U</translation>
    </message>
    <message>
        <source>ASReview: R and I</source>
        <translation>ASReview: R dan I</translation>
    </message>
    <message>
        <source>Your own</source>
        <translation>Milik Anda sendiri</translation>
    </message>
    <message>
        <source>Until then the keys stay what they were.</source>
        <translation>Sampai saat itu tombol tetap seperti sebelumnya.</translation>
    </message>
    <message>
        <source>Fitting the letters of the program</source>
        <translation>Sesuai huruf program</translation>
    </message>
</context>
<context>
    <name>winnow::gui::SharedFolder</name>
    <message numerus="yes">
        <source>%Ln new entries of others came through the shared folder.</source>
        <translation>
            <numerusform>%Ln entri baru dari orang lain masuk melalui folder bersama.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>winnow::gui::SideBar</name>
    <message>
        <source>%1, needs attention</source>
        <translation>%1, perlu perhatian</translation>
    </message>
</context>
<context>
    <name>winnow::gui::StageBar</name>
    <message>
        <source>included</source>
        <translation>disertakan</translation>
    </message>
    <message>
        <source>maybe</source>
        <translation>mungkin</translation>
    </message>
    <message>
        <source>in conflict</source>
        <translation>berbeda keputusan</translation>
    </message>
    <message>
        <source>excluded</source>
        <translation>dikecualikan</translation>
    </message>
    <message>
        <source>wait for a second vote</source>
        <translation>menunggu suara kedua</translation>
    </message>
    <message>
        <source>left</source>
        <translation>tersisa</translation>
    </message>
    <message>
        <source>Titles</source>
        <translation>Judul</translation>
    </message>
    <message>
        <source>Titles and abstracts</source>
        <translation>Judul dan abstrak</translation>
    </message>
    <message>
        <source>Full texts</source>
        <translation>Teks lengkap</translation>
    </message>
    <message>
        <source>%1   %2 of %3</source>
        <translation>%1   %2 dari %3</translation>
    </message>
</context>
<context>
    <name>winnow::gui::StagePage</name>
    <message>
        <source>all say the same</source>
        <translation>semua menyatakan hal yang sama</translation>
    </message>
    <message>
        <source>more than half say the same</source>
        <translation>lebih dari separuh menyatakan hal yang sama</translation>
    </message>
    <message>
        <source>anyone would include it</source>
        <translation>ada yang ingin menyertakannya</translation>
    </message>
    <message>
        <source>Settings saved.</source>
        <translation>Pengaturan disimpan.</translation>
    </message>
</context>
<context>
    <name>winnow::gui::StartPage</name>
    <message>
        <source>today, %1</source>
        <translation>hari ini, %1</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>kemarin</translation>
    </message>
    <message>
        <source>not there any more</source>
        <translation>sudah tidak ada</translation>
    </message>
</context>
<context>
    <name>winnow::gui::Step</name>
    <message>
        <source>%1 The same again goes on without it.</source>
        <translation>%1 Ulangi tindakan yang sama untuk melanjutkan tanpanya.</translation>
    </message>
</context>
<context>
    <name>winnow::gui::StoppingPage</name>
    <message>
        <source>Only screening at title and abstract can end by a rule</source>
        <translation>Hanya penyaringan pada judul dan abstrak yang dapat diakhiri dengan aturan</translation>
    </message>
    <message>
        <source>Screening has ended; undo takes the end back</source>
        <translation>Penyaringan sudah diakhiri; perintah Batalkan mencabut pengakhiran ini</translation>
    </message>
    <message>
        <source>Writes down what the rule says, whatever it is, and ends screening; undo takes it back</source>
        <translation>Mencatat apa pun yang dinyatakan aturan, lalu mengakhiri penyaringan; perintah Batalkan mencabutnya</translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) drawn: they come first in every work list. When all are screened, the sample says what they tell.</source>
        <translation>
            <numerusform>%Ln rekaman ditarik: semuanya tampil lebih dahulu dalam setiap daftar kerja. Setelah semua disaring, sampel menyatakan hasilnya.</numerusform>
        </translation>
    </message>
    <message>
        <source>Screening ends here.</source>
        <translation>Penyaringan diakhiri di sini.</translation>
    </message>
    <message>
        <source>Written down: the rule says stop.</source>
        <translation>Dicatat: aturan menyarankan berhenti.</translation>
    </message>
    <message>
        <source>Written down: the rule says go on.</source>
        <translation>Dicatat: aturan menyarankan lanjut.</translation>
    </message>
</context>
<context>
    <name>winnow::gui::StudiesPane</name>
    <message numerus="yes">
        <source>%Ln report(s)</source>
        <translation>
            <numerusform>%Ln laporan</numerusform>
        </translation>
    </message>
    <message>
        <source>No study is included yet; full texts that are included come here.</source>
        <translation>Belum ada studi yang disertakan; teks lengkap yang disertakan muncul di sini.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln study(s) in %1</source>
        <translation>
            <numerusform>%Ln studi dalam %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Terima</translation>
    </message>
    <message>
        <source>Makes them one study, %1</source>
        <translation>Menjadikannya satu studi, %1</translation>
    </message>
    <message>
        <source>Make %1 one study, %2</source>
        <translation>Jadikan %1 satu studi, %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln reports are one study now: %1.</source>
        <translation>
            <numerusform>%Ln laporan kini menjadi satu studi: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln report(s) are of the study %1 now.</source>
        <translation>
            <numerusform>%Ln laporan kini termasuk studi %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>The reports of %1 are studies of their own now.</source>
        <translation>Laporan-laporan %1 kini menjadi studi tersendiri.</translation>
    </message>
</context>
<context>
    <name>winnow::gui::StudyChooser</name>
    <message>
        <source>Studies of this row</source>
        <translation>Studi pada baris ini</translation>
    </message>
    <message>
        <source>Words of a study</source>
        <translation>Kata dari suatu studi</translation>
    </message>
    <message>
        <source>Show only studies with these words</source>
        <translation>Tampilkan hanya studi dengan kata-kata ini</translation>
    </message>
    <message>
        <source>Studies and evidence from outside</source>
        <translation>Studi dan bukti dari luar</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 (not included any more)</source>
        <translation>%1 (tidak disertakan lagi)</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Tautkan</translation>
    </message>
</context>
<context>
    <name>winnow::gui::StudyDrawer</name>
    <message>
        <source>Studies that no row rests on yet</source>
        <translation>Studi yang belum menjadi dasar baris mana pun</translation>
    </message>
</context>
<context>
    <name>winnow::gui::StudyList</name>
    <message>
        <source>Studies</source>
        <translation>Studi</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>winnow::gui::StudyPane</name>
    <message>
        <source>Select the words in the text of the report first.</source>
        <translation>Pilih dahulu kata-kata dalam teks laporan.</translation>
    </message>
</context>
<context>
    <name>winnow::gui::TablesPane</name>
    <message>
        <source>Move the row up</source>
        <translation>Naikkan baris</translation>
    </message>
    <message>
        <source>Move the row down</source>
        <translation>Turunkan baris</translation>
    </message>
    <message>
        <source>Merge cells</source>
        <translation>Gabungkan sel</translation>
    </message>
    <message>
        <source>Split a cell</source>
        <translation>Pisahkan sel</translation>
    </message>
    <message>
        <source>Link the studies to the row</source>
        <translation>Tautkan studi ke baris</translation>
    </message>
    <message>
        <source>Make a row of the studies</source>
        <translation>Buat baris dari studi</translation>
    </message>
    <message>
        <source>Add an evidence table...</source>
        <translation>Tambah tabel bukti...</translation>
    </message>
    <message>
        <source>Export the table...</source>
        <translation>Ekspor tabel...</translation>
    </message>
    <message>
        <source>Add a row</source>
        <translation>Tambah baris</translation>
    </message>
    <message>
        <source>Studies of the row...</source>
        <translation>Studi pada baris...</translation>
    </message>
    <message>
        <source>Evidence tables (*.json);;All files (*)</source>
        <translation>Tabel bukti (*.json);;Semua berkas (*)</translation>
    </message>
    <message>
        <source>Save all tables as a file...</source>
        <translation>Simpan semua tabel sebagai berkas...</translation>
    </message>
    <message>
        <source>Save all tables</source>
        <translation>Simpan semua tabel</translation>
    </message>
    <message>
        <source>Wrote %1.</source>
        <translation>%1 ditulis.</translation>
    </message>
    <message>
        <source>Take tables from a file, in place of these...</source>
        <translation>Ambil tabel dari berkas, menggantikan yang ini...</translation>
    </message>
    <message>
        <source>Take tables from a file</source>
        <translation>Ambil tabel dari berkas</translation>
    </message>
    <message>
        <source>Took the tables of %1.</source>
        <translation>Tabel dari %1 diambil.</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>This review has no evidence tables yet. 쫝 a table” makes one from what was extracted.</source>
        <translation>Tinjauan ini belum memiliki tabel bukti. “Tambah tabel” membuatnya dari yang telah diekstraksi.</translation>
    </message>
    <message>
        <source>Added “%1”.</source>
        <translation>“%1” ditambahkan.</translation>
    </message>
    <message>
        <source>Removed “%1”.</source>
        <translation>“%1” dihapus.</translation>
    </message>
    <message>
        <source>Moved “%1”.</source>
        <translation>“%1” dipindahkan.</translation>
    </message>
    <message>
        <source>The caption is changed.</source>
        <translation>Judul tabel diubah.</translation>
    </message>
    <message>
        <source>Word (*.docx);;OpenDocument text (*.odt);;Excel workbook (*.xlsx);;PDF (*.pdf);;HTML (*.html);;LaTeX (*.tex);;Markdown (*.md);;Markdown with grid tables (*.grid.md);;CSV (*.csv);;Tab-separated (*.tsv);;Text (*.txt);;JSON (*.json)</source>
        <translation>Word (*.docx);;Teks OpenDocument (*.odt);;Buku kerja Excel (*.xlsx);;PDF (*.pdf);;HTML (*.html);;LaTeX (*.tex);;Markdown (*.md);;Markdown dengan tabel kisi (*.grid.md);;CSV (*.csv);;Dipisahkan tab (*.tsv);;Teks (*.txt);;JSON (*.json)</translation>
    </message>
    <message>
        <source>Export table</source>
        <translation>Ekspor tabel</translation>
    </message>
    <message>
        <source>Writing %1...</source>
        <translation>Menulis %1...</translation>
    </message>
    <message>
        <source>All studies are in a row of this table.</source>
        <translation>Semua studi sudah ada dalam suatu baris tabel ini.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln in no row yet: drag onto one, or Return</source>
        <translation>
            <numerusform>%Ln belum ada dalam baris mana pun: seret ke suatu baris, atau Return</numerusform>
        </translation>
    </message>
    <message>
        <source>This row rests on %1</source>
        <translation>Baris ini didasarkan pada %1</translation>
    </message>
    <message>
        <source>The row in which you typed is gone. You typed: %1</source>
        <translation>Baris tempat Anda mengetik sudah tidak ada. Anda mengetik: %1</translation>
    </message>
    <message>
        <source>All cells of this table are computed from what was extracted; there is nothing to write.</source>
        <translation>Semua sel tabel ini dihitung dari yang telah diekstraksi; tidak ada yang perlu ditulis.</translation>
    </message>
    <message>
        <source>Several lines in a cell make a numbered list. Reference numbers are computed from the studies of a row.</source>
        <translation>Beberapa baris teks dalam satu sel membentuk daftar bernomor. Nomor referensi dihitung dari studi pada baris.</translation>
    </message>
    <message>
        <source>Studies</source>
        <translation>Studi</translation>
    </message>
    <message>
        <source>Press Return to choose the studies of this row</source>
        <translation>Tekan Return untuk memilih studi pada baris ini</translation>
    </message>
    <message>
        <source>By their codes: %1</source>
        <translation>Menurut kodenya: %1</translation>
    </message>
    <message>
        <source>The cell is changed.</source>
        <translation>Sel diubah.</translation>
    </message>
    <message>
        <source>Only cells that you write can be merged; columns that are computed share cells by their texts.</source>
        <translation>Hanya sel yang Anda tulis yang dapat digabungkan; kolom yang dihitung berbagi sel menurut teksnya.</translation>
    </message>
    <message>
        <source>There is no row above with which to share the cell; choose several cells of a column.</source>
        <translation>Tidak ada baris di atas untuk berbagi sel; pilih beberapa sel dalam satu kolom.</translation>
    </message>
    <message>
        <source>Write the text of the first of these cells, which all of them will share.</source>
        <translation>Tulis teks sel pertama di antara sel-sel ini, yang akan dipakai bersama oleh semuanya.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows share the cell.</source>
        <translation>
            <numerusform>%Ln baris berbagi sel.</numerusform>
        </translation>
    </message>
    <message>
        <source>This cell is of one row alone.</source>
        <translation>Sel ini hanya milik satu baris.</translation>
    </message>
    <message>
        <source>The cell is of the first row alone; the others wait for a text.</source>
        <translation>Sel ini hanya milik baris pertama; yang lain menunggu teks.</translation>
    </message>
    <message>
        <source>The column is moved.</source>
        <translation>Kolom dipindahkan.</translation>
    </message>
    <message>
        <source>A row is added.</source>
        <translation>Baris ditambahkan.</translation>
    </message>
    <message>
        <source>The row is removed.</source>
        <translation>Baris dihapus.</translation>
    </message>
    <message>
        <source>A row can be moved once something is written in it.</source>
        <translation>Baris dapat dipindahkan setelah ada yang tertulis di dalamnya.</translation>
    </message>
    <message>
        <source>The row is moved.</source>
        <translation>Baris dipindahkan.</translation>
    </message>
    <message>
        <source>Choose the row to which the studies are linked.</source>
        <translation>Pilih baris yang akan ditautkan dengan studi.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln studies are linked to the row.</source>
        <translation>
            <numerusform>%Ln studi ditautkan ke baris.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>winnow::gui::TeamStep</name>
    <message>
        <source>Conflicts</source>
        <translation>Perbedaan</translation>
    </message>
    <message>
        <source>Progress and agreement</source>
        <translation>Kemajuan dan kesepakatan</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>Pertukaran</translation>
    </message>
</context>
<context>
    <name>winnow::gui::ValueInput</name>
    <message>
        <source>–</source>
        <translation>–</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ya</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Tidak</translation>
    </message>
    <message>
        <source>Unclear</source>
        <translation>Tidak jelas</translation>
    </message>
    <message>
        <source>no unit</source>
        <translation>tanpa satuan</translation>
    </message>
    <message>
        <source>Unit of %1</source>
        <translation>Satuan %1</translation>
    </message>
</context>
<context>
    <name>winnow::gui::WordsPane</name>
    <message>
        <source>This query can be read in two ways. Sources do not agree which one holds:</source>
        <translation>Kueri ini dapat dibaca dengan dua cara. Sumber tidak sepakat mana yang berlaku:</translation>
    </message>
    <message>
        <source>What the query finds, in plain words</source>
        <translation>Yang ditemukan kueri, dengan kata-kata biasa</translation>
    </message>
    <message>
        <source>Put brackets for this reading</source>
        <translation>Beri tanda kurung untuk pembacaan ini</translation>
    </message>
    <message>
        <source>What the query finds stands here in plain words.</source>
        <translation>Yang ditemukan kueri tercantum di sini dengan kata-kata biasa.</translation>
    </message>
    <message>
        <source>OR first, as Scopus documents</source>
        <translation>OR lebih dahulu, seperti dokumentasi Scopus</translation>
    </message>
    <message>
        <source>AND first, as elsewhere</source>
        <translation>AND lebih dahulu, seperti di tempat lain</translation>
    </message>
    <message>
        <source> (chosen)</source>
        <translation> (dipilih)</translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln record(s) here</source>
        <translation>
            <numerusform>%1: %Ln rekaman di sini</numerusform>
        </translation>
    </message>
    <message>
        <source>Put brackets for AND before OR</source>
        <translation>Beri tanda kurung untuk AND sebelum OR</translation>
    </message>
    <message>
        <source>Put brackets for OR before AND</source>
        <translation>Beri tanda kurung untuk OR sebelum AND</translation>
    </message>
</context>
</TS>
