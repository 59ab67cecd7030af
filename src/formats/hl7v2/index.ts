export { createFeed } from "./feed.ts";
export type { Message, Transit } from "./message.ts";
