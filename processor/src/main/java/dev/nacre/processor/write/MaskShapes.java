package dev.nacre.processor.write;

import com.palantir.javapoet.CodeBlock;
import dev.nacre.processor.model.Noise;
import java.util.List;
import java.util.stream.Collectors;

/** Writes what shares decisions of a mask: {@code MaskShape.of(3, 28, 28).noise(3, 1, 1).acrossBatch()}. */
final class MaskShapes {
    private MaskShapes() {}

    static CodeBlock of(Noise noise) {
        CodeBlock.Builder code = CodeBlock.builder()
                .add("$T.of($L)", RuntimeTypes.MASK_SHAPE, list(noise.sample().sizes()));
        if (noise.shares()) {
            code.add(".noise($L)", list(noise.sizes()));
        }
        if (noise.acrossBatch()) {
            code.add(".acrossBatch()");
        }
        if (noise.block() > 0) {
            code.add(".blocks($L)", noise.block());
        }
        return code.build();
    }

    private static String list(List<Integer> sizes) {
        return sizes.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
