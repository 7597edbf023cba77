/** The choice of a language. */
@NullMarked
package id.sigap.runtime.language;

import org.jspecify.annotations.NullMarked;
