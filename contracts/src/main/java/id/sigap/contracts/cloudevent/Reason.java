package id.sigap.contracts.cloudevent;

import com.fasterxml.jackson.databind.JsonMappingException;
import java.io.IOException;
import java.util.stream.Collectors;

/** Says where JSON went wrong by field names only: the parser's own message may quote what a citizen wrote. */
final class Reason {
    private Reason() {}

    static String of(IOException e) {
        if (e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            return " at "
                    + mapping.getPath().stream()
                            .map(r -> r.getFieldName() == null ? "[" + r.getIndex() + "]" : r.getFieldName())
                            .collect(Collectors.joining("."));
        }
        return "";
    }
}
