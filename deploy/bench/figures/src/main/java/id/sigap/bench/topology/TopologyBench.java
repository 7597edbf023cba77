package id.sigap.bench.topology;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The topology of figures beside a real Kafka, which is in a process of its own, and nothing else: how many events a second
 * it takes ({@link Throughput}), how soon an instance is replaced ({@link Restore}), whether its memory stays flat
 * ({@link Soak}).
 */
public final class TopologyBench {
    private TopologyBench() {}

    /** What to measure, and its options. */
    public static void main(String[] arguments) throws Exception {
        Part.logLittle();
        Map<String, String> options = options(arguments);
        Path folder = Files.createTempDirectory("sigap-topology");
        Path directory = Path.of("deploy/local/directory").toAbsolutePath();
        try (Part source = Part.start(
                Source.class,
                List.of("-Xmx512m", "-XX:+UseSerialGC"),
                folder.resolve("kafka").toString(),
                directory.toString())) {
            Bench bench = new Bench(source, source.await("kafka"), folder, directory, options);
            switch (options.getOrDefault("mode", "throughput")) {
                case "throughput" -> new Throughput(bench).run();
                case "restore" -> new Restore(bench).run();
                case "soak" -> new Soak(bench).run();
                default -> throw new IllegalArgumentException("throughput, restore or soak: " + options.get("mode"));
            }
        } finally {
            delete(folder);
        }
        System.exit(0);
    }

    private static Map<String, String> options(String[] arguments) {
        Map<String, String> options = new HashMap<>();
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            if (argument.startsWith("--") && equals > 0) {
                options.put(argument.substring(2, equals), argument.substring(equals + 1));
            } else {
                options.put("mode", argument);
            }
        }
        return options;
    }

    /**
     * What every measurement works with.
     *
     * @param source Kafka, and who writes to it
     * @param bootstrap Kafka's address
     * @param folder for all that is written
     * @param directory whose agencies and calendars count
     * @param options by name
     */
    record Bench(Part source, String bootstrap, Path folder, Path directory, Map<String, String> options) {
        long option(String name, long otherwise) {
            return Long.parseLong(options.getOrDefault(name, Long.toString(otherwise)));
        }

        /** A folder for stores that does not exist. */
        Path state(String name) {
            return folder.resolve(name);
        }
    }

    static void print(String text, Object... values) {
        System.out.println(String.format(Locale.ROOT, text, values));
    }

    /** What files take; what is deleted meanwhile takes nothing. */
    static long bytes(Path folder) throws IOException {
        AtomicLong bytes = new AtomicLong();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                bytes.addAndGet(attributes.size());
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException fault) {
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path left, @Nullable IOException fault) {
                return FileVisitResult.CONTINUE;
            }
        });
        return bytes.get();
    }

    /** Deletes a folder and all that is in it. */
    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted((one, other) -> other.compareTo(one))
                        .forEach(file -> file.toFile().delete());
            }
        }
    }
}
