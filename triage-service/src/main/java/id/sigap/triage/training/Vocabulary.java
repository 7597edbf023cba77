package id.sigap.triage.training;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** A number for each feature, from 1, in the order in which they were first seen. */
final class Vocabulary {
    private final Map<Long, Integer> numbers = new HashMap<>();
    private long[] hashes = new long[1 << 12];

    int number(long hash) {
        Integer known = numbers.get(hash);
        if (known != null) {
            return known;
        }
        int number = numbers.size() + 1;
        numbers.put(hash, number);
        if (number >= hashes.length) {
            hashes = Arrays.copyOf(hashes, hashes.length * 2);
        }
        hashes[number] = hash;
        return number;
    }

    long hash(int number) {
        return hashes[number];
    }

    int size() {
        return numbers.size();
    }
}
