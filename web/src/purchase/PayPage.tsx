import { useEffect } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { pathTo } from '../app/routes';
import { useTitle } from '../app/useTitle';
import { SignInGate } from '../parts/SignInGate';
import { ReservationProblem } from '../reservations/ReservationProblem';
import { useReservation } from '../reservations/useReservation';
import { useOwnTexts } from '../texts';
import { CameBack } from './CameBack';
import { BlankCheckout, Checkout } from './Checkout';
import { Clock } from './Clock';
import { LeaveToPay } from './LeaveToPay';

/** A reservation that is not paid: the customer comes back here from a payment that did not come to its end. */
export default function PayPage({ reservationId }: { readonly reservationId: string }) {
  return (
    <SignInGate>
      <Pay reservationId={reservationId} />
    </SignInGate>
  );
}

function Pay({ reservationId }: { readonly reservationId: string }) {
  const t = useOwnTexts().pay;
  const reservation = useReservation(reservationId);
  const { query, route } = useLocation();
  const { data, dataUpdatedAt } = reservation;
  const status = data?.status;
  const isToBePaid = status === undefined || status === 'placed' || status === 'held';
  useTitle(t.title);
  // Whatever the way here, back button or another tab: what is paid or over has its own page.
  useEffect(() => {
    if (!isToBePaid) route(pathTo.done(reservationId), true);
  }, [isToBePaid, reservationId, route]);
  if (reservation.isError && data === undefined)
    return <ReservationProblem error={reservation.error} onRetry={() => reservation.refetch()} />;
  if (data?.status !== 'held')
    return <BlankCheckout title={status === 'placed' ? t.placedTitle : t.title} waiting={reservation} />;
  return (
    <Checkout
      of={data}
      note={<CameBack code={query.code} stopped={t.stopped} declined={t.declined} />}
      clock={<Clock left={{ ...data, answeredAtMs: dataUpdatedAt }} onEnd={() => reservation.refetch()} />}
      form={(terms) => <LeaveToPay reservation={data} terms={terms} />}
    />
  );
}
