// Reads HL7 v2 files by HAPI, which is Java and not ours: node scripts/validate-hl7.js FILE.hl7…
// Wants java (11 or later) and mvn, which fetches HAPI's jars once. Without them it says so and checks nothing.
import { runJava } from "./java.js";

const args = process.argv.slice(2);
if (args.length === 0) {
  console.error("usage: node scripts/validate-hl7.js FILE.hl7…");
  process.exit(2);
}

runJava({
  program: "hl7/Validate.java",
  needs: ["ca.uhn.hapi:hapi-structures-v251:2.5.1", "org.slf4j:slf4j-nop:1.7.30"],
  args,
});
