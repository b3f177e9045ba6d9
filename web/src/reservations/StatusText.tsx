import type { Reservation } from '../api/types';
import { useTexts } from '../texts';

const PROBLEM_OF_REFUSAL = {
  'seat-taken': 'seat-taken',
  'sold-out': 'sold-out',
  'not-on-sale': 'not-on-sale',
  'unknown-seats': 'not-on-sale',
  'customer-limit': 'customer-limit',
  'hold-expired': 'hold-expired',
} as const;

const isKeyOf = <T extends object>(table: T, key: string | undefined): key is keyof T & string =>
  key !== undefined && Object.hasOwn(table, key);

/** How a reservation stands, money and seats first, and why. */
export function StatusText({ reservation }: { readonly reservation: Reservation }) {
  const t = useTexts();
  const { status, cancellation, refusal } = reservation;
  const { because } = t.reservation;
  return (
    <p>
      {isKeyOf(because, cancellation?.reason) && `${because[cancellation.reason]} `}
      {t.reservation.says[status]}
      {isKeyOf(PROBLEM_OF_REFUSAL, refusal?.reason) && ` ${t.problems[PROBLEM_OF_REFUSAL[refusal.reason]]}`}
    </p>
  );
}
