import type { Report } from "../../../record/care.ts";
import { ageSex } from "../age-words.ts";
import { clock, date, type Facts, headDate, pick } from "../facts.ts";
import { header } from "../header.ts";
import { joined, lines, mention, type Prose, prose } from "../prose.ts";
import { reasonWords } from "../reason.ts";
import { clerkSignature } from "../sign.ts";
import { clerkName, doctor } from "../staff-names.ts";
import { studies } from "../words/measures.ts";
import { normalFindings } from "../words/normal-findings.ts";
import { before } from "./comparison.ts";

/** What a radiologist reads from a picture. The impression is the report's conclusion, word for word. */
export function radiology(f: Facts, report: Report): Prose {
  const radiologist = f.clerk("radiologist");
  const [name, , technique] = studies[report.code.code] ?? [report.code.display, report.code.display, "Standard technique."];
  const order = f.entries.orders.find(({ id }) => id === report.orderId);
  const accession = report.identifiers["accession-number"];
  const orderNumber = order?.identifiers["order-number"];
  const own = radiologist.stream;
  const label = (key: string, list: readonly string[]): string => own.fork(key).pick(list);
  const exam = label("exam words", ["as coded", "short"]) === "short" ? name.toUpperCase() : report.code.display;
  const earlier = before(f, report);
  const conclusion = report.conclusion!;
  const more: (readonly [string, Prose])[] = [[label("exam", ["Exam", "Examination", "Study", "EXAM"]), exam]];
  if (accession !== undefined)
    more.push([label("accession", ["Accession", "ACC#", "Accession #", "Acc No"]), mention("accession-number", accession)]);
  if (orderNumber !== undefined && label("with order", ["yes", "no"]) === "yes")
    more.push(["Order #", mention("order-number", orderNumber)]);
  more.push([label("ordering", ["Ordering provider", "Ordered by", "Referring"]), doctor(f.provider)]);
  const heading = (text: string): string =>
    label("letters", ["capitals", "capitals", "title"]) === "capitals" ? `${text.toUpperCase()}:` : `${text}:`;
  const part = (text: string, body: Prose): Prose => [heading(text), label("break", ["yes", "no"]) === "yes" ? "\n" : " ", body];
  const sentences = conclusion.split(/(?<=\.) /);
  const critical =
    /pulmonary embolism|appendicitis|infarct\.|Hypodensity|fracture of the right femoral/.test(conclusion) && !conclusion.startsWith("No");
  return joined(
    [
      header(f, {
        byStaff: true,
        title: label("title", ["Radiology report", "Diagnostic imaging report", "Final report", "Imaging report"]),
        date: order?.time ?? report.time,
        dateLabel: label("date", ["Exam date", "Study date", "Date of exam"]),
        more,
      }),
      joined(
        [
          part(
            label("indication", ["Indication", "Clinical history", "History", "Reason for exam"]),
            prose`${ageSex(f)}, ${reasonWords(f)}.`,
          ),
          part(
            label("comparison", ["Comparison", "Comparisons", "Prior studies"]),
            earlier
              ? prose`${name} of ${date(f, earlier.time)}.`
              : pick(f, "no comparison", ["None.", "None available.", "No prior studies."]),
          ),
          label("with technique", ["yes", "yes", "no"]) === "yes" ? part("Technique", technique) : undefined,
          part("Findings", findings(f, report, conclusion)),
          part(
            label("impression", ["Impression", "Impression", "Conclusion"]),
            sentences.length > 1 && label("numbered", ["yes", "no"]) === "yes"
              ? lines(...sentences.map((each, i) => `${i + 1}. ${each}`))
              : conclusion,
          ),
        ],
        label("gap", ["\n\n", "\n"]),
      ),
      critical ? prose`Results called to ${doctor(f.provider)} at ${clock(f, f.time)}, read back.` : undefined,
      lines(
        label("sign", ["Read by: ", "Interpreted by: ", "Dictated by: ", ""]) === ""
          ? clerkSignature(f, radiologist)
          : [label("sign", ["Read by: ", "Interpreted by: ", "Dictated by: ", ""]), clerkName(radiologist)],
        label("finalized", ["yes", "no"]) === "yes" ? prose`Finalized ${headDate(f, f.time)} ${clock(f, f.time)}` : undefined,
      ),
    ],
    "\n\n",
  );
}

/** What is seen beside the conclusion: usual, and only of parts of which the conclusion says nothing. */
function findings(f: Facts, report: Report, conclusion: string): Prose {
  const text = conclusion.toLowerCase();
  const usual = (normalFindings[report.code.code] ?? [])
    .filter(([, words]) => !words.some((word) => text.includes(word)))
    .map(([sentence]) => sentence);
  const stream = f.stream.fork("usual");
  const kept = usual.filter(() => stream.chance(0.75));
  return joined([conclusion, ...kept], " ");
}
