package id.sigap.reply.desk;

import id.sigap.reply.audit.AuditTrail;
import id.sigap.reply.audit.ChainCheck;
import id.sigap.reply.cases.RecordedAct;
import id.sigap.runtime.access.Caller;
import id.sigap.runtime.access.Roles;
import id.sigap.runtime.problem.ProblemException;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The record of acts, for those who check it: whether its chain holds, and who did what. */
@Path("/audit")
@DeskPage
@RolesAllowed(Roles.AUDITOR)
@Produces(MediaType.TEXT_HTML)
public class AuditPages {
    private static final int ROWS = 100;
    private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");

    private final Visitor visitor;
    private final AuditTrail trail;

    /** Over the record. */
    AuditPages(Visitor visitor, AuditTrail trail) {
        this.visitor = visitor;
        this.trail = trail;
    }

    /** The newest acts; with {@code periksa} the chains are walked as well. */
    @GET
    public Uni<TemplateInstance> page(
            @QueryParam("oleh") @Nullable String by,
            @QueryParam("tindakan") @Nullable String act,
            @QueryParam("kasus") @Nullable UUID caseId,
            @QueryParam("after") @Nullable Long after,
            @QueryParam("periksa") @Nullable String verify) {
        Visitor.Frame frame = visitor.frame("/audit", Screen.AUDIT);
        DeskWords words = frame.words();
        Caller caller = visitor.caller();
        AuditTrail.Filter filter = new AuditTrail.Filter(caseId, given(by), given(act));
        return Uni.combine()
                .all()
                .unis(
                        trail.page(caller.agencies(), filter, after == null ? Long.MAX_VALUE : after, ROWS),
                        verify == null ? Uni.createFrom().<List<Verdict>>item(List.of()) : verdicts(caller, words))
                .asTuple()
                .map(found -> Templates.audit(
                        words,
                        frame,
                        found.getItem1().items().stream()
                                .map(entry -> new Line(
                                        words.moment(entry.at(), ZONE),
                                        words.act(entry.act()),
                                        entry.by() == null ? words.automatic() : entry.by(),
                                        entry.caseId(),
                                        entry.caseNumber() == null ? "" : entry.caseNumber(),
                                        entry.detail() == null ? "" : words.detail(entry.act(), entry.detail()),
                                        entry.seq() == null ? "" : entry.seq().toString(),
                                        entry.hash() == null ? "" : entry.hash().substring(0, 12)))
                                .toList(),
                        found.getItem1().total(),
                        found.getItem1().next(),
                        new Asked(by == null ? "" : by, act == null ? "" : act),
                        acts(act, words),
                        found.getItem2()));
    }

    private Uni<List<Verdict>> verdicts(Caller caller, DeskWords words) {
        return Multi.createFrom()
                .iterable(caller.agencies().stream().sorted().toList())
                .onItem()
                .transformToUniAndConcatenate(agency -> trail.verify(agency, null))
                .map(verdict -> new Verdict(
                        verdict.agency(),
                        verdict.intact(),
                        verdict.seq(),
                        verdict.hash(),
                        verdict.faults().stream()
                                .map(fault -> told(fault, words))
                                .toList()))
                .collect()
                .asList();
    }

    /** A broken place: what is wrong, and where it can be found. */
    private static String told(ChainCheck.Fault fault, DeskWords words) {
        return words.fault(fault.kind())
                + (fault.seq() == null ? "" : " · " + Say.LINK.by(words) + " " + fault.seq())
                + (fault.auditId() == null ? "" : " · audit_id " + fault.auditId());
    }

    /** All acts by their names, to choose one. */
    private static List<QueueFilter.Option> acts(@Nullable String chosen, DeskWords words) {
        return Stream.concat(
                        Stream.of(new QueueFilter.Option("", Say.EVERY_ACT.by(words), given(chosen) == null)),
                        Arrays.stream(RecordedAct.values())
                                .map(act -> new QueueFilter.Option(
                                        act.wire(), words.of(act), act.wire().equals(given(chosen))))
                                .sorted(Comparator.comparing(QueueFilter.Option::label)))
                .toList();
    }

    private static @Nullable String given(@Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        if (value.indexOf('\0') >= 0) {
            throw ProblemException.badRequest("oleh", "This has a character that no text has.");
        }
        return value.strip();
    }

    /** One act. */
    record Line(
            String when,
            String what,
            String by,
            @Nullable UUID caseId,
            String number,
            String detail,
            String seq,
            String hash) {}

    /** What is looked for. */
    record Asked(String by, String act) {}

    /** Whether an agency's chain holds. */
    record Verdict(String agency, boolean intact, long seq, String hash, List<String> faults) {}

    /** The pages. */
    @CheckedTemplate(basePath = "desk")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance audit(
                DeskWords words,
                Visitor.Frame frame,
                List<Line> lines,
                long total,
                @Nullable String next,
                Asked asked,
                List<QueueFilter.Option> acts,
                List<Verdict> verdicts);
    }
}
