/** See the package of the same name. */
@NullMarked
package id.sigap.reply.audit;

import org.jspecify.annotations.NullMarked;
