package id.sigap.local.postgres;

import id.sigap.local.process.PrivateFiles;
import id.sigap.local.process.StackException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked once from the archive of this platform that lies on the class path. */
final class PostgresBinaries {

    private final Path home;

    private PostgresBinaries(Path home) {
        this.home = home;
    }

    /**
     * Unpacks the programs when this version of them is not in the cache yet. Several processes may ask at once.
     *
     * @param cache directory that lives across runs
     * @param version PostgreSQL's version
     */
    static PostgresBinaries unpacked(Path cache, String version) {
        Path home = PrivateFiles.directory(cache).resolve("postgres-" + version);
        Path complete = home.resolve(".complete");
        if (Files.exists(complete)) {
            return new PostgresBinaries(home);
        }
        try (FileChannel channel = FileChannel.open(
                        cache.resolve("postgres.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (!Files.exists(complete) && lock.isValid()) {
                PrivateFiles.deleteTree(home);
                unpack(archiveName(), home);
                Files.createFile(complete);
            }
        } catch (IOException e) {
            throw new StackException("Cannot unpack PostgreSQL to " + home + ": " + PrivateFiles.reason(e), e);
        }
        return new PostgresBinaries(home);
    }

    /** The path of one program. */
    Path program(String name) {
        return home.resolve("bin").resolve(name);
    }

    private static String archiveName() {
        String system =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
        String machine = switch (System.getProperty("os.arch", "")) {
            case "aarch64", "arm64" -> "arm_64";
            default -> "x86_64";
        };
        return "postgres-" + system + "-" + machine + ".txz";
    }

    private static void unpack(String archive, Path home) throws IOException {
        try (InputStream resource = PostgresBinaries.class.getResourceAsStream("/" + archive)) {
            if (resource == null) {
                throw new StackException("There is no PostgreSQL for this platform here (" + archive + " is missing).");
            }
            PrivateFiles.directory(home);
            try (TarArchiveInputStream tar =
                    new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(resource)))) {
                for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    unpack(tar, entry, home);
                }
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path home) throws IOException {
        Path target = home.resolve(entry.getName()).normalize();
        if (!target.startsWith(home)) {
            throw new IOException("entry outside the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
            PrivateFiles.directory(target);
            return;
        }
        PrivateFiles.directoryOf(target);
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            Files.createLink(target, home.resolve(entry.getLinkName()).normalize());
        } else {
            Files.copy(tar, target, StandardCopyOption.REPLACE_EXISTING);
            if ((entry.getMode() & 0100) != 0 && !target.toFile().setExecutable(true, true)) {
                throw new IOException("cannot make " + target + " executable");
            }
        }
    }
}
