import { useSignal, type Signal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { Button, Segmented } from '../../../design/kit.js';
import { loadPrintDesk } from '../boot/printing.js';
import { t } from '../messages/translate.js';
import type { Frame } from '../shell/frame.js';
import { FailedPrints } from './failed-prints.js';
import { changeChoice, readChoice, WAYS, type PrinterChoice } from './printer-choice.js';
import { askForSerialPort, browserSerial } from './serial-sink.js';
import { testReceipt } from './test-receipt.js';
import { askForUsbPrinter, browserUsb } from './usb-sink.js';

const PAPERS = ['58', '80'] as const;
const CODE_PAGES = { pc437: 'PC437', pc858: 'PC858', windows1252: 'Windows-1252' } as const;
const PAGES = ['pc437', 'pc858', 'windows1252'] as const;
const CUTS = ['none', 'partial', 'full'] as const;
const SPEEDS = ['9600', '19200', '38400', '115200'] as const;

interface ChoiceProps {
  readonly choice: PrinterChoice;
  readonly change: (next: Partial<PrinterChoice>) => void;
}

/** Which printer takes the receipts: chosen once, and remembered by this device. */
export function PrinterSettings({ frame }: { readonly frame: Frame }): JSX.Element {
  const { kept } = frame.parts;
  const choice = useSignal<PrinterChoice | null>(null);
  useEffect(() => void readChoice(kept).then((one) => (choice.value = one)), [kept]);
  const change = (next: Partial<PrinterChoice>): void =>
    void changeChoice(kept, next).then((one) => (choice.value = one));
  return (
    <section>
      <h2>{t('settings.printer')}</h2>
      <FailedPrints frame={frame} />
      {choice.value !== null && <Choices choice={choice.value} change={change} />}
      <Button icon="printer" onPress={() => void printTest(frame)}>
        {t('printer.test')}
      </Button>
    </section>
  );
}

async function printTest(frame: Frame): Promise<void> {
  await (await loadPrintDesk(frame)).print(testReceipt(frame.parts.linked.value, new Date()));
}

function Choices({ choice, change }: ChoiceProps): JSX.Element {
  return (
    <>
      <Segmented
        label={t('printer.way')}
        options={WAYS.map((value) => ({ value, text: t(`printer.way.${value}`) }))}
        value={choice.way}
        onValue={(way) => change({ way })}
      />
      <Segmented
        label={t('printer.paper')}
        options={PAPERS.map((value) => ({ value, text: `${value} mm` }))}
        value={choice.paper === 58 ? '58' : '80'}
        onValue={(value) => change({ paper: value === '58' ? 58 : 80 })}
      />
      {choice.way === 'usb' && <UsbChoice {...{ choice, change }} />}
      {choice.way === 'serial' && <SerialChoice {...{ choice, change }} />}
      {choice.way !== 'browser' && <ThermalChoices {...{ choice, change }} />}
    </>
  );
}

function ThermalChoices({ choice, change }: ChoiceProps): JSX.Element {
  return (
    <>
      <Segmented
        label={t('printer.codepage')}
        options={PAGES.map((value) => ({ value, text: CODE_PAGES[value] }))}
        value={choice.codepage}
        onValue={(codepage) => change({ codepage })}
      />
      <Segmented
        label={t('printer.cut')}
        options={CUTS.map((value) => ({ value, text: t(`printer.cut.${value}`) }))}
        value={choice.cut}
        onValue={(cut) => change({ cut })}
      />
      <Segmented
        label={t('printer.drawer')}
        options={(['on', 'off'] as const).map((value) => ({ value, text: t(`settings.sound.${value}`) }))}
        value={choice.drawer ? 'on' : 'off'}
        onValue={(value) => change({ drawer: value === 'on' })}
      />
    </>
  );
}

function UsbChoice({ choice, change }: ChoiceProps): JSX.Element {
  const usb = browserUsb();
  const trouble = useSignal(false);
  if (usb === undefined) return <p role="status">{t('printer.unsupported')}</p>;
  const ask = tried(trouble, async () => {
    const mark = await askForUsbPrinter(usb);
    if (mark !== null) change({ usb: mark });
  });
  const chosen = choice.usb === null ? t('printer.notChosen') : t('printer.chosen', { name: choice.usb.name });
  return <Connection {...{ ask, chosen, trouble }} />;
}

function SerialChoice({ choice, change }: ChoiceProps): JSX.Element {
  const serial = browserSerial();
  const trouble = useSignal(false);
  const allowed = useSignal(false);
  useEffect(() => void serial?.getPorts().then((ports) => (allowed.value = ports.length > 0)), [serial]);
  if (serial === undefined) return <p role="status">{t('printer.unsupported')}</p>;
  const ask = tried(trouble, async () => {
    if (await askForSerialPort(serial)) allowed.value = true;
  });
  const name = t('printer.way.serial');
  return (
    <>
      <Connection
        {...{ ask, trouble, chosen: allowed.value ? t('printer.chosen', { name }) : t('printer.notChosen') }}
      />
      <Segmented
        label={t('printer.speed')}
        options={SPEEDS.map((value) => ({ value, text: value }))}
        value={SPEEDS.find((speed) => Number(speed) === choice.baudRate) ?? '9600'}
        onValue={(value) => change({ baudRate: Number(value) })}
      />
    </>
  );
}

interface ConnectionProps {
  readonly ask: () => void;
  readonly chosen: string;
  readonly trouble: Signal<boolean>;
}

function Connection({ ask, chosen, trouble }: ConnectionProps): JSX.Element {
  return (
    <p>
      <Button onPress={ask}>{t('printer.choose')}</Button>{' '}
      <span role="status">{trouble.value ? t('printer.blocked') : chosen}</span>
    </p>
  );
}

/** A browser that was told to give no printer out says so with an exception. */
function tried(trouble: Signal<boolean>, ask: () => Promise<void>): () => void {
  return () => {
    trouble.value = false;
    ask().catch((error: unknown) => {
      trouble.value = true;
      if (!(error instanceof DOMException)) throw error;
    });
  };
}
