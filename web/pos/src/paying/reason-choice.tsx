import type { JSX } from 'preact';
import { Button, Field } from '../../../design/kit.js';
import { listedReasons } from '../shell/standing.js';
import type { Till } from '../till.js';

interface ReasonChoiceProps {
  readonly till: Till;
  /** As the rules of the business name the act: `drawer.skim`. */
  readonly action: string;
  readonly label: string;
  readonly value: string;
  readonly autoFocus: boolean;
  readonly onValue: (reason: string) => void;
  readonly onEnter: () => void;
}

/** Why: one of the reasons that the business lists, or where it lists none, any. */
export function ReasonChoice({
  till,
  action,
  label,
  value,
  autoFocus,
  onValue,
  onEnter,
}: ReasonChoiceProps): JSX.Element {
  const listed = listedReasons(till, action);
  if (listed.length === 0)
    return <Field {...{ label, value, maxLength: 200, autoFocus, onEnter }} onValue={(text) => onValue(text)} />;
  return (
    <div class="refund-choices" role="group" aria-label={label}>
      {listed.map((reason) => (
        <Button key={reason} pressed={value === reason} onPress={() => onValue(reason)}>
          {reason}
        </Button>
      ))}
    </div>
  );
}
