/** Tests of what the package of the same name promises. */
@NullMarked
package id.sigap.runtime.stream;

import org.jspecify.annotations.NullMarked;
