/** How long a question about responsiveness takes over years of turns. */
@NullMarked
package id.sigap.bench.figures;

import org.jspecify.annotations.NullMarked;
