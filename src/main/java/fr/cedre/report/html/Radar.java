package fr.cedre.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Shares around a centre, one axis each, in a square of {@value #SIDE} units; an axis without a share has no point, and the outline then stays open there.
 *
 * @param caption what the axes measure, in words
 * @param spokes axes, from the top and clockwise
 * @param rings circles of a quarter, a half, three quarters and the whole: radii
 * @param outline points of the outline, as SVG wants them
 * @param closed true when every axis has a share
 */
public record Radar(String caption, List<Spoke> spokes, List<String> rings, String outline, boolean closed) {

    /** Width and height of the drawing. */
    public static final int SIDE = 340;

    /** Where its axes meet. */
    public static final int CENTRE = SIDE / 2;

    private static final int FEWEST = 3;
    private static final int MOST = 20;
    private static final double RADIUS = 110;
    private static final double LABEL = 126;

    /** Copies the lists. */
    public Radar {
        spokes = List.copyOf(spokes);
        rings = List.copyOf(rings);
    }

    /**
     * What one axis says.
     *
     * @param label short label
     * @param title what it stands for
     * @param share from 0 to 1, or negative when there is none
     * @param text the share in words
     */
    public record Axis(String label, String title, double share, String text) {}

    /** One axis as drawn; {@code px} and {@code py} are its point, empty when it has none. */
    public record Spoke(Axis axis, String x, String y, String lx, String ly, String anchor, String px, String py) {}

    /** True when there are enough axes with a share to draw anything, and few enough to read it. */
    public static boolean fits(List<Axis> axes) {
        return axes.size() <= MOST && axes.stream().filter(a -> a.share() >= 0).count() >= FEWEST;
    }

    /** Draws axes. */
    public static Radar of(String caption, List<Axis> axes) {
        List<Spoke> spokes = new ArrayList<>();
        StringBuilder outline = new StringBuilder();
        for (int i = 0; i < axes.size(); i++) {
            double angle = 2 * StrictMath.PI * i / axes.size();
            double sin = StrictMath.sin(angle);
            double cos = StrictMath.cos(angle);
            Axis axis = axes.get(i);
            String px = "";
            String py = "";
            if (axis.share() >= 0) {
                px = number(SIDE / 2.0 + sin * RADIUS * axis.share());
                py = number(SIDE / 2.0 - cos * RADIUS * axis.share());
                outline.append(outline.isEmpty() ? "" : " ")
                        .append(px)
                        .append(',')
                        .append(py);
            }
            String anchor = StrictMath.abs(sin) < 0.2 ? "middle" : sin > 0 ? "start" : "end";
            spokes.add(new Spoke(
                    axis,
                    number(SIDE / 2.0 + sin * RADIUS),
                    number(SIDE / 2.0 - cos * RADIUS),
                    number(SIDE / 2.0 + sin * LABEL),
                    number(SIDE / 2.0 - cos * LABEL + 4),
                    anchor,
                    px,
                    py));
        }
        List<String> rings = new ArrayList<>();
        for (int quarter = 1; quarter <= 4; quarter++) {
            rings.add(number(RADIUS * quarter / 4));
        }
        boolean closed = axes.stream().allMatch(a -> a.share() >= 0);
        return new Radar(caption, spokes, rings, outline.toString(), closed);
    }

    /** The same in words. */
    public String words() {
        return caption + " : "
                + spokes.stream()
                        .map(s -> s.axis().label() + " " + s.axis().title() + ", "
                                + s.axis().text())
                        .collect(Collectors.joining(" ; "));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
