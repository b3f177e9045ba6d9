import { useEffect, useState } from 'preact/hooks';
import { placeOf, seatWords } from '../../parts/seatName';
import { language, useTexts } from '../../texts';
import { time } from '../../texts/format';
import { useDoorTexts } from '../app/texts';
import type { PlacePerformance } from '../kept/store';
import { type Mood, moodOf } from '../signals/signals';
import type { Shown } from './useScans';
import css from './Verdict.module.css';

/** How long it stays when nobody touches it. Who is let in goes on; the others are talked with. */
const STAYS_MS: Readonly<Record<Mood, number>> = { go: 2_500, again: 8_000, stop: 8_000 };

type Props = {
  readonly shown: Shown | undefined;
  readonly performance: PlacePerformance;
  readonly onNext: () => void;
};

/** One colour, one word and one shape over the whole screen. It is said aloud too. */
export function Verdict({ shown, performance, onNext }: Props) {
  return (
    <div role="alert">
      {shown !== undefined && <Over key={shown.scanId} {...{ shown, performance, onNext }} />}
    </div>
  );
}

function Over({ shown, performance, onNext }: Props & { readonly shown: Shown }) {
  const t = useDoorTexts();
  const mood = moodOf(shown.verdict);
  const [isRead, setRead] = useState(false);
  useEffect(() => {
    // Whoever has come to it by keyboard, or has it read out, takes the time they need.
    if (isRead) return;
    const timer = setTimeout(onNext, STAYS_MS[mood]);
    return () => clearTimeout(timer);
  }, [mood, isRead, onNext]);
  return (
    <button
      type="button"
      class={`${css.verdict} ${css[mood]}`}
      data-verdict={shown.verdict}
      onClick={onNext}
      onFocus={() => setRead(true)}
      onBlur={() => setRead(false)}
    >
      <Shape mood={mood} />
      <span class={css.word}>{t.verdict[shown.verdict]}</span>
      <FirstUse {...{ shown, performance }} />
      <Seat {...{ shown, performance }} />
      {shown.verdict in t.advice && (
        <span class={css.small}>{t.advice[shown.verdict as keyof typeof t.advice]}</span>
      )}
      {shown.isOffline && shown.verdict !== 'cannot-say' && <span class={css.small}>{t.byList}</span>}
      <span class={css.next}>{t.next}</span>
    </button>
  );
}

/** When and where somebody came in with it already. */
function FirstUse({ shown, performance }: Pick<Props, 'performance'> & { readonly shown: Shown }) {
  const t = useDoorTexts();
  if (shown.verdict !== 'already-admitted' || shown.admittedAt === undefined) return null;
  const at = time(shown.admittedAt, performance.timeZone);
  return <span class={css.large}>{t.firstUse(at, shown.scanner ?? '')}</span>;
}

function Seat({ shown, performance }: Pick<Props, 'performance'> & { readonly shown: Shown }) {
  const t = useDoorTexts();
  const { place } = useTexts();
  const { seatId, priceTypeId } = shown;
  if (seatId === undefined) return null;
  const type = performance.priceTypes?.find((one) => one.priceTypeId === priceTypeId);
  const spoken = language.value;
  return (
    <>
      <span class={css.large}>{seatWords(place, seatId, placeOf(performance.sections, seatId))}</span>
      {type !== undefined && <span class={css.type}>{type.name[spoken]}</span>}
      {type?.proof !== undefined && <span class={css.small}>{t.askFor(type.proof[spoken])}</span>}
    </>
  );
}

/** A tick, a warning triangle, a cross: told apart without any colour. */
const PATHS: Readonly<Record<Mood, string>> = {
  go: 'M14 52 40 78 86 24',
  again: 'M50 12 92 86H8Z M50 38V60 M50 72V73',
  stop: 'M20 20 80 80 M80 20 20 80',
};

const Shape = ({ mood }: { readonly mood: Mood }) => (
  <svg class={css.shape} viewBox="0 0 100 100" aria-hidden="true">
    <path d={PATHS[mood]} />
  </svg>
);
