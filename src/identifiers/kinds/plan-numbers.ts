import { defineKind, listed } from "../define.ts";
import { makeRecordId, recordId } from "../record-id.ts";
import { rule } from "../search.ts";
import { digitsOf, randomDigits } from "../spelling.ts";

/** CMS, "Understanding the MBI": type of character by position; `[AC-HJKMNP-RT-Y]` leaves out S, L, O, I, B and Z. */
const issuedMbi = /^[1-9][AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y0-9]\d[AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y0-9]\d[AC-HJKMNP-RT-Y]{2}\d{2}$/;

function isIssuedMbi(value: string): boolean {
  return issuedMbi.test(value.replace(/[- ]/g, "").toUpperCase());
}

export const mbi = defineKind({
  ...recordId,
  name: "mbi",
  category: "I",
  title: "Medicare Beneficiary Identifier",
  tag: "MBI",
  labels: listed(`
    mbi, mbi number, mbi id, medicare beneficiary identifier, medicare beneficiary id, medicare number, medicare id,
    medicare hic number, medicare, hic number, hicn, beneficiary mbi id, beneficiary medicare number, numero de medicare
  `),
  find: rule(/(?<![\w-])[1-9][A-Z][A-Z0-9]\d[- ]?[A-Z][A-Z0-9]\d[- ]?[A-Z]{2}\d{2}(?![\w-])/gi, (match) =>
    isIssuedMbi(match[0]) ? "checked" : "shaped",
  ),
  matches: (value) =>
    /^[1-9][A-Z][A-Z0-9]\d[- ]?[A-Z][A-Z0-9]\d[- ]?[A-Z]{2}\d{2}$/i.test(value.trim()) ? (isIssuedMbi(value) ? "checked" : "shaped") : null,
  accepts: (value) => /^[\dA-Z][\dA-Z -]{7,16}$/i.test(value.trim()) && /\d{2}/.test(value),
  check: isIssuedMbi,
  // S stands in no MBI: the second position takes letters other than S, L, O, I, B and Z.
  make: (stream, context) => {
    const letter = (): string => stream.pick([..."ACDEFGHJKMNPQRTUVWXY"]);
    const made = `${stream.int(1, 9)}S${letter()}${stream.int(0, 9)}-${letter()}${letter()}${stream.int(0, 9)}-${letter()}${letter()}${randomDigits(stream, 2)}`;
    return context?.like !== undefined && !context.like.includes("-") ? made.replaceAll("-", "") : made;
  },
  examples: {
    found: ["Medicare [[1EG4-TE5-MK73]] active", "MBI [[1EG4TE5MK73]]", "mbi [[1eg4 te5 mk73]] on card", "HICN: [[123456789A]]"],
    kept: ["E11.9, I10", "Medicare: active", "1 mg x 4, 5 mL"],
  },
});

export const medicaidId = defineKind({
  ...recordId,
  name: "medicaid-id",
  category: "I",
  title: "Medicaid number",
  tag: "MEDICAID",
  labels: listed(`
    medicaid, medicaid id, medicaid number, medicaid recipient id, medicaid recipient number, recipient id, recipient number,
    medi cal number, medi cal id, masshealth id, chip id, msis id, numero de medicaid, case head id
  `),
  make: makeRecordId("", 10),
  examples: {
    found: ["Medicaid ID: [[AB12345C]]", "Medicaid #: [[1000446712]]", "Recipient ID: [[9123456780]]"],
    kept: ["Medicaid: pending", "medicaid status: 1", "on Medicaid since age 4"],
  },
});

/**
 * Behind the name of a payer, in running text: `TennCare TC 6620 4481 9`, `parent's cigna U7741902 03`, `MS Medicaid 504 118 739`.
 * The last group of words is for `Selden Health`, `Bay Advantage`.
 */
const behindPayer =
  /\b(?:medicaid|mcaid|medicare|mcare|mcr|medi-?cal|\p{L}{3,12}care|ahcccs|masshealth|bcbs\p{L}{0,4}|bc\/bs|blue (?:cross|shield)|aetna|cigna|humana|uhc|united|anthem|kaiser|tricare|aarp|wellmark|molina|centene|ambetter|oscar|highmark|fidelis|regence|premera|moda|geisinger|upmc|hmsa|hmaa|optum|magellan|geico|allstate|progressive|champva|ihs|(?<=\p{Lu}\p{L}{2,14} )(?:health(?: plans?)?|advantage|insurance|mutual))(?: (?:of|supp(?:lement)?|ppo|hmo|pos|epo|advantage|plus|choice|select|gold|silver|bronze|plan|id|mbr|mem|member|sub(?:scriber)?|policy|cin|hic|no|nr|part [abcd])\b\.?){0,3}[:#, ]{1,3}[#(]?(?<id>(?:[A-Z]{1,4}[ -]?)?\d[\dA-Z]{1,14}(?:[- ]\d[\dA-Z]{0,10}){0,4})(?![\w/]|[.,:%]\d)/giu;

function payerStrength(match: RegExpExecArray): "contextual" | null {
  const id = match.groups!.id!;
  const digits = digitsOf(id).length;
  if (digits < 6 || digits > 20 || /[a-z]/.test(id.replace(/^[a-z]/, "")) || /^\d{3}[-. ]\d{3}[-. ]\d{4}$/.test(id)) return null;
  return "contextual";
}

export const memberId = defineKind({
  ...recordId,
  name: "member-id",
  category: "I",
  title: "Health plan member, subscriber or policy number",
  tag: "MEMBER-ID",
  labels: listed(`
    member id, member number, member identifier, member code, subscriber id, subscriber number, subscriber identifier, policy number,
    policy id, policy holder id, insurance id, insurance number, insurance policy number, insurance member id, insured id,
    insured number, plan id, plan member id, health plan id, health plan number, health insurance number, health card number,
    health card, coverage id, coverage number, contract number, contract id, certificate number, cardholder id, card holder id,
    dependent id, patient insurance id, primary patient insurance id, secondary patient insurance id, payer plan period id,
    beneficiary number, plan number, enrollee id, enrollee number, dual id, id de miembro, numero de miembro, numero de poliza,
    numero de afiliado, afiliado, poliza, numero de asegurado
  `),
  find: rule(behindPayer, payerStrength),
  make: makeRecordId("XQZ", 9),
  examples: {
    found: ["Member ID: [[XQK884120019]]", "Policy #: [[W-2231-90]]", "Subscriber: see card; subscriber id [[8841200-01]]"],
    kept: ["Member since 2011", "Family member: 2 sons", "Plan: recheck in 2 weeks"],
  },
});

export const groupNumber = defineKind({
  ...recordId,
  name: "group-number",
  category: "I",
  title: "Health plan group number, BIN or PCN",
  tag: "GROUP",
  labels: listed(`
    group number, group id, grp, grp number, insurance group number, insurance group, plan group, policy group,
    employer group number, rx bin, rxbin, bin number, rx pcn, rxpcn, rx group, rxgrp, numero de grupo
  `),
  // A group may be named in letters alone: `grp Y-PAYC`, `RxPCN: MEDDPRIME`.
  find: rule(
    /\b(?:grp|rx ?grp|rx ?group|rx ?pcn|pcn)(?: ?(?:no\.?|#|id|number))?[:# ]{1,3}(?<id>[A-Z]{1,5}-[A-Z\d]{2,10}|[A-Z]{5,10}\d{0,4})(?![\w-])/g,
    "contextual",
  ),
  make: makeRecordId("", 6),
  examples: {
    found: ["Group #: [[00712]]", "Grp [[00712]]", "RxBIN: [[610014]]"],
    kept: ["age group: 4", "blood group: O", "group therapy x 2"],
  },
});
