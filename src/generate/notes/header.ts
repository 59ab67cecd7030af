import { ageSex, ageShort } from "./age-words.ts";
import { always, birthDate, chance, clock, type Facts, facilityAddress, facilityName, headDate, headName, phone } from "./facts.ts";
import { isEmpty, joined, lines, mention, type Prose, prose } from "./prose.ts";
import { doctor, providerName } from "./staff-names.ts";

/** A line of a header: a label and what stands there. */
type Field = readonly [label: string, value: Prose];

/** What a note is called at its top, and which date it has. */
export interface Heading {
  readonly title: string;
  /** The day of the visit or of admission. */
  readonly date: string;
  readonly dateLabel?: string;
  /** Whether somebody else than the provider writes. */
  readonly byStaff?: boolean;
  /** More lines: who ordered, when dismissed. */
  readonly more?: readonly Field[];
}

/** The top of a note, as the author's system prints it. */
export function header(f: Facts, note: Heading): Prose {
  const { patient, encounter } = f;
  const label = (...names: readonly string[]): string => always(f, names[0]!, names);
  const visit = encounter.identifiers["encounter-id"];
  const account = encounter.identifiers["account-number"];
  const usesAccount = account !== undefined && (visit === undefined || always(f, "account", [true, false, false]));
  const fields: Readonly<Record<string, Field>> = {
    name: [label("Patient", "Patient Name", "Name", "PATIENT", "Pt", "Pt Name"), headName(f)],
    mrn: [
      label("MRN", "MRN", "Med Rec #", "MR#", "Medical Record Number", "Unit No", "Chart #"),
      mention("mrn", patient.identifiers.mrn ?? ""),
    ],
    dob: [label("DOB", "DOB", "Date of Birth", "D.O.B.", "Born", "Birthdate"), birthDate(f)],
    age: [label("Age/Sex", "Age", "Age/Sex"), [ageShort(f), " ", patient.sex === "female" ? "F" : "M"]],
    date: [
      label(note.dateLabel ?? "Date of Service", note.dateLabel ?? "Date", note.dateLabel ?? "DOS"),
      [headDate(f, note.date), chance(f, "head time", 0.3) ? ` ${clock(f, note.date)}` : ""],
    ],
    visit: usesAccount
      ? [label("Acct #", "Account", "Acct", "FIN", "HAR"), mention("account-number", account)]
      : [label("Visit #", "CSN", "Encounter", "Visit ID", "Enc #"), mention("encounter-id", visit ?? "")],
    provider: [
      note.byStaff ? "Attending" : label("Provider", "Provider", "Attending", "Physician", "Seen by", "Author"),
      [providerName(f.provider), ", ", f.provider.credential],
    ],
    pcp: [label("PCP", "PCP", "Primary Care", "Referring"), doctor(f.own)],
  };
  const orders: readonly (readonly string[])[] = [
    ["name", "mrn", "dob", "date", "provider"],
    ["name", "dob", "age", "mrn", "visit", "date"],
    ["date", "name", "mrn", "dob", "provider", "pcp"],
    ["mrn", "name", "dob", "date"],
    ["name", "mrn", "visit", "age", "date", "pcp"],
    ["name", "date", "dob"],
    ["visit", "date", "name", "age", "provider"],
  ];
  const chosen: Field[] = [...always(f, "order of fields", orders).map((key) => fields[key]!), ...(note.more ?? [])].filter(
    ([, value]) => !isEmpty(value),
  );
  const title = always(f, "title letters", [true, true, false]) ? note.title.toUpperCase() : note.title;
  const place = facilityName(f);
  const placed = always(f, "with address", [0, 0, 1, 2]) === 1 ? lines(place, facilityAddress(f)) : place;
  const colon = always(f, "colon", [": ", ": ", ":  ", " - ", " "]);
  const pair = ([name, value]: Field): Prose => [name, colon, value];
  switch (always(f, "header", ["block", "inline", "bars", "dots", "banner", "sticker", "short", "none", "brackets", "pairs"])) {
    case "block":
      return lines(placed, title, "", ...chosen.map(pair));
    case "inline":
      return lines(
        [place, always(f, "dash", [" - ", "   ", " | ", " -- "]), title],
        joined(chosen.slice(0, 3).map(pair), "   "),
        joined(chosen.slice(3).map(pair), "   "),
      );
    case "bars":
      return lines(
        [
          title,
          " | ",
          joined(
            chosen.map(([, value]) => value),
            " | ",
          ),
        ],
        place,
      );
    case "dots": {
      const width = Math.max(...chosen.map(([name]) => name.length)) + 3;
      return lines(title, placed, ...chosen.map(([name, value]) => [`${name} `.padEnd(width, "."), " ", value]));
    }
    case "banner": {
      const rule = always(f, "rule", ["=", "-", "*", "_"]).repeat(always(f, "rule length", [40, 60, 72]));
      return lines(rule, [place, "   ", phone(f, f.facility.identifiers.phone ?? "", "facility")], title, rule, ...pairsOf(chosen, pair));
    }
    case "sticker":
      return lines(
        title,
        joined(
          [
            fields.name![1],
            ["DOB ", fields.dob![1]],
            patient.sex === "female" ? "F" : "M",
            ["MRN ", fields.mrn![1]],
            headDate(f, note.date),
          ],
          always(f, "sticker", [" / ", ", ", "  "]),
        ),
      );
    case "short":
      return prose`${title} ${headDate(f, note.date)}  ${headName(f)} ${ageSex(f)}`;
    case "brackets":
      return lines(
        ["[", title, "]"],
        joined(
          chosen.map(([name, value]) => [name, "=", value]),
          "; ",
        ),
      );
    case "pairs":
      return lines(title, ...pairsOf(chosen, pair));
    default:
      return lines(prose`${title}, ${place}`, prose`${headName(f)}, MRN ${mention("mrn", patient.identifiers.mrn ?? "")}`);
  }
}

/** Two fields a line. */
function pairsOf(fields: readonly Field[], pair: (field: Field) => Prose): readonly Prose[] {
  const rows: Prose[] = [];
  for (let i = 0; i < fields.length; i += 2) rows.push(joined(fields.slice(i, i + 2).map(pair), "      "));
  return rows;
}
