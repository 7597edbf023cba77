package id.sigap.metrics.responsiveness;

import id.sigap.metrics.figure.Room;
import id.sigap.runtime.problem.ProblemException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How many questions are worked on at once, and how much memory each of them may take: the most that all of them take
 * together is the product. What asks for more is refused; the service stays. Work must not ask for room within its room.
 */
@Singleton
public class QuestionRoom {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration AGAIN = Duration.ofSeconds(2);

    private final long bytes;
    private final Semaphore places;
    private final Duration patience;

    /** As configured. */
    @Inject
    public QuestionRoom(
            @ConfigProperty(name = "sigap.metrics.question-bytes") long bytes,
            @ConfigProperty(name = "sigap.metrics.questions-at-once") int atOnce) {
        this(bytes, atOnce, PATIENCE);
    }

    QuestionRoom(long bytes, int atOnce, Duration patience) {
        this.bytes = bytes;
        this.places = new Semaphore(atOnce, true);
        this.patience = patience;
    }

    /** As much as there is: where nobody asks from outside. */
    public static QuestionRoom unbounded() {
        return new QuestionRoom(Long.MAX_VALUE, Integer.MAX_VALUE);
    }

    /**
     * Works within a room of its own, once there is a place.
     *
     * @param field the parameter that made a question too large
     * @throws ProblemException 400 naming the parameter if it takes too much memory; 503 if no place becomes free
     */
    public <T> T with(String field, Function<Room, T> work) {
        enter();
        try {
            return work.apply(new Room(bytes));
        } catch (Room.Exceeded e) {
            throw ProblemException.badRequest(
                    field, "asks for more figures than there is memory for: ask for a shorter span or fewer parts");
        } finally {
            places.release();
        }
    }

    private void enter() {
        try {
            if (!places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw ProblemException.unavailable(AGAIN, "Too many questions are being answered.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ProblemException.unavailable(AGAIN, "The service is ending.");
        }
    }
}
