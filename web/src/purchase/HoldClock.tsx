import { useEffect, useRef } from 'preact/hooks';
import type { Hold } from '../api/types';
import { announce } from '../app/announce';
import shape from '../parts/Dialog.module.css';
import { ProblemNote } from '../parts/ProblemNote';
import css from '../reservations/Reservation.module.css';
import { useOwnTexts } from '../texts';
import { Clock } from './Clock';
import clock from './Clock.module.css';
import { clockFace, type TimeLeft, useTimeLeft } from './countdown';
import { useRenewal } from './useHolds';

type Props = { readonly hold: Hold; readonly answeredAtMs: number; readonly onEnd: () => void };

/** The time that the seats are held, and the way to have it once more: asked for here, offered in the last minute. */
export function HoldClock({ hold, answeredAtMs, onEnd }: Props) {
  const t = useOwnTexts().pay;
  const renewal = useRenewal(hold);
  const left = { ...hold, answeredAtMs };
  const canRenew = hold.renewalsLeft > 0;
  const renew = () => {
    if (!renewal.isPending) renewal.mutate(undefined, { onSuccess: () => announce(t.renewed) });
  };
  return (
    <>
      <div class={clock.row}>
        <Clock left={left} onEnd={onEnd} />
        {canRenew && (
          <button type="button" class={`link small ${clock.more}`} onClick={renew}>
            {t.moreTime}
          </button>
        )}
      </div>
      <p class="soft small">{canRenew ? t.renewalsLeft(hold.renewalsLeft) : t.noRenewals}</p>
      {renewal.isError && <ProblemNote error={renewal.error} onRetry={renew} />}
      {canRenew && <LastMinute left={left} onRenew={renew} />}
    </>
  );
}

const SOON_MS = 60_000;

/** Opens by itself with a minute left, which is time enough to answer, and closes when the time is over or begins anew. */
function LastMinute({ left, onRenew }: { readonly left: TimeLeft; readonly onRenew: () => void }) {
  const t = useOwnTexts().pay;
  const dialog = useRef<HTMLDialogElement>(null);
  const leftMs = useTimeLeft(left);
  const isSoon = leftMs > 0 && leftMs <= SOON_MS;
  const close = () => dialog.current?.close();
  useEffect(() => {
    if (isSoon) dialog.current?.showModal();
    else close();
  }, [isSoon]);
  return (
    <dialog
      ref={dialog}
      class={shape.dialog}
      aria-labelledby="last-minute"
      aria-describedby="last-minute-text"
    >
      <div>
        <h2 id="last-minute">{t.needTime}</h2>
        <p id="last-minute-text">{t.needTimeText}</p>
        <p class={clock.face} aria-hidden="true">
          {clockFace(leftMs)}
        </p>
        <div class={css.actions}>
          <button
            type="button"
            class="button"
            onClick={() => {
              close();
              onRenew();
            }}
          >
            {t.moreTime}
          </button>
          <button type="button" class="button quiet" onClick={close}>
            {t.noTime}
          </button>
        </div>
      </div>
    </dialog>
  );
}
