import { useEffect, useState } from 'preact/hooks';
import { useApp } from '../app/context';
import { type KeptTickets, keptTickets } from './keptTickets';

/** What this device has kept, of who has signed in if somebody has. Undefined until it is read. */
export function useKeptTickets(): readonly KeptTickets[] | undefined {
  const { session } = useApp();
  const customerId = session.customer.value?.customerId;
  const [found, setFound] = useState<{ of: string | undefined; kept: readonly KeptTickets[] }>();
  useEffect(() => {
    let isAsked = true;
    keptTickets(customerId).then((kept) => isAsked && setFound({ of: customerId, kept }));
    return () => {
      isAsked = false;
    };
  }, [customerId]);
  return found?.of === customerId ? found?.kept : undefined;
}
