package id.sigap.local;

import id.sigap.local.process.PrivateFiles;
import id.sigap.local.process.StackException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/** Where things lie in the checkout that this program was built from. */
public final class Checkout {

    private static final Properties VERSIONS = versions();

    private final Path root;

    private Checkout(Path root) {
        this.root = root;
    }

    /**
     * The checkout around the working directory.
     *
     * @throws StackException when the working directory is outside
     */
    public static Checkout around() {
        Path start = Path.of("").toAbsolutePath();
        for (Path candidate = start; candidate != null; candidate = candidate.getParent()) {
            if (Files.isDirectory(candidate.resolve("deploy").resolve("local").resolve("directory"))) {
                return new Checkout(candidate);
            }
        }
        throw new StackException(start + " is not inside a checkout of Sigap.");
    }

    /** Its topmost directory. */
    public Path root() {
        return root;
    }

    /** Unpacked programs and templates: can be removed at any time, costs a minute to make again. */
    public Path cache() {
        return PrivateFiles.directory(root.resolve(".sigap").resolve("cache"));
    }

    /** The state of the stack that the launcher runs; the environment variable SIGAP_STATE moves it. */
    public Path launcherState() {
        String moved = System.getenv("SIGAP_STATE");
        return moved == null || moved.isBlank()
                ? root.resolve(".sigap").resolve("state")
                : Path.of(moved).toAbsolutePath();
    }

    /** The demo directory: agencies, units, accounts. */
    public Path demoDirectory() {
        return root.resolve("deploy").resolve("local").resolve("directory");
    }

    /** The demo agencies' articles, a folder for each. */
    public Path demoKnowledge() {
        return root.resolve("deploy").resolve("local").resolve("knowledge");
    }

    /** The runnable jar of a packaged service, by the name of its module. */
    public Path serviceJar(String service) {
        return root.resolve(service).resolve("target").resolve("quarkus-app").resolve("quarkus-run.jar");
    }

    /** The Keycloak distribution, as the build of this module fetched it. */
    public Path keycloakZip() {
        String name = "keycloak-quarkus-dist-" + keycloakVersion() + ".zip";
        Path inRepository = Path.of("org", "keycloak", "keycloak-quarkus-dist", keycloakVersion(), name);
        List<Path> places = List.of(
                root.resolve("deploy/local/target/keycloak").resolve(name),
                Path.of(System.getProperty("maven.repo.local", System.getProperty("user.home") + "/.m2/repository"))
                        .resolve(inRepository));
        return places.stream()
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(
                        () -> new StackException(name + " is missing: build deploy/local first (mvn -pl deploy/local"
                                + " -am package -DskipTests)."));
    }

    static String keycloakVersion() {
        return VERSIONS.getProperty("keycloak");
    }

    static String postgresVersion() {
        return VERSIONS.getProperty("postgres");
    }

    private static Properties versions() {
        Properties versions = new Properties();
        try (InputStream stream = Checkout.class.getResourceAsStream("versions.properties")) {
            versions.load(stream);
        } catch (IOException e) {
            throw new StackException("versions.properties cannot be read.", e);
        }
        return versions;
    }
}
