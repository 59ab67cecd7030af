import type { Facility } from "../../record/care.ts";
import type { SharedRecords } from "../../record/record.ts";
import { escaped } from "./escaped.ts";
import { type Authority, hd, xad, xcn, xon, xtn } from "./types.ts";

/** The facilities and providers of a population, each written once. */
export interface Directory {
  /** XCN. */
  provider(id: string): string;
  /** HD of a field: `name^id^UUID`. */
  facility(id: string): string;
  /** HD inside a component, by its name alone: with the id a bed would not fit into the 80 characters of a PL. */
  facilityPart(id: string): string;
  /** XON, under the NPI. */
  organization(id: string): string;
  /** XAD. */
  place(id: string): string;
  /** XTN; "" where it has none. */
  phone(id: string): string;
}

export function createDirectory({ facilities, providers }: SharedRecords): Directory {
  const byProvider = new Map(providers.map((provider) => [provider.id, xcn(provider)]));
  const byFacility = new Map(facilities.map((facility) => [facility.id, hd(authorityOf(facility))]));
  const parts = new Map(facilities.map(({ id, name }) => [id, escaped(name)]));
  const organizations = new Map(facilities.map((facility) => [facility.id, xon(facility)]));
  const places = new Map(facilities.map(({ id, address }) => [id, xad(address, "B")]));
  const phones = new Map(facilities.map(({ id, identifiers: { phone } }) => [id, phone === undefined ? "" : xtn(phone, "WPN")]));
  const found = (text: string | undefined, what: string): string => {
    if (text === undefined) throw new Error(`unreachable: a record refers to a ${what} that is not there`);
    return text;
  };
  return {
    provider: (id) => found(byProvider.get(id), "provider"),
    facility: (id) => found(byFacility.get(id), "facility"),
    facilityPart: (id) => found(parts.get(id), "facility"),
    organization: (id) => found(organizations.get(id), "facility"),
    place: (id) => found(places.get(id), "facility"),
    phone: (id) => found(phones.get(id), "facility"),
  };
}

const authorityOf = ({ name, id }: Facility): Authority => ({ namespace: name, universalId: id, type: isUuid.test(id) ? "UUID" : "L" });

const isUuid = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i;
