package id.sigap.triage.learning;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The stores, as a test needs them. */
final class KeptInMemory implements CorrectionStore, ModelStore {
    final List<Correction> corrections = new ArrayList<>();
    final Map<String, Standing> inForce = new HashMap<>();
    boolean anotherTrains;
    Instant now = Instant.parse("2026-04-01T00:00:00Z");
    private final List<ModelVersion> versions = new ArrayList<>();
    private final Map<String, byte[]> weights = new HashMap<>();
    private final Map<String, Decision> decisions = new HashMap<>();

    @Override
    public List<Correction> newest(String agency, int most) {
        List<Correction> own =
                corrections.stream().filter(row -> row.agency().equals(agency)).toList();
        return own.subList(Math.max(0, own.size() - most), own.size());
    }

    @Override
    public Set<String> agencies() {
        return Set.of(Corrected.AGENCY);
    }

    @Override
    public List<ModelVersion> versions(String agency) {
        return List.copyOf(versions);
    }

    @Override
    public Optional<ModelVersion> version(String agency, String name) {
        return versions.stream()
                .filter(version ->
                        version.agency().equals(agency) && version.name().equals(name))
                .findFirst();
    }

    @Override
    public Optional<byte[]> weights(String agency, String name) {
        return Optional.ofNullable(weights.get(name));
    }

    @Override
    public Map<String, Standing> inForce() {
        return Map.copyOf(inForce);
    }

    @Override
    public void promote(ModelVersion version, byte[] bytes) {
        versions.add(0, version);
        weights.put(version.name(), bytes);
        inForce.put(version.agency(), new Standing(Optional.of(version.name()), now));
    }

    @Override
    public void restore(String agency, Optional<String> name, String by) {
        inForce.put(agency, new Standing(name, now));
    }

    @Override
    public void note(Decision decision) {
        decisions.put(decision.agency(), decision);
    }

    @Override
    public Optional<Decision> lastDecision(String agency) {
        return Optional.ofNullable(decisions.get(agency));
    }

    @Override
    public <T> Optional<T> alone(Supplier<T> work) {
        return anotherTrains ? Optional.empty() : Optional.of(work.get());
    }
}
