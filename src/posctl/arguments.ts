import { parseArgs } from 'node:util';
import { textOption, type Command, type OptionSpec, type Options } from './command.js';
import { CommandError, EXIT } from './exit-codes.js';

/** The options of every command (UX.md §2). */
export const COMMON_OPTIONS: Readonly<Record<string, OptionSpec>> = {
  json: { type: 'boolean', help: 'print one JSON document and nothing else on stdout' },
  quiet: { type: 'boolean', help: 'no progress and no notices' },
  'no-input': { type: 'boolean', help: 'never ask; fail where a question would be needed' },
  'env-file': {
    type: 'string',
    value: '<file>',
    help: 'read POS_URL, POS_TENANT, POS_API_KEY, DATABASE_URL from a file',
  },
  help: { type: 'boolean', help: 'show this page' },
};

/** A command line after its noun and verb. */
export interface ParsedArguments {
  readonly positionals: readonly string[];
  readonly options: Options;
}

/** Reads the rest of a command line. @throws CommandError `usage` for what the command does not know or lacks. */
export function parseArguments(name: string, command: Command, rest: readonly string[]): ParsedArguments {
  const options = Object.fromEntries(
    Object.entries({ ...COMMON_OPTIONS, ...command.options }).map(([option, { type, short }]) => [
      option,
      { type, ...(short !== undefined && { short }) },
    ]),
  );
  const { values, positionals } = parse(name, rest, options);
  const needed = command.arguments.length;
  if (values['help'] === true) return { positionals, options: values };
  if (positionals.length < needed) {
    throw usageError(name, `${command.arguments.slice(positionals.length).join(' ')} is missing.`);
  }
  if (positionals.length > needed && command.furtherArguments === undefined)
    throw usageError(name, `"${positionals[needed]}" is one argument too many.`);
  return { positionals, options: values };
}

function parse(
  name: string,
  args: readonly string[],
  options: Record<string, { type: 'string' | 'boolean'; short?: string }>,
): { values: Options; positionals: string[] } {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
    return { values, positionals };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code?.startsWith('ERR_PARSE_ARGS') !== true) throw error;
    throw usageError(name, `${message.split('. ')[0] ?? 'Wrong usage'}.`);
  }
}

/** Wrong usage, with the page that shows the right one. */
export function usageError(name: string, message: string): CommandError {
  return new CommandError(EXIT.usage, message, `See \`posctl ${name} --help\`.`);
}

/** An option that counts something. @throws CommandError `usage` when it is not a whole number within the bounds. */
export function countOption(
  name: string,
  options: Options,
  option: string,
  bounds: { default: number; max: number },
): number {
  const text = textOption(options, option);
  if (text === undefined) return bounds.default;
  const count = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  if (count < 1 || count > bounds.max)
    throw usageError(name, `--${option} takes a whole number from 1 to ${bounds.max}.`);
  return count;
}
