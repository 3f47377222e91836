package fr.cedre.bench;

/** What a JVM costs before it does anything. */
final class EmptyJvm {

    private EmptyJvm() {}

    public static void main(String[] args) {}
}
