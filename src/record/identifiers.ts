import type { KindName } from "../identifiers/kinds/index.ts";

/** The identifying numbers and codes of one person, event or thing: at most one a kind. Absent: it has none. */
export type Identifiers = Readonly<Partial<Record<KindName, string>>>;
