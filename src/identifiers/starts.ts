import { type Node, parse } from "./expression.ts";
import { atEdge, both, everything, type UnitSet, type Units, unitsOf } from "./unit-sets.ts";

/** One way in which a match may begin: what may stand before it, and what its first units may be. */
export interface Start {
  readonly before: Units;
  readonly units: readonly Units[];
}

/** Units of a match that are looked at. More tell patterns apart better, and make more states of them. */
const deepest = 4;
/** A pattern that may begin in more ways than this is looked at less deeply. */
const most = 800;

/**
 * The ways in which a match of `pattern` may begin: wide, so that every match begins in one of them, while not all that
 * begins so is a match. Undefined when a match may begin with anything.
 */
export function startsOf(pattern: RegExp): readonly Start[] | undefined {
  const node = parse(pattern, deepest);
  for (let depth = deepest; depth > 0; depth--) {
    const ways = expand(node, depth, new Map());
    if (ways.length > most) continue;
    if (ways.some(({ units }) => units === "")) return undefined;
    return ways.map(({ before, units }) => ({
      before: unitsOf(before),
      units: Array.from(units, (_, i) => unitsOf(units.charCodeAt(i))),
    }));
  }
  return undefined;
}

/** A beginning under way: `open` while what follows may still be added to it. */
interface Way {
  readonly before: UnitSet;
  /** A character a unit: the number of its set. */
  readonly units: string;
  readonly open: boolean;
  /** `\b` stood before the first unit. */
  readonly edge: boolean;
}

const empty: Way = { before: everything, units: "", open: true, edge: false };

/** The ways of a node to begin, by the units that are asked for. */
type Expanded = Map<Node, (readonly Way[])[]>;

function expand(node: Node, depth: number, known: Expanded): readonly Way[] {
  // A single unit takes no longer than looking it up.
  if (node.is === "units") return [{ before: everything, units: String.fromCharCode(node.units), open: depth > 1, edge: false }];
  let byDepth = known.get(node);
  if (!byDepth) {
    byDepth = [];
    known.set(node, byDepth);
  }
  byDepth[depth] ??= expanded(node, depth, known);
  return byDepth[depth];
}

function expanded(node: Exclude<Node, { readonly is: "units" }>, depth: number, known: Expanded): readonly Way[] {
  switch (node.is) {
    case "before":
      return [{ ...empty, before: node.units }];
    case "edge":
      return [{ ...empty, edge: true }];
    case "choice": {
      const out: Way[] = [];
      for (const one of node.nodes) for (const way of expand(one, depth, known)) out.push(way);
      return unlike(out);
    }
    case "row": {
      let ways: readonly Way[] = [empty];
      for (const next of node.nodes) {
        if (!ways.some(({ open }) => open)) break;
        ways = follow(ways, next, depth, known);
      }
      return ways;
    }
    case "repeat": {
      let ways: readonly Way[] = [empty];
      const out: Way[] = [];
      for (let times = 0; times <= Math.min(node.max, depth) && ways.length > 0; times++) {
        if (times >= node.min) out.push(...ways);
        if (times < node.max) ways = follow(ways, node.node, depth, known);
        out.push(...ways.filter(({ open }) => !open));
        ways = ways.filter(({ open }) => open);
      }
      return unlike([...out, ...ways]);
    }
  }
}

/** Each of `ways` with `next` behind it. */
function follow(ways: readonly Way[], next: Node, depth: number, known: Expanded): readonly Way[] {
  if (ways.length > most) return ways.map((way) => ({ ...way, open: false }));
  const out: Way[] = [];
  for (const way of ways) {
    if (!way.open) {
      out.push(way);
      continue;
    }
    for (const then of expand(next, depth - way.units.length, known)) {
      if (way.units !== "") {
        out.push(then.units === "" ? way : { before: way.before, units: way.units + then.units, open: then.open, edge: way.edge });
        continue;
      }
      const before = both(way.before, then.before);
      const edge = way.edge || then.edge;
      if (!way.edge || then.units === "") {
        out.push({ before, units: then.units, open: then.open, edge });
        continue;
      }
      for (const [first, beforeEdge] of atEdge(then.units.charCodeAt(0)))
        out.push({ before: both(before, beforeEdge), units: String.fromCharCode(first) + then.units.slice(1), open: then.open, edge });
    }
  }
  return unlike(out);
}

function unlike(ways: readonly Way[]): readonly Way[] {
  if (ways.length < 2) return ways;
  const seen = new Set<string>();
  const out = ways.filter(({ before, units, open, edge }) => {
    const key = String.fromCharCode((open ? 2 : 0) + (edge ? 1 : 0), before) + units;
    return seen.size < seen.add(key).size;
  });
  return out.length === ways.length ? ways : out;
}
