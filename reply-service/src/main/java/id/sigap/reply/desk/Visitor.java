package id.sigap.reply.desk;

import id.sigap.contracts.directory.Agency;
import id.sigap.runtime.access.Caller;
import id.sigap.runtime.access.Callers;
import id.sigap.runtime.access.Roles;
import id.sigap.runtime.directory.CurrentDirectory;
import id.sigap.runtime.language.Language;
import id.sigap.runtime.language.PageLanguage;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Collectors;

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
     * What stands around a page.
     *
     * @param address of the page itself, to stay there in the other language
     */
    Frame frame(String address) {
        Caller caller = caller();
        DeskWords words = words();
        Language other = words.language().other();
        return new Frame(
                words,
                caller.name(),
                words.role(caller.is(Roles.SUPERVISOR)),
                caller.agencies().stream()
                        .sorted()
                        .map(id -> directory.get().agency(id).map(Agency::name).orElse(id))
                        .collect(Collectors.joining(", ")),
                address + (address.indexOf('?') < 0 ? "?" : "&") + "bahasa=" + other.tag(),
                other);
    }

    /**
     * Around a page.
     *
     * @param words of the reader's language
     * @param name of who is at the desk
     * @param role in words
     * @param agencies whose cases they see
     * @param otherAddress this page in the other language
     * @param other that language
     */
    record Frame(DeskWords words, String name, String role, String agencies, String otherAddress, Language other) {}
}
