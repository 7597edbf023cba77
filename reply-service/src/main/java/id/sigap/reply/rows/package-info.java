/** Many rows in one statement: values column by column, for PostgreSQL's unnest. */
@NullMarked
package id.sigap.reply.rows;

import org.jspecify.annotations.NullMarked;
