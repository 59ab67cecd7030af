import { stat } from "node:fs/promises";
import { dirname, join, relative, resolve, sep } from "node:path";
import type { SafeName } from "../deidentify/names.ts";
import { DeidError } from "../errors.ts";
import { defaultEvidenceFolder, liesIn } from "../evidence/private.ts";
import type { InputFile } from "../io/inputs.ts";

/** Where everything that a run writes goes. Absolute paths. */
export interface Outputs {
  readonly isStdout: boolean;
  /** One for each input, in order. */
  readonly paths: readonly string[];
  /** The same as the manifest names them: relative to it, with forward slashes. */
  readonly names: readonly string[];
  /** Undefined: standard output, and no --manifest. */
  readonly manifest: string | undefined;
  /** Undefined: standard output, and no --evidence. */
  readonly evidence: string | undefined;
}

export interface OutputsWanted {
  readonly out: string;
  readonly manifest?: string | undefined;
  readonly evidence?: string | undefined;
  /** A key file or a vault: must not lie in the output. */
  readonly secrets: readonly (string | undefined)[];
}

/** Throws `bad-usage` where the output's shape does not fit the inputs, or what must stay home would lie in it. */
export async function placeOutputs(files: readonly InputFile[], safe: readonly SafeName[], wanted: OutputsWanted): Promise<Outputs> {
  const { out } = wanted;
  const evidence = wanted.evidence ?? (out === "-" ? undefined : defaultEvidenceFolder(out));
  if (out === "-") {
    if (files.length > 1)
      throw new DeidError("bad-usage", "several inputs cannot go to standard output", undefined, "name a folder with --out");
    return { isStdout: true, paths: [], names: ["-"], manifest: absolute(wanted.manifest), evidence: absolute(evidence) };
  }
  const isFolder =
    out.endsWith("/") ||
    out.endsWith(sep) ||
    files.length > 1 ||
    files.some(({ isFromFolder }) => isFromFolder) ||
    (await isDirectory(out));
  const root = resolve(out);
  const paths = safe.map(({ output }) => (isFolder ? join(root, output) : root));
  const manifest = resolve(wanted.manifest ?? (isFolder ? join(root, "manifest.json") : `${root}.manifest.json`));
  const home = resolve(evidence!);
  if (isFolder && liesIn(home, root))
    throw new DeidError(
      "bad-usage",
      "the evidence would lie in the output",
      undefined,
      "it must stay home: name a folder beside it with --evidence",
    );
  for (const secret of wanted.secrets) {
    if (secret !== undefined && isFolder && liesIn(resolve(secret), root))
      throw new DeidError("bad-usage", "a key or a vault would lie in the output", undefined, "keep it apart from the data");
  }
  const base = dirname(manifest);
  return { isStdout: false, paths, names: paths.map((path) => relative(base, path).split(sep).join("/")), manifest, evidence: home };
}

/** Files of an earlier output that lies in the input folder are no input. An output that is the input folder, or holds it, is none such. */
export function withoutOutputs(files: readonly InputFile[], out: string): readonly InputFile[] {
  if (out === "-") return files;
  const root = resolve(out);
  return files.filter(({ path, name, isFromFolder }) => {
    if (!isFromFolder) return true;
    const folder = path.slice(0, path.length - name.length - 1);
    return root === folder || !liesIn(root, folder) || !(liesIn(path, root) || liesIn(path, `${root}.evidence`));
  });
}

function absolute(path: string | undefined): string | undefined {
  return path === undefined ? undefined : resolve(path);
}

async function isDirectory(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isDirectory() ?? false;
}
