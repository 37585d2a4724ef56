package io.battlescope.command;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The walls of the command side. */
class ArchitectureTest {

    private static final String[] DOMAIN = {
        "io.battlescope.command.battle..", "io.battlescope.command.linkage..", "io.battlescope.command.sides.."
    };

    private final JavaClasses commandSide = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.battlescope.command");

    @Test
    void theDomainIsPlainJava() {
        classes()
                .that()
                .resideInAnyPackage(DOMAIN)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.pcollections..",
                        // short names in snapshots; annotations do nothing by themselves
                        "com.fasterxml.jackson.annotation..",
                        "io.battlescope.api..",
                        "io.battlescope.command.battle..",
                        "io.battlescope.command.linkage..",
                        "io.battlescope.command.sides..")
                .check(commandSide);
    }

    @Test
    void theDomainReadsNoClockAndRollsNoDice() {
        noClasses()
                .that()
                .resideInAnyPackage(DOMAIN)
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(java.util.UUID.class, "randomUUID")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(java.util.Random.class)
                .check(commandSide);
    }

    @Test
    void onlyTheEdgeKnowsAxon() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.battlescope.command.axon..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.axonframework..")
                .check(commandSide);
    }

    @Test
    void capabilitiesFormNoCircle() {
        slices().matching("io.battlescope.command.(*)..")
                .should()
                .beFreeOfCycles()
                .check(commandSide);
    }
}
