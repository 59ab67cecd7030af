/** A vaccine as notes have it, by CVX code. */
const vaccines: Readonly<Record<string, string>> = {
  "08": "hepatitis B",
  "116": "rotavirus",
  "20": "DTaP",
  "48": "Hib",
  "216": "PCV20",
  "10": "IPV",
  "03": "MMR",
  "21": "varicella",
  "83": "hepatitis A",
  "115": "Tdap",
  "165": "HPV",
  "136": "meningococcal ACWY",
  "113": "Td",
  "140": "influenza",
  "135": "high-dose influenza",
  "309": "COVID-19",
  "187": "zoster",
  "303": "RSV",
};

export const vaccine = (code: string, display: string): string => vaccines[code] ?? display.split(",")[0]!;
