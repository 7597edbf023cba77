package id.sigap.triage.onnx;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes ONNX files. The numbers are those of the fields in <a
 * href="https://github.com/onnx/onnx/blob/main/onnx/onnx.proto3">onnx.proto3</a>.
 */
final class OnnxFile {
    static final int FLOAT = 1;
    static final int INT64 = 7;
    static final int STRING = 8;

    private final ByteArrayOutputStream graph = new ByteArrayOutputStream();
    private final ByteArrayOutputStream metadata = new ByteArrayOutputStream();

    OnnxFile() {
        put(graph, 2, text("kinds"));
    }

    /** An input; a dimension below 1 is open. */
    OnnxFile input(String name, int type, long... shape) {
        put(graph, 11, value(name, type, shape));
        return this;
    }

    /** An output; a dimension below 1 is open. */
    OnnxFile output(String name, int type, long... shape) {
        put(graph, 12, value(name, type, shape));
        return this;
    }

    OnnxFile metadata(String key, String value) {
        put(metadata, 14, message(out -> {
            out.writeString(1, key);
            out.writeString(2, value);
        }));
        return this;
    }

    OnnxFile numbers(String name, float[] numbers, long... shape) {
        put(graph, 5, message(out -> {
            dimensions(out, shape);
            out.writeInt32(2, FLOAT);
            for (float number : numbers) {
                out.writeFloat(4, number);
            }
            out.writeString(8, name);
        }));
        return this;
    }

    OnnxFile integers(String name, long... numbers) {
        put(graph, 5, message(out -> {
            dimensions(out, numbers.length);
            out.writeInt32(2, INT64);
            for (long number : numbers) {
                out.writeInt64(7, number);
            }
            out.writeString(8, name);
        }));
        return this;
    }

    /** A node of the standard's own operators. */
    OnnxFile node(String operator, List<String> from, String to, Attribute... attributes) {
        return node("", operator, from, to, attributes);
    }

    OnnxFile node(String domain, String operator, List<String> from, String to, Attribute... attributes) {
        put(graph, 1, message(out -> {
            for (String name : from) {
                out.writeString(1, name);
            }
            out.writeString(2, to);
            out.writeString(4, operator);
            for (Attribute attribute : attributes) {
                out.writeByteArray(5, attribute.bytes());
            }
            out.writeString(7, domain);
        }));
        return this;
    }

    void write(Path file) {
        try {
            Files.write(file, message(out -> {
                out.writeInt64(1, 8);
                out.writeString(2, "sigap-test");
                out.writeByteArray(7, graph.toByteArray());
                operators(out, "", 17);
                operators(out, "com.microsoft", 1);
                out.writeRawBytes(metadata.toByteArray());
            }));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void operators(CodedOutputStream out, String domain, int version) throws IOException {
        out.writeByteArray(8, message(set -> {
            set.writeString(1, domain);
            set.writeInt64(2, version);
        }));
    }

    private static byte[] value(String name, int type, long... shape) {
        byte[] dimensions = message(out -> {
            for (long size : shape) {
                out.writeByteArray(1, size > 0 ? message(dimension -> dimension.writeInt64(1, size)) : new byte[0]);
            }
        });
        byte[] tensor = message(out -> {
            out.writeInt32(1, type);
            out.writeByteArray(2, dimensions);
        });
        return message(out -> {
            out.writeString(1, name);
            out.writeByteArray(2, message(kind -> kind.writeByteArray(1, tensor)));
        });
    }

    private static void dimensions(CodedOutputStream out, long... shape) throws IOException {
        for (long size : shape) {
            out.writeInt64(1, size);
        }
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void put(ByteArrayOutputStream to, int field, byte[] bytes) {
        byte[] written = message(out -> out.writeByteArray(field, bytes));
        to.write(written, 0, written.length);
    }

    private static byte[] message(Fields fields) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CodedOutputStream out = CodedOutputStream.newInstance(bytes);
        try {
            fields.write(out);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private interface Fields {
        void write(CodedOutputStream out) throws IOException;
    }

    /** What a node is told beside its inputs. */
    record Attribute(byte[] bytes) {
        static Attribute of(String name, long value) {
            return new Attribute(message(out -> {
                out.writeString(1, name);
                out.writeInt64(3, value);
                out.writeInt32(20, 2);
            }));
        }

        static Attribute of(String name, String value) {
            return new Attribute(message(out -> {
                out.writeString(1, name);
                out.writeBytes(4, ByteString.copyFromUtf8(value));
                out.writeInt32(20, 3);
            }));
        }

        static Attribute of(String name, long... values) {
            return new Attribute(message(out -> {
                out.writeString(1, name);
                for (long value : values) {
                    out.writeInt64(8, value);
                }
                out.writeInt32(20, 7);
            }));
        }

        static Attribute of(String name, List<String> values) {
            return new Attribute(message(out -> {
                out.writeString(1, name);
                for (String value : values) {
                    out.writeBytes(9, ByteString.copyFromUtf8(value));
                }
                out.writeInt32(20, 8);
            }));
        }
    }
}
