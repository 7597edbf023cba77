/** What citizens thought of an answered case; an unhappy one reopens it. */
@NullMarked
package id.sigap.reply.rating;

import org.jspecify.annotations.NullMarked;
