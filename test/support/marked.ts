import type { Finding } from "../../src/detect/finding.ts";
import { kindByName } from "../../src/identifiers/kinds/index.ts";

const mark = /\[(NAME|PLACE|DATE|AGE|PHONE|EMAIL|ID):([^\]]{1,200})\]/g;

export type Label = "NAME" | "PLACE" | "DATE" | "AGE" | "PHONE" | "EMAIL" | "ID";

/** `Seen by Dr. [NAME:Ana Ruiz]` without its marks: what a detector reads. */
export function unmarked(text: string): string {
  return text.replace(mark, "$2");
}

/** The text with the findings marked, each by what it is in the words of the marks. */
export function marked(text: string, findings: readonly Finding[]): string {
  let out = "";
  let done = 0;
  for (const finding of findings) {
    out += `${text.slice(done, finding.start)}[${labelOf(finding)}:${text.slice(finding.start, finding.end)}]`;
    done = finding.end;
  }
  return out + text.slice(done);
}

function labelOf({ kind }: Finding): Label {
  if (kind === "age") return "AGE";
  if (kind === "employer" || kind === "facility") return "PLACE";
  switch (kindByName(kind).category) {
    case "A":
      return "NAME";
    case "B":
      return "PLACE";
    case "C":
      return "DATE";
    case "D":
    case "E":
      return "PHONE";
    case "F":
      return "EMAIL";
    default:
      return "ID";
  }
}
