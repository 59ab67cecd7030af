import { ageSex } from "../age-words.ts";
import { always, called, chance, clock, companion, contactName, type Facts, phone, pick, pronouns, say } from "../facts.ts";
import { header } from "../header.ts";
import { allergies, drugs } from "../history.ts";
import { isUnwell } from "../notice.ts";
import { capital, isEmpty, joined, lines, mention, type Prose, prose } from "../prose.ts";
import { arrival } from "../reason.ts";
import { clerkSignature, ended } from "../sign.ts";
import { clerkShort, colleague } from "../staff-names.ts";
import { measuredValue, vitalSigns } from "../vitals.ts";
import { acuityOf } from "../words/acuity.ts";
import { vital } from "../words/measures.ts";
import { bedAt, hospitalDay, operations, stayName, whyOf } from "./stay.ts";

/** A nurse's shift in hospital. */
export function nursing(f: Facts): Prose {
  const nurse = f.clerk("nurse");
  const bed = bedAt(f.encounter, f.time);
  const title = always(f, "title", ["Nursing note", "Nursing shift note", "RN note", "Nursing progress note", "Shift assessment"]);
  const entries = events(f);
  const body = always(f, "timed", [true, false])
    ? lines(...entries.map(([time, what]) => [clock(f, time), always(f, "after time", [" ", " - ", ": "]), what]))
    : joined(
        entries.map(([, what]) => what),
        " ",
      );
  const band = f.patient.identifiers["biometric-id"];
  const checked: Prose =
    band !== undefined && chance(f, "band", 0.5)
      ? prose`Identity confirmed, thumbprint ID ${mention("biometric-id", band)}.`
      : chance(f, "two", 0.2)
        ? "Identity confirmed by name and date of birth."
        : undefined;
  return ended(
    f,
    joined(
      [
        header(f, { byStaff: true, title, date: f.time, more: bed === undefined ? [] : [["Unit", bed]] }),
        joined(
          [
            prose`${ageSex(f)}, day ${hospitalDay(f)}, ${stayName(f)}. ${always(f, "allergy line", [true, false]) ? ["Allergies: ", allergies(f), "."] : ""}`,
            checked,
            body,
          ],
          "\n",
        ),
      ],
      "\n",
    ),
    clerkSignature(f, nurse),
  );
}

const later = (time: string, minutes: number): string => {
  const total = Math.min(1439, Number(time.slice(11, 13)) * 60 + Number(time.slice(14, 16)) + minutes);
  return `${time.slice(0, 11)}${String(Math.floor(total / 60)).padStart(2, "0")}:${String(total % 60).padStart(2, "0")}:00`;
};

/** What happened in the hours before the note, in order. */
function events(f: Facts): readonly (readonly [string, Prose])[] {
  const why = whyOf(f);
  const kin = companion(f);
  const { they, their } = pronouns(f);
  const begin = later(f.time, -180);
  const { ward } = drugs(f);
  const done = operations(f);
  const pain = f.age < 3 ? undefined : `Pain ${pick(f, "pain", why === "illness" ? [0, 0, 2, 3, 4] : [2, 3, 4, 5])}/10.`;
  const saturation = measuredValue(f, vital.saturation);
  const rounds: Prose = ["VS ", vitalSigns(f), "."];
  const from: Prose = always(f, "report", [true, false]) ? prose`Report from ${clerkShort(f, f.clerk("assistant"))}.` : "Assumed care.";
  const specific: readonly string[] =
    why === "birth"
      ? [
          "Voided {x2|x3}, stool {x1|x2}, cord {clean|drying}.",
          "Latched {15|10} minutes each side.",
          "Swaddled in crib, color pink.",
          "{Bath given|First bath delayed by parents' wish}, temp stable after.",
          "{Hearing screen passed both ears|Heel stick done}, {tolerated|consoled at breast}.",
        ]
      : why === "delivery"
        ? [
            "Fundus firm, lochia {moderate|light|scant}.",
            "Up to the bathroom {with help|without help}, voided.",
            "Baby rooming in{, skin to skin|}.",
            "Perineal care taught, {ice pack|sitz bath} offered.",
            "{Latch checked|Lactation visit done}, {questions answered|more help tomorrow}.",
          ]
        : why === "surgery" || done.length > 0
          ? [
              "Dressing {clean, dry, intact|dry, no drainage}.",
              f.age < 65 && !/^(?:S7|M1)/.test(f.encounter.reason.code)
                ? "Up in chair, walked {the hall|50 feet|to the desk and back}."
                : "Up in chair, walked {50|30|80} feet with walker{, one assist|}.",
              "Incentive spirometer {used|to 1250|ten times an hour}.",
              "{Tolerating|Took} {clear liquids|sips and crackers|regular diet}, no nausea.",
              "{Voided after catheter out|Foley out, due to void|Voiding well}.",
            ]
          : [
              f.age >= 70 ? "Skin intact, {turned every two hours|heels floated|repositions self}." : "Skin intact{, repositions self|}.",
              "IV site {clean, flushes well|patent, no redness|changed, left forearm}.",
              "Bed low, call light within reach{, alarm on|}.",
              "Ate {half|all|a quarter} of the meal{, drank well|}.",
              f.age < 65 ? "Up to the bathroom {alone|without help}." : "Steady with {one assist|standby help|walker}.",
              "{Watching television|Reading|Dozing between checks}{, no complaints|}.",
            ];
  return [
    [begin, from],
    [
      later(begin, 20),
      joined(
        [
          pick<Prose>(f, "state", [
            prose`${called(f, "start")} resting, ${f.age < 3 ? "asleep" : "awake and oriented"}.`,
            prose`${f.age < 3 ? "Asleep in crib" : "Alert, follows commands"}.`,
          ]),
          pain,
        ],
        " ",
      ),
    ],
    ...(isEmpty(vitalSigns(f)) ? [] : ([[later(begin, 45), rounds]] as const)),
    ...(ward.length === 0
      ? []
      : ([
          [
            later(begin, 70),
            `${say(f, "gave", ["Given", "Scheduled", "Meds per MAR:"])} ${ward.map((each) => f.drugWords(each).drug.name).join(", ")}${pick(f, "gave well", [".", ", tolerated.", " per order."])}`,
          ],
        ] as const)),
    ...(saturation !== undefined && saturation < 92 && f.age >= 1
      ? ([[later(begin, 85), prose`Sat ${saturation}%, ${colleague(f, f.provider)} aware, 2 L NC on.`]] as const)
      : []),
    [later(begin, 110), pick(f, "specific", specific)],
    ...(kin && chance(f, "call", 0.55)
      ? ([
          [
            later(begin, 140),
            pick<Prose>(f, "called", [
              prose`${capital(kin.relationship)} ${contactName(kin)} called from ${phone(f, kin.phone, "relative")}, update given.`,
              prose`${capital(kin.relationship)} ${contactName(kin, "given")} at bedside, questions answered.`,
              prose`Spoke with ${kin.relationship} ${contactName(kin, "given")} about ${their} plan.`,
            ]),
          ],
        ] as const)
      : []),
    [
      f.time,
      pick<Prose>(f, "end", [
        prose`${pick(f, "round", ["Rounds with", "Seen on rounds by", "Plan clarified with", "Paged", "Call back from"])} ${colleague(f, f.provider)}${pick(f, "orders", [", no new orders.", ", orders noted.", ", continue.", " re: diet."])}`,
        prose`${pick(f, "transport", ["Down to imaging with", "Transported by", "Vital signs by", "Bath and linen with", "Break covered by"])} ${clerkShort(f, f.clerk("assistant"))}${pick(f, "back", [", back to bed.", ", tolerated.", "."])}`,
        prose`Care plan reviewed. Will continue to monitor.`,
        prose`Handoff to ${clerkShort(f, f.clerk("nurse"))}.`,
        `Safety checks done, ${they} has no requests.`,
      ]),
    ],
  ];
}

/** What a nurse writes when somebody comes through the door of an emergency department. */
export function triage(f: Facts): Prose {
  const nurse = f.clerk("nurse");
  const acuity = pick(f, "level", acuityOf(f.encounter.reason.code).levels);
  const level = isUnwell(f) ? Math.min(2, acuity) : f.isAdmitted ? Math.min(3, acuity) : acuity;
  const kin = companion(f);
  return ended(
    f,
    joined(
      [
        header(f, { byStaff: true, title: always(f, "title", ["Triage note", "ED triage", "ED nursing triage"]), date: f.time }),
        joined(
          [
            prose`${ageSex(f)} ${pick(f, "to triage", ["to triage with", "c/o", "here for"])} ${f.complaint}. ${f.age < 13 && kin ? prose`With ${kin.relationship} ${contactName(kin)}.` : ""}`,
            [always(f, "vs", ["VS ", "", "Vitals: "]), vitalSigns(f)],
            prose`ESI ${level}. ${f.age < 3 ? "" : `Pain ${pick(f, "pain", /pain|pressure|ache|cut|twist|fell|sore|hit|swelling|burning|stiff/.test(f.complaint) ? [3, 4, 5, 6, 7, 8] : [0, 0, 1, 2])}/10. `}Allergies: ${allergies(f)}`,
            arrival(f) === "ambulance"
              ? pick(f, "by", [
                  "Arrived by EMS{, report taken|}.",
                  "Via ambulance, {report at bedside|handover taken}.",
                  "EMS {to room|handoff}.",
                ])
              : undefined,
            pick<Prose>(f, "then", [
              `{To room|Roomed in|Straight to bed} ${pick(f, "room", [2, 4, 5, 7, 9, 11, 12, 14])}{.|, on monitor.|, gown on.}`,
              ...(level > 2 ? ["{Back to|To the} waiting room, {told to say if worse|will be called|recheck in an hour}."] : []),
              prose`${colleague(f, f.provider)} aware.`,
            ]),
          ],
          "\n",
        ),
      ],
      "\n",
    ),
    clerkSignature(f, nurse),
  );
}
