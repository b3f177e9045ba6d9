import type { ComponentChildren } from 'preact';
import { useApp } from '../../app/context';
import { useSignIn } from '../../app/useSignIn';
import { useTitle } from '../../app/useTitle';
import { Message } from '../../parts/Message';
import { SignInGate } from '../../parts/SignInGate';
import { type Role, useMay } from './roles';
import { useStaffTexts } from './texts';

type Props = { readonly roles: readonly Role[]; readonly children: ComponentChildren };

/** Shows its children to who has one of the roles. Everybody else is asked to sign in, or told which role it takes. */
export function Gate(props: Props) {
  return (
    <SignInGate>
      <RoleGate {...props} />
    </SignInGate>
  );
}

function RoleGate({ roles, children }: Props) {
  return useMay(...roles) ? children : <Denied roles={roles} />;
}

function Denied({ roles }: { readonly roles: readonly Role[] }) {
  const t = useStaffTexts().gate;
  const { session } = useApp();
  const signIn = useSignIn();
  useTitle(t.title);
  const needed = [...new Set<Role>([...roles, 'admin'])].map((role) => t.roles[role]);
  return (
    <Message title={t.title} text={t.text(session.customer.value?.name ?? '', needed.join(', '))}>
      <button type="button" class="button" onClick={() => signIn()}>
        {t.signInAsOther}
      </button>
    </Message>
  );
}
