export { parseAge } from "./age.ts";
export { type CalendarDate, civilOf, dayNumberOf } from "./civil.ts";
export { type ParseOptions, parseDate } from "./parse-date.ts";
export { dayNumber, renderDate, shiftDays, type WrittenDate, yearOf } from "./written-date.ts";
