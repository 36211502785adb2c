import type { JSX, RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import { Button } from '../../../design/kit.js';
import { t } from '../messages/translate.js';
import type { BookTable } from './sdk-types.js';
import type { Selling } from './selling.js';
import { timeText } from './shown-times.js';

/** How often the till asks what other devices have at tables, while they are shown. */
const LOOK_MS = 15_000;

/** The tables of the outlet in one row: one press opens a table. Outlets without tables do not see it. */
export function TablesStrip({ selling, stripRef }: TablesStripProps): JSX.Element | null {
  const { till, tables } = selling;
  const { value: all } = tables.tables;
  const online = till.online.value;
  const has = all.length > 0;
  useEffect(() => {
    if (!has) return undefined;
    void tables.refresh();
    const timer = setInterval(() => void tables.refresh(), LOOK_MS);
    return () => clearInterval(timer);
  }, [tables, has, online]);
  if (!has) return null;
  const { value: toldAt } = tables.toldAt;
  return (
    <nav ref={stripRef} class="sell-tables" aria-label={t('table.tables')}>
      {byArea(all).map(([area, ofArea]) => (
        <div key={area} class="sell-area">
          {area !== '' && <span class="sell-area-name">{area}</span>}
          {ofArea.map((table) => (
            <Table key={table.id} selling={selling} table={table} />
          ))}
        </div>
      ))}
      {tables.isStale.value && (
        <span class="muted">
          {toldAt === null ? t('table.notTold') : t('table.asOf', { time: timeText(till, toldAt) })}
        </span>
      )}
    </nav>
  );
}

interface TablesStripProps {
  readonly selling: Selling;
  readonly stripRef: RefObject<HTMLElement | null>;
}

function Table({ selling, table }: { readonly selling: Selling; readonly table: BookTable }): JSX.Element {
  const { till, tables, basket } = selling;
  const seat = tables.seats.value.get(table.id);
  const isInHand = basket.value.table?.id === table.id;
  const total = seat?.total == null ? null : till.money(seat.total);
  const state = seat === undefined ? t('table.free') : (total ?? t('table.taken'));
  const name = t('table.named', { name: table.name });
  return (
    <Button
      class={seat === undefined ? 'sell-table' : 'sell-table taken'}
      pressed={isInHand}
      label={`${name}, ${isInHand ? t('table.inHand') : state}`}
      onPress={() => tables.open(table)}
    >
      <span class="sell-table-name">{table.name}</span>
      <span class="sell-table-state">{isInHand ? t('table.inHand') : state}</span>
    </Button>
  );
}

/** Tables by their areas, both in the outlet's order. */
function byArea(tables: readonly BookTable[]): readonly (readonly [string, readonly BookTable[]])[] {
  const areas = new Map<string, BookTable[]>();
  for (const table of tables) areas.set(table.area ?? '', [...(areas.get(table.area ?? '') ?? []), table]);
  return [...areas];
}
