import { useTexts } from '../texts';
import { notice } from './announce';
import { useApp } from './context';

/** Leaves for the sign-in page; when that cannot be reached, says so and stays. */
export function useSignIn(): (returnTo?: string) => Promise<void> {
  const { session } = useApp();
  const t = useTexts().app;
  return async (returnTo) => {
    notice.value = '';
    await session.signIn(returnTo).catch(() => {
      notice.value = t.signInUnreachable;
    });
  };
}
