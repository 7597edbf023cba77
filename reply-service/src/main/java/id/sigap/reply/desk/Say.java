package id.sigap.reply.desk;

import id.sigap.runtime.language.Language;
import io.quarkus.qute.TemplateEnum;

/**
 * What the desk's screens say beside {@link DeskWords}: labels and short sentences, in both languages side by side, so
 * that none can be left out.
 */
@TemplateEnum
enum Say {
    QUEUE("Antrean", "Queue"),
    APPROVALS("Persetujuan", "Approvals"),
    INCIDENTS("Insiden", "Incidents"),
    KNOWLEDGE("Pengetahuan", "Knowledge"),
    POLICIES("Kebijakan", "Policies"),
    AUDIT("Audit", "Audit trail"),
    TEMPLATES("Templat", "Templates"),
    STUCK("Kiriman", "Sends"),
    MENTIONS("Sebutan", "Mentions"),
    DUTY("Piket", "Duty"),
    WEBHOOKS("Webhook", "Webhooks"),
    AUDITOR("Pemeriksa", "Auditor"),
    OPERATOR("Pengelola", "Operator"),
    YOUR_SCREENS("Layar untuk Anda", "Your screens"),
    AGENCY("Instansi", "Agency"),
    SHOW("Tampilkan", "Show"),

    // The queue
    WAITING("Menunggu", "Waiting"),
    MINE("Milik saya", "Mine"),
    LATE("Lewat batas", "Overdue"),
    FREE("Bebas", "Free"),
    UNASSIGNED("Belum ada petugas", "Unassigned"),
    URGENCY("Kemendesakan", "Urgency"),
    ALL_URGENCIES("Semua kemendesakan", "All urgencies"),
    ALL_UNITS("Semua unit", "All units"),
    ALL_PEOPLE("Semua petugas", "Everybody"),
    ALL_TOPICS("Semua topik", "All topics"),
    SEARCH("Cari nomor, nama, atau kata", "Search number, name or words"),
    SEARCH_BUTTON("Cari", "Search"),
    FILTERS("Saringan", "Filters"),
    CLEAR("Hapus saringan", "Clear filters"),
    VIEWS("Tampilan", "Views"),
    MY_VIEWS("Tampilan saya", "My views"),
    VIEW_NAME("Nama tampilan ini", "Name of this view"),
    SAVE_VIEW("Simpan tampilan", "Save view"),
    DELETE_VIEW("Hapus tampilan", "Delete view"),
    CHOOSE_CASE("Pilih", "Select"),
    CHOOSE_ALL("Pilih semua", "Select all"),
    WITH_CHOSEN("Untuk yang dipilih", "With the selected"),
    TAKE("Tangani", "Take"),
    LEAVE("Lepas", "Release"),
    SPAM("Tandai spam", "Mark as spam"),
    SET_KIND("Ubah jenis", "Set kind"),
    APPLY("Terapkan", "Apply"),
    UNDO("Batalkan", "Undo"),
    PICK_ONE("Pilih kasus di antrean", "Choose a case from the queue"),
    PICK_HINT(
            "Panah atau j dan k untuk bergerak, Enter untuk membuka, ? untuk semua tombol.",
            "Arrows or j and k to move, Enter to open, ? for all keys."),
    UPDATED("Diperbarui langsung", "Updates live"),
    OFFLINE("Sambungan terputus, mencoba lagi", "Connection lost, trying again"),
    SESSION_OVER(
            "Sesi Anda berakhir. Masuk lagi; ketikan Anda aman.",
            "Your session ended. Sign in again; your text is safe."),
    SIGN_IN("Masuk lagi", "Sign in again"),

    // One case
    BACK("Antrean", "Queue"),
    PUBLIC("publik", "public"),
    PRIVATE("pribadi", "private"),
    TOPIC("Topik", "Topic"),
    UNIT("Unit kerja", "Unit"),
    CORRECT_KIND("Perbaiki jenis", "Correct the kind"),
    CORRECT_TOPIC("Perbaiki topik", "Correct the topic"),
    CORRECT_UNIT("Alihkan ke unit", "Hand to a unit"),
    CLOSE("Tutup kasus", "Close case"),
    CLOSE_RESOLVED("Selesai dijawab", "Answered and done"),
    CLOSE_NEEDS_NO_ANSWER("Tidak perlu jawaban", "Needs no answer"),
    CLOSE_WITHOUT_ANSWER("Tanpa jawaban", "Without an answer"),
    REOPEN("Buka lagi", "Reopen"),
    NOTE("Catatan untuk rekan", "Note for colleagues"),
    ADD_NOTE("Tambah catatan", "Add note"),
    NOTES_STAY("Warga tidak melihatnya.", "Citizens never see it."),
    ANSWER_JUMP("Jawaban", "Answer"),
    SUBMIT_AND_NEXT("Ajukan, lanjut", "Submit, next"),
    APPROVE_AND_NEXT("Setujui, lanjut", "Approve, next"),
    DRAFT_ANEW("Draf ulang", "Draft anew"),
    CHARACTERS("karakter", "characters"),
    TYPED_KEPT("Ketikan Anda tersimpan, belum diajukan.", "What you typed is kept, not submitted yet."),
    TYPED_SAVING("Menyimpan…", "Saving…"),
    TYPED_SAVED("Tersimpan", "Saved"),
    TYPED_ELSEWHERE(
            "Ketikan dari perangkat lain lebih baru. Ambil yang itu, atau lanjutkan yang ini?",
            "Another device has a newer text. Take that one, or go on with this?"),
    TAKE_OTHER("Ambil yang lebih baru", "Take the newer"),
    KEEP_THIS("Lanjutkan ini", "Go on with this"),
    FORGET_TYPED("Buang ketikan", "Discard"),
    CHANGED_MEANWHILE(
            "Jawaban ini berubah selagi Anda mengetik. Ketikan Anda aman; muat ulang untuk melihat yang baru.",
            "The answer changed while you were typing. Your text is safe; reload to see the new one."),
    RELOAD("Muat ulang", "Reload"),
    LEVEL("Persetujuan %d dari %d", "Approval %d of %d"),
    SUBMITTED_BY("Diajukan oleh", "Submitted by"),
    READING("Yang terbaca dari pesan", "What triage read"),
    UNSURE("Jenisnya belum pasti; periksa.", "Triage is unsure; check the kind."),
    INTENSITY("Emosi", "Emotion"),
    FROM_CASE("Kasus", "Case"),

    LATER("Tunda", "Later"),
    LATER_ONE("Satu jam lagi", "In an hour"),
    LATER_FOUR("Empat jam lagi", "In four hours"),
    LATER_TOMORROW("Besok pukul 08.00 WIB", "Tomorrow at 08:00 WIB"),
    LATER_CITIZEN("Menunggu kabar warga", "Wait for the citizen"),
    LATER_RESOLVED("Tuntas, tutup sendiri nanti", "Resolved, closes by itself"),
    WAKE("Kembalikan ke antrean", "Bring back"),
    KEY_LATER("Tunda, lalu pilih sampai kapan", "Later, then choose until when"),
    LOOKS("juga melihat kasus ini", "looks at this case too"),
    TYPES("sedang menulis jawaban", "is writing an answer"),
    SNOOZED_UNTIL("Ditunda sampai", "Snoozed until"),
    WITH_OFFICE("Diteruskan ke", "Passed on to"),
    MERGED_INTO("Digabung ke", "Merged into"),
    MERGED_FROM("Digabung dari", "Merged from"),
    LINK_CITIZEN("Warga yang sama", "Same citizen"),
    LINK_HINT(
            "Bila warga ini juga menulis di kanal lain, sebutkan nomor kasusnya di sana. Hanya di instansi ini.",
            "If this citizen wrote on another channel too, give the number of that case. Within this agency only."),
    LINK_NUMBER("Nomor kasus lain", "Number of the other case"),
    LINK_REASON("Dari mana diketahui (boleh kosong)", "How one knows (may be empty)"),
    LINK_SAVE("Tautkan", "Link"),
    UNLINK("Lepas tautan", "Take the link back"),
    KEY_LINK("Tautkan dengan kasus warga yang sama", "Link with a case of the same citizen"),
    MERGE("Gabungkan", "Merge"),
    MERGE_HINT("Gabungkan ke kasus lain warga ini", "Merge into this citizen's other case"),
    KEY_MERGE("Gabungkan, lalu pilih kasusnya", "Merge, then choose the case"),
    PASS_ON("Teruskan ke instansi lain", "Pass on to another office"),
    PASS_ON_HINT(
            "Kasusnya tetap terbuka, dan warga tetap menunggu kita, sampai instansi itu menjawab.",
            "The case stays open, and the citizen still waits for us, until that office has answered."),
    OFFICE("Instansi atau kantor", "Office"),
    RECIPIENT("Penerima di sana (nama atau jabatan)", "Who there (name or post)"),
    OFFICE_ANSWER("Catat jawaban instansi itu", "Note that office's answer"),
    OFFICE_SAID("Jawaban instansi", "The office's answer"),
    MENTION("Sebut rekan", "Name a colleague"),
    SEND_LATER("Kirim nanti", "Send later"),
    SEND_AT("Waktu kirim, di tempat unit kerja (kosong: segera)", "When, where the unit is (empty: at once)"),
    PLANNED("Terjadwal", "Scheduled"),
    PLANNED_FOR("Dijadwalkan keluar", "Goes out"),
    PLANNED_READY("siap keluar", "ready to go"),
    PLANNED_UNAPPROVED("belum disetujui", "not approved yet"),
    TAKE_BACK("Tarik balik", "Take back"),
    RATED("Penilaian warga", "The citizen's rating"),
    BEFORE("Kasus lain warga ini", "This citizen's other cases"),
    NOT_ASKED(
            "Tingkat ini diputuskan orang lain menurut aturan instansi.",
            "By the directory, others decide this level."),
    CHECKS("Pemeriksaan", "Checks"),
    CHECKS_PASSED("Semua pemeriksaan lolos.", "All checks passed."),
    CHECKS_BLOCKED("Belum dapat diajukan atau disetujui.", "Cannot be submitted or approved like this."),
    BLOCKS("Menghalangi", "Blocks"),
    ADVICE("Saran", "Advice"),
    INSTEAD("Ganti dengan", "Write instead"),
    SOURCES("Sumber", "Sources"),
    POLICY("Aturan pelepasan", "Release policy"),
    DIFF("Yang berubah", "What changed"),
    REVISE("Ubah di sini", "Change it here"),
    REVISE_SAVE("Simpan perubahan saya", "Save my change"),
    CONFIRM("Setuju dengan perubahannya", "Agree to the change"),

    // Approvals
    APPROVALS_HINT(
            "Yang menunggu keputusan Anda. Setiap tingkat punya jamnya sendiri.",
            "What waits for your decision. Each level has its own clock."),
    APPROVALS_NONE("Tidak ada yang menunggu keputusan Anda.", "Nothing waits for your decision."),
    OTHERS_DECIDE("Menunggu keputusan orang lain", "Waiting for somebody else"),
    MESSAGE("Pesan warga", "The citizen wrote"),
    ANSWER("Jawaban", "Answer"),
    OPEN_CASE("Buka kasus", "Open case"),
    RUNS("berjalan", "running"),
    MORE_FOLLOW("Masih ada lagi di bawah ini; putuskan yang ini dulu.", "More will follow; decide these first."),

    // Stuck sends
    STUCK_HINT(
            "Jawaban yang ditolak kanal, belum pasti sampai, atau terjadwal. Tidak ada yang dikirim ulang tanpa keputusan Anda.",
            "Answers that the channel refused, that may not have arrived, or are scheduled. Nothing is sent again without you."),
    STUCK_NONE("Tidak ada kiriman yang macet.", "Nothing is stuck."),
    REASON("Sebab", "Cause"),

    STUCK_QUEUED("Sudah dilepas, tetapi belum keluar.", "Released, but still here."),
    DISCARD("Buang", "Give up"),
    RESTING("Akun yang sedang berhenti", "Accounts that rest"),
    RESTS_FOR("berhenti", "rests for"),
    IN_LINE("dalam antrean", "in line"),
    RESUME_ACCOUNT("Coba kirim sekarang", "Send now"),

    // Incidents
    INCIDENTS_HINT(
            "Banyak warga, satu kejadian: satu pernyataan disetujui sekali, tiap warga menerimanya sendiri.",
            "Many citizens, one event: one statement is approved once, and each citizen gets their own."),
    INCIDENTS_NONE("Tidak ada insiden beberapa hari ini.", "No incidents these days."),
    CASES("kasus", "cases"),
    WAITS("menunggu", "waiting"),
    ANSWERED("dijawab", "answered"),
    SINCE("sejak", "for"),
    SHOW_CASES("Lihat kasusnya", "Show the cases"),
    STATEMENTS("Pernyataan", "Statements"),
    STATEMENT("Pernyataan untuk banyak warga", "Statement to many citizens"),
    OPEN_INCIDENT("Buka insiden", "Open incident"),
    STATEMENT_NEW("Pernyataan baru", "New statement"),
    STATEMENT_FOR("Untuk siapa", "For whom"),
    FOR_WAITING("warga yang menunggu", "citizens who wait"),
    FOR_ANSWERED("warga yang sudah dijawab (kabar lanjutan)", "citizens who were answered (follow-up)"),
    STATEMENT_HINT(
            "Isian: {nama}, {nomor}, {unit}, {instansi}, {pertanyaan}. Isinya berbeda untuk tiap warga.",
            "Slots: {nama}, {nomor}, {unit}, {instansi}, {pertanyaan}. They differ from citizen to citizen."),
    STATEMENT_ENGLISH("Teks bahasa Inggris (boleh kosong)", "English text (may stay empty)"),
    RETURNED_BY("Dikembalikan oleh", "Sent back by"),
    STATEMENT_WRITE("Simpan pernyataan", "Save statement"),
    REACHES("akan menerima", "will get it"),
    SKIPPED("Dilewati", "Skipped"),
    EXAMPLES("Contoh untuk warga", "Examples for citizens"),
    PAUSE("Jeda", "Pause"),
    RESUME("Lanjutkan", "Go on"),
    CANCEL("Hentikan", "Stop"),
    RETIRE("Jangan tawarkan lagi", "Offer it no more"),
    OFFERED("Ditawarkan untuk pesan berikutnya", "Offered to later messages"),
    SENT_COUNT("terkirim", "sent"),
    FAILED_COUNT("gagal", "failed"),
    UNKNOWN_COUNT("belum pasti", "unknown"),
    ON_ITS_WAY("dalam perjalanan", "on the way"),

    // Templates
    TEMPLATES_HINT(
            "Teks milik instansi untuk draf. Isiannya diperiksa saat disimpan.",
            "The agency's own texts for drafts. Slots are checked when saved."),
    TEMPLATES_NONE("Belum ada templat. Tulis yang pertama di samping.", "No templates yet. Write the first one."),
    TEMPLATE_NEW("Templat baru", "New template"),
    TEMPLATE_EDIT("Ubah templat", "Change template"),
    TEMPLATE_NAME("Nama", "Name"),
    TEMPLATE_TEXT("Teks", "Text"),
    TEMPLATE_ENGLISH(
            "Teks untuk yang menulis bahasa Inggris (boleh kosong)", "Text for those who write English (may be empty)"),
    TEMPLATE_SLOTS("Isian yang dapat dipakai", "Slots you can use"),
    TEMPLATE_WRONG("Teksnya belum dapat dipakai:", "The text cannot be used yet:"),
    PREVIEW("Pratinjau", "Preview"),
    PREVIEW_HINT("Dengan isian contoh.", "With sample values."),
    SAVE("Simpan", "Save"),
    LOOK("Lihat hasilnya", "Preview"),

    // The knowledge base
    KNOWLEDGE_HINT(
            "Artikel yang menjadi sumber jawaban. Yang terbit langsung dipakai.",
            "The articles that answers are made from. What is published is in use at once."),
    KNOWLEDGE_NONE("Tidak ada artikel yang cocok.", "No article fits."),
    KNOWLEDGE_EMPTY("Belum ada artikel.", "No articles yet."),
    ARTICLE_NEW("Artikel baru", "New article"),
    ARTICLE_EDIT("Ubah artikel", "Change article"),
    ARTICLE_ID("Kode", "Id"),
    ARTICLE_TITLE("Judul", "Title"),
    ARTICLE_TOPICS("Topik", "Topics"),
    CHOSEN("dipilih", "selected"),
    ARTICLE_QUESTIONS("Pertanyaan warga, satu per baris", "Citizens' questions, one per line"),
    ARTICLE_ANSWER("Isi jawaban", "The answer"),
    ARTICLE_FROM("Berlaku dari", "Valid from"),
    ARTICLE_UNTIL("Sampai (boleh kosong)", "Until (may be empty)"),
    ARTICLE_SOURCE("Sumber resmi", "Official source"),
    WHICH_CASES("Kasus mana yang terjawab?", "Which cases would this answer?"),
    WOULD_ANSWER("Kasus yang akan terjawab", "Cases that it would answer"),
    WOULD_ANSWER_NONE(
            "Belum ada kasus yang akan terjawab. Tambahkan pertanyaan dengan kata-kata warga, atau periksa topik, unit"
                    + " kerja, dan masa berlakunya.",
            "It would answer no case yet. Add questions in citizens' words, or check its topics, its unit and when it"
                    + " is valid."),
    CHECK_FIELD("Periksa kolom", "Please check"),
    MISTAKE_ID(
            "Kode: huruf kecil dan angka, dipisah tanda hubung.",
            "the id: small letters and digits, joined by hyphens."),
    MISTAKE_TITLE("Judul: satu baris, paling panjang 300 karakter.", "the title: one line of at most 300 characters."),
    MISTAKE_TOPICS("Topik: pilih dari daftar, paling banyak 20.", "the topics: choose from the list, at most 20."),
    MISTAKE_QUESTIONS(
            "Pertanyaan warga: sedikitnya satu, masing-masing satu baris.",
            "the citizens' questions: at least one, each on a line of its own."),
    MISTAKE_ANSWER(
            "Isi jawaban: paling panjang 4.000 karakter, tanpa tanda { dan }.",
            "the answer: at most 4,000 characters, without { and }."),
    MISTAKE_FROM("Berlaku dari: isi tanggalnya.", "valid from: give the day."),
    MISTAKE_UNTIL("Sampai: harus sesudah tanggal mulai.", "until: it must be after the first day."),
    MISTAKE_SOURCE("Sumber resmi: satu baris.", "the official source: one line."),
    LOOKED_AT("kasus diperiksa", "cases looked at"),
    INSTEAD_OF("sekarang dijawab", "answered now by"),

    // Policies
    POLICIES_HINT(
            "Siapa yang harus menyetujui apa. Yang pertama cocok yang berlaku.",
            "Who must approve what. The first that fits decides."),
    POLICY_WHEN("Bila", "When"),
    POLICY_THEN("Maka", "Then"),
    WHEN_ANYTHING("Apa pun", "Anything"),
    WHEN_ACCOUNT("Akun", "Account"),
    WHEN_WORDS("Berisi kata", "Has the words"),
    WHEN_SURE("jenis terbaca dengan keyakinan sedikitnya %d %%", "triage is at least %d %% sure"),
    WHEN_PERSONAL("berisi data pribadi", "has personal data"),
    WHEN_NOT_PERSONAL("tanpa data pribadi", "has no personal data"),
    WHEN_INTENSE("emosi sedikitnya %d %%", "emotion of at least %d %%"),
    WHEN_UNSURE("jenis belum pasti", "triage is unsure"),
    WHEN_NOT_UNSURE("jenis sudah pasti", "triage is not unsure"),
    WHEN_FLAG("Ciri", "Sign"),
    WHEN_WHISTLE("laporan pelanggaran dari dalam", "report of wrongdoing"),
    DRY_RUN("Coba usulan", "Try a proposal"),
    DRY_RUN_HINT(
            "Tempel bagian replies seperti di direktori (YAML). Tidak ada yang diubah atau dikirim.",
            "Paste the field replies as in the directory (YAML). Nothing is changed or sent."),
    DRY_RUN_DAYS("Hari ke belakang", "Days back"),
    DRY_RUN_BUTTON("Coba pada kasus lalu", "Try on past cases"),
    WOULD_CHANGE("berubah", "would change"),
    DECIDED("memutuskan", "decides"),

    // The record of acts
    AUDIT_HINT(
            "Setiap tindakan tercatat berurutan. Catatan yang diubah atau dihapus akan ketahuan.",
            "Every act is recorded and chained; none can be removed."),
    VERIFY("Periksa keutuhan catatan", "Verify the chain"),
    INTACT("Catatan utuh", "Chain intact"),
    BROKEN("Catatan tidak utuh", "Chain broken"),
    WHO("Oleh", "By"),
    ACT("Tindakan", "Act"),
    WHEN("Waktu", "Time"),
    LINK("Urutan", "Link"),

    // Mentions
    MENTIONS_HINT("Catatan rekan yang menyebut Anda.", "Colleagues' notes that name you."),
    MENTIONS_NONE("Tidak ada sebutan yang belum dibaca.", "No unread mentions."),
    UNREAD("Belum dibaca", "Unread"),
    ALL("Semua", "All"),
    MARK_READ("Sudah dibaca", "Mark as read"),

    // Duty
    DUTY_HINT(
            "Kasus baru dibagikan bergiliran kepada yang bertugas, sebanyak kapasitasnya.",
            "New cases are handed in turn to who is on duty, up to their capacity."),
    DUTY_NONE("Belum ada yang menyatakan bertugas.", "Nobody has said that they are on duty."),
    MY_DUTY("Tugas saya", "My duty"),
    HERE("Bertugas", "On duty"),
    AWAY("Tidak bertugas", "Off duty"),
    HERE_COUNT("bertugas", "on duty"),
    GO_ON_DUTY("Mulai bertugas", "Go on duty"),
    GO_OFF_DUTY("Selesai bertugas", "Go off duty"),
    CAPACITY("Kasus sekaligus, paling banyak", "Cases at once, at most"),
    LOAD("Beban", "Load"),
    TAKES("Menangani", "Takes"),
    EVERYTHING("semua", "all"),
    PERSON("Petugas", "Person"),
    CHANNEL("Kanal", "Channel"),
    WRITTEN_IN("Bahasa warga", "Citizens' language"),

    // Webhooks
    WEBHOOKS_HINT(
            "Sistem lain yang diberi tahu tentang kasus, menurut Standard Webhooks.",
            "Other systems that are told of cases, by Standard Webhooks."),
    WEBHOOKS_NONE("Belum ada webhook.", "No webhooks yet."),
    WEBHOOK_NEW("Webhook baru", "New webhook"),
    WEBHOOK_URL("Alamat", "Address"),
    WEBHOOK_NOTE("Keterangan untuk rekan", "Note for colleagues"),
    WEBHOOK_NAME("Nama untuk aturan peringatan", "Name for alert rules"),
    WEBHOOK_TYPES("Peristiwa", "Events"),
    WEBHOOK_WORDS(
            "Sertakan kata-kata warga dan jawabannya (data pribadi)",
            "Include what citizens wrote and were answered (personal data)"),
    WEBHOOK_ON("aktif", "on"),
    WEBHOOK_OFF("dimatikan", "off"),
    WEBHOOK_GONE("mati: alamatnya menyatakan sudah tidak ada", "off: the address said that it is gone"),
    WEBHOOK_SECRET("Rahasia penanda tangan", "Signing secret"),
    WEBHOOK_SECRET_ONCE(
            "Salin sekarang; tidak pernah ditampilkan lagi. Yang lama masih berlaku 24 jam.",
            "Copy it now; it is never shown again. An older one stays valid for 24 hours."),
    WEBHOOK_TEST("Kirim uji", "Send a test"),
    WEBHOOK_TURN_OFF("Matikan", "Turn off"),
    WEBHOOK_TURN_ON("Nyalakan", "Turn on"),
    WEBHOOK_ROTATE("Ganti rahasia", "Change the secret"),
    WEBHOOK_LOG("Catatan kiriman", "Delivery log"),
    WEBHOOK_LOG_NONE("Belum ada kiriman.", "Nothing was sent yet."),
    WEBHOOK_CALLS("Panggilan", "Calls"),
    WEBHOOK_AGAIN("Kirim ulang", "Send again"),
    WEBHOOK_SINCE("Semua sejak", "Everything since"),
    WEBHOOK_REMOVE("Hapus webhook", "Remove the webhook"),
    WEBHOOK_REMOVE_HINT("Yang masih menunggu ikut terhapus.", "What still waits for it is removed as well."),
    MISTAKE_WEBHOOK_NAME(
            "Nama itu sudah dipakai webhook lain, atau bukan huruf kecil dan angka dengan tanda hubung.",
            "Another webhook has that name, or it is not of lower-case letters and digits with hyphens."),
    MISTAKE_URL(
            "Periksa alamatnya: https:// dan dapat dicapai dari internet.",
            "Please check the address: https:// and reachable on the internet."),
    DELIVERY_WAITING("menunggu", "waiting"),
    DELIVERY_DONE("sampai", "arrived"),
    DELIVERY_FAILED("gagal", "failed"),

    // Clocks
    SECONDS("dtk", "s"),
    MINUTES("mnt", "min"),
    HOURS("jam", "h"),
    DAYS("hari", "d"),

    // Keys
    KEYS("Tombol pintas", "Keyboard"),
    KEYS_HINT("Tidak berlaku selagi Anda mengetik.", "They do nothing while you type."),
    KEYS_ON("Pakai tombol pintas", "Use keyboard shortcuts"),
    CLOSE_DIALOG("Tutup", "Close"),
    KEY_HELP("Daftar tombol ini", "This list"),
    KEY_DOWN("Kasus berikutnya di daftar", "Next case in the list"),
    KEY_UP("Kasus sebelumnya di daftar", "Previous case in the list"),
    KEY_OPEN("Buka kasus", "Open the case"),
    KEY_CHOOSE("Pilih untuk tindakan massal", "Select for a bulk act"),
    KEY_SEARCH("Cari", "Search"),
    KEY_EDIT("Ubah jawaban", "Edit the answer"),
    KEY_LEAVE_TEXT("Keluar dari kolom teks", "Leave the text field"),
    KEY_SUBMIT("Ajukan", "Submit"),
    KEY_SUBMIT_NEXT("Ajukan, buka berikutnya", "Submit, open the next"),
    KEY_APPROVE("Setujui, buka berikutnya", "Approve, open the next"),
    KEY_REJECT("Kembalikan dengan alasan", "Send back with a reason"),
    KEY_UNDO("Batalkan tindakan terakhir", "Undo the last act"),
    KEY_CLOSE("Tutup kasus, lalu pilih caranya", "Close the case, then choose how"),
    KEY_TAKE("Tangani sendiri", "Take it yourself"),
    KEY_KIND("Perbaiki jenis, lalu pilih", "Correct the kind, then choose"),
    KEY_TOPIC("Perbaiki topik, lalu pilih", "Correct the topic, then choose"),
    KEY_UNIT("Alihkan ke unit, lalu pilih", "Hand to a unit, then choose"),
    KEY_NOTE("Tulis catatan", "Write a note"),
    KEY_FILTER("Buka saringan", "Open the filters"),
    GO_TO("Ke", "To");

    private final String indonesian;
    private final String english;

    Say(String indonesian, String english) {
        this.indonesian = indonesian;
        this.english = english;
    }

    /** In the language of these words. */
    public String by(DeskWords words) {
        return words.language() == Language.INDONESIAN ? indonesian : english;
    }

    /** The same with values in their places. */
    String with(DeskWords words, Object... values) {
        return by(words).formatted(values);
    }
}
