package id.sigap.triage.classify;

import id.sigap.contracts.Channel;
import id.sigap.contracts.Visibility;
import id.sigap.contracts.directory.Account;
import id.sigap.contracts.directory.Agency;
import id.sigap.contracts.event.Triage;
import id.sigap.runtime.access.Caller;
import id.sigap.runtime.directory.CurrentDirectory;
import id.sigap.runtime.problem.ProblemException;
import id.sigap.triage.Triager;
import id.sigap.triage.Triager.Origin;
import id.sigap.triage.Triager.ReadAhead;
import id.sigap.triage.Triager.Unread;
import id.sigap.triage.text.Normaliser;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Triages one text for somebody, by the rules of an agency that they may see. */
@ApplicationScoped
public class Classification {
    private final CurrentDirectory directory;
    private final Triager triager;

    /** With the rules and the model in force. */
    public Classification(CurrentDirectory directory, Triager triager) {
        this.directory = directory;
        this.triager = triager;
    }

    /**
     * The triage of a text, as if it came in now, in private, on the agency's first account of the channel.
     *
     * @throws ProblemException 404 if the agency does not exist or is not the caller's
     */
    public Triage of(ClassifyRequest request, Caller caller) {
        return of(List.of(asked(request, caller))).get(0);
    }

    /** The triages of texts, in their order, which are read together where that is faster. */
    List<Triage> of(List<Asked> asked) {
        List<ReadAhead> read = triager.readAhead(asked.stream().map(Asked::text).toList());
        return IntStream.range(0, read.size())
                .mapToObj(i -> triager.understand(read.get(i), asked.get(i).origin()))
                .toList();
    }

    /** Whether texts that wait to be read together are enough. */
    boolean isEnough(List<Asked> asked) {
        return triager.isEnough(asked.stream().map(Asked::text).toList());
    }

    /**
     * What somebody asks for, ready to be read with others.
     *
     * @throws ProblemException 404 if the agency does not exist or is not the caller's
     */
    Asked asked(ClassifyRequest request, Caller caller) {
        Agency agency = agency(request.agency(), caller);
        Channel channel = Objects.requireNonNullElse(request.channel(), Channel.API);
        String account = agency.accounts().stream()
                .filter(candidate -> candidate.channel() == channel)
                .map(Account::id)
                .findFirst()
                .orElse("");
        Origin origin = new Origin(
                channel, account, Visibility.PRIVATE, Clock.systemUTC().instant());
        return new Asked(new Unread(Normaliser.normalise(request.text()), agency), origin);
    }

    private Agency agency(@Nullable String wanted, Caller caller) {
        String id = wanted == null
                ? caller.agencies().stream().sorted().findFirst().orElseThrow(ProblemException::notFound)
                : wanted;
        caller.mustSee(id);
        return directory.get().agency(id).orElseThrow(ProblemException::notFound);
    }

    /**
     * A text that somebody asks about.
     *
     * @param text the text
     * @param origin where it is taken to have come in
     */
    record Asked(Unread text, Origin origin) {}
}
