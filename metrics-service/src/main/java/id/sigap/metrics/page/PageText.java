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
    @Message("Giliran")
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
    @Message("Bagian dari semua giliran; yang dijawab pihak lain dihitung belum dijawab oleh pihak ini.")
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
    @Message("Buku besar pesan")
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
    @Message("Belum dirutekan")
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
}
