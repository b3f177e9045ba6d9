import type { Answer, paths } from '../api/types';

export type Timeline = Answer<paths['/admin/reservations/{reservationId}/timeline']['get'], 200>;
/** As the box office's list has it, with who made it. */
export type ListedReservation = Answer<paths['/admin/reservations']['get'], 200>['items'][number];
export type PerformanceSales = Answer<paths['/admin/performances/{performanceId}/sales']['get'], 200>;
export type SalesOfDays = Answer<paths['/admin/sales']['get'], 200>;
export type WithheldSeats = Answer<
  paths['/admin/performances/{performanceId}/withheld']['get'],
  200
>['items'][number];
export type Door = Answer<paths['/admin/performances/{performanceId}/door']['get'], 200>;
export type Difference = Answer<paths['/admin/reconciliation']['get'], 200>['items'][number];
export type Pending = Answer<paths['/admin/pending']['get'], 200>['items'][number];
export type CounterSaleBody =
  paths['/admin/reservations']['post']['requestBody']['content']['application/json'];
export type ReseatBody =
  paths['/admin/reservations/{reservationId}/reseat']['post']['requestBody']['content']['application/json'];
export type StaffCancellationBody =
  paths['/admin/reservations/{reservationId}/cancellation']['post']['requestBody']['content']['application/json'];
