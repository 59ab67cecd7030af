import { defineKind } from "../define.ts";
import { makeUuid, normalizeRecordId } from "../record-id.ts";
import { rule } from "../search.ts";

export const uuid = defineKind({
  name: "uuid",
  category: "R",
  title: "Universally unique identifier",
  tag: "UUID",
  labels: ["uuid", "universally unique identifier"],
  domain: "record",
  find: rule(/(?<![0-9A-Za-z])(?:urn:uuid:)?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![0-9A-Za-z])/gi, "checked"),
  matches: (value) =>
    /^(?:urn:uuid:|[A-Z][A-Za-z]{3,40}\/)?\{?[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}\}?$/i.test(value.trim())
      ? "checked"
      : null,
  accepts: (value) => /^[0-9a-f{}:urni-]{8,50}$/i.test(value.trim()),
  normalize: normalizeRecordId,
  make: (stream, context) => {
    const made = makeUuid(stream);
    return context?.like !== undefined && /[A-F]/.test(context.like) ? made.toUpperCase() : made;
  },
  examples: {
    found: [
      "id [[61f44c35-9fc9-17b3-83a7-b92d3d784f3a]]",
      "[[urn:uuid:5c979fcd-3a0c-2e83-ba12-9c0c9062003a]]",
      "({[[61F44C35-9FC9-17B3-83A7-B92D3D784F3A]]})",
    ],
    kept: ["0093-7146-56", "61f44c35-9fc9", "chr17:41245466"],
  },
});
