package id.sigap.metrics;

import id.sigap.contracts.Actor;
import id.sigap.contracts.Disposition;
import id.sigap.contracts.Kind;
import id.sigap.contracts.event.MessageReceived;
import id.sigap.contracts.event.SigapEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Seeded stories of several citizens, with everything that can happen, each in the order of happening. */
public final class Histories {
    private Histories() {}

    public static List<SigapEvent> of(int seed, int citizens, Instant start) {
        Random random = new Random(seed);
        List<SigapEvent> events = new ArrayList<>();
        for (int c = 0; c < citizens; c++) {
            Citizen citizen = Citizen.onWhatsApp("warga-" + seed + "-" + c);
            Instant at = start.plusSeconds(random.nextInt(7_200));
            List<String> open = new ArrayList<>();
            for (int step = 0; step < 8; step++) {
                at = at.plusMillis(1_000 + random.nextInt(900_000));
                events.addAll(step(random, citizen, at, step, open));
            }
        }
        return events;
    }

    private static List<SigapEvent> step(Random random, Citizen citizen, Instant at, int step, List<String> open) {
        int what = random.nextInt(10);
        if (what < 5 || open.isEmpty()) {
            MessageReceived message = citizen.wrote("m" + step, at);
            open.add("m" + step);
            return List.of(message, citizen.understood(message, any(random, Kind.values())));
        }
        if (what == 5) {
            return List.of(citizen.withdrew(open.remove(random.nextInt(open.size())), at));
        }
        if (what == 6) {
            return List.of(citizen.reclassified(open.get(0), Kind.COMPLAINT, any(random, Kind.values()), at));
        }
        String[] messages = open.toArray(new String[0]);
        open.clear();
        if (what == 7) {
            return List.of(
                    citizen.closed(any(random, Disposition.values()), at, messages),
                    citizen.reopened(random.nextBoolean() ? "sari" : null, at.plusSeconds(60)));
        }
        if (what == 9) {
            // What it answered waits again, and the next answer may be for it.
            open.addAll(List.of(messages));
            return List.of(
                    citizen.answered("r" + step, any(random, Actor.values()), at, messages),
                    citizen.answerWithdrawn("r" + step, at.plusSeconds(40)));
        }
        return List.of(
                citizen.answered("r" + step, any(random, Actor.values()), at, messages),
                citizen.routed(null, random.nextBoolean() ? "layanan-udara" : Citizen.UNIT, at));
    }

    private static <T> T any(Random random, T[] values) {
        return values[random.nextInt(values.length)];
    }
}
