package id.sigap.triage.incident;

import java.util.Arrays;

/** How ordinary the terms of one message are, each looked up once though many incidents ask. */
final class KnownShares implements Incident.Ordinary {
    private final Incident.Ordinary ordinary;
    private final double[] shares = new double[Terms.MOST];
    private Terms terms = new Terms(new int[0], 0);
    private int next;

    KnownShares(Incident.Ordinary ordinary) {
        this.ordinary = ordinary;
    }

    /** Turns to another message. */
    void of(Terms of) {
        terms = of;
        next = 0;
        Arrays.fill(shares, 0, of.size(), 0);
    }

    /** Asked for in the order of the message's terms, as it mostly is, the share is found at once. */
    @Override
    public double share(int term) {
        if (next >= terms.size() || terms.get(next) != term) {
            next = 0;
        }
        for (int i = next; i < terms.size(); i++) {
            if (terms.get(i) == term) {
                next = i + 1;
                if (shares[i] == 0) {
                    shares[i] = ordinary.share(term);
                }
                return shares[i];
            }
        }
        return ordinary.share(term);
    }
}
