package id.sigap.ingest.api;

import id.sigap.contracts.Channel;
import id.sigap.contracts.directory.Directory;
import id.sigap.contracts.event.MessageReceived;
import id.sigap.ingest.inbox.InboxRow;
import id.sigap.ingest.inbox.InboxWriter;
import id.sigap.ingest.inbox.Outcome;
import id.sigap.ingest.intake.MalformedBodyException;
import id.sigap.ingest.intake.StrictJson;
import id.sigap.ingest.webhook.IntakeMeters;
import id.sigap.runtime.access.Caller;
import id.sigap.runtime.directory.CurrentDirectory;
import id.sigap.runtime.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file of messages in bounded memory: at most {@value #AHEAD} groups of {@value #GROUP} lines wait for their
 * commit, and only then is more of the stream read, so the sender is slowed down to our pace.
 */
@ApplicationScoped
public class MessageImport {
    private static final int GROUP = 500;
    private static final int AHEAD = 3;

    private final CurrentDirectory directory;
    private final InboxWriter inbox;
    private final IntakeMeters meters;

    /** Over the inbox. */
    public MessageImport(CurrentDirectory directory, InboxWriter inbox, IntakeMeters meters) {
        this.directory = directory;
        this.inbox = inbox;
        this.meters = meters;
    }

    /**
     * Takes a file for a caller; blocks until its last line is committed.
     *
     * @throws ProblemException 503 if lines cannot be stored now; what was stored stays, and sending it again is safe
     */
    ImportReport take(InputStream file, Caller caller, @Nullable IdempotencyKey key) throws IOException {
        ImportReport.Tally tally = new ImportReport.Tally();
        Deque<Sent> waiting = new ArrayDeque<>();
        List<Line> group = new ArrayList<>(GROUP);
        Lines lines = new Lines(file);
        Directory now = directory.get();
        while (lines.next()) {
            Line line = read(lines, now, caller, key, tally);
            if (line == null) {
                continue;
            }
            group.add(line);
            if (group.size() == GROUP) {
                waiting.add(send(group));
                group = new ArrayList<>(GROUP);
                now = directory.get();
            }
            if (waiting.size() == AHEAD) {
                settle(waiting.remove(), tally);
            }
        }
        if (!group.isEmpty()) {
            waiting.add(send(group));
        }
        for (Sent sent : waiting) {
            settle(sent, tally);
        }
        return tally.report();
    }

    private static @Nullable Line read(
            Lines lines, Directory directory, Caller caller, @Nullable IdempotencyKey key, ImportReport.Tally tally) {
        if (lines.blank()) {
            return null;
        }
        long number = lines.number();
        if (lines.tooLong()) {
            tally.refused(number, "line", "A line may have at most " + Lines.MAX_LINE + " bytes.");
            return null;
        }
        try {
            MessageRequest request = StrictJson.record(lines.bytes(), 0, lines.length(), MessageRequest.class);
            Directory.Owned owned = Requests.account(directory, caller, request.account());
            if (owned == null) {
                throw new InvalidFieldException("account", "There is no such account that you may write for.");
            }
            MessageReceived event = Requests.message(
                    request,
                    owned,
                    key == null ? null : key.externalId(number),
                    Instant.now().truncatedTo(ChronoUnit.MILLIS));
            return new Line(
                    number, owned.account().channel(), InboxRow.requested(event, null, null, Requests.hash(request)));
        } catch (MalformedBodyException e) {
            tally.refused(number, e.field().equals("body") ? "line" : e.field(), e.detail());
        } catch (InvalidFieldException e) {
            tally.refused(number, e.field(), e.detail());
        }
        return null;
    }

    private Sent send(List<Line> group) {
        List<InboxRow> rows = group.stream().map(Line::row).toList();
        // A crowd of webhooks may have filled the queue for a moment: they go first.
        return new Sent(
                group,
                inbox.write(rows)
                        .onFailure(ProblemException.class)
                        .retry()
                        .withBackOff(Duration.ofMillis(200), Duration.ofSeconds(2))
                        .atMost(5)
                        .subscribeAsCompletionStage());
    }

    private void settle(Sent sent, ImportReport.Tally tally) {
        List<Outcome> outcomes = outcomes(sent, tally);
        for (int i = 0; i < outcomes.size(); i++) {
            Line line = sent.group().get(i);
            Outcome outcome = outcomes.get(i);
            meters.stored(line.channel(), List.of(outcome));
            switch (outcome) {
                case ACCEPTED -> tally.accepted(1);
                case DUPLICATE -> tally.duplicates(1);
                case REFUSED -> tally.refused(line.number(), "line", "The database cannot hold it.");
            }
        }
    }

    private static List<Outcome> outcomes(Sent sent, ImportReport.Tally tally) {
        try {
            return sent.outcomes().join();
        } catch (CompletionException e) {
            throw ProblemException.unavailable(
                    Duration.ofSeconds(5),
                    "Not everything could be stored now; " + tally.kept()
                            + " lines or more are kept. Send the file again: what is kept counts as duplicate.");
        }
    }

    /** A line that is a valid message. */
    private record Line(long number, Channel channel, InboxRow row) {}

    /** A group on its way. */
    private record Sent(List<Line> group, CompletableFuture<List<Outcome>> outcomes) {}
}
