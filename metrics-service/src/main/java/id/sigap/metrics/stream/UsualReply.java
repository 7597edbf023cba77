package id.sigap.metrics.stream;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import id.sigap.contracts.Actor;
import id.sigap.contracts.Channel;
import id.sigap.contracts.event.Approval;
import id.sigap.contracts.event.ReplySent;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** An accepted answer, as far as figures are made of it: who wrote and approved it is empty. */
final class UsualReply extends UsualForm<ReplySent> {
    private static final int ANSWERS = 14;
    private static final int APPROVALS = 15;

    @SuppressWarnings("NullAway.Init") // made only of what has all of them
    private UUID caseId;

    @SuppressWarnings("NullAway.Init")
    private UUID conversationId;

    @SuppressWarnings("NullAway.Init")
    private String agency;

    @SuppressWarnings("NullAway.Init")
    private String account;

    @SuppressWarnings("NullAway.Init")
    private Channel channel;

    @SuppressWarnings("NullAway.Init")
    private String unit;

    @SuppressWarnings("NullAway.Init")
    private UUID replyId;

    @SuppressWarnings("NullAway.Init")
    private UUID turnFirstMessageId;

    @SuppressWarnings("NullAway.Init")
    private Actor actor;

    @SuppressWarnings("NullAway.Init")
    private Instant draftedAt;

    @SuppressWarnings("NullAway.Init")
    private Instant queuedAt;

    @SuppressWarnings("NullAway.Init")
    private Instant acceptedAt;

    private boolean substantive;
    private final List<UUID> answers = new ArrayList<>(2);
    private final List<Approval> approvals = new ArrayList<>(0);

    UsualReply(JsonParser in, Names names) {
        super(in, names);
    }

    @Override
    int field(String name) throws IOException, UnusualException {
        switch (name) {
            case "caseId" -> {
                caseId = id();
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
            case "unit" -> {
                unit = name();
                return 5;
            }
            case "replyId" -> {
                replyId = id();
                return 6;
            }
            case "turnFirstMessageId" -> {
                turnFirstMessageId = id();
                return 7;
            }
            case "substantive" -> {
                substantive = truth();
                return 8;
            }
            case "actor" -> {
                actor = Actor.of(text());
                return 9;
            }
            case "draftedAt" -> {
                draftedAt = time();
                return 10;
            }
            case "queuedAt" -> {
                queuedAt = time();
                return 11;
            }
            case "acceptedAt" -> {
                acceptedAt = time();
                return 12;
            }
            case "externalId" -> {
                someText();
                return 13;
            }
            case "answers" -> {
                beginArray();
                for (JsonToken next = in.nextToken(); next != JsonToken.END_ARRAY; next = in.nextToken()) {
                    answers.add(idHere());
                }
                return ANSWERS;
            }
            case "approvals" -> {
                beginArray();
                for (JsonToken next = in.nextToken(); next != JsonToken.END_ARRAY; next = in.nextToken()) {
                    mustBeObject(next);
                    approvals.add(new Approved(in, names).read());
                }
                return APPROVALS;
            }
            default -> {
                return -1;
            }
        }
    }

    /** Lists may be left out. */
    @Override
    long required() {
        return (1L << ANSWERS) - 1;
    }

    @Override
    ReplySent made() {
        return new ReplySent(
                caseId,
                conversationId,
                agency,
                account,
                channel,
                unit,
                replyId,
                turnFirstMessageId,
                answers,
                substantive,
                actor,
                null,
                approvals,
                draftedAt,
                queuedAt,
                acceptedAt,
                "");
    }

    private static final class Approved extends UsualForm<Approval> {
        private int level;

        @SuppressWarnings("NullAway.Init")
        private Instant submittedAt;

        @SuppressWarnings("NullAway.Init")
        private Instant decidedAt;

        Approved(JsonParser in, Names names) {
            super(in, names);
        }

        @Override
        int field(String name) throws IOException, UnusualException {
            switch (name) {
                case "level" -> {
                    if (in.nextToken() != JsonToken.VALUE_NUMBER_INT) {
                        throw new UnusualException();
                    }
                    level = in.getIntValue();
                    return 0;
                }
                case "submittedAt" -> {
                    submittedAt = time();
                    return 1;
                }
                case "decidedAt" -> {
                    decidedAt = time();
                    return 2;
                }
                case "by" -> {
                    someText();
                    return 3;
                }
                default -> {
                    return -1;
                }
            }
        }

        @Override
        long required() {
            return 15;
        }

        @Override
        Approval made() {
            return new Approval(level, submittedAt, decidedAt, "");
        }
    }
}
