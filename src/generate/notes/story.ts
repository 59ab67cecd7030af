import { ageSex, anAgeSex } from "./age-words.ts";
import { asides } from "./asides.ts";
import {
  called,
  chance,
  companion,
  contactName,
  dateInPassing,
  dayOfTime,
  type Facts,
  facilityShort,
  informant,
  pick,
  pronouns,
  say,
  titled,
} from "./facts.ts";
import { problems, problemWords } from "./history.ts";
import { unheard } from "./others.ts";
import { capital, joined, type Prose, prose } from "./prose.ts";
import { illnessFor, since, told } from "./reason.ts";
import { illnessOf, onSide } from "./words/illness.ts";
import { problem } from "./words/problems.ts";

const shortDenials: Readonly<Record<string, string>> = {
  "shortness of breath": "SOB",
  "chest pain": "CP",
  "trouble breathing": "SOB",
  vomiting: "emesis",
  "loss of consciousness": "LOC",
  headache: "HA",
  "abdominal pain": "abd pain",
  "leg swelling": "LE swelling",
};

/** `Denies chest pain and fever.` An infant denies nothing. */
export function denials(f: Facts, from: readonly string[]): Prose {
  const taken = told(f, "denials", from, 3);
  if (taken.length === 0) return undefined;
  const words = f.brief ? taken.map((each) => shortDenials[each] ?? each) : taken;
  const parent = informant(f);
  if (parent || f.age < 4) return pick(f, "deny", [`No ${listed2(words, " or ")}.`, `No ${listed2(words, ", no ")} reported.`]);
  if (f.brief) return say(f, "deny", [`Denies ${words.join(", ")}.`, `No ${words.join(", ")}.`, `(-) ${words.join(", ")}.`]);
  return say(f, "deny", [
    `Denies ${listed2(words, " or ")}.`,
    `${capital(pronouns(f).they)} denies ${listed2(words, " and ")}.`,
    `No ${listed2(words, " or ")}.`,
    `Negative for ${listed2(words, " and ")}.`,
  ]);
}

export const listed2 = (words: readonly string[], last: string): string =>
  words.length < 2 ? words.join("") : words.slice(0, -1).join(", ") + last + words.at(-1)!;

/** `with a history of hypertension and asthma`; nothing where there is none. */
export function withHistory(f: Facts): string {
  const there = problems(f).filter(({ code }) => code.code !== f.encounter.reason.code);
  if (there.length === 0) return f.age < 18 ? say(f, "healthy", ["", ", previously healthy,", ""]) : "";
  const words = there.slice(0, 4).map(({ code }) => problemWords(f, code));
  if (f.brief) return ` ${say(f, "hx", ["w/ h/o", "with PMH of", "h/o", "w/ hx"])} ${words.join(", ")}`;
  return ` ${say(f, "hx", ["with a history of", "with", "with past medical history of", "known to have"])} ${listed2(words, " and ")}`;
}

/** The story of something new, as this author tells it. */
export function acuteStory(f: Facts): Prose {
  const illness = illnessFor(f);
  const parent = informant(f);
  const what = f.complaint;
  const [on, history, who, anybody] = [since(f), withHistory(f), ageSex(f), anAgeSex(f)];
  const [name, subject] = [titled(f), called(f, "start")];
  const opened = parent
    ? pick<Prose>(f, "brought", [
        prose`${capital(parent.relationship)} ${contactName(parent, "given")} brings ${called(f)}, ${anybody}${history}${history.endsWith(",") ? "" : ","} for ${what}${on}.`,
        prose`${who}${history} brought in by ${parent.relationship} for ${what}${on}.`,
        prose`${capital(parent.relationship)} reports ${what}${on}.`,
        prose`${who} ${f.brief ? "w/" : "with"} ${what}${on}. History from ${parent.relationship} ${contactName(parent, "full")}.`,
      ])
    : f.brief
      ? say<Prose>(f, "opened", [
          prose`${who}${history} ${say(f, "p/w", ["p/w", "c/o", "presents w/"])} ${what}${on}.`,
          prose`${subject} c/o ${what}${on}.`,
          prose`${who} ${what}${on}.`,
          prose`${subject} is ${who} here for ${what}${on}.`,
        ])
      : say<Prose>(f, "opened", [
          prose`${name} is ${anybody}${history} who presents with ${what}${on}.`,
          prose`${subject} is ${anybody}${history} presenting with ${what}${on}.`,
          prose`This is ${anybody}${history} who comes in with ${what}${on}.`,
          prose`${name} comes in today because of ${what}${on}.`,
          prose`${who}${history} seen for ${what}${on}.`,
          prose`Seen today for ${what}${on}. ${name} is ${anybody}${history}.`,
        ]);
  return joined(
    [
      opened,
      ...told(f, "story", illness.story, 3),
      unheard(f),
      asides(f, "story"),
      f.age < 3 ? undefined : denials(f, illness.denies),
      earlier(f),
    ],
    " ",
  );
}

/** What happened lately: a stay or an emergency visit, or just the last visit. */
export function earlier(f: Facts): Prose {
  const { encounter, record } = f;
  const now = dayOfTime(encounter.start);
  let last: typeof encounter | undefined;
  let before: typeof encounter | undefined;
  for (const each of record.encounters) {
    if (each.end >= encounter.start || each.id === encounter.fromEncounterId) continue;
    before = each;
    if (each.class === "inpatient" || each.class === "emergency") last = each;
  }
  if (last && now - dayOfTime(last.end) <= 45) {
    const what = onSide(illnessOf(last.reason.code, problem(last.reason).name), last.reason.display.includes("left") ? "left" : "right")[
      f.brief ? "short" : "name"
    ];
    if (last.class === "inpatient" && last.reason.code.startsWith("Z")) return undefined;
    return last.class === "inpatient"
      ? f.brief
        ? prose`Recent admit ${dateInPassing(f, last.start)}-${dateInPassing(f, last.end)} for ${what}.`
        : prose`Of note, ${pronouns(f).they} was in hospital from ${dateInPassing(f, last.start)} to ${dateInPassing(f, last.end)} for ${what}.`
      : f.brief
        ? prose`ED ${dateInPassing(f, last.start)} for ${what}.`
        : prose`Was seen in ${chance(f, "where seen", 0.4) ? [facilityShort(f), " ED"] : "the emergency department"} on ${dateInPassing(f, last.start)} for ${what}.`;
  }
  if (!before || !chance(f, "last visit", 0.3)) return undefined;
  return f.brief ? prose`Last seen ${dateInPassing(f, before.start)}.` : prose`Last visit was on ${dateInPassing(f, before.start)}.`;
}

/** Who came along, where that is told. */
export function came(f: Facts): Prose {
  const one = companion(f);
  if (!one || f.age < 18 || !one.livesWith || !chance(f, "came", 0.25)) return undefined;
  const kin = one.relationship === "friend" ? "partner" : one.relationship;
  return pick<Prose>(f, "came how", [
    prose`${capital(kin)} ${contactName(one, "given")} is with ${pronouns(f).them} today.`,
    prose`Accompanied by ${f.brief ? "" : `${pronouns(f).their} `}${kin} ${contactName(one, "full")}.`,
    prose`History also from ${kin} ${contactName(one, "given")}.`,
  ]);
}
