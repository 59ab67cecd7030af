import { type Category, categories } from "../identifiers/category.ts";
import { kinds } from "../identifiers/kinds/index.ts";
import { foldWord } from "../tables/fold.ts";
import { isCountry, isState } from "../tables/places.ts";
import type { NoteSpan } from "./note.ts";
import { type Exception, type Group, type Meaning, vocabulary } from "./vocabulary.ts";

/** What the labels of a gold standard of your own mean: a category, with a group and values to leave out where they differ, or null for no identifier. */
export type LabelMap = Readonly<Record<string, Category | null | LabelMeaning>>;

export interface LabelMeaning {
  readonly category: Category | null;
  readonly group?: Group | undefined;
  readonly except?: readonly Exception[] | undefined;
}

/** Why a gold span is not asked for. */
export type LeftOut = Exception | "no identifier" | "no letter or digit";

export interface Labels {
  /** Undefined for a label that nothing is known of. */
  meaningOf(label: string): Meaning | undefined;
}

/** The labels of all known vocabularies and kinds; `own` comes first. */
export function createLabels(own: LabelMap = {}): Labels {
  const mine = new Map(Object.entries(own).map(([label, meaning]) => [foldLabel(label), meaningFrom(meaning)]));
  return {
    meaningOf(label) {
      const folded = foldLabel(label);
      return mine.get(folded) ?? vocabulary.get(folded) ?? kindMeanings().get(folded);
    },
  };
}

/** `Medical record-number` → `MEDICAL_RECORD_NUMBER`. */
function foldLabel(label: string): string {
  return label.trim().toUpperCase().replace(/[ .-]/g, "_");
}

function meaningFrom(given: LabelMap[string]): Meaning {
  const { category, group, except = [] } = given === null || typeof given === "string" ? { category: given } : given;
  return {
    category: category ?? undefined,
    group: group ?? (category === "C" ? "dates" : "other"),
    isName: category === "A",
    except,
  };
}

let fromKinds: ReadonlyMap<string, Meaning> | undefined;

/** Our generator's gold names kinds. Which are the subject's direct identifiers the vocabulary says of the same things by label. */
function kindMeanings(): ReadonlyMap<string, Meaning> {
  const direct = new Set(["name", "given-name", "family-name", "mrn", "ssn", "ssn-fragment", "phone", "fax", "email", "street-address"]);
  fromKinds ??= new Map(
    kinds.map(({ name, category }): [string, Meaning] => [
      foldLabel(name),
      {
        category,
        group: direct.has(name) ? "direct" : category === "C" ? "dates" : "other",
        isName: category === "A",
        except: name === "age" ? ["under-90"] : name === "date" ? ["bare-year", "clock-time"] : [],
      },
    ]),
  );
  return fromKinds;
}

/** Why a span is no identifier under Safe Harbor for its value or its label, or undefined where it is one. */
export function leftOut({ category, except }: Meaning, value: string): LeftOut | undefined {
  if (category === undefined) return "no identifier";
  const text = value.trim();
  return except.find((exception) => tests[exception](text)) ?? (/[\p{L}\p{N}]/u.test(value) ? undefined : "no letter or digit");
}

const tests: Readonly<Record<Exception, (text: string) => boolean>> = {
  "under-90": isUnder90,
  "bare-year": (text) => /^(?:\d{4}s?|'\d{2}s?|\d{4} ?[-–] ?\d{4})$/.test(text),
  "clock-time": (text) => /^(?:\d{1,2}:\d{2}(?::\d{2})?(?: ?[AaPp]\.?[Mm]\.?)?|\d{4} ?(?:hours|hrs)?)$/i.test(text),
  "state-or-country": (text) => isState(text) !== null || isCountry(foldWord(text)),
};

/** Ages in months, weeks, days or hours are under 90 years whatever their number. */
function isUnder90(text: string): boolean {
  const number = /\d{1,3}/.exec(text)?.[0];
  if (number === undefined) return !/ninet|nonagen|centen|hundred/i.test(text);
  return Number(number) < 90 || /\d[ -]?(?:mo|m\/o|months?|weeks?|wks?|wo|w\/o|days?|do|d\/o|hours?|hrs?|h)\b/i.test(text);
}

/** The group of a span: where the gold says whose it is, that counts more than its label. */
export function groupOf({ role }: NoteSpan, { group }: Meaning): Group {
  if (group === "dates") return group;
  if (role === "relative") return "relatives";
  if (role === "provider") return "providers";
  return role === "facility" ? "other" : group;
}

export function isCategory(text: unknown): text is Category {
  return typeof text === "string" && Object.hasOwn(categories, text);
}
