import { QueryClientProvider } from '@tanstack/preact-query';
import { render, type VNode } from 'preact';
import { createApi } from '../api/client';
import { createQueryClient } from '../api/queryClient';
import { loadConfig } from '../config';
import { openSession } from '../session/session';
import { language, preferredLanguage, speak } from '../texts';
import { Broken } from './Broken';
import { AppContext } from './context';

/** Reads the settings, finds the login, and draws an app whose addresses begin with `base`. */
export async function openApp(app: VNode, base?: string): Promise<void> {
  const page = document.querySelector<HTMLElement>('#app');
  if (page === null) throw new Error('The page has no #app.');
  try {
    const [config] = await Promise.all([loadConfig(), speak(preferredLanguage())]);
    const session = openSession(config, base);
    const api = createApi(config.apiUrl, session.accessToken);
    const queries = createQueryClient();
    language.subscribe(() => void queries.invalidateQueries());
    render(
      <AppContext.Provider value={{ config, api, session }}>
        <QueryClientProvider client={queries}>{app}</QueryClientProvider>
      </AppContext.Provider>,
      page,
    );
  } catch (error) {
    console.error(error);
    await speak(preferredLanguage());
    render(<Broken />, page);
  }
}
