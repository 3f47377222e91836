package fr.cedre.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Random;

/**
 * Writes the folder of an imaginary intermediary association whose {@code missions.csv} has as many rows as wanted: always the same for the same size.
 * Nearly every row complies; each kind of defect comes about twice in ten thousand rows. There is no {@code heures.csv}, so that the monthly shares
 * of § 6.1 G too are counted on the missions.
 */
final class BigDossier {

    static final LocalDate AUDIT = LocalDate.of(2026, 11, 21);

    private static final int EMPLOYEES = 20_000;
    private static final int CLIENTS = 3_000;
    private static final int CLIENTS_EACH = 12; // an employee goes back to the same dozen clients
    private static final int DAYS = 430; // a little more than the controlled year

    private final Path folder;
    private final Random random = new Random(20_261_121);

    private BigDossier(Path folder) {
        this.folder = folder;
    }

    /** Writes the folder and returns the path of its missions. */
    static Path write(Path folder, int missions) throws IOException {
        return new BigDossier(folder).write(missions);
    }

    private Path write(int missions) throws IOException {
        Files.createDirectories(folder.resolve("registres"));
        Files.writeString(
                folder.resolve("structure.yaml"),
                "nom: Grande AI imaginaire\ntypes: [AI]\nreferentiel: cedre-v2\nrythmes:\n  regulation: 2 semaines\n");
        Files.writeString(
                folder.resolve("preuves.csv"),
                "ref;titre;nature;specifications;version;valide_le\nMQ-01;Manuel qualité;manuel-qualite;3.1;4;2026-01-12\n");
        clients();
        employees();
        return missions(missions);
    }

    private void clients() throws IOException {
        try (BufferedWriter out = open("clients")) {
            out.write("id;categorie\n");
            for (int i = 1; i <= CLIENTS; i++) {
                out.write("CL-" + padded(i, 4) + (i % 3 == 0 ? ";entreprise\n" : ";particulier\n"));
            }
        }
    }

    private void employees() throws IOException {
        try (BufferedWriter salaries = open("salaries");
                BufferedWriter informations = open("informations");
                BufferedWriter engagements = open("engagements")) {
            salaries.write("id;date_entree;date_sortie\n");
            informations.write("id_salarie;date;themes\n");
            engagements.write("id;id_salarie;type;debut;echeance;signe_salarie_le;signe_structure_le;objectifs\n");
            for (int i = 1; i <= EMPLOYEES; i++) {
                String id = employee(i);
                LocalDate entry = AUDIT.minusDays(DAYS + 30L + i % 300);
                salaries.write(id + ";" + entry + ";\n");
                informations.write(
                        id + ";" + entry + ";missions, clients, contrat, reglement, securite, formation, convention\n");
                if (i % 5 < 3) {
                    LocalDate start = AUDIT.minusDays(DAYS + i % 20);
                    engagements.write("ENG-" + padded(i, 5) + ";" + id + ";mobilisation_preparation;" + start + ";"
                            + AUDIT.plusDays(40) + ";" + start + ";" + start + ";tenir un poste à temps partiel\n");
                }
            }
        }
    }

    private Path missions(int missions) throws IOException {
        try (BufferedWriter out = open("missions")) {
            out.write("id;id_salarie;id_client;debut;fin;heures;date_info_conditions;date_suivi_client;exploitation;"
                    + "date_eval_client;date_eval_salarie;date_mise_en_relation;conformite_mesuree\n");
            StringBuilder row = new StringBuilder(200);
            for (int i = 1; i <= missions; i++) {
                row.setLength(0);
                LocalDate start = AUDIT.minusDays(DAYS - (long) i * (DAYS - 1) / missions);
                mission(row, i, start);
                out.append(row);
            }
        }
        return folder.resolve("registres/missions.csv");
    }

    private void mission(StringBuilder row, int i, LocalDate start) {
        int defect = random.nextInt(50_000); // 0 to 9: a defect of that kind
        int length = 1 + random.nextInt(28);
        LocalDate end = start.plusDays(length - 1L);
        boolean open = random.nextInt(40) == 0 || end.isAfter(AUDIT);
        LocalDate last = open || end.isAfter(AUDIT) ? AUDIT : end;
        row.append("M-").append(start.getYear()).append('-').append(padded(i, 7));
        int who = 1 + random.nextInt(EMPLOYEES);
        row.append(';').append(employee(defect == 0 ? EMPLOYEES + 1 : who));
        row.append(";CL-").append(padded(1 + (who * 37 + random.nextInt(CLIENTS_EACH)) % CLIENTS, 4));
        row.append(';').append(start).append(';').append(open ? "" : end);
        row.append(';').append(length * 3).append(random.nextBoolean() ? ",5" : "");
        row.append(';').append(defect == 1 ? "" : defect == 2 ? start.plusDays(2) : start.minusDays(random.nextInt(4)));
        LocalDate followed = start.plusDays(length / 2);
        row.append(';').append(defect == 3 ? "" : followed.isAfter(last) ? last : followed);
        row.append(';').append(defect == 4 ? "non" : "FS-" + i);
        row.append(';').append(open || random.nextInt(6) == 0 ? "" : end);
        row.append(';').append(open || random.nextInt(6) == 0 ? "" : end);
        row.append(';').append(defect == 5 ? "" : defect == 6 ? "31/02/2026" : start.minusDays(random.nextInt(6)));
        row.append(';')
                .append(open ? "" : random.nextInt(8) == 0 ? "non" : "FM-" + i)
                .append('\n');
    }

    private BufferedWriter open(String register) throws IOException {
        return Files.newBufferedWriter(folder.resolve("registres/" + register + ".csv"), StandardCharsets.UTF_8);
    }

    private static String employee(int i) {
        return "S-" + padded(i, 5);
    }

    private static String padded(int number, int width) {
        String digits = Integer.toString(number);
        return "0".repeat(Math.max(0, width - digits.length())) + digits;
    }
}
