/** Who calls, and which agencies they may see. */
@NullMarked
package id.sigap.runtime.access;

import org.jspecify.annotations.NullMarked;
