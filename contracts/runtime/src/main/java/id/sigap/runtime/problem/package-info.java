/** Every error of every route in one shape: RFC 9457 problem details that name the field. */
@NullMarked
package id.sigap.runtime.problem;

import org.jspecify.annotations.NullMarked;
