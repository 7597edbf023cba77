/** The record of every act: chained per agency, so that a changed, removed or inserted row is found. */
@NullMarked
package id.sigap.reply.audit;

import org.jspecify.annotations.NullMarked;
