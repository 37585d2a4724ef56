package io.battlescope.gateway.contract;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.battlescope.gateway.admin.AdminOnly;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

class GatewayShapeTest {

    private final JavaClasses gateway = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.battlescope.gateway");

    @Test
    void onlyTheWiringAndTheTranslationOfFailuresKnowThatThereIsADatabase() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.battlescope.gateway.query", "io.battlescope.gateway.problem")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.sql..", "javax.sql..", "org.springframework.jdbc..", "org.postgresql..", "com.zaxxer..")
                .check(gateway);
        noClasses()
                .should()
                .callMethodWhere(target(owner(assignableTo("org.springframework.jdbc.core.simple.JdbcClient"))))
                .check(gateway);
    }

    @Test
    void nobodyKnowsTheWritingHalfOrTheOtherServices() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.battlescope.projection..",
                        "io.battlescope.command..",
                        "io.battlescope.ingestion..",
                        "io.battlescope.enrichment..")
                .check(gateway);
    }

    @Test
    void ordersLeaveThroughOneDoor() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.battlescope.gateway.broker")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.kafka..", "org.springframework.kafka..")
                .check(gateway);
        noClasses()
                .that()
                .resideInAPackage("io.battlescope.gateway.broker")
                .should()
                .dependOnClassesThat()
                .haveNameMatching("org.apache.kafka.clients.(consumer|admin).*")
                .check(gateway);
    }

    @Test
    void whateverChangesSomethingIsForAdminsOnly() {
        methods()
                .that()
                .areAnnotatedWith(PostMapping.class)
                .or()
                .areAnnotatedWith(PutMapping.class)
                .or()
                .areAnnotatedWith(PatchMapping.class)
                .or()
                .areAnnotatedWith(DeleteMapping.class)
                .should()
                .beAnnotatedWith(AdminOnly.class)
                .check(gateway);
    }

    @Test
    void onlyTheDoorKnowsSpringSecurity() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.battlescope.gateway.access")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework.security..", "com.nimbusds..")
                .check(gateway);
    }

    @Test
    void controllersAnswerWithRecords() {
        methods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(RestController.class)
                .and()
                .arePublic()
                .should()
                .haveRawReturnType(new DescribedPredicate<JavaClass>("a record or a response of one") {
                    @Override
                    public boolean test(JavaClass type) {
                        return type.isRecord() || type.isEquivalentTo(ResponseEntity.class);
                    }
                })
                .check(gateway);
        classes()
                .that()
                .areAnnotatedWith(RestController.class)
                .should()
                .notBePublic()
                .check(gateway);
    }

    @Test
    void packagesDoNotGoRoundInCircles() {
        slices().matching("io.battlescope.gateway.(*)..")
                .should()
                .beFreeOfCycles()
                .check(gateway);
    }
}
