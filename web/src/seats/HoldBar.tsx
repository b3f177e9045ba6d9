import type { Signal } from '@preact/signals';
import { useMemo, useState } from 'preact/hooks';
import { asProblem } from '../api/problem';
import type { Performance, SeatMap } from '../api/types';
import { useApp } from '../app/context';
import { ProblemNote } from '../parts/ProblemNote';
import { SlowNote } from '../parts/SlowNote';
import { placeOf, seatsInWords } from '../parts/seatName';
import { type Choice, seatCountOf } from '../purchase/choice';
import { useTexts } from '../texts';
import { money } from '../texts/format';
import { Chosen } from './Chosen';
import { nearBy } from './nearBy';
import { type Prices, pricesOf } from './priced';
import css from './Seats.module.css';
import { seatLeftAlone } from './together';
import { useHoldAfterLogin } from './useHoldAfterLogin';
import { useHolding } from './useHolding';

type Props = {
  readonly performance: Performance;
  readonly map: SeatMap;
  readonly choice: Signal<Choice>;
};

/** What is chosen, what it costs, and the one button that holds it, through the login where there is none yet. */
export function HoldBar({ performance, map, choice }: Props) {
  const t = useTexts().seats;
  const [isListOpen, setIsListOpen] = useState(false);
  const { gone, forgetGone, ...holding } = useHolding(map, choice);
  const seats = seatCountOf(choice.value);
  const hasChosen = seats > 0;
  const prices = useMemo(() => pricesOf(hasChosen ? map.sections : []), [map.sections, hasChosen]);
  const most = performance.maxSeatsPerReservation ?? 1;
  const fee = seats * (performance.bookingFeePerSeat ?? 0);
  return (
    <div class={css.bar}>
      {gone.length > 0 && !holding.isPending ? (
        <Gone performance={performance} map={map} choice={choice} gone={gone} onTaken={forgetGone} />
      ) : (
        <Trouble holding={holding} />
      )}
      {hasChosen && (
        <Chosen isOpen={isListOpen} performance={performance} map={map} prices={prices} choice={choice} />
      )}
      {seats >= choice.value.partySize && <Alone performance={performance} map={map} choice={choice.value} />}
      <div>
        <p role="status">
          <Count choice={choice.value} most={most} />
          <strong>{money(sumOf(map, prices, choice.value) + fee, map.currency)}</strong>
          {fee > 0 && <span class="soft small">{t.withFee(money(fee, map.currency))}</span>}
        </p>
        {hasChosen && <Unfold isOpen={isListOpen} onPress={() => setIsListOpen(!isListOpen)} />}
      </div>
      <HoldButton
        performanceId={performance.performanceId}
        canHold={hasChosen && seats <= most}
        holding={holding}
      />
    </div>
  );
}

function Count({ choice, most }: { readonly choice: Choice; readonly most: number }) {
  const t = useTexts().seats;
  const seats = seatCountOf(choice);
  const count = seats < choice.partySize ? t.chosenOf(seats, choice.partySize) : t.chosen(seats);
  return (
    <span class="soft small">{seats === 0 ? t.nothingChosen : seats > most ? t.most(most) : count}</span>
  );
}

function Unfold({ isOpen, onPress }: { readonly isOpen: boolean; readonly onPress: () => void }) {
  const t = useTexts().seats;
  return (
    <button type="button" class={`link small ${css.unfold}`} aria-expanded={isOpen} onClick={onPress}>
      {isOpen ? t.fold : t.unfold}
    </button>
  );
}

type ButtonProps = {
  readonly performanceId: string;
  readonly canHold: boolean;
  readonly holding: Pick<Holding, 'isPending' | 'mutate'>;
};

function HoldButton({ performanceId, canHold, holding }: ButtonProps) {
  const t = useTexts().seats;
  const { session } = useApp();
  const isSignedIn = session.customer.value !== undefined;
  const hold = () => {
    if (canHold && !holding.isPending) holding.mutate();
  };
  const signInAndHold = useHoldAfterLogin(performanceId, hold);
  const press = isSignedIn ? hold : signInAndHold;
  return (
    <button type="button" class="button" aria-disabled={!canHold} onClick={() => canHold && press()}>
      {holding.isPending ? t.holding : isSignedIn ? t.hold : t.signInToHold}
    </button>
  );
}

type Holding = ReturnType<typeof useHolding>;

type TroubleProps = {
  readonly holding: Pick<Holding, 'isPending' | 'failureReason' | 'error' | 'mutate'>;
};

/** A problem in its own words, with another try where that may help. */
function Trouble({ holding }: TroubleProps) {
  const { isPending, error } = holding;
  if (isPending) return <SlowNote of={holding} />;
  if (error === null) return null;
  const retry = asProblem(error).isPassing ? { onRetry: () => holding.mutate() } : {};
  return <ProblemNote error={error} {...retry} />;
}

type GoneProps = Props & { readonly gone: readonly string[]; readonly onTaken: () => void };

/** Seats that are gone, by name, and in one tap the nearest in their place. */
function Gone({ performance: { sections }, map, choice, gone, onTaken }: GoneProps) {
  const t = useTexts();
  const near = useMemo(
    () => nearBy(map.sections, { kept: choice.value.seats, gone }),
    [map, choice.value, gone],
  );
  const take = () => {
    choice.value = { ...choice.value, seats: near ?? [] };
    onTaken();
  };
  return (
    <div class={css.goneNote}>
      <p role="alert">
        {t.seats.gone(seatsInWords(t.place, sections, gone))}{' '}
        {seatCountOf(choice.value) > 0 && t.seats.goneRest}
      </p>
      {near !== undefined && (
        <button type="button" class="button quiet" onClick={take}>
          {t.seats.takeInstead(seatsInWords(t.place, sections, near))}
        </button>
      )}
    </div>
  );
}

type AloneProps = Pick<Props, 'performance' | 'map'> & { readonly choice: Choice };

function Alone({ performance, map, choice }: AloneProps) {
  const t = useTexts().seats;
  const alone = seatLeftAlone(map.sections, choice.seats);
  const { row = '', number = '' } = (alone && placeOf(performance.sections, alone.seatId)) ?? {};
  return alone === undefined ? null : <p class="small">{t.alone(row, number)}</p>;
}

function sumOf({ sections }: SeatMap, prices: Prices, { seats, standing }: Choice): number {
  const sum = seats.reduce((all, seatId) => all + (prices.get(seatId) ?? 0), 0);
  return sections.reduce((all, { sectionId, price }) => all + price * (standing[sectionId] ?? 0), sum);
}
