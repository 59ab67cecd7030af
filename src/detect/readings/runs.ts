import type { Edit } from "./edits.ts";

/** Labels of headers, with what a label is followed by. */
const labels =
  /(?:DOB|MRN|SSN|CSN|DOS|FIN|NPI|PCP|A(?:cct|CCT|ge|GE|dm(?:it)?|DM(?:IT)?|ddress|DDRESS|ttending|TTENDING)|S(?:ex|EX)|R(?:ace|ACE|oom|OOM)|N(?:ame|AME)|P(?:rov|ROV|h(?:one)?|H(?:ONE)?|hysician|HYSICIAN|rovider|ROVIDER)|D(?:isch|ISCH|ob)|G(?:ender|ENDER)|V(?:isit|ISIT)|L(?:oc|OC)|E(?:ncounter|NCOUNTER)|Mrn|C(?:hart|HART))(?=[:#=]|\d{3}|\d{1,2}[-/])/g;

/** Two spaces before and behind labels that stand in a run of letters and digits: `ROSA MDOB:04/17/1961Sex:FMRN55120938`. */
export function runEdits(source: string): Edit[] {
  const edits: Edit[] = [];
  const part = (at: number): number => edits.push({ start: at, end: at, text: "  " });
  for (const { 0: label, index } of source.matchAll(labels)) {
    const end = index + label.length;
    const before = index > 0 ? source[index - 1]! : " ";
    // A label in capitals may end an ordinary word (`STAGE:`), so that only a digit before it parts the two.
    const isGlued = /^(?:DOB|MRN|SSN|CSN)$/.test(label)
      ? /[A-Za-z0-9)]/.test(before)
      : label === label.toUpperCase() && !/^(?:DOS|FIN|NPI|PCP)$/.test(label)
        ? /[0-9]/.test(before)
        : /[a-z0-9)]/.test(before);
    if (isGlued) part(index);
    if (
      /[0-9]/.test(source[end]!) &&
      (isGlued || !/[A-Za-z]/.test(before)) &&
      /^(?:\d{4}|\d{1,2}[-/]\d|\d{3}-)/.test(source.slice(end, end + 4))
    )
      part(end);
  }
  return edits;
}
