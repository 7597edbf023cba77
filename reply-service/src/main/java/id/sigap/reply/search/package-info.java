/** Words that citizens wrote, found as Indonesian reads them. */
@NullMarked
package id.sigap.reply.search;

import org.jspecify.annotations.NullMarked;
