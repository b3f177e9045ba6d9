import type { paths } from './schema';

export type { paths };

/** The body of an answer with this status. */
export type Answer<Operation, Status extends number> = Operation extends {
  responses: Record<Status, { content: { 'application/json': infer Body } }>;
}
  ? Body
  : never;

export type Musical = Answer<paths['/musicals/{musicalId}']['get'], 200>;
export type MusicalsPage = Answer<paths['/musicals']['get'], 200>;
export type Performance = Answer<paths['/performances/{performanceId}']['get'], 200>;
/** As the list of a musical has it, without its seats. */
export type ListedPerformance = Answer<
  paths['/musicals/{musicalId}/performances']['get'],
  200
>['items'][number];
export type SeatMap = Answer<paths['/performances/{performanceId}/seats']['get'], 200>;
export type Availability = Answer<paths['/performances/{performanceId}/availability']['get'], 200>;
export type Plan = Answer<paths['/performances/{performanceId}/plan']['get'], 200>;
export type Hold = Answer<paths['/performances/{performanceId}/holds']['post'], 201>;
export type Reservation = Answer<paths['/reservations/{reservationId}']['get'], 200>;
export type ReservationStatus = Reservation['status'];
export type CancellationQuote = Answer<paths['/reservations/{reservationId}/cancellation']['get'], 200>;
export type Ticket = Answer<paths['/reservations/{reservationId}/tickets']['get'], 200>['items'][number];
export type Item = Answer<paths['/items']['get'], 200>['items'][number];
export type Loan = Answer<paths['/loans']['get'], 200>['items'][number];
/** What members pay each month, and what it gives them. */
export type MembershipPlan = Answer<paths['/plans']['get'], 200>['items'][number];
export type Membership = Answer<paths['/memberships']['get'], 200>['items'][number];
export type Bill = Answer<paths['/bills/{billId}']['get'], 200>;
export type MyPage = Answer<paths['/mypage']['get'], 200>;
/** All that is kept of a customer. */
export type Me = Answer<paths['/me']['get'], 200>;
export type Notice = Answer<paths['/notifications']['get'], 200>['items'][number];
/** What a scanner needs that loses its connection. */
export type DoorView = Answer<paths['/admin/performances/{performanceId}/door']['get'], 200>;
export type ScanVerdict = Answer<
  paths['/admin/performances/{performanceId}/admissions']['post'],
  200
>['items'][number];
