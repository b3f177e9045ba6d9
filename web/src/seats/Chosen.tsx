import type { Signal } from '@preact/signals';
import type { Performance, SeatMap } from '../api/types';
import { inHouseOrder, placeOf, seatWords, sectionWords } from '../parts/seatName';
import { type Choice, withSeat, withStanding } from '../purchase/choice';
import { useTexts } from '../texts';
import { money } from '../texts/format';
import type { Prices } from './priced';
import css from './Seats.module.css';

type Props = {
  /** On a phone it is folded away, so that it hides nothing of the map. */
  readonly isOpen: boolean;
  readonly performance: Performance;
  readonly map: SeatMap;
  readonly prices: Prices;
  readonly choice: Signal<Choice>;
};

/** What is chosen, seat by seat as they lie in the house, each with its price and the way to take it out. */
export function Chosen({ isOpen, performance: { sections }, map, prices, choice }: Props) {
  const t = useTexts();
  const { seats, standing } = choice.value;
  const standingPrice = (sectionId: string) =>
    map.sections.find((section) => section.sectionId === sectionId)?.price ?? 0;
  const named = (sectionId: string) =>
    sectionWords(t.place, sections.find((section) => section.sectionId === sectionId) ?? { sectionId });
  return (
    <ul class={css.chosenList} data-open={isOpen}>
      {inHouseOrder(sections, seats).map((seatId) => (
        <Line
          key={seatId}
          words={seatWords(t.place, seatId, placeOf(sections, seatId))}
          price={money(prices.get(seatId) ?? 0, map.currency)}
          onRemove={() => {
            choice.value = withSeat(choice.value, seatId, false);
          }}
        />
      ))}
      {Object.entries(standing).map(([sectionId, places]) => (
        <Line
          key={sectionId}
          words={t.seats.standingIn(named(sectionId), places)}
          price={money(standingPrice(sectionId) * places, map.currency)}
          onRemove={() => {
            choice.value = withStanding(choice.value, sectionId, 0);
          }}
        />
      ))}
    </ul>
  );
}

type LineProps = { readonly words: string; readonly price: string; readonly onRemove: () => void };

function Line({ words, price, onRemove }: LineProps) {
  const t = useTexts().seats;
  return (
    <li>
      <span>{words}</span>
      <span>{price}</span>
      <button type="button" aria-label={t.remove(words)} onClick={onRemove}>
        ×
      </button>
    </li>
  );
}
