package id.sigap.ingest.form;

import id.sigap.runtime.language.Language;

/** Everything the form says, in one language. A sentence that is missing in a language does not compile. */
interface FormWords {
    /** The words of a language. */
    static FormWords in(Language language) {
        return switch (language) {
            case INDONESIAN -> new InIndonesian();
            case ENGLISH -> new InEnglish();
        };
    }

    /** The language itself. */
    Language language();

    String chooseTitle();

    String chooseHeading();

    String chooseHint();

    String nobody();

    String writeTo(String office);

    String writeHint();

    String message();

    String messageHint();

    String name();

    String optional();

    String leaveEmpty();

    String send();

    String sentTitle();

    String sentHeading();

    String sentHint(String office);

    String keepLink();

    String back();

    /** A heading where there is no form to show again. */
    String title(Refusal refusal);

    /** What one can do. */
    String of(Refusal refusal);

    /** Plain Indonesian. */
    final class InIndonesian implements FormWords {
        @Override
        public Language language() {
            return Language.INDONESIAN;
        }

        @Override
        public String chooseTitle() {
            return "Tulis kepada kami";
        }

        @Override
        public String chooseHeading() {
            return "Halo, ada yang bisa kami bantu?";
        }

        @Override
        public String chooseHint() {
            return "Pilih dulu kepada siapa Anda ingin menulis.";
        }

        @Override
        public String nobody() {
            return "Saat ini belum ada instansi yang menerima pesan di sini.";
        }

        @Override
        public String writeTo(String office) {
            return "Tulis kepada " + office;
        }

        @Override
        public String writeHint() {
            return "Ceritakan keluhan, pertanyaan, atau pujian Anda. Setelah terkirim, Anda mendapat tautan untuk membaca"
                    + " jawabannya.";
        }

        @Override
        public String message() {
            return "Pesan Anda";
        }

        @Override
        public String messageHint() {
            return "Sebutkan tempat dan waktunya bila ada. Jangan tulis nomor KTP atau kata sandi.";
        }

        @Override
        public String name() {
            return "Nama panggilan";
        }

        @Override
        public String optional() {
            return "(boleh kosong)";
        }

        @Override
        public String leaveEmpty() {
            return "Biarkan kolom ini kosong";
        }

        @Override
        public String send() {
            return "Kirim pesan";
        }

        @Override
        public String sentTitle() {
            return "Pesan Anda sudah kami terima";
        }

        @Override
        public String sentHeading() {
            return "Terima kasih, pesan Anda sudah kami terima";
        }

        @Override
        public String sentHint(String office) {
            return office + " akan membaca dan menjawabnya. Jawabannya ada di tautan ini:";
        }

        @Override
        public String keepLink() {
            return "Simpan tautan itu, karena hanya dengan tautan itu jawabannya dapat dibuka. Jangan berikan kepada orang"
                    + " lain.";
        }

        @Override
        public String back() {
            return "Kembali ke awal";
        }

        @Override
        public String title(Refusal refusal) {
            return refusal == Refusal.TOO_MANY ? "Mohon tunggu sebentar" : "Belum terkirim";
        }

        @Override
        public String of(Refusal refusal) {
            return switch (refusal) {
                case CROSS_SITE -> "Buka formulirnya langsung di situs ini, ya.";
                case TOO_MANY -> "Terlalu banyak pesan dari jaringan Anda. Tunggu satu menit, lalu kirim lagi.";
                case UNAVAILABLE ->
                    "Pesan Anda belum dapat kami simpan. Tunggu sebentar, kembali ke formulir, lalu kirim lagi.";
                case TRAP -> "Kolom tersembunyi terisi. Mohon kosongkan, lalu kirim lagi.";
                case EMPTY -> "Pesannya masih kosong. Tulis pesan Anda, lalu kirim.";
                case TOO_LONG -> "Pesannya terlalu panjang: paling banyak 5.000 huruf.";
                case UNREADABLE -> "Ada huruf yang tidak dapat kami baca. Mohon tulis ulang bagian itu.";
                case BROKEN -> "Formulirnya tidak utuh. Kami siapkan yang baru, silakan kirim lagi.";
            };
        }
    }

    /** Plain English. */
    final class InEnglish implements FormWords {
        @Override
        public Language language() {
            return Language.ENGLISH;
        }

        @Override
        public String chooseTitle() {
            return "Write to us";
        }

        @Override
        public String chooseHeading() {
            return "Hello, how can we help?";
        }

        @Override
        public String chooseHint() {
            return "First choose whom you want to write to.";
        }

        @Override
        public String nobody() {
            return "Nobody takes messages here yet.";
        }

        @Override
        public String writeTo(String office) {
            return "Write to " + office;
        }

        @Override
        public String writeHint() {
            return "Tell us your complaint, question or praise. Once it is sent, you get a link to read the answer.";
        }

        @Override
        public String message() {
            return "Your message";
        }

        @Override
        public String messageHint() {
            return "Tell us where and when, if you can. Leave out identity card numbers and passwords.";
        }

        @Override
        public String name() {
            return "What we may call you";
        }

        @Override
        public String optional() {
            return "(optional)";
        }

        @Override
        public String leaveEmpty() {
            return "Leave this field empty";
        }

        @Override
        public String send() {
            return "Send message";
        }

        @Override
        public String sentTitle() {
            return "We have your message";
        }

        @Override
        public String sentHeading() {
            return "Thank you, we have your message";
        }

        @Override
        public String sentHint(String office) {
            return office + " will read and answer it. The answer will be at this link:";
        }

        @Override
        public String keepLink() {
            return "Keep this link: it is the only way to read the answer. Do not give it to anybody.";
        }

        @Override
        public String back() {
            return "Back to the start";
        }

        @Override
        public String title(Refusal refusal) {
            return refusal == Refusal.TOO_MANY ? "Please wait a moment" : "Not sent yet";
        }

        @Override
        public String of(Refusal refusal) {
            return switch (refusal) {
                case CROSS_SITE -> "Please open the form on this site itself.";
                case TOO_MANY -> "Too many messages came from your network. Wait a minute, then send it again.";
                case UNAVAILABLE ->
                    "We could not keep your message yet. Wait a moment, go back to the form and send it again.";
                case TRAP -> "A hidden field is filled in. Please empty it and send again.";
                case EMPTY -> "There is no message yet. Write one, then send it.";
                case TOO_LONG -> "The message is too long: 5,000 letters at most.";
                case UNREADABLE -> "There are letters that we cannot read. Please write that part again.";
                case BROKEN -> "The form was incomplete. Here is a new one, please send it again.";
            };
        }
    }
}
