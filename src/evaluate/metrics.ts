/** A share of two sums of counts. */
export interface MetricDefinition {
  readonly name: string;
  readonly title: string;
  readonly part: string;
  readonly whole: string;
  /** What the whole counts, for people. */
  readonly of: string;
  readonly better: "higher" | "lower";
}

/** One line a metric. */
export const metrics = [
  { name: "r-any", title: "identifiers touched (R-any)", part: "any", whole: "gold", of: "identifiers", better: "higher" },
  { name: "r-full", title: "identifiers covered whole (R-full)", part: "full", whole: "gold", of: "identifiers", better: "higher" },
  { name: "sealed", title: "notes without any leak", part: "sealed", whole: "filled", of: "notes with identifiers", better: "higher" },
  { name: "entities", title: "entities hidden everywhere", part: "hidden", whole: "entities", of: "entities", better: "higher" },
  {
    name: "direct",
    title: "  the subject's direct identifiers",
    part: "direct/hidden",
    whole: "direct/entities",
    of: "entities",
    better: "higher",
  },
  { name: "relatives", title: "  relatives", part: "relatives/hidden", whole: "relatives/entities", of: "entities", better: "higher" },
  { name: "providers", title: "  providers", part: "providers/hidden", whole: "providers/entities", of: "entities", better: "higher" },
  { name: "dates", title: "  dates", part: "dates/hidden", whole: "dates/entities", of: "entities", better: "higher" },
  { name: "other", title: "  everything else", part: "other/hidden", whole: "other/entities", of: "entities", better: "higher" },
  { name: "p", title: "precision by span", part: "right", whole: "found", of: "findings", better: "higher" },
  {
    name: "p-letters",
    title: "precision by letter",
    part: "right-letters",
    whole: "found-letters",
    of: "letters and digits found",
    better: "higher",
  },
  {
    name: "over-scrubbed",
    title: "unmarked letters removed",
    part: "taken",
    whole: "unmarked",
    of: "unmarked letters and digits",
    better: "lower",
  },
  {
    name: "negatives",
    title: "notes without identifiers disturbed",
    part: "disturbed",
    whole: "empty",
    of: "notes without identifiers",
    better: "lower",
  },
] as const satisfies readonly MetricDefinition[];

export type MetricName = (typeof metrics)[number]["name"];
