/** Secrets by name, from the environment or a mounted folder, never from configuration files. */
@NullMarked
package id.sigap.runtime.secret;

import org.jspecify.annotations.NullMarked;
