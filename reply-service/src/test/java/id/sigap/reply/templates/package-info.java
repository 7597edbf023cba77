/** The agencies' texts at hand. */
@NullMarked
package id.sigap.reply.templates;

import org.jspecify.annotations.NullMarked;
