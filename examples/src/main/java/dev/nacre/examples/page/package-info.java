/** Pages that need nothing but themselves: HTML, charts and pictures for what examples report. */
package dev.nacre.examples.page;
