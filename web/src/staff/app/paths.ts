/** Where the staff's app is: all its addresses begin so. */
export const STAFF = '/staff';

const at = encodeURIComponent;

/** The addresses of the staff's screens: the one place that knows how they are written. */
export const staffPath = {
  home: STAFF,
  signedIn: `${STAFF}/login/callback`,
  programme: `${STAFF}/programme`,
  musical: (musicalId: string) => `${STAFF}/programme/${at(musicalId)}`,
  run: (musicalId: string) => `${STAFF}/programme/${at(musicalId)}/run`,
  performance: (performanceId: string) => `${STAFF}/performances/${at(performanceId)}`,
  operations: (view: string) => `${STAFF}/operations/${at(view)}`,
  plans: `${STAFF}/plan`,
  plan: (venueId: string) => `${STAFF}/plan/${at(venueId)}`,
  live: (performanceId: string) => `${STAFF}/live/${at(performanceId)}`,
  counter: (performanceId: string) => `${STAFF}/counter/${at(performanceId)}`,
  member: (customerId: string) => `${STAFF}/members?customer=${at(customerId)}`,
  reservation: (reservationId: string) => `${STAFF}/reservations/${at(reservationId)}`,
};
