package dev.nacre.processor.model;

import java.util.ArrayList;
import java.util.List;

/**
 * How a kernel slides over a sample; one number for each axis in all lists.
 *
 * @param size of the image
 * @param kernel its elements
 * @param before the padding in front of the image
 * @param after the padding behind it
 * @param dilation the distance of the kernel's elements
 * @param ceil whether the number of positions is rounded up
 */
public record Window(
        List<Integer> size,
        List<Integer> kernel,
        List<Integer> stride,
        List<Integer> before,
        List<Integer> after,
        List<Integer> dilation,
        boolean ceil) {
    public Window {
        size = List.copyOf(size);
        kernel = List.copyOf(kernel);
        stride = List.copyOf(stride);
        before = List.copyOf(before);
        after = List.copyOf(after);
        dilation = List.copyOf(dilation);
    }

    /** @return how much of the image the kernel covers along an axis, gaps included */
    public long reach(int axis) {
        return (long) dilation.get(axis) * (kernel.get(axis) - 1) + 1;
    }

    /** @return how many positions the kernel has along an axis, 0 where it does not fit */
    public int positions(int axis) {
        long padded = (long) size.get(axis) + before.get(axis) + after.get(axis);
        long room = padded - reach(axis);
        int step = stride.get(axis);
        if (room < 0 && !ceil) {
            return 0;
        }
        long positions = 1 + Math.floorDiv(room + (ceil ? step - 1 : 0), step);
        boolean behind = ceil && (positions - 1) * step >= (long) size.get(axis) + before.get(axis);
        return (int) Math.min(Integer.MAX_VALUE, Math.max(0, behind ? positions - 1 : positions));
    }

    /** @return whether some of the kernel's elements lie inside the image in every position along an axis */
    public boolean touches(int axis) {
        long end = size.get(axis);
        for (int position = 0; position < positions(axis); position++) {
            long first = (long) position * stride.get(axis) - before.get(axis);
            long inside = first >= 0 ? first : Math.floorMod(first, (long) dilation.get(axis));
            if (inside >= Math.min(end, first + reach(axis))) {
                return false;
            }
        }
        return true;
    }

    /** @return {@link #positions(int)} along all axes */
    public List<Integer> positions() {
        List<Integer> positions = new ArrayList<>();
        for (int axis = 0; axis < size.size(); axis++) {
            positions.add(positions(axis));
        }
        return List.copyOf(positions);
    }

    /** @return the elements of the kernel */
    public int elements() {
        return kernel.stream().reduce(1, Math::multiplyExact);
    }
}
