import type { Verdict } from '../judging/verdict';

/** What a verdict means to who stands at the door: go, look again, or stop. */
export type Mood = 'go' | 'again' | 'stop';

export function moodOf(verdict: Verdict): Mood {
  switch (verdict) {
    case 'admitted':
      return 'go';
    case 'already-admitted':
      return 'again';
    case 'void':
    case 'wrong-performance':
    case 'unknown':
    case 'cannot-say':
      return 'stop';
    default:
      return verdict satisfies never;
  }
}

/** Told apart without looking: one short rise, two even beeps, one long low buzz. Hertz, from and for how many seconds. */
type Tone = {
  readonly hertz: number;
  readonly from: number;
  readonly lasts: number;
  readonly shape: OscillatorType;
};
const TONES: Readonly<Record<Mood, readonly Tone[]>> = {
  go: [
    { hertz: 880, from: 0, lasts: 0.09, shape: 'sine' },
    { hertz: 1_320, from: 0.09, lasts: 0.12, shape: 'sine' },
  ],
  again: [
    { hertz: 620, from: 0, lasts: 0.14, shape: 'triangle' },
    { hertz: 620, from: 0.22, lasts: 0.14, shape: 'triangle' },
  ],
  stop: [{ hertz: 170, from: 0, lasts: 0.6, shape: 'sawtooth' }],
};

/** Milliseconds that it moves, stands still, moves … */
const SHAKES: Readonly<Record<Mood, readonly number[]>> = { go: [70], again: [120, 90, 120], stop: [500] };

let audio: AudioContext | undefined;

/** A browser plays nothing before somebody has touched the page. */
export function wakeSound(): void {
  audio ??= new AudioContext();
  if (audio.state === 'suspended') audio.resume().catch(() => {});
}

/** Sound and vibration, where the device has them. */
export function signalMood(mood: Mood): void {
  navigator.vibrate?.([...SHAKES[mood]]);
  if (audio?.state !== 'running') return;
  for (const tone of TONES[mood]) play(audio, tone);
}

function play(at: AudioContext, { hertz, from, lasts, shape }: Tone): void {
  const begin = at.currentTime + from;
  const [oscillator, volume] = [at.createOscillator(), at.createGain()];
  oscillator.type = shape;
  oscillator.frequency.value = hertz;
  volume.gain.setValueAtTime(0.001, begin);
  volume.gain.exponentialRampToValueAtTime(0.5, begin + 0.01);
  volume.gain.setValueAtTime(0.5, begin + lasts - 0.03);
  volume.gain.exponentialRampToValueAtTime(0.001, begin + lasts);
  oscillator.connect(volume).connect(at.destination);
  oscillator.start(begin);
  oscillator.stop(begin + lasts);
}
