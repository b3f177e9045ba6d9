import type { ComponentType } from 'preact';
import { lazy } from 'preact-iso';
import type { Role } from './roles';

/** The desks in the order of the navigation; each has its name in the staff's texts. */
export const DESKS = ['programme', 'plan', 'live', 'counter', 'operations', 'lending', 'members'] as const;
export type Desk = (typeof DESKS)[number];

export type StaffRoute = {
  readonly desk: Desk;
  readonly path: string;
  /** Whose page it is; an admin's every page is. */
  readonly roles: readonly Role[];
  readonly page: ComponentType;
};

// biome-ignore lint/suspicious/noExplicitAny: a page takes what its address says, and each says something else.
type Load = () => Promise<{ default: ComponentType<any> }>;

const route = (desk: Desk, path: string, roles: readonly Role[], load: Load): StaffRoute => ({
  desk,
  path: `/staff/${path}`,
  roles,
  page: lazy(load),
});

const ADMIN = ['admin'] as const;
const SELLERS = ['admin', 'box-office'] as const;

/** Every page of the staff, a line each. The first of a desk is where the navigation leads. */
export const STAFF_ROUTES: readonly StaffRoute[] = [
  route('programme', 'programme', SELLERS, () => import('../programme/Programme')),
  route('programme', 'programme/:musicalId', SELLERS, () => import('../programme/MusicalPage')),
  route('programme', 'programme/:musicalId/run', ADMIN, () => import('../programme/RunPage')),
  route('programme', 'performances/:performanceId', SELLERS, () => import('../programme/PerformancePage')),
  route('operations', 'operations', SELLERS, () => import('../operations/Operations')),
  route('operations', 'operations/:view', SELLERS, () => import('../operations/Operations')),
  route('live', 'live', ['box-office'], () => import('../live/LiveHub')),
  route('live', 'live/:performanceId', ['box-office'], () => import('../live/LivePage')),
  route('plan', 'plan', [], () => import('../plan/PlansPage')),
  route('plan', 'plan/:venueId', [], () => import('../plan/PlanPage')),
  route('counter', 'counter', ['box-office'], () => import('../counter/CounterPage')),
  route('counter', 'counter/:performanceId', ['box-office'], () => import('../counter/SellPage')),
  route(
    'counter',
    'counter/:performanceId/withheld',
    ['box-office'],
    () => import('../counter/WithheldPage'),
  ),
  route(
    'counter',
    'counter/:performanceId/sold/:reservationId',
    ['box-office'],
    () => import('../counter/SoldPage'),
  ),
  route('counter', 'reservations/:reservationId', ['box-office'], () => import('../counter/ReservationPage')),
  route(
    'counter',
    'reservations/:reservationId/reseat',
    ['box-office'],
    () => import('../counter/ReseatPage'),
  ),
  route('lending', 'lending', ['box-office'], () => import('../lending/LendingPage')),
  route('members', 'members', ['box-office'], () => import('../members/MembersPage')),
];

/** The desks that somebody sees, each with its first page. */
export const desksFor = (may: (route: StaffRoute) => boolean): readonly StaffRoute[] =>
  DESKS.flatMap((desk) => STAFF_ROUTES.find((one) => one.desk === desk && may(one)) ?? []);
