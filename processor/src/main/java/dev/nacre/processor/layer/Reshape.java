package dev.nacre.processor.layer;

import com.google.auto.service.AutoService;
import dev.nacre.processor.model.Shape;
import dev.nacre.processor.model.ShapeMessages;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The same array with another shape, one size of which may follow from the others. */
@AutoService(Layer.class)
public final class Reshape implements Layer {
    private static final int OPEN = -1;

    @Override
    public String name() {
        return "Reshape";
    }

    @Override
    public Optional<Shape> shape(Site site) {
        List<Integer> sizes = site.options().integers("value");
        if (sizes.isEmpty()) {
            site.report("value", ShapeMessages.noSizes());
            return Optional.empty();
        }
        Optional<Integer> wrong =
                sizes.stream().filter(size -> size < 1 && size != OPEN).findFirst();
        if (wrong.isPresent()) {
            site.report("value", ShapeMessages.sizeOutside(sizes, wrong.get()));
            return Optional.empty();
        }
        int open = sizes.indexOf(OPEN);
        if (open != sizes.lastIndexOf(OPEN)) {
            site.report("value", ShapeMessages.severalOpen(sizes));
            return Optional.empty();
        }
        BigInteger elements = BigInteger.valueOf(site.input().elements());
        BigInteger product = sizes.stream()
                .filter(size -> size != OPEN)
                .map(BigInteger::valueOf)
                .reduce(BigInteger.ONE, BigInteger::multiply);
        if (open < 0 && !product.equals(elements)) {
            site.report("value", ShapeMessages.otherProduct(sizes, product, site.input()));
            return Optional.empty();
        }
        if (open >= 0 && elements.mod(product).signum() != 0) {
            site.report("value", ShapeMessages.openDoesNotFollow(sizes, product, site.input()));
            return Optional.empty();
        }
        return Optional.of(new Shape(sizes.stream()
                .map(size -> size == OPEN ? elements.divide(product).intValueExact() : size)
                .collect(Collectors.toCollection(ArrayList::new))));
    }

    @Override
    public void emit(Emission emission) {
        emission.passThrough();
        emission.backward(gradients -> gradients.passOn(0));
    }
}
