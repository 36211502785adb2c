import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { Field } from '../../../design/kit.js';
import { t } from '../messages/translate.js';
import { cardTerminal } from '../paying/card-terminal.js';

/** Which terminal reads the cards that are paid with here. */
export function TerminalSettings(): JSX.Element {
  const kept = cardTerminal();
  const value = useSignal(kept.read() ?? '');
  const change = (text: string): void => {
    value.value = text;
    kept.write(text.trim() === '' ? null : text.trim());
  };
  return (
    <section>
      <h2>{t('settings.terminal')}</h2>
      <Field
        label={t('settings.terminalName')}
        hint={t('settings.terminalHow')}
        value={value.value}
        maxLength={100}
        autoCapitalize="off"
        onValue={change}
      />
    </section>
  );
}
