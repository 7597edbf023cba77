package id.sigap.runtime.secret;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // by JUnit
    Path folder;

    private final Map<String, String> environment = new HashMap<>();
    private long millis;

    @Test
    void aFileIsReadWithoutItsLastNewline() throws IOException {
        write("bot-token", "one\n two \n", 1);
        assertEquals(Optional.of("one\n two "), secrets().findText("bot-token"));
    }

    @Test
    void theEnvironmentWins() throws IOException {
        write("bot-token", "file", 1);
        environment.put("SIGAP_SECRET_BOT_TOKEN", "environment");
        assertEquals(Optional.of("environment"), secrets().findText("bot-token"));
    }

    @Test
    void whatIsNowhereIsEmpty() {
        assertEquals(Optional.empty(), secrets().find("bot-token"));
        assertEquals(Optional.empty(), new Secrets(Optional.empty(), environment::get, () -> millis).find("bot-token"));
    }

    @Test
    void aChangedFileIsReadAgain() throws IOException {
        Secrets secrets = secrets();
        write("bot-token", "old", 1);
        assertEquals(Optional.of("old"), secrets.findText("bot-token"));

        write("bot-token", "new", 2);
        millis += 2_000;

        assertEquals(Optional.of("new"), secrets.findText("bot-token"));
    }

    @Test
    void aRemovedFileIsForgotten() throws IOException {
        Secrets secrets = secrets();
        write("bot-token", "old", 1);
        assertEquals(Optional.of("old"), secrets.findText("bot-token"));

        Files.delete(folder.resolve("bot-token"));
        millis += 2_000;

        assertEquals(Optional.empty(), secrets.findText("bot-token"));
    }

    @Test
    void whoChangesTheBytesChangesACopy() throws IOException {
        Secrets secrets = secrets();
        write("bot-token", "old", 1);
        secrets.find("bot-token").orElseThrow()[0] = 'x';
        assertEquals(Optional.of("old"), secrets.findText("bot-token"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../tracking", "", "A", "a/b", "a.b"})
    void aNameThatIsNoneIsRefused(String name) {
        assertThrows(IllegalArgumentException.class, () -> secrets().find(name));
    }

    private Secrets secrets() {
        return new Secrets(Optional.of(folder), environment::get, () -> millis);
    }

    private void write(String name, String content, long modified) throws IOException {
        Path file = folder.resolve(name);
        Files.write(file, content.getBytes(UTF_8));
        Files.setLastModifiedTime(file, FileTime.fromMillis(modified * 1_000));
    }
}
