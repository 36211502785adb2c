import { signal, type ReadonlySignal } from '@preact/signals';
import { browserKeyStore } from '../../../../sdk/src/device/browser-key-store.js';
import { createDeviceKeys, type DeviceKeys } from '../../../../sdk/src/device/device-keys.js';
import { linkDevice, type LinkedDevice } from '../../../../sdk/src/device/linking.js';
import { StorageUnavailable } from '../../../../sdk/src/device/storage-needed.js';
import { refusalOf, type LinkRefusal } from '../link/link-refusal.js';
import type { LinkWish } from '../link/link-wish.js';
import type * as Program from '../opened.js';
import { language, spoken } from '../messages/translate.js';
import { timeText } from '../shell/ages.js';
import type { Frame } from '../shell/frame.js';
import { APP_VERSION } from './app-version.js';
import { DEVICE, entranceOf, entranceShown, type Entrance } from './entrance.js';
import { fingerprintOf, platformOf } from './fingerprint.js';
import { KeptValues } from './kept-values.js';

/** How far the start has come. */
export type BootState =
  | { readonly kind: 'starting' }
  | { readonly kind: 'no-storage' | 'insecure' }
  | { readonly kind: 'link' }
  | { readonly kind: 'linked'; readonly entrance: Entrance; readonly opened: Opened | null };

/** The till behind its entrance, and the program that shows it. */
export interface Opened extends Pick<typeof Program, 'Above' | 'Inside' | 'Over'> {
  readonly frame: Frame;
}

const KINDS: readonly string[] = ['till', 'tablet'];

/** From an empty browser to a till that sells. */
export class Boot {
  private readonly now = signal<BootState>({ kind: 'starting' });
  private kept: KeptValues | undefined;
  private keys: DeviceKeys | undefined;

  get state(): ReadonlySignal<BootState> {
    return this.now;
  }

  /** Opens what this device keeps, and the till where it is linked. */
  async start(): Promise<void> {
    try {
      [this.kept, this.keys] = await Promise.all([KeptValues.open(), createDeviceKeys(browserKeyStore())]);
      const linked = await this.kept.get<LinkedDevice>(DEVICE);
      if (linked === undefined) this.now.value = { kind: 'link' };
      else await this.open(linked);
    } catch (error) {
      this.tell(error);
    }
  }

  /** Links this device. @returns why not, in words. */
  async link({ business, code }: LinkWish): Promise<LinkRefusal | undefined> {
    const { kept, keys } = this;
    if (kept === undefined || keys === undefined) return { key: 'trouble.storage', parameters: {} };
    const about = { fingerprint: await fingerprintOf(kept), appVersion: APP_VERSION, ...platformOf() };
    const shown = spoken(language.value);
    try {
      const linked = await linkDevice({
        baseUrl: serviceUrl(),
        tenant: business,
        code,
        keys,
        language: shown,
        ...about,
      });
      const { kind } = linked.device;
      if (!KINDS.includes(kind)) return { key: 'link.notATill', parameters: { kind } };
      await kept.put(DEVICE, linked);
      void this.open(linked).catch((error: unknown) => this.tell(error));
      return undefined;
    } catch (error) {
      if (isStorageTrouble(error)) return { key: 'trouble.storage', parameters: {} };
      return refusalOf(error, (at) => timeText(at, language.value, undefined, new Date()));
    }
  }

  /** People stand at the entrance first; the program that sells comes behind them. */
  private async open(linked: LinkedDevice): Promise<void> {
    const { kept, keys } = this;
    if (kept === undefined || keys === undefined) throw new Error('the till was not started');
    const entrance = entranceOf({ kept, keys, linked });
    this.now.value = { kind: 'linked', entrance, opened: null };
    await entranceShown(entrance);
    entrance.network.start();
    const { openTill, ...shows } = await import('../opened.js');
    this.now.value = { kind: 'linked', entrance, opened: { ...shows, frame: await openTill(entrance) } };
  }

  /** Shows that the browser keeps nothing; anything else is for the page to tell. */
  private tell(error: unknown): void {
    if (!isStorageTrouble(error)) throw error;
    const isInsecure = error instanceof StorageUnavailable && error.code === 'no_crypto';
    this.now.value = { kind: isInsecure ? 'insecure' : 'no-storage' };
  }
}

/** Where the service is: the till lies at `till/` below it. */
export function serviceUrl(): string {
  return new URL('../', document.baseURI).href.replace(/\/$/, '');
}

function isStorageTrouble(error: unknown): boolean {
  const { indexedDB } = globalThis as { indexedDB?: IDBFactory };
  return error instanceof StorageUnavailable || error instanceof DOMException || indexedDB === undefined;
}
