package id.sigap.reply.desk;

import id.sigap.contracts.directory.Agency;
import id.sigap.runtime.access.Caller;
import id.sigap.runtime.access.Callers;
import id.sigap.runtime.access.Roles;
import id.sigap.runtime.directory.CurrentDirectory;
import id.sigap.runtime.language.Language;
import id.sigap.runtime.language.PageLanguage;
import id.sigap.runtime.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who is at the desk, and in which language they read. */
@ApplicationScoped
class Visitor {
    private final Callers callers;
    private final CurrentDirectory directory;
    private final PageLanguage language;

    Visitor(Callers callers, CurrentDirectory directory, PageLanguage language) {
        this.callers = callers;
        this.directory = directory;
        this.language = language;
    }

    Caller caller() {
        return callers.current();
    }

    DeskWords words() {
        return DeskWords.in(language.get());
    }

    /**
     * The agency whose things a page shows: the first of the person's, unless they ask for another of theirs.
     *
     * @throws ProblemException 404 for an agency that is not theirs
     */
    AgencyChoice agency(@Nullable String asked) {
        List<Agency> theirs = caller().agencies().stream()
                .sorted()
                .flatMap(id -> directory.get().agency(id).stream())
                .toList();
        Agency chosen = theirs.stream()
                .filter(one -> asked == null || asked.isBlank() || one.id().equals(asked))
                .findFirst()
                .orElseThrow(ProblemException::notFound);
        return new AgencyChoice(
                chosen,
                theirs.stream()
                        .map(one -> new QueueFilter.Option(one.id(), one.name(), one.equals(chosen)))
                        .toList());
    }

    /**
     * What stands around a page.
     *
     * @param address of the page itself, to stay there in the other language
     * @param here the screen that it belongs to
     */
    Frame frame(String address, Screen here) {
        Caller caller = caller();
        DeskWords words = words();
        Language other = words.language().other();
        return new Frame(
                words,
                screens(caller, here, words),
                Instant.now().toEpochMilli(),
                caller.name(),
                role(caller, words),
                caller.agencies().stream()
                        .sorted()
                        .map(id -> directory.get().agency(id).map(Agency::name).orElse(id))
                        .collect(Collectors.joining(", ")),
                address + (address.indexOf('?') < 0 ? "?" : "&") + "bahasa=" + other.tag(),
                other);
    }

    /** The screens that whoever asks may look at. */
    List<Way> screens() {
        return screens(caller(), null, words());
    }

    private static String role(Caller caller, DeskWords words) {
        if (caller.is(Roles.SUPERVISOR) || caller.is(Roles.AGENT)) {
            return words.role(caller.is(Roles.SUPERVISOR));
        }
        return (caller.is(Roles.AUDITOR) ? Say.AUDITOR : Say.OPERATOR).by(words);
    }

    private static List<Way> screens(Caller caller, @Nullable Screen here, DeskWords words) {
        return Arrays.stream(Screen.values())
                .filter(screen -> screen.isFor(caller))
                .map(screen ->
                        new Way(screen.address(), screen.keys(), screen.label().by(words), screen == here))
                .toList();
    }

    /**
     * Around a page.
     *
     * @param words of the reader's language
     * @param screens where the navigation leads
     * @param now the server's time in milliseconds since 1970, as the browser's clock may be wrong
     * @param name of who is at the desk
     * @param role in words
     * @param agencies whose cases they see
     * @param otherAddress this page in the other language
     * @param other that language
     */
    record Frame(
            DeskWords words,
            List<Way> screens,
            long now,
            String name,
            String role,
            String agencies,
            String otherAddress,
            Language other) {}

    /**
     * A way to a screen.
     *
     * @param address of it
     * @param keys that go there
     * @param label its name
     * @param here whether the page belongs to it
     */
    record Way(String address, String keys, String label, boolean here) {}
}
