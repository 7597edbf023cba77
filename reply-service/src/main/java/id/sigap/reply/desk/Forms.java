package id.sigap.reply.desk;

import id.sigap.runtime.access.Caller;
import id.sigap.runtime.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What all forms of the desk have in common: they come from our own pages, and lead to a page with a word that says what
 * came of them. What a person may not see stays a 404.
 */
@ApplicationScoped
class Forms {
    private static final int LONGEST_LINE = 300;

    /** What else than the text of an answer can be wrong. */
    private static final Set<String> TOLD_BY_FIELD = Set.of(
            "into",
            "sendAt",
            "disposition",
            "capacity",
            "since",
            "other",
            "case",
            "unit",
            "topic",
            "caseIds",
            "text",
            "english");

    private final Visitor visitor;
    private final SameOrigin sameOrigin;

    Forms(Visitor visitor, SameOrigin sameOrigin) {
        this.visitor = visitor;
        this.sameOrigin = sameOrigin;
    }

    /** Acts and goes to the same address whatever comes of it. */
    Uni<Response> act(String back, Done done, Function<Caller, Uni<Void>> act) {
        return act(
                back,
                () -> Uni.createFrom().item(to(back, done.word())),
                act,
                code -> Uni.createFrom().voidItem());
    }

    /**
     * Acts, and goes on when it went well.
     *
     * @param back where one comes to when it was refused
     * @param then where one comes to when it went well
     * @param refused what is done when it was refused, e.g. to keep what was written
     */
    Uni<Response> act(
            String back,
            Supplier<Uni<Response>> then,
            Function<Caller, Uni<Void>> act,
            Function<String, Uni<Void>> refused) {
        sameOrigin.require();
        Caller caller = visitor.caller();
        return Uni.createFrom()
                .deferred(() -> act.apply(caller))
                .flatMap(acted -> then.get())
                .onFailure(ProblemException.class)
                .recoverWithUni(failure -> {
                    ProblemException problem = (ProblemException) failure;
                    if (problem.problem().status() == 404) {
                        return Uni.createFrom().failure(problem);
                    }
                    String code = problem.problem().code();
                    return refused.apply(code).replaceWith(to(back, said(problem)));
                });
    }

    /** The refusal's code; where that alone does not tell what to do, with the field that it is about. */
    static String said(ProblemException refused) {
        String code = refused.problem().code();
        String field = refused.problem().field();
        return field != null && TOLD_BY_FIELD.contains(field) ? code + "-" + field : code;
    }

    /** To a page that says this. */
    static Response to(String address, String said) {
        return Response.seeOther(URI.create(address + (address.indexOf('?') < 0 ? "?" : "&") + "kabar=" + said))
                .build();
    }

    /** One line of a form, without the space around it. */
    static String line(@Nullable String text) {
        String line = plain(text);
        if (line.length() > LONGEST_LINE || line.indexOf('\n') >= 0 || line.indexOf('\0') >= 0) {
            throw ProblemException.badRequest("teks", "This is one line of at most " + LONGEST_LINE + " characters.");
        }
        return line;
    }

    /** A text that may be left empty. */
    static String optional(@Nullable String text) {
        return text == null || text.isBlank() ? "" : plain(text);
    }

    /** A form's line ends are CR LF (HTML, form submission); a text's are not. */
    static String plain(@Nullable String text) {
        if (text == null || text.isBlank()) {
            throw ProblemException.badRequest("teks", "Something must be written.");
        }
        return text.replace("\r\n", "\n").strip();
    }
}
