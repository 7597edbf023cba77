package id.sigap.reply.desk;

import id.sigap.contracts.Channel;
import id.sigap.contracts.Visibility;
import id.sigap.reply.api.AnswerReader;
import id.sigap.reply.api.CaseReader;
import id.sigap.reply.api.CaseViews;
import id.sigap.reply.dispatch.ReplyState;
import id.sigap.reply.revision.WordDiff;
import id.sigap.reply.templates.Drafter;
import id.sigap.runtime.access.Caller;
import id.sigap.runtime.directory.CurrentDirectory;
import id.sigap.runtime.problem.ProblemException;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts the page of a case together. */
@ApplicationScoped
class CasePages {
    private static final ZoneId WESTERN = ZoneId.of("Asia/Jakarta");

    private final CaseReader reader;
    private final CaseSurroundings surroundings;
    private final AnswerReader answers;
    private final Queue queue;
    private final TypedTexts typed;
    private final Drafter drafter;
    private final CurrentDirectory directory;
    private final Clock clock = Clock.systemUTC();

    CasePages(
            CaseReader reader,
            AnswerReader answers,
            CaseSurroundings surroundings,
            Queue queue,
            TypedTexts typed,
            Drafter drafter,
            CurrentDirectory directory) {
        this.reader = reader;
        this.answers = answers;
        this.surroundings = surroundings;
        this.queue = queue;
        this.typed = typed;
        this.drafter = drafter;
        this.directory = directory;
    }

    /** With the queue beside it. */
    Uni<TemplateInstance> whole(Caller caller, Visitor.Frame frame, Asked asked) {
        DeskWords words = frame.words();
        return Uni.combine()
                .all()
                .unis(view(caller, words, asked), queue.pane(caller, asked.filter(), null, words))
                .asTuple()
                .map(found -> Templates.one(words, frame, found.getItem1(), found.getItem2()));
    }

    /** Without it. */
    Uni<TemplateInstance> alone(Caller caller, DeskWords words, Asked asked) {
        return view(caller, words, asked).map(view -> Templates.panes(words, view));
    }

    private Uni<View> view(Caller caller, DeskWords words, Asked asked) {
        return Uni.combine()
                .all()
                .unis(
                        reader.detail(caller, asked.id()).flatMap(detail -> changed(caller, detail, words)),
                        typed.find(caller, asked.id()),
                        before(caller, words, asked))
                .asTuple()
                .map(found -> {
                    CaseViews.Detail detail = found.getItem1().detail();
                    Instant now = clock.instant();
                    int limit = drafter.textLimit(
                            Channel.of(detail.file().channel()),
                            Visibility.of(detail.file().visibility()),
                            now);
                    return new View(
                            CasePage.of(detail, found.getItem1().diff(), directory.get(), caller, limit, now, words),
                            asked.filter().query(),
                            asked.word() == null ? null : words.notice(asked.word()),
                            found.getItem2(),
                            found.getItem3(),
                            found.getItem1().around());
                });
    }

    /** With what stands around it, and what the last change of an answer that waits, or came back, changed. */
    private Uni<Changed> changed(Caller caller, CaseViews.Detail detail, DeskWords words) {
        ZoneId zone = directory
                .get()
                .agency(detail.file().agency())
                .map(agency -> ZoneId.of(agency.zone()))
                .orElse(WESTERN);
        return Uni.combine()
                .all()
                .unis(diff(caller, detail), surroundings.of(caller, detail, zone, clock.instant(), words))
                .asTuple()
                .map(found -> new Changed(detail, found.getItem1(), found.getItem2()));
    }

    private Uni<List<WordDiff.Part>> diff(Caller caller, CaseViews.Detail detail) {
        return detail.replies().stream()
                .findFirst()
                .filter(reply -> reply.version() > 0 && ReplyState.of(reply.state()) == ReplyState.SUBMITTED)
                .map(reply -> answers.diff(caller, reply.replyId(), null, null).map(diff -> diff.parts()))
                .orElseGet(() -> Uni.createFrom().item(List.of()));
    }

    /** A case with what the last change of its answer changed, and what stands around it. */
    private record Changed(CaseViews.Detail detail, List<WordDiff.Part> diff, CaseSurroundings.Around around) {}

    /** The case that one comes from: what was said of it, and whether it can be taken back. */
    private Uni<@Nullable Before> before(Caller caller, DeskWords words, Asked asked) {
        UUID id = asked.before();
        if (id == null) {
            return Uni.createFrom().nullItem();
        }
        return reader.detail(caller, id)
                .map(detail -> new Before(
                        id,
                        detail.file().number(),
                        detail.replies().stream()
                                .filter(reply -> ReplyState.of(reply.state()) == ReplyState.QUEUED)
                                .map(CaseViews.Reply::replyId)
                                .findFirst()
                                .orElse(null)))
                .onFailure(ProblemException.class)
                .recoverWithNull();
    }

    /**
     * What is asked for.
     *
     * @param id of the case
     * @param filter of the queue beside it
     * @param word what came of the last act
     * @param before the case that the act was about, if it was another
     */
    record Asked(
            UUID id,
            QueueFilter filter,
            @Nullable String word,
            @Nullable UUID before) {}

    /**
     * A case that was decided, so that one came to the next.
     *
     * @param undo the reply that can still be taken back
     */
    record Before(UUID id, String number, @Nullable UUID undo) {}

    /**
     * What the page shows.
     *
     * @param page the case
     * @param query of the queue's filter
     * @param notice what came of the last act
     * @param typed what this person was typing
     * @param before the case that the notice is about
     * @param around what stands around the case
     */
    record View(
            CasePage page,
            String query,
            DeskWords.@Nullable Notice notice,
            TypedTexts.@Nullable Typed typed,
            @Nullable Before before,
            CaseSurroundings.Around around) {
        /** The text to go on with. */
        public String text() {
            return typed != null
                    ? typed.body()
                    : page.reply() == null ? "" : page.reply().text();
        }

        /** The version of what was being typed; 0 when nothing was. */
        public int typedVersion() {
            return typed == null ? 0 : typed.version();
        }

        /** Whether something was typed that the page has no place for. */
        public boolean stranded() {
            return typed != null
                    && !page.canWrite()
                    && (page.reply() == null || !page.reply().editable());
        }
    }

    /** The pages. */
    @CheckedTemplate(basePath = "desk")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance one(DeskWords words, Visitor.Frame frame, View view, Queue.Pane pane);

        static native TemplateInstance panes(DeskWords words, View view);
    }
}
