import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { useApp } from '../app/context';
import { useSignIn } from '../app/useSignIn';
import { useTitle } from '../app/useTitle';
import { Message } from '../parts/Message';
import { useTexts } from '../texts';

/** Where the issuer sends the visitor back to; goes on to where they were, and from a failure to `home`. */
export default function SignedIn({ home = '/' }: { readonly home?: string }) {
  const t = useTexts().app;
  const { session } = useApp();
  const { route } = useLocation();
  const signIn = useSignIn();
  const [hasFailed, setHasFailed] = useState(false);
  useTitle(hasFailed ? t.signInFailedTitle : t.signingIn);
  useEffect(() => {
    session.completeSignIn().then(
      (returnTo) => route(returnTo, true),
      () => setHasFailed(true),
    );
  }, []);
  if (!hasFailed) return <h1 tabIndex={-1}>{t.signingIn}</h1>;
  return (
    <Message title={t.signInFailedTitle} text={t.signInFailedText}>
      <button type="button" class="button" onClick={() => signIn(home)}>
        {t.signIn}
      </button>
    </Message>
  );
}
