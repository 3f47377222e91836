package fr.cedre.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cedre.problem.Problems;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The compact form is the YAML's own tree, and never serves for another text. */
class CompactYamlTest {

    private static final Path REFERENTIALS = Path.of("referentiels");

    @Test
    void bundled_files_give_the_tree_of_their_text(@TempDir Path folder) throws IOException {
        Path file = folder.resolve(CompactYaml.FILE);
        CompactYamlWriter.main(new String[] {REFERENTIALS.toString(), file.toString()});
        CompactYaml compact = CompactYaml.open(file);
        for (String name : new String[] {"cedre-v2.yaml", "registres/missions.json"}) {
            byte[] content = Files.readAllBytes(REFERENTIALS.resolve(name));
            YamlNode parsed = YamlReader.read(new String(content, StandardCharsets.UTF_8), name, new Problems())
                    .orElseThrow();
            assertThat(compact.find(name, content)).as(name).isEqualTo(parsed);
        }
    }

    @Test
    void every_kind_of_node_keeps_its_line_and_its_quotes() {
        byte[] text = bytes("a: 1\nb:\n  - 'x'\n  - {c: œuvre, d: ~}\n\ne: \"\"\n\"a b\": été\n");
        YamlNode parsed = YamlReader.read(text(text), "x.yaml", new Problems()).orElseThrow();
        assertThat(CompactYaml.of(CompactYamlWriter.write(Map.of("x.yaml", text)))
                        .find("x.yaml", text))
                .isEqualTo(parsed);
    }

    @Test
    void edited_file_is_parsed_anew() {
        byte[] text = bytes("titre: un\n");
        CompactYaml compact = CompactYaml.of(CompactYamlWriter.write(Map.of("x.yaml", text)));
        assertThat(compact.find("x.yaml", text)).isNotNull();
        assertThat(compact.find("x.yaml", bytes("titre: dx\n"))).isNull();
        assertThat(compact.find("x.yaml", bytes("titre: deux\n"))).isNull();
        assertThat(compact.find("y.yaml", text)).isNull();
    }

    @Test
    void damaged_compact_file_is_as_if_absent(@TempDir Path folder) {
        byte[] text = bytes("titre: un\n");
        byte[] whole = CompactYamlWriter.write(Map.of("x.yaml", text));
        for (int i = 0; i < whole.length; i++) {
            byte[] damaged = whole.clone();
            damaged[i] ^= 0x10;
            assertThat(CompactYaml.of(damaged).find("x.yaml", text)).isNull();
            assertThat(CompactYaml.of(java.util.Arrays.copyOf(whole, i)).find("x.yaml", text))
                    .isNull();
        }
        assertThat(CompactYaml.open(folder.resolve("absent.bin")).find("x.yaml", text))
                .isNull();
    }

    @Test
    void file_with_a_defect_is_left_out_so_that_it_is_said_each_time() {
        byte[] text = bytes("a: 1\na: 2\n");
        assertThat(CompactYaml.of(CompactYamlWriter.write(Map.of("x.yaml", text)))
                        .find("x.yaml", text))
                .isNull();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
