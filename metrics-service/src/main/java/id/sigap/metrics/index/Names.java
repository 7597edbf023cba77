package id.sigap.metrics.index;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers for texts, each told once. Only whoever holds the index' lock may use it. */
final class Names {
    private final Map<String, Integer> ids = new HashMap<>();
    private final List<String> texts = new ArrayList<>();

    int id(String text) {
        Integer known = ids.get(text);
        if (known != null) {
            return known;
        }
        ids.put(text, texts.size());
        texts.add(text);
        return texts.size() - 1;
    }

    String text(int id) {
        return texts.get(id);
    }
}
