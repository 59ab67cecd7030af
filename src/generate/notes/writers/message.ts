import { chance, clock, companion, contactName, date, type Facts, fullPatient, headDate, phone, pick } from "../facts.ts";
import { drugs } from "../history.ts";
import { flag, resultsBack, testNames } from "../labs.ts";
import { capital, joined, lines, mention, type Prose, paragraphs, prose } from "../prose.ts";
import { illnessFor, reasonWords, sortOf } from "../reason.ts";
import { clerkName, isDoctor, providerName } from "../staff-names.ts";
import { problem } from "../words/problems.ts";

/** A message through the portal after a visit, from the patient or a parent, mostly with an answer. */
export function message(f: Facts, answeredAt: string | undefined): Prose {
  const writer = f.age < 18 ? companion(f) : undefined;
  const style = f.home.fork("letters");
  const form = style.pick(["plain", "plain", "headed", "headed", "thread"]);
  const from: Prose = writer ? [contactName(writer), ` (${writer.relationship})`] : fullPatient(f);
  const { "user-name": user, "ip-address": ip } = f.patient.identifiers;
  const subject = pick(f, "subject", [capital(lay(f)), "Question", "Follow up", "Question about visit", "Medication", "Results"]);
  const head =
    form === "plain"
      ? undefined
      : lines(
          [
            pick(f, "kind", ["Patient portal message", "MyHealth message", "Secure message"]),
            "  ",
            headDate(f, f.time),
            " ",
            clock(f, f.time),
          ],
          ["From: ", from, user !== undefined && !writer && chance(f, "user", 0.4) ? [" [", mention("user-name", user), "]"] : ""],
          ["To: ", providerName(f.provider), ", ", f.provider.credential],
          ["Subject: ", subject],
          ip !== undefined && !writer && chance(f, "ip", 0.2) ? ["Sent from web, IP ", mention("ip-address", ip)] : undefined,
        );
  const answer = answeredAt === undefined ? undefined : reply(f, answeredAt, form);
  return paragraphs(head, letter(f, writer !== undefined), answer);
}

/** The reason as the patient calls it. */
function lay(f: Facts): string {
  const sort = sortOf(f);
  if (sort === "acute" || sort === "after") return illnessFor(f).lay;
  if (sort === "follow" || sort === "procedure") return problem(f.encounter.reason).lay;
  if (sort === "vaccination") return f.age < 18 ? "shots" : "vaccination";
  return sort === "child" || sort === "physical" ? "check-up" : reasonWords({ ...f, brief: false });
}

function letter(f: Facts, isParent: boolean): Prose {
  const writer = companion(f);
  const style = f.home.fork("letters");
  const isFormal = style.fork("formal").chance(0.4);
  const title: Prose = isDoctor(f.provider)
    ? ["Dr. ", mention("name", f.provider.name.family, "provider")]
    : mention("name", f.provider.name.given, "provider");
  const greeting = isFormal
    ? prose`Dear ${title},`
    : pick<Prose>(f, "greeting", [
        prose`Hi ${title},`,
        prose`Hello ${title},`,
        prose`Hi ${title} -`,
        "Hi there,",
        "Good morning,",
        prose`${title},`,
      ]);
  const child: Prose = isParent
    ? prose`my ${f.patient.sex === "female" ? "daughter" : "son"} ${mention("name", f.patient.name.given)}`
    : "me";
  const sort = sortOf(f);
  const drug = [...drugs(f).begun, ...drugs(f).renewed, ...drugs(f).home][0];
  const name = drug && f.drugWords(drug).drug.name;
  const own = isParent ? (f.patient.sex === "female" ? "her " : "his ") : "my ";
  const seen = pick<Prose>(f, "seen", [
    prose`You saw ${child} on ${date(f, f.encounter.start)} for ${own}${lay(f)}.`,
    prose`We were in on ${date(f, f.encounter.start)} for ${own}${lay(f)}.`,
    prose`Following up on the visit ${date(f, f.encounter.start)} (${lay(f)}).`,
    prose`I wanted to ask about ${isParent ? [mention("name", f.patient.name.given), "'s"] : "my"} visit on ${date(f, f.encounter.start)}.`,
  ]);
  const they = isParent ? (f.patient.sex === "female" ? "she" : "he") : "I";
  const is = isParent ? "is" : "am";
  const tells =
    sort === "acute" || sort === "after"
      ? pick(f, "tells", [
          `${capital(they)} ${is} a little better but not there yet.`,
          "It came back {over the weekend|two days later|last night}.",
          "No change {so far|yet}.",
          `It was gone for a day and now it is back.`,
          `${capital(they)} ${is} sleeping better now.`,
          "Still about the same, maybe a bit worse at night.",
        ])
      : pick(f, "tells", [
          "{Everything is going ok|All is well so far|Things are fine here}.",
          `${capital(they)} ${is} doing fine.`,
          "No new {problems|symptoms}.",
          "I forgot {to ask one thing|something at the visit}.",
          "{Quick question|One more question|Just a question}.",
          "All good otherwise{ I think|}.",
        ]);
  const asks: Prose[] = [
    "{Should we come back in|Do you want to see us again|Another visit needed}?",
    "{Do I need to do anything else|Anything else to watch for|Is there anything else to do}?",
    "{When should we schedule the next visit|When is the next visit|Can we move the next appointment}?",
    ...(f.age < 0.3 ? [] : [prose`Can you send a note for ${f.age < 5 ? "daycare" : f.age < 18 ? "school" : "work"}?`]),
    ...(f.age >= 8 && (sort === "acute" || sort === "after") ? ["Is it ok to exercise again?"] : []),
    ...(name === undefined
      ? []
      : [
          `Can I get a refill of the ${name}?`,
          `Is it ok to take ${name} with food?`,
          `The ${name} makes ${isParent ? "the stomach" : "my stomach"} upset, is that normal?`,
        ]),
    ...(resultsBack(f).length > 0 ? ["I saw the labs posted, is there anything to worry about?", "Are the lab results ok?"] : []),
  ];
  const { email, photo, url, fax } = f.patient.identifiers;
  const reach: Prose =
    isParent && writer
      ? phone(f, writer.phone, "relative")
      : f.patient.identifiers.phone === undefined
        ? undefined
        : phone(f, f.patient.identifiers.phone);
  const more = joined(
    [
      reach !== undefined && chance(f, "reach", 0.6)
        ? prose`${pick(f, "best", ["You can call", "Best number is", "My cell is", "Call"])} ${reach}${email !== undefined && !isParent && chance(f, "mail", 0.5) ? prose` or email ${mention("email", email)}` : ""}.`
        : undefined,
      photo !== undefined && !isParent && chance(f, "photo", shows(f) ? 0.75 : 0.08)
        ? prose`${shows(f) ? pick(f, "shows", ["I attached a picture", "Picture is attached", "Here is a photo from this morning", "See photo"]) : pick(f, "card", ["Here is a photo of the new insurance card", "I attached the form", "Picture of my pill bottles attached"])} (${mention("photo", photo)}).`
        : undefined,
      url !== undefined && !isParent && chance(f, "link", 0.12)
        ? prose`The link in my account did not open: ${mention("url", url)}`
        : undefined,
      fax !== undefined && chance(f, "fax", 0.2) ? prose`The fax at home is ${mention("fax", fax)}.` : undefined,
      f.patient.employer !== undefined && f.age >= 18 && f.age < 67 && chance(f, "work", 0.12)
        ? prose`My boss at ${mention("employer", f.patient.employer)} needs to know by Friday.`
        : undefined,
    ],
    " ",
  );
  const thanks = pick(f, "thanks", ["Thanks,", "Thank you,", "Thanks so much!", "Thank you for your help.", "Best,", "Thx"]);
  const name_: Prose =
    isParent && writer
      ? contactName(writer, pick(f, "signs", ["given", "full"]))
      : pick(f, "signs", [fullPatient(f), mention("name", f.patient.name.given)]);
  const body = joined([seen, tells, pick(f, "asks", asks), more], " ");
  return pick(f, "layout", ["lines", "run"]) === "run"
    ? prose`${greeting} ${body} ${thanks} ${name_}`
    : lines(greeting, body, thanks, name_);
}

/** Whether there is something to take a picture of. */
const shows = ({ encounter }: Facts): boolean => /^(?:L|H10|S[069]|T78|B3|B0|W5)/.test(encounter.reason.code);

/** What the office writes back. */
function reply(f: Facts, time: string, form: string): Prose {
  const nurse = f.clerk("nurse");
  const byDoctor = chance(f, "by doctor", 0.4);
  const who: Prose = byDoctor ? [providerName(f.provider), ", ", f.provider.credential] : clerkName(nurse);
  const called: Prose = f.age < 18 ? (companion(f) ? contactName(companion(f)!, "given") : "there") : mention("name", f.patient.name.given);
  const isIll = sortOf(f) === "acute" || sortOf(f) === "after";
  const back = resultsBack(f);
  const odd = back.filter((each) => flag(each) !== "");
  const text = joined(
    [
      prose`${pick(f, "hi", ["Hi", "Hello", "Dear"])} ${called},`,
      pick(f, "thanks back", [
        "Thank you for your message.",
        "Thanks for {letting us know|writing|the update}.",
        ...(isIll ? ["Sorry to hear {that|it is not gone yet}."] : ["Good to hear from you."]),
        "I {read|saw} your message and {passed it on|talked to the team}.",
      ]),
      back.length > 0
        ? odd.length === 0
          ? "Your results are within the normal range."
          : `Most results look fine; ${testNames(odd.slice(0, 2))} ${odd.length === 1 ? "is" : "are"} slightly off and we will go over ${odd.length === 1 ? "it" : "them"} at the next visit.`
        : undefined,
      pick<Prose>(f, "advice back", [
        "Please continue as {discussed|we discussed|planned}.",
        ...(isIll
          ? [
              "If it gets worse, {call us or come in|please come in|let us know}.",
              "{Give it a few more days|It can take a week}, and {call|write} if it is no better.",
            ]
          : ["{See you at|We will talk at} the next visit.", "{Nothing else is needed for now|No need to come in before then}."]),
        prose`If you need to be seen sooner call ${phone(f, f.facility.identifiers.phone ?? "", "facility")}.`,
        "We can see you {this week|tomorrow or Friday|on short notice} if needed.",
        "The front desk will {reach out to schedule|call you with a time}.",
      ]),
    ],
    " ",
  );
  const at: Prose = [headDate(f, time), " ", clock(f, time)];
  return form === "thread" ? lines(prose`----- Reply ${at} from ${who} -----`, text) : lines(prose`Reply, ${at}:`, text, who);
}
