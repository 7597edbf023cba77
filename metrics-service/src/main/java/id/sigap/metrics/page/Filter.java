package id.sigap.metrics.page;

import id.sigap.contracts.Kind;
import id.sigap.contracts.directory.Account;
import id.sigap.contracts.directory.Agency;
import id.sigap.contracts.directory.Unit;
import id.sigap.metrics.responsiveness.Grouping;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the dashboard can be asked for; nothing chosen is all.
 *
 * @param from day
 * @param to day
 * @param agency the id of the one that is chosen; nothing for all
 * @param agencies of the reader
 * @param units of the agencies shown
 * @param channels of their accounts
 * @param kinds that count
 * @param groupings what the table can be by
 * @param periods of the course
 */
record Filter(
        String from,
        String to,
        String agency,
        List<Choice> agencies,
        List<Choice> units,
        List<Choice> channels,
        List<Choice> kinds,
        List<Choice> groupings,
        List<Choice> periods) {

    record Choice(String word, String label, boolean chosen) {}

    /** What the figures are limited to, for paper, which has no form; nothing if to nothing. */
    public String limits() {
        return Stream.of(agencies, units, channels, kinds)
                .flatMap(List::stream)
                .filter(Choice::chosen)
                .map(Choice::label)
                .collect(Collectors.joining(" · "));
    }

    /**
     * For a reader.
     *
     * @param theirs all agencies that they may see, as the directory has them
     * @param shown the ids of those that are shown
     */
    static Filter of(Wanted wanted, List<Agency> theirs, Set<String> shown, Grouping by, Period period, Words words) {
        List<Agency> now =
                theirs.stream().filter(agency -> shown.contains(agency.id())).toList();
        return new Filter(
                wanted.from(),
                wanted.to(),
                wanted.agency(),
                theirs.stream()
                        .map(agency -> choice(agency.id(), agency.name(), wanted.agency()))
                        .toList(),
                now.stream()
                        .flatMap(agency -> agency.units().stream())
                        .sorted(Comparator.comparing(Unit::name))
                        .map(unit -> choice(unit.id(), unit.name(), wanted.unit()))
                        .toList(),
                channels(now)
                        .map(word -> choice(word, words.label(word), wanted.channel()))
                        .toList(),
                Stream.of(Kind.COMPLAINT, Kind.QUESTION, Kind.PRAISE, Kind.OTHER)
                        .map(kind -> choice(kind.wire(), words.label(kind.wire()), wanted.kind()))
                        .toList(),
                Stream.of(Grouping.UNIT, Grouping.CHANNEL, Grouping.ACCOUNT, Grouping.KIND, Grouping.AGENCY)
                        .map(grouping -> choice(grouping.wire(), words.label(grouping.wire()), by.wire()))
                        .toList(),
                Arrays.stream(Period.values())
                        .map(one -> choice(one.wire(), words.label(one.wire()), period.wire()))
                        .toList());
    }

    private static Stream<String> channels(List<Agency> agencies) {
        Set<String> words = new TreeSet<>();
        agencies.stream()
                .flatMap(agency -> agency.accounts().stream())
                .map(Account::channel)
                .forEach(channel -> words.add(channel.wire()));
        return words.stream();
    }

    private static Choice choice(String word, String label, String chosen) {
        return new Choice(word, label, word.equals(chosen));
    }
}
