import type { TextScreen } from '../../ports/text-screen.js';

/** Members whose texts are barcodes or telephone numbers, which may look like a card's number by chance. */
const NOT_FREE = new Set(['sku', 'phone']);
/** Shorter texts, which most are, hold neither a card's number nor its verification code. */
const TEXT_MIN = 6;

/**
 * Screens every text of a body that the contract has let through: a member that is added later is screened as well.
 * @returns the body. @throws Refusal `card_data_not_allowed`.
 */
export function screened<Body>(screen: TextScreen, body: Body): Body {
  look(screen, body, '');
  return body;
}

function look(screen: TextScreen, value: unknown, pointer: string): void {
  if (typeof value === 'string') {
    if (value.length >= TEXT_MIN) screen.assertHarmless(value, pointer);
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, member] of Object.entries(value)) {
      if (!NOT_FREE.has(name)) look(screen, member, `${pointer}/${name}`);
    }
  }
}
