package fr.cedre.referential;

/**
 * What the failure of one member means for a group.
 *
 * @param kind rule
 * @param why where the rule comes from
 */
public record GroupRule(Kind kind, String why) {

    /** The three rules a referential may write. */
    public enum Kind {
        /** Each member answers for itself. */
        PAR_MEMBRE("par_membre"),
        /** One member in failure fails the whole group. */
        TOUT_OU_RIEN("tout_ou_rien"),
        /** The group says in {@code groupe.yaml} which of the two it chose. */
        AU_CHOIX("au_choix");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        /** The word written in YAML. */
        public String code() {
            return code;
        }
    }

    /** Each member answers for itself. */
    public static GroupRule byMember() {
        return new GroupRule(Kind.PAR_MEMBRE, "");
    }
}
