/** Who looks at a case or types in it, so that two people do not answer one citizen unawares. */
@NullMarked
package id.sigap.reply.presence;

import org.jspecify.annotations.NullMarked;
