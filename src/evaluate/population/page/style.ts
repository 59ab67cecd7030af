// Colours keep a contrast of 4.5 in both schemes; women and men differ in lightness and form too, for those who see no difference of hue.
const light =
  "--ground: #fff; --ink: #1d2733; --soft: #5b6875; --line: #d9dfe5; --women: #b3541e; --men: #2a6f97; --good: #1c7c4a; --bad: #b3261e; --open: #8a6100; --ours: #2a6f97; --band: #9aa7b4;";
const dark =
  "--ground: #14191f; --ink: #e6ebf0; --soft: #9fabb7; --line: #303a45; --women: #f0945a; --men: #6db3da; --good: #5cc98f; --bad: #ff8a80; --open: #e0b050; --ours: #6db3da; --band: #7d8b99;";

/** What charts look like, wherever they stand. */
const chartStyle = `svg text { fill: var(--soft); font: 11px system-ui, sans-serif; } svg text.title { fill: var(--ink); font-weight: 600; font-size: 15px; } svg text.head { fill: var(--ink); font-weight: 600; font-size: 12px; }
svg text.on { fill: #fff; } svg text.cell { fill: var(--ink); }
.grid { stroke: var(--line); } .declared { stroke: var(--ink); stroke-width: 2; }
rect.women, rect.men { stroke: none; } rect.women { fill: var(--women); } rect.men { fill: var(--men); }
.line { fill: none; stroke-width: 1.5; } .line.women { stroke: var(--women); } .line.men { stroke: var(--men); stroke-dasharray: 5 3; }
.dash { stroke-width: 1.5; stroke-opacity: .55; } .dash.women { stroke: var(--women); } .dash.men { stroke: var(--men); } .bar.women { stroke: var(--women); } .bar.men { stroke: var(--men); } .dot.women { fill: var(--women); } .dot.men { fill: var(--men); } .odd { stroke: var(--bad); stroke-width: 2; }
.outer { fill: var(--band); fill-opacity: .22; } .inner { fill: var(--band); fill-opacity: .38; }
.line.real { stroke: var(--soft); stroke-dasharray: 2 3; } .line.ours { stroke: var(--ours); stroke-width: 1; } .line.median { stroke-width: 2.4; }
.warm { fill: #b3261e; } .cold { fill: #1d5fa8; } .reach { stroke: var(--band); stroke-width: 5; stroke-opacity: .5; } .dot.ours { fill: var(--ours); } .ring { fill: none; stroke: var(--soft); }`;

/** The whole style of a chart that is a file of its own. */
export const chartFileStyle = `svg { ${light} } @media (prefers-color-scheme: dark) { svg { ${dark} } }
.ground { fill: var(--ground); }
${chartStyle}`;

/** The page's whole style. */
export const style = `
:root { color-scheme: light dark; ${light} }
@media (prefers-color-scheme: dark) { :root { ${dark} } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 1200px; padding: 24px; background: var(--ground); color: var(--ink); font: 15px/1.5 system-ui, sans-serif; }
h1 { font-size: 24px; margin: 0 0 4px; }
h2 { font-size: 18px; margin: 36px 0 8px; }
.soft, figcaption { color: var(--soft); }
figure { margin: 12px 0; }
.grid-of { display: flex; flex-wrap: wrap; gap: 10px 14px; }
.side { display: flex; flex-wrap: wrap; gap: 24px; align-items: flex-start; }
.cards { display: flex; flex-wrap: wrap; gap: 12px; margin: 16px 0; }
.card { border: 1px solid var(--line); border-radius: 8px; padding: 10px 16px; min-width: 170px; }
.card b { display: block; font-size: 26px; line-height: 1.2; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; font-size: 14px; }
th, td { padding: 3px 12px 3px 0; text-align: left; border-bottom: 1px solid var(--line); vertical-align: top; }
th { color: var(--soft); font-weight: 600; }
.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
details { margin: 10px 0; } summary { cursor: pointer; color: var(--soft); }
.holds, .fails, .open, .whole { white-space: nowrap; } .holds { color: var(--good); } .fails { color: var(--bad); font-weight: 600; } .open { color: var(--open); }
svg { max-width: 100%; height: auto; }
${chartStyle}
.key { display: inline-block; width: 12px; height: 12px; border-radius: 2px; margin: 0 4px 0 10px; vertical-align: -1px; } .key.women { background: var(--women); } .key.men { background: var(--men); }
`;
