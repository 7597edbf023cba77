/** Tests of what the package of the same name promises. */
@NullMarked
package id.sigap.runtime.directory;

import org.jspecify.annotations.NullMarked;
