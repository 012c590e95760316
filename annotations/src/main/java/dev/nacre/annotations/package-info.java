/** The language of Nacre: annotations that declare neural networks. No code, no dependency. */
package dev.nacre.annotations;
