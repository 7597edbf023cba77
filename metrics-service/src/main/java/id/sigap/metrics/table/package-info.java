/** Figures as a table, one row per group: CSV and Parquet. */
@NullMarked
package id.sigap.metrics.table;

import org.jspecify.annotations.NullMarked;
