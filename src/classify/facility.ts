import { wordsOf } from "./words.ts";

const facilityWord =
  /\b(?:hospitals?|clinics?|centers?|centres?|ctr|health(?:care)?|nursing|hospice|rehabilitation|rehab|infirmary|sanatorium|pharmacy|laborator(?:y|ies)|associates|llc|inc|pllc|ltd|corp|foundation|university|school|physicians|partners|centro de salud|clinica|clínica|hospital|policlinico|consultorio)\b/i;
const semanticTag = /\([a-z/ ]{4,30}\)$/;
/** Words of names of sorts of places: `Skilled nursing facility`, `Urgent care clinic`. Any other word makes it one place's name. */
const genericPlaceWords = new Set(
  `hospital hospitals clinic clinics center centers centre health healthcare care nursing hospice rehabilitation rehab pharmacy laboratory lab physicians school high
  home off on campus facility skilled urgent emergency room department dept unit ward inpatient outpatient ambulatory acute long term psychiatric mental behavioral rural community
  federally qualified medical surgical surgery dialysis other another unknown residential intermediate critical access state federal military tribal prison jail
  office telehealth mobile public private service services provider agency admission admit discharge transfer referral physician self graduate diploma education some
  college medicine medical any dental vision patient patients questionnaire modified insurance plan needs use access of to from the or and for at in by a an with without against advice left expired died swing bed term hosp encounter encounters visit visits stay note notes order orders record records course day days follow up only type class name number summary report`
    .trim()
    .split(/\s{1,20}/),
);

/** A name of one hospital, clinic or firm, not of a sort of them. */
export function isFacilityName(value: string): boolean {
  if (value.length < 6 || value.length > 120 || !/\s/.test(value) || semanticTag.test(value)) return false;
  const found = facilityWord.exec(value);
  if (!found || /^\p{Ll}/u.test(found[0]) || /[[\]{}():;?]/.test(value)) return false;
  return wordsOf(value).some((word) => !genericPlaceWords.has(word)) && properShare(value) > 0.5;
}

/** Share of words that begin with a capital: names of places are capitalized, descriptions are sentences. */
function properShare(value: string): number {
  const words = value.match(/\p{L}[\p{L}\p{M}'’.]{2,40}/gu) ?? [];
  return words.length === 0 ? 0 : words.filter((word) => /^\p{Lu}/u.test(word)).length / words.length;
}
