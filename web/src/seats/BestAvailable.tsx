import type { Signal } from '@preact/signals';
import { useState } from 'preact/hooks';
import type { Performance, SeatMap } from '../api/types';
import { announce } from '../app/announce';
import { seatsInWords, sectionWords } from '../parts/seatName';
import { type Choice, seatCountOf, withPartySize, withStanding } from '../purchase/choice';
import { type CommonTexts, useTexts } from '../texts';
import { type Best, bestPlaces } from './best';
import { crowdOf } from './crowd';
import css from './Seats.module.css';

const LARGEST_PARTY = 8;

/** What was found for so many. Its words are those of the language that is spoken when they are read. */
type Found = { readonly best: Best | undefined; readonly people: number };

type Props = {
  readonly performance: Performance;
  /** Those of the tier that is looked at, or all. */
  readonly sections: readonly SeatMap['sections'][number][];
  readonly choice: Signal<Choice>;
};

/** How many go, and one tap that finds the best places for them and shows which they are. */
export function BestAvailable({ performance, sections, choice }: Props) {
  const t = useTexts();
  const [before, setBefore] = useState<Choice>();
  const [found, setFound] = useState<Found>();
  const most = performance.maxSeatsPerReservation ?? 1;
  const people = Math.min(choice.value.partySize, most);
  const find = () => {
    const best = bestPlaces(sections, people, crowdOf(performance, sections));
    setFound({ best, people });
    announce(wordsOf(t, { best, people }, performance));
    setBefore(best !== undefined && seatCountOf(choice.value) > 0 ? choice.value : undefined);
    if (best !== undefined) choice.value = withBest(people, best);
  };
  const undo = () => {
    if (before !== undefined) choice.value = before;
    setBefore(undefined);
    setFound(undefined);
  };
  return (
    <div class={css.best}>
      <PartySize choice={choice} most={most} />
      <button type="button" class="button quiet" onClick={find}>
        {t.seats.bestAvailable}
      </button>
      {found !== undefined && (
        <p class={`small ${css.found}`}>
          {wordsOf(t, found, performance)} {before !== undefined && `${t.seats.replaced} `}
          {before !== undefined && (
            <button type="button" class="link" onClick={undo}>
              {t.seats.undo}
            </button>
          )}
        </p>
      )}
    </div>
  );
}

function PartySize({ choice, most }: { readonly choice: Signal<Choice>; readonly most: number }) {
  const t = useTexts().seats;
  const sizes = Array.from({ length: Math.min(LARGEST_PARTY, most) }, (_, index) => index + 1);
  return (
    <label>
      {t.party}
      <select
        value={Math.min(choice.value.partySize, sizes.length)}
        onChange={(event) => {
          choice.value = withPartySize(choice.value, Number(event.currentTarget.value));
        }}
      >
        {sizes.map((size) => (
          <option key={size} value={size}>
            {t.people(size)}
          </option>
        ))}
      </select>
    </label>
  );
}

/** The best places in place of whatever was chosen. */
export function withBest(partySize: number, best: Best): Choice {
  const none: Choice = { partySize, seats: [], standing: {} };
  return best.kind === 'seats'
    ? { ...none, seats: best.seats }
    : withStanding(none, best.sectionId, partySize);
}

function wordsOf(t: CommonTexts, { best, people }: Found, { sections }: Performance): string {
  if (best === undefined) return t.seats.notSoMany(people);
  if (best.kind === 'standing') {
    const section = sections.find(({ sectionId }) => sectionId === best.sectionId) ?? best;
    return t.seats.bestIs(t.seats.standingIn(sectionWords(t.place, section), people));
  }
  const words = t.seats.bestIs(seatsInWords(t.place, sections, best.seats));
  return best.areTogether ? words : `${words} ${t.seats.notTogether}`;
}
