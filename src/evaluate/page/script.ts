/** The page's program: it filters what the page already shows and steps from error to error. Without it all is shown. */
export const script = `
"use strict";
(() => {
  const form = document.querySelector("nav form");
  const output = document.querySelector("nav output");
  const sections = [...document.querySelectorAll("section")];
  const marks = [...document.querySelectorAll("[data-outcome]")];
  let shown = [];
  let steps = [];
  let at = -1;
  form.hidden = false;
  const fits = (value, wanted) => wanted === "" || value === wanted;
  const filter = () => {
    const chosen = new FormData(form);
    const outcomes = new Set(chosen.getAll("outcome"));
    const [label, style, detector] = ["label", "style", "detector"].map((name) => chosen.get(name) || "");
    const all = chosen.get("notes") === "all";
    let notes = 0;
    shown = [];
    for (const section of sections) {
      const fitting = [...section.querySelectorAll("[data-outcome]")].filter((mark) => {
        const { outcome, label: its, detector: by } = mark.dataset;
        const on = outcomes.has(outcome) && fits(its, label) && fits(by, detector);
        if (mark.tagName === "TR") mark.hidden = !on;
        else mark.classList.toggle("off", !on);
        return on;
      });
      const visible = fits(section.dataset.style, style) && (all ? label === "" && detector === "" || fitting.length > 0 : fitting.length > 0);
      section.hidden = !visible;
      if (!visible) continue;
      notes++;
      shown.push(...fitting);
    }
    at = -1;
    const errors = shown.filter(({ dataset }) => dataset.outcome !== "hit" && dataset.outcome !== "left-out");
    // Hits are stepped through where nothing else is chosen.
    steps = errors.length > 0 ? errors : shown;
    const say = (count, one) => count.toLocaleString("en-US") + " " + one + (count === 1 ? "" : "s");
    output.textContent = say(errors.length, "error") + ", " + say(shown.length, "mark") + " in " + say(notes, "note");
  };
  const step = (by) => {
    if (steps.length === 0) return;
    marks.forEach((mark) => mark.classList.remove("here"));
    at = at < 0 ? (by > 0 ? 0 : steps.length - 1) : (at + by + steps.length) % steps.length;
    steps[at].classList.add("here");
    steps[at].scrollIntoView({ block: "center" });
    output.textContent = (at + 1).toLocaleString("en-US") + " of " + steps.length.toLocaleString("en-US");
  };
  form.addEventListener("input", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.querySelector("[name=back]").addEventListener("click", () => step(-1));
  form.querySelector("[name=on]").addEventListener("click", () => step(1));
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.tagName === "SELECT") return;
    if (event.key === "n" || event.key === "j") step(1);
    if (event.key === "p" || event.key === "k") step(-1);
  });
  filter();
})();
`;
