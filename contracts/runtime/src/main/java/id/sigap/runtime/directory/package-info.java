/** The directory as it is now: loaded at start, reloaded when its files change, never replaced by a wrong one. */
@NullMarked
package id.sigap.runtime.directory;

import org.jspecify.annotations.NullMarked;
