export { createFeed } from "./feed.ts";
export type { Making } from "./message.ts";
