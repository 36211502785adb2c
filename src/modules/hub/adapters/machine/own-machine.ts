import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import type { HubMachine } from '../../ports/hub-surroundings.js';

/** The machine that this process runs on. */
export class OwnMachine implements HubMachine {
  constructor(
    private readonly dataDir: string,
    private readonly certificateFile: string | undefined,
  ) {}

  async disk(): Promise<{ readonly freeBytes: number; readonly totalBytes: number }> {
    const { bavail, blocks, bsize } = await statfs(this.dataDir);
    return { freeBytes: bavail * bsize, totalBytes: blocks * bsize };
  }

  certificateEndsAt(): Date | null {
    if (this.certificateFile === undefined) return null;
    return new Date(new X509Certificate(readFileSync(this.certificateFile)).validTo);
  }
}
