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
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Objects;
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
        Agency agency = agency(request.agency(), caller);
        Channel channel = Objects.requireNonNullElse(request.channel(), Channel.API);
        String account = agency.accounts().stream()
                .filter(candidate -> candidate.channel() == channel)
                .map(Account::id)
                .findFirst()
                .orElse("");
        Origin origin = new Origin(
                channel, account, Visibility.PRIVATE, Clock.systemUTC().instant());
        return triager.understand(request.text(), origin, agency);
    }

    private Agency agency(@Nullable String wanted, Caller caller) {
        String id = wanted == null
                ? caller.agencies().stream().sorted().findFirst().orElseThrow(ProblemException::notFound)
                : wanted;
        caller.mustSee(id);
        return directory.get().agency(id).orElseThrow(ProblemException::notFound);
    }
}
