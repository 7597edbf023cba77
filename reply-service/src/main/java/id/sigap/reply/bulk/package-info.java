/** One act on many cases, with what came of each, and its taking back. */
@NullMarked
package id.sigap.reply.bulk;

import org.jspecify.annotations.NullMarked;
