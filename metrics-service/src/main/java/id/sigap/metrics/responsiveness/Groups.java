package id.sigap.metrics.responsiveness;

import id.sigap.contracts.Actor;
import id.sigap.metrics.figure.Room;
import id.sigap.metrics.figure.Sample;
import id.sigap.runtime.problem.ProblemException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The groups of an answer while it is read. Not for several threads. */
final class Groups {
    /** More than this nobody reads, and it would not fit into memory. */
    private static final int MOST = 10_000;

    /** What a filter leaves empty is no group, but takes memory while it is read. */
    private static final int MOST_SCOPES = 5 * MOST;

    /** What a sum of a day takes whose bytes belong to the index, and its place in a list. */
    private static final int NOTED_BYTES = 40;

    private static final List<@Nullable Actor> EACH = List.of(Actor.values());

    private final Question question;
    private final long now;
    private final Room room;
    private final Map<List<String>, Scope> scopes = new HashMap<>();
    private final boolean byAccount;
    private final boolean byTopic;
    private int count;

    Groups(Question question, long now, Room room) {
        this.question = question;
        this.now = now;
        this.room = room;
        this.byAccount = question.layout().by(Grouping.ACCOUNT);
        this.byTopic = question.layout().by(Grouping.TOPIC);
    }

    /** What buckets tell of a group: its parts without account, topic and actor, and how often it was restated. */
    final class Scope {
        final Map<String, String> parts;
        private final Map<Series, Member> members = new HashMap<>();
        private long version;
        private long restatedAt;
        /** Its member, if it can have but one. */
        private @Nullable Member only;

        Scope(Map<String, String> parts) {
            this.parts = parts;
        }

        void restated(long revision, long at) {
            version += revision;
            restatedAt = Math.max(restatedAt, at);
        }

        Member member(String account, String topic) {
            Member one = only;
            if (one != null) {
                return one;
            }
            Series series = new Series(byAccount ? account : "", byTopic ? topic : "");
            Member member = members.get(series);
            if (member == null) {
                member = new Member(series);
                members.put(series, member);
                only = byAccount || byTopic ? null : member;
            }
            return member;
        }
    }

    private record Series(String account, String topic) {}

    /** The samples of one group, one per responder if it is grouped by them. */
    final class Member {
        final List<Sample> samples = new ArrayList<>();
        private final Series series;

        Member(Series series) {
            this.series = series;
            List<@Nullable Actor> actors = new ArrayList<>();
            if (question.layout().by(Grouping.ACTOR)) {
                actors.addAll(EACH);
            } else {
                actors.add(question.filter().actor());
            }
            count += actors.size();
            if (count > MOST) {
                throw tooMany();
            }
            for (Actor actor : actors) {
                samples.add(new Sample(
                        now, question.target().toMillis(), question.limit().toMillis(), actor, room));
            }
        }
    }

    /** A sum that is counted later takes some of the room, too. */
    void noted() {
        room.take(NOTED_BYTES);
    }

    /** The scope of these parts. */
    Scope scope(Map<String, String> parts) {
        Scope scope = scopes.computeIfAbsent(List.copyOf(parts.values()), any -> new Scope(parts));
        if (scopes.size() > MOST_SCOPES) {
            throw tooMany();
        }
        return scope;
    }

    private ProblemException tooMany() {
        return ProblemException.badRequest(
                question.tooLargeBy(), "asks for more than " + MOST + " groups: ask for a shorter span or fewer parts");
    }

    /** One group as it was read. */
    record Read(Map<String, String> parts, Sample sample, long version, long restatedAt) {}

    List<Read> read() {
        List<Read> all = new ArrayList<>();
        for (Scope scope : scopes.values()) {
            for (Member member : scope.members.values()) {
                for (int i = 0; i < member.samples.size(); i++) {
                    all.add(new Read(
                            inOrder(scope.parts, member.series, i),
                            member.samples.get(i),
                            scope.version,
                            scope.restatedAt));
                }
            }
        }
        return all;
    }

    private Map<String, String> inOrder(Map<String, String> ofScope, Series series, int actor) {
        Map<String, String> parts = new LinkedHashMap<>();
        for (Grouping grouping : question.layout().groupBy()) {
            String part = switch (grouping) {
                case ACCOUNT -> series.account;
                case TOPIC -> series.topic;
                case ACTOR -> Actor.values()[actor].wire();
                case AGENCY, UNIT, CHANNEL, KIND, HOUR, HOUR_OF_DAY, WEEKDAY -> ofScope.get(grouping.wire());
            };
            parts.put(grouping.wire(), part);
        }
        Granularity every = question.layout().every();
        if (every != null) {
            parts.put(every.wire(), ofScope.get(every.wire()));
        }
        return parts;
    }
}
