import { useSignal, type Signal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { Button, IconButton } from '../../../design/kit.js';
import type { KeyMap } from '../keys/key-map.js';
import { t } from '../messages/translate.js';
import { useTillKeys } from '../shell/use-till-keys.js';
import type { Door, ShownPerson } from './door.js';
import { PinEntry } from './pin-entry.js';

export interface SignInScreenProps {
  readonly door: Door;
  readonly keys: KeyMap;
  readonly online: boolean;
  /** To somebody else than who has locked: they can go back. */
  readonly onBack?: () => void;
}

const PATIENCE_MS = 1_000;

/** Who is working: a grid of people, then their PIN. */
export function SignInScreen({ door, keys, online, onBack }: SignInScreenProps): JSX.Element {
  const chosen = useSignal<ShownPerson | null>(null);
  const people = usePeople(door, online);
  const back = chosen.value === null ? onBack : () => (chosen.value = null);
  useTillKeys(keys, { actions: { back: () => (back === undefined ? false : back()) } });
  const { state } = door;
  const note = state.value.kind === 'sign-in' ? state.value.note : 'none';
  return (
    <main class="door">
      {note === 'session-over' && <p role="status">{t('lock.sessionOver')}</p>}
      {note === 'signed-out-by-office' && <p role="status">{t('lock.signedOutByOffice')}</p>}
      {chosen.value === null ? (
        <>
          <div class="door-head">
            {onBack !== undefined && (
              <IconButton icon="back" label={t('common.back')} variant="quiet" onPress={onBack} />
            )}
            <h1>{t('signIn.title')}</h1>
          </div>
          {!online && <p class="muted">{t('signIn.offlineHint')}</p>}
          <People people={people.value} online={online} onChoose={(person) => (chosen.value = person)} />
        </>
      ) : (
        <>
          <div class="door-head">
            <IconButton icon="back" label={t('signIn.other')} variant="quiet" onPress={() => (chosen.value = null)} />
            <h1>{t('signIn.pinOf', { name: chosen.value.name })}</h1>
          </div>
          <PinEntry keys={keys} onPin={(pin) => door.signIn(chosen.value?.id ?? '', pin)} />
        </>
      )}
    </main>
  );
}

/** Who may sign in; null while that is not known. */
function usePeople(door: Door, online: boolean): Signal<readonly ShownPerson[] | null> {
  const people = useSignal<readonly ShownPerson[] | null>(null);
  useEffect(() => {
    // A network that is there and carries nothing must not keep those waiting who can sign in without it.
    const patience = setTimeout(() => {
      void door.peopleHere().then((found) => {
        if (people.value === null && found.length > 0) people.value = found;
      });
    }, PATIENCE_MS);
    void door.people().then((found) => {
      clearTimeout(patience);
      people.value = found;
    });
    return () => clearTimeout(patience);
  }, [online]);
  return people;
}

interface PeopleProps {
  readonly people: readonly ShownPerson[] | null;
  readonly online: boolean;
  readonly onChoose: (person: ShownPerson) => void;
}

function People({ people, online, onChoose }: PeopleProps): JSX.Element {
  if (people === null) return <p role="status">{t('boot.starting')}</p>;
  if (people.length === 0) return <p>{online ? t('signIn.nobody') : t('signIn.offlineUnknown')}</p>;
  return (
    <ul class="people">
      {people.map((person) => (
        <li key={person.id}>
          <Button class="person" onPress={() => onChoose(person)}>
            <span class="initials" aria-hidden="true">
              {person.initials}
            </span>
            <span>{person.name}</span>
          </Button>
        </li>
      ))}
    </ul>
  );
}
