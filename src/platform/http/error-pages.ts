import type { ProblemType } from './problem.js';

/** The page about one code, in Markdown. */
export function errorPage(code: string, type: ProblemType): string {
  const { status, title, detail, retryable = false, example, cause, tellTheCashier, howToProvoke } = type;
  const sections = [
    `# ${code}`,
    `**${status}** · ${title}`,
    section('What to do', typeof detail === 'function' ? detail(example ?? placeholders) : detail),
    section('Why it happens', cause),
    section('What the cashier is told', tellTheCashier),
    section('How to see it', howToProvoke),
    section(
      'Does trying again help',
      retryable
        ? 'Yes: the identical request can succeed later. Wait as `Retry-After` says.'
        : 'No. The same request gives the same answer.',
    ),
    '[All codes](README.md). This page is generated from the problem tables in `src`.',
  ];
  return `${sections.filter((part) => part !== undefined).join('\n\n')}\n`;
}

/** The table of all codes. */
export function errorIndex(types: ReadonlyMap<string, ProblemType>): string {
  const rows = [...types]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([code, { status, title, retryable = false }]) =>
        `| [${code}](${code}.md) | ${status} | ${title} | ${retryable ? 'yes' : 'no'} |`,
    );
  return `# Error codes\n\n| Code | Status | What happened | Retry helps |\n| --- | --- | --- | --- |\n${rows.join('\n')}\n`;
}

function section(title: string, text: string | undefined): string | undefined {
  return text === undefined ? undefined : `## ${title}\n\n${text}`;
}

/** Facts that read as their own names, alone or as a list: what a detail looks like before there is a case. */
const placeholders = new Proxy<Record<string, unknown>>({}, { get: (_target, name) => [`\`<${String(name)}>\``] });
