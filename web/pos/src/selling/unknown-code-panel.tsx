import type { JSX } from 'preact';
import { Button, Icon } from '../../../design/kit.js';
import { t } from '../messages/translate.js';
import type { Selling } from './selling.js';

/** Says that nothing is sold by a code. It is no dialog: the next scan goes on and takes its place. */
export function UnknownCodePanel({ selling }: { readonly selling: Selling }): JSX.Element | null {
  const { unknown, search } = selling;
  if (unknown.value === null) return null;
  const { code, misread } = unknown.value;
  const close = (): void => {
    unknown.value = null;
  };
  return (
    <div class="sell-unknown" role="alert">
      <Icon name="barcode" />
      <div class="sell-unknown-text">
        <strong>{misread ? t('sell.wrongCode') : t('sell.unknownCode')}</strong>
        <span class="amount">{code}</span>
        <span>{misread ? t('sell.wrongNext') : t('sell.unknownNext')}</span>
      </div>
      <Button
        icon="search"
        onPress={() => {
          search.value = code;
          close();
        }}
      >
        {t('sell.unknownSearch')}
      </Button>
      <Button onPress={close}>{t('sell.close')}</Button>
    </div>
  );
}
