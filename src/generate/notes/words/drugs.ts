import type { Medication } from "../../../record/health.ts";

/** A drug as notes have it. */
export interface Drug {
  /** `metoprolol succinate ER`, without strength. */
  readonly name: string;
  /** `50 mg`; empty where it goes without saying. */
  readonly strength: string;
  /** `tablet`. */
  readonly form: string;
}

/** What RxNorm's words make hard to read. The first that the display begins with, in small letters. */
const special: readonly (readonly [string, Drug])[] = [
  ["insulin isophane, human 70", { name: "Humulin 70/30", strength: "", form: "" }],
  ["insulin, regular", { name: "regular insulin", strength: "", form: "" }],
  ["200 actuat albuterol", { name: "albuterol HFA", strength: "90 mcg", form: "inhaler" }],
  ["nda020503 200 actuat albuterol", { name: "albuterol HFA", strength: "90 mcg", form: "inhaler" }],
  ["nitrofurantoin, macrocrystals", { name: "nitrofurantoin mono/mac", strength: "100 mg", form: "capsule" }],
  ["amoxicillin 250 mg / clavulanate", { name: "amoxicillin-clavulanate", strength: "250-125 mg", form: "tablet" }],
  ["acetaminophen 325 mg / oxycodone", { name: "oxycodone-acetaminophen", strength: "5-325 mg", form: "tablet" }],
  ["150 ml vancomycin", { name: "vancomycin", strength: "", form: "" }],
  ["ceftriaxone", { name: "ceftriaxone", strength: "", form: "" }],
  ["0.4 ml enoxaparin", { name: "enoxaparin", strength: "", form: "" }],
  ["1 ml heparin", { name: "heparin", strength: "", form: "" }],
  ["10 ml furosemide", { name: "furosemide IV", strength: "", form: "" }],
  ["2 ml morphine", { name: "morphine", strength: "", form: "" }],
  ["albuterol 0.83", { name: "albuterol nebs", strength: "", form: "" }],
];

const forms = ["tablet", "capsule", "powder", "inhaler", "injection", "suspension", "solution"];
const salts = new Set(["hydrochloride", "potassium", "sodium", "calcium", "sulfate"]);
const release: Readonly<Record<string, string>> = { "extended release": " ER", "delayed release": " DR" };

/** Reads the words of a drug's code: `24 HR metoprolol succinate 50 MG Extended Release Oral Tablet`. */
export function drugOf(display: string): Drug {
  const text = display.toLowerCase();
  const known = special.find(([begins]) => text.startsWith(begins));
  if (known) return known[1];
  const brand = /\[([A-Za-z]{3,30})[^\]]{0,40}\]$/.exec(display);
  if (text.startsWith("{") && brand) return { name: brand[1]!, strength: "", form: "" };
  const mixed = text.split(" / ");
  if (mixed.length > 1 && mixed.every((part) => / \d[\d.]{0,8} mg/.test(part))) {
    const each = mixed.map(drugOf);
    const unit = each[0]!.strength.split(" ").slice(1).join(" ");
    return {
      ...each.at(-1)!,
      name: each.map(({ name }) => name).join("-"),
      strength: `${each.map(({ strength: amount }) => amount.split(" ")[0]!).join("-")} ${unit}`,
    };
  }
  let words = text.split(" ");
  if (words[1] === "hr" || words[1] === "ml" || words[1] === "actuat") words = words.slice(2);
  const unit = words.findIndex((word, i) => i > 0 && (word.startsWith("mg") || word.startsWith("unt") || word === "mcg" || word === "meq"));
  const ingredient = unit > 0 ? words.slice(0, unit - 1) : words.slice(0, 2);
  const name = ingredient.length > 1 && salts.has(ingredient.at(-1)!) && ingredient[0] !== "ferrous" ? ingredient.slice(0, -1) : ingredient;
  const kept = Object.keys(release).find((sort) => text.includes(sort));
  return {
    name: name.join(" ") + (kept === undefined ? "" : release[kept]!),
    strength: unit > 0 && !/injection|syringe/.test(text) ? strength(words[unit - 1]!, words[unit]!, /topical|ophthalmic/.test(text)) : "",
    form: forms.find((form) => text.includes(form)) ?? "",
  };
}

/** A tenth of a milligram and less is said in micrograms. */
function strength(number: string, unit: string, isOutside: boolean): string {
  const value = Number(number);
  // Syrups are dosed by the spoon, sprays by the puff.
  if (unit === "mg/ml" && isOutside) return `${Number((value / 10).toFixed(4))} %`;
  if (unit === "mg/ml") return `${Number((value * 5).toFixed(2))} mg/5 mL`;
  if (unit === "mg/actuat") return `${Math.round(value * 1000)} mcg/actuation`;
  if (unit !== "mg") return `${number} ${unit.replace("unt", "units").replace("meq", "mEq")}`;
  return value < 0.1 ? `${Math.round(value * 1000)} mcg` : `${number} mg`;
}

/** In the order in which they are looked for: the longer first. */
const shortened: readonly (readonly [string, string])[] = [
  ["tablets", "tabs"],
  ["tablet", "tab"],
  ["capsules", "caps"],
  ["capsule", "cap"],
  ["by mouth", "PO"],
  ["three times a day", "TID"],
  ["four times a day", "QID"],
  ["twice a day", "BID"],
  ["once a day", "daily"],
  ["every morning", "qAM"],
  ["every evening", "qPM"],
  ["at bedtime", "qHS"],
  ["every 4 to 6 hours", "q4-6h"],
  ["every 24 hours", "q24h"],
  ["every 12 hours", "q12h"],
  ["every 8 hours", "q8h"],
  ["every 6 hours", "q6h"],
  ["every 4 hours", "q4h"],
  ["as needed", "PRN"],
  ["under the skin", "subQ"],
  ["into a vein", "IV"],
  ["under the tongue", "SL"],
  ["for 10 days", "x 10 d"],
  ["for 7 days", "x 7 d"],
  ["for 5 days", "x 5 d"],
  ["for 3 days", "x 3 d"],
  [" with food", " w/ food"],
  ["before meals", "AC"],
];

export function shortInstructions(instructions: string): string {
  let text = instructions;
  for (const [long, short] of shortened) if (text.includes(long)) text = text.replace(long, short);
  return text;
}

/** How a medication is told, worked out once for each drug and direction. */
export interface Said {
  readonly drug: Drug;
  /** `lisinopril 20 mg`. */
  readonly what: string;
  /** `1 tablet by mouth once a day`. */
  readonly how: string;
  readonly howShort: string;
}

export function createDrugWords(): (medication: Pick<Medication, "code" | "instructions">) => Said {
  const known = new Map<string, Said>();
  return ({ code, instructions }) => {
    const key = `${code.code} ${instructions}`;
    let said = known.get(key);
    if (!said) {
      const drug = drugOf(code.display);
      said = {
        drug,
        what: drug.strength === "" ? drug.name : `${drug.name} ${drug.strength}`,
        how: instructions,
        howShort: shortInstructions(instructions),
      };
      known.set(key, said);
    }
    return said;
  };
}
