import { link, open, readFile, rm } from 'node:fs/promises';
import { newId } from '../encoding/new-id.js';
import type { DeviceKeyStore } from './device-keys.js';

const CURVE = { name: 'ECDSA', namedCurve: 'P-256' } as const;

/** Keeps the pair in a file that only its owner reads. For Node. */
export function fileKeyStore(path: string): DeviceKeyStore {
  return {
    extractable: true,
    load: () => loaded(path),
    keep: async (pair) => {
      await written(path, JSON.stringify(await crypto.subtle.exportKey('jwk', pair.privateKey)));
      return (await loaded(path)) ?? pair;
    },
    forget: () => rm(path, { force: true }),
  };
}

async function loaded(path: string): Promise<CryptoKeyPair | undefined> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  const { kty, crv, x, y, d } = JSON.parse(text) as Required<Pick<JsonWebKey, 'kty' | 'crv' | 'x' | 'y' | 'd'>>;
  const shown = { kty, crv, x, y };
  return {
    privateKey: await crypto.subtle.importKey('jwk', { ...shown, d }, CURVE, false, ['sign']),
    publicKey: await crypto.subtle.importKey('jwk', shown, CURVE, true, ['verify']),
  };
}

/** Whole or not at all, and never over one that is there. */
async function written(path: string, text: string): Promise<void> {
  const draft = `${path}.${newId()}`;
  const file = await open(draft, 'wx', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  try {
    await link(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(draft, { force: true });
  }
}
