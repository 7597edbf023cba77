package id.sigap.metrics.scorecard;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the public scorecard says. Here in Indonesian; in English in {@code messages/publik_en.properties}. */
@MessageBundle(value = "publik", locale = "id")
public interface ScorecardText {
    /** The page. */
    @Message("Rapor daya tanggap")
    String title();

    /** What the page is about. */
    @Message(
            "Seberapa cepat instansi menjawab warga yang menulis, dan berapa yang tidak dijawab. Satu rapor per bulan, dihitung dari catatan setiap pesan.")
    String lead();

    /** Label of the way to other months. */
    @Message("Bulan lain")
    String months();

    /** How agencies are listed. */
    @Message("Urut abjad, bukan peringkat.")
    String order();

    /** Figure. */
    @Message("Dijawab dalam 10 menit")
    String within();

    /** Figure. */
    @Message("Separuhnya dijawab dalam")
    String median();

    /** Figure. */
    @Message("Tidak dijawab selama 24 jam")
    String ignored();

    /** Figure. */
    @Message("Warga yang mendapat jawaban")
    String coverage();

    /** Figure. */
    @Message("Berapa kali warga menulis")
    String turns();

    /** Link to one agency. */
    @Message("Rincian per kanal dan jenis")
    String details();

    /** The same for who does not see it. */
    @Message("Rincian {name} per kanal dan jenis")
    String detailsOf(String name);

    /** Link to all agencies. */
    @Message("Semua instansi")
    String back();

    /** Heading. */
    @Message("Siapa yang menjawab dalam 10 menit")
    String byActor();

    /** Below it. */
    @Message("Bagian dari semua kali warga menulis.")
    String byActorHint();

    /** Heading. */
    @Message("Per kanal")
    String byChannel();

    /** Heading. */
    @Message("Per jenis")
    String byKind();

    /** In place of figures. */
    @Message("tidak ditampilkan")
    String notShown();

    /** In place of an agency's figures. */
    @Message("Belum ada angka bulan ini: kurang dari 30 kali warga menulis.")
    String tooFew();

    /** Without agencies. */
    @Message("Belum ada instansi.")
    String nobody();

    /** Heading of the definitions. */
    @Message("Apa arti angka-angka ini?")
    String meaning();

    /** Definition. */
    @Message(
            "Satu kali menulis adalah pesan, atau beberapa pesan berturut-turut, yang meminta jawaban, sampai dijawab. Spam dan ucapan terima kasih setelah dijawab tidak dihitung.")
    String meansTurns();

    /** Definition. */
    @Message(
            "Dari semua kali warga menulis, berapa bagian yang benar-benar dijawab dalam 10 menit, siang maupun malam. Balasan otomatis “pesan Anda kami terima” bukan jawaban.")
    String meansWithin();

    /** Definition. */
    @Message(
            "Waktu sampai separuh dari semuanya dijawab, dihitung sejak warga mengirim. Yang masih menunggu ikut dihitung; kalau belum sampai separuh yang dijawab, tertulis “belum tercapai”. Di bawahnya: rentang kepercayaan 95 %.")
    String meansMedian();

    /** Definition. */
    @Message("Bagian yang setelah 24 jam belum mendapat jawaban. Kasus yang ditutup tanpa jawaban termasuk di sini.")
    String meansIgnored();

    /** Definition. */
    @Message("Dari semua orang yang menulis bulan itu, berapa bagian yang setidaknya sekali dijawab.")
    String meansCoverage();

    /** Heading. */
    @Message("Yang tidak ditampilkan, dan mengapa")
    String hidden();

    /** Reason. */
    @Message(
            "Kelompok dengan kurang dari 30 kali menulis: angkanya bisa jadi hanya kebetulan dan orangnya bisa dikenali. Supaya tidak bisa dihitung dari selisih, kelompok terkecil lain kadang ikut disembunyikan.")
    String hiddenSmall();

    /** Reason. */
    @Message(
            "Bulan yang sedang berjalan: pesan yang baru datang belum bisa dinilai. Rapor terbit sehari setelah bulannya selesai.")
    String hiddenMonth();

    /** Reason. */
    @Message("Peringkat: beban dan jenis pertanyaan tiap instansi berbeda.")
    String hiddenRank();

    /** Reason. */
    @Message(
            "Rata-rata: beberapa jawaban kilat atau sangat lambat sudah mengubahnya, dan yang tidak dijawab tidak masuk hitungan.")
    String hiddenMean();

    /** Reason. */
    @Message("Isi pesan, nama, nomor, dan petugas: tidak pernah.")
    String hiddenWords();

    /** Link. */
    @Message("Data untuk program (JSON)")
    String data();

    /** Heading. */
    @Message("Pasang di situs lain")
    String embed();

    /** Below it. */
    @Message("Salin baris ini ke halaman Anda. Angkanya selalu bulan terbaru.")
    String embedHint();

    /** Under what another site shows. */
    @Message("Rapor lengkap di Sigap")
    String source();

    /** Heading. */
    @Message("Bulan {name}")
    String month(String name);
}
