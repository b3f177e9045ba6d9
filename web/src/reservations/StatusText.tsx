import type { Reservation } from '../api/types';
import { useOwnTexts, useProblemText } from '../texts';

type Refusal = NonNullable<Reservation['refusal']>['reason'];

const PROBLEM_OF_REFUSAL = {
  'seat-taken': 'seat-taken',
  'sold-out': 'sold-out',
  'not-on-sale': 'not-on-sale',
  'unknown-seats': 'not-on-sale',
  'price-type': 'invalid-request',
  'members-only': 'members-only',
  'customer-limit': 'customer-limit',
  'hold-expired': 'hold-expired',
} as const satisfies Record<Refusal, string>;

const LIVE: readonly Reservation['status'][] = ['held', 'paying', 'paid', 'completed'];
const isMoved = ({ status, moves = [] }: Reservation): boolean => moves.length > 0 && LIVE.includes(status);

/** How a reservation stands, money and seats first, and why. */
export function StatusText({ reservation }: { readonly reservation: Reservation }) {
  const t = useOwnTexts();
  const { status, cancellation, refusal } = reservation;
  const refused = useProblemText(refusal && PROBLEM_OF_REFUSAL[refusal.reason]);
  return (
    <p>
      {status !== 'completed' &&
        cancellation !== undefined &&
        `${t.reservation.because[cancellation.reason]} `}
      {t.reservation.says[status]}
      {isMoved(reservation) && ` ${t.reservation.moved}`}
      {refused !== '' && ` ${refused}`}
    </p>
  );
}
