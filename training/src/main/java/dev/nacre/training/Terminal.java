package dev.nacre.training;

import java.io.Console;

/** Whether somebody watches. */
final class Terminal {
    private Terminal() {}

    static boolean isPresent() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            // From JDK 22 on there can be a console without a terminal, and this method, which 17 has not, tells.
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }
}
