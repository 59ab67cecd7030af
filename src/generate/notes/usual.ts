/** What holds of keys of a profile's notes that are not given. Judgement. */
export const usualNotes = {
  telephone: 0.5,
  beside: { radiology: 0.8, triage: 0.2, admission: 1, daily: 0.4, nursing: 0.35, operative: 1, social: 0.3, discharge: 1 },
  abbreviations: 0.45,
  typos: 0.002,
} as const;
