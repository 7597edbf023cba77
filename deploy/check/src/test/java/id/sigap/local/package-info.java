/** The stack is tried as the services use it. */
@NullMarked
package id.sigap.local;

import org.jspecify.annotations.NullMarked;
