import type { Profile } from "../profile.ts";
import type { Problem } from "./check-health.ts";
import type { RecallSpec } from "./recalls.ts";

type Sections = Pick<
  Profile,
  | "encounters"
  | "checkUps"
  | "followUps"
  | "combined"
  | "acute"
  | "panels"
  | "imaging"
  | "procedures"
  | "medications"
  | "goals"
  | "immunizations"
  | "conditions"
  | "treatments"
  | "allergies"
  | "measures"
>;

/** The first name in the sections of care that is nowhere declared, or is used for what it is not. */
export function careProblem(sections: Sections): Problem | undefined {
  // What an entry of null took away may still be named: it is never met.
  const names = (section: Readonly<Record<string, unknown>>): ReadonlySet<string> => new Set(Object.keys(section));
  const conditions = names(sections.conditions);
  const measures = names(sections.measures);
  const panels = names(sections.panels);
  const imaging = names(sections.imaging);
  const procedures = names(sections.procedures);
  const medications = names(sections.medications);
  const allergies = names(sections.allergies);
  // What a formula gives: it moves with what it is computed from.
  const computed = new Set(Object.entries(sections.measures).flatMap(([name, spec]) => (spec?.computed ? [name] : [])));
  const avoidable = new Set([
    ...allergies,
    ...conditions,
    ...names(sections.treatments),
    ...medications,
    ...names(sections.acute),
    "pregnancy",
    "childbed",
  ]);
  const problems: Problem[] = [];
  const need = (
    known: ReadonlySet<string>,
    used: Readonly<Record<string, unknown>> | readonly string[] | undefined,
    path: readonly string[],
    what: string,
  ): void => {
    for (const name of Array.isArray(used) ? used : Object.keys(used ?? {}))
      if (!known.has(name)) problems.push({ path: Array.isArray(used) ? path : [...path, name], message: `no ${what} has this name` });
  };
  const work = (section: string, name: string, spec: { readonly [key: string]: unknown }): void => {
    const of = (key: string) => spec[key] as Readonly<Record<string, unknown>> | undefined;
    need(panels, of("panels"), [section, name, "panels"], "panel");
    need(imaging, of("imaging"), [section, name, "imaging"], "picture");
    need(procedures, of("procedures"), [section, name, "procedures"], "procedure");
    need(procedures, of("hospitalProcedures"), [section, name, "hospitalProcedures"], "procedure");
    need(medications, of("drugs"), [section, name, "drugs"], "medication");
    need(medications, of("hospitalDrugs"), [section, name, "hospitalDrugs"], "medication");
    need(measures, spec.asks as readonly string[] | undefined, [section, name, "asks"], "measure");
  };

  const { ambulatory, emergency, vitals } = sections.encounters;
  need(measures, vitals, ["encounters", "vitals"], "measure");
  for (const [rate, { more = {} }] of [["ambulatory", ambulatory] as const, ["emergency", emergency] as const]) {
    for (const name of Object.keys(more)) {
      if (sections.conditions[name] !== null && sections.conditions[name]?.percent === undefined)
        problems.push({ path: ["encounters", rate, "more", name], message: "no condition with a percentage has this name" });
    }
  }
  for (const [name, spec] of present(sections.checkUps)) {
    work("checkUps", name, spec);
    if (spec.among !== undefined) need(conditions, [spec.among], ["checkUps", name, "among"], "condition");
  }
  for (const [name, spec] of present(sections.followUps)) {
    need(conditions, [name], ["followUps", name], "condition");
    work("followUps", name, spec);
  }
  for (const [name, spec] of present(sections.combined)) {
    need(conditions, [spec.of], ["combined", name, "of"], "condition");
    need(conditions, spec.with.flat(), ["combined", name, "with"], "condition");
  }
  for (const [name, spec] of present(sections.acute)) {
    work("acute", name, spec);
    if (spec.among !== undefined) need(conditions, [spec.among], ["acute", name, "among"], "condition");
    need(measures, spec.moves, ["acute", name, "moves"], "measure");
    need(procedures, spec.until, ["acute", name, "until"], "procedure");
    for (const measure of Object.keys(spec.moves ?? {}))
      if (computed.has(measure)) problems.push({ path: ["acute", name, "moves", measure], message: "it is computed from other measures" });
  }
  const recalled = (section: "panels" | "imaging", name: string, recalls: readonly RecallSpec[]): void => {
    for (const [i, { panel, imaging: picture, procedure }] of recalls.entries()) {
      const path = [section, name, "recalls", String(i)];
      if (panel !== undefined) need(panels, [panel], [...path, "panel"], "panel");
      if (picture !== undefined) need(imaging, [picture], [...path, "imaging"], "picture");
      if (procedure !== undefined) need(procedures, [procedure], [...path, "procedure"], "procedure");
    }
  };
  for (const [name, { recalls = [] }] of present(sections.imaging)) recalled("imaging", name, recalls);
  for (const [name, { measures: reported, recalls = [] }] of present(sections.panels)) {
    need(measures, reported, ["panels", name, "measures"], "measure");
    recalled("panels", name, recalls);
    for (const [i, { measure }] of recalls.entries())
      if (!reported.includes(measure))
        problems.push({ path: ["panels", name, "recalls", String(i), "measure"], message: "the panel does not report it" });
  }
  for (const [name, { planned, avoid }] of present(sections.procedures)) {
    need(avoidable, avoid, ["procedures", name, "avoid"], "allergy, condition, treatment or medication");
    if (!planned) continue;
    if (planned.among !== undefined) need(conditions, [planned.among], ["procedures", name, "planned"], "condition");
    need(medications, planned.drugs, ["procedures", name, "planned"], "medication");
  }
  for (const [name, { drugs }] of present(sections.medications))
    for (const { avoid = [], with: beside } of drugs) {
      need(avoidable, avoid, ["medications", name, "drugs"], "allergy, condition, treatment or medication");
      need(names(sections.treatments), beside, ["medications", name, "drugs"], "treatment");
    }
  for (const [name, goal] of present(sections.goals)) {
    need(conditions, goal.for, ["goals", name, "for"], "condition");
    need(
      new Set([...measures].filter((measure) => sections.measures[measure] === null || sections.measures[measure]!.code !== undefined)),
      [goal.measure],
      ["goals", name, "measure"],
      "measure with a code",
    );
    need(names(sections.treatments), goal.drugs, ["goals", name, "drugs"], "treatment");
  }
  return problems[0];
}

function present<T>(section: Readonly<Record<string, T | null>>): (readonly [string, T])[] {
  return Object.entries(section).flatMap(([name, spec]) => (spec === null ? [] : [[name, spec] as const]));
}
