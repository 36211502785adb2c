import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { Button, Field, List, ListRow } from '../../../design/kit.js';
import { refusalSentence } from '../paying/refusal-sentence.js';
import { t } from '../messages/translate.js';
import { customerOf, type Member } from './customer.js';
import type { Selling } from './selling.js';
import { Sheet } from './sheet.js';

const FOUND_MAX = 10;

/** Finds whom the sale is for among the members of the loyalty programme. It needs the network, and says so. */
export function CustomerSheet({ selling }: { readonly selling: Selling }): JSX.Element {
  const { till, basket } = selling;
  const words = useSignal('');
  const found = useSignal<readonly Member[] | null>(null);
  const { customer } = basket.value;
  const blocked = till.online.value
    ? words.value.trim() === ''
      ? t('sell.customerFirst')
      : undefined
    : t('sell.customerOffline');
  const search = async (): Promise<void> => {
    if (blocked !== undefined) return;
    try {
      found.value = await findMembers(selling, words.value.trim());
    } catch (error) {
      till.say(refusalSentence(till, error));
    }
  };
  return (
    <Sheet selling={selling} title={t('sell.customer')} confirm={{ label: t('sell.find'), run: search, blocked }}>
      {customer !== null && (
        <Button icon="close" onPress={() => take(selling, null)}>
          {t('sell.customerRemove', { name: customer.name })}
        </Button>
      )}
      <Field
        label={t('sell.customerId')}
        value={words.value}
        inputMode="search"
        autoFocus
        onValue={(text) => (words.value = text)}
        onEnter={() => void search()}
      />
      {found.value !== null && <Found selling={selling} members={found.value} />}
    </Sheet>
  );
}

function Found({ selling, members }: { readonly selling: Selling; readonly members: readonly Member[] }): JSX.Element {
  if (members.length === 0) return <p role="status">{t('sell.customerNone')}</p>;
  return (
    <List label={t('sell.customersFound')}>
      {members.map((member) => (
        <ListRow key={member.id} end={<Button onPress={() => take(selling, member)}>{t('sell.choose')}</Button>}>
          <strong>{member.customerId}</strong> <span class="muted">{t('sell.points', { n: member.balance })}</span>
        </ListRow>
      ))}
    </List>
  );
}

async function findMembers({ till }: Selling, q: string): Promise<readonly Member[]> {
  const query = { q, status: 'active', limit: FOUND_MAX };
  return (await till.client().request<{ readonly data: readonly Member[] }>('GET', '/pos/loyalty/members', { query }))
    .data;
}

function take(selling: Selling, member: Member | null): void {
  const customer = member === null ? null : customerOf(member);
  if (selling.change((basket) => ({ ...basket, customer }))) selling.sheet.value = null;
}
