package id.sigap.contracts.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.sigap.contracts.Channel;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The directory that people try Sigap with is a right one. */
class DemoDirectoryTest {
    @Test
    void loads() throws Exception {
        // When
        Directory directory = DirectoryLoader.load(Path.of("../deploy/local/directory"));

        // Then
        assertEquals(2, directory.agencies().size());
        assertTrue(directory.account(Channel.WHATSAPP, "kemenhub-wa").isPresent());
    }
}
