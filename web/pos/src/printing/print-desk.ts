import { signal, type ReadonlySignal } from '@preact/signals';
import type { Receipt } from '../../../../sdk/src/contract/models.js';
import { newId } from '../../../../sdk/src/encoding/new-id.js';
import { PrintFailed, type Printer, type PrintTrouble } from './printer.js';

/** A receipt that did not come out. */
export interface FailedPrint {
  readonly id: string;
  readonly receipt: Receipt;
  readonly trouble: PrintTrouble;
  readonly at: Date;
}

/** Where the list of what failed outlives the page. */
export interface FailedPrintShelf {
  /** The newest first. */
  read(): Promise<readonly FailedPrint[]>;
  /** Reads and writes as one step, over all windows. @returns what is there now. */
  change(next: (list: readonly FailedPrint[]) => readonly FailedPrint[]): Promise<readonly FailedPrint[]>;
}

/** What the desk prints with. */
export interface PrintDeskParts {
  /** The printer that is chosen now, and whether the cash drawer hangs on it. */
  readonly printer: () => Promise<{ readonly printer: Printer; readonly drawer: boolean }>;
  readonly now: () => Date;
  readonly shelf: FailedPrintShelf;
  /** Called with each that fails. */
  readonly onFailed: (failed: FailedPrint) => void;
}

/** Stands in the place of a receipt's number while the till is used for training. */
const TRAINING = 'TRAINING';
/** The receipts themselves are kept with the sales: the list is what somebody may still want. */
const LISTED = 20;

/** Prints one receipt after the other while the till sells on. What fails stays in a list, to be printed again. */
export class PrintDesk {
  private readonly list = signal<readonly FailedPrint[]>([]);
  private work: Promise<void> = Promise.resolve();
  /** Resolves when what failed before the page was opened is in the list. */
  readonly ready: Promise<void>;

  constructor(private readonly parts: PrintDeskParts) {
    this.ready = this.restore();
  }

  /** The newest first. */
  get failed(): ReadonlySignal<readonly FailedPrint[]> {
    return this.list;
  }

  /** Prints when its turn comes. Receipts of training say so. @returns once it is printed or in the list; nobody needs to wait. */
  print(receipt: Receipt): Promise<void> {
    const marked = withMarks(receipt);
    this.work = this.work.then(() => this.attempt(marked));
    return this.work;
  }

  /**
   * Opens the cash drawer that hangs on the printer, when what is being printed is through.
   * @returns `none` where no drawer hangs there, so that nobody expects it to open.
   */
  async openDrawer(): Promise<'opened' | 'none' | 'failed'> {
    const opened = this.work.then(() => this.attemptDrawer());
    this.work = opened.then(
      () => undefined,
      () => undefined,
    );
    return opened;
  }

  /** Prints what failed once more; where it fails again it is back in the list. */
  async again(id: string): Promise<void> {
    const found = this.list.value.find((one) => one.id === id);
    await this.forget(id);
    if (found !== undefined) await this.print(found.receipt);
  }

  /** Nobody wants it any more. */
  forget(id: string): Promise<void> {
    return this.change((list) => list.filter((one) => one.id !== id));
  }

  private async attemptDrawer(): Promise<'opened' | 'none' | 'failed'> {
    try {
      const { printer, drawer } = await this.parts.printer();
      if (!drawer) return 'none';
      await printer.openDrawer();
      return 'opened';
    } catch (error) {
      if (error instanceof PrintFailed) return 'failed';
      throw error;
    }
  }

  private async attempt(receipt: Receipt): Promise<void> {
    try {
      const { printer } = await this.parts.printer();
      await printer.print(receipt);
    } catch (error) {
      const trouble = error instanceof PrintFailed ? error.trouble : 'refused';
      const failed = { id: newId(), receipt, trouble, at: this.parts.now() };
      await this.change((list) => [failed, ...list].slice(0, LISTED));
      this.parts.onFailed(failed);
    }
  }

  /** In sight at once; on the shelf where there is room. */
  private async change(next: (list: readonly FailedPrint[]) => readonly FailedPrint[]): Promise<void> {
    this.list.value = next(this.list.value);
    try {
      this.list.value = await this.parts.shelf.change(next);
    } catch (error) {
      // Without room the list lasts as long as the page.
      if (!(error instanceof DOMException)) throw error;
    }
  }

  private async restore(): Promise<void> {
    try {
      const kept = await this.parts.shelf.read();
      if (this.list.value.length === 0) this.list.value = kept;
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
    }
  }
}

function withMarks(receipt: Receipt): Receipt {
  const { marks, receiptNumber } = receipt;
  if (receiptNumber !== TRAINING || marks.includes(TRAINING)) return receipt;
  return { ...receipt, marks: [...marks, TRAINING] };
}
