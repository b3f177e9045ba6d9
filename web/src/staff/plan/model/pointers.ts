import type { Place } from './checks';
import type { House } from './house';

/** What the API says is wrong with a house that was sent, and where that is. */
export type Refused = { readonly at: Place; readonly pointer: string; readonly detail: string };

/** The errors of an answer of `invalid-request`, each at the row or the section that it is about. */
export function refusedIn(
  house: House,
  errors: readonly { readonly pointer: string; readonly detail: string }[],
): Refused[] {
  return errors.map((error) => ({ ...error, at: placeOf(house, error.pointer) }));
}

/** `/sections/0/rows/3/numbers/5` is a seat; what the house does not have is not pointed at. */
export function placeOf({ sections }: House, pointer: string): Place {
  const found = /^\/sections\/(\d+)(?:\/rows\/(\d+)(?:\/(?:numbers|positions|guids)\/(\d+))?)?/.exec(pointer);
  const [section, row, seat] = (found?.slice(1) ?? []).map((part) =>
    part === undefined ? undefined : Number(part),
  );
  const known = section === undefined ? undefined : sections[section];
  if (section === undefined || known === undefined) return {};
  if (row === undefined || known.kind === 'standing' || known.rows[row] === undefined) return { section };
  return { section, row, ...(seat === undefined ? {} : { seats: [seat] }) };
}
