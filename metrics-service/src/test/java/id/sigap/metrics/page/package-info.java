/** The page's words without a server. */
@NullMarked
package id.sigap.metrics.page;

import org.jspecify.annotations.NullMarked;
