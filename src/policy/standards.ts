import type { Kind } from "../identifiers/kind.ts";
import type { Derivation } from "../transform/derivation.ts";
import type { StandardName } from "./schema.ts";

export interface Standard {
  readonly name: StandardName;
  readonly title: string;
  /** The paragraph that it is. */
  readonly source: string;
  /** How an output may come from an identifier of this kind; `role` where it is not the subject's. */
  permits(kind: Pick<Kind, "name" | "category">, role?: string): readonly Derivation[];
}

const all: readonly Derivation[] = ["none", "generalized", "assigned", "keyed", "shifted", "kept"];
const removed: readonly Derivation[] = ["none", "generalized", "assigned", "keyed"];

export const standards: Readonly<Record<StandardName, Standard>> = {
  "safe-harbor": {
    name: "safe-harbor",
    title: "Safe Harbor",
    source: "45 CFR 164.514(b)(2)",
    // A keyed code is a code under (c) that is derived from an identifier: permitted here, and the manifest says what it means.
    permits: ({ category }, role) => {
      if (category === "C") return ["none", "generalized"];
      // Providers are not "the individual or relatives, employers, or household members of the individual".
      return role === "provider" && category !== "B" ? all : removed;
    },
  },
  "limited-data-set": {
    name: "limited-data-set",
    title: "Limited data set",
    source: "45 CFR 164.514(e)(2)",
    // The list has no dates and no "any other unique identifying number", and of addresses it leaves town, city, state and ZIP.
    permits: ({ name, category }, role) =>
      category === "C" || category === "R" || (category === "B" && broadPlaces.has(name)) || role === "provider" ? all : removed,
  },
  "expert-determination": {
    name: "expert-determination",
    title: "Expert determination",
    source: "45 CFR 164.514(b)(1)",
    permits: () => all,
  },
};

/** 164.514(e)(2)(ii): "postal address information, other than town or city, State, and zip code". A county is not one. */
const broadPlaces: ReadonlySet<string> = new Set(["city", "county", "zip", "postal-code"]);
