import type { Chart } from "./case.ts";

/** Puts what was noted in the order of events into the order of time. What is at one time stays as it is. */
export function inOrder(chart: Chart): void {
  order(chart.appointments, ({ start }) => start);
  order(chart.conditions, ({ onset }) => onset);
  order(chart.orders, ({ time }) => time);
  order(chart.observations, ({ time }) => time);
  order(chart.reports, ({ time }) => time);
  order(chart.procedures, ({ start }) => start);
  order(chart.immunizations, ({ time }) => time);
  // They are written as they end: those of one day have no order but that of their ids.
  order(chart.medications, ({ start, id }) => start + id);
  order(chart.claims, ({ created }) => created);
}

function order<T>(list: T[], timeOf: (item: T) => string): void {
  let before = "";
  for (const item of list) {
    const time = timeOf(item);
    if (before > time) {
      sort(list, timeOf);
      return;
    }
    before = time;
  }
}

function sort<T>(list: T[], timeOf: (item: T) => string): void {
  const timed = list.map((item) => ({ item, time: timeOf(item) }));
  timed.sort((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0));
  for (let i = 0; i < list.length; i++) list[i] = timed[i]!.item;
}
