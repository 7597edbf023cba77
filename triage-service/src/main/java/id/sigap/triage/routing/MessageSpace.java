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
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/**
 * Every message that an agency may get, as far as rules tell messages apart, but for their words: kinds, topics with
 * their lineage, accounts with their channel, urgencies, visibilities, personal data, and the stretches of confidence
 * between the bounds that rules name.
 */
final class MessageSpace {
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
        List<Account> accounts = agency.accounts();
        Double sure = when.minConfidence();
        Visibility visibility = when.visibility();
        Boolean personal = when.personalData();
        return new MessageBox(
                places(Kind.values().length, i -> anyOf(when.kinds(), Kind.values()[i])),
                places(topics.size(), i -> when.topics().isEmpty() || below(topics.get(i), when.topics())),
                places(accounts.size(), i -> fits(when, accounts.get(i))),
                places(Urgency.values().length, i -> anyOf(when.urgencies(), Urgency.values()[i])),
                places(
                        Visibility.values().length,
                        i -> visibility == null || visibility == Visibility.values()[i]),
                places(2, i -> personal == null || personal == (i == 1)),
                places(confidences.size(), i -> sure == null || confidences.get(i) >= sure));
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

    private static BitSet places(int count, IntPredicate taken) {
        BitSet places = new BitSet(count);
        for (int i = 0; i < count; i++) {
            places.set(i, taken.test(i));
        }
        return places;
    }
}
