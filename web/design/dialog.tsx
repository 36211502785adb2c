import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { IconButton } from './button.js';

export interface DialogProps {
  readonly title: string;
  readonly children: ComponentChildren;
  /** Escape, the cross; absent: it stays until what it asks is answered. */
  readonly onClose?: () => void;
  readonly closeLabel?: string;
  readonly actions?: ComponentChildren;
  readonly broad?: boolean;
}

/** A native dialog that is open for as long as it is rendered; the focus returns to where it was. */
export function Dialog({ title, children, onClose, closeLabel, actions, broad }: DialogProps): JSX.Element {
  const element = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const { current } = element;
    const before = document.activeElement;
    if (current !== null && !current.open) current.showModal();
    return () => {
      current?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={element}
      class={broad === true ? 'dialog broad' : 'dialog'}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose?.();
      }}
    >
      <div class="inside">
        <div class="head">
          <h2 id={id}>{title}</h2>
          {onClose !== undefined && (
            <IconButton icon="close" label={closeLabel ?? title} variant="quiet" onPress={onClose} />
          )}
        </div>
        <div class="body">{children}</div>
        {actions !== undefined && <div class="actions">{actions}</div>}
      </div>
    </dialog>
  );
}
