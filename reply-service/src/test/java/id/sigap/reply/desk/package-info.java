/** The desk's words. */
@NullMarked
package id.sigap.reply.desk;

import org.jspecify.annotations.NullMarked;
