package id.sigap.local.simulator;

import id.sigap.contracts.directory.Account;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Delivers webhooks to ingest and suffers the faults that are set for them. */
public final class Webhooks {
    /** Vendors give up on an answer after some seconds; a broken ingest must not hold the page for minutes. */
    private static final long TIMEOUT_MILLIS = 20_000;

    private static final int BODY_SHOWN = 2_000;

    private final HttpClient client;
    private final URI ingest;
    private final Faults faults;

    Webhooks(HttpClient client, URI ingest, Faults faults) {
        this.client = client;
        this.ingest = ingest;
        this.faults = faults;
    }

    /**
     * A webhook, ready to go.
     *
     * @param account whose it is
     * @param body the exact bytes
     * @param proofHeader the header that proves where it comes from
     * @param proof its value, made of the exact bytes or shared beforehand
     */
    public record Webhook(Account account, Buffer body, String proofHeader, String proof) {
        Webhook withWrongProof() {
            char last = proof.charAt(proof.length() - 1);
            return new Webhook(
                    account, body, proofHeader, proof.substring(0, proof.length() - 1) + (last == '0' ? '1' : '0'));
        }
    }

    /** Delivers a citizen's message, once or as often as a fault says; all answers in the order of the requests. */
    public Future<List<Delivery.Answer>> deliver(Webhook webhook) {
        Account account = webhook.account();
        Fault fault = faults.ofWebhook(account.channel(), account.id());
        int times = fault.kind() == FaultKind.DUPLICATE_WEBHOOKS ? fault.times() : 1;
        Webhook sent = fault.kind() == FaultKind.WRONG_SIGNATURE ? webhook.withWrongProof() : webhook;
        if (times == 1) {
            return post(sent).map(List::of);
        }
        List<Future<Delivery.Answer>> all =
                IntStream.range(0, times).mapToObj(i -> post(sent)).toList();
        return Future.join(all).map(done -> done.<Delivery.Answer>list());
    }

    /** Delivers once, whatever faults are set: for receipts. */
    public Future<Delivery.Answer> post(Webhook webhook) {
        Account account = webhook.account();
        long start = System.nanoTime();
        RequestOptions request = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(ingest + "/webhooks/" + account.channel().wire() + "/" + account.id())
                .setTimeout(TIMEOUT_MILLIS)
                .putHeader("content-type", "application/json")
                .putHeader(webhook.proofHeader(), webhook.proof());
        try {
            return client.request(request)
                    .compose((HttpClientRequest http) -> http.send(webhook.body()))
                    .compose(response -> response.body()
                            .map(body -> new Delivery.Answer(
                                    response.statusCode(),
                                    beginning(body),
                                    TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start))));
        } catch (IllegalStateException closed) {
            // The simulator stops while a receipt was still to go.
            return Future.failedFuture(closed);
        }
    }

    static String beginning(Buffer body) {
        return body.length() <= BODY_SHOWN ? body.toString() : body.getString(0, BODY_SHOWN) + "…";
    }
}
