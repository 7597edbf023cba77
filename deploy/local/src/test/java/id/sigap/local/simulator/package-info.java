/** Tests of the channel simulator against an ingest that only takes notes. */
@NullMarked
package id.sigap.local.simulator;

import org.jspecify.annotations.NullMarked;
