package fr.cedre.review;

/** Why a change is what it is, where the word alone would say too much. */
public enum Motive {
    /** The check is made and finds nothing any more. */
    CORRIGE("corrige"),
    /** The row or the document it was about is no longer there. */
    LIGNE_DISPARUE("ligne_disparue"),
    /** Still there if the controlled period is stretched back to the reference's: the period moved, nothing was mended. */
    HORS_PERIODE("hors_periode"),
    /** Its specification is now without object, or no longer concerns the types under control. */
    SANS_OBJET("sans_objet"),
    /** The structure no longer declares the type it was found for. */
    TYPE_RETIRE("type_retire"),
    /** Nothing takes up its specification in the referential now used. */
    PLUS_DEMANDE("plus_demande"),
    /** The requirement is met, a sensitive point remains. */
    RESTE_POINT_SENSIBLE("reste_point_sensible"),
    /** Its check could not be made, or not to its end. */
    NON_VERIFIABLE("non_verifiable"),
    /** Its check no longer exists under that name, and its specification is not shown to be met. */
    CONTROLE_CHANGE("controle_change"),
    /** Its specification takes up nothing of the reference's referential. */
    EXIGENCE_NOUVELLE("exigence_nouvelle"),
    /** The reference could not verify it. */
    ETAIT_A_EXAMINER("etait_a_examiner"),
    /** The reference only saw a risk. */
    ETAIT_POINT_SENSIBLE("etait_point_sensible"),
    /** The list of the gaps of this check is cut short, in the reference or today: it may be among those that are not named. */
    NON_LISTE("non_liste"),
    /** The reference did not check its specification. */
    NON_CONTROLE("non_controle");

    private final String code;

    Motive(String code) {
        this.code = code;
    }

    /** The word written in outputs. */
    public String code() {
        return code;
    }
}
