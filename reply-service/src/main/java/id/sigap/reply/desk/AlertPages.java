package id.sigap.reply.desk;

import id.sigap.contracts.directory.Account;
import id.sigap.contracts.directory.Agency;
import id.sigap.contracts.directory.Unit;
import id.sigap.reply.alerts.NoticeLog;
import id.sigap.reply.alerts.NoticeLog.Entry;
import id.sigap.runtime.access.Caller;
import id.sigap.runtime.access.Roles;
import id.sigap.runtime.directory.CurrentDirectory;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What was told to whom of that which needed somebody's eyes, what quiet hours hold, and what nobody could be told. */
@Path("/peringatan")
@DeskPage
@RolesAllowed({Roles.SUPERVISOR, Roles.AUDITOR})
@Produces(MediaType.TEXT_HTML)
public class AlertPages {
    private static final int ROWS = 50;
    private static final String OTHERWISE = "Asia/Jakarta";

    private final Visitor visitor;
    private final NoticeLog log;
    private final CurrentDirectory directory;

    /** Over the log. */
    AlertPages(Visitor visitor, NoticeLog log, CurrentDirectory directory) {
        this.visitor = visitor;
        this.log = log;
        this.directory = directory;
    }

    /** The newest first; of one state if {@code keadaan} names it. */
    @GET
    public Uni<TemplateInstance> page(
            @QueryParam("keadaan") @Nullable String state, @QueryParam("after") @Nullable UUID after) {
        Visitor.Frame frame = visitor.frame("/peringatan", Screen.ALERTS);
        DeskWords words = frame.words();
        Caller caller = visitor.caller();
        Instant now = Instant.now();
        AlertState chosen = AlertState.of(state);
        boolean opens = caller.is(Roles.SUPERVISOR);
        return log.page(caller, chosen == null ? null : chosen.wire(), after, ROWS)
                .map(page -> Templates.alerts(
                        words,
                        frame,
                        page.items().stream()
                                .map(entry -> line(entry, now, opens, words))
                                .toList(),
                        page.next(),
                        chosen == null ? "" : chosen.wire(),
                        ways(chosen, words)));
    }

    private static List<View> ways(@Nullable AlertState chosen, DeskWords words) {
        return Stream.concat(
                        Stream.of(new View("/peringatan", Say.ALL.by(words), chosen == null)),
                        Arrays.stream(AlertState.values())
                                .map(state -> new View(
                                        "/peringatan?keadaan=" + state.wire(),
                                        state.label().by(words),
                                        state == chosen)))
                .toList();
    }

    private Line line(Entry entry, Instant now, boolean opens, DeskWords words) {
        Optional<Agency> agency = directory.get().agency(entry.agency());
        ZoneId zone = ZoneId.of(agency.map(Agency::zone).orElse(OTHERWISE));
        AlertState state = Objects.requireNonNull(AlertState.of(entry.state()));
        boolean mail = entry.way().equals("email");
        boolean fails = state == AlertState.FAILED;
        return new Line(
                entry.noticeId(),
                AlertState.what(entry.type()).by(words),
                about(entry, agency),
                words.moment(entry.createdAt(), zone),
                entry.dueAt() == null ? "" : Say.ALERT_DUE.with(words, words.moment(entry.dueAt(), zone)),
                (mail ? Say.ALERT_BY_MAIL : Say.ALERT_BY_WEBHOOK).with(words, entry.receiver()),
                entry.rule(),
                fails && !mail ? Say.ALERT_NO_ENDPOINT.by(words) : state.told(entry, now, zone, words),
                fails ? "critical" : state == AlertState.TOLD ? "good" : "",
                state.label().by(words),
                opens ? entry.caseId() : null);
    }

    private static String about(Entry entry, Optional<Agency> agency) {
        String account = entry.account();
        String unit = entry.unit();
        return Stream.of(
                        // An account's name says whose it is.
                        account == null ? agency.map(Agency::name).orElse(entry.agency()) : "",
                        account == null
                                ? ""
                                : agency.flatMap(known -> known.accounts().stream()
                                                .filter(one -> one.id().equals(account))
                                                .findFirst())
                                        .map(Account::name)
                                        .orElse(account),
                        unit == null
                                ? ""
                                : agency.flatMap(known -> known.unit(unit))
                                        .map(Unit::name)
                                        .orElse(unit))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    /**
     * One alert for one receiver, in words.
     *
     * @param what it was about
     * @param about whose it was
     * @param came when it was written down
     * @param due by when an answer was due; nothing if it is about none
     * @param receiver who, and how
     * @param told what came of it
     * @param mood of the state
     * @param caseId where it leads; null where it leads nowhere for who reads
     */
    record Line(
            UUID id,
            String what,
            String about,
            String came,
            String due,
            String receiver,
            String rule,
            String told,
            String mood,
            String state,
            @Nullable UUID caseId) {}

    /** A part of the log. */
    record View(String address, String label, boolean here) {}

    /** The pages. */
    @CheckedTemplate(basePath = "desk")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance alerts(
                DeskWords words,
                Visitor.Frame frame,
                List<Line> lines,
                @Nullable UUID next,
                String state,
                List<View> views);
    }
}
