package id.sigap.contracts.directory;

import id.sigap.contracts.Channel;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The declared world, whole and consistent: every id that something refers to exists. Immutable; a changed file makes a
 * new directory.
 */
public final class Directory {
    private final List<Agency> agencies;
    private final Map<String, Agency> agencyById;
    private final Map<String, Owned> accountById;
    private final Map<String, WorkingCalendar> calendarById;
    private final List<ChannelProfile> channels;

    /** From parts that the {@link DirectoryLoader} has checked against each other. */
    public Directory(List<Agency> agencies, List<WorkingCalendar> calendars, List<ChannelProfile> channels) {
        this.agencies = List.copyOf(agencies);
        this.agencyById = agencies.stream().collect(Collectors.toUnmodifiableMap(Agency::id, Function.identity()));
        this.accountById = agencies.stream()
                .flatMap(agency -> agency.accounts().stream().map(account -> new Owned(agency, account)))
                .collect(Collectors.toUnmodifiableMap(owned -> owned.account().id(), Function.identity()));
        this.calendarById =
                calendars.stream().collect(Collectors.toUnmodifiableMap(WorkingCalendar::id, Function.identity()));
        this.channels = List.copyOf(channels);
    }

    /** All agencies, in the order of the files. */
    public List<Agency> agencies() {
        return agencies;
    }

    /** The agency with this id. */
    public Optional<Agency> agency(String id) {
        return Optional.ofNullable(agencyById.get(id));
    }

    /** The account with this id, with its agency. */
    public Optional<Owned> account(String id) {
        return Optional.ofNullable(accountById.get(id));
    }

    /** The account with this id if it is on this channel. */
    public Optional<Owned> account(Channel channel, String id) {
        return account(id).filter(owned -> owned.account().channel() == channel);
    }

    /** All accounts on a channel. */
    public Stream<Owned> accounts(Channel channel) {
        return agencies.stream()
                .flatMap(agency -> agency.accounts().stream().map(account -> new Owned(agency, account)))
                .filter(owned -> owned.account().channel() == channel);
    }

    /** The calendar with this id. */
    public Optional<WorkingCalendar> calendar(String id) {
        return Optional.ofNullable(calendarById.get(id));
    }

    /** The profile of a channel that is in force on a day. */
    public Optional<ChannelProfile> profile(Channel channel, LocalDate on) {
        return channels.stream()
                .filter(profile ->
                        profile.channel() == channel && !profile.from().isAfter(on))
                .max(Comparator.comparing(ChannelProfile::from));
    }

    /**
     * An account together with the agency that owns it.
     *
     * @param agency the owner
     * @param account the account
     */
    public record Owned(Agency agency, Account account) {}
}
