package id.sigap.reply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import id.sigap.local.StackResource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Stands where WhatsApp and Telegram stand, and misbehaves as told.
 *
 * <p>One stands there for all tests of the module, from the first message on: were it away between two of them, answers
 * that are still to be sent would open the circuits of their accounts, and the next test would wait for these to close.
 */
final class FakeChannel {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static @Nullable FakeChannel atWork;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "fake-channel");
        thread.setDaemon(true);
        return thread;
    });
    private final List<Sent> accepted = new CopyOnWriteArrayList<>();
    private final Queue<Fault> faults = new ConcurrentLinkedQueue<>();
    private final Queue<CountDownLatch> late = new ConcurrentLinkedQueue<>();
    private final List<String> deleted = new CopyOnWriteArrayList<>();
    private final AtomicInteger ids = new AtomicInteger();

    /** The channel where the stack's simulator would stand; started by the first who asks. */
    static synchronized FakeChannel atWork() {
        FakeChannel here = atWork;
        if (here == null) {
            here = new FakeChannel(StackResource.stack().ports().simulator());
            atWork = here;
        }
        return here;
    }

    private FakeChannel(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /** The next call is answered so; {@code accept} tells whether the channel took the message all the same. */
    void next(Fault fault) {
        faults.add(fault);
    }

    /** The next message is taken, and its answer comes when the latch is counted down. */
    CountDownLatch answersLate() {
        CountDownLatch answer = new CountDownLatch(1);
        late.add(answer);
        return answer;
    }

    /** Nothing that was to go wrong, and has not yet, goes wrong. */
    void mend() {
        faults.clear();
        late.forEach(CountDownLatch::countDown);
        late.clear();
    }

    /** What was accepted for a citizen. */
    List<Sent> to(String citizen) {
        return accepted.stream().filter(sent -> sent.to().equals(citizen)).toList();
    }

    /** What was deleted of a citizen's chat: the numbers of messages. */
    List<String> deletedOf(String citizen) {
        return deleted.stream()
                .filter(id -> id.startsWith(citizen + ":"))
                .map(id -> id.substring(citizen.length() + 1))
                .toList();
    }

    private void handle(HttpExchange exchange) throws IOException {
        Instant came = Instant.now();
        JsonNode body = JSON.readTree(exchange.getRequestBody());
        Fault fault = faults.poll();
        boolean telegram = exchange.getRequestURI().getPath().startsWith("/telegram");
        boolean deletion = exchange.getRequestURI().getPath().endsWith("/deleteMessage");
        int id = ids.incrementAndGet();
        if (deletion && fault == null) {
            deleted.add(body.path("chat_id").asText() + ":"
                    + body.path("message_id").asText());
        } else if (!deletion && (fault == null || fault.accept())) {
            accepted.add(
                    telegram
                            ? new Sent(
                                    body.path("chat_id").asText(),
                                    body.path("text").asText(),
                                    "",
                                    came)
                            : new Sent(
                                    body.path("to")
                                            .asText(body.path("recipient").asText()),
                                    body.path("text").path("body").asText(),
                                    body.path("biz_opaque_callback_data").asText(),
                                    came));
        }
        comesLate();
        if (fault != null && fault.status() == 0) {
            exchange.close(); // the connection drops before an answer
            return;
        }
        String answer = fault != null
                ? fault.body()
                : deletion
                        ? "{\"ok\":true,\"result\":true}"
                        : telegram
                                ? "{\"ok\":true,\"result\":{\"message_id\":" + id + "}}"
                                : "{\"messages\":[{\"id\":\"wamid." + id + "\"}]}";
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(fault == null ? 200 : fault.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private void comesLate() {
        CountDownLatch answer = late.poll();
        if (answer != null) {
            try {
                answer.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /**
     * What the channel took.
     *
     * @param to the citizen
     * @param text the words
     * @param replyId what was to be echoed
     * @param at when it came
     */
    record Sent(String to, String text, String replyId, Instant at) {}

    /**
     * How one call goes wrong.
     *
     * @param accept whether the message was taken all the same
     * @param status the answer's status; 0 drops the connection
     * @param body the answer
     */
    record Fault(boolean accept, int status, String body) {
        /** None: WhatsApp takes it. */
        static Fault none(String id) {
            return new Fault(true, 200, "{\"messages\":[{\"id\":\"" + id + "\"}]}");
        }
    }
}
