import type { Tx } from '../../../kernel/transaction.js';
import type { Candidate } from '../domain/book-in-force.js';
import { candidatesAt, stepsFrom, versionsToAsk, type ChosenStep } from '../domain/price-choice.js';
import type { VersionId } from '../domain/pricebook.js';
import type { ReleasedBooks, WantedEntry } from '../ports/released-books.js';
import type { PricebookStep, PricedItem, PriceQuestion } from './pricebooks-facade.js';

/** What applies at one moment. */
interface OpenBooks {
  readonly candidates: readonly Candidate[];
  readonly toAsk: readonly VersionId[];
}

const NO_STEPS: readonly PricebookStep[] = Object.freeze([]);

/** Prices from released books, wherever they are kept: `PricebooksFacade.stepsFor` says what they are. */
export async function pricebookSteps(
  released: ReleasedBooks,
  tx: Tx,
  question: PriceQuestion,
): Promise<readonly (readonly PricebookStep[])[]> {
  const { lines, ...buyer } = question;
  const books = await released.all(tx);
  if (books.size === 0) return lines.map(() => NO_STEPS);
  // Most lines of a sale share their moment, and the outlet's clock with it.
  const byMoment = new Map<number, OpenBooks>();
  const openFor = ({ at, clock }: PricedItem): OpenBooks => {
    const known = byMoment.get(at.getTime());
    if (known !== undefined) return known;
    const candidates = candidatesAt(books, buyer, { at, clock });
    const open = { candidates, toAsk: versionsToAsk(candidates) };
    byMoment.set(at.getTime(), open);
    return open;
  };
  const wanted = lines.flatMap((line): WantedEntry[] =>
    openFor(line).toAsk.map((versionId) => ({ versionId, sku: line.sku })),
  );
  const entryOf = await released.entries(tx, wanted);
  return lines.map((line) => stepsFrom(openFor(line).candidates, line, entryOf).map(toStep));
}

function toStep({ book, version, effect, reason }: ChosenStep): PricebookStep {
  return { id: book.id, version: version.number, name: book.name, reason, ...effect };
}
