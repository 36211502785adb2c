/** This browser cannot keep what a device needs: its key, or sales before they are sent. */
export class StorageUnavailable extends Error {
  override readonly name: string = 'StorageUnavailable';

  /** @param code `no_crypto`: the page came by plain http; `no_storage`: private mode, or storage is switched off. */
  constructor(
    readonly code: 'no_crypto' | 'no_storage',
    message: string,
    cause?: unknown,
  ) {
    super(message, { cause });
  }
}

/** @throws StorageUnavailable where nothing can be signed. */
export function sealedByThisDevice(): void {
  const { crypto } = globalThis as { crypto?: { subtle?: SubtleCrypto } };
  if (crypto?.subtle !== undefined) return;
  const message = 'This page cannot sign: open it by https, or on the machine that serves it';
  throw new StorageUnavailable('no_crypto', message);
}
