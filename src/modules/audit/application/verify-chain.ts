import { ChainWalk, type ChainReport, type Sha256 } from '../domain/chain-walk.js';
import type { ChainHead } from '../domain/entry.js';
import type { ChainPages } from '../ports/chain-pages.js';

export type { ChainPages };

/** Verifies a chain from its end to its beginning, a page at a time (GUARANTEES I4). */
export class VerifyChain {
  constructor(private readonly sha256: Sha256) {}

  /** @param anchor a head that was written down elsewhere, such as in a Z report. */
  async execute(chain: ChainPages, anchor?: ChainHead): Promise<ChainReport> {
    const walk = new ChainWalk(this.sha256, anchor);
    const before = await chain.head();
    let after: ChainHead | undefined;
    for await (const page of chain.pages()) {
      after ??= await chain.head();
      for (const entry of page) walk.take(entry);
    }
    return walk.end(before, after ?? (await chain.head()));
  }
}
