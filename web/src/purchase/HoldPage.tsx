import { useMutation, useQuery, useQueryClient } from '@tanstack/preact-query';
import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { reservationQuery } from '../api/ownQueries';
import { asProblem } from '../api/problem';
import { holdsQuery } from '../api/queries';
import { isBusy, pauseMs } from '../api/queryClient';
import type { Hold } from '../api/types';
import { useApp } from '../app/context';
import { pathTo } from '../app/routes';
import { useTitle } from '../app/useTitle';
import { Message } from '../parts/Message';
import { ProblemNote } from '../parts/ProblemNote';
import { SignInGate } from '../parts/SignInGate';
import { SlowNote } from '../parts/SlowNote';
import { ReservationProblem } from '../reservations/ReservationProblem';
import { useOwnTexts } from '../texts';
import { BlankCheckout, Checkout, type TermsShown } from './Checkout';
import { HoldClock } from './HoldClock';
import { OtherSeats, PayForm } from './PayForm';
import { PriceTypeChoice } from './PriceTypeChoice';
import { pressToPay, takePress } from './pressedToPay';
import { chosen, type PriceTypesChosen } from './priceTypes';
import { reserveHeld } from './reserve';
import { useHolds, useRelease } from './useHolds';

type Props = { readonly performanceId: string; readonly holdId: string };

/** Seats that are held: the time left and more of it, what they cost, and one button that reserves them and leaves to pay. */
export default function HoldPage(props: Props) {
  return (
    <SignInGate>
      <Held {...props} />
    </SignInGate>
  );
}

function Held({ performanceId, holdId }: Props) {
  const t = useOwnTexts().pay;
  const { route } = useLocation();
  const holds = useHolds(performanceId);
  const [isReleased, setIsReleased] = useState(false);
  const [priceTypes, setPriceTypes] = usePriceTypes(holdId);
  const hold = holds.data?.items.find((one) => one.holdId === holdId);
  useTitle(t.title);
  const toSeats = () => {
    setIsReleased(true);
    route(pathTo.seats(performanceId));
  };
  if (holds.isError && holds.data === undefined)
    return <ReservationProblem error={holds.error} onRetry={() => holds.refetch()} />;
  if (holds.data === undefined || (hold === undefined && isReleased))
    return <BlankCheckout title={t.title} waiting={holds} />;
  if (hold === undefined) return <NotHeld performanceId={performanceId} holdId={holdId} />;
  return (
    <Checkout
      of={chosen(hold, priceTypes)}
      ofLine={(seatId, seat) => (
        <PriceTypeChoice
          hold={hold}
          seatId={seatId}
          seat={seat}
          value={priceTypes}
          onChange={setPriceTypes}
        />
      )}
      clock={<HoldClock hold={hold} answeredAtMs={holds.dataUpdatedAt} onEnd={() => holds.refetch()} />}
      form={(terms) => (
        <ReserveAndPay hold={hold} priceTypes={priceTypes} terms={terms} onReleased={toSeats} />
      )}
    />
  );
}

/** Who pays which price: a reload in this tab keeps it. */
function usePriceTypes(holdId: string) {
  const kept = `price-types:${holdId}`;
  const [priceTypes, choose] = useState<PriceTypesChosen>(() =>
    JSON.parse(sessionStorage.getItem(kept) ?? '{}'),
  );
  const chooseAndKeep = (next: PriceTypesChosen) => {
    sessionStorage.setItem(kept, JSON.stringify(next));
    choose(next);
  };
  return [priceTypes, chooseAndKeep] as const;
}

const MOST_RETRIES = 3;

type FormProps = {
  readonly hold: Hold;
  readonly priceTypes: PriceTypesChosen;
  readonly terms: TermsShown;
  readonly onReleased: () => void;
};

function ReserveAndPay({ hold, priceTypes, terms, onReleased }: FormProps) {
  const { api } = useApp();
  const { route } = useLocation();
  const queries = useQueryClient();
  const { performanceId, holdId } = hold;
  const reserving = useMutation({
    mutationFn: () => reserveHeld(api, hold, priceTypes),
    retry: (failures, error) => isBusy(error) && failures < MOST_RETRIES,
    retryDelay: pauseMs,
    onMutate: () => pressToPay(holdId),
    onSuccess: (reservation) => {
      queries.setQueryData(reservationQuery(api, holdId).queryKey, reservation);
      route(pathTo.pay(holdId), true);
    },
    onError: () => {
      takePress(holdId);
      queries.invalidateQueries(holdsQuery(api, performanceId));
    },
  });
  const release = useRelease(hold, onReleased);
  const failure = reserving.error ?? release.error;
  return (
    <PayForm
      id={holdId}
      of={chosen(hold, priceTypes)}
      terms={terms}
      isUnderWay={reserving.isPending || reserving.isSuccess}
      onPay={reserving.mutate}
    >
      <SlowNote of={reserving} />
      {failure !== null && <ProblemNote error={failure} />}
      <OtherSeats
        isPending={release.isPending || reserving.isPending || reserving.isSuccess}
        onPress={release.mutate}
      />
    </PayForm>
  );
}

/** It is reserved, here or in another tab, and has a page of its own; or its time is over. */
function NotHeld({ performanceId, holdId }: Props) {
  const t = useOwnTexts().pay;
  const { api } = useApp();
  const { route } = useLocation();
  const reservation = useQuery(reservationQuery(api, holdId));
  const isReserved = reservation.data !== undefined;
  useEffect(() => {
    if (isReserved) route(pathTo.pay(holdId), true);
  }, [isReserved, holdId, route]);
  if (!reservation.isError) return <BlankCheckout title={t.title} waiting={reservation} />;
  if (asProblem(reservation.error).code !== 'not-found')
    return <ReservationProblem error={reservation.error} onRetry={() => reservation.refetch()} />;
  return (
    <Message title={t.timeIsUp} text={t.notHeld}>
      <a class="button" href={pathTo.seats(performanceId)}>
        {t.chooseAgain}
      </a>
    </Message>
  );
}
