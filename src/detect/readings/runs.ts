import type { Edit } from "./edits.ts";

// A label in capitals may end an ordinary word (`STAGE:`), so that only a digit before it parts the two.
const before =
  /(?<=[A-Za-z0-9)])(?=(?:DOB|MRN|SSN|CSN)(?:[:#=]|\d{3}|\d{1,2}[-/]))|(?<=[a-z0-9)])(?=(?:Acct|Sex|Age|Race|Name|Prov|Phone|Ph|Admit|Adm|Disch|Gender|Address|Attending|Physician|Provider|Visit|Room|Loc|Encounter|Dob|Mrn|DOS|FIN|NPI|PCP)(?:[:#=]|\d{3}|\d{1,2}[-/]))|(?<=\d)(?=(?:ACCT|SEX|AGE|RACE|NAME|PROV|PHONE|PH|ADMIT|ADM|DISCH|GENDER|ADDRESS|ATTENDING|PHYSICIAN|PROVIDER|VISIT|ROOM|LOC|ENCOUNTER|DOS|FIN|NPI|PCP)(?:[:#=]|\d{3}))/g;
const behind =
  /(?<=DOB|MRN|SSN|CSN|(?<![A-Za-z])(?:DOS|FIN|NPI|Acct|ACCT|Ph|PH|Phone|PHONE|Admit|ADMIT|Adm|ADM|Disch|DISCH|Dob|Mrn))(?=\d{4}|\d{1,2}[-/]\d|\d{3}-)/g;

/** Two spaces before and behind labels that stand in a run of letters and digits: `ROSA MDOB:04/17/1961Sex:FMRN55120938`. */
export function runEdits(source: string): Edit[] {
  const edits: Edit[] = [];
  for (const pattern of [before, behind])
    for (const { index } of source.matchAll(pattern)) edits.push({ start: index, end: index, text: "  " });
  return edits.sort((a, b) => a.start - b.start);
}
