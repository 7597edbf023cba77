package id.sigap.triage.learning;

import java.util.List;
import java.util.Set;

/** Where corrections are kept. May block; fails when the store is away. */
public interface CorrectionStore {
    /** The newest of an agency's corrections, at most so many, the oldest of them first. */
    List<Correction> newest(String agency, int most);

    /** The agencies that have corrections. */
    Set<String> agencies();
}
