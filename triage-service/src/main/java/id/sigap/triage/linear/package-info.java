/** Linear models over the features of a text. */
@NullMarked
package id.sigap.triage.linear;

import org.jspecify.annotations.NullMarked;
