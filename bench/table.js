import { closeSync, openSync, writeSync } from "node:fs";

const columns = [
  "PATIENT_ID",
  "ENCOUNTER_ID",
  "MRN",
  "NAME",
  "BIRTH_DATE",
  "ADMIT_DATE",
  "DISCHARGE_DATE",
  "RESULT_DATE",
  "ZIP",
  "PHONE",
  "LOINC",
  "RESULT",
  "UNITS",
];
const given =
  "Maria James Linda Robert Patricia Michael Elena David Susan Joseph Karen Thomas Nancy Daniel Lisa Mark Sandra Paul Ashley Kevin".split(
    " ",
  );
const family =
  "Garcia Smith Johnson Nguyen Brown Davis Miller Wilson Martinez Anderson Taylor Moore Jackson Lee Thompson White Lopez Harris Clark Lewis".split(
    " ",
  );
const labs = [
  ["2345-7", "mg/dL", 70, 220],
  ["718-7", "g/dL", 9, 18],
  ["2160-0", "mg/dL", 0.5, 3],
  ["4548-4", "%", 4.5, 12],
  ["2951-2", "mmol/L", 130, 150],
  ["8480-6", "mm[Hg]", 95, 185],
];
const notes = [
  "Patient doing well, continue current medication.",
  "Follow up in 2 weeks; call with any fever.",
  "Denies chest pain or shortness of breath.",
  "Reviewed labs with the patient today.",
  "Dose increased, recheck in 3 months.",
];

/**
 * Writes a table of about `megabytes`: 3 ids of which at least 90 % are distinct, 4 dates, ZIP, name, phone, 3 clinical
 * columns and, where `withNote`, a short note of which one in five holds a name, a date or a phone number. The same bytes each time.
 */
export function writeTable(path, megabytes, withNote) {
  const file = openSync(path, "w");
  let state = 20_260_131;
  const draw = (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 4_294_967_296) * below);
  };
  const two = (n) => (n < 10 ? `0${n}` : `${n}`);
  const date = (from, years) => `${from + draw(years)}-${two(1 + draw(12))}-${two(1 + draw(28))}`;
  let rows = 0;
  let bytes = 0;
  let text = `${(withNote ? [...columns, "NOTE"] : columns).join(",")}\n`;
  while (bytes < megabytes * 1e6) {
    for (let i = 0; i < 4000; i++, rows++) {
      const [code, units, low, high] = labs[draw(labs.length)];
      const name = `${given[draw(given.length)]} ${family[draw(family.length)]}`;
      const admit = date(2018, 6);
      // One in sixteen ids comes again, as an id does in a real table.
      const id = rows > 100 && draw(16) === 0 ? draw(rows) : rows;
      text += `${7_000_000 + id},E${90_000_000 + rows},MR-${two(draw(90))}${4_000_000 + id},${name},${date(1935, 80)},${admit},${admit.slice(0, 8)}28,${admit},${two(10 + draw(89))}${two(draw(100))}${draw(10)},(${200 + draw(700)}) ${200 + draw(700)}-${1000 + draw(9000)},${code},${(low + (draw(1000) / 1000) * (high - low)).toFixed(1)},${units}`;
      if (withNote) {
        const note = notes[draw(notes.length)];
        const kind = draw(15);
        const said =
          kind === 0
            ? `Seen with ${name}. `
            : kind === 1
              ? `Last visit ${admit}. `
              : kind === 2
                ? `Call ${200 + draw(700)}-555-${1000 + draw(9000)}. `
                : "";
        text += `,"${said}${note}"`;
      }
      text += "\n";
    }
    bytes += writeSync(file, text);
    text = "";
  }
  closeSync(file);
  return { rows, bytes };
}
