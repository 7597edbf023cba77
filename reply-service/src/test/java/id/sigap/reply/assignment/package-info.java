/** See the package of the same name. */
@NullMarked
package id.sigap.reply.assignment;

import org.jspecify.annotations.NullMarked;
