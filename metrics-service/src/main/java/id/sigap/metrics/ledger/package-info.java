/** {@code GET /api/v1/ledger}: where every received message stands. */
@NullMarked
package id.sigap.metrics.ledger;

import org.jspecify.annotations.NullMarked;
