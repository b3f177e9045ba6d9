import { useQuery } from '@tanstack/preact-query';
import { performanceQuery } from '../api/queries';
import type { Reservation } from '../api/types';
import { useApp } from '../app/context';
import { inHouseOrder, placeOf, seatWords } from '../parts/seatName';
import { useOwnTexts } from '../texts';
import css from './Reservation.module.css';

type Props = {
  readonly reservation: Reservation;
  readonly chosen: readonly string[];
  readonly onChoose: (seats: string[]) => void;
};

/** Which of the seats are meant. At first it is all of them. */
export function SeatChoice({ reservation, chosen, onChoose }: Props) {
  const texts = useOwnTexts();
  const { api } = useApp();
  const { data } = useQuery(performanceQuery(api, reservation.performanceId));
  const sections = data?.sections ?? [];
  const inOrder = inHouseOrder(sections, reservation.seats);
  const isMeant = (seatId: string, seat: string, isChecked: boolean) =>
    seat === seatId ? isChecked : chosen.includes(seat);
  return (
    <fieldset class={css.choice}>
      <legend>{texts.reservation.which}</legend>
      {inOrder.map((seatId) => (
        <label key={seatId}>
          <input
            type="checkbox"
            checked={chosen.includes(seatId)}
            onChange={({ currentTarget: { checked } }) =>
              onChoose(inOrder.filter((seat) => isMeant(seatId, seat, checked)))
            }
          />
          {seatWords(texts.place, seatId, placeOf(sections, seatId))}
        </label>
      ))}
    </fieldset>
  );
}
