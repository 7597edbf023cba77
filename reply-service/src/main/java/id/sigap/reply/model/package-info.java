/** An optional language model that rewords what the knowledge base answers; off unless an address is configured. */
@NullMarked
package id.sigap.reply.model;

import org.jspecify.annotations.NullMarked;
