/** See the package of the same name. */
@NullMarked
package id.sigap.reply.notice;

import org.jspecify.annotations.NullMarked;
