package fr.cedre.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Whole-process times of {@code bin/cedre}, against an empty JVM and a bare read, one after the other in the same run so that the ratios hold
 * whatever the machine:
 *
 * <pre>mvn -o -Pbench verify -DskipTests</pre>
 *
 * or, once built, {@code java -cp target/test-classes:target/classes:target/cedre/lib/* fr.cedre.bench.ProcessBench [starts] [reads] [rows]}.
 * What it generates goes to {@code target/bench}.
 */
final class ProcessBench {

    private static final Path EXAMPLE = Path.of("examples/ai-clef-emploi");
    private static final String DATE = BigDossier.AUDIT.toString();

    private final List<String> lines = new ArrayList<>();

    private ProcessBench() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        int starts = args.length > 0 ? Integer.parseInt(args[0]) : 21;
        int reads = args.length > 1 ? Integer.parseInt(args[1]) : 5;
        int rows = args.length > 2 ? Integer.parseInt(args[2]) : 1_000_000;
        ProcessBench bench = new ProcessBench();
        bench.starts(starts);
        if (reads > 0) {
            bench.reads(reads, rows);
        }
        System.out.println();
        System.out.printf(Locale.FRENCH, "%-52s %9s %9s %8s%n", "Processus entier", "médiane", "minimum", "rapport");
        bench.lines.forEach(System.out::println);
    }

    private void starts(int times) throws IOException, InterruptedException {
        List<Command> commands = new ArrayList<>();
        commands.add(new Command("JVM vide", java("EmptyJvm"), ""));
        commands.add(new Command("cedre --version", List.of(launcher(), "--version"), ""));
        if (Files.isDirectory(EXAMPLE)) {
            commands.add(new Command("cedre check " + EXAMPLE, check(EXAMPLE), ""));
        }
        run(commands, times);
    }

    private void reads(int times, int rows) throws IOException, InterruptedException {
        Path folder = Path.of("target/bench/ai-" + rows);
        Path missions = folder.resolve("registres/missions.csv");
        if (!Files.isRegularFile(missions)) {
            missions = BigDossier.write(folder, rows);
        }
        List<String> bare = new ArrayList<>(java("BareRead"));
        bare.add(missions.toString());
        run(
                List.of(
                        new Command("lecture nue de missions.csv (" + rows + " lignes)", bare, ""),
                        new Command("cedre check, -Xmx256m", check(folder), "-Xmx256m")),
                times);
    }

    /** One process to time. */
    private record Command(String title, List<String> words, String options) {}

    private void run(List<Command> commands, int times) throws IOException, InterruptedException {
        double[][] seconds = new double[commands.size()][times];
        for (int turn = -1; turn < times; turn++) { // the first turn fills the disk cache
            for (int i = 0; i < commands.size(); i++) {
                double taken = seconds(commands.get(i));
                if (turn >= 0) {
                    seconds[i][turn] = taken;
                }
            }
        }
        double reference = 0;
        for (int i = 0; i < commands.size(); i++) {
            Arrays.sort(seconds[i]);
            double median = seconds[i][times / 2];
            reference = i == 0 ? median : reference;
            lines.add(String.format(
                    Locale.FRENCH,
                    "%-52s %7.3f s %7.3f s %7.2f×",
                    commands.get(i).title(),
                    median,
                    seconds[i][0],
                    median / reference));
        }
    }

    private static double seconds(Command command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command.words())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("CEDRE_JAVA_OPTS", command.options());
        long start = System.nanoTime();
        int code = builder.start().waitFor();
        double taken = (System.nanoTime() - start) / 1e9;
        if (code > 1) {
            throw new IllegalStateException(command.title() + " : code de sortie " + code);
        }
        return taken;
    }

    private static String launcher() {
        return Path.of("target/cedre/bin/cedre").toAbsolutePath().toString();
    }

    private static List<String> check(Path folder) {
        return List.of(launcher(), "check", folder.toString(), "--date", DATE);
    }

    /** A class of this package under plain java, with the two class-path entries it needs. */
    private static List<String> java(String name) {
        String home = System.getProperty("java.home");
        String classPath = name.equals("EmptyJvm")
                ? "target/test-classes"
                : "target/test-classes:" + Path.of("target/cedre/lib/*");
        return List.of(home + "/bin/java", "-cp", classPath, "fr.cedre.bench." + name);
    }
}
