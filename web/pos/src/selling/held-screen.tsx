import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { Button, List, ListRow } from '../../../design/kit.js';
import type { ScreenProps } from '../till.js';
import { refusalSentence } from '../paying/refusal-sentence.js';
import { t } from '../messages/translate.js';
import { sellingOf, type Selling } from './selling.js';
import type { HeldRow } from './selling-sheets.js';
import './selling.css';
import './selling-basket.css';
import { timeText } from './shown-times.js';
import { useKeys } from './use-keys.js';

/** Baskets that wait, the newest first; Enter takes the newest. */
export function HeldScreen({ till }: ScreenProps): JSX.Element {
  const selling = sellingOf(till);
  useKeys(till, { actions: { confirm: () => void selling.held.recallNewest(), back: () => till.go('sell') } });
  useEffect(() => void selling.held.refresh(), [selling]);
  const rows = selling.held.rows.value;
  return (
    <main class="sell-held">
      <div class="sell-held-head">
        <h1>{t('sell.heldTitle')}</h1>
        <Button icon="back" onPress={() => till.go('sell')}>
          {t('common.back')}
        </Button>
      </div>
      {!till.online.value && <p class="muted">{t('sell.heldOffline')}</p>}
      {rows.length === 0 && <p role="status">{t('sell.heldNone')}</p>}
      {rows.length > 0 && (
        <List label={t('sell.heldTitle')}>
          {rows.map((row, index) => (
            <Held key={row.id} selling={selling} row={row} newest={index === 0} />
          ))}
        </List>
      )}
    </main>
  );
}

function Held({
  selling,
  row,
  newest,
}: {
  readonly selling: Selling;
  readonly row: HeldRow;
  readonly newest: boolean;
}): JSX.Element {
  const { till } = selling;
  const recall = (): Promise<void> =>
    selling.held.recall(row).catch((error: unknown) => till.say(refusalSentence(till, error)));
  return (
    <ListRow
      end={
        <Button variant={newest ? 'primary' : 'plain'} {...(newest && { hint: 'Enter' })} onPress={recall}>
          {row.elsewhere ? t('sell.heldPay') : t('sell.heldTake')}
        </Button>
      }
    >
      <strong>{row.label}</strong>
      <span class="muted sell-held-facts">
        {t('sell.heldFacts', {
          n: row.pieces,
          time: timeText(till, row.heldAt),
          who: row.heldBy ?? t('sell.heldClosed'),
        })}
      </span>
      {row.total !== null && <span class="amount">{till.money(row.total)}</span>}
    </ListRow>
  );
}
