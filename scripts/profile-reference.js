// The page of all keys of a profile, from its JSON Schema: build-profile-schema.js writes it to docs/profile-reference.md.

/** What values are called that recur: by what `typeOf` would say of them. */
const words = new Map();

const age = "number 0 to 120";
const bySex = (form) => [...form, `{ female: ${form.join(", or ")}, male: ${form.join(", or ")} }`].join(", or ");
words.set(bySex(["number", `list of [${age}, number]`]), "curve");
words.set(bySex(["number 0 to 100", `list of [${age}, number 0 to 100]`]), "percent");
words.set("number 0 to 1", "share");
words.set(`[${age}, ${age}]`, "[age, age]");
words.set(age, "age");
words.set("list of number, or text", "numbers");

/** Markdown, one section of the profile after the other, each key with its form and what the schema says of it. */
export function profileReference(schema) {
  const follow = (node) =>
    node.$ref === undefined
      ? node
      : { ...follow(schema.$defs[node.$ref.slice("#/$defs/".length)]), ...(node.description && { description: node.description }) };

  function typeOf(given) {
    const node = follow(given);
    const plain = plainType(node);
    return words.get(plain) ?? plain;
  }

  function plainType(node) {
    if (node.const !== undefined) return `\`${node.const}\``;
    if (node.enum) return node.enum.length > 12 ? `one of ${node.enum.length} words` : node.enum.map((each) => `\`${each}\``).join(", ");
    const forms = node.anyOf ?? node.oneOf;
    if (forms) {
      const types = [...new Set(forms.map((form) => (isSimple(form) ? plainType(follow(form)) : typeOf(form))))];
      const joined = types.join(", or ");
      return words.get(joined) ?? joined;
    }
    switch (node.type) {
      case "number":
      case "integer":
        return `${node.type === "integer" ? "whole number" : "number"}${limits(node)}`;
      case "string":
        return "text";
      case "boolean":
        return "`true` or `false`";
      case "null":
        return "`null`";
      case "array":
        if (node.prefixItems) return `[${node.prefixItems.map((item) => plainType(follow(item))).join(", ")}]`;
        return `list of ${plainType(follow(node.items))}`;
      case "object": {
        const keys = Object.keys(node.properties ?? {});
        if (keys.join() === "female,male")
          return `{ female: ${plainType(follow(node.properties.female))}, male: ${plainType(follow(node.properties.male))} }`;
        return keys.length > 0 ? "keys" : `by name: ${typeOf(node.additionalProperties)}`;
      }
      default:
        return "anything";
    }
  }

  /** Of the forms of a curve, what is spelled out, so that the whole is known for one. */
  const isSimple = (form) => {
    const { type, items, properties } = follow(form);
    return type === "number" || (type === "array" && items) || (type === "object" && properties?.female !== undefined);
  };

  function limits({ minimum, maximum, exclusiveMinimum }) {
    const least = minimum ?? exclusiveMinimum;
    const isWide = (limit) => limit === undefined || Math.abs(limit) >= Number.MAX_SAFE_INTEGER;
    if (isWide(least)) return isWide(maximum) ? "" : ` up to ${maximum}`;
    if (!isWide(maximum)) return ` ${least} to ${maximum}`;
    return exclusiveMinimum !== undefined ? ` over ${least}` : ` from ${least}`;
  }

  /** The objects whose keys a value may have: its own, its entries', its items', in any of its forms. */
  function within(given, path) {
    const node = follow(given);
    const forms = node.anyOf ?? node.oneOf;
    if (forms) return forms.flatMap((form) => within(form, path));
    if (node.type === "array" && node.items) return within(node.items, `${path}[]`);
    if (node.type !== "object") return [];
    if (node.properties)
      return Object.keys(node.properties).join() === "female,male"
        ? []
        : [{ path, properties: node.properties, required: node.required ?? [] }];
    return node.additionalProperties ? within(node.additionalProperties, `${path}.NAME`) : [];
  }

  /** A row a key, with those of the objects below it; `seen` has where an object of these keys was listed before. */
  function rowsOf({ path, properties, required }, seen) {
    return Object.entries(properties).flatMap(([key, given]) => {
      const here = `${path}.${key}`.replace(/^\./, "");
      const below = within(given, here);
      const known = below.map((each) => seen.get(signature(each))).find((place) => place !== undefined);
      const value = known === undefined ? typeOf(given) : typeOf(given).replace(/keys$/, `keys as of \`${known}\``);
      for (const each of below) if (Object.keys(each.properties).length > 3 && known === undefined) seen.set(signature(each), here);
      return [
        `| \`${here}\`${required.includes(key) ? " *" : ""} | ${cell(value)} | ${cell(follow(given).description ?? "")} |`,
        ...(known === undefined ? dedupe(below.flatMap((each) => rowsOf(each, seen))) : []),
      ];
    });
  }

  /** Objects with these keys are taken for the same. */
  const signature = ({ properties }) =>
    Object.keys(properties)
      .filter((key) => !["share", "ages", "pieces"].includes(key))
      .join();

  const dedupe = (rows) => [...new Set(rows)];
  const cell = (text) => text.replaceAll("|", "\\|").replaceAll("\n", " ");

  const sections = Object.entries(schema.properties).map(([name, given]) => {
    const node = follow(given);
    const objects = within(given, "");
    const about = node.description ? `${node.description[0].toUpperCase()}${node.description.slice(1)}.\n\n` : "";
    if (objects.length === 0) return [name, `${about}${typeOf(given)}\n`];
    const isByName = node.type === "object" && !node.properties;
    const entry = isByName ? "Each by a name of your own; `null` takes away what the extended profile has.\n\n" : "";
    const seen = new Map();
    const rows = dedupe(objects.flatMap((each) => rowsOf({ ...each, path: each.path.replace(/^\.?NAME\.?|^\[\]\.?/, "") }, seen)));
    return [name, `${about}${entry}| key | value | meaning |\n| --- | --- | --- |\n${rows.join("\n")}\n`];
  });

  return `# All keys of a profile

Made from [the schema](../schemas/profile.schema.json) by \`node scripts/build-profile-schema.js\`; [profiles.md](profiles.md) teaches them by examples. A star marks what an entry must have.

| value | is |
| --- | --- |
| share | a number from 0 to 1 |
| age | years, from 0 to 120 |
| curve | a number; or points \`[age, number]\` with straight lines between; or \`{ female: …, male: … }\` of these |
| percent | a curve of numbers from 0 to 100 |
| numbers | a list, or text with a space between them |
| keys | an object, whose keys follow |

${sections.map(([name, body]) => `## ${name}\n\n${body}`).join("\n")}`;
}
