import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

/** Modules of bench/node_modules, which `npm install --prefix bench` fills; they are no part of the project. */
const installed = createRequire(join(import.meta.dirname, "package.json"));

/** What is measured: each makes a function from texts to spans `{ start, end }`, a list a text. */
export const systems = {
  scrubjay: { title: "Scrubjay", make: (dist) => scrubjay(dist, []) },
  "compromise-names": { title: "compromise: people, places", needs: ["compromise"], make: () => compromise(false) },
  compromise: {
    title: "compromise: + dates, orgs, phones, emails",
    needs: ["compromise", "compromise-dates"],
    make: () => compromise(true),
  },
  "redact-pii": { title: "redact-pii", needs: ["redact-pii"], make: redactPii },
  openredaction: { title: "openredaction", needs: ["openredaction"], make: openredaction },
  presidio: {
    python: "presidio_analyzer",
    get title() {
      return imports("en_core_web_lg") ? "Presidio, large model" : "Presidio, patterns alone (no en_core_web_lg)";
    },
  },
};

/** Why a system cannot be measured here, or undefined. */
export function absence({ needs = [], python }) {
  if (python) return imports(python) ? undefined : `no Python package ${python}`;
  const missing = needs.filter((name) => !existsSync(join(import.meta.dirname, "node_modules", name)));
  return missing.length > 0 ? `no ${missing.join(", ")}: npm install --prefix bench` : undefined;
}

function imports(python) {
  return spawnSync("python3", ["-c", `import ${python}`], { stdio: "ignore" }).status === 0;
}

/** Ours, perhaps without some detectors. */
export async function scrubjay(dist, without) {
  const { createDetectors, detectAll } = await import(pathToFileURL(resolve(dist, "detect/index.js")).href);
  const detectors = createDetectors({ without });
  return (texts) => detectAll(texts, [], detectors);
}

function compromise(everything) {
  // Its CommonJS build: the same code as its others.
  const nlp = installed("compromise");
  if (everything) nlp.plugin(installed("compromise-dates"));
  const sorts = everything ? ["people", "places", "dates", "organizations", "phoneNumbers", "emails"] : ["people", "places"];
  return (texts) =>
    texts.map((text) => {
      const doc = nlp(text);
      return sorts.flatMap((sort) =>
        doc[sort]()
          .json({ offset: true, terms: false })
          .map(({ offset: { start, length } }) => ({ start, end: start + length })),
      );
    });
}

/** It tells what is left of a text: what stands between two stretches that are left was found. */
function redactPii() {
  const mark = "\ue000";
  const { SyncRedactor } = installed("redact-pii");
  // The first replacement that it does not take for none.
  const redactor = new SyncRedactor({ globalReplaceWith: mark });
  return (texts) =>
    texts.map((text) => {
      const spans = [];
      let end = 0;
      const [first, ...rest] = redactor.redact(text).split(mark);
      if (!text.startsWith(first)) throw new Error("redact-pii changed what it left");
      end = first.length;
      rest.forEach((left, i) => {
        const from = end;
        const next = i === rest.length - 1 ? text.length - left.length : text.indexOf(left, from + 1);
        if (next < 0) throw new Error("redact-pii changed what it left");
        spans.push({ start: from, end: next });
        end = next + left.length;
      });
      return spans;
    });
}

function openredaction() {
  const { OpenRedaction } = installed("openredaction");
  const redactor = new OpenRedaction();
  return async (texts) => {
    const all = [];
    for (const text of texts) {
      const { detections } = await redactor.detect(text);
      all.push(detections.map(({ position: [start, end] }) => ({ start, end })));
    }
    return all;
  };
}
