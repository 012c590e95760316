package dev.nacre;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What ships with a user's program depends on Java alone. */
@AnalyzeClasses(packages = "dev.nacre", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule DEPENDS_ON_JAVA_BASE_AND_THE_VECTOR_API = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "dev.nacre..", "java.lang..", "java.util..", "java.io..", "java.nio..", "jdk.incubator.vector..");

    @ArchTest
    static final ArchRule NOTHING_IS_REFLECTIVE =
            noClasses().should().dependOnClassesThat().resideInAPackage("java.lang.reflect..");

    @ArchTest
    static final ArchRule THE_VECTOR_API_STAYS_IN_KERNEL = noClasses()
            .that()
            .resideOutsideOfPackage("dev.nacre.kernel..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jdk.incubator.vector..");

    @ArchTest
    static final ArchRule TENSORS_KNOW_NOBODY = classes()
            .that()
            .resideInAPackage("dev.nacre.tensor..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("dev.nacre.tensor..", "java..");

    @ArchTest
    static final ArchRule ARITHMETIC_KNOWS_NO_NETWORKS = noClasses()
            .that()
            .resideInAPackage("dev.nacre.kernel..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.nacre.network..", "dev.nacre.optimizer..", "dev.nacre.io..");
}
