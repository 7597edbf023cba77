package id.sigap.triage.incident;

import id.sigap.contracts.Channel;
import id.sigap.contracts.Ids;
import id.sigap.contracts.Visibility;
import id.sigap.contracts.event.Author;
import id.sigap.contracts.event.MessageReceived;
import id.sigap.triage.text.Normaliser;
import id.sigap.triage.training.Corpus;
import id.sigap.triage.training.LabelledMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * A simulated day at an agency: 1 000 messages of the corpus in an hour, and in the middle of it an event that brings
 * four times as many. What people write of the event is written by hand; only when all of it is used up, lines come again
 * with typing mistakes, words left out and others around them. The same seed gives the same day.
 */
final class Disruption {
    static final Instant BEGIN = Instant.parse("2026-03-02T23:00:00.000Z");
    static final String BOGOR = "krl-lintas-bogor.txt";
    static final String MERAK = "merak-penyeberangan.txt";
    static final String PASSENGERS = "other-passengers.txt";

    private static final Corpus CORPUS = read();

    /** Styles that are younger than these days, which would be other days whenever the corpus grows. */
    private static final Set<String> YOUNGER =
            Set.of("berita-dan-kelakar", "berita-netral", "jasa-harian", "marah-dan-mendesak", "opini-4", "pujian-3");

    private static final Duration HOUR = Duration.ofHours(1);
    /** Four times as many in all: 1 000 an hour are 16.7 a minute, and 50 a minute come on top. */
    private static final int BURST_PER_MINUTE = 50;

    private static final List<String> BEFORE =
            List.of("min ", "woi ", "halo admin, ", "tolong ", "", "", "duh ", "serius nanya ", "pak ", "");
    private static final List<String> BEHIND = List.of("", "", " min", " dong", " parah", "!!!", " pls", " mohon info");

    private final Random random;
    private final List<Message> messages = new ArrayList<>();
    private int number;

    private Disruption(long seed) {
        this.random = new Random(seed);
    }

    static Disruption with(long seed) {
        return new Disruption(seed);
    }

    /** Messages of every kind and topic, spread over the hour; those that the prior was counted from are not used. */
    Disruption others(int count) {
        List<LabelledMessage> pool = new ArrayList<>(corpus(false));
        Collections.shuffle(pool, random);
        for (int i = 0; i < count; i++) {
            add(pool.get(i % pool.size()).text(), "", random.nextDouble() * HOUR.toMillis());
        }
        return this;
    }

    /** Hand-written lines spread over the hour, that belong to no event. */
    Disruption scattered(String file, int count) {
        List<String> lines = lines(file);
        for (int i = 0; i < count; i++) {
            add(lines.get(i % lines.size()), "", random.nextDouble() * HOUR.toMillis());
        }
        return this;
    }

    /** An event in the middle of the hour. */
    Disruption event(String file, int count) {
        List<String> lines = new ArrayList<>(lines(file));
        Collections.shuffle(lines, random);
        long start = HOUR.toMillis() / 2;
        double burst = count * 60_000.0 / BURST_PER_MINUTE;
        for (int i = 0; i < count; i++) {
            String text = i < lines.size() ? lines.get(i) : again(lines.get(random.nextInt(lines.size())));
            add(text, file, start + random.nextDouble() * burst);
        }
        return this;
    }

    /** In the order in which they come in. */
    List<Message> messages() {
        return messages.stream()
                .sorted(Comparator.comparing(
                                (Message message) -> message.received().receivedAt())
                        .thenComparing(message -> message.received().messageId()))
                .toList();
    }

    /** What is ordinary by that half of the corpus that {@link #others} does not draw from. */
    static OrdinaryWords ordinary() {
        return OrdinaryWords.count(corpus(true).stream()
                .map(message -> TermFinder.all(Normaliser.normalise(message.text())))
                .toList());
    }

    private void add(String text, String event, double millis) {
        number++;
        Instant at = BEGIN.plusMillis((long) millis);
        String external = "m" + number;
        messages.add(new Message(
                new MessageReceived(
                        Ids.message(Channel.WHATSAPP, "kemenhub-wa", external),
                        Ids.conversation(Channel.WHATSAPP, "kemenhub-wa", "628" + number),
                        "kemenhub-contoh",
                        "kemenhub-wa",
                        Channel.WHATSAPP,
                        external,
                        "628" + number,
                        Visibility.PRIVATE,
                        new Author("628" + number, null),
                        text,
                        null,
                        null,
                        List.of(),
                        at,
                        at),
                event));
    }

    private String again(String line) {
        StringBuilder text = new StringBuilder(pick(BEFORE));
        for (String word : line.split(" ", -1)) {
            if (random.nextInt(9) > 0) {
                text.append(mistyped(word)).append(' ');
            }
        }
        return text.append(pick(BEHIND)).toString();
    }

    private String mistyped(String word) {
        if (word.length() <= 4 || random.nextInt(12) > 0) {
            return word;
        }
        int at = 1 + random.nextInt(word.length() - 2);
        return word.substring(0, at) + word.substring(at + 1);
    }

    private String pick(List<String> words) {
        return words.get(random.nextInt(words.size()));
    }

    private static List<LabelledMessage> corpus(boolean counted) {
        return CORPUS.where(message -> !YOUNGER.contains(message.style())
                && (Math.floorMod(message.text().hashCode(), 2) == 0) == counted);
    }

    private static Corpus read() {
        try {
            return Corpus.read(Path.of("src/main/corpus"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> lines(String file) {
        try {
            return Files.readAllLines(Path.of("src/test/resources/incident", file)).stream()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A message with what it is about.
     *
     * @param event the file of its event, or nothing
     */
    record Message(MessageReceived received, String event) {}
}
