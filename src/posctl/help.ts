import { COMMON_OPTIONS } from './arguments.js';
import type { Command, CommandEntry, OptionSpec } from './command.js';

/** The page of `posctl help`. */
export function overview(commands: readonly CommandEntry[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  return [
    'posctl: the command line of pos-service',
    '',
    'Usage: posctl <noun> <verb> [options]',
    '',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    '',
    'Connection: POS_URL, POS_TENANT, POS_API_KEY, or --env-file, or the .data/demo.json that `make demo` writes.',
    'Commands marked (database) use DATABASE_URL.',
    'Exit codes: 0 done, 1 failed, 2 wrong usage, 3 done with rejected rows, 4 not allowed, 5 not found, 6 conflict,',
    '            7 service unreachable, 130 interrupted.',
    '',
    'Examples:',
    '  posctl sales import --help',
    '  posctl reports sales --from 2015-01-01 --to 2016-01-01 --group-by month',
  ].join('\n');
}

/** The page of `posctl <noun> <verb> --help`. */
export function commandPage({ name, summary }: CommandEntry, command: Command): string {
  const further = command.furtherArguments === undefined ? [] : [`[${command.furtherArguments} …]`];
  const usage = [`posctl ${name}`, ...command.arguments, ...further, '[options]'].join(' ');
  return [
    summary,
    '',
    `Usage: ${usage}`,
    ...(command.details === undefined ? [] : ['', command.details]),
    '',
    'Options:',
    ...optionLines({ ...command.options, ...COMMON_OPTIONS }),
    '',
    'Examples:',
    ...command.examples.map((example) => `  ${example}`),
  ].join('\n');
}

function optionLines(options: Readonly<Record<string, OptionSpec>>): string[] {
  const heads = Object.entries(options).map(([name, { short, value, help }]) => ({
    head: `${short === undefined ? '' : `-${short}, `}--${name}${value === undefined ? '' : ` ${value}`}`,
    help,
  }));
  const width = Math.max(...heads.map(({ head }) => head.length));
  return heads.map(({ head, help }) => `  ${head.padEnd(width)}  ${help}`);
}
