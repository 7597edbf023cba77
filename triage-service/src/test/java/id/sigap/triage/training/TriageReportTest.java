package id.sigap.triage.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.sigap.contracts.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TriageReportTest {
    @TempDir
    Path folder;

    @Test
    void aMinistrysOwnFileIsLearnedFromAndJudgedOn() throws IOException {
        // Given a file of kinds and texts alone
        List<LabelledMessage> messages = BundledCorpus.read().subList(0, 250);
        Path file = folder.resolve("own.tsv");
        Files.write(
                file,
                messages.stream()
                        .map(message ->
                                message.kind().wire() + "\t" + message.text().replace("\n", "\\n"))
                        .toList());

        // When it is reported on
        String report = reported("--own=" + file);

        // Then the last fifth was judged on in three ways, with everything that a reader needs
        assertTrue(report.contains("the first 200 are learned from, the last 50 are judged on"), report);
        for (String title :
                List.of("as delivered", "after learning from the earlier ones", "trained on the earlier ones alone")) {
            assertTrue(report.contains("## Kind: " + title), report);
        }
        assertTrue(report.contains("| label | n | precision | recall | F1 |"), report);
        assertTrue(report.contains("| is \\ taken for |"), report);
        assertTrue(report.contains("calibration error"), report);
        assertTrue(report.contains("worst mistakes:"), report);
    }

    @Test
    void bothFormsOfAFileAreRead() throws IOException {
        Path file = folder.resolve("own.tsv");
        Files.writeString(
                file,
                "# a comment\ncomplaint\tkereta telat\nquestion\tjam berapa?\tnoted by hand\n"
                        + "praise\tkereta\tlow\t1\tx\tbagus\\nsekali\n");
        List<LabelledMessage> messages = Corpus.read(file).messages();
        assertEquals(
                List.of(Kind.COMPLAINT, Kind.QUESTION, Kind.PRAISE),
                messages.stream().map(LabelledMessage::kind).toList());
        assertEquals("bagus\nsekali", messages.get(2).text());
        assertEquals("jam berapa?", messages.get(1).text());
    }

    @Test
    void aLineThatIsNotAsItShouldBeIsNamed() throws IOException {
        Path file = folder.resolve("own.tsv");
        Files.writeString(file, "complaint\tkereta telat\nkeluhan\tkereta telat\n");
        String message = String.valueOf(assertThrows(IllegalArgumentException.class, () -> Corpus.read(file))
                .getMessage());
        assertTrue(message.startsWith("own.tsv:2"), message);
        Files.writeString(file, "complaint\n");
        assertThrows(IllegalArgumentException.class, () -> Corpus.read(file));
        Files.writeString(
                file,
                IntStream.range(0, 3).mapToObj(i -> "complaint\tx" + i + "\n").reduce("", String::concat));
        assertThrows(IllegalArgumentException.class, () -> reported("--own=" + file));
    }

    private static String reported(String... arguments) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream before = System.out;
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        try {
            TriageReport.main(arguments);
        } finally {
            System.setOut(before);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
