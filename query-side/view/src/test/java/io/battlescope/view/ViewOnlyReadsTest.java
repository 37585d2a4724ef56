package io.battlescope.view;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ViewOnlyReadsTest {

    private static final Pattern WRITING_SQL = Pattern.compile(
            "\\b(insert into|update [a-z_]+ set|delete from|truncate|merge into|alter [a-z]+|drop [a-z]+|create [a-z]+|for update|nextval)\\b",
            Pattern.CASE_INSENSITIVE);

    private final JavaClasses view = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.battlescope.view");

    @Test
    void nothingCallsWhatWrites() {
        noClasses()
                .should()
                .callMethodWhere(target(owner(resideInAnyPackage("org.springframework.jdbc..", "java.sql..")))
                        .and(target(nameMatching("update|batchUpdate|execute|executeUpdate|executeBatch"))))
                .check(view);
    }

    @Test
    void answersAreRecordsAndNoEntities() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "jakarta.persistence..",
                        "org.springframework.web..",
                        "org.springframework.data..",
                        "io.battlescope.projection..")
                .check(view);
    }

    @Test
    void noStatementWrites() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            List<Path> writing = sources.filter(file -> file.toString().endsWith(".java"))
                    .filter(ViewOnlyReadsTest::writes)
                    .toList();

            assertThat(writing).isEmpty();
        }
    }

    private static boolean writes(Path source) {
        try {
            // comments may say what they like
            String code = Files.readString(source).replaceAll("(?s)/\\*.*?\\*/|//[^\n]*", "");
            return WRITING_SQL.matcher(code).find();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
