package id.sigap.reply.draft;

import java.util.List;

/**
 * Our own wordings: everyday Indonesian, warm, never defensive, no promise without a time. Lists of parts that stand in
 * every answer have lengths without a common divisor, see {@link StableChoice}.
 */
final class Wordings {
    static final List<String> GREETING = List.of(
            "Halo, Bapak/Ibu{nama}.",
            "Selamat datang, Bapak/Ibu{nama}.",
            "Salam, Bapak/Ibu{nama}.",
            "Halo, Bapak/Ibu{nama}, terima kasih sudah menghubungi kami.",
            "Salam hangat, Bapak/Ibu{nama}.");

    static final List<String> EMPATHY = List.of(
            "Kami mengerti ini sangat mengganggu, dan kami mohon maaf.",
            "Mohon maaf atas pengalaman yang mengecewakan ini; kami memahami perasaan Bapak/Ibu.",
            "Kami ikut prihatin dan memahami kekecewaan Bapak/Ibu. Mohon maaf atas kejadian ini.",
            "Wajar bila Bapak/Ibu kecewa. Kami mohon maaf dan ingin segera membantu.");

    static final List<String> COMPLAINT = List.of(
            "Laporan{topik} sudah kami teruskan ke {unit}. Perkembangannya kami kabari paling lambat {tenggat}.",
            "Terima kasih sudah memberi tahu kami. {unit} sedang memeriksa laporan{topik} ini, dan kabarnya kami sampaikan paling lambat {tenggat}.",
            "Kami sudah mencatat laporan{topik} ini dan {unit} menanganinya sekarang. Paling lambat {tenggat} Bapak/Ibu mendapat kabar dari kami.",
            "Laporan{topik} ini sudah di tangan {unit}. Kami kabari hasil pemeriksaannya paling lambat {tenggat}.");

    static final List<String> QUESTION = List.of(
            "Terima kasih atas pertanyaannya. {unit} sedang menyiapkan jawaban{topik}, dan kami sampaikan paling lambat {tenggat}.",
            "Pertanyaan{topik} ini kami tanyakan langsung ke {unit}; jawabannya kami kirim paling lambat {tenggat}.",
            "Supaya jawabannya tepat, {unit} memeriksanya dulu. Kami kembali dengan jawaban{topik} paling lambat {tenggat}.",
            "Baik, kami carikan jawaban{topik} ke {unit}. Paling lambat {tenggat} Bapak/Ibu mendapat balasan.");

    static final List<String> PRAISE = List.of(
            "Terima kasih banyak atas apresiasinya. Pesan ini kami teruskan kepada rekan-rekan di {unit}.",
            "Senang sekali membacanya, terima kasih! Apresiasi ini kami sampaikan ke {unit}.",
            "Terima kasih atas kata-kata baiknya. Rekan-rekan di {unit} pasti senang mendengarnya.",
            "Terima kasih, pesan seperti ini menyemangati kami. Rekan-rekan di {unit} akan ikut membacanya.");

    static final List<String> OTHER = List.of(
            "Terima kasih sudah menghubungi {instansi}. Pesan ini sudah sampai di {unit}, dan kami tanggapi paling lambat {tenggat}.",
            "Pesan Bapak/Ibu sudah kami terima, terima kasih. {unit} membacanya dan memberi kabar paling lambat {tenggat}.",
            "Terima kasih atas pesannya. {unit} menanggapinya paling lambat {tenggat}.");

    /** Behind an answer that is not all: the rest goes to people. */
    static final List<String> REST = List.of(
            "Untuk hal lain yang Bapak/Ibu tanyakan, {unit} sedang menyiapkan jawabannya; kami sampaikan paling lambat {tenggat}.",
            "Selebihnya kami teruskan ke {unit}, dan jawabannya kami kirim paling lambat {tenggat}.",
            "Pertanyaan yang lain kami tanyakan ke {unit} dulu. Jawabannya kami sampaikan paling lambat {tenggat}.");

    /** Where nobody can say by when: nothing is promised. */
    static final List<String> RECEIVED = List.of(
            "Pesan{topik} ini sudah kami terima dan kami teruskan ke {unit}.",
            "Terima kasih, pesan{topik} ini sudah sampai di {unit}.",
            "Pesan{topik} Bapak/Ibu sudah kami catat untuk {unit}.");

    static final List<String> CLOSING = List.of(
            "Kalau masih ada yang kurang jelas, balas saja pesan ini.",
            "Bila ada yang ingin ditanyakan lagi, silakan balas pesan ini.",
            "Semoga membantu. Silakan balas pesan ini bila masih ada pertanyaan.",
            "Semoga jelas. Kami siap membantu bila ada pertanyaan lain.");

    /** Before each of several answers. */
    static final String ABOUT = "Soal {judul}:\n";

    static final List<String> DANGER =
            List.of("Bila ada yang terluka atau terancam bahaya, segera hubungi 112 (gratis, 24 jam).");

    static final List<String> ASK_ONE = List.of(
            "Supaya lebih cepat kami bantu, mohon lengkapi satu hal: {pertanyaan}",
            "Agar bisa langsung kami telusuri, boleh kami tahu: {pertanyaan}",
            "Satu hal yang kami perlukan: {pertanyaan}");

    static final List<String> ASK_SEVERAL = List.of(
            "Supaya lebih cepat kami bantu, mohon lengkapi: {pertanyaan}",
            "Agar bisa langsung kami telusuri, boleh kami tahu: {pertanyaan}",
            "Untuk memeriksanya kami perlu tahu: {pertanyaan}");

    /** Behind an answer, to somebody who speaks of a case of their own. */
    static final List<String> ASK_BESIDE = List.of(
            "Kalau ingin kami periksa langsung, boleh kami tahu: {pertanyaan}",
            "Bila perlu kami cek untuk Bapak/Ibu, mohon sebutkan: {pertanyaan}",
            "Supaya bisa kami bantu periksa, boleh kami tahu: {pertanyaan}");

    /** What was left out for the channel's limit. */
    static final String MORE_PRIVATELY = "Selengkapnya kami jelaskan lewat pesan pribadi.";

    static final List<String> NUMBER =
            List.of("Nomor kasus: {nomor}", "Simpan nomor kasus ini: {nomor}", "Nomor kasus Bapak/Ibu: {nomor}");

    private Wordings() {}
}
