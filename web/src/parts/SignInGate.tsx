import type { ComponentChildren } from 'preact';
import { useApp } from '../app/context';
import { useSignIn } from '../app/useSignIn';
import { useTitle } from '../app/useTitle';
import { useTexts } from '../texts';
import { Message } from './Message';

/** Shows its children to who has signed in. Everybody else is asked to, and comes back to this address. */
export function SignInGate({ children }: { readonly children: ComponentChildren }) {
  const { session } = useApp();
  return session.customer.value === undefined ? <AskToSignIn /> : children;
}

function AskToSignIn() {
  const t = useTexts().app;
  const signIn = useSignIn();
  useTitle(t.signInNeededTitle);
  return (
    <Message title={t.signInNeededTitle} text={t.signInNeededText}>
      <button type="button" class="button" onClick={() => signIn()}>
        {t.signIn}
      </button>
    </Message>
  );
}
