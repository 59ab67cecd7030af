import { Command } from "commander";
import type { ProfileComparison } from "../generate/compare-profiles.ts";
import { ageOn, dayOf } from "../generate/days.ts";
import type { PatientRecord } from "../record/record.ts";
import { readProfile } from "./generate.ts";
import { asOfDate, wholeNumber } from "./options.ts";
import type { Terminal } from "./terminal.ts";

export function profileCommand(terminal: Terminal): Command {
  const profile = new Command("profile").description("check profiles of populations, and compare them");
  profile
    .command("check")
    .description("say whether a profile is valid, and where it is not")
    .argument("<profile>", "the name of a shipped one, or a file")
    .option("--patients <n>", "how many patients to draw, which finds quotas that cannot be met", wholeNumber(0), 100)
    .addHelpText("after", "\nExample:\n  scrubjay profile check ohio-elders.yaml")
    .action((name: string, options: { patients: number }) => check(terminal, name, options.patients));
  profile
    .command("diff")
    .description("draw the same patients from two profiles and say what is otherwise: which tables and columns, of how many patients")
    .argument("<a>", "the name of a shipped profile, or a file")
    .argument("<b>", "the other")
    .option("--patients <n>", "how many patients to compare", wholeNumber(1), 200)
    .option("--seed <text>", "the seed of both", "1")
    .option("--as-of <date>", "the day of both: YYYY-MM-DD (default: the first profile's reference date)")
    .option("--json", "print JSON")
    .addHelpText("after", "\nExample:\n  scrubjay profile diff us-population ohio-elders.yaml --patients 500")
    .action((a: string, b: string, options: DiffOptions) => diff(terminal, a, b, options));
  return profile;
}

interface DiffOptions {
  readonly patients: number;
  readonly seed: string;
  readonly asOf?: string;
  readonly json?: true;
}

async function check(terminal: Terminal, name: string, patients: number): Promise<void> {
  const { generatePatients } = await import("../generate/generate.ts");
  const profile = await readProfile(name);
  const drawn = [...generatePatients(profile, { seed: 1, asOf: profile.reference, patients })];
  const many = (what: "conditions" | "treatments" | "allergies" | "measures"): string =>
    `${Object.values(profile[what]).filter((entry) => entry !== null).length} ${what}`;
  terminal.print(
    `${profile.profile} is valid: ${many("conditions")}, ${many("treatments")}, ${many("allergies")}, ${many("measures")}, ${profile.quotas.length} quotas`,
  );
  for (const line of summaryOf(drawn, profile.reference)) terminal.print(line);
}

/** Who was drawn, in two lines: what a glance tells of whether the profile says what was meant. */
function summaryOf(records: readonly PatientRecord[], reference: string): string[] {
  const alive = records.filter(({ patient }) => patient.deceased === undefined);
  if (alive.length === 0) return [];
  const ages = alive.map(({ patient }) => ageOn(patient.birthDate, dayOf(reference))).sort((a, b) => a - b);
  const women = alive.filter(({ patient }) => patient.sex === "female").length;
  const encounters = records.reduce((sum, record) => sum + record.encounters.length, 0);
  const having = new Map<string, number>();
  for (const { conditions } of alive) {
    const lasting = new Set(conditions.filter(({ resolved }) => resolved === undefined).map(({ code }) => code.display));
    for (const display of lasting) having.set(display, (having.get(display) ?? 0) + 1);
  }
  const most = [...having].sort((a, b) => b[1] - a[1]).slice(0, 4);
  return [
    `  ${records.length} drawn: ${alive.length} alive, ${women} of them female, ${ages[0]} to ${ages.at(-1)} years old; ${encounters} encounters`,
    ...(most.length === 0 ? [] : [`  most have: ${most.map(([display, count]) => `${display} (${count})`).join("; ")}`]),
  ];
}

async function diff(terminal: Terminal, a: string, b: string, { patients, seed, asOf, json }: DiffOptions): Promise<void> {
  const { compareProfiles } = await import("../generate/compare-profiles.ts");
  const [one, other] = [await readProfile(a), await readProfile(b)];
  const day = asOf === undefined ? one.reference : asOfDate(asOf);
  const found = compareProfiles(one, other, { seed, asOf: day, patients });
  if (json) terminal.print(JSON.stringify(found, null, 2));
  else printDifferences(terminal, found);
}

function printDifferences(terminal: Terminal, { declared, patients, changed, tables }: ProfileComparison): void {
  terminal.print(`declared otherwise: ${declared.length === 0 ? "nothing" : declared.join(", ")}`);
  terminal.print(terminal.bold(`${changed} of ${patients} patients are otherwise`));
  if (changed === 0) return;
  terminal.print("  patients  where");
  const line = (touched: number, where: string): void => terminal.print(`${String(touched).padStart(10)}  ${where}`);
  for (const { table, rows, columns } of tables) {
    if (rows > 0) line(rows, `${table}: rows came or went`);
    for (const { column, patients: touched } of columns) line(touched, `${table}.${column}`);
  }
}
