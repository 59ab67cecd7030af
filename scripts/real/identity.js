import { join } from "node:path";
import { formatByName, sniffFormat } from "../../dist/formats/index.js";
import { recognizeUnsupported } from "../../dist/formats/unsupported.js";
import { bomBytes, encodeText } from "../../dist/io/encoding.js";
import { openSource } from "../../dist/io/source.js";
import { bytesOf, filesIn } from "./command.js";

const chunkSizes = [1, 7, 65_536];
/** Single characters through an asynchronous iterator take long: of larger files only so much goes that way. */
const unitsByOnes = 1 << 21;

/** No edits give the same bytes: every file that decodes is cut into chunks, decoded, put together and encoded again. */
export async function checkIdentity(folder, report) {
  report.note(`\nrender identity, chunks of ${chunkSizes.join(", ")}`);
  const formats = new Map();
  const wrong = [];
  const refused = new Map();
  let bytes = 0;
  for (const name of filesIn(folder)) {
    const path = join(folder, name);
    let step;
    try {
      step = "open";
      const source = await openSource(path, { display: "a file" });
      const unsupported = recognizeUnsupported(source.head, name);
      if (unsupported) {
        refused.set(unsupported, (refused.get(unsupported) ?? 0) + 1);
        continue;
      }
      let text = "";
      for await (const chunk of source.text()) text += chunk;
      const { dialect } = sniffFormat(text.slice(0, 1 << 16), text.length <= 1 << 16, name, { isValue: () => false });
      const format = formatByName(dialect.format);
      for (const size of chunkSizes) {
        step = `chunks of ${size}`;
        const part =
          size < 65_536 && dialect.format !== "json" && text.length > unitsByOnes
            ? text.slice(0, text.lastIndexOf("\n", unitsByOnes) + 1) || text
            : text;
        let out = "";
        for await (const batch of format.decode(chunksOf(part, size), dialect, [], { isValue: () => false })) out += batch.text;
        const same =
          part === text
            ? Buffer.concat([bomBytes(source.encoding), encodeText(out, source.encoding.name)]).equals(bytesOf(path))
            : out === part;
        if (!same) wrong.push(`${name}, ${dialect.format}, chunks of ${size}`);
      }
      const tally = formats.get(dialect.format) ?? { files: 0, bytes: 0 };
      formats.set(dialect.format, { files: tally.files + 1, bytes: tally.bytes + bytesOf(path).length });
      bytes += bytesOf(path).length;
    } catch (error) {
      const code = error.code ?? error.name;
      if (step !== "open")
        report.note(`       ${code}: ${name}: ${error.message} ${error.location?.line ? `(line ${error.location.line})` : ""}`);
      const key = `${code} (${step})`;
      refused.set(key, (refused.get(key) ?? 0) + 1);
    }
  }
  for (const [format, { files, bytes: size }] of formats) report.note(`       ${format}: ${files} files, ${(size / 1e6).toFixed(1)} MB`);
  report.note(`       not decoded: ${[...refused].map(([why, times]) => `${why} ${times}`).join(", ")}`);
  report.check(
    wrong.length === 0 && formats.size > 0,
    `no edits, same bytes: ${(bytes / 1e6).toFixed(1)} MB in ${[...formats.values()].reduce((sum, { files }) => sum + files, 0)} files`,
    wrong,
  );
}

function* chunksOf(text, size) {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}
