import type { JSX } from 'preact';
import { useEffect, useLayoutEffect } from 'preact/hooks';
import { Bar, Button, IconButton } from '../../../design/kit.js';
import type { ScreenProps } from '../till.js';
import { AmountPad, Surcharge } from './amount-pad.js';
import { AskPanel } from './ask-panel.js';
import { tendersOf } from './book-facts.js';
import { DonePanel } from './done-panel.js';
import { flowOf, tenderByKey } from './pay-tender.js';
import { payingOf, type Paying } from './paying.js';
import { SplitPanel } from './split-panel.js';
import { TakenList } from './taken-list.js';
import { TenderButtons } from './tender-buttons.js';
import { WaitingPanel } from './waiting-panel.js';
import './paying.css';

/** Where a bill is paid. What the cashier does is in `Paying`; here it is shown. */
export function PayScreen({ till }: ScreenProps): JSX.Element {
  const paying = payingOf(till);
  const stage = paying.stage.value;
  useLayoutEffect(() => till.keys.push(keysOf(paying)), [till, paying]);
  // Once the bill is paid, a scan begins the next sale: then it is for selling to hear.
  const takesScans = stage !== 'idle' && stage !== 'done';
  useEffect(
    () => (takesScans ? till.onScan((code) => heardScan(paying, code)) : undefined),
    [till, paying, takesScans],
  );
  if (stage === 'done') return <DonePanel paying={paying} />;
  if (paying.state.session.value === null) return <NothingToPay paying={paying} />;
  return (
    <main class="pay-screen">
      <header class="pay-head">
        <IconButton icon="back" label={till.t('common.back')} variant="quiet" onPress={() => paying.back()} />
        <h1>{till.t('pay.title')}</h1>
        <Button
          icon="split"
          hint={till.keys.keysOf('split')[0]?.toUpperCase() ?? ''}
          onPress={() => toggleSplit(paying)}
        >
          {till.t('pay.split')}
        </Button>
      </header>
      <section class="pay-bill" aria-label={till.t('pay.bill')}>
        <DueNow paying={paying} />
        <TakenList paying={paying} />
        {paying.state.splitting.value && stage === 'paying' && <SplitPanel paying={paying} />}
      </section>
      <section class="pay-work" aria-label={till.t('pay.howPaid')}>
        <Trouble paying={paying} />
        {stage === 'waiting' || stage === 'busy' ? <WaitingPanel paying={paying} /> : <Work paying={paying} />}
      </section>
    </main>
  );
}

interface PartProps {
  readonly paying: Paying;
}

function Work({ paying }: PartProps): JSX.Element {
  const flow = paying.tender === undefined ? 'cash' : flowOf(paying.tender);
  return (
    <>
      <TenderButtons paying={paying} />
      {flow === 'code' || flow === 'account' ? (
        <>
          <Surcharge paying={paying} />
          <AskPanel key={flow} paying={paying} flow={flow} />
        </>
      ) : (
        <AmountPad paying={paying} />
      )}
    </>
  );
}

function DueNow({ paying }: PartProps): JSX.Element {
  const { state, till } = paying;
  const { value: session } = state.session;
  const { value: asked } = state.asked;
  const part =
    session?.parts == null ? null : { n: session.partCount - session.parts.length + 1, of: session.partCount };
  const { value: back } = state.handBack;
  return (
    <div class="due-now" role="status">
      <p class="muted">{part === null ? till.t('pay.due') : till.t('pay.partDue', part)}</p>
      <p class="total">{asked === null ? '' : till.money(asked)}</p>
      {back !== null && back.amount > 0 && (
        <p class="hand-back">{till.t('pay.handBack', { amount: till.money(back) })}</p>
      )}
    </div>
  );
}

function Trouble({ paying }: PartProps): JSX.Element | null {
  const { state, till } = paying;
  const { value: problem } = state.problem;
  if (problem === null) return null;
  const drawer = problem === till.t('pay.needsDrawer');
  return (
    <div role="alert">
      <Bar
        kind="amber"
        icon="warning"
        end={drawer && <Button onPress={() => till.go('drawer')}>{till.t('pay.openDrawer')}</Button>}
      >
        {problem}
      </Bar>
    </div>
  );
}

function NothingToPay({ paying }: PartProps): JSX.Element {
  const { till } = paying;
  return (
    <main class="pay-screen empty">
      <p>{till.t('pay.nothing')}</p>
      <Button variant="primary" big onPress={() => till.go('sell')}>
        {till.t('pay.toBasket')}
      </Button>
    </main>
  );
}

function keysOf(paying: Paying): Parameters<Paying['till']['keys']['push']>[0] {
  const pick = (action: 'tenderCash' | 'tenderCard' | 'tenderMobile' | 'tenderGift') => (): boolean => {
    const tender = tenderByKey(tendersOf(paying.till)).get(action);
    if (tender === undefined || paying.stage.value !== 'paying') return false;
    paying.pick(tender);
    return true;
  };
  const confirm = (): void => {
    if (paying.stage.value !== 'done') void paying.confirm();
    else if (paying.gate.passes()) paying.next();
  };
  const lastReceipt = (): boolean => {
    if (paying.stage.value !== 'done') return false;
    paying.next();
    paying.till.go('receipts');
    return true;
  };
  return {
    actions: {
      ...{ tenderCash: pick('tenderCash'), tenderCard: pick('tenderCard') },
      ...{ tenderMobile: pick('tenderMobile'), tenderGift: pick('tenderGift') },
      ...{ split: () => toggleSplit(paying), back: () => paying.back(), confirm, lastReceipt },
    },
    amount: (key) => (paying.stage.value === 'paying' ? paying.type(key) : false),
  };
}

function toggleSplit({ state }: Paying): void {
  if (state.stage.value === 'paying') state.splitting.value = !state.splitting.value;
}

function heardScan(paying: Paying, code: string): void {
  const { till, state, tender } = paying;
  if (tender !== undefined && flowOf(tender) === 'code' && state.stage.value === 'paying') {
    state.scannedCode.value = code;
    till.sound('good');
    return;
  }
  till.sound('bad');
  till.say(till.t('pay.scanWaits'));
}
