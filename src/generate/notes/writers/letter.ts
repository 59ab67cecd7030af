import type { Order } from "../../../record/care.ts";
import { isoOf } from "../../days.ts";
import { make } from "../../make.ts";
import { anAgeSex } from "../age-words.ts";
import {
  always,
  birthDate,
  called,
  chance,
  date,
  dayOfTime,
  type Facts,
  facilityAddress,
  facilityName,
  fullPatient,
  headDate,
  homeAddress,
  phone,
  pick,
  pronouns,
  say,
  titled,
} from "../facts.ts";
import { allergies, homeDrugs, pastHistory, problems, school, smoking } from "../history.ts";
import { flag, pictures, resultsBack, resultWithBefore } from "../labs.ts";
import { noticed } from "../notice.ts";
import { otherProblems } from "../plan.ts";
import { capital, isEmpty, joined, lines, mention, type Prose, paragraphs, prose } from "../prose.ts";
import { illnessFor, reasonWith, reasonWords, sortOf } from "../reason.ts";
import { doctor, providerName } from "../staff-names.ts";
import { pressure, vitalSigns } from "../vitals.ts";
import { problem } from "../words/problems.ts";

/** Which letter a visit calls for. */
export type Letter = "referral" | "excuse" | "results" | "summary";

export function letterFor(f: Facts): Letter {
  if (f.entries.orders.some(({ category }) => category === "referral")) return "referral";
  const isAcute = sortOf(f) === "acute";
  if (isAcute && f.age >= 5 && f.age < 67 && (f.age < 18 || f.patient.employer !== undefined) && chance(f, "excuse", 0.6)) return "excuse";
  return resultsBack(f).length > 0 && chance(f, "results letter", 0.5) ? "results" : "summary";
}

export function letter(f: Facts, which: Letter): Prose {
  const head = always(f, "letterhead", ["full", "full", "short", "plain"]);
  const top =
    head === "plain"
      ? facilityName(f)
      : lines(
          facilityName(f),
          facilityAddress(f),
          head === "full"
            ? joined(
                [
                  ["Phone ", phone(f, f.facility.identifiers.phone ?? "", "facility")],
                  ["Fax ", phone(f, f.facility.identifiers.fax ?? "", "facility", "fax")],
                ],
                always(f, "between", ["   ", " | ", ", "]),
              )
            : undefined,
        );
  return paragraphs(top, headDate(f, f.time), letters[which](f), closing(f));
}

const letters: Readonly<Record<Letter, (f: Facts) => Prose>> = { referral, excuse, results, summary };

function closing(f: Facts): Prose {
  const npi = f.provider.identifiers.npi;
  const dea = f.provider.identifiers["dea-number"];
  return lines(
    always(f, "closing", ["Sincerely,", "With kind regards,", "Best regards,", "Yours truly,"]),
    "",
    prose`${providerName(f.provider)}, ${f.provider.credential}`,
    npi !== undefined && always(f, "npi", [true, false]) ? prose`NPI ${mention("npi", npi, "provider")}` : undefined,
    dea !== undefined && always(f, "dea", [true, false, false, false, false])
      ? prose`DEA ${mention("dea-number", dea, "provider")}`
      : undefined,
  );
}

/** Whom it is about. */
function about(f: Facts): Prose {
  const { ssn, mrn } = f.patient.identifiers;
  const registry = f.patient.identifiers["unique-id"];
  const name = fullPatient(f);
  const born: Prose = [always(f, "born", ["DOB ", "born ", "DOB: ", "date of birth "]), birthDate(f)];
  return lines(
    joined(
      [
        [always(f, "re", ["Re: ", "RE: ", "Regarding: "]), name],
        born,
        mrn !== undefined && always(f, "mrn", [true, false]) ? ["MRN ", mention("mrn", mrn)] : undefined,
        ssn !== undefined && always(f, "ssn", [true, false, false, false]) ? ["SSN ", mention("ssn", ssn)] : undefined,
        registry !== undefined && chance(f, "registry", 0.3) ? ["registry no. ", mention("unique-id", registry)] : undefined,
      ],
      ", ",
    ),
    always(f, "about address", [true, false]) ? homeAddress(f, always(f, "address gap", ["\n", ", "])) : undefined,
  );
}

function referral(f: Facts): Prose {
  const orders = f.entries.orders.filter(({ category }) => category === "referral");
  const to = (orders[0] as Order).code.display.replace("Referral to ", "");
  const number = orders[0]!.identifiers["order-number"];
  const condition = subject(f, to) ?? reasonWords({ ...f, brief: false });
  const { they, their } = pronouns(f);
  const trial = f.patient.identifiers["trial-subject-id"];
  const coverage = f.record.coverages.find(
    ({ start, end, identifiers }) =>
      start <= f.time.slice(0, 10) && (end === undefined || end > f.time.slice(0, 10)) && identifiers["member-id"] !== undefined,
  );
  return paragraphs(
    about(f),
    prose`${pick(f, "dear", ["Dear Colleague,", `To: ${capital(to)}`, "Dear Doctor,"])}`,
    joined(
      [
        prose`${say(f, "thanks", ["Thank you for seeing", "I would be grateful if you would see", "Please evaluate", "I am referring"])} ${titled(f)}, ${anAgeSex({ ...f, brief: false })} whom I saw on ${date(f, f.encounter.start)} (${condition}), for your ${to} opinion${number === undefined || !always(f, "number", [true, false]) ? "" : prose` (referral ${mention("order-number", number)})`}.`,
        prose`${capital(their)} history includes ${pastHistory({ ...f, brief: false })}.`,
        prose`${capital(they)} takes: ${homeDrugs(f)}.`,
        prose`Allergies: ${allergies(f)}.`,
      ],
      " ",
    ),
    joined(
      [
        isEmpty(vitalSigns(f)) ? undefined : prose`At the visit: ${vitalSigns(f)}.`,
        joined(
          resultsBack(f)
            .slice(0, 5)
            .map((each) => resultWithBefore(f, each)),
          ", ",
        ),
        smoking(f) === undefined ? undefined : `${capital(smoking(f)!)}.`,
        ...noticed(f),
      ],
      " ",
    ),
    joined(
      [
        f.patient.identifiers.phone === undefined
          ? undefined
          : prose`${capital(they)} can be reached at ${phone(f, f.patient.identifiers.phone)}.`,
        coverage && chance(f, "plan", 0.4) ? prose`Plan member ID ${mention("member-id", coverage.identifiers["member-id"]!)}.` : undefined,
        trial !== undefined && chance(f, "trial", 0.3)
          ? prose`${capital(they)} takes part in a study as subject ${mention("trial-subject-id", trial)}.`
          : undefined,
        say(f, "grateful", [
          "I look forward to your assessment.",
          "Please send a note to our office.",
          "Kindly fax your findings.",
          "Thank you for your help with this patient.",
        ]),
      ],
      " ",
    ),
  );
}

/** A note for work or school. */
function excuse(f: Facts): Prose {
  const day = dayOfTime(f.encounter.start);
  const days = pick(f, "days", [1, 2, 3]);
  const until = isoOf(day + days);
  const isChild = f.age < 18;
  const where: Prose = isChild ? school(f) : mention("employer", f.patient.employer!);
  const number = f.patient.identifiers["employee-id"];
  return paragraphs(
    pick(f, "to", ["To whom it may concern:", "To Whom It May Concern,"]),
    joined(
      [
        prose`${fullPatient(f)} (${birthDate(f)}) ${pick(f, "was seen", ["was seen in our office on", "was under my care on", "was evaluated here on"])} ${date(f, f.encounter.start)}.`,
        prose`${say(f, "excuse", ["Please excuse the absence from", "May not attend", "Is excused from"])} ${where} through ${date(f, until)}.`,
        number !== undefined && !isChild && chance(f, "employee", 0.4) ? prose`Employee no. ${mention("employee-id", number)}.` : undefined,
        pick(f, "return", [
          "May return without restrictions.",
          "May return as tolerated.",
          "No restrictions after that day.",
          "Call our office with questions.",
        ]),
      ],
      " ",
    ),
  );
}

/** Results, to the patient or a parent. */
function results(f: Facts): Prose {
  const back = resultsBack(f);
  const odd = back.filter((each) => flag(each) !== "");
  const drawn = date(f, back[0]!.time);
  const { street, city, state, zip } = f.patient.address;
  const to: Prose = f.age < 18 ? prose`To the parents of ${fullPatient(f)}` : fullPatient(f);
  return paragraphs(
    lines(to, mention("street-address", street), prose`${mention("city", city)}, ${state} ${mention("zip", zip)}`),
    f.age < 18 ? "Dear parents," : prose`Dear ${titled(f)},`,
    joined(
      [
        say<Prose>(f, "write", [
          prose`I am writing with the results of your tests of ${drawn}:`,
          prose`Here are your results from ${drawn}:`,
          prose`Your tests from ${drawn} are back:`,
          prose`The laboratory work of ${drawn} showed the following:`,
          prose`Enclosed are the results of ${drawn}:`,
        ]),
        [
          joined(
            (odd.length > 0 ? odd : back).slice(0, 6).map((each) => resultWithBefore({ ...f, brief: false }, each)),
            ", ",
          ),
          ".",
        ],
        odd.length === 0
          ? "All are within the normal range."
          : back.length > odd.length
            ? "The other values are within the normal range."
            : undefined,
        odd.length === 0
          ? "No change is needed."
          : "We will go over this at your next visit; please call if you would like to talk sooner.",
      ],
      " ",
    ),
  );
}

/** To the patient's own provider or a colleague, about a visit. */
function summary(f: Facts): Prose {
  const other = f.provider.id === f.own.id ? f.colleague : f.own;
  const place = chance(f, "elsewhere", 0.3) ? mention("facility", make("facility", f.home.fork("elsewhere")), "facility") : undefined;
  const full = { ...f, brief: false };
  const value = pressure(f);
  return paragraphs(
    about(f),
    [always(f, "dear", ["Dear ", "Dear ", "To "]), doctor(other), ","],
    joined(
      [
        prose`${say(f, "saw", ["I saw", "We saw", "I had the pleasure of seeing"])} ${titled(f)}, ${anAgeSex(full)}, on ${date(f, f.encounter.start)} for ${reasonWith(full)}.`,
        value === undefined
          ? undefined
          : pick(f, "pressure", [`Blood pressure was ${value}.`, `Pressure {measured|taken} at the visit: ${value}.`, `BP ${value}.`]),
        ...pictures(full),
        f.encounter.reason.code === "Z12.11"
          ? pick(f, "colon", [
              "The colon was seen to the cecum; {no polyps were found|no polyp or mass}.",
              "The examination to the cecum was normal.",
            ])
          : undefined,
        sortOf(f) === "acute" ? `My impression is ${illnessFor(f).name}.` : undefined,
        prose`Current medications: ${homeDrugs(f)}.`,
        prose`Allergies: ${allergies(f)}.`,
      ],
      " ",
    ),
    joined([...noticed(full), ...otherProblems(full, 3)], " "),
    joined(
      [
        place === undefined ? undefined : prose`${called(f, "start")} was previously followed at ${place}.`,
        say(f, "end", [
          "Thank you for {sharing in the care of this patient|allowing me to take part in this care|your trust}.",
          "Please call {with any questions|if I can be of help|my office with questions}.",
          "I will see this patient again {as planned|at the next visit}.",
          "{A copy of the|The full} note is {available on request|enclosed}.",
        ]),
      ],
      " ",
    ),
  );
}

/** What a specialty looks after, by ICD-10-CM code. */
const looksAfter: readonly (readonly [string, RegExp])[] = [
  ["ophthalm", /^H[0-5]|^E1[013]/],
  ["audio", /^H9/],
  ["ortho", /^[MS]/],
  ["physical", /^[MS]/],
  ["podia", /^E1[013]|^I73/],
  ["cardio", /^I/],
  ["nephro", /^N1|^E1[013]\.2/],
  ["oncol", /^C|^Z85/],
  ["neuro", /^G|^I63|^Z86\.73/],
  ["pulmo", /^J4/],
  ["gastro", /^K|^D5/],
  ["endo", /^E/],
  ["rheum", /^M/],
  ["urolog", /^N|^C61/],
  ["behav", /^F/],
  ["psych", /^F/],
  ["allerg", /^J3|^J45|^L2/],
];

/** Of the problems on record, the one that the specialty is for, where the visit was for another. */
function subject(f: Facts, to: string): string | undefined {
  const pattern = looksAfter.find(([begins]) => to.toLowerCase().startsWith(begins))?.[1];
  if (!pattern || pattern.test(f.encounter.reason.code)) return undefined;
  const found = problems(f).find(({ code }) => pattern.test(code.code));
  return found && problem(found.code).name;
}
