package id.sigap.reply.desk;

import id.sigap.contracts.directory.Agency;
import id.sigap.contracts.directory.Unit;
import id.sigap.reply.api.CaseReader;
import id.sigap.reply.api.CaseViews;
import id.sigap.reply.incidents.IncidentViews;
import id.sigap.reply.incidents.StatementReader;
import id.sigap.runtime.access.Caller;
import id.sigap.runtime.access.Roles;
import id.sigap.runtime.directory.CurrentDirectory;
import id.sigap.runtime.problem.ProblemException;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What waits for an approval. */
@Path("/")
@DeskPage
@RolesAllowed({Roles.AGENT, Roles.SUPERVISOR})
@Produces(MediaType.TEXT_HTML)
public class ApprovalPages {
    private static final int MOST_STATEMENTS = 20;

    private final Visitor visitor;
    private final ApprovalQueue approvals;
    private final CaseReader reader;
    private final StatementReader statements;
    private final CurrentDirectory directory;

    /** Over the lists. */
    ApprovalPages(
            Visitor visitor,
            ApprovalQueue approvals,
            CaseReader reader,
            StatementReader statements,
            CurrentDirectory directory) {
        this.visitor = visitor;
        this.approvals = approvals;
        this.reader = reader;
        this.statements = statements;
        this.directory = directory;
    }

    /** What waits for an approval. */
    @GET
    @Path("persetujuan")
    public Uni<TemplateInstance> approvals(
            @QueryParam("kabar") @Nullable String word, @QueryParam("dari") @Nullable UUID before) {
        Visitor.Frame frame = visitor.frame("/persetujuan", Screen.APPROVALS);
        DeskWords words = frame.words();
        Caller caller = visitor.caller();
        return Uni.combine()
                .all()
                .unis(
                        approvals.page(caller, words),
                        number(caller, before),
                        statements.waiting(caller, false, null, MOST_STATEMENTS))
                .asTuple()
                .map(found -> {
                    List<WaitingStatement> statements = waiting(found.getItem3(), caller, words);
                    long mine =
                            statements.stream().filter(one -> one.page().mine()).count();
                    return Templates.approvals(
                            words,
                            frame,
                            found.getItem1(),
                            statements,
                            found.getItem1().mine().size() + mine,
                            word == null ? null : words.notice(word),
                            found.getItem2());
                });
    }

    /** Statements reach many: before single answers, first what the reader may decide. */
    private List<WaitingStatement> waiting(IncidentViews.Waiting found, Caller caller, DeskWords words) {
        return found.items().stream()
                .map(view -> {
                    Optional<Agency> agency = directory.get().agency(view.agency());
                    ZoneId zone = ZoneId.of(agency.map(Agency::zone).orElse("Asia/Jakarta"));
                    String unit = Objects.requireNonNullElse(view.unit(), "");
                    return new WaitingStatement(
                            StatementPage.of(view, null, caller, zone, words),
                            agency.flatMap(of -> of.unit(unit)).map(Unit::name).orElse(unit),
                            IncidentPages.address(view.incident()));
                })
                .sorted(Comparator.comparing(one -> !one.page().mine()))
                .toList();
    }

    /** A statement that waits for an approval, with the unit that speaks and the incident's address. */
    record WaitingStatement(StatementPage page, String unit, String address) {}

    /** Of the case that was decided just now. */
    private Uni<@Nullable String> number(Caller caller, @Nullable UUID id) {
        return id == null
                ? Uni.createFrom().nullItem()
                : reader.detail(caller, id)
                        .map(CaseViews.Detail::file)
                        .map(CaseViews.Line::number)
                        .onFailure(ProblemException.class)
                        .recoverWithNull();
    }

    /** The pages. */
    @CheckedTemplate(basePath = "desk")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance approvals(
                DeskWords words,
                Visitor.Frame frame,
                ApprovalQueue.Page page,
                List<WaitingStatement> statements,
                long mine,
                DeskWords.@Nullable Notice notice,
                @Nullable String number);
    }
}
