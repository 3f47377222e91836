package fr.cedre.referential;

/** Whether a structure may declare a specification without object. */
public enum NonApplicability {
    /** With a reason and a validation. */
    PERMISE("permise"),
    /** Never: declaring it is a gap. */
    INTERDITE("interdite"),
    /** With a reason, a validation, and the stated condition. */
    CONDITIONNELLE("conditionnelle");

    private final String code;

    NonApplicability(String code) {
        this.code = code;
    }

    /** The word written in YAML. */
    public String code() {
        return code;
    }
}
