/** Tests of what the package of the same name promises. */
@NullMarked
package id.sigap.runtime.outbox;

import org.jspecify.annotations.NullMarked;
