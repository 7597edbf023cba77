package id.sigap.metrics.figure;

import id.sigap.contracts.event.AttemptsCell;
import java.util.List;

/**
 * How often citizens wrote before the first response.
 *
 * @param n answered turns
 * @param once answered after one message
 * @param counts how many turns had so many messages, in order; 100 stands for more, too
 */
public record AttemptFigures(long n, Proportion once, List<AttemptsCell> counts) {}
