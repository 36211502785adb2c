import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { GiftCard } from '../../../../sdk/src/contract/models.js';
import { least, type Money } from '../../../../sdk/src/money.js';
import { Button, Field, List, ListRow } from '../../../design/kit.js';
import { amountOf } from './amount-entry.js';
import type { Paying } from './paying.js';
import { refusalSentence } from './refusal-sentence.js';

interface AskProps {
  readonly paying: Paying;
  readonly flow: 'code' | 'account';
}

/** What has to be known before a ledger of the business pays: the code of a card, or whose account. */
export function AskPanel({ paying, flow }: AskProps): JSX.Element {
  return flow === 'code' ? <CardPanel paying={paying} /> : <AccountPanel paying={paying} />;
}

function CardPanel({ paying }: Pick<AskProps, 'paying'>): JSX.Element {
  const { till, state } = paying;
  const code = useSignal('');
  const card = useSignal<GiftCard | null>(null);
  const pays = card.value === null ? null : payable(paying, card.value.balance);
  const press = async (): Promise<void> => {
    const typed = code.value.trim();
    if (card.value === null) card.value = await lookedUp(paying, typed);
    else await take(paying, pays, { code: typed });
  };
  const type = (text: string): void => {
    code.value = text;
    card.value = null;
  };
  useEffect(() => {
    if (state.scannedCode.value === null) return;
    type(state.scannedCode.value);
    state.scannedCode.value = null;
    void press();
  }, [state.scannedCode.value]);
  const field = { label: till.t('pay.cardCode'), hint: till.t('pay.cardCodeHint'), value: code.value, maxLength: 64 };
  return (
    <div class="ask-panel">
      <Field {...field} autoFocus autoCapitalize="characters" onValue={type} onEnter={() => void press()} />
      {card.value !== null && (
        <p role="status">
          {till.t('pay.cardBalance', { last4: card.value.last4, amount: till.money(card.value.balance) })}
        </p>
      )}
      <Button variant="primary" big wide onPress={press}>
        {pays === null ? till.t('pay.lookUp') : till.t('pay.takeCard', { amount: till.money(pays) })}
      </Button>
    </div>
  );
}

async function lookedUp(paying: Paying, code: string): Promise<GiftCard | null> {
  const body = { code };
  const client = paying.till.client();
  if (code === '') return null;
  return (await asked(paying, () => client.request<GiftCard>('POST', '/pos/gift-cards/lookup', { body }))) ?? null;
}

interface Account {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly available: Money;
}

function AccountPanel({ paying }: Pick<AskProps, 'paying'>): JSX.Element {
  const { till } = paying;
  const text = useSignal('');
  const found = useSignal<readonly Account[] | null>(null);
  const search = async (): Promise<void> => {
    const query = { q: text.value.trim(), status: 'open', limit: 10 };
    const client = till.client();
    const page = await asked(paying, () =>
      client.request<{ data: Account[] }>('GET', '/pos/house-accounts', { query }),
    );
    found.value = page?.data ?? null;
  };
  const field = { label: till.t('pay.account'), value: text.value, onEnter: () => void search() };
  return (
    <div class="ask-panel">
      <Field {...field} autoFocus onValue={(value) => (text.value = value)} />
      <Button big onPress={search}>
        {till.t('pay.accountSearch')}
      </Button>
      {found.value?.length === 0 && <p role="status">{till.t('pay.accountNone')}</p>}
      {(found.value ?? []).length > 0 && (
        <List label={till.t('pay.accounts')}>
          {found.value?.map((account) => (
            <AccountRow key={account.id} paying={paying} account={account} />
          ))}
        </List>
      )}
    </div>
  );
}

function AccountRow({ paying, account }: Pick<AskProps, 'paying'> & { readonly account: Account }): JSX.Element {
  const { till } = paying;
  const { name, number, available } = account;
  const charge = (
    <Button variant="primary" onPress={() => take(paying, payable(paying, available), { account: number })}>
      {till.t('pay.chargeAccount')}
    </Button>
  );
  return (
    <ListRow end={charge}>
      {name} ({number})<br />
      <span class="muted">{till.t('pay.accountLeft', { amount: till.money(available) })}</span>
    </ListRow>
  );
}

/** What of a ledger's money this payment takes: what is typed or due, and not more than is there. */
function payable({ state }: Paying, there: Money): Money | null {
  const { value: due } = state.asked;
  if (due === null || there.currency !== due.currency) return null;
  return least(amountOf(state.entry.value) ?? due, there);
}

async function take(paying: Paying, amount: Money | null, more: { code?: string; account?: string }): Promise<void> {
  const { tender, state, till } = paying;
  if (tender === undefined || amount === null) return void (state.problem.value = till.t('pay.nothing'));
  await paying.take(tender, amount, more);
}

async function asked<Result>({ state, till }: Paying, run: () => Promise<Result>): Promise<Result | undefined> {
  state.problem.value = null;
  try {
    return await run();
  } catch (error) {
    state.problem.value = refusalSentence(till, error);
    return undefined;
  }
}
