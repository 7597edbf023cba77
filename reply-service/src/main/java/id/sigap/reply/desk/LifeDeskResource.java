package id.sigap.reply.desk;

import id.sigap.reply.casework.LifeActs;
import id.sigap.reply.casework.MergeActs;
import id.sigap.reply.citizens.Citizens;
import id.sigap.reply.sending.Withdrawals;
import id.sigap.runtime.access.Caller;
import id.sigap.runtime.access.Roles;
import id.sigap.runtime.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Where a case goes on: at an office outside, in another case of the citizen, or again after an answer was taken back. */
@Path("/kasus/{id}")
@DeskPage
@RolesAllowed({Roles.AGENT, Roles.SUPERVISOR})
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class LifeDeskResource {
    private final LifeActs life;
    private final MergeActs merges;
    private final Withdrawals withdrawals;
    private final Citizens citizens;
    private final Forms forms;

    /** Over the API's own acts. */
    LifeDeskResource(LifeActs life, MergeActs merges, Withdrawals withdrawals, Citizens citizens, Forms forms) {
        this.life = life;
        this.merges = merges;
        this.withdrawals = withdrawals;
        this.citizens = citizens;
        this.forms = forms;
    }

    /** Passes the matter to an office outside; the case stays open until that has answered. */
    @POST
    @Path("teruskan")
    public Uni<Response> toOffice(
            @RestPath UUID id,
            @RestForm("instansi") @Nullable String office,
            @RestForm("penerima") @Nullable String recipient,
            @RestForm("alasan") @Nullable String reason,
            @RestForm("saringan") @Nullable String query) {
        return forms.act(
                back(id, query),
                Done.PASSED_ON,
                caller -> life.toOffice(
                        caller, id, null, Forms.line(office), Forms.line(recipient), Forms.line(reason), null));
    }

    /** That office has answered; somebody tells the citizen. */
    @POST
    @Path("jawaban-instansi")
    public Uni<Response> officeAnswered(
            @RestPath UUID id,
            @RestForm("jawaban") @Nullable String answer,
            @RestForm("saringan") @Nullable String query) {
        return forms.act(
                back(id, query),
                Done.OFFICE_ANSWERED,
                caller -> life.officeAnswered(caller, id, null, Forms.plain(answer)));
    }

    /** Joins the case into another one of the same citizen, and leads there. */
    @POST
    @Path("gabung")
    public Uni<Response> merge(
            @RestPath UUID id, @RestForm("ke") @Nullable UUID into, @RestForm("saringan") @Nullable String query) {
        if (into == null) {
            throw ProblemException.badRequest("ke", "There must be a case to join.");
        }
        return forms.act(
                back(id, query),
                () -> Uni.createFrom().item(Forms.to(back(into, query), Done.MERGED.word())),
                caller -> merges.merge(caller, id, into),
                code -> Uni.createFrom().voidItem());
    }

    /** Says that the citizen is the one of another case, by its number; nothing is guessed, nothing crosses agencies. */
    @POST
    @Path("tautkan")
    public Uni<Response> link(
            @RestPath UUID id,
            @RestForm("nomor") @Nullable String number,
            @RestForm("alasan") @Nullable String reason,
            @RestForm("saringan") @Nullable String query) {
        return forms.act(
                back(id, query),
                Done.LINKED,
                caller -> citizens.link(
                        caller,
                        id,
                        Forms.line(number).toUpperCase(Locale.ROOT),
                        reason == null || reason.isBlank() ? null : Forms.line(reason)));
    }

    /** Takes back that the citizen is anybody else. */
    @POST
    @Path("lepas-tautan")
    public Uni<Response> unlink(@RestPath UUID id, @RestForm("saringan") @Nullable String query) {
        return forms.act(back(id, query), Done.UNLINKED, caller -> citizens.unlink(caller, id, null));
    }

    /** Takes back an answer that was sent, where its channel deletes. */
    @POST
    @Path("balasan/{reply}/tarik")
    @RolesAllowed(Roles.SUPERVISOR)
    public Uni<Response> withdraw(
            @RestPath UUID id,
            @RestPath UUID reply,
            @RestForm("alasan") @Nullable String reason,
            @RestForm("saringan") @Nullable String query) {
        return forms.act(back(id, query), Done.WITHDRAWN, caller -> withdrawn(caller, reply, Forms.line(reason)));
    }

    private Uni<Void> withdrawn(Caller caller, UUID reply, String reason) {
        return withdrawals
                .withdraw(caller, reply, reason)
                .invoke(view -> {
                    if (!view.state().equals("done")) {
                        throw ProblemException.conflict(
                                "withdrawal-" + view.state(), "The channel did not say that it is gone.");
                    }
                })
                .replaceWithVoid();
    }

    private static String back(UUID id, @Nullable String query) {
        return "/kasus/" + id + QueueFilter.parse(query).query();
    }
}
