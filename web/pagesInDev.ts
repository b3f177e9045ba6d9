import type { Plugin } from 'vite';

/** In `npm run dev` the addresses of the staff's and the door's apps are answered with their page, as the gateway does. */
export const pagesInDev = (): Plugin => ({
  name: 'pages-in-dev',
  apply: 'serve',
  configureServer({ middlewares }) {
    middlewares.use((request, _, next) => {
      const [, app] = /^\/(staff|door)(?:\/.*)?(?:\?.*)?$/.exec(request.url ?? '') ?? [];
      if (app !== undefined) request.url = `/${app}.html`;
      next();
    });
  },
});
