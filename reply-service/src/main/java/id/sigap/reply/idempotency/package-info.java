/** The same request twice is one act: answers are kept for whoever repeats it with its key. */
@NullMarked
package id.sigap.reply.idempotency;

import org.jspecify.annotations.NullMarked;
