package id.sigap.ingest.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.sigap.contracts.cloudevent.EventEnvelope;
import id.sigap.runtime.problem.ProblemException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InboxWriterTest {
    private final HeldTable table = new HeldTable();
    private int wakes;
    private long millis;
    private final Deque<Runnable> pauses = new ArrayDeque<>();
    private final InboxWriter writer = new InboxWriter(
            table,
            () -> wakes++,
            () -> TimeUnit.MILLISECONDS.toNanos(millis),
            (pause, step) -> pauses.add(step),
            new SimpleMeterRegistry());

    @Test
    void nobodyIsToldBeforeTheCommit() {
        CompletableFuture<List<Outcome>> answer = write(row(1));

        assertFalse(answer.isDone());
        table.commitNext();
        assertEquals(List.of(Outcome.ACCEPTED), answer.join());
        assertEquals(1, wakes);
    }

    @Test
    void requestsThatComeDuringACommitShareTheNext() {
        send(row(1));
        send(row(2));
        List<CompletableFuture<List<Outcome>>> crowd =
                IntStream.range(3, 103).mapToObj(n -> write(row(n))).toList();

        assertEquals(2, table.statements.size(), "two groups in flight, the crowd waits");
        table.commitNext();
        assertEquals(100, table.statements.get(1).rows().size());
        commitAll();
        assertTrue(crowd.stream().allMatch(one -> one.join().equals(List.of(Outcome.ACCEPTED))));
        assertEquals(3, table.committed);
    }

    @Test
    void requestsRightAfterAGroupWaitForCompanyButNotForLong() {
        send(row(1));
        CompletableFuture<List<Outcome>> second = writeAtOnce(row(2));
        CompletableFuture<List<Outcome>> third = writeAtOnce(row(3));

        assertEquals(1, table.statements.size(), "the second group pauses");
        assertEquals(1, pauses.size(), "one pause for all");
        millis += InboxWriter.PACE_MILLIS;
        pauses.remove().run();
        assertEquals(2, table.statements.get(1).rows().size());
        commitAll();
        assertEquals(List.of(Outcome.ACCEPTED), second.join());
        assertEquals(List.of(Outcome.ACCEPTED), third.join());
    }

    @Test
    void aFullGroupDoesNotPause() {
        send(row(1));
        IntStream.range(2, InboxWriter.GROUP_ROWS + 2).forEach(n -> {
            CompletableFuture<List<Outcome>> unused = writeAtOnce(row(n));
        });

        assertEquals(2, table.statements.size());
    }

    @Test
    void ofEqualRowsOneIsAcceptedAndAllAreAnswered() {
        send(row(0));
        send(row(0));
        List<CompletableFuture<List<Outcome>>> same =
                IntStream.range(0, 100).mapToObj(n -> write(row(7))).toList();

        commitAll();

        long accepted = same.stream()
                .filter(one -> one.join().equals(List.of(Outcome.ACCEPTED)))
                .count();
        assertEquals(1, accepted);
    }

    @Test
    void aBadRowLeavesItsNeighboursAlone() {
        table.bad.add(id(5));
        send(row(0));
        send(row(0));
        List<CompletableFuture<List<Outcome>>> crowd =
                IntStream.range(1, 10).mapToObj(n -> write(row(n))).toList();

        commitAll();

        for (int n = 1; n < 10; n++) {
            assertEquals(
                    List.of(n == 5 ? Outcome.REFUSED : Outcome.ACCEPTED),
                    crowd.get(n - 1).join());
        }
    }

    @Test
    void withoutADatabaseAllAreRefusedAndNothingStaysHeld() {
        table.away = true;
        List<CompletableFuture<List<Outcome>>> crowd =
                IntStream.range(0, 10).mapToObj(n -> write(row(n))).toList();
        commitAll();
        crowd.forEach(one -> assertEquals(503, refusal(one).problem().status()));

        table.away = false;
        CompletableFuture<List<Outcome>> after = write(row(1));
        commitAll();
        assertEquals(List.of(Outcome.ACCEPTED), after.join());
    }

    @Test
    void whatWaitsIsBounded() {
        List<CompletableFuture<List<Outcome>>> crowd = IntStream.range(0, InboxWriter.MAX_ROWS)
                .mapToObj(n -> write(row(n)))
                .toList();

        ProblemException refusal = refusal(write(row(-1)));

        assertEquals(503, refusal.problem().status());
        assertTrue(refusal.retryAfter() != null);
        commitAll();
        crowd.forEach(CompletableFuture::join);
    }

    @Test
    void theRowsOfARequestStayTogetherAndInOrder() {
        send(row(0));
        send(row(0));
        CompletableFuture<List<Outcome>> batch =
                write(IntStream.range(1, 800).mapToObj(InboxWriterTest::row).toArray(InboxRow[]::new));

        table.commitNext();

        assertEquals(
                IntStream.range(1, 800).mapToObj(InboxWriterTest::id).toList(),
                table.statements.get(1).rows().stream().map(InboxRow::eventId).toList());
        commitAll();
        assertEquals(799, batch.join().size());
    }

    /** Lets everything commit, also what pauses before it sets out. */
    private void commitAll() {
        while (!table.statements.isEmpty() || !pauses.isEmpty()) {
            if (!table.statements.isEmpty()) {
                table.commitNext();
            }
            millis += InboxWriter.PACE_MILLIS;
            List.copyOf(pauses).forEach(pause -> pauses.remove().run());
        }
    }

    /** A request whose answer does not matter. */
    private void send(InboxRow row) {
        CompletableFuture<List<Outcome>> unused = write(row);
    }

    /** A request that comes when enough time has passed for another group. */
    private CompletableFuture<List<Outcome>> write(InboxRow... rows) {
        millis += InboxWriter.PACE_MILLIS;
        return writeAtOnce(rows);
    }

    private CompletableFuture<List<Outcome>> writeAtOnce(InboxRow... rows) {
        return writer.write(List.of(rows)).subscribeAsCompletionStage();
    }

    private static ProblemException refusal(CompletableFuture<List<Outcome>> answer) {
        return assertInstanceOf(
                ProblemException.class,
                assertThrows(CompletionException.class, answer::join).getCause());
    }

    @SuppressWarnings("NullAway") // it misreads the nullable array of a compiled record
    private static InboxRow row(int n) {
        return new InboxRow(id(n), null, null, new EventEnvelope("topic", "key", Map.of(), new byte[] {1}));
    }

    private static UUID id(int n) {
        return new UUID(0, n);
    }

    /** Keeps statements until a test lets them commit. */
    private static final class HeldTable implements InboxTable {
        private final List<Statement> statements = new ArrayList<>();
        private final Set<UUID> stored = new HashSet<>();
        private final Set<UUID> bad = new HashSet<>();
        private boolean away;
        private int committed;

        @Override
        public Uni<Set<UUID>> insert(List<InboxRow> rows) {
            return Uni.createFrom().emitter(emitter -> statements.add(new Statement(List.copyOf(rows), emitter)));
        }

        @Override
        public Uni<@Nullable Known> find(UUID eventId, @Nullable UUID requestId) {
            return Uni.createFrom().nullItem();
        }

        void commitNext() {
            Statement next = statements.remove(0);
            if (away) {
                next.emitter().fail(new java.io.IOException("connection refused"));
            } else if (next.rows().stream().anyMatch(row -> bad.contains(row.eventId()))) {
                next.emitter().fail(new RowFaultException("22021"));
            } else {
                committed++;
                Set<UUID> inserted = new HashSet<>();
                next.rows().forEach(row -> {
                    if (stored.add(row.eventId())) {
                        inserted.add(row.eventId());
                    }
                });
                next.emitter().complete(inserted);
            }
        }

        private record Statement(List<InboxRow> rows, UniEmitter<? super Set<UUID>> emitter) {}
    }
}
