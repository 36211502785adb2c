import { useSignal, type Signal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { Button, Field } from '../../../design/kit.js';
import { t } from '../messages/translate.js';
import { Camera, canUseCamera } from './camera.js';
import type { LinkRefusal } from './link-refusal.js';
import { readTypedCode, wishOfAddress, wishOfScan, type LinkWish } from './link-wish.js';

export interface LinkScreenProps {
  /** Links; `undefined`: it did, and the page goes on by itself. */
  readonly link: (wish: LinkWish) => Promise<LinkRefusal | undefined>;
  /** Scans by a hand scanner. @returns ends it. */
  readonly onScan: (listener: (text: string) => void) => () => void;
}

/** Makes a till of this machine: by a code that is typed, scanned, or in the address of the page. */
export function LinkScreen({ link, onScan }: LinkScreenProps): JSX.Element {
  const { business, code, refusal, camera, submit, take } = useLinking(link, onScan);
  return (
    <main class="door">
      <h1>{t('link.title')}</h1>
      <p>{t('link.how')}</p>
      {camera.value === 'on' && (
        <Camera onRead={(text) => take(wishOfScan(text))} onFail={() => (camera.value = 'broken')} />
      )}
      {camera.value === 'broken' && <p role="alert">{t('link.noCamera')}</p>}
      <form
        class="door-form"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <LinkFields {...{ code, business, refusal }} />
        <Button variant="primary" big wide submit onPress={() => undefined}>
          {t('link.link')}
        </Button>
      </form>
      {canUseCamera() && camera.value !== 'on' && (
        <Button icon="camera" wide onPress={() => (camera.value = 'on')}>
          {t('link.scan')}
        </Button>
      )}
    </main>
  );
}

interface Linking {
  readonly business: Signal<string>;
  readonly code: Signal<string>;
  readonly refusal: Signal<LinkRefusal | null>;
  readonly camera: Signal<'off' | 'on' | 'broken'>;
  readonly submit: () => Promise<void>;
  readonly take: (wish: Partial<LinkWish>) => void;
}

/** What was typed, scanned or in the address, and what came of it. */
function useLinking(link: LinkScreenProps['link'], onScan: LinkScreenProps['onScan']): Linking {
  const business = useSignal('');
  const code = useSignal('');
  const refusal = useSignal<LinkRefusal | null>(null);
  const camera = useSignal<'off' | 'on' | 'broken'>('off');
  const submit = async (): Promise<void> => {
    camera.value = 'off';
    const read = readTypedCode(code.value);
    if (read === undefined) refusal.value = { key: 'link.notACode', parameters: {} };
    else if (business.value.trim() === '') refusal.value = { key: 'link.noBusiness', parameters: {} };
    else refusal.value = (await link({ business: business.value.trim().toLowerCase(), code: read })) ?? null;
  };
  const take = (wish: Partial<LinkWish>): void => {
    code.value = wish.code ?? code.value;
    business.value = wish.business ?? business.value;
    if (wish.code !== undefined && business.value !== '') void submit();
  };
  useEffect(() => {
    const fromAddress = (): void => {
      const wish = wishOfAddress(location.hash);
      // The code is good once; it does not stay in the history.
      if (wish.code !== undefined) history.replaceState(null, '', location.pathname + location.search);
      take(wish);
    };
    fromAddress();
    addEventListener('hashchange', fromAddress);
    const endScans = onScan((text) => take(wishOfScan(text)));
    return () => {
      removeEventListener('hashchange', fromAddress);
      endScans();
    };
  }, []);
  return { business, code, refusal, camera, submit, take };
}

interface FieldsProps {
  readonly code: { value: string };
  readonly business: { value: string };
  readonly refusal: { readonly value: LinkRefusal | null };
}

function LinkFields({ code, business, refusal }: FieldsProps): JSX.Element {
  const told = refusal.value;
  const text = told === null ? undefined : t(told.key, told.parameters);
  const isBusiness = told?.key === 'link.noBusiness';
  return (
    <>
      <Field
        label={t('link.code')}
        hint={t('link.codeHint')}
        value={code.value}
        onValue={(value) => (code.value = value)}
        error={isBusiness ? undefined : text}
        autoCapitalize="characters"
        maxLength={40}
      />
      <Field
        label={t('link.business')}
        hint={t('link.businessHint')}
        value={business.value}
        onValue={(value) => (business.value = value)}
        error={isBusiness ? text : undefined}
        maxLength={100}
      />
    </>
  );
}
