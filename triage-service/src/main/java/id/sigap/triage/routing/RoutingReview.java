package id.sigap.triage.routing;

import id.sigap.contracts.Channel;
import id.sigap.contracts.directory.Agency;
import id.sigap.contracts.directory.Condition;
import id.sigap.contracts.directory.RoutingRule;
import id.sigap.triage.routing.RoutingFinding.Oddity;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Looks through an agency's routing rules for those that can never decide and those that take from each other. What it
 * says is certain: it reckons with every message that the agency may get, rules before taken together. Of words it knows
 * only that a text with a phrase has the words within it.
 */
public final class RoutingReview {
    /** Rules that cut each other into more pieces than this are too tangled to be judged, and are not. */
    private static final int MOST_PIECES = 20_000;

    private final MessageSpace space;
    private final Agency agency;
    private final List<RoutingRule> rules;
    private final List<MessageBox> boxes;
    private final List<RoutingFinding> findings = new ArrayList<>();

    private RoutingReview(Agency agency) {
        this.agency = agency;
        this.space = new MessageSpace(agency);
        this.rules = agency.routing();
        this.boxes = rules.stream().map(rule -> space.box(rule.when())).toList();
    }

    /** What is odd, in the order of the rules. */
    public static List<RoutingFinding> of(Agency agency) {
        RoutingReview review = new RoutingReview(agency);
        for (int i = 0; i < review.rules.size(); i++) {
            review.rule(i);
        }
        review.defaultUnit();
        return List.copyOf(review.findings);
    }

    /** How a rule is called, as in the reason of a routing. */
    public static String place(int rule) {
        return "routing[" + rule + "]";
    }

    private void rule(int number) {
        Condition when = rules.get(number).when();
        if (boxes.get(number).isEmpty()) {
            neverFits(number, when);
            return;
        }
        List<String> atoms = when.words().isEmpty() ? List.of("") : when.words();
        List<String> idle = new ArrayList<>();
        Set<Integer> takers = new TreeSet<>();
        for (String atom : atoms) {
            Set<Integer> taking = new TreeSet<>();
            if (isTaken(number, atom, taking)) {
                idle.add(atom);
                takers.addAll(taking);
            }
        }
        if (idle.size() == atoms.size()) {
            add(
                    Oddity.NEVER_FIRES,
                    number,
                    takers,
                    "never decides: whatever fits it is taken by " + named(takers) + " before it");
            return;
        }
        if (!idle.isEmpty()) {
            add(
                    Oddity.IDLE_WORDS,
                    number,
                    takers,
                    "its words " + String.join(", ", idle) + " decide nothing: who says them is taken by "
                            + named(takers) + " before it");
        }
        partlyTaken(number);
    }

    private void neverFits(int number, Condition when) {
        List<Channel> unused = space.unusedChannels(when);
        String why = agency.accounts().isEmpty()
                ? "the agency has no account"
                : unused.isEmpty() || unused.size() < when.channels().size()
                        ? "none of its accounts is on one of its channels"
                        : "the agency has no account on "
                                + unused.stream().map(Channel::wire).collect(Collectors.joining(", "));
        add(Oddity.NEVER_FITS, number, Set.of(), "never fits: " + why);
    }

    /** Whether rules before take every message that has the word; an empty word stands for any text. */
    private boolean isTaken(int number, String word, Set<Integer> takers) {
        List<MessageBox> rest = List.of(boxes.get(number));
        for (int before = 0; before < number && !rest.isEmpty(); before++) {
            if (takesWord(rules.get(before).when(), word)) {
                MessageBox taken = boxes.get(before);
                if (rest.stream().anyMatch(taken::meets)) {
                    takers.add(before);
                    rest = rest.stream()
                            .flatMap(box -> box.minus(taken).stream())
                            .toList();
                    if (rest.size() > MOST_PIECES) {
                        return false;
                    }
                }
            }
        }
        return rest.isEmpty();
    }

    private static boolean takesWord(Condition when, String word) {
        return when.words().isEmpty() || (!word.isEmpty() && when.coversWord(word));
    }

    private void partlyTaken(int number) {
        Set<Integer> takers = new TreeSet<>();
        for (int before = 0; before < number; before++) {
            if (boxes.get(before).meets(boxes.get(number))
                    && !rules.get(before).unit().equals(rules.get(number).unit())) {
                takers.add(before);
            }
        }
        if (!takers.isEmpty()) {
            add(
                    Oddity.PARTLY_TAKEN,
                    number,
                    takers,
                    "some of what fits it goes to other units by " + named(takers) + " before it");
        }
    }

    private void defaultUnit() {
        List<MessageBox> rest = List.of(space.box(Condition.always()));
        Set<Integer> takers = new TreeSet<>();
        for (int i = 0; i < rules.size() && !rest.isEmpty() && rest.size() <= MOST_PIECES; i++) {
            if (rules.get(i).when().words().isEmpty()) {
                MessageBox taken = boxes.get(i);
                takers.add(i);
                rest = rest.stream().flatMap(box -> box.minus(taken).stream()).toList();
            }
        }
        if (rest.isEmpty() && !agency.accounts().isEmpty()) {
            findings.add(new RoutingFinding(
                    Oddity.DEFAULT_NEVER_REACHED,
                    "defaultUnit",
                    places(takers),
                    "is never reached: the rules take every message"));
        }
    }

    private void add(Oddity oddity, int rule, Set<Integer> by, String sentence) {
        findings.add(new RoutingFinding(oddity, place(rule), places(by), sentence));
    }

    private static List<String> places(Set<Integer> numbers) {
        return numbers.stream().map(RoutingReview::place).toList();
    }

    private static String named(Set<Integer> numbers) {
        return String.join(", ", places(numbers));
    }
}
