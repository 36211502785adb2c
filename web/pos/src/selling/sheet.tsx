import type { ComponentChildren, JSX } from 'preact';
import { Button, Dialog } from '../../../design/kit.js';
import type { Selling } from './selling.js';
import { useKeys } from './use-keys.js';

interface SheetProps {
  readonly selling: Selling;
  readonly title: string;
  readonly children: ComponentChildren;
  readonly broad?: boolean;
  /** What the main button and Enter do; a promise keeps the button busy. Absent: the sheet is only closed. */
  readonly confirm?: SheetConfirm;
  /** Digits typed while no field has the focus. */
  readonly onDigit?: (key: string) => void;
}

export interface SheetConfirm {
  readonly label: string;
  readonly run: () => unknown;
  /** Why it cannot be done yet, in words. */
  readonly blocked?: string | undefined;
}

/** A dialog over the selling screen. Escape closes it; no key gets through to what is below. */
export function Sheet({ selling, title, children, broad = false, confirm, onDigit }: SheetProps): JSX.Element {
  const { till } = selling;
  const close = (): void => {
    selling.sheet.value = null;
  };
  const enter = (): unknown => (confirm === undefined || confirm.blocked !== undefined ? false : confirm.run());
  useKeys(till, { modal: true, actions: { confirm: enter, back: close }, amount: (key) => onDigit?.(key) });
  const actions = confirm !== undefined && (
    <Button variant="primary" big autoFocus blocked={confirm.blocked} onPress={confirm.run}>
      {confirm.label}
    </Button>
  );
  return (
    <Dialog title={title} broad={broad} onClose={close} closeLabel={till.t('common.close')} actions={actions}>
      {children}
    </Dialog>
  );
}
