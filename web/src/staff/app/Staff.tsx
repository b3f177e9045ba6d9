import { useState } from 'preact/hooks';
import { ErrorBoundary, LocationProvider, Route, Router } from 'preact-iso';
import { notice } from '../../app/announce';
import { Broken } from '../../app/Broken';
import { SignInGate } from '../../parts/SignInGate';
import SignedIn from '../../session/SignedIn';
import { Gate } from './Gate';
import { Home } from './Home';
import { NotHere } from './NotHere';
import { STAFF, staffPath } from './paths';
import { STAFF_ROUTES, type StaffRoute } from './routes';
import { Shell } from './Shell';

/** The staff's app: a page an address, each loaded when it is asked for. */
export function Staff() {
  return (
    <LocationProvider scope={STAFF}>
      <Shell>
        <Pages />
      </Shell>
    </LocationProvider>
  );
}

function Pages() {
  const [failure, setFailure] = useState<unknown>();
  if (failure !== undefined) return <Broken />;
  return (
    <ErrorBoundary onError={setFailure}>
      <Router onRouteChange={focusTitle}>
        <Route path={staffPath.signedIn} component={SignedIn} home={STAFF} />
        <Route path={STAFF} component={HomePage} />
        {STAFF_ROUTES.map((route) => (
          <Route key={route.path} path={route.path} component={pageOf(route)} />
        ))}
        <Route default component={NotHere} />
      </Router>
    </ErrorBoundary>
  );
}

const HomePage = () => (
  <SignInGate>
    <Home />
  </SignInGate>
);

const pages = new Map<StaffRoute, (props: object) => preact.JSX.Element>();

/** The page behind its gate: one component for one route, or each drawing would begin it anew. */
function pageOf(route: StaffRoute): (props: object) => preact.JSX.Element {
  const known = pages.get(route);
  if (known !== undefined) return known;
  const { page: Page, roles } = route;
  const page = (props: object) => (
    <Gate roles={roles}>
      <Page {...props} />
    </Gate>
  );
  pages.set(route, page);
  return page;
}

/** A new page begins at its title, for the keyboard and for screen readers. */
function focusTitle(): void {
  notice.value = '';
  const title = document.querySelector<HTMLElement>('main h1');
  (title ?? document.querySelector<HTMLElement>('main'))?.focus({ preventScroll: true });
}
