/** The site's style sheet: one column for reading, system fonts, nothing that is not needed. */
export const STYLE = `:root { color: #222; background: #fff; font: 17px/1.6 "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", system-ui, sans-serif; }
body { margin: 0 auto; max-width: 52rem; padding: 0 1rem 4rem; }
a { color: #00508a; }
a:focus-visible, button:focus-visible, input:focus-visible, select:focus-visible, summary:focus-visible, [tabindex]:focus-visible { outline: 3px solid #d55e00; outline-offset: 2px; }
main { overflow-wrap: anywhere; }
main:focus { outline: none; }
.skip { position: absolute; left: -100rem; }
.skip:focus { left: 1rem; top: .5rem; background: #fff; padding: .2rem .6rem; }
nav ul { list-style: none; margin: 0 0 1rem; padding: .8rem 0; display: flex; flex-wrap: wrap; gap: .3rem 1.2rem; border-bottom: 1px solid #bbb; }
nav [aria-current] { color: #222; font-weight: 600; text-decoration: none; }
h1 { line-height: 1.3; font-size: 1.7rem; }
h2 { margin-top: 2.2rem; font-size: 1.3rem; }
code, pre { font-family: ui-monospace, "Noto Sans Mono CJK SC", monospace; font-size: .86em; }
code { overflow-wrap: anywhere; }
pre { overflow-x: auto; background: #f6f6f6; padding: .7rem; border-radius: 4px; }
pre code { overflow-wrap: normal; font-size: 1em; }
.error { color: #a30000; }
details.code > summary { color: #595959; font-size: .86rem; cursor: pointer; }
.scroll { overflow-x: auto; margin: 1rem 0; }
table { border-collapse: collapse; font-size: .9rem; }
caption { text-align: left; font-weight: 600; padding-bottom: .4rem; }
th, td { overflow-wrap: normal; padding: .25rem .7rem; border-bottom: 1px solid #ddd; text-align: left; vertical-align: top; }
.right { text-align: right; font-variant-numeric: tabular-nums; }
figure { margin: 1.5rem 0; }
figure img, .sheet img { max-width: 100%; height: auto; }
figcaption { font-size: .9rem; color: #444; }
.files { display: block; margin-top: .3rem; }
.files > * { margin-right: .8rem; }
button { font: inherit; padding: .1rem .7rem; border: 1px solid #00508a; border-radius: 4px; background: #fff; color: #00508a; cursor: pointer; }
.interactive { overflow-x: auto; }
.sheet { list-style: none; padding: 0; display: grid; grid-template-columns: repeat(auto-fill, minmax(17rem, 1fr)); gap: 1.2rem; }
.sheet a { display: block; border: 1px solid #ddd; padding: .5rem; font-size: .85rem; text-decoration: none; }
.fields { display: flex; flex-wrap: wrap; gap: .6rem 1.5rem; align-items: end; }
.fields label { display: block; font-size: .9rem; }
input, select { font: inherit; padding: .2rem .5rem; border: 1px solid #767676; border-radius: 4px; max-width: 100%; box-sizing: border-box; }
#result th { font-weight: 600; }
.formula { overflow: auto hidden; margin: .7rem 0; padding: .4rem 0; }
.rows { margin: .3rem 0; }
.rows > summary { overflow-wrap: anywhere; cursor: pointer; }
.rows:target > summary { font-weight: 600; }
.places { font-size: .8rem; font-variant-numeric: tabular-nums; }
@media print {
  nav, .skip, .files, details.code { display: none; }
  body { max-width: none; padding: 0; font-size: 10pt; }
  figure, tr { break-inside: avoid; }
  h1, h2, h3 { break-after: avoid; }
  .scroll { overflow-x: visible; }
}
.hash { font-family: ui-monospace, monospace; font-size: .8rem; overflow-wrap: anywhere; }
`;
