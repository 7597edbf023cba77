package id.sigap.reply.assignment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RoundRobinTest {
    private static final Instant NOON = Instant.parse("2026-11-22T05:00:00Z");

    @Test
    void casesGoAroundFromWhoHasWaitedLongest() {
        // Given one who never had a case, and two who had
        List<OnDuty> people = List.of(
                person("sari", 9, 0, NOON), person("budi", 9, 0, NOON.minusSeconds(60)), person("rina", 9, 0, null));

        // When five cases come
        List<RoundRobin.Given> given = RoundRobin.share(cases(5), people);

        // Then
        assertEquals(List.of("rina", "budi", "sari", "rina", "budi"), names(given));
    }

    @Test
    void nobodyGetsMoreThanTheirCapacity() {
        // Given room for one and for two
        List<OnDuty> people = List.of(person("budi", 3, 2, null), person("sari", 2, 0, null));

        // When five cases come
        List<RoundRobin.Given> given = RoundRobin.share(cases(5), people);

        // Then three are given, and two stay
        assertEquals(List.of("budi", "sari", "sari"), names(given));
    }

    @Test
    void skillsDecideBeforeTheTurn() {
        // Given who answers the sea, who reads Javanese only, and who is on Telegram only
        OnDuty sea = new OnDuty("sea", 9, 0, null, Set.of("layanan-laut"), Set.of(), Set.of(), Set.of());
        OnDuty javanese = new OnDuty("jawa", 9, 0, null, Set.of(), Set.of("kereta"), Set.of("jv"), Set.of());
        OnDuty telegram = new OnDuty("tele", 9, 0, NOON, Set.of(), Set.of(), Set.of(), Set.of("telegram"));

        // When a late train is told in Indonesian on WhatsApp, in Javanese, and on Telegram
        UUID indonesian = UUID.randomUUID();
        UUID local = UUID.randomUUID();
        UUID onTelegram = UUID.randomUUID();
        List<RoundRobin.Given> given = RoundRobin.share(
                List.of(
                        train(indonesian, "whatsapp", "id", null),
                        train(local, "whatsapp", "jv", null),
                        train(onTelegram, "telegram", "id", null)),
                List.of(sea, javanese, telegram));

        // Then nobody gets what they cannot answer, and what nobody can stays
        assertEquals(List.of(new RoundRobin.Given(local, "jawa"), new RoundRobin.Given(onTelegram, "tele")), given);
    }

    @Test
    void whoWasSilentDoesNotGetItAgain() {
        UUID late = UUID.randomUUID();

        List<RoundRobin.Given> given = RoundRobin.share(
                List.of(train(late, "whatsapp", null, "budi")),
                List.of(person("budi", 9, 0, null), person("sari", 9, 0, NOON)));

        assertEquals(List.of(new RoundRobin.Given(late, "sari")), given);
    }

    private static List<WaitingCase> cases(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> train(new UUID(0, i), "whatsapp", null, null))
                .toList();
    }

    private static WaitingCase train(
            UUID caseId, String channel, @Nullable String language, @Nullable String notAgain) {
        return new WaitingCase(
                caseId, "layanan-kereta", List.of("kereta-terlambat", "kereta"), channel, language, notAgain);
    }

    private static OnDuty person(String name, int capacity, int load, @Nullable Instant last) {
        return new OnDuty(name, capacity, load, last, Set.of(), Set.of(), Set.of(), Set.of());
    }

    private static List<String> names(List<RoundRobin.Given> given) {
        return given.stream().map(RoundRobin.Given::person).toList();
    }
}
