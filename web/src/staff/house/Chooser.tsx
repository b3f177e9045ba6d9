import type { Signal } from '@preact/signals';
import { useMemo, useState } from 'preact/hooks';
import { type Choice, withSeat } from '../../purchase/choice';
import { SeatMapView } from '../../seats/SeatMapView';
import { SectionList } from '../../seats/SectionList';
import { inHouse } from '../../seats/together';
import { useTexts } from '../../texts';
import css from './House.module.css';
import type { OpenHouse } from './HouseFrame';
import { SeatEntry } from './SeatEntry';
import { useHouseTexts } from './texts';

type Props = {
  readonly house: OpenHouse;
  readonly choice: Signal<Choice>;
  /** As many as can be chosen. */
  readonly most: number;
};

const VIEW = 'staff:seats-view';

/** Seats by typing, on the map or in the list: all three write one choice, and only what can be had is taken. */
export function Chooser({ house: { performance, map: shown }, choice, most }: Props) {
  const t = useTexts().seats;
  const house = useHouseTexts();
  const [view, setView] = useState(localStorage.getItem(VIEW) === 'list' ? 'list' : 'map');
  const map = useMemo(() => inHouse(shown, performance), [shown, performance]);
  const show = (next: string) => {
    localStorage.setItem(VIEW, next);
    setView(next);
  };
  const take = (seats: readonly string[]): string => {
    const free = new Set(
      map.sections
        .flatMap((section) => section.seats)
        .filter(({ status }) => status === 'available')
        .map(({ seatId }) => seatId),
    );
    const gone = seats.filter((seatId) => !free.has(seatId));
    const had = seats.filter((seatId) => free.has(seatId)).slice(0, most);
    choice.value = had.reduce((chosen, seatId) => withSeat(chosen, seatId, true), choice.value);
    return gone.length > 0 ? house.notToBeHad(gone.join(', ')) : house.taken(had.length);
  };
  return (
    <>
      <div class={css.above}>
        <SeatEntry map={map} button={house.take} onSeats={take} chosen={choice.value.seats.length} />
        <fieldset class={css.views}>
          <legend class="unseen">{t.view}</legend>
          {(['map', 'list'] as const).map((one) => (
            <label key={one}>
              <input type="radio" name="view" checked={view === one} onChange={() => show(one)} />
              {t[one]}
            </label>
          ))}
        </fieldset>
      </div>
      {view === 'map' ? (
        <SeatMapView map={map} tier={undefined} choice={choice} most={most} />
      ) : (
        <div>
          {map.sections.map((section) => (
            <SectionList key={section.sectionId} section={section} map={map} choice={choice} most={most} />
          ))}
        </div>
      )}
    </>
  );
}
