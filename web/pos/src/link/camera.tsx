import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../messages/translate.js';

/** What browsers have that read codes by themselves; others link by a typed code. */
interface Detector {
  detect(source: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]>;
}
type DetectorClass = new (options: { readonly formats: readonly string[] }) => Detector;

const LOOK_MS = 200;

/** Whether this browser can read a code through the camera. */
export function canUseCamera(): boolean {
  const { mediaDevices } = navigator as { mediaDevices?: MediaDevices };
  return 'BarcodeDetector' in globalThis && mediaDevices !== undefined;
}

export interface CameraProps {
  readonly onRead: (text: string) => void;
  readonly onFail: () => void;
}

/** The camera's picture, until it has seen a QR code. */
export function Camera({ onRead, onFail }: CameraProps): JSX.Element {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    const ended = new AbortController();
    watch(video.current, ended.signal).then(
      (text) => text !== undefined && onRead(text),
      (error: unknown) => {
        if (!(error instanceof DOMException)) throw error;
        if (!ended.signal.aborted) onFail();
      },
    );
    return () => ended.abort();
  }, []);
  return (
    <figure class="camera">
      <video ref={video} muted playsInline />
      <figcaption>{t('link.scanning')}</figcaption>
    </figure>
  );
}

async function watch(video: HTMLVideoElement | null, until: AbortSignal): Promise<string | undefined> {
  if (video === null) return undefined;
  const { BarcodeDetector } = globalThis as unknown as { BarcodeDetector: DetectorClass };
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
  try {
    video.srcObject = stream;
    await video.play();
    const detector = new BarcodeDetector({ formats: ['qr_code'] });
    while (!until.aborted) {
      const found = (await detector.detect(video))[0];
      if (found !== undefined) return found.rawValue;
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
    return undefined;
  } finally {
    for (const track of stream.getTracks()) track.stop();
  }
}
