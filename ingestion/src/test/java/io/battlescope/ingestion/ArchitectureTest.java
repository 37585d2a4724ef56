package io.battlescope.ingestion;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.battlescope.ingestion");

    @Test
    void validationIsPlainJava() {
        classes()
                .that()
                .resideInAPackage("..validation..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "com.fasterxml.jackson.core..", "io.battlescope.api..", "..validation..")
                .check(CLASSES);
    }

    @Test
    void rulesArePlainJava() {
        classes()
                .that()
                .resideInAPackage("..ruleset..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "io.battlescope.api..", "..ruleset..")
                .check(CLASSES);
    }

    /** An order may have batches dealt with; the way of a killmail waits for no order. */
    @Test
    void theWayOfAKillmailKnowsNoOrders() {
        noClasses()
                .that()
                .resideInAnyPackage("..pump..", "..store..", "..feed..", "..validation..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..order..", "..release..")
                .check(CLASSES);
    }

    @Test
    void sourcesKnowNeitherBrokerNorDatabase() {
        noClasses()
                .that()
                .resideInAnyPackage("..file..", "..r2z2..", "..history..", "..demo..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.apache.kafka..", "org.springframework..", "jakarta.persistence..", "java.sql..")
                .check(CLASSES);
    }

    @Test
    void theFeedsHostIsAskedInOnePlace() {
        noClasses()
                .that()
                .resideInAPackage("..r2z2..")
                .and()
                .doNotHaveSimpleName("FeedHost")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.net.http.HttpClient")
                .check(CLASSES);
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching("io.battlescope.ingestion.(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }
}
