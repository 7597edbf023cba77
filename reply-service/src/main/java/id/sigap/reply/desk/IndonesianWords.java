package id.sigap.reply.desk;

import id.sigap.contracts.Channel;
import id.sigap.contracts.Kind;
import id.sigap.contracts.Urgency;
import id.sigap.reply.cases.CaseState;
import id.sigap.reply.dispatch.ReplyState;
import id.sigap.runtime.language.Language;
import java.time.Duration;
import java.time.format.DateTimeFormatter;

/** The desk in plain Indonesian. */
final class IndonesianWords implements DeskWords {
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
    public String of(Kind kind) {
        return switch (kind) {
            case COMPLAINT -> "Keluhan";
            case QUESTION -> "Pertanyaan";
            case PRAISE -> "Apresiasi";
            case OTHER -> "Lainnya";
            case SPAM -> "Spam";
        };
    }

    @Override
    public String of(Urgency urgency) {
        return switch (urgency) {
            case LOW -> "Santai";
            case NORMAL -> "Biasa";
            case HIGH -> "Mendesak";
            case CRITICAL -> "Darurat";
        };
    }

    @Override
    public String of(CaseState state) {
        return switch (state) {
            case DRAFTING -> "Draf";
            case AWAITING_APPROVAL -> "Menunggu persetujuan";
            case SENDING -> "Sedang dikirim";
            case NEEDS_ATTENTION -> "Perlu dilihat";
            case ANSWERED -> "Dijawab";
            case CLOSED -> "Selesai";
        };
    }

    @Override
    public String of(Channel channel) {
        return switch (channel) {
            case WEB -> "Formulir web";
            case WHATSAPP -> "WhatsApp";
            case TELEGRAM -> "Telegram";
            case EMAIL -> "Surel";
            case X -> "X";
            case INSTAGRAM -> "Instagram";
            case FACEBOOK -> "Facebook";
            case TIKTOK -> "TikTok";
            case YOUTUBE -> "YouTube";
            case SMS -> "SMS";
            case API -> "Sistem lain";
            case OPEN311 -> "Open311";
        };
    }

    @Override
    public String explain(ReplyState state, int approvalsNeeded, int approvalsGiven) {
        return switch (state) {
            case DRAFT ->
                approvalsNeeded == 0
                        ? "Draf. Begitu Anda mengirimnya, jawaban ini langsung ke warga."
                        : "Draf. Setelah diajukan, jawaban ini memerlukan " + approvalsNeeded + " persetujuan.";
            case SUBMITTED ->
                "Menunggu persetujuan " + (approvalsGiven + 1) + " dari " + Math.max(1, approvalsNeeded) + ".";
            case QUEUED -> "Segera dikirim.";
            case SENDING -> "Sedang dikirim.";
            case ACCEPTED -> "Terkirim.";
            case FAILED -> "Tidak terkirim: kanal menolaknya.";
            case UNKNOWN -> "Belum pasti terkirim. Periksa percakapannya di kanal sebelum mengirim ulang.";
            case DISCARDED -> "Tidak dipakai.";
        };
    }

    @Override
    public String act(String act) {
        return switch (act) {
            case "drafted" -> "Draf ditulis";
            case "submitted" -> "Diajukan untuk disetujui";
            case "approved" -> "Disetujui";
            case "rejected" -> "Dikembalikan";
            case "edited" -> "Teks diubah";
            case "undone" -> "Pengiriman dibatalkan";
            case "released" -> "Dilepas untuk dikirim";
            case "sent-again" -> "Dikirim ulang";
            case "delegated" -> "Persetujuan dialihkan";
            case "revised" -> "Teks diubah penyetuju";
            case "confirmed" -> "Perubahan dikonfirmasi";
            case "assigned" -> "Petugas diganti";
            case "routed" -> "Dialihkan ke unit lain";
            case "reclassified" -> "Jenis atau topik diperbaiki";
            case "closed" -> "Ditutup";
            case "reopened" -> "Dibuka lagi";
            case "note" -> "Catatan";
            default -> act;
        };
    }

    @Override
    public String of(Done done) {
        return switch (done) {
            case SAVED -> "Perubahan tersimpan.";
            case SUBMITTED -> "Jawaban sudah diajukan.";
            case APPROVED -> "Jawaban disetujui.";
            case SENT_BACK -> "Jawaban dikembalikan untuk diperbaiki.";
            case UNDONE -> "Pengiriman dibatalkan. Jawaban kembali menjadi draf.";
            case SENT_AGAIN -> "Jawaban dikirim ulang.";
            case ARRIVED -> "Tercatat: jawaban sudah sampai.";
        };
    }

    @Override
    public String refused(String code) {
        return switch (code) {
            case "own-submission" -> "Jawaban yang Anda ajukan perlu disetujui orang lain.";
            case "own-text" -> "Jawaban yang Anda tulis perlu disetujui orang lain.";
            case "approved-already" -> "Anda sudah menyetujui. Persetujuan berikutnya dari orang lain.";
            case "text-changed" -> "Teksnya sudah berubah sejak Anda lihat. Periksa lagi di bawah, ya.";
            case "wrong-state", "reply-in-the-making" ->
                "Jawaban ini sudah berpindah keadaan. Lihat keadaannya sekarang di bawah.";
            case "version-conflict" -> "Rekan lain baru saja mengubahnya. Lihat versi terbaru di bawah.";
            case "conflict" -> "Rekan lain lebih dulu. Lihat keadaannya sekarang di bawah.";
            case "forbidden" -> "Ini hanya dapat dilakukan penyelia.";
            case "bad-request" -> "Isiannya masih kosong. Tulis sesuatu lebih dulu, ya.";
            case "unprocessable" -> "Teksnya terlalu panjang untuk kanal ini. Persingkat, lalu coba lagi.";
            case "not-approver" ->
                "Persetujuan ini untuk orang lain. Anda dapat memberikannya bila dialihkan kepada Anda.";
            default ->
                code.startsWith("check-")
                        ? "Ada pemeriksaan yang melarang. Lihat temuannya di bawah teks, ya."
                        : "Belum berhasil. Coba lagi sebentar lagi, ya.";
        };
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
