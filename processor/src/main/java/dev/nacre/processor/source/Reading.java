package dev.nacre.processor.source;

import dev.nacre.processor.model.Declarations;
import dev.nacre.processor.model.Problem;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;

/**
 * The outcome of reading a type with {@code @Network}.
 *
 * @param type the type
 * @param network what it declares, empty where that cannot be told
 * @param problems what is wrong; where there is an error nothing is generated
 * @param unresolved whether it mentions something that is not there (yet)
 */
record Reading(TypeElement type, Optional<Declarations.Network> network, List<Problem> problems, boolean unresolved) {}
