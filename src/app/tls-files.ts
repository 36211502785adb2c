import { readFileSync, unwatchFile, watchFile } from 'node:fs';
import type { Config } from './config.js';

/** A certificate chain and its key, as PEM. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

const LOOK_EVERY_MS = 60_000;

/** A certificate in files, which somebody renews. */
export class TlsFiles {
  constructor(
    private readonly certFile: string,
    private readonly keyFile: string,
  ) {}

  /** @throws Error when a file cannot be read. */
  read(): Certificate {
    return { cert: readFileSync(this.certFile, 'utf8'), key: readFileSync(this.keyFile, 'utf8') };
  }

  /** @param renewed told when the certificate is another one that fits its key. @returns what ends the watching. */
  watch(renewed: (files: Certificate) => void): () => void {
    const look = (): void => {
      try {
        renewed(this.read());
      } catch (error) {
        // Half written: the old one serves until both files are there, which is the next look.
        process.stderr.write(`the certificate could not be renewed: ${(error as Error).message}\n`);
      }
    };
    watchFile(this.certFile, { interval: LOOK_EVERY_MS, persistent: false }, look);
    watchFile(this.keyFile, { interval: LOOK_EVERY_MS, persistent: false }, look);
    return () => {
      unwatchFile(this.certFile, look);
      unwatchFile(this.keyFile, look);
    };
  }
}

/** The certificate that a hub serves with; `undefined`: plain http. */
export function certificateOf({ hubTlsCert, hubTlsKey }: Config): TlsFiles | undefined {
  return hubTlsCert === undefined || hubTlsKey === undefined ? undefined : new TlsFiles(hubTlsCert, hubTlsKey);
}
