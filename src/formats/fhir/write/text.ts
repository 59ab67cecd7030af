import type { Resource } from "./resource.ts";

/** A resource as one line of JSON. `spelling`: what to write, once, for how JSON writes a number. */
export function textOf(resource: Resource, spelling?: readonly [string, string]): string {
  const text = JSON.stringify(resource);
  return spelling === undefined ? text : text.replace(spelling[0], spelling[1]);
}

/** One entry of a transaction: a PUT under the resource's own id, so that loading twice is loading once. */
export function entryOf({ resourceType, id }: Resource, text: string): string {
  return `{"fullUrl":"urn:uuid:${id}","resource":${text},"request":{"method":"PUT","url":"${resourceType}/${id}"}}`;
}
