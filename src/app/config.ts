import type { Variable } from './config-variable.js';
import { VARIABLES } from './config-variables.js';

type Values = { readonly [Key in keyof typeof VARIABLES]: ReturnType<(typeof VARIABLES)[Key]['read']> };
type Tables = Record<string, Variable<unknown>>;

/** The settings of this process. */
export interface Config extends Values {
  /** The same with a tenant's own values (`tenants.settings.config`) where a setting allows that. Wrong ones are passed over. */
  forTenant(settings: Readonly<Record<string, unknown>>): Values;
}

/** A setting that cannot be used. Its message names the variable; the program prints it and does not start. */
export class ConfigError extends Error {}

/**
 * Reads the settings: the environment, over it a tenant's own values, over them flags of the command line
 * (`--log-level=debug`).
 * @throws ConfigError that names every wrong variable and every unknown flag.
 */
export function readConfig(
  environment: Readonly<Record<string, string | undefined>>,
  flags: readonly string[] = [],
): Config {
  const given = flagsOf(flags);
  const problems = [...given.keys()]
    .filter((name) => !isVariable(name))
    .map((name) => `--${flagOf(name)} is no setting`);
  const values: Record<string, unknown> = {};
  for (const [key, variable] of Object.entries(VARIABLES as Tables)) {
    const set = given.get(variable.name) ?? environment[variable.name];
    try {
      values[key] = variable.read(set === '' ? undefined : set);
    } catch (error) {
      problems.push(`${variable.name} ${(error as Error).message}`);
    }
  }
  if (problems.length > 0)
    throw new ConfigError(`The configuration is wrong:\n  ${problems.join('\n  ')}\nSee docs/configuration.md.`);
  const read = values as unknown as Values;
  return { ...read, forTenant: (settings) => overridden(read, settings, given) };
}

/** The settings as a table in Markdown. */
export function configurationTable(): string {
  const rows = Object.values(VARIABLES as Tables).map(
    ({ name, type, range, defaultText, perTenant, doc }) =>
      `| \`${name}\` | \`--${flagOf(name)}\` | ${type} | ${range} | ${defaultText === '' ? '' : `\`${defaultText}\``} | ${perTenant ? 'yes' : ''} | ${doc} |`,
  );
  const head =
    '| Variable | Flag | Type | Allowed | Default | Per tenant | What it is for |\n| --- | --- | --- | --- | --- | --- | --- |';
  return `${head}\n${rows.join('\n')}\n`;
}

function overridden(
  values: Values,
  settings: Readonly<Record<string, unknown>>,
  flags: ReadonlyMap<string, string>,
): Values {
  const own = settings['config'];
  if (own === null || typeof own !== 'object') return values;
  const changed: Record<string, unknown> = { ...values };
  for (const [key, variable] of Object.entries(VARIABLES as Tables)) {
    const text = (own as Record<string, unknown>)[variable.name];
    if (!variable.perTenant || text === undefined || flags.has(variable.name)) continue;
    if (typeof text !== 'string' && typeof text !== 'number') continue;
    try {
      changed[key] = variable.read(String(text));
    } catch {
      continue; // one tenant's mistake must not stop its sales: the value of the environment holds
    }
  }
  return changed as unknown as Values;
}

function flagsOf(flags: readonly string[]): Map<string, string> {
  return new Map(
    flags.map((flag) => {
      const match = /^--([a-z][a-z0-9-]*)=(.*)$/.exec(flag);
      if (match === null) throw new ConfigError(`${flag} is no setting: write --name=value`);
      return [(match[1] as string).toUpperCase().replaceAll('-', '_'), match[2] as string] as const;
    }),
  );
}

function flagOf(name: string): string {
  return name.toLowerCase().replaceAll('_', '-');
}

function isVariable(name: string): boolean {
  return Object.values(VARIABLES as Tables).some((variable) => variable.name === name);
}
