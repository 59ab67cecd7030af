import type { Stream } from "../random/stream.ts";
import type { Sex } from "../record/patient.ts";

/**
 * Titles in the words of the Standard Occupational Classification; workers in tens of thousands and women in a hundred of them, and the
 * age from which it is done: judgement, in the order of the BLS's counts of occupations.
 */
const occupations: readonly (readonly [string, number, number, number])[] = `
Retail Salesperson 380 50 18|Cashier 330 72 18|Fast Food Worker 370 63 18|Home Health Aide 375 85 18|Registered Nurse 318 87 22
Customer Service Representative 285 66 18|Stock Clerk 285 38 18|Freight Mover 290 21 18|Office Clerk 253 83 18|General Manager 350 35 28
Waiter 224 70 18|Janitor 217 35 18|Heavy Truck Driver 207 8 21|Bookkeeping Clerk 150 86 22|Software Developer 166 20 22
Elementary School Teacher 141 80 22|Secondary School Teacher 105 58 22|Teaching Assistant 126 89 18|Accountant 143 58 22|Cook 143 40 18
Administrative Assistant 178 92 20|Maintenance Worker 151 4 20|Construction Laborer 102 5 18|Security Guard 120 24 20|Landscaper 93 7 18
Nursing Assistant 136 89 18|Electrician 71 3 21|Carpenter 70 4 19|Plumber 45 3 21|Automotive Mechanic 67 3 19|Medical Assistant 76 92 19
Receptionist 100 90 18|Housekeeper 83 87 18|Childcare Worker 48 94 18|Light Truck Driver 100 10 19|Welder 42 5 19|Machinist 29 6 20
Licensed Practical Nurse 63 88 20|Bartender 71 58 21|Sales Representative 130 30 22|Project Manager 90 44 26|Human Resources Specialist 89 74 23
Police Officer 65 15 22|Firefighter 32 5 21|Social Worker 70 82 23|Lawyer 73 41 26|Physician 75 40 30|Pharmacist 33 60 26
Physical Therapist 24 66 25|Dental Hygienist 21 95 22|Dental Assistant 37 93 19|Pharmacy Technician 46 80 19|Hairdresser 30 90 19
Financial Analyst 34 40 23|Mechanical Engineer 28 9 23|Civil Engineer 32 17 23|Computer Support Specialist 72 27 20|Paralegal 35 84 22
Real Estate Agent 20 55 22|Insurance Agent 46 48 22|Bus Driver 50 50 22|Mail Carrier 33 40 21|Warehouse Worker 120 30 18|Assembler 145 38 18
Production Supervisor 66 22 25|Farmworker 30 25 18|Farmer 20 25 25|Preschool Teacher 44 97 20|Special Education Teacher 45 83 23
Restaurant Manager 24 47 23|College Instructor 90 49 28|Marketing Specialist 86 60 22|Graphic Designer 21 54 22|Librarian 13 83 24
Clergy Member 6 22 26|Veterinary Technician 12 90 20|Butcher 14 20 18|Barber 10 25 19|Roofer 13 3 18|Painter 22 9 18|Delivery Driver 45 12 18
`
  .trim()
  .split(/[|\n]/)
  .map((row) => {
    const words = row.split(" ");
    const [workers, women, from] = words.slice(-3).map(Number);
    return [words.slice(0, -3).join(" "), workers!, women!, from!] as const;
  });

/** A title as frequent as it is among workers of a sex; none that is out of reach at an age. */
export function drawOccupation(stream: Stream, sex: Sex, age: number): string {
  let total = 0;
  const cumulative = occupations.map(([, workers, women, from]) => {
    total += age < from ? 0 : workers * (sex === "female" ? women : 100 - women);
    return total;
  });
  return occupations[stream.weighted(cumulative)]![0];
}

/** Of people of an age, those who work for pay: judgement, near the BLS's employment-population ratios of 2023. */
export function workingShare(age: number): number {
  if (age < 20) return 0.4;
  if (age < 25) return 0.66;
  if (age < 55) return 0.8;
  if (age < 62) return 0.68;
  if (age < 67) return 0.45;
  return age < 75 ? 0.2 : age < 82 ? 0.06 : 0;
}
