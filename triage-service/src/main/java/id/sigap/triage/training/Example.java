package id.sigap.triage.training;

import id.sigap.triage.features.FeatureVector;
import id.sigap.triage.features.FeatureVector.Family;
import java.util.Set;

/** The features of one message, kept for training; the names are shared between examples by {@link Vocabulary}. */
final class Example {
    private final String[] names;
    private final float[] values;

    private Example(String[] names, float[] values) {
        this.names = names;
        this.values = values;
    }

    static Example of(FeatureVector vector, Set<Family> families, Vocabulary vocabulary) {
        int kept = 0;
        for (int i = 0; i < vector.size(); i++) {
            kept += families.contains(vector.family(i)) ? 1 : 0;
        }
        String[] names = new String[kept];
        float[] values = new float[kept];
        int at = 0;
        for (int i = 0; i < vector.size(); i++) {
            if (families.contains(vector.family(i))) {
                names[at] = vocabulary.name(vector.hash(i));
                values[at] = (float) vector.value(vector.family(i));
                at++;
            }
        }
        return new Example(names, values);
    }

    String[] names() {
        return names;
    }

    float[] values() {
        return values;
    }
}
