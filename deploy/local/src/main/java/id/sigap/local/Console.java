package id.sigap.local;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the launcher shows: one line per step with its time, and a line about what is still awaited when nothing else
 * happened for a while, so that the screen is never silent.
 */
final class Console implements Progress {

    private static final Duration QUIET = Duration.ofSeconds(5);

    private final PrintStream out;
    private final Instant begun;
    private final Map<String, Instant> running = new LinkedHashMap<>();
    private Instant lastLine = Instant.now();

    /**
     * @param out the terminal
     * @param begun when the start began; times are told since then
     */
    Console(PrintStream out, Instant begun) {
        this.out = out;
        this.begun = begun;
    }

    @Override
    public synchronized void begun(String step) {
        running.put(step, Instant.now());
    }

    @Override
    public synchronized void done(String step, String detail, Duration took) {
        running.remove(step);
        line(String.format(Locale.ROOT, "  %6s  ✓ %-26s %-34s took %s", since(), step, detail, seconds(took)));
    }

    /** Shows a line of its own. */
    synchronized void line(String text) {
        out.println(text);
        out.flush();
        lastLine = Instant.now();
    }

    /** To be called about every second: says what is awaited when nothing was shown for a while. */
    synchronized void tick() {
        if (!running.isEmpty() && Duration.between(lastLine, Instant.now()).compareTo(QUIET) >= 0) {
            String awaited = running.entrySet().stream()
                    .map(step -> step.getKey() + " (" + seconds(Duration.between(step.getValue(), Instant.now())) + ")")
                    .collect(Collectors.joining(", "));
            line(String.format(Locale.ROOT, "  %6s  … waiting for %s", since(), awaited));
        }
    }

    /** Time since the start began, for people. */
    String since() {
        return seconds(Duration.between(begun, Instant.now()));
    }

    static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}
