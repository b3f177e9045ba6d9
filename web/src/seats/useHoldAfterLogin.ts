import { useEffect } from 'preact/hooks';
import { useApp } from '../app/context';
import { useReturned } from '../app/useReturned';
import { useSignIn } from '../app/useSignIn';

const KEPT = 'hold-after-login';

const forget = () => sessionStorage.removeItem(KEPT);

/** Leaves for the login, and goes on with holding as soon as the customer is back from it: one press does both. */
export function useHoldAfterLogin(performanceId: string, hold: () => void): () => void {
  const { session } = useApp();
  const signIn = useSignIn();
  useEffect(() => {
    const isAskedFor = sessionStorage.getItem(KEPT) === performanceId;
    forget();
    if (isAskedFor && session.customer.value !== undefined) hold();
  }, []);
  // Who came back without a login has thought better of it.
  useReturned(forget);
  return () => {
    sessionStorage.setItem(KEPT, performanceId);
    signIn().then(forget);
  };
}
