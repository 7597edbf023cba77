package id.sigap.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Sari and budi, who release one draft after the other, whatever breaks: what was refused, or what got no answer, they
 * look at again.
 */
final class Approvers implements AutoCloseable {
    private static final int PAIRS = 3;

    private final Person sari = Person.named("sari");
    private final Person budi = Person.named("budi");
    private final BlockingQueue<UUID> conversations = new LinkedBlockingQueue<>();
    private final Set<UUID> approved = ConcurrentHashMap.newKeySet();
    private final List<Thread> threads = Stream.generate(() -> new Thread(this::work, "approvers"))
            .limit(PAIRS)
            .toList();
    private volatile boolean working = true;

    /** Where conversations are laid that want an answer. */
    BlockingQueue<UUID> conversations() {
        return conversations;
    }

    /** Replies whose approval was answered with 2xx. */
    Set<UUID> approved() {
        return Set.copyOf(approved);
    }

    void start() {
        // Their tokens outlive the test, so that PostgreSQL's end, and with it Keycloak's, does not matter.
        sari.bearer();
        budi.bearer();
        threads.forEach(Thread::start);
    }

    /** Ends, after what is in hand. */
    void finish() throws InterruptedException {
        working = false;
        for (Thread thread : threads) {
            thread.join();
        }
    }

    @Override
    public void close() {
        working = false;
    }

    private void work() {
        try {
            while (working) {
                UUID conversation = conversations.poll(100, TimeUnit.MILLISECONDS);
                if (conversation != null) {
                    try {
                        release(conversation);
                    } catch (IOException e) {
                        // The service is away, or has not seen the conversation yet.
                        again(conversation);
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Looks at it again after a while. */
    private void again(UUID conversation) {
        CompletableFuture.delayedExecutor(500, TimeUnit.MILLISECONDS).execute(() -> conversations.add(conversation));
    }

    private void release(UUID conversation) throws IOException, InterruptedException {
        JsonNode cases = ReplyApi.casesOf(sari, conversation);
        JsonNode reply = cases.isEmpty()
                ? cases
                : ReplyApi.one(sari, cases.get(0).path("caseId").asText())
                        .path("replies")
                        .path(0);
        String state = reply.path("state").asText();
        if (state.equals("draft") || state.equals("submitted")) {
            String id = reply.path("replyId").asText();
            String hash = reply.path("textHash").asText();
            if (state.equals("draft")) {
                ReplyApi.act(sari, id, "submit", hash);
            }
            if (ReplyApi.act(budi, id, "approve", hash) / 100 == 2) {
                approved.add(UUID.fromString(id));
            } else {
                again(conversation);
            }
        } else if (state.isEmpty()) {
            again(conversation);
        }
    }
}
