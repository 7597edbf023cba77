package id.sigap.metrics.table;

import com.jerolba.carpet.CarpetWriter;
import com.jerolba.carpet.TimeUnit;
import com.jerolba.carpet.model.FieldTypes;
import com.jerolba.carpet.model.WriteRecordModelType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/** A table as an Apache Parquet file; every column may be empty. */
public final class ParquetTable {
    private ParquetTable() {}

    /** The file's bytes. */
    public static <R> byte[] of(Class<R> row, List<Column<R>> columns, List<R> rows) {
        WriteRecordModelType<R> model = FieldTypes.writeRecordModel(row);
        columns.forEach(column -> model.withField(column.name(), column.type().parquet(), column.value()::apply));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (CarpetWriter<R> writer = new CarpetWriter.Builder<>(bytes, row)
                .withConf(new PlainParquetConfiguration())
                .withWriteRecordModel(model)
                .withDefaultTimeUnit(TimeUnit.MILLIS)
                .withCompressionCodec(CompressionCodecName.UNCOMPRESSED)
                .build()) {
            for (R one : rows) {
                writer.write(one);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("bytes can be written to", e);
        }
        return bytes.toByteArray();
    }
}
