import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Api } from '../api/client';
import type { Config } from '../config';
import type { Session } from '../session/session';

/** What every screen works with. */
export type App = { readonly config: Config; readonly api: Api; readonly session: Session };

export const AppContext = createContext<App | undefined>(undefined);

export function useApp(): App {
  const app = useContext(AppContext);
  if (app === undefined) throw new Error('useApp() needs an AppContext above it.');
  return app;
}
