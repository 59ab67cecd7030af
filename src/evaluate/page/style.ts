/** The page's style sheet. Each outcome has a form beside its colour, so that colour is never all that tells. */
export const style = `
:root { color-scheme: light dark; --ink: #1d2329; --soft: #5b6570; --line: #d5dae0; --paper: #fff; --panel: #f5f7f9;
  --hit: #d8efdc; --hit-line: #2f8f46; --partial: #fdebc8; --partial-line: #b97800; --missed: #fbd5d5; --missed-line: #c62828;
  --over: #dbe6fb; --over-line: #2f62c4; --left-line: #98a2ad; }
@media (prefers-color-scheme: dark) { :root { --ink: #e3e7eb; --soft: #9aa5b1; --line: #39424c; --paper: #14181c; --panel: #1d2329;
  --hit: #1d3d27; --hit-line: #57c273; --partial: #45350f; --partial-line: #e5ae3f; --missed: #4e1f22; --missed-line: #ff7b7b;
  --over: #1e3157; --over-line: #86adff; --left-line: #6c7884; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/1.5 system-ui, sans-serif; }
main, body > header, nav form { max-width: 70rem; margin: 0 auto; padding: 0 1.25rem; }
h1 { font-size: 1.4rem; margin: 1.5rem 0 .25rem; }
h2 { font-size: 1rem; margin: 0; }
p { margin: .25rem 0 .75rem; }
.soft { color: var(--soft); }
.warning { border-left: 4px solid var(--missed-line); background: var(--panel); padding: .5rem .75rem; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; margin: .5rem 0 1rem; }
th { text-align: left; font-weight: 600; color: var(--soft); }
th, td { padding: .15rem .9rem .15rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
th.n, td.n { text-align: right; white-space: nowrap; }
td.in { padding-left: 1.2rem; }
details > summary { cursor: pointer; font-weight: 600; padding: .25rem 0; }
nav { position: sticky; top: 0; z-index: 1; background: var(--panel); border-block: 1px solid var(--line); margin-top: 1rem; }
nav form { display: flex; flex-wrap: wrap; gap: .35rem 1.1rem; align-items: center; padding-block: .5rem; }
nav label { white-space: nowrap; }
nav form[hidden] { display: none; }
nav select { max-width: 12rem; font: inherit; }
nav button { font: inherit; padding: 0 .6rem; }
nav output { margin-left: auto; color: var(--soft); }
section { border-bottom: 1px solid var(--line); padding: 1rem 0; scroll-margin-top: 7rem; content-visibility: auto; contain-intrinsic-size: auto 20rem; }
section[hidden] { display: none; }
section header { padding: 0; margin-bottom: .5rem; display: flex; flex-wrap: wrap; gap: .25rem 1rem; align-items: baseline; }
pre { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; font: 14px/1.75 ui-monospace, monospace; }
mark { color: inherit; background: none; border-radius: 2px; padding: .1em 0; scroll-margin-top: 9rem; }
.hit, .key-hit { background: var(--hit); border-bottom: 2px solid var(--hit-line); }
.partial, .key-partial { background: var(--partial); border-bottom: 2px dashed var(--partial-line); }
.missed, .bare, .key-missed { background: var(--missed); border-bottom: 3px double var(--missed-line); }
.over-scrubbed, .key-over-scrubbed { background: var(--over); border-bottom: 2px dotted var(--over-line); text-decoration: line-through; text-decoration-color: var(--over-line); }
.left-out, .key-left-out { border-bottom: 1px dotted var(--left-line); }
.off { background: none; border-color: transparent; text-decoration: none; }
.off .bare { background: none; border-color: transparent; }
.tag { font: 600 10px/1 system-ui, sans-serif; color: var(--soft); margin-left: .3em; user-select: none; white-space: nowrap; text-decoration: none; display: inline-block; }
.off .tag { display: none; }
mark:target, mark.here { outline: 2px solid var(--ink); outline-offset: 1px; }
figure { margin: .5rem 0 1rem; }
svg { max-width: 100%; height: auto; font: 11px system-ui, sans-serif; }
svg text { fill: var(--soft); }
.grid { stroke: var(--line); }
polyline.curve { fill: none; stroke-width: 2; }
.curve.any { stroke: var(--over-line); } .curve.full { stroke: var(--hit-line); stroke-dasharray: 5 3; }
circle.curve.any { fill: var(--over-line); } circle.curve.full { fill: var(--hit-line); }
.curve-key.any { border-bottom: 2px solid var(--over-line); } .curve-key.full { border-bottom: 2px dashed var(--hit-line); }
tr[hidden] { display: none; }
@media print { nav { display: none; } }
`;
