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
  for (let i = 1; i < list.length; i++) {
    if (timeOf(list[i - 1]!) <= timeOf(list[i]!)) continue;
    list.sort((a, b) => {
      const [x, y] = [timeOf(a), timeOf(b)];
      return x < y ? -1 : x > y ? 1 : 0;
    });
    return;
  }
}
