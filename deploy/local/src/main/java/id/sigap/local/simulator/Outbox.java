package id.sigap.local.simulator;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Every message that the simulated channels accepted, newest kept: bounded per account by number and by characters, so
 * that a long bench does not eat the launcher's memory. What must be complete is in the record file. Thread-safe.
 */
final class Outbox {
    /** About 64 MB of text for one account in Java's compact form, whatever its messages' length. */
    private static final long CHARACTERS_PER_ACCOUNT = 64_000_000;

    private final int recordsPerAccount;
    private final @Nullable RecordFile file;
    private final Map<String, Kept> accounts = new HashMap<>();
    /** When accepted messages were deleted again, by account and id. */
    private final Map<String, Instant> deleted = new HashMap<>();

    private long accepted;
    private long forgotten;

    Outbox(int recordsPerAccount, @Nullable RecordFile file) {
        this.recordsPerAccount = recordsPerAccount;
        this.file = file;
    }

    /** Keeps a message; it is in the record file before this returns. */
    synchronized void add(AcceptedMessage message) {
        if (file != null) {
            file.append(message);
        }
        accepted++;
        Kept kept = accounts.computeIfAbsent(message.account(), account -> new Kept());
        kept.messages.addLast(message);
        kept.characters += message.text().length();
        while (kept.messages.size() > recordsPerAccount
                || (kept.characters > CHARACTERS_PER_ACCOUNT && kept.messages.size() > 1)) {
            kept.characters -= kept.messages.removeFirst().text().length();
            forgotten++;
        }
    }

    /** The message that an account sent to a citizen under this id and has not deleted; null when there is none. */
    synchronized @Nullable AcceptedMessage find(String account, String to, String externalId) {
        Kept kept = accounts.get(account);
        if (kept == null || deleted.containsKey(account + "/" + externalId)) {
            return null;
        }
        return kept.messages.stream()
                .filter(message ->
                        message.to().equals(to) && message.externalId().equals(externalId))
                .findFirst()
                .orElse(null);
    }

    /** The citizen does not see it any more; that it was there stays on record. */
    synchronized void delete(AcceptedMessage message, Instant at) {
        deleted.put(message.account() + "/" + message.externalId(), at);
    }

    /** When the message was deleted; null when it is there. */
    synchronized @Nullable Instant deletedAt(AcceptedMessage message) {
        return deleted.get(message.account() + "/" + message.externalId());
    }

    /** What fits the filter, in the order of acceptance. */
    synchronized List<AcceptedMessage> list(OutboxFilter filter) {
        List<AcceptedMessage> found = new ArrayList<>();
        for (Map.Entry<String, Kept> entry : accounts.entrySet()) {
            if (filter.account() == null || filter.account().equals(entry.getKey())) {
                collect(entry.getValue().messages, filter, found);
            }
        }
        found.sort(Comparator.comparing(AcceptedMessage::acceptedAt));
        return found.size() <= filter.limit()
                ? found
                : new ArrayList<>(found.subList(found.size() - filter.limit(), found.size()));
    }

    private static void collect(Deque<AcceptedMessage> messages, OutboxFilter filter, List<AcceptedMessage> found) {
        List<AcceptedMessage> newestFirst = new ArrayList<>();
        Iterator<AcceptedMessage> walk = messages.descendingIterator();
        while (walk.hasNext() && newestFirst.size() < filter.limit()) {
            AcceptedMessage message = walk.next();
            // Kept in order of acceptance: nothing before this one can be new enough.
            if (filter.since() != null && message.acceptedAt().isBefore(filter.since())) {
                break;
            }
            if (filter.fits(message)) {
                newestFirst.add(message);
            }
        }
        Collections.reverse(newestFirst);
        found.addAll(newestFirst);
    }

    /** How many were accepted since the start or the last clearing. */
    synchronized long accepted() {
        return accepted;
    }

    /** How many of them are no longer in memory. */
    synchronized long forgotten() {
        return forgotten;
    }

    /** Forgets all; the record file keeps what it has. */
    synchronized void clear() {
        accounts.clear();
        deleted.clear();
        accepted = 0;
        forgotten = 0;
    }

    private static final class Kept {
        final Deque<AcceptedMessage> messages = new ArrayDeque<>();
        long characters;
    }
}
