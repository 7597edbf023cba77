package id.sigap.metrics.recount;

import id.sigap.contracts.Actor;
import id.sigap.contracts.Channel;
import id.sigap.contracts.Disposition;
import id.sigap.contracts.Kind;
import id.sigap.contracts.Urgency;
import id.sigap.contracts.WrittenLanguage;
import id.sigap.contracts.event.Approval;
import id.sigap.contracts.event.CaseReclassified;
import id.sigap.contracts.event.MessageReceived;
import id.sigap.contracts.event.MessageTriaged;
import id.sigap.contracts.event.Reading;
import id.sigap.contracts.event.SigapEvent;
import id.sigap.metrics.Citizen;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/**
 * Seeded histories in which everything happens that can: rows of messages, thanks, spam and what may be spam, corrections,
 * acknowledgements, answers with no, one and two approvals, answers to several messages and to some of them, closings,
 * reopenings, ratings, hand-offs, withdrawals, edits, clocks that go backwards, posts; over several accounts, units, topics
 * and days. As told: in any order, some of it twice.
 */
public final class RandomHistory {
    private static final List<String> UNITS = List.of("pusat", "kantor", "kantor-wit", "tak-dikenal");
    private static final List<String> TOPICS = List.of("kereta", "kapal", "lainnya");
    private static final Reading UNSURE =
            new Reading(true, WrittenLanguage.UNDETERMINED, List.of(), List.of(), List.of(), null);

    private final Random random;
    private final Instant start;
    /** How long nothing happens at most, ms. */
    private final int longest;

    private final List<SigapEvent> events = new ArrayList<>();

    private RandomHistory(long seed, Instant start, Duration longest) {
        this.random = new Random(seed);
        this.start = start;
        this.longest = (int) longest.toMillis();
    }

    /** So many conversations, in the order of happening. */
    public static List<SigapEvent> of(long seed, int conversations, Instant start) {
        return of(seed, conversations, start, Duration.ofDays(6));
    }

    /** The same, with pauses of so long at most; all begin within a week. */
    public static List<SigapEvent> of(long seed, int conversations, Instant start, Duration longest) {
        RandomHistory history = new RandomHistory(seed, start, longest);
        for (int i = 0; i < conversations; i++) {
            history.conversation(i);
        }
        // What happens twice in a millisecond has one id, and is one event.
        Set<UUID> ids = new HashSet<>();
        return history.events.stream().filter(event -> ids.add(event.id())).toList();
    }

    /** The same events in any order, a third of them twice. */
    public static List<SigapEvent> asTold(List<SigapEvent> events, long seed) {
        List<SigapEvent> told = new ArrayList<>(events);
        told.addAll(events.subList(0, events.size() / 3));
        Collections.shuffle(told, new Random(seed));
        return told;
    }

    private void conversation(int number) {
        boolean chat = random.nextBoolean();
        Citizen citizen = chat
                ? Citizen.onWhatsApp("warga-" + number)
                : new Citizen("kemenhub-contoh", "kemenhub-web", Channel.WEB, "warga-" + number);
        if (random.nextInt(5) == 0) {
            events.add(citizen.posted("p" + number, start.plusSeconds(random.nextInt(500_000))));
        }
        Instant at = start.plusSeconds(random.nextInt(600_000));
        List<String> open = new ArrayList<>();
        List<String> all = new ArrayList<>();
        int steps = 2 + random.nextInt(12);
        for (int step = 0; step < steps; step++) {
            at = at.plusMillis(pause());
            if ((open.isEmpty() && random.nextInt(3) > 0) || all.isEmpty() || random.nextInt(3) == 0) {
                wrote(citizen, "m" + step, at, all.isEmpty());
                open.add("m" + step);
                all.add("m" + step);
            } else {
                happens(citizen, step, at, open, all);
            }
        }
    }

    /** Mostly minutes, at times days; now and then the channel's clock goes back. */
    private long pause() {
        return switch (random.nextInt(8)) {
            case 0 -> random.nextInt(longest);
            case 1 -> -random.nextInt(20_000);
            case 2 -> 0;
            default -> random.nextInt(3_000_000);
        };
    }

    private void wrote(Citizen citizen, String name, Instant at, boolean first) {
        MessageReceived message = citizen.wrote(name, at);
        if (random.nextInt(20) > 0) {
            events.add(message);
        }
        if (random.nextInt(15) > 0) {
            Instant triaged = at.plusMillis(300 + random.nextInt(2_000));
            MessageTriaged event = citizen.understood(
                    message,
                    any(Kind.values()),
                    random.nextInt(4) == 0 ? UNSURE : Reading.UNREAD,
                    any(TOPICS),
                    any(UNITS),
                    triaged,
                    at.plus(Duration.ofMinutes(random.nextInt(4) == 0 ? 3 : 10)));
            events.add(event);
            if (first) {
                events.add(citizen.opened(event, triaged.plusMillis(50)));
            }
        }
    }

    private void happens(Citizen citizen, int step, Instant at, List<String> open, List<String> all) {
        switch (random.nextInt(12)) {
            case 0 -> events.add(citizen.withdrew(any(all), at));
            case 1 -> events.add(corrected(citizen, any(all), at));
            case 2 -> events.add(citizen.routed(random.nextBoolean() ? null : any(UNITS), any(UNITS), at));
            case 3 -> events.add(citizen.edited(any(all), at));
            case 4 ->
                events.add(citizen.reply(any(UNITS), "a" + step, Actor.AUTOMATIC, false, List.of(), at, at, any(all)));
            case 5 -> events.add(citizen.failed("r" + step, at));
            case 6 -> closed(citizen, at, open);
            case 7 -> events.add(citizen.reopened(random.nextBoolean() ? "sari" : null, at));
            case 8 -> events.add(citizen.rated(1 + random.nextInt(5), at));
            case 9 -> events.add(citizen.answerWithdrawn("r" + random.nextInt(step + 1), at));
            default -> answered(citizen, step, at, open, all);
        }
    }

    private CaseReclassified corrected(Citizen citizen, String message, Instant at) {
        boolean told = random.nextBoolean();
        return citizen.reclassified(
                message,
                Kind.COMPLAINT,
                any(Kind.values()),
                any(TOPICS),
                told ? any(Urgency.values()) : null,
                told ? at.plus(Duration.ofMinutes(random.nextInt(4))) : null,
                at);
    }

    private void closed(Citizen citizen, Instant at, List<String> open) {
        events.add(citizen.closed(any(UNITS), any(Disposition.values()), at, open.toArray(new String[0])));
        open.clear();
        if (random.nextInt(3) == 0) {
            events.add(citizen.rated(1 + random.nextInt(5), at.plusSeconds(300)));
        }
        if (random.nextInt(3) == 0) {
            events.add(citizen.reopened(
                    random.nextBoolean() ? "citizen" : null, at.plusMillis(4L * random.nextInt(longest))));
        }
    }

    private void answered(Citizen citizen, int step, Instant at, List<String> open, List<String> all) {
        List<String> messages = open.isEmpty() || random.nextInt(6) == 0
                ? List.of(any(all))
                : random.nextInt(5) == 0 ? open.subList(0, 1) : List.copyOf(open);
        List<Approval> approvals = new ArrayList<>();
        Instant submitted = at.minusMillis(random.nextInt(4_000_000));
        for (int level = 1; level <= random.nextInt(3); level++) {
            Instant decided = submitted.plusMillis(random.nextInt(1_000_000));
            approvals.add(new Approval(level, submitted, decided, "budi"));
            submitted = decided;
        }
        events.add(citizen.reply(
                any(UNITS),
                "r" + step,
                any(Actor.values()),
                true,
                approvals,
                at.minusMillis(random.nextInt(60_000)),
                at,
                messages.toArray(new String[0])));
        open.removeAll(List.copyOf(messages));
    }

    private <T> T any(T[] values) {
        return values[random.nextInt(values.length)];
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
