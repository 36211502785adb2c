import { parseArguments } from './arguments.js';
import { flagOption, type CommandEntry, type Options } from './command.js';
import { COMMANDS } from './commands.js';
import { CommandError, EXIT, type ExitCode } from './exit-codes.js';
import { commandPage, overview } from './help.js';
import { Printer, type TextSink } from './printer.js';

/** The world a command line runs in. */
export interface Surroundings {
  readonly out: TextSink;
  readonly err: TextSink;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
}

/** Runs one command line to its exit code. Never throws: what goes wrong is printed on stderr. */
export async function run(args: readonly string[], surroundings: Surroundings): Promise<ExitCode> {
  try {
    return await dispatch(args, surroundings);
  } catch (error) {
    const printer = printerFor({}, surroundings);
    if (surroundings.signal.aborted && !(error instanceof CommandError)) {
      printer.failure('Interrupted.', undefined);
      return EXIT.interrupted;
    }
    if (error instanceof CommandError) {
      printer.failure(error.message, error.advice);
      return error.exitCode;
    }
    printer.failure(messageOf(error), surroundings.environment['DEBUG'] === undefined ? undefined : stackOf(error));
    return EXIT.failed;
  }
}

async function dispatch(args: readonly string[], surroundings: Surroundings): Promise<ExitCode> {
  const plain = printerFor({}, surroundings);
  const [first] = args;
  if (first === undefined || first === 'help' || first === '--help' || first === '-h')
    return helpFor(args.slice(1), plain);
  const { entry, rest } = find(first === '--version' ? ['version', ...args.slice(1)] : args);
  const command = await entry.load();
  const { positionals, options } = parseArguments(entry.name, command, rest);
  if (flagOption(options, 'help')) {
    plain.text(commandPage(entry, command));
    return EXIT.done;
  }
  return command.run({
    arguments: positionals,
    options,
    printer: printerFor(options, surroundings),
    environment: surroundings.environment,
    signal: surroundings.signal,
  });
}

async function helpFor(words: readonly string[], printer: Printer): Promise<ExitCode> {
  if (words.length === 0) printer.text(overview(COMMANDS));
  else {
    const { entry } = find(words);
    printer.text(commandPage(entry, await entry.load()));
  }
  return EXIT.done;
}

function find(args: readonly string[]): { entry: CommandEntry; rest: readonly string[] } {
  const [noun = '', verb = ''] = args;
  const byTwo = COMMANDS.find(({ name }) => name === `${noun} ${verb}`);
  if (byTwo !== undefined) return { entry: byTwo, rest: args.slice(2) };
  const byOne = COMMANDS.find(({ name }) => name === noun);
  if (byOne !== undefined) return { entry: byOne, rest: args.slice(1) };
  const verbs = COMMANDS.filter(({ name }) => name.startsWith(`${noun} `)).map(({ name }) => `posctl ${name}`);
  const advice = verbs.length === 0 ? 'See `posctl help`.' : `There is: ${verbs.join(', ')}.`;
  const said = verb === '' || verb.startsWith('-') ? noun : `${noun} ${verb}`;
  throw new CommandError(EXIT.usage, `There is no command "${said}".`, advice);
}

function printerFor(options: Options, { out, err, environment }: Surroundings): Printer {
  return new Printer(out, err, {
    json: flagOption(options, 'json'),
    jsonl: flagOption(options, 'jsonl'),
    quiet: flagOption(options, 'quiet'),
    colour: err.isTTY === true && (environment['NO_COLOR'] ?? '') === '',
  });
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function stackOf(error: unknown): string | undefined {
  return error instanceof Error ? error.stack : undefined;
}
