package id.sigap.metrics.page;

import id.sigap.contracts.directory.Agency;
import id.sigap.contracts.directory.Directory;
import id.sigap.contracts.directory.Unit;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What people call the groups of figures. What left the directory keeps its id, for its figures stay. */
final class Names {
    private final Directory directory;
    private final Collection<String> agencies;
    private final Words words;

    /** Names as the agencies whose figures are shown use them. */
    Names(Directory directory, Collection<String> agencies, Words words) {
        this.directory = directory;
        this.agencies = agencies;
        this.words = words;
    }

    /** Of a group, by what was grouped by. */
    String of(Map<String, String> group) {
        return group.entrySet().stream()
                .map(part -> of(part.getKey(), part.getValue()))
                .collect(Collectors.joining(" · "));
    }

    /** Of an account, by its id. */
    String account(String id) {
        return directory
                .account(id)
                .map(owned -> owned.account().name() + " ("
                        + words.label(owned.account().channel().wire()) + ")")
                .orElse(id);
    }

    private String of(String grouping, String value) {
        return switch (grouping) {
            case "unit" -> value.isEmpty() ? words.text().notRouted() : unit(value);
            case "agency" -> directory.agency(value).map(Agency::name).orElse(value);
            case "account" -> account(value);
            case "hour" -> words.moment(Instant.parse(value));
            default -> words.label(value);
        };
    }

    /** Ids of units are unique within an agency only: where two agencies share one, both names are given. */
    private String unit(String id) {
        String names = agencies.stream()
                .sorted()
                .map(directory::agency)
                .flatMap(Optional::stream)
                .map(agency -> agency.unit(id))
                .flatMap(Optional::stream)
                .map(Unit::name)
                .distinct()
                .collect(Collectors.joining(" / "));
        return names.isEmpty() ? id : names;
    }
}
