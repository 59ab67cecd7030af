/** One class of tricky text and texts of it, marked: `[NAME:...]` must be found whole, what is unmarked must stay, `[?:...]` may do either. */
export interface ClassCases {
  readonly number: number;
  readonly title: string;
  readonly texts: readonly string[];
}
