/** Events as Kafka records: reading, publishing with acknowledgement, and burying what cannot be processed. */
@NullMarked
package id.sigap.runtime.stream;

import org.jspecify.annotations.NullMarked;
