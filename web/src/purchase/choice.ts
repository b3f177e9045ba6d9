import { type Signal, signal } from '@preact/signals';
import type { TabStorage } from './intent';

/** What a visitor wants of one performance, before anything is held. */
export type Choice = {
  /** How many go together; the map and the best places follow it. */
  readonly partySize: number;
  readonly wanted: Wanted;
};

export type Wanted =
  | { readonly kind: 'seats'; readonly seats: readonly string[] }
  /** The best that the house finds in a section; for standing places the only way. */
  | { readonly kind: 'best'; readonly sectionId: string; readonly quantity: number };

const NOTHING: Choice = { partySize: 2, wanted: { kind: 'seats', seats: [] } };

const choices = new Map<string, Signal<Choice>>();

/** The choice for a performance: one signal, kept in the tab's storage, so that a reload or a login loses nothing. */
export function choiceFor(performanceId: string, storage: TabStorage = sessionStorage): Signal<Choice> {
  const known = choices.get(performanceId);
  if (known !== undefined) return known;
  const name = `choice:${performanceId}`;
  const choice = signal(parseChoice(storage.getItem(name)));
  choice.subscribe((value) => storage.setItem(name, JSON.stringify(value)));
  choices.set(performanceId, choice);
  return choice;
}

/** Forgets what was wanted; the size of the party stays. */
export function clearChoice(performanceId: string, storage: TabStorage = sessionStorage): void {
  const choice = choiceFor(performanceId, storage);
  choice.value = { ...choice.value, wanted: NOTHING.wanted };
}

export const seatCountOf = ({ wanted }: Choice): number =>
  wanted.kind === 'seats' ? wanted.seats.length : wanted.quantity;

/** With the seat or without it. Named seats take the place of a number of standing places: one hold has one kind. */
export function withSeat({ partySize, wanted }: Choice, seatId: string, isWanted: boolean): Choice {
  const others = wanted.kind === 'seats' ? wanted.seats.filter((other) => other !== seatId) : [];
  return { partySize, wanted: { kind: 'seats', seats: isWanted ? [...others, seatId] : others } };
}

/** As many of the best places of a section; none is nothing. */
export const withBest = ({ partySize }: Choice, sectionId: string, quantity: number): Choice => ({
  partySize,
  wanted: quantity === 0 ? NOTHING.wanted : { kind: 'best', sectionId, quantity },
});

/** With more or fewer who go together; the best places follow, named seats stay as they are. */
export const withPartySize = ({ wanted }: Choice, partySize: number): Choice => ({
  partySize,
  wanted: wanted.kind === 'best' ? { ...wanted, quantity: partySize } : wanted,
});

/** Keeps what is still free when somebody else has some of the seats. */
export const withoutSeats = (choice: Choice, taken: readonly string[]): Choice =>
  taken.reduce(
    (left, seatId) => (left.wanted.kind === 'seats' ? withSeat(left, seatId, false) : left),
    choice,
  );

/** Reads what an earlier page has stored; whatever is not a choice is none. */
export function parseChoice(stored: string | null): Choice {
  try {
    const { partySize, wanted } = JSON.parse(stored ?? '') as Partial<Choice>;
    return { partySize: isCount(partySize) ? partySize : NOTHING.partySize, wanted: wantedOf(wanted) };
  } catch {
    return NOTHING;
  }
}

function wantedOf(wanted: Partial<Record<string, unknown>> | undefined): Wanted {
  if (wanted?.kind === 'seats' && Array.isArray(wanted.seats))
    return { kind: 'seats', seats: wanted.seats.filter((seat) => typeof seat === 'string') };
  if (wanted?.kind === 'best' && typeof wanted.sectionId === 'string' && isCount(wanted.quantity))
    return { kind: 'best', sectionId: wanted.sectionId, quantity: wanted.quantity };
  return NOTHING.wanted;
}

const isCount = (value: unknown): value is number => Number.isInteger(value) && Number(value) > 0;
