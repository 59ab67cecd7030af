import type { PopulationEvaluation } from "../evaluation.ts";
import { quantileCharts, quantileLegend } from "./charts.ts";
import { type Drawing, sheet, svgFile } from "./drawing.ts";
import { prevalenceCharts, prevalenceLegend } from "./prevalence.ts";
import { pyramid } from "./pyramid.ts";
import { chartFileStyle } from "./style.ts";

/** A chart as a file of its own. */
export interface ChartFile {
  readonly name: string;
  readonly text: string;
}

/** The charts of an evaluation as SVG files: what it has of the pyramid, prevalences by age, and quantiles by age beside real rows. */
export function chartFiles({ profile, roundTrip, comparison }: PopulationEvaluation): ChartFile[] {
  const of = profile === null ? "" : ` of ${profile}`;
  const prevalences = roundTrip ? prevalenceCharts(roundTrip.prevalences, roundTrip.curves) : [];
  const quantiles = comparison ? quantileCharts(comparison.quantiles) : [];
  const file = (name: string, drawing: Drawing): ChartFile => ({ name: `${name}.svg`, text: svgFile(drawing, chartFileStyle) });
  return [
    ...(roundTrip && roundTrip.pyramid.length > 0 ? [file("pyramid", pyramid(roundTrip.pyramid))] : []),
    ...(prevalences.length > 0
      ? [
          file(
            "prevalence",
            sheet(
              prevalences,
              4,
              `Prevalence by age${of}`,
              `${prevalences.length} conditions. ${prevalences.map(({ title, description }) => `${title}: ${description}`).join(" ")}`,
              prevalenceLegend,
            ),
          ),
        ]
      : []),
    ...(quantiles.length > 0
      ? [
          file(
            "quantiles",
            sheet(
              quantiles,
              4,
              `Measures by age${of}`,
              `${quantiles.length} charts. ${quantiles.map(({ title, description }) => `${title}: ${description}`).join(" ")}`,
              quantileLegend,
            ),
          ),
        ]
      : []),
  ];
}
