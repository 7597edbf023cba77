package id.sigap.metrics.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import id.sigap.runtime.problem.ProblemException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LiveBoardTest {
    @Test
    void noMoreListenThanThereArePlacesHoweverManyAskedBefore() {
        // Given lines that were all opened while there still was a place, and a place for two
        Semaphore places = new Semaphore(2);
        List<Multi<String>> lines = IntStream.range(0, 5)
                .mapToObj(n -> LiveBoard.placed(places, Multi.createFrom().<String>nothing()))
                .toList();

        // When all of them begin to listen
        List<AssertSubscriber<String>> listening = lines.stream()
                .map(line -> line.subscribe().withSubscriber(AssertSubscriber.<String>create(1)))
                .toList();

        // Then two do, and the others are told to come again
        assertNull(listening.get(0).getFailure());
        assertNull(listening.get(1).getFailure());
        for (AssertSubscriber<String> refused : listening.subList(2, 5)) {
            assertEquals(
                    503,
                    assertInstanceOf(ProblemException.class, refused.getFailure())
                            .problem()
                            .status());
        }

        // And a place that somebody leaves is there for another, once
        listening.get(0).cancel();
        listening.get(0).cancel();
        assertEquals(1, places.availablePermits());
    }
}
