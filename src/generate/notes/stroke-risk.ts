/**
 * CHA2DS2-VASc of somebody with atrial fibrillation, by what is on record (Lip et al., Chest 2010;137:263-272): one point each for heart
 * failure, hypertension, diabetes, vascular disease, ages 65 to 74 and female sex; two each for 75 and over and for stroke or TIA.
 */
export function chads({ age, sex, codes }: { readonly age: number; readonly sex: string; readonly codes: readonly string[] }): number {
  const has = (pattern: RegExp): number => (codes.some((code) => pattern.test(code)) ? 1 : 0);
  return (
    has(/^I50/) +
    has(/^I1[0-6]/) +
    (age >= 75 ? 2 : age >= 65 ? 1 : 0) +
    has(/^E1[013]/) +
    2 * has(/^(?:Z86\.73|I63|G45)/) +
    has(/^(?:I21|I25\.2|I70|I73)/) +
    (sex === "female" ? 1 : 0)
  );
}
