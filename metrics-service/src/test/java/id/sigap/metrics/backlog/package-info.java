/** Tests of the package of the same name. */
@NullMarked
package id.sigap.metrics.backlog;

import org.jspecify.annotations.NullMarked;
