/** Tests of tables. */
@NullMarked
package id.sigap.metrics.table;

import org.jspecify.annotations.NullMarked;
