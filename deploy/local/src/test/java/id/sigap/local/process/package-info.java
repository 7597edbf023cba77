/** Programs beside this one, as the system sees them. */
@NullMarked
package id.sigap.local.process;

import org.jspecify.annotations.NullMarked;
