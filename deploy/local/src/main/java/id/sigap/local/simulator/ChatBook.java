package id.sigap.local.simulator;

import id.sigap.contracts.directory.Account;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What is on the citizens' phones, for the page: the newest chats with their newest bubbles, and whoever watches one.
 * Bounded, whatever a bench sends through it. Thread-safe.
 */
final class ChatBook {
    private static final int MOST_CHATS = 2_000;
    private static final int MOST_ITEMS = 300;

    private final Map<Key, Chat> chats = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Chat> eldest) {
            return size() > MOST_CHATS;
        }
    };
    private final Map<Key, Set<Consumer<ChatItem>>> watchers = new ConcurrentHashMap<>();

    /**
     * One citizen's chat with one account.
     *
     * @param account the account's id
     * @param citizen in the channel's own words
     */
    record Key(String account, String citizen) {}

    /**
     * A chat as it stands in a list.
     *
     * @param citizen in the channel's own words
     * @param name as the citizen is shown
     * @param last the newest bubble
     */
    record Entry(String citizen, String name, ChatItem last) {}

    /** A citizen's message is on its way. */
    void writing(Account account, CitizenMessage message) {
        if (message.edits() == null && message.withdraws() == null) {
            Instant at = message.sentAt() == null ? Instant.now() : message.sentAt();
            put(
                    new Key(account.id(), message.from()),
                    message.name(),
                    new ChatItem(
                            message.requiredMessageId(),
                            true,
                            message.text(),
                            at,
                            ChatItem.State.SENDING,
                            false,
                            null));
        }
    }

    /** Ingest answered to it, or could not be reached. */
    void written(Account account, CitizenMessage message, @Nullable Delivery delivery) {
        Key key = new Key(account.id(), message.from());
        boolean taken = delivery != null && delivery.taken();
        String target = message.edits() != null ? message.edits() : message.withdraws();
        ChatItem known = find(key, target == null ? message.requiredMessageId() : target);
        if (known == null || (target != null && !taken)) {
            return;
        }
        String link = delivery == null || delivery.trackingLink() == null ? known.link() : delivery.trackingLink();
        if (target == null) {
            put(key, message.name(), known.as(taken ? ChatItem.State.SENT : ChatItem.State.FAILED, link));
        } else if (message.withdraws() != null) {
            put(key, message.name(), known.withdrawn());
        } else {
            put(key, message.name(), known.saying(message.text()));
        }
    }

    /** An answer arrived. */
    void answered(AcceptedMessage message) {
        put(
                new Key(message.account(), message.to()),
                null,
                new ChatItem(
                        message.externalId(),
                        false,
                        message.text(),
                        message.acceptedAt(),
                        ChatItem.State.RECEIVED,
                        false,
                        null));
    }

    private void put(Key key, @Nullable String name, ChatItem item) {
        synchronized (this) {
            Chat chat = chats.computeIfAbsent(key, unknown -> new Chat(key.citizen(), item));
            if (name != null) {
                chat.name = name;
            }
            chat.put(item);
            if (chat.items.size() > MOST_ITEMS) {
                Iterator<String> oldest = chat.items.keySet().iterator();
                oldest.next();
                oldest.remove();
            }
        }
        watchers.getOrDefault(key, Set.of()).forEach(watcher -> watcher.accept(item));
    }

    private synchronized @Nullable ChatItem find(Key key, String id) {
        Chat chat = chats.get(key);
        return chat == null ? null : chat.items.get(id);
    }

    /** The bubbles of one chat, oldest first. */
    synchronized List<ChatItem> items(Key key) {
        Chat chat = chats.get(key);
        return chat == null ? List.of() : new ArrayList<>(chat.items.values());
    }

    /** The newest chats of an account, newest first. */
    synchronized List<Entry> entries(String account, int limit) {
        List<Entry> found = new ArrayList<>();
        chats.forEach((key, chat) -> {
            if (key.account().equals(account)) {
                found.add(new Entry(key.citizen(), chat.name, chat.last));
            }
        });
        found.sort((a, b) -> b.last().at().compareTo(a.last().at()));
        return found.size() <= limit ? found : found.subList(0, limit);
    }

    /** Tells every change of a chat from now on; close to stop. */
    Runnable watch(Key key, Consumer<ChatItem> watcher) {
        watchers.compute(key, (same, known) -> {
            Set<Consumer<ChatItem>> all = known == null ? new CopyOnWriteArraySet<>() : known;
            all.add(watcher);
            return all;
        });
        return () -> watchers.computeIfPresent(key, (same, known) -> {
            known.remove(watcher);
            return known.isEmpty() ? null : known;
        });
    }

    private static final class Chat {
        final Map<String, ChatItem> items = new LinkedHashMap<>();
        String name;
        ChatItem last;

        Chat(String name, ChatItem first) {
            this.name = name;
            this.last = first;
        }

        void put(ChatItem item) {
            items.put(item.id(), item);
            if (item.id().equals(last.id()) || !item.at().isBefore(last.at())) {
                last = item;
            }
        }
    }
}
