import type { JSX, RefObject } from 'preact';
import { useId } from 'preact/hooks';

export interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly error?: string | undefined;
  readonly hint?: string | undefined;
  readonly type?: 'text' | 'tel' | 'email';
  readonly inputMode?: 'text' | 'decimal' | 'numeric' | 'search' | 'tel';
  readonly autoFocus?: boolean;
  readonly placeholder?: string;
  readonly maxLength?: number;
  readonly autoCapitalize?: 'off' | 'characters' | 'sentences';
  readonly onEnter?: () => void;
  readonly inputRef?: RefObject<HTMLInputElement>;
}

/** A line of text with its label; says what is wrong with it right below. */
export function Field(props: FieldProps): JSX.Element {
  const { label, value, onValue, error, hint, type = 'text' } = props;
  const id = useId();
  const told = error !== undefined || hint !== undefined;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        {...{ id, value, placeholder: props.placeholder, maxlength: props.maxLength }}
        // All take the same attributes; the types tell them apart by this one.
        {...({ type } as { type: 'text' })}
        {...(props.inputRef && { ref: props.inputRef })}
        inputmode={props.inputMode}
        autocapitalize={props.autoCapitalize ?? 'off'}
        autocomplete="off"
        spellcheck={false}
        autofocus={props.autoFocus}
        aria-invalid={error === undefined ? undefined : true}
        aria-describedby={told ? `${id}-told` : undefined}
        onInput={(event) => onValue(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') props.onEnter?.();
        }}
      />
      {told && (
        <span
          id={`${id}-told`}
          class={error === undefined ? 'muted' : 'error'}
          role={error === undefined ? undefined : 'alert'}
        >
          {error ?? hint}
        </span>
      )}
    </div>
  );
}
