package id.sigap.metrics.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the page says. Here in Indonesian; in English in {@code messages/page_en.properties}. */
@MessageBundle(value = "page", locale = "id")
public interface PageText {
    /** The language, as the page declares it. */
    @Message("id")
    String language();

    /** The page. */
    @Message("Daya tanggap")
    String title();

    /** Link for who does not see the page. */
    @Message("Langsung ke isi")
    String skip();

    /** The moment of the figures. */
    @Message("Keadaan {moment}. Yang masih menunggu ikut dihitung.")
    String asOf(String moment);

    /** When the turns began that are counted. */
    @Message("Permintaan warga yang masuk {from} sampai {to} WIB")
    String span(String from, String to);

    /** Who is logged in. */
    @Message("Masuk sebagai {name}")
    String signedIn(String name);

    /** Logout. */
    @Message("Keluar")
    String signOut();

    /** Filter. */
    @Message("Dari tanggal")
    String from();

    /** Filter. */
    @Message("Sampai tanggal")
    String to();

    /** Filter. */
    @Message("Kelompokkan menurut")
    String groupBy();

    /** Button. */
    @Message("Tampilkan")
    String show();

    /** Heading of the first table. */
    @Message("Seberapa cepat warga dijawab")
    String howFast();

    /** Below that heading. */
    @Message(
            "Kalau terlalu banyak yang menunggu, waktunya belum tercapai: angka itu tidak dikarang dari yang sudah dijawab saja.")
    String howFastHint();

    /** Column. */
    @Message("Kelompok")
    String group();

    /** Column: turns. */
    @Message("Permintaan warga")
    String turns();

    /** Column. */
    @Message("Dijawab")
    String answered();

    /** Column. */
    @Message("Menunggu")
    String waiting();

    /** Column. */
    @Message("Dijawab dalam 10 menit")
    String within();

    /** Column. */
    @Message("Diabaikan 24 jam")
    String ignored();

    /** Column: the median. */
    @Message("Separuh dijawab dalam")
    String half();

    /** Column: the ninth decile. */
    @Message("9 dari 10 dalam")
    String nineOfTen();

    /** Row of everything. */
    @Message("Semua")
    String all();

    /** Heading of the second table. */
    @Message("Siapa yang menjawab")
    String who();

    /** Below that heading. */
    @Message("Bagian dari semua permintaan warga; yang dijawab pihak lain dihitung belum dijawab oleh pihak ini.")
    String whoHint();

    /** Column. */
    @Message("Penjawab")
    String responder();

    /** Heading of the third table. */
    @Message("Ke mana waktunya")
    String where();

    /** Below that heading. */
    @Message("Bagian-bagian ini berjumlah tepat sama dengan waktu sampai respons pertama.")
    String whereHint();

    /** Column. */
    @Message("Tahap")
    String stage();

    /** Column. */
    @Message("Rata-rata per jawaban")
    String mean();

    /** Column. */
    @Message("Bagian")
    String part();

    /** Stage. */
    @Message("Masuk (kanal sampai diterima)")
    String ingest();

    /** Stage. */
    @Message("Pemilahan")
    String triage();

    /** Stage. */
    @Message("Antrean sampai ada draf")
    String queue();

    /** Stage. */
    @Message("Penyusunan")
    String draft();

    /** Stage. */
    @Message("Persetujuan")
    String approval();

    /** Stage. */
    @Message("Pengiriman")
    String send();

    /** The sum of the stages. */
    @Message("Jumlah = respons pertama")
    String firstResponse();

    /** Heading of the fourth table. */
    @Message("Ke mana semua pesan")
    String ledger();

    /** The ledger balances. */
    @Message("Seimbang: setiap pesan yang diterima ada di tepat satu keadaan.")
    String balances();

    /** The ledger does not balance. */
    @Message("Tidak seimbang. Laporkan kepada operator.")
    String doesNotBalance();

    /** Column. */
    @Message("Diterima")
    String received();

    /** Column. */
    @Message("Tak perlu dijawab")
    String needsNoAnswer();

    /** Column. */
    @Message("Ditutup tanpa jawaban")
    String closed();

    /** Column. */
    @Message("Ditarik")
    String withdrawn();

    /** Column. */
    @Message("Dikecualikan")
    String excluded();

    /** In place of rows. */
    @Message("Belum ada pesan dalam rentang ini.")
    String nothing();

    /** Grouping. */
    @Message("Instansi")
    String agency();

    /** Grouping. */
    @Message("Unit kerja")
    String unit();

    /** Grouping. */
    @Message("Kanal")
    String channel();

    /** Grouping. */
    @Message("Jenis")
    String kind();

    /** In place of a unit's name. */
    @Message("Belum ada unit kerjanya")
    String notRouted();

    /** Kind. */
    @Message("keluhan")
    String complaint();

    /** Kind. */
    @Message("pertanyaan")
    String question();

    /** Kind. */
    @Message("apresiasi")
    String praise();

    /** Kind. */
    @Message("lainnya")
    String other();

    /** Channel. */
    @Message("formulir web")
    String web();

    /** Channel. */
    @Message("surel")
    String email();

    /** Channel. */
    @Message("sistem lain")
    String api();

    /** Responder. */
    @Message("petugas")
    String human();

    /** Responder. */
    @Message("draf yang disetujui")
    String approvedDraft();

    /** Responder. */
    @Message("otomatis")
    String automatic();

    /** Of how many a share is. */
    @Message("dari {number}")
    String of(String number);

    /** In place of a share of nothing. */
    @Message("belum bisa dinilai")
    String notYetKnown();

    /** In place of a time that the curve does not reach. */
    @Message("belum tercapai")
    String notReached();

    /** The 95 % interval of a time. */
    @Message("95 %: {low} – {high}")
    String interval(String low, String high);

    /** A time. */
    @Message("{number} dtk")
    String seconds(String number);

    /** A time. */
    @Message("{number} mnt")
    String minutes(String number);

    /** A time. */
    @Message("{number} jam")
    String hours(String number);

    /** A time. */
    @Message("{number} hari")
    String days(String number);

    /** Heading of a page that says what does not work. */
    @Message("Tidak bisa ditampilkan")
    String trouble();

    /** Trouble. */
    @Message("Pilihan di alamat halaman ini tidak bisa dibaca. Pilih lagi dari awal.")
    String badFilter();

    /** Trouble. */
    @Message("Halaman ini bukan untuk akun Anda. Masuk dengan akun lain, atau minta akses kepada pengelola.")
    String forbidden();

    /** Trouble. */
    @Message("Halaman ini tidak ada.")
    String notFound();

    /** Trouble. */
    @Message("Terlalu banyak permintaan dari jaringan Anda. Coba lagi sebentar lagi.")
    String tooMany();

    /** Trouble. */
    @Message("Angkanya sedang dimuat. Coba lagi sebentar lagi.")
    String notNow();

    /** Button. */
    @Message("Coba lagi")
    String again();

    /** Link from a page that cannot be shown. */
    @Message("Ke halaman awal")
    String start();

    /** In place of a curve. */
    @Message("Belum ada yang dijawab dalam rentang ini.")
    String noAnswers();

    /** In place of a rank. */
    @Message("tanpa peringkat")
    String notRanked();

    /** Column. */
    @Message("Peringkat")
    String rank();

    /** Below the table of groups. */
    @Message(
            "Urut menurut waktu sampai separuh dijawab, bukan rata-rata. Di bawah 30 permintaan tidak diperingkat: angkanya bisa jadi hanya kebetulan.")
    String rankHint();

    /** The interval of a curve. */
    @Message("Rentang 95 %")
    String band();

    /** Heading. */
    @Message("Berapa lama sampai dijawab")
    String curve();

    /** Below it. */
    @Message(
            "Bagian dari semua permintaan yang sudah dijawab sekian lama setelah warga menulis, dengan rentang 95 % (kurva Kaplan–Meier). Yang masih menunggu ikut dihitung.")
    String curveHint();

    /** Column. */
    @Message("Setelah")
    String after();

    /** Heading. */
    @Message("Dari waktu ke waktu")
    String course();

    /** Below it. */
    @Message("Permintaan menurut kapan warga pertama menulis.")
    String courseHint();

    /** Column. */
    @Message("Periode")
    String period();

    /** Filter. */
    @Message("Per")
    String per();

    /** Period. */
    @Message("jam")
    String hour();

    /** Period. */
    @Message("hari")
    String day();

    /** Period. */
    @Message("minggu")
    String week();

    /** Period. */
    @Message("bulan")
    String month();

    /** A week, by its Monday. */
    @Message("minggu {day}")
    String weekOf(String day);

    /** Below the heading of the stages. */
    @Message(
            "Bagian dari waktu tunggu yang habis di tiap tahap. Persetujuan adalah waktu dari diajukan sampai diputuskan.")
    String stacksHint();

    /** Heading. */
    @Message("Kapan warga menulis")
    String traffic();

    /** Below it. */
    @Message("Permintaan per hari dan jam (WIB). Makin tua warnanya, makin banyak.")
    String trafficHint();

    /** Column. */
    @Message("Hari")
    String weekday();

    /** Heading. */
    @Message("Akun yang diam")
    String silence();

    /** Below it. */
    @Message(
            "Yang paling banyak mengabaikan warga ada di atas; di bawah 30 permintaan tanpa peringkat. Dua arah: balasan dibanding balasan dan unggahan. Cakupan: warga yang dijawab dibanding warga yang menulis.")
    String silenceHint();

    /** Column. */
    @Message("Akun")
    String account();

    /** Column. */
    @Message("Keadaan")
    String state();

    /** State. */
    @Message("menyiarkan, tidak menjawab")
    String postsAndIgnores();

    /** State. */
    @Message("tidak menjawab")
    String ignores();

    /** State. */
    @Message("menjawab")
    String answers();

    /** State. */
    @Message("menyiarkan, belum ada yang menulis")
    String postsOnly();

    /** State. */
    @Message("sepi")
    String quiet();

    /** State, or in place of a time. */
    @Message("belum pernah")
    String never();

    /** Column. */
    @Message("Balasan")
    String replies();

    /** Column. */
    @Message("Unggahan")
    String posts();

    /** Column. */
    @Message("Dua arah")
    String twoWay();

    /** Column. */
    @Message("Cakupan")
    String coverage();

    /** Column. */
    @Message("Balasan terakhir")
    String lastAnswer();

    /** Opens the table behind a chart. */
    @Message("Lihat tabelnya")
    String showTable();

    /** Button. */
    @Message("Cetak atau simpan PDF")
    String print();

    /** Button. */
    @Message("Unduh CSV")
    String saveTables();

    /** Button. */
    @Message("Unduh PNG")
    String savePicture();

    /** Heading of the filter. */
    @Message("Pilihan")
    String choice();

    /** In place of a choice. */
    @Message("Semua")
    String everything();

    /** Label of the navigation. */
    @Message("Layar")
    String screens();

    /** Way. */
    @Message("Daya tanggap")
    String dashboard();

    /** Way. */
    @Message("Papan")
    String wallboard();

    /** Way. */
    @Message("Rapor publik")
    String publicPage();

    /** Wallboard. */
    @Message("Menunggu sekarang")
    String waitingNow();

    /** Wallboard. */
    @Message("Menunggu paling lama")
    String oldest();

    /** Wallboard. */
    @Message("Segera jatuh tempo")
    String dueSoon();

    /** Wallboard. */
    @Message("Lewat batas")
    String overdue();

    /** Wallboard: of today's turns whose target has passed. */
    @Message("Hari ini tepat waktu")
    String todayWithin();

    /** Wallboard: what its figures are. */
    @Message("Tepat waktu: permintaan hari ini yang batas waktunya sudah lewat dan dijawab sebelum batas itu.")
    String boardHint();

    /** Wallboard: the figures are old. */
    @Message("Sambungan terputus. Angka ini tidak diperbarui.")
    String cutOff();

    /** Heading. */
    @Message("Pesan tiap hari, dijawab dalam")
    String cohorts();

    /** Below it. */
    @Message("Dari permintaan yang masuk pada hari itu dan sudah cukup lama untuk dinilai.")
    String cohortsHint();

    /** Heading. */
    @Message("Berapa lama persetujuan")
    String approvals();

    /** Below it. */
    @Message("Dari diajukan sampai diputuskan, per tingkat, pada jawaban yang terkirim; juga menurut jam kerja unit.")
    String approvalsHint();

    /** Column. */
    @Message("Tingkat")
    String level();

    /** Column. */
    @Message("Diputuskan")
    String decided();

    /** Column. */
    @Message("Separuhnya dalam")
    String halfWithin();

    /** Column. */
    @Message("Separuhnya, jam kerja")
    String halfWorking();

    /** Column. */
    @Message("Bagian dari waktu tunggu")
    String ofTheWait();

    /** Without rows. */
    @Message("Tidak ada persetujuan dalam rentang ini.")
    String noApprovals();
}
