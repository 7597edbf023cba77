/** How reply's events leave: through the transaction that they tell of. */
@NullMarked
package id.sigap.reply.outbox;

import org.jspecify.annotations.NullMarked;
