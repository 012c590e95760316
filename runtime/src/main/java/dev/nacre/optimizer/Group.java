package dev.nacre.optimizer;

import java.util.regex.Pattern;

/**
 * The settings of the parameters whose names match a pattern, given to {@link FluentOptimizer#group}. What is not set
 * is as for all others.
 */
public final class Group {
    private final String pattern;
    private final Pattern compiled;
    private double learningRateFactor = 1;
    private double weightDecay = Double.NaN;
    private boolean open = true;

    Group(String pattern) {
        this.pattern = pattern;
        StringBuilder expression = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            expression.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
        }
        this.compiled = Pattern.compile(expression.toString(), Pattern.DOTALL);
    }

    /**
     * @param factor what the optimiser's learning rate is multiplied by; a schedule is applied to the product. 1 is the
     *     default
     * @return this
     * @throws IllegalArgumentException if it is negative or not finite
     * @throws IllegalStateException if {@link FluentOptimizer#group} has returned
     */
    public Group learningRateFactor(double factor) {
        requireOpen();
        learningRateFactor = Options.nonNegative("learning rate factor", factor);
        return this;
    }

    /**
     * @param weightDecay the weight decay of this group, coupled or decoupled as the optimiser's; the optimiser's is
     *     the default
     * @return this
     * @throws IllegalArgumentException if it is negative or not finite
     * @throws IllegalStateException if {@link FluentOptimizer#group} has returned
     */
    public Group weightDecay(double weightDecay) {
        requireOpen();
        this.weightDecay = Options.nonNegative("weight decay", weightDecay);
        return this;
    }

    private void requireOpen() {
        if (!open) {
            throw new IllegalStateException(
                    "the settings of group '" + pattern + "' are fixed: give them inside group(pattern, g -> ...)");
        }
    }

    void close() {
        open = false;
    }

    String pattern() {
        return pattern;
    }

    boolean matches(String name) {
        return compiled.matcher(name).matches();
    }

    double learningRateFactor() {
        return learningRateFactor;
    }

    /** The group's weight decay, or that of the optimiser where it has none of its own. */
    double weightDecayOr(double general) {
        return Double.isNaN(weightDecay) ? general : weightDecay;
    }
}
