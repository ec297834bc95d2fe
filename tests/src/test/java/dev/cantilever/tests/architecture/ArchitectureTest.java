package dev.cantilever.tests.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows of the house, package by package. */
@AnalyzeClasses(packages = "dev.cantilever", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule VOCABULARY_KNOWS_NOBODY =
      classes()
          .that()
          .resideInAPackage("dev.cantilever.vocabulary..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("dev.cantilever.vocabulary..", "java..", "com.google.errorprone..");

  @ArchTest
  static final ArchRule NUMERICS_IS_PURE =
      classes()
          .that()
          .resideInAPackage("dev.cantilever.numerics..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "dev.cantilever.numerics..",
              "dev.cantilever.vocabulary..",
              "org.ejml..",
              "dev.ludovic.netlib.lapack..",
              "org.netlib.util..",
              "java.lang..",
              "java.util..",
              "java.nio..",
              "java.security");

  @ArchTest
  static final ArchRule NUMERICS_HAS_NO_CLOCK_AND_NO_LOOSE_ELEMENTARY_FUNCTION =
      noClasses()
          .that()
          .resideInAPackage("dev.cantilever.numerics..")
          .should()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(Math.class, "exp", double.class)
          .orShould()
          .callMethod(Math.class, "log", double.class)
          .orShould()
          .callMethod(Math.class, "pow", double.class, double.class)
          .orShould()
          .callMethod(Math.class, "random");

  @ArchTest
  static final ArchRule KERNEL_KNOWS_ONLY_THE_VOCABULARY =
      classes()
          .that()
          .resideInAPackage("dev.cantilever.kernel..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("dev.cantilever.kernel..", "dev.cantilever.vocabulary..", "java..");

  @ArchTest
  static final ArchRule DRIVERS_SEE_THE_KERNEL_AND_NOTHING_ABOVE =
      noClasses()
          .that()
          .resideInAPackage("dev.cantilever.drivers..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.cantilever.tools..", "dev.cantilever.agent..", "dev.cantilever.numerics..");

  @ArchTest
  static final ArchRule NOBODY_NAMES_A_DRIVER =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.cantilever.drivers..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.cantilever.drivers..");

  @ArchTest
  static final ArchRule ONLY_TANGO_SEES_WHAT_IS_UNDER_THE_LGPL =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.cantilever.drivers.tango..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "fr.esrf..",
              "org.tango..",
              "org.jacorb..",
              "org.omg..",
              "dev.cantilever.drivers.tango..");

  @ArchTest
  static final ArchRule TOOLS_KNOW_NO_PLANNER_AND_NO_MODEL =
      noClasses()
          .that()
          .resideInAPackage("dev.cantilever.tools..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.cantilever.agent..", "dev.langchain4j..", "java.net.http..");

  @ArchTest
  static final ArchRule ONLY_THE_MODEL_PLANNER_SEES_THE_FRAMEWORK =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.cantilever.agent.model..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.langchain4j..");

  @ArchTest
  static final ArchRule ONLY_ONE_PACKAGE_SEES_THE_LIBRARY_OF_THE_CONTEXT_PROTOCOL =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.cantilever.agent.mcp.sdk")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.modelcontextprotocol..", "reactor..", "org.reactivestreams..");

  @ArchTest
  static final ArchRule THE_EDGE_FOR_HOSTS_REACHES_NO_GATE_AND_NO_DISPATCHER =
      noClasses()
          .that()
          .resideInAPackage("dev.cantilever.agent.mcp..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.cantilever.kernel.permit..")
          .orShould()
          .dependOnClassesThat()
          .haveSimpleName("Dispatcher")
          .orShould()
          .dependOnClassesThat()
          .haveSimpleName("PlanRunner");

  @ArchTest
  static final ArchRule THE_QUARANTINE_REACHES_NOTHING =
      classes()
          .that()
          .resideInAPackage("dev.cantilever.agent.quarantine..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "dev.cantilever.agent.quarantine..",
              "dev.cantilever.vocabulary.quantity..",
              "java.lang..",
              "java.text",
              "java.util..");

  @ArchTest
  static final ArchRule ONLY_ONE_PACKAGE_SEES_THE_WEB_SERVER =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.cantilever.agent.web.server")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.javalin..", "org.eclipse.jetty..", "jakarta..", "kotlin..");

  @ArchTest
  static final ArchRule THE_EDGE_OVER_HTTP_REACHES_NO_GATE_AND_NO_DISPATCHER =
      noClasses()
          .that()
          .resideInAPackage("dev.cantilever.agent.web..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.cantilever.kernel.permit..")
          .orShould()
          .dependOnClassesThat()
          .haveSimpleName("Dispatcher");

  @ArchTest
  static final ArchRule ONLY_TOOLS_OF_INSTRUMENTS_SEND_COMMANDS =
      noClasses()
          .that()
          .resideOutsideOfPackages("dev.cantilever.tools.instrument..", "dev.cantilever.kernel..")
          .should()
          .callMethodWhere(
              JavaCall.Predicates.target(
                  DescribedPredicate.describe(
                      "Gate.execute",
                      target ->
                          target
                                  .getOwner()
                                  .getFullName()
                                  .equals("dev.cantilever.kernel.permit.Gate")
                              && target.getName().equals("execute"))));

  @ArchTest
  static final ArchRule PACKAGES_OF_NUMERICS_HAVE_NO_CYCLES =
      slices().matching("dev.cantilever.numerics.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule PACKAGES_OF_TOOLS_HAVE_NO_CYCLES =
      slices().matching("dev.cantilever.tools.(*)..").should().beFreeOfCycles();
}
