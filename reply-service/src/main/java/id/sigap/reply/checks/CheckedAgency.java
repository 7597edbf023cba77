package id.sigap.reply.checks;

import id.sigap.contracts.directory.Agency;
import id.sigap.contracts.directory.ReplyCheck;
import id.sigap.contracts.directory.Topic;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** An agency's part of the directory, prepared for checking many replies. Immutable. */
public final class CheckedAgency {
    private static final Map<String, CheckedAgency> PREPARED = new ConcurrentHashMap<>();

    private final Agency agency;
    private final List<String> hosts;
    private final Set<String> contacts;
    private final Lexicon<Set<String>> topics = new Lexicon<>();

    private CheckedAgency(Agency agency) {
        this.agency = agency;
        this.hosts = agency.links();
        this.contacts = agency.contacts().stream().map(CheckedAgency::contact).collect(Collectors.toUnmodifiableSet());
        Map<String, Set<String>> byWord = new ConcurrentHashMap<>();
        for (Topic topic : agency.topics()) {
            topic.words()
                    .forEach(word ->
                            byWord.computeIfAbsent(word, w -> new HashSet<>()).add(topic.id()));
        }
        byWord.forEach(topics::add);
    }

    /** Of an agency of the directory in force; prepared once for each version of it, one at a time for each agency. */
    @SuppressWarnings("ReferenceEquality") // to compare two whole agencies would cost more than to prepare one
    public static CheckedAgency of(Agency agency) {
        CheckedAgency known = PREPARED.get(agency.id());
        if (known != null && known.agency == agency) {
            return known;
        }
        CheckedAgency prepared = new CheckedAgency(agency);
        PREPARED.put(agency.id(), prepared);
        return prepared;
    }

    ReplyCheck.Severity severity(ReplyCheck check) {
        return agency.severity(check);
    }

    /** Hosts that a reply may link to, with all below them. */
    List<String> hosts() {
        return hosts;
    }

    /** Whether the agency publishes this number or address itself. */
    boolean publishes(String written) {
        return contacts.contains(contact(written));
    }

    Lexicon<Set<String>> topics() {
        return topics;
    }

    /** The topic itself, those above it, those below it, and those beside it. */
    Set<String> near(String topic) {
        Set<String> near = new HashSet<>(agency.lineage(topic));
        String parent = agency.topic(topic).map(Topic::parent).orElse(null);
        for (Topic other : agency.topics()) {
            if (agency.lineage(other.id()).contains(topic)
                    || (parent != null && Objects.equals(parent, other.parent()))) {
                near.add(other.id());
            }
        }
        return near;
    }

    private static String contact(String written) {
        if (written.indexOf('@') >= 0) {
            return written.toLowerCase(Locale.ROOT);
        }
        String digits = written.chars()
                .filter(c -> c >= '0' && c <= '9')
                .collect(StringBuilder::new, (b, c) -> b.append((char) c), StringBuilder::append)
                .toString();
        return digits.startsWith("62") ? "0" + digits.substring(2) : digits;
    }
}
