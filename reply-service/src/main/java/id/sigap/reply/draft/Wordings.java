package id.sigap.reply.draft;

import java.util.List;

/**
 * Our own wordings in everyday Indonesian and plain English: warm, never defensive, no promise without a time. Lists of
 * parts that stand in every answer have lengths without a common divisor, see {@link StableChoice}. What is promised in
 * English is an answer in English: whoever wrote in it cannot be sent an Indonesian one.
 */
final class Wordings {
    static final Wording GREETING = new Wording(
            List.of(
                    "Halo, Bapak/Ibu{nama}.",
                    "Terima kasih sudah menulis kepada kami, Bapak/Ibu{nama}.",
                    "Salam, Bapak/Ibu{nama}.",
                    "Halo, Bapak/Ibu{nama}, terima kasih sudah menghubungi kami.",
                    "Salam hangat, Bapak/Ibu{nama}."),
            List.of(
                    "Hello{nama}.",
                    "Good day{nama}.",
                    "Hi{nama}, thank you for your message.",
                    "Hello{nama}, thank you for contacting us.",
                    "Warm greetings{nama}."));

    static final Wording EMPATHY = new Wording(
            List.of(
                    "Kami mengerti ini sangat mengganggu, dan kami mohon maaf.",
                    "Mohon maaf atas pengalaman yang mengecewakan ini; kami memahami perasaan Bapak/Ibu.",
                    "Kami ikut prihatin dan memahami kekecewaan Bapak/Ibu. Mohon maaf atas kejadian ini.",
                    "Wajar bila Bapak/Ibu kecewa. Kami mohon maaf dan ingin segera membantu."),
            List.of(
                    "We understand how upsetting this is, and we are sorry.",
                    "We are sorry that this happened to you; we understand how you feel.",
                    "We are sorry to hear this and understand your disappointment.",
                    "It is natural to be upset about this. We are sorry and want to help right away."));

    static final Wording COMPLAINT = new Wording(
            List.of(
                    "Laporan{topik} sudah kami teruskan ke {unit}. Perkembangannya kami kabari paling lambat {tenggat}.",
                    "Terima kasih sudah memberi tahu kami. {unit} sedang memeriksa laporan{topik} ini, dan kabarnya kami sampaikan paling lambat {tenggat}.",
                    "Kami sudah mencatat laporan{topik} ini dan {unit} menanganinya sekarang. Paling lambat {tenggat} Bapak/Ibu mendapat kabar dari kami.",
                    "Laporan{topik} ini sudah di tangan {unit}. Kami kabari hasil pemeriksaannya paling lambat {tenggat}.",
                    "Kami sudah meminta {unit} memeriksa hal{topik} ini. Bapak/Ibu mendengar hasilnya dari kami paling lambat {tenggat}.",
                    "Terima kasih atas laporannya. Rekan-rekan di {unit} menindaklanjutinya, dan paling lambat {tenggat} kami beri tahu sejauh mana.",
                    "Aduan{topik} ini kami serahkan ke {unit} untuk diselesaikan. Kabar berikutnya datang dari kami paling lambat {tenggat}."),
            List.of(
                    "We have passed your report on to {unit}. We will write to you in English by {tenggat} at the latest.",
                    "Thank you for telling us. {unit} is looking into your report, and you will hear from us in English by {tenggat}.",
                    "We have recorded your report and {unit} is handling it now. You will hear from us in English by {tenggat}.",
                    "Your report is with {unit}. We will tell you the outcome in English by {tenggat}.",
                    "We have asked {unit} to look into this. You will hear from us, in English, by {tenggat}.",
                    "Thank you for your report. Our colleagues at {unit} follow it up, and by {tenggat} we let you know in English how far they are.",
                    "We have handed your complaint to {unit} to be settled. The next news from us comes in English by {tenggat}."));

    /** Behind what happens next, where a law sets a day. */
    static final Wording LEGAL = new Wording(
            List.of(
                    "Sesuai aturan, penanganannya selesai paling lambat {batas}.",
                    "Menurut aturan, laporan ini diselesaikan paling lambat {batas}.",
                    "Batas penyelesaiannya menurut aturan: {batas}.",
                    "Aturan memberi waktu sampai {batas} untuk menyelesaikannya.",
                    "Penyelesaian laporan seperti ini dibatasi aturan sampai {batas}."),
            List.of(
                    "By law it is to be settled by {batas}.",
                    "The law wants it settled by {batas}.",
                    "It is to be settled by {batas}, as the law says.",
                    "The law allows until {batas} for settling it.",
                    "For reports like this one the law sets {batas} as the last day."));

    static final Wording QUESTION = new Wording(
            List.of(
                    "Terima kasih atas pertanyaannya. {unit} sedang menyiapkan jawaban{topik}, dan kami sampaikan paling lambat {tenggat}.",
                    "Pertanyaan{topik} ini kami tanyakan langsung ke {unit}; jawabannya kami kirim paling lambat {tenggat}.",
                    "Supaya jawabannya tepat, {unit} memeriksanya dulu. Kami kembali dengan jawaban{topik} paling lambat {tenggat}.",
                    "Baik, kami carikan jawaban{topik} ke {unit}. Paling lambat {tenggat} Bapak/Ibu mendapat balasan.",
                    "Kami pastikan dulu jawaban{topik} ini kepada {unit}, lalu kami balas paling lambat {tenggat}.",
                    "Terima kasih sudah bertanya. Jawaban{topik} kami mintakan ke {unit} dan sampai kepada Bapak/Ibu paling lambat {tenggat}.",
                    "Pertanyaan ini sudah di meja {unit}. Penjelasannya kami kirim paling lambat {tenggat}."),
            List.of(
                    "Thank you for your question. {unit} is preparing the answer, and a colleague will send it to you in English by {tenggat}.",
                    "We are putting your question to {unit}; a colleague will answer you in English by {tenggat}.",
                    "To give you the right answer, {unit} checks it first. A colleague will write to you in English by {tenggat}.",
                    "We are looking up the answer with {unit}. You will have it in English by {tenggat}.",
                    "Let us make sure with {unit} first; we reply in English by {tenggat}.",
                    "Thank you for asking. We have requested the answer from {unit}, and it reaches you in English by {tenggat}.",
                    "Your question is on the desk of {unit}. The explanation follows in English by {tenggat}."));

    static final Wording PRAISE = new Wording(
            List.of(
                    "Terima kasih banyak atas apresiasinya. Pesan ini kami teruskan kepada rekan-rekan di {unit}.",
                    "Senang sekali membacanya, terima kasih! Apresiasi ini kami sampaikan ke {unit}.",
                    "Terima kasih atas kata-kata baiknya. Rekan-rekan di {unit} pasti senang mendengarnya.",
                    "Terima kasih, pesan seperti ini menyemangati kami. Rekan-rekan di {unit} akan ikut membacanya."),
            List.of(
                    "Thank you very much for your kind words. We are passing them on to our colleagues at {unit}.",
                    "How nice to read this, thank you! We are passing it on to {unit}.",
                    "Thank you for your kind words. Our colleagues at {unit} will be glad to hear them.",
                    "Thank you, messages like yours keep us going. Our colleagues at {unit} will read it too."));

    static final Wording OTHER = new Wording(
            List.of(
                    "Terima kasih sudah menghubungi {instansi}. Pesan ini sudah sampai di {unit}, dan kami tanggapi paling lambat {tenggat}.",
                    "Pesan Bapak/Ibu sudah kami terima, terima kasih. {unit} membacanya dan memberi kabar paling lambat {tenggat}.",
                    "Terima kasih atas pesannya. {unit} menanggapinya paling lambat {tenggat}."),
            List.of(
                    "Thank you for contacting {instansi}. Your message has reached {unit}, and a colleague will reply in English by {tenggat}.",
                    "We have received your message, thank you. {unit} is reading it and will reply in English by {tenggat}.",
                    "Thank you for your message. {unit} will reply in English by {tenggat}."));

    /** Behind an answer that is not all: the rest goes to people. */
    static final Wording REST = new Wording(
            List.of(
                    "Untuk hal lain yang Bapak/Ibu tanyakan, {unit} sedang menyiapkan jawabannya; kami sampaikan paling lambat {tenggat}.",
                    "Selebihnya kami teruskan ke {unit}, dan jawabannya kami kirim paling lambat {tenggat}.",
                    "Pertanyaan yang lain kami tanyakan ke {unit} dulu. Jawabannya kami sampaikan paling lambat {tenggat}."),
            List.of(
                    "{unit} is preparing the answer to the rest of your question; we will send it in English by {tenggat}.",
                    "We have passed the rest on to {unit}, and will send you the answer in English by {tenggat}.",
                    "We are asking {unit} about your other question. You will have the answer in English by {tenggat}."));

    /** Where nobody can say by when: nothing is promised. */
    static final Wording RECEIVED = new Wording(
            List.of(
                    "Pesan{topik} ini sudah kami terima dan kami teruskan ke {unit}.",
                    "Terima kasih, pesan{topik} ini sudah sampai di {unit}.",
                    "Pesan{topik} Bapak/Ibu sudah kami catat untuk {unit}."),
            List.of(
                    "We have received your message and passed it on to {unit}.",
                    "Thank you, your message has reached {unit}.",
                    "We have recorded your message for {unit}."));

    static final Wording CLOSING = new Wording(
            List.of(
                    "Kalau masih ada yang kurang jelas, balas saja pesan ini.",
                    "Bila ada yang ingin ditanyakan lagi, silakan balas pesan ini.",
                    "Semoga membantu. Silakan balas pesan ini bila masih ada pertanyaan.",
                    "Semoga jelas. Kami siap membantu bila ada pertanyaan lain."),
            List.of(
                    "If anything is unclear, just reply to this message.",
                    "If you have another question, please reply to this message.",
                    "We hope this helps. Please reply to this message if you have more questions.",
                    "We hope this is clear. We are happy to help with any other question."));

    /** Before each of several answers. */
    static final Wording ABOUT = Wording.of("Soal {judul}:\n", "About {judul}:\n");

    static final Wording DANGER = new Wording(
            List.of("Bila ada yang terluka atau terancam bahaya, segera hubungi 112 (gratis, 24 jam)."),
            List.of("If anyone is hurt or in danger, please call 112 right away (free, 24 hours)."));

    static final Wording ASK_ONE = new Wording(
            List.of(
                    "Supaya lebih cepat kami bantu, mohon lengkapi satu hal: {pertanyaan}",
                    "Agar bisa langsung kami telusuri, boleh kami tahu: {pertanyaan}",
                    "Satu hal yang kami perlukan: {pertanyaan}"),
            List.of(
                    "So that we can help you sooner, please tell us one thing: {pertanyaan}",
                    "To look into it right away, may we know: {pertanyaan}",
                    "There is one thing that we need: {pertanyaan}"));

    static final Wording ASK_SEVERAL = new Wording(
            List.of(
                    "Supaya lebih cepat kami bantu, mohon lengkapi: {pertanyaan}",
                    "Agar bisa langsung kami telusuri, boleh kami tahu: {pertanyaan}",
                    "Untuk memeriksanya kami perlu tahu: {pertanyaan}"),
            List.of(
                    "So that we can help you sooner, please tell us: {pertanyaan}",
                    "To look into it right away, may we know: {pertanyaan}",
                    "To check it we need to know: {pertanyaan}"));

    /** Behind an answer, to somebody who speaks of a case of their own. */
    static final Wording ASK_BESIDE = new Wording(
            List.of(
                    "Kalau ingin kami periksa langsung, boleh kami tahu: {pertanyaan}",
                    "Bila perlu kami cek untuk Bapak/Ibu, mohon sebutkan: {pertanyaan}",
                    "Supaya bisa kami bantu periksa, boleh kami tahu: {pertanyaan}"),
            List.of(
                    "If you would like us to look into it, may we know: {pertanyaan}",
                    "If we should check it for you, please tell us: {pertanyaan}",
                    "So that we can check it for you, may we know: {pertanyaan}"));

    /** What was left out for the channel's limit. */
    static final Wording MORE_PRIVATELY = Wording.of(
            "Selengkapnya kami jelaskan lewat pesan pribadi.", "We will explain the rest by private message.");

    static final Wording NUMBER = new Wording(
            List.of("Nomor kasus: {nomor}", "Simpan nomor kasus ini: {nomor}", "Nomor kasus Bapak/Ibu: {nomor}"),
            List.of("Case number: {nomor}", "Please keep this case number: {nomor}", "Your case number: {nomor}"));

    private Wordings() {}

    /**
     * Ways to say one thing.
     *
     * @param indonesian at least one
     * @param english at least one
     */
    record Wording(List<String> indonesian, List<String> english) {
        static Wording of(String indonesian, String english) {
            return new Wording(List.of(indonesian), List.of(english));
        }

        List<String> in(Tongue tongue) {
            return tongue == Tongue.ENGLISH ? english : indonesian;
        }

        /** Where there is one way only. */
        String only(Tongue tongue) {
            return in(tongue).get(0);
        }
    }
}
