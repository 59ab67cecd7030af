import { expect, test } from "vitest";
import { cityAllowedState, isCity, isCountry, isCounty, isFacilityWord, isState, states, zipPlaces } from "../../src/tables/places.ts";
import { zipState } from "../../src/tables/zip3.ts";

test("a state is one of the 50, the District, Puerto Rico or an island area", () => {
  expect(states).toHaveLength(56);
  expect(["MA", "massachusetts", "Mass.", "D.C.", "puerto rico", "GU", "New  York"].map(isState)).toEqual([
    "MA",
    "MA",
    "MA",
    "DC",
    "PR",
    "GU",
    null,
  ]);
  expect(["Ontario", "XX", "Bavaria", "", "MAA"].map(isState)).toEqual([null, null, null, null, null]);
});

test("cities rank by the people who live there", () => {
  expect([isCity("new york"), isCity("chicago")]).toEqual([15, 15]);
  expect(isCity("boston")).toBeGreaterThan(isCity("worcester"));
  expect(isCity("st. louis")).toBe(isCity("saint louis"));
  expect([isCity("qzxv"), isCity("hypertension")]).toEqual([0, 0]);
});

test("counties and countries are known by name", () => {
  expect([isCounty("middlesex"), isCounty("los angeles"), isCounty("hypertension")]).toEqual([true, true, false]);
  expect([isCountry("canada"), isCountry("mexico"), isCountry("usa"), isCountry("boston")]).toEqual([true, true, true, false]);
  expect([isFacilityWord("hospital"), isFacilityWord("banana")]).toEqual([true, false]);
});

test("a generator's place belongs together", () => {
  const { zip, city, county, state, lat, lng, population } = zipPlaces();
  const at = zip.indexOf("02139");
  expect([city[at], county[at], state[at]]).toEqual(["Cambridge", "Middlesex", "MA"]);
  expect(lat[at]).toBeCloseTo(42.36, 1);
  expect(lng[at]).toBeCloseTo(-71.1, 1);
  expect(new Set(state).size).toBe(51);
  expect(population.every((people) => people > 0)).toBe(true);
  expect(new Set(zip).size).toBe(zip.length);
  expect(city.every((name) => name.length > 0) && county.every((name) => name.length > 0)).toBe(true);
  // The Pribilof Islands are the far west; Attu lies past 180°.
  expect(lat.every((degrees) => degrees > 18 && degrees < 72) && lng.every((degrees) => degrees > -180 && degrees < -66)).toBe(true);
  // All prefixes but a few that cross a border lie in the state of most of their people.
  const crossing = zip.filter((code, i) => zipState(code.slice(0, 3)) !== state[i]);
  expect(crossing.length / zip.length).toBeLessThan(0.005);
});

test("the generator's places hold most of the people of the 2020 Census", () => {
  const { population } = zipPlaces();
  const people = population.reduce((sum, count) => sum + count, 0);
  // 331,449,281 residents on 1 April 2020, Census P.L. 94-171.
  expect(people / 331_449_281).toBeGreaterThan(0.6);
  expect(people).toBeLessThan(331_449_281);
});

test("a city and a state that cannot both be right are told", () => {
  expect([cityAllowedState("Boston", "MA"), cityAllowedState("boston", "TX"), cityAllowedState("Chicago", "IL")]).toEqual([
    true,
    false,
    true,
  ]);
});
