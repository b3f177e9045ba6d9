import { useEffect, useRef } from 'preact/hooks';
import { announce } from '../app/announce';
import { useOwnTexts } from '../texts';
import css from './Clock.module.css';
import { clockFace, minutesToSpeak, type TimeLeft, useTimeLeft } from './countdown';

const SOON_MS = 60_000;

type Props = { readonly left: TimeLeft; readonly onEnd: () => void };

/** The time left to pay. It is seen each second and spoken at five, two and one minutes. */
export function Clock({ left, onEnd }: Props) {
  const t = useOwnTexts().pay;
  const leftMs = useTimeLeft(left);
  const before = useRef(leftMs);
  useEffect(() => {
    const minutes = minutesToSpeak(before.current, leftMs);
    if (minutes !== undefined) announce(t.minutesLeft(minutes));
    if (before.current > 0 && leftMs <= 0) announce(t.timeIsUp);
    before.current = leftMs;
  }, [leftMs, t]);
  const isOver = leftMs <= 0;
  useEffect(() => {
    if (isOver) onEnd();
  }, [isOver]);
  return (
    <p class={css.clock} role="timer" aria-live="off" data-soon={leftMs <= SOON_MS}>
      <span class={css.face}>{clockFace(leftMs)}</span>
      <span class="soft small">{isOver ? t.timeIsUp : t.timeLeft}</span>
    </p>
  );
}
