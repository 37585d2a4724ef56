package io.battlescope.api;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** What crosses a process border must not drag a framework along. */
class SharedApiIsPlainTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.battlescope.api");

    @Test
    void knows_no_spring_no_kafka_and_no_database() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "org.apache.kafka..", "jakarta..", "java.sql..")
                .check(CLASSES);
    }

    @Test
    void takes_annotations_alone_from_axon() {
        noClasses()
                .should()
                .dependOnClassesThat(new DescribedPredicate<JavaClass>("are Axon's and no annotation") {
                    @Override
                    public boolean test(JavaClass used) {
                        return used.getPackageName().startsWith("org.axonframework") && !used.isAnnotation();
                    }
                })
                .check(CLASSES);
    }
}
