import { soundsOn } from './preferences.js';

let context: AudioContext | undefined;

/** A short tone: a high one for what was found, two low ones for what was not. Without sound hardware nothing happens. */
export function sound(kind: 'good' | 'bad'): void {
  if (!soundsOn.value || typeof AudioContext === 'undefined') return;
  context ??= new AudioContext();
  if (kind === 'good') tone(context, 1_200, 0, 0.06);
  else {
    tone(context, 220, 0, 0.15);
    tone(context, 180, 0.2, 0.2);
  }
}

function tone(audio: AudioContext, hertz: number, after: number, seconds: number): void {
  const [oscillator, gain] = [audio.createOscillator(), audio.createGain()];
  oscillator.frequency.value = hertz;
  gain.gain.value = 0.15;
  oscillator.connect(gain).connect(audio.destination);
  oscillator.start(audio.currentTime + after);
  oscillator.stop(audio.currentTime + after + seconds);
}
