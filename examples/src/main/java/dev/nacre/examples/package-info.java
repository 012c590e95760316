/** Networks declared, trained and used: images, records, and a training loop by hand. */
package dev.nacre.examples;
