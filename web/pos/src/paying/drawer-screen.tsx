import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { Bar, Button, Field, Segmented } from '../../../design/kit.js';
import { useKeys } from '../selling/use-keys.js';
import type { ScreenProps, Till } from '../till.js';
import { amountOf, emptyEntry, typedText, typeKey } from './amount-entry.js';
import { drawerPolicyOf } from './book-facts.js';
import { CountForm } from './count-form.js';
import { drawerDeskOf, type DrawerDesk } from './drawer-desk.js';
import type { OpenDrawer } from './drawer-memory.js';
import { MoveForm } from './move-form.js';
import { shiftsSignal, clock } from './shift-memory.js';
import { refusalSentence } from './refusal-sentence.js';
import { XReportView } from './x-report-view.js';
import './paying.css';

/** The drawer: open, move cash, count, close; and the shift of who works here. */
export function DrawerScreen({ till }: ScreenProps): JSX.Element {
  const desk = drawerDeskOf(till);
  const { drawer } = desk;
  const training = till.training.value;
  useKeys(till, { actions: { back: () => till.go('sell') } });
  return (
    <main class="drawer-screen">
      <h1>{till.t('drawer.title')}</h1>
      {desk.problem.value !== null && (
        <div role="alert">
          <Bar kind="amber" icon="warning">
            {desk.problem.value}
          </Bar>
        </div>
      )}
      {training ? <p role="status">{till.t('pay.notInTraining')}</p> : <DrawerNow desk={desk} drawer={drawer} />}
      {drawer?.counting !== true && <Shift desk={desk} />}
    </main>
  );
}

interface DeskProps {
  readonly desk: DrawerDesk;
}

function DrawerNow({ desk, drawer }: DeskProps & { readonly drawer: OpenDrawer | null }): JSX.Element {
  if (drawer === null) return <Closed desk={desk} />;
  return drawer.counting ? <CountForm desk={desk} drawer={drawer} /> : <Opened desk={desk} />;
}

function Closed({ desk }: DeskProps): JSX.Element {
  const { till } = desk;
  const device = till.device.value?.device.id;
  const drawers = (till.book.value?.drawers ?? []).filter(
    ({ active, deviceId }) => active && (deviceId === null || deviceId === device),
  );
  const chosen = useSignal(drawers.find(({ deviceId }) => deviceId === device)?.id ?? drawers[0]?.id ?? '');
  const drawer = drawers.find(({ id }) => id === chosen.value);
  return (
    <section class="drawer-part" aria-label={till.t('drawer.open')}>
      <AfterClose desk={desk} />
      <h2>{till.t('drawer.open')}</h2>
      {drawers.length > 1 && (
        <Segmented
          label={till.t('drawer.which')}
          options={drawers.map(({ id, name }) => ({ value: id, text: name }))}
          value={chosen.value}
          onValue={(value) => (chosen.value = value)}
        />
      )}
      {drawer === undefined ? <p>{till.t('drawer.none')}</p> : <FloatForm desk={desk} drawer={drawer} />}
    </section>
  );
}

function FloatForm({ desk, drawer }: DeskProps & { readonly drawer: { id: string; name: string } }): JSX.Element {
  const { till } = desk;
  const currency = till.book.value?.outlet.currency ?? 'XXX';
  const float = useSignal(entered(currency, drawerPolicyOf(till)?.floatDefault ?? 0));
  const open = (): unknown =>
    desk.open(drawer.id, drawer.name, amountOf(typedText(currency, float.value)) ?? { amount: 0, currency });
  return (
    <>
      <Field
        {...{ label: till.t('drawer.float', { currency }), value: float.value, inputMode: 'decimal' }}
        onValue={(value) => (float.value = typedText(currency, value).typed)}
        onEnter={() => void open()}
      />
      <Button variant="primary" big onPress={open}>
        {till.t('drawer.openNow')}
      </Button>
    </>
  );
}

function Opened({ desk }: DeskProps): JSX.Element {
  const { till, drawer } = desk;
  const form = useSignal<'drawer.skim' | 'drawer.paid_in' | 'drawer.paid_out' | 'drawer.no_sale' | null>(null);
  const acts = ['drawer.skim', 'drawer.paid_in', 'drawer.paid_out', 'drawer.no_sale'] as const;
  return (
    <section class="drawer-part" aria-label={drawer?.drawerName ?? ''}>
      <h2>{till.t('drawer.opened', { name: drawer?.drawerName ?? '' })}</h2>
      <p class="muted">{till.t('drawer.openedBy', { name: drawer?.openedBy ?? '' })}</p>
      <div class="drawer-acts">
        {acts.map((act) => (
          <Button key={act} big pressed={form.value === act} onPress={() => (form.value = act)}>
            {till.t(act === 'drawer.no_sale' ? 'drawer.noSale' : `kind.${act}`)}
          </Button>
        ))}
      </div>
      {form.value !== null && (
        <MoveForm key={form.value} desk={desk} kind={form.value} done={() => (form.value = null)} />
      )}
      <div class="drawer-acts">
        <Button big icon="info" blocked={noReport(till)} onPress={() => desk.showReport()}>
          {till.t('drawer.x')}
        </Button>
        <Button variant="primary" big icon="check" onPress={() => desk.beginCount()}>
          {till.t('drawer.countAndClose')}
        </Button>
      </div>
      {desk.report.value !== null && (
        <XReportView till={till} report={desk.report.value} close={() => (desk.report.value = null)} />
      )}
    </section>
  );
}

/** Why there is no X report now, in words; `undefined`: there is one. */
function noReport(till: Till): string | undefined {
  if (!till.may('days:read')) return till.t('drawer.xRight');
  return till.online.value ? undefined : till.t('drawer.xOffline');
}

function AfterClose({ desk }: DeskProps): JSX.Element | null {
  const { till } = desk;
  const { value: closed } = desk.closed;
  if (closed === null) return null;
  const { counted, expected, variance } = closed;
  return (
    <div role="status" class="after-close">
      <h2>{till.t('drawer.closed', { name: closed.drawer.drawerName })}</h2>
      <dl class="pay-sums">
        <dt>{till.t('drawer.counted')}</dt>
        <dd class="amount">{till.money(counted)}</dd>
        {expected !== null && (
          <>
            <dt>{till.t('drawer.expected')}</dt>
            <dd class="amount">{till.money(expected)}</dd>
          </>
        )}
        {variance !== null && (
          <>
            <dt>{till.t('drawer.variance')}</dt>
            <dd class="amount">{till.money(variance)}</dd>
          </>
        )}
      </dl>
      {expected === null && <p class="muted">{till.t('drawer.expectedLater')}</p>}
    </div>
  );
}

function Shift({ desk }: DeskProps): JSX.Element {
  const { till } = desk;
  const { value: person } = till.person;
  const working = person === null ? undefined : shiftsSignal(till).value[person.personId];
  const press = async (): Promise<void> => {
    try {
      await clock(till);
    } catch (error) {
      desk.problem.value = refusalSentence(till, error);
    }
  };
  const since = working && new Date(working.since).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
  return (
    <section class="drawer-part" aria-label={till.t('shift.title')}>
      <h2>{till.t('shift.title')}</h2>
      <p>{since === undefined ? till.t('shift.out') : till.t('shift.since', { time: since })}</p>
      <Button big icon="clock" blocked={till.training.value ? till.t('pay.notInTraining') : undefined} onPress={press}>
        {till.t(working === undefined ? 'shift.clockIn' : 'shift.clockOut')}
      </Button>
    </section>
  );
}

function entered(currency: string, amount: number): string {
  const whole = amountOf(typeKey(emptyEntry(currency), '1'))?.amount ?? 1;
  return amount % whole === 0 ? String(amount / whole) : (amount / whole).toString();
}
