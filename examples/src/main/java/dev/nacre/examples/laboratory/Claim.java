package dev.nacre.examples.laboratory;

/**
 * What a document claims, and what was measured here.
 *
 * @param said the claim in short
 * @param source the document
 * @param measured the numbers
 * @param verdict what they say of it
 */
record Claim(String said, String source, String measured, Verdict verdict) {}
