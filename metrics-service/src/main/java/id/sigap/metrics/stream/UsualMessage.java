package id.sigap.metrics.stream;

import com.fasterxml.jackson.core.JsonParser;
import id.sigap.contracts.Channel;
import id.sigap.contracts.Visibility;
import id.sigap.contracts.event.Author;
import id.sigap.contracts.event.MessageReceived;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A message, as far as figures are made of it: without the citizen's words and name, which are empty. */
final class UsualMessage extends UsualForm<MessageReceived> {
    private static final int FIELDS = 12;

    @SuppressWarnings("NullAway.Init") // made only of what has all of them
    private UUID messageId;

    @SuppressWarnings("NullAway.Init")
    private UUID conversationId;

    @SuppressWarnings("NullAway.Init")
    private String agency;

    @SuppressWarnings("NullAway.Init")
    private String account;

    @SuppressWarnings("NullAway.Init")
    private Channel channel;

    @SuppressWarnings("NullAway.Init")
    private Visibility visibility;

    @SuppressWarnings("NullAway.Init")
    private Author author;

    @SuppressWarnings("NullAway.Init")
    private Instant sentAt;

    @SuppressWarnings("NullAway.Init")
    private Instant receivedAt;

    UsualMessage(JsonParser in, Names names) {
        super(in, names);
    }

    @Override
    int field(String name) throws IOException, UnusualException {
        switch (name) {
            case "messageId" -> {
                messageId = id();
                return 0;
            }
            case "conversationId" -> {
                conversationId = id();
                return 1;
            }
            case "agency" -> {
                agency = name();
                return 2;
            }
            case "account" -> {
                account = name();
                return 3;
            }
            case "channel" -> {
                channel = Channel.of(text());
                return 4;
            }
            case "visibility" -> {
                visibility = Visibility.of(text());
                return 5;
            }
            case "author" -> {
                beginObject();
                author = new Writer(in, names).read();
                return 6;
            }
            case "sentAt" -> {
                sentAt = time();
                return 7;
            }
            case "receivedAt" -> {
                receivedAt = time();
                return 8;
            }
            case "externalId" -> {
                someText();
                return 9;
            }
            case "threadKey" -> {
                someText();
                return 10;
            }
            case "text" -> {
                someText();
                return 11;
            }
            default -> {
                return -1;
            }
        }
    }

    @Override
    long required() {
        return (1L << FIELDS) - 1;
    }

    @Override
    MessageReceived made() {
        return new MessageReceived(
                messageId,
                conversationId,
                agency,
                account,
                channel,
                "",
                "",
                visibility,
                author,
                "",
                null,
                null,
                List.of(),
                sentAt,
                receivedAt);
    }

    private static final class Writer extends UsualForm<Author> {
        @SuppressWarnings("NullAway.Init")
        private String id;

        Writer(JsonParser in, Names names) {
            super(in, names);
        }

        @Override
        int field(String name) throws IOException, UnusualException {
            if (!name.equals("id")) {
                return -1;
            }
            id = text();
            return 0;
        }

        @Override
        long required() {
            return 1;
        }

        @Override
        Author made() {
            return new Author(id, null);
        }
    }
}
