import type { JSX } from 'preact';
import { Button, Field } from '../../../design/kit.js';
import { listedReasons } from '../shell/standing.js';
import type { Till } from '../till.js';
import { tendersOf } from './book-facts.js';
import { paidWith, worthOfRefund, type RefundDraft } from './refund-draft.js';
import type { Refunding } from './refunding.js';

const OFFERED = [
  'refund.reason.faulty',
  'refund.reason.wrong',
  'refund.reason.unwanted',
  'refund.reason.price',
] as const;

interface WhyProps {
  readonly refunding: Refunding;
  readonly draft: RefundDraft;
}

/** The reasons to choose from: those that the business lists, or where it lists none, the usual ones. */
export function reasonsOf(till: Till): readonly string[] {
  const listed = listedReasons(till, 'order.refund');
  return listed.length > 0 ? listed : OFFERED.map((key) => till.t(key));
}

/** Why, how the money goes back, and the button that does it. */
export function RefundWhy({ refunding, draft }: WhyProps): JSX.Element {
  const { till } = refunding;
  const reasons = reasonsOf(till);
  const set = (reason: string): void => refunding.change((one) => ({ ...one, reason }));
  return (
    <section class="refund-why" aria-label={till.t('refund.why')}>
      <div class="refund-choices" role="group" aria-label={till.t('refund.reason')}>
        {reasons.map((reason, index) => (
          <Button
            key={reason}
            pressed={draft.reason === reason}
            {...(index < 9 && { hint: String(index + 1) })}
            onPress={() => set(reason)}
          >
            {reason}
          </Button>
        ))}
      </div>
      {listedReasons(till, 'order.refund').length === 0 && (
        <Field label={till.t('refund.otherReason')} value={draft.reason} maxLength={200} onValue={set} />
      )}
      <Tenders refunding={refunding} draft={draft} />
      <p role="status">
        {till.t('refund.amount')} <span class="total">{till.money(worthOfRefund(draft))}</span>
      </p>
      <Button variant="primary" big wide hint="Enter" onPress={() => refunding.confirm()}>
        {till.t('refund.confirm', { amount: till.money(worthOfRefund(draft)) })}
      </Button>
    </section>
  );
}

function Tenders({ refunding, draft }: WhyProps): JSX.Element {
  const { till } = refunding;
  const used = paidWith(draft.order);
  const tenders = tendersOf(till).filter(
    ({ code, refundable, kind }) => refundable && (used.includes(code) || kind === 'cash'),
  );
  const set = (tender: string | null): void => refunding.change((one) => ({ ...one, tender }));
  return (
    <div class="refund-choices" role="group" aria-label={till.t('refund.how')}>
      <Button pressed={draft.tender === null} onPress={() => set(null)}>
        {till.t('refund.asPaid', { tenders: used.map((code) => nameOf(till, code)).join(', ') })}
      </Button>
      {tenders.map(({ code, name }) => (
        <Button key={code} pressed={draft.tender === code} onPress={() => set(code)}>
          {used.includes(code) ? name : till.t('refund.otherTender', { tender: name })}
        </Button>
      ))}
    </div>
  );
}

function nameOf(till: Till, tender: string): string {
  return tendersOf(till).find(({ code }) => code === tender)?.name ?? tender;
}
