package id.sigap.metrics.table;

import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table as CSV (RFC 4180), with a line of headings. A text that a spreadsheet would take for a formula is preceded by an
 * apostrophe (OWASP, CSV injection).
 */
public final class CsvTable {
    private static final CsvMapper MAPPER = new CsvMapper();
    private static final String FORMULA = "=+-@\t\r\n";

    private CsvTable() {}

    /** The table's text. */
    public static <R> String of(List<Column<R>> columns, List<R> rows) {
        CsvSchema.Builder schema = CsvSchema.builder().setUseHeader(true).setLineSeparator("\r\n");
        columns.forEach(column -> schema.addColumn(column.name()));
        StringWriter text = new StringWriter();
        try (SequenceWriter writer = MAPPER.writer(schema.build()).writeValues(text)) {
            for (R row : rows) {
                writer.write(columns.stream()
                        .map(column -> cell(column.value().apply(row)))
                        .toArray());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a text can be written to", e);
        }
        return text.toString();
    }

    private static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        String text = value.toString();
        boolean formula = value instanceof String && !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
        return formula ? "'" + text : text;
    }
}
