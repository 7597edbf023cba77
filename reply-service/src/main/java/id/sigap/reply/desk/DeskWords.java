package id.sigap.reply.desk;

import id.sigap.contracts.Channel;
import id.sigap.contracts.Kind;
import id.sigap.contracts.Urgency;
import id.sigap.reply.cases.CaseState;
import id.sigap.reply.dispatch.ReplyState;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/** How the desk says things, in plain Indonesian. */
final class DeskWords {
    private static final Locale INDONESIAN = Locale.forLanguageTag("id-ID");
    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("d MMM, HH.mm", INDONESIAN);

    /** What is said after an act, by the word in the address; nothing else of the address reaches the page. */
    private static final Map<String, Notice> NOTICES = Map.ofEntries(
            Map.entry("tersimpan", Notice.good("Perubahan tersimpan.")),
            Map.entry("diajukan", Notice.good("Jawaban diajukan dan menunggu persetujuan.")),
            Map.entry("disetujui", Notice.good("Jawaban disetujui.")),
            Map.entry("dikembalikan", Notice.good("Jawaban dikembalikan untuk diperbaiki.")),
            Map.entry("dibatalkan", Notice.good("Pengiriman dibatalkan. Jawaban kembali menjadi draf.")),
            Map.entry("dirilis", Notice.good("Jawaban dikirim.")),
            Map.entry("own-submission", Notice.bad("Jawaban yang Anda ajukan harus disetujui orang lain.")),
            Map.entry("own-text", Notice.bad("Jawaban yang Anda tulis harus disetujui orang lain.")),
            Map.entry("approved-already", Notice.bad("Anda sudah menyetujui. Persetujuan berikutnya dari orang lain.")),
            Map.entry("text-changed", Notice.bad("Teksnya sudah berubah sejak Anda lihat. Periksa lagi di bawah.")),
            Map.entry(
                    "wrong-state",
                    Notice.bad("Jawaban ini sudah berpindah keadaan. Lihat keadaannya sekarang di bawah.")),
            Map.entry(
                    "version-conflict", Notice.bad("Rekan lain baru saja mengubahnya. Lihat versi terbaru di bawah.")),
            Map.entry("conflict", Notice.bad("Rekan lain lebih dulu. Lihat keadaannya sekarang di bawah.")),
            Map.entry("forbidden", Notice.bad("Peran Anda tidak boleh melakukan ini.")));

    private static final Notice FAILED = Notice.bad("Belum berhasil. Periksa isian lalu coba lagi.");

    private DeskWords() {}

    /** The notice of a word in the address; a word that is not known says only that it failed. */
    static Notice notice(String word) {
        return NOTICES.getOrDefault(word, FAILED);
    }

    static String of(Kind kind) {
        return switch (kind) {
            case COMPLAINT -> "Keluhan";
            case QUESTION -> "Pertanyaan";
            case PRAISE -> "Apresiasi";
            case OTHER -> "Lainnya";
            case SPAM -> "Spam";
        };
    }

    static String of(Urgency urgency) {
        return switch (urgency) {
            case LOW -> "Santai";
            case NORMAL -> "Biasa";
            case HIGH -> "Mendesak";
            case CRITICAL -> "Darurat";
        };
    }

    static String of(CaseState state) {
        return switch (state) {
            case DRAFTING -> "Draf";
            case AWAITING_APPROVAL -> "Menunggu persetujuan";
            case SENDING -> "Sedang dikirim";
            case NEEDS_ATTENTION -> "Perlu dilihat";
            case ANSWERED -> "Dijawab";
            case CLOSED -> "Selesai";
        };
    }

    static String className(CaseState state) {
        return switch (state) {
            case AWAITING_APPROVAL -> "high";
            case NEEDS_ATTENTION -> "critical";
            case ANSWERED -> "good";
            case DRAFTING, SENDING, CLOSED -> "plain";
        };
    }

    static String of(Channel channel) {
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

    /** What a reply's state means for whoever looks at it. */
    static String explain(ReplyState state, int approvalsNeeded, int approvalsGiven) {
        return switch (state) {
            case DRAFT ->
                approvalsNeeded == 0
                        ? "Draf. Begitu dikirim, jawaban ini tidak memerlukan persetujuan."
                        : "Draf. Setelah diajukan, jawaban ini memerlukan " + approvalsNeeded + " persetujuan.";
            case SUBMITTED ->
                "Menunggu persetujuan " + (approvalsGiven + 1) + " dari " + Math.max(1, approvalsNeeded) + ".";
            case QUEUED -> "Sudah dirilis dan segera dikirim.";
            case SENDING -> "Sedang dikirim.";
            case ACCEPTED -> "Terkirim.";
            case FAILED -> "Tidak terkirim: kanal menolaknya.";
            case UNKNOWN -> "Belum pasti terkirim. Periksa percakapannya di kanal sebelum mengirim ulang.";
            case DISCARDED -> "Tidak dipakai.";
        };
    }

    /** What somebody did, from the word in the case's history. */
    static String act(String act) {
        return switch (act) {
            case "drafted" -> "Draf ditulis";
            case "submitted" -> "Diajukan untuk disetujui";
            case "approved" -> "Disetujui";
            case "rejected" -> "Dikembalikan";
            case "edited" -> "Teks diubah";
            case "undone" -> "Pengiriman dibatalkan";
            case "released" -> "Dirilis";
            case "sent-again" -> "Dikirim ulang";
            case "assigned" -> "Petugas diganti";
            case "routed" -> "Dialihkan ke unit lain";
            case "reclassified" -> "Jenis atau topik diperbaiki";
            case "closed" -> "Ditutup";
            case "reopened" -> "Dibuka lagi";
            case "note" -> "Catatan";
            default -> act;
        };
    }

    /** A length of time as one says it. */
    static String span(Duration span) {
        long minutes = Math.abs(span.toMinutes());
        if (minutes < 1) {
            return Math.abs(span.toSeconds()) + " dtk";
        }
        if (minutes < 60) {
            return minutes + " mnt";
        }
        if (minutes < 48 * 60) {
            return minutes / 60 + " jam " + minutes % 60 + " mnt";
        }
        return minutes / (24 * 60) + " hari";
    }

    /** When the answer is due, or since when it is late. */
    static String due(Instant respondBy, Instant now) {
        Duration left = Duration.between(now, respondBy);
        return left.isNegative() ? "lewat " + span(left) : "sisa " + span(left);
    }

    static String moment(Instant at, ZoneId zone) {
        return DAY_AND_TIME.format(at.atZone(zone));
    }

    /**
     * Something to tell after an act.
     *
     * @param mood {@code good} or {@code bad}; the notice's class
     * @param words what is said
     */
    record Notice(String mood, String words) {
        static Notice good(String words) {
            return new Notice("good", words);
        }

        static Notice bad(String words) {
            return new Notice("bad", words);
        }
    }
}
