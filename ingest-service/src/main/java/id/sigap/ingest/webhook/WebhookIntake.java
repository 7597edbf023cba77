package id.sigap.ingest.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import id.sigap.contracts.Channel;
import id.sigap.contracts.directory.Directory;
import id.sigap.ingest.inbox.InboxRow;
import id.sigap.ingest.inbox.InboxWriter;
import id.sigap.ingest.inbox.Outcome;
import id.sigap.ingest.intake.ChannelReader;
import id.sigap.ingest.intake.Intake;
import id.sigap.ingest.intake.MalformedBodyException;
import id.sigap.ingest.intake.Reasons;
import id.sigap.ingest.intake.StrictJson;
import id.sigap.ingest.intake.Traceparent;
import id.sigap.ingest.intake.Unreadable;
import id.sigap.ingest.quarantine.Quarantine;
import id.sigap.ingest.quarantine.QuarantineItem;
import id.sigap.runtime.directory.CurrentDirectory;
import id.sigap.runtime.problem.ProblemException;
import id.sigap.runtime.secret.Secrets;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * What follows once a webhook has proven who it is from: every item of the delivery is committed, as an event or in
 * quarantine, before the answer. Nothing is stored of a delivery that is refused.
 */
@ApplicationScoped
public class WebhookIntake {
    private static final Duration SECRET_RETRY = Duration.ofMinutes(1);

    private final CurrentDirectory directory;
    private final Secrets secrets;
    private final InboxWriter inbox;
    private final Quarantine quarantine;
    private final IntakeMeters meters;
    private final Duration memory;

    /**
     * With the parts that keep what came.
     *
     * @param memory how long the inbox knows what it took. A delivery that somebody recorded and sends again later would
     *     pass for a new one, so what happened earlier waits in quarantine for a person
     */
    public WebhookIntake(
            CurrentDirectory directory,
            Secrets secrets,
            InboxWriter inbox,
            Quarantine quarantine,
            IntakeMeters meters,
            @ConfigProperty(name = "sigap.retention.inbox") Duration memory) {
        this.directory = directory;
        this.secrets = secrets;
        this.inbox = inbox;
        this.quarantine = quarantine;
        this.meters = meters;
        this.memory = memory;
    }

    /**
     * The account that a webhook's address names.
     *
     * @throws ProblemException 404 if it is not an account on this channel: without it there is no secret to verify with
     */
    public Directory.Owned account(Channel channel, String id) {
        return directory
                .get()
                .account(channel, id)
                .orElseThrow(() -> refuse(channel, "unknown-account", ProblemException.notFound()));
    }

    /**
     * The secret of an account for a purpose.
     *
     * @throws ProblemException 503 if it is not set: an unverified delivery is never taken
     */
    public byte[] secret(Directory.Owned owned, String purpose) {
        return owned.account()
                .secret(purpose)
                .flatMap(secrets::find)
                .filter(secret -> secret.length > 0)
                .orElseThrow(() -> refuse(
                        owned.account().channel(),
                        "secret-unset",
                        ProblemException.unavailable(SECRET_RETRY, "This account cannot be verified at present.")));
    }

    /** A refusal, counted. */
    public ProblemException refuse(Channel channel, String reason, ProblemException problem) {
        meters.refused(channel, reason);
        return problem;
    }

    /** Commits all items of a verified delivery; fails with 400 if it is malformed and with 503 if it cannot be kept. */
    public Uni<Void> take(ChannelReader reader, Directory.Owned owned, byte[] body, @Nullable String traceparent) {
        Instant receivedAt = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        Intake intake = reader.read(
                parse(reader.channel(), body), directory.get(), owned, receivedAt, receivedAt.minus(memory));
        if (intake.onlyMalformedText()) {
            throw refuse(
                    reader.channel(),
                    Reasons.MALFORMED_TEXT,
                    ProblemException.badRequest(
                            intake.unreadable().get(0).field(),
                            "Text must not have NUL characters or halves of surrogate pairs."));
        }
        meters.ignored(reader.channel(), intake.ignored());
        String trace = Traceparent.of(traceparent);
        List<InboxRow> rows =
                intake.events().stream().map(event -> InboxRow.of(event, trace)).toList();
        return inbox.write(rows).flatMap(outcomes -> {
            meters.stored(reader.channel(), outcomes);
            return quarantine.keep(items(intake, rows, outcomes, owned, receivedAt));
        });
    }

    private JsonNode parse(Channel channel, byte[] body) {
        try {
            return StrictJson.object(body);
        } catch (MalformedBodyException e) {
            throw refuse(channel, "malformed-body", ProblemException.badRequest(e.field(), e.detail()));
        }
    }

    private List<QuarantineItem> items(
            Intake intake, List<InboxRow> rows, List<Outcome> outcomes, Directory.Owned owned, Instant receivedAt) {
        List<Unreadable> unreadable = new ArrayList<>(intake.unreadable());
        for (int i = 0; i < outcomes.size(); i++) {
            if (outcomes.get(i) == Outcome.REFUSED) {
                unreadable.add(new Unreadable(
                        Reasons.ROW_REFUSED,
                        "item",
                        RefusedEvents.delivery(rows.get(i).envelope())));
            }
        }
        List<QuarantineItem> items = new ArrayList<>(unreadable.size());
        for (Unreadable item : unreadable) {
            meters.quarantined(owned.account().channel(), item.reason());
            items.add(QuarantineItem.of(item, owned, receivedAt));
        }
        return items;
    }
}
