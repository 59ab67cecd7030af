/**
 * What free text came to under each policy, 1,000 patients of us-population, with a little room; a worse figure fails. No
 * level is a pass: docs/evaluating.md says what leaked. Few patients have few authors, and one who is missed weighs more.
 */
const safeHarbor = { leaking: 0.02, touched: 0.999, whole: 0.998 };
const recorded = {
  "safe-harbor": safeHarbor,
  "limited-data-set": { leaking: 0.03, touched: 0.997, whole: 0.996 },
  // policies/expert-determination.yaml removes what safe-harbor.yaml removes, but moves dates in place of leaving their years: a
  // moved date may be another of the note by chance.
  "expert-determination": { ...safeHarbor, leaking: safeHarbor.leaking + 0.005, whole: safeHarbor.whole - 0.0005 },
};
const ofFewNotes = { leaking: 0.2, touched: 0.98, whole: 0.96 };
const levelsOf = ({ policy, notes }) => ({ ...(notes < 5_000 ? ofFewNotes : recorded[policy]), words: 0.985, clinical: 0.97 });

/** What went wrong, a sentence each. A planted identifier that survives in a slot is always wrong. */
export function failuresOf(rows) {
  return rows.flatMap((row) => {
    const at = `${row.format} under ${row.policy}`;
    const says = [];
    for (const [what, times] of row.leaks) says.push(`${at}: ${what} survives (${times} times)`);
    for (const [what, times] of row.strays) says.push(`${at}: a planted ${what} (${times} times)`);
    const { leaking, touched, whole, words, clinical } = sharesOf(row);
    const level = levelsOf(row);
    if (leaking > level.leaking) says.push(`${at}: ${percent(leaking)} of notes leak, more than recorded`);
    if (touched < level.touched) says.push(`${at}: ${percent(touched)} of identifiers in notes are touched, fewer than recorded`);
    if (whole < level.whole) says.push(`${at}: ${percent(whole)} of identifiers in notes are gone, fewer than recorded`);
    if (words < level.words) says.push(`${at}: ${percent(words)} of the words of notes are left, fewer than recorded`);
    if (clinical < level.clinical) says.push(`${at}: ${percent(clinical)} of clinical values are left, fewer than recorded`);
    // Who looks for absence must be able to see presence: in the input for its own output everything survives.
    const { itself } = row;
    const seen = [...itself.leaks.values()].reduce((sum, times) => sum + times, 0);
    if (seen !== itself.slots) says.push(`${at}: of ${itself.slots} planted slots the search sees ${seen} in the input`);
    if (itself.slots > 0 && itself.strays.size === 0) says.push(`${at}: the search for what is distinct sees nothing in the input`);
    const spans = countsOf(itself);
    if (spans.whole !== spans.all) says.push(`${at}: of ${spans.all} marked identifiers the search sees ${spans.whole} in the input`);
    return says;
  });
}

export function countsOf({ spans }) {
  const sum = (outcome) => [...spans.values()].reduce((total, of) => total + of[outcome], 0);
  const [gone, partial, whole] = [sum("gone"), sum("partial"), sum("whole")];
  return { gone, partial, whole, all: gone + partial + whole };
}

function sharesOf(row) {
  const { gone, whole, all } = countsOf(row);
  return {
    leaking: row.notesLeaking / Math.max(1, row.notes),
    touched: all === 0 ? 1 : 1 - whole / all,
    whole: all === 0 ? 1 : gone / all,
    words: row.words === 0 ? 1 : row.wordsKept / row.words,
    clinical: row.clinical === 0 ? 1 : row.clinicalKept / row.clinical,
  };
}

const percent = (share) => `${(share * 100).toFixed(2)} %`;
const number = (value) => value.toLocaleString("en-US");

export function* report(rows, { patients, seed }, profile) {
  yield `${number(patients)} patients of ${profile}, seed ${seed}\n`;
  const head = [
    "policy",
    "format",
    "s",
    "records",
    "planted",
    "left",
    "clinical kept",
    "marked",
    "R-any",
    "R-full",
    "notes",
    "leaking",
    "words kept",
  ];
  const table = rows.map((row) => {
    const { leaking, touched, whole, words, clinical } = sharesOf(row);
    const left = [...row.leaks.values(), ...row.strays.values()].reduce((sum, times) => sum + times, 0);
    const ofNotes =
      row.notes === 0
        ? ["-", "-", "-", "-", "-", "-"]
        : [number(countsOf(row).all), percent(touched), percent(whole), number(row.notes), percent(leaking), percent(words)];
    return [
      row.policy,
      row.format,
      row.seconds.toFixed(1),
      number(row.records),
      number(row.slots),
      number(left),
      row.clinical === 0 ? "-" : percent(clinical),
      ...ofNotes,
    ];
  });
  const widths = head.map((name, i) => Math.max(name.length, ...table.map((cells) => cells[i].length)));
  for (const cells of [head, ...table])
    yield cells
      .map((cell, i) => (i < 2 ? cell.padEnd(widths[i]) : cell.padStart(widths[i])))
      .join("  ")
      .trimEnd();
  const byKind = new Map();
  for (const row of rows)
    for (const [kind, { partial, whole }] of row.spans)
      if (partial + whole > 0) byKind.set(`${row.policy}, ${row.format}: ${kind}`, `${whole} whole, ${partial} in part`);
  if (byKind.size > 0) yield "\nleft in notes";
  for (const [what, times] of byKind) yield `  ${what}: ${times}`;
  yield "\nclinical values that are not as they were";
  for (const row of rows) for (const [place, times] of row.changed) yield `  ${row.policy}, ${row.format}: ${place} (${number(times)})`;
}
