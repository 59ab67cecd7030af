import { make } from "../../make.ts";
import { anAgeSex } from "../age-words.ts";
import {
  always,
  called,
  chance,
  companion,
  contactName,
  date,
  dayOfTime,
  type Facts,
  homeAddress,
  phone,
  pick,
  pronouns,
  titled,
} from "../facts.ts";
import { header } from "../header.ts";
import { languages } from "../history.ts";
import { list, section, sections } from "../layout.ts";
import { capital, joined, mention, type Prose, prose } from "../prose.ts";
import { clerkSignature, ended } from "../sign.ts";
import { clerkName, colleague } from "../staff-names.ts";
import { bedAt, stayName, whyOf } from "./stay.ts";

/** A social worker or case manager plans how somebody leaves. */
export function social(f: Facts): Prose {
  const worker = f.clerk("socialWorker");
  const title = always(f, "title", ["Social work note", "Case management note", "Social work assessment", "Discharge planning note"]);
  const bed = bedAt(f.encounter, f.time);
  const body = [
    section(
      f,
      always(f, "reason", ["Reason for referral", "Referral", "Reason"]),
      prose`${titled(f)} is ${anAgeSex(f)} admitted ${date(f, f.encounter.start)} ${whyOf(f) === "delivery" ? "for" : "with"} ${stayName(f)}. ${pick<Prose>(f, "asked", [prose`Consulted by ${colleague(f, f.provider)} for discharge planning.`, "Seen for discharge planning.", "Screened for needs after discharge."])}`,
    ),
    section(f, always(f, "living", ["Living situation", "Home", "Social"]), living(f)),
    section(f, always(f, "support", ["Support", "Contacts", "Family"]), kin(f), "block"),
    section(f, always(f, "insurance", ["Insurance", "Payer", "Coverage"]), insurance(f)),
    section(f, always(f, "transport", ["Transportation", "Transport"]), transport(f)),
    section(f, "Plan", plan(f), "block"),
  ];
  return ended(
    f,
    joined(
      [header(f, { byStaff: true, title, date: f.time, more: bed === undefined ? [] : [["Location", bed]] }), sections(f, body)],
      "\n\n",
    ),
    clerkSignature(f, worker),
  );
}

function living(f: Facts): Prose {
  const { patient, record, age } = f;
  const { they } = pronouns(f);
  const with_ = record.contacts.filter(({ livesWith }) => livesWith);
  const fragment = patient.identifiers["ssn-fragment"];
  return joined(
    [
      prose`${called(f, "start")} lives at ${homeAddress(f)}${patient.address.county === "" ? "" : prose` (${mention("county", `${patient.address.county}${/county|parish|borough/i.test(patient.address.county) ? "" : " County"}`)})`} ${with_.length === 0 ? "alone" : prose`with ${with_[0]!.relationship === "friend" ? "partner" : with_[0]!.relationship} ${contactName(with_[0]!, "given")}`}.`,
      pick(f, "house", [
        "{Single-story|Ranch-style|One-level} home{, no steps|}.",
        "{Second|Third}-floor apartment, {no elevator|elevator}.",
        "{Three|Two|Five} steps to enter{ with a rail|, no rail}.",
        "{Bathroom|Bedroom and bath} on the first floor.",
        "{Town house, stairs inside|Mobile home with a ramp|Duplex, laundry in the basement}.",
      ]),
      patient.identifiers.phone === undefined ? undefined : prose`Phone ${phone(f, patient.identifiers.phone)}.`,
      age >= 18 && age < 67 && patient.employer !== undefined
        ? prose`${capital(they)} works for ${mention("employer", patient.employer)}${patient.identifiers["employee-id"] !== undefined && chance(f, "leave", 0.4) ? prose`; leave forms filed under employee ID ${mention("employee-id", patient.identifiers["employee-id"])}` : ""}.`
        : undefined,
      patient.language === "en"
        ? undefined
        : prose`Speaks ${languages[patient.language] ?? "another language"}; interpreter ${clerkName(f.clerk("interpreter"))}.`,
      fragment !== undefined && chance(f, "ssn", 0.35)
        ? prose`Verified by last four of SSN ${mention("ssn-fragment", fragment)}.`
        : undefined,
    ],
    " ",
  );
}

function kin(f: Facts): Prose {
  return list(
    f,
    f.record.contacts
      .slice(0, 3)
      .map(
        (each) =>
          prose`${contactName(each)} (${each.relationship}), ${phone(f, each.phone, "relative")}${each.email !== undefined && chance(f, `mail ${each.id}`, 0.4) ? [", ", mention("email", each.email, "relative")] : ""}`,
      ),
    "block",
  );
}

function insurance(f: Facts): Prose {
  const on = f.time.slice(0, 10);
  const active = f.record.coverages.filter(({ start, end }) => start <= on && (end === undefined || end > on));
  const told = active.flatMap(({ type, identifiers }): Prose[] => {
    const { mbi, "medicaid-id": medicaid, "member-id": member, "group-number": group } = identifiers;
    if (mbi !== undefined) return [prose`Medicare ${mention("mbi", mbi)}`];
    if (medicaid !== undefined) return [prose`Medicaid ${mention("medicaid-id", medicaid)}`];
    if (member !== undefined)
      return [
        prose`${type === "employer" ? "Commercial" : "Private plan"}, member ID ${mention("member-id", member)}${group === undefined ? "" : prose`, group ${mention("group-number", group)}`}`,
      ];
    return [];
  });
  return told.length === 0 ? "None on file; financial counselor to see." : [joined(told, "; "), "."];
}

function transport(f: Facts): Prose {
  const { identifiers } = f.patient;
  const plate = identifiers["license-plate"];
  const vin = identifiers.vin;
  const license = identifiers["drivers-license"];
  const one = companion(f);
  return joined(
    [
      plate !== undefined && f.age >= 16
        ? prose`${pronouns(f).they === "she" ? "Her" : "His"} car (plate ${mention("license-plate", plate)}${vin !== undefined && chance(f, "vin", 0.3) ? prose`, VIN ${mention("vin", vin)}` : ""}) is ${pick(f, "parked", ["in the hospital garage", "at home", "still at the clinic lot"])}.`
        : undefined,
      license !== undefined && f.age >= 16 && chance(f, "license", 0.35)
        ? prose`Driver's license ${mention("drivers-license", license)} copied to chart.`
        : undefined,
      one ? prose`${capital(one.relationship)} ${contactName(one, "given")} will drive.` : "Cab voucher given.",
    ],
    " ",
  );
}

/** What houses of a sort call themselves. */
const houses: Readonly<Record<string, readonly string[]>> = {
  "skilled nursing": ["Care Center", "Nursing and Rehab", "Health Care Center", "Manor"],
  rehabilitation: ["Rehabilitation Hospital", "Rehab Institute"],
  hospice: ["Hospice", "Hospice House"],
  transfer: ["Regional Hospital", "Medical Center"],
  "home health": ["Home Health", "Visiting Nurses", "Home Care"],
};

function plan(f: Facts): Prose {
  const to = f.encounter.admission?.disposition;
  const remaining = dayOfTime(f.encounter.end) - dayOfTime(f.time);
  const placement = f.visit.fork("placement");
  const placePhone = make("phone", placement, { state: f.facility.address.state });
  const first = make("facility", placement).split(" ")[0]!;
  const place = mention("facility", `${first} ${placement.pick(houses[to ?? "home"] ?? ["Home Care"])}`, "facility");
  const sends = to === "skilled nursing" || to === "rehabilitation" || to === "hospice" || to === "transfer";
  const walks = f.age >= 18 && /^S7|^S8|^I63|^M1[67]/.test(f.encounter.reason.code);
  const frail = walks || to === "home health" || f.age >= 78;
  return list(
    f,
    [
      sends && remaining <= 1
        ? prose`${pick(f, "accepted", ["Accepted at", "Bed offered by", "Has a bed at"])} ${place}, ${phone(f, placePhone, "facility")}; ${pick(f, "packet", ["packet faxed", "report number given to nursing", "transport booked", "records sent"])}.`
        : sends
          ? prose`${pick(f, "asks", ["Referral sent to", "Referred to", "Clinicals faxed to"])} ${place}, ${pick(f, "await", ["await answer", "answer pending", "liaison to come tomorrow"])}.`
          : to === "home health"
            ? prose`${pick(f, "home health", ["Home health referral sent to", "Home nursing by", "Visiting nurse:"])} ${place}, ${phone(f, placePhone, "facility")}, start of care within 48 hours.`
            : pick(f, "no services", [
                "{Expected to go|Goes} home, no services needed{ at this time|}.",
                "{No needs identified|Independent before admission}, home as before.",
                "Home without services; {case closed|will sign off} unless things change.",
              ]),
      // Who is young and walks needs none; what is ordered goes with services or years.
      sends || to === "died"
        ? undefined
        : frail
          ? pick(f, "equipment", [
              "{Walker|Rolling walker} {ordered|delivered to the room}.",
              "Shower chair and raised toilet seat ordered.",
              "Bedside commode {ordered|to be delivered}.",
              "{Has a walker at home|Cane and walker at home}, no new equipment.",
            ])
          : f.age >= 65
            ? pick(f, "equipment", ["No equipment needs.", "Cane at home{, uses it outside|}.", undefined])
            : undefined,
      sends || to === "home health"
        ? pick(f, "choice", [
            "Choice list given, {patient and family agree|agreed} with the plan.",
            "{List of agencies|Choice list} reviewed{ and signed|}.",
            "{Patient|Family} chose from the list.",
          ])
        : pick(f, "agrees", ["{Agrees|In agreement} with the plan.", "{Questions answered|No questions}.", undefined]),
      pick<Prose>(f, "return", [
        "Will follow{ until discharge|}.",
        "Will see again {before discharge|tomorrow}.",
        "Available by {page|phone}{ as needed|}.",
      ]),
    ],
    "block",
  );
}
