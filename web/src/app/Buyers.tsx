import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { ErrorBoundary, LocationProvider, lazy, Route, Router } from 'preact-iso';
import { speakOwn } from '../texts';
import { notice } from './announce';
import { Broken } from './Broken';
import { NotFound } from './NotFound';
import { routes } from './routes';
import { Shell } from './Shell';

const loadProgramme = () => import('../programme/Programme');
// The screen that most begin with is on its way while the app asks for its settings.
if (location.pathname === routes.programme) loadProgramme();

const Programme = screen(loadProgramme);
const Musical = screen(() => import('../musical/MusicalPage'));
const Seats = screen(() => import('../seats/Seats'));
const Hold = own(() => import('../purchase/HoldPage'));
const Pay = own(() => import('../purchase/PayPage'));
const Done = own(() => import('../purchase/DonePage'));
const Reservation = own(() => import('../reservations/ReservationPage'));
const Tickets = own(() => import('../tickets/TicketsPage'));
const Mine = own(() => import('../mine/MyPage'));
const Profile = own(() => import('../profile/ProfilePage'));
const Loans = own(() => import('../lending/LoansPage'));
const Membership = own(() => import('../membership/MembershipPage'));
const Theatre = screen(() => import('../theatre/TheatrePage'));
const SignedIn = screen(() => import('../session/SignedIn'));

/** A screen's code, loaded when it is asked for. What does not come says so, where it would else leave a blank page. */
function screen<Props>(load: () => Promise<{ default: (props: Props) => VNode }>) {
  return lazy(() => load().catch(() => ({ default: Broken as (props: Props) => VNode })));
}

/** A customer's own screen, with its texts. */
function own<Props>(load: () => Promise<{ default: (props: Props) => VNode }>) {
  return screen(async () => (await Promise.all([load(), speakOwn()]))[0]);
}

/** The buyers' app: a route a screen, each loaded when it is asked for. */
export function Buyers() {
  return (
    <LocationProvider>
      <Shell>
        <Screens />
      </Shell>
    </LocationProvider>
  );
}

function Screens() {
  const [failure, setFailure] = useState<unknown>();
  if (failure !== undefined) return <Broken />;
  return (
    <ErrorBoundary onError={setFailure}>
      <Router onRouteChange={focusTitle}>
        <Route path={routes.programme} component={Programme} />
        <Route path={routes.musical} component={Musical} />
        <Route path={routes.seats} component={Seats} />
        <Route path={routes.hold} component={Hold} />
        <Route path={routes.pay} component={Pay} />
        <Route path={routes.done} component={Done} />
        <Route path={routes.reservation} component={Reservation} />
        <Route path={routes.tickets} component={Tickets} />
        <Route path={routes.mine} component={Mine} />
        <Route path={routes.profile} component={Profile} />
        <Route path={routes.loans} component={Loans} />
        <Route path={`${routes.membership}/:billId?`} component={Membership} />
        <Route path={routes.terms} component={Theatre} page="terms" />
        <Route path={routes.privacy} component={Theatre} page="privacy" />
        <Route path={routes.imprint} component={Theatre} page="imprint" />
        <Route path={routes.contact} component={Theatre} page="contact" />
        <Route path={routes.signedIn} component={SignedIn} />
        <Route default component={NotFound} />
      </Router>
    </ErrorBoundary>
  );
}

/** A new page begins at its title, for the keyboard and for screen readers. */
function focusTitle(): void {
  notice.value = '';
  const title = document.querySelector<HTMLElement>('main h1');
  (title ?? document.querySelector<HTMLElement>('main'))?.focus({ preventScroll: true });
}
