package id.sigap.reply.tracking;

import id.sigap.runtime.language.Language;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * Everything the tracking page says, in one language. A sentence that is missing in a language does not compile. What
 * was written, by the citizen and to them, stays as it is.
 */
public interface TrackingWords {
    /** The words of a language. */
    static TrackingWords in(Language language) {
        return switch (language) {
            case INDONESIAN -> new InIndonesian();
            case ENGLISH -> new InEnglish();
        };
    }

    /** The language itself. */
    Language language();

    /** The page's title, before the agency's name. */
    String title();

    /** Before the case's number. */
    String caseNumber();

    /** The state in a sentence. */
    String of(Progress progress);

    /** Who wrote the citizen's messages. */
    String you();

    /** In place of a message that was taken back. */
    String withdrawn();

    /** What one may expect of the page, and not do with its address. */
    String hint();

    /** For a browser without JavaScript. */
    String reload();

    /** The heading where there is no such conversation. */
    String notThere();

    /** What one can do about it. */
    String notThereHint();

    /** The question after an ending. */
    String rate();

    /** What a number of the rating means, from 1 to 5. */
    String mark(int rating);

    /** The field for what one wants to say to it. */
    String comment();

    /** The button. */
    String sendRating();

    /** What is said when it was kept. */
    String thankYou();

    /** The numbers of the rating, best first. */
    default List<Integer> marks() {
        return List.of(5, 4, 3, 2, 1);
    }

    /** The pattern of a moment. */
    DateTimeFormatter moment();

    /** A moment as one says it in that zone. */
    default String when(OffsetDateTime at, ZoneId zone) {
        return moment().format(at.atZoneSameInstant(zone));
    }

    /** Plain Indonesian. */
    final class InIndonesian implements TrackingWords {
        private static final DateTimeFormatter MOMENT =
                DateTimeFormatter.ofPattern("d MMMM uuuu 'pukul' HH.mm", Language.INDONESIAN.locale());

        @Override
        public Language language() {
            return Language.INDONESIAN;
        }

        @Override
        public String title() {
            return "Lacak pesan";
        }

        @Override
        public String caseNumber() {
            return "Nomor kasus";
        }

        @Override
        public String of(Progress progress) {
            return switch (progress) {
                case RECEIVED -> "Pesan Anda sudah kami terima.";
                case IN_WORK -> "Pesan Anda sudah kami terima dan sedang kami tangani.";
                case ANSWERED -> "Pesan Anda sudah kami jawab.";
                case DONE -> "Pesan Anda sudah kami jawab dan kasus ini selesai.";
                case CLOSED -> "Kasus ini sudah ditutup.";
            };
        }

        @Override
        public String you() {
            return "Anda";
        }

        @Override
        public String withdrawn() {
            return "(pesan ini sudah ditarik)";
        }

        @Override
        public String hint() {
            return "Jawaban baru muncul sendiri di halaman ini. Simpan tautannya dan jangan bagikan kepada orang lain.";
        }

        @Override
        public String reload() {
            return "Muat ulang halaman ini";
        }

        @Override
        public String rate() {
            return "Bagaimana pelayanan kami?";
        }

        @Override
        public String mark(int rating) {
            return switch (rating) {
                case 5 -> "Sangat baik";
                case 4 -> "Baik";
                case 3 -> "Cukup";
                case 2 -> "Kurang";
                default -> "Buruk";
            };
        }

        @Override
        public String comment() {
            return "Ada yang ingin Anda sampaikan? (boleh kosong)";
        }

        @Override
        public String sendRating() {
            return "Kirim penilaian";
        }

        @Override
        public String thankYou() {
            return "Terima kasih atas penilaian Anda.";
        }

        @Override
        public String notThere() {
            return "Tautan tidak ditemukan";
        }

        @Override
        public String notThereHint() {
            return "Periksa kembali tautan yang Anda terima. Bila pesan baru saja dikirim, tunggu sebentar lalu muat ulang"
                    + " halaman ini.";
        }

        @Override
        public DateTimeFormatter moment() {
            return MOMENT;
        }
    }

    /** Plain English. */
    final class InEnglish implements TrackingWords {
        private static final DateTimeFormatter MOMENT =
                DateTimeFormatter.ofPattern("d MMMM uuuu 'at' HH:mm", Language.ENGLISH.locale());

        @Override
        public Language language() {
            return Language.ENGLISH;
        }

        @Override
        public String title() {
            return "Your message";
        }

        @Override
        public String caseNumber() {
            return "Case number";
        }

        @Override
        public String of(Progress progress) {
            return switch (progress) {
                case RECEIVED -> "We have your message.";
                case IN_WORK -> "We have your message and are working on it.";
                case ANSWERED -> "We have answered your message.";
                case DONE -> "We have answered your message, and this case is done.";
                case CLOSED -> "This case is closed.";
            };
        }

        @Override
        public String you() {
            return "You";
        }

        @Override
        public String withdrawn() {
            return "(this message was withdrawn)";
        }

        @Override
        public String hint() {
            return "A new answer shows up here by itself. Keep the link, and do not share it with anybody.";
        }

        @Override
        public String reload() {
            return "Reload this page";
        }

        @Override
        public String rate() {
            return "How did we do?";
        }

        @Override
        public String mark(int rating) {
            return switch (rating) {
                case 5 -> "Very good";
                case 4 -> "Good";
                case 3 -> "Fair";
                case 2 -> "Poor";
                default -> "Bad";
            };
        }

        @Override
        public String comment() {
            return "Anything you would like to tell us? (may be left empty)";
        }

        @Override
        public String sendRating() {
            return "Send";
        }

        @Override
        public String thankYou() {
            return "Thank you for telling us.";
        }

        @Override
        public String notThere() {
            return "Link not found";
        }

        @Override
        public String notThereHint() {
            return "Please check the link that you were given. If you have only just written, wait a moment and reload this"
                    + " page.";
        }

        @Override
        public DateTimeFormatter moment() {
            return MOMENT;
        }
    }
}
