package fr.cedre.bench;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The least a Java program does with {@code missions.csv}: commons-csv, three dates by index, nothing kept. */
final class BareRead {

    private static final int[] DATES = {3, 4, 6}; // debut, fin, date_info_conditions

    private BareRead() {}

    public static void main(String[] args) throws IOException {
        CSVFormat format = CSVFormat.DEFAULT.builder().setDelimiter(';').get();
        long rows = 0;
        long days = 0;
        try (Reader reader = Files.newBufferedReader(Path.of(args[0]), StandardCharsets.UTF_8);
                CSVParser parser =
                        CSVParser.builder().setReader(reader).setFormat(format).get()) {
            for (CSVRecord record : parser) {
                if (rows++ == 0) {
                    continue; // header
                }
                for (int column : DATES) {
                    String text = record.get(column);
                    if (!text.isEmpty()) {
                        days += LocalDate.parse(text, DateTimeFormatter.ISO_LOCAL_DATE)
                                .toEpochDay();
                    }
                }
            }
        }
        System.out.println(rows + " " + days); // so that nothing is optimised away
    }
}
