import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { Button, Segmented } from '../../../design/kit.js';
import { choose, soundsOn, theme, type Theme } from '../boot/preferences.js';
import { language, LANGUAGES, spoken, t } from '../messages/translate.js';
import type { Frame } from '../shell/frame.js';
import { Diagnostics } from './diagnostics.js';
import { PrinterSettings } from './printer-settings.js';
import { TerminalSettings } from './terminal-settings.js';
import { UnlinkSettings } from './unlink-settings.js';

const NAMES = { en: 'English', sw: 'Kiswahili', fr: 'Français' } as const;
const THEMES: readonly Theme[] = ['light', 'dark', 'system'];

/** What this device does its own way, and what it knows of itself. */
export function SettingsScreen({ frame }: { readonly frame: Frame }): JSX.Element {
  return (
    <main class="page">
      <h1>{t('settings.title')}</h1>
      <Segmented
        label={t('settings.language')}
        options={LANGUAGES.map((value) => ({ value, text: NAMES[value] }))}
        value={spoken(language.value)}
        onValue={(value) => choose({ language: value })}
      />
      <Segmented
        label={t('settings.theme')}
        options={THEMES.map((value) => ({ value, text: t(`settings.theme.${value}`) }))}
        value={theme.value}
        onValue={(value) => choose({ theme: value })}
      />
      <Segmented
        label={t('settings.sound')}
        options={(['on', 'off'] as const).map((value) => ({ value, text: t(`settings.sound.${value}`) }))}
        value={soundsOn.value ? 'on' : 'off'}
        onValue={(value) => choose({ sounds: value === 'on' })}
      />
      <ScannerTest frame={frame} />
      <PrinterSettings frame={frame} />
      <TerminalSettings />
      <Training frame={frame} />
      <Diagnostics frame={frame} />
      <UnlinkSettings frame={frame} />
    </main>
  );
}

function ScannerTest({ frame }: { readonly frame: Frame }): JSX.Element {
  const read = useSignal<string | null>(null);
  useEffect(() => frame.onScan((code) => (read.value = code)), []);
  return (
    <section>
      <h2>{t('settings.scanner')}</h2>
      <p role="status">
        {read.value === null ? t('settings.scannerHow') : t('settings.scanned', { code: read.value })}
      </p>
    </section>
  );
}

function Training({ frame }: { readonly frame: Frame }): JSX.Element {
  const isOn = frame.training.value;
  return (
    <section>
      <h2>{t('settings.training')}</h2>
      <p>{t('settings.training.how')}</p>
      <Button
        blocked={frame.basketEmpty.value ? undefined : t('settings.training.basket')}
        onPress={() => (frame.training.value = !isOn)}
      >
        {t(isOn ? 'settings.training.off' : 'settings.training.on')}
      </Button>
    </section>
  );
}
