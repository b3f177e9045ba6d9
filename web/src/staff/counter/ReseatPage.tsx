import { useQueryClient } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { answered } from '../../api/client';
import { reservationQuery } from '../../api/ownQueries';
import { pricesIn } from '../../api/prices';
import { asProblem } from '../../api/problem';
import type { Reservation } from '../../api/types';
import { announce } from '../../app/announce';
import { useApp } from '../../app/context';
import { useTitle } from '../../app/useTitle';
import { Blank } from '../../parts/Blank';
import { inHouseOrder, placeOf, seatWords } from '../../parts/seatName';
import { choiceFor, clearChoice, withoutSeats } from '../../purchase/choice';
import { useReservation } from '../../reservations/useReservation';
import { useTexts } from '../../texts';
import { staffPath } from '../app/paths';
import { Chooser } from '../house/Chooser';
import css from '../house/House.module.css';
import { HouseFrame, type OpenHouse } from '../house/HouseFrame';
import type { Offer } from '../house/marks';
import { useStaffHouse } from '../house/staffSeats';
import { StaffProblem } from '../parts/StaffProblem';
import type { ReseatBody } from '../types';
import { ActNote } from './ActNote';
import own from './Counter.module.css';
import { hasDifference, pairsOf, reseatBodyOf, seatsLeft } from './reseating';
import { useCounterTexts } from './texts';
import { useAct } from './useAct';

/** Other seats for some of a reservation's: which are given up at the right, which are taken on the map. */
export default function ReseatPage({ reservationId }: { readonly reservationId: string }) {
  const t = useCounterTexts();
  const reservation = useReservation(reservationId);
  useTitle(t.reseat);
  if (reservation.data !== undefined) return <Seats reservation={reservation.data} />;
  return (
    <>
      <h1 tabIndex={-1}>{t.reseat}</h1>
      {reservation.isLoadingError ? (
        <StaffProblem error={reservation.error} onRetry={() => reservation.refetch()} />
      ) : (
        <Blank letters={24} />
      )}
    </>
  );
}

function Seats({ reservation }: { readonly reservation: Reservation }) {
  const t = useCounterTexts();
  const { performanceId } = reservation;
  const [offer, setOffer] = useState<Offer>('free');
  const house = useStaffHouse(performanceId, offer);
  return (
    <HouseFrame performanceId={performanceId} title={t.reseat} here="counter" house={house}>
      {(open) => <Reseat reservation={reservation} house={open} offer={offer} onOffer={setOffer} />}
    </HouseFrame>
  );
}

type Props = {
  readonly reservation: Reservation;
  readonly house: OpenHouse;
  readonly offer: Offer;
  readonly onOffer: (offer: Offer) => void;
};

function Reseat({ reservation, house, offer, onOffer }: Props) {
  const t = useCounterTexts();
  const { api } = useApp();
  const { route } = useLocation();
  const queries = useQueryClient();
  const { reservationId, lines } = reservation;
  const all = inHouseOrder(house.performance.sections, seatsLeft(reservation));
  const [from, setFrom] = useState<readonly string[]>(all);
  const [waives, setWaives] = useState(false);
  const name = `reseat/${offer}/${reservationId}`;
  const choice = choiceFor(name);
  const to = choice.value.seats;
  const { sections, priceTiers } = house.performance;
  const differs = hasDifference(
    from.map((seatId) => ({
      seatId,
      tier: lines.find((line) => line.seatId === seatId)?.tier ?? '',
    })),
    to.map((seatId) => ({ seatId, tier: placeOf(sections, seatId)?.tier ?? '' })),
    new Map(pricesIn(priceTiers)),
  );
  const act = useAct({
    intent: `reseat:${reservationId}`,
    send: ({ key, body }: { key: string; body: ReseatBody }) =>
      answered(
        api.POST('/admin/reservations/{reservationId}/reseat', {
          params: { path: { reservationId }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ).catch((error) => {
        choice.value = withoutSeats(choice.value, asProblem(error).taken);
        throw error;
      }),
    onDone: (after) => {
      clearChoice(name);
      queries.setQueryData(reservationQuery(api, reservationId).queryKey, after);
      const isThere = to.every((seatId) => after.seats.includes(seatId));
      announce(isThere ? t.reseated : t.reseatIsAsked);
      route(staffPath.reservation(reservationId));
    },
  });
  const isReady = from.length > 0 && from.length === to.length && (!differs || waives);
  const submit = (event: Event) => {
    event.preventDefault();
    if (isReady && !act.isUnanswered) act.run(() => reseatBodyOf(from, to, differs, offer === 'withheld'));
  };
  return (
    <div class={css.split}>
      <div class={css.house}>
        <fieldset class="choices">
          <legend class="unseen">{t.offer.legend}</legend>
          {(['free', 'withheld'] as const).map((one) => (
            <label key={one}>
              <input type="radio" name="offer" checked={offer === one} onChange={() => onOffer(one)} />
              {t.offer[one]}
            </label>
          ))}
        </fieldset>
        <Chooser house={house} choice={choice} most={from.length} />
      </div>
      <form class={own.sale} onSubmit={submit} aria-label={t.reseat}>
        <h2>{t.reseat}</h2>
        <From all={all} from={from} onFrom={setFrom} house={house} />
        <Pairs from={from} to={to} house={house} />
        {differs && (
          <label class={own.waive}>
            <input
              type="checkbox"
              checked={waives}
              onChange={(event) => setWaives(event.currentTarget.checked)}
            />
            {t.waive}
          </label>
        )}
        <ActNote act={act} />
        {!act.isUnanswered && (
          <button type="submit" class="button wide" disabled={!isReady || act.isPending}>
            {t.reseatNow(from.length)}
          </button>
        )}
        {from.length !== to.length && <p class="soft small">{t.asMany(from.length, to.length)}</p>}
      </form>
    </div>
  );
}

function From({
  all,
  from,
  onFrom,
  house,
}: {
  readonly all: readonly string[];
  readonly from: readonly string[];
  readonly onFrom: (from: readonly string[]) => void;
  readonly house: OpenHouse;
}) {
  const t = useCounterTexts();
  const { place } = useTexts();
  return (
    <fieldset class={own.seatChoice}>
      <legend>{t.givenUp}</legend>
      {all.map((seatId) => (
        <label key={seatId}>
          <input
            type="checkbox"
            checked={from.includes(seatId)}
            onChange={(event) => {
              const { checked } = event.currentTarget;
              onFrom(all.filter((seat) => (seat === seatId ? checked : from.includes(seat))));
            }}
          />
          {seatWords(place, seatId, placeOf(house.performance.sections, seatId))}
        </label>
      ))}
    </fieldset>
  );
}

function Pairs({
  from,
  to,
  house: {
    performance: { sections },
  },
}: {
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly house: OpenHouse;
}) {
  const t = useCounterTexts();
  const { place } = useTexts();
  const words = (seatId: string) => seatWords(place, seatId, placeOf(sections, seatId));
  return (
    <ul class={own.pairs} aria-label={t.pairs}>
      {pairsOf(from, to).map((pair) => (
        <li key={pair.from}>
          {words(pair.from)} → {pair.to === undefined ? <span class="soft">…</span> : words(pair.to)}
        </li>
      ))}
    </ul>
  );
}
