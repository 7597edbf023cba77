package id.sigap.reply.draft;

import java.util.List;

/** Our own wordings: everyday Indonesian, warm, never defensive, no promise without a time. */
final class Wordings {
    static final List<String> GREETING =
            List.of("Halo, Bapak/Ibu{nama}.", "Selamat datang, Bapak/Ibu{nama}.", "Salam, Bapak/Ibu{nama}.");

    static final List<String> EMPATHY = List.of(
            "Kami mengerti ini sangat mengganggu, dan kami mohon maaf.",
            "Mohon maaf atas pengalaman yang mengecewakan ini; kami memahami perasaan Bapak/Ibu.",
            "Kami ikut prihatin dan memahami kekecewaan Bapak/Ibu. Mohon maaf atas kejadian ini.",
            "Wajar bila Bapak/Ibu kecewa. Kami mohon maaf dan ingin segera membantu.");

    static final List<String> COMPLAINT = List.of(
            "Laporan{topik} sudah kami teruskan ke {unit}. Perkembangannya kami kabari paling lambat {tenggat}.",
            "Terima kasih sudah memberi tahu kami. {unit} sedang memeriksa laporan{topik} ini, dan kabarnya kami sampaikan paling lambat {tenggat}.",
            "Kami sudah mencatat laporan{topik} ini dan {unit} menanganinya sekarang. Paling lambat {tenggat} Bapak/Ibu mendapat kabar dari kami.");

    static final List<String> QUESTION = List.of(
            "Terima kasih atas pertanyaannya. {unit} sedang menyiapkan jawaban{topik}, dan kami sampaikan paling lambat {tenggat}.",
            "Pertanyaan{topik} sudah kami terima. Jawaban dari {unit} kami kirim paling lambat {tenggat}.",
            "Terima kasih sudah bertanya. Kami pastikan dulu ke {unit}; jawaban{topik} kami sampaikan paling lambat {tenggat}.");

    static final List<String> PRAISE = List.of(
            "Terima kasih banyak atas apresiasinya. Pesan ini kami teruskan kepada rekan-rekan di {unit}.",
            "Senang sekali membacanya, terima kasih! Apresiasi ini kami sampaikan ke {unit}.",
            "Terima kasih atas kata-kata baiknya. Rekan-rekan di {unit} pasti senang mendengarnya.");

    static final List<String> OTHER = List.of(
            "Terima kasih sudah menghubungi {instansi}. Pesan ini sudah sampai di {unit}, dan kami tanggapi paling lambat {tenggat}.",
            "Pesan Bapak/Ibu sudah kami terima, terima kasih. {unit} membacanya dan memberi kabar paling lambat {tenggat}.");

    static final List<String> DANGER =
            List.of("Bila ada yang terluka atau terancam bahaya, segera hubungi 112 (gratis, 24 jam).");

    static final List<String> ASK_ONE = List.of(
            "Supaya lebih cepat kami bantu, mohon lengkapi satu hal: {pertanyaan}",
            "Agar bisa langsung kami telusuri, boleh kami tahu: {pertanyaan}",
            "Satu hal yang kami perlukan: {pertanyaan}");

    static final List<String> ASK_SEVERAL = List.of(
            "Supaya lebih cepat kami bantu, mohon lengkapi: {pertanyaan}",
            "Agar bisa langsung kami telusuri, boleh kami tahu: {pertanyaan}");

    static final List<String> NUMBER = List.of("Nomor kasus: {nomor}", "Simpan nomor kasus ini: {nomor}");

    private Wordings() {}
}
