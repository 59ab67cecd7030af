import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * Runs a program of one Java file with what it needs from Maven Central (`group:artifact:version`), which mvn fetches once, and ends with
 * its exit code. Says so and ends with 0 where there is no java or mvn.
 */
export function runJava({ program, needs, args }) {
  const skip = (why) => {
    console.log(`skipped: ${why}; nothing was checked`);
    process.exit(0);
  };
  const runs = (command) => spawnSync(command, ["-version"], { stdio: "ignore" }).status === 0;
  if (!runs("java")) skip("there is no java here");
  if (!runs("mvn")) skip("there is no mvn here to fetch the validator with");

  const dependencies = needs.map((name) => {
    const [group, artifact, version] = name.split(":");
    return `<dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${version}</version></dependency>`;
  });
  const pom = `<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>none</groupId><artifactId>none</artifactId><version>1</version><dependencies>
${dependencies.join("\n")}
</dependencies></project>`;
  const folder = mkdtempSync(join(tmpdir(), "scrubjay-java-"));
  let status = 1;
  try {
    writeFileSync(join(folder, "pom.xml"), pom);
    const list = join(folder, "classpath");
    const fetched = spawnSync("mvn", ["-q", "-f", join(folder, "pom.xml"), "dependency:build-classpath", `-Dmdep.outputFile=${list}`]);
    if (fetched.status !== 0) skip("mvn cannot fetch the validator");
    const file = join(fileURLToPath(new URL(".", import.meta.url)), program);
    execFileSync("java", ["-Dfile.encoding=UTF-8", "-cp", readFileSync(list, "utf8").trim(), file, ...args], { stdio: "inherit" });
    status = 0;
  } catch (error) {
    // What was found stands above; anything else is ours.
    if (error.status === undefined) throw error;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  process.exit(status);
}
