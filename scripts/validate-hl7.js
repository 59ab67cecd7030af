// Reads HL7 v2 files by HAPI, which is Java and not ours: node scripts/validate-hl7.js FILE.hl7…
// Wants java (11 or later) and mvn, which fetches HAPI's jars once. Without them it says so and checks nothing.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const files = process.argv.slice(2);
if (files.length === 0) {
  console.error("usage: node scripts/validate-hl7.js FILE.hl7…");
  process.exit(2);
}

const pom = `<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>none</groupId><artifactId>none</artifactId><version>1</version><dependencies>
<dependency><groupId>ca.uhn.hapi</groupId><artifactId>hapi-structures-v251</artifactId><version>2.5.1</version></dependency>
<dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>1.7.30</version></dependency>
</dependencies></project>`;

function skip(why) {
  console.log(`skipped: ${why}; no message was checked by HAPI`);
  process.exit(0);
}

const runs = (command) => spawnSync(command, ["-version"], { stdio: "ignore" }).status === 0;
if (!runs("java")) skip("there is no java here");
if (!runs("mvn")) skip("there is no mvn here to fetch HAPI with");

const folder = mkdtempSync(join(tmpdir(), "scrubjay-hapi-"));
let status = 1;
try {
  writeFileSync(join(folder, "pom.xml"), pom);
  const list = join(folder, "classpath");
  const fetched = spawnSync("mvn", ["-q", "-f", join(folder, "pom.xml"), "dependency:build-classpath", `-Dmdep.outputFile=${list}`]);
  if (fetched.status !== 0) skip("mvn cannot fetch HAPI");
  const program = join(fileURLToPath(new URL(".", import.meta.url)), "hl7/Validate.java");
  execFileSync("java", ["-Dfile.encoding=UTF-8", "-cp", readFileSync(list, "utf8").trim(), program, ...files], { stdio: "inherit" });
  status = 0;
} catch (error) {
  // What HAPI found stands above; anything else is ours.
  if (error.status === undefined) throw error;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exit(status);
