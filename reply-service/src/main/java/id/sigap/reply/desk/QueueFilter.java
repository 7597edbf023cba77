package id.sigap.reply.desk;

import id.sigap.contracts.Channel;
import id.sigap.contracts.Kind;
import id.sigap.reply.cases.CaseState;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What of the queue is shown, as it stands in the address. Empty choices show all.
 *
 * @param state {@code waiting}, {@code open} or one state
 * @param kind a kind or empty
 * @param channel a channel or empty
 */
record QueueFilter(String state, String kind, String channel) {
    private static final String WAITING = "waiting";

    static QueueFilter of(@Nullable String state, @Nullable String kind, @Nullable String channel) {
        return new QueueFilter(
                state == null || state.isEmpty() ? WAITING : state,
                kind == null ? "" : kind,
                channel == null ? "" : channel);
    }

    /** Whether it leaves out something that waits for us. */
    boolean narrows() {
        return !state.equals(WAITING) || !kind.isEmpty() || !channel.isEmpty();
    }

    /** The address's query of these choices. */
    String query() {
        return "?state=" + encoded(state) + "&kind=" + encoded(kind) + "&channel=" + encoded(channel);
    }

    /** The same behind a cursor. */
    String after(String cursor) {
        return query() + "&after=" + encoded(cursor);
    }

    List<Choice> choices(DeskWords words) {
        List<Option> states = new ArrayList<>();
        states.add(new Option(WAITING, words.allWaiting(), state.equals(WAITING)));
        states.add(new Option("open", words.allOpen(), state.equals("open")));
        states.addAll(options(CaseState.values(), CaseState::wire, words::of, state));
        return List.of(
                new Choice("state", words.stateField(), states),
                new Choice(
                        "kind",
                        words.kindField(),
                        withAll(words.allKinds(), Kind.values(), Kind::wire, words::of, kind)),
                new Choice(
                        "channel",
                        words.channelField(),
                        withAll(words.allChannels(), Channel.values(), Channel::wire, words::of, channel)));
    }

    private static <E> List<Option> withAll(
            String all, E[] values, Function<E, String> wire, Function<E, String> label, String chosen) {
        return Stream.concat(
                        Stream.of(new Option("", all, chosen.isEmpty())), options(values, wire, label, chosen).stream())
                .toList();
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
