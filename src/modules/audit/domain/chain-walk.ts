import { NO_ENTRY, payloadOf, type AuditEntry, type ChainHead } from './entry.js';

/** SHA-256 of a text in UTF-8, as lower-case hex. */
export type Sha256 = (text: string) => string;

/** Something that is wrong with a chain. */
export interface ChainFault {
  /** The entry that it was seen at. */
  readonly number: number;
  /**
   * `altered`: text and hash do not belong together. `unlinked`: it does not follow the entry before it. `columns`: what lists show is
   * not what was hashed. `missing`: entries are not there. `out_of_order`: a number comes twice or in a wrong place. `head`, `anchor`:
   * the chain does not end, or did not pass, where it was said to.
   */
  readonly fault: 'altered' | 'unlinked' | 'columns' | 'missing' | 'out_of_order' | 'head' | 'anchor';
  readonly detail: string;
}

export interface ChainReport {
  /** Entries that were looked at. */
  readonly entries: number;
  /** The end of the chain as it was found. */
  readonly head: ChainHead;
  /** How many faults there are. */
  readonly faultCount: number;
  /** The first hundred of them. */
  readonly faults: readonly ChainFault[];
}

const FAULTS_MAX = 100;

/**
 * Looks at a chain from its end to its beginning, an entry at a time, and remembers only the last one: however long the chain, it
 * takes the same memory.
 */
export class ChainWalk {
  private readonly faults: ChainFault[] = [];
  private faultCount = 0;
  private entries = 0;
  private first: ChainHead | undefined;
  private above: AuditEntry | undefined;
  private anchorSeen = false;

  /** @param anchor an entry that was written down elsewhere: the chain must have passed it. */
  constructor(
    private readonly sha256: Sha256,
    private readonly anchor: ChainHead | undefined,
  ) {}

  /** Takes the next entry, each with a smaller number than the one before. */
  take(entry: AuditEntry): void {
    this.entries += 1;
    this.first ??= { number: entry.number, hash: entry.hash };
    this.link(entry);
    const { number, payload, previousHash, hash } = entry;
    if (this.sha256(previousHash + payload) !== hash) this.found(number, 'altered', 'the hash is not that of its text');
    if (payloadOf(entry) !== payload) this.found(number, 'columns', 'its columns are not what its text says');
    if (this.anchor?.number === number) {
      this.anchorSeen = true;
      if (this.anchor.hash !== hash) this.found(number, 'anchor', 'the hash is not the one that was written down');
    }
    this.above = entry;
  }

  /**
   * Ends the walk. @param before the head that was recorded when it began. @param after the same, once the first entry was read:
   * entries may have been appended meanwhile.
   */
  end(before: ChainHead, after: ChainHead): ChainReport {
    const first = this.first ?? NO_ENTRY;
    this.reachBeginning();
    if (first.number < before.number)
      this.found(before.number, 'head', `the chain ends at ${first.number}, its head is recorded as ${before.number}`);
    if (first.number > after.number)
      this.found(first.number, 'head', `the chain goes on to ${first.number}, its head is recorded as ${after.number}`);
    if (first.number === after.number && first.hash !== after.hash)
      this.found(first.number, 'head', 'the hash is not that of the recorded head');
    if (this.anchor !== undefined && !this.anchorSeen && this.anchor.number > 0)
      this.found(this.anchor.number, 'anchor', 'the entry that was written down is not there');
    return { entries: this.entries, head: first, faultCount: this.faultCount, faults: this.faults };
  }

  private link({ number, hash }: AuditEntry): void {
    const { above } = this;
    if (above === undefined) return;
    if (number >= above.number) this.found(number, 'out_of_order', `it comes after ${above.number}`);
    else if (number < above.number - 1) this.found(above.number - 1, 'missing', gap(number + 1, above.number - 1));
    else if (above.previousHash !== hash) this.found(above.number, 'unlinked', `it does not follow ${number}`);
  }

  private reachBeginning(): void {
    const { above } = this;
    if (above === undefined) return;
    if (above.number > 1) this.found(above.number - 1, 'missing', gap(1, above.number - 1));
    else if (above.previousHash !== NO_ENTRY.hash) this.found(1, 'unlinked', 'the first entry follows another');
  }

  private found(number: number, fault: ChainFault['fault'], detail: string): void {
    this.faultCount += 1;
    if (this.faults.length < FAULTS_MAX) this.faults.push({ number, fault, detail });
  }
}

function gap(from: number, to: number): string {
  return from === to ? `${from} is not there` : `${from} to ${to} are not there`;
}
