/** Rules of the module as a whole. */
@NullMarked
package id.sigap.runtime;

import org.jspecify.annotations.NullMarked;
