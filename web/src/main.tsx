import './look/tokens.css';
import './look/base.css';
import { Buyers } from './app/Buyers';
import { openApp } from './app/openApp';

openApp(<Buyers />).then(() => {
  // `npm run dev` has none.
  if (import.meta.env.PROD) navigator.serviceWorker?.register('/sw.js').catch(console.warn);
});
