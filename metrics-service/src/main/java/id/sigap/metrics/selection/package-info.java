/** Which turns and accounts somebody asks about, and the counted turns that answer it; alike for all routes. */
@NullMarked
package id.sigap.metrics.selection;

import org.jspecify.annotations.NullMarked;
