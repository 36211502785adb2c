import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Verifier } from '@pact-foundation/pact';

/** Brings a double into each state that a pact names; with the same name it is a state of nothing in particular. */
export type States = Readonly<Record<string, () => unknown>>;

interface PactFile {
  readonly interactions: readonly {
    readonly type: string;
    readonly providerStates?: readonly { readonly name: string }[];
  }[];
}

/**
 * Asks a double all that the committed pact with a provider says, and compares its answers. Events are left out: doubles have no
 * route for them. A state that the pact names and nobody makes is an error, and so is one that is made and not named.
 * @throws Error where the double breaks the pact.
 */
export async function verify(provider: string, providerBaseUrl: string, states: States): Promise<void> {
  const pact = JSON.parse(readFileSync(`openapi/pacts/pos-service-${provider}.json`, 'utf8')) as PactFile;
  const interactions = pact.interactions.filter(({ type }) => type === 'Synchronous/HTTP');
  const named = interactions.flatMap(({ providerStates = [] }) => providerStates.map(({ name }) => name));
  expect(Object.keys(states).sort()).toEqual([...new Set(named)].sort());
  const folder = mkdtempSync(path.join(tmpdir(), 'pact-asked-'));
  const file = path.join(folder, 'asked.json');
  writeFileSync(file, JSON.stringify({ ...pact, interactions }));
  const stateHandlers = Object.fromEntries(
    Object.entries(states).map(([name, make]) => [name, () => Promise.resolve(make()).then(() => undefined)]),
  );
  try {
    await new Verifier({
      provider,
      providerBaseUrl,
      pactUrls: [file],
      stateHandlers,
      logLevel: 'error',
    }).verifyProvider();
  } finally {
    rmSync(folder, { recursive: true });
  }
}
