/** Convolutional networks for images of clothes, and the page that shows what they learned. */
package dev.nacre.examples.images;
