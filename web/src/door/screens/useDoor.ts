import { useEffect, useMemo, useState } from 'preact/hooks';
import { serverNow } from '../../api/serverClock';
import { useApp } from '../../app/context';
import { type Door, openDoor } from '../judging/door';
import { doorServer } from '../judging/server';
import type { KeptHere, Place } from '../kept/store';

const sleep = (ms: number) => new Promise((wake) => setTimeout(wake, ms));

/** The door of this place, as soon as it has read what this device keeps. */
export function useDoor(kept: KeptHere, place: Place): Door | undefined {
  const { api } = useApp();
  const [door, setDoor] = useState<Door>();
  const server = useMemo(() => doorServer(api), [api]);
  useEffect(() => {
    const { scanner } = place;
    const { performanceId } = place.performance;
    const deps = { performanceId, scanner, server, kept, nowMs: Date.now, serverNowMs: serverNow, sleep };
    openDoor({ ...deps, newId: () => crypto.randomUUID() }).then(setDoor);
  }, [server, kept, place]);
  return door;
}
