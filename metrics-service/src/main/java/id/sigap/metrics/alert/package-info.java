/** What people are warned of, and when: pure decisions on turns that wait and on accounts that have gone quiet. */
@NullMarked
package id.sigap.metrics.alert;

import org.jspecify.annotations.NullMarked;
