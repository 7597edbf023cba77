package id.sigap.reply.desk;

import java.util.Arrays;
import java.util.Optional;

/** An act at the desk that went well, as it stands in the address of the page that tells so. */
enum Done {
    SAVED("tersimpan"),
    SUBMITTED("diajukan"),
    APPROVED("disetujui"),
    SENT_BACK("dikembalikan"),
    UNDONE("dibatalkan"),
    SENT_AGAIN("dikirim-ulang"),
    ARRIVED("sudah-sampai"),
    DRAFTED_ANEW("draf-baru"),
    TYPING_FORGOTTEN("ketikan-dibuang"),
    TAKEN("diambil"),
    LEFT("dilepas"),
    CORRECTED("diperbaiki"),
    ROUTED("dialihkan"),
    CLOSED("ditutup"),
    REOPENED("dibuka"),
    NOTED("dicatat"),
    MANY_UNDONE("massal-dibatalkan"),
    VIEW_SAVED("tampilan-tersimpan"),
    VIEW_DELETED("tampilan-dihapus"),
    TEMPLATE_SAVED("templat-tersimpan"),
    DISCARDED("dibuang"),
    ACCOUNT_RESUMED("akun-dilanjutkan"),
    STATEMENT_WRITTEN("pernyataan-tersimpan"),
    PAUSED("dijeda"),
    RESUMED("dilanjutkan"),
    CANCELLED("dihentikan"),
    RETIRED("tidak-ditawarkan"),
    REVISED("direvisi"),
    CONFIRMED("disepakati"),
    ARTICLE_SAVED("artikel-tersimpan"),
    SNOOZED("ditunda"),
    WOKEN("kembali"),
    LEFT_TO_CITIZEN("menunggu-warga"),
    RESOLVED("tuntas"),
    PASSED_ON("diteruskan"),
    OFFICE_ANSWERED("instansi-menjawab"),
    MERGED("digabung"),
    LINKED("ditautkan"),
    UNLINKED("tautan-dilepas"),
    WITHDRAWN("ditarik"),
    MENTION_READ("sudah-dibaca"),
    ON_DUTY("bertugas"),
    OFF_DUTY("istirahat"),
    WEBHOOK_CHANGED("webhook-tersimpan"),
    WEBHOOK_REMOVED("webhook-dihapus"),
    WEBHOOK_TESTED("webhook-diuji"),
    WEBHOOK_REPLAYED("webhook-diulang");

    private final String word;

    Done(String word) {
        this.word = word;
    }

    /** The word in the address. */
    String word() {
        return word;
    }

    /** The act of a word; empty for any other word. */
    static Optional<Done> of(String word) {
        return Arrays.stream(values()).filter(done -> done.word.equals(word)).findFirst();
    }
}
