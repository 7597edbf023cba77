package id.sigap.triage.training;

import id.sigap.triage.linear.LinearWeights;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Models side by side in one table. */
final class ModelTable {
    /** Weights below this change no decision and only fill the table. */
    private static final float TINY = 1e-4f;

    private final Vocabulary vocabulary;
    private final List<String> labels = new ArrayList<>();
    private final List<float[]> columns = new ArrayList<>();
    private final Map<String, Float> leads = new HashMap<>();

    ModelTable(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    void add(String head, List<String> names, float[][] weights) {
        names.forEach(name -> labels.add(head + "/" + name));
        columns.addAll(List.of(weights));
    }

    /** Gives a label more than its messages say. */
    void lead(String head, String label, float by) {
        leads.put(head + "/" + label, by);
    }

    LinearWeights weights(String name) {
        LinkedHashMap<Long, float[]> rows = new LinkedHashMap<>();
        if (!leads.isEmpty()) {
            float[] row = new float[columns.size()];
            leads.forEach((label, by) -> row[labels.indexOf(label)] = by);
            rows.put(LinearWeights.LEAD, row);
        }
        for (int number = 0; number <= vocabulary.size(); number++) {
            float[] row = new float[columns.size()];
            boolean says = number == 0;
            for (int label = 0; label < row.length; label++) {
                row[label] = columns.get(label)[number];
                says |= Math.abs(row[label]) > TINY;
            }
            if (says) {
                rows.put(number == 0 ? LinearWeights.ALWAYS : vocabulary.hash(number), row);
            }
        }
        return LinearWeights.of(name, labels, rows);
    }
}
