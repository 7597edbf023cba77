/** The pages that agents and supervisors work at: a thin layer over the same readers and acts as the API. */
@NullMarked
package id.sigap.reply.desk;

import org.jspecify.annotations.NullMarked;
