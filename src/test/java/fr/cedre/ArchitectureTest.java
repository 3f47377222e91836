package fr.cedre;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.stream.Stream;

/** The order of the rooms and the habits that hold it, written once. */
@AnalyzeClasses(packages = "fr.cedre", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule data_flows_one_way = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("fr.cedre..")
            .layer("main")
            .definedBy("fr.cedre")
            .layer("cli")
            .definedBy("fr.cedre.cli..")
            .layer("report")
            .definedBy("fr.cedre.report..")
            .layer("diff")
            .definedBy("fr.cedre.diff..")
            .layer("group")
            .definedBy("fr.cedre.group..")
            .layer("deadline")
            .definedBy("fr.cedre.deadline..")
            .layer("binder")
            .definedBy("fr.cedre.binder..")
            .layer("validation")
            .definedBy("fr.cedre.validation..")
            .layer("review")
            .definedBy("fr.cedre.review..")
            .layer("plan")
            .definedBy("fr.cedre.plan..")
            .layer("scaffold")
            .definedBy("fr.cedre.scaffold..")
            .layer("evaluation")
            .definedBy("fr.cedre.evaluation..")
            .layer("referential")
            .definedBy("fr.cedre.referential..")
            .layer("check")
            .definedBy("fr.cedre.check..")
            .layer("dossier")
            .definedBy("fr.cedre.dossier..")
            .layer("yaml")
            .definedBy("fr.cedre.yaml..")
            .layer("problem")
            .definedBy("fr.cedre.problem..")
            .whereLayer("main")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("cli")
            .mayOnlyBeAccessedByLayers("main")
            .whereLayer("report")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("diff")
            .mayOnlyBeAccessedByLayers("cli", "report")
            .whereLayer("group")
            .mayOnlyBeAccessedByLayers("cli", "report", "binder", "validation", "review", "plan")
            .whereLayer("deadline")
            .mayOnlyBeAccessedByLayers("cli", "report", "validation", "review")
            .whereLayer("binder")
            .mayOnlyBeAccessedByLayers("cli", "report")
            .whereLayer("validation")
            .mayOnlyBeAccessedByLayers("cli", "report")
            .whereLayer("review")
            .mayOnlyBeAccessedByLayers("cli", "report")
            .whereLayer("plan")
            .mayOnlyBeAccessedByLayers("cli", "report")
            .whereLayer("scaffold")
            .mayOnlyBeAccessedByLayers("cli", "report")
            .whereLayer("evaluation")
            .mayOnlyBeAccessedByLayers(above())
            .whereLayer("referential")
            .mayOnlyBeAccessedByLayers(above("validation", "evaluation"))
            .whereLayer("check")
            .mayOnlyBeAccessedByLayers(above("validation", "evaluation", "referential"))
            .whereLayer("dossier")
            .mayOnlyBeAccessedByLayers(above("validation", "evaluation", "referential", "check"))
            .whereLayer("yaml")
            .mayOnlyBeAccessedByLayers("group", "deadline", "scaffold", "referential", "check", "dossier");

    /** Who may use the result of a run: every use case, and who shows it. */
    private static String[] above(String... others) {
        return Stream.concat(
                        Stream.of("cli", "report", "diff", "group", "deadline", "binder", "review", "plan", "scaffold"),
                        Stream.of(others))
                .toArray(String[]::new);
    }

    @ArchTest
    static final ArchRule rooms_have_no_cycle =
            slices().matching("fr.cedre.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule only_cli_knows_picocli = noClasses()
            .that()
            .resideOutsideOfPackage("fr.cedre.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("picocli..");

    @ArchTest
    static final ArchRule only_main_touches_exit_streams_and_environment = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("fr.cedre.Main")
            .should()
            .callMethod(System.class, "exit", int.class)
            .orShould()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .callMethod(System.class, "getenv", String.class);

    @ArchTest
    static final ArchRule no_clock_in_logic = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("fr.cedre.Main")
            .should()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone");

    @ArchTest
    static final ArchRule no_network = noClasses()
            .should()
            .dependOnClassesThat(new com.tngtech.archunit.base.DescribedPredicate<JavaClass>("network classes") {
                @Override
                public boolean test(JavaClass type) {
                    String name = type.getFullName();
                    return name.startsWith("java.net.http")
                            || name.startsWith("java.net.Socket")
                            || name.startsWith("java.net.ServerSocket")
                            || name.startsWith("java.net.URLConnection")
                            || name.startsWith("java.net.HttpURLConnection");
                }
            });
}
