package fr.cedre.report;

import fr.cedre.check.Finding;
import fr.cedre.check.Gravity;
import fr.cedre.check.Level;
import fr.cedre.check.Measure;
import fr.cedre.check.Parameter;
import fr.cedre.dossier.FileRead;
import fr.cedre.dossier.Judgement;
import fr.cedre.dossier.Period;
import fr.cedre.dossier.Structure;
import fr.cedre.dossier.StructureType;
import fr.cedre.evaluation.Evaluation;
import fr.cedre.evaluation.Evaluation.JudgementFate;
import fr.cedre.evaluation.Evaluation.NonApplicabilityFate;
import fr.cedre.evaluation.Evaluation.PrincipleEvidence;
import fr.cedre.evaluation.SpecificationResult;
import fr.cedre.evaluation.Status;
import fr.cedre.problem.Location;
import fr.cedre.problem.Problem;
import fr.cedre.referential.Chapter;
import fr.cedre.referential.GroupRule;
import fr.cedre.referential.Lifecycle;
import fr.cedre.referential.NonApplicability;
import fr.cedre.referential.Principle;
import fr.cedre.referential.Provenance;
import fr.cedre.referential.Reference;
import fr.cedre.referential.Referential;
import fr.cedre.referential.Source;
import fr.cedre.referential.Specification;
import fr.cedre.yaml.YamlNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Evaluations made by hand, so that reports are tested without the engine. */
final class SampleEvaluation {

    static final StructureType AI = new StructureType("AI");

    private static final LocalDate AUDIT = LocalDate.of(2026, 11, 21);
    private static final String SHA = "0123456789abcdef".repeat(4);

    private SampleEvaluation() {}

    /** One of everything a report can show, hostile text included. */
    static Evaluation full() {
        Specification politique = specification("3.1", "Politique qualité écrite et validée", "3.1", "9");
        Specification manuel = specification("3.2", "Manuel qualité tenu à jour", "3.2", "9-10");
        Specification accueil = specification("6.1.A", "Accueil de toute personne", "6.1 A", "13");
        Specification relais = specification("6.1.A3", "Orientation vers un relais confirmé", "6.1 A", "13");
        Specification part = specification("6.1.G-DP", "Part des salariés couverts par un engagement", "6.1 G", "16");
        Specification suivi = specification("6.2.D1", "Suivi des missions longues", "6.2 D", "19");
        Specification bilan = specification("6.2.D2", "Bilan avec le client", "6.2 D", "19");
        Specification evaluation = specification("6.2.E", "Évaluation partagée", "6.2 E", "20");
        Specification clients = specification("6.3.A5", "Information des clients professionnels", "6.3 A", "22");
        Specification champ = specification("2.2", "Champ de la certification", "2.2", "3");

        Finding month = new Finding(
                "part-contractualisee",
                Level.ECART,
                Gravity.MAJEURE,
                "2026-03",
                "mars 2026 : 4 salariés couverts par un engagement sur 15 présents, il en faut au moins un tiers.",
                "Proposer un engagement dès la deuxième mission et le dater du jour de la signature.",
                "4/15",
                "1/3",
                Location.of("registres/engagements.csv", 12, "echeance"));
        Finding absentRegister = unverified("suivi-absent", "registre missions.csv absent", "registres/missions.csv");
        List<SpecificationResult> results = List.of(
                result(politique, Status.CONFORME, null, List.of(), List.of("MQ-01", "PV-CA-2026"), null),
                result(
                        manuel,
                        Status.ECART,
                        Gravity.MINEURE,
                        List.of(new Finding(
                                "aucune-preuve",
                                Level.ECART,
                                Gravity.MINEURE,
                                "",
                                "Aucune preuve d'aucune sorte.",
                                "Inscrire le manuel dans preuves.csv.",
                                null,
                                null,
                                null)),
                        List.of(),
                        null),
                result(
                        accueil,
                        Status.A_EXAMINER,
                        null,
                        List.of(),
                        List.of("LA-01"),
                        "Exigence de jugement : la qualité de l'écoute se vérifie en entretien, auprès de la personne"
                                + " accueillie et de celle qui l'a reçue, et non dans un registre qui ne dit que des"
                                + " dates et des suites données."),
                result(relais, Status.ECART, Gravity.MINEURE, repeated(42), List.of(), null),
                result(part, Status.ECART, Gravity.MAJEURE, List.of(month, absentRegister), List.of("MQ-01"), null),
                result(suivi, Status.A_EXAMINER, null, List.of(absentRegister), List.of("P-7"), null),
                result(
                        bilan,
                        Status.A_EXAMINER,
                        null,
                        List.of(
                                absentRegister,
                                unverified("client-absent", "registre clients.csv absent", "registres/clients.csv")),
                        List.of("P-7"),
                        null),
                result(
                        evaluation,
                        Status.CONFORME,
                        null,
                        List.of(
                                note(
                                        Level.POINT_SENSIBLE,
                                        "bilan-tardif",
                                        "Bilan B-12 tenu 45 jours après l'échéance."),
                                note(
                                        Level.PISTE_DE_PROGRES,
                                        "support-unique",
                                        "Un support unique faciliterait la lecture."),
                                note(Level.POINT_FORT, "jugement", "Bilans partagés avec le prescripteur.")),
                        List.of("P-9"),
                        null),
                result(clients, Status.SANS_OBJET, null, List.of(), List.of(), "non-applicabilité validée"));

        Referential referential = referential(List.of(
                new Chapter("3", "Système qualité", null, List.of(politique, manuel)),
                new Chapter("6.1", "Accueillir et accompagner les personnes", null, List.of(accueil, relais, part)),
                new Chapter(
                        "6.2",
                        "Suivre les missions, évaluer avec les personnes et avec les clients",
                        null,
                        List.of(suivi, bilan, evaluation)),
                new Chapter("6.3", "Servir les clients", null, List.of(clients))));
        return new Evaluation(
                referential,
                structure("Clef\u001B[31m Emploi\u202E"),
                List.of(AI),
                Period.yearBefore(AUDIT),
                results,
                List.of(result(champ, Status.CONFORME, null, List.of(), List.of("CERT-1"), null)),
                List.of(new PrincipleEvidence("interet-de-la-personne", List.of("CH-1"))),
                List.of(
                        new JudgementFate(
                                new Judgement(
                                        "6.2.E",
                                        AI,
                                        "point_fort",
                                        null,
                                        LocalDate.of(2026, 3, 12),
                                        LocalDate.of(2027, 3, 12),
                                        true,
                                        2),
                                true,
                                "point fort inscrit"),
                        new JudgementFate(
                                new Judgement(
                                        "6.1.A",
                                        null,
                                        "conforme",
                                        null,
                                        LocalDate.of(2024, 1, 5),
                                        LocalDate.of(2025, 1, 5),
                                        true,
                                        3),
                                false,
                                "échu")),
                List.of(new NonApplicabilityFate(
                        new Structure.NonApplicable("6.3.A5", true, true, LocalDate.of(2027, 6, 30), 14), true, null)),
                List.of(
                        new Parameter("tolerance_bilan", "30 jours", "Le texte ne fixe aucun délai.", "A-24"),
                        new Parameter("minimum_activites", "2", "Il faut pouvoir choisir.", null)),
                List.of(
                        Problem.error(
                                Location.of("registres/engagements.csv", 7, "debut"),
                                "date illisible « 31/02/2026 » ; attendu jj/mm/aaaa ou aaaa-mm-jj"),
                        Problem.information(Location.of("registres/engagements.csv"), "lu en Windows-1252"),
                        Problem.warning(
                                Location.of("structure.yaml", 9, "rythme"),
                                "clé inconnue ; vouliez-vous dire « rythmes » ?")),
                List.of(),
                List.of(),
                List.of(
                        new FileRead("preuves.csv", "UTF-8", ';', 12, 0, 0, SHA),
                        new FileRead("registres/engagements.csv", "Windows-1252", '\t', 1240, 3, 1, SHA),
                        new FileRead("structure.yaml", "UTF-8", null, 0, 0, 0, null)),
                Set.of(),
                List.of(),
                false);
    }

    /** Some results, and nothing else; every specification in chapter 3. */
    static Evaluation of(List<SpecificationResult> results, List<Problem> problems) {
        return new Evaluation(
                referential(List.of(new Chapter(
                        "3",
                        "Système qualité",
                        null,
                        results.stream().map(SpecificationResult::specification).toList()))),
                structure("Clef Emploi"),
                List.of(AI),
                Period.yearBefore(AUDIT),
                results,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                problems,
                List.of(),
                List.of(),
                List.of(),
                Set.of(),
                List.of(),
                false);
    }

    static Specification specification(String id, String title, String section, String page) {
        return new Specification(
                id,
                title,
                new Reference(section, page),
                null,
                Gravity.MINEURE,
                NonApplicability.PERMISE,
                null,
                null,
                null,
                List.of(),
                List.of(),
                null,
                List.of(),
                List.of(),
                "",
                List.of(),
                false,
                new Source("cedre-v2", Provenance.OFFICIEL, null, null, null),
                1);
    }

    static SpecificationResult result(
            Specification specification,
            Status status,
            @Nullable Gravity gravity,
            List<Finding> findings,
            List<String> evidence,
            @Nullable String reason) {
        return new SpecificationResult(
                specification,
                AI,
                "Exigence",
                status,
                gravity,
                findings,
                evidence,
                List.of(),
                List.of(),
                null,
                specification.id().equals("6.1.G-DP") ? MEASURES : List.of(),
                reason,
                null);
    }

    private static final List<Measure> MEASURES =
            List.of(new Measure("part-contractualisee", "2026-03", 15, 4, 1, 5, "registres/heures.csv"));

    static Finding unverified(String check, String message, String file) {
        return new Finding(
                check, Level.A_EXAMINER, null, "", message, "Fournir " + file + ".", null, null, Location.of(file));
    }

    private static Finding note(Level level, String check, String message) {
        return new Finding(check, level, null, "B-12", message, "", null, null, Location.of("registres/bilans.csv", 4));
    }

    private static List<Finding> repeated(int times) {
        List<Finding> findings = new ArrayList<>();
        for (int i = 1; i <= times; i++) {
            findings.add(new Finding(
                    "relais-non-confirme",
                    Level.ECART,
                    Gravity.MINEURE,
                    "A-" + i,
                    "Accueil A-" + i + " : orientation sans confirmation du relais.",
                    "Appeler le relais et noter la date dans « date_relais_confirme ».",
                    null,
                    null,
                    Location.of("registres/accueils.csv", i + 1, "date_relais_confirme")));
        }
        return findings;
    }

    private static Structure structure(String name) {
        return new Structure(
                name,
                List.of(AI),
                null,
                null,
                null,
                Map.of(),
                List.of(),
                null,
                List.of(),
                Map.of(),
                List.of(),
                new YamlNode.Mapping(Map.of(), 1));
    }

    private static Referential referential(List<Chapter> chapters) {
        return new Referential(
                "cedre-v2",
                List.of("v2"),
                "Référentiel CEDRE, version 2",
                "2",
                Provenance.OFFICIEL,
                "Exigences reformulées ; seul le texte de la fédération fait foi.",
                List.of(),
                Lifecycle.none(),
                GroupRule.byMember(),
                List.of(),
                Map.of(),
                Map.of(),
                List.of(),
                List.of(new Principle(
                        "interet-de-la-personne", "L'intérêt de la personne d'abord", "", new Reference("2.3", "4"))),
                List.of(),
                List.of(),
                List.of(),
                chapters,
                List.of());
    }
}
