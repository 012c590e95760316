package dev.nacre.processor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import javax.lang.model.element.Modifier;

/** The one way: source -> model -> plan -> write. */
@AnalyzeClasses(packages = "dev.nacre.processor", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule DATA_FLOWS_ONE_WAY = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("entry")
            .definedBy("dev.nacre.processor")
            .layer("source")
            .definedBy("..processor.source..")
            .layer("model")
            .definedBy("..processor.model..")
            .layer("layer")
            .definedBy("..processor.layer..")
            .layer("plan")
            .definedBy("..processor.plan..")
            .layer("write")
            .definedBy("..processor.write..")
            .whereLayer("source")
            .mayOnlyBeAccessedByLayers("entry")
            .whereLayer("write")
            .mayOnlyBeAccessedByLayers("entry")
            .whereLayer("plan")
            .mayOnlyBeAccessedByLayers("entry", "write")
            .whereLayer("layer")
            .mayOnlyBeAccessedByLayers("model");

    /** JavaPoet takes modifiers from the compiler's API; nothing else of it may be used outside source. */
    @ArchTest
    static final ArchRule COMPILER_TYPES_STAY_IN_SOURCE = noClasses()
            .that()
            .resideInAnyPackage("..processor.model..", "..processor.layer..", "..processor.plan..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javax.lang.model..", "javax.annotation.processing..", "com.sun.source..");

    @ArchTest
    static final ArchRule THE_WRITER_KNOWS_ONLY_MODIFIERS = noClasses()
            .that()
            .resideInAPackage("..processor.write..")
            .should()
            .dependOnClassesThat(com.tngtech.archunit.base.DescribedPredicate.describe(
                    "are compiler types other than Modifier",
                    type -> (type.getPackageName().startsWith("javax.lang.model")
                                    || type.getPackageName().startsWith("com.sun.source"))
                            && !type.isEquivalentTo(Modifier.class)));

    @ArchTest
    static final ArchRule JAVAPOET_STAYS_IN_WRITE = classes()
            .that()
            .resideOutsideOfPackage("..processor.write..")
            .should()
            .onlyDependOnClassesThat()
            .resideOutsideOfPackage("com.palantir.javapoet..");

    @ArchTest
    static final ArchRule LAYERS_DO_NOT_KNOW_EACH_OTHER_S_USERS = noClasses()
            .that()
            .resideInAPackage("..processor.layer..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..processor.plan..", "..processor.write..", "..processor.source..");
}
