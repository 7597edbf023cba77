package id.sigap.triage.onnx;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.sigap.contracts.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which kind each column of a model's output stands for. Said by, whichever is there first: the file
 * {@code <model>.labels}, one kind a line; {@code labels} in the model's metadata, with commas between them; and
 * {@code id2label} in the {@code config.json} beside the model, as transformers are exported with it.
 */
final class KindLabels {
    private static final String SUFFIX = ".labels";
    private static final String METADATA = "labels";
    private static final String CONFIG = "config.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    private KindLabels() {}

    /**
     * All kinds, each once, in the order of the columns.
     *
     * @param metadata the model's own
     * @throws UnfitModelException if nothing tells the labels, or what tells them does not tell exactly the kinds
     */
    static List<Kind> of(Path model, Map<String, String> metadata) throws UnfitModelException {
        Path side = model.resolveSibling(model.getFileName() + SUFFIX);
        Path config = model.resolveSibling(CONFIG);
        try {
            if (Files.exists(side)) {
                return kinds(model, side.toString(), Files.readString(side).lines());
            }
            String told = metadata.get(METADATA);
            if (told != null) {
                return kinds(model, "its metadata", Arrays.stream(told.split(",", -1)));
            }
            JsonNode byId = Files.exists(config)
                    ? JSON.readTree(Files.readAllBytes(config)).path("id2label")
                    : JSON.nullNode();
            if (byId.isObject()) {
                return kinds(
                        model,
                        config.toString(),
                        IntStream.range(0, byId.size())
                                .mapToObj(id -> byId.path(String.valueOf(id)).asText()));
            }
        } catch (JacksonException e) {
            throw new UnfitModelException(model, config + " is no JSON.");
        } catch (IOException e) {
            throw new UnfitModelException(model, "its labels cannot be read, " + e + ".");
        }
        throw new UnfitModelException(
                model, "nothing says which kinds its output stands for; write them into " + side + ", one a line.");
    }

    private static List<Kind> kinds(Path model, String source, Stream<String> words) throws UnfitModelException {
        List<Kind> kinds = new ArrayList<>();
        for (String word :
                words.map(String::strip).filter(word -> !word.isEmpty()).toList()) {
            Kind kind = Arrays.stream(Kind.values())
                    .filter(candidate -> candidate.wire().equals(word))
                    .findFirst()
                    .orElse(null);
            if (kind == null) {
                throw new UnfitModelException(
                        model, source + " has the label \"" + word + "\", which is none of " + all() + ".");
            }
            if (kinds.contains(kind)) {
                throw new UnfitModelException(model, source + " has the label \"" + word + "\" twice.");
            }
            kinds.add(kind);
        }
        if (kinds.size() < Kind.values().length) {
            throw new UnfitModelException(
                    model, source + " has " + kinds.size() + " labels; they must be " + all() + ", each once.");
        }
        return List.copyOf(kinds);
    }

    private static String all() {
        return Arrays.stream(Kind.values()).map(Kind::wire).collect(Collectors.joining(", "));
    }
}
