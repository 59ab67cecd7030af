import type { Report } from "../../record/care.ts";
import type { Observation } from "../../record/health.ts";
import type { PanelRecall, RecallSpec } from "../profile/recalls.ts";
import type { Case } from "./case.ts";

/** Something that was found and calls for a visit of its own. */
interface Recall {
  /** Of the test that found it. */
  readonly name: string;
  readonly key: number;
  readonly spec: RecallSpec;
}

/** What an encounter found that cannot be left at that: by each test that was done, what it showed last. */
export function recallsOf({ model, chart }: Case, encounterId: string): readonly Recall[] {
  const found: Recall[] = [];
  const seen = new Set<string>();
  const { reports } = chart;
  // The reports of an encounter stand together at the end, as they were made.
  for (let i = reports.length - 1; i >= 0 && reports[i]!.encounterId === encounterId; i--) {
    const report = reports[i]!;
    const test = model.recalling.get(report.code.code);
    if (!test || seen.has(test.name)) continue;
    seen.add(test.name);
    const spec =
      test.pictures?.find(({ says }) => report.conclusion?.startsWith(says)) ??
      test.panels?.find((each) => {
        const measured = measuredIn(chart.observations, report, model.health.measures.get(each.measure)?.code);
        return measured !== undefined && calls(each, measured);
      });
    if (spec) found.push({ name: test.name, key: test.key, spec });
  }
  return found;
}

function measuredIn(observations: readonly Observation[], { observationIds }: Report, code: string | undefined): Observation | undefined {
  for (let i = observations.length - 1; i >= 0; i--) {
    const each = observations[i]!;
    if (each.code.code === code && observationIds.includes(each.id)) return each;
  }
  return undefined;
}

function calls({ from, below, answer }: PanelRecall, { value, answer: given }: Observation): boolean {
  if (answer !== undefined) return given?.display === answer;
  return value !== undefined && (from === undefined ? value < below! : value >= from);
}
