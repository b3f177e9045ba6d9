import { generalProblems, Problem, type ProblemDefinition } from '../shared/http/problem';

/** Every problem the API can answer, by its code. A test holds docs/problems.md equal to this table. */
export const problems = {
  ...generalProblems,
  'payment-declined': { status: 402, title: 'The payment was declined', retryable: false },
  'seat-taken': { status: 409, title: 'A seat is somebody else’s', retryable: false },
  'sold-out': { status: 409, title: 'Not enough seats are left', retryable: false },
  'renewal-limit': { status: 409, title: 'The hold can be renewed no more', retryable: false },
  'hold-expired': { status: 409, title: 'The hold or the time to pay has run out', retryable: false },
  'wrong-state': { status: 409, title: 'Not possible in this state', retryable: false },
  'live-reservations': { status: 409, title: 'There are live reservations', retryable: false },
  'in-use': { status: 409, title: 'It is still needed', retryable: false },
  'out-of-stock': { status: 409, title: 'Not as many are there', retryable: false },
  overdue: { status: 409, title: 'Something borrowed is overdue', retryable: false },
  'customer-limit': { status: 409, title: 'More seats than one customer may hold', retryable: false },
  'erasure-under-way': { status: 409, title: 'The customer’s data are being erased', retryable: false },
  'not-on-sale': { status: 409, title: 'The performance is not on sale', retryable: false },
  'members-only': { status: 409, title: 'It is for members', retryable: false },
  'cancellation-closed': { status: 409, title: 'It can no longer be cancelled', retryable: false },
  'ticket-admitted': { status: 409, title: 'Somebody was let in with one of the tickets', retryable: false },
  confirm: { status: 409, title: 'This cannot be undone and asks first', retryable: false },
  'too-many-holds': { status: 429, title: 'Seats were held too often', retryable: true },
  'amount-mismatch': { status: 422, title: 'The amount is not the price', retryable: false },
} as const satisfies Record<string, ProblemDefinition>;

export type ProblemCode = keyof typeof problems;

/** A refusal for the caller. `detail` says what to change, and `extensions` become members of the problem document. */
export const problem = (
  code: ProblemCode,
  detail: string,
  extensions: Readonly<Record<string, unknown>> = {},
): Problem => new Problem(code, problems[code], detail, extensions);
