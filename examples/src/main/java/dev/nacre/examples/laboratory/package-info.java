/** What the documents about dropout claim, tried on images of clothes, and a report of it. */
package dev.nacre.examples.laboratory;
