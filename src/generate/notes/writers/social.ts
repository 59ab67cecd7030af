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
import { bedAt, stayName } from "./stay.ts";

/** A social worker or case manager plans how somebody leaves. */
export function social(f: Facts): Prose {
  const worker = f.clerk("socialWorker");
  const title = always(f, "title", ["Social work note", "Case management note", "Social work assessment", "Discharge planning note"]);
  const bed = bedAt(f.encounter, f.time);
  const body = [
    section(
      f,
      always(f, "reason", ["Reason for referral", "Referral", "Reason"]),
      prose`${titled(f)} is ${anAgeSex(f)} admitted ${date(f, f.encounter.start)} with ${stayName(f)}. ${pick<Prose>(f, "asked", [prose`Consulted by ${colleague(f, f.provider)} for discharge planning.`, "Seen for discharge planning.", "Screened for needs after discharge."])}`,
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
        "Single-story home.",
        "Second-floor apartment, no elevator.",
        "Three steps to enter with a rail.",
        "Bathroom on the first floor.",
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

function plan(f: Facts): Prose {
  const to = f.encounter.admission?.disposition;
  const remaining = dayOfTime(f.encounter.end) - dayOfTime(f.time);
  const place = make("facility", f.visit.fork("placement"));
  const placePhone = make("phone", f.visit.fork("placement"), { state: f.facility.address.state });
  const sends = to === "skilled nursing" || to === "rehabilitation" || to === "hospice" || to === "transfer";
  return list(
    f,
    [
      sends && remaining <= 1
        ? prose`Accepted at ${mention("facility", place, "facility")}, ${phone(f, placePhone, "facility")}; packet faxed.`
        : sends
          ? prose`Referral sent to ${mention("facility", place, "facility")}, await answer.`
          : to === "home health"
            ? "Home health referral sent, start of care within 48 hours."
            : "Expected to go home, no services needed at this time.",
      pick(f, "equipment", [
        "Walker ordered.",
        "No equipment needs.",
        "Shower chair and raised toilet seat ordered.",
        "Bedside commode ordered.",
      ]),
      "Choice list given, patient and family agree with the plan.",
      pick<Prose>(f, "return", ["Will follow.", prose`Will see again before discharge.`, "Available by page."]),
    ],
    "block",
  );
}
