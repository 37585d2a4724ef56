package io.battlescope.enrichment;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.battlescope.enrichment");

    @Test
    void understanding_a_killmail_needs_neither_spring_nor_kafka() {
        noClasses()
                .that()
                .resideInAnyPackage("..enrichment.esi..", "..enrichment.value..", "..enrichment.killmail..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..", "org.apache.kafka..", "io.battlescope.kit..", "..enrichment.stream..")
                .check(CLASSES);
    }

    @Test
    void packages_do_not_go_round_in_circles() {
        slices().matching("io.battlescope.enrichment.(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }
}
