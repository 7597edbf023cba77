/** Where articles are kept, changed, imported and held in memory, and the interface for it. */
@NullMarked
package id.sigap.reply.knowledge.shelf;

import org.jspecify.annotations.NullMarked;
