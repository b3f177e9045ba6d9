import type { Signal } from '@preact/signals';
import { useMutation, useQueryClient } from '@tanstack/preact-query';
import { useLocation } from 'preact-iso';
import { asProblem } from '../api/problem';
import { seatMapQuery } from '../api/queries';
import type { Performance, SeatMap } from '../api/types';
import { useApp } from '../app/context';
import { pathTo } from '../app/routes';
import { useSignIn } from '../app/useSignIn';
import { ProblemNote } from '../parts/ProblemNote';
import { placeOf, seatWords } from '../parts/seatName';
import { type Choice, clearChoice, seatCountOf, withBest, withoutSeats, withSeat } from '../purchase/choice';
import { reserve } from '../purchase/reserve';
import { useTexts } from '../texts';
import { money } from '../texts/format';
import css from './Seats.module.css';

type Props = {
  readonly performance: Performance;
  readonly map: SeatMap;
  readonly choice: Signal<Choice>;
};

/** What is chosen, what it costs, and the button that holds it. */
export function HoldBar({ performance, map, choice }: Props) {
  const t = useTexts().seats;
  const { session } = useApp();
  const signIn = useSignIn();
  const holding = useHolding(performance.performanceId, choice);
  const seats = seatCountOf(choice.value);
  const most = performance.maxSeatsPerReservation ?? 1;
  const isSignedIn = session.customer.value !== undefined;
  const hold = () => {
    if (seats === 0 || seats > most || holding.isPending) return;
    if (isSignedIn) holding.mutate();
    else signIn();
  };
  return (
    <div class={css.bar}>
      <Wanted performance={performance} choice={choice} />
      <Failure error={holding.error} performance={performance} />
      <p role="status">
        <span class="soft small">
          {seats === 0 ? t.nothingChosen : seats > most ? t.most(most) : t.chosen(seats)}
        </span>
        <strong>{money(sumOf(map, choice.value), map.currency)}</strong>
      </p>
      <button type="button" class="button" aria-disabled={seats === 0 || seats > most} onClick={hold}>
        {holding.isPending ? t.holding : isSignedIn ? t.hold : t.signInToHold}
      </button>
    </div>
  );
}

function useHolding(performanceId: string, choice: Signal<Choice>) {
  const { api } = useApp();
  const { route } = useLocation();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => reserve(api, sessionStorage, performanceId, choice.value.wanted),
    onSuccess: ({ reservationId }) => {
      clearChoice(performanceId);
      route(pathTo.pay(reservationId));
    },
    onError: (error) => {
      choice.value = withoutSeats(choice.value, asProblem(error).taken);
      queries.invalidateQueries(seatMapQuery(api, performanceId));
    },
  });
}

function Failure({ error, performance }: { readonly error: unknown; readonly performance: Performance }) {
  const t = useTexts();
  if (error === null || error === undefined) return null;
  const { taken } = asProblem(error);
  if (taken.length === 0)
    return (
      <div class={css.wanted}>
        <ProblemNote error={error} />
      </div>
    );
  const names = taken.map((seatId) =>
    seatWords(t.reservation, seatId, placeOf(performance.sections, seatId)),
  );
  return (
    <p class={css.wanted} role="alert">
      {t.seats.gone(names.join(', '))}
    </p>
  );
}

function Wanted({ performance, choice }: Pick<Props, 'performance' | 'choice'>) {
  const t = useTexts();
  const { wanted } = choice.value;
  if (seatCountOf(choice.value) === 0) return null;
  return (
    <ul class={css.wanted}>
      {wanted.kind === 'best' ? (
        <Removable
          words={t.seats.best(wanted.sectionId, wanted.quantity)}
          onRemove={() => {
            choice.value = withBest(choice.value, wanted.sectionId, 0);
          }}
        />
      ) : (
        wanted.seats.map((seatId) => (
          <Removable
            key={seatId}
            words={seatWords(t.reservation, seatId, placeOf(performance.sections, seatId))}
            onRemove={() => {
              choice.value = withSeat(choice.value, seatId, false);
            }}
          />
        ))
      )}
    </ul>
  );
}

function Removable({ words, onRemove }: { readonly words: string; readonly onRemove: () => void }) {
  const t = useTexts().seats;
  return (
    <li>
      <button type="button" class="link small" aria-label={t.remove(words)} onClick={onRemove}>
        {words} ×
      </button>
    </li>
  );
}

function sumOf({ sections }: SeatMap, { wanted }: Choice): number {
  if (wanted.kind === 'best') {
    const section = sections.find(({ sectionId }) => sectionId === wanted.sectionId);
    return (section?.price ?? 0) * wanted.quantity;
  }
  return sections
    .flatMap((section) => section.seats.map(({ seatId, price = section.price }) => ({ seatId, price })))
    .filter(({ seatId }) => wanted.seats.includes(seatId))
    .reduce((sum, { price }) => sum + price, 0);
}
