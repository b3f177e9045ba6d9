import { useState } from 'preact/hooks';
import { ErrorBoundary, LocationProvider, lazy, Route, Router } from 'preact-iso';
import { Programme } from '../programme/Programme';
import { notice } from './announce';
import { Broken } from './Broken';
import { NotFound } from './NotFound';
import { routes } from './routes';
import { Shell } from './Shell';

const Musical = lazy(() => import('../musical/MusicalPage'));
const Seats = lazy(() => import('../seats/Seats'));
const Pay = lazy(() => import('../purchase/PayPage'));
const Done = lazy(() => import('../purchase/DonePage'));
const Reservation = lazy(() => import('../reservations/ReservationPage'));
const Mine = lazy(() => import('../mine/MyPage'));
const Theatre = lazy(() => import('../theatre/TheatrePage'));
const SignedIn = lazy(() => import('../session/SignedIn'));

/** The buyers' app: a route a screen, each but the first loaded when it is asked for. */
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
        <Route path={routes.pay} component={Pay} />
        <Route path={routes.done} component={Done} />
        <Route path={routes.reservation} component={Reservation} />
        <Route path={routes.mine} component={Mine} />
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
