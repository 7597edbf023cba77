@NullMarked
package id.sigap.triage.neighbour;

import org.jspecify.annotations.NullMarked;
