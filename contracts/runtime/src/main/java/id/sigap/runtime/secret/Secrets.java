package id.sigap.runtime.secret;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Secrets by the names that the directory uses: the environment's {@code SIGAP_SECRET_<NAME>} first, then the file of
 * that name in {@code sigap.secrets.path}. A file that changes is read again within {@value #CHECK_MILLIS} ms, so
 * secrets can be rotated without a restart. Neither values nor unknown names reach a log line.
 */
@ApplicationScoped
public class Secrets {
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]+");
    private static final long CHECK_MILLIS = 1_000;

    private final Optional<Path> folder;
    private final Function<String, @Nullable String> environment;
    private final LongSupplier millis;
    private final Map<String, Held> held = new ConcurrentHashMap<>();

    /** Over the process's environment and the mounted folder, if one is configured. */
    @Inject
    public Secrets(@ConfigProperty(name = "sigap.secrets.path") Optional<Path> folder) {
        this(folder, System::getenv, () -> System.nanoTime() / 1_000_000);
    }

    Secrets(Optional<Path> folder, Function<String, @Nullable String> environment, LongSupplier millis) {
        this.folder = folder;
        this.environment = environment;
        this.millis = millis;
    }

    /**
     * The secret of this name, without a newline at its end, or empty if there is none. Cheap enough for every request.
     *
     * @throws IllegalArgumentException if the name is not of {@code [a-z0-9-]+}
     * @throws UncheckedIOException if the file is there and cannot be read
     */
    public Optional<byte[]> find(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a secret's name has only a-z, 0-9 and -");
        }
        String variable = environment.apply(
                "SIGAP_SECRET_" + name.toUpperCase(Locale.ROOT).replace('-', '_'));
        if (variable != null) {
            return Optional.of(variable.getBytes(StandardCharsets.UTF_8));
        }
        return folder.flatMap(path -> read(path.resolve(name), name));
    }

    /** The secret of this name as UTF-8 text; otherwise as {@link #find}. */
    public Optional<String> findText(String name) {
        return find(name).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    private Optional<byte[]> read(Path file, String name) {
        Held known = held.get(name);
        long now = millis.getAsLong();
        if (known != null && now - known.checked() < CHECK_MILLIS) {
            return Optional.of(known.value().clone());
        }
        try {
            FileTime modified = Files.getLastModifiedTime(file);
            byte[] value = known != null && known.modified().equals(modified)
                    ? known.value()
                    : withoutNewline(Files.readAllBytes(file));
            held.put(name, new Held(value, modified, now));
            return Optional.of(value.clone());
        } catch (NoSuchFileException e) {
            held.remove(name);
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("the secret " + name + " cannot be read", e);
        }
    }

    private static byte[] withoutNewline(byte[] bytes) {
        int end = bytes.length;
        if (end > 0 && bytes[end - 1] == '\n') {
            end--;
        }
        if (end > 0 && bytes[end - 1] == '\r') {
            end--;
        }
        return Arrays.copyOf(bytes, end);
    }

    @SuppressWarnings("ArrayRecordComponent") // private, and never compared
    private record Held(byte[] value, FileTime modified, long checked) {}
}
