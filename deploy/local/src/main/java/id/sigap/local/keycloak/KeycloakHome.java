package id.sigap.local.keycloak;

import id.sigap.local.process.PrivateFiles;
import id.sigap.local.process.StackException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Keycloak's programs, unpacked and built for PostgreSQL once. A home is shared by every stack of the checkout and is
 * never written to again; each running Keycloak has an own directory beside it.
 */
final class KeycloakHome {

    /** Options that Keycloak fixes when it is built. */
    private static final List<String> BUILD_OPTIONS =
            List.of("--db=postgres", "--health-enabled=true", "--metrics-enabled=false");

    /**
     * It runs once for some seconds: with the first compiler alone, and without verifying classes that are as they were
     * released, it takes half the processor time.
     */
    private static final String BUILD_JVM = "-Xms256m -Xmx512m -XX:MetaspaceSize=128m -XX:TieredStopAtLevel=1"
            + " -XX:ReservedCodeCacheSize=128m -XX:+UseSerialGC -XX:+UnlockDiagnosticVMOptions"
            + " -XX:-BytecodeVerificationRemote -Dfile.encoding=UTF-8";

    private final Path home;

    private KeycloakHome(Path home) {
        this.home = home;
    }

    /**
     * Unpacks and builds when this version is not in the cache yet, which takes about half a minute. Several
     * processes may ask at once.
     */
    static KeycloakHome built(Path cache, Path zip, String version) {
        Path home = PrivateFiles.directory(cache).resolve("keycloak-" + version);
        Path complete = home.resolve(".complete");
        if (Files.exists(complete)) {
            return new KeycloakHome(home);
        }
        try (FileChannel channel = FileChannel.open(
                        cache.resolve("keycloak.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (!Files.exists(complete) && lock.isValid()) {
                PrivateFiles.deleteTree(home);
                unpack(zip, home);
                build(home);
                Files.createFile(complete);
            }
        } catch (IOException e) {
            throw new StackException("Cannot unpack Keycloak to " + home + ": " + PrivateFiles.reason(e), e);
        }
        return new KeycloakHome(home);
    }

    /** Whether {@link #built} would return at once. */
    static boolean isBuilt(Path cache, String version) {
        return Files.exists(cache.resolve("keycloak-" + version).resolve(".complete"));
    }

    /** The class path of the server. */
    Path runner() {
        return home.resolve("lib").resolve("quarkus-run.jar");
    }

    /** Makes a directory in which a server runs: the programs as links, its data its own. */
    void linkInto(Path instance) {
        PrivateFiles.directory(instance);
        try {
            for (String part : List.of("lib", "conf", "providers", "themes")) {
                Path link = instance.resolve(part);
                Files.deleteIfExists(link);
                Files.createSymbolicLink(link, home.resolve(part).toAbsolutePath());
            }
        } catch (IOException e) {
            throw new StackException("Cannot prepare " + instance + ": " + PrivateFiles.reason(e), e);
        }
    }

    private static void unpack(Path zip, Path home) throws IOException {
        PrivateFiles.directory(home);
        try (ZipInputStream entries = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                // The archive has one directory at its top, named for the version.
                String inside = entry.getName().substring(entry.getName().indexOf('/') + 1);
                Path target = home.resolve(inside).normalize();
                if (!target.startsWith(home)) {
                    throw new IOException("entry outside the archive: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    PrivateFiles.directory(target);
                } else {
                    PrivateFiles.directoryOf(target);
                    copy(entries, target);
                }
            }
        }
    }

    private static void copy(InputStream entry, Path target) throws IOException {
        Files.copy(entry, target, StandardCopyOption.REPLACE_EXISTING);
        if (target.toString().endsWith(".sh") && !target.toFile().setExecutable(true, true)) {
            throw new IOException("cannot make " + target + " executable");
        }
    }

    private static void build(Path home) throws IOException {
        Path log = home.resolve("build.log");
        List<String> command =
                new ArrayList<>(List.of(home.resolve("bin").resolve("kc.sh").toString(), "build"));
        command.addAll(BUILD_OPTIONS);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("JAVA_OPTS", BUILD_JVM);
        try {
            Process build = builder.start();
            Thread atExit = new Thread(() -> end(build), "keycloak-build-end");
            Runtime.getRuntime().addShutdownHook(atExit);
            int code = build.waitFor();
            Runtime.getRuntime().removeShutdownHook(atExit);
            if (code != 0) {
                throw new StackException("Keycloak's build failed. See " + log);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted while Keycloak was built.", e);
        }
    }

    /** The build is a script that waits for Java. */
    private static void end(Process build) {
        build.descendants().forEach(ProcessHandle::destroy);
        build.destroy();
    }
}
