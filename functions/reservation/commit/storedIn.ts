import type { Versioned } from '../../../shared/kernel/versioned';
import type { In, Reservation, Status } from '../domain/reservation';

/** A stored reservation that is known to be in this status. */
export type StoredIn<S extends Status> = Versioned<In<S>>;

export const isStoredIn = <S extends Status>(
  stored: Versioned<Reservation>,
  status: S,
): stored is StoredIn<S> => stored.value.status === status;
