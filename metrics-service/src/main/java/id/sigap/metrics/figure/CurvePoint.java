package id.sigap.metrics.figure;

/**
 * A point of the curve of answers: from this time on, so large a share of all eligible turns was answered.
 *
 * @param seconds since the turns began
 * @param answered share, 0 to 1, by Kaplan–Meier
 * @param low lower limit of its 95 % interval
 * @param high upper limit
 */
public record CurvePoint(double seconds, double answered, double low, double high) {}
