import type { Signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { tierName } from '../api/prices';
import type { SeatMap } from '../api/types';
import { sectionWords } from '../parts/seatName';
import { type Choice, withSeat, withStanding } from '../purchase/choice';
import { useTexts } from '../texts';
import { count, money } from '../texts/format';
import { priced } from './priced';
import css from './Seats.module.css';
import type { Seat, Section } from './together';

/** What its prices are called and written in. */
type Priced = Pick<SeatMap, 'priceTiers' | 'currency'>;

type Props = {
  readonly section: Section;
  readonly map: Priced;
  readonly choice: Signal<Choice>;
  readonly most: number;
};

/** A section that opens to its rows, and each row to its seats; only what is open is drawn. */
export function SectionList({ section, map, choice, most }: Props) {
  const { seats: t, place } = useTexts();
  const left = free(section.seats).length;
  const rows = [...new Set(section.seats.map(({ row }) => row ?? ''))];
  return (
    <Opening
      class={css.section}
      summary={
        <>
          <h2>{sectionWords(place, section)}</h2>
          <span class="soft small">
            {pricesIn(section, map.currency)} · {left === 0 ? t.full : t.left(count(left))}
          </span>
        </>
      }
    >
      {section.kind === 'standing' ? (
        <Standing section={section} choice={choice} most={Math.min(most, left)} />
      ) : (
        rows.map((row) => (
          <Row
            key={row}
            row={section.rowLabels?.get(row) ?? row}
            seats={section.seats.filter((seat) => seat.row === row)}
            map={map}
            choice={choice}
          />
        ))
      )}
    </Opening>
  );
}

const free = (seats: Section['seats']) => seats.filter(({ status }) => status === 'available');

/** The cheapest and the dearest that is left, which is one price in most houses. */
function pricesIn(section: Section, currency: string): string {
  const prices = free(section.seats).map((seat) => priced(section, seat).price);
  const least = prices.reduce((a, b) => Math.min(a, b), prices[0] ?? section.price);
  const most = prices.reduce((a, b) => Math.max(a, b), least);
  return [...new Set([least, most])].map((price) => money(price, currency)).join(' – ');
}

type RowProps = {
  readonly row: string;
  readonly seats: Section['seats'];
  readonly map: Priced;
  readonly choice: Signal<Choice>;
};

function Row(props: RowProps) {
  const t = useTexts().seats;
  const left = free(props.seats).length;
  return (
    <Opening
      class={css.row}
      summary={
        <>
          <h3>{t.row(props.row)}</h3>
          <span class="soft small">{left === 0 ? t.full : t.left(count(left))}</span>
        </>
      }
    >
      <Boxes {...props} />
    </Opening>
  );
}

/** The seats of a row that is open. One that goes meanwhile keeps its place: nothing moves under a finger or loses the focus. */
function Boxes({ seats, map, choice }: RowProps) {
  const t = useTexts().seats;
  const listed = useRef(new Set<string>()).current;
  for (const { seatId } of free(seats)) listed.add(seatId);
  const isChosen = (seatId: string) => choice.value.seats.includes(seatId);
  const isGone = ({ seatId, status }: Seat) => status !== 'available' && !isChosen(seatId);
  const wordsOf = (seat: Seat) => {
    const { number, label = '', tier = '', price, kinds = [] } = seat;
    const ofItsOwn =
      price === undefined ? [] : [`${tierName(map.priceTiers, tier)} ${money(price, map.currency)}`];
    return [t.seat(label || number), ...ofItsOwn, ...kinds.map((kind) => t.kinds[kind])].join(', ');
  };
  return (
    <div class={css.seats}>
      {seats
        .filter((seat) => listed.has(seat.seatId) || isChosen(seat.seatId))
        .map((seat) => (
          <label key={seat.seatId}>
            <input
              type="checkbox"
              checked={isChosen(seat.seatId)}
              {...(isGone(seat) && { 'aria-disabled': true, 'aria-label': `${wordsOf(seat)}, ${t.taken}` })}
              onChange={({ currentTarget }) => {
                if (isGone(seat)) currentTarget.checked = false;
                else choice.value = withSeat(choice.value, seat.seatId, currentTarget.checked);
              }}
            />
            {wordsOf(seat)}
          </label>
        ))}
    </div>
  );
}

function Standing(props: {
  readonly section: Section;
  readonly choice: Signal<Choice>;
  readonly most: number;
}) {
  const t = useTexts().seats;
  const { sectionId } = props.section;
  const people = props.choice.value.standing[sectionId] ?? 0;
  const numbers = Array.from({ length: props.most + 1 }, (_, number) => number);
  return (
    <p class={css.standing}>
      <label for={`standing-${sectionId}`}>{t.standing}</label>
      <select
        id={`standing-${sectionId}`}
        value={people}
        onChange={(event) => {
          props.choice.value = withStanding(props.choice.value, sectionId, Number(event.currentTarget.value));
        }}
      >
        {numbers.map((number) => (
          <option key={number} value={number}>
            {number === 0 ? t.none : t.people(number)}
          </option>
        ))}
      </select>
    </p>
  );
}

function Opening(props: {
  readonly class: string | undefined;
  readonly summary: ComponentChildren;
  readonly children: ComponentChildren;
}) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details class={props.class} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{props.summary}</summary>
      {isOpen && props.children}
    </details>
  );
}
