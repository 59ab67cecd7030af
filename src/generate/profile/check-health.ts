import { numbersOf } from "../health/curve.ts";
import type { HealthSections } from "../health/variables.ts";
import type { Clause } from "./conditions.ts";

/** What the sections of health say of each other that cannot be. `path`: where, from the top. */
export interface Problem {
  readonly path: readonly string[];
  readonly message: string;
}

/** The first name that is nowhere declared, used twice, or used for what it is not; the first dependence that leads back to itself. */
export function healthProblem(sections: HealthSections): Problem | undefined {
  const entries = (section: Readonly<Record<string, unknown>> = {}): string[] =>
    Object.keys(section).filter((key) => section[key] !== null);
  const conditions = new Set(entries(sections.conditions));
  const treatments = new Set(entries(sections.treatments));
  const allergies = new Set(entries(sections.allergies));
  const measures = new Set(entries(sections.measures));
  const liable = (name: string): boolean =>
    (conditions.has(name) && sections.conditions![name]!.when === undefined) || treatments.has(name) || allergies.has(name);
  const scored = (name: string): boolean => {
    const spec = sections.measures?.[name];
    return spec != null && (spec.marginal !== undefined || spec.by !== undefined) && spec.computed === undefined;
  };
  const problems: Problem[] = [];
  const need = (is: boolean, path: readonly string[], message: string): void => {
    if (!is) problems.push({ path, message });
  };

  const seen = new Map<string, string>();
  for (const [section, names] of Object.entries({ conditions, treatments, allergies, measures })) {
    for (const name of names) {
      need(!seen.has(name), [section, name], "the name is used in two sections");
      seen.set(name, section);
    }
  }
  const depends = (
    section: string,
    name: string,
    spec: { odds?: object | undefined; correlates?: object | undefined; among?: unknown },
  ): void => {
    for (const on of Object.keys(spec.odds ?? {})) {
      need(
        sections.conditions?.[on]?.when === undefined,
        [section, name, "odds", on],
        `${on} follows from a rule (when), so nothing is drawn with it that an odds ratio could move; give odds with what the rule names, or with a condition that has a percent`,
      );
      need(
        liable(on) || conditions.has(on),
        [section, name, "odds", on],
        "no condition, treatment or allergy with a percentage has this name",
      );
      need(spec.among === undefined, [section, name, "odds"], "among and odds do not go together");
    }
    for (const on of Object.keys(spec.correlates ?? {}))
      need(liable(on) || scored(on), [section, name, "correlates", on], "nothing with a percentage or a distribution has this name");
    if (spec.odds || spec.correlates)
      need(!sections.correlations?.variables.includes(name), [section, name], "its correlations are among the fitted ones");
  };

  for (const name of conditions) {
    const spec = sections.conditions![name]!;
    depends("conditions", name, spec);
    if (spec.when) {
      need(
        !spec.odds && !spec.correlates && spec.family === undefined,
        ["conditions", name],
        "whoever fulfils its rule (when) has it, so it has no odds, correlates or family of its own; give them to what the rule names",
      );
      const clauses: readonly Clause[] = "any" in spec.when ? spec.when.any : spec.when.all;
      for (const clause of clauses) {
        const [names, among] = clauseNames(clause, { conditions, treatments, measures });
        for (const used of names) need(among.has(used), ["conditions", name, "when"], "it names what the profile does not declare");
      }
      need(typeof spec.lasts !== "object", ["conditions", name, "lasts"], "what follows from a rule lasts always or while it holds");
    }
    for (const used of Object.keys(spec.knownFrom ?? {}))
      need(measures.has(used), ["conditions", name, "knownFrom", used], "no measure has this name");
    if (spec.knownWith !== undefined) need(conditions.has(spec.knownWith), ["conditions", name, "knownWith"], "no condition has this name");
    for (const used of spec.knownBy ?? []) need(treatments.has(used), ["conditions", name, "knownBy"], "no treatment has this name");
    if (spec.among !== undefined)
      need(conditions.has(spec.among) && spec.among !== name, ["conditions", name, "among"], "no condition has this name");
  }
  for (const name of treatments) {
    const spec = sections.treatments![name]!;
    depends("treatments", name, spec);
    if (spec.among !== undefined) need(conditions.has(spec.among), ["treatments", name, "among"], "no condition has this name");
    for (const condition of spec.for) need(conditions.has(condition), ["treatments", name, "for"], "no condition has this name");
  }
  for (const name of allergies) depends("allergies", name, sections.allergies![name]!);
  for (const name of measures) {
    const spec = sections.measures![name]!;
    depends("measures", name, spec);
    const given = (used: string, path: string): void => need(measures.has(used), ["measures", name, path], "no measure has this name");
    for (const used of spec.computed?.from ?? []) given(used, "computed");
    if (spec.under) given(spec.under.measure, "under");
    if (spec.by) need(conditions.has(spec.by.condition), ["measures", name, "by"], "no condition has this name");
    for (const { of } of spec.effects ?? [])
      need(conditions.has(of) || treatments.has(of), ["measures", name, "effects"], "no condition or treatment has this name");
    for (const { has } of spec.answers ?? [])
      if (has !== undefined) need(conditions.has(has), ["measures", name, "answers"], "no condition has this name");
  }
  for (const [name, spec] of Object.entries(sections.effects ?? {})) {
    if (spec === null) continue;
    const isRule = conditions.has(name) && sections.conditions![name]!.when !== undefined;
    need(
      (conditions.has(name) || treatments.has(name)) && !isRule,
      ["effects", name],
      "no treatment, or condition with a percentage, has this name",
    );
    for (const measure of Object.keys(spec.on))
      need(scored(measure), ["effects", name, "on", measure], "no measure with a distribution has this name");
  }
  problems.push(...correlationProblems(sections), ...circles(sections));
  return problems[0];
}

function clauseNames(
  clause: Clause,
  of: { readonly conditions: ReadonlySet<string>; readonly treatments: ReadonlySet<string>; readonly measures: ReadonlySet<string> },
): readonly [readonly string[], ReadonlySet<string>] {
  if ("takes" in clause) return [typeof clause.takes === "string" ? [clause.takes] : clause.takes, of.treatments];
  if ("has" in clause) return [[clause.has], of.conditions];
  return "lacks" in clause ? [[clause.lacks], of.conditions] : [[clause.measure], of.measures];
}

function correlationProblems({ correlations }: HealthSections): Problem[] {
  const path = ["correlations", "strata"];
  return (correlations?.strata ?? []).flatMap(({ matrix, races }) => {
    const n = correlations!.variables.length;
    const isTriangle = matrix.length === n && matrix.every((row, i) => numbersOf(row).length === i + 1 && numbersOf(row)[i] === 1);
    const isWhole = Object.values(races ?? {}).every(({ means }) => numbersOf(means).length === n);
    return isTriangle && isWhole ? [] : [{ path, message: "expected a row a variable, up to its 1, and a mean a variable for each race" }];
  });
}

/** What is drawn from, or computed from, itself. */
function circles(sections: HealthSections): Problem[] {
  const below = new Map<string, { readonly section: string; readonly on: readonly string[] }>();
  for (const section of ["conditions", "treatments", "allergies", "measures"] as const) {
    for (const [name, spec] of Object.entries(sections[section] ?? {})) {
      if (spec === null) continue;
      const odds = "odds" in spec ? Object.keys(spec.odds ?? {}) : [];
      const from = "computed" in spec ? (spec.computed?.from ?? []) : [];
      const under = "under" in spec && spec.under ? [spec.under.measure] : [];
      below.set(name, { section, on: [...odds, ...Object.keys(spec.correlates ?? {}), ...from, ...under] });
    }
  }
  const done = new Set<string>();
  const leadsBack = (name: string, chain: readonly string[]): boolean => {
    if (chain.includes(name)) return true;
    if (done.has(name)) return false;
    const found = (below.get(name)?.on ?? []).some((on) => leadsBack(on, [...chain, name]));
    done.add(name);
    return found;
  };
  for (const [name, { section }] of below) if (leadsBack(name, [])) return [{ path: [section, name], message: "it depends on itself" }];
  return [];
}
