/** The figures once more, slowly and simply, from the definitions and nothing else. */
@NullMarked
package id.sigap.metrics.recount;

import org.jspecify.annotations.NullMarked;
