package dev.nacre.processor;

/**
 * A source file to write.
 *
 * @param qualifiedName of its class
 * @param source the text
 */
public record GeneratedFile(String qualifiedName, String source) {}
