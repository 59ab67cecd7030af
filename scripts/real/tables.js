import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { bytesOf, deidentify, filesIn } from "./command.js";
import { createSearch } from "./search.js";

/** Columns of `patients.csv` whose values may stand nowhere in the output. */
const identifying = ["SSN", "DRIVERS", "PASSPORT", "FIRST", "MIDDLE", "LAST", "MAIDEN", "ADDRESS", "BIRTHPLACE", "LAT", "LON", "Id"];
/** Columns, in any table, that must come out as they went in. */
const clinical =
  /^(?:CODE|SYSTEM|DESCRIPTION\d?|REASONCODE|REASONDESCRIPTION|DIAGNOSIS\d|PROCEDURECODE|REACTION\d|SEVERITY\d|TYPE|CATEGORY|UNITS|VALUE|ENCOUNTERCLASS|GENDER|RACE|ETHNICITY|MARITAL|STATE|BASE_COST|BASE_ENCOUNTER_COST|TOTAL_CLAIM_COST|PAYER_COVERAGE|TOTALCOST|DISPENSES|QUANTITY|AMOUNT|UNITAMOUNT|PAYMENTS|OUTSTANDING\w?|STATUS\w|HEALTHCARE_EXPENSES|HEALTHCARE_COVERAGE|INCOME|MODALITY_CODE|SOP_CODE|BODYSITE_CODE|BODYSITE_DESCRIPTION|SPECIALITY|OWNERSHIP)$/;
/** Every id that links rows is a UUID in these exports. */
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const fullDate = /\d{4}-(\d{2})-(\d{2})/g;

/** De-identifies a folder of Synthea tables and compares every cell of the output with the one it came from. */
export function checkTables(title, input, out, report) {
  report.note(`\n${title}`);
  const { seconds } = deidentify(input, out);
  const tables = filesIn(input).map((name) => ({ name, before: rowsOf(join(input, name)), after: rowsOf(join(out, name)) }));
  const cells = tables.reduce((sum, { before }) => sum + before.length * (before[0]?.length ?? 0), 0);
  const rows = tables.reduce((sum, { before }) => sum + before.length - 1, 0);
  const bytes = filesIn(input).reduce((sum, name) => sum + bytesOf(join(input, name)).length, 0);
  report.note(
    `  ${tables.length} tables, ${rows.toLocaleString("en-US")} rows, ${(bytes / 1e6).toFixed(1)} MB in ${seconds.toFixed(1)} s (${(bytes / 1e6 / seconds).toFixed(1)} MB/s, whole command, survey included)`,
  );
  report.check(
    tables.every(({ before, after }) => before.length === after.length && before.every((row, i) => row.length === after[i].length)),
    "every table has the rows and columns that it had",
  );

  checkAbsence(tables, out, report);
  checkLinks(tables, report);
  checkClinical(tables, cells, report);
}

function rowsOf(path) {
  return parse(bytesOf(path), { bom: true, relax_column_count: true });
}

function checkAbsence(tables, out, report) {
  const patients = tables.find(({ name }) => name.startsWith("patients."));
  const columns = patients.before[0];
  const values = (wanted) => {
    const at = columns.flatMap((column, i) => (wanted(column) ? [i] : []));
    return new Set(
      patients.before
        .slice(1)
        .flatMap((row) => at.map((i) => row[i]))
        .filter((value) => value.length >= 4),
    );
  };
  const outputs = filesIn(out).map((name) => ({ name, bytes: bytesOf(join(out, name)) }));
  const original = tables.map(({ before }) => before.map((row) => row.join(",")).join("\n")).join("\n");
  const lookFor = (needles) => {
    const search = createSearch([...needles]);
    const seen = search(original).size;
    const left = outputs.flatMap(({ name, bytes }) =>
      [...search(bytes)].map(([, { times }], n) => `${name}: value ${n + 1}, ${times} times`),
    );
    return { seen, left, of: needles.size };
  };

  for (const column of identifying.filter((each) => columns.includes(each))) {
    const { seen, left, of } = lookFor(values((each) => each === column));
    report.check(
      left.length === 0 && seen === of,
      `${column}: ${of} values, ${seen} seen in the input, ${left.length} in the output and its manifest`,
      left,
    );
  }

  const streets = new Set([...values((each) => each === "ADDRESS")].map((address) => address.split(" ").slice(0, 2).join(" ")));
  const street = lookFor(streets);
  report.check(
    street.left.length === 0,
    `house number and first word of the street: ${streets.size} values, ${street.left.length} in the output`,
    street.left,
  );

  const dates = values((each) => /DATE$/.test(each));
  const spelled = new Set(
    [...dates].flatMap((date) => [
      date,
      date.replaceAll("-", ""),
      date.replaceAll("-", "/"),
      `${date.slice(5, 7)}/${date.slice(8)}/${date.slice(0, 4)}`,
    ]),
  );
  const { seen, left } = lookFor(spelled);
  report.check(
    left.length === 0 && seen >= dates.size,
    `full dates of patients: ${dates.size} in 4 spellings, ${left.length} in the output`,
    left,
  );
  const anyDate = tables.flatMap(({ name, after }) =>
    after
      .slice(1)
      .flatMap((row) =>
        row.flatMap((cell, i) =>
          [...cell.matchAll(fullDate)].filter(([, month, day]) => month !== "01" || day !== "01").map(() => `${name}, ${after[0][i]}`),
        ),
      ),
  );
  report.check(anyDate.length === 0, `dates of anybody with a month or a day, in all tables: ${anyDate.length}`, [...new Set(anyDate)]);

  // A ZIP5 is five digits, and so are some codes and amounts, and a random code holds five in a row by chance. So: not
  // within a longer number or between the lower-case letters of a code; and a cell that is the very number
  // that stood there before, in a column that never held a ZIP, is that number and no ZIP.
  const zips = values((each) => each === "ZIP");
  const places = new Map();
  const coincidences = new Map();
  for (const { name, before, after } of tables) {
    for (let r = 1; r < after.length; r++) {
      for (let c = 0; c < after[r].length; c++) {
        for (const [number] of after[r][c].matchAll(/(?<![a-z\d_.])\d{5}(?![a-z\d_.])/g)) {
          if (!zips.has(number)) continue;
          const place = `${name}, ${after[0][c]}`;
          const isSame = after[r][c] === before[r][c] && clinical.test(after[0][c]);
          const tally = isSame ? coincidences : places;
          tally.set(place, (tally.get(place) ?? 0) + 1);
        }
      }
    }
  }
  const told = (tally) => [...tally].map(([place, times]) => `${place}: ${times}`);
  report.check(places.size === 0, `ZIP5: ${zips.size} values, ${places.size} columns of the output hold one`, told(places));
  if (coincidences.size > 0)
    report.note(`       codes and amounts that happen to be a patient's ZIP5, unchanged: ${told(coincidences).join("; ")}`);

  const bare = new Set(
    [...values((each) => ["FIRST", "MIDDLE", "LAST", "MAIDEN"].includes(each))].map((value) => value.replace(/\d+$/, "")),
  );
  const words = new Map();
  for (const { name, after } of tables) {
    for (const row of after.slice(1)) {
      for (const [c, cell] of row.entries()) {
        for (const word of cell.split(/[^\p{L}'-]+/u)) {
          if (!bare.has(word)) continue;
          const place = `${name}, ${after[0][c]}`;
          words.set(place, (words.get(place) ?? new Set()).add(word));
        }
      }
    }
  }
  report.note(
    `       names without Synthea's digits that stand as words: ${[...words].map(([place, set]) => `${place}: ${[...set].slice(0, 4).join(" ")}`).join("; ") || "none"}`,
  );
}

/** One original id has one code wherever it stands, two ids never share one, and none is left: then every join holds. */
function checkLinks(tables, report) {
  const codeOf = new Map();
  const idOf = new Map();
  const wrong = [];
  let cells = 0;
  for (const { name, before, after } of tables) {
    for (let r = 1; r < before.length; r++) {
      for (let c = 0; c < before[r].length; c++) {
        const id = before[r][c];
        if (!uuid.test(id)) continue;
        cells++;
        const code = after[r][c];
        if (code === id || code === "") wrong.push(`${name}, ${before[0][c]}: ${code === "" ? "removed" : "kept"}`);
        else if ((codeOf.get(id) ?? code) !== code) wrong.push(`${name}, ${before[0][c]}: another code than elsewhere`);
        else if ((idOf.get(code) ?? id) !== id) wrong.push(`${name}, ${before[0][c]}: two ids with one code`);
        codeOf.set(id, code);
        idOf.set(code, id);
      }
    }
  }
  const places = new Map();
  for (const place of wrong) places.set(place, (places.get(place) ?? 0) + 1);
  report.check(
    wrong.length === 0,
    `links: ${cells.toLocaleString("en-US")} cells hold ${codeOf.size.toLocaleString("en-US")} ids; every one has one code everywhere`,
    [...places].map(([place, times]) => `${place} (${times})`),
  );
}

function checkClinical(tables, cells, report) {
  const [columns, ...patients] = tables.find(({ name }) => name.startsWith("patients.")).before;
  const own = createSearch(patients.flatMap((row) => row.filter((_, c) => identifying.includes(columns[c]))));
  const changed = new Map();
  let compared = 0;
  let answers = 0;
  for (const { name, before, after } of tables) {
    before[0].forEach((column, c) => {
      if (!clinical.test(column)) return;
      for (let r = 1; r < before.length; r++) {
        compared++;
        // A survey's answer can be the patient's own address; it must go, wherever it stands.
        if (before[r][c] !== after[r][c] && own(before[r][c]).size > 0) answers++;
        else if (before[r][c] !== after[r][c]) {
          const place = `${name}, ${column}`;
          changed.set(place, (changed.get(place) ?? 0) + 1);
        }
      }
    });
  }
  report.check(
    changed.size === 0,
    `codes, results, units and amounts: ${compared.toLocaleString("en-US")} of ${cells.toLocaleString("en-US")} cells compared, unchanged`,
    [...changed].map(([place, times]) => `${place}: ${times} changed`),
  );
  if (answers > 0) report.note(`       and ${answers} that held an identifier of a patient, removed`);
}
