// Reads FHIR by HL7's own validator, as HAPI packs it: node scripts/validate-fhir.js bundles.ndjson…
// Wants java (17 or later) and mvn, which fetches the jars once (100 MB). Without them it says so and checks nothing.
// Takes a gigabyte of memory, and a second for some twenty resources.
import { runJava } from "./java.js";

const args = process.argv.slice(2);
if (args.length === 0) {
  console.error("usage: node scripts/validate-fhir.js bundles.ndjson…");
  process.exit(2);
}

runJava({
  program: "fhir/Validate.java",
  needs: [
    ...["validation", "structures-r4", "validation-resources-r4", "caching-caffeine"].map(
      (name) => `ca.uhn.hapi.fhir:hapi-fhir-${name}:7.4.5`,
    ),
    "org.slf4j:slf4j-nop:2.0.13",
  ],
  args,
});
