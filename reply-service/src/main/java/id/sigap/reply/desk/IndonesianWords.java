package id.sigap.reply.desk;

import id.sigap.contracts.Channel;
import id.sigap.contracts.Kind;
import id.sigap.contracts.Urgency;
import id.sigap.contracts.directory.Release;
import id.sigap.reply.cases.CaseState;
import id.sigap.reply.dispatch.ReplyState;
import id.sigap.reply.draft.TemplateSlot;
import id.sigap.reply.knowledge.ArticleState;
import id.sigap.reply.statement.StatementState;
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
            case NEW -> "Baru";
            case DRAFTING -> "Draf";
            case AWAITING_APPROVAL -> "Menunggu persetujuan";
            case SENDING -> "Sedang dikirim";
            case NEEDS_ATTENTION -> "Perlu dilihat";
            case ANSWERED -> "Dijawab";
            case WAITING_FOR_CITIZEN -> "Menunggu warga";
            case RESOLVED -> "Beres";
            case TRANSFERRED -> "Di instansi lain";
            case SNOOZED -> "Ditunda";
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
    public String of(TemplateSlot slot) {
        return switch (slot) {
            case NAME -> "nama warga; kosong di ruang publik";
            case NUMBER -> "nomor kasus";
            case TOPIC -> "topiknya";
            case UNIT -> "nama unit kerja";
            case AGENCY -> "nama instansi";
            case DEADLINE -> "kapan warga mendapat kabar lagi";
            case LEGAL_DEADLINE -> "batas penyelesaian menurut aturan, atau kosong";
            case QUESTIONS -> "pertanyaan tentang yang belum diketahui";
            case ANSWER -> "jawaban dari basis pengetahuan";
            case EMPATHY -> "satu kalimat empati bila warga sedang kesal";
        };
    }

    @Override
    public String of(StatementState state) {
        return switch (state) {
            case DRAFT -> "Draf";
            case SUBMITTED -> "Menunggu persetujuan";
            case RELEASED -> "Dikirim";
            case PAUSED -> "Dijeda";
            case CANCELLED -> "Dihentikan";
        };
    }

    @Override
    public String of(Release release) {
        return switch (release) {
            case SEND_NOW -> "Kirim langsung";
            case UNDO_WINDOW -> "Kirim, bisa dibatalkan sebentar";
            case ONE_APPROVAL -> "Satu persetujuan";
            case TWO_APPROVALS -> "Dua persetujuan";
        };
    }

    @Override
    public String of(ArticleState state) {
        return switch (state) {
            case DRAFT -> "Draf";
            case PUBLISHED -> "Terbit";
            case RETIRED -> "Ditarik";
        };
    }

    @Override
    public String outcome(String outcome, String reason) {
        return switch (reason.isEmpty() ? outcome : reason) {
            case "ready" -> "Draf lengkap";
            case "needs-detail" -> "Menanyakan yang kurang";
            case "whistle-blowing" -> "Perlu orang: laporan pelanggaran";
            case "danger" -> "Perlu orang: ada bahaya";
            case "unsure" -> "Perlu orang: triase ragu";
            case "no-answer" -> "Perlu orang: belum ada jawaban di basis pengetahuan";
            case "part-open" -> "Perlu orang: sebagian pertanyaan belum terjawab";
            case "no-calendar" -> "Perlu orang: kalender unit belum lengkap";
            default -> "Draf";
        };
    }

    @Override
    public String skipped(String reason) {
        return switch (reason) {
            case "closed" -> "sudah ditutup";
            case "withdrawn" -> "pesannya ditarik";
            case "answered" -> "sudah dijawab";
            case "not-answered" -> "belum pernah dijawab";
            case "in-hand" -> "sedang ditangani petugas";
            case "unknown" -> "belum pasti terkirim";
            case "window-closed" -> "jendela balasan kanal tertutup";
            case "too-long" -> "terlalu panjang untuk kanalnya";
            case "wrong-state" -> "keadaannya tidak cocok";
            case "not-in-directory" -> "akunnya tidak ada di direktori";
            default -> "sebab lain";
        };
    }

    @Override
    public String many(int done, int refused) {
        return done + " kasus diubah." + (refused == 0 ? "" : " " + refused + " tidak dapat diubah.");
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
            case "text-kept" -> "Teks dicatat";
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
            case "snoozed" -> "Ditunda";
            case "woken" -> "Kembali ke antrean";
            case "transferred" -> "Diteruskan ke instansi lain";
            case "office-answered" -> "Instansi lain sudah menjawab";
            case "merged" -> "Digabung dengan kasus lain";
            case "absorbed" -> "Kasus lain digabung ke sini";
            case "resolved" -> "Ditandai beres";
            case "waiting" -> "Menunggu warga";
            case "taken-back" -> "Diambil kembali dari petugas";
            case "rated" -> "Dinilai warga";
            case "thanked" -> "Warga berterima kasih";
            case "sent" -> "Terkirim";
            case "linked" -> "Identitas warga dihubungkan";
            case "unlinked" -> "Hubungan identitas dilepas";
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
            case DRAFTED_ANEW -> "Draf baru sudah disiapkan.";
            case TYPING_FORGOTTEN -> "Ketikan Anda dibuang.";
            case TAKEN -> "Kasus ini sekarang Anda tangani.";
            case LEFT -> "Kasus ini dilepas untuk rekan lain.";
            case CORRECTED -> "Sudah diperbaiki. Terima kasih, koreksi Anda ikut melatih triase.";
            case ROUTED -> "Kasus dialihkan ke unit lain. Batas waktunya tetap.";
            case CLOSED -> "Kasus ditutup.";
            case REOPENED -> "Kasus dibuka lagi.";
            case NOTED -> "Catatan tersimpan.";
            case MANY_UNDONE -> "Sudah dibatalkan. Kasusnya kembali seperti semula.";
            case VIEW_SAVED -> "Tampilan tersimpan.";
            case VIEW_DELETED -> "Tampilan dihapus.";
            case TEMPLATE_SAVED -> "Templat tersimpan.";
            case DISCARDED -> "Jawaban dibuang. Kasusnya menunggu jawaban lain.";
            case ACCOUNT_RESUMED -> "Akun mencoba mengirim lagi.";
            case STATEMENT_WRITTEN -> "Pernyataan tersimpan. Periksa siapa yang menerima, lalu ajukan.";
            case PAUSED -> "Pengiriman dijeda. Yang sudah keluar tetap terkirim.";
            case RESUMED -> "Pengiriman dilanjutkan.";
            case CANCELLED -> "Pengiriman dihentikan. Sisanya kembali menjadi draf.";
            case RETIRED -> "Pernyataan ini tidak ditawarkan lagi.";
            case REVISED -> "Teks diubah. Penulisnya, atau penyelia lain, perlu menyetujuinya.";
            case CONFIRMED -> "Perubahan disepakati.";
            case ARTICLE_SAVED -> "Artikel tersimpan dan langsung dipakai.";
            case SNOOZED -> "Kasus ditunda. Ia kembali sendiri pada waktunya, atau bila warga menulis.";
            case WOKEN -> "Kasus kembali ke antrean.";
            case LEFT_TO_CITIZEN -> "Sekarang giliran warga. Kasus kembali bila warga menulis.";
            case RESOLVED -> "Kasus tuntas. Ia tertutup sendiri bila warga tidak menulis lagi.";
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
            case "too-late" -> "Sudah tidak dapat dibatalkan.";
            case "too-many-views" -> "Tampilan Anda sudah banyak. Hapus salah satu lebih dulu, ya.";
            case "same-unit" -> "Kasus ini memang sudah di unit itu.";
            case "name-taken" -> "Nama itu sudah dipakai. Pilih nama lain, ya.";
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
