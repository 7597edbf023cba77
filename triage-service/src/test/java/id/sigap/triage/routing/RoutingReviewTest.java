package id.sigap.triage.routing;

import static id.sigap.triage.routing.Agencies.origin;
import static id.sigap.triage.routing.Agencies.rule;
import static id.sigap.triage.routing.Agencies.topics;
import static id.sigap.triage.routing.Agencies.words;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.sigap.contracts.Channel;
import id.sigap.contracts.Kind;
import id.sigap.contracts.Urgency;
import id.sigap.contracts.Visibility;
import id.sigap.contracts.directory.Account;
import id.sigap.contracts.directory.Agency;
import id.sigap.contracts.directory.Condition;
import id.sigap.contracts.directory.Facts;
import id.sigap.contracts.directory.RoutingRule;
import id.sigap.contracts.directory.Topic;
import id.sigap.triage.DemoDirectory;
import id.sigap.triage.routing.RoutingFinding.Oddity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RoutingReviewTest {
    @Test
    void aTopicBelowAnEarlierOneNeverDecides() {
        Agency agency = Agencies.with(rule("a", topics("kereta")), rule("b", topics("kereta-telat")));
        assertEquals(
                List.of("never-fires routing[1] by routing[0]"), said(agency, Oddity.NEVER_FIRES, Oddity.NEVER_FITS));
    }

    @Test
    void aTopicAboveAnEarlierOneIsPartlyTaken() {
        Agency agency = Agencies.with(rule("a", topics("kereta-telat")), rule("b", topics("kereta")));
        assertEquals(List.of("partly-taken routing[1] by routing[0]"), said(agency, Oddity.values()));
    }

    @Test
    void rulesBeforeAreTakenTogether() {
        // Given a rule for each visibility, and one behind them
        Condition open = new Condition(
                List.of(), List.of("laut"), List.of(), List.of(), List.of(), List.of(), Visibility.PUBLIC, null, null);
        Condition closed = new Condition(
                List.of(), List.of("laut"), List.of(), List.of(), List.of(), List.of(), Visibility.PRIVATE, null, null);
        Agency agency = Agencies.with(rule("a", open), rule("b", closed), rule("c", topics("laut")));

        // Then neither takes all, but both do
        assertEquals(
                List.of("never-fires routing[2] by routing[0] routing[1]"),
                said(agency, Oddity.NEVER_FIRES, Oddity.PARTLY_TAKEN));
    }

    @Test
    void confidenceIsComparedByItsBounds() {
        Agency agency =
                Agencies.with(rule("a", sure(0.5)), rule("b", sure(0.8)), rule("c", sure(0.2)), rule("d", sure(0.0)));
        assertEquals(
                List.of(
                        "never-fires routing[1] by routing[0]",
                        "default-never-reached defaultUnit by " + "routing[0] routing[1] routing[2] routing[3]"),
                said(agency, Oddity.NEVER_FIRES, Oddity.DEFAULT_NEVER_REACHED));
    }

    @Test
    void aWordWithinAPhraseTakesIt() {
        // Given rules of place words, of which a later one names places that an earlier one has
        Agency agency = Agencies.with(
                rule("a", words("Merak", "abang")),
                rule("b", words("pelabuhan merak", "tanah abang")),
                rule("c", words("tanah abang", "ketapang")),
                rule("d", words("merakyat")));

        // Then the words count whole
        assertEquals(
                List.of("never-fires routing[1] by routing[0]", "idle-words routing[2] by routing[0]"),
                said(agency, Oddity.NEVER_FIRES, Oddity.IDLE_WORDS));
    }

    @Test
    void aRuleWithoutWordsTakesOneWithWordsAndNotTheOtherWayRound() {
        assertEquals(
                List.of("never-fires routing[1] by routing[0]"),
                said(
                        Agencies.with(rule("a", topics("laut")), rule("b", with(topics("laut"), List.of("merak")))),
                        Oddity.NEVER_FIRES));
        assertEquals(
                List.of(),
                said(
                        Agencies.with(rule("a", with(topics("laut"), List.of("merak"))), rule("b", topics("laut"))),
                        Oddity.NEVER_FIRES));
    }

    @Test
    void anAccountOfAnotherChannelNeverFits() {
        Agency agency = Agencies.with(
                rule("a", origin(List.of(Channel.WEB), "dinas-wa")),
                rule("b", origin(List.of(Channel.X))),
                rule("c", origin(List.of(Channel.X, Channel.WEB))));
        List<RoutingFinding> findings = RoutingReview.of(agency);
        assertEquals(
                List.of("never-fits routing[0] by ", "never-fits routing[1] by "), said(agency, Oddity.NEVER_FITS));
        assertEquals(
                "never fits: the agency has no account on x", findings.get(1).sentence());
    }

    @Test
    void theDefaultUnitIsReachedUnlessEverythingIsTaken() {
        assertEquals(List.of(), said(Agencies.with(rule("a", topics("kereta"))), Oddity.DEFAULT_NEVER_REACHED));
        assertEquals(
                List.of("default-never-reached defaultUnit by routing[0]"),
                said(Agencies.with(rule("a", Condition.always())), Oddity.DEFAULT_NEVER_REACHED));
        assertEquals(
                List.of("default-never-reached defaultUnit by routing[0] routing[1]"),
                said(
                        Agencies.with(rule("a", topics("kereta", "laut")), rule("b", topics(Topic.NONE))),
                        Oddity.DEFAULT_NEVER_REACHED));
    }

    @Test
    void theDemoAgenciesHaveNoRuleThatNeverDecides() {
        for (Agency agency : DemoDirectory.directory().agencies()) {
            assertEquals(
                    List.of(), said(agency, Oddity.NEVER_FIRES, Oddity.NEVER_FITS, Oddity.IDLE_WORDS), agency.id());
        }
    }

    /** Every message there is, routed by rules made up at random, shows the same as the review. */
    @Test
    void saysWhatRoutingEveryMessageShows() {
        Random random = new Random(20261122);
        int idle = 0;
        for (int round = 0; round < 300; round++) {
            // Given rules without words, which all can be tried out
            List<RoutingRule> rules = new ArrayList<>();
            for (int i = 0; i < 2 + random.nextInt(6); i++) {
                rules.add(rule("unit-" + i, anyCondition(random)));
            }
            Agency agency = Agencies.with(rules.toArray(new RoutingRule[0]));

            // When every message is routed
            Set<String> fired = everyMessage(agency)
                    .map(facts -> agency.route(facts).reason().split(":", -1)[0])
                    .collect(Collectors.toCollection(HashSet::new));

            // Then exactly those rules never decide that the review names
            Set<String> named = RoutingReview.of(agency).stream()
                    .filter(finding -> finding.oddity().isMistake() || finding.oddity() == Oddity.DEFAULT_NEVER_REACHED)
                    .map(RoutingFinding::rule)
                    .collect(Collectors.toSet());
            Set<String> silent = new HashSet<>();
            for (int i = 0; i < rules.size(); i++) {
                silent.add(RoutingReview.place(i));
            }
            silent.add("defaultUnit");
            silent.removeAll(fired);
            assertEquals(silent, named, () -> rules.toString());
            idle += silent.size();
        }
        assertTrue(idle > 100, "too few rules of the rounds never decide to show anything");
    }

    private static Stream<Facts> everyMessage(Agency agency) {
        List<Facts> all = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            for (String topic : List.of("kereta", "kereta-telat", "laut", Topic.NONE)) {
                for (Account account : agency.accounts()) {
                    for (Urgency urgency : Urgency.values()) {
                        for (Visibility visibility : Visibility.values()) {
                            for (double confidence : new double[] {0, 0.49, 0.5, 0.79, 0.8, 1}) {
                                for (boolean personal : new boolean[] {true, false}) {
                                    all.add(new Facts(
                                            kind,
                                            topic,
                                            account.channel(),
                                            account.id(),
                                            urgency,
                                            visibility,
                                            confidence,
                                            personal,
                                            ""));
                                }
                            }
                        }
                    }
                }
            }
        }
        return all.stream();
    }

    private static Condition anyCondition(Random random) {
        return new Condition(
                some(random, List.of(Kind.values())),
                some(random, List.of("kereta", "kereta-telat", "laut", Topic.NONE)),
                some(random, List.of(Channel.WHATSAPP, Channel.WEB, Channel.X)),
                some(random, List.of("dinas-wa", "dinas-web")),
                some(random, List.of(Urgency.values())),
                List.of(),
                random.nextInt(3) > 0 ? null : random.nextBoolean() ? Visibility.PUBLIC : Visibility.PRIVATE,
                random.nextInt(3) > 0 ? null : random.nextBoolean() ? Double.valueOf(0.5) : Double.valueOf(0.8),
                random.nextInt(3) > 0 ? null : Boolean.valueOf(random.nextBoolean()));
    }

    private static <T> List<T> some(Random random, List<T> all) {
        return random.nextInt(3) > 0
                ? List.of()
                : all.stream().filter(value -> random.nextInt(3) > 0).toList();
    }

    private static List<String> said(Agency agency, Oddity... wanted) {
        return RoutingReview.of(agency).stream()
                .filter(finding -> List.of(wanted).contains(finding.oddity()))
                .map(finding -> name(finding.oddity()) + " " + finding.rule() + " by " + String.join(" ", finding.by()))
                .toList();
    }

    private static String name(Oddity oddity) {
        return oddity.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    private static Condition sure(@Nullable Double confidence) {
        return new Condition(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), null, confidence, null);
    }

    private static Condition with(Condition when, List<String> words) {
        return new Condition(
                when.kinds(),
                when.topics(),
                when.channels(),
                when.accounts(),
                when.urgencies(),
                words,
                when.visibility(),
                when.minConfidence(),
                when.personalData());
    }
}
