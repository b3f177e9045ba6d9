import { useEffect, useRef } from 'preact/hooks';
import { useTitle } from '../../app/useTitle';
import { inLanguage, time } from '../../texts/format';
import { useDoorTexts } from '../app/texts';
import { countsOf } from '../judging/list';
import type { KeptHere, Place } from '../kept/store';
import { wakeSound } from '../signals/signals';
import css from './AtTheDoor.module.css';
import { ConnectionLine } from './ConnectionLine';
import { LanguageButton } from './LanguageButton';
import { LogDialog } from './LogDialog';
import { TypeDialog } from './TypeDialog';
import { useAwake } from './useAwake';
import { useDoor } from './useDoor';
import { useJoining } from './useJoining';
import { useScans } from './useScans';
import { useTyped } from './useTyped';
import { Verdict } from './Verdict';
import { Viewfinder } from './Viewfinder';

type Props = { readonly kept: KeptHere; readonly place: Place; readonly onLeave: () => void };

/** What an usher has in one hand the whole evening. It needs no login and no network to go on. */
export function AtTheDoor({ kept, place, onLeave }: Props) {
  const t = useDoorTexts();
  const { performance, scanner } = place;
  const door = useDoor(kept, place);
  const { shown, past, see, judge, clear } = useScans(door);
  const typing = useRef<HTMLDialogElement>(null);
  const log = useRef<HTMLDialogElement>(null);
  useTitle(`${scanner} · ${performance.title}`);
  useAwake();
  useJoining(door);
  useTyped((text, atMs) => {
    typing.current?.close();
    see(text, atMs);
  });
  useWakingSound();
  const openLog = () => {
    log.current?.showModal();
    // Its first button, which has the focus then, is below all scans.
    log.current?.scrollTo(0, 0);
  };
  const counts = countsOf(door?.known.value ?? new Map());
  const conflicts = door?.list.value?.conflicts.length ?? 0;
  return (
    <div class={css.door} data-connection={door?.connection.value.kind}>
      <header class={css.head}>
        <div>
          <h1 tabIndex={-1}>{inLanguage(performance.title)}</h1>
          <p>
            {time(performance.startsAt, performance.timeZone)} · {scanner}
          </p>
        </div>
        <LanguageButton />
      </header>
      <main class={css.main}>
        <dl class={css.counts}>
          <Count name={t.counts.admitted} value={counts.admitted} />
          <Count name={t.counts.toCome} value={counts.toCome} />
        </dl>
        {door !== undefined && <ConnectionLine door={door} />}
        <Viewfinder onCode={see} />
        <div class={css.tools}>
          <button type="button" class="button quiet" onClick={() => typing.current?.showModal()}>
            {t.type.open}
          </button>
          <button type="button" class="button quiet" onClick={openLog}>
            {t.log.open}
            {conflicts > 0 && <strong class={css.badge}>{t.log.conflicts(conflicts)}</strong>}
          </button>
        </div>
      </main>
      {door !== undefined && (
        <>
          <TypeDialog
            dialog={typing}
            {...{ door, performance }}
            onCode={(text) => judge(text, globalThis.performance.now())}
          />
          <LogDialog dialog={log} {...{ door, performance, past, kept, onLeave }} />
        </>
      )}
      <Verdict {...{ shown, performance }} onNext={clear} />
    </div>
  );
}

const Count = ({ name, value }: { readonly name: string; readonly value: number }) => (
  <div>
    <dt>{name}</dt>
    <dd>{value}</dd>
  </div>
);

function useWakingSound(): void {
  useEffect(() => {
    for (const touch of TOUCHES) addEventListener(touch, wakeSound);
    return () => {
      for (const touch of TOUCHES) removeEventListener(touch, wakeSound);
    };
  }, []);
}
const TOUCHES = ['pointerdown', 'keydown'] as const;
