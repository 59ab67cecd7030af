import { createHash, randomBytes } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { allTextIn, filesIn, folderOf, type Outcome, scrubjay, valuesIn } from "../support/command.ts";
import { header, patients, planted, plantedValues, row } from "../support/sample.ts";

interface Run extends Outcome {
  readonly out: string;
  readonly folder: string;
}

/** De-identifies one file into `out/` and makes sure that no planted value is told anywhere but in the quarantine. */
async function deidentify(name: string, content: string | Uint8Array, ...args: readonly string[]): Promise<Run> {
  const folder = folderOf({ [name]: content });
  const outcome = await scrubjay(["deidentify", name, "--out", "out/", "--as-of", "2026-01-31", ...args], { cwd: folder });
  const told = allTextIn(folder, (file) => file === name || /quarantine/.test(file));
  expect(valuesIn(outcome.stdout + outcome.stderr + told, plantedValues)).toEqual([]);
  return { ...outcome, out: join(folder, "out"), folder };
}

function expectRefused(run: Run, code: string): void {
  expect(run.stderr).toContain(`${code}:`);
  expect(run.code).toBe(4);
  expect(existsSync(run.out) ? filesIn(run.out).filter((file) => file !== "manifest.json") : []).toEqual([]);
}

const manifestOf = (run: Run) => JSON.parse(readFileSync(join(run.out, "manifest.json"), "utf8"));

test("this check can fail: a policy that keeps names lets one through", async () => {
  const folder = folderOf({ "p.csv": patients, "p.yaml": "extends: expert-determination\nname: leaky\nrules:\n  A: keep\n" });
  const { code } = await scrubjay(["deidentify", "p.csv", "--out", "out/", "--policy", "p.yaml"], { cwd: folder });
  expect(code).toBe(0);
  expect(valuesIn(readFileSync(join(folder, "out/p.csv"), "utf8"), [planted.family, planted.ssn])).toEqual([planted.family]);
});

test("a whole file is de-identified and nothing of the planted patient is left", async () => {
  const run = await deidentify("p.csv", patients);
  expect(run.stderr).not.toContain("defect");
  expect(run.code).toBe(0);
  const lines = readFileSync(join(run.out, "p.csv"), "utf8").split("\n");
  expect(lines[0]).toBe(header);
  expect(lines[1]).toMatch(/,F,98,mg\/dL$/);
  expect(manifestOf(run).totals).toEqual({ in: 3, out: 3, quarantined: 0 });
});

describe("nothing to do", () => {
  test("an empty file gives an empty file", async () => {
    const run = await deidentify("p.csv", "");
    expect(run.code).toBe(0);
    expect(readFileSync(join(run.out, "p.csv"), "utf8")).toBe("");
    expect(manifestOf(run).totals.in).toBe(0);
  });

  test("a file with a header only gives the same header and 0 records", async () => {
    const run = await deidentify("p.csv", `${header}\r\n`);
    expect(run.code).toBe(0);
    expect(readFileSync(join(run.out, "p.csv"), "utf8")).toBe(`${header}\r\n`);
    expect(manifestOf(run).totals.in).toBe(0);
  });
});

describe("compression", () => {
  test("gzip in, gzip out", async () => {
    const run = await deidentify("p.csv.gz", gzipSync(patients));
    expect(run.code).toBe(0);
    expect(
      gunzipSync(readFileSync(join(run.out, "p.csv.gz")))
        .toString()
        .split("\n")[0],
    ).toBe(header);
  });

  test("a truncated gzip file is refused", async () => {
    const rows = Array.from({ length: 5000 }, () => row.replace("98", randomBytes(2).readUInt16LE().toString())).join("\n");
    const whole = gzipSync(`${header}\n${rows}\n`);
    expectRefused(await deidentify("p.csv.gz", whole.subarray(0, whole.length - 20)), "input-unreadable");
  });

  test("a gzip bomb is refused", async () => {
    const piece = gzipSync(Buffer.alloc(64 << 20, " "), { level: 9 });
    const bomb = Buffer.concat([gzipSync(patients), ...Array.from({ length: 8 }, () => piece)]);
    expectRefused(await deidentify("p.csv.gz", bomb), "too-large");
  });
});

describe("delimited text", () => {
  test("a quote that is never closed is refused, not let to swallow the rows below", async () => {
    const broken = `${patients}MR-1,"Ann,Lee,1,2,3,4,5,6,F,1,mg/dL\n${`${row}\n`.repeat(20)}`;
    expectRefused(await deidentify("p.csv", broken), "malformed");
  });

  test("a ragged row is refused with its line", async () => {
    const run = await deidentify("p.csv", `${patients}${planted.mrn},${planted.given}\n`);
    expectRefused(run, "malformed");
    expect(run.stderr).toContain("line 5");
  });

  test("--on-error quarantine puts a ragged row aside, counted, and exits non-zero: in = out + quarantined", async () => {
    const run = await deidentify(
      "p.csv",
      `${patients}${planted.mrn},${planted.given}\n${row}\n`,
      "--on-error",
      "quarantine",
      "--evidence",
      "home",
    );
    expect(run.code).toBe(4);
    expect(readFileSync(join(run.out, "p.csv"), "utf8").trimEnd().split("\n")).toHaveLength(5);
    expect(manifestOf(run).totals).toEqual({ in: 5, out: 4, quarantined: 1 });
    const quarantine = filesIn(join(run.folder, "home")).find((name) => name.includes("quarantine"));
    expect(readFileSync(join(run.folder, "home", quarantine!), "utf8")).toContain(planted.given);
  });

  test("a bad file does not stop the others", async () => {
    const folder = folderOf({ "in/bad.csv": `${patients}1,2\n`, "in/good.csv": patients });
    const { code, stderr } = await scrubjay(["deidentify", "in", "--out", "out"], { cwd: folder });
    expect(stderr).toContain("malformed:");
    expect(code).toBe(4);
    expect(filesIn(join(folder, "out"))).toEqual(["good.csv", "manifest.json"]);
    const { refused } = JSON.parse(readFileSync(join(folder, "out/manifest.json"), "utf8"));
    expect(refused).toEqual([{ input: "bad.csv", code: "malformed" }]);
  });

  test("NUL bytes are refused", async () => {
    const run = await deidentify("p.csv", patients.replace("Ostrava", "Ost\0rava"));
    expect(run.code).toBe(4);
    expect(existsSync(join(run.out, "p.csv"))).toBe(false);
  });

  test("a binary file called .csv is refused", async () => {
    const bytes = Buffer.concat([createHash("sha512").update("1").digest(), Buffer.alloc(40), createHash("sha512").update("2").digest()]);
    const run = await deidentify("p.csv", bytes);
    expect(run.code).toBe(4);
    expect(existsSync(join(run.out, "p.csv"))).toBe(false);
  });

  test("formula cells stay verbatim where they are kept, with a warning", async () => {
    const rows = Array.from({ length: 30 }, (_, i) => `MR-${1000 + i},${i === 7 ? "=1+2" : i},mg/dL`).join("\n");
    const run = await deidentify("p.csv", `MRN,GLUCOSE,UNITS\n${rows}\n`, "--evidence", "home");
    expect(run.code).toBe(0);
    expect(allTextIn(join(run.folder, "home"))).toContain("formula-cell");
  });

  test("a name glued into a header becomes a code, and the column is still judged by the rest of it", async () => {
    const run = await deidentify("p.csv", "MariaLopezMRN,bp\n48213,120/80\n48214,130/85\n");
    const out = readFileSync(join(run.out, "p.csv"), "utf8");
    expect(out).toMatch(/^record_\w+,bp\n\w+_\w+,120\/80\n\w+_\w+,130\/85\n$/);
    expect(run.stdout + run.stderr + allTextIn(run.folder, (file) => file === "p.csv")).not.toMatch(/lopez/i);
  });

  test("300 columns called col_17 and so on are judged by what they hold", async () => {
    const names = Array.from({ length: 300 }, (_, i) => `col_${i}`).join(",");
    const line = (given: string, family: string, ssn: string) =>
      [given, family, ssn, ...Array.from({ length: 297 }, (_, i) => String(i % 7))].join(",");
    const rows = Array.from({ length: 40 }, (_, i) =>
      line(["Mary", "James", "Linda", "Robert"][i % 4]!, ["Smith", "Johnson", "Garcia"][i % 3]!, `523-48-${1200 + i}`),
    );
    const run = await deidentify("p.csv", `${names}\n${rows.join("\n")}\n${line(planted.given, planted.family, planted.ssn)}\n`);
    expect(run.code).toBe(0);
    const out = readFileSync(join(run.out, "p.csv"), "utf8");
    expect(valuesIn(out, ["Mary", "Linda", "Garcia", "Johnson", "523-48"])).toEqual([]);
    expect(out.split("\n")[1]!.split(",").slice(3)).toEqual(Array.from({ length: 297 }, (_, i) => String(i % 7)));
  });
});

describe("encodings", () => {
  test("mixed valid and invalid UTF-8 is refused with the byte offset, never replaced in silence", async () => {
    const head = `${patients}MR-1,José,`;
    const bytes = Buffer.concat([Buffer.from(head), Buffer.from([0xff, 0xfe]), Buffer.from(",1,2,3,4,5,6,F,1,mg/dL\n")]);
    const run = await deidentify("p.csv", bytes);
    expectRefused(run, "encoding-invalid");
    expect(run.stderr).toContain(`byte ${Buffer.byteLength(head)}`);
  });

  test("no valid multibyte sequence at all means Windows-1252, with a notice, and stays so", async () => {
    const run = await deidentify("p.csv", Buffer.from(patients.replace("mg/dL", "µmol/L"), "latin1"));
    expect(run.code).toBe(0);
    expect(run.stderr).toContain("Windows-1252");
    expect(readFileSync(join(run.out, "p.csv")).toString("latin1")).toContain("µmol/L");
  });

  test("UTF-16 with its mark stays UTF-16 with its mark", async () => {
    const run = await deidentify("p.csv", Buffer.from(`\ufeff${patients}`, "utf16le"));
    expect(run.code).toBe(0);
    const out = readFileSync(join(run.out, "p.csv"));
    expect(out.toString("utf16le").startsWith(`\ufeff${header}\n`)).toBe(true);
  });
});

describe("JSON", () => {
  const record = { mrn: planted.mrn, ssn: planted.ssn, name: { given: [planted.given], family: planted.family }, glucose: 98 };

  test("number spelling, key order and spacing stay as they were", async () => {
    const text = `{"ssn": "${planted.ssn}",  "glucose": 1.50, "big": 9007199254740993, "sex": "F"}\n`;
    const run = await deidentify("p.ndjson", text.repeat(3));
    expect(run.code).toBe(0);
    expect(readFileSync(join(run.out, "p.ndjson"), "utf8").split("\n")[0]).toMatch(
      /^\{"ssn": (?:""|null|"[^"]*"),\s+"glucose": 1\.50, "big": .*"sex": "F"\}$/,
    );
  });

  test("a torn NDJSON line is refused with its line; with quarantine the others go on", async () => {
    const whole = JSON.stringify(record);
    const text = `${whole}\n${whole.slice(0, 60)}\n${whole}\n`;
    const refused = await deidentify("p.ndjson", text);
    expectRefused(refused, "malformed");
    expect(refused.stderr).toContain("line 2");
    const run = await deidentify("p.ndjson", text, "--on-error", "quarantine");
    expect(run.code).toBe(4);
    expect(manifestOf(run).totals).toEqual({ in: 3, out: 2, quarantined: 1 });
  });

  test("duplicate keys are refused", async () => {
    expectRefused(await deidentify("p.json", `[{"ssn": "1", "ssn": "${planted.ssn}"}]`), "malformed");
  });

  test("a document 100,000 levels deep is refused and breaks nothing", async () => {
    const deep = `${"[".repeat(100_000)}"${planted.ssn}"${"]".repeat(100_000)}`;
    expectRefused(await deidentify("p.json", deep), "too-large");
    expectRefused(await deidentify("p.ndjson", `${deep}\n`), "too-large");
  });

  test("identifiers as object keys go too", async () => {
    const run = await deidentify("p.json", JSON.stringify({ [planted.ssn]: { glucose: 98 }, "523-48-1178": { glucose: 99 } }));
    expect(run.code).toBe(0);
    expect(readFileSync(join(run.out, "p.json"), "utf8")).toContain('"glucose":98');
  });
});

describe("long lines", () => {
  test("a line of 100 MB is no trouble", { timeout: 180_000 }, async () => {
    const cell = "the patient reports mild pain in the left knee and was given ibuprofen ";
    const line = `{"ssn": "${planted.ssn}", "values": [${Array.from({ length: 100 }, (_, i) => i).join(", ")}], "filler": [${'"98.6", '.repeat(12_500_000)}"1"], "note": "${cell}"}\n`;
    const run = await deidentify("p.ndjson", line);
    expect(run.stderr).not.toContain("defect");
    expect([0, 4]).toContain(run.code);
    if (run.code === 4) expect(run.stderr).toContain("too-large:");
    else expect(readFileSync(join(run.out, "p.ndjson")).length).toBeGreaterThan(90e6);
  });
});

describe("names of files", () => {
  test("a name that may identify someone is neither told nor given to the output", async () => {
    const folder = folderOf({ [`in/${planted.given}_${planted.family}_${planted.birth}.csv`]: patients, "in/labs.csv": patients });
    const { code, stdout, stderr } = await scrubjay(["deidentify", "in", "--out", "out"], { cwd: folder });
    expect(code).toBe(0);
    const told =
      stdout +
      stderr +
      allTextIn(join(folder, "out")) +
      (existsSync(join(folder, "out.evidence")) ? allTextIn(join(folder, "out.evidence")) : "");
    expect(valuesIn(told, plantedValues)).toEqual([]);
    expect(filesIn(join(folder, "out"))).toHaveLength(3);
    expect(filesIn(join(folder, "out"))).toContain("labs.csv");
  });

  test("an error in such a file does not tell its name either", async () => {
    const folder = folderOf({ [`in/${planted.birth} ${planted.ssn}.csv`]: `${patients}1,2\n` });
    const { code, stdout, stderr } = await scrubjay(["deidentify", "in", "--out", "out"], { cwd: folder });
    expect(code).toBe(4);
    expect(stderr).toContain("malformed:");
    expect(valuesIn(stdout + stderr, plantedValues)).toEqual([]);
  });
});
