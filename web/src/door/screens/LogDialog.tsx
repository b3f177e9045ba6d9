import type { RefObject } from 'preact';
import { useApp } from '../../app/context';
import shape from '../../parts/Dialog.module.css';
import { placeOf, seatWords } from '../../parts/seatName';
import { useTexts } from '../../texts';
import { time } from '../../texts/format';
import { useDoorTexts } from '../app/texts';
import type { Door } from '../judging/door';
import type { KeptHere, PlacePerformance } from '../kept/store';
import { Conflicts } from './Conflicts';
import css from './Dialogs.module.css';
import type { Shown } from './useScans';

type Props = {
  readonly dialog: RefObject<HTMLDialogElement>;
  readonly door: Door;
  readonly performance: PlacePerformance;
  readonly past: readonly Shown[];
  readonly kept: KeptHere;
  readonly onLeave: () => void;
};

/** What was scanned here, who is in and was not to be, and the way out. */
export function LogDialog({ dialog, door, performance, past, kept, onLeave }: Props) {
  const t = useDoorTexts().log;
  return (
    <dialog ref={dialog} class={`${shape.dialog} ${css.dialog}`} aria-labelledby="log-title">
      <div>
        <Conflicts {...{ door, performance }} />
        <h2 id="log-title">{t.title}</h2>
        {past.length === 0 ? <p class="soft">{t.none}</p> : <Past {...{ past, performance }} />}
        <Leave {...{ door, kept, onLeave }} />
        <div class={css.actions}>
          <button type="button" class="button" onClick={() => dialog.current?.close()}>
            {useDoorTexts().type.close}
          </button>
        </div>
      </div>
    </dialog>
  );
}

function Past({ past, performance }: Pick<Props, 'past' | 'performance'>) {
  const t = useDoorTexts();
  const { place } = useTexts();
  return (
    <ol class={css.list}>
      {past.map(({ scanId, atMs, verdict, seatId, isOffline }) => (
        <li key={`${scanId} ${atMs}`} class={css.line}>
          <strong>{t.verdict[verdict]}</strong>
          <span>
            {time(atMs, performance.timeZone)}
            {seatId !== undefined && ` · ${seatWords(place, seatId, placeOf(performance.sections, seatId))}`}
            {isOffline && ` · ${t.log.byList}`}
          </span>
        </li>
      ))}
    </ol>
  );
}

/** Nobody goes with admissions that the server does not know of. */
function Leave({ door, kept, onLeave }: Pick<Props, 'door' | 'kept' | 'onLeave'>) {
  const t = useDoorTexts().log;
  const { session } = useApp();
  const waiting = door.waiting.value;
  if (waiting > 0) return <p class="soft">{t.cannotLeave(waiting)}</p>;
  const signOut = async () => {
    await kept.clear();
    await session.signOut();
    onLeave();
  };
  return (
    <div class={css.leave}>
      <button type="button" class="button quiet" onClick={onLeave}>
        {t.leave}
      </button>
      <button type="button" class="button quiet" onClick={signOut}>
        {t.signOut}
      </button>
    </div>
  );
}
