import type { JSX } from 'preact';
import { Button } from '../../../design/kit.js';
import { amountOf } from './amount-entry.js';
import { tendersOf } from './book-facts.js';
import { dueNow } from './pay-session.js';
import { flowOf, iconOf, tenderByKey, type PayTender } from './pay-tender.js';
import type { Paying } from './paying.js';
import { surchargeOn } from './surcharge.js';

/** The ways to pay. A card at a terminal is asked for by the press itself; the others are picked, and confirmed below. */
export function TenderButtons({ paying }: { readonly paying: Paying }): JSX.Element {
  const { till, state } = paying;
  const tenders = tendersOf(till);
  const letters = new Map([...tenderByKey(tenders)].map(([action, { code }]) => [code, till.keys.keysOf(action)[0]]));
  return (
    <div class="tenders" role="group" aria-label={till.t('pay.tenders')}>
      {tenders.map((tender) => {
        const letter = letters.get(tender.code);
        return (
          <Button
            key={tender.code}
            big
            icon={iconOf(tender)}
            pressed={state.tender.value === tender.code}
            blocked={paying.hindrance(tender)}
            {...(letter !== undefined && { hint: letter.toUpperCase() })}
            onPress={() => press(paying, tender)}
          >
            {tender.name}
            <Added paying={paying} tender={tender} />
          </Button>
        );
      })}
    </div>
  );
}

/** What the tender adds to what is due: a press on a card asks for it at once. */
function Added({ paying, tender }: { readonly paying: Paying; readonly tender: PayTender }): JSX.Element | null {
  const { till, state } = paying;
  const { value: session } = state.session;
  const amount = amountOf(state.entry.value) ?? (session === null ? null : dueNow(session));
  const added = amount === null ? null : surchargeOn(tender, amount);
  return added === null ? null : <span class="why">{till.t('pay.plus', { amount: till.money(added) })}</span>;
}

function press(paying: Paying, tender: PayTender): unknown {
  paying.pick(tender);
  return flowOf(tender) === 'card' && paying.tender === tender ? paying.confirm() : undefined;
}
