package id.sigap.ingest.api;

import id.sigap.contracts.directory.Directory;
import id.sigap.contracts.event.MessageEvent;
import id.sigap.ingest.intake.MalformedBodyException;
import id.sigap.ingest.intake.StrictJson;
import id.sigap.ingest.intake.Traceparent;
import id.sigap.runtime.access.Caller;
import id.sigap.runtime.access.Callers;
import id.sigap.runtime.directory.CurrentDirectory;
import id.sigap.runtime.http.RawBody;
import id.sigap.runtime.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Takes one request of another system, whatever it is about: its Idempotency-Key, its body, the account that it is for,
 * its event, and that event once. Everything that can be wrong with a request is found before anything is stored.
 */
@ApplicationScoped
public class RequestIntake {
    private final CurrentDirectory directory;
    private final Callers callers;
    private final RequestStore store;
    private final RawBody raw;

    /** With what is needed to check and keep. */
    public RequestIntake(CurrentDirectory directory, Callers callers, RequestStore store, RawBody raw) {
        this.directory = directory;
        this.callers = callers;
        this.store = store;
        this.raw = raw;
    }

    /**
     * Completes with the answer once the event is committed, by this request or by the same one before. Fails with 400
     * naming the field, with 404 for an account that the caller may not write for, and as {@link RequestStore#store}.
     *
     * @param operation apart from other operations' keys, the client's key names one request
     * @param headers what came beside the body
     * @param type what the body is read as
     * @param making makes the event, with the same ids for the same request under the same key
     * @param answer what the client is told of the event
     */
    <R extends AccountRequest, E extends MessageEvent, A> Uni<A> take(
            String operation, Headers headers, Class<R> type, Making<R, E> making, Function<E, A> answer) {
        Caller caller = callers.current();
        IdempotencyKey key = IdempotencyKey.required(caller.name(), operation, headers.idempotencyKey());
        try {
            R request = StrictJson.record(raw.bytes(), type);
            Directory.Owned owned = Requests.account(directory.get(), caller, request.account());
            if (owned == null) {
                throw ProblemException.notFound();
            }
            Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
            E event = making.event(request, owned, key.externalId(), now);
            A told = answer.apply(event);
            return store.store(event, key, Requests.hash(request), Traceparent.of(headers.traceparent()))
                    .replaceWith(told);
        } catch (MalformedBodyException e) {
            throw ProblemException.badRequest(e.field(), e.detail());
        } catch (InvalidFieldException e) {
            throw ProblemException.badRequest(e.field(), e.detail());
        }
    }

    /** Makes the event of a request. */
    @FunctionalInterface
    interface Making<R, E> {
        /**
         * @param owned the account, which the caller may write for
         * @param fallbackId the event's external id if the request names none
         * @param now when the request came
         */
        E event(R request, Directory.Owned owned, String fallbackId, Instant now) throws InvalidFieldException;
    }

    /**
     * What came beside the body.
     *
     * @param idempotencyKey the client's own name for the request
     * @param traceparent the trace that the event carries on
     */
    record Headers(
            @Nullable String idempotencyKey, @Nullable String traceparent) {}
}
