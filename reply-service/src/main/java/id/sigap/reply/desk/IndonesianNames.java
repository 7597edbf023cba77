package id.sigap.reply.desk;

import id.sigap.contracts.Channel;
import id.sigap.contracts.Kind;
import id.sigap.contracts.Urgency;
import id.sigap.contracts.directory.Release;
import id.sigap.reply.cases.CaseState;
import id.sigap.reply.cases.RecordedAct;
import id.sigap.reply.dispatch.ReplyState;
import id.sigap.reply.dispatch.SendCause;
import id.sigap.reply.draft.TemplateMistake;
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
    public String mistake(TemplateMistake.Kind kind, int at, String word) {
        return switch (kind) {
            case CLOSES_NOTHING -> "kurung } pada huruf ke-" + at + " tidak punya pembuka {.";
            case STAYS_OPEN -> "kurung { pada huruf ke-" + at + " tidak punya penutup }.";
            case UNKNOWN_SLOT ->
                "isian {" + word + "} pada huruf ke-" + at + " tidak dikenal. Yang ada tertulis di bawah formulir.";
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
    public String of(SendCause cause) {
        return switch (cause) {
            case BLOCKED_BY_CITIZEN -> "warga memblokir akun kita";
            case WINDOW_CLOSED -> "jendela balasan kanal sudah tertutup";
            case UNREACHABLE -> "nomor itu tidak dapat menerima pesan di kanal ini";
            case OWN_NUMBER -> "nomor tujuannya nomor akun kita sendiri";
            case TYPE_NOT_TAKEN -> "kanal tidak menerima jenis pesan ini";
            case USER_ID_NOT_TAKEN -> "kanal tidak dapat mengirim kepada warga yang hanya dikenal dengan nama pengguna";
            case PERSONAL_DATA -> "ada data pribadi di balasan publik";
            case NOT_WHAT_WAS_APPROVED -> "teksnya bukan yang disetujui";
            case INVALID -> "kanal menganggap isian kirimannya salah";
            case NO_PERMISSION -> "akun tidak punya izin untuk ini di kanal";
            case TOKEN_ENDED -> "kunci akses akun ditolak atau sudah habis masanya";
            case NO_TOKEN -> "kunci akses akun belum ada";
            case ACCOUNT_RESTRICTED -> "kanal membatasi atau mengunci akun kita";
            case ACCOUNT_UNPAID -> "ada masalah pembayaran akun di kanal";
            case MAINTENANCE -> "akun sedang dipelihara oleh kanal";
            case TOO_FAST -> "terlalu banyak kiriman dalam waktu singkat";
            case TOO_FAST_FOR_ONE -> "terlalu banyak kiriman kepada warga ini dalam waktu singkat";
            case CHANNEL_FAULT -> "kanal sedang terganggu";
            case NOT_FOUND -> "kanal tidak mengenal akun atau percakapannya";
            case NOT_IN_DIRECTORY -> "akun tidak ada di direktori";
            case NOT_DELIVERED -> "kanal melaporkan tidak sampai";
            case NOT_READABLE -> "jawaban kanal tidak dapat dibaca";
            case NOT_CONNECTED -> "kanal tidak dapat dihubungi";
            case NO_ANSWER -> "kanal tidak menjawab sampai selesai";
            case INTERRUPTED -> "pengiriman terputus";
            case UNCLEAR_OUTCOMES -> "beberapa kiriman berturut-turut tidak jelas hasilnya";
            case OTHER -> "kanal menolak dengan kode yang belum kami kenal";
        };
    }

    @Override
    public String vendorCode(String code) {
        return "kode kanal " + code;
    }

    @Override
    public String instead(SendCause.Again again) {
        return switch (again) {
            case MAY -> "Dapat dikirim ulang.";
            case WHEN_THE_CITIZEN_WRITES ->
                "Mengirim ulang tidak akan sampai. Hubungi warga lewat kanal lain, atau tunggu: begitu warga menulis lagi, kanal ini terbuka.";
            case NEVER -> "Mengirim ulang teks yang sama tidak akan sampai. Buka kasusnya, lalu tulis jawaban lain.";
        };
    }

    @Override
    public String of(RecordedAct act) {
        return switch (act) {
            case DRAFTED -> "Draf ditulis";
            case TEXT_KEPT -> "Teks dicatat";
            case SUBMITTED -> "Diajukan untuk disetujui";
            case APPROVED -> "Disetujui";
            case REJECTED -> "Dikembalikan";
            case EDITED -> "Teks diubah";
            case UNDONE -> "Pengiriman dibatalkan";
            case RELEASED -> "Dilepas untuk dikirim";
            case SENT_AGAIN -> "Dikirim ulang";
            case DELEGATED -> "Persetujuan dialihkan";
            case REVISED -> "Teks diubah penyetuju";
            case CONFIRMED -> "Perubahan dikonfirmasi";
            case ASSIGNED -> "Petugas diganti";
            case ROUTED -> "Dialihkan ke unit lain";
            case RECLASSIFIED -> "Jenis atau topik diperbaiki";
            case CLOSED -> "Ditutup";
            case REOPENED -> "Dibuka lagi";
            case NOTE -> "Catatan";
            case SNOOZED -> "Ditunda";
            case WOKEN -> "Kembali ke antrean";
            case TRANSFERRED -> "Diteruskan ke instansi lain";
            case OFFICE_ANSWERED -> "Instansi lain sudah menjawab";
            case MERGED -> "Digabung dengan kasus lain";
            case ABSORBED -> "Kasus lain digabung ke sini";
            case RESOLVED -> "Ditandai beres";
            case WAITING -> "Menunggu warga";
            case TAKEN_BACK -> "Diambil kembali dari petugas";
            case RATED -> "Dinilai warga";
            case READ_AGAIN -> "Pesan diubah warga, dibaca ulang";
            case THANKED -> "Warga berterima kasih";
            case SENT -> "Terkirim";
            case STATEMENT_WRITTEN -> "Pernyataan ditulis";
            case STATEMENT_SUBMITTED -> "Pernyataan diajukan";
            case STATEMENT_APPROVED -> "Pernyataan disetujui";
            case STATEMENT_REVISED -> "Pernyataan diubah oleh penyetujunya";
            case STATEMENT_CONFIRMED -> "Perubahan pernyataan disepakati";
            case STATEMENT_REJECTED -> "Pernyataan dikembalikan";
            case STATEMENT_DELEGATED -> "Persetujuan pernyataan dialihkan";
            case STATEMENT_PAUSED -> "Pernyataan dijeda";
            case STATEMENT_RESUMED -> "Pernyataan dilanjutkan";
            case STATEMENT_ENDED, STATEMENT_CANCELLED -> "Pernyataan dihentikan";
            case STATEMENT_RELEASED -> "Pernyataan dilepas";
            case WITHDRAWN -> "Jawaban ditarik";
            case WITHDRAWAL_REFUSED -> "Kanal menolak menghapus jawaban";
            case WITHDRAWAL_UNKNOWN -> "Belum pasti apakah jawaban terhapus";
            case SCHEDULED -> "Dijadwalkan";
            case JOINED_INCIDENT -> "Masuk ke insiden";
            case SEND_GIVEN_UP -> "Kiriman dibuang";
            case LINKED -> "Identitas warga dihubungkan";
            case UNLINKED -> "Hubungan identitas dilepas";
            case FOUND_SENT -> "Ditemukan sudah terkirim";
            case TEMPLATE_SAVED -> "Templat disimpan";
            case TEMPLATE_DELETED -> "Templat dihapus";
        };
    }

    @Override
    public String level() {
        return "tingkat";
    }

    @Override
    public String changedBy() {
        return "perubahan oleh";
    }

    @Override
    public String closed(String disposition) {
        return switch (disposition) {
            case "resolved" -> "selesai dijawab";
            case "needs-no-answer" -> "tidak perlu dijawab";
            case "without-answer" -> "ditutup tanpa jawaban";
            case "not-ours" -> "diteruskan kepada yang berwenang";
            default -> "ditutup";
        };
    }

    @Override
    public String fault(String kind) {
        return switch (kind) {
            case "row-changed" -> "isi catatan diubah";
            case "row-missing" -> "catatan hilang";
            case "row-inserted" -> "catatan disisipkan";
            case "link-missing" -> "mata rantai hilang";
            case "end-differs" -> "ujung rantai tidak cocok";
            case "anchor-differs" -> "mata rantai yang Anda catat tidak cocok";
            default -> "catatan tidak cocok";
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
            case "cannot-arrive" ->
                "Kanal tidak akan menerimanya sekarang. Pakai kanal lain, tulis jawaban lain, atau tunggu warga menulis lagi.";
            case "not-author" -> "Hanya yang mengajukan jawaban ini yang dapat menyepakati perubahannya.";
            case "nothing-to-confirm" -> "Tidak ada perubahan penyetuju yang menunggu kesepakatan Anda.";
            case "merged" -> "Kasus ini sudah digabung; lanjutkan di kasus yang menerimanya.";
            case "webhook-key-missing" -> "Kunci penyimpan rahasia webhook belum dipasang. Hubungi pengelola sistem.";
            case "unprocessable-unit" -> "Unit itu tidak ada lagi di direktori. Muat ulang halaman, lalu pilih lagi.";
            case "unprocessable-topic" -> "Topik itu tidak ada lagi di direktori. Muat ulang halaman, lalu pilih lagi.";
            case "unprocessable-caseIds" -> "Salah satu kasus sudah ditutup atau bukan milik instansi insiden ini.";
            case "unprocessable-text", "unprocessable-english" ->
                "Pernyataan hanya boleh memakai isian {nama}, {nomor}, {unit}, {instansi}, dan {pertanyaan}, dengan kurung yang lengkap.";
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
                code.startsWith("bad-request-")
                        ? refused("bad-request")
                        : code.startsWith("check-")
                                ? "Ada pemeriksaan yang melarang. Lihat temuannya di bawah teks, ya."
                                : "Belum berhasil. Coba lagi sebentar lagi, ya.";
        };
    }
}
