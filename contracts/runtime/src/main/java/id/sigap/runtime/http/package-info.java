/** What holds for every HTTP exchange before routing and after the answer. */
@NullMarked
package id.sigap.runtime.http;

import org.jspecify.annotations.NullMarked;
