import { useEffect, useState } from 'preact/hooks';
import { LocationProvider, Route, Router } from 'preact-iso';
import { serverNow } from '../../api/serverClock';
import { Broken } from '../../app/Broken';
import SignedIn from '../../session/SignedIn';
import { Gate } from '../../staff/app/Gate';
import { isWaiting } from '../judging/list';
import { type KeptHere, openKept, type Place } from '../kept/store';
import { AtTheDoor } from '../screens/AtTheDoor';
import { Choose } from '../screens/Choose';
import { DOOR } from './paths';

/** The door's app. */
export function Door() {
  return (
    <LocationProvider scope={DOOR}>
      <Router>
        <Route path={`${DOOR}/login/callback`} component={Arriving} />
        <Route default component={Begin} />
      </Router>
    </LocationProvider>
  );
}

const Arriving = () => (
  <main>
    <SignedIn home={DOOR} />
  </main>
);

type Here = { readonly kept: KeptHere; readonly place: Place | undefined };

/** A device that knows its place is at the door at once, also without a login: the list is on it. */
function Begin() {
  const [here, setHere] = useState<Here | 'broken'>();
  useEffect(() => {
    const open = async () => {
      const kept = await openKept();
      await dropPlayed(kept);
      setHere({ kept, place: await kept.place() });
    };
    open().catch(() => setHere('broken'));
  }, []);
  if (here === 'broken')
    return (
      <main>
        <Broken />
      </main>
    );
  if (here === undefined) return null;
  const { kept, place } = here;
  const go = (next: Place | undefined) => setHere({ kept, place: next });
  if (place !== undefined)
    return <AtTheDoor {...{ kept, place }} onLeave={() => kept.leave().then(() => go(undefined))} />;
  return (
    <main>
      <Gate roles={['door']}>
        <Choose kept={kept} onChosen={go} />
      </Gate>
    </main>
  );
}

const DAY_MS = 24 * 3_600_000;

/** What was played the day before goes, when everybody who was let in is told. */
async function dropPlayed(kept: KeptHere): Promise<void> {
  const startsAtMs = Date.parse((await kept.place())?.performance.startsAt ?? '');
  if (startsAtMs + DAY_MS > serverNow() || (await kept.letIn()).some(isWaiting)) return;
  await kept.leave();
}
