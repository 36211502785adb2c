import type { ReportLayout } from '../../domain/report-layout.js';
import type { LayoutRow, LayoutSection } from '../../domain/report-rows.js';

/** Nothing is fetched and nothing runs. */
export const HTML_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

const STYLE = `
:root { color-scheme: light dark; --ink: #1a1a1a; --paper: #ffffff; --rule: #767676; }
@media (prefers-color-scheme: dark) { :root { --ink: #f2f2f2; --paper: #161616; --rule: #9a9a9a; } }
body { color: var(--ink); background: var(--paper); font: 16px/1.4 system-ui, sans-serif; margin: 0 auto; max-width: 40rem; padding: 1rem; }
h1 { font-size: 1.5rem; margin: 0; }
table { border-collapse: collapse; margin: 1.5rem 0 0; width: 100%; }
caption { border-bottom: 2px solid var(--rule); font-weight: 600; padding-bottom: 0.25rem; text-align: left; }
thead { clip-path: inset(50%); position: absolute; }
th, td { border-bottom: 1px solid var(--rule); font-weight: 400; overflow-wrap: anywhere; padding: 0.25rem 0; text-align: left; vertical-align: top; }
td { font-variant-numeric: tabular-nums; padding-left: 1rem; text-align: right; white-space: nowrap; }
tr.total th, tr.total td { border-top: 2px solid var(--ink); font-weight: 700; }
.part { padding-left: 1rem; }
footer { font: 0.75rem/1.4 ui-monospace, monospace; margin-top: 2rem; overflow-wrap: anywhere; }
@media print { :root { --ink: #000000; --paper: #ffffff; --rule: #000000; } body { font-size: 11pt; max-width: none; padding: 0; } table { break-inside: avoid; } @page { margin: 15mm; } }`;

/** Renders a report as one page that needs nothing else: light, dark, on paper, and read aloud. */
export function reportHtml({ title, heading, sections, footer }: ReportLayout): string {
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escaped(`${title}, ${heading[0] ?? ''}`)}</title>`,
    `<style>${STYLE}\n</style>`,
    '</head>',
    '<body>',
    `<header><h1>${escaped(title)}</h1>${heading.map((line) => `<div>${escaped(line)}</div>`).join('')}</header>`,
    '<main>',
    ...sections.map(table),
    '</main>',
    `<footer>${footer.map((line) => `<div>${escaped(line)}</div>`).join('')}</footer>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function table({ title, rows }: LayoutSection): string {
  const head =
    '<thead><tr><th scope="col">What</th><th scope="col">How many</th><th scope="col">How much</th></tr></thead>';
  return `<table><caption>${escaped(title)}</caption>${head}<tbody>\n${rows.map(row).join('\n')}\n</tbody></table>`;
}

function row({ label, count, value, total }: LayoutRow): string {
  const name = `<th scope="row"${label.startsWith(' ') ? ' class="part"' : ''}>${escaped(label.trim())}</th>`;
  return `<tr${total ? ' class="total"' : ''}>${name}<td>${count ?? ''}</td><td>${escaped(value ?? '')}</td></tr>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}
