import { always, type Facts } from "./facts.ts";
import { isEmpty, joined, lines, type Prose } from "./prose.ts";

const shortNames: Readonly<Record<string, string>> = {
  "Chief complaint": "CC",
  "History of present illness": "HPI",
  "Past medical history": "PMH",
  "Past surgical history": "PSH",
  Medications: "Meds",
  Allergies: "All",
  "Social history": "SH",
  "Family history": "FH",
  "Review of systems": "ROS",
  "Physical exam": "PE",
  "Vital signs": "VS",
  Results: "Labs",
  "Assessment and plan": "A/P",
  Assessment: "A",
  Plan: "P",
  Subjective: "S",
  Objective: "O",
};

const otherNames: Readonly<Record<string, readonly string[]>> = {
  "Chief complaint": ["Chief complaint", "Reason for visit", "Chief Complaint"],
  "History of present illness": ["History of present illness", "HPI", "Interval history", "History"],
  "Past medical history": ["Past medical history", "Problem list", "Past history", "PMHx", "Active problems"],
  Medications: ["Medications", "Current medications", "Home meds", "Med list"],
  Allergies: ["Allergies", "Allergies/intolerances", "Drug allergies and reactions"],
  "Social history": ["Social history", "Social", "Soc Hx"],
  "Family history": ["Family history", "FHx", "Family hx"],
  "Review of systems": ["Review of systems", "ROS"],
  "Physical exam": ["Physical exam", "Examination", "Exam", "Physical examination"],
  "Vital signs": ["Vital signs", "Vitals"],
  Results: ["Results", "Labs", "Data", "Laboratory data", "Labs/studies"],
  "Assessment and plan": ["Assessment and plan", "Assessment/Plan", "A&P", "Impression and plan", "Assessment & Plan"],
};

/** A heading as this author names and writes it. */
export function heading(f: Facts, name: string): string {
  const style = f.habits.heading;
  const short = f.brief || style === "letters" ? shortNames[name] : undefined;
  const drawn = short ?? always(f, name, otherNames[name] ?? [name]);
  // An interval is between visits.
  const named = drawn === "Interval history" && f.encounter.class !== "ambulatory" && f.encounter.class !== "virtual" ? "HPI" : drawn;
  switch (style) {
    case "capitals":
      return `${named.toUpperCase()}:`;
    case "bold":
      return `**${named}**`;
    case "underlined":
      return `${named}\n${"-".repeat(named.length)}`;
    case "brackets":
      return `[${named.toUpperCase()}]`;
    case "dash":
      return `${named} -`;
    default:
      return `${named}:`;
  }
}

/** A heading with what stands under or behind it; nothing where there is nothing. */
export function section(f: Facts, name: string, body: Prose, form: "line" | "block" = "line"): Prose {
  if (isEmpty(body)) return undefined;
  const { heading: style } = f.habits;
  const breaks =
    beginsList(body) ||
    style === "bold" ||
    style === "underlined" ||
    style === "brackets" ||
    form === "block" ||
    always(f, "break after heading", [true, false, false]);
  return [heading(f, name), breaks ? "\n" : " ", body];
}

/** Whether the first thing written would be the mark of a list's item. */
function beginsList(body: Prose): boolean {
  if (typeof body === "string") return /^(?:[-*•] |1[.)] )/.test(body);
  if (!Array.isArray(body)) return false;
  const first = (body as readonly Prose[]).find((part) => !isEmpty(part));
  return first !== undefined && beginsList(first);
}

/** Sections, close together or apart. */
export function sections(f: Facts, parts: readonly Prose[]): Prose {
  return joined(parts, f.habits.register === "dictated" || always(f, "gap", [true, true, false]) ? "\n\n" : "\n");
}

/** A list, by bullets, numbers, or in one line. */
export function list(f: Facts, items: readonly Prose[], form: "any" | "block" = "any"): Prose {
  const there = items.filter((item) => !isEmpty(item));
  const { bullet, register } = f.habits;
  if (there.length === 0) return undefined;
  if (form === "any" && (register === "dictated" || bullet === "")) return [joined(there, register === "dictated" ? "; " : ", ")];
  const mark = (i: number): string =>
    bullet === "1" ? `${i + 1}. ` : bullet === "1)" ? `${i + 1}) ` : bullet === "#" || bullet === "" ? "" : bullet;
  return lines(...there.map((item, i) => [mark(i), item]));
}
