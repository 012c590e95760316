package dev.nacre.processor.source;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.math.BigInteger;
import java.util.Optional;
import javax.lang.model.element.VariableElement;

/**
 * Computes whole numbers as they are written, to find where Java's result is another: where a sum or a product does not fit,
 * and where a fraction loses its remainder. The compiler says nothing of either.
 */
final class Slips {
    /** A constant may be made of constants, but not of endlessly many. */
    private static final int DEEPEST = 50;

    private final Trees trees;
    private final boolean fraction;
    private int depth;
    private String constant = "";
    private Slip found;

    private Slips(Trees trees, boolean fraction) {
        this.trees = trees;
        this.fraction = fraction;
    }

    /**
     * What went wrong.
     *
     * @param overflow whether it did not fit; otherwise a remainder is lost
     */
    record Slip(boolean overflow, String text) {}

    /** A whole number; the bits are those of its type. */
    private record Whole(BigInteger value, int bits) {
        boolean fits() {
            return value.bitLength() < bits;
        }

        /** @return what Java makes of it */
        Whole wrapped() {
            long low = value.longValue();
            return new Whole(BigInteger.valueOf(bits == Integer.SIZE ? (int) low : low), bits);
        }
    }

    /**
     * Looks for the first slip in an expression.
     *
     * @param fraction whether the expression stands for a number that need not be whole
     */
    static Optional<Slip> find(Trees trees, TreePath expression, boolean fraction) {
        Slips slips = new Slips(trees, fraction);
        slips.evaluate(expression);
        return Optional.ofNullable(slips.found);
    }

    /** @return null for what is no whole number, or not to be computed here */
    private Whole evaluate(TreePath path) {
        Tree tree = path.getLeaf();
        if (tree instanceof NewArrayTree array) {
            array.getInitializers().forEach(each -> evaluate(new TreePath(path, each)));
            return null;
        }
        if (tree instanceof ParenthesizedTree inside) {
            return evaluate(new TreePath(path, inside.getExpression()));
        }
        if (tree instanceof LiteralTree literal) {
            return whole(literal.getValue());
        }
        if (tree instanceof UnaryTree unary) {
            return unary(unary, evaluate(new TreePath(path, unary.getExpression())));
        }
        if (tree instanceof BinaryTree binary) {
            Whole left = evaluate(new TreePath(path, binary.getLeftOperand()));
            Whole right = evaluate(new TreePath(path, binary.getRightOperand()));
            return left == null || right == null ? null : binary(binary, left, right);
        }
        if (tree instanceof TypeCastTree cast) {
            // Whoever writes a cast wants what it does.
            evaluate(new TreePath(path, cast.getExpression()));
            return null;
        }
        return constant(path);
    }

    private static Whole whole(Object value) {
        if (value instanceof Character character) {
            return new Whole(BigInteger.valueOf(character), Integer.SIZE);
        }
        if (value instanceof Integer || value instanceof Short || value instanceof Byte || value instanceof Long) {
            return new Whole(
                    BigInteger.valueOf(((Number) value).longValue()), value instanceof Long ? Long.SIZE : Integer.SIZE);
        }
        return null;
    }

    private Whole unary(UnaryTree tree, Whole operand) {
        if (operand == null) {
            return null;
        }
        return switch (tree.getKind()) {
            case UNARY_MINUS -> checked(tree, operand.value().negate(), operand.bits());
            case UNARY_PLUS -> operand;
            case BITWISE_COMPLEMENT -> new Whole(operand.value().not(), operand.bits());
            default -> null;
        };
    }

    private Whole binary(BinaryTree tree, Whole left, Whole right) {
        BigInteger a = left.value();
        BigInteger b = right.value();
        int bits = Math.max(left.bits(), right.bits());
        return switch (tree.getKind()) {
            case PLUS -> checked(tree, a.add(b), bits);
            case MINUS -> checked(tree, a.subtract(b), bits);
            case MULTIPLY -> checked(tree, a.multiply(b), bits);
            case LEFT_SHIFT ->
                b.signum() < 0 || b.bitLength() > Byte.SIZE
                        ? null
                        : checked(tree, a.shiftLeft(b.intValue()), left.bits());
            case DIVIDE -> b.signum() == 0 ? null : quotient(tree, left, right, bits);
            case REMAINDER -> b.signum() == 0 ? null : new Whole(a.remainder(b), bits);
            default -> null;
        };
    }

    private Whole quotient(BinaryTree tree, Whole left, Whole right, int bits) {
        BigInteger[] parts = left.value().divideAndRemainder(right.value());
        if (fraction && parts[1].signum() != 0 && found == null) {
            double exact = left.value().doubleValue() / right.value().doubleValue();
            found = new Slip(
                    false,
                    SourceMessages.remainder(
                            tree + constant,
                            parts[0].toString(),
                            String.valueOf(exact),
                            decimal(tree.getLeftOperand()) + " / " + tree.getRightOperand()));
        }
        return checked(tree, parts[0], bits);
    }

    private static String decimal(ExpressionTree operand) {
        return operand instanceof LiteralTree ? operand + ".0" : "(double) " + operand;
    }

    private Whole checked(Tree tree, BigInteger exact, int bits) {
        Whole result = new Whole(exact, bits);
        if (!result.fits() && found == null) {
            found = new Slip(
                    true,
                    SourceMessages.overflow(
                            tree + constant,
                            exact.toString(),
                            result.wrapped().value().toString(),
                            bits));
        }
        return result.wrapped();
    }

    private Whole constant(TreePath path) {
        if (!(trees.getElement(path) instanceof VariableElement variable)) {
            return null;
        }
        TreePath declaration = trees.getPath(variable);
        if (declaration != null
                && declaration.getLeaf() instanceof VariableTree tree
                && tree.getInitializer() != null
                && depth < DEEPEST) {
            String before = constant;
            constant = " in the constant " + variable.getSimpleName();
            depth++;
            evaluate(new TreePath(declaration, tree.getInitializer()));
            depth--;
            constant = before;
        }
        return whole(variable.getConstantValue());
    }
}
