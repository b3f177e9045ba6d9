import './look/tokens.css';
import './look/base.css';
import { QueryClientProvider } from '@tanstack/preact-query';
import { render } from 'preact';
import { createApi } from './api/client';
import { createQueryClient } from './api/queryClient';
import { Broken } from './app/Broken';
import { Buyers } from './app/Buyers';
import { AppContext } from './app/context';
import { loadConfig } from './config';
import { openSession } from './session/session';
import { preferredLanguage, speak } from './texts';

async function main(page: HTMLElement): Promise<void> {
  const [config] = await Promise.all([loadConfig(), speak(preferredLanguage())]);
  const session = openSession(config);
  const api = createApi(config.apiUrl, session.accessToken);
  render(
    <AppContext.Provider value={{ config, api, session }}>
      <QueryClientProvider client={createQueryClient()}>
        <Buyers />
      </QueryClientProvider>
    </AppContext.Provider>,
    page,
  );
}

const page = document.querySelector<HTMLElement>('#app');
if (page === null) throw new Error('The page has no #app.');
main(page).catch((error: unknown) => {
  console.error(error);
  speak(preferredLanguage()).then(() => render(<Broken />, page));
});
