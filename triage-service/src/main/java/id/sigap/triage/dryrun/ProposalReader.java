package id.sigap.triage.dryrun;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import id.sigap.contracts.directory.Agency;
import id.sigap.contracts.directory.DirectoryException;
import id.sigap.contracts.directory.DirectoryException.Mistake;
import id.sigap.contracts.directory.RoutingProposal;
import id.sigap.runtime.problem.ProblemException;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Reads the rules that somebody proposes, and answers what is wrong with them as a problem. */
final class ProposalReader {
    private static final ObjectMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final String BODY = "body";

    private ProposalReader() {}

    /**
     * Reads and checks.
     *
     * @throws ProblemException 400 that names the first field that is wrong and tells of the others, or 413
     */
    static RoutingProposal read(InputStream body, int largest, MediaType type, Agency agency) throws IOException {
        byte[] bytes = body.readNBytes(largest + 1);
        if (bytes.length > largest) {
            throw ProblemException.tooLarge("The body may have " + largest + " bytes.");
        }
        try {
            String document = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            boolean isJson = MediaType.APPLICATION_JSON_TYPE.isCompatible(type);
            return RoutingProposal.read(isJson ? plain(document) : document, agency);
        } catch (CharacterCodingException e) {
            throw ProblemException.badRequest(BODY, "is not UTF-8");
        } catch (DirectoryException e) {
            throw problem(e.mistakes());
        }
    }

    /** JSON as every reader of YAML takes it: without tabs between its parts. */
    private static String plain(String json) {
        try {
            return STRICT.readTree(json).toString();
        } catch (JsonProcessingException e) {
            throw ProblemException.badRequest(BODY, "is not one JSON object");
        }
    }

    private static ProblemException problem(List<Mistake> mistakes) {
        Mistake first = mistakes.get(0);
        String others = mistakes.stream()
                .skip(1)
                .map(mistake -> "; " + mistake.field() + ": " + mistake.sentence())
                .collect(Collectors.joining());
        return ProblemException.badRequest(
                first.field().isEmpty() ? BODY : first.field(),
                "line " + first.line() + ": " + first.sentence() + others);
    }
}
