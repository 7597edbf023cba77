package id.sigap.local.simulator;

import id.sigap.contracts.Channel;
import id.sigap.contracts.directory.Directory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Invented citizens who write to the demo's agencies on all of their channels, so that whoever tries Sigap out sees it at
 * work. A message that ingest does not take is sent again under the same id, as a vendor would. Thread-safe.
 */
public final class DemoTraffic implements AutoCloseable {
    private static final String TEXTS = "/simulator/demo-messages.tsv";
    private static final int MOST_TRIES = 6;
    private static final long FIRST_PAUSE_MILLIS = 1_000;
    /** The burst is spread a little: people do not write in the same millisecond. */
    private static final long WITHIN_BURST_MILLIS = 350;

    private final ChannelSimulator simulator;
    private final Pace pace;
    private final List<Line> lines;
    private final Deque<Line> coming = new ArrayDeque<>();
    private final Random random;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "sigap-demo");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * One invented citizen and what they write.
     *
     * @param agency to which agency
     * @param name by whom
     * @param text the words
     */
    record Line(String agency, String name, String text) {}

    private DemoTraffic(ChannelSimulator simulator, Pace pace, Random random) {
        this.simulator = simulator;
        this.pace = pace;
        this.random = random;
        this.lines = lines();
    }

    /** Starts to write; returns at once. Ingest need not be up yet. */
    public static DemoTraffic start(ChannelSimulator simulator, Pace pace) {
        DemoTraffic traffic = new DemoTraffic(simulator, pace, new Random());
        for (int i = 0; i < pace.burst(); i++) {
            traffic.later(traffic::writeOne, i * WITHIN_BURST_MILLIS);
        }
        traffic.later(traffic::writeAndGoOn, pace.burst() * WITHIN_BURST_MILLIS + traffic.pause());
        return traffic;
    }

    static List<Line> lines() {
        try (InputStream in = DemoTraffic.class.getResourceAsStream(TEXTS)) {
            if (in == null) {
                throw new IllegalStateException("the demo's texts are not in the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(DemoTraffic::line)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Line line(String row) {
        String[] columns = row.split("\t", -1);
        if (columns.length != 3) {
            throw new IllegalStateException("a row of the demo's texts does not have three columns");
        }
        return new Line(columns[0], columns[1], columns[2].replace("\\n", "\n"));
    }

    private void writeAndGoOn() {
        writeOne();
        later(this::writeAndGoOn, pause());
    }

    private long pause() {
        long between = pace.between().toMillis();
        return between / 2 + random.nextLong(Math.max(1, between));
    }

    /** Goes through all texts in a new order before one comes again. */
    private void writeOne() {
        if (coming.isEmpty()) {
            List<Line> shuffled = new ArrayList<>(lines);
            Collections.shuffle(shuffled, random);
            coming.addAll(shuffled);
        }
        Line line = coming.removeFirst();
        List<Directory.Owned> accounts = simulator.accounts().stream()
                .filter(owned -> owned.agency().id().equals(line.agency()))
                .toList();
        if (!accounts.isEmpty()) {
            Directory.Owned to = accounts.get(random.nextInt(accounts.size()));
            CitizenMessage message = CitizenMessage.of(citizen(to.account().channel(), line.name()), line.text())
                    .withName(line.name())
                    .withMessageId(simulator.newMessageId(to.account()));
            // A message that is sent again is the same to the second; a form has no time of its own.
            boolean dated = to.account().channel() != Channel.WEB;
            write(to.account().id(), dated ? message.withSentAt(Instant.now()) : message, 1);
        }
    }

    private void write(String account, CitizenMessage message, int attempt) {
        simulator.write(account, message).whenComplete((delivery, failure) -> {
            boolean taken = failure == null && delivery.taken();
            if (!taken && attempt < MOST_TRIES) {
                later(() -> write(account, message, attempt + 1), FIRST_PAUSE_MILLIS << (attempt - 1));
            }
        });
    }

    /** The same name is the same citizen, as on the page. */
    private static String citizen(Channel channel, String name) {
        int hash = name.hashCode() & 0x7fffffff;
        if (channel == Channel.WHATSAPP) {
            return String.format(Locale.ROOT, "62813%08d", hash % 100_000_000);
        }
        return channel == Channel.TELEGRAM ? String.valueOf(100_000_000 + hash % 400_000_000) : name;
    }

    private void later(Runnable task, long millis) {
        try {
            ScheduledFuture<?> unused = clock.schedule(task, millis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closed) {
            // Nobody writes any more.
        }
    }

    /** Nobody writes any more; what is on its way arrives. */
    @Override
    public void close() {
        clock.shutdownNow();
    }
}
