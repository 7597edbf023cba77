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

/** What things are called, in plain Indonesian. */
abstract class IndonesianNames implements ThingNames {
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
            case "unsure" -> "Perlu orang: jenisnya belum pasti";
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
    public String cause(String code) {
        return switch (code) {
            case "blocked-by-citizen" -> "warga memblokir akun kita";
            case "not-what-was-approved" -> "teksnya bukan yang disetujui";
            case "reply-window" -> "jendela balasan kanal sudah tertutup";
            case "personal-data" -> "ada data pribadi di balasan publik";
            case "not-delivered" -> "kanal melaporkan tidak sampai";
            case "no-message-id", "not-understood" -> "jawaban kanal tidak dapat dibaca";
            case "interrupted" -> "pengiriman terputus";
            case "no-access-token", "no-bot-token" -> "kunci akses akun belum ada";
            case "not-in-directory" -> "akun tidak ada di direktori";
            default -> "kode kanal " + code;
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
            case "read-again" -> "Pesan diubah warga, dibaca ulang";
            case "thanked" -> "Warga berterima kasih";
            case "sent" -> "Terkirim";
            case "statement-written" -> "Pernyataan ditulis";
            case "statement-submitted" -> "Pernyataan diajukan";
            case "statement-approved" -> "Pernyataan disetujui";
            case "statement-revised" -> "Pernyataan diubah oleh penyetujunya";
            case "statement-confirmed" -> "Perubahan pernyataan disepakati";
            case "statement-rejected" -> "Pernyataan dikembalikan";
            case "statement-delegated" -> "Persetujuan pernyataan dialihkan";
            case "statement-paused" -> "Pernyataan dijeda";
            case "statement-resumed" -> "Pernyataan dilanjutkan";
            case "statement-ended", "statement-cancelled" -> "Pernyataan dihentikan";
            case "statement-released" -> "Pernyataan dilepas";
            case "withdrawn" -> "Jawaban ditarik";
            case "withdrawal-refused" -> "Kanal menolak menghapus jawaban";
            case "withdrawal-unknown" -> "Belum pasti apakah jawaban terhapus";
            case "scheduled" -> "Dijadwalkan";
            case "joined-incident" -> "Masuk ke insiden";
            case "send-given-up" -> "Kiriman dibuang";
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
            case CORRECTED -> "Sudah diperbaiki. Terima kasih, koreksi Anda ikut dipelajari.";
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
            case ARTICLE_SAVED -> "Artikel tersimpan. Yang terbit langsung dipakai.";
            case SNOOZED -> "Kasus ditunda. Ia kembali sendiri pada waktunya, atau bila warga menulis.";
            case WOKEN -> "Kasus kembali ke antrean.";
            case LEFT_TO_CITIZEN -> "Sekarang giliran warga. Kasus kembali bila warga menulis.";
            case PASSED_ON -> "Diteruskan. Kasusnya tetap terbuka sampai instansi itu menjawab.";
            case OFFICE_ANSWERED -> "Jawaban instansi itu tercatat. Sampaikan kepada warga.";
            case LINKED -> "Ditautkan. Kasus warga ini di kanal lain kini tampak di sini.";
            case UNLINKED -> "Tautannya dilepas.";
            case MERGED -> "Digabung. Yang menunggu dari kedua kasus ada di sini.";
            case WITHDRAWN -> "Jawaban ditarik. Pesan warga kembali menunggu.";
            case MENTION_READ -> "Ditandai sudah dibaca.";
            case ON_DUTY -> "Anda bertugas. Kasus baru dibagikan kepada Anda.";
            case OFF_DUTY -> "Anda tidak bertugas. Tidak ada kasus baru untuk Anda.";
            case WEBHOOK_CHANGED -> "Webhook tersimpan.";
            case WEBHOOK_REMOVED -> "Webhook dihapus.";
            case WEBHOOK_TESTED -> "Kiriman uji berangkat. Hasilnya muncul di catatan.";
            case WEBHOOK_REPLAYED -> "Dikirim ulang dengan nomor yang sama.";
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
            case "unprocessable-into" ->
                "Kedua kasus belum diketahui milik warga yang sama, atau bukan dari instansi yang sama.";
            case "unprocessable-other" -> "Tidak ada kasus lain di instansi ini dengan nomor itu.";
            case "unprocessable-case" -> "Kanal ini tidak memberi tahu siapa warganya, jadi tidak dapat ditautkan.";
            case "not-linked" -> "Warga ini tidak ditautkan dengan siapa pun.";
            case "unprocessable-sendAt", "bad-request-sendAt" ->
                "Waktu kirim harus sesudah sekarang, paling lama 30 hari lagi, dan selagi kanal masih menerima jawaban.";
            case "unprocessable-disposition" -> "Masih ada pesan yang belum dijawab.";
            case "bad-request-capacity" -> "Kapasitas: angka dari 0 sampai 1.000.";
            case "bad-request-since" -> "Sejak kapan? Isi tanggal dan jamnya.";
            case "with-another-office" -> "Instansi lain sedang menangani; tunggu atau catat dulu jawabannya.";
            case "not-transferred" -> "Tidak ada instansi lain yang sedang menangani kasus ini.";
            case "not-ours" -> "Teruskan dulu kepada yang berwenang, dan beri tahu warga.";
            case "channel-keeps-answers" -> "Kanal ini tidak dapat menghapus yang sudah terkirim. Kirim ralat saja.";
            case "withdrawal-refused" -> "Kanal menolak menghapusnya. Kirim ralat saja.";
            case "withdrawal-unknown" -> "Belum pasti apakah sudah terhapus. Mencoba lagi tidak berbahaya.";
            case "too-many" -> "Sudah terlalu banyak. Hapus satu dulu.";
            case "id-taken" -> "Kode itu sudah dipakai artikel lain.";
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
}
