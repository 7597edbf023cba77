package id.sigap.metrics.stream;

import com.fasterxml.jackson.core.JsonParser;
import id.sigap.contracts.Kind;
import id.sigap.contracts.Urgency;
import id.sigap.contracts.event.MessageReceived;
import id.sigap.contracts.event.MessageTriaged;
import id.sigap.contracts.event.Reading;
import id.sigap.contracts.event.Scores;
import id.sigap.contracts.event.Triage;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** What triage understood of a message, as far as figures are made of it; the rest is empty. */
final class UsualTriage extends UsualForm<MessageTriaged> {
    private static final Scores NO_SCORES = new Scores(0, 0, 0, 0, 0);
    private static final Reading UNSURE = Reading.UNREAD.unsure();

    @SuppressWarnings("NullAway.Init")
    private MessageReceived message;

    @SuppressWarnings("NullAway.Init")
    private Triage triage;

    @SuppressWarnings("NullAway.Init")
    private Instant triagedAt;

    UsualTriage(JsonParser in, Names names) {
        super(in, names);
    }

    @Override
    int field(String name) throws IOException, UnusualException {
        switch (name) {
            case "message" -> {
                beginObject();
                message = new UsualMessage(in, names).read();
                return 0;
            }
            case "triage" -> {
                beginObject();
                triage = new Understood(in, names).read();
                return 1;
            }
            case "triagedAt" -> {
                triagedAt = time();
                return 2;
            }
            default -> {
                return -1;
            }
        }
    }

    @Override
    long required() {
        return 7;
    }

    @Override
    MessageTriaged made() {
        return new MessageTriaged(message, triage, triagedAt);
    }

    private static final class Understood extends UsualForm<Triage> {
        private static final int REQUIRED = 7;

        @SuppressWarnings("NullAway.Init")
        private Kind kind;

        @SuppressWarnings("NullAway.Init")
        private String topic;

        @SuppressWarnings("NullAway.Init")
        private String unit;

        @SuppressWarnings("NullAway.Init")
        private Urgency urgency;

        @SuppressWarnings("NullAway.Init")
        private Instant respondBy;

        private Reading reading = Reading.UNREAD;

        Understood(JsonParser in, Names names) {
            super(in, names);
        }

        @Override
        int field(String name) throws IOException, UnusualException {
            switch (name) {
                case "kind" -> {
                    kind = Kind.of(text());
                    return 0;
                }
                case "topic" -> {
                    topic = name();
                    return 1;
                }
                case "unit" -> {
                    unit = name();
                    return 2;
                }
                case "urgency" -> {
                    urgency = Urgency.of(text());
                    return 3;
                }
                case "respondBy" -> {
                    respondBy = time();
                    return 4;
                }
                case "model" -> {
                    someText();
                    return 5;
                }
                case "scores" -> {
                    beginObject();
                    in.skipChildren();
                    return 6;
                }
                case "reading" -> {
                    beginObject();
                    reading = new Certainty(in, names).read();
                    return 7;
                }
                default -> {
                    return -1;
                }
            }
        }

        @Override
        long required() {
            return (1L << REQUIRED) - 1;
        }

        @Override
        Triage made() {
            return new Triage(
                    kind, 0, NO_SCORES, topic, unit, urgency, 0, List.of(), List.of(), null, List.of(), respondBy, "",
                    reading);
        }
    }

    /** Of what a text says beside its kind, whether the kind is sure. */
    private static final class Certainty extends UsualForm<Reading> {
        private boolean uncertain;

        Certainty(JsonParser in, Names names) {
            super(in, names);
        }

        @Override
        int field(String name) throws IOException, UnusualException {
            if (name.equals("language")) {
                someText();
                return 1;
            }
            if (!name.equals("uncertain")) {
                return -1;
            }
            uncertain = truth();
            return 0;
        }

        @Override
        long required() {
            return 3;
        }

        @Override
        Reading made() {
            return uncertain ? UNSURE : Reading.UNREAD;
        }
    }
}
