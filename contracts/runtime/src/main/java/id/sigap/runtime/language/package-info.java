/** In which language a page speaks to whoever opened it. */
@NullMarked
package id.sigap.runtime.language;

import org.jspecify.annotations.NullMarked;
