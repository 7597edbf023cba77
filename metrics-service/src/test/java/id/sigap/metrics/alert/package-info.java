@NullMarked
package id.sigap.metrics.alert;

import org.jspecify.annotations.NullMarked;
