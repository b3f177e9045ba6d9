/** The addresses of the buyers' screens: the one place that knows how they are written. */
export const routes = {
  programme: '/',
  musical: '/musicals/:musicalId',
  seats: '/performances/:performanceId/seats',
  hold: '/performances/:performanceId/holds/:holdId',
  pay: '/reservations/:reservationId/pay',
  done: '/reservations/:reservationId/done',
  reservation: '/reservations/:reservationId',
  tickets: '/reservations/:reservationId/tickets',
  mine: '/my',
  profile: '/my/profile',
  loans: '/my/loans',
  membership: '/my/membership',
  terms: '/terms',
  privacy: '/privacy',
  imprint: '/imprint',
  contact: '/contact',
  signedIn: '/login/callback',
} as const;

const at = encodeURIComponent;

export const pathTo = {
  musical: (musicalId: string) => `/musicals/${at(musicalId)}`,
  seats: (performanceId: string) => `/performances/${at(performanceId)}/seats`,
  hold: (performanceId: string, holdId: string) => `/performances/${at(performanceId)}/holds/${at(holdId)}`,
  pay: (reservationId: string) => `/reservations/${at(reservationId)}/pay`,
  done: (reservationId: string) => `/reservations/${at(reservationId)}/done`,
  tickets: (reservationId: string) => `/reservations/${at(reservationId)}/tickets`,
  reservation: (reservationId: string) => `/reservations/${at(reservationId)}`,
  bill: (billId: string) => `${routes.membership}/${at(billId)}`,
};
