import type { Stream } from "../../random/stream.ts";
import { isoOf } from "../days.ts";
import { make } from "../make.ts";
import { drawName } from "../names.ts";
import { chance, companion, contactName, date, dateInPassing, dayOfTime, employerName, type Facts, phone, pronouns } from "./facts.ts";
import { problems, school } from "./history.ts";
import { capital, mention, type Prose, prose } from "./prose.ts";
import { arrival, sortOf } from "./reason.ts";
import { varied } from "./varied.ts";
import { monthName } from "./write-date.ts";

/** What somebody tells or writes in passing, with whoever and wherever is named in it: a teacher, another clinic, a number to call. */
type Aside = (f: Facts, own: Stream) => Prose;

/** One of them, or mostly none. `key`: where in the note; of how something began in a story and at a call only. */
export function asides(f: Facts, key: "story" | "call" | "visit" | "after", share = 0.4): Prose {
  if (!chance(f, `aside ${key}`, share)) return undefined;
  const own = f.stream.fork(`aside of ${key}`);
  const isAcute = (key === "story" || key === "call") && sortOf(f) === "acute";
  const from = [...(isAcute ? (f.age < 18 ? ofChildren : [...ofIllness, ...ofIllnessToo]) : []), ...(f.age < 18 ? ofFamilies : ofLives)];
  return own.pick(from)(f, own);
}

const origins = ["white", "white", "black", "hispanic", "asian"] as const;

interface Named {
  readonly given: string;
  readonly family: string;
}

function somebody(own: Stream, sex: "female" | "male", born: readonly [number, number]): Named {
  const name = drawName(own.fork(`${sex} name`), sex, own.int(born[0], born[1]), own.pick(origins));
  return { given: name.given, family: name.family };
}

/** As people speak of people: `Ruth`, `Ruth Kessler`, `Mrs. Kessler`, `Ruth K.`; the span is the name without its title. */
function spoken(own: Stream, { given, family }: Named, sex: "female" | "male", role: "relative" | "provider" = "relative"): Prose {
  switch (own.int(0, 4)) {
    case 0:
      return [sex === "female" ? own.pick(["Mrs. ", "Ms. ", "Miss "]) : "Mr. ", mention("name", family, role)];
    case 1:
      return mention("name", `${given} ${family}`, role);
    case 2:
      return mention("name", `${given} ${family.slice(0, 1)}.`, role);
    default:
      return mention("name", given, role);
  }
}

const number = (f: Facts, own: Stream, role: "relative" | "provider" | "facility"): Prose =>
  phone(f, make("phone", own, { state: f.patient.address.state }), role);

const placeName = (own: Stream): string => make("facility", own).split(" ")[0]!;

/** Somewhere else that cares for people. */
const elsewhere = (own: Stream, sorts: readonly string[]): Prose => mention("facility", `${placeName(own)} ${own.pick(sorts)}`, "facility");

/** From where somebody was sent on, with whom to call there. */
export function sentFrom(f: Facts): Prose {
  const own = f.visit.fork("sent from");
  const place = mention("facility", make("facility", own), "facility");
  const doctor = somebody(own, own.chance(0.4) ? "female" : "male", [1955, 1990]);
  return own.pick<() => Prose>([
    () =>
      prose`Transferred from ${place} (${mention("city", make("city", own), "facility")}), accepted from Dr. ${mention("name", doctor.family, "provider")}.`,
    () =>
      prose`Transfer from ${place}, sending physician ${mention("name", `${doctor.given} ${doctor.family}`, "provider")}, ${number(f, own, "provider")}.`,
    () => prose`Sent on from ${place}; records came along, call ${number(f, own, "facility")} for the rest.`,
  ])();
}

/** A month without its year, as told from memory: an element of a date like any other. */
function month(f: Facts, own: Stream): Prose {
  const name = monthName(daysBefore(f, own.int(40, 300)));
  return [own.pick(["", "", "early ", "late ", "mid-"]), mention("date", own.chance(0.3) ? name.slice(0, 3) : name)];
}

/** A street as neighbours call it, without its sort. */
const street = (own: Stream): Prose => mention("street-address", make("street-address", own).split(" ")[1]!);

const daysBefore = (f: Facts, days: number): string => isoOf(dayOfTime(f.encounter.start) - days);

const text = (own: Stream, words: string): string => varied(words, own);

/** The patient's pronoun for what others did. */
const them = (f: Facts): string => pronouns(f).them;

const ofIllness: readonly Aside[] = [
  (f, own) => {
    const sex = own.chance(0.6) ? ("female" as const) : ("male" as const);
    const who = own.pick(["neighbor", "neighbor", "friend", "cousin", "landlord", "coworker"]);
    return prose`${capital(who)} ${spoken(own, somebody(own, sex, [1945, 1995]), sex)}${own.chance(0.35) ? [" (", number(f, own, "relative"), ")"] : ""} ${text(own, `{drove ${them(f)} here|drove ${them(f)} over|brought ${them(f)}|noticed it first|called about it|talked ${them(f)} into coming}`)}.`;
  },
  (f, own) =>
    f.age < 67 && f.patient.employer !== undefined
      ? own.pick<() => Prose>([
          () =>
            prose`${text(own, "{It began|Started|First noticed} {at work|on shift|during a shift}")} (${employerName(f, f.patient.employer!)})${own.chance(0.5) ? prose`; supervisor ${spoken(own, somebody(own, "male", [1960, 1992]), "male")} ${text(own, `{sent ${them(f)} home|is aware|wants a note}`)}` : ""}.`,
          () =>
            prose`${text(own, "{Missed|Called off|Left early from}")} ${text(own, "{a shift|work}")} at ${employerName(f, f.patient.employer!)} ${dateInPassing(f, daysBefore(f, 1))}.`,
          () =>
            prose`${text(own, "{Works in|Did a double in|Was lifting in}")} ${text(own, "{the stock room|the yard|the back office|receiving}")} at ${employerName(f, f.patient.employer!)}${own.chance(0.4) ? [" on ", mention("street-address", make("street-address", own).replace(/^\d{1,6} /, ""), "facility")] : ""} ${text(own, "{all week|the day before|through the weekend}")}.`,
        ])()
      : undefined,
  (f, own) =>
    prose`${text(own, "{Went to|Stopped at|Tried|Called}")} ${elsewhere(own, ["Urgent Care", "Walk-In", "Express Care", "MinuteCare", "Family Clinic"])} ${dateInPassing(f, daysBefore(f, own.int(0, 2)))}, ${text(own, "{told to be seen here|the wait was too long|sent on|advised to come if no better}")}.`,
  (f, own) =>
    prose`${text(own, "{Got back|Back|Returned|Came home}")} from ${mention("city", make("city", own))} ${dateInPassing(f, daysBefore(f, own.int(2, 9)))}${own.chance(0.5) ? prose`, ${text(own, "{was visiting|stayed with}")} cousin ${spoken(own, somebody(own, "female", [1950, 1990]), "female")}` : ""}.`,
  (f, own) =>
    f.encounter.class === "emergency" && arrival(f) === "ambulance"
      ? own.pick<() => Prose>([
          () =>
            prose`${text(own, "{Picked up|Found|Met by the crew}")} ${text(own, "{on|near|at the corner of}")} ${mention("street-address", make("street-address", own).replace(/^\d{1,6} /, ""))}${own.chance(0.5) ? prose` in ${mention("city", f.patient.address.city)}` : ""}.`,
          () =>
            prose`${text(own, "{Report from|Per|Handoff by}")} ${text(own, "{medic|paramedic|EMT}")} ${mention("name", `${own.pick(["A", "J", "M", "R", "T"])}. ${somebody(own, "male", [1970, 1999]).family}`, "provider")}${own.chance(0.5) ? prose`, ${mention("city", f.facility.address.city, "facility")} ${own.pick(["Fire", "EMS", "Ambulance"])}` : ""}.`,
        ])()
      : undefined,
];

const ofIllnessToo: readonly Aside[] = [
  (f, own) => prose`${text(own, "{Had|Went through} something {like this|similar}")} ${text(own, "{once|briefly} in")} ${month(f, own)}.`,
  (f, own) => {
    const first = somebody(own, "female", [1940, 1995]);
    return f.brief
      ? prose`${own.pick(["gf", "ex", "nbr", "roomie", "landlady", "sis-in-law"])} ${mention("name", first.given, "relative")} ${text(own, "{aware|here|w/ pt|to p/u}")}.`
      : prose`${mention("name", first.given, "relative")} from ${own.pick(["church", "next door", "the building", "bingo", "down the hall"])} ${text(own, "{has been checking in|brings meals|called 911 last time|waits outside}")}.`;
  },
  (_, own) =>
    prose`${text(own, "{Was walking|Was driving|Got off the bus} {on|near}")} ${street(own)}${own.chance(0.5) ? [" and ", street(own.fork("cross"))] : ""} ${text(own, "{when it came on|at the time|before it began}")}.`,
  (f, own) => {
    const day = dayOfTime(f.encounter.start);
    const [first, second] = [isoOf(day - own.int(5, 8)), isoOf(day - own.int(2, 4))];
    return prose`${text(own, "{Bad days|Worst|Spells}")} ${date(f, first)}${own.pick([" and ", " and again ", ", "])}${date(f, second)}.`;
  },
];

const ofChildren: readonly Aside[] = [
  (f, own) =>
    f.age >= 5
      ? prose`${text(own, "{Sent home by|School nurse at|Picked up from}")} ${school(f)} ${dateInPassing(f, daysBefore(f, own.int(0, 1)))}${own.chance(0.6) ? prose`; ${own.pick(["nurse", "teacher", "coach", "aide"])} ${spoken(own, somebody(own, "female", [1960, 1997]), "female")} ${text(own, "{called|noticed it|wrote a note}")}` : ""}.`
      : f.age >= 1
        ? prose`${elsewhere(own, ["Day Care", "Preschool", "Child Care", "Learning Center", "Tots"])} ${text(own, "{called|sent a note|says others are out sick}")}${own.chance(0.4) ? prose` (${spoken(own, somebody(own, "female", [1965, 2000]), "female")}, ${number(f, own, "relative")})` : ""}.`
        : undefined,
  (_, own) => {
    const who = own.pick(["grandmother", "aunt", "sitter", "neighbor"]);
    return prose`${capital(who)} ${spoken(own, somebody(own, "female", [1945, 1990]), "female")} ${text(own, "{watches the child by day|noticed it first|was there when it began|gave the first dose}")}.`;
  },
];

const ofFamilies: readonly Aside[] = [
  (f, own) => {
    const kin = companion(f);
    return kin
      ? prose`${text(own, "{Best reached|Reach|Call}")} ${kin.relationship} ${contactName(kin, own.pick(["given", "full"]))} ${text(own, "{on the cell|at work|after 3|evenings}")}, ${phone(f, kin.phone, "relative")}.`
      : undefined;
  },
  (f, own) =>
    f.age >= 5
      ? prose`${text(own, "{Form|Health form|Medication form}")} for ${school(f)} ${text(own, "{filled|signed|to be faxed}")}${own.chance(0.4) ? prose`, attention ${spoken(own, somebody(own, "female", [1960, 1995]), "female")}` : ""}.`
      : undefined,
  (f, own) =>
    prose`${text(own, "{Shot record|Records|Chart}")} from ${elsewhere(own, ["Pediatrics", "Children's Clinic", "Kids Clinic", "Family Health"])} ${text(own, "{requested|received|to follow}")}${own.chance(0.35) ? [", fax ", mention("fax", make("fax", own, { state: f.patient.address.state }), "facility")] : ""}.`,
];

const trades: readonly (readonly [RegExp, string])[] = [
  [/^I/, "cardiology"],
  [/^E1/, "endocrine"],
  [/^N/, "urology"],
  [/^M/, "orthopedics"],
  [/^C|^Z85/, "oncology"],
  [/^J4/, "pulmonary"],
  [/^G/, "neurology"],
  [/^H/, "eye"],
];

const ofLives: readonly Aside[] = [
  // The specialist whom somebody sees elsewhere is the same in all notes.
  (f, own) => {
    const trade = problems(f)
      .map(({ code }) => trades.find(([begins]) => begins.test(code.code))?.[1])
      .find((each) => each !== undefined);
    if (f.age < 40 || trade === undefined) return undefined;
    const home = f.home.fork("specialist");
    const family = somebody(home, "male", [1955, 1985]).family;
    const name: Prose = ["Dr. ", mention("name", family, "provider")];
    const place = mention("facility", placeName(home), "facility");
    return own.pick<() => Prose>([
      () =>
        prose`${text(own, "{Sees|Follows with|Also sees}")} ${name} (${trade}, ${place})${own.chance(0.5) ? prose`, ${text(own, "{next|again}")} ${date(f, isoOf(dayOfTime(f.time) + own.int(9, 120)))}` : ""}.`,
      () =>
        prose`${text(own, "{Last|Recent} {letter|note} from")} ${name}, ${place} ${trade}, ${text(own, "{reviewed|in the chart|not here yet}")}.`,
      () =>
        prose`${name} at ${place} ${trade} ${text(own, "{to get a copy|is copied|wants the labs}")}${own.chance(0.5) ? [", fax ", mention("fax", make("fax", home, { state: f.patient.address.state }), "facility")] : ""}.`,
    ])();
  },
  (f, own) => {
    const kin = companion(f);
    return kin
      ? own.pick<() => Prose>([
          () =>
            prose`${text(own, "{OK to leave word with|May speak with|Ok to talk to}")} ${kin.relationship === "friend" ? "friend" : kin.relationship} ${contactName(kin, "given")}${own.chance(0.6) ? [", ", own.pick(["cell ", "work ", "", "mobile "]), phone(f, kin.phone, "relative")] : ""}.`,
          () =>
            prose`${text(own, "{Results|Calls|Messages}")} to ${contactName(kin, own.pick(["given", "full"]))} (${kin.relationship}) at ${phone(f, kin.phone, "relative")}${text(own, "{, please| only|, not the home line|}")}.`,
        ])()
      : undefined;
  },
  (f, own) => {
    const place = elsewhere(f.home.fork("before here"), [
      "Medical Group",
      "Family Practice",
      "Internal Medicine",
      "Health Center",
      "Clinic",
    ]);
    return prose`${text(own, "{Records|Old records|Prior chart}")} from ${place}${own.chance(0.4) ? prose` in ${mention("city", make("city", f.home.fork("before here")))}` : ""} ${text(own, "{requested|received|scanned|asked for again}")}${own.chance(0.3) ? prose` ${date(f, daysBefore(f, own.int(0, 20)))}` : ""}.`;
  },
  (f, own) => {
    const since = `${own.int(2008, Number(f.time.slice(0, 4)) - 3)}-${String(own.int(1, 12)).padStart(2, "0")}`;
    const when = own.chance(0.5) ? `${Number(since.slice(5))}/${since.slice(0, 4)}` : `${monthName(`${since}-01`)} ${since.slice(0, 4)}`;
    return since.slice(0, 4) > f.patient.birthDate.slice(0, 4)
      ? prose`${text(own, "{Followed|A patient} here since")} ${mention("date", when)}.`
      : undefined;
  },
  (f, own) =>
    f.age < 67 && f.patient.employer !== undefined
      ? prose`${text(own, "{FMLA papers|Leave form|Disability form|Work form}")} for ${employerName(f, f.patient.employer)} ${text(own, "{left at the desk|to be filled|done today|filled and faxed}")}${own.chance(0.4) ? prose` (HR, ${spoken(own, somebody(own, "female", [1965, 1996]), "female")})` : ""}.`
      : undefined,
  (f, own) => {
    if (f.age < 75) return undefined;
    const home = f.home.fork("aide");
    const aide = somebody(home, "female", [1965, 2000]);
    return prose`${text(own, "{Home aide|Aide|Visiting nurse}")} ${mention("name", own.chance(0.5) ? aide.given : `${aide.given} ${aide.family}`, "provider")}${own.chance(0.5) ? [" of ", elsewhere(home, ["Home Care", "Visiting Nurses", "Home Health"])] : ""} ${text(own, "{comes|is there} {twice|three times} a week")}${own.chance(0.3) ? [", ", number(f, home, "provider")] : ""}.`;
  },
  (f, own) => prose`${text(own, "{Dental cleaning|Saw the dentist|New glasses|Moved house}")} in ${month(f, own)}.`,
  (f, own) =>
    prose`${text(own, "{Moved|Back|Came over} {here |}from")} ${mention("city", make("city", own))}${own.chance(0.5) ? [" in ", month(f, own)] : ""}, ${text(own, "{settling in|still getting records}")}.`,
  (f, own) => {
    const kin = companion(f);
    return kin?.livesWith
      ? prose`${contactName(kin, "given")}'s ${text(own, "{number|cell}")} is ${phone(f, kin.phone, "relative")}.`
      : undefined;
  },
  (f, own) => {
    const email = f.patient.identifiers.email;
    return email === undefined ? undefined : prose`${text(own, "{Prefers email|Email ok|Reads mail}")}: ${mention("email", email)}.`;
  },
];
