package id.sigap.metrics.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import com.jerolba.carpet.CarpetReader;
import id.sigap.metrics.table.Column.Type;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TablesTest {
    private static final Instant AT = Instant.parse("2026-11-20T01:02:03.004Z");
    private static final List<Column<Row>> COLUMNS = List.of(
            new Column<>("unit", Type.TEXT, Row::unit),
            new Column<>("n", Type.NUMBER, Row::n),
            new Column<>("p50", Type.FRACTION, Row::p50),
            new Column<>("ranked", Type.TRUTH, row -> row.n() >= 30),
            new Column<>("from", Type.MOMENT, row -> AT));
    private static final List<Row> ROWS =
            List.of(new Row("layanan-kereta", 31, 300.5), new Row("a \"b\", c\nd", -1, null));

    record Row(@Nullable String unit, long n, @Nullable Double p50) {}

    record Back(String unit, Long n, @Nullable Double p50, Boolean ranked, Instant from) {}

    @Test
    void csvIsReadBack() throws IOException {
        String csv = CsvTable.of(COLUMNS, ROWS);

        List<Map<String, String>> rows = read(csv);

        assertEquals("unit,n,p50,ranked,from", csv.lines().findFirst().orElseThrow());
        assertEquals(2, rows.size());
        assertEquals(
                Map.of("unit", "layanan-kereta", "n", "31", "p50", "300.5", "ranked", "true", "from", AT.toString()),
                rows.get(0));
        assertEquals("a \"b\", c\nd", rows.get(1).get("unit"));
        assertEquals("-1", rows.get(1).get("n"), "a number is no formula");
        assertEquals("", rows.get(1).get("p50"));
    }

    @Test
    void aTableWithoutRowsTellsItsColumns() {
        assertEquals("unit,n,p50,ranked,from\r\n", CsvTable.of(COLUMNS, List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+62", "-cmd|' /C calc'!A0", "@SUM(A1)", "\tx", "\rx", "\n=1+1"})
    void aTextThatWouldBeAFormulaIsATextInASpreadsheet(String text) throws IOException {
        String csv = CsvTable.of(COLUMNS, List.of(new Row(text, 1, null)));

        assertEquals("'" + text, read(csv).get(0).get("unit"));
    }

    @Test
    void parquetIsReadBack(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("figures.parquet");
        Files.write(file, ParquetTable.of(Row.class, COLUMNS, ROWS));

        List<Back> rows = new CarpetReader<>(file.toFile(), Back.class).toList();

        assertEquals(new Back("layanan-kereta", 31L, 300.5, true, AT), rows.get(0));
        assertEquals("a \"b\", c\nd", rows.get(1).unit());
        assertNull(rows.get(1).p50());
        assertEquals(2, rows.size());
    }

    private static List<Map<String, String>> read(String csv) throws IOException {
        try (MappingIterator<Map<String, String>> rows = new CsvMapper()
                .readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader())
                .readValues(csv)) {
            return rows.readAll();
        }
    }
}
