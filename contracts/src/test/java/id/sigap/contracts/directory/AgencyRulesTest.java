package id.sigap.contracts.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.sigap.contracts.Channel;
import id.sigap.contracts.Kind;
import id.sigap.contracts.Urgency;
import id.sigap.contracts.Visibility;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An agency's rules decide in their order, and each part of a condition counts. */
class AgencyRulesTest {
    private static final Condition ALWAYS = Condition.always();

    @Test
    void routesByTheFirstRuleThatFits() {
        // Given
        Agency agency =
                agency(rule(topics("kereta"), "a"), rule(topics("kereta-terlambat"), "b"), rule(topics("laut"), "c"));

        // When
        Routing train = agency.route(facts("kereta-terlambat", "krl mogok"));
        Routing sea = agency.route(facts("laut", "kapal"));
        Routing none = agency.route(facts(Topic.NONE, "halo"));

        // Then
        assertEquals(new Routing("a", "routing[0]: topics kereta"), train);
        assertEquals(new Routing("c", "routing[2]: topics laut"), sea);
        assertEquals(new Routing("umum", "defaultUnit"), none);
    }

    @Test
    void aTopicDoesNotFitTheOneBelowIt() {
        Agency agency = agency(rule(topics("kereta-terlambat"), "b"));
        assertEquals("umum", agency.route(facts("kereta", "kereta")).unit());
    }

    @Test
    void aCycleOfTopicsEnds() {
        Agency agency = Agency.builder("a", "A", "Asia/Jakarta", "A", "umum")
                .topics(topic("x", "y"), topic("y", "x"))
                .routing(rule(topics("z"), "never"))
                .build();
        assertEquals("umum", agency.route(facts("x", "")).unit());
    }

    @Test
    void everyPartOfAConditionCounts() {
        // Given
        Condition all = new Condition(
                List.of(Kind.COMPLAINT, Kind.QUESTION),
                List.of("kereta"),
                List.of(Channel.WHATSAPP),
                List.of("akun-wa"),
                List.of(Urgency.HIGH),
                List.of("Kode  Booking", "refund"),
                Visibility.PRIVATE,
                0.7,
                false);
        Agency agency = agency(rule(all, "fits"));
        Facts fitting = new Facts(
                Kind.COMPLAINT,
                "kereta-terlambat",
                Channel.WHATSAPP,
                "akun-wa",
                Urgency.HIGH,
                Visibility.PRIVATE,
                0.7,
                false,
                "Mana KODE\nbooking saya?");

        // Then
        assertEquals("fits", agency.route(fitting).unit());
        List.of(
                        with(fitting, Kind.PRAISE, "kereta", Channel.WHATSAPP, "akun-wa"),
                        with(fitting, Kind.COMPLAINT, "laut", Channel.WHATSAPP, "akun-wa"),
                        with(fitting, Kind.COMPLAINT, "kereta", Channel.WEB, "akun-wa"),
                        with(fitting, Kind.COMPLAINT, "kereta", Channel.WHATSAPP, "lain"),
                        with(fitting, Urgency.LOW, Visibility.PRIVATE, 0.7, false, "refund"),
                        with(fitting, Urgency.HIGH, Visibility.PUBLIC, 0.7, false, "refund"),
                        with(fitting, Urgency.HIGH, Visibility.PRIVATE, 0.69, false, "refund"),
                        with(fitting, Urgency.HIGH, Visibility.PRIVATE, 0.7, true, "refund"),
                        with(fitting, Urgency.HIGH, Visibility.PRIVATE, 0.7, false, "refundable"))
                .forEach(other -> assertEquals("umum", agency.route(other).unit(), other::toString));
    }

    @Test
    void theLawsDeadlineIsTheFirstThatFitsOfThoseInForce() {
        LegalDeadline newer = deadline(7, "2026-07-01");
        LegalDeadline older = deadline(14, "2026-01-01");
        Agency agency = Agency.builder("a", "A", "Asia/Jakarta", "A", "umum")
                .legalDeadlines(newer, older)
                .build();
        Facts complaint = facts("lainnya", "");

        assertEquals(Optional.of(older), agency.legalDeadline(complaint, LocalDate.parse("2026-06-30")));
        assertEquals(Optional.of(newer), agency.legalDeadline(complaint, LocalDate.parse("2026-07-01")));
        assertEquals(Optional.empty(), agency.legalDeadline(complaint, LocalDate.parse("2025-12-31")));
    }

    private static LegalDeadline deadline(int days, String from) {
        return new LegalDeadline(Condition.always(), days, "kantor", LocalDate.parse(from), "UU (contoh)");
    }

    @Test
    void targetsAndRepliesDecideInOrder() {
        // Given
        Condition critical = new Condition(
                List.of(), List.of(), List.of(), List.of(), List.of(Urgency.CRITICAL), List.of(), null, null, null);
        Agency agency = Agency.builder("a", "A", "Asia/Jakarta", "A", "umum")
                .targets(new Target(critical, Duration.ofMinutes(3)), new Target(ALWAYS, Duration.ofMinutes(10)))
                .replies(
                        new ReplyPolicy(critical, Release.TWO_APPROVALS, null),
                        new ReplyPolicy(ALWAYS, Release.UNDO_WINDOW, null))
                .build();
        Facts calm = facts(Topic.NONE, "halo");
        Facts danger = with(calm, Urgency.CRITICAL, Visibility.PRIVATE, 0.9, false, "tolong");

        // Then
        assertEquals(Duration.ofMinutes(3), agency.respondWithin(danger));
        assertEquals(Duration.ofMinutes(10), agency.respondWithin(calm));
        assertEquals(Release.TWO_APPROVALS, agency.release(danger).then());
        assertEquals(Duration.ZERO, agency.release(danger).window());
        assertEquals(Release.UNDO_WINDOW, agency.release(calm).then());
        assertEquals(Duration.ofSeconds(15), agency.release(calm).window());
    }

    @Test
    void anAgencyWithoutRulesSaysSo() {
        Agency agency = agency();
        Facts facts = facts(Topic.NONE, "");
        assertThrows(IllegalStateException.class, () -> agency.respondWithin(facts));
        assertThrows(IllegalStateException.class, () -> agency.release(facts));
    }

    @ParameterizedTest
    @CsvSource({
        "kir, uji kir di mana, true",
        "kir, mau kirim surat, false",
        "kir, cukir, false",
        "kir, 'kir, kir!', true",
        "kir, kirkir kir, true",
        "kir, kir2, false",
        "krl mogok, 'min, krl   mogok lagi', true",
        "krl mogok, krlmogok, false",
        "krl mogok, krl mogoknya, false",
        "krl mogok, krl, false",
        "c++, belajar c++ yuk, true",
        "é, café, false",
    })
    void wordsAreWhole(String word, String text, boolean there) {
        assertEquals(there, WholeWords.contains(text, word));
    }

    @Test
    void aConditionSaysWhatItAsks() {
        assertEquals("everything", ALWAYS.summary());
        assertTrue(ALWAYS.fitsAll());
        assertEquals("topics kereta", topics("kereta").summary());
        assertFalse(topics("kereta").fitsAll());
    }

    private static Agency agency(RoutingRule... routing) {
        return Agency.builder("a", "A", "Asia/Jakarta", "A", "umum")
                .topics(topic("kereta", null), topic("kereta-terlambat", "kereta"), topic("laut", null))
                .routing(routing)
                .build();
    }

    private static Topic topic(String id, @org.jspecify.annotations.Nullable String parent) {
        return new Topic(id, id, parent, List.of(), List.of());
    }

    private static RoutingRule rule(Condition when, String unit) {
        return new RoutingRule(when, unit);
    }

    private static Condition topics(String... topics) {
        return new Condition(List.of(), List.of(topics), List.of(), List.of(), List.of(), List.of(), null, null, null);
    }

    private static Facts facts(String topic, String text) {
        return new Facts(
                Kind.QUESTION, topic, Channel.WEB, "akun-web", Urgency.NORMAL, Visibility.PRIVATE, 0.9, false, text);
    }

    private static Facts with(Facts facts, Kind kind, String topic, Channel channel, String account) {
        return new Facts(
                kind,
                topic,
                channel,
                account,
                facts.urgency(),
                facts.visibility(),
                facts.confidence(),
                facts.personalData(),
                facts.text());
    }

    private static Facts with(
            Facts facts, Urgency urgency, Visibility visibility, double confidence, boolean personalData, String text) {
        return new Facts(
                facts.kind(),
                facts.topic(),
                facts.channel(),
                facts.account(),
                urgency,
                visibility,
                confidence,
                personalData,
                text);
    }
}
