/** The desk's REST interface. */
@NullMarked
package id.sigap.reply.api;

import org.jspecify.annotations.NullMarked;
