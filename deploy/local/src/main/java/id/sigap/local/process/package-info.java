/** Child processes, their pid files, free ports and private files. */
@NullMarked
package id.sigap.local.process;

import org.jspecify.annotations.NullMarked;
