package id.sigap.metrics.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.sigap.contracts.directory.Agency;
import id.sigap.contracts.directory.Directory;
import id.sigap.contracts.directory.Unit;
import id.sigap.metrics.figure.Quantile;
import id.sigap.metrics.figure.Share;
import id.sigap.metrics.page.Words.Figure;
import id.sigap.metrics.scorecard.ScorecardText;
import id.sigap.runtime.language.Language;
import io.quarkus.qute.i18n.MessageBundle;
import java.io.IOException;
import java.io.Reader;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PageTextTest {
    private final Words words = new Words(WrittenText.page(), Language.INDONESIAN);

    @Test
    void englishSaysAllThatIndonesianSays() throws IOException {
        for (Class<?> bundle : List.of(PageText.class, ScorecardText.class)) {
            // Given the messages of both
            String name = bundle.getAnnotation(MessageBundle.class).value();
            Properties english = new Properties();
            try (Reader file = Files.newBufferedReader(
                    Path.of("src/main/resources/messages/" + name + "_en.properties"), StandardCharsets.UTF_8)) {
                english.load(file);
            }
            Set<String> indonesian =
                    Arrays.stream(bundle.getMethods()).map(Method::getName).collect(Collectors.toSet());

            // Then none is missing, which would show Indonesian amid English, and none is left over
            assertEquals(indonesian, english.stringPropertyNames());
        }
    }

    @Test
    void namesUnitsAsTheDirectoryDoes() {
        // Given two agencies, of which both have a unit "loket"
        Directory directory = new Directory(
                List.of(
                        agency("hubungan", new Unit("loket", "Loket Perizinan", null, "k")),
                        agency("sehat", new Unit("loket", "Loket Pasien", null, "k"))),
                List.of(),
                List.of());

        // Then each is named as its own agency does, and a stranger's by its id
        assertEquals("Loket Perizinan", names(directory, "hubungan").of(Map.of("unit", "loket")));
        assertEquals(
                "Loket Perizinan / Loket Pasien",
                names(directory, "hubungan", "sehat").of(Map.of("unit", "loket")));
        assertEquals("bubar", names(directory, "hubungan").of(Map.of("unit", "bubar")));
        assertEquals("Belum ada unit kerjanya", names(directory, "hubungan").of(Map.of("unit", "")));
        assertEquals("Instansi hubungan", names(directory, "hubungan").of(Map.of("agency", "hubungan")));
        assertEquals("keluhan", names(directory, "hubungan").of(Map.of("kind", "complaint")));
    }

    @Test
    void figuresAreWrittenAsIndonesiansDo() {
        assertEquals(new Figure("66,7 %", "dari 1.200"), words.share(new Share(600, 800, 1_200, 2.0 / 3)));
        assertEquals(new Figure("belum bisa dinilai", ""), words.share(new Share(600, 0, 0, null)));
        assertEquals(new Figure("5 mnt", "95 %: 1,5 dtk – ?"), words.quantile(new Quantile(300.0, false, 1.5, null)));
        assertEquals(new Figure("belum tercapai", ""), words.quantile(new Quantile(null, true, null, null)));
        assertEquals("1 jam 1 mnt", words.millis(3_660_000));
        assertEquals("22 Nov, 14.00", words.period(Period.HOUR, LocalDateTime.of(2026, 11, 22, 14, 0)));
    }

    private Names names(Directory directory, String... agencies) {
        return new Names(directory, List.of(agencies), words);
    }

    private static Agency agency(String id, Unit unit) {
        return Agency.builder(id, "Instansi " + id, "Asia/Jakarta", "XYZ", unit.id())
                .units(unit)
                .build();
    }
}
