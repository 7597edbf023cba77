package id.sigap.reply.desk;

import id.sigap.contracts.Channel;
import id.sigap.contracts.Kind;
import id.sigap.contracts.Urgency;
import id.sigap.contracts.directory.Agency;
import id.sigap.contracts.directory.Directory;
import id.sigap.reply.api.QueueQuery;
import id.sigap.reply.cases.CaseState;
import id.sigap.runtime.access.Caller;
import id.sigap.runtime.problem.ProblemException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What of the queue is shown, as it stands in the address. What is not chosen is not there, so that one choice has one
 * address.
 *
 * @param chosen the choices that differ from the ordinary queue
 */
record QueueFilter(Map<Field, String> chosen) {
    static final String MINE = "saya";
    static final String NOBODYS = "-";
    static final String LATE = "lewat";
    private static final String WAITING = "waiting";
    private static final int LONGEST = 200;

    /** What can be chosen, by its name in the address. */
    enum Field {
        STATE("state"),
        KIND("kind"),
        CHANNEL("channel"),
        UNIT("unit"),
        URGENCY("urgency"),
        ASSIGNEE("assignee"),
        DUE("due"),
        INCIDENT("incident"),
        WORDS("q");

        private final String parameter;

        Field(String parameter) {
            this.parameter = parameter;
        }
    }

    /** The ordinary queue: all that waits for us. */
    static QueueFilter ordinary() {
        return new QueueFilter(Map.of());
    }

    /** From an address's parameters; those that are no choice are passed over. */
    static QueueFilter of(Function<String, @Nullable String> parameters) {
        Map<Field, String> chosen = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            String value = parameters.apply(field.parameter);
            if (value != null && !value.isBlank() && !(field == Field.STATE && value.equals(WAITING))) {
                if (value.length() > LONGEST) {
                    throw ProblemException.badRequest(field.parameter, "This is too long.");
                }
                chosen.put(field, value.strip());
            }
        }
        return new QueueFilter(chosen);
    }

    /** From a query as {@link #query} writes it. */
    static QueueFilter parse(@Nullable String query) {
        if (query == null || query.isBlank()) {
            return ordinary();
        }
        Map<String, String> parameters = Stream.of(
                        query.replaceFirst("^\\?", "").split("&"))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(pair -> pair[0], QueueFilter::decoded, (first, second) -> first));
        return of(parameters::get);
    }

    private static String decoded(String[] pair) {
        try {
            return URLDecoder.decode(pair[1], StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw ProblemException.badRequest(pair[0], "This cannot be read.");
        }
    }

    String get(Field field) {
        return chosen.getOrDefault(field, "");
    }

    /** Whether it leaves out something that waits for us. */
    boolean narrows() {
        return !chosen.isEmpty();
    }

    /** The same with another choice; an empty one takes it away. */
    QueueFilter with(Field field, String value) {
        Map<Field, String> other = new EnumMap<>(Field.class);
        other.putAll(chosen);
        if (value.isEmpty()) {
            other.remove(field);
        } else {
            other.put(field, value);
        }
        return new QueueFilter(other);
    }

    /** The address's query of these choices; empty for the ordinary queue. */
    String query() {
        return chosen.isEmpty()
                ? ""
                : chosen.entrySet().stream()
                        .map(choice -> choice.getKey().parameter + "=" + encoded(choice.getValue()))
                        .collect(Collectors.joining("&", "?", ""));
    }

    /** The same behind a cursor. */
    String after(String cursor) {
        return (chosen.isEmpty() ? "?" : query() + "&") + "after=" + encoded(cursor);
    }

    /** The question for the reader. */
    QueueQuery ask(Caller caller, int limit, Instant now) {
        QueueQuery query = new QueueQuery(caller.agencies(), limit)
                .state(get(Field.STATE).isEmpty() ? WAITING : get(Field.STATE))
                .kind(chosen.get(Field.KIND))
                .channel(chosen.get(Field.CHANNEL))
                .unit(chosen.get(Field.UNIT))
                .urgency(chosen.get(Field.URGENCY))
                .incident(chosen.get(Field.INCIDENT))
                .words(chosen.get(Field.WORDS));
        switch (get(Field.ASSIGNEE)) {
            case "" -> {}
            case MINE -> query.assignee(caller.name());
            case NOBODYS -> query.unassigned();
            default -> query.assignee(get(Field.ASSIGNEE));
        }
        return get(Field.DUE).equals(LATE) ? query.dueBefore(now) : query;
    }

    /** The fields of the form, with what can be chosen. */
    List<Choice> choices(DeskWords words, Directory directory, Caller caller) {
        List<Option> states = new ArrayList<>();
        states.add(new Option("", words.allWaiting(), get(Field.STATE).isEmpty()));
        states.add(new Option("open", words.allOpen(), get(Field.STATE).equals("open")));
        states.addAll(options(CaseState.values(), CaseState::wire, words::of, get(Field.STATE)));
        return List.of(
                new Choice("state", words.stateField(), states),
                choice(Field.KIND, words.kindField(), words.allKinds(), Kind.values(), Kind::wire, words::of),
                choice(
                        Field.CHANNEL,
                        words.channelField(),
                        words.allChannels(),
                        channels(directory, caller),
                        Channel::wire,
                        words::of),
                choice(
                        Field.URGENCY,
                        Say.URGENCY.by(words),
                        Say.ALL_URGENCIES.by(words),
                        Urgency.values(),
                        Urgency::wire,
                        words::of),
                units(words, directory, caller),
                people(words));
    }

    /** Those on which an agency of theirs can be written to. */
    private static Channel[] channels(Directory directory, Caller caller) {
        return agencies(directory, caller)
                .flatMap(agency -> agency.accounts().stream())
                .map(account -> account.channel())
                .distinct()
                .sorted()
                .toArray(Channel[]::new);
    }

    private Choice units(DeskWords words, Directory directory, Caller caller) {
        List<Option> options = new ArrayList<>();
        options.add(new Option("", Say.ALL_UNITS.by(words), get(Field.UNIT).isEmpty()));
        agencies(directory, caller)
                .flatMap(agency -> agency.units().stream())
                .map(unit -> new Option(unit.id(), unit.name(), get(Field.UNIT).equals(unit.id())))
                .forEach(options::add);
        return new Choice("unit", words.unitColumn(), options);
    }

    private Choice people(DeskWords words) {
        String chosenOne = get(Field.ASSIGNEE);
        List<Option> options = new ArrayList<>(List.of(
                new Option("", Say.ALL_PEOPLE.by(words), chosenOne.isEmpty()),
                new Option(MINE, Say.MINE.by(words), chosenOne.equals(MINE)),
                new Option(NOBODYS, Say.UNASSIGNED.by(words), chosenOne.equals(NOBODYS))));
        if (options.stream().noneMatch(Option::chosen)) {
            options.add(new Option(chosenOne, chosenOne, true));
        }
        return new Choice("assignee", words.assignee(), options);
    }

    private static Stream<Agency> agencies(Directory directory, Caller caller) {
        return caller.agencies().stream().sorted().flatMap(id -> directory.agency(id).stream());
    }

    private <E> Choice choice(
            Field field, String label, String all, E[] values, Function<E, String> wire, Function<E, String> name) {
        List<Option> options = new ArrayList<>();
        options.add(new Option("", all, get(field).isEmpty()));
        options.addAll(options(values, wire, name, get(field)));
        return new Choice(field.parameter, label, options);
    }

    private static <E> List<Option> options(
            E[] values, Function<E, String> wire, Function<E, String> label, String chosen) {
        return Arrays.stream(values)
                .map(value -> new Option(
                        wire.apply(value), label.apply(value), wire.apply(value).equals(chosen)))
                .toList();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** A field of the filter. */
    record Choice(String name, String label, List<Option> options) {}

    /** One of its values. */
    record Option(String value, String label, boolean chosen) {}
}
