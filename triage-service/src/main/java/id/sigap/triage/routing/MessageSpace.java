package id.sigap.triage.routing;

import id.sigap.contracts.Channel;
import id.sigap.contracts.Kind;
import id.sigap.contracts.Urgency;
import id.sigap.contracts.Visibility;
import id.sigap.contracts.directory.Account;
import id.sigap.contracts.directory.Agency;
import id.sigap.contracts.directory.Condition;
import id.sigap.contracts.directory.RoutingRule;
import id.sigap.contracts.directory.Topic;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Every message that an agency may get, as far as rules tell messages apart, but for their words: kinds, topics with
 * their lineage, accounts with their channel, urgencies, visibilities, personal data, and the stretches of confidence
 * between the bounds that rules name.
 */
final class MessageSpace {
    private static final List<Kind> KINDS = List.of(Kind.values());
    private static final List<Urgency> URGENCIES = List.of(Urgency.values());
    private static final List<Visibility> VISIBILITIES = List.of(Visibility.values());
    private static final List<Boolean> YES_OR_NO = List.of(true, false);

    private final Agency agency;
    private final List<String> topics;
    private final List<Double> confidences;

    MessageSpace(Agency agency) {
        this.agency = agency;
        this.topics = Stream.concat(agency.topics().stream().map(Topic::id), Stream.of(Topic.NONE))
                .distinct()
                .toList();
        this.confidences = Stream.concat(
                        Stream.of(0.0),
                        agency.routing().stream()
                                .map(RoutingRule::when)
                                .map(Condition::minConfidence)
                                .filter(Objects::nonNull))
                .distinct()
                .sorted()
                .toList();
    }

    /** What fits a condition whatever the words. */
    MessageBox box(Condition when) {
        Double sure = when.minConfidence();
        Visibility visibility = when.visibility();
        Boolean personal = when.personalData();
        return new MessageBox(
                places(KINDS, kind -> anyOf(when.kinds(), kind)),
                places(topics, topic -> when.topics().isEmpty() || below(topic, when.topics())),
                places(agency.accounts(), account -> fits(when, account)),
                places(URGENCIES, urgency -> anyOf(when.urgencies(), urgency)),
                places(VISIBILITIES, seen -> visibility == null || visibility == seen),
                places(YES_OR_NO, found -> personal == null || personal.equals(found)),
                places(confidences, bound -> sure == null || bound >= sure));
    }

    /** The channels of a condition that no account of the agency is on. */
    List<Channel> unusedChannels(Condition when) {
        List<Channel> unused = new ArrayList<>(when.channels());
        agency.accounts().forEach(account -> unused.remove(account.channel()));
        return unused;
    }

    private boolean below(String topic, List<String> wanted) {
        return agency.lineage(topic).stream().anyMatch(wanted::contains);
    }

    private static boolean fits(Condition when, Account account) {
        return anyOf(when.accounts(), account.id()) && anyOf(when.channels(), account.channel());
    }

    private static <T> boolean anyOf(List<T> wanted, T value) {
        return wanted.isEmpty() || wanted.contains(value);
    }

    private static <T> BitSet places(List<T> values, Predicate<T> taken) {
        BitSet places = new BitSet(values.size());
        for (int i = 0; i < values.size(); i++) {
            places.set(i, taken.test(values.get(i)));
        }
        return places;
    }
}
