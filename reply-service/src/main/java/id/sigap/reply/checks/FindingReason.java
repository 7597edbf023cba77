package id.sigap.reply.checks;

/** Why a check found something, for programs and in both languages of the desk. */
public enum FindingReason {
    /** A question of the citizen has no answer. */
    NOT_ANSWERED(
            "not-answered",
            "Ada pertanyaan warga yang belum terjawab. Jawab, atau beri tanggal kapan dijawab.",
            "A question of the citizen has no answer yet. Answer it, or say by when you will."),
    /** The reply speaks of another topic than the case. */
    OTHER_TOPIC(
            "other-topic",
            "Balasan ini membahas topik lain daripada kasusnya.",
            "The reply speaks of something else than the case."),
    /** It blames the citizen, or refuses to be responsible. */
    BLAME("blame", "Kalimat ini menyalahkan warga atau lepas tangan.", "This blames the citizen, or refuses to help."),
    /** It mocks. */
    SARCASM("sarcasm", "Kalimat ini terbaca menyindir.", "This reads as sarcasm."),
    /** It insults. */
    RUDE("rude", "Kata ini kasar.", "This is rude."),
    /** It is too short to be kind. */
    CURT("curt", "Terlalu singkat atau ketus. Sapa dan bantu warga.", "Too curt. Greet the citizen, and help."),
    /** It shouts. */
    SHOUTING(
            "shouting",
            "Huruf besar semua atau tanda baca beruntun terbaca seperti membentak.",
            "Capitals, or signs in a row, read as shouting."),
    /** It speaks like an office. */
    OFFICIALESE("officialese", "Bahasa kantor. Pakai kata sehari-hari.", "Officialese. Use everyday words."),
    /** Somebody's number or address. */
    PERSONAL_DATA(
            "personal-data",
            "Data pribadi tidak boleh tampil di depan umum. Minta warga lewat pesan pribadi.",
            "Personal data must not be shown in public. Ask for it in a private message."),
    /** The citizen's own words in private, repeated in public. */
    QUOTED_PERSONAL_DATA(
            "quoted-personal-data",
            "Ini data pribadi dari pesan warga. Jangan diulang di depan umum.",
            "This is personal data from the citizen's message. Do not repeat it in public."),
    /** The host is not on the agency's list. */
    FOREIGN_LINK(
            "foreign-link",
            "Tautan ini tidak ada di daftar instansi.",
            "This link's host is not on the agency's list."),
    /** The host looks like one of the agency's and is not. */
    LOOK_ALIKE_LINK(
            "look-alike-link",
            "Alamat ini mirip alamat instansi, tetapi bukan.",
            "This host looks like one of the agency's and is not."),
    /** A shortener hides where the link leads. */
    SHORTENED_LINK(
            "shortened-link",
            "Tautan pendek menyembunyikan tujuannya. Pakai alamat aslinya.",
            "A shortened link hides where it leads. Use the address itself."),
    /** No address that a browser shows. */
    STRANGE_LINK("strange-link", "Jenis tautan ini tidak boleh dikirim.", "Links of this kind are not sent."),
    /** Words of a gambling advertisement. */
    GAMBLING(
            "gambling",
            "Kata iklan judi tidak boleh ikut terkutip.",
            "Words of gambling advertisements are not quoted."),
    /** A promise without a day or a time. */
    NO_DATE(
            "no-date",
            "Janji tanpa waktu. Sebutkan paling lambat kapan.",
            "A promise without a time. Say by when at the latest."),
    /** An emoji on grief, safety or law. */
    EMOJI("emoji", "Jangan pakai emoji pada duka, keselamatan, atau hukum.", "No emoji on grief, safety or law."),
    /** A joke on grief, safety or law. */
    JOKE("joke", "Jangan bercanda pada duka, keselamatan, atau hukum.", "No jokes on grief, safety or law."),
    /** The channel does not take so long a text. */
    TOO_LONG("too-long", "Lebih panjang daripada yang diterima kanal ini.", "Longer than this channel takes."),
    /** Nearly the same as another one that others can read. */
    TWIN(
            "twin",
            "Hampir sama dengan balasan publik sebelumnya. Ubah sedikit supaya tidak seperti mesin.",
            "Nearly the same as a recent public reply. Vary it, or it looks like a machine."),
    /** The channel takes no reply any more. */
    WINDOW_CLOSED(
            "window-closed",
            "Kanal ini sudah menutup waktu balasnya untuk percakapan ini.",
            "The channel takes no reply in this conversation any more.");

    private final String code;
    private final String indonesian;
    private final String english;

    FindingReason(String code, String indonesian, String english) {
        this.code = code;
        this.indonesian = indonesian;
        this.english = english;
    }

    /** Stable word for programs. */
    public String code() {
        return code;
    }

    /** For people who read Indonesian. */
    public String indonesian() {
        return indonesian;
    }

    /** For people who read English. */
    public String english() {
        return english;
    }
}
