import type { Signal } from '@preact/signals';
import type { JSX } from 'preact';
import { Button, Field } from '../../../design/kit.js';
import { t } from '../messages/translate.js';
import { reasonsFor, type BasketAct } from './rights.js';
import type { Selling } from './selling.js';

const OFFERED = ['sell.reason.regular', 'sell.reason.complaint', 'sell.reason.staff', 'sell.reason.damaged'] as const;

interface ReasonProps {
  readonly selling: Selling;
  readonly act: BasketAct;
  readonly reason: Signal<string>;
}

/** Why: one of the reasons that the business lists, or where it lists none any, with a few to press. */
export function ReasonField({ selling: { till }, act, reason }: ReasonProps): JSX.Element {
  const listed = reasonsFor(till, act);
  const offered = listed.length > 0 ? listed : OFFERED.map((key) => t(key));
  return (
    <fieldset class="sell-group">
      <legend>{t('sell.reason')}</legend>
      <div class="sell-choices">
        {offered.map((text) => (
          <Button key={text} pressed={reason.value === text} onPress={() => (reason.value = text)}>
            {text}
          </Button>
        ))}
      </div>
      {listed.length === 0 && (
        <Field
          label={t('sell.otherReason')}
          value={reason.value}
          maxLength={200}
          onValue={(text) => (reason.value = text)}
        />
      )}
    </fieldset>
  );
}
