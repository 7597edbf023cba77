package id.sigap.reply.statement;

import id.sigap.contracts.Visibility;
import id.sigap.reply.cases.CaseState;
import id.sigap.reply.dispatch.ReplyState;
import id.sigap.reply.draft.Tongue;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Cases of an incident, in sentences. */
final class Recipients {
    private CaseState state = CaseState.DRAFTING;
    private boolean waits = true;
    private boolean answered;
    private boolean withdrawn;
    private @Nullable ReplyState openReply = ReplyState.DRAFT;
    private boolean ownText;
    private boolean unsettled;
    private boolean windowOpen = true;
    private int textLimit = 4096;
    private @Nullable String citizen;
    private Visibility visibility = Visibility.PRIVATE;
    private List<String> questions = List.of();
    private Tongue tongue = Tongue.INDONESIAN;

    private Recipients() {}

    /** One that waits, with the system's draft. */
    static Recipients waiting() {
        return new Recipients();
    }

    /** One that has its answer. */
    static Recipients answered() {
        Recipients one = new Recipients();
        one.state = CaseState.ANSWERED;
        one.waits = false;
        one.answered = true;
        one.openReply = null;
        return one;
    }

    Recipients in(CaseState other) {
        state = other;
        return this;
    }

    Recipients takenBack() {
        withdrawn = true;
        waits = false;
        return this;
    }

    Recipients with(ReplyState open, boolean written) {
        openReply = open;
        ownText = written;
        return this;
    }

    Recipients unsettled() {
        unsettled = true;
        return this;
    }

    Recipients tooLate() {
        windowOpen = false;
        return this;
    }

    Recipients takingAtMost(int characters) {
        textLimit = characters;
        return this;
    }

    Recipients named(String name) {
        citizen = name;
        return this;
    }

    Recipients seenBy(Visibility whom) {
        visibility = whom;
        return this;
    }

    Recipients asked(String question) {
        questions = List.of(question);
        return this;
    }

    Recipients writingEnglish() {
        tongue = Tongue.ENGLISH;
        return this;
    }

    Recipient one() {
        return new Recipient(
                UUID.fromString("00000000-0000-7000-8000-000000000001"),
                state,
                waits,
                answered,
                withdrawn,
                openReply,
                ownText,
                unsettled,
                windowOpen,
                textLimit,
                citizen,
                visibility,
                "KHB-2026-000001",
                "Direktorat Perkeretaapian",
                "Kementerian Perhubungan",
                questions,
                tongue);
    }
}
