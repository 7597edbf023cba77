package id.sigap.runtime.stream;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetCommitCallback;
import org.apache.kafka.clients.consumer.RetriableCommitFailedException;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class OffsetsTest {
    private static final TopicPartition FIRST = new TopicPartition("sigap.messages.v1", 0);
    private static final TopicPartition SECOND = new TopicPartition("sigap.messages.v1", 1);
    private static final Duration SOON = Duration.ofMillis(1);

    private final Broker broker = new Broker();

    @Test
    void whatIsFinishedIsCommittedBehindItsLastRecord() {
        // Given
        Offsets offsets = offsets(Duration.ofMinutes(1));

        // When
        offsets.pass(batch(Map.of(FIRST, 6L, SECOND, 2L)));

        // Then
        await().until(() -> broker.committed().equals(Map.of(FIRST, 7L, SECOND, 3L)));
        assertEquals(1, broker.requests());
    }

    @Test
    void aCommitThatFailsIsMadeAgainThoughNothingFollows() {
        // Given
        broker.answers(Answer.REFUSED, Answer.REFUSED);
        Offsets offsets = offsets(Duration.ofMinutes(1));

        // When
        offsets.pass(batch(Map.of(FIRST, 6L)));

        // Then
        await().until(() -> broker.committed().equals(Map.of(FIRST, 7L)));
        assertEquals(3, broker.requests());
    }

    @Test
    void aCommitThatIsNeverAnsweredDoesNotKeepBackTheNext() {
        // Given
        broker.answers(Answer.NONE);
        Offsets offsets = offsets(Duration.ofMillis(20));

        // When
        offsets.pass(batch(Map.of(FIRST, 6L)));

        // Then
        await().until(() -> broker.committed().equals(Map.of(FIRST, 7L)));
    }

    @Test
    void whatWasFinishedSinceOutweighsWhatFailed() {
        // Given a first commit that hangs while more is finished
        broker.answers(Answer.NONE);
        Offsets offsets = offsets(Duration.ofMillis(200));
        offsets.pass(batch(Map.of(FIRST, 6L, SECOND, 1L)));

        // When
        offsets.pass(batch(Map.of(FIRST, 9L)));

        // Then
        await().until(() -> broker.committed().equals(Map.of(FIRST, 10L, SECOND, 2L)));
        assertEquals(2, broker.requests());
    }

    @Test
    void aPartitionThatIsAnothersByThenIsLeftToIt() {
        // Given
        broker.answers(Answer.REFUSED);
        broker.takeAwayAtTheFirst(FIRST);
        Offsets offsets = offsets(Duration.ofMinutes(1));

        // When
        offsets.pass(batch(Map.of(FIRST, 6L, SECOND, 1L)));

        // Then
        await().until(() -> broker.committed().equals(Map.of(SECOND, 2L)));
    }

    @Test
    void aBatchOfPartitionsThatAreAllAnothersCommitsNothing() {
        // Given
        broker.takeAway(FIRST);
        Offsets offsets = offsets(Duration.ofMinutes(1));

        // When
        offsets.pass(batch(Map.of(FIRST, 6L)));
        offsets.pass(batch(Map.of(SECOND, 1L)));

        // Then
        await().until(() -> broker.committed().equals(Map.of(SECOND, 2L)));
        assertEquals(1, broker.requests());
    }

    private Offsets offsets(Duration patience) {
        return new Offsets("messages", broker::run, new Offsets.Pace(SOON, SOON, patience));
    }

    private static ConsumerRecords<byte[], byte[]> batch(Map<TopicPartition, Long> lastOffsets) {
        Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> records = new LinkedHashMap<>();
        lastOffsets.forEach((partition, last) ->
                records.put(partition, List.of(record(partition, Math.max(0, last - 1)), record(partition, last))));
        return new ConsumerRecords<>(records, Map.of());
    }

    private static ConsumerRecord<byte[], byte[]> record(TopicPartition partition, long offset) {
        return new ConsumerRecord<>(partition.topic(), partition.partition(), offset, new byte[0], new byte[0]);
    }

    private enum Answer {
        REFUSED,
        NONE
    }

    /** A consumer whose commits fail as told, and then succeed. */
    private static final class Broker extends MockConsumer<byte[], byte[]> {
        private final Deque<Answer> answers = new ArrayDeque<>();
        private final Map<TopicPartition, Long> committed = new LinkedHashMap<>();
        private final List<TopicPartition> mine = new ArrayList<>(List.of(FIRST, SECOND));
        private final List<TopicPartition> leaving = new ArrayList<>();
        private int requests;

        Broker() {
            super("earliest");
        }

        synchronized void answers(Answer... these) {
            answers.addAll(List.of(these));
        }

        synchronized void takeAwayAtTheFirst(TopicPartition partition) {
            leaving.add(partition);
        }

        synchronized void takeAway(TopicPartition partition) {
            mine.remove(partition);
        }

        synchronized Map<TopicPartition, Long> committed() {
            return Map.copyOf(committed);
        }

        synchronized int requests() {
            return requests;
        }

        synchronized Uni<Void> run(
                java.util.function.Consumer<org.apache.kafka.clients.consumer.Consumer<byte[], byte[]>> act) {
            act.accept(this);
            return Uni.createFrom().voidItem();
        }

        @Override
        public synchronized Set<TopicPartition> assignment() {
            return Set.copyOf(mine);
        }

        @Override
        public synchronized void commitAsync(
                Map<TopicPartition, OffsetAndMetadata> offsets, OffsetCommitCallback callback) {
            requests++;
            mine.removeAll(leaving);
            Answer answer = answers.poll();
            if (answer == Answer.REFUSED) {
                callback.onComplete(offsets, new RetriableCommitFailedException("the coordinator is loading"));
            } else if (answer == null) {
                offsets.forEach((partition, offset) -> committed.put(partition, offset.offset()));
                callback.onComplete(offsets, null);
            }
        }
    }
}
