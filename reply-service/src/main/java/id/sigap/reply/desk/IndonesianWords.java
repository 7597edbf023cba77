package id.sigap.reply.desk;

import id.sigap.runtime.language.Language;
import java.time.Duration;
import java.time.format.DateTimeFormatter;

/** The desk in plain Indonesian. */
final class IndonesianWords extends IndonesianNames implements DeskWords {
    private static final DateTimeFormatter DAY_AND_TIME =
            DateTimeFormatter.ofPattern("d MMM, HH.mm", Language.INDONESIAN.locale());

    @Override
    public Language language() {
        return Language.INDONESIAN;
    }

    @Override
    public String skip() {
        return "Langsung ke isi";
    }

    @Override
    public String mainNavigation() {
        return "Utama";
    }

    @Override
    public String signOut() {
        return "Keluar";
    }

    @Override
    public String role(boolean supervisor) {
        return supervisor ? "Penyelia" : "Petugas";
    }

    @Override
    public String queue() {
        return "Antrean";
    }

    @Override
    public String queueHint() {
        return "Yang paling mendesak dan paling dekat batas waktunya ada di atas. Daftar ini memperbarui diri sendiri.";
    }

    @Override
    public String filter() {
        return "Saring";
    }

    @Override
    public String stateField() {
        return "Keadaan";
    }

    @Override
    public String kindField() {
        return "Jenis";
    }

    @Override
    public String channelField() {
        return "Kanal";
    }

    @Override
    public String allWaiting() {
        return "Yang menunggu kita";
    }

    @Override
    public String allOpen() {
        return "Semua yang terbuka";
    }

    @Override
    public String allKinds() {
        return "Semua jenis";
    }

    @Override
    public String allChannels() {
        return "Semua kanal";
    }

    @Override
    public String nothingWaits() {
        return "Tidak ada yang menunggu. Semua warga sudah dijawab.";
    }

    @Override
    public String nothingFits() {
        return "Tidak ada kasus yang cocok dengan saringan ini.";
    }

    @Override
    public String summary(int rows, boolean more, long late) {
        return rows + (more ? " kasus pertama" : " kasus") + (late == 0 ? "" : ", " + late + " lewat batas waktu");
    }

    @Override
    public String nextPage() {
        return "Berikutnya";
    }

    @Override
    public String firstPage() {
        return "Kembali ke awal";
    }

    @Override
    public String caseColumn() {
        return "Kasus";
    }

    @Override
    public String waitingColumn() {
        return "Menunggu";
    }

    @Override
    public String messageColumn() {
        return "Pesan";
    }

    @Override
    public String kindColumn() {
        return "Jenis dan topik";
    }

    @Override
    public String unitColumn() {
        return "Unit";
    }

    @Override
    public String stateColumn() {
        return "Keadaan";
    }

    @Override
    public String otherTopic() {
        return "Topik lain";
    }

    @Override
    public String theCase() {
        return "Kasus";
    }

    @Override
    public String conversation() {
        return "Percakapan";
    }

    @Override
    public String citizen() {
        return "Warga";
    }

    @Override
    public String us() {
        return "Kami";
    }

    @Override
    public String automatic() {
        return "Otomatis";
    }

    @Override
    public String withdrawn() {
        return "ditarik oleh warga";
    }

    @Override
    public String edited() {
        return "diubah oleh warga";
    }

    @Override
    public String sent() {
        return "terkirim";
    }

    @Override
    public String answer() {
        return "Jawaban";
    }

    @Override
    public String answerText() {
        return "Teks jawaban";
    }

    @Override
    public String writeAnswer() {
        return "Tulis jawaban";
    }

    @Override
    public String send() {
        return "Kirim";
    }

    @Override
    public String submit() {
        return "Ajukan";
    }

    @Override
    public String save() {
        return "Simpan perubahan";
    }

    @Override
    public String saveDraft() {
        return "Simpan sebagai draf";
    }

    @Override
    public String approve() {
        return "Setujui dan kirim";
    }

    @Override
    public String sendBackTitle() {
        return "Kembalikan untuk diperbaiki";
    }

    @Override
    public String reason() {
        return "Alasan";
    }

    @Override
    public String sendBack() {
        return "Kembalikan";
    }

    @Override
    public String undo() {
        return "Batalkan pengiriman";
    }

    @Override
    public String sendAgain() {
        return "Kirim ulang";
    }

    @Override
    public String unsaved() {
        return "Tulisan Anda belum tersimpan. Salin dari sini bila masih perlu:";
    }

    @Override
    public String arrived() {
        return "Sudah sampai di warga";
    }

    @Override
    public String nothingInTheMaking() {
        return "Tidak ada jawaban yang sedang disiapkan.";
    }

    @Override
    public String why() {
        return "Mengapa begini";
    }

    @Override
    public String confidence() {
        return "Keyakinan";
    }

    @Override
    public String decidingWords() {
        return "Kata penentu";
    }

    @Override
    public String missing() {
        return "Belum diketahui";
    }

    @Override
    public String assignee() {
        return "Petugas";
    }

    @Override
    public String nobody() {
        return "Belum ada";
    }

    @Override
    public String deadline() {
        return "Batas waktu";
    }

    @Override
    public String history() {
        return "Riwayat";
    }

    @Override
    public Trouble trouble(int status) {
        return switch (status) {
            case 403 ->
                new Trouble(
                        "Halaman ini bukan untuk akun Anda",
                        "Meja ini untuk petugas dan penyelia. Kalau Anda salah satunya, keluar lalu masuk dengan akun itu.");
            case 404 ->
                new Trouble(
                        "Halaman tidak ditemukan",
                        "Alamatnya mungkin salah ketik, atau kasusnya bukan milik instansi Anda.");
            case 400, 405, 415, 422 ->
                new Trouble("Alamat ini tidak lengkap", "Kembali ke antrean, lalu buka kasusnya dari sana.");
            default ->
                new Trouble(
                        "Sedang ada gangguan", "Ini bukan salah Anda. Tunggu sebentar, lalu muat ulang halaman ini.");
        };
    }

    @Override
    public String backToQueue() {
        return "Kembali ke antrean";
    }

    @Override
    public String span(Duration span) {
        long minutes = span.toMinutes();
        if (minutes < 1) {
            return span.toSeconds() + " dtk";
        }
        if (minutes < 60) {
            return minutes + " mnt";
        }
        if (minutes < 48 * 60) {
            return minutes / 60 + " jam " + minutes % 60 + " mnt";
        }
        return minutes / (24 * 60) + " hari";
    }

    @Override
    public String late(String span) {
        return "lewat " + span;
    }

    @Override
    public String left(String span) {
        return "sisa " + span;
    }

    @Override
    public DateTimeFormatter dayAndTime() {
        return DAY_AND_TIME;
    }
}
