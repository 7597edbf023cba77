package id.sigap.runtime.directory;

import id.sigap.contracts.directory.Directory;
import id.sigap.contracts.directory.DirectoryException;
import id.sigap.contracts.directory.DirectoryLoader;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The directory in force. Loaded whole at start, where a mistake stops the service; afterwards the folder is looked at
 * every two seconds, and a new version takes the old one's place only if it is without mistakes.
 */
@Startup
@ApplicationScoped
public class CurrentDirectory {
    private static final Logger LOG = Logger.getLogger(CurrentDirectory.class);
    private static final long CHECK_MILLIS = 2_000;

    private final Path folder;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService watch;
    private volatile Directory current;
    private volatile Fingerprint seen;
    private volatile boolean invalid;

    /**
     * Loads.
     *
     * @throws IllegalStateException if the directory has mistakes or cannot be read: the service says why and ends with 1
     *     (not Quarkus' {@code PreventFurtherStepsException}, after which a service with Kafka consumers neither says
     *     why nor ends)
     */
    @Inject
    public CurrentDirectory(@ConfigProperty(name = "sigap.directory.path") Path folder, MeterRegistry meters) {
        this(folder, meters, CHECK_MILLIS);
    }

    CurrentDirectory(Path folder, MeterRegistry meters, long checkMillis) {
        this.folder = folder;
        try {
            this.seen = Fingerprint.of(folder);
            this.current = DirectoryLoader.load(folder);
        } catch (DirectoryException e) {
            throw new IllegalStateException("The directory " + folder + " has mistakes:\n" + e.getMessage(), e);
        } catch (IOException e) {
            throw new IllegalStateException("The directory " + folder + " cannot be read: " + e, e);
        }
        Gauge.builder("sigap_directory_invalid", this, held -> held.invalid ? 1 : 0)
                .strongReference(true)
                .description("1 while a changed directory was refused and the version before it is in force")
                .register(meters);
        this.watch = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "directory-watch");
            thread.setDaemon(true);
            return thread;
        });
        watch.scheduleWithFixedDelay(this::check, checkMillis, checkMillis, TimeUnit.MILLISECONDS);
    }

    /** The directory in force; cheap. Take it once per batch, so that a batch sees one version. */
    public Directory get() {
        return current;
    }

    /** Calls back after a new version came into force, from the watching thread. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    @PreDestroy
    void stop() {
        watch.shutdownNow();
    }

    private void check() {
        try {
            Fingerprint now = Fingerprint.of(folder);
            if (now.equals(seen)) {
                return;
            }
            seen = now;
            current = DirectoryLoader.load(folder);
            invalid = false;
            LOG.infov("directory reloaded, agencies={0}", current.agencies().size());
            listeners.forEach(this::tell);
        } catch (DirectoryException e) {
            invalid = true;
            LOG.warnv("directory refused, the version before it stays in force: mistakes={0}", e.getMessage());
        } catch (IOException | RuntimeException e) {
            invalid = true;
            LOG.warnv("directory unreadable, the version before it stays in force: cause={0}", e.toString());
        }
    }

    private void tell(Runnable listener) {
        try {
            listener.run();
        } catch (RuntimeException e) {
            LOG.error("a listener to the directory failed", e);
        }
    }
}
