import type { Procedure } from "../../../record/care.ts";
import { anAgeSex } from "../age-words.ts";
import { always, clock, date, type Facts, headDate, pick, titled } from "../facts.ts";
import { header } from "../header.ts";
import { section, sections } from "../layout.ts";
import { laborOf, weeks } from "../obstetrics.ts";
import { capital, joined, type Prose, prose } from "../prose.ts";
import { clerkSignature, ended } from "../sign.ts";
import { clerkName } from "../staff-names.ts";
import { operationNotes, surgery } from "../words/operations.ts";
import { stayName, whyOf } from "./stay.ts";

/** An operation, by its surgeon. */
export function operative(f: Facts, procedure: Procedure): Prose {
  const told = operationNotes[procedure.code.code]!;
  const name = capital(surgery[procedure.code.code]!);
  const surgeon = f.clerk("surgeon");
  const anesthetist = f.clerk("anesthetist");
  const isBirth = whyOf(f) === "delivery";
  const why = isBirth ? pick(f, "indication", [laborOf(f).why]) : stayName(f);
  const at = weeks(f);
  const diagnosis = isBirth
    ? `${at === undefined ? "Intrauterine pregnancy" : `Intrauterine pregnancy at ${at} weeks`}, ${why}`
    : capital(why);
  const minutes = Math.max(1, Math.round((Date.parse(`${procedure.end}Z`) - Date.parse(`${procedure.start}Z`)) / 60_000));
  const title = always(f, "title", ["Operative note", "Operative report", "Op note", "Procedure note"]);
  const body = [
    section(f, always(f, "pre", ["Preoperative diagnosis", "Preop dx", "Pre-op diagnosis"]), diagnosis),
    section(
      f,
      always(f, "post", ["Postoperative diagnosis", "Postop dx", "Post-op diagnosis"]),
      pick(f, "same", ["Same", diagnosis, "same as above"]),
    ),
    section(f, "Procedure", name),
    section(f, "Surgeon", clerkName(surgeon)),
    section(f, "Anesthesia", [told.anesthesia, " (", clerkName(anesthetist), ")"]),
    section(
      f,
      always(f, "indication", ["Indications", "Indication", "History"]),
      prose`${titled(f)} is ${anAgeSex(f)} ${at === undefined ? "" : `at ${at} weeks `}${isBirth ? `for cesarean: ${why}` : `with ${why}`}. ${pick(f, "consent", ["Risks, benefits and alternatives were discussed; consent signed", "The procedure, its risks and alternatives were explained, consent of", "After discussion of risks and options consent was signed", "Consent on chart, dated"])} ${date(f, procedure.start)}.`,
    ),
    section(f, "Findings", pick(f, "found", [told.findings])),
    section(f, always(f, "description", ["Description of procedure", "Procedure in detail", "Details"]), [
      pick(f, "time-out", ["Time-out done at ", "Time-out at ", "Team time-out, incision ", "After time-out, start at "]),
      clock(f, procedure.start),
      ". ",
      told.steps.map((step, i) => pick(f, `step ${i}`, [step])).join(" "),
    ]),
    section(f, "EBL", `${pick(f, "loss", told.loss)} mL`),
    section(f, "Specimens", told.specimen),
    section(f, "Complications", pick(f, "complications", ["None", "None apparent", "none"])),
    always(f, "duration", [true, false]) ? section(f, "Duration", `${minutes} min`) : undefined,
    section(f, "Disposition", pick(f, "disposition", ["To recovery in stable condition", "PACU, stable", "Tolerated well, to recovery"])),
  ];
  return ended(
    f,
    joined(
      [
        header(f, {
          byStaff: true,
          title,
          date: procedure.start,
          dateLabel: always(f, "date label", ["Date of surgery", "Date of operation", "Surgery date"]),
          more: [["Dictated", headDate(f, f.time)]],
        }),
        sections(f, body),
      ],
      "\n\n",
    ),
    clerkSignature(f, surgeon),
  );
}
