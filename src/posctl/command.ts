import type { ExitCode } from './exit-codes.js';
import type { Printer } from './printer.js';

/** One `--option` of a command. */
export interface OptionSpec {
  readonly type: 'string' | 'boolean';
  /** One letter that does as well, such as `o` for `-o`. */
  readonly short?: string;
  /** What `--help` shows for the value, such as `<zone>`. */
  readonly value?: string;
  readonly help: string;
}

/** The options that were given; one that was not is undefined. */
export type Options = Readonly<Record<string, string | boolean | undefined>>;

/** What a command is run with. */
export interface Invocation {
  readonly arguments: readonly string[];
  readonly options: Options;
  readonly printer: Printer;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
}

/** A command behind its line in the list: loaded only when it is called, so that every answer comes at once. */
export interface Command {
  /** The names of its positional arguments, all of them required. */
  readonly arguments: readonly string[];
  /** The name of further arguments, as many as one likes or none. */
  readonly furtherArguments?: string;
  readonly options: Readonly<Record<string, OptionSpec>>;
  /** More than the summary line, where there is more to say. */
  readonly details?: string;
  readonly examples: readonly [string, string];
  run(invocation: Invocation): Promise<ExitCode>;
}

/** A command's line in `posctl help`. */
export interface CommandEntry {
  readonly name: string;
  readonly summary: string;
  load(): Promise<Command>;
}

/** The value of an option that takes text. */
export function textOption(options: Options, name: string): string | undefined {
  const value = options[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Whether a switch is on. */
export function flagOption(options: Options, name: string): boolean {
  return options[name] === true;
}
