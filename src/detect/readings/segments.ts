import type { Edit } from "./edits.ts";

/** Fields of HL7 v2 that hold identifiers, by segment (v2.5.1, 3.4.2, 3.4.5, 3.4.3, 6.5.5, 6.5.6), as a note would label them. */
const fields: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  PID: {
    2: "Patient ID",
    3: "MRN",
    4: "Patient ID",
    5: "Name",
    6: "Mother",
    7: "DOB",
    9: "Name",
    11: "Address",
    13: "Phone",
    14: "Phone",
    18: "Account number",
    19: "SSN",
    20: "License number",
  },
  NK1: { 2: "Name", 4: "Address", 5: "Phone", 6: "Phone" },
  PV1: { 7: "Attending", 8: "Referring", 9: "Consulting", 17: "Admitting", 19: "Visit number" },
  GT1: { 3: "Name", 5: "Address", 6: "Phone", 12: "SSN" },
  IN1: { 16: "Name", 19: "Address", 36: "Policy number", 49: "Member ID" },
};

const line = /(?<=^|\n)(?<segment>PID|NK1|PV1|GT1|IN1)\|[^\n]{1,2000}/g;

/** Lines of HL7 v2 pasted into a note, a field a line with its label before it: `PID|1||883021^^^MRN||Ruiz^Ana` has `MRN: 883021`. */
export function segmentEdits(source: string): Edit[] {
  const edits: Edit[] = [];
  if (!source.includes("|")) return edits;
  for (const match of source.matchAll(line)) {
    const labels = fields[match.groups!.segment!]!;
    let field = 0;
    let carets = 0;
    for (let i = 0; i < match[0].length; i++) {
      const at = match.index + i;
      const char = match[0][i];
      if (char === "|") {
        field++;
        carets = 0;
        const label = labels[field];
        edits.push({ start: at, end: at + 1, text: label === undefined ? " | " : `\n${label}: ` });
      } else if (char === "^" || char === "~") {
        // XPN is family^given; XCN has an id first, so that its family name stands behind the first caret.
        const isName = labels[field] === "Name" || labels[field] === "Mother";
        edits.push({ start: at, end: at + 1, text: char === "~" ? "\n" : isName && carets === 0 ? ", " : " " });
        carets++;
      }
    }
  }
  return edits;
}
