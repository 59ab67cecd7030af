import { expect, test } from "vitest";
import { deaDigit, gtinDigit, luhn, luhnDigit, mod97, routingNumber, vinDigit } from "../../src/identifiers/check-digits.ts";

test("Luhn holds for published numbers and for no neighbour of theirs", () => {
  expect(["4111111111111111", "378282246310005", "490154203237518", "808401234567893"].map(luhn)).toEqual([true, true, true, true]);
  expect(["4111111111111112", "411111111111111", "0808401234567894", ""].map(luhn)).toEqual([false, false, false, false]);
  expect(luhnDigit("80840123456789")).toBe("3");
});

test("the seventh digit of a DEA number follows from six", () => {
  expect(deaDigit("123456")).toBe("3");
});

test("the ninth character of a VIN follows from the others", () => {
  expect(["1HGCM82633A004352", "1M8GDM9AXKP042788", "11111111111111111"].map(vinDigit)).toEqual(["3", "X", "1"]);
});

test("routing numbers, IBANs and GTINs are checked as their registries say", () => {
  expect(["011000015", "011000016", "000000000"].map(routingNumber)).toEqual([true, false, false]);
  expect(["GB82WEST12345698765432", "GB83WEST12345698765432", "GB82 WEST"].map(mod97)).toEqual([true, false, false]);
  expect(gtinDigit("0084458800328")).toBe("8");
});
