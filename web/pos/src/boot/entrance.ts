import { signal, type Signal } from '@preact/signals';
import { PosClient } from '../../../../sdk/src/client/pos-client.js';
import type { DeviceKeys } from '../../../../sdk/src/device/device-keys.js';
import { credentialOf, type LinkedDevice } from '../../../../sdk/src/device/linking.js';
import { KeyMap } from '../keys/key-map.js';
import { language, spoken } from '../messages/translate.js';
import { Door } from '../sign-in/door.js';
import { KnownPeople } from '../sign-in/known-people.js';
import type { KeptValues } from './kept-values.js';
import { Network } from './network.js';
import { painted } from './painted.js';

/** By which name the device keeps what it was linked as. */
export const DEVICE = 'device';
/** Somebody was at the till so shortly ago that an outage is to be noticed at once. */
const WATCHED_MS = 120_000;

/** What a linked till is opened from. */
export interface TillSource {
  readonly kept: KeptValues;
  readonly keys: DeviceKeys;
  readonly linked: LinkedDevice;
}

/**
 * What signing in needs, and nothing else: the people stand on the screen while the program that sells, its queue and its price list
 * are still being opened behind them.
 */
export interface Entrance {
  readonly source: TillSource;
  readonly linked: Signal<LinkedDevice>;
  /** With the device's own credential. */
  readonly client: PosClient;
  readonly network: Network;
  readonly known: KnownPeople;
  readonly door: Door;
  readonly keys: KeyMap;
  /** When somebody was last seen at the till, in ms. */
  readonly watched: { at: number };
}

/** The way in of a linked till. */
export function entranceOf(source: TillSource): Entrance {
  const linked = signal(source.linked);
  const { baseUrl, tenant, configuration } = source.linked;
  const watched = { at: Date.now() };
  const fetching: typeof fetch = (...call) => fetch(...call);
  const network = new Network({ baseUrl, fetch: fetching, isWatched: () => Date.now() - watched.at < WATCHED_MS });
  const credential = credentialOf(source.linked, source.keys);
  const client = new PosClient({ baseUrl, tenant, credential, fetch: network.fetch, language: spoken(language.value) });
  const known = new KnownPeople(source.kept);
  const withToken = (token: string): PosClient =>
    client.withCredential(credentialOf(source.linked, source.keys, token));
  const online = (): boolean => network.online.value;
  const door = new Door({ device: client, withToken, known, online, now: Date.now });
  door.idleMinutes = configuration.sessions.idleLockMinutes;
  return { source, linked, client, network, known, door, keys: new KeyMap(), watched };
}

/** Resolves when those who are known here have been read and painted: what comes next may take its time. */
export async function entranceShown({ known }: Entrance): Promise<void> {
  await painted();
  await known.people();
  await painted();
}
